/* builtin_iter.c: the builtins that iterate: all any iter max min next sorted sum.
 *
 * Lists and tuples are walked by index, without an iterator; a list may change meanwhile, so its size is looked at anew at each step, as
 * its iterator would. Runs of exact ints and floats are compared and added in machine words,
 * strs compared directly. */
#include "lib/builtins.h"

#include <math.h>

#include "runtime/bytes.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/simple.h"

/* --- walking an iterable --- */

typedef struct Walk {
    Ref seq;   /* an exact list or tuple, borrowed from the caller's arguments */
    ssize_t i;
    Own it;    /* otherwise; owned */
} Walk;

MUST static int walk_start(Walk *w, Ref iterable) {
    bool plain = is_exact_list(iterable) || is_exact_tuple(iterable);
    *w = (Walk){.seq = plain ? iterable : NULL, .it = plain ? NULL : object_iter(iterable)};
    return plain || w->it ? 0 : -1;
}

static ALWAYS_INLINE int walk_next(Walk *w, Own *out) {
    if (!w->seq) return iter_next(w->it, out);
    if (w->i >= fast_size(w->seq)) return 0;
    *out = own((Ref)fast_items(w->seq)[w->i++]);
    return 1;
}

static void walk_end(Walk *w) { drop_x(w->it); }

/* --- all, any --- */

/* Is there an item whose truth is `wanted`? 1, 0, -1. */
static int find_truth(Ref iterable, int wanted) {
    Walk w;
    Own item;
    if (walk_start(&w, iterable) < 0) return -1;
    int more, truth = !wanted;
    while (truth != wanted && truth >= 0 && (more = walk_next(&w, &item)) > 0) {
        truth = object_truth(item);
        drop(item);
    }
    walk_end(&w);
    if (truth < 0 || (truth != wanted && more < 0)) return -1;
    return truth == wanted;
}

static Own iter_m_all(Ref self, Ref const *args) {
    (void)self;
    int found = find_truth(args[0], 0);
    return found < 0 ? NULL : bool_new(!found);
}

static Own iter_m_any(Ref self, Ref const *args) {
    (void)self;
    int found = find_truth(args[0], 1);
    return found < 0 ? NULL : bool_new(found);
}

/* --- iter, next --- */

static Own iter_m_iter(Ref self, Ref const *args) {
    (void)self;
    if (!args[1]) return object_iter(args[0]);
    if (!object_is_callable(args[0])) return raise_error(TypeError, "iter(v, w): v must be callable");
    return callable_iter_new(args[0], args[1]);
}

static Own iter_m_next(Ref self, Ref const *args) {
    (void)self;
    Ref it = args[0];
    if (UNLIKELY(!it->type->next)) return raise_error(TypeError, "'%T' object is not an iterator", it);
    Own item;
    int more = iter_next(it, &item);
    if (LIKELY(more > 0)) return item;
    if (!args[1]) return more < 0 ? NULL : raise_stop_iteration(NULL);
    return more == 0 || err_clear_stop_iteration() ? own(args[1]) : NULL;
}

/* --- min, max --- */

typedef struct Extreme {
    CmpOp op;          /* a new item replaces the best so far if `new op best` */
    const char *name;
    Ref key, otherwise; /* NULL: not given */
    Own item, value;   /* the best so far, owned; NULL: none yet. value is what is compared */
} Extreme;

/* 1 replaced or kept, -1. Drops the item unless it is the best. */
static int consider_take(Extreme *x, Own item) {
    Own value = x->key ? object_call1(x->key, item) : own((Ref)item);
    if (!value) {
        drop(item);
        return -1;
    }
    int better = x->value ? object_compare_bool(value, x->value, x->op) : 1;
    if (better > 0) {
        Own old_item = x->item, old_value = x->value;
        x->item = item;
        x->value = value;
        drop_x(old_value);
        drop_x(old_item);
        return 1;
    }
    drop(item);
    drop(value);
    return better < 0 ? -1 : 1;
}

