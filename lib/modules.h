/* modules.h: the modules in C, as listed in modules.def. */
#ifndef LIB_MODULES_H
#define LIB_MODULES_H

#include "runtime/object.h"
#include "vm/import.h"

#define MODULE(name) MUST Own mod_##name##_init(void);
#include "lib/modules.def"
extern const BuiltinModule modules_table[];
bool modules_find_source(const char *name, BuiltinModule *out);
/* An empty module with these functions. */
MUST Own modules_new(const char *name, const Method *methods);
void mod_gc_fini(void);

#endif
