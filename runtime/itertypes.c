/* itertypes.c: enumerate, zip, map, filter, reversed.
 *
 * enumerate and zip keep the tuple that they gave last. If nobody else holds it by the next step, it is filled anew instead of made anew; the
 * collector may have untracked it in between, when it held atoms only, and it is tracked again then. */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/simple.h"

static Own self_iter(Ref self) { return own(self); }

/* An instance of a type of this file or of a class derived from it: fields zero, tracked. */
static Own iterator_new(Type *cls, const Type *exact) {
    if (cls != exact) return instance_new(cls);
    Own o = object_new_static(cls, (size_t)exact->head.basic_size, true);
    if (!o) return raise_memory();
    memset((char *)o + sizeof(Object), 0, (size_t)exact->head.basic_size - sizeof(Object));
    gc_track(o);
    return o;
}

/* A class with an __init__ of its own may take keywords. */
static int no_keywords(const Type *cls, const Type *exact, Ref kwnames) {
    if (!kwnames || !tuple_size(kwnames) || (cls != exact && cls->init != object_type.init)) return 0;
    return raise_error(TypeError, "%s() takes no keyword arguments", exact->head.name), -1;
}

/* The kept tuple, held once more, if it may be filled anew. */
static inline bool may_reuse(Object *kept) {
    if (kept->refcnt != 1) return false;
    kept->refcnt++;
    return true;
}
static inline void track_again(Object *tuple) {
    if (UNLIKELY(!gc_is_tracked(tuple))) gc_track(tuple);
}
static inline void tuple_replace_take(Object *tuple, ssize_t i, Own item) { obj_set(&tuple_items(tuple)[i], item); }

/* A tuple of n Nones to be kept. */
static Own kept_tuple(ssize_t n) {
    Own t = tuple_new(n);
    for (ssize_t i = 0; t && i < n; i++) tuple_put_take(t, i, none());
    return t;
}

/* (type(self), arguments) */
static Own reduced_take(Ref self, Own arguments) {
    if (!arguments) return NULL;
    Own result = tuple_pack(2, (Ref)self->type, (Ref)arguments);
    drop(arguments);
    return result;
}

/* The iterators of n iterables, as a tuple. */
static Own iterators_of(Ref const *iterables, ssize_t n) {
    Own t = tuple_new(n);
    for (ssize_t i = 0; t && i < n; i++) {
        Own it = object_iter(iterables[i]);
        if (it) tuple_put_take(t, i, it);
        else CLEAR(t);
    }
    return t;
}

/* --- enumerate --- */

typedef struct Enumerate {
    Object ob;
    ssize_t index;      /* number of the next item */
    Object *it, *kept;  /* owned */
    Object *big;        /* the number as an int object once it is beyond ssize_t, owned; else NULL */
} Enumerate;

static inline Enumerate *as_enumerate(Ref o) { return (Enumerate *)(uintptr_t)o; }

static int enumerate_clear(Object *self) {
    Enumerate *e = as_enumerate(self);
    CLEAR(e->it);
    CLEAR(e->kept);
    CLEAR(e->big);
    return 0;
}

static int enumerate_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_enumerate(self)->it);
    VISIT(as_enumerate(self)->kept);
    VISIT(as_enumerate(self)->big);
    return 0;
}

static void enumerate_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    enumerate_clear(self);
    object_free(self);
    trash_end();
}

/* The number of this step, after which comes the next. */
static Own enumerate_number(Enumerate *e) {
    if (LIKELY(!e->big)) {
        if (LIKELY(e->index < INTPTR_MAX)) return int_new(e->index++);
        if (!(e->big = int_new(e->index))) return NULL;
    }
    Own one = int_new(1), next = one ? int_binary(OP_ADD, e->big, one) : NULL, number = e->big;
    drop_x(one);
    if (!next) return NULL;
    e->big = next;
    return number;
}

static int enumerate_next(Ref self, Own *out) {
    Enumerate *e = as_enumerate(self);
    Own item;
    int more = iter_next(e->it, &item);
    if (more <= 0) return more;
    Own number = enumerate_number(e);
    if (UNLIKELY(!number)) {
        drop(item);
        return -1;
    }
    Object *tuple = e->kept;
    if (may_reuse(tuple)) {
        tuple_replace_take(tuple, 0, number);
        tuple_replace_take(tuple, 1, item);
        track_again(tuple);
    } else {
        Object *pair[] = {number, item};
        tuple = tuple_from_array_take(pair, 2);
        if (!tuple) return -1;
    }
    *out = tuple;
    return 1;
}

