/* attr.c: attributes: o.name, o.name = value, del o.name, for objects of any type.
 *
 * The order of a lookup: data descriptor of the type, the instance's own value, other descriptor of the type, plain value of the type.
 * Asking is tri-state: absence is no exception here, so that hasattr, getattr with a default and the probing that C code does never build
 * an AttributeError. The AttributeError itself is made last, by attr_get, and carries name and object. */
#include "runtime/object.h"

#include "runtime/descr.h"
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/strkind.h"
#include "runtime/typeattr.h"

/* --- errors --- */

static COLD int bad_name(Ref name) { return raise_error(TypeError, "attribute name must be string, not '%T'", name), -1; }

/* An instance of a subclass of str, with whatever __eq__ and __hash__, stands for its characters. NULL: TypeError, or no memory. */
static COLD Own plain_name(Ref name) { return is_str(name) ? str_exact(name) : (bad_name(name), NULL); }

Own raise_attribute_text_take(Ref o, Ref name, Own text) {
    if (!text) return NULL;
    Own exc = exc_new(AttributeError, refs(&text), 1);
    drop(text);
    if (!exc) return NULL;
    AttributeErrorExc *e = (AttributeErrorExc *)exc;
    obj_set(&e->obj, own(o));
    obj_set(&e->name, own(name));
    return raise_exc_take(exc);
}

COLD Own raise_attribute(Ref o, Ref name) {
    Own text;
    if (is_type(o)) text = format_text("type object '%s' has no attribute '%S'", as_type(o)->head.name, name);
    else text = format_text("'%T' object has no attribute '%S'", o, name);
    return raise_attribute_text_take(o, name, text);
}

/* --- the instance's own value --- */

/* Looking into a dict with keys other than str may run their __eq__, which may do anything to the object and its class. */
static ALWAYS_INLINE bool has_odd_dict(Ref o, const Type *t) {
    if (type_has(t, TYPE_INLINE_VALUES) && LIKELY(inline_values(o)->valid)) return false;
    Object **slot = instance_dict_slot(o);
    return slot && *slot && UNLIKELY(((const Dict *)*slot)->keys->kind == DICT_GENERAL);
}

/* 1, 0, -1; runs no Python code unless has_odd_dict. */
static ALWAYS_INLINE int own_value(Ref o, const Type *t, Ref name, Own *out) {
    if (type_has(t, TYPE_INLINE_VALUES)) {
        DictValues *values = inline_values(o);
        if (LIKELY(values->valid)) {
            Ref value = dict_inline_get(values, t->cached_keys, name);
            if (!value) return 0;
            *out = own(value);
            return 1;
        }
    }
    Object **slot = instance_dict_slot(o);
    if (!slot || !*slot) return 0;
    return dict_get(*slot, name, out);
}

/* --- getting --- */

static ALWAYS_INLINE int bind(Ref descr, DescrGetFn get, Ref o, Own *out) {
    Own held = own(descr); /* running it may take it out of the class */
    *out = get(held, o, (Ref)o->type);
    drop(held);
    return *out ? 1 : -1;
}

/* What follows the data descriptor, with everything held. */
static NOINLINE int find_past_odd_dict(Ref o, Ref name, Ref descr, Own *out) {
    Own held = own_x(descr), dict = own((Ref)*instance_dict_slot(o));
    int found = dict_get(dict, name, out);
    if (found == 0 && held) {
        DescrGetFn get = held->type->descr_get;
        *out = get ? get(held, o, (Ref)o->type) : own(held);
        found = *out ? 1 : -1;
    }
    drop_x(held);
    drop(dict);
    return found;
}

static NOINLINE int find_by_odd_name(Ref o, Ref name, Own *out);

/* An AttributeError from within (a property's getter) is -1 here. */
static ALWAYS_INLINE int find_generic(Ref o, Ref name, Own *out) {
    Type *t = o->type;
    if (UNLIKELY(!is_exact_str(name))) return find_by_odd_name(o, name, out);
    if (UNLIKELY(!type_has(t, TYPE_READY)) && type_ready(t)) return -1;
    Ref descr = type_lookup(t, name);
    DescrGetFn get = descr ? descr->type->descr_get : NULL;
    if (get && descr->type->descr_set) return bind(descr, get, o, out);
    if (UNLIKELY(has_odd_dict(o, t))) return find_past_odd_dict(o, name, descr, out);
    int found = own_value(o, t, name, out);
    if (found) return found;
    if (get) return bind(descr, get, o, out);
    if (!descr) return 0;
    *out = own(descr);
    return 1;
}

static NOINLINE int find_by_odd_name(Ref o, Ref name, Own *out) {
    Own plain = plain_name(name);
    int found = plain ? find_generic(o, plain, out) : -1;
    drop_x(plain);
    return found;
}

Own attr_get_generic(Ref o, Ref name) {
    Own value;
    int found = find_generic(o, name, &value);
    if (LIKELY(found > 0)) return value;
    return found == 0 ? raise_attribute(o, name) : NULL;
}

/* -1 with an AttributeError means absent. */
static inline int forgive(int found, Own *out) {
    if (found > 0) return 1;
    *out = NULL;
    if (found < 0 && !err_matches(AttributeError)) return -1;
    err_clear();
    return 0;
}

int attr_find_generic(Ref o, Ref name, Own *out) { return forgive(find_generic(o, name, out), out); }

