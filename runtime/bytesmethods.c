/* bytesmethods.c: the methods that bytes and bytearray share. Results are of the kind of self.
 *
 * A bytearray can change its size while Python code runs: arguments are converted first, and other bytes-like arguments are held through
 * buffers (which forbid a change); only then are the bytes of self looked at. */
#include "runtime/bytesmethods.h"

#include "runtime/codec.h"
#include "runtime/err.h"
#include "runtime/strsplit.h"
#include "runtime/unicode.h"

Own bytes_like(Ref self, const char *data, ssize_t n) { return is_bytes(self) ? bytes_from(data, n) : bytearray_from(data, n); }

Own bytes_like_new(Ref self, ssize_t n, char **data) {
    Own result = is_bytes(self) ? bytes_new(n) : bytearray_from(NULL, n);
    if (result) *data = is_bytes(self) ? bytes_data(result) : bytearray_data(result);
    return result;
}

/* A copy, or self if it is immutable. */
static Own same(Ref self) {
    if (is_exact_bytes(self)) return own(self);
    ByteView v = byte_view(self);
    return bytes_like(self, v.p, v.n);
}

/* ---- finding */

/* What is looked for: one byte given as an int, or the bytes of a buffer. */
typedef struct Wanted {
    Buffer buffer;
    uint8_t byte;
    const char *p;
    ssize_t n;
} Wanted;

static int wanted_get(Wanted *w, Ref o) {
    w->buffer = (Buffer){0};
    if (object_has_buffer(o)) {
        if (buffer_get(o, &w->buffer, false)) return -1;
        w->p = w->buffer.data;
        w->n = w->buffer.size;
        return 0;
    }
    if (!is_int(o) && !o->type->index)
        return raise_error(TypeError, "argument should be integer or bytes-like object, not '%.200s'", type_head(o)->name), -1;
    int byte = byte_from_object(o, "byte");
    if (byte < 0) return -1;
    w->byte = (uint8_t)byte;
    w->p = (const char *)&w->byte;
    w->n = 1;
    return 0;
}

typedef ssize_t (*FindFn)(int, const void *, ssize_t, int, const void *, ssize_t);
static ssize_t count_all(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m) {
    return kind_count(kind, text, n, sub_kind, sub, m, SSIZE_MAX);
}

/* Calls find on the part of self; -2: error. Positions count from the start of self. */
static ssize_t find_args(Ref self, Ref const *args, FindFn find) {
    Wanted w;
    ssize_t start, stop;
    if (wanted_get(&w, args[0])) return -2;
    if (args_clip_range(args[1], args[2], byte_view(self).n, &start, &stop)) {
        buffer_release(&w.buffer);
        return -2;
    }
    ByteView v = byte_view(self);
    if (stop > v.n) stop = v.n;
    ssize_t at = find == count_all ? 0 : -1;
    if (start <= stop) at = find(KIND_1, v.p + start, stop - start, KIND_1, w.p, w.n);
    buffer_release(&w.buffer);
    return at < 0 || find == count_all ? at : at + start;
}

static Own position(ssize_t at) { return at == -2 ? NULL : int_new(at); }
static Own position_or_error(ssize_t at) {
    if (at == -1) raise_error(ValueError, "subsection not found");
    return at < 0 ? NULL : int_new(at);
}
Own bytes_m_find(Ref self, Ref const *args) { return position(find_args(self, args, kind_find)); }
Own bytes_m_rfind(Ref self, Ref const *args) { return position(find_args(self, args, kind_rfind)); }
Own bytes_m_index(Ref self, Ref const *args) { return position_or_error(find_args(self, args, kind_find)); }
Own bytes_m_rindex(Ref self, Ref const *args) { return position_or_error(find_args(self, args, kind_rfind)); }
Own bytes_m_count(Ref self, Ref const *args) { return position(find_args(self, args, count_all)); }

