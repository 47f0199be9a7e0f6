/* strtranslate.c: str.translate and str.maketrans.
 *
 * ASCII text under a table that gives ASCII characters, by far the most, is translated through an array that remembers each
 * character's answer; the first other answer goes on with a writer. */
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/strmethods.h"

/* What the table says of c: 1 and *out (int, None or str), 0 nothing, -1. */
static int ask(Ref table, uint32_t c, Own *out) {
    Own key = int_new(c);
    if (!key) return -1;
    int found = 1;
    if (is_exact_dict(table)) {
        found = dict_get(table, key, out);
    } else {
        *out = object_subscript(table, key);
        if (!*out) {
            found = err_matches(LookupError) ? 0 : -1;
            if (found == 0) err_clear();
        }
    }
    drop(key);
    return found;
}

/* A character that an answer names; -1: not an int, or out of range with ValueError. */
static int64_t answer_char(Ref answer) {
    int64_t c;
    if (!is_int(answer)) return -1;
    if (int_to_int64(answer, &c) == 1 && c >= 0 && c <= MAX_CHAR) return c;
    raise_error(ValueError, "character mapping must be in range(0x%x)", MAX_CHAR + 1);
    return -1;
}

static int write_answer(StrWriter *w, Ref answer) {
    if (answer == NONE) return 0;
    if (is_str(answer)) return writer_str(w, answer);
    if (!is_int(answer)) {
        writer_drop(w);
        return raise_error(TypeError, "character mapping must return integer, None or str"), -1;
    }
    int64_t c = answer_char(answer);
    if (c >= 0) return writer_char(w, (uint32_t)c);
    writer_drop(w);
    return -1;
}

/* From character i on. */
static Own translate_rest_take(StrWriter *w, Ref s, ssize_t i, Ref table) {
    for (; i < str_len(s); i++) {
        Own answer;
        int found = ask(table, str_char(s, i), &answer);
        int failed = found < 0 ? (writer_drop(w), -1) : found ? write_answer(w, answer) : writer_char(w, str_char(s, i));
        if (found > 0) drop(answer);
        if (failed) return NULL;
    }
    return writer_finish(w);
}

enum { UNKNOWN = 0xff, DELETED = 0xfe, OTHER = 0xfd };

/* The table's answer for an ASCII character, as an ASCII character if it is one; -1: error. */
static int ask_ascii(Ref table, uint8_t c) {
    Own answer;
    int found = ask(table, c, &answer), result = OTHER;
    if (found <= 0) return found < 0 ? -1 : c;
    if (answer == NONE) result = DELETED;
    else if (is_str(answer) && str_len(answer) == 1 && str_is_ascii(answer)) result = (int)str_char(answer, 0);
    else if (is_exact_int(answer) && int_is_compact(answer) && int_value(answer) >= 0 && int_value(answer) <= MAX_ASCII) result = (int)int_value(answer);
    drop(answer);
    return result;
}

/* *done characters of s are translated into the n bytes at to; returns n, or -1. */
static ssize_t translate_ascii(Ref s, Ref table, char *to, ssize_t *done) {
    uint8_t known[128];
    memset(known, UNKNOWN, sizeof known);
    const uint8_t *from = str_data(s);
    ssize_t n = 0, i;
    for (i = 0; i < str_len(s); i++) {
        uint8_t c = known[from[i]];
        if (UNLIKELY(c == UNKNOWN)) {
            int answer = ask_ascii(table, from[i]);
            if (answer < 0) return -1;
            c = known[from[i]] = (uint8_t)answer;
        }
        if (c == OTHER) break;
        if (c != DELETED) to[n++] = (char)c;
    }
    *done = i;
    return n;
}

Own str_m_translate(Ref self, Ref const *args) {
    StrWriter w = {.overallocate = true};
    ssize_t done = 0;
    if (str_len(self) == 0) return own((Ref)str_empty);
    if (str_is_ascii(self)) {
        if (writer_reserve(&w, str_len(self), MAX_ASCII)) return NULL;
        w.length = translate_ascii(self, args[0], str_data(w.str), &done);
        if (w.length < 0) return writer_drop(&w), NULL;
    }
    return translate_rest_take(&w, self, done, args[0]);
}

/* ---- maketrans */

static int put_pair(Own dict, uint32_t c, Own value_take) {
    Own key = value_take ? int_new(c) : NULL;
    int failed = key ? dict_set(dict, key, value_take) : -1;
    drop_x(key);
    drop_x(value_take);
    return failed;
}

static int fill_from_texts(Own dict, Ref from, Ref to, Ref gone) {
    for (ssize_t i = 0; i < str_len(from); i++)
        if (put_pair(dict, str_char(from, i), int_new(str_char(to, i)))) return -1;
    for (ssize_t i = 0; gone && i < str_len(gone); i++)
        if (put_pair(dict, str_char(gone, i), none())) return -1;
    return 0;
}

static int fill_from_dict(Own dict, Ref map) {
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    while (dict_next(map, &pos, &key, &value, &hash)) {
        int failed;
        if (is_str(key)) {
            if (str_len(key) != 1) return raise_error(ValueError, "string keys in translate table must be of length 1"), -1;
            failed = put_pair(dict, str_char(key, 0), own(value));
        } else if (is_int(key)) {
            failed = dict_set(dict, key, value);
        } else {
            return raise_error(TypeError, "keys in translate table must be strings or integers"), -1;
        }
        if (failed) return -1;
    }
    return 0;
}

static int check_texts(Ref x, Ref y, Ref z) {
    if (args_want_str("maketrans() argument 2", y)) return -1;
    if (z && args_want_str("maketrans() argument 3", z)) return -1;
    if (!is_str(x)) return raise_error(TypeError, "first maketrans argument must be a string if there is a second argument"), -1;
    if (str_len(x) != str_len(y)) return raise_error(ValueError, "the first two maketrans arguments must have equal length"), -1;
    return 0;
}

Own str_m_maketrans(Ref self, Ref const *args) {
    (void)self;
    Ref x = args[0], y = args[1], z = args[2];
    if (y && check_texts(x, y, z)) return NULL;
    if (!y && !is_exact_dict(x)) return raise_error(TypeError, "if you give only one argument to maketrans it must be a dict");
    Own dict = dict_new();
    if (!dict || (y ? fill_from_texts(dict, x, y, z) : fill_from_dict(dict, x)) == 0) return dict;
    drop(dict);
    return NULL;
}
