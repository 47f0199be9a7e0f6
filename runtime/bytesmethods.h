/* bytesmethods.h: the methods that bytes and bytearray share, as rows for both tables, and checks of their arguments. */
#ifndef RUNTIME_BYTESMETHODS_H
#define RUNTIME_BYTESMETHODS_H

#include "runtime/bytes.h"
#include "runtime/strmethods.h"

/* X(name, parameters, docstring) */
#define BYTES_COMMON_METHODS(X)                                                                                                    \
    X(capitalize, "()", "A copy whose first letter is a capital and the rest small; ASCII only.")                                  \
    X(center, "(width, fillchar=b' ', /)", "Filled up to the width on both sides.")                                                \
    X(count, "(sub, start=None, end=None, /)", "Number of places, not overlapping, where sub stands.")                             \
    X(decode, "(encoding='utf-8', errors='strict')", "The bytes as text.")                                                         \
    X(endswith, "(suffix, start=None, end=None, /)", "True if the part ends with suffix, or with one of a tuple.")                 \
    X(expandtabs, "(tabsize=8)", "A copy with blanks up to the next column of tabs in place of each tab.")                         \
    X(find, "(sub, start=None, end=None, /)", "Lowest index at which sub stands in the part from start to end, or -1.")            \
    X(hex, "(sep=None, bytes_per_sep=1)", "The bytes as hexadecimal digits, in groups if there is a separator.")                   \
    X(index, "(sub, start=None, end=None, /)", "As find, but an absent sub is a ValueError.")                                      \
    X(isalnum, "()", "True if there are bytes and all are ASCII letters or digits.")                                               \
    X(isalpha, "()", "True if there are bytes and all are ASCII letters.")                                                         \
    X(isascii, "()", "True if all bytes are ASCII.")                                                                               \
    X(isdigit, "()", "True if there are bytes and all are ASCII digits.")                                                          \
    X(islower, "()", "True if there are small ASCII letters and no capitals.")                                                     \
    X(isspace, "()", "True if there are bytes and all are ASCII blanks.")                                                          \
    X(istitle, "()", "True if capitals stand exactly at the beginnings of words.")                                                 \
    X(isupper, "()", "True if there are ASCII capitals and no small letters.")                                                     \
    X(join, "(iterable_of_bytes, /)", "The bytes of the iterable with this one between each two.")                                 \
    X(ljust, "(width, fillchar=b' ', /)", "Filled up to the width on the right.")                                                  \
    X(lower, "()", "A copy with small ASCII letters.")                                                                             \
    X(lstrip, "(bytes=None, /)", "A copy without blanks, or without those bytes, at the beginning.")                               \
    X(partition, "(sep, /)", "What is before the first sep, sep, and what is behind it.")                                          \
    X(removeprefix, "(prefix, /)", "A copy without that beginning, if it is there.")                                               \
    X(removesuffix, "(suffix, /)", "A copy without that end, if it is there.")                                                     \
    X(replace, "(old, new, count=-1, /)", "A copy with new in place of old, everywhere or in the first count places.")             \
    X(rfind, "(sub, start=None, end=None, /)", "Highest index at which sub stands in the part from start to end, or -1.")          \
    X(rindex, "(sub, start=None, end=None, /)", "As rfind, but an absent sub is a ValueError.")                                    \
    X(rjust, "(width, fillchar=b' ', /)", "Filled up to the width on the left.")                                                   \
    X(rpartition, "(sep, /)", "What is before the last sep, sep, and what is behind it.")                                          \
    X(rsplit, "(sep=None, maxsplit=-1)", "As split, but a limit counts from the right.")                                           \
    X(rstrip, "(bytes=None, /)", "A copy without blanks, or without those bytes, at the end.")                                     \
    X(split, "(sep=None, maxsplit=-1)", "List of the parts between separators, or between runs of blanks; limited from the left.") \
    X(splitlines, "(keepends=False)", "List of the lines.")                                                                        \
    X(startswith, "(prefix, start=None, end=None, /)", "True if the part begins with prefix, or with one of a tuple.")             \
    X(strip, "(bytes=None, /)", "A copy without blanks, or without those bytes, at both ends.")                                    \
    X(swapcase, "()", "A copy with ASCII capitals and small letters exchanged.")                                                   \
    X(title, "()", "A copy in which each word begins with a capital and goes on in small letters.")                                \
    X(translate, "(table, /, delete=b'')", "A copy without the bytes to delete, the others replaced from a table of 256 bytes.")   \
    X(upper, "()", "A copy with ASCII capitals.")                                                                                  \
    X(zfill, "(width, /)", "Filled up to the width with zeros behind the sign.")
#define X(name, parameters, doc) Own bytes_m_##name(Ref self, Ref const *args);
BYTES_COMMON_METHODS(X)
#undef X
#define BYTES_ROW(name, parameters, doc) {#name parameters, bytes_m_##name, doc, 0, NULL},
Own bytes_m_maketrans(Ref self, Ref const *args);

typedef struct ByteView {
    const char *p;
    ssize_t n;
} ByteView;
static inline ByteView byte_view(Ref o) { /* bytes or bytearray; of a bytearray only until Python code runs */
    return is_bytes(o) ? (ByteView){bytes_data(o), bytes_size(o)} : (ByteView){bytearray_data(o), ((const ByteArray *)o)->size};
}
/* Bytes of the kind of self. */
MUST Own bytes_like(Ref self, const char *data, ssize_t n);
MUST Own bytes_like_new(Ref self, ssize_t n, char **data);

/* An int 0..255; what: "byte" or "bytes". -1: error. */
int byte_from_object(Ref o, const char *what);
/* Of any object with __index__; OverflowError "cannot fit 'int' into an index-sized integer". 0/-1. */
MUST int args_index_size(Ref o, ssize_t *out);
/* The bytes that b is to be filled with, for bytes(x) and bytearray(x). */
typedef struct ByteSource {
    char *data;
    ssize_t n, alloc;
} ByteSource;
MUST int byte_source_iterate(ByteSource *s, Ref iterable, const char *what); /* grows data by mem_realloc; freed on failure */
/* `in` of both types. */
int bytes_contains(Ref self, Ref item);
MUST Own bytes_hex(const char *p, ssize_t n, Ref sep_or_null, int group);
MUST Own bytes_from_hex(Ref text, bool array);
void bytes_fill_pattern(char *to, const char *unit, ssize_t n, ssize_t times);

#endif