static int enumerate_start(Enumerate *e, Ref start) {
    Own number = number_index(start);
    if (!number) return -1;
    if (int_to_int64(number, &e->index)) drop(number);
    else e->big = number;
    return 0;
}

static Own enumerate_make(Type *cls, Ref iterable, Ref start_or_null) {
    Own o = iterator_new(cls, &enumerate_type);
    if (!o) return NULL;
    Enumerate *e = as_enumerate(o);
    if ((start_or_null && enumerate_start(e, start_or_null) < 0) || !(e->it = object_iter(iterable)) || !(e->kept = kept_tuple(2))) {
        drop(o);
        return NULL;
    }
    return o;
}

static int refuse_keyword(Ref name) { return raise_error(TypeError, "'%S' is an invalid keyword argument for enumerate()", name), -1; }

static int enumerate_keywords(Ref const *values, size_t nargs, Ref kwnames, Ref *iterable, Ref *start) {
    for (ssize_t i = 0; i < tuple_size(kwnames); i++) {
        Ref name = tuple_item(kwnames, i);
        if (str_equal(name, NAME_OF(iterable)) && nargs == 0) *iterable = values[i];
        else if (str_equal(name, NAME_OF(start)) && (nargs || tuple_size(kwnames) > 1)) *start = values[i];
        else return refuse_keyword(name);
    }
    return 0;
}

static Own enumerate_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    size_t given = nargs + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    if (given > 2) return raise_error(TypeError, "enumerate() takes at most 2 arguments (%zu given)", given);
    Ref iterable = nargs ? args[0] : NULL, start = nargs > 1 ? args[1] : NULL;
    if (kwnames && enumerate_keywords(args + nargs, nargs, kwnames, &iterable, &start) < 0) return NULL;
    if (!iterable) return raise_error(TypeError, "enumerate() missing required argument 'iterable'");
    return enumerate_make(cls, iterable, start);
}

static Own enumerate_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const Enumerate *e = as_enumerate(self);
    Own number = e->big ? own(e->big) : int_new(e->index);
    if (!number) return NULL;
    Own arguments = tuple_pack(2, (Ref)e->it, (Ref)number);
    drop(number);
    return reduced_take(self, arguments);
}

static const Method enumerate_methods[] = {
    {"__reduce__()", enumerate_m_reduce, "How to make a copy.", 0, NULL},
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS, NULL},
    {0}};

Type enumerate_type = {
    .head = {.ob = {1, &type_type}, .name = "enumerate", .basic_size = sizeof(Enumerate), .flags = TYPE_GC | TYPE_BASE,
             .traverse = enumerate_traverse, .clear = enumerate_clear, .dealloc = enumerate_dealloc},
    .doc = "Pairs of a number and an item of an iterable: (0, first), (1, second), ...",
    .signature = "enumerate(iterable, start=0)",
    .iter = self_iter,
    .next = enumerate_next,
    .new = enumerate_new,
    .construct = enumerate_new,
    .methods = enumerate_methods,
};

/* --- zip --- */

typedef struct Zip {
    Object ob;
    Object *its, *kept; /* tuples of the same length, owned */
    bool strict;
} Zip;

static inline Zip *as_zip(Ref o) { return (Zip *)(uintptr_t)o; }

static int zip_clear(Object *self) {
    CLEAR(as_zip(self)->its);
    CLEAR(as_zip(self)->kept);
    return 0;
}

static int zip_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_zip(self)->its);
    VISIT(as_zip(self)->kept);
    return 0;
}

static void zip_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    zip_clear(self);
    object_free(self);
    trash_end();
}

static int raise_lengths(ssize_t i, const char *how) {
    raise_error(ValueError, "zip() argument %zd is %s than argument%s%zd", i + 1, how, i == 1 ? " " : "s 1-", i);
    return -1;
}

/* strict, and iterator i has ended: an error unless it is the first and all others end too. */
static COLD int zip_check_lengths(const Zip *z, ssize_t i) {
    if (i > 0) return raise_lengths(i, "shorter");
    for (i = 1; i < tuple_size(z->its); i++) {
        Own item;
        int more = iter_next(tuple_item(z->its, i), &item);
        if (more < 0) return -1;
        if (more == 0) continue;
        drop(item);
        return raise_lengths(i, "longer");
    }
    return 0;
}

