/* codec.c: names of encodings, names of error handlers, and encoding.
 *
 * What an encoding can take is copied in one go wherever the string's form allows it (ASCII always does). Else characters go one by one;
 * those that cannot be encoded go, run by run, to the error handler, whose answer is text (encoded in turn) or bytes. */
#include "runtime/codec.h"

#include "runtime/bytes.h"
#include "runtime/codecimpl.h"
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/strkind.h"
#include "runtime/utf8.h"

const char *const encoding_names[] = {"", "utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be",
                                      "utf-32", "utf-32-le", "utf-32-be", "unicodeescape", "rawunicodeescape"};
const char *(*codec_char_name)(uint32_t c);

/* ---- names */

static const struct {
    const char *alias;
    Encoding encoding;
} aliases[] = {
    {"utf_8", ENC_UTF8}, {"utf8", ENC_UTF8}, {"u8", ENC_UTF8}, {"utf", ENC_UTF8}, {"cp65001", ENC_UTF8}, {"utf8_ucs2", ENC_UTF8}, {"utf8_ucs4", ENC_UTF8},
    {"utf_8_sig", ENC_UTF8_SIG}, {"ascii", ENC_ASCII}, {"us_ascii", ENC_ASCII}, {"us", ENC_ASCII}, {"646", ENC_ASCII},
    {"ansi_x3.4_1968", ENC_ASCII}, {"ansi_x3_4_1968", ENC_ASCII}, {"iso646_us", ENC_ASCII}, {"iso_646.irv_1991", ENC_ASCII}, {"cp367", ENC_ASCII},
    {"ibm367", ENC_ASCII}, {"latin_1", ENC_LATIN1}, {"latin1", ENC_LATIN1}, {"latin", ENC_LATIN1}, {"l1", ENC_LATIN1}, {"8859", ENC_LATIN1},
    {"iso8859", ENC_LATIN1}, {"iso8859_1", ENC_LATIN1}, {"iso_8859_1", ENC_LATIN1}, {"cp819", ENC_LATIN1}, {"ibm819", ENC_LATIN1},
    {"iso_8859_1_1987", ENC_LATIN1}, {"iso_ir_100", ENC_LATIN1}, {"csisolatin1", ENC_LATIN1}, {"utf_16", ENC_UTF16}, {"utf16", ENC_UTF16},
    {"u16", ENC_UTF16}, {"utf_16_le", ENC_UTF16_LE}, {"utf_16le", ENC_UTF16_LE}, {"unicodelittleunmarked", ENC_UTF16_LE},
    {"utf_16_be", ENC_UTF16_BE}, {"utf_16be", ENC_UTF16_BE}, {"unicodebigunmarked", ENC_UTF16_BE}, {"utf_32", ENC_UTF32}, {"utf32", ENC_UTF32},
    {"u32", ENC_UTF32}, {"utf_32_le", ENC_UTF32_LE}, {"utf_32le", ENC_UTF32_LE}, {"utf_32_be", ENC_UTF32_BE}, {"utf_32be", ENC_UTF32_BE},
    {"unicode_escape", ENC_ESCAPE}, {"raw_unicode_escape", ENC_RAW_ESCAPE},
};

/* Small letters, and one underscore for each run of other characters between letters, digits and dots. */
static bool normalize(const char *name, char *to, size_t room) {
    size_t n = 0;
    bool gap = false;
    for (; *name; name++) {
        char c = *name;
        bool letter = (unsigned char)((c | 0x20) - 'a') < 26;
        if (!letter && c != '.' && (unsigned char)(c - '0') > 9) {
            gap = n > 0;
            continue;
        }
        if (n + 2 >= room) return false;
        if (gap) to[n++] = '_';
        gap = false;
        to[n++] = (char)(letter ? c | 0x20 : c);
    }
    to[n] = 0;
    return true;
}

Encoding encoding_find(const char *name) {
    char plain[32];
    if (!name) return ENC_UTF8;
    if (!normalize(name, plain, sizeof plain)) return ENC_UNKNOWN;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcmp(aliases[i].alias, plain) == 0) return aliases[i].encoding;
    return ENC_UNKNOWN;
}

