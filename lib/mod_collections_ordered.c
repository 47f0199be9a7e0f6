/* mod_collections_ordered.c: collections.OrderedDict: a dict whose order can be changed and counts in comparisons.
 *
 * A dict keeps its entries in order as it is (runtime/dict.c), so this one has no list of its own: moving an entry is runtime/dictorder.c.
 * What is added here are the methods, and iterators that notice every change of order or number. A class derived from it may have a
 * __setitem__ of its own: everything that fills an ordered dict goes through that one, then. */
#include "lib/mod_collections.h"
#include "runtime/dictkeys.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/weakref.h"

typedef struct OrderedDict {
    Dict d;
    size_t state;      /* counts the changes of order */
    Object *dict;      /* attributes, owned or NULL */
    Object *weakrefs;
    void *unused[5];   /* CPython's has a linked list */
} OrderedDict;

static OrderedDict *as_ordered(Ref o) { return (OrderedDict *)(uintptr_t)o; }
static bool is_ordered(Ref o) { return object_is_a(o, &ordered_dict_type); }

/* --- iterators and views --- */

typedef struct OrderedIter {
    Object ob;
    OrderedDict *od;       /* owned; NULL: done */
    ssize_t pos;
    size_t state;          /* of the dict at the start, as the next three */
    const DictKeys *keys;  /* only compared */
    ssize_t n_entries, used;
    bool reverse;
    enum Part { PART_KEY, PART_VALUE, PART_ITEM } part;
} OrderedIter;
static Type ordered_iter_type;

static Own ordered_iter_new(Ref self, enum Part part, bool reverse) {
    OrderedIter *it = (OrderedIter *)object_new_static(&ordered_iter_type, sizeof *it, true);
    if (!it) return raise_memory();
    it->od = as_ordered(own(self));
    it->pos = reverse ? INTPTR_MAX : it->od->d.front;
    it->state = it->od->state;
    it->keys = it->od->d.keys;
    it->n_entries = it->keys->n_entries;
    it->used = it->od->d.used;
    it->reverse = reverse;
    it->part = part;
    gc_track(&it->ob);
    return &it->ob;
}

static bool is_changed(const OrderedIter *it) {
    const OrderedDict *od = it->od;
    return it->state != od->state || it->keys != od->d.keys || it->n_entries != od->d.keys->n_entries || it->used != od->d.used;
}

static int ordered_iter_next(Ref self, Own *out) {
    OrderedIter *it = (OrderedIter *)(uintptr_t)self;
    Ref key, value;
    if (!it->od) return 0;
    bool changed = is_changed(it);
    if (UNLIKELY(changed)) raise_error(RuntimeError, "OrderedDict mutated during iteration");
    if (changed || !(it->reverse ? dict_before((Ref)it->od, &it->pos, &key, &value) : dict_next((Ref)it->od, &it->pos, &key, &value, NULL))) {
        CLEAR(it->od);
        return changed ? -1 : 0;
    }
    *out = it->part == PART_KEY ? own(key) : it->part == PART_VALUE ? own(value) : tuple_pack(2, key, value);
    return *out ? 1 : -1;
}

static Own iter_self(Ref self) { return own(self); }

static int ordered_iter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((OrderedIter *)self)->od);
    return 0;
}

static void ordered_iter_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(((OrderedIter *)self)->od);
    object_free_static(self, true);
    trash_end();
}

/* What is left, as an iterator over a list. */
static Own ordered_iter_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const OrderedIter *it = (const OrderedIter *)self;
    Own rest = list_new(0), name = str_interned("iter"), iter = NULL, copy = NULL, result = NULL;
    if (!rest || !name) goto fail;
    if (it->od) {
        copy = ordered_iter_new((Ref)it->od, it->part, it->reverse);
        if (!copy) goto fail;
        ((OrderedIter *)copy)->pos = it->pos;
        if (list_extend(rest, copy) < 0) goto fail;
    }
    if (dict_get((Ref)rt.builtins, name, &iter) <= 0) goto fail;
    Own given = tuple_pack(1, (Ref)rest);
    result = given ? tuple_pack(2, (Ref)iter, (Ref)given) : NULL;
    drop_x(given);
fail:
    drop_x(rest);
    drop_x(name);
    drop_x(iter);
    drop_x(copy);
    return result;
}

static const Method ordered_iter_methods[] = {{"__reduce__()", ordered_iter_m_reduce, "How to make a copy."}, {0}};

static Type ordered_iter_type = {
    .head = {.ob = {1, &type_type}, .name = "odict_iterator", .basic_size = sizeof(OrderedIter), .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = ordered_iter_traverse, .dealloc = ordered_iter_dealloc},
    .iter = iter_self,
    .next = ordered_iter_next,
    .methods = ordered_iter_methods,
};

