/* builtin.c: functions written in C as Python sees them: built-in functions and bound C methods, method descriptors and classmethod descriptors.
 *
 * Both keep the row of the methods table they were made from; the row's signature is parsed at the first call. */
#include "runtime/builtin.h"

#include <string.h>

#include "runtime/descr.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/weakref.h"

static inline Builtin *as_builtin(Ref o) { return (Builtin *)(uintptr_t)o; }
static inline MethodDescr *as_descr(Ref o) { return (MethodDescr *)(uintptr_t)o; }

/* --- calling --- */

/* Fewer arguments than parameters, keywords, *args or **kw. */
static NOINLINE Own invoke_bound(const Method *def, const Signature *s, Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[SIGNATURE_MAX];
    if (s->simple) {
        if ((kwnames && tuple_size(kwnames)) || nargs < s->n_required || nargs > s->n) {
            signature_refuse(s, def, self, nargs, kwnames);
            return NULL;
        }
        for (size_t i = 0; i < s->n; i++) out[i] = i < nargs ? args[i] : NULL;
        return def->fn(self, out);
    }
    if (signature_bind(s, args, nargs, kwnames, out)) return NULL;
    Own result = def->fn(self, out);
    signature_unbind(s, out);
    return result;
}

Own builtin_invoke(const Method *def, const Signature *s, Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (def->raw) return def->raw(self, args, nargs, kwnames);
    if (LIKELY(s->simple && nargs == s->n && !kwnames)) return def->fn(self, args);
    return invoke_bound(def, s, self, args, nargs, kwnames);
}

static Own builtin_call(Ref f, Ref const *args, size_t nargs, Ref kwnames) {
    Builtin *b = as_builtin(f);
    const Signature *s = signature_of(b->def, &b->signature);
    return s ? builtin_invoke(b->def, s, b->self, args, nargs, kwnames) : raise_memory();
}

static Own descr_call(Ref f, Ref const *args, size_t nargs, Ref kwnames) {
    MethodDescr *d = as_descr(f);
    if (UNLIKELY(nargs == 0)) {
        Own name = builtin_full_name(d->def, (Ref)d->owner);
        if (name) raise_error(TypeError, "unbound method %S() needs an argument", name);
        drop_x(name);
        return NULL;
    }
    if (UNLIKELY(!object_is_a(args[0], d->owner)))
        return raise_error(TypeError, "descriptor '%S' for '%s' objects doesn't apply to a '%T' object", d->name, d->owner->head.name, args[0]);
    const Signature *s = signature_of(d->def, &d->signature);
    return s ? builtin_invoke(d->def, s, args[0], args + 1, nargs - 1, kwnames) : raise_memory();
}

/* --- names --- */

Own method_name(const Method *def) {
    const char *open = strchr(def->signature, '(');
    Own name = str_from_ascii(def->signature, open ? open - def->signature : (ssize_t)strlen(def->signature));
    if (name) str_intern(&name);
    return name;
}

/* The type of the MRO whose methods table has this row. */
static const Type *owner_of(const Type *t, const Method *def) {
    for (; t; t = t->base) {
        for (const Method *m = t->methods; m && m->signature; m++)
            if (m == def) return t;
    }
    return NULL;
}

Own builtin_full_name(const Method *def, Ref self) {
    int n = (int)strcspn(def->signature, "(");
    if (!self) return format_text("%.*s", n, def->signature);
    if (self->type == &module_type) {
        Ref module = ((const Module *)self)->name;
        if (!module || !is_str(module) || str_equals(module, "builtins")) return format_text("%.*s", n, def->signature);
        return format_text("%S.%.*s", module, n, def->signature);
    }
    const Type *owner = is_type(self) ? as_type(self) : owner_of(self->type, def);
    if (!owner) return format_text("%.*s", n, def->signature);
    const char *dot = strrchr(owner->head.name, '.');
    return format_text("%s.%.*s", dot ? dot + 1 : owner->head.name, n, def->signature);
}

/* --- built-in functions --- */

Own builtin_new(const Method *def, Ref self, Ref module) {
    Builtin *b = (Builtin *)object_new_static(&builtin_type, sizeof(Builtin), true);
    if (UNLIKELY(!b)) return raise_memory();
    b->def = def;
    b->signature = NULL;
    b->self = own_x(self);
    b->module = own_x(module);
    b->weakrefs = NULL;
    gc_track(&b->ob);
    return &b->ob;
}

