/* property.c: property: an attribute whose reading, setting and deleting are functions. */
#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"

static inline Property *as_property(Ref o) { return (Property *)(uintptr_t)o; }

static Own given(Ref o) { return o && o != NONE ? own(o) : NULL; }

/* --- the name, for messages --- */

/* What __set_name__ said, or the getter's name; 1, 0, -1. */
static int find_name(const Property *p, Own *out) {
    if (p->name) {
        *out = own(p->name);
        return 1;
    }
    *out = NULL;
    return p->get ? attr_find(p->get, NAME_OF(dunder_name), out) : 0;
}

static Own refuse(Ref self, Ref instance, const char *what) {
    Own name, owner = NULL;
    if (find_name(as_property(self), &name) < 0) return NULL;
    owner = attr_get((Ref)instance->type, NAME_OF(dunder_qualname));
    if (owner && name) raise_error(AttributeError, "property %R of %R object has no %s", (Ref)name, (Ref)owner, what);
    else if (owner) raise_error(AttributeError, "property of %R object has no %s", (Ref)owner, what);
    drop_x(name);
    drop_x(owner);
    return NULL;
}

/* --- the descriptor --- */

static Own property_get(Ref self, Ref instance, Ref owner) {
    Ref getter = as_property(self)->get;
    (void)owner;
    if (!instance || instance == NONE) return own(self);
    return LIKELY(getter != NULL) ? object_call1(getter, instance) : refuse(self, instance, "getter");
}

static int property_set(Ref self, Ref instance, Ref value) {
    Ref function = value ? as_property(self)->set : as_property(self)->del;
    if (!function) return refuse(self, instance, value ? "setter" : "deleter"), -1;
    Own result = value ? object_call2(function, instance, value) : object_call1(function, instance);
    drop_x(result);
    return result ? 0 : -1;
}

/* --- making --- */

/* The docstring goes into the property, or for subclasses into the instance's own attributes. */
static int store_doc(Ref self, Own doc_take) {
    if (self->type == &property_type) {
        obj_set(&as_property(self)->doc, doc_take);
        return 0;
    }
    int result = attr_set(self, NAME_OF(dunder_doc), doc_take ? (Ref)doc_take : NONE);
    drop_x(doc_take);
    if (result == 0 || !err_matches(AttributeError)) return result;
    err_clear(); /* a subclass without a place for it */
    return 0;
}

static int take_doc(Ref self, Ref doc, Ref getter) {
    Own text = given(doc);
    as_property(self)->doc_from_getter = false;
    if (!text && getter) {
        if (attr_find(getter, NAME_OF(dunder_doc), &text) < 0) return -1;
        if (text == NONE) CLEAR(text);
        as_property(self)->doc_from_getter = text != NULL;
    }
    return store_doc(self, text);
}

static int property_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    static const char signature[] = "property(fget=None, fset=None, fdel=None, doc=None)";
    Ref out[4];
    Property *p = as_property(self);
    if (args_bind(signature, args, nargs, kwnames, out)) return -1;
    obj_set(&p->get, given(out[0]));
    obj_set(&p->set, given(out[1]));
    obj_set(&p->del, given(out[2]));
    CLEAR(p->doc);
    CLEAR(p->name);
    return take_doc(self, out[3], p->get);
}

static Own property_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return instance_new(cls);
}

/* A property of the same type with one function replaced. */
static Own copy_with(Ref self, Ref get, Ref set, Ref del) {
    const Property *p = as_property(self);
    Ref getter = get && get != NONE ? get : p->get;
    Ref doc = p->doc_from_getter && getter ? NONE : p->doc;
    Ref args[] = {getter, set && set != NONE ? set : p->set, del && del != NONE ? del : p->del, doc};
    for (int i = 0; i < 4; i++)
        if (!args[i]) args[i] = NONE;
    Own copy = object_call((Ref)self->type, args, 4, NULL);
    if (copy && p->name && object_is_a(copy, &property_type)) obj_set(&as_property(copy)->name, own(p->name));
    return copy;
}

static Own property_m_getter(Ref self, Ref const *args) { return copy_with(self, args[0], NULL, NULL); }
static Own property_m_setter(Ref self, Ref const *args) { return copy_with(self, NULL, args[0], NULL); }
static Own property_m_deleter(Ref self, Ref const *args) { return copy_with(self, NULL, NULL, args[0]); }
static Own property_m_set_name(Ref self, Ref const *args) {
    obj_set(&as_property(self)->name, own(args[1]));
    return none();
}

/* --- attributes --- */

static Own get_name(Ref self) {
    Own name;
    int found = find_name(as_property(self), &name);
    return found ? name : raise_attribute(self, NAME_OF(dunder_name));
}

static int set_name(Ref self, Ref value) {
    obj_set(&as_property(self)->name, own_x(value));
    return 0;
}

static Own get_abstract(Ref self) {
    const Property *p = as_property(self);
    Ref const functions[] = {p->get, p->set, p->del};
    for (int i = 0; i < 3; i++) {
        Own flag = NULL;
        int found = functions[i] ? attr_find(functions[i], NAME_OF(dunder_isabstractmethod), &flag) : 0;
        if (found > 0) found = object_truth(flag);
        drop_x(flag);
        if (found) return found > 0 ? bool_new(1) : NULL;
    }
    return bool_new(0);
}

static const Method property_methods[] = {
    {"getter(fget, /)", property_m_getter, "The same property with another getter."},
    {"setter(fset, /)", property_m_setter, "The same property with another setter."},
    {"deleter(fdel, /)", property_m_deleter, "The same property with another deleter."},
    {"__set_name__(owner, name, /)", property_m_set_name, "Called by the class: under which name it has the property."},
    {0}};
static const GetSet property_getsets[] = {
    {"__name__", get_name, set_name, NULL},
    {"__isabstractmethod__", get_abstract, NULL, NULL},
    {0}};
static const Member property_members[] = {
    {"fget", MEMBER_OBJECT, offsetof(Property, get), true, NULL},
    {"fset", MEMBER_OBJECT, offsetof(Property, set), true, NULL},
    {"fdel", MEMBER_OBJECT, offsetof(Property, del), true, NULL},
    {"__doc__", MEMBER_OBJECT, offsetof(Property, doc), false, NULL},
    {0}};

/* --- memory --- */

static int property_traverse(Object *self, VisitFn visit, void *arg) {
    const Property *p = as_property(self);
    VISIT(p->get);
    VISIT(p->set);
    VISIT(p->del);
    VISIT(p->doc);
    VISIT(p->name);
    return 0;
}

static int property_clear(Object *self) {
    Property *p = as_property(self);
    CLEAR(p->get);
    CLEAR(p->set);
    CLEAR(p->del);
    CLEAR(p->doc);
    CLEAR(p->name);
    return 0;
}

static void property_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    property_clear(self);
    object_free(self);
    trash_end();
}

Type property_type = {
    .head = {.ob = {1, &type_type},
             .name = "property",
             .basic_size = sizeof(Property),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,
             .traverse = property_traverse,
             .clear = property_clear,
             .dealloc = property_dealloc},
    .doc = "An attribute whose reading, setting and deleting call functions.",
    .getattr = attr_get_generic,
    .descr_get = property_get,
    .descr_set = property_set,
    .new = property_new,
    .init = property_init,
    .signature = "property(fget=None, fset=None, fdel=None, doc=None)",
    .methods = property_methods,
    .getsets = property_getsets,
    .members = property_members,
};