int bytes_contains(Ref self, Ref item) {
    if (!is_int(item) && !item->type->index) {
        Buffer b;
        if (buffer_get(item, &b, false)) return -1;
        ByteView v = byte_view(self);
        int found = kind_find(KIND_1, v.p, v.n, KIND_1, b.data, b.size) >= 0;
        buffer_release(&b);
        return found;
    }
    int byte = byte_from_object(item, "byte");
    if (byte < 0) return -1;
    ByteView v = byte_view(self);
    return v.n > 0 && memchr(v.p, byte, (size_t)v.n) != NULL;
}

/* 1, 0, -1 */
static int has_affix(Ref self, Ref affix, ssize_t start, ssize_t stop, bool at_end) {
    Buffer b;
    if (buffer_get(affix, &b, false)) return -1;
    ByteView v = byte_view(self);
    if (stop > v.n) stop = v.n;
    bool has = start <= stop && b.size <= stop - start && memcmp(v.p + (at_end ? stop - b.size : start), b.data, (size_t)b.size) == 0;
    buffer_release(&b);
    return has;
}

static Own test_affix(Ref self, Ref const *args, bool at_end) {
    ssize_t start, stop;
    Ref affix = args[0];
    if (args_clip_range(args[1], args[2], byte_view(self).n, &start, &stop)) return NULL;
    int has = 0;
    if (is_tuple(affix)) {
        for (ssize_t i = 0; i < tuple_size(affix) && has == 0; i++) has = has_affix(self, tuple_item(affix, i), start, stop, at_end);
    } else if (!object_has_buffer(affix)) {
        return raise_error(TypeError, "%s first arg must be bytes or a tuple of bytes, not %.100s", at_end ? "endswith" : "startswith",
                           type_head(affix)->name);
    } else {
        has = has_affix(self, affix, start, stop, at_end);
    }
    return has < 0 ? NULL : bool_new(has);
}
Own bytes_m_startswith(Ref self, Ref const *args) { return test_affix(self, args, false); }
Own bytes_m_endswith(Ref self, Ref const *args) { return test_affix(self, args, true); }

static Own without_affix(Ref self, Ref affix, bool at_end) {
    Buffer b;
    if (buffer_get(affix, &b, false)) return NULL;
    ssize_t m = b.size;
    buffer_release(&b);
    int has = has_affix(self, affix, 0, byte_view(self).n, at_end);
    if (has <= 0) return has < 0 ? NULL : same(self);
    ByteView v = byte_view(self);
    return bytes_like(self, at_end ? v.p : v.p + m, v.n - m);
}
Own bytes_m_removeprefix(Ref self, Ref const *args) { return without_affix(self, args[0], false); }
Own bytes_m_removesuffix(Ref self, Ref const *args) { return without_affix(self, args[0], true); }

/* ---- pieces */

static Splitting splitting(Ref self) {
    ByteView v = byte_view(self);
    return (Splitting){self, {KIND_1, v.p, v.n}, is_bytes(self) ? bytes_from : bytearray_from};
}

static Own split_args(Ref self, Ref const *args, bool reverse) {
    ssize_t max;
    Buffer sep = {0};
    bool blanks = !args[0] || args[0] == NONE;
    if (args_ssize(args[1], -1, &max) || (!blanks && buffer_get(args[0], &sep, false))) return NULL;
    Splitting x = splitting(self);
    Run run = {KIND_1, sep.data, sep.size};
    Own list = split_all(&x, blanks ? NULL : &run, max, reverse);
    buffer_release(&sep);
    return list;
}
Own bytes_m_split(Ref self, Ref const *args) { return split_args(self, args, false); }
Own bytes_m_rsplit(Ref self, Ref const *args) { return split_args(self, args, true); }

Own bytes_m_splitlines(Ref self, Ref const *args) {
    int keep = args[0] ? object_truth(args[0]) : 0;
    if (keep < 0) return NULL;
    Splitting x = splitting(self);
    return split_lines(&x, keep);
}

