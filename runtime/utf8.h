/* utf8.h: UTF-8 to characters and back, on plain arrays. */
#ifndef RUNTIME_UTF8_H
#define RUNTIME_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "gc/own.h"

typedef struct Utf8Scan {
    size_t good;        /* bytes from the start that are well formed */
    ssize_t chars;      /* characters in them */
    uint32_t max_char;  /* class of the widest: 7f ff ffff 10ffff */
    size_t bad;         /* bytes of the malformed sequence that follows; 0: none, all is good */
    const char *reason;
    bool cut;           /* the sequence is malformed only because the text ends in it */
} Utf8Scan;

/* Measures text up to its end or its first malformed sequence (longest well-formed beginning of a character, as Unicode recommends). */
void utf8_scan(const char *text, size_t n, bool surrogates_allowed, Utf8Scan *out);
/* The str of the well-formed bytes that a scan found (str.c). */
Own str_from_scan(const char *text, const Utf8Scan *scan);
/* Writes the characters of n well-formed bytes. */
void utf8_read(int kind, void *to, const char *text, size_t n);
/* Bytes that the characters need; *surrogate: index of the first lone surrogate (counted as 3 bytes), or -1. */
size_t utf8_size(int kind, const void *data, ssize_t n, ssize_t *surrogate);
/* Writes all, surrogates as 3 bytes; returns the end. */
char *utf8_write(char *to, int kind, const void *data, ssize_t n);
/* Writes one character; returns the number of bytes. */
int utf8_put(char *to, uint32_t c);

#endif
