/* strmethods.c: the type str and its methods, but for those with a file of their own: cases and questions (strcase.c), translate
 * (strtranslate.c), format (format.c), % (percent.c). What works on plain characters (finding, splitting, replacing) is shared with
 * bytes; here are arguments, ranges and results. */
#include "runtime/strmethods.h"

#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/err.h"
#include "runtime/simple.h"
#include "runtime/strsplit.h"
#include "runtime/unicode.h"

/* ---- arguments */

int args_want_str(const char *what, Ref o) {
    if (is_str(o)) return 0;
    raise_error(TypeError, "%s must be str, not %.50s", what, o == NONE ? "None" : type_head(o)->name);
    return -1;
}

int args_ssize(Ref o, ssize_t otherwise, ssize_t *out) {
    *out = o ? index_as_ssize(o) : otherwise;
    return o && *out == -1 && err_set() ? -1 : 0;
}

int args_int(Ref o, int otherwise, int *out) {
    *out = otherwise;
    if (!o) return 0;
    Own number = number_index(o);
    if (!number) return -1;
    int64_t v;
    int fits = int_to_int64(number, &v) == 1 && v >= INT_MIN && v <= INT_MAX;
    drop(number);
    if (!fits) return raise_error(OverflowError, "Python int too large to convert to C int"), -1;
    *out = (int)v;
    return 0;
}

int args_text(const char *what, Ref o, const char **out) {
    ssize_t n;
    *out = NULL;
    if (!o) return 0;
    if (args_want_str(what, o) || !(*out = str_utf8(o, &n))) return -1;
    if (strlen(*out) == (size_t)n) return 0;
    return raise_error(ValueError, "embedded null character"), -1;
}

static int clip_index(Ref o, ssize_t length, ssize_t *out) {
    if (!o || o == NONE) return 0;
    if (!o->type->index && !is_int(o)) return raise_error(TypeError, "slice indices must be integers or None or have an __index__ method"), -1;
    if (index_clipped(o, out)) return -1;
    if (*out < 0) *out = *out + length < 0 ? 0 : *out + length;
    return 0;
}

int args_clip_range(Ref start, Ref stop, ssize_t length, ssize_t *first, ssize_t *last) {
    *first = 0;
    *last = length;
    if (clip_index(start, length, first) || clip_index(stop, length, last)) return -1;
    if (*last > length) *last = length;
    return 0;
}

/* ---- finding */

/* args: sub, start, stop. -2: error. */
static ssize_t find_args(Ref self, Ref const *args, const char *what, int direction) {
    ssize_t start, stop;
    if (args_want_str(what, args[0])) return -2;
    if (!args[1] && !args[2]) return str_find(self, args[0], 0, str_len(self), direction);
    return args_clip_range(args[1], args[2], str_len(self), &start, &stop) ? -2 : str_find(self, args[0], start, stop, direction);
}

static Own str_m_find(Ref self, Ref const *args) {
    ssize_t at = find_args(self, args, "find() argument 1", 1);
    return at == -2 ? NULL : int_new(at);
}
static Own str_m_rfind(Ref self, Ref const *args) {
    ssize_t at = find_args(self, args, "rfind() argument 1", -1);
    return at == -2 ? NULL : int_new(at);
}

static Own found_or_error(ssize_t at) {
    if (at == -1) raise_error(ValueError, "substring not found");
    return at < 0 ? NULL : int_new(at);
}
static Own str_m_index(Ref self, Ref const *args) { return found_or_error(find_args(self, args, "index() argument 1", 1)); }
static Own str_m_rindex(Ref self, Ref const *args) { return found_or_error(find_args(self, args, "rindex() argument 1", -1)); }

static Own str_m_count(Ref self, Ref const *args) {
    ssize_t start, stop;
    if (args_want_str("count() argument 1", args[0]) || args_clip_range(args[1], args[2], str_len(self), &start, &stop)) return NULL;
    return int_new(str_count(self, args[0], start, stop));
}

