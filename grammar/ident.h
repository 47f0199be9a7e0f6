/* ident.h: names with characters beyond ASCII. */
#ifndef GRAMMAR_IDENT_H
#define GRAMMAR_IDENT_H

#include "grammar/parsing.h"

/* Reads the name at *at, steps over it and returns it in NFKC; NULL if a character has no place in a name (a problem of the lexer then). */
AstName *ident_read(Parser *p, const char **at);

bool ident_can_start(uint32_t c);
bool ident_can_continue(uint32_t c);
bool ident_printable(uint32_t c); /* as str.isprintable() */

#endif
