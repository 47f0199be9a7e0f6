/* itertools_choose.c: product, permutations and combinations: each keeps a row of indices into its pools like the wheels of an odometer, moves
 * it on by one step, and changes the last result tuple from the first wheel that moved to the end.
 *
 * The indices are always within the pools, also when the drop of a replaced item runs Python code that asks the same iterator for more. */
#include <string.h>

#include "lib/itertools.h"

enum { FIRST = -1, END = -2 }; /* instead of the number of a wheel */

static Own sizeof_with(Ref self, ssize_t words) { return int_new(self->type->head.basic_size + words * (ssize_t)sizeof(ssize_t)); }

/* n machine words; NULL: MemoryError */
static ssize_t *new_wheels(ssize_t n) {
    size_t bytes;
    if (__builtin_mul_overflow((size_t)n, sizeof(ssize_t), &bytes) || bytes > PTRDIFF_MAX) return (ssize_t *)raise_memory();
    ssize_t *wheels = mem_alloc(bytes ? bytes : 1);
    if (!wheels) raise_memory();
    return wheels;
}

/* --- product --- */

typedef struct Product {
    Object ob;
    Object *pools;   /* tuple of tuples */
    Object *result;  /* NULL: nothing given yet */
    ssize_t *wheels; /* owned */
    bool done;
} Product;
ITERATOR_HOOKS(product, 2)

static Product *as_product(Ref o) { return (Product *)(uintptr_t)o; }
static void product_dealloc(Object *self) {
    ssize_t *wheels = as_product(self)->wheels;
    fields_dealloc(self, 2, wheels);
}

static const char product_signature[] = "product(*iterables, repeat=1)";

/* The iterables as tuples, `times` times over. */
static Own product_pools(Ref iterables, ssize_t times) {
    ssize_t n = times ? tuple_size(iterables) : 0, all;
    if (__builtin_mul_overflow(n, times, &all) || all > INTPTR_MAX / (ssize_t)sizeof(void *)) return raise_error(OverflowError, "repeat argument too large");
    Own list = list_new(0), pools = NULL;
    for (ssize_t i = 0; list && i < n; i++) {
        Own pool = tuple_from_iterable(tuple_item(iterables, i));
        if (!pool || list_append_take(list, pool) < 0) CLEAR(list);
    }
    if (list && (pools = tuple_new(all)))
        for (ssize_t i = 0; i < all; i++) tuple_put_take(pools, i, own(list_item(list, i % n)));
    drop_x(list);
    return pools;
}

static Own product_make(Type *cls, Ref iterables, Ref repeat) {
    ssize_t times = repeat ? index_as_ssize(repeat) : 1;
    if (times == -1 && err_set()) return NULL;
    if (times < 0) return raise_error(ValueError, "repeat argument cannot be negative");
    Own pools = product_pools(iterables, times), self = NULL;
    if (!pools) return NULL;
    ssize_t n = tuple_size(pools), *wheels = new_wheels(n);
    if (!wheels || !(self = instance_new(cls))) {
        mem_free(wheels);
        drop(pools);
        return NULL;
    }
    memset(wheels, 0, (size_t)n * sizeof *wheels);
    as_product(self)->pools = pools;
    as_product(self)->wheels = wheels;
    return self;
}

static Own product_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &product_type, product_signature, args, nargs, kwnames, out) < 0) return NULL;
    Own self = product_make(cls, out[0], out[1]);
    args_unbind(product_signature, out);
    return self;
}

/* The number of the first wheel that moved, or END. */
static ssize_t product_turn(Product *p) {
    for (ssize_t i = tuple_size(p->pools); --i >= 0;) {
        if (++p->wheels[i] < tuple_size(tuple_item(p->pools, i))) return i;
        p->wheels[i] = 0;
    }
    return END;
}

static Own product_first(Product *p) {
    ssize_t n = tuple_size(p->pools);
    for (ssize_t i = 0; i < n; i++)
        if (tuple_size(tuple_item(p->pools, i)) == 0) return NULL;
    Own result = tuple_new(n);
    for (ssize_t i = 0; result && i < n; i++) tuple_put_take(result, i, own(tuple_item(tuple_item(p->pools, i), 0)));
    if (result) obj_set(&p->result, own(result));
    return result;
}

