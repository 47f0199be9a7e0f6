/* literal.h: numbers and the bodies of strings. */
#ifndef GRAMMAR_LITERAL_H
#define GRAMMAR_LITERAL_H

#include "grammar/parsing.h"

/* What the lexer found out about a string; stands in AstConst.base until literal_decode(). */
enum {
    LIT_RAW = 1, LIT_BYTES = 2, LIT_F = 4, LIT_U = 8,
    LIT_ESCAPE = 16, /* has a backslash */
    LIT_HIGH = 32,   /* has a byte above 127 */
};

/* The value of a well-formed number; false: problem of the lexer. */
bool number_value(Parser *p, const char *start, const char *end, AstConst *value);

/* Where a number ends that is followed by a letter or looks wrong; NULL: problem of the lexer. A keyword right behind gives a warning. */
const char *number_end(Parser *p, const char *start);

/* Turns the raw text of a STRING or FSTRING_MIDDLE into its value. On failure the problem is put at `blame`. */
bool literal_decode(Parser *p, ConstantNode *literal, Span blame);

#endif
