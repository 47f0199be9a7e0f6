/* modules.c: the table that vm's import looks modules up in. */
#include "lib/modules.h"

#include "runtime/simple.h"
#include "runtime/str.h"

const BuiltinModule modules_table[] = {
    {"sys", NULL, NULL, 0},
    {"builtins", NULL, NULL, 0},
#define MODULE(name) {#name, mod_##name##_init, NULL, 0},
#include "lib/modules.def"
    {NULL, NULL, NULL, 0}};

Own modules_new(const char *name, const Method *methods) {
    Own text = str_interned(name), module = text ? module_new(text) : NULL;
    drop_x(text);
    if (module && module_add_methods(module, methods) < 0) {
        drop(module);
        return NULL;
    }
    return module;
}