static int product_next(Ref self, Own *out) {
    Product *p = as_product(self);
    if (p->done || !p->pools) return 0;
    if (!p->result) {
        *out = product_first(p);
        p->done = !*out;
        return *out ? 1 : err_set() ? -1 : 0;
    }
    ssize_t first = product_turn(p), n = tuple_size(p->pools);
    if (first == END) {
        p->done = true;
        return 0;
    }
    if (!(*out = tuple_again(&p->result))) return -1;
    for (ssize_t i = first; i < n; i++) tuple_replace(*out, i, tuple_item(tuple_item(p->pools, i), p->wheels[i]));
    return 1;
}

static Own product_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    return sizeof_with(self, as_product(self)->pools ? tuple_size(as_product(self)->pools) : 0);
}
static const Method product_methods[] = {{"__sizeof__()", product_m_sizeof, "Bytes that it takes."}, {0}};

Type product_type = {
    ITERATOR_TYPE(product, product, Product),
    .doc = "All tuples with an item from each iterable, as nested loops would make them; repeat=n: each iterable n times.",
    .signature = product_signature,
    .methods = product_methods,
};

/* --- permutations, combinations --- */

typedef struct Choose {
    Object ob;
    Object *pool;    /* tuple */
    Object *result;  /* NULL: nothing given yet */
    ssize_t *wheels; /* owned: `size` of them; permutations: as many as the pool has items, then `size` counters */
    ssize_t size;    /* of a result */
    bool done;
} Choose;
ITERATOR_HOOKS(choose, 2)

static Choose *as_choose(Ref o) { return (Choose *)(uintptr_t)o; }
static void choose_dealloc(Object *self) {
    ssize_t *wheels = as_choose(self)->wheels;
    fields_dealloc(self, 2, wheels);
}

static Own choose_make(Type *cls, Own pool, ssize_t size, ssize_t n_wheels, bool empty) {
    ssize_t *wheels = new_wheels(empty ? 0 : n_wheels);
    Own self = wheels ? instance_new(cls) : NULL;
    if (!self) {
        mem_free(wheels);
        drop(pool);
        return NULL;
    }
    Choose *c = as_choose(self);
    c->pool = pool;
    c->wheels = wheels;
    c->size = size;
    c->done = empty;
    return self;
}

/* The result after the wheels have turned from number `changed` on. */
static int choose_result(Choose *c, ssize_t changed, Own *out) {
    if (changed == END) {
        c->done = true;
        return 0;
    }
    if (changed == FIRST) {
        *out = tuple_new(c->size);
        for (ssize_t i = 0; *out && i < c->size; i++) tuple_put_take(*out, i, own(tuple_item(c->pool, c->wheels[i])));
        if (*out) obj_set(&c->result, own(*out));
        return *out ? 1 : -1;
    }
    if (!(*out = tuple_again(&c->result))) return -1;
    for (ssize_t i = changed; i < c->size; i++) tuple_replace(*out, i, tuple_item(c->pool, c->wheels[i]));
    return 1;
}

static Own choose_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    const Choose *c = as_choose(self);
    if (object_is_a(self, &permutations_type)) return sizeof_with(self, (c->pool ? tuple_size(c->pool) : 0) + c->size);
    return sizeof_with(self, c->size);
}
static const Method choose_methods[] = {{"__sizeof__()", choose_m_sizeof, "Bytes that it takes."}, {0}};

/* The pool and size of combinations; NULL: error. */
static Own combination_pool(Ref const *out, ssize_t *size) {
    Own pool = tuple_from_iterable(out[0]);
    if (!pool) return NULL;
    *size = index_as_ssize(out[1]);
    if (*size >= 0) return pool;
    if (!err_set()) raise_error(ValueError, "r must be non-negative");
    drop(pool);
    return NULL;
}

/* --- combinations: rising indices --- */

static const char combinations_signature[] = "combinations(iterable, r)";

static Own combinations_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    ssize_t size;
    if (iterator_bind(cls, &combinations_type, combinations_signature, args, nargs, kwnames, out) < 0) return NULL;
    Own pool = combination_pool(out, &size), self;
    if (!pool || !(self = choose_make(cls, pool, size, size, size > tuple_size(pool)))) return NULL;
    for (ssize_t i = 0; !as_choose(self)->done && i < size; i++) as_choose(self)->wheels[i] = i;
    return self;
}

static ssize_t combinations_turn(Choose *c) {
    ssize_t last = tuple_size(c->pool) - c->size, i = c->size;
    do {
        if (--i < 0) return END;
    } while (c->wheels[i] == i + last);
    c->wheels[i]++;
    for (ssize_t j = i + 1; j < c->size; j++) c->wheels[j] = c->wheels[j - 1] + 1;
    return i;
}

