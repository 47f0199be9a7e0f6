/* itertools_chain.c: iterators that pass on, group, add up or cut what comes from their sources: accumulate, batched, chain, islice, pairwise,
 * zip_longest. */
#include <string.h>

#include "lib/itertools.h"
#include "runtime/generic.h"
#include "runtime/str.h"

/* --- accumulate --- */

typedef struct Accumulate {
    Object ob;
    Object *total;     /* what was given last */
    Object *it;
    Object *function;  /* NULL: + */
    Object *initial;   /* to be given first */
    void *unused;      /* CPython's struct has a word more */
} Accumulate;
ITERATOR_LIFE(accumulate, 4)

static const char accumulate_signature[] = "accumulate(iterable, func=None, *, initial=None)";

static Own accumulate_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[3];
    if (iterator_bind(cls, &accumulate_type, accumulate_signature, args, nargs, kwnames, out) < 0) return NULL;
    Own it = object_iter(out[0]), self = it ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(it);
        return NULL;
    }
    Accumulate *a = (Accumulate *)self;
    a->it = it;
    if (out[1] && out[1] != NONE) a->function = own(out[1]);
    if (out[2] && out[2] != NONE) a->initial = own(out[2]);
    return self;
}

static int accumulate_next(Ref self, Own *out) {
    Accumulate *a = (Accumulate *)(uintptr_t)self;
    if (a->initial) {
        Own first = a->initial;
        a->initial = NULL;
        obj_set(&a->total, own(first));
        *out = first;
        return 1;
    }
    Own item;
    int more = source_next(a->it, &item);
    if (more <= 0) return more;
    if (!a->total) {
        a->total = own(item);
        *out = item;
        return 1;
    }
    Own before = own(a->total), total = a->function ? object_call2(a->function, before, item) : object_binary(OP_ADD, before, item);
    drop(item);
    if (total) obj_set(&a->total, own(total));
    drop(before);
    *out = total;
    return total ? 1 : -1;
}

Type accumulate_type = {
    ITERATOR_TYPE(accumulate, accumulate, Accumulate),
    .doc = "Running totals: each item added to (or combined by func with) all before it.",
    .signature = accumulate_signature,
};

/* --- batched --- */

typedef struct Batched {
    Object ob;
    Object *it;     /* NULL: done */
    ssize_t size;
    bool strict;
} Batched;
ITERATOR_LIFE(batched, 1)

static const char batched_signature[] = "batched(iterable, n, *, strict=False)";

static Own batched_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[3];
    if (iterator_bind(cls, &batched_type, batched_signature, args, nargs, kwnames, out) < 0) return NULL;
    ssize_t n = index_as_ssize(out[1]);
    if (n == -1 && err_set()) return NULL;
    int strict = out[2] ? object_truth(out[2]) : 0;
    if (strict < 0) return NULL;
    if (n < 1) return raise_error(ValueError, "n must be at least one");
    Own it = object_iter(out[0]), self = it ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(it);
        return NULL;
    }
    ((Batched *)self)->it = it;
    ((Batched *)self)->size = n;
    ((Batched *)self)->strict = strict;
    return self;
}

/* The items left for a last, shorter batch. */
static int last_batch(Batched *b, Own list, Own *out) {
    CLEAR(b->it);
    ssize_t n = list_size(list);
    *out = NULL;
    if (n && b->strict) raise_error(ValueError, "batched(): incomplete batch");
    else if (n) *out = list_as_tuple(list);
    drop(list);
    return n == 0 ? 0 : *out ? 1 : -1;
}

enum { BATCH_AT_ONCE = 1024 }; /* larger ones grow as their items come: n may be huge */

static int batched_next(Ref self, Own *out) {
    Batched *b = (Batched *)(uintptr_t)self;
    if (!b->it) return 0;
    bool small = b->size <= BATCH_AT_ONCE;
    Own batch = small ? tuple_new(b->size) : list_new(0), item;
    int more = 1;
    ssize_t n = 0;
    if (!batch) return -1;
    gc_untrack(batch); /* nobody is to find it half filled */
    for (; n < b->size && b->it && (more = source_next_held(b->it, &item)) > 0; n++) {
        if (small) {
            tuple_put_take(batch, n, item);
        } else if (list_append_take(batch, item) < 0) {
            more = -1;
            break;
        }
    }
    if (more < 0) {
        CLEAR(b->it);
        drop(batch);
        return -1;
    }
    gc_track(batch);
    if (n == b->size) {
        *out = small ? own(batch) : list_as_tuple(batch);
        drop(batch);
        return *out ? 1 : -1;
    }
    if (small) {
        Own list = list_new(n);
        if (list) {
            memcpy(((List *)list)->items, tuple_items(batch), (size_t)n * sizeof(Object *));
            memset(tuple_items(batch), 0, (size_t)n * sizeof(Object *));
        }
        drop(batch);
        if (!(batch = list)) return -1;
    }
    return last_batch(b, batch, out);
}

Type batched_type = {
    ITERATOR_TYPE(batched, batched, Batched),
    .doc = "Tuples of n items each; the last may be shorter, unless strict asks for an error then.",
    .signature = batched_signature,
};

