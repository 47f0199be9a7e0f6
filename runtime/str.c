/* str.c: string objects: making, slicing, joining two, comparing, hashing, their cached UTF-8.
 *
 * Every maker finds the narrowest kind and hands out the shared object for lengths 0 and 1 (below U+0100), so equal kinds are a condition
 * of equality and comparing is memcmp. A string held once may grow in place: `s += t` in a loop costs amortised O(len(t)).
 * The type object and its methods are in strmethods.c. */
#include "runtime/str.h"

#include "runtime/codec.h"
#include "runtime/err.h"
#include "runtime/hash.h"
#include "runtime/intern.h"
#include "runtime/strkind.h"
#include "runtime/utf8.h"

/* ---- the shared strings */

static struct { Str str; char data[8]; } ascii_chars[128], empty;
static struct { WideStr wide; char data[2]; char utf8[3]; } latin_chars[128];
Str *str_empty = &empty.str;
Object *str_chars[256];

enum { SHARED = 2 }; /* value of `interned` of these: needs no place in the table */

static void header_init(Str *s, ssize_t length, uint32_t max_char) {
    s->length = length;
    s->hash = -1;
    s->kind = (uint8_t)kind_for(max_char);
    s->ascii = max_char <= MAX_ASCII;
    s->interned = 0;
    s->pad = 0;
    s->offset = s->ascii ? sizeof(Str) : sizeof(WideStr);
}

static void shared_init(Str *s, ssize_t length, uint32_t max_char) {
    s->ob = (Object){1, &str_type};
    header_init(s, length, max_char);
    s->interned = SHARED;
    audit_static(&s->ob, "shared str");
}

void str_chars_init(void) {
    shared_init(&empty.str, 0, 0);
    for (int c = 0; c < 128; c++) {
        shared_init(&ascii_chars[c].str, 1, MAX_ASCII);
        ascii_chars[c].data[0] = (char)c;
        str_chars[c] = &ascii_chars[c].str.ob;
        WideStr *w = &latin_chars[c].wide;
        shared_init(&w->str, 1, MAX_LATIN1);
        latin_chars[c].data[0] = (char)(c + 128);
        w->utf8 = latin_chars[c].utf8;
        w->utf8_length = utf8_put(w->utf8, (uint32_t)c + 128);
        str_chars[c + 128] = &w->str.ob;
    }
}

/* ---- arrays of characters */

bool bytes_are_ascii(const char *p, size_t n) {
    uint64_t all = 0, word;
    size_t i = 0;
    for (; i + 32 <= n; i += 32) {
        uint64_t w[4];
        memcpy(w, p + i, 32);
        if ((w[0] | w[1] | w[2] | w[3]) & UINT64_C(0x8080808080808080)) return false;
    }
    for (; i + 8 <= n; i += 8) {
        memcpy(&word, p + i, 8);
        all |= word;
    }
    for (; i < n; i++) all |= (uint8_t)p[i];
    return !(all & UINT64_C(0x8080808080808080));
}

uint32_t kind_widest(int kind, const void *data, ssize_t n) {
    if (kind == KIND_1) return bytes_are_ascii(data, (size_t)n) ? MAX_ASCII : MAX_LATIN1;
    uint32_t all = 0;
    if (kind == KIND_2)
        for (ssize_t i = 0; i < n; i++) all |= ((const uint16_t *)data)[i];
    else
        for (ssize_t i = 0; i < n; i++) all |= ((const uint32_t *)data)[i];
    return all <= MAX_ASCII ? MAX_ASCII : all <= MAX_LATIN1 ? MAX_LATIN1 : all <= MAX_BMP ? MAX_BMP : MAX_CHAR;
}

static ALWAYS_INLINE void copy_between(int to_kind, void *to, int from_kind, const void *from, ssize_t n) {
    for (ssize_t i = 0; i < n; i++) kind_write(to_kind, to, i, kind_read(from_kind, from, i));
}

void kind_copy(int to_kind, void *to, int from_kind, const void *from, ssize_t n) {
    switch (to_kind * 8 + from_kind) {
    case 8 + 2: copy_between(1, to, 2, from, n); return;
    case 8 + 4: copy_between(1, to, 4, from, n); return;
    case 16 + 1: copy_between(2, to, 1, from, n); return;
    case 16 + 4: copy_between(2, to, 4, from, n); return;
    case 32 + 1: copy_between(4, to, 1, from, n); return;
    case 32 + 2: copy_between(4, to, 2, from, n); return;
    default: copy_bytes(to, from, (size_t)n * (size_t)to_kind);
    }
}