static Ref view_dict(Ref view) { return &((const DictView *)view)->dict->ob; }

static Own keys_iter(Ref self) { return ordered_iter_new(view_dict(self), PART_KEY, false); }
static Own values_iter(Ref self) { return ordered_iter_new(view_dict(self), PART_VALUE, false); }
static Own items_iter(Ref self) { return ordered_iter_new(view_dict(self), PART_ITEM, false); }
static Own keys_m_reversed(Ref self, Ref const *args) { return (void)args, ordered_iter_new(view_dict(self), PART_KEY, true); }
static Own values_m_reversed(Ref self, Ref const *args) { return (void)args, ordered_iter_new(view_dict(self), PART_VALUE, true); }
static Own items_m_reversed(Ref self, Ref const *args) { return (void)args, ordered_iter_new(view_dict(self), PART_ITEM, true); }

#define REVERSED(fn) {{"__reversed__()", fn, "An iterator from the last entry to the first."}, {0}}
static const Method keys_methods[] = REVERSED(keys_m_reversed), values_methods[] = REVERSED(values_m_reversed),
                    items_methods[] = REVERSED(items_m_reversed);
#define VIEW(text, kind)                                                                                                     \
    {                                                                                                                        \
        .head = {.ob = {1, &type_type}, .name = text, .basic_size = sizeof(DictView), .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW}, \
        .base = &dict_##kind##_type, .iter = kind##_iter, .methods = kind##_methods,                                         \
    }
static Type ordered_keys_type = VIEW("odict_keys", keys), ordered_values_type = VIEW("odict_values", values),
            ordered_items_type = VIEW("odict_items", items);

/* --- filling --- */

/* od[key] = value, as the class has it. */
static int store(Ref od, Ref key, Ref value) {
    if (od->type->set_subscript == dict_type.set_subscript) return dict_set(od, key, value);
    return object_set_subscript(od, key, value);
}

static int store_pair(Ref od, Ref pair) {
    Own list = list_from_iterable(pair);
    if (!list) return -1;
    int result = -1;
    if (list_size(list) < 2) raise_error(ValueError, "need more than %zd value%s to unpack", list_size(list), list_size(list) == 1 ? "" : "s");
    else if (list_size(list) > 2) raise_error(ValueError, "too many values to unpack (expected 2)");
    else result = store(od, list_item(list, 0), list_item(list, 1));
    drop(list);
    return result;
}

static int store_pairs(Ref od, Ref pairs) {
    Own it = object_iter(pairs), pair;
    int more = it ? 1 : -1;
    while (more > 0 && (more = iter_next(it, &pair)) > 0) {
        if (store_pair(od, pair) < 0) more = -1;
        drop(pair);
    }
    drop_x(it);
    return more;
}

/* The entries of something that has keys(), which was called already. */
static int store_by_keys(Ref od, Ref mapping, Ref keys) {
    Own list = list_from_iterable(keys);
    int result = list ? 0 : -1;
    for (ssize_t i = 0; result == 0 && i < list_size(list); i++) {
        Own value = object_subscript(mapping, list_item(list, i));
        result = value ? store(od, list_item(list, i), value) : -1;
        drop_x(value);
    }
    drop_x(list);
    return result;
}

static int store_all(Ref od, Ref source) {
    if (is_exact_dict(source)) {
        if (od->type->set_subscript == dict_type.set_subscript) return dict_update(od, source);
        Own items = dict_items_list(source);
        int result = items ? store_pairs(od, items) : -1;
        drop_x(items);
        return result;
    }
    for (int i = 0; i < 2; i++) {
        Own method, given;
        int found = attr_find(source, i == 0 ? NAME_OF(keys) : NAME_OF(items), &method);
        if (found < 0) return -1;
        if (!found) continue;
        given = object_call0(method);
        drop(method);
        int result = !given ? -1 : i == 0 ? store_by_keys(od, source, given) : store_pairs(od, given);
        drop_x(given);
        return result;
    }
    return store_pairs(od, source);
}

static int store_arguments(Ref od, Ref const *args, size_t nargs, Ref kwnames) {
    if (nargs && store_all(od, args[0]) < 0) return -1;
    for (ssize_t i = 0; kwnames && i < tuple_size(kwnames); i++)
        if (store(od, tuple_item(kwnames, i), args[nargs + (size_t)i]) < 0) return -1;
    return 0;
}

static int ordered_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (nargs > 1) return raise_error(TypeError, "expected at most 1 arguments, got %zu", nargs), -1;
    return store_arguments(self, args, nargs, kwnames);
}

static Own ordered_m_update(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (nargs > 1) return raise_error(TypeError, "update() takes at most 1 positional argument (%zu given)", nargs);
    return store_arguments(self, args, nargs, kwnames) < 0 ? NULL : none();
}

