/* mod_itertools.c: the module itertools: what all its iterators share, and those that need no other: count, cycle, repeat. */
#include <string.h>

#include "lib/itertools.h"
#include "lib/modules.h"
#include "runtime/complex.h"
#include "runtime/simple.h"

/* --- shared --- */

static inline Object **fields_of(Object *self) { return (Object **)(self + 1); }

int fields_traverse(Object *self, int n, VisitFn visit, void *arg) {
    for (int i = 0; i < n; i++) VISIT(fields_of(self)[i]);
    return 0;
}

void fields_clear(Object *self, int n) {
    for (int i = 0; i < n; i++) CLEAR(fields_of(self)[i]);
}

void fields_dealloc(Object *self, int n, void *block) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    fields_clear(self, n);
    mem_free(block);
    object_free(self);
    trash_end();
}

Own iterator_self(Ref self) { return own(self); }

int iterator_bind(const Type *cls, const Type *base, const char *signature, Ref const *args, size_t nargs, Ref kwnames, Ref *out) {
    bool own_init = cls != base && cls->init != base->init && strstr(signature, "/)");
    return args_bind(signature, args, nargs, own_init ? NULL : kwnames, out);
}

Own tuple_again(Object **kept) {
    Object *last = *kept;
    if (LIKELY(last->refcnt == 1)) {
        if (!gc_is_tracked(last)) gc_track(last); /* the collector may have seen it with atoms only */
        return own(last);
    }
    Own copy = tuple_from_array(refs(tuple_items(last)), tuple_size(last));
    if (copy) obj_set(kept, own(copy));
    return copy;
}

/* --- count --- */

typedef struct Count {
    Object ob;
    Object *value;  /* the next one; NULL: it is in `word`, and step is a compact int */
    Object *step;
    int64_t word;
} Count;
ITERATOR_LIFE(count, 2)

static Count *as_count(Ref o) { return (Count *)(uintptr_t)o; }

static bool is_number(Ref o) { return o->type->index || o->type->to_int || o->type->to_float || object_is_a(o, &complex_type); }
static bool is_word(Ref o) { return is_exact_int(o) && int_is_compact(o); }
static bool step_is_one(const Count *c) { return is_word(c->step) && int_value(c->step) == 1; }

static const char count_signature[] = "count(start=0, step=1)";

static Own count_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &count_type, count_signature, args, nargs, kwnames, out) < 0) return NULL;
    if ((out[0] && !is_number(out[0])) || (out[1] && !is_number(out[1]))) return raise_error(TypeError, "a number is required");
    Own self = instance_new(cls);
    if (!self) return NULL;
    Count *c = as_count(self);
    c->step = out[1] && out[1] != TRUE_OBJECT ? own(out[1]) : int_new(1);
    Ref start = out[0] ? out[0] : (Ref)&small_ints[-SMALL_INT_MIN];
    bool in_words = is_word(c->step) && is_int(start) && int_is_compact(start);
    if (in_words && (is_word(start) || step_is_one(c))) c->word = int_value(start);
    else c->value = own(start);
    return self;
}

static int count_next(Ref self, Own *out) {
    Count *c = as_count(self);
    if (LIKELY(!c->value)) {
        int64_t after = c->word + int_value(c->step); /* of two times 60 bits */
        if (!(*out = int_new(c->word))) return -1;
        c->word = after;
        if (UNLIKELY(!fits_compact(after)) && !(c->value = int_new(after))) {
            drop(*out);
            return -1;
        }
        return 1;
    }
    Own now = own(c->value), after = object_binary(OP_ADD, now, c->step);
    if (!after) {
        drop(now);
        return -1;
    }
    obj_set(&c->value, after);
    *out = now;
    return 1;
}

static Own count_value(const Count *c) { return c->value ? own(c->value) : int_new(c->word); }

static Own count_repr(Ref self) {
    const Count *c = as_count(self);
    Own value = count_value(c), text = NULL;
    if (value) text = step_is_one(c) ? format_text("%s(%R)", type_name(self), (Ref)value)
                                     : format_text("%s(%R, %R)", type_name(self), (Ref)value, (Ref)c->step);
    drop_x(value);
    return text;
}

static int warn_of_copy(void) {
    const char *text = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";
    return rt.warn ? rt.warn(DeprecationWarning, text, 1) : 0;
}

static Own count_m_reduce(Ref self, Ref const *args) {
    (void)args;
    if (warn_of_copy() < 0) return NULL;
    const Count *c = as_count(self);
    Own value = count_value(c);
    Own rest = !value ? NULL : step_is_one(c) ? tuple_pack(1, (Ref)value) : tuple_pack(2, (Ref)value, (Ref)c->step);
    Own result = rest ? tuple_pack(2, (Ref)self->type, (Ref)rest) : NULL;
    drop_x(value);
    drop_x(rest);
    return result;
}

static const Method count_methods[] = {{"__reduce__()", count_m_reduce, "How to make a copy."}, {0}};

Type count_type = {
    ITERATOR_TYPE(count, count, Count),
    .doc = "start, start + step, start + 2 * step, ... without end.",
    .signature = count_signature,
    .repr = count_repr,
    .methods = count_methods,
};

