/* tuple.c: tuples: size and items in one block; free lists by length up to 20 (their blocks do not count for the collector); the empty one is a
 * single object. A tuple is tracked when made, since it may be filled with anything; the collector untracks those that hold only atoms. */
#include "runtime/tuple.h"

#include <stdarg.h>
#include <string.h>

#include "gc/freelist.h"
#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/sequence.h"
#include "runtime/simple.h"

static struct { GcHead head; Tuple tuple; } empty_block = {.tuple = {.ob = {1, &tuple_type}}};
#define EMPTY ((Ref)&empty_block.tuple)

static Items items_of(Ref t) { return (Items){tuple_items(t), tuple_size(t)}; }

Own tuple_new(ssize_t n) {
    if (n == 0) return own(EMPTY);
    Tuple *t = NULL;
    if (n <= TUPLE_FREELISTS) t = freelist_pop(&freelist_tuple[n]);
    if (t) {
        GcHead *h = gc_head(&t->ob);
        h->next = h->prev = 0;
        t->ob.refcnt = 1;
        t->ob.type = &tuple_type;
    } else {
        if ((size_t)n > (SIZE_MAX / 2 - sizeof(Tuple)) / sizeof(Object *)) return raise_memory();
        t = (Tuple *)object_new_static(&tuple_type, sizeof(Tuple) + (size_t)n * sizeof(Object *), true);
        if (!t) return raise_memory();
    }
    t->size = n;
    for (ssize_t i = 0; i < n; i++) t->items[i] = NULL;
    gc_track(&t->ob);
    return &t->ob;
}

Own tuple_from_array_take(Object **items, ssize_t n) {
    Own t = tuple_new(n);
    if (!t) {
        for (ssize_t i = 0; i < n; i++) drop(items[i]);
        return NULL;
    }
    if (n) memcpy(tuple_items(t), items, (size_t)n * sizeof *items);
    return t;
}

Own tuple_from_array(Ref const *items, ssize_t n) {
    Own t = tuple_new(n);
    for (ssize_t i = 0; t && i < n; i++) tuple_put_take(t, i, own(items[i]));
    return t;
}

Own tuple_pack(ssize_t n, ...) {
    Own t = tuple_new(n);
    if (!t) return NULL;
    va_list ap;
    va_start(ap, n);
    for (ssize_t i = 0; i < n; i++) tuple_put_take(t, i, own(va_arg(ap, Ref)));
    va_end(ap);
    return t;
}

Own tuple_from_iterable(Ref iterable) {
    if (is_exact_tuple(iterable)) return own(iterable);
    if (is_exact_list(iterable)) return list_as_tuple(iterable);
    Own list = list_from_iterable(iterable);
    if (!list) return NULL;
    Own t = list_as_tuple(list);
    drop(list);
    return t;
}

Own tuple_slice(Ref t, ssize_t start, ssize_t stop) {
    ssize_t n = tuple_size(t);
    clip_bounds(n, &start, &stop);
    if (start == 0 && stop == n && is_exact_tuple(t)) return own(t);
    return tuple_from_array(refs(tuple_items(t)) + start, stop - start);
}

static void tuple_dealloc(Object *self) {
    Tuple *t = (Tuple *)self;
    gc_untrack(self);
    if (trash_defer(self)) return;
    for (ssize_t i = t->size; --i >= 0;) drop_x(t->items[i]);
    ssize_t n = t->size;
    if (self->type != &tuple_type) object_free(self);
    else if (n > TUPLE_FREELISTS || !freelist_push(&freelist_tuple[n], self)) object_free_static(self, true);
    trash_end();
}

static int tuple_traverse(Object *self, VisitFn visit, void *arg) {
    Tuple *t = (Tuple *)self;
    for (ssize_t i = t->size; --i >= 0;) VISIT(t->items[i]);
    return 0;
}

/* Only atoms inside: it can never be part of a cycle. A tuple still being filled (NULL items) stays. */
static bool tuple_untrack(Object *self) {
    Tuple *t = (Tuple *)self;
    if (self->type != &tuple_type) return false;
    for (ssize_t i = 0; i < t->size; i++) {
        const Object *item = t->items[i];
        if (!item) return false;
        if (object_is_gc(item) && (item->type != &tuple_type || gc_is_tracked(item))) return false;
    }
    gc_untrack(self);
    return true;
}

static Own tuple_repr(Ref self) { return items_repr(self, items_of, '(', ')', true); }

/* CPython's tuple hash, after xxHash (Collet): rotate-multiply over the items' hashes. */
static Hash tuple_hash(Ref self) {
    if (!enter_c(NULL)) return -1;
    const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
    uint64_t acc = prime5;
    ssize_t n = tuple_size(self);
    for (ssize_t i = 0; i < n; i++) {
        Hash lane = object_hash(tuple_item(self, i));
        if (lane == -1) return -1;
        acc += (uint64_t)lane * prime2;
        acc = (acc << 31) | (acc >> 33);
        acc *= prime1;
    }
    acc += (uint64_t)n ^ (prime5 ^ 3527539u);
    return acc == (uint64_t)-1 ? 1546275796 : (Hash)acc;
}

static Own tuple_compare(Ref a, Ref b, CmpOp op) {
    if (!is_tuple(a) || !is_tuple(b)) return not_implemented();
    return items_compare(a, b, op, items_of);
}

static ssize_t tuple_len(Ref self) { return tuple_size(self); }

static Own tuple_get_item(Ref self, ssize_t i) {
    if ((size_t)i >= (size_t)tuple_size(self)) return raise_error(IndexError, "tuple index out of range");
    return own(tuple_item(self, i));
}