bool str_matches_at(Ref s, ssize_t at, Ref sub) {
    int kind = str_kind(s), sub_kind = str_kind(sub);
    ssize_t m = str_len(sub);
    const char *here = kind_at(kind, str_data(s), at);
    if (kind == sub_kind) return memcmp(here, str_data(sub), (size_t)(m * kind)) == 0;
    for (ssize_t i = 0; i < m; i++)
        if (kind_read(kind, here, i) != str_char(sub, i)) return false;
    return true;
}

/* Does s[start:stop] begin (or end) with affix? */
static bool has_affix(Ref s, Ref affix, ssize_t start, ssize_t stop, bool at_end) {
    ssize_t m = str_len(affix);
    if (m > stop - start) return false;
    return str_matches_at(s, at_end ? stop - m : start, affix);
}

static Own test_affix(Ref self, Ref const *args, bool at_end) {
    const char *name = at_end ? "endswith" : "startswith";
    ssize_t start, stop;
    Ref affix = args[0];
    if (is_str(affix) && !args[1] && !args[2]) return bool_new(has_affix(self, affix, 0, str_len(self), at_end));
    if (args_clip_range(args[1], args[2], str_len(self), &start, &stop)) return NULL;
    if (is_str(affix)) return bool_new(has_affix(self, affix, start, stop, at_end));
    if (!is_tuple(affix)) return raise_error(TypeError, "%s first arg must be str or a tuple of str, not %.100s", name, type_head(affix)->name);
    for (ssize_t i = 0; i < tuple_size(affix); i++) {
        Ref one = tuple_item(affix, i);
        if (!is_str(one)) return raise_error(TypeError, "tuple for %s must only contain str, not %.100s", name, type_head(one)->name);
        if (has_affix(self, one, start, stop, at_end)) return bool_new(true);
    }
    return bool_new(false);
}
static Own str_m_startswith(Ref self, Ref const *args) { return test_affix(self, args, false); }
static Own str_m_endswith(Ref self, Ref const *args) { return test_affix(self, args, true); }

static Own str_m_removeprefix(Ref self, Ref const *args) {
    if (args_want_str("removeprefix() argument", args[0])) return NULL;
    ssize_t n = str_len(self);
    return has_affix(self, args[0], 0, n, false) ? str_slice(self, str_len(args[0]), n) : str_exact(self);
}
static Own str_m_removesuffix(Ref self, Ref const *args) {
    if (args_want_str("removesuffix() argument", args[0])) return NULL;
    ssize_t n = str_len(self);
    return has_affix(self, args[0], 0, n, true) ? str_slice(self, 0, n - str_len(args[0])) : str_exact(self);
}

/* ---- pieces */

static Splitting splitting(Ref s) { return (Splitting){s, str_run(s), NULL}; }

static Own split_args(Ref self, Ref const *args, bool reverse) {
    ssize_t max;
    Ref sep = args[0] ? args[0] : NONE;
    if (args_ssize(args[1], -1, &max)) return NULL;
    if (sep != NONE && !is_str(sep)) return raise_error(TypeError, "must be str or None, not %.100s", type_head(sep)->name);
    Splitting x = splitting(self);
    if (sep == NONE) return split_all(&x, NULL, max, reverse);
    Run run = str_run(sep);
    return split_all(&x, &run, max, reverse);
}
static Own str_m_split(Ref self, Ref const *args) { return split_args(self, args, false); }
static Own str_m_rsplit(Ref self, Ref const *args) { return split_args(self, args, true); }

static Own str_m_splitlines(Ref self, Ref const *args) {
    int keep = args[0] ? object_truth(args[0]) : 0;
    if (keep < 0) return NULL;
    Splitting x = splitting(self);
    return split_lines(&x, keep);
}

static Own partition(Ref self, Ref sep, bool reverse) {
    if (!is_str(sep)) return raise_error(TypeError, "must be str, not %.100s", type_head(sep)->name);
    Splitting x = splitting(self);
    return split_three(&x, sep, str_run(sep), reverse);
}
static Own str_m_partition(Ref self, Ref const *args) { return partition(self, args[0], false); }
static Own str_m_rpartition(Ref self, Ref const *args) { return partition(self, args[0], true); }

