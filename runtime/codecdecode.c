/* codecdecode.c: bytes to str.
 *
 * Well-formed text is measured, allocated once and written once. Where it is not, the good runs and the handler's answers go to a
 * writer, one after the other. */
#include "runtime/codecimpl.h"
#include "runtime/err.h"
#include "runtime/strkind.h"
#include "runtime/utf8.h"

typedef struct Decoder {
    const char *data;
    size_t n, at;
    Encoding encoding;
    Handler handler;
    const char *errors;
    StrWriter w;
} Decoder;

static inline uint8_t byte_at(const Decoder *d, size_t i) { return (uint8_t)d->data[i]; }

static bool is_wide(Encoding e) { return e >= ENC_UTF16 && e <= ENC_UTF32_BE; }

static int refuse(Decoder *d, size_t end, const char *reason) {
    writer_drop(&d->w);
    const char *name = d->encoding == ENC_UTF8_SIG ? "utf-8" : encoding_names[d->encoding];
    raise_decode(name, d->data, d->n, d->at, end, reason);
    return -1;
}

/* surrogatepass: the lone surrogate that is encoded here, and its length; 0: none is. */
static uint32_t encoded_surrogate(const Decoder *d, size_t *length) {
    size_t left = d->n - d->at, need = d->encoding == ENC_UTF8 ? 3 : d->encoding >= ENC_UTF32 ? 4 : 2;
    uint32_t c = 0;
    if (left < need || d->encoding == ENC_ASCII) return 0;
    uint8_t b[4];
    memcpy(b, d->data + d->at, need);
    if (need == 3) c = b[0] == 0xed && (b[1] & 0xe0) == 0xa0 && (b[2] & 0xc0) == 0x80 ? 0xd000u | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu) : 0;
    else
        for (size_t i = 0; i < need; i++) c = c << 8 | b[d->encoding == ENC_UTF16_BE || d->encoding == ENC_UTF32_BE ? i : need - 1 - i];
    *length = need;
    return (c & 0xfffff800u) == 0xd800 ? c : 0;
}

static int put_escapes(Decoder *d, size_t end) {
    char text[12];
    for (size_t i = d->at; i < end; i++)
        if (writer_ascii(&d->w, text, escape_put(text, byte_at(d, i)))) return -1;
    return 0;
}

/* Bytes at d->at up to end cannot be decoded: moves d->at behind what the handler deals with. */
static int handle(Decoder *d, size_t end, const char *reason) {
    size_t length;
    uint32_t c;
    int failed = 0;
    switch (d->handler) {
    case ON_ERROR_STRICT: return refuse(d, end, reason);
    case ON_ERROR_IGNORE: break;
    case ON_ERROR_REPLACE: failed = writer_char(&d->w, 0xfffd); break;
    case ON_ERROR_BACKSLASH: failed = put_escapes(d, end); break;
    case ON_ERROR_ESCAPE:
        if (is_wide(d->encoding) || byte_at(d, d->at) < 128) return refuse(d, end, reason);
        for (; !failed && d->at < end && byte_at(d, d->at) >= 128; d->at++) failed = writer_char(&d->w, 0xdc00u + byte_at(d, d->at));
        return failed;
    case ON_ERROR_PASS:
        if (!(c = encoded_surrogate(d, &length))) return refuse(d, end, reason);
        d->at += length;
        return writer_char(&d->w, c);
    case ON_ERROR_XML: case ON_ERROR_NAME:
        writer_drop(&d->w);
        return raise_error(TypeError, "don't know how to handle UnicodeDecodeError in error callback"), -1;
    default:
        writer_drop(&d->w);
        return raise_handler(d->errors), -1;
    }
    d->at = end;
    return failed;
}

/* ---- UTF-8 */

static int put_utf8(Decoder *d, const Utf8Scan *scan) {
    if (scan->chars == 0) return 0;
    if (writer_reserve(&d->w, scan->chars, scan->max_char)) return -1;
    int kind = str_kind(d->w.str);
    utf8_read(kind, (char *)str_data(d->w.str) + d->w.length * kind, d->data + d->at, scan->good);
    d->w.length += scan->chars;
    d->at += scan->good;
    return 0;
}

static Own decode_utf8(Decoder *d, size_t *used) {
    while (d->at < d->n) {
        Utf8Scan scan;
        utf8_scan(d->data + d->at, d->n - d->at, false, &scan);
        if (put_utf8(d, &scan)) return NULL;
        if (!scan.bad || (used && scan.cut)) break;
        if (handle(d, d->at + scan.bad, scan.reason)) return NULL;
    }
    if (used) *used = d->at;
    return writer_finish(&d->w);
}