const char *codec_canonical_name(const char *encoding) {
    Encoding e = encoding_find(encoding);
    if (e == ENC_UNKNOWN) return NULL;
    return e == ENC_LATIN1 ? "iso8859-1" : e == ENC_ESCAPE ? "unicode-escape" : e == ENC_RAW_ESCAPE ? "raw-unicode-escape" : encoding_names[e];
}

static const char *const handler_names[] = {"strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape",
                                            "surrogatepass"};

Handler handler_find(const char *errors) {
    if (!errors) return ON_ERROR_STRICT;
    int i = 0;
    while (i < ON_ERROR_UNKNOWN && strcmp(handler_names[i], errors) != 0) i++;
    return (Handler)i;
}

Own raise_handler(const char *errors) { return raise_error(LookupError, "unknown error handler name '%.400s'", errors); }

/* ---- errors */

static Own raise_unicode_take(Type *type, const char *encoding, Own object, ssize_t start, ssize_t end, const char *reason) {
    Own args[5] = {str_from_text(encoding), object, int_new(start), int_new(end), str_from_text(reason)};
    bool complete = args[0] && args[1] && args[2] && args[3] && args[4];
    Own exc = complete ? exc_new(type, refs(args), 5) : NULL;
    for (int i = 0; i < 5; i++) drop_x(args[i]);
    return raise_exc_take(exc);
}

Own raise_encode(const char *encoding, Ref s, ssize_t start, ssize_t end, const char *reason) {
    return raise_unicode_take(UnicodeEncodeError, encoding, str_exact(s), start, end, reason);
}

Own raise_decode(const char *encoding, const char *data, size_t n, size_t start, size_t end, const char *reason) {
    return raise_unicode_take(UnicodeDecodeError, encoding, bytes_from(data, (ssize_t)n), (ssize_t)start, (ssize_t)end, reason);
}

static inline bool is_surrogate(uint32_t c) { return (c & 0xfffff800u) == 0xd800; }

Own codec_raise_utf8_surrogate(Ref s) {
    ssize_t start = 0, end;
    while (!is_surrogate(str_char(s, start))) start++;
    for (end = start; end < str_len(s) && is_surrogate(str_char(s, end));) end++;
    return raise_encode("utf-8", s, start, end, "surrogates not allowed");
}

int escape_put(char *to, uint32_t c) {
    static const char digits[] = "0123456789abcdef";
    int n = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
    to[0] = '\\';
    to[1] = n == 2 ? 'x' : n == 4 ? 'u' : 'U';
    for (int i = 0; i < n; i++) to[2 + i] = digits[c >> 4 * (n - 1 - i) & 15];
    return 2 + n;
}

/* ---- encoding character by character */

typedef struct Encoder {
    Ref s;
    Encoding encoding;
    Handler handler;
    const char *errors;
    char *data;
    size_t n, room;
} Encoder;

static int make_room(Encoder *e, size_t more) {
    if (more <= e->room - e->n) return 0;
    size_t room = e->n + more + (e->n >> 2) + 16;
    char *bigger = mem_realloc(e->data, room);
    if (!bigger) return raise_memory(), -1;
    e->data = bigger;
    e->room = room;
    return 0;
}

static void put_unit(Encoder *e, uint32_t unit, int bytes, bool big) {
    for (int i = 0; i < bytes; i++) e->data[e->n++] = (char)(unit >> 8 * (big ? bytes - 1 - i : i));
}

static bool is_utf16(Encoding e) { return e == ENC_UTF16 || e == ENC_UTF16_LE || e == ENC_UTF16_BE; }
static bool is_utf32(Encoding e) { return e == ENC_UTF32 || e == ENC_UTF32_LE || e == ENC_UTF32_BE; }
static bool is_utf8(Encoding e) { return e == ENC_UTF8 || e == ENC_UTF8_SIG; }

