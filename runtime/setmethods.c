/* setmethods.c: set and frozenset as Python sees them: construction, operators, methods, iterators, the types. */
#include "runtime/intern.h"
#include "runtime/generic.h"
#include "runtime/settable.h"
#include "runtime/weakref.h"

/* --- construction --- */

static Own set_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return set_make(cls);
}

static int set_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (args_range("set", 0, kwnames, 0, 0) < 0 || args_range(self->type->head.name, nargs, NULL, 0, 1) < 0) return -1;
    if (as_set(self)->fill) set_clear(as_set(self));
    return nargs ? set_update(self, args[0]) : 0;
}

static Own frozenset_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    bool plain = cls == &frozenset_type || cls->init == frozenset_type.init;
    if (plain && args_range("frozenset", 0, kwnames, 0, 0) < 0) return NULL;
    if (args_range(cls->head.name, nargs, NULL, 0, 1) < 0) return NULL;
    if (cls == &frozenset_type) return frozenset_new(nargs ? args[0] : NULL);
    return nargs ? set_make_from(cls, args[0]) : set_make(cls);
}

/* --- slots --- */

static int write_items(StrWriter *w, Ref list) {
    for (ssize_t i = 0; i < list_size(list); i++)
        if ((i && writer_ascii(w, ", ", 2) < 0) || writer_repr(w, list_item(list, i)) < 0) return -1;
    return 0;
}

/* {1, 2}, but Name({1, 2}) for anything but set itself. */
static Own write_set(Ref self) {
    bool bare = is_exact_set(self);
    Own items = list_from_iterable(self), text = NULL;
    if (!items) return NULL;
    StrWriter w = {.overallocate = true};
    if (writer_char(&w, '{') == 0 && write_items(&w, items) == 0 && writer_char(&w, '}') == 0) text = writer_finish(&w);
    drop(items);
    if (!text || bare) return text;
    Own named = format_text("%s(%S)", type_name(self), text);
    drop(text);
    return named;
}

static Own set_repr(Ref self) {
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : format_text("%s(...)", type_name(self));
    Own text = set_size(self) == 0 ? format_text("%s()", type_name(self)) : write_set(self);
    repr_leave(self);
    return text;
}

static Hash shuffle(Hash h) {
    uint64_t x = (uint64_t)h;
    return (Hash)((x ^ 89869747u ^ x << 16) * 3644798167u);
}

/* Independent of the order: a sum (xor) of the items' hashes, each spread over all bits first. */
static Hash frozenset_hash(Ref self) {
    Set *s = as_set(self);
    if (s->hash != -1) return s->hash;
    uint64_t h = 0;
    for (ssize_t i = 0; i <= s->mask; i++)
        if (set_entry_live(&s->table[i])) h ^= (uint64_t)shuffle(s->table[i].hash);
    h ^= ((uint64_t)s->used + 1) * 1927868237u;
    h ^= h >> 11 ^ h >> 25;
    h = h * 69069u + 907133923u;
    s->hash = (Hash)h == -1 ? 590923713 : (Hash)h;
    return s->hash;
}

static int set_equal(Ref a, Ref b) {
    if (set_size(a) != set_size(b)) return 0;
    Hash x = as_set(a)->hash, y = as_set(b)->hash;
    if (x != -1 && y != -1 && x != y) return 0;
    return set_is_subset(a, b);
}

static Own set_compare(Ref a, Ref b, CmpOp op) {
    if (!is_set(b)) return not_implemented();
    ssize_t ours = set_size(a), theirs = set_size(b);
    int result = 0;
    switch (op) {
    case CMP_EQ:
    case CMP_NE: result = set_equal(a, b); break;
    case CMP_LT: result = ours < theirs ? set_is_subset(a, b) : 0; break;
    case CMP_LE: result = set_is_subset(a, b); break;
    case CMP_GT: result = ours > theirs ? set_is_subset(b, a) : 0; break;
    case CMP_GE: result = set_is_subset(b, a); break;
    }
    if (result < 0) return NULL;
    return bool_new(op == CMP_NE ? !result : result);
}