static Own partition(Ref self, Ref sep, bool reverse) {
    Buffer b;
    if (buffer_get(sep, &b, false)) return NULL;
    Own found = is_bytes(self) ? own(sep) : bytearray_from(b.data, b.size);
    Splitting x = splitting(self);
    Own result = found ? split_three(&x, found, (Run){KIND_1, b.data, b.size}, reverse) : NULL;
    drop_x(found);
    buffer_release(&b);
    return result;
}
Own bytes_m_partition(Ref self, Ref const *args) { return partition(self, args[0], false); }
Own bytes_m_rpartition(Ref self, Ref const *args) { return partition(self, args[0], true); }

/* ---- join */

typedef struct Joint {
    Buffer *buffers;
    ssize_t n, held, size;
} Joint;

static void joint_release(Joint *j) {
    while (j->held) buffer_release(&j->buffers[--j->held]);
    mem_free(j->buffers);
}

static int joint_hold(Joint *j, Ref sequence, ssize_t gap) {
    j->n = fast_size(sequence);
    j->buffers = mem_alloc((size_t)(j->n ? j->n : 1) * sizeof(Buffer));
    if (!j->buffers) return raise_memory(), -1;
    for (ssize_t i = 0; i < j->n; i++) {
        if (i >= fast_size(sequence)) return raise_error(RuntimeError, "sequence changed size during iteration"), -1;
        Own item = own(fast_items(sequence)[i]);
        int failed = object_has_buffer(item) ? buffer_get(item, &j->buffers[i], false) : -1;
        if (failed && !object_has_buffer(item))
            raise_error(TypeError, "sequence item %zd: expected a bytes-like object, %.80s found", i, type_head(item)->name);
        drop(item);
        if (failed) return -1;
        j->held++;
        if (j->buffers[i].size > SSIZE_MAX - j->size - gap) return raise_error(OverflowError, "join() result is too long"), -1;
        j->size += j->buffers[i].size + (i ? gap : 0);
    }
    return 0;
}

static Own join(Ref self, Ref sequence) {
    Joint j = {0};
    Own result = NULL;
    if (fast_size(sequence) == 1 && is_bytes(self) && is_exact_bytes(fast_items(sequence)[0])) return own(fast_items(sequence)[0]);
    if (joint_hold(&j, sequence, byte_view(self).n) == 0) {
        char *to = NULL;
        ByteView gap = byte_view(self);
        result = bytes_like_new(self, j.size, &to);
        for (ssize_t i = 0; result && i < j.n; i++) {
            if (i) {
                copy_bytes(to, gap.p, (size_t)gap.n);
                to += gap.n;
            }
            if (j.buffers[i].size) buffer_copy_out(&j.buffers[i], to);
            to += j.buffers[i].size;
        }
    }
    joint_release(&j);
    return result;
}

Own bytes_join(Ref self, Ref iterable) {
    Own sequence = sequence_fast(iterable, "can only join an iterable");
    if (!sequence) return NULL;
    if (!is_bytes(self)) ((ByteArray *)(uintptr_t)self)->exports++; /* its bytes are the separator while buffers run Python code */
    Own result = join(self, sequence);
    if (!is_bytes(self)) ((ByteArray *)(uintptr_t)self)->exports--;
    drop(sequence);
    return result;
}
Own bytes_m_join(Ref self, Ref const *args) { return bytes_join(self, args[0]); }

/* ---- at the ends */