static int put_char(Encoder *e, uint32_t c) {
    if (make_room(e, 4)) return -1;
    if (is_utf8(e->encoding)) {
        e->n += (size_t)utf8_put(e->data + e->n, c);
    } else if (is_utf32(e->encoding)) {
        put_unit(e, c, 4, e->encoding == ENC_UTF32_BE);
    } else if (!is_utf16(e->encoding)) {
        e->data[e->n++] = (char)c;
    } else if (c < 0x10000) {
        put_unit(e, c, 2, e->encoding == ENC_UTF16_BE);
    } else {
        put_unit(e, 0xd7c0 + (c >> 10), 2, e->encoding == ENC_UTF16_BE);
        put_unit(e, 0xdc00 + (c & 0x3ff), 2, e->encoding == ENC_UTF16_BE);
    }
    return 0;
}

static bool can_encode(Encoding encoding, uint32_t c) {
    return encoding == ENC_ASCII ? c < 128 : encoding == ENC_LATIN1 ? c < 256 : !is_surrogate(c);
}

static int refuse(Encoder *e, ssize_t start, ssize_t end) {
    const char *reason = e->encoding == ENC_ASCII    ? "ordinal not in range(128)"
                         : e->encoding == ENC_LATIN1 ? "ordinal not in range(256)"
                                                     : "surrogates not allowed";
    const char *name = e->encoding == ENC_UTF8_SIG ? "utf-8" : encoding_names[e->encoding];
    raise_encode(name, e->s, start, end, reason);
    return -1;
}

static int put_text(Encoder *e, const char *text, int n) {
    for (int i = 0; i < n; i++)
        if (put_char(e, (uint8_t)text[i])) return -1;
    return 0;
}

static int put_decimal(Encoder *e, uint32_t c) {
    char text[16];
    int n = 0;
    for (uint32_t rest = c; n == 0 || rest; rest /= 10) text[15 - n++] = (char)('0' + rest % 10);
    return put_text(e, "&#", 2) || put_text(e, text + 16 - n, n) || put_text(e, ";", 1) ? -1 : 0;
}

/* The answer of a handler that replaces each character by text. */
static int put_replacement(Encoder *e, uint32_t c) {
    char text[12];
    const char *name = e->handler == ON_ERROR_NAME && codec_char_name ? codec_char_name(c) : NULL;
    if (e->handler == ON_ERROR_REPLACE) return put_char(e, '?');
    if (e->handler == ON_ERROR_XML) return put_decimal(e, c);
    if (!name) return put_text(e, text, escape_put(text, c));
    return put_text(e, "\\N{", 3) || put_text(e, name, (int)strlen(name)) || put_text(e, "}", 1) ? -1 : 0;
}

/* Lone surrogates that stand for bytes, or that pass as they are; others are refused. */
static int put_surrogates(Encoder *e, ssize_t start, ssize_t end) {
    bool pass = e->handler == ON_ERROR_PASS;
    bool possible = pass ? e->encoding != ENC_ASCII && e->encoding != ENC_LATIN1 : !is_utf16(e->encoding) && !is_utf32(e->encoding);
    for (ssize_t i = start; i < end; i++) {
        uint32_t c = str_char(e->s, i);
        if (!possible || (pass ? !is_surrogate(c) : c < 0xdc80 || c > 0xdcff)) return refuse(e, i, end);
        if (make_room(e, 1) || (pass && put_char(e, c))) return -1;
        if (!pass) e->data[e->n++] = (char)c;
    }
    return 0;
}

static int handle(Encoder *e, ssize_t start, ssize_t end) {
    switch (e->handler) {
    case ON_ERROR_STRICT: return refuse(e, start, end);
    case ON_ERROR_IGNORE: return 0;
    case ON_ERROR_ESCAPE: case ON_ERROR_PASS: return put_surrogates(e, start, end);
    case ON_ERROR_UNKNOWN: raise_handler(e->errors); return -1;
    default: break;
    }
    for (ssize_t i = start; i < end; i++)
        if (put_replacement(e, str_char(e->s, i))) return -1;
    return 0;
}