/* --- slots --- */

/* A plain dict with the same entries. */
static Own plain_copy(Ref self) {
    Own copy = dict_new_presized(dict_used(self), false);
    Ref next_key, next_value;
    Hash h;
    for (ssize_t pos = 0; copy && dict_next(self, &pos, &next_key, &next_value, &h);) {
        Own key = own(next_key), value = own(next_value);
        if (dict_set_hashed(copy, key, h, value) < 0) CLEAR(copy);
        drop(key);
        drop(value);
    }
    return copy;
}

static Own ordered_repr(Ref self) {
    if (dict_used(self) == 0) return format_text("%s()", type_name(self));
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : str_from_ascii("...", 3);
    Own plain = plain_copy(self), text = plain ? format_text("%s(%R)", type_name(self), (Ref)plain) : NULL;
    drop_x(plain);
    repr_leave(self);
    return text;
}

static int same_order(Ref a, Ref b) {
    Own it = ordered_iter_new(a, PART_KEY, false), other = it ? ordered_iter_new(b, PART_KEY, false) : NULL, p, q;
    int same = other ? 1 : -1;
    while (same > 0) {
        int more = iter_next(it, &p), also = more > 0 ? iter_next(other, &q) : 0;
        if (more > 0 && also > 0) same = object_compare_bool(p, q, CMP_EQ);
        if (more > 0) drop(p);
        if (also > 0) drop(q);
        if (more < 0 || also < 0) same = -1;
        if (more <= 0 || also <= 0) break;
    }
    drop_x(it);
    drop_x(other);
    return same;
}

static Own ordered_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_dict(b)) return not_implemented();
    Own equal = dict_type.compare(a, b, CMP_EQ);
    if (!equal || equal == NOT_IMPLEMENTED) return equal;
    int same = equal == TRUE_OBJECT;
    drop(equal);
    if (same && is_ordered(b)) same = same_order(a, b);
    return same < 0 ? NULL : bool_new(same == (op == CMP_EQ));
}

static Own ordered_iter(Ref self) { return ordered_iter_new(self, PART_KEY, false); }

static Own ordered_or(Ref a, Ref b) {
    if (!is_dict(a) || !is_dict(b)) return not_implemented();
    Own result = object_call1((Ref)(is_ordered(a) ? a : b)->type, a);
    if (result && store_all(result, b) < 0) CLEAR(result);
    return result;
}

static Own ordered_ior(Ref a, Ref b) { return store_all(a, b) < 0 ? NULL : own(a); }

/* --- methods --- */

static Own ordered_m_move_to_end(Ref self, Ref const *args) {
    int last = args[1] ? object_truth(args[1]) : 1;
    if (last < 0) return NULL;
    int found = dict_move_to_end(self, args[0], last);
    if (found <= 0) return found < 0 ? NULL : raise_key(args[0]);
    as_ordered(self)->state++;
    return none();
}

static Own ordered_m_popitem(Ref self, Ref const *args) {
    Own key, value, pair;
    int last = args[0] ? object_truth(args[0]) : 1;
    if (last < 0 || !(pair = tuple_new(2))) return NULL;
    int found = last ? dict_pop_last(self, &key, &value) : dict_pop_first(self, &key, &value);
    if (found <= 0) {
        drop(pair);
        return found < 0 ? NULL : raise_error(KeyError, "dictionary is empty");
    }
    as_ordered(self)->state++;
    tuple_put_take(pair, 0, key);
    tuple_put_take(pair, 1, value);
    return pair;
}

static Own ordered_m_pop(Ref self, Ref const *args) {
    Own value;
    int found = dict_pop(self, args[0], &value);
    if (found > 0) return value;
    if (found < 0) return NULL;
    return args[1] ? own(args[1]) : raise_key(args[0]);
}

static Own ordered_m_setdefault(Ref self, Ref const *args) {
    Ref otherwise = args[1] ? args[1] : NONE;
    Own value;
    if (self->type == &ordered_dict_type) return dict_setdefault(self, args[0], otherwise, &value) < 0 ? NULL : value;
    int found = object_contains(self, args[0]);
    if (found > 0) return object_subscript(self, args[0]);
    return found < 0 || object_set_subscript(self, args[0], otherwise) < 0 ? NULL : own(otherwise);
}

static Own ordered_m_copy(Ref self, Ref const *args) {
    (void)args;
    Own copy = object_call0((Ref)self->type), it = copy ? ordered_iter_new(self, PART_KEY, false) : NULL, key;
    int more = it ? 1 : -1;
    while (more > 0 && (more = iter_next(it, &key)) > 0) {
        Own value = object_subscript(self, key);
        if (!value || object_set_subscript(copy, key, value) < 0) more = -1;
        drop_x(value);
        drop(key);
    }
    drop_x(it);
    if (more < 0) CLEAR(copy);
    return copy;
}