/* The best of the exact compact ints, or exact floats, at the front of an array: *n is how many there are. */
static Ref best_of_ints(Object *const *items, ssize_t size, bool greatest, ssize_t *n) {
    Ref best = items[0];
    ssize_t i = 1;
    for (; i < size && is_exact_int(items[i]) && int_is_compact(items[i]); i++) {
        int64_t a = int_value(items[i]), b = int_value(best);
        if (greatest ? a > b : a < b) best = items[i];
    }
    *n = i;
    return best;
}
static Ref best_of_floats(Object *const *items, ssize_t size, bool greatest, ssize_t *n) {
    Ref best = items[0];
    ssize_t i = 1;
    for (; i < size && is_exact_float(items[i]); i++) {
        double a = float_value(items[i]), b = float_value(best);
        if (greatest ? a > b : a < b) best = items[i];
    }
    *n = i;
    return best;
}

static Ref best_of_strings(Object *const *items, ssize_t size, bool greatest, ssize_t *n) {
    Ref best = items[0];
    ssize_t i = 1;
    for (; i < size && is_exact_str(items[i]); i++) {
        int order = str_compare(items[i], best);
        if (greatest ? order > 0 : order < 0) best = items[i];
    }
    *n = i;
    return best;
}

/* Takes the run of plain numbers or strings at the front at once; returns where to go on. */
static ssize_t consider_plain(Extreme *x, Object *const *items, ssize_t size) {
    if (x->key || size == 0) return 0;
    ssize_t n = 0;
    Ref best = NULL;
    if (is_exact_int(items[0]) && int_is_compact(items[0])) best = best_of_ints(items, size, x->op == CMP_GT, &n);
    else if (is_exact_float(items[0])) best = best_of_floats(items, size, x->op == CMP_GT, &n);
    else if (is_exact_str(items[0])) best = best_of_strings(items, size, x->op == CMP_GT, &n);
    else return 0;
    x->item = own(best);
    x->value = own(best);
    return n;
}

static int extreme_of_iterable(Extreme *x, Ref iterable) {
    Walk w;
    Own item;
    if (walk_start(&w, iterable) < 0) return -1;
    if (w.seq) w.i = consider_plain(x, fast_items(w.seq), fast_size(w.seq));
    int more;
    while ((more = walk_next(&w, &item)) > 0)
        if ((more = consider_take(x, item)) < 0) break;
    walk_end(&w);
    return more;
}

static int extreme_of_arguments(Extreme *x, Ref const *args, ssize_t n) {
    ssize_t i = consider_plain(x, (Object *const *)args, n);
    for (; i < n; i++)
        if (consider_take(x, own(args[i])) < 0) return -1;
    return 0;
}

static int extreme_options(Extreme *x, Ref const *values, Ref kwnames) {
    for (ssize_t i = 0; i < tuple_size(kwnames); i++) {
        Ref name = tuple_item(kwnames, i);
        if (str_equal(name, NAME_OF(key))) x->key = values[i] == NONE ? NULL : values[i];
        else if (str_equal(name, NAME_OF(default_))) x->otherwise = values[i];
        else return raise_error(TypeError, "%s() got an unexpected keyword argument '%S'", x->name, name), -1;
    }
    return 0;
}

static Own extreme(Extreme *x, Ref const *args, size_t nargs, Ref kwnames) {
    if (nargs == 0) return raise_error(TypeError, "%s expected at least 1 argument, got 0", x->name);
    if (kwnames && extreme_options(x, args + nargs, kwnames) < 0) return NULL;
    if (x->otherwise && nargs > 1)
        return raise_error(TypeError, "Cannot specify a default for %s() with multiple positional arguments", x->name);
    int failed = nargs > 1 ? extreme_of_arguments(x, args, (ssize_t)nargs) : extreme_of_iterable(x, args[0]);
    drop_x(x->value);
    if (failed < 0) {
        drop_x(x->item);
        return NULL;
    }
    if (x->item) return x->item;
    return x->otherwise ? own(x->otherwise) : raise_error(ValueError, "%s() iterable argument is empty", x->name);
}

static Own iter_m_max(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    Extreme x = {.op = CMP_GT, .name = "max"};
    return extreme(&x, args, nargs, kwnames);
}

