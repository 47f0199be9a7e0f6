/* import.h: import: modules in C from a table that lib registers, modules in Python from sys.path. */
#ifndef VM_IMPORT_H
#define VM_IMPORT_H

#include "runtime/object.h"

typedef struct BuiltinModule {
    const char *name;
    Own (*init)(void);          /* makes the module; NULL: this one is made at start and in sys.modules already */
    const char *source;         /* or: Python source, embedded; then init is NULL */
    size_t size;
    bool package;               /* source is a package's __init__ */
} BuiltinModule;
extern const BuiltinModule *import_builtins; /* ends with a row without name */
/* Finds modules that are not in the table: fills *out and gives true. May be NULL. */
extern bool (*import_find_source)(const char *name, BuiltinModule *out);

/* __import__(name, globals, locals, fromlist, level). */
MUST Own import_module_level(Ref name, Ref globals_or_null, Ref fromlist_or_null, ssize_t level);
/* The module of that absolute name, its parents imported first; a new reference. */
MUST Own import_module(Ref name);
MUST Own import_module_text(const char *name);
MUST Own import_reload(Ref module);
/* Reads a whole file; *size its bytes; the caller mem_frees. NULL: OSError. */
char *import_read_file(const char *path, size_t *size);

#endif
