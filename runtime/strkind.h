/* strkind.h: characters in arrays of 1, 2 or 4 bytes: the widest of a range, copies between kinds, and other inner doors of the strings'
 * files. The functions on a kind are written once over kind_read with a constant kind, which the compiler turns into plain loads. */
#ifndef RUNTIME_STRKIND_H
#define RUNTIME_STRKIND_H

#include <limits.h>

#include "runtime/object.h"
#include "runtime/str.h"

enum { MAX_ASCII = 0x7f, MAX_LATIN1 = 0xff, MAX_BMP = 0xffff, MAX_CHAR = 0x10ffff };
#define STR_MAX_LENGTH ((ssize_t)(SSIZE_MAX / 4 - 64))

static inline int kind_for(uint32_t max_char) { return max_char <= MAX_LATIN1 ? KIND_1 : max_char <= MAX_BMP ? KIND_2 : KIND_4; }
static inline uint32_t kind_limit(int kind) { return kind == KIND_1 ? MAX_LATIN1 : kind == KIND_2 ? MAX_BMP : MAX_CHAR; }
/* The class of the string's widest character, as its highest member: 7f ff ffff 10ffff. */
static inline uint32_t str_max_char(Ref s) { return str_is_ascii(s) ? (uint32_t)MAX_ASCII : kind_limit(str_kind(s)); }
static inline uint32_t widest(uint32_t a, uint32_t b) { return a > b ? a : b; }
static inline const char *kind_at(int kind, const void *data, ssize_t i) { return (const char *)data + (size_t)i * (size_t)kind; }

bool bytes_are_ascii(const char *p, size_t n);
/* The class (see str_max_char) of the widest character. */
uint32_t kind_widest(int kind, const void *data, ssize_t n);
/* Copies n characters; `to` must be of a kind that holds them (narrowing is allowed where the values fit). */
void kind_copy(int to_kind, void *to, int from_kind, const void *from, ssize_t n);
void kind_fill(int kind, void *to, uint32_t c, ssize_t n);
static inline void str_copy_into(int to_kind, void *to, ssize_t at, Ref s) {
    kind_copy(to_kind, (char *)to + (size_t)at * (size_t)to_kind, str_kind(s), str_data(s), str_len(s));
}

/* Short copies without a call: most strings are short. */
static ALWAYS_INLINE void copy_bytes(void *to, const void *from, size_t n) {
    char *d = to;
    const char *s = from;
    if (n > 16) {
        memcpy(d, s, n);
    } else if (n >= 8) {
        uint64_t a, b;
        memcpy(&a, s, 8);
        memcpy(&b, s + n - 8, 8);
        memcpy(d, &a, 8);
        memcpy(d + n - 8, &b, 8);
    } else if (n >= 4) {
        uint32_t a, b;
        memcpy(&a, s, 4);
        memcpy(&b, s + n - 4, 4);
        memcpy(d, &a, 4);
        memcpy(d + n - 4, &b, 4);
    } else if (n) {
        d[0] = s[0];
        d[n >> 1] = s[n >> 1];
        d[n - 1] = s[n - 1];
    }
}

/* An uninitialised ASCII str of n >= 2 characters, terminated. */
MUST Own str_new_ascii(ssize_t n);
/* n >= 0 characters of ASCII that are known to be so. */
static ALWAYS_INLINE Own str_new_from_ascii(const char *text, ssize_t n) {
    if (n < 2) return own(n ? str_chars[(uint8_t)*text] : (Ref)str_empty);
    Own s = str_new_ascii(n);
    if (s) copy_bytes(str_data(s), text, (size_t)n);
    return s;
}
/* A one-character string out of the shared table takes the place of what is not in it; for what was filled character by character. */
MUST Own str_canonical_take(Own s);
/* The exact str with the same characters as s (s itself if it is exact). */
MUST Own str_exact(Ref s);
MUST Own str_subclass_new(Type *cls, Ref value);

void str_chars_init(void);  /* the shared strings: before any other */
void str_fini(void);
void str_dealloc(Object *self);

/* A start or stop argument (absent or None: the default) clipped to the sequence as slices are; 0/-1. */
MUST int args_clip_range(Ref start, Ref stop, ssize_t length, ssize_t *first, ssize_t *last);

/* --- finding (strfind.c): positions within arrays of characters; -1: absent. Linear time in all cases, no memory needed. --- */
ssize_t kind_find(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m);
ssize_t kind_rfind(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m);
ssize_t kind_find_char(int kind, const void *text, ssize_t n, uint32_t c);
ssize_t kind_rfind_char(int kind, const void *text, ssize_t n, uint32_t c);
/* Up to max places that do not overlap, from the left; m > 0. Returns their number. */
enum { PLACES = 64 };
ssize_t kind_find_all(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m, ssize_t *places, ssize_t max);
/* Occurrences that do not overlap, at most max. */
ssize_t kind_count(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m, ssize_t max);
ssize_t str_count(Ref s, Ref sub, ssize_t start, ssize_t stop);

/* --- replacing (strreplace.c): plan, allocate, write. --- */
typedef struct Run { int kind; const void *data; ssize_t n; } Run;
typedef struct Replace {
    Run text, from, to;
    ssize_t count;              /* replacements to make; 0: nothing to do */
    ssize_t length;             /* of the result; -1: too long */
    ssize_t kept;               /* places already found */
    ssize_t places[PLACES];
} Replace;
void replace_plan(Replace *r, Run text, Run from, Run to, ssize_t max); /* max < 0: all */
void replace_write(const Replace *r, int kind, void *result);
static inline Run str_run(Ref s) { return (Run){str_kind(s), str_data(s), str_len(s)}; }
MUST int writer_run(StrWriter *w, Run run);
MUST int writer_int(StrWriter *w, int64_t v);              /* in decimal */
MUST int writer_fill(StrWriter *w, uint32_t c, ssize_t n); /* n times c; n <= 0: nothing */
MUST Own str_replace(Ref s, Ref from, Ref to, ssize_t max);

/* The repr of bytes, between two texts ("b", "" or "bytearray(b", ")"). */
MUST Own bytes_quoted(const char *data, ssize_t n, const char *before, const char *after, bool escape_single);

#endif
