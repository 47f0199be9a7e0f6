/* utf8.c: see utf8.h. Runs of ASCII are skipped a word at a time; the rest goes character by character. */
#include "runtime/utf8.h"

#include <string.h>

#include "runtime/strkind.h"

typedef unsigned char Byte;

/* Number of leading ASCII bytes, at most n. */
static inline size_t ascii_run(const Byte *p, size_t n) {
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        memcpy(&word, p + i, 8);
        word &= UINT64_C(0x8080808080808080);
        if (word) return i + (size_t)(__builtin_ctzll(word) >> 3);
    }
    while (i < n && p[i] < 0x80) i++;
    return i;
}

static inline bool is_continuation(Byte b) { return (b & 0xc0) == 0x80; }

/* Is b allowed as the second byte after `first`? Excludes overlong forms, surrogates and what lies beyond U+10FFFF. */
static bool second_fits(Byte first, Byte b, bool surrogates_allowed) {
    if (!is_continuation(b)) return false;
    switch (first) {
    case 0xe0: return b >= 0xa0;
    case 0xed: return surrogates_allowed || b < 0xa0;
    case 0xf0: return b >= 0x90;
    case 0xf4: return b < 0x90;
    default: return true;
    }
}

static void scan_bad(Utf8Scan *out, size_t bytes, const char *reason, bool cut) {
    out->bad = bytes;
    out->reason = reason;
    out->cut = cut;
}

/* One character that is not ASCII: its length, or 0 with out->bad set. */
static size_t scan_char(const Byte *p, size_t n, bool surrogates_allowed, Utf8Scan *out) {
    Byte first = p[0];
    size_t need = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (!need) return scan_bad(out, 1, "invalid start byte", false), 0;
    for (size_t i = 1; i < need; i++) {
        if (i == n) return scan_bad(out, i, "unexpected end of data", true), 0;
        if (!(i == 1 ? second_fits(first, p[1], surrogates_allowed) : is_continuation(p[i])))
            return scan_bad(out, i, "invalid continuation byte", false), 0;
    }
    uint32_t class = first < 0xc4 ? MAX_LATIN1 : first < 0xf0 ? MAX_BMP : MAX_CHAR;
    out->max_char = widest(out->max_char, class);
    return need;
}

void utf8_scan(const char *text, size_t n, bool surrogates_allowed, Utf8Scan *out) {
    const Byte *p = (const Byte *)text;
    size_t i = 0;
    *out = (Utf8Scan){.max_char = MAX_ASCII};
    while (i < n) {
        size_t run = ascii_run(p + i, n - i);
        i += run;
        out->chars += (ssize_t)run;
        while (i < n && p[i] >= 0x80) {
            size_t length = scan_char(p + i, n - i, surrogates_allowed, out);
            if (!length) goto done;
            i += length;
            out->chars++;
        }
    }
done:
    out->good = i;
}

static ALWAYS_INLINE void read_kind(int kind, void *to, const Byte *p, size_t n) {
    const Byte *end = p + n;
    ssize_t at = 0;
    while (p < end) {
        uint32_t c = *p++;
        if (c >= 0xf0) {
            c = (c & 7) << 18 | (p[0] & 0x3fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
            p += 3;
        } else if (c >= 0xe0) {
            c = (c & 15) << 12 | (p[0] & 0x3fu) << 6 | (p[1] & 0x3fu);
            p += 2;
        } else if (c >= 0xc0) {
            c = (c & 31) << 6 | (*p++ & 0x3fu);
        }
        kind_write(kind, to, at++, c);
    }
}

void utf8_read(int kind, void *to, const char *text, size_t n) {
    const Byte *p = (const Byte *)text;
    if (kind == KIND_1) read_kind(KIND_1, to, p, n);
    else if (kind == KIND_2) read_kind(KIND_2, to, p, n);
    else read_kind(KIND_4, to, p, n);
}

static inline bool is_surrogate(uint32_t c) { return (c & 0xfffff800u) == 0xd800; }

static ALWAYS_INLINE size_t size_kind(int kind, const void *data, ssize_t n, ssize_t *surrogate) {
    size_t bytes = 0;
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = kind_read(kind, data, i);
        bytes += 1 + (c >= 0x80) + (c >= 0x800) + (c >= 0x10000);
        if (kind != KIND_1 && is_surrogate(c) && *surrogate < 0) *surrogate = i;
    }
    return bytes;
}

size_t utf8_size(int kind, const void *data, ssize_t n, ssize_t *surrogate) {
    *surrogate = -1;
    if (kind == KIND_1) return size_kind(KIND_1, data, n, surrogate);
    if (kind == KIND_2) return size_kind(KIND_2, data, n, surrogate);
    return size_kind(KIND_4, data, n, surrogate);
}

int utf8_put(char *to, uint32_t c) {
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xc0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (char)(0xe0 | c >> 12);
        to[1] = (char)(0x80 | (c >> 6 & 0x3f));
        to[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    to[0] = (char)(0xf0 | c >> 18);
    to[1] = (char)(0x80 | (c >> 12 & 0x3f));
    to[2] = (char)(0x80 | (c >> 6 & 0x3f));
    to[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

char *utf8_write(char *to, int kind, const void *data, ssize_t n) {
    for (ssize_t i = 0; i < n; i++) to += utf8_put(to, kind_read(kind, data, i));
    return to;
}