static Own tuple_subscript(Ref self, Ref key) {
    if (key->type->index) {
        ssize_t i;
        if (sequence_index(key, &((const Tuple *)self)->size, &i, "tuple index out of range") < 0) return NULL;
        return own(tuple_item(self, i));
    }
    if (key->type != &slice_type) return raise_error(TypeError, "tuple indices must be integers or slices, not %T", key);
    ssize_t start, stop, step, n;
    if (slice_indices(key, &((const Tuple *)self)->size, &start, &stop, &step, &n) < 0) return NULL;
    if (step == 1) return tuple_slice(self, start, start + n);
    Own t = tuple_new(n);
    for (ssize_t i = 0; t && i < n; i++) tuple_put_take(t, i, own(tuple_item(self, start + i * step)));
    return t;
}

static int tuple_contains(Ref self, Ref value) {
    ssize_t at = items_find(self, value, 0, tuple_size(self), items_of);
    return at == -2 ? -1 : at >= 0;
}

static Own tuple_concat(Ref a, Ref b) {
    if (!is_tuple(b)) return raise_error(TypeError, "can only concatenate tuple (not \"%T\") to tuple", b);
    ssize_t n = tuple_size(a), m = tuple_size(b);
    if (n == 0 && is_exact_tuple(b)) return own(b);
    if (m == 0 && is_exact_tuple(a)) return own(a);
    Own t = tuple_new(n + m);
    for (ssize_t i = 0; t && i < n; i++) tuple_put_take(t, i, own(tuple_item(a, i)));
    for (ssize_t i = 0; t && i < m; i++) tuple_put_take(t, n + i, own(tuple_item(b, i)));
    return t;
}

static Own tuple_repeat(Ref self, ssize_t times) {
    ssize_t n = tuple_size(self);
    if (times < 0) times = 0;
    if ((n == 0 || times == 1) && is_exact_tuple(self)) return own(self);
    if (n && times > INTPTR_MAX / (ssize_t)sizeof(Object *) / n) return raise_memory();
    Own t = tuple_new(n * times);
    for (ssize_t i = 0; t && i < n * times; i++) tuple_put_take(t, i, own(tuple_item(self, i % n)));
    return t;
}

static Own tuple_iter(Ref self) { return seq_iter_new(&tuple_iter_type, self); }

static Own tuple_type_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (cls == &tuple_type || cls->init == object_type.init) {
        if (args_range("tuple", nargs, kwnames, 0, 1) < 0) return NULL;
    }
    Own made = nargs ? tuple_from_iterable(args[0]) : tuple_new(0);
    if (!made || cls == &tuple_type) return made;
    ssize_t n = tuple_size(made);
    Own t = object_new(cls, (size_t)cls->head.basic_size + (size_t)n * sizeof(Object *));
    if (!t) {
        drop(made);
        return raise_memory();
    }
    ((Tuple *)t)->size = n;
    for (ssize_t i = 0; i < n; i++) tuple_put_take(t, i, own(tuple_item(made, i)));
    memset(managed_weakref_slot(t), 0, cls->head.flags & (TYPE_MANAGED_DICT | TYPE_MANAGED_WEAKREF) ? PRE_HEADER_SIZE : 0);
    drop(made);
    gc_track(t);
    return t;
}

static Own tuple_m_index(Ref self, Ref const *args) {
    ssize_t start, stop, at;
    if (sequence_bounds(args[1], args[2], &start, &stop) < 0) return NULL;
    clip_bounds(tuple_size(self), &start, &stop);
    at = items_find(self, args[0], start, stop, items_of);
    if (at == -1) return raise_error(ValueError, "tuple.index(x): x not in tuple");
    return at < 0 ? NULL : int_new(at);
}

static Own tuple_m_count(Ref self, Ref const *args) {
    ssize_t n = items_count(self, args[0], items_of);
    return n < 0 ? NULL : int_new(n);
}

static Own tuple_m_getnewargs(Ref self, Ref const *args) {
    (void)args;
    Own copy = tuple_from_array(refs(tuple_items(self)), tuple_size(self));
    if (!copy) return NULL;
    Own wrapped = tuple_pack(1, (Ref)copy);
    drop(copy);
    return wrapped;
}

static const Method tuple_methods[] = {
    {"index(value, start=0, stop=sys.maxsize, /)", tuple_m_index, "Position of the first item equal to value."},
    {"count(value, /)", tuple_m_count, "How many items equal value."},
    {"__getnewargs__()", tuple_m_getnewargs, "Arguments for copying."},
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS, NULL},
    {0}};

Type tuple_type = {
    .head = {.ob = {1, &type_type}, .name = "tuple", .basic_size = sizeof(Tuple), .item_size = sizeof(Object *),
             .flags = TYPE_GC | TYPE_BASE | TYPE_SEQUENCE | TYPE_UNTRACKABLE | TYPE_IS_TUPLE, .traverse = tuple_traverse,
             .dealloc = tuple_dealloc, .untrack = tuple_untrack},
    .doc = "tuple(iterable=(), /)\n--\n\nAn immutable sequence.",
    .signature = "tuple(iterable=(), /)",
    .repr = tuple_repr,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .iter = tuple_iter,
    .len = tuple_len,
    .subscript = tuple_subscript,
    .item = tuple_get_item,
    .contains = tuple_contains,
    .concat = tuple_concat,
    .repeat = tuple_repeat,
    .new = tuple_type_new,
    .methods = tuple_methods,
};