static int zip_next(Ref self, Own *out) {
    const Zip *z = as_zip(self);
    ssize_t n = tuple_size(z->its);
    if (n == 0) return 0;
    bool reuse = may_reuse(z->kept);
    Own tuple = reuse ? z->kept : tuple_new(n);
    if (!tuple) return -1;
    Object *const *its = tuple_items(z->its);
    for (ssize_t i = 0; i < n; i++) {
        Own item;
        int more = iter_next(its[i], &item);
        if (UNLIKELY(more <= 0)) {
            drop(tuple);
            if (more < 0 && !(z->strict && err_clear_stop_iteration())) return -1;
            return z->strict ? zip_check_lengths(z, i) : 0;
        }
        tuple_replace_take(tuple, i, item);
    }
    if (reuse) track_again(tuple);
    *out = tuple;
    return 1;
}

static int zip_keywords(Ref const *values, Ref kwnames, bool *strict) {
    for (ssize_t i = 0; i < tuple_size(kwnames); i++) {
        Ref name = tuple_item(kwnames, i);
        if (!str_equal(name, NAME_OF(strict))) return raise_error(TypeError, "zip() got an unexpected keyword argument '%S'", name), -1;
        int truth = object_truth(values[i]);
        if (truth < 0) return -1;
        *strict = truth;
    }
    return 0;
}

static Own zip_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    bool strict = false;
    if (kwnames && zip_keywords(args + nargs, kwnames, &strict) < 0) return NULL;
    Own its = iterators_of(args, (ssize_t)nargs), kept = its ? kept_tuple((ssize_t)nargs) : NULL, o = kept ? iterator_new(cls, &zip_type) : NULL;
    if (!o) {
        drop_x(its);
        drop_x(kept);
        return NULL;
    }
    as_zip(o)->its = its;
    as_zip(o)->kept = kept;
    as_zip(o)->strict = strict;
    return o;
}

static Own zip_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const Zip *z = as_zip(self);
    if (z->strict) return tuple_pack(3, (Ref)self->type, (Ref)z->its, TRUE_OBJECT);
    return tuple_pack(2, (Ref)self->type, (Ref)z->its);
}

static Own zip_m_setstate(Ref self, Ref const *args) {
    int strict = object_truth(args[0]);
    if (strict < 0) return NULL;
    as_zip(self)->strict = strict;
    return none();
}

static const Method zip_methods[] = {
    {"__reduce__()", zip_m_reduce, "How to make a copy.", 0, NULL},
    {"__setstate__(state, /)", zip_m_setstate, "Set whether lengths are checked.", 0, NULL},
    {0}};

Type zip_type = {
    .head = {.ob = {1, &type_type}, .name = "zip", .basic_size = sizeof(Zip), .flags = TYPE_GC | TYPE_BASE, .traverse = zip_traverse,
             .clear = zip_clear, .dealloc = zip_dealloc},
    .doc = "zip(*iterables, strict=False)\n\nTuples of the first items, the second items, ... until one of the iterables ends.\n"
           "With strict they must all end together.",
    .iter = self_iter,
    .next = zip_next,
    .new = zip_new,
    .construct = zip_new,
    .methods = zip_methods,
};

/* --- map --- */

typedef struct Map {
    Object ob;
    Object *its;       /* tuple of at least one iterator, owned */
    Object *function;  /* owned */
} Map;

static inline Map *as_map(Ref o) { return (Map *)(uintptr_t)o; }

static int map_clear(Object *self) {
    CLEAR(as_map(self)->its);
    CLEAR(as_map(self)->function);
    return 0;
}

static int map_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_map(self)->its);
    VISIT(as_map(self)->function);
    return 0;
}

static void map_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    map_clear(self);
    object_free(self);
    trash_end();
}

enum { FEW_ITERATORS = 8 };

static int map_one(const Map *m, Own *out) {
    Own item;
    int more = iter_next(tuple_item(m->its, 0), &item);
    if (more <= 0) return more;
    *out = object_call1(m->function, item);
    drop(item);
    return *out ? 1 : -1;
}

/* One item of each of n iterators, then the call. */
static int map_step(const Map *m, Own *items, ssize_t n, Own *out) {
    int more = 1;
    ssize_t i = 0;
    while (i < n && (more = iter_next(tuple_item(m->its, i), &items[i])) > 0) i++;
    if (i == n) {
        *out = object_call(m->function, refs(items), (size_t)n, NULL);
        more = *out ? 1 : -1;
    }
    for (ssize_t k = 0; k < i; k++) drop(items[k]);
    return more;
}

