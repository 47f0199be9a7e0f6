/* utf8.h: stepping through UTF-8 that source.c has checked, or that literal.c wrote (where surrogates may stand as three bytes). */
#ifndef GRAMMAR_UTF8_H
#define GRAMMAR_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The character at *at; steps over it. */
static inline uint32_t utf8_next(const char **at) {
    const unsigned char *s = (const unsigned char *)*at;
    uint32_t c = s[0];
    if (c < 0x80) return *at += 1, c;
    if (c < 0xe0) return *at += 2, (c & 0x1f) << 6 | (s[1] & 0x3fu);
    if (c < 0xf0) return *at += 3, (c & 0x0f) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
    return *at += 4, (c & 0x07) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 | (s[3] & 0x3fu);
}

/* Writes a character, 1 to 4 bytes; returns the end. */
static inline char *utf8_put(char *at, uint32_t c) {
    if (c < 0x80) {
        *at++ = (char)c;
        return at;
    }
    if (c < 0x800) {
        *at++ = (char)(0xc0 | c >> 6);
    } else {
        if (c < 0x10000) {
            *at++ = (char)(0xe0 | c >> 12);
        } else {
            *at++ = (char)(0xf0 | c >> 18);
            *at++ = (char)(0x80 | (c >> 12 & 0x3f));
        }
        *at++ = (char)(0x80 | (c >> 6 & 0x3f));
    }
    *at++ = (char)(0x80 | (c & 0x3f));
    return at;
}

static inline size_t utf8_count(const char *at, const char *end) {
    size_t n = 0;
    for (; at < end; at++) n += (*at & 0xc0) != 0x80;
    return n;
}

/* The length of the correct sequence at s (end - s bytes are there), or 0. */
static inline int utf8_check(const unsigned char *s, const unsigned char *end) {
    unsigned c = s[0];
    ptrdiff_t room = end - s;
    if (c < 0x80) return 1;
    if (c < 0xc2 || c > 0xf4) return 0;
    if (room < 2 || (s[1] & 0xc0) != 0x80) return 0;
    if (c < 0xe0) return 2;
    if (room < 3 || (s[2] & 0xc0) != 0x80) return 0;
    if (c < 0xf0) return (c == 0xe0 && s[1] < 0xa0) || (c == 0xed && s[1] > 0x9f) ? 0 : 3;
    if (room < 4 || (s[3] & 0xc0) != 0x80) return 0;
    return (c == 0xf0 && s[1] < 0x90) || (c == 0xf4 && s[1] > 0x8f) ? 0 : 4;
}

#endif
