/* diagnose.h: better words than "invalid syntax", found after a failure by looking at the tokens of the line. */
#ifndef GRAMMAR_DIAGNOSE_H
#define GRAMMAR_DIAGNOSE_H

#include "grammar/syntaxerr.h"

/* Why p->last cannot stand where it does; true: nothing better to say (nothing is reported then). */
bool diagnose(Parser *p, const Expected *expected);

/* The innermost bracket that is open in front of p->last, or NULL. */
const Token *enclosing_bracket(const Parser *p);

#endif