Own attr_get(Ref o, Ref name) {
    BinaryFn getattr = o->type->getattr;
    if (UNLIKELY(!is_str(name))) return bad_name(name), NULL;
    return getattr ? getattr(o, name) : attr_get_generic(o, name);
}

int attr_find(Ref o, Ref name, Own *out) {
    BinaryFn getattr = o->type->getattr;
    int found;
    *out = NULL;
    if (!getattr || getattr == attr_get_generic) {
        found = find_generic(o, name, out);
    } else if (getattr == type_getattr) {
        found = type_find_attr(o, name, out);
    } else if (getattr == module_getattr) {
        found = module_find_attr(o, name, out);
    } else {
        *out = getattr(o, name);
        found = *out ? 1 : -1;
    }
    return forgive(found, out);
}

int attr_find_special(Ref o, Ref name, Own *out) {
    *out = NULL;
    if (UNLIKELY(!type_has(o->type, TYPE_READY)) && type_ready(o->type)) return -1;
    Ref descr = type_lookup(o->type, name);
    if (!descr) return 0;
    DescrGetFn get = descr->type->descr_get;
    if (get) return bind(descr, get, o, out);
    *out = own(descr);
    return 1;
}

int attr_get_method(Ref o, Ref name, Own *out) {
    Type *t = o->type;
    if ((t->getattr && t->getattr != attr_get_generic) || !is_exact_str(name) || has_odd_dict(o, t)) {
        *out = attr_get(o, name);
        return *out ? 0 : -1;
    }
    if (UNLIKELY(!type_has(t, TYPE_READY)) && type_ready(t)) return -1;
    Ref descr = type_lookup(t, name);
    bool method = descr && type_has(descr->type, TYPE_METHOD_DESCR);
    DescrGetFn get = descr && !method ? descr->type->descr_get : NULL;
    if (get && descr->type->descr_set) return bind(descr, get, o, out) > 0 ? 0 : -1;
    int found = own_value(o, t, name, out);
    if (found) return found > 0 ? 0 : -1;
    if (get) return bind(descr, get, o, out) > 0 ? 0 : -1;
    if (!descr) return raise_attribute(o, name), -1;
    *out = own(descr);
    return method;
}

/* --- setting and deleting --- */

/* There is nowhere to put it. */
static COLD int refuse_store(Ref o, Ref name, Ref descr) {
    Type *t = o->type;
    Own text;
    if (descr) text = format_text("'%T' object attribute '%S' is read-only", o, name);
    else if (!t->setattr || t->setattr == attr_set_generic)
        text = format_text("'%T' object has no attribute '%S' and no __dict__ for setting new attributes", o, name);
    else text = format_text("'%T' object has no attribute '%S'", o, name);
    return raise_attribute_text_take(o, name, text), -1;
}

static int store_in_dict(Ref o, Ref dict, Ref name, Ref value) {
    Own held = own(dict); /* what is dropped may replace the instance's dict */
    int result = value ? dict_set(held, name, value) : dict_del(held, name);
    drop(held);
    if (value || result < 0) return result;
    return result ? 0 : (raise_attribute(o, name), -1);
}

int attr_set_generic(Ref o, Ref name, Ref value) {
    Type *t = o->type;
    if (UNLIKELY(!is_str(name))) return bad_name(name);
    if (UNLIKELY(!type_has(t, TYPE_READY)) && type_ready(t)) return -1;
    Ref descr = type_lookup(t, name);
    if (descr && descr->type->descr_set) {
        Own held = own(descr);
        int result = held->type->descr_set(held, o, value);
        drop(held);
        return result;
    }
    Object **slot = instance_dict_slot(o);
    if (!slot) return refuse_store(o, name, descr);
    if (!*slot && type_has(t, TYPE_INLINE_VALUES) && inline_values(o)->valid) {
        int done = dict_inline_store(inline_values(o), t->cached_keys, name, value);
        if (LIKELY(done == 1)) return 0;
        if (done < 0) return -1;
        if (done == 2) return raise_attribute(o, name), -1;
    }
    if (!*slot && !value) return raise_attribute(o, name), -1;
    Ref dict = object_get_dict(o);
    return dict ? store_in_dict(o, dict, name, value) : -1;
}

int attr_set(Ref o, Ref name, Ref value) {
    SetItemFn setattr = o->type->setattr ? o->type->setattr : attr_set_generic;
    if (UNLIKELY(!is_str(name))) return bad_name(name);
    if (LIKELY(((const Str *)name)->interned)) return setattr(o, name, value);
    Own interned = str_exact(name);
    if (!interned) return -1;
    str_intern(&interned);
    int result = setattr(o, interned, value);
    drop(interned);
    return result;
}

/* --- the dict --- */

Ref object_get_dict_if_made(Ref o) {
    Object **slot = instance_dict_slot(o);
    return slot ? *slot : NULL;
}

Ref object_get_dict(Ref o) {
    Object **slot = instance_dict_slot(o);
    if (!slot) return raise_attribute(o, NAME_OF(dunder_dict));
    if (*slot) return *slot;
    bool over_values = type_has(o->type, TYPE_INLINE_VALUES) && inline_values(o)->valid;
    DictKeys *shared = o->type->cached_keys;
    *slot = over_values ? dict_from_inline(inline_values(o), shared) : shared ? dict_new_shared(shared) : dict_new();
    return *slot;
}