static int encode_all(Encoder *e) {
    ssize_t n = str_len(e->s);
    bool single = is_utf16(e->encoding) || is_utf32(e->encoding);
    if ((e->encoding == ENC_UTF16 || e->encoding == ENC_UTF32 || e->encoding == ENC_UTF8_SIG) && put_char(e, 0xfeff)) return -1;
    for (ssize_t i = 0; i < n;) {
        uint32_t c = str_char(e->s, i);
        if (can_encode(e->encoding, c)) {
            if (put_char(e, c)) return -1;
            i++;
            continue;
        }
        ssize_t end = i + 1;
        while (!single && end < n && !can_encode(e->encoding, str_char(e->s, end))) end++;
        if (handle(e, i, end)) return -1;
        i = end;
    }
    return 0;
}

static Own encode_slowly(Ref s, Encoding encoding, const char *errors) {
    Encoder e = {.s = s, .encoding = encoding, .handler = handler_find(errors), .errors = errors};
    if ((size_t)str_len(s) > SIZE_MAX / 8) return raise_memory();
    if (make_room(&e, (size_t)str_len(s))) return NULL;
    Own result = encode_all(&e) ? NULL : bytes_from(e.data, (ssize_t)e.n);
    mem_free(e.data);
    return result;
}

static Own encode_utf8(Ref s, const char *errors) {
    ssize_t surrogate, n;
    const WideStr *w = (const WideStr *)s;
    if (w->utf8) return bytes_from(w->utf8, w->utf8_length);
    n = (ssize_t)utf8_size(str_kind(s), str_data(s), str_len(s), &surrogate);
    if (surrogate >= 0) return encode_slowly(s, ENC_UTF8, errors);
    Own result = bytes_new(n);
    if (result) utf8_write(bytes_data(result), str_kind(s), str_data(s), str_len(s));
    return result;
}

/* \x, \u and \U escapes for all but printable ASCII; raw: for what is not Latin-1. */
static Own encode_escape(Ref s, bool raw) {
    Encoder e = {.s = s, .encoding = ENC_LATIN1};
    for (ssize_t i = 0; i < str_len(s); i++) {
        uint32_t c = str_char(s, i);
        const char *at = raw || c > 127 || c == 0 ? NULL : strchr("\\\\\nn\rr\tt", (int)c);
        bool plain = raw ? c < 256 : c >= ' ' && c < 127 && c != '\\';
        if (make_room(&e, 10)) {
            mem_free(e.data);
            return NULL;
        }
        if (plain) e.data[e.n++] = (char)c;
        else if (at) {
            e.data[e.n++] = '\\';
            e.data[e.n++] = at[1];
        } else e.n += (size_t)escape_put(e.data + e.n, c);
    }
    Own result = bytes_from(e.data, (ssize_t)e.n);
    mem_free(e.data);
    return result;
}

static Own raise_unknown(const char *encoding) { return raise_error(LookupError, "unknown encoding: %.400s", encoding); }

Own codec_encode(Ref s, const char *encoding, const char *errors) {
    Encoding e = encoding_find(encoding);
    bool plain = e == ENC_UTF8 || e == ENC_ASCII || e == ENC_LATIN1;
    if (e == ENC_UNKNOWN) return raise_unknown(encoding);
    if ((plain && str_is_ascii(s)) || (e == ENC_LATIN1 && str_kind(s) == KIND_1)) return bytes_from(str_data(s), str_len(s));
    if (e == ENC_UTF8) return encode_utf8(s, errors);
    if (e == ENC_ESCAPE || e == ENC_RAW_ESCAPE) return encode_escape(s, e == ENC_RAW_ESCAPE);
    return encode_slowly(s, e, errors);
}

Own codec_decode(const char *data, size_t n, const char *encoding, const char *errors) {
    Encoding e = encoding_find(encoding);
    if (e == ENC_UNKNOWN) return raise_unknown(encoding);
    return codec_decode_with(data, n, e, errors);
}
