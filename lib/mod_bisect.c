/* mod_bisect.c: the module bisect: places in a sorted sequence by halving. */
#include "lib/modules.h"
#include "lib/ordering.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/simple.h"

static Own item_at(Ref seq, ssize_t i) {
    const Type *t = seq->type;
    if (t->item) return t->item(seq, i);
    return raise_error(TypeError, "'%T' object does not support indexing", seq);
}

/* Where x is to go in seq[lo:hi], hi -1: to the end; right: behind the items that are equal to it. -1: error */
static ssize_t find_place(Ref seq, Ref x, ssize_t lo, ssize_t hi, Ref key, bool right) {
    if (lo < 0) return raise_error(ValueError, "lo must be non-negative"), -1;
    if (is_dict(seq)) return raise_error(TypeError, "%T is not a sequence", seq), -1;
    if (hi == -1 && (hi = object_len(seq)) < 0) return -1;
    while (lo < hi) {
        ssize_t middle = lo + (hi - lo) / 2;
        Own item = is_exact_list(seq) && middle < list_size(seq) ? own(list_item(seq, middle)) : item_at(seq, middle);
        if (item && key) {
            Own value = object_call1(key, item);
            drop(item);
            item = value;
        }
        if (!item) return -1;
        int less = right ? less_than(x, item) : less_than(item, x);
        drop(item);
        if (less < 0) return -1;
        if (less == right) hi = middle;
        else lo = middle + 1;
    }
    return lo;
}

typedef struct Search {
    Ref seq, x, key;
    ssize_t lo, hi;
} Search;

/* args: a, x, lo, hi, key */
static int read_arguments(Search *s, Ref const *args) {
    *s = (Search){.seq = args[0], .x = args[1], .key = args[4] == NONE ? NULL : args[4], .lo = 0, .hi = -1};
    if (args[2]) {
        s->lo = index_as_ssize(args[2]);
        if (s->lo == -1 && err_set()) return -1;
    }
    if (args[3] && args[3] != NONE) {
        if (!args[3]->type->index) return raise_error(TypeError, "argument should be integer or None, not '%T'", args[3]), -1;
        s->hi = index_as_ssize(args[3]);
        if (s->hi == -1 && err_set()) return -1;
    }
    return 0;
}

static Own bisect(Ref const *args, bool right) {
    Search s;
    if (read_arguments(&s, args) < 0) return NULL;
    ssize_t place = find_place(s.seq, s.x, s.lo, s.hi, s.key, right);
    return place < 0 ? NULL : int_new(place);
}

static Own insort(Ref const *args, bool right) {
    Search s;
    if (read_arguments(&s, args) < 0) return NULL;
    Own value = s.key ? object_call1(s.key, s.x) : own(s.x);
    ssize_t place = value ? find_place(s.seq, value, s.lo, s.hi, s.key, right) : -1;
    drop_x(value);
    if (place < 0) return NULL;
    if (is_exact_list(s.seq)) return list_insert(s.seq, place, s.x) < 0 ? NULL : none();
    Own i = int_new(place), name = i ? str_interned("insert") : NULL;
    Own result = name ? object_call_method(s.seq, name, 2, (Ref const[]){i, s.x}) : NULL;
    drop_x(i);
    drop_x(name);
    if (!result) return NULL;
    drop(result);
    return none();
}

static Own bisect_m_left(Ref self, Ref const *args) { return (void)self, bisect(args, false); }
static Own bisect_m_right(Ref self, Ref const *args) { return (void)self, bisect(args, true); }
static Own bisect_m_insort_left(Ref self, Ref const *args) { return (void)self, insort(args, false); }
static Own bisect_m_insort_right(Ref self, Ref const *args) { return (void)self, insort(args, true); }

static const Method bisect_methods[] = {
    {"bisect_right(a, x, lo=0, hi=None, *, key=None)", bisect_m_right, "Where x is to go in the sorted a, behind items equal to it."},
    {"bisect_left(a, x, lo=0, hi=None, *, key=None)", bisect_m_left, "Where x is to go in the sorted a, in front of items equal to it."},
    {"insort_right(a, x, lo=0, hi=None, *, key=None)", bisect_m_insort_right, "Put x where bisect_right says."},
    {"insort_left(a, x, lo=0, hi=None, *, key=None)", bisect_m_insort_left, "Put x where bisect_left says."},
    {0}};

Own mod_bisect_init(void) {
    static const char *const same[][2] = {{"bisect", "bisect_right"}, {"insort", "insort_right"}};
    Own module = modules_new("bisect", bisect_methods);
    for (size_t i = 0; module && i < 2; i++) {
        Own name = str_interned(same[i][1]), function = name ? attr_get(module, name) : NULL;
        if (module_add(module, same[i][0], function) < 0) CLEAR(module);
        drop_x(name);
    }
    return module;
}
