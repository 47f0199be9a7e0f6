/* dis.h: a code object as text. */
#ifndef VM_DIS_H
#define VM_DIS_H

#include "vm/code.h"

/* One line per instruction (source line, unit, name, operands in words), the exception table; if nested, the same for the code objects among
 * the constants. A str. */
MUST Own dis_code(const Code *code, bool nested);
/* The operands of one instruction in words, appended. 0/-1. */
MUST int dis_operands(StrWriter *w, const Code *c, int index);

#endif
