/* strrepr.c: how strings and bytes are written in source: quotes and escapes.
 *
 * Two passes: measure, then write into a result of the exact size. Text that needs no escape, by far the most, is copied whole. */
#include "runtime/err.h"
#include "runtime/strkind.h"
#include "runtime/unicode.h"

static const char hex_digits[] = "0123456789abcdef";

/* Length of a character in a quoted string; 1 also for both quotes. */
static inline int escaped_length(uint32_t c, bool ascii_only) {
    if (c == '\\' || c == '\n' || c == '\r' || c == '\t') return 2;
    if (c < 0x7f) return c < ' ' ? 4 : 1;
    if (!ascii_only && c > 0x7f && unicode_is_printable(c)) return 1;
    return c <= 0xff ? 4 : c <= 0xffff ? 6 : 10;
}

typedef struct Measure {
    ssize_t length;      /* without the outer quotes and escapes of quotes */
    ssize_t single, dbl; /* quotes seen */
    uint32_t max_char;
} Measure;

static ALWAYS_INLINE void measure_kind(int kind, const void *data, ssize_t n, bool ascii_only, Measure *m) {
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = kind_read(kind, data, i);
        int length = escaped_length(c, ascii_only);
        m->length += length;
        if (c == '\'') m->single++;
        else if (c == '"') m->dbl++;
        else if (c > m->max_char && length == 1) m->max_char = c;
    }
}

static void measure(int kind, const void *data, ssize_t n, bool ascii_only, Measure *m) {
    *m = (Measure){0};
    if (kind == KIND_1) measure_kind(KIND_1, data, n, ascii_only, m);
    else if (kind == KIND_2) measure_kind(KIND_2, data, n, ascii_only, m);
    else measure_kind(KIND_4, data, n, ascii_only, m);
}

/* Writes the escape of c; returns its length. */
static int put_escape(char *to, uint32_t c) {
    to[0] = '\\';
    const char *letter = c == '\n' ? "n" : c == '\r' ? "r" : c == '\t' ? "t" : c == '\\' ? "\\" : NULL;
    if (letter) {
        to[1] = *letter;
        return 2;
    }
    int digits = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
    to[1] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    for (int i = 0; i < digits; i++) to[2 + i] = hex_digits[c >> 4 * (digits - 1 - i) & 15];
    return 2 + digits;
}

static ssize_t write_escape(int kind, void *to, ssize_t at, uint32_t c) {
    char text[12];
    int n = put_escape(text, c);
    kind_copy(kind, (char *)to + at * kind, KIND_1, text, n);
    return n;
}

static void write_quoted(Ref s, Own result, bool ascii_only, char quote) {
    int kind = str_kind(result), from_kind = str_kind(s);
    void *to = str_data(result);
    const void *from = str_data(s);
    ssize_t at = 1, n = str_len(s);
    kind_write(kind, to, 0, (uint8_t)quote);
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = kind_read(from_kind, from, i);
        if (c == (uint8_t)quote) kind_write(kind, to, at++, '\\');
        if (escaped_length(c, ascii_only) == 1) kind_write(kind, to, at++, c);
        else at += write_escape(kind, to, at, c);
    }
    kind_write(kind, to, at, (uint8_t)quote);
}

static Own quoted(Ref s, bool ascii_only) {
    ssize_t n = str_len(s);
    Measure m;
    measure(str_kind(s), str_data(s), n, ascii_only, &m);
    char quote = m.single && !m.dbl ? '"' : '\'';
    ssize_t total = m.length + 2 + (quote == '\'' ? m.single : 0);
    if (total > STR_MAX_LENGTH) return raise_error(OverflowError, "string is too long to generate repr");
    Own result = str_new(total, m.max_char);
    if (!result) return NULL;
    if (total != n + 2) write_quoted(s, result, ascii_only, quote);
    else {
        int kind = str_kind(result);
        kind_write(kind, str_data(result), 0, (uint8_t)quote);
        str_copy_into(kind, str_data(result), 1, s);
        kind_write(kind, str_data(result), n + 1, (uint8_t)quote);
    }
    return result;
}

Own str_repr(Ref s) { return quoted(s, false); }
Own str_ascii_repr(Ref s) { return str_is_ascii(s) ? quoted(s, false) : quoted(s, true); }

/* What is not ASCII as \x, \u, \U escapes, all else as it is: ascii() of the repr of any object. */
Own str_escape_wide(Ref s) {
    if (str_is_ascii(s)) return own(s);
    ssize_t n = str_len(s), total = 0, at = 0;
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = str_char(s, i);
        total += c <= MAX_ASCII ? 1 : c <= 0xff ? 4 : c <= 0xffff ? 6 : 10;
    }
    Own result = str_new(total, MAX_ASCII);
    if (!result) return NULL;
    char *to = str_data(result);
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = str_char(s, i);
        if (c <= MAX_ASCII) to[at++] = (char)c;
        else at += put_escape(to + at, c);
    }
    return result;
}

/* Between double quotes CPython writes a single one as \' in a bytearray, but not in bytes. */
Own bytes_quoted(const char *data, ssize_t n, const char *before, const char *after, bool escape_single) {
    Measure m;
    ssize_t head = (ssize_t)strlen(before), tail = (ssize_t)strlen(after), at = head;
    measure(KIND_1, data, n, true, &m);
    char quote = m.single && !m.dbl ? '"' : '\'';
    Own result = str_new_ascii(head + m.length + 2 + (quote == '\'' || escape_single ? m.single : 0) + tail);
    if (!result) return NULL;
    char *to = str_data(result);
    memcpy(to, before, (size_t)head);
    to[at++] = quote;
    for (ssize_t i = 0; i < n; i++) {
        uint8_t c = (uint8_t)data[i];
        if (c == (uint8_t)quote || (escape_single && c == '\'')) to[at++] = '\\';
        if (escaped_length(c, true) == 1) to[at++] = (char)c;
        else at += put_escape(to + at, c);
    }
    to[at++] = quote;
    memcpy(to + at, after, (size_t)tail);
    return result;
}