static Own str_m_join(Ref self, Ref const *args) { return str_join(self, args[0]); }

/* ---- at the ends */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static inline bool in_set(uint32_t c, Ref set) {
    return set ? kind_find_char(str_kind(set), str_data(set), str_len(set), c) >= 0 : unicode_is_space(c);
}

/* Blanks off ASCII, the usual case. */
static Own strip_ascii(Ref self, int sides) {
    const uint8_t *p = str_data(self);
    ssize_t start = 0, stop = str_len(self);
    if (sides & STRIP_LEFT)
        while (start < stop && p[start] <= ' ' && unicode_latin_flags[p[start]] & UNI_SPACE) start++;
    if (sides & STRIP_RIGHT)
        while (stop > start && p[stop - 1] <= ' ' && unicode_latin_flags[p[stop - 1]] & UNI_SPACE) stop--;
    return str_slice(self, start, stop);
}

static Own strip(Ref self, Ref set, int sides, const char *name) {
    if (set == NONE) set = NULL;
    if (!set && str_is_ascii(self)) return strip_ascii(self, sides);
    if (set && !is_str(set)) return raise_error(TypeError, "%s arg must be None or str", name);
    ssize_t start = 0, stop = str_len(self);
    if (sides & STRIP_LEFT)
        while (start < stop && in_set(str_char(self, start), set)) start++;
    if (sides & STRIP_RIGHT)
        while (stop > start && in_set(str_char(self, stop - 1), set)) stop--;
    return str_slice(self, start, stop);
}
static Own str_m_strip(Ref self, Ref const *args) { return strip(self, args[0], STRIP_LEFT | STRIP_RIGHT, "strip"); }
static Own str_m_lstrip(Ref self, Ref const *args) { return strip(self, args[0], STRIP_LEFT, "lstrip"); }
static Own str_m_rstrip(Ref self, Ref const *args) { return strip(self, args[0], STRIP_RIGHT, "rstrip"); }

Own str_pad(Ref s, ssize_t left, ssize_t right, uint32_t fill) {
    ssize_t n = str_len(s);
    if (left < 0) left = 0;
    if (right < 0) right = 0;
    if (left == 0 && right == 0) return str_exact(s);
    if (left > SSIZE_MAX - n || right > SSIZE_MAX - n - left) return raise_error(OverflowError, "padded string is too long");
    Own result = str_new(left + n + right, widest(str_max_char(s), fill));
    if (!result) return NULL;
    int kind = str_kind(result);
    char *to = str_data(result);
    kind_fill(kind, to, fill, left);
    str_copy_into(kind, to, left, s);
    kind_fill(kind, to + (left + n) * kind, fill, right);
    return str_canonical_take(result);
}

static int fill_arg(Ref o, uint32_t *fill) {
    *fill = ' ';
    if (!o) return 0;
    if (!is_str(o)) return raise_error(TypeError, "The fill character must be a unicode character, not %.100s", type_head(o)->name), -1;
    if (str_len(o) != 1) return raise_error(TypeError, "The fill character must be exactly one character long"), -1;
    *fill = str_char(o, 0);
    return 0;
}

/* Arguments of center, ljust, rjust: *room is what is missing to the width, at least 0. */
static int pad_args(Ref self, Ref const *args, ssize_t *width, ssize_t *room, uint32_t *fill) {
    if (args_ssize(args[0], 0, width) || fill_arg(args[1], fill)) return -1;
    *room = *width > str_len(self) ? *width - str_len(self) : 0;
    return 0;
}

static Own str_m_ljust(Ref self, Ref const *args) {
    ssize_t width, room;
    uint32_t fill;
    return pad_args(self, args, &width, &room, &fill) ? NULL : str_pad(self, 0, room, fill);
}
static Own str_m_rjust(Ref self, Ref const *args) {
    ssize_t width, room;
    uint32_t fill;
    return pad_args(self, args, &width, &room, &fill) ? NULL : str_pad(self, room, 0, fill);
}
static Own str_m_center(Ref self, Ref const *args) {
    ssize_t width, room;
    uint32_t fill;
    if (pad_args(self, args, &width, &room, &fill)) return NULL;
    ssize_t left = room / 2 + (room & width & 1);
    return str_pad(self, left, room - left, fill);
}

