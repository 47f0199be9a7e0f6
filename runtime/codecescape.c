/* codecescape.c: decoding of unicode_escape and raw_unicode_escape: Latin-1 with escapes as in the source of a string literal. */
#include "runtime/codecimpl.h"
#include "runtime/err.h"
#include "runtime/strkind.h"

typedef struct Escapes {
    const char *data;
    size_t n, at;
    bool raw;
    Handler handler;
    const char *errors;
    StrWriter w;
} Escapes;

static int hex_value(char c) {
    if ((unsigned char)(c - '0') < 10) return c - '0';
    c |= 0x20;
    return (unsigned char)(c - 'a') < 6 ? c - 'a' + 10 : -1;
}

/* The malformed escape from start to end: only strict, ignore and replace make sense of it. */
static int handle(Escapes *x, size_t start, size_t end, const char *reason) {
    x->at = end;
    if (x->handler == ON_ERROR_IGNORE) return 0;
    if (x->handler == ON_ERROR_REPLACE) return writer_char(&x->w, 0xfffd);
    writer_drop(&x->w);
    if (x->handler == ON_ERROR_UNKNOWN) return raise_handler(x->errors), -1;
    raise_decode(x->raw ? "rawunicodeescape" : "unicodeescape", x->data, x->n, start, end, reason);
    return -1;
}

/* \xXX, \uXXXX, \UXXXXXXXX; x->at is behind the letter. */
static int read_hex(Escapes *x, size_t start, int digits) {
    uint32_t c = 0;
    size_t end = x->at;
    while (end < x->n && end < x->at + (size_t)digits && hex_value(x->data[end]) >= 0) c = c << 4 | (uint32_t)hex_value(x->data[end++]);
    const char *reason = digits == 2 ? "truncated \\xXX escape" : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
    if (end < x->at + (size_t)digits) return handle(x, start, end, reason);
    if (c > MAX_CHAR) return handle(x, start, end, x->raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character");
    x->at = end;
    return writer_char(&x->w, c);
}

static int read_octal(Escapes *x, uint32_t c) {
    for (int i = 0; i < 2 && x->at < x->n && (unsigned char)(x->data[x->at] - '0') < 8; i++) c = c * 8 + (uint32_t)(x->data[x->at++] - '0');
    return writer_char(&x->w, c);
}

/* x->at is behind the backslash. */
static int read_escape(Escapes *x) {
    static const char letters[] = "\\\\''\"\"b\bf\ft\tn\nr\rv\va\a";
    size_t start = x->at - 1;
    if (x->at == x->n) return x->raw ? writer_char(&x->w, '\\') : handle(x, start, x->n, "\\ at end of string");
    char c = x->data[x->at++];
    if (c == 'u') return read_hex(x, start, 4);
    if (c == 'U') return read_hex(x, start, 8);
    if (!x->raw) {
        if (c == 'x') return read_hex(x, start, 2);
        if (c == '\n') return 0;
        if ((unsigned char)(c - '0') < 8) return read_octal(x, (uint32_t)(c - '0'));
        for (const char *p = letters; *p; p += 2)
            if (*p == c) return writer_char(&x->w, (uint8_t)p[1]);
    }
    return writer_char(&x->w, '\\') || writer_char(&x->w, (uint8_t)c) ? -1 : 0;
}

Own codec_decode_escape(const char *data, size_t n, bool raw, const char *errors) {
    Escapes x = {.data = data, .n = n, .raw = raw, .handler = handler_find(errors), .errors = errors, .w = {.overallocate = true}};
    while (x.at < n) {
        uint8_t c = (uint8_t)data[x.at++];
        if (c == '\\' ? read_escape(&x) : writer_char(&x.w, c)) return NULL;
    }
    return writer_finish(&x.w);
}