/* --- cycle --- */

typedef struct Cycle {
    Object ob;
    Object *it;     /* NULL once it is exhausted */
    Object *saved;  /* list of what it gave */
    ssize_t index;  /* of the next item, once `it` is exhausted */
    void *unused;   /* CPython's struct has a word more */
} Cycle;
ITERATOR_LIFE(cycle, 2)

static const char cycle_signature[] = "cycle(iterable, /)";

static Own cycle_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref iterable;
    if (iterator_bind(cls, &cycle_type, cycle_signature, args, nargs, kwnames, &iterable) < 0) return NULL;
    Own it = object_iter(iterable), saved = it ? list_new(0) : NULL, self = saved ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(it);
        drop_x(saved);
        return NULL;
    }
    ((Cycle *)self)->it = it;
    ((Cycle *)self)->saved = saved;
    return self;
}

static int cycle_next(Ref self, Own *out) {
    Cycle *c = (Cycle *)(uintptr_t)self;
    if (c->it) {
        int more = source_next_held(c->it, out);
        if (more > 0 && list_append(c->saved, *out) < 0) {
            drop(*out);
            return -1;
        }
        if (more) return more;
        CLEAR(c->it);
    }
    ssize_t n = c->saved ? list_size(c->saved) : 0;
    if (n == 0) return 0;
    if (c->index >= n) c->index = 0;
    *out = own(list_item(c->saved, c->index++));
    return 1;
}

Type cycle_type = {
    ITERATOR_TYPE(cycle, cycle, Cycle),
    .doc = "The items of the iterable, again and again.",
    .signature = cycle_signature,
};

/* --- repeat --- */

typedef struct Repeat {
    Object ob;
    Object *value;
    ssize_t left;   /* -1: without end */
} Repeat;
ITERATOR_LIFE(repeat, 1)

static const Repeat *as_repeat(Ref o) { return (const Repeat *)o; }

static const char repeat_signature[] = "repeat(object, times=<unrepresentable>)";

static Own repeat_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    ssize_t times = -1;
    if (iterator_bind(cls, &repeat_type, repeat_signature, args, nargs, kwnames, out) < 0) return NULL;
    if (out[1]) {
        times = index_as_ssize(out[1]);
        if (times == -1 && err_set()) return NULL;
        if (times < 0) times = 0;
    }
    Own self = instance_new(cls);
    if (!self) return NULL;
    ((Repeat *)self)->value = own(out[0]);
    ((Repeat *)self)->left = times;
    return self;
}

static int repeat_next(Ref self, Own *out) {
    Repeat *r = (Repeat *)(uintptr_t)self;
    if (r->left == 0) return 0;
    if (r->left > 0) r->left--;
    *out = own(r->value);
    return 1;
}

static Own repeat_repr(Ref self) {
    const Repeat *r = as_repeat(self);
    return r->left < 0 ? format_text("%s(%R)", type_name(self), (Ref)r->value)
                       : format_text("%s(%R, %zd)", type_name(self), (Ref)r->value, r->left);
}

static Own repeat_m_hint(Ref self, Ref const *args) {
    (void)args;
    if (as_repeat(self)->left < 0) return raise_error(TypeError, "len() of unsized object");
    return int_new(as_repeat(self)->left);
}

static Own repeat_m_reduce(Ref self, Ref const *args) {
    (void)args;
    if (warn_of_copy() < 0) return NULL;
    const Repeat *r = as_repeat(self);
    Own left = int_new(r->left);
    Own rest = !left ? NULL : r->left < 0 ? tuple_pack(1, (Ref)r->value) : tuple_pack(2, (Ref)r->value, (Ref)left);
    Own result = rest ? tuple_pack(2, (Ref)self->type, (Ref)rest) : NULL;
    drop_x(left);
    drop_x(rest);
    return result;
}

static const Method repeat_methods[] = {
    {"__length_hint__()", repeat_m_hint, "How many are left."},
    {"__reduce__()", repeat_m_reduce, "How to make a copy."},
    {0}};

Type repeat_type = {
    ITERATOR_TYPE(repeat, repeat, Repeat),
    .doc = "The same object a number of times, or without end.",
    .signature = repeat_signature,
    .repr = repeat_repr,
    .methods = repeat_methods,
};

/* --- the module --- */

static const Method itertools_methods[] = {
    {"tee(iterable, n=2, /)", itertools_m_tee, "A tuple of n iterators that each give all items of the iterable."},
    {0}};

Own mod_itertools_init(void) {
    static Type *const types[] = {
        &accumulate_type, &batched_type, &chain_type, &combinations_type, &combinations_with_replacement_type, &compress_type, &count_type,
        &cycle_type, &dropwhile_type, &filterfalse_type, &groupby_type, &grouper_type, &islice_type, &pairwise_type, &permutations_type,
        &product_type, &repeat_type, &starmap_type, &takewhile_type, &tee_type, &tee_data_type, &zip_longest_type};
    Own module = modules_new("itertools", itertools_methods);
    for (size_t i = 0; module && i < sizeof types / sizeof *types; i++)
        if (module_add(module, types[i]->head.name + sizeof "itertools", own((Ref)types[i])) < 0) CLEAR(module);
    return module;
}
