/* astdump.h: a tree as text, in the form of CPython's ast.dump(). */
#ifndef GRAMMAR_ASTDUMP_H
#define GRAMMAR_ASTDUMP_H

#include <stdbool.h>
#include <stddef.h>

#include "grammar/ast.h"

/* Hands the text piece by piece to write(); with positions if asked. Characters beyond ASCII are escaped. false: nested too deeply. */
typedef void AstWriter(void *to, const char *text, size_t n);
bool ast_dump(Ast *tree, bool attributes, AstWriter *write, void *to);

#endif