void kind_fill(int kind, void *to, uint32_t c, ssize_t n) {
    if (kind == KIND_1) memset(to, (int)c, (size_t)n);
    else if (kind == KIND_2)
        for (ssize_t i = 0; i < n; i++) ((uint16_t *)to)[i] = (uint16_t)c;
    else
        for (ssize_t i = 0; i < n; i++) ((uint32_t *)to)[i] = c;
}

/* ---- making */

static Own new_ascii(ssize_t n) {
    Own o = object_new_static(&str_type, sizeof(Str) + (size_t)n + 1, false);
    if (UNLIKELY(!o)) return raise_memory();
    Str *s = (Str *)o;
    header_init(s, n, MAX_ASCII);
    ((char *)(s + 1))[n] = 0;
    return o;
}

static Own new_wide(ssize_t n, uint32_t max_char) {
    int kind = kind_for(max_char);
    Own o = object_new_static(&str_type, sizeof(WideStr) + (size_t)(n + 1) * (size_t)kind, false);
    if (UNLIKELY(!o)) return raise_memory();
    WideStr *w = (WideStr *)o;
    header_init(&w->str, n, max_char);
    w->utf8_length = 0;
    w->utf8 = NULL;
    kind_write(kind, w + 1, n, 0);
    return o;
}

Own str_new_ascii(ssize_t n) {
    if (UNLIKELY(n > STR_MAX_LENGTH)) return raise_memory();
    return new_ascii(n);
}

Own str_new(ssize_t length, uint32_t max_char) {
    if (UNLIKELY(length == 0)) return own((Ref)str_empty);
    if (UNLIKELY(length > STR_MAX_LENGTH)) return raise_memory();
    return max_char <= MAX_ASCII ? new_ascii(length) : new_wide(length, max_char);
}

Own str_canonical_take(Own s) {
    if (str_len(s) != 1 || str_kind(s) != KIND_1) return s;
    Ref shared = str_chars[str_char(s, 0)];
    if (s == shared) return s;
    drop(s);
    return own(shared);
}

Own str_from_ascii(const char *text, ssize_t n) { return str_new_from_ascii(text, n); }

static COLD Own from_char_wide(uint32_t c) {
    Own s = str_new(1, c);
    if (s) kind_write(str_kind(s), str_data(s), 0, c);
    return s;
}

Own str_from_char(uint32_t c) { return c <= MAX_LATIN1 ? own(str_chars[c]) : from_char_wide(c); }

/* n characters whose class is known. */
static Own from_known(int kind, const void *data, ssize_t n, uint32_t max_char) {
    if (n == 0) return own((Ref)str_empty);
    if (n == 1) return str_from_char(kind_read(kind, data, 0));
    Own s = str_new(n, max_char);
    if (s) kind_copy(str_kind(s), str_data(s), kind, data, n);
    return s;
}

Own str_from_kind(int kind, const void *data, ssize_t n) { return from_known(kind, data, n, kind_widest(kind, data, n)); }

Own str_from_scan(const char *text, const Utf8Scan *scan) {
    if (scan->max_char == MAX_ASCII) return str_new_from_ascii(text, scan->chars);
    Own s = str_new(scan->chars, scan->max_char);
    if (!s) return NULL;
    utf8_read(str_kind(s), str_data(s), text, scan->good);
    return str_canonical_take(s);
}

static Own from_utf8(const char *text, ssize_t n, bool surrogates) {
    Utf8Scan scan;
    utf8_scan(text, (size_t)n, surrogates, &scan);
    return scan.bad ? codec_decode_utf8(text, (size_t)n, NULL, NULL) : str_from_scan(text, &scan);
}

Own str_from_utf8(const char *text, ssize_t n) { return from_utf8(text, n, false); }
Own str_from_wtf8(const char *text, ssize_t n) { return from_utf8(text, n, true); }
Own str_from_text(const char *text) { return from_utf8(text, (ssize_t)strlen(text), false); }

Own str_slice(Ref s, ssize_t start, ssize_t stop) {
    ssize_t n = stop - start;
    int kind = str_kind(s);
    if (n == str_len(s) && is_exact_str(s)) return own(s);
    const char *from = kind_at(kind, str_data(s), start);
    if (LIKELY(str_is_ascii(s))) return str_new_from_ascii(from, n);
    return str_from_kind(kind, from, n);
}

