/* descr.c: bound methods, and the descriptors of C fields and C getters: member_descriptor, getset_descriptor. */
#include "runtime/descr.h"

#include "gc/freelist.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/typeattr.h"
#include "runtime/typebuild.h"
#include "runtime/weakref.h"

/* --- bound methods --- */

static inline BoundMethod *as_method(Ref o) { return (BoundMethod *)(uintptr_t)o; }

Own bound_method_new(Ref func, Ref self) {
    BoundMethod *m = freelist_pop(&freelist_bound_method);
    if (LIKELY(m != NULL)) {
        gc_born(&m->ob);
        m->ob.refcnt = 1;
        m->ob.type = &bound_method_type;
    } else if (!(m = (BoundMethod *)object_new_static(&bound_method_type, sizeof(BoundMethod), true))) {
        return raise_memory();
    }
    m->func = own(func);
    m->self = own(self);
    m->weakrefs = NULL;
    gc_track(&m->ob);
    return &m->ob;
}

static int method_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_method(self)->func);
    VISIT(as_method(self)->self);
    return 0;
}

static void method_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    drop(as_method(self)->func);
    drop(as_method(self)->self);
    if (freelist_push(&freelist_bound_method, self)) gc_died(self);
    else object_free_static(self, true);
    trash_end();
}

static Own method_call(Ref f, Ref const *args, size_t nargs, Ref kwnames) {
    return call_with_first(as_method(f)->func, as_method(f)->self, args, nargs, kwnames);
}

/* What a method lacks its function may have. */
static Own method_getattr(Ref self, Ref name) {
    if (type_ready(&bound_method_type)) return NULL;
    Ref found = type_lookup(self->type, name);
    if (!found) return attr_get(as_method(self)->func, name);
    DescrGetFn get = found->type->descr_get;
    return get ? get(found, self, (Ref)self->type) : own(found);
}

static Own method_get(Ref self, Ref instance, Ref owner) {
    (void)instance, (void)owner;
    return own(self); /* bound already */
}

static Own method_repr(Ref self) {
    Ref func = as_method(self)->func;
    Own name;
    int found = attr_find(func, NAME_OF(dunder_qualname), &name);
    if (found == 0) found = attr_find(func, NAME_OF(dunder_name), &name);
    if (found < 0) return NULL;
    Own text = name && is_str(name) ? format_text("<bound method %U of %R>", (Ref)name, (Ref)as_method(self)->self)
                                    : format_text("<bound method ? of %R>", (Ref)as_method(self)->self);
    drop_x(name);
    return text;
}

static Own method_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || a->type != &bound_method_type || b->type != &bound_method_type) return not_implemented();
    int equal = object_compare_bool(as_method(a)->func, as_method(b)->func, CMP_EQ);
    if (equal < 0) return NULL;
    equal = equal && as_method(a)->self == as_method(b)->self;
    return bool_new(equal == (op == CMP_EQ));
}

static Hash method_hash(Ref self) {
    Hash func = object_hash(as_method(self)->func);
    if (func == -1) return -1;
    uintptr_t address = (uintptr_t)as_method(self)->self;
    Hash hash = func ^ (Hash)(address >> 4 | address << 60);
    return hash == -1 ? -2 : hash;
}

static Own method_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (kwnames && tuple_size(kwnames)) return raise_error(TypeError, "method() takes no keyword arguments");
    if (nargs != 2) return raise_error(TypeError, "method expected 2 arguments, got %zu", nargs);
    if (!object_is_callable(args[0])) return raise_error(TypeError, "first argument must be callable");
    if (args[1] == NONE) return raise_error(TypeError, "instance must not be None");
    return bound_method_new(args[0], args[1]);
}

static Own method_get_doc(Ref self) { return attr_get(as_method(self)->func, NAME_OF(dunder_doc)); }

static Own method_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Own name = attr_get(as_method(self)->func, NAME_OF(dunder_name)), getattr = NULL, inner = NULL, result = NULL;
    if (name && dict_get((Ref)rt.builtins, NAME_OF(getattr), &getattr) > 0) inner = tuple_pack(2, (Ref)as_method(self)->self, (Ref)name);
    if (inner) result = tuple_pack(2, (Ref)getattr, (Ref)inner);
    drop_x(name);
    drop_x(getattr);
    drop_x(inner);
    return result;
}

