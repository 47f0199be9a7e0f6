/* number.h: what the number types share: the text that their constructors read, and the warning about results of a subclass. */
#ifndef RUNTIME_NUMBER_H
#define RUNTIME_NUMBER_H

#include "runtime/bytes.h"

/* Text of a str or bytes-like object as numbers are read from it: zero-terminated ASCII, where blanks and decimal digits of any script
 * have become ' ' and '0'..'9', and any other character '?'. */
typedef struct NumberText {
    const char *text;
    size_t n;
    char *copy; /* owned, or NULL */
} NumberText;
/* 1; 0: o is neither str nor bytes-like (no exception); -1. */
MUST int number_text(Ref o, NumberText *out);
void number_text_drop(NumberText *t);

/* Takes the blanks off both ends. */
void number_text_strip(const char **text, size_t *n);
/* *text, *n without its underscores: 1; 0: one is not between digits; -1 no memory. *copy: owned, NULL if there was none. */
MUST int number_without_underscores(const char **text, size_t *n, char **copy);

/* int(o, base), t being the text of o; ValueError shows o. */
MUST Own int_from_object_text(Ref o, const NumberText *t, int base);

/* DeprecationWarning; -1 if it became an exception. */
MUST int number_deprecated(const char *format, ...);
/* CPython's one about "o.__int__ returned non-int (type X)...": result is of a strict subclass of the type asked for. */
MUST int number_deprecated_subclass(const char *what, const char *wanted, Ref result);

/* top * 2^scale to the nearest double, ties to even; top has its high bit set, sticky: nonzero bits follow it. May be infinite. */
double double_from_top(uint64_t top, bool sticky, ssize_t scale);

/* The rest of float's type: floatmethods.c. */
extern const Method float_methods[];
extern const GetSet float_getsets[];

#endif
