/* formatspec.h: the mini language behind the colon of a format: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
 *
 * Parsing is common to str, int, float and complex, and so is laying out a number once its digits are known; each type turns its value
 * into digits itself and says which codes it knows. */
#ifndef RUNTIME_FORMATSPEC_H
#define RUNTIME_FORMATSPEC_H

#include "runtime/str.h"

typedef struct FormatSpec {
    uint32_t fill;         /* ' ' if none was given ('0' after a bare 0) */
    char align;            /* < > ^ = ; the default if none was given */
    char sign;             /* + - or blank; 0: none */
    char thousands;        /* , or _ ; 0: none */
    bool alternate;        /* # */
    bool no_negative_zero; /* z */
    bool fill_given, align_given;
    ssize_t width;         /* -1: none */
    ssize_t precision;     /* -1: none */
    uint32_t type;         /* presentation code, or the default type (may be 0) */
} FormatSpec;

/* 0, or -1 with ValueError. value: whose type the messages name. */
MUST int format_spec_parse(Ref spec, Ref value, FormatSpec *out, uint32_t default_type, char default_align);

/* The text with fill on one or both sides up to spec->width ('=' counts as '>'). */
MUST Own format_pad(const FormatSpec *spec, Ref text);

/* A number in ASCII pieces: sign (0: none), prefix ("0x" or ""), digits before the point, the rest ("." and what follows, or ""). Groups
 * the digits (by 3, or by 4 where the code is b o x X), fills to the width: '=' between prefix and digits; zeros there are grouped too. */
typedef struct FormatNumber {
    char sign;
    const char *prefix;
    size_t n_prefix;
    const char *digits;
    size_t n_digits;
    const char *rest;
    size_t n_rest;
} FormatNumber;
MUST Own format_number(const FormatSpec *spec, const FormatNumber *number);
/* The sign character that the spec asks for: '-' if negative, '+', ' ' or 0. */
static inline char format_sign(const FormatSpec *spec, bool negative) {
    if (negative) return '-';
    return spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
}

Own raise_format_code(uint32_t code, Ref value); /* "Unknown format code 'x' for object of type 'int'"; NULL */

#endif