static int combinations_next(Ref self, Own *out) {
    Choose *c = as_choose(self);
    if (c->done || !c->pool) return 0;
    return choose_result(c, c->result ? combinations_turn(c) : FIRST, out);
}

Type combinations_type = {
    ITERATOR_TYPE(combinations, choose, Choose),
    .doc = "All tuples of r items of the iterable, in their order there.",
    .signature = combinations_signature,
    .methods = choose_methods,
};

/* --- with replacement: indices that do not fall --- */

static const char with_replacement_signature[] = "combinations_with_replacement(iterable, r)";

static Own combinations_with_replacement_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    ssize_t size;
    if (iterator_bind(cls, &combinations_with_replacement_type, with_replacement_signature, args, nargs, kwnames, out) < 0) return NULL;
    Own pool = combination_pool(out, &size), self;
    if (!pool || !(self = choose_make(cls, pool, size, size, size > 0 && tuple_size(pool) == 0))) return NULL;
    if (!as_choose(self)->done) memset(as_choose(self)->wheels, 0, (size_t)size * sizeof(ssize_t));
    return self;
}

static ssize_t with_replacement_turn(Choose *c) {
    ssize_t last = tuple_size(c->pool) - 1, i = c->size;
    do {
        if (--i < 0) return END;
    } while (c->wheels[i] == last);
    ssize_t index = c->wheels[i] + 1;
    for (ssize_t j = i; j < c->size; j++) c->wheels[j] = index;
    return i;
}

static int combinations_with_replacement_next(Ref self, Own *out) {
    Choose *c = as_choose(self);
    if (c->done || !c->pool) return 0;
    return choose_result(c, c->result ? with_replacement_turn(c) : FIRST, out);
}

Type combinations_with_replacement_type = {
    ITERATOR_TYPE(combinations_with_replacement, choose, Choose),
    .doc = "All tuples of r items of the iterable, in their order there, each as often as one likes.",
    .signature = with_replacement_signature,
    .methods = choose_methods,
};

/* --- permutations --- */

typedef struct Permutations {
    Choose c;
    void *unused; /* CPython's struct has a second array */
} Permutations;

static const char permutations_signature[] = "permutations(iterable, r=None)";

static Own permutations_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &permutations_type, permutations_signature, args, nargs, kwnames, out) < 0) return NULL;
    Own pool = tuple_from_iterable(out[0]), self;
    if (!pool) return NULL;
    ssize_t n = tuple_size(pool), size = n;
    if (out[1] && out[1] != NONE) {
        size = is_int(out[1]) ? index_as_ssize(out[1]) : -1;
        if (size < 0) {
            if (!is_int(out[1])) raise_error(TypeError, "Expected int as r");
            else if (!err_set()) raise_error(ValueError, "r must be non-negative");
            drop(pool);
            return NULL;
        }
    }
    if (!(self = choose_make(cls, pool, size, n + (size > n ? 0 : size), size > n))) return NULL;
    ssize_t *wheels = as_choose(self)->wheels;
    if (as_choose(self)->done) return self;
    for (ssize_t i = 0; i < n; i++) wheels[i] = i;
    for (ssize_t i = 0; i < size; i++) wheels[n + i] = n - i;
    return self;
}

/* Counter i tells how many items may still take place i while those before it stay. */
static ssize_t permutations_turn(Choose *c) {
    ssize_t n = tuple_size(c->pool), *wheels = c->wheels, *left = wheels + n;
    for (ssize_t i = c->size; --i >= 0;) {
        ssize_t moved = wheels[i];
        if (--left[i] > 0) {
            wheels[i] = wheels[n - left[i]];
            wheels[n - left[i]] = moved;
            return i;
        }
        memmove(wheels + i, wheels + i + 1, (size_t)(n - 1 - i) * sizeof *wheels);
        wheels[n - 1] = moved;
        left[i] = n - i;
    }
    return END;
}

static int permutations_next(Ref self, Own *out) {
    Choose *c = as_choose(self);
    if (c->done || !c->pool) return 0;
    return choose_result(c, c->result ? permutations_turn(c) : FIRST, out);
}

Type permutations_type = {
    ITERATOR_TYPE(permutations, choose, Permutations),
    .doc = "All tuples of r different items of the iterable, in any order; r None: of all items.",
    .signature = permutations_signature,
    .methods = choose_methods,
};
