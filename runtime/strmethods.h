/* strmethods.h: what the files of the string methods share: rows that live elsewhere, checks of arguments. */
#ifndef RUNTIME_STRMETHODS_H
#define RUNTIME_STRMETHODS_H

#include "runtime/strkind.h"

/* Methods without arguments, in strcase.c: X(name, docstring). */
#define STR_CASE_METHODS(X)                                                                                     \
    X(upper, "A copy in upper case.")                                                                           \
    X(lower, "A copy in lower case.")                                                                           \
    X(casefold, "A copy for comparing without regard to case.")                                                 \
    X(title, "A copy in which each word begins with an upper-case letter and goes on in lower case.")           \
    X(capitalize, "A copy whose first character is in title case and the rest in lower case.")                  \
    X(swapcase, "A copy with upper and lower case exchanged.")                                                  \
    X(isalpha, "True if there are characters and all are letters.")                                             \
    X(isalnum, "True if there are characters and all are letters or numeric.")                                  \
    X(isdecimal, "True if there are characters and all are decimal digits.")                                    \
    X(isdigit, "True if there are characters and all are digits.")                                              \
    X(isnumeric, "True if there are characters and all are numeric.")                                           \
    X(isspace, "True if there are characters and all are blank.")                                               \
    X(isprintable, "True if repr would escape none of the characters.")                                         \
    X(isascii, "True if all characters are ASCII.")                                                             \
    X(isidentifier, "True if this could be a name in a program.")                                               \
    X(isupper, "True if there are upper-case letters and no others with case.")                                 \
    X(islower, "True if there are lower-case letters and no others with case.")                                 \
    X(istitle, "True if upper-case letters stand exactly at the beginnings of words.")
#define X(name, doc) Own str_m_##name(Ref self, Ref const *args);
STR_CASE_METHODS(X)
#undef X
bool str_is_identifier(Ref s);
Own str_m_translate(Ref self, Ref const *args); /* strtranslate.c */
Own str_m_maketrans(Ref self, Ref const *args);
Own str_m_format(Ref self, Ref const *args, size_t nargs, Ref kwnames); /* format.c */
Own str_m_format_map(Ref self, Ref const *args);
Own str_m_dunder_format(Ref self, Ref const *args);
MUST Own str_percent(Ref format, Ref args); /* percent.c: format % args */

/* Case of ASCII: the same for bytes, whose other bytes stay (ascii_flip: all bytes must be ASCII). first: 'a' to make capitals, 'A' to unmake. */
void ascii_flip(char *to, const char *from, size_t n, unsigned char first);
void ascii_title(char *to, const char *from, size_t n);
void ascii_swap(char *to, const char *from, size_t n);

/* --- arguments: 0/-1; what: "find() argument 1" --- */
MUST int args_want_str(const char *what, Ref o);
MUST int args_ssize(Ref o_or_null, ssize_t otherwise, ssize_t *out);
MUST int args_int(Ref o_or_null, int otherwise, int *out);
/* A str argument as text without zeros inside, borrowed; absent: NULL stays in *out. */
MUST int args_text(const char *what, Ref o_or_null, const char **out);

/* left, then s, then right times fill. */
MUST Own str_pad(Ref s, ssize_t left, ssize_t right, uint32_t fill);
bool str_matches_at(Ref s, ssize_t at, Ref sub);

#endif
