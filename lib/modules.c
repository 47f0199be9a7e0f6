/* modules.c: where vm's import looks for what is inside the binary: modules in C in a table, those in Python (lib/py) by the name of their file. */
#include "lib/modules.h"

#include "lib/embedded.h"
#include "runtime/simple.h"
#include "runtime/str.h"

const BuiltinModule modules_table[] = {
    {"sys", NULL, NULL, 0, false},
    {"builtins", NULL, NULL, 0, false},
#define MODULE(name) {#name, mod_##name##_init, NULL, 0, false},
#include "lib/modules.def"
    {NULL, NULL, NULL, 0, false}};

/* Is it py/NAME.py, with slashes for the dots? or py/NAME/__init__.py */
static bool is_file_of(const char *path, const char *name, bool *package) {
    if (strncmp(path, "py/", 3) != 0) return false;
    for (path += 3; *name; name++, path++)
        if (*path != (*name == '.' ? '/' : *name)) return false;
    *package = strcmp(path, "/__init__.py") == 0;
    return *package || strcmp(path, ".py") == 0;
}

bool modules_find_source(const char *name, BuiltinModule *out) {
    for (const Embedded *file = embedded_files; file->name; file++) {
        if (!is_file_of(file->name, name, &out->package)) continue;
        out->name = name;
        out->init = NULL;
        out->source = file->text;
        out->size = file->size;
        return true;
    }
    return false;
}

Own modules_new(const char *name, const Method *methods) {
    Own text = str_interned(name), module = text ? module_new(text) : NULL;
    drop_x(text);
    if (module && module_add_methods(module, methods) < 0) {
        drop(module);
        return NULL;
    }
    return module;
}
