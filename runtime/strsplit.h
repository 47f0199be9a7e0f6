/* strsplit.h: cutting str, bytes and bytearray into pieces. */
#ifndef RUNTIME_STRSPLIT_H
#define RUNTIME_STRSPLIT_H

#include "runtime/strkind.h"

typedef struct Splitting {
    Ref source;
    Run text;
    Own (*make)(const char *data, ssize_t n); /* pieces of bytes and bytearray; NULL: source is a str */
} Splitting;
/* sep NULL: at runs of blanks. max < 0: no limit. */
MUST Own split_all(const Splitting *x, const Run *sep, ssize_t max, bool reverse);
MUST Own split_lines(const Splitting *x, bool keep_ends);
MUST Own split_three(const Splitting *x, Ref sep_object, Run sep, bool reverse);

#endif
