/* intern.h: the table of interned strings and the names that the C code uses, from names.def: NAME_OF(dunder_init) is a borrowed str. */
#ifndef RUNTIME_INTERN_H
#define RUNTIME_INTERN_H

#include "runtime/str.h"

enum NameIndex {
#define NAME(c, text) NAME_##c,
#include "runtime/names.def"
    N_NAMES
};
extern Object *names[N_NAMES]; /* owned by the table until state_fini */
#define NAME_OF(c) ((Ref)names[NAME_##c])

int intern_init(void);   /* makes all names; -1: no memory */
void intern_fini(void);
void intern_forget(Str *dying); /* from str's dealloc */
size_t intern_count(void);

#endif
