/* typemethods.c: type itself: calling a class, attributes of classes, and what every class has: __name__, __mro__, mro(), __subclasses__() ... */
#include <string.h>

#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/generic.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/typeattr.h"
#include "runtime/typebuild.h"
#include "runtime/weakref.h"

/* --- calling a class --- */

static Own type_call(Ref cls, Ref const *args, size_t nargs, Ref kwnames) {
    Type *t = as_type(cls);
    if (t == &type_type) {
        if (nargs == 1 && !(kwnames && tuple_size(kwnames))) return own((Ref)args[0]->type);
        if (nargs != 3) return raise_error(TypeError, "type() takes 1 or 3 arguments");
    }
    if (UNLIKELY(!type_has(t, TYPE_READY)) && type_ready(t)) return NULL;
    if (UNLIKELY(!t->new)) return raise_error(TypeError, "cannot create '%s' instances", t->head.name);
    Own self = t->new(t, args, nargs, kwnames);
    if (!self || !object_is_a(self, t)) return self;
    InitFn init = self->type->init;
    if (!init || init(self, args, nargs, kwnames) == 0) return self;
    drop(self);
    return NULL;
}

static int type_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self, (void)args;
    if (nargs == 1 && kwnames && tuple_size(kwnames)) return raise_error(TypeError, "type.__init__() takes no keyword arguments"), -1;
    if (nargs != 1 && nargs != 3) return raise_error(TypeError, "type.__init__() takes 1 or 3 arguments"), -1;
    return 0;
}

/* --- attributes of classes --- */

static ALWAYS_INLINE int bind(Ref descr, DescrGetFn get, Ref instance, Ref owner, Own *out) {
    Own held = own(descr);
    *out = get(held, instance, owner);
    drop(held);
    return *out ? 1 : -1;
}

int type_find_attr(Ref cls, Ref name, Own *out) {
    Type *t = as_type(cls), *meta = t->head.ob.type;
    if (UNLIKELY(!is_str(name))) return raise_error(TypeError, "attribute name must be string, not '%T'", name), -1;
    if ((UNLIKELY(!type_has(t, TYPE_READY)) && type_ready(t)) || (UNLIKELY(!type_has(meta, TYPE_READY)) && type_ready(meta))) return -1;
    Ref above = type_lookup(meta, name);
    DescrGetFn get = above ? above->type->descr_get : NULL;
    if (get && above->type->descr_set) return bind(above, get, cls, (Ref)meta, out);
    Ref found = type_lookup(t, name);
    if (found) {
        DescrGetFn local = found->type->descr_get;
        if (local) return bind(found, local, NULL, cls, out);
        *out = own(found);
        return 1;
    }
    if (get) return bind(above, get, cls, (Ref)meta, out);
    if (!above) return 0;
    *out = own(above);
    return 1;
}

Own type_getattr(Ref cls, Ref name) {
    Own value;
    int found = type_find_attr(cls, name, &value);
    if (LIKELY(found > 0)) return value;
    return found == 0 ? raise_attribute(cls, name) : NULL;
}

static int refuse_change(const Type *t, const char *verb, Ref name) {
    return raise_error(TypeError, "cannot %s '%S' attribute of immutable type '%s'", verb, name, t->head.name), -1;
}

int type_setattr(Ref cls, Ref name, Ref value) {
    Type *t = as_type(cls);
    if (!type_has(t, TYPE_HEAP) || type_has(t, TYPE_IMMUTABLE)) return refuse_change(t, "set", name);
    Ref above = type_lookup(t->head.ob.type, name);
    if (above && above->type->descr_set) {
        Own held = own(above);
        int result = held->type->descr_set(held, cls, value);
        drop(held);
        return result;
    }
    int result = value ? dict_set((Ref)t->dict, name, value) : dict_del((Ref)t->dict, name);
    if (result < 0) return -1;
    if (!value && result == 0) return raise_attribute(cls, name), -1;
    type_modified(t, name);
    return 0;
}

/* --- getsets --- */

static int may_set(const Type *t, Ref value, const char *name) {
    bool heap = type_has(t, TYPE_HEAP) && !type_has(t, TYPE_IMMUTABLE);
    if (heap && value) return 0;
    raise_error(TypeError, "cannot %s '%s' attribute of immutable type '%s'", heap ? "delete" : "set", name, t->head.name);
    return -1;
}