static Own str_m_zfill(Ref self, Ref const *args) {
    ssize_t width, n = str_len(self);
    if (args_ssize(args[0], 0, &width)) return NULL;
    ssize_t room = width > n ? width - n : 0;
    Own result = str_pad(self, room, 0, '0');
    if (!result || room == 0 || n == 0) return result;
    uint32_t sign = str_char(self, 0);
    if (sign == '+' || sign == '-') {
        kind_write(str_kind(result), str_data(result), 0, sign);
        kind_write(str_kind(result), str_data(result), room, '0');
    }
    return result;
}

/* ---- replacing */

static Own str_m_replace(Ref self, Ref const *args) {
    ssize_t max;
    if (args_want_str("replace() argument 1", args[0]) || args_want_str("replace() argument 2", args[1]) || args_ssize(args[2], -1, &max)) return NULL;
    return str_replace(self, args[0], args[1], max);
}

static Own str_m_expandtabs(Ref self, Ref const *args) {
    int tab;
    ssize_t column = 0, n = str_len(self);
    if (args_int(args[0], 8, &tab)) return NULL;
    if (str_find_char(self, '\t', 0, n) < 0) return str_exact(self);
    StrWriter w = {.overallocate = true};
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = str_char(self, i);
        if (c != '\t') {
            column = c == '\n' || c == '\r' ? 0 : column + 1;
            if (writer_char(&w, c)) return NULL;
            continue;
        }
        ssize_t blanks = tab > 0 ? tab - column % tab : 0;
        column += blanks;
        if (writer_fill(&w, ' ', blanks)) return NULL;
    }
    return writer_finish(&w);
}

static Own str_m_encode(Ref self, Ref const *args) {
    const char *encoding, *errors;
    if (args_text("encode() argument 'encoding'", args[0], &encoding) || args_text("encode() argument 'errors'", args[1], &errors)) return NULL;
    return codec_encode(self, encoding, errors);
}

static Own str_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    const Str *s = (const Str *)self;
    ssize_t size = (is_exact_str(self) ? (ssize_t)s->offset : (ssize_t)sizeof(SubStr)) + (s->length + 1) * s->kind;
    if (!s->ascii && ((const WideStr *)s)->utf8) size += ((const WideStr *)s)->utf8_length + 1;
    return int_new(size);
}

static Own str_m_getnewargs(Ref self, Ref const *args) {
    (void)args;
    Own plain = str_exact(self);
    return plain ? tuple_from_array_take(&plain, 1) : NULL;
}

/* ---- slots */

static Own str_slot_str(Ref self) { return str_exact(self); }
static Hash str_slot_hash(Ref self) { return str_hash(self); }
static ssize_t str_slot_len(Ref self) { return str_len(self); }
static Own str_slot_iter(Ref self) {
    return seq_iter_new(str_is_ascii(self) && is_exact_str(self) ? &str_ascii_iter_type : &str_iter_type, self);
}

static Own str_slot_compare(Ref a, Ref b, CmpOp op) {
    if (!is_str(a) || !is_str(b)) return not_implemented();
    if (op == CMP_EQ || op == CMP_NE) return bool_new(str_equal(a, b) == (op == CMP_EQ));
    int order = a == b ? 0 : str_compare(a, b);
    return bool_new(op == CMP_LT ? order < 0 : op == CMP_LE ? order <= 0 : op == CMP_GT ? order > 0 : order >= 0);
}

static Own str_slot_concat(Ref a, Ref b) {
    if (!is_str(a)) return not_implemented();
    if (!is_str(b)) return raise_error(TypeError, "can only concatenate str (not \"%.200s\") to str", type_head(b)->name);
    return str_concat(a, b);
}

static Own str_slot_mod(Ref a, Ref b) { return is_str(a) ? str_percent(a, b) : not_implemented(); }

static int str_slot_contains(Ref self, Ref sub) {
    if (is_str(sub)) return str_contains(self, sub);
    return raise_error(TypeError, "'in <string>' requires string as left operand, not %.100s", type_head(sub)->name), -1;
}

