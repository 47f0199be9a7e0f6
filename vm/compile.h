/* compile.h: source text to code object. */
#ifndef VM_COMPILE_H
#define VM_COMPILE_H

#include "grammar/parse.h"
#include "vm/code.h"

/* Flags beside CODE_FUTURE_*; values of CPython's ast.PyCF_*. */
enum CompileFlag {
    COMPILE_IGNORE_COOKIE = 0x800,      /* the text came from a str object */
    COMPILE_TOP_LEVEL_AWAIT = 0x2000,
    COMPILE_INCOMPLETE = 0x4000,        /* for a prompt: sets compile_incomplete when more lines could mend the problem */
};

/* mode: file, eval, single. flags: CODE_FUTURE_* inherited. Gives a Code, or raises SyntaxError and its like with all attributes set.
 * Warnings go through compile_warning. */
MUST Own compile_source(const char *text, size_t n, Ref filename, ParseMode mode, int flags, int optimize);

/* The last compile_source with COMPILE_INCOMPLETE failed because its text ends too early. */
extern bool compile_incomplete;

/* Issues a warning of the category about a line of a file; -1: it became an exception. Set by who has the warnings machinery; NULL: none. */
extern int (*compile_warning)(Type *category, Ref text, Ref filename, int line);

#endif