static int map_next(Ref self, Own *out) {
    const Map *m = as_map(self);
    ssize_t n = tuple_size(m->its);
    if (LIKELY(n == 1)) return map_one(m, out);
    Own few[FEW_ITERATORS] = {NULL}, *items = few;
    if (n > FEW_ITERATORS && !(items = mem_alloc((size_t)n * sizeof *items))) return raise_memory(), -1;
    int more = map_step(m, items, n, out);
    if (items != few) mem_free(items);
    return more;
}

static Own map_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(cls, &map_type, kwnames) < 0) return NULL;
    if (nargs < 2) return raise_error(TypeError, "map() must have at least two arguments.");
    Own its = iterators_of(args + 1, (ssize_t)nargs - 1), o = its ? iterator_new(cls, &map_type) : NULL;
    if (!o) {
        drop_x(its);
        return NULL;
    }
    as_map(o)->its = its;
    as_map(o)->function = own(args[0]);
    return o;
}

static Own map_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const Map *m = as_map(self);
    ssize_t n = tuple_size(m->its);
    Own arguments = tuple_new(n + 1);
    if (!arguments) return NULL;
    tuple_put_take(arguments, 0, own((Ref)m->function));
    for (ssize_t i = 0; i < n; i++) tuple_put_take(arguments, i + 1, own(tuple_item(m->its, i)));
    return reduced_take(self, arguments);
}

static const Method map_methods[] = {{"__reduce__()", map_m_reduce, "How to make a copy.", 0, NULL}, {0}};

Type map_type = {
    .head = {.ob = {1, &type_type}, .name = "map", .basic_size = sizeof(Map), .flags = TYPE_GC | TYPE_BASE, .traverse = map_traverse,
             .clear = map_clear, .dealloc = map_dealloc},
    .doc = "map(function, iterable, /, *iterables)\n\nWhat the function returns for the first items, the second items, ... of the iterables.",
    .iter = self_iter,
    .next = map_next,
    .new = map_new,
    .construct = map_new,
    .methods = map_methods,
};

/* --- filter --- */

typedef struct Filter {
    Object ob;
    Object *function, *it; /* owned */
} Filter;

static inline Filter *as_filter(Ref o) { return (Filter *)(uintptr_t)o; }

static int filter_clear(Object *self) {
    CLEAR(as_filter(self)->function);
    CLEAR(as_filter(self)->it);
    return 0;
}

static int filter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_filter(self)->function);
    VISIT(as_filter(self)->it);
    return 0;
}

static void filter_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    filter_clear(self);
    object_free(self);
    trash_end();
}

static int is_wanted(Ref function, Ref item) {
    if (function == NONE || function == (Ref)&bool_type) return object_truth(item);
    Own answer = object_call1(function, item);
    if (!answer) return -1;
    int truth = object_truth(answer);
    drop(answer);
    return truth;
}

static int filter_next(Ref self, Own *out) {
    const Filter *f = as_filter(self);
    int more;
    while ((more = iter_next(f->it, out)) > 0) {
        int wanted = is_wanted(f->function, *out);
        if (wanted > 0) return 1;
        drop(*out);
        if (wanted < 0) return -1;
    }
    return more;
}

static Own filter_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(cls, &filter_type, kwnames) < 0 || args_range("filter", nargs, NULL, 2, 2) < 0) return NULL;
    Own it = object_iter(args[1]), o = it ? iterator_new(cls, &filter_type) : NULL;
    if (!o) {
        drop_x(it);
        return NULL;
    }
    as_filter(o)->it = it;
    as_filter(o)->function = own(args[0]);
    return o;
}

static Own filter_m_reduce(Ref self, Ref const *args) {
    (void)args;
    return reduced_take(self, tuple_pack(2, (Ref)as_filter(self)->function, (Ref)as_filter(self)->it));
}

static const Method filter_methods[] = {{"__reduce__()", filter_m_reduce, "How to make a copy.", 0, NULL}, {0}};

Type filter_type = {
    .head = {.ob = {1, &type_type}, .name = "filter", .basic_size = sizeof(Filter), .flags = TYPE_GC | TYPE_BASE, .traverse = filter_traverse,
             .clear = filter_clear, .dealloc = filter_dealloc},
    .doc = "filter(function or None, iterable, /)\n\nThe items for which the function returns something true; with None, the items that are true.",
    .iter = self_iter,
    .next = filter_next,
    .new = filter_new,
    .construct = filter_new,
    .methods = filter_methods,
};

