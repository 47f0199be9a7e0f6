/* module.h: the attribute slot of modules, for attr.c and the VM's caches. The struct is in simple.h. */
#ifndef RUNTIME_MODULE_H
#define RUNTIME_MODULE_H

#include "runtime/simple.h"

Own module_getattr(Ref module, Ref name);
int module_find_attr(Ref module, Ref name, Own *out); /* 1, 0, -1 */

#endif