static int builtin_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_builtin(self)->self);
    VISIT(as_builtin(self)->module);
    return 0;
}

static int builtin_clear(Object *self) {
    CLEAR(as_builtin(self)->self);
    CLEAR(as_builtin(self)->module);
    return 0;
}

static void builtin_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    builtin_clear(self);
    object_free_static(self, true);
    trash_end();
}

static bool is_method_of_object(const Builtin *b) { return b->self && b->self->type != &module_type; }

static Own builtin_repr(Ref self) {
    const Builtin *b = as_builtin(self);
    int n = (int)strcspn(b->def->signature, "(");
    if (!is_method_of_object(b)) return format_text("<built-in function %.*s>", n, b->def->signature);
    return format_text("<built-in method %.*s of %T object at %p>", n, b->def->signature, (Ref)b->self, (void *)b->self);
}

static Own builtin_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || b->type != &builtin_type) return not_implemented();
    bool equal = as_builtin(a)->def == as_builtin(b)->def && as_builtin(a)->self == as_builtin(b)->self;
    return bool_new(equal == (op == CMP_EQ));
}

static Hash builtin_hash(Ref self) {
    Hash h = (Hash)((uintptr_t)as_builtin(self)->self >> 4 ^ (uintptr_t)as_builtin(self)->def);
    return h == -1 ? -2 : h;
}

static Own builtin_get_name(Ref self) { return method_name(as_builtin(self)->def); }

static Own builtin_get_qualname(Ref self) {
    const Builtin *b = as_builtin(self);
    if (!is_method_of_object(b)) return method_name(b->def);
    Own owner = attr_get(is_type(b->self) ? (Ref)b->self : (Ref)b->self->type, NAME_OF(dunder_qualname));
    if (!owner) return NULL;
    Own text = format_text("%S.%.*s", owner, (int)strcspn(b->def->signature, "("), b->def->signature);
    drop(owner);
    return text;
}

static Own text_or_none(const char *text) { return text ? str_from_text(text) : none(); }
static Own builtin_get_doc(Ref self) { return text_or_none(as_builtin(self)->def->doc); }
static Own builtin_get_self(Ref self) { return own(as_builtin(self)->self ? as_builtin(self)->self : NONE); }
static Own builtin_get_signature(Ref self) {
    const Builtin *b = as_builtin(self);
    bool type = b->self && is_type(b->self);
    return signature_text(b->def->signature, type ? "$type" : is_method_of_object(b) ? "$self" : "$module");
}
static Own builtin_m_reduce(Ref self, Ref const *args) {
    (void)args;
    return method_name(as_builtin(self)->def);
}

static const Method builtin_methods[] = {{"__reduce__()", builtin_m_reduce, NULL}, {0}};
static const GetSet builtin_getsets[] = {
    {"__doc__", builtin_get_doc, NULL, NULL},
    {"__name__", builtin_get_name, NULL, NULL},
    {"__qualname__", builtin_get_qualname, NULL, NULL},
    {"__self__", builtin_get_self, NULL, NULL},
    {"__text_signature__", builtin_get_signature, NULL, NULL},
    {0}};
static const Member builtin_members[] = {{"__module__", MEMBER_OBJECT, offsetof(Builtin, module), false, NULL}, {0}};

Type builtin_type = {
    .head = {.ob = {1, &type_type},
             .name = "builtin_function_or_method",
             .basic_size = sizeof(Builtin),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = builtin_traverse,
             .clear = builtin_clear,
             .dealloc = builtin_dealloc,
             .weaklist_offset = offsetof(Builtin, weakrefs)},
    .repr = builtin_repr,
    .hash = builtin_hash,
    .compare = builtin_compare,
    .call = builtin_call,
    .getattr = attr_get_generic,
    .methods = builtin_methods,
    .getsets = builtin_getsets,
    .members = builtin_members,
};

/* --- method descriptors --- */

Own method_descr_new(Type *owner, const Method *def) {
    Own name = method_name(def);
    if (!name) return NULL;
    Type *kind = def->flags & METHOD_CLASS ? &classmethod_descr_type : &method_descr_type;
    MethodDescr *d = (MethodDescr *)object_new_static(kind, sizeof(MethodDescr), true);
    if (!d) {
        drop(name);
        return raise_memory();
    }
    d->owner = as_type(own((Ref)owner));
    d->name = name;
    d->qualname = NULL;
    d->def = def;
    d->signature = NULL;
    gc_track(&d->ob);
    return &d->ob;
}