static const Method bound_methods[] = {{"__reduce__()", method_m_reduce, NULL}, {0}};
static const GetSet bound_getsets[] = {{"__doc__", method_get_doc, NULL, NULL}, {0}};
static const Member bound_members[] = {
    {"__func__", MEMBER_OBJECT, offsetof(BoundMethod, func), true, "The function of the method."},
    {"__self__", MEMBER_OBJECT, offsetof(BoundMethod, self), true, "The instance that the method is bound to."},
    {0}};

Type bound_method_type = {
    .head = {.ob = {1, &type_type},
             .name = "method",
             .basic_size = sizeof(BoundMethod),
             .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = method_traverse,
             .dealloc = method_dealloc,
             .weaklist_offset = offsetof(BoundMethod, weakrefs)},
    .doc = "A function together with the instance that is its first argument.",
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .getattr = method_getattr,
    .setattr = attr_set_generic,
    .descr_get = method_get,
    .new = method_new,
    .methods = bound_methods,
    .getsets = bound_getsets,
    .members = bound_members,
};

/* --- members: C fields --- */

static inline void *field_of(Ref o, const Member *m) { return (char *)(uintptr_t)o + m->offset; }

Own member_get(Ref o, const Member *m) {
    void *field = field_of(o, m);
    switch (m->kind) {
    case MEMBER_INT: return int_new(*(int *)field);
    case MEMBER_SSIZE: return int_new(*(ssize_t *)field);
    case MEMBER_BOOL: return bool_new(*(char *)field);
    case MEMBER_OBJECT: return own(*(Object **)field ? *(Object **)field : NONE);
    default: break;
    }
    Object *value = *(Object **)field;
    if (LIKELY(value != NULL)) return own(value);
    return raise_error(AttributeError, "'%T' object has no attribute '%s'", o, m->name);
}

static int set_number(void *field, const Member *m, Ref value) {
    if (!value) return raise_error(TypeError, "can't delete numeric/char attribute"), -1;
    if (m->kind == MEMBER_BOOL) {
        if (value->type != &bool_type) return raise_error(TypeError, "attribute value type must be bool"), -1;
        *(char *)field = value == TRUE_OBJECT;
        return 0;
    }
    ssize_t n = index_as_ssize(value);
    if (n == -1 && err_set()) return -1;
    if (m->kind == MEMBER_INT) *(int *)field = (int)n;
    else *(ssize_t *)field = n;
    return 0;
}

int member_set(Ref o, const Member *m, Ref value) {
    void *field = field_of(o, m);
    if (m->readonly) return raise_error(AttributeError, "readonly attribute"), -1;
    if (m->kind == MEMBER_INT || m->kind == MEMBER_SSIZE || m->kind == MEMBER_BOOL) return set_number(field, m, value);
    if (!value && m->kind != MEMBER_OBJECT && !*(Object **)field) return raise_error(AttributeError, "%s", m->name), -1;
    obj_set((Object **)field, own_x(value));
    return 0;
}

/* --- member and getset descriptors --- */

static inline Descr *as_descr(Ref o) { return (Descr *)(uintptr_t)o; }

static Own descr_new(Type *kind, Type *owner, const char *text) {
    Own name = str_from_text(text);
    if (!name) return NULL;
    str_intern(&name);
    Descr *d = (Descr *)object_new_static(kind, sizeof(Descr), true);
    if (!d) {
        drop(name);
        return raise_memory();
    }
    d->owner = as_type(own((Ref)owner));
    d->name = name;
    d->qualname = NULL;
    gc_track(&d->ob);
    return &d->ob;
}

Own getset_descr_new(Type *owner, const GetSet *def) {
    Own d = descr_new(&getset_descr_type, owner, def->name);
    if (d) as_descr(d)->u.getset = def;
    return d;
}

Own member_descr_new(Type *owner, const Member *def) {
    Own d = descr_new(&member_descr_type, owner, def->name);
    if (d) as_descr(d)->u.member = def;
    return d;
}