Own codec_decode_utf8(const char *data, size_t n, const char *errors, size_t *used) {
    Utf8Scan scan;
    utf8_scan(data, n, false, &scan);
    if (!scan.bad) {
        if (used) *used = n;
        return str_from_scan(data, &scan);
    }
    Decoder d = {.data = data, .n = n, .encoding = ENC_UTF8, .handler = handler_find(errors), .errors = errors, .w = {.overallocate = true}};
    return decode_utf8(&d, used);
}

/* ---- one byte per character */

static Own decode_ascii(Decoder *d) {
    if (bytes_are_ascii(d->data, d->n)) return str_new_from_ascii(d->data, (ssize_t)d->n);
    d->w.overallocate = true;
    while (d->at < d->n) {
        size_t start = d->at, end = start;
        while (end < d->n && byte_at(d, end) < 128) end++;
        if (writer_ascii(&d->w, d->data + start, (ssize_t)(end - start))) return NULL;
        d->at = end;
        if (end < d->n && handle(d, end + 1, "ordinal not in range(128)")) return NULL;
    }
    return writer_finish(&d->w);
}

/* ---- two and four bytes per unit */

static uint32_t unit_at(const Decoder *d, size_t i, int bytes, bool big) {
    uint32_t unit = 0;
    for (int k = 0; k < bytes; k++) unit = unit << 8 | byte_at(d, i + (size_t)(big ? k : bytes - 1 - k));
    return unit;
}

static int decode_unit16(Decoder *d, bool big) {
    if (d->n - d->at < 2) return handle(d, d->n, "truncated data");
    uint32_t c = unit_at(d, d->at, 2, big);
    if ((c & 0xf800) != 0xd800) {
        d->at += 2;
        return writer_char(&d->w, c);
    }
    if (c >= 0xdc00) return handle(d, d->at + 2, "illegal encoding");
    if (d->n - d->at < 4) return handle(d, d->n, "unexpected end of data");
    uint32_t low = unit_at(d, d->at + 2, 2, big);
    if ((low & 0xfc00) != 0xdc00) return handle(d, d->at + 2, "illegal UTF-16 surrogate");
    d->at += 4;
    return writer_char(&d->w, 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff));
}

static int decode_unit32(Decoder *d, bool big) {
    if (d->n - d->at < 4) return handle(d, d->n, "truncated data");
    uint32_t c = unit_at(d, d->at, 4, big);
    if (c > MAX_CHAR) return handle(d, d->at + 4, "code point not in range(0x110000)");
    if ((c & 0xfffff800u) == 0xd800) return handle(d, d->at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
    d->at += 4;
    return writer_char(&d->w, c);
}

/* The byte order: from the mark if there is one (which is skipped), else little end first. */
static void read_mark(Decoder *d, size_t bytes, Encoding little, Encoding big) {
    d->encoding = little;
    if (d->n < bytes) return;
    bool is_big = unit_at(d, 0, (int)bytes, true) == 0xfeff;
    if (is_big) d->encoding = big;
    if (is_big || unit_at(d, 0, (int)bytes, false) == 0xfeff) d->at = bytes;
}

static Own decode_wide(Decoder *d) {
    if (d->encoding == ENC_UTF16) read_mark(d, 2, ENC_UTF16_LE, ENC_UTF16_BE);
    if (d->encoding == ENC_UTF32) read_mark(d, 4, ENC_UTF32_LE, ENC_UTF32_BE);
    bool big = d->encoding == ENC_UTF16_BE || d->encoding == ENC_UTF32_BE, four = d->encoding >= ENC_UTF32;
    d->w.overallocate = true;
    while (d->at < d->n)
        if (four ? decode_unit32(d, big) : decode_unit16(d, big)) return NULL;
    return writer_finish(&d->w);
}

Own codec_decode_with(const char *data, size_t n, Encoding encoding, const char *errors) {
    Decoder d = {.data = data, .n = n, .encoding = encoding, .handler = handler_find(errors), .errors = errors};
    switch (encoding) {
    case ENC_UTF8_SIG:
        if (n >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) data += 3, n -= 3;
        return codec_decode_utf8(data, n, errors, NULL);
    case ENC_UTF8: return codec_decode_utf8(data, n, errors, NULL);
    case ENC_ASCII: return decode_ascii(&d);
    case ENC_LATIN1: return str_from_kind(KIND_1, data, (ssize_t)n);
    case ENC_ESCAPE: case ENC_RAW_ESCAPE: return codec_decode_escape(data, n, encoding == ENC_RAW_ESCAPE, errors);
    default: return decode_wide(&d);
    }
}