static Own ordered_m_fromkeys(Ref cls, Ref const *args) { return dict_fromkeys(cls, args[0], args[1] ? args[1] : NONE); }
static Own ordered_m_keys(Ref self, Ref const *args) { return (void)args, dict_view_new(&ordered_keys_type, self); }
static Own ordered_m_values(Ref self, Ref const *args) { return (void)args, dict_view_new(&ordered_values_type, self); }
static Own ordered_m_items(Ref self, Ref const *args) { return (void)args, dict_view_new(&ordered_items_type, self); }
static Own ordered_m_reversed(Ref self, Ref const *args) { return (void)args, ordered_iter_new(self, PART_KEY, true); }

/* (class, (), attributes, None, iterator over the items) */
static Own ordered_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Own state = object_call_method(self, NAME_OF(dunder_getstate), 0, NULL), items = NULL, it = NULL, none_args = NULL, result = NULL;
    if (state) items = object_call_method(self, NAME_OF(items), 0, NULL);
    if (items) it = object_iter(items);
    if (it) none_args = tuple_new(0);
    if (none_args) result = tuple_pack(5, (Ref)self->type, (Ref)none_args, (Ref)state, NONE, (Ref)it);
    drop_x(state);
    drop_x(items);
    drop_x(it);
    drop_x(none_args);
    return result;
}

static Own get_dict(Ref self) {
    Ref dict = object_get_dict(self);
    return dict ? own(dict) : NULL;
}
static int set_dict(Ref self, Ref value) {
    if (value && !is_dict(value)) return raise_error(TypeError, "__dict__ must be set to a dictionary, not a '%T'", value), -1;
    return instance_set_dict(self, value);
}

/* --- life --- */

static int ordered_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_ordered(self)->dict);
    return dict_traverse(self, visit, arg);
}

static int ordered_clear(Object *self) {
    CLEAR(as_ordered(self)->dict);
    return dict_clear_hook(self);
}

static void ordered_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    CLEAR(as_ordered(self)->dict);
    dict_dealloc(self);
    trash_end();
}

static const Method ordered_methods[] = {
    {"move_to_end(key, last=True)", ordered_m_move_to_end, "Make an entry the last one, or the first."},
    {"popitem(last=True)", ordered_m_popitem, "Take the last entry out, or the first, and give it as (key, value)."},
    {"pop(key, default=<unrepresentable>)", ordered_m_pop,
     "Take the key out and give its value. Without such a key: default if given, else KeyError."},
    {"setdefault(key, default=None)", ordered_m_setdefault, "The value of the key; if there is none, default, which is stored."},
    {"update(*args, **kwargs)", NULL, "Store the entries of a mapping, or of an iterable of pairs, and then the keyword arguments.", 0,
     ordered_m_update},
    {"copy()", ordered_m_copy, "A new ordered dict with the same entries."},
    {"fromkeys(iterable, value=None)", ordered_m_fromkeys, "A new ordered dict with the keys of the iterable, all with the same value.", METHOD_CLASS,
     NULL},
    {"keys()", ordered_m_keys, "A view of the keys."},
    {"values()", ordered_m_values, "A view of the values."},
    {"items()", ordered_m_items, "A view of the entries as (key, value) pairs."},
    {"__reversed__()", ordered_m_reversed, "An iterator from the last key to the first."},
    {"__reduce__()", ordered_m_reduce, "How to make a copy."},
    {0}};
static const GetSet ordered_getsets[] = {{"__dict__", get_dict, set_dict, "The attributes."}, {0}};

Type ordered_dict_type = {
    .head = {.ob = {1, &type_type},
             .name = "collections.OrderedDict",
             .basic_size = sizeof(OrderedDict),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE | TYPE_IS_DICT | TYPE_MAPPING,
             .traverse = ordered_traverse,
             .clear = ordered_clear,
             .dealloc = ordered_dealloc,
             .weaklist_offset = offsetof(OrderedDict, weakrefs)},
    .doc = "A dict whose entries can be moved to its ends, and whose order counts when two of them are compared.",
    .base = &dict_type,
    .dict_offset = offsetof(OrderedDict, dict),
    .repr = ordered_repr,
    .compare = ordered_compare,
    .iter = ordered_iter,
    .binary = {[OP_OR] = ordered_or},
    .inplace = {[OP_OR] = ordered_ior},
    .init = ordered_init,
    .methods = ordered_methods,
    .getsets = ordered_getsets,
};

int ordered_dict_init(void) {
    return type_ready(&ordered_keys_type) < 0 || type_ready(&ordered_values_type) < 0 || type_ready(&ordered_items_type) < 0 ||
                   type_ready(&ordered_dict_type) < 0 ? -1 : 0;
}