/* --- chain --- */

typedef struct Chain {
    Object ob;
    Object *source;  /* gives iterables; NULL: done */
    Object *active;  /* iterator on the present one */
} Chain;
ITERATOR_LIFE(chain, 2)

static Own chain_of(Type *cls, Ref iterables) {
    Own source = object_iter(iterables), self = source ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(source);
        return NULL;
    }
    ((Chain *)self)->source = source;
    return self;
}

static const char chain_signature[] = "chain(*iterables)";

static Own chain_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    bool own_init = cls != &chain_type && cls->init != chain_type.init;
    if (!own_init && kwnames && tuple_size(kwnames)) return raise_error(TypeError, "chain() takes no keyword arguments");
    Own iterables = tuple_from_array(args, (ssize_t)nargs), self = iterables ? chain_of(cls, iterables) : NULL;
    drop_x(iterables);
    return self;
}

static Own chain_m_from_iterable(Ref cls, Ref const *args) { return chain_of(as_type(cls), args[0]); }

static int chain_next(Ref self, Own *out) {
    Chain *c = (Chain *)(uintptr_t)self;
    while (c->source) {
        if (!c->active) {
            Own iterable;
            int more = source_next_held(c->source, &iterable);
            if (more <= 0) {
                CLEAR(c->source);
                return more;
            }
            Own it = object_iter(iterable);
            drop(iterable);
            if (!it) {
                CLEAR(c->source);
                return -1;
            }
            obj_set(&c->active, it);
        }
        int more = source_next_held(c->active, out);
        if (more) return more;
        CLEAR(c->active);
    }
    return 0;
}

static const Method chain_methods[] = {
    {"from_iterable(iterable, /)", chain_m_from_iterable, "A chain of the iterables that the iterable gives.", METHOD_CLASS},
    {"__class_getitem__(object, /)", class_m_getitem, "chain[int], for annotations.", METHOD_CLASS},
    {0}};

Type chain_type = {
    ITERATOR_TYPE(chain, chain, Chain),
    .doc = "The items of the first iterable, then those of the second, and so on.",
    .signature = chain_signature,
    .methods = chain_methods,
};

/* --- islice --- */

typedef struct Islice {
    Object ob;
    Object *it;     /* NULL: done */
    ssize_t next;   /* number of the next item to be given */
    ssize_t stop;   /* -1: none */
    ssize_t step;
    ssize_t count;  /* items taken so far */
} Islice;
ITERATOR_LIFE(islice, 1)

/* A bound: None leaves *out as it is; false: neither None nor an index >= 0. */
static bool islice_bound(Ref o, ssize_t *out) {
    if (o == NONE) return true;
    ssize_t n = index_as_ssize(o);
    if (n == -1 && err_set()) err_clear();
    if (n < 0) return false;
    *out = n;
    return true;
}

static Own islice_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    bool own_init = cls != &islice_type && cls->init != islice_type.init;
    ssize_t start = 0, stop = -1, step = 1;
    if (args_range("islice", nargs, own_init ? NULL : kwnames, 2, 4) < 0) return NULL;
    if (!islice_bound(args[nargs == 2 ? 1 : 2], &stop))
        return raise_error(ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (nargs > 2 && !islice_bound(args[1], &start))
        return raise_error(ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (nargs > 3 && (!islice_bound(args[3], &step) || step < 1))
        return raise_error(ValueError, "Step for islice() must be a positive integer or None.");
    Own it = object_iter(args[0]), self = it ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(it);
        return NULL;
    }
    Islice *s = (Islice *)self;
    s->it = it;
    s->next = start;
    s->stop = stop;
    s->step = step;
    return self;
}

/* Skips to the next item wanted and takes it: 1, 0, -1. */
static int islice_step(Islice *s, Own *out) {
    int more;
    while (s->count < s->next) {
        if ((more = source_next_held(s->it, out)) <= 0) return more;
        drop(*out);
        s->count++;
        if (!s->it) return 0;
    }
    if (s->stop >= 0 && s->count >= s->stop) return 0;
    if ((more = source_next_held(s->it, out)) <= 0) return more;
    s->count++;
    if (__builtin_add_overflow(s->next, s->step, &s->next)) s->next = s->stop >= 0 ? s->stop : INTPTR_MAX;
    if (s->stop >= 0 && s->next > s->stop) s->next = s->stop;
    return 1;
}

static int islice_next(Ref self, Own *out) {
    Islice *s = (Islice *)(uintptr_t)self;
    if (!s->it) return 0;
    int more = islice_step(s, out);
    if (more <= 0) CLEAR(s->it);
    return more;
}

Type islice_type = {
    ITERATOR_TYPE(islice, islice, Islice),
    .doc = "islice(iterable, stop) or islice(iterable, start, stop[, step]): the items that the slice of a sequence would have.",
};

/* --- pairwise --- */

typedef struct Pairwise {
    Object ob;
    Object *it;      /* NULL: done */
    Object *before;  /* the item before */
    Object *result;  /* the last pair */
} Pairwise;
ITERATOR_LIFE(pairwise, 3)

