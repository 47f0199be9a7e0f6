/* builtins.c: the builtins module: its functions (builtin_*.c) and the names of the built-in types, exceptions and constants. */
#include "lib/builtins.h"

#include "runtime/bytes.h"
#include "runtime/complex.h"
#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "runtime/simple.h"

static Type *const types[] = {
    &bool_type, &memoryview_type, &bytearray_type, &bytes_type, &classmethod_type, &complex_type, &dict_type, &enumerate_type, &filter_type,
    &float_type, &frozenset_type, &property_type, &int_type, &list_type, &map_type, &object_type, &range_type, &reversed_type, &set_type,
    &slice_type, &staticmethod_type, &str_type, &super_type, &tuple_type, &type_type, &zip_type,
#define EXC(name, ...) &name##_type,
#include "runtime/exceptions.def"
};

static const Method *const functions[] = {
    builtin_run_methods, builtin_object_methods, builtin_number_methods, builtin_iter_methods, builtin_async_methods, builtin_io_methods,
};

static int add_borrowed(Ref module, const char *name, Ref value) { return module_add(module, name, own(value)); }

static int add_constants(Ref module) {
    const struct {
        const char *name;
        Ref value;
    } constants[] = {
        {"None", NONE}, {"Ellipsis", ELLIPSIS_OBJECT}, {"NotImplemented", NOT_IMPLEMENTED}, {"False", FALSE_OBJECT}, {"True", TRUE_OBJECT},
        {"__debug__", rt.optimize ? FALSE_OBJECT : TRUE_OBJECT}, {"EnvironmentError", (Ref)OSError}, {"IOError", (Ref)OSError},
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (add_borrowed(module, constants[i].name, constants[i].value) < 0) return -1;
    return 0;
}

static int add_all(Ref module) {
    if (module_add(module, "__doc__", str_from_text("The functions, types and exceptions that are there without an import.")) < 0) return -1;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (module_add_methods(module, functions[i]) < 0) return -1;
    if (add_constants(module) < 0) return -1;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (add_borrowed(module, types[i]->head.name, (Ref)types[i]) < 0) return -1;
    return module_add(module, "exit", quitter_new("exit")) < 0 ? -1 : module_add(module, "quit", quitter_new("quit"));
}

Own builtins_init(void) {
    Own module = module_new(NAME_OF(builtins));
    if (!module) return NULL;
    if (add_all(module) < 0 || (rt.modules && dict_set((Ref)rt.modules, NAME_OF(builtins), module) < 0)) {
        drop(module);
        return NULL;
    }
    Object *old = (Object *)rt.builtins;
    rt.builtins = (Dict *)own(module_dict(module));
    drop_x(old);
    return module;
}

void builtins_fini(void) { CLEAR(rt.builtins); }