static Own iter_m_min(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    Extreme x = {.op = CMP_LT, .name = "min"};
    return extreme(&x, args, nargs, kwnames);
}

/* --- sum --- */

/* A sum in progress: ints in a machine word, then floats with the lost low parts collected (Neumaier), then anything by +. It goes from the
 * first to the second when an int and the next item give a float, and to the last when neither will do; never back. */
typedef struct Sum {
    enum { SUM_INTS, SUM_FLOATS, SUM_OBJECTS } phase;
    int64_t ints;
    double floats, lost;
    Own object;
} Sum;

static Own sum_number(const Sum *s) {
    if (s->phase == SUM_INTS) return int_new(s->ints);
    return float_new(s->lost != 0 && isfinite(s->lost) ? s->floats + s->lost : s->floats);
}

static ALWAYS_INLINE void add_float(double *total, double *lost, double x) {
    double before = *total;
    *total = before + x;
    *lost += fabs(before) >= fabs(x) ? (before - *total) + x : (x - *total) + before;
}

/* Is the item a number that can be added in machine words? Then it was. */
static inline bool sum_add_word(Sum *s, Ref item) {
    int64_t value, total;
    if (s->phase == SUM_INTS) {
        if (LIKELY(is_exact_int(item) && int_is_compact(item))) value = int_value(item);
        else if ((!is_exact_int(item) && item->type != &bool_type) || !int_to_int64(item, &value)) return false;
        if (__builtin_add_overflow(s->ints, value, &total)) return false;
        s->ints = total;
        return true;
    }
    if (is_exact_float(item)) {
        add_float(&s->floats, &s->lost, float_value(item));
        return true;
    }
    if (!is_int(item) || !int_to_int64(item, &value)) return false;
    s->floats += (double)value;
    return true;
}

/* Adds the run of ints, or of floats, at the front of an array; returns how many. */
static ssize_t sum_add_run(Sum *s, Object *const *items, ssize_t n) {
    ssize_t i = 0;
    if (s->phase == SUM_INTS) {
        int64_t total = s->ints;
        while (i < n && is_exact_int(items[i]) && int_is_compact(items[i]) && !__builtin_add_overflow(total, int_value(items[i]), &total)) i++;
        s->ints = total;
        return i;
    }
    double total = s->floats, lost = s->lost;
    for (; i < n && is_exact_float(items[i]); i++) add_float(&total, &lost, float_value(items[i]));
    s->floats = total;
    s->lost = lost;
    return i;
}

static int sum_add(Sum *s, Ref item) {
    if (s->phase != SUM_OBJECTS) {
        if (LIKELY(sum_add_word(s, item))) return 0;
        if (!(s->object = sum_number(s))) return -1;
    }
    Own total = object_binary(OP_ADD, s->object, item);
    if (!total) return -1;
    if (s->phase == SUM_INTS && is_exact_float(total)) {
        *s = (Sum){.phase = SUM_FLOATS, .floats = float_value(total), .object = s->object};
        CLEAR(s->object);
        drop(total);
        return 0;
    }
    s->phase = SUM_OBJECTS;
    obj_set(&s->object, total);
    return 0;
}

/* sum(range(...)): Gauss. 1, or 0: do it step by step. */
static int sum_add_range(Sum *s, Ref range) {
    int64_t start, step, count;
    if (range->type != &range_type || s->phase != SUM_INTS || !range_as_words(range, &start, &step, &count)) return 0;
    __int128 n = count, all;
    if (__builtin_mul_overflow(n, (__int128)start * 2 + (__int128)step * (n - 1), &all)) return 0;
    all = all / 2 + s->ints;
    if (all > INT64_MAX || all < INT64_MIN) return 0;
    s->ints = (int64_t)all;
    return 1;
}