Own str_exact(Ref s) {
    if (is_exact_str(s)) return own(s);
    return from_known(str_kind(s), str_data(s), str_len(s), str_max_char(s));
}

/* An instance of a class derived from str, with the characters of value; its slots empty. */
Own str_subclass_new(Type *cls, Ref value) {
    size_t offset, bytes = (size_t)str_len(value) * (size_t)str_kind(value);
    Own o = instance_new_tail(cls, bytes + (size_t)str_kind(value), &offset);
    if (!o) return NULL;
    Str *s = (Str *)o;
    header_init(s, str_len(value), str_max_char(value));
    s->offset = (uint32_t)offset;
    memcpy(str_data(o), str_data(value), bytes + (size_t)str_kind(value));
    return o;
}

static void utf8_forget(Str *s) {
    if (s->ascii) return;
    WideStr *w = (WideStr *)s;
    mem_free(w->utf8);
    w->utf8 = NULL;
    w->utf8_length = 0;
}

void str_dealloc(Object *self) {
    Str *s = (Str *)self;
    CHECK(s->interned != SHARED);
    if (s->interned) intern_forget(s);
    utf8_forget(s);
    if (LIKELY(self->type == &str_type)) object_free_static(self, false);
    else object_free(self);
}

/* ---- two strings to one */

static Own concat_ascii(Ref a, Ref b, size_t n, size_t m) {
    Own s = new_ascii((ssize_t)(n + m));
    if (UNLIKELY(!s)) return NULL;
    char *to = (char *)s + sizeof(Str);
    copy_bytes(to, str_data(a), n);
    copy_bytes(to + n, str_data(b), m);
    return s;
}

Own str_concat(Ref a, Ref b) {
    ssize_t n = str_len(a), m = str_len(b);
    if (n == 0) return str_exact(b);
    if (m == 0) return str_exact(a);
    if (UNLIKELY(n > STR_MAX_LENGTH - m)) return raise_error(OverflowError, "strings are too large to concat");
    if (LIKELY(str_is_ascii(a) && str_is_ascii(b))) return concat_ascii(a, b, (size_t)n, (size_t)m);
    Own s = str_new(n + m, widest(str_max_char(a), str_max_char(b)));
    if (!s) return NULL;
    str_copy_into(str_kind(s), str_data(s), 0, a);
    str_copy_into(str_kind(s), str_data(s), n, b);
    return s;
}

/* May the characters of right be put behind those of left, in left's own memory? */
static inline bool can_grow(Ref left, Ref right) {
    const Str *l = (const Str *)left;
    return left->refcnt == 1 && !l->interned && is_exact_str(left) && l->length > 1 && str_max_char(right) <= str_max_char(left);
}

/* Blocks of the pools come in steps of 16 bytes: often there is room already. */
static inline bool fits_block(size_t old_size, size_t new_size) {
    return POOLS && !DEBUG_CHECKS && new_size <= 512 && new_size <= ((old_size + 15) & ~(size_t)15);
}

static int grow_in_place(Own *left, Ref right) {
    Str *s = (Str *)*left;
    size_t kind = s->kind, old_size = s->offset + (size_t)(s->length + 1) * kind, more = (size_t)str_len(right) * kind;
    if (!fits_block(old_size, old_size + more)) {
        Own moved = object_resize(*left, old_size + more);
        if (!moved) {
            drop(*left);
            *left = NULL;
            return raise_memory(), -1;
        }
        *left = moved;
        s = (Str *)moved;
    }
    if (!s->ascii) utf8_forget(s);
    s->hash = -1;
    str_copy_into((int)kind, str_data(&s->ob), s->length, right);
    s->length += str_len(right);
    kind_write((int)kind, str_data(&s->ob), s->length, 0);
    return 0;
}

int str_append_take(Own *left, Ref right) {
    if (can_grow(*left, right) && LIKELY(str_len(*left) <= STR_MAX_LENGTH - str_len(right))) return grow_in_place(left, right);
    Own result = str_concat(*left, right);
    drop(*left);
    *left = result;
    return result ? 0 : -1;
}

/* Doubles what is there until n bytes are full; the first `unit` bytes are the pattern. */
static void fill_pattern(char *to, size_t unit, size_t n) {
    for (size_t done = unit; done < n;) {
        size_t step = done < n - done ? done : n - done;
        memcpy(to + done, to, step);
        done += step;
    }
}