static Own set_or(Ref a, Ref b) { return is_set(a) && is_set(b) ? set_union(a, b) : not_implemented(); }
static Own set_and(Ref a, Ref b) { return is_set(a) && is_set(b) ? set_intersection(a, b) : not_implemented(); }
static Own set_sub(Ref a, Ref b) { return is_set(a) && is_set(b) ? set_difference(a, b) : not_implemented(); }
static Own set_xor(Ref a, Ref b) { return is_set(a) && is_set(b) ? set_symmetric_difference(a, b) : not_implemented(); }

static Own inplace(Ref self, Ref other, int (*update)(Ref, Ref)) {
    if (!is_set(other)) return not_implemented();
    return update(self, other) < 0 ? NULL : own(self);
}
static Own set_ior(Ref a, Ref b) { return inplace(a, b, set_update); }
static Own set_iand(Ref a, Ref b) { return inplace(a, b, set_intersection_update); }
static Own set_isub(Ref a, Ref b) { return inplace(a, b, set_difference_update); }
static Own set_ixor(Ref a, Ref b) { return inplace(a, b, set_symmetric_difference_update); }

static ssize_t set_len(Ref self) { return set_size(self); }

/* --- methods: of both types --- */

static Own set_m_contains(Ref self, Ref const *args) {
    int has = set_contains(self, args[0]);
    return has < 0 ? NULL : bool_new(has);
}

static Own set_m_copy(Ref self, Ref const *args) {
    (void)args;
    return is_exact_frozenset(self) ? own(self) : set_copy(self);
}

static Own truth_or_error(int result) { return result < 0 ? NULL : bool_new(result); }
static Own set_m_isdisjoint(Ref self, Ref const *args) { return truth_or_error(set_is_disjoint(self, args[0])); }
static Own set_m_issubset(Ref self, Ref const *args) { return truth_or_error(set_is_subset(self, args[0])); }
static Own set_m_issuperset(Ref self, Ref const *args) { return truth_or_error(set_is_superset(self, args[0])); }
static Own set_m_symmetric_difference(Ref self, Ref const *args) { return set_symmetric_difference(self, args[0]); }

static int no_keywords(Ref self, const char *name, Ref kwnames) {
    if (LIKELY(!kwnames) || tuple_size(kwnames) == 0) return 0;
    return raise_error(TypeError, "%s.%s() takes no keyword arguments", set_base_type(self)->head.name, name), -1;
}

static Own set_m_union(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(self, "union", kwnames) < 0) return NULL;
    Own result = set_copy(self);
    for (size_t i = 0; result && i < nargs; i++)
        if (args[i] != self && set_update(result, args[i]) < 0) CLEAR(result);
    return result;
}

static Own set_m_intersection(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(self, "intersection", kwnames) < 0) return NULL;
    if (nargs == 0) return set_copy(self);
    Own result = own(self);
    for (size_t i = 0; result && i < nargs; i++) obj_set(&result, set_intersection(result, args[i]));
    return result;
}

static Own set_m_difference(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(self, "difference", kwnames) < 0) return NULL;
    if (nargs == 0) return set_copy(self);
    Own result = set_difference(self, args[0]);
    for (size_t i = 1; result && i < nargs; i++)
        if (set_difference_update(result, args[i]) < 0) CLEAR(result);
    return result;
}

static Own set_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    const Set *s = as_set(self);
    ssize_t size = s->ob.type->head.basic_size;
    if (s->table != s->small) size += (s->mask + 1) * (ssize_t)sizeof(SetEntry);
    return int_new(size);
}

/* What copies and pickles are made by: (class, ([items],), state). */
static Own set_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Own items = list_from_iterable(self), state = NULL, arguments = NULL, result = NULL;
    if (items) state = object_call_method(self, NAME_OF(dunder_getstate), 0, NULL);
    if (state) arguments = tuple_pack(1, items);
    if (arguments) result = tuple_pack(3, (Ref)self->type, arguments, state);
    drop_x(arguments);
    drop_x(state);
    drop_x(items);
    return result;
}

/* --- methods: of set only --- */

static Own set_m_add(Ref self, Ref const *args) { return set_add(self, args[0]) < 0 ? NULL : none(); }
static Own set_m_discard(Ref self, Ref const *args) { return set_discard(self, args[0]) < 0 ? NULL : none(); }

static Own set_m_remove(Ref self, Ref const *args) {
    int found = set_discard(self, args[0]);
    if (found == 0) return raise_key(args[0]);
    return found < 0 ? NULL : none();
}