static const char pairwise_signature[] = "pairwise(iterable, /)";

static Own pairwise_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref iterable;
    if (iterator_bind(cls, &pairwise_type, pairwise_signature, args, nargs, kwnames, &iterable) < 0) return NULL;
    Own it = object_iter(iterable), result = it ? tuple_pack(2, NONE, NONE) : NULL, self = result ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(it);
        drop_x(result);
        return NULL;
    }
    ((Pairwise *)self)->it = it;
    ((Pairwise *)self)->result = result;
    return self;
}

static int pairwise_end(Pairwise *p, int more) {
    CLEAR(p->it);
    CLEAR(p->before);
    return more;
}

static int pairwise_next(Ref self, Own *out) {
    Pairwise *p = (Pairwise *)(uintptr_t)self;
    Own item;
    int more;
    if (!p->it) return 0;
    if (!p->before) {
        if ((more = source_next_held(p->it, &item)) <= 0) return pairwise_end(p, more);
        obj_set(&p->before, item);
        if (!p->it) return pairwise_end(p, 0);
    }
    Own before = own(p->before);
    if ((more = source_next_held(p->it, &item)) <= 0) {
        drop(before);
        return pairwise_end(p, more);
    }
    obj_set(&p->before, own(item));
    Own pair = tuple_again(&p->result);
    if (pair) {
        tuple_replace(pair, 0, before);
        tuple_replace(pair, 1, item);
    }
    drop(before);
    drop(item);
    *out = pair;
    return pair ? 1 : -1;
}

Type pairwise_type = {
    ITERATOR_TYPE(pairwise, pairwise, Pairwise),
    .doc = "Each item with the one after it: (a, b), (b, c), (c, d), ...",
    .signature = pairwise_signature,
};

/* --- zip_longest --- */

typedef struct ZipLongest {
    Object ob;
    Object *its;      /* tuple of iterators; None in the place of an exhausted one */
    Object *result;   /* the last tuple */
    Object *fill;
    ssize_t n;
    ssize_t active;   /* iterators that are not exhausted */
} ZipLongest;
ITERATOR_LIFE(zip_longest, 3)

static const char zip_longest_signature[] = "zip_longest(*iterables, fillvalue=None)";

static int zip_longest_option(Ref kwnames, Ref const *values, Ref *fill) {
    *fill = NONE;
    if (!kwnames || tuple_size(kwnames) == 0) return 0;
    if (tuple_size(kwnames) > 1 || !str_equals(tuple_item(kwnames, 0), "fillvalue"))
        return raise_error(TypeError, "zip_longest() got an unexpected keyword argument"), -1;
    *fill = values[0];
    return 0;
}

static Own zip_longest_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    ssize_t n = (ssize_t)nargs;
    Ref fill;
    if (zip_longest_option(kwnames, args + nargs, &fill) < 0) return NULL;
    Own its = tuple_new(n), result = its ? tuple_new(n) : NULL, self = NULL;
    if (!result) goto fail;
    for (ssize_t i = 0; i < n; i++) {
        tuple_put_take(its, i, none());
        tuple_put_take(result, i, none());
    }
    for (ssize_t i = 0; i < n; i++) {
        Own it = object_iter(args[i]);
        if (!it) goto fail;
        obj_set(&tuple_items(its)[i], it);
    }
    if (!(self = instance_new(cls))) goto fail;
    ZipLongest *z = (ZipLongest *)self;
    z->its = its;
    z->result = result;
    z->fill = own(fill);
    z->n = z->active = n;
    return self;
fail:
    drop_x(its);
    drop_x(result);
    return NULL;
}

/* The next item of iterator i, or the fill value: 1; 0: that was the last iterator, -1. */
static int zip_longest_item(ZipLongest *z, ssize_t i, Own *out) {
    Object **place = &tuple_items(z->its)[i];
    if (*place != NONE) {
        int more = source_next_held(*place, out);
        if (more > 0) return 1;
        if (more < 0) z->active = 0;
        else if (*place != NONE) z->active--;
        obj_set(place, none());
        if (more < 0) return -1;
        if (z->active <= 0) return 0;
    }
    *out = own(z->fill);
    return 1;
}

static int zip_longest_next(Ref self, Own *out) {
    ZipLongest *z = (ZipLongest *)(uintptr_t)self;
    if (z->n == 0 || z->active <= 0) return 0;
    Own tuple = tuple_again(&z->result), item;
    if (!tuple) return -1;
    for (ssize_t i = 0; i < z->n; i++) {
        int more = zip_longest_item(z, i, &item);
        if (more <= 0) {
            drop(tuple);
            return more;
        }
        obj_set(&tuple_items(tuple)[i], item);
    }
    *out = tuple;
    return 1;
}

Type zip_longest_type = {
    ITERATOR_TYPE(zip_longest, zip_longest, ZipLongest),
    .doc = "Tuples of an item from each iterable until the longest is exhausted; the fill value stands in for those of the shorter ones.",
    .signature = zip_longest_signature,
};
