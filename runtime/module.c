/* module.c: module objects: a dict with a name. What the dict lacks its __getattr__ may supply. */
#include "runtime/module.h"

#include "runtime/builtin.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/typeattr.h"
#include "runtime/weakref.h"

static inline Module *as_module(Ref o) { return (Module *)(uintptr_t)o; }

/* --- making --- */

static int set_names(Module *m, Ref name, Ref doc) {
    if (!m->dict && !(m->dict = dict_new())) return -1;
    if (dict_set(m->dict, NAME_OF(dunder_name), name) || dict_set(m->dict, NAME_OF(dunder_doc), doc)) return -1;
    if (dict_set(m->dict, NAME_OF(dunder_package), NONE) || dict_set(m->dict, NAME_OF(dunder_loader), NONE)) return -1;
    obj_set(&m->name, is_exact_str(name) ? own(name) : NULL);
    return dict_set(m->dict, NAME_OF(dunder_spec), NONE);
}

Own module_new(Ref name) {
    Own m = instance_new(&module_type);
    if (m && set_names(as_module(m), name, NONE)) CLEAR(m);
    return m;
}

static Own module_make(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Own m = instance_new(cls);
    if (m && !(as_module(m)->dict = dict_new())) CLEAR(m);
    return m;
}

static int module_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (args_bind("module(name, doc=None)", args, nargs, kwnames, out)) return -1;
    if (!is_str(out[0])) return raise_error(TypeError, "module() argument 'name' must be str, not %T", out[0]), -1;
    return set_names(as_module(self), out[0], out[1] ? out[1] : NONE);
}

int module_add(Ref module, const char *name, Own value) {
    if (!value) return -1;
    int result = dict_set_text(as_module(module)->dict, name, value);
    drop(value);
    return result;
}

int module_add_methods(Ref module, const Method *methods) {
    for (const Method *m = methods; m->signature; m++) {
        Own name = method_name(m), function = name ? builtin_new(m, module, as_module(module)->name) : NULL;
        int bad = function ? dict_set(as_module(module)->dict, name, function) : -1;
        drop_x(name);
        drop_x(function);
        if (bad) return -1;
    }
    return 0;
}

/* --- attributes --- */

/* Is the module still being imported? */
static bool is_initializing(Ref dict) {
    Own spec = NULL, flag = NULL;
    if (dict_get(dict, NAME_OF(dunder_spec), &spec) > 0) attr_find(spec, NAME_OF(underscore_initializing), &flag);
    int truth = flag ? object_truth(flag) : 0;
    drop_x(spec);
    drop_x(flag);
    if (err_set()) err_clear();
    return truth > 0;
}

static Own raise_missing(Ref self, Ref name) {
    Ref dict = module_dict(self);
    Own own_name = NULL, text;
    if (dict && dict_get(dict, NAME_OF(dunder_name), &own_name) < 0) return NULL;
    if (!own_name || !is_str(own_name)) text = format_text("module has no attribute '%S'", name);
    else if (is_initializing(dict))
        text = format_text("partially initialized module '%S' has no attribute '%S' (most likely due to a circular import)", (Ref)own_name, name);
    else text = format_text("module '%S' has no attribute '%S'", (Ref)own_name, name);
    drop_x(own_name);
    return raise_attribute_text_take(self, name, text);
}

int module_find_attr(Ref self, Ref name, Own *out) {
    Own getter = NULL;
    int found = attr_find_generic(self, name, out);
    if (found || !module_dict(self)) return found;
    if ((found = dict_get(module_dict(self), NAME_OF(dunder_getattr), &getter)) <= 0) return found;
    *out = object_call1(getter, name);
    drop(getter);
    return *out ? 1 : -1;
}

Own module_getattr(Ref self, Ref name) {
    Own value;
    int found = module_find_attr(self, name, &value);
    return found ? value : raise_missing(self, name);
}

static Own get_annotations(Ref self) {
    Ref dict = module_dict(self);
    Own annotations = NULL;
    int found = dict_get(dict, NAME_OF(dunder_annotations), &annotations);
    if (found) return annotations;
    annotations = dict_new();
    if (annotations && dict_set(dict, NAME_OF(dunder_annotations), annotations)) CLEAR(annotations);
    return annotations;
}

static int set_annotations(Ref self, Ref value) {
    if (value) return dict_set(module_dict(self), NAME_OF(dunder_annotations), value);
    int deleted = dict_del(module_dict(self), NAME_OF(dunder_annotations));
    if (deleted == 0) raise_attribute(self, NAME_OF(dunder_annotations));
    return deleted > 0 ? 0 : -1;
}

/* --- slots --- */

static bool is_built_in(Ref name) {
    Ref names_of_c = rt.sysdict ? dict_get_str((Ref)rt.sysdict, NAME_OF(builtin_module_names)) : NULL;
    int found = names_of_c ? object_contains(names_of_c, name) : 0;
    if (found < 0) err_clear();
    return found > 0;
}

static Own module_repr(Ref self) {
    Ref dict = module_dict(self);
    Own name = NULL, file = NULL, text = NULL;
    if (!dict || dict_get(dict, NAME_OF(dunder_name), &name) < 0 || dict_get(dict, NAME_OF(dunder_file), &file) < 0) goto fail;
    if (!name) text = format_text("<module '?'>");
    else if (file && is_str(file)) text = format_text("<module %R from %R>", (Ref)name, (Ref)file);
    else text = format_text(is_built_in(name) ? "<module %R (built-in)>" : "<module %R>", (Ref)name);
fail:
    drop_x(name);
    drop_x(file);
    return text;
}

static Own module_m_dir(Ref self, Ref const *args) {
    Ref dict = module_dict(self);
    Own function = NULL, result = NULL;
    (void)args;
    int found = dict_get(dict, NAME_OF(dunder_dir), &function);
    if (found == 0) return dict_keys_list(dict);
    if (found > 0) result = object_call0(function);
    drop_x(function);
    return result;
}

static int module_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_module(self)->dict);
    return 0;
}

static int module_clear(Object *self) {
    CLEAR(as_module(self)->dict);
    return 0;
}

static void module_dealloc(Object *self) {
    gc_untrack(self);
    weakref_clear(self);
    CLEAR(as_module(self)->dict);
    CLEAR(as_module(self)->name);
    mem_free(as_module(self)->state);
    object_free(self);
}

static const Method module_methods[] = {{"__dir__()", module_m_dir, "Names of what is in the module."}, {0}};
static const GetSet module_getsets[] = {{"__annotations__", get_annotations, set_annotations, NULL}, {0}};
static const Member module_members[] = {{"__dict__", MEMBER_OBJECT, offsetof(Module, dict), true, NULL}, {0}};

Type module_type = {
    .head = {.ob = {1, &type_type},
             .name = "module",
             .basic_size = sizeof(Module),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,
             .traverse = module_traverse,
             .clear = module_clear,
             .dealloc = module_dealloc,
             .weaklist_offset = offsetof(Module, weakrefs)},
    .doc = "A module: names with a name of their own.",
    .repr = module_repr,
    .getattr = module_getattr,
    .setattr = attr_set_generic,
    .new = module_make,
    .init = module_init,
    .signature = "module(name, doc=None)",
    .dict_offset = offsetof(Module, dict),
    .methods = module_methods,
    .getsets = module_getsets,
    .members = module_members,
};