static bool is_blank(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static Own strip(Ref self, Ref set, bool left, bool right) {
    Buffer b = {0};
    if (set && set != NONE && buffer_get(set, &b, false)) return NULL;
    ByteView v = byte_view(self);
    ssize_t start = 0, stop = v.n;
#define IN_SET(i) (b.owner ? b.size && memchr(b.data, (uint8_t)v.p[i], (size_t)b.size) : is_blank((uint8_t)v.p[i]))
    while (left && start < stop && IN_SET(start)) start++;
    while (right && stop > start && IN_SET(stop - 1)) stop--;
#undef IN_SET
    buffer_release(&b);
    return stop - start == v.n ? same(self) : bytes_like(self, v.p + start, stop - start);
}
Own bytes_m_strip(Ref self, Ref const *args) { return strip(self, args[0], true, true); }
Own bytes_m_lstrip(Ref self, Ref const *args) { return strip(self, args[0], true, false); }
Own bytes_m_rstrip(Ref self, Ref const *args) { return strip(self, args[0], false, true); }

static Own pad(Ref self, ssize_t left, ssize_t right, char fill) {
    ByteView v = byte_view(self);
    if (left == 0 && right == 0) return same(self);
    if (left > SSIZE_MAX - v.n - right) return raise_memory();
    char *to;
    Own result = bytes_like_new(self, left + v.n + right, &to);
    if (!result) return NULL;
    memset(to, fill, (size_t)left);
    copy_bytes(to + left, v.p, (size_t)v.n);
    memset(to + left + v.n, fill, (size_t)right);
    return result;
}

static int pad_args(Ref self, Ref const *args, const char *name, ssize_t *width, ssize_t *room, char *fill) {
    Ref o = args[1];
    if (args_ssize(args[0], 0, width)) return -1;
    *fill = ' ';
    if (o) {
        bool fits = (is_bytes(o) || is_bytearray(o)) && byte_view(o).n == 1;
        if (!fits) return raise_error(TypeError, "%s() argument 2 must be a byte string of length 1, not %.50s", name, type_head(o)->name), -1;
        *fill = *byte_view(o).p;
    }
    *room = *width > byte_view(self).n ? *width - byte_view(self).n : 0;
    return 0;
}
Own bytes_m_ljust(Ref self, Ref const *args) {
    ssize_t width, room;
    char fill;
    return pad_args(self, args, "ljust", &width, &room, &fill) ? NULL : pad(self, 0, room, fill);
}
Own bytes_m_rjust(Ref self, Ref const *args) {
    ssize_t width, room;
    char fill;
    return pad_args(self, args, "rjust", &width, &room, &fill) ? NULL : pad(self, room, 0, fill);
}
Own bytes_m_center(Ref self, Ref const *args) {
    ssize_t width, room;
    char fill;
    if (pad_args(self, args, "center", &width, &room, &fill)) return NULL;
    ssize_t left = room / 2 + (room & width & 1);
    return pad(self, left, room - left, fill);
}
Own bytes_m_zfill(Ref self, Ref const *args) {
    ssize_t width;
    if (args_ssize(args[0], 0, &width)) return NULL;
    ssize_t n = byte_view(self).n, room = width > n ? width - n : 0;
    Own result = pad(self, room, 0, '0');
    if (!result || room == 0 || n == 0) return result;
    char *to = (char *)(uintptr_t)byte_view(result).p;
    if (to[room] == '+' || to[room] == '-') {
        to[0] = to[room];
        to[room] = '0';
    }
    return result;
}

/* ---- replacing */

static Own replace(Ref self, const Buffer *from, const Buffer *to, ssize_t max) {
    ByteView v = byte_view(self);
    Replace r;
    char *data = NULL;
    if (max == 0 || from->size > v.n) return same(self);
    replace_plan(&r, (Run){KIND_1, v.p, v.n}, (Run){KIND_1, from->data, from->size}, (Run){KIND_1, to->data, to->size}, max);
    if (r.count == 0) return same(self);
    if (r.length < 0) return raise_error(OverflowError, "replace bytes is too long");
    Own result = bytes_like_new(self, r.length, &data);
    if (result && r.length) replace_write(&r, KIND_1, data);
    return result;
}

Own bytes_m_replace(Ref self, Ref const *args) {
    Buffer from, to;
    ssize_t max;
    if (buffer_get(args[0], &from, false)) return NULL;
    Own result = NULL;
    if (buffer_get(args[1], &to, false) == 0) {
        if (args_ssize(args[2], -1, &max) == 0) result = replace(self, &from, &to, max);
        buffer_release(&to);
    }
    buffer_release(&from);
    return result;
}

static ssize_t expanded(ByteView v, int tab, char *to) {
    ssize_t column = 0, n = 0;
    for (ssize_t i = 0; i < v.n; i++) {
        if (v.p[i] != '\t') {
            column = v.p[i] == '\n' || v.p[i] == '\r' ? 0 : column + 1;
            if (to) to[n] = v.p[i];
            n++;
            continue;
        }
        ssize_t blanks = tab > 0 ? tab - column % tab : 0;
        if (blanks > SSIZE_MAX - n - v.n) return -1;
        if (to) memset(to + n, ' ', (size_t)blanks);
        n += blanks;
        column += blanks;
    }
    return n;
}

Own bytes_m_expandtabs(Ref self, Ref const *args) {
    int tab;
    char *to = NULL;
    if (args_int(args[0], 8, &tab)) return NULL;
    ssize_t n = expanded(byte_view(self), tab, NULL);
    if (n < 0) return raise_error(OverflowError, "result too long");
    Own result = bytes_like_new(self, n, &to);
    if (result && n) expanded(byte_view(self), tab, to);
    return result;
}

static Own translate(Ref self, const uint8_t *table, const Buffer *gone) {
    ByteView v = byte_view(self);
    bool skip[256] = {false};
    for (ssize_t i = 0; i < gone->size; i++) skip[(uint8_t)gone->data[i]] = true;
    ssize_t n = 0;
    for (ssize_t i = 0; i < v.n; i++) n += !skip[(uint8_t)v.p[i]];
    char *to = NULL;
    Own result = bytes_like_new(self, n, &to);
    if (!result || n == 0) return result;
    for (ssize_t i = 0; i < v.n; i++) {
        uint8_t c = (uint8_t)v.p[i];
        if (!skip[c]) *to++ = (char)(table ? table[c] : c);
    }
    return result;
}

Own bytes_m_translate(Ref self, Ref const *args) {
    Buffer table = {0}, gone = {0};
    Own result = NULL;
    if (args[0] != NONE && buffer_get(args[0], &table, false)) return NULL;
    if (table.owner && table.size != 256) raise_error(ValueError, "translation table must be 256 characters long");
    else if (!args[1] || buffer_get(args[1], &gone, false) == 0) result = translate(self, (const uint8_t *)table.data, &gone);
    buffer_release(&gone);
    buffer_release(&table);
    return result;
}

Own bytes_m_maketrans(Ref self, Ref const *args) {
    (void)self;
    Buffer from, to;
    Own result = NULL;
    if (buffer_get(args[0], &from, false)) return NULL;
    if (buffer_get(args[1], &to, false) == 0) {
        if (from.size != to.size) raise_error(ValueError, "maketrans arguments must have same length");
        else if ((result = bytes_new(256))) {
            char *table = bytes_data(result);
            for (int i = 0; i < 256; i++) table[i] = (char)i;
            for (ssize_t i = 0; i < from.size; i++) table[(uint8_t)from.data[i]] = to.data[i];
        }
        buffer_release(&to);
    }
    buffer_release(&from);
    return result;
}

void bytes_fill_pattern(char *to, const char *unit, ssize_t n, ssize_t times) {
    if (n == 1) memset(to, *unit, (size_t)times);
    else {
        size_t total = (size_t)(n * times), done = (size_t)n;
        memcpy(to, unit, done);
        while (done < total) {
            size_t step = done < total - done ? done : total - done;
            memcpy(to + done, to, step);
            done += step;
        }
    }
}

/* ---- ASCII letters and questions */

static Own map(Ref self, void (*fill)(char *, const char *, size_t)) {
    char *to = NULL;
    Own result = bytes_like_new(self, byte_view(self).n, &to);
    if (result && byte_view(self).n) fill(to, byte_view(self).p, (size_t)byte_view(self).n);
    return result;
}

static inline bool is_letter(char c) { return (unsigned char)((c | 0x20) - 'a') < 26; }
static void make_upper(char *to, const char *from, size_t n) {
    for (size_t i = 0; i < n; i++) to[i] = (char)((unsigned char)(from[i] - 'a') < 26 ? from[i] ^ 0x20 : from[i]);
}
static void make_lower(char *to, const char *from, size_t n) {
    for (size_t i = 0; i < n; i++) to[i] = (char)((unsigned char)(from[i] - 'A') < 26 ? from[i] ^ 0x20 : from[i]);
}
static void make_capitalized(char *to, const char *from, size_t n) {
    make_lower(to, from, n);
    make_upper(to, to, 1);
}

#define MAPPED(name, fill)                              \
    Own bytes_m_##name(Ref self, Ref const *args) {     \
        (void)args;                                     \
        return map(self, fill);                         \
    }