Own str_repeat(Ref s, ssize_t times) {
    ssize_t n = str_len(s);
    if (times <= 0 || n == 0) return own((Ref)str_empty);
    if (times == 1) return str_exact(s);
    if (times > SSIZE_MAX / n) return raise_error(OverflowError, "repeated string is too long");
    Own result = str_new(n * times, str_max_char(s));
    if (!result) return NULL;
    size_t kind = (size_t)str_kind(s);
    char *to = str_data(result);
    if (n == 1) kind_fill((int)kind, to, str_char(s, 0), times);
    else {
        memcpy(to, str_data(s), (size_t)n * kind);
        fill_pattern(to, (size_t)n * kind, (size_t)(n * times) * kind);
    }
    return result;
}

/* ---- comparing and hashing */

bool str_equal(Ref a, Ref b) {
    const Str *x = (const Str *)a, *y = (const Str *)b;
    if (a == b) return true;
    return x->length == y->length && x->kind == y->kind && memcmp(str_data(a), str_data(b), (size_t)x->length * x->kind) == 0;
}

bool str_equals(Ref s, const char *ascii) {
    size_t n = strlen(ascii);
    return (size_t)str_len(s) == n && str_is_ascii(s) && memcmp(str_data(s), ascii, n) == 0;
}

static int compare_wide(Ref a, Ref b, ssize_t n) {
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = str_char(a, i), d = str_char(b, i);
        if (c != d) return c < d ? -1 : 1;
    }
    return 0;
}

int str_compare(Ref a, Ref b) {
    ssize_t n = str_len(a), m = str_len(b), common = n < m ? n : m;
    int order = str_kind(a) == KIND_1 && str_kind(b) == KIND_1 ? memcmp(str_data(a), str_data(b), (size_t)common) : compare_wide(a, b, common);
    if (order) return order < 0 ? -1 : 1;
    return n < m ? -1 : n > m;
}

Hash str_hash_slow(Ref s) {
    Str *mine = (Str *)(uintptr_t)s;
    return mine->hash = hash_bytes(str_data(s), (size_t)mine->length * mine->kind);
}

/* ---- UTF-8 */

/* Makes and caches the encoding; a lone surrogate leaves none. false: no memory. */
static bool utf8_make(WideStr *w) {
    Ref s = (Ref)w;
    ssize_t surrogate;
    size_t n = utf8_size(w->str.kind, str_data(s), w->str.length, &surrogate);
    if (surrogate >= 0) return true;
    char *text = mem_alloc(n + 1);
    if (!text) return false;
    *utf8_write(text, w->str.kind, str_data(s), w->str.length) = 0;
    w->utf8 = text;
    w->utf8_length = (ssize_t)n;
    return true;
}

const char *str_utf8(Ref s, ssize_t *n) {
    if (str_is_ascii(s)) {
        if (n) *n = str_len(s);
        return str_data(s);
    }
    WideStr *w = (WideStr *)(uintptr_t)s;
    if (!w->utf8 && !utf8_make(w)) return raise_memory(), NULL;
    if (!w->utf8) return codec_raise_utf8_surrogate(s), NULL;
    if (n) *n = w->utf8_length;
    return w->utf8;
}

/* For the rare text with lone surrogates; a few at a time may be in use (the arguments of one message). */
static char *lossy_texts[4];
static unsigned lossy_next;

static const char *utf8_escaped(Ref s) {
    char *text = mem_alloc((size_t)str_len(s) * 6 + 1), *to = text;
    if (!text) return "";
    for (ssize_t i = 0; i < str_len(s); i++) {
        uint32_t c = str_char(s, i);
        if ((c & 0xfffff800u) != 0xd800) to += utf8_put(to, c);
        else {
            static const char digits[] = "0123456789abcdef";
            memcpy(to, "\\ud", 3);
            to[3] = digits[c >> 8 & 15];
            to[4] = digits[c >> 4 & 15];
            to[5] = digits[c & 15];
            to += 6;
        }
    }
    *to = 0;
    char **slot = &lossy_texts[lossy_next++ % 4];
    mem_free(*slot);
    return *slot = text;
}

const char *str_utf8_lossy(Ref s) {
    if (str_is_ascii(s)) return str_data(s);
    WideStr *w = (WideStr *)(uintptr_t)s;
    if (!w->utf8 && !utf8_make(w)) return "";
    return w->utf8 ? w->utf8 : utf8_escaped(s);
}

void str_fini(void) {
    for (int i = 0; i < 4; i++) {
        mem_free(lossy_texts[i]);
        lossy_texts[i] = NULL;
    }
}
