/* assemble.h: a finished unit becomes a code object. */
#ifndef VM_ASSEMBLE_H
#define VM_ASSEMBLE_H

#include "vm/compiler.h"

/* NULL: failed. */
Own assemble(Compiler *c, Unit *u);

#endif