static int sum_start(Sum *s, Ref start_or_null) {
    *s = (Sum){.phase = SUM_INTS};
    if (!start_or_null) return 0;
    if (is_str(start_or_null)) return raise_error(TypeError, "sum() can't sum strings [use ''.join(seq) instead]"), -1;
    if (is_bytes(start_or_null)) return raise_error(TypeError, "sum() can't sum bytes [use b''.join(seq) instead]"), -1;
    if (is_bytearray(start_or_null)) return raise_error(TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]"), -1;
    if (is_exact_int(start_or_null) && int_is_compact(start_or_null)) {
        s->ints = int_value(start_or_null);
    } else if (is_exact_float(start_or_null)) {
        s->phase = SUM_FLOATS;
        s->floats = float_value(start_or_null);
    } else {
        s->phase = SUM_OBJECTS;
        s->object = own(start_or_null);
    }
    return 0;
}

static Own sum_all(Sum *s, Ref iterable) {
    if (!sum_add_range(s, iterable)) {
        Walk w;
        Own item;
        int more = walk_start(&w, iterable);
        while (more >= 0) {
            if (w.seq && s->phase != SUM_OBJECTS) w.i += sum_add_run(s, fast_items(w.seq) + w.i, fast_size(w.seq) - w.i);
            if ((more = walk_next(&w, &item)) <= 0) break;
            int failed = sum_add(s, item);
            drop(item);
            if (failed < 0) more = -1;
        }
        walk_end(&w);
        if (more < 0) {
            drop_x(s->object);
            return NULL;
        }
    }
    return s->phase == SUM_OBJECTS ? s->object : sum_number(s);
}

static const char sum_signature[] = "sum(iterable, /, start=0)";

static Own iter_m_sum(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    Ref bound[2] = {nargs ? args[0] : NULL, NULL};
    if ((nargs != 1 || kwnames) && args_bind(sum_signature, args, nargs, kwnames, bound) < 0) return NULL;
    Sum s;
    Own it = NULL; /* an iterable that is none is complained about first */
    if (bound[1] && !is_exact_list(bound[0]) && !is_exact_tuple(bound[0]) && !(it = object_iter(bound[0]))) return NULL;
    Own total = sum_start(&s, bound[1]) < 0 ? NULL : sum_all(&s, it ? (Ref)it : bound[0]);
    drop_x(it);
    return total;
}

/* --- sorted --- */

static int sort_options(Ref const *values, Ref kwnames, Ref *key, Ref *reverse) {
    for (ssize_t i = 0; i < tuple_size(kwnames); i++) {
        Ref name = tuple_item(kwnames, i);
        if (str_equal(name, NAME_OF(key))) *key = values[i] == NONE ? NULL : values[i];
        else if (str_equal(name, NAME_OF(reverse))) *reverse = values[i];
        else return raise_error(TypeError, "sort() got an unexpected keyword argument '%S'", name), -1;
    }
    return 0;
}

static Own iter_m_sorted(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    if (nargs != 1) return raise_error(TypeError, "sorted expected 1 argument, got %zu", nargs);
    Ref key = NULL, reverse = NULL;
    Own list = list_from_iterable(args[0]);
    if (!list) return NULL;
    int failed = kwnames ? sort_options(args + 1, kwnames, &key, &reverse) : 0;
    int backwards = !failed && reverse ? object_truth(reverse) : 0;
    if (failed < 0 || backwards < 0 || list_sort(list, key, backwards) < 0) CLEAR(list);
    return list;
}

const Method builtin_iter_methods[] = {
    {"all(iterable, /)", iter_m_all, "Are all items true? Yes if there are none."},
    {"any(iterable, /)", iter_m_any, "Is any item true?"},
    {"iter(object, sentinel=<unrepresentable>, /)", iter_m_iter, "An iterator over an object; or one that calls it until it returns the sentinel."},
    {"max(*args, default=<unrepresentable>, key=None)", NULL, "The greatest item of an iterable, or the greatest argument.", 0, iter_m_max},
    {"min(*args, default=<unrepresentable>, key=None)", NULL, "The least item of an iterable, or the least argument.", 0, iter_m_min},
    {"next(iterator, default=<unrepresentable>, /)", iter_m_next, "The next item; default, if given, when there is none."},
    {"sorted(iterable, /, *, key=None, reverse=False)", NULL, "A new list of the items in ascending order.", 0, iter_m_sorted},
    {sum_signature, NULL, "The start value and all items added.", 0, iter_m_sum},
    {0}};