static int descr_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_descr(self)->owner);
    return 0;
}

static void descr_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(as_descr(self)->owner);
    CLEAR(as_descr(self)->name);
    CLEAR(as_descr(self)->qualname);
    object_free_static(self, true);
    trash_end();
}

static COLD int wrong_owner(const Descr *d, Ref instance) {
    raise_error(TypeError, "descriptor '%S' for '%s' objects doesn't apply to a '%T' object", (Ref)d->name, d->owner->head.name, instance);
    return -1;
}

static COLD int not_writable(const Descr *d) {
    raise_error(AttributeError, "attribute '%S' of '%s' objects is not writable", (Ref)d->name, d->owner->head.name);
    return -1;
}

static Own getset_get(Ref self, Ref instance, Ref owner) {
    const Descr *d = as_descr(self);
    (void)owner;
    if (!instance) return own(self);
    if (UNLIKELY(!object_is_a(instance, d->owner))) return wrong_owner(d, instance), NULL;
    if (d->u.getset->get) return d->u.getset->get(instance);
    return raise_error(AttributeError, "attribute '%S' of '%s' objects is not readable", (Ref)d->name, d->owner->head.name);
}

static int getset_set(Ref self, Ref instance, Ref value) {
    const Descr *d = as_descr(self);
    if (UNLIKELY(!object_is_a(instance, d->owner))) return wrong_owner(d, instance);
    return d->u.getset->set ? d->u.getset->set(instance, value) : not_writable(d);
}

static Own member_descr_get(Ref self, Ref instance, Ref owner) {
    const Descr *d = as_descr(self);
    (void)owner;
    if (!instance) return own(self);
    return LIKELY(object_is_a(instance, d->owner)) ? member_get(instance, d->u.member) : (wrong_owner(d, instance), NULL);
}

static int member_descr_set(Ref self, Ref instance, Ref value) {
    const Descr *d = as_descr(self);
    return LIKELY(object_is_a(instance, d->owner)) ? member_set(instance, d->u.member, value) : wrong_owner(d, instance);
}

static Own descr_repr(Ref self) {
    const char *what = self->type == &member_descr_type ? "member" : "attribute";
    return format_text("<%s '%S' of '%s' objects>", what, (Ref)as_descr(self)->name, as_descr(self)->owner->head.name);
}

static Own descr_get_qualname(Ref self) {
    Descr *d = as_descr(self);
    if (!d->qualname) {
        Own owner = attr_get((Ref)d->owner, NAME_OF(dunder_qualname));
        if (owner) d->qualname = format_text("%S.%S", (Ref)owner, (Ref)d->name);
        drop_x(owner);
    }
    return own_x(d->qualname);
}

static Own descr_get_doc(Ref self) {
    const Descr *d = as_descr(self);
    const char *doc = self->type == &member_descr_type ? d->u.member->doc : d->u.getset->doc;
    return doc ? str_from_text(doc) : none();
}

static const GetSet descr_getsets[] = {{"__doc__", descr_get_doc, NULL, NULL}, {"__qualname__", descr_get_qualname, NULL, NULL}, {0}};
static const Member descr_members[] = {
    {"__objclass__", MEMBER_OBJECT, offsetof(Descr, owner), true, NULL},
    {"__name__", MEMBER_OBJECT, offsetof(Descr, name), true, NULL},
    {0}};

Type getset_descr_type = {
    .head = {.ob = {1, &type_type},
             .name = "getset_descriptor",
             .basic_size = sizeof(Descr),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = descr_traverse,
             .dealloc = descr_dealloc},
    .repr = descr_repr,
    .getattr = attr_get_generic,
    .descr_get = getset_get,
    .descr_set = getset_set,
    .getsets = descr_getsets,
    .members = descr_members,
};

Type member_descr_type = {
    .head = {.ob = {1, &type_type},
             .name = "member_descriptor",
             .basic_size = sizeof(Descr),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = descr_traverse,
             .dealloc = descr_dealloc},
    .repr = descr_repr,
    .getattr = attr_get_generic,
    .descr_get = member_descr_get,
    .descr_set = member_descr_set,
    .getsets = descr_getsets,
    .members = descr_members,
};
