/* dictview.c: what keys(), values() and items() give: a window on the dict. Keys and items behave as sets. */
#include "runtime/descr.h"
#include "runtime/dictkeys.h"
#include "runtime/settable.h"

static inline DictView *as_view(Ref o) { return (DictView *)(uintptr_t)o; }
static inline Ref view_dict(Ref o) { return &as_view(o)->dict->ob; }
static inline bool is_keys(Ref o) { return object_is_a(o, &dict_keys_type); } /* those of an ordered dict are of a derived type */
static inline bool is_set_view(Ref o) { return is_keys(o) || object_is_a(o, &dict_items_type); }

Own dict_view_new(Type *kind, Ref dict) {
    DictView *v = (DictView *)object_new_static(kind, sizeof *v, true);
    if (!v) return raise_memory();
    v->dict = as_dict(own(dict));
    gc_track(&v->ob);
    return &v->ob;
}

static int view_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_view(self)->dict);
    return 0;
}

static void view_dealloc(Object *self) {
    gc_untrack(self);
    drop(&as_view(self)->dict->ob);
    object_free_static(self, true);
}

static ssize_t view_len(Ref self) { return as_view(self)->dict->used; }

static Own view_repr(Ref self) {
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : str_from_ascii("...", 3);
    Own list = list_from_iterable(self), text = NULL;
    if (list) text = format_text("%s(%R)", type_name(self), list);
    drop_x(list);
    repr_leave(self);
    return text;
}

static Own keys_iter(Ref self) { return dict_iter_new(&dict_key_iter_type, view_dict(self)); }
static Own values_iter(Ref self) { return dict_iter_new(&dict_value_iter_type, view_dict(self)); }
static Own items_iter(Ref self) { return dict_iter_new(&dict_item_iter_type, view_dict(self)); }

static int keys_contains(Ref self, Ref key) { return dict_contains(view_dict(self), key); }

static int items_contains(Ref self, Ref pair) {
    if (!is_tuple(pair) || tuple_size(pair) != 2) return 0;
    Own there;
    int found = dict_get(view_dict(self), tuple_item(pair, 0), &there);
    if (found > 0) found = object_compare_bool(there, tuple_item(pair, 1), CMP_EQ);
    drop_x(there);
    return found;
}

static int view_contains(Ref self, Ref item) { return is_keys(self) ? keys_contains(self, item) : items_contains(self, item); }

/* --- as sets --- */

/* Is every item of the iterable in the container? */
static int all_in(Ref iterable, Ref container) {
    Own it = object_iter(iterable), item;
    if (!it) return -1;
    int more, result = 1;
    while (result == 1 && (more = iter_next(it, &item)) != 0) {
        result = more < 0 ? -1 : object_contains(container, item);
        if (more > 0) drop(item);
    }
    drop(it);
    return result;
}

static Own view_compare(Ref self, Ref other, CmpOp op) {
    if (!is_set(other) && !is_set_view(other)) return not_implemented();
    ssize_t ours = view_len(self), theirs = object_len(other);
    int result = 0;
    if (theirs < 0) return NULL;
    switch (op) {
    case CMP_EQ:
    case CMP_NE: result = ours == theirs ? all_in(self, other) : 0; break;
    case CMP_LT: result = ours < theirs ? all_in(self, other) : 0; break;
    case CMP_LE: result = ours <= theirs ? all_in(self, other) : 0; break;
    case CMP_GT: result = ours > theirs ? all_in(other, self) : 0; break;
    case CMP_GE: result = ours >= theirs ? all_in(other, self) : 0; break;
    }
    if (result < 0) return NULL;
    return bool_new(op == CMP_NE ? !result : result);
}

/* A new set of the items of an operand, which may be anything. */
static Own operand_set(Ref o) {
    if (o->type == &dict_keys_type && is_exact_dict(view_dict(o))) return set_new(view_dict(o));
    return set_new(o);
}

static Own drop_unless(Own result, int done) {
    if (done == 0) return result;
    drop(result);
    return NULL;
}

static Own view_sub(Ref a, Ref b) {
    Own result = operand_set(a);
    return result ? drop_unless(result, set_difference_update(result, b)) : NULL;
}

static Own view_or(Ref a, Ref b) {
    Own result = operand_set(a);
    return result ? drop_unless(result, set_update(result, b)) : NULL;
}

/* The items of the iterable that the view has. */
static Own items_in_view(Ref view, Ref iterable) {
    Own result = set_new(NULL), it = NULL, item;
    if (result) it = object_iter(iterable);
    if (!it) goto fail;
    int more;
    while ((more = iter_next(it, &item)) > 0) {
        int has = view_contains(view, item);
        if (has > 0) has = set_add(result, item);
        drop(item);
        if (has < 0) goto fail;
    }
    if (more < 0) goto fail;
    drop(it);
    return result;
fail:
    drop_x(it);
    drop_x(result);
    return NULL;
}

static Own view_and(Ref a, Ref b) {
    Ref view = is_set_view(a) ? a : b, other = is_set_view(a) ? b : a;
    if (is_exact_set(other) && view_len(view) <= set_size(other)) return set_intersection(other, view);
    if (is_set_view(other) && view_len(other) > view_len(view)) return items_in_view(other, view);
    return items_in_view(view, other);
}

