/* strwriter.c: text that grows at its end.
 *
 * The buffer is a str object with spare room behind its characters; its kind widens when a wider character comes. A first whole string
 * written is only held, not copied: such a buffer has no spare room and may have other holders, and is copied when more comes. */
#include "runtime/err.h"
#include "runtime/strkind.h"

enum { FIRST_ROOM = 48 };

static inline bool is_mine(const StrWriter *w) { return w->str->refcnt == 1 && is_exact_str(w->str) && !((const Str *)w->str)->interned; }

static size_t block_size(int kind, bool ascii, ssize_t n) { return (ascii ? sizeof(Str) : sizeof(WideStr)) + (size_t)(n + 1) * (size_t)kind; }

/* Same kind, own buffer: more room. */
static int enlarge(StrWriter *w, ssize_t capacity) {
    Str *s = (Str *)w->str;
    Own moved = object_resize(w->str, block_size(s->kind, s->ascii, capacity));
    if (!moved) return raise_memory(), -1;
    w->str = moved;
    ((Str *)moved)->length = w->capacity = capacity;
    ((Str *)moved)->hash = -1;
    kind_write(str_kind(moved), str_data(moved), capacity, 0);
    return 0;
}

static int replace_buffer(StrWriter *w, ssize_t capacity, uint32_t max_char) {
    Own wider = str_new(capacity, max_char);
    if (!wider) return -1;
    if (w->str) {
        kind_copy(str_kind(wider), str_data(wider), str_kind(w->str), str_data(w->str), w->length);
        drop(w->str);
    }
    w->str = wider;
    w->capacity = capacity;
    return 0;
}

static COLD int fail(StrWriter *w) {
    writer_drop(w);
    return -1;
}

int writer_reserve(StrWriter *w, ssize_t more, uint32_t max_char) {
    if (more == 0) return 0;
    if (LIKELY(w->str && more <= w->capacity - w->length && max_char <= str_max_char(w->str))) return 0;
    if (more > STR_MAX_LENGTH - w->length) {
        raise_memory();
        return fail(w);
    }
    ssize_t capacity = w->length + more;
    if (w->overallocate) capacity = capacity < FIRST_ROOM ? FIRST_ROOM : capacity + capacity / 4;
    else if (capacity < w->capacity) capacity = w->capacity;
    if (capacity > STR_MAX_LENGTH) capacity = STR_MAX_LENGTH;
    uint32_t limit = w->str ? widest(max_char, str_max_char(w->str)) : max_char;
    bool in_place = w->str && limit == str_max_char(w->str) && is_mine(w) && w->length > 0 && str_is_ascii(w->str);
    if (in_place ? enlarge(w, capacity) : replace_buffer(w, capacity, limit)) return fail(w);
    return 0;
}

int writer_char(StrWriter *w, uint32_t c) {
    if (writer_reserve(w, 1, c)) return -1;
    kind_write(str_kind(w->str), str_data(w->str), w->length++, c);
    return 0;
}

/* There is room. */
static ALWAYS_INLINE void put_run(StrWriter *w, int from_kind, const void *from, ssize_t n) {
    int kind = str_kind(w->str);
    char *to = (char *)str_data(w->str) + w->length * kind;
    if (LIKELY(kind == from_kind)) copy_bytes(to, from, (size_t)(n * kind));
    else kind_copy(kind, to, from_kind, from, n);
    w->length += n;
}

int writer_ascii(StrWriter *w, const char *text, ssize_t n) {
    if (n == 0) return 0;
    if (writer_reserve(w, n, MAX_ASCII)) return -1;
    put_run(w, KIND_1, text, n);
    return 0;
}

static int write_range(StrWriter *w, int from_kind, const void *from, ssize_t n, uint32_t max_char) {
    if (n == 0) return 0;
    if (writer_reserve(w, n, max_char)) return -1;
    put_run(w, from_kind, from, n);
    return 0;
}

int writer_run(StrWriter *w, Run run) { return write_range(w, run.kind, run.data, run.n, kind_widest(run.kind, run.data, run.n)); }

int writer_int(StrWriter *w, int64_t v) {
    static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
                                "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    char text[20], *p = text + sizeof text;
    uint64_t left = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    for (; left >= 100; left /= 100) memcpy(p -= 2, pairs + 2 * (left % 100), 2);
    if (left >= 10) memcpy(p -= 2, pairs + 2 * left, 2);
    else *--p = (char)('0' + left);
    if (v < 0) *--p = '-';
    return writer_ascii(w, p, text + sizeof text - p);
}

int writer_fill(StrWriter *w, uint32_t c, ssize_t n) {
    if (n <= 0) return 0;
    if (writer_reserve(w, n, c)) return -1;
    int kind = str_kind(w->str);
    kind_fill(kind, (char *)str_data(w->str) + w->length * kind, c, n);
    w->length += n;
    return 0;
}

int writer_str(StrWriter *w, Ref s) {
    if (!w->str && is_exact_str(s) && !w->overallocate) {
        w->str = own(s);
        w->length = w->capacity = str_len(s);
        return 0;
    }
    return write_range(w, str_kind(s), str_data(s), str_len(s), str_max_char(s));
}

int writer_substr(StrWriter *w, Ref s, ssize_t start, ssize_t stop) {
    int kind = str_kind(s);
    const char *from = kind_at(kind, str_data(s), start);
    return write_range(w, kind, from, stop - start, str_is_ascii(s) ? (uint32_t)MAX_ASCII : kind_widest(kind, from, stop - start));
}

int writer_repr(StrWriter *w, Ref o) {
    Own text = object_repr(o);
    if (!text) return fail(w);
    int result = writer_str(w, text);
    drop(text);
    return result;
}

/* Cuts the spare room off. */
static Own shrink_take(Own o, ssize_t n) {
    Str *s = (Str *)o;
    Own fit = object_resize(o, block_size(s->kind, s->ascii, n));
    if (!fit) fit = o;
    s = (Str *)fit;
    s->length = n;
    s->hash = -1;
    kind_write(s->kind, str_data(fit), n, 0);
    return str_canonical_take(fit);
}

Own writer_finish(StrWriter *w) {
    Own s = w->str;
    ssize_t n = w->length;
    bool full = n == w->capacity;
    w->str = NULL;
    w->length = w->capacity = 0;
    if (n == 0) {
        drop_x(s);
        return own((Ref)str_empty);
    }
    return full ? str_canonical_take(s) : shrink_take(s, n);
}

void writer_drop(StrWriter *w) {
    drop_x(w->str);
    w->str = NULL;
    w->length = w->capacity = 0;
}