static Own set_m_pop(Ref self, Ref const *args) {
    (void)args;
    Set *s = as_set(self);
    if (s->used == 0) return raise_error(KeyError, "pop from an empty set");
    size_t i = s->finger & (size_t)s->mask;
    while (!set_entry_live(&s->table[i])) i = (i + 1) & (size_t)s->mask;
    Object *key = s->table[i].key;
    s->table[i] = (SetEntry){&set_dummy, -1};
    s->used--;
    s->finger = i + 1;
    return key;
}

static Own set_m_clear(Ref self, Ref const *args) {
    (void)args;
    set_clear(as_set(self));
    return none();
}

static Own set_m_update(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(self, "update", kwnames) < 0) return NULL;
    for (size_t i = 0; i < nargs; i++)
        if (set_update(self, args[i]) < 0) return NULL;
    return none();
}

static Own set_m_difference_update(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(self, "difference_update", kwnames) < 0) return NULL;
    for (size_t i = 0; i < nargs; i++)
        if (set_difference_update(self, args[i]) < 0) return NULL;
    return none();
}

static Own set_m_intersection_update(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(self, "intersection_update", kwnames) < 0) return NULL;
    Own result = set_m_intersection(self, args, nargs, NULL);
    if (!result) return NULL;
    set_swap(as_set(self), as_set(result));
    drop(result);
    return none();
}

static Own set_m_symmetric_difference_update(Ref self, Ref const *args) {
    return set_symmetric_difference_update(self, args[0]) < 0 ? NULL : none();
}

#define SET_METHODS                                                                                                                  \
    {"__contains__(object, /)", set_m_contains, "True if the object is an item.", METHOD_COEXIST, NULL},                            \
    {"__sizeof__()", set_m_sizeof, "Bytes that the set and its table take."},                                              \
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS, NULL},                                   \
    {"__reduce__()", set_m_reduce, "How to make a copy."},                                                                 \
    {"copy()", set_m_copy, "A set of the same items."},                                                                    \
    {"difference(*others)", NULL, "A set of the items that none of the others has.", 0, set_m_difference},                          \
    {"intersection(*others)", NULL, "A set of the items that all of the others have too.", 0, set_m_intersection},                  \
    {"isdisjoint(other, /)", set_m_isdisjoint, "True if no item of other is in the set."},                                 \
    {"issubset(other, /)", set_m_issubset, "True if other has all items of the set."},                                     \
    {"issuperset(other, /)", set_m_issuperset, "True if the set has all items of other."},                                 \
    {"symmetric_difference(other, /)", set_m_symmetric_difference, "A set of the items that are in one of the two only."}, \
    {"union(*others)", NULL, "A set of all items of the set and of the others.", 0, set_m_union}

static const Method set_methods[] = {
    SET_METHODS,
    {"add(object, /)", set_m_add, "Add an item; nothing happens if it is there already."},
    {"discard(object, /)", set_m_discard, "Take an item out if it is there."},
    {"remove(object, /)", set_m_remove, "Take an item out; KeyError if it is not there."},
    {"pop()", set_m_pop, "Take any one item out and give it; KeyError if there is none."},
    {"clear()", set_m_clear, "Take all items out."},
    {"update(*others)", NULL, "Add all items of the others.", 0, set_m_update},
    {"difference_update(*others)", NULL, "Take out the items that one of the others has.", 0, set_m_difference_update},
    {"intersection_update(*others)", NULL, "Keep only items that all of the others have too.", 0, set_m_intersection_update},
    {"symmetric_difference_update(other, /)", set_m_symmetric_difference_update,
     "Take out the items that other has too, and add those that only other has."},
    {0}};
static const Method frozenset_methods[] = {SET_METHODS, {0}};

/* --- iterator --- */

typedef struct SetIter {
    Object ob;
    Set *set;            /* owned; NULL: exhausted */
    ssize_t used;        /* size of the set at the start; -1: it changed */
    ssize_t pos, left;
} SetIter;

static inline SetIter *as_iter(Ref o) { return (SetIter *)(uintptr_t)o; }

static Own set_iter(Ref self) {
    SetIter *it = (SetIter *)object_new_static(&set_iter_type, sizeof *it, true);
    if (!it) return raise_memory();
    it->set = as_set(own(self));
    it->used = it->left = set_size(self);
    it->pos = 0;
    gc_track(&it->ob);
    return &it->ob;
}