static Own str_slot_item(Ref self, ssize_t i) {
    if (i < 0 || i >= str_len(self)) return raise_error(IndexError, "string index out of range");
    return str_from_char(str_char(self, i));
}

/* s[start::step], step not 1. */
static Own stepped_slice(Ref s, ssize_t start, ssize_t step, ssize_t count) {
    int kind = str_kind(s);
    const void *from = str_data(s);
    uint32_t max_char = 0;
    for (ssize_t i = 0, at = start; i < count && !str_is_ascii(s); i++, at += step) max_char |= kind_read(kind, from, at);
    Own result = str_new(count, max_char > MAX_CHAR ? MAX_CHAR : max_char);
    if (!result || count == 0) return result;
    int to_kind = str_kind(result);
    void *to = str_data(result);
    if (kind == KIND_1)
        for (ssize_t i = 0, at = start; i < count; i++, at += step) ((uint8_t *)to)[i] = ((const uint8_t *)from)[at];
    else
        for (ssize_t i = 0, at = start; i < count; i++, at += step) kind_write(to_kind, to, i, kind_read(kind, from, at));
    return str_canonical_take(result);
}

static Own str_slot_subscript(Ref self, Ref key) {
    ssize_t i, start, stop, step, count;
    if (is_exact_int(key) && int_is_compact(key)) {
        i = int_value(key);
        return str_slot_item(self, i < 0 ? i + str_len(self) : i);
    }
    if (key->type == &slice_type) {
        if (slice_indices(key, &((const Str *)self)->length, &start, &stop, &step, &count)) return NULL;
        if (count <= 0) return own((Ref)str_empty);
        return step == 1 ? str_slice(self, start, start + count) : stepped_slice(self, start, step, count);
    }
    if (!key->type->index) return raise_error(TypeError, "string indices must be integers, not '%.200s'", type_head(key)->name);
    return sequence_index(key, &((const Str *)self)->length, &i, "string index out of range") ? NULL : str_slot_item(self, i);
}

/* str(object), or str(bytes, encoding, errors). args: three, absent NULL. */
static Own str_from_args(Ref const *args) {
    const char *encoding, *errors;
    Buffer data;
    if (!args[1] && !args[2]) return args[0] ? object_str(args[0]) : own((Ref)str_empty);
    if (args_text("str() argument 'encoding'", args[1], &encoding) || args_text("str() argument 'errors'", args[2], &errors)) return NULL;
    if (!args[0]) return own((Ref)str_empty);
    if (is_str(args[0])) return raise_error(TypeError, "decoding str is not supported");
    if (!object_has_buffer(args[0])) return raise_error(TypeError, "decoding to str: need a bytes-like object, %.80s found", type_head(args[0])->name);
    if (buffer_get(args[0], &data, false)) return NULL;
    Own result = codec_decode(data.data, (size_t)data.size, encoding, errors);
    buffer_release(&data);
    return result;
}

static const char str_signature[] = "str(object='', encoding='utf-8', errors='strict')";

static Own str_slot_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref bound[3];
    if (LIKELY(cls == &str_type && nargs == 1 && !kwnames)) return object_str(args[0]);
    if (nargs > 3 && !kwnames) return raise_error(TypeError, "str expected at most 3 arguments, got %zu", nargs);
    if (args_bind(str_signature, args, nargs, kwnames, bound)) return NULL;
    Own value = str_from_args(bound);
    if (!value || cls == &str_type) return value;
    Own result = str_subclass_new(cls, value);
    drop(value);
    return result;
}