static Own get_name(Ref cls) {
    const Type *t = as_type(cls);
    return type_has(t, TYPE_HEAP) ? own((Ref)t->name) : str_interned(type_short_name(t));
}

static int set_name(Ref cls, Ref value) {
    Type *t = as_type(cls);
    if (may_set(t, value, "__name__")) return -1;
    if (!is_str(value)) return raise_error(TypeError, "can only assign string to %s.__name__, not '%T'", t->head.name, value), -1;
    return type_set_name(t, value);
}

static Own get_qualname(Ref cls) {
    const Type *t = as_type(cls);
    return type_has(t, TYPE_HEAP) ? own((Ref)t->qualname) : get_name(cls);
}

static int set_qualname(Ref cls, Ref value) {
    Type *t = as_type(cls);
    if (may_set(t, value, "__qualname__")) return -1;
    if (!is_str(value)) return raise_error(TypeError, "can only assign string to %s.__qualname__, not '%T'", t->head.name, value), -1;
    obj_set((Object **)&t->qualname, own(value));
    return 0;
}

/* An entry of the class's own dict; 1, 0, -1. */
static int own_entry(Ref cls, Ref name, Own *out) {
    *out = NULL;
    if (type_ready(as_type(cls))) return -1;
    return dict_get((Ref)as_type(cls)->dict, name, out);
}

static int set_entry(Ref cls, Ref name, Ref value) {
    if (dict_set((Ref)as_type(cls)->dict, name, value)) return -1;
    type_modified(as_type(cls), name);
    return 0;
}

static Own get_module(Ref cls) {
    const Type *t = as_type(cls);
    Own module;
    if (type_has(t, TYPE_HEAP)) {
        int found = own_entry(cls, NAME_OF(dunder_module), &module);
        return found ? module : raise_object(AttributeError, NAME_OF(dunder_module));
    }
    const char *dot = strrchr(t->head.name, '.');
    if (!dot) return own(NAME_OF(builtins));
    module = str_from_ascii(t->head.name, dot - t->head.name);
    if (module) str_intern(&module);
    return module;
}

static int set_module(Ref cls, Ref value) {
    return may_set(as_type(cls), value, "__module__") ? -1 : set_entry(cls, NAME_OF(dunder_module), value);
}

static Own get_bases(Ref cls) { return type_ready(as_type(cls)) ? NULL : own((Ref)as_type(cls)->bases); }
static Own get_base(Ref cls) {
    if (type_ready(as_type(cls))) return NULL;
    return own(as_type(cls)->base ? (Ref)as_type(cls)->base : NONE);
}
static Own get_mro(Ref cls) {
    if (type_ready(as_type(cls))) return NULL;
    return own(as_type(cls)->mro ? (Ref)as_type(cls)->mro : NONE);
}
static Own get_dict(Ref cls) { return type_ready(as_type(cls)) ? NULL : mappingproxy_new((Ref)as_type(cls)->dict); }

static int set_bases(Ref cls, Ref value) { return may_set(as_type(cls), value, "__bases__") ? -1 : type_set_bases(cls, value); }

static Own get_doc(Ref cls) {
    const Type *t = as_type(cls);
    if (!type_has(t, TYPE_HEAP)) return t->doc ? str_from_text(t->doc) : none();
    Own doc;
    int found = own_entry(cls, NAME_OF(dunder_doc), &doc);
    if (found <= 0) return found ? NULL : none();
    DescrGetFn get = doc->type->descr_get;
    if (get) obj_set(&doc, get(doc, NULL, cls));
    return doc;
}

static int set_doc(Ref cls, Ref value) { return may_set(as_type(cls), value, "__doc__") ? -1 : set_entry(cls, NAME_OF(dunder_doc), value); }

static Own get_signature(Ref cls) {
    const Type *t = as_type(cls);
    return t->signature ? signature_text(t->signature, "") : none();
}

static Own get_annotations(Ref cls) {
    Own annotations;
    if (!type_has(as_type(cls), TYPE_HEAP)) return raise_attribute(cls, NAME_OF(dunder_annotations));
    int found = own_entry(cls, NAME_OF(dunder_annotations), &annotations);
    if (found < 0) return NULL;
    if (found) {
        DescrGetFn get = annotations->type->descr_get;
        if (get) obj_set(&annotations, get(annotations, NULL, cls));
        return annotations;
    }
    annotations = dict_new();
    if (annotations && set_entry(cls, NAME_OF(dunder_annotations), annotations)) CLEAR(annotations);
    return annotations;
}

