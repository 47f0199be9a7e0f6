/* unparse.c: the source text of an expression, as CPython writes it: what an annotation becomes under `from __future__ import annotations`. */
#include "vm/compiler.h"
Own unparse_expr(Compiler *c, Ast *e) { (void)e; compile_bug(c, "unparse"); return NULL; }
