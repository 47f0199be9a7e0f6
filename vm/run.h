/* run.h: the one door for running Python: scripts, the prompt, -c, -m; showing what goes wrong; and the end. */
#ifndef VM_RUN_H
#define VM_RUN_H

#include "runtime/object.h"
#include "vm/compile.h"

/* Compiles and runs text as __main__ (or in that dict): 0, or -1 with an exception. single: as typed at the prompt. */
MUST int run_text(const char *text, size_t n, Ref filename, ParseMode mode, Ref globals);
MUST int run_file(const char *path, Ref globals);
MUST Own run_main_module(void);                /* makes __main__, in sys.modules; a new reference */

/* The exception in flight is shown (through sys.excepthook) or obeyed (SystemExit); returns the exit status. It is cleared. */
int run_report(void);
/* Writes a traceback and message to sys.stderr, with causes and contexts, as the interpreter's default excepthook does. */
void report_exception(Ref exc);
/* For exceptions that cannot go on: __del__, callbacks. rt.unraisable. */
void report_unraisable(Ref where, const char *what);
/* Text of the report: str, or NULL with an exception. */
MUST Own report_text(Ref exc);
/* Writes to sys.stderr, or to the process's if there is none or it fails. */
void report_write(Ref text);

/* Everything that a program can see is finalised in CPython's order. */
void run_finalize(void);

#endif
