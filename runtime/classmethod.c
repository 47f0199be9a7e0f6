/* classmethod.c: classmethod and staticmethod: a callable in a class that is bound to the class, or to nothing. */
#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/typebuild.h"

static inline Wrapper *as_wrapper(Ref o) { return (Wrapper *)(uintptr_t)o; }

/* --- making --- */

/* It looks like what it wraps. */
static int copy_names(Ref self, Ref callable) {
    static const enum NameIndex copied[] = {NAME_dunder_module, NAME_dunder_name, NAME_dunder_qualname, NAME_dunder_doc, NAME_dunder_annotations};
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++) {
        Own value;
        int found = attr_find(callable, names[copied[i]], &value);
        if (found > 0) found = attr_set(self, names[copied[i]], value);
        drop_x(value);
        if (found < 0) return -1;
    }
    return 0;
}

static int wrapper_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[1];
    bool cls = object_is_a(self, &classmethod_type);
    if (args_bind(cls ? "classmethod(function, /)" : "staticmethod(function, /)", args, nargs, kwnames, out)) return -1;
    obj_set(&as_wrapper(self)->callable, own(out[0]));
    return copy_names(self, out[0]);
}

static Own wrapper_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Own self = instance_new(cls);
    if (self) as_wrapper(self)->callable = none();
    return self;
}

static Own make(Type *kind, Ref callable) {
    Own self = wrapper_new(kind, NULL, 0, NULL);
    if (!self) return NULL;
    obj_set(&as_wrapper(self)->callable, own(callable));
    if (copy_names(self, callable) == 0) return self;
    drop(self);
    return NULL;
}

Own classmethod_new(Ref callable) { return make(&classmethod_type, callable); }

/* Those of built-in types go without the names: they are made while the type is readied. */
Own staticmethod_new(Ref callable) {
    if (callable->type != &builtin_type) return make(&staticmethod_type, callable);
    Own self = wrapper_new(&staticmethod_type, NULL, 0, NULL);
    if (self) obj_set(&as_wrapper(self)->callable, own(callable));
    return self;
}

/* --- slots --- */

static Own class_get(Ref self, Ref instance, Ref owner) {
    return bound_method_new(as_wrapper(self)->callable, owner ? owner : (Ref)instance->type);
}

static Own static_get(Ref self, Ref instance, Ref owner) {
    (void)instance, (void)owner;
    return own(as_wrapper(self)->callable);
}

static Own static_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    return object_call(as_wrapper(self)->callable, args, nargs, kwnames);
}

static Own wrapper_repr(Ref self) {
    return format_text("<%s(%R)>", object_is_a(self, &classmethod_type) ? "classmethod" : "staticmethod", (Ref)as_wrapper(self)->callable);
}

static Own get_abstract(Ref self) {
    Own flag;
    int found = attr_find(as_wrapper(self)->callable, NAME_OF(dunder_isabstractmethod), &flag);
    if (found > 0) {
        found = object_truth(flag);
        drop(flag);
    }
    return found < 0 ? NULL : bool_new(found);
}

static Own get_dict(Ref self) { return own_x(object_get_dict(self)); }

static const GetSet wrapper_getsets[] = {
    {"__isabstractmethod__", get_abstract, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {0}};
static const Member wrapper_members[] = {
    {"__func__", MEMBER_OBJECT, offsetof(Wrapper, callable), true, NULL},
    {"__wrapped__", MEMBER_OBJECT, offsetof(Wrapper, callable), true, NULL},
    {0}};

/* --- memory --- */

static int wrapper_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_wrapper(self)->dict);
    VISIT(as_wrapper(self)->callable);
    return 0;
}

static int wrapper_clear(Object *self) {
    CLEAR(as_wrapper(self)->callable);
    CLEAR(as_wrapper(self)->dict);
    return 0;
}

static void wrapper_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    wrapper_clear(self);
    object_free(self);
    trash_end();
}

Type classmethod_type = {
    .head = {.ob = {1, &type_type},
             .name = "classmethod",
             .basic_size = sizeof(Wrapper),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,
             .traverse = wrapper_traverse,
             .clear = wrapper_clear,
             .dealloc = wrapper_dealloc},
    .doc = "A function whose first argument is the class, not the instance.",
    .repr = wrapper_repr,
    .descr_get = class_get,
    .new = wrapper_new,
    .init = wrapper_init,
    .signature = "classmethod(function, /)",
    .dict_offset = offsetof(Wrapper, dict),
    .getsets = wrapper_getsets,
    .members = wrapper_members,
};

Type staticmethod_type = {
    .head = {.ob = {1, &type_type},
             .name = "staticmethod",
             .basic_size = sizeof(Wrapper),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,
             .traverse = wrapper_traverse,
             .clear = wrapper_clear,
             .dealloc = wrapper_dealloc},
    .doc = "A function in a class that gets neither instance nor class.",
    .repr = wrapper_repr,
    .call = static_call,
    .descr_get = static_get,
    .new = wrapper_new,
    .init = wrapper_init,
    .signature = "staticmethod(function, /)",
    .dict_offset = offsetof(Wrapper, dict),
    .getsets = wrapper_getsets,
    .members = wrapper_members,
};
