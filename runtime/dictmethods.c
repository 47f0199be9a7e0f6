/* dictmethods.c: dict as Python sees it: construction, operators, methods, the type. */
#include "runtime/dictkeys.h"
#include "runtime/generic.h"
#include "runtime/intern.h"

/* --- construction --- */

static Own dict_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    if (cls == &dict_type) return dict_new();
    Own o = instance_new(cls);
    if (!o) return NULL;
    Dict *d = as_dict(o);
    d->used = 0;
    d->front = 0;
    d->keys = &dict_empty_keys;
    d->values = NULL;
    return o;
}

static int set_keywords(Ref self, Ref const *values, Ref kwnames) {
    for (ssize_t i = 0; i < tuple_size(kwnames); i++)
        if (dict_set(self, tuple_item(kwnames, i), values[i]) < 0) return -1;
    return 0;
}

/* Keyword arguments come as a dict of their own, as far as the size of the table shows. */
static int merge_keywords(Ref self, Ref const *values, Ref kwnames) {
    Own given = dict_new_presized(tuple_size(kwnames), true);
    int result = given ? set_keywords(given, values, kwnames) : -1;
    if (result == 0) result = dict_merge(self, given, 1);
    drop_x(given);
    return result;
}

static int dict_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (args_range("dict", nargs, NULL, 0, 1) < 0) return -1;
    if (nargs && dict_update(self, args[0]) < 0) return -1;
    if (!kwnames || tuple_size(kwnames) == 0) return 0;
    return is_exact_dict(self) ? set_keywords(self, args + nargs, kwnames) : merge_keywords(self, args + nargs, kwnames);
}

/* --- slots --- */

static int write_entries(StrWriter *w, Ref self) {
    Ref next_key, next_value;
    bool first = true;
    for (ssize_t pos = 0; dict_next(self, &pos, &next_key, &next_value, NULL); first = false) {
        Own key = own(next_key), value = own(next_value);
        bool ok = (first || writer_ascii(w, ", ", 2) == 0) && writer_repr(w, key) == 0 && writer_ascii(w, ": ", 2) == 0 && writer_repr(w, value) == 0;
        drop(key);
        drop(value);
        if (!ok) return -1;
    }
    return 0;
}

static Own dict_repr(Ref self) {
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : str_from_ascii("{...}", 5);
    StrWriter w = {.overallocate = true};
    bool ok = writer_char(&w, '{') == 0 && write_entries(&w, self) == 0 && writer_char(&w, '}') == 0;
    repr_leave(self);
    return ok ? writer_finish(&w) : NULL;
}

static int dict_equal(Ref a, Ref b) {
    if (dict_used(a) != dict_used(b)) return 0;
    Ref next_key, next_value;
    Hash h;
    for (ssize_t pos = 0; dict_next(a, &pos, &next_key, &next_value, &h);) {
        Own key = own(next_key), value = own(next_value), other;
        int same = dict_get_hashed(b, key, h, &other);
        if (same > 0) same = object_compare_bool(value, other, CMP_EQ);
        drop_x(other);
        drop(value);
        drop(key);
        if (same <= 0) return same;
    }
    return 1;
}

static Own dict_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_dict(a) || !is_dict(b)) return not_implemented();
    int same = dict_equal(a, b);
    return same < 0 ? NULL : bool_new(same == (op == CMP_EQ));
}

static Own dict_or(Ref a, Ref b) {
    if (!is_dict(a) || !is_dict(b)) return not_implemented();
    Own result = dict_copy(a);
    if (!result || dict_update(result, b) == 0) return result;
    drop(result);
    return NULL;
}

static Own dict_ior(Ref a, Ref b) { return dict_update(a, b) < 0 ? NULL : own(a); }

static ssize_t dict_len(Ref self) { return dict_used(self); }

static Own missing(Ref self, Ref key) {
    if (!is_exact_dict(self)) {
        Own value;
        int has = object_call_special(self, NAME_OF(dunder_missing), 1, &key, &value);
        if (has) return has < 0 ? NULL : value;
    }
    return raise_key(key);
}

static Own dict_subscript(Ref self, Ref key) {
    Own value;
    int found = dict_get(self, key, &value);
    if (LIKELY(found > 0)) return value;
    return found < 0 ? NULL : missing(self, key);
}

static int dict_set_subscript(Ref self, Ref key, Ref value) {
    if (value) return dict_set(self, key, value);
    int found = dict_del(self, key);
    if (found > 0) return 0;
    if (found == 0) raise_key(key);
    return -1;
}

static Own dict_iter(Ref self) { return dict_iter_new(&dict_key_iter_type, self); }

/* --- methods --- */

static Own dict_m_contains(Ref self, Ref const *args) {
    int found = dict_contains(self, args[0]);
    return found < 0 ? NULL : bool_new(found);
}

static Own dict_m_getitem(Ref self, Ref const *args) { return dict_subscript(self, args[0]); }

static Own dict_m_get(Ref self, Ref const *args) {
    Own value;
    int found = dict_get(self, args[0], &value);
    if (found > 0) return value;
    return found < 0 ? NULL : own(args[1] ? args[1] : NONE);
}