static int iter_step(Ref self, Own *out) {
    SetIter *it = as_iter(self);
    Set *s = it->set;
    if (UNLIKELY(!s)) return 0;
    if (UNLIKELY(it->used != s->used)) {
        it->used = -1;
        return raise_error(RuntimeError, "Set changed size during iteration"), -1;
    }
    ssize_t i = it->pos, mask = s->mask;
    while (i <= mask && !set_entry_live(&s->table[i])) i++;
    it->pos = i + 1;
    if (i > mask) {
        it->set = NULL;
        drop(&s->ob);
        return 0;
    }
    it->left--;
    *out = own(s->table[i].key);
    return 1;
}

static Own iter_self(Ref self) { return own(self); }

static Own iter_m_length_hint(Ref self, Ref const *args) {
    (void)args;
    const SetIter *it = as_iter(self);
    return int_new(it->set && it->used == it->set->used ? it->left : 0);
}

static int iter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_iter(self)->set);
    return 0;
}

static void iter_dealloc(Object *self) {
    gc_untrack(self);
    if (as_iter(self)->set) drop(&as_iter(self)->set->ob);
    object_free_static(self, true);
}

static const Method iter_methods[] = {
    {"__length_hint__()", iter_m_length_hint, "How many are still to come."},
    {0}};

Type set_iter_type = {
    .head = {.ob = {1, &type_type},
             .name = "set_iterator",
             .basic_size = sizeof(SetIter),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = iter_traverse,
             .dealloc = iter_dealloc},
    .iter = iter_self,
    .next = iter_step,
    .methods = iter_methods,
};

/* --- for the collector; the types --- */

static int set_traverse(Object *self, VisitFn visit, void *arg) {
    const Set *s = as_set(self);
    for (ssize_t i = 0; i <= s->mask; i++)
        if (set_entry_live(&s->table[i])) VISIT(s->table[i].key);
    return 0;
}

static int set_clear_hook(Object *self) {
    set_clear(as_set(self));
    return 0;
}

/* A class made by Python has a dealloc of its own, which guards the depth and then calls this one. */
static void set_dealloc(Object *self) {
    Set *s = as_set(self);
    bool outermost = type_head(self)->dealloc == set_dealloc;
    gc_untrack(self);
    if (outermost && trash_defer(self)) return;
    weakref_clear(self);
    ssize_t used = s->used;
    for (SetEntry *e = s->table; used > 0; e++) {
        if (!set_entry_live(e)) continue;
        used--;
        drop(e->key);
    }
    if (s->table != s->small) mem_free(s->table);
    if (outermost) object_free_static(self, true);
    else object_free(self);
    if (outermost) trash_end();
}

#define SET_HEAD(type_name)                                      \
    .head = {.ob = {1, &type_type},                              \
             .name = type_name,                                  \
             .basic_size = sizeof(Set),                          \
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,      \
             .traverse = set_traverse,                           \
             .clear = set_clear_hook,                            \
             .dealloc = set_dealloc,                             \
             .weaklist_offset = offsetof(Set, weakrefs)},        \
    .repr = set_repr, .compare = set_compare, .iter = set_iter, .len = set_len, .contains = set_contains, .signature = type_name "(iterable=(), /)"

Type set_type = {
    SET_HEAD("set"),
    .doc = "A mutable collection of different hashable items, without order.",
    .new = set_construct,
    .init = set_init,
    .binary = {[OP_OR] = set_or, [OP_AND] = set_and, [OP_SUB] = set_sub, [OP_XOR] = set_xor},
    .inplace = {[OP_OR] = set_ior, [OP_AND] = set_iand, [OP_SUB] = set_isub, [OP_XOR] = set_ixor},
    .methods = set_methods,
};

Type frozenset_type = {
    SET_HEAD("frozenset"),
    .doc = "A collection of different hashable items, without order, that never changes and is hashable itself.",
    .new = frozenset_construct,
    .hash = frozenset_hash,
    .binary = {[OP_OR] = set_or, [OP_AND] = set_and, [OP_SUB] = set_sub, [OP_XOR] = set_xor},
    .methods = frozenset_methods,
};