MAPPED(upper, make_upper)
MAPPED(lower, make_lower)
MAPPED(capitalize, make_capitalized)
MAPPED(title, ascii_title)
MAPPED(swapcase, ascii_swap)

static bool all_are(Ref self, uint32_t any_of) {
    ByteView v = byte_view(self);
    for (ssize_t i = 0; i < v.n; i++)
        if ((uint8_t)v.p[i] >= 128 || !unicode_is((uint8_t)v.p[i], any_of)) return false;
    return v.n > 0;
}
#define QUESTION(name, answer)                          \
    Own bytes_m_##name(Ref self, Ref const *args) {     \
        (void)args;                                     \
        return bool_new(answer);                        \
    }
QUESTION(isalpha, all_are(self, UNI_ALPHA))
QUESTION(isalnum, all_are(self, UNI_ALNUM))
QUESTION(isdigit, all_are(self, UNI_DIGIT))
QUESTION(isascii, bytes_are_ascii(byte_view(self).p, (size_t)byte_view(self).n))

static bool all_blank(ByteView v) {
    for (ssize_t i = 0; i < v.n; i++)
        if (!is_blank((uint8_t)v.p[i])) return false;
    return v.n > 0;
}
QUESTION(isspace, all_blank(byte_view(self)))

/* Are there letters, all of this case? bit: 0x20 small, 0 capital. */
static bool one_case(ByteView v, char bit) {
    bool some = false;
    for (ssize_t i = 0; i < v.n; i++) {
        if (!is_letter(v.p[i])) continue;
        if ((v.p[i] & 0x20) != bit) return false;
        some = true;
    }
    return some;
}
QUESTION(isupper, one_case(byte_view(self), 0))
QUESTION(islower, one_case(byte_view(self), 0x20))

static bool is_title(ByteView v) {
    bool some = false, in_word = false;
    for (ssize_t i = 0; i < v.n; i++) {
        bool letter = is_letter(v.p[i]);
        if (letter && ((v.p[i] & 0x20) != 0) != in_word) return false;
        in_word = letter;
        some = some || letter;
    }
    return some;
}
QUESTION(istitle, is_title(byte_view(self)))

/* ---- text */

Own bytes_m_decode(Ref self, Ref const *args) {
    const char *encoding, *errors;
    if (args_text("decode() argument 'encoding'", args[0], &encoding) || args_text("decode() argument 'errors'", args[1], &errors)) return NULL;
    Buffer b;
    if (buffer_get(self, &b, false)) return NULL;
    Own text = codec_decode(b.data, (size_t)b.size, encoding, errors);
    buffer_release(&b);
    return text;
}