#define X(name, doc) {#name "()", str_m_##name, doc},
static const Method str_methods[] = {
    STR_CASE_METHODS(X)
    {"find(sub, start=None, end=None, /)", str_m_find, "Lowest index at which sub stands in the part from start to end, or -1."},
    {"rfind(sub, start=None, end=None, /)", str_m_rfind, "Highest index at which sub stands in the part from start to end, or -1."},
    {"index(sub, start=None, end=None, /)", str_m_index, "As find, but an absent sub is a ValueError."},
    {"rindex(sub, start=None, end=None, /)", str_m_rindex, "As rfind, but an absent sub is a ValueError."},
    {"count(sub, start=None, end=None, /)", str_m_count, "Number of places, not overlapping, where sub stands."},
    {"startswith(prefix, start=None, end=None, /)", str_m_startswith, "True if the part begins with prefix, or with one of a tuple."},
    {"endswith(suffix, start=None, end=None, /)", str_m_endswith, "True if the part ends with suffix, or with one of a tuple."},
    {"removeprefix(prefix, /)", str_m_removeprefix, "A copy without that beginning, if it is there."},
    {"removesuffix(suffix, /)", str_m_removesuffix, "A copy without that end, if it is there."},
    {"split(sep=None, maxsplit=-1)", str_m_split, "List of the parts between separators, or between runs of blanks; limited from the left."},
    {"rsplit(sep=None, maxsplit=-1)", str_m_rsplit, "As split, but a limit counts from the right."},
    {"splitlines(keepends=False)", str_m_splitlines, "List of the lines."},
    {"partition(sep, /)", str_m_partition, "What is before the first sep, sep, and what is behind it."},
    {"rpartition(sep, /)", str_m_rpartition, "What is before the last sep, sep, and what is behind it."},
    {"join(iterable, /)", str_m_join, "The strings of the iterable with this one between each two."},
    {"strip(chars=None, /)", str_m_strip, "A copy without blanks, or without those characters, at both ends."},
    {"lstrip(chars=None, /)", str_m_lstrip, "A copy without blanks, or without those characters, at the beginning."},
    {"rstrip(chars=None, /)", str_m_rstrip, "A copy without blanks, or without those characters, at the end."},
    {"ljust(width, fillchar=' ', /)", str_m_ljust, "Filled up to the width on the right."},
    {"rjust(width, fillchar=' ', /)", str_m_rjust, "Filled up to the width on the left."},
    {"center(width, fillchar=' ', /)", str_m_center, "Filled up to the width on both sides."},
    {"zfill(width, /)", str_m_zfill, "Filled up to the width with zeros behind the sign."},
    {"replace(old, new, /, count=-1)", str_m_replace, "A copy with new in place of old, everywhere or in the first count places."},
    {"expandtabs(tabsize=8)", str_m_expandtabs, "A copy with blanks up to the next column of tabs in place of each tab."},
    {"translate(table, /)", str_m_translate, "A copy with each character replaced by what the table has for its number."},
    {"maketrans(x, y=None, z=None, /)", str_m_maketrans, "A table for translate: from a dict, or from characters, their replacements and those to delete.",
     METHOD_STATIC, NULL},
    {"encode(encoding='utf-8', errors='strict')", str_m_encode, "The text as bytes."},
    {"format(*args, **kwargs)", NULL, "The text with its {fields} replaced by the arguments.", 0, str_m_format},
    {"format_map(mapping, /)", str_m_format_map, "The text with its {fields} replaced from the mapping."},
    {"__format__(format_spec, /)", str_m_dunder_format, "The text laid out as the specification says."},
    {"__sizeof__()", str_m_sizeof, "Bytes of memory."},
    {"__getnewargs__()", str_m_getnewargs, "What a copy is made from."},
    {0}};
#undef X

Type str_type = {
    .head = {.ob = {1, &type_type},
             .name = "str",
             .basic_size = sizeof(SubStr),
             .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_IS_STR,
             .dealloc = str_dealloc},
    .doc = "Immutable text: a sequence of Unicode characters.",
    .signature = str_signature,
    .repr = str_repr,
    .str = str_slot_str,
    .hash = str_slot_hash,
    .compare = str_slot_compare,
    .iter = str_slot_iter,
    .new = str_slot_new,
    .binary = {[OP_MOD] = str_slot_mod},
    .len = str_slot_len,
    .subscript = str_slot_subscript,
    .item = str_slot_item,
    .contains = str_slot_contains,
    .concat = str_slot_concat,
    .repeat = str_repeat,
    .methods = str_methods,
};
