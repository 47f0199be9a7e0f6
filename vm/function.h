/* function.h: Python functions. `version` is nonzero while a specialised call site relies on code, defaults and closure being as they are. */
#ifndef VM_FUNCTION_H
#define VM_FUNCTION_H

#include "runtime/dict.h"
#include "vm/code.h"

typedef struct Function {
    Object ob;
    Code *code;            /* owned, as all below */
    Dict *globals;
    Dict *builtins;
    Object *name, *qualname;
    Object *defaults;      /* tuple or NULL */
    Object *kwdefaults;    /* dict or NULL */
    Object *closure;       /* tuple of cells or NULL */
    Object *doc, *dict, *module, *annotations, *type_params;
    Object *weakrefs;
    uint32_t version;      /* 0: none given */
} Function;
extern Type function_type;
MUST Own function_new(Code *code, Dict *globals, Ref qualname_or_null);
uint32_t function_version(Function *f);        /* gives one; 0: none left */
static inline bool is_function(Ref o) { return o->type == &function_type; }

/* Puts call arguments in their places for code that is not `simple`. args: nargs positional then the named values, all owned and lying at
 * locals[0...]; on success every word of locals[0..n_slots) is set, on failure all are dropped. 0/-1. */
MUST int function_bind(Function *f, Object **locals, size_t nargs, Ref kwnames);

#endif