static int descr_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_descr(self)->owner);
    return 0;
}

static void descr_dealloc(Object *self) {
    gc_untrack(self);
    CLEAR(as_descr(self)->owner);
    CLEAR(as_descr(self)->name);
    CLEAR(as_descr(self)->qualname);
    object_free_static(self, true);
}

static Own descr_repr(Ref self) {
    return format_text("<method '%S' of '%s' objects>", as_descr(self)->name, as_descr(self)->owner->head.name);
}

static Own descr_get(Ref self, Ref instance, Ref owner) {
    (void)owner;
    const MethodDescr *d = as_descr(self);
    if (!instance) return own(self);
    if (object_is_a(instance, d->owner)) return builtin_new(d->def, instance, NULL);
    return raise_error(TypeError, "descriptor '%S' for '%s' objects doesn't apply to a '%T' object", d->name, d->owner->head.name, instance);
}

static Own descr_get_doc(Ref self) { return text_or_none(as_descr(self)->def->doc); }
static Own descr_get_signature(Ref self) {
    return signature_text(as_descr(self)->def->signature, self->type == &classmethod_descr_type ? "$type" : "$self");
}
static Own descr_get_qualname(Ref self) {
    MethodDescr *d = as_descr(self);
    if (!d->qualname) d->qualname = builtin_full_name(d->def, (Ref)d->owner);
    return own_x(d->qualname);
}
static Own descr_m_reduce(Ref self, Ref const *args) {
    (void)args;
    return raise_error(TypeError, "cannot pickle '%T' object", self);
}

static const Method descr_methods[] = {{"__reduce__()", descr_m_reduce, NULL}, {0}};
static const GetSet descr_getsets[] = {
    {"__doc__", descr_get_doc, NULL, NULL},
    {"__qualname__", descr_get_qualname, NULL, NULL},
    {"__text_signature__", descr_get_signature, NULL, NULL},
    {0}};
static const Member descr_members[] = {
    {"__objclass__", MEMBER_OBJECT, offsetof(MethodDescr, owner), true, NULL},
    {"__name__", MEMBER_OBJECT, offsetof(MethodDescr, name), true, NULL},
    {0}};

Type method_descr_type = {
    .head = {.ob = {1, &type_type},
             .name = "method_descriptor",
             .basic_size = sizeof(MethodDescr),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW | TYPE_METHOD_DESCR,
             .traverse = descr_traverse,
             .dealloc = descr_dealloc},
    .repr = descr_repr,
    .call = descr_call,
    .getattr = attr_get_generic,
    .descr_get = descr_get,
    .methods = descr_methods,
    .getsets = descr_getsets,
    .members = descr_members,
};

/* --- classmethod descriptors: dict.fromkeys --- */

static Own class_descr_get(Ref self, Ref instance, Ref owner) {
    const MethodDescr *d = as_descr(self);
    Ref cls = owner ? owner : (Ref)instance->type;
    if (!is_type(cls)) return raise_error(TypeError, "descriptor '%S' for type '%s' needs a type, not a '%T' as arg 2", d->name, d->owner->head.name, cls);
    if (!type_is_subtype(as_type(cls), d->owner))
        return raise_error(TypeError, "descriptor '%S' requires a subtype of '%s' but received '%s'", d->name, d->owner->head.name,
                           as_type(cls)->head.name);
    return builtin_new(d->def, cls, NULL);
}

static Own class_descr_call(Ref f, Ref const *args, size_t nargs, Ref kwnames) {
    if (nargs == 0) return raise_error(TypeError, "descriptor '%S' of '%s' object needs an argument", as_descr(f)->name, as_descr(f)->owner->head.name);
    Own bound = class_descr_get(f, NULL, args[0]);
    if (!bound) return NULL;
    Own result = builtin_call(bound, args + 1, nargs - 1, kwnames);
    drop(bound);
    return result;
}

Type classmethod_descr_type = {
    .head = {.ob = {1, &type_type},
             .name = "classmethod_descriptor",
             .basic_size = sizeof(MethodDescr),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = descr_traverse,
             .dealloc = descr_dealloc},
    .repr = descr_repr,
    .call = class_descr_call,
    .getattr = attr_get_generic,
    .descr_get = class_descr_get,
    .methods = descr_methods,
    .getsets = descr_getsets,
    .members = descr_members,
};