/* Deletes an entry that must be there. */
static int delete_entry(Ref cls, Ref name) {
    int result = dict_del((Ref)as_type(cls)->dict, name);
    if (result == 0) return raise_object(AttributeError, name), -1;
    if (result > 0) type_modified(as_type(cls), name);
    return result < 0 ? -1 : 0;
}

static int set_annotations(Ref cls, Ref value) {
    if (!type_has(as_type(cls), TYPE_HEAP)) return refuse_change(as_type(cls), "set", NAME_OF(dunder_annotations));
    return value ? set_entry(cls, NAME_OF(dunder_annotations), value) : delete_entry(cls, NAME_OF(dunder_annotations));
}

static Own get_abstract(Ref cls) {
    Own value = NULL;
    if (cls != (Ref)&type_type && own_entry(cls, NAME_OF(dunder_abstractmethods), &value) < 0) return NULL;
    return value ? value : raise_attribute(cls, NAME_OF(dunder_abstractmethods));
}

static int set_abstract(Ref cls, Ref value) {
    int abstract = value ? object_truth(value) : 0;
    if (abstract < 0) return -1;
    if (value ? set_entry(cls, NAME_OF(dunder_abstractmethods), value) : delete_entry(cls, NAME_OF(dunder_abstractmethods))) return -1;
    if (abstract) as_type(cls)->head.flags |= TYPE_ABSTRACT;
    else as_type(cls)->head.flags &= ~(uint32_t)TYPE_ABSTRACT;
    return 0;
}

static Own get_type_params(Ref cls) {
    Own params;
    int found = own_entry(cls, NAME_OF(dunder_type_params), &params);
    return found ? params : tuple_new(0);
}

static int set_type_params(Ref cls, Ref value) {
    if (may_set(as_type(cls), value, "__type_params__")) return -1;
    return set_entry(cls, NAME_OF(dunder_type_params), value);
}

static Own get_flags(Ref cls) { return int_new(as_type(cls)->head.flags); }

static const GetSet type_getsets[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__bases__", get_bases, set_bases, NULL},
    {"__base__", get_base, NULL, NULL},
    {"__mro__", get_mro, NULL, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__abstractmethods__", get_abstract, set_abstract, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__text_signature__", get_signature, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL},
    {"__flags__", get_flags, NULL, NULL},
    {0}};
static const Member type_members[] = {
    {"__basicsize__", MEMBER_SSIZE, offsetof(Type, head.basic_size), true, NULL},
    {"__itemsize__", MEMBER_SSIZE, offsetof(Type, head.item_size), true, NULL},
    {"__weakrefoffset__", MEMBER_SSIZE, offsetof(Type, head.weaklist_offset), true, NULL},
    {"__dictoffset__", MEMBER_SSIZE, offsetof(Type, dict_offset), true, NULL},
    {0}};

/* --- methods --- */

static Own type_m_mro(Ref self, Ref const *args) {
    (void)args;
    Type *t = as_type(self);
    if (type_ready(t)) return NULL;
    Own order = mro_compute(t);
    Own list = order ? list_from_iterable(order) : NULL;
    drop_x(order);
    return list;
}

/* Where a subclass goes: built-in ones, which are readied in any order, first and by name, then the others as they were made. */
static ssize_t place_of_subclass(Ref list, const Type *sub) {
    ssize_t i = list_size(list);
    while (!type_has(sub, TYPE_HEAP) && i > 0) {
        const Type *before = as_type(list_item(list, i - 1));
        if (!type_has(before, TYPE_HEAP) && strcmp(before->head.name, sub->head.name) < 0) break;
        i--;
    }
    return i;
}

static Own type_m_subclasses(Ref self, Ref const *args) {
    (void)args;
    ssize_t pos = 0;
    Type *sub;
    if (types_ready_all(as_type(self))) return NULL;
    Own list = list_new(0);
    while (list && (sub = subclass_next(as_type(self), &pos))) {
        if (list_insert(list, place_of_subclass(list, sub), (Ref)sub)) CLEAR(list);
        drop((Own)sub);
    }
    return list;
}

static Own type_m_instancecheck(Ref self, Ref const *args) {
    int answer = object_real_isinstance(args[0], self);
    return answer < 0 ? NULL : bool_new(answer);
}

static Own type_m_subclasscheck(Ref self, Ref const *args) {
    int answer = object_real_issubclass(args[0], self);
    return answer < 0 ? NULL : bool_new(answer);
}

