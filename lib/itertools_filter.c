/* itertools_filter.c: iterators that choose among the items of a source, or call a function with them: compress, dropwhile, filterfalse, starmap,
 * takewhile. Their sources are never let go of, only asked no more. */
#include "lib/itertools.h"
#include "runtime/int.h"

/* A function and a source. */
typedef struct Filter {
    Object ob;
    Object *function, *it; /* compress: selectors and data */
} Filter;
typedef struct While {
    Filter f;
    bool done;             /* dropwhile: nothing is dropped any more; takewhile: nothing is given */
} While;
ITERATOR_LIFE(filter, 2)

static Filter *as_filter(Ref o) { return (Filter *)(uintptr_t)o; }

static Own filter_make(Type *cls, Ref function, Ref iterable) {
    Own it = object_iter(iterable), self = it ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(it);
        return NULL;
    }
    as_filter(self)->function = own(function);
    as_filter(self)->it = it;
    return self;
}

/* Is function(item) true? -1 */
static int passes(Ref function, Ref item) {
    if (function == NONE || function == (Ref)&bool_type) return object_truth(item);
    Own answer = object_call1(function, item);
    if (!answer) return -1;
    int truth = object_truth(answer);
    drop(answer);
    return truth;
}

/* --- compress --- */

static const char compress_signature[] = "compress(data, selectors)";

static Own compress_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &compress_type, compress_signature, args, nargs, kwnames, out) < 0) return NULL;
    Own data = object_iter(out[0]), selectors = data ? object_iter(out[1]) : NULL, self = selectors ? filter_make(cls, selectors, data) : NULL;
    drop_x(data);
    drop_x(selectors);
    return self;
}

static int compress_next(Ref self, Own *out) {
    const Filter *f = as_filter(self);
    for (;;) {
        Own item, selector;
        int more = source_next(f->it, &item);
        if (more <= 0) return more;
        if ((more = source_next(f->function, &selector)) <= 0) {
            drop(item);
            return more;
        }
        int wanted = object_truth(selector);
        drop(selector);
        if (wanted > 0) {
            *out = item;
            return 1;
        }
        drop(item);
        if (wanted < 0) return -1;
    }
}

Type compress_type = {
    ITERATOR_TYPE(compress, filter, Filter),
    .doc = "The items of data whose selector is true.",
    .signature = compress_signature,
};

/* --- filterfalse --- */

static const char filterfalse_signature[] = "filterfalse(function, iterable, /)";

static Own filterfalse_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &filterfalse_type, filterfalse_signature, args, nargs, kwnames, out) < 0) return NULL;
    return filter_make(cls, out[0], out[1]);
}

static int filterfalse_next(Ref self, Own *out) {
    const Filter *f = as_filter(self);
    for (;;) {
        int more = source_next(f->it, out);
        if (more <= 0) return more;
        int truth = passes(f->function, *out);
        if (truth == 0) return 1;
        drop(*out);
        if (truth < 0) return -1;
    }
}

Type filterfalse_type = {
    ITERATOR_TYPE(filterfalse, filter, Filter),
    .doc = "The items for which the function returns false; the false ones if it is None.",
    .signature = filterfalse_signature,
};

/* --- starmap --- */

static const char starmap_signature[] = "starmap(function, iterable, /)";

static Own starmap_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &starmap_type, starmap_signature, args, nargs, kwnames, out) < 0) return NULL;
    return filter_make(cls, out[0], out[1]);
}

static int starmap_next(Ref self, Own *out) {
    const Filter *f = as_filter(self);
    Own item;
    int more = source_next(f->it, &item);
    if (more <= 0) return more;
    Own args = is_exact_tuple(item) ? own(item) : tuple_from_iterable(item);
    *out = args ? object_call_tuple(f->function, args, NULL) : NULL;
    drop_x(args);
    drop(item);
    return *out ? 1 : -1;
}

Type starmap_type = {
    ITERATOR_TYPE(starmap, filter, Filter),
    .doc = "function(*args) for each args that the iterable gives.",
    .signature = starmap_signature,
};

/* --- dropwhile, takewhile --- */

static const char dropwhile_signature[] = "dropwhile(predicate, iterable, /)", takewhile_signature[] = "takewhile(predicate, iterable, /)";

static Own dropwhile_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &dropwhile_type, dropwhile_signature, args, nargs, kwnames, out) < 0) return NULL;
    return filter_make(cls, out[0], out[1]);
}

static int dropwhile_next(Ref self, Own *out) {
    While *w = (While *)(uintptr_t)self;
    for (;;) {
        int more = source_next(w->f.it, out);
        if (more <= 0 || w->done) return more;
        Own answer = object_call1(w->f.function, *out);
        int truth = answer ? object_truth(answer) : -1;
        drop_x(answer);
        if (truth == 0) {
            w->done = true;
            return 1;
        }
        drop(*out);
        if (truth < 0) return -1;
    }
}

static Own takewhile_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &takewhile_type, takewhile_signature, args, nargs, kwnames, out) < 0) return NULL;
    return filter_make(cls, out[0], out[1]);
}

static int takewhile_next(Ref self, Own *out) {
    While *w = (While *)(uintptr_t)self;
    if (w->done) return 0;
    int more = source_next(w->f.it, out);
    if (more <= 0) return more;
    Own answer = object_call1(w->f.function, *out);
    int truth = answer ? object_truth(answer) : -1;
    drop_x(answer);
    if (truth > 0) return 1;
    drop(*out);
    if (truth == 0) w->done = true;
    return truth;
}

Type dropwhile_type = {
    ITERATOR_TYPE(dropwhile, filter, While),
    .doc = "The items from the first on for which the predicate is false.",
    .signature = dropwhile_signature,
};
Type takewhile_type = {
    ITERATOR_TYPE(takewhile, filter, While),
    .doc = "The items up to, and without, the first for which the predicate is false.",
    .signature = takewhile_signature,
};
