/* builtins.h: the builtins module, and between the files that make it. */
#ifndef LIB_BUILTINS_H
#define LIB_BUILTINS_H

#include "runtime/object.h"

/* Makes the module `builtins`, puts it into sys.modules, and sets rt.builtins to its dict. */
MUST Own builtins_init(void);
/* Lets go of rt.builtins. */
void builtins_fini(void);

/* --- the functions, by file; each table ends with an empty row --- */
extern const Method builtin_io_methods[];       /* builtin_io.c: print, input */
extern const Method builtin_object_methods[];   /* builtin_object.c: getattr, isinstance, len, repr ... */
extern const Method builtin_number_methods[];   /* builtin_number.c: abs, chr, hex, pow, round ... */
extern const Method builtin_iter_methods[];     /* builtin_iter.c: iter, next, all, sum, max, sorted ... */
extern const Method builtin_run_methods[];      /* builtin_run.c: eval, exec, compile, __import__ ... */
extern const Method builtin_async_methods[];    /* builtin_async.c: aiter, anext */
/* builtin_class.c: __build_class__ */
Own build_class(Ref self, Ref const *args, size_t nargs, Ref kwnames);
/* builtin_exit.c: the objects exit and quit */
MUST Own quitter_new(const char *name);

#endif