static Own type_m_prepare(Ref self, Ref const *args) {
    (void)self, (void)args;
    return dict_new();
}

static int merge_names(Ref into, const Type *t) {
    if (t->dict && dict_update(into, (Ref)t->dict)) return -1;
    for (ssize_t i = 0; t->bases && i < tuple_size((Ref)t->bases); i++)
        if (merge_names(into, as_type(tuple_item((Ref)t->bases, i)))) return -1;
    return 0;
}

static Own type_m_dir(Ref self, Ref const *args) {
    (void)args;
    if (type_ready(as_type(self))) return NULL;
    Own all = dict_new(), list = NULL;
    if (all && merge_names(all, as_type(self)) == 0) list = dict_keys_list(all);
    drop_x(all);
    return list;
}

static Own type_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    const Type *t = as_type(self);
    return int_new(self->type->head.basic_size + t->n_slots * (ssize_t)sizeof(Member));
}

static const Method type_methods[] = {
    {"mro()", type_m_mro, "The method resolution order, as a list."},
    {"__subclasses__()", type_m_subclasses, "The direct subclasses that are alive."},
    {"__prepare__(*args, **kwargs)", type_m_prepare, "The namespace that the class body is to fill.", METHOD_CLASS},
    {"__instancecheck__(instance, /)", type_m_instancecheck, "Whether it is an instance of this class."},
    {"__subclasscheck__(subclass, /)", type_m_subclasscheck, "Whether it is a subclass of this class."},
    {"__dir__()", type_m_dir, "Names of the attributes of the class and of its bases."},
    {"__sizeof__()", type_m_sizeof, "Size of the type object in memory, in bytes."},
    {0}};

static Own type_repr(Ref cls) {
    Own module = get_module(cls), text = NULL;
    if (!module) err_clear();
    Own name = get_qualname(cls);
    if (name && module && is_str(module) && !str_equals(module, "builtins")) text = format_text("<class '%U.%U'>", (Ref)module, (Ref)name);
    else if (name) text = format_text("<class '%s'>", as_type(cls)->head.name);
    drop_x(module);
    drop_x(name);
    return text;
}

/* --- memory --- */

static int type_traverse(Object *self, VisitFn visit, void *arg) {
    const Type *t = (const Type *)self;
    VISIT(t->base);
    VISIT(t->bases);
    VISIT(t->mro);
    VISIT(t->dict);
    VISIT(t->subclasses);
    VISIT(t->slots);
    VISIT(t->module);
    return 0;
}

static void leave_bases(Type *t) {
    for (ssize_t i = 0; t->bases && i < tuple_size((Ref)t->bases); i++)
        subclass_remove(as_type(tuple_item((Ref)t->bases, i)), t);
}

/* The base stays: the instances' dealloc goes along it. */
static int type_clear(Object *self) {
    Type *t = (Type *)self;
    type_modified(t, NULL);
    if (t->dict) dict_clear((Ref)t->dict);
    CLEAR(t->mro);
    CLEAR(t->module);
    return 0;
}

static void type_dealloc(Object *self) {
    Type *t = (Type *)self;
    CHECK(type_has(t, TYPE_HEAP));
    gc_untrack(self);
    leave_bases(t);
    weakref_clear(self);
    CLEAR(t->dict);
    CLEAR(t->mro);
    CLEAR(t->bases);
    CLEAR(t->base);
    CLEAR(t->subclasses);
    CLEAR(t->slots);
    CLEAR(t->module);
    CLEAR(t->name);
    CLEAR(t->qualname);
    if (t->cached_keys) dict_keys_drop(t->cached_keys);
    mem_free((void *)(uintptr_t)t->slot_members);
    object_free(self);
}

Type type_type = {
    .head = {.ob = {1, &type_type},
             .name = "type",
             .basic_size = sizeof(Type),
             .item_size = sizeof(Member),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE | TYPE_IS_TYPE,
             .traverse = type_traverse,
             .clear = type_clear,
             .dealloc = type_dealloc,
             .weaklist_offset = offsetof(Type, weakrefs)},
    .doc = "The type of an object, or a new class made from name, bases and namespace.",
    .repr = type_repr,
    .call = type_call,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .new = type_new,
    .init = type_init,
    .binary = {[OP_OR] = union_or},
    .dict_offset = offsetof(Type, dict),
    .methods = type_methods,
    .getsets = type_getsets,
    .members = type_members,
};