static Own dict_m_setdefault(Ref self, Ref const *args) {
    Own value;
    return dict_setdefault(self, args[0], args[1] ? args[1] : NONE, &value) < 0 ? NULL : value;
}

static Own dict_m_pop(Ref self, Ref const *args) {
    Own value;
    int found = dict_pop(self, args[0], &value);
    if (found > 0) return value;
    if (found < 0) return NULL;
    return args[1] ? own(args[1]) : raise_key(args[0]);
}

static Own dict_m_popitem(Ref self, Ref const *args) {
    (void)args;
    Own pair = tuple_new(2); /* first: without memory nothing is taken out */
    if (!pair) return NULL;
    Own key, value;
    int found = dict_pop_last(self, &key, &value);
    if (found <= 0) {
        drop(pair);
        return found < 0 ? NULL : raise_error(KeyError, "popitem(): dictionary is empty");
    }
    tuple_put_take(pair, 0, key);
    tuple_put_take(pair, 1, value);
    return pair;
}

static Own dict_m_keys(Ref self, Ref const *args) {
    (void)args;
    return dict_view_new(&dict_keys_type, self);
}

static Own dict_m_items(Ref self, Ref const *args) {
    (void)args;
    return dict_view_new(&dict_items_type, self);
}

static Own dict_m_values(Ref self, Ref const *args) {
    (void)args;
    return dict_view_new(&dict_values_type, self);
}

static Own dict_m_update(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (args_range("update", nargs, NULL, 0, 1) < 0) return NULL;
    if (nargs && dict_update(self, args[0]) < 0) return NULL;
    if (kwnames && tuple_size(kwnames) && merge_keywords(self, args + nargs, kwnames) < 0) return NULL;
    return none();
}

static Own dict_m_fromkeys(Ref cls, Ref const *args) { return dict_fromkeys(cls, args[0], args[1] ? args[1] : NONE); }

static Own dict_m_clear(Ref self, Ref const *args) {
    (void)args;
    dict_clear(self);
    return none();
}

static Own dict_m_copy(Ref self, Ref const *args) {
    (void)args;
    return dict_copy(self);
}

static Own dict_m_reversed(Ref self, Ref const *args) {
    (void)args;
    return dict_iter_new(&dict_reverse_key_iter_type, self);
}

static Own dict_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    return int_new(dict_sizeof(self));
}

static const Method dict_methods[] = {
    {"__contains__(key, /)", dict_m_contains, "True if there is an entry with the key.", METHOD_COEXIST, NULL},
    {"__getitem__(key, /)", dict_m_getitem, "The value of the key: self[key].", METHOD_COEXIST, NULL},
    {"__sizeof__()", dict_m_sizeof, "Bytes that the dict and its table take."},
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS, NULL},
    {"__reversed__()", dict_m_reversed, "An iterator over the keys, newest first."},
    {"get(key, default=None, /)", dict_m_get, "The value of the key, or default if there is none."},
    {"setdefault(key, default=None, /)", dict_m_setdefault, "The value of the key; if there is none, default, which is stored."},
    {"pop(key, default=<unrepresentable>, /)", dict_m_pop,
     "Take the key out and give its value. Without such a key: default if given, else KeyError."},
    {"popitem()", dict_m_popitem, "Take the newest entry out and give it as (key, value). KeyError if there is none."},
    {"keys()", dict_m_keys, "A view of the keys."},
    {"items()", dict_m_items, "A view of the entries as (key, value) pairs."},
    {"values()", dict_m_values, "A view of the values."},
    {"update(*args, **kwargs)", NULL, "Store the entries of a mapping, or of an iterable of pairs, and then the keyword arguments.", 0, dict_m_update},
    {"fromkeys(iterable, value=None, /)", dict_m_fromkeys, "A new dict with the keys of the iterable, all with the same value.", METHOD_CLASS, NULL},
    {"clear()", dict_m_clear, "Take all entries out."},
    {"copy()", dict_m_copy, "A new dict with the same entries."},
    {0}};

Type dict_type = {
    .head = {.ob = {1, &type_type},
             .name = "dict",
             .basic_size = sizeof(Dict),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE | TYPE_IS_DICT | TYPE_MAPPING | TYPE_UNTRACKABLE,
             .traverse = dict_traverse,
             .clear = dict_clear_hook,
             .dealloc = dict_dealloc,
             .untrack = dict_untrack},
    .doc = "dict() -> an empty dict\n"
           "dict(mapping) -> a dict with the entries of the mapping\n"
           "dict(iterable) -> a dict of the (key, value) pairs of the iterable\n"
           "dict(**kwargs) -> a dict of the keyword arguments, also after one of the others: dict(one=1, two=2)",
    .new = dict_construct,
    .init = dict_init,
    .repr = dict_repr,
    .compare = dict_compare,
    .iter = dict_iter,
    .binary = {[OP_OR] = dict_or},
    .inplace = {[OP_OR] = dict_ior},
    .len = dict_len,
    .subscript = dict_subscript,
    .set_subscript = dict_set_subscript,
    .contains = dict_contains,
    .methods = dict_methods,
};