/* One entry of the right dict: taken out of rest, the left one's copy, if it has the same value there; else its pair is added to result. */
static int xor_entry(Own result, Own rest, Ref key, Ref value, Hash h) {
    Own there;
    int same = dict_get_hashed(rest, key, h, &there);
    if (same > 0) same = object_compare_bool(there, value, CMP_EQ);
    drop_x(there);
    if (same < 0) return -1;
    if (same) return dict_del_hashed(rest, key, h) < 0 ? -1 : 0;
    Own pair = tuple_from_array((Ref const[]){key, value}, 2);
    if (!pair) return -1;
    int done = set_add(result, pair);
    drop(pair);
    return done;
}

static Own items_xor(Ref a, Ref b) {
    Own rest = dict_copy(view_dict(a)), result = NULL, left = NULL;
    Ref next_key, next_value;
    Hash h;
    if (rest) result = set_new(NULL);
    if (!result) goto fail;
    for (ssize_t pos = 0; dict_next(view_dict(b), &pos, &next_key, &next_value, &h);) {
        Own key = own(next_key), value = own(next_value);
        int done = xor_entry(result, rest, key, value, h);
        drop(value);
        drop(key);
        if (done < 0) goto fail;
    }
    left = dict_view_new(&dict_items_type, rest);
    if (!left || set_update(result, left) < 0) goto fail;
    drop(left);
    drop(rest);
    return result;
fail:
    drop_x(left);
    drop_x(result);
    drop_x(rest);
    return NULL;
}

static Own view_xor(Ref a, Ref b) {
    if (a->type == &dict_items_type && b->type == &dict_items_type) return items_xor(a, b);
    Own result = operand_set(a);
    return result ? drop_unless(result, set_symmetric_difference_update(result, b)) : NULL;
}

/* --- methods --- */

static Own view_m_isdisjoint(Ref self, Ref const *args) {
    Ref container = self, iterable = args[0];
    if (iterable == self) return bool_new(view_len(self) == 0);
    if (is_exact_any_set(iterable) || is_set_view(iterable)) { /* looking things up there costs little: walk the shorter one */
        ssize_t theirs = object_len(iterable);
        if (theirs < 0) return NULL;
        if (theirs > view_len(self)) container = args[0], iterable = self;
    }
    Own it = object_iter(iterable), item;
    if (!it) return NULL;
    int more, has = 0;
    while (has == 0 && (more = iter_next(it, &item)) != 0) {
        has = more < 0 ? -1 : object_contains(container, item);
        if (more > 0) drop(item);
    }
    drop(it);
    return has < 0 ? NULL : bool_new(!has);
}

static Own keys_m_reversed(Ref self, Ref const *args) {
    (void)args;
    return dict_iter_new(&dict_reverse_key_iter_type, view_dict(self));
}

static Own values_m_reversed(Ref self, Ref const *args) {
    (void)args;
    return dict_iter_new(&dict_reverse_value_iter_type, view_dict(self));
}

static Own items_m_reversed(Ref self, Ref const *args) {
    (void)args;
    return dict_iter_new(&dict_reverse_item_iter_type, view_dict(self));
}

static Own view_get_mapping(Ref self) { return mappingproxy_new(view_dict(self)); }

#define DISJOINT_DOC "True if no item of the iterable is in the view."
#define REVERSED_DOC "An iterator over the view, newest entry first."

static const Method keys_methods[] = {
    {"isdisjoint(object, /)", view_m_isdisjoint, DISJOINT_DOC},
    {"__reversed__()", keys_m_reversed, REVERSED_DOC},
    {0}};
static const Method values_methods[] = {
    {"__reversed__()", values_m_reversed, REVERSED_DOC},
    {0}};
static const Method items_methods[] = {
    {"isdisjoint(object, /)", view_m_isdisjoint, DISJOINT_DOC},
    {"__reversed__()", items_m_reversed, REVERSED_DOC},
    {0}};
static const GetSet view_getsets[] = {
    {"mapping", view_get_mapping, NULL, "The dict, read-only."},
    {0}};

#define VIEW_HEAD(type_name)                             \
    .head = {.ob = {1, &type_type},                      \
             .name = type_name,                          \
             .basic_size = sizeof(DictView),             \
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW, \
             .traverse = view_traverse,                  \
             .dealloc = view_dealloc},                   \
    .repr = view_repr, .len = view_len, .getsets = view_getsets
#define SET_OPERATORS .binary = {[OP_SUB] = view_sub, [OP_AND] = view_and, [OP_OR] = view_or, [OP_XOR] = view_xor}, .compare = view_compare

Type dict_keys_type = {VIEW_HEAD("dict_keys"), SET_OPERATORS, .iter = keys_iter, .contains = keys_contains, .methods = keys_methods};
Type dict_items_type = {VIEW_HEAD("dict_items"), SET_OPERATORS, .iter = items_iter, .contains = items_contains, .methods = items_methods};
Type dict_values_type = {VIEW_HEAD("dict_values"), .iter = values_iter, .methods = values_methods};