/* --- reversed: over anything with a length and subscripts --- */

static inline SeqIter *as_reversed(Ref o) { return (SeqIter *)(uintptr_t)o; }

static int reversed_clear(Object *self) {
    CLEAR(as_reversed(self)->seq);
    return 0;
}

static int reversed_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_reversed(self)->seq);
    return 0;
}

static void reversed_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    reversed_clear(self);
    object_free(self);
    trash_end();
}

static Own item_at(Ref seq, ssize_t i) {
    if (seq->type->item) return seq->type->item(seq, i);
    Own index = int_new(i), item = index ? object_subscript(seq, index) : NULL;
    drop_x(index);
    return item;
}

static int reversed_next(Ref self, Own *out) {
    SeqIter *r = as_reversed(self);
    if (!r->seq) return 0;
    if (r->index >= 0) {
        Own seq = own((Ref)r->seq);
        *out = item_at(seq, r->index);
        drop(seq);
        if (*out) return r->index--, 1;
        if (!err_matches(IndexError) && !err_matches(StopIteration)) return -1;
        err_clear();
    }
    r->index = -1;
    CLEAR(r->seq);
    return 0;
}

static bool is_sequence(Ref o) {
    const Type *t = o->type;
    return t->item || (type_has(t, TYPE_HEAP) && t->subscript && !is_dict(o));
}

static Own reversed_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (no_keywords(cls, &reversed_type, kwnames) < 0 || args_range("reversed", nargs, NULL, 1, 1) < 0) return NULL;
    Ref seq = args[0];
    Own own_iterator;
    if (type_lookup(seq->type, NAME_OF(dunder_reversed)) == NONE) return raise_error(TypeError, "'%T' object is not reversible", seq);
    int found = object_call_special(seq, NAME_OF(dunder_reversed), 0, NULL, &own_iterator);
    if (found) return found > 0 ? own_iterator : NULL;
    if (!is_sequence(seq)) return raise_error(TypeError, "'%T' object is not reversible", seq);
    ssize_t n = object_len(seq);
    Own o = n < 0 ? NULL : iterator_new(cls, &reversed_type);
    if (!o) return NULL;
    as_reversed(o)->index = n - 1;
    as_reversed(o)->seq = own(seq);
    return o;
}

static Own reversed_m_hint(Ref self, Ref const *args) {
    (void)args;
    const SeqIter *r = as_reversed(self);
    if (!r->seq) return int_new(0);
    ssize_t n = object_len(r->seq);
    if (n < 0) return NULL;
    return int_new(n < r->index + 1 ? 0 : r->index + 1);
}

static Own reversed_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const SeqIter *r = as_reversed(self);
    Own seq = r->seq ? own((Ref)r->seq) : tuple_new(0), arguments = seq ? tuple_pack(1, (Ref)seq) : NULL;
    drop_x(seq);
    if (!arguments || !r->seq) return reduced_take(self, arguments);
    Own index = int_new(r->index), result = index ? tuple_pack(3, (Ref)self->type, (Ref)arguments, (Ref)index) : NULL;
    drop_x(index);
    drop(arguments);
    return result;
}

static Own reversed_m_setstate(Ref self, Ref const *args) {
    SeqIter *r = as_reversed(self);
    ssize_t i = index_as_ssize(args[0]);
    if (i == -1 && err_set()) return NULL;
    if (r->seq) {
        ssize_t n = object_len(r->seq);
        if (n < 0) return NULL;
        r->index = i < -1 ? -1 : i > n - 1 ? n - 1 : i;
    }
    return none();
}

static const Method reversed_methods[] = {
    {"__length_hint__()", reversed_m_hint, "How many items are left.", 0, NULL},
    {"__reduce__()", reversed_m_reduce, "How to make a copy.", 0, NULL},
    {"__setstate__(state, /)", reversed_m_setstate, "Go to a position.", 0, NULL},
    {0}};

Type reversed_type = {
    .head = {.ob = {1, &type_type}, .name = "reversed", .basic_size = sizeof(SeqIter), .flags = TYPE_GC | TYPE_BASE,
             .traverse = reversed_traverse, .clear = reversed_clear, .dealloc = reversed_dealloc},
    .doc = "The items of a sequence from the last to the first.",
    .signature = "reversed(sequence, /)",
    .iter = self_iter,
    .next = reversed_next,
    .new = reversed_new,
    .construct = reversed_new,
    .methods = reversed_methods,
};
