/* range.c: range objects, whose numbers may be of any size, and their two iterators: on machine words, and on ints. */
#include "gc/freelist.h"
#include "runtime/err.h"
#include "runtime/sequence.h"
#include "runtime/simple.h"
#include "runtime/str.h"

static const Range *range_of(Ref o) { return (const Range *)o; }

/* Number of values: 0 or (last - start) / step + 1. All exact ints. */
static Own count_values(Ref start, Ref stop, Ref step) {
    bool back = int_sign(step) < 0;
    Ref low = back ? stop : start, high = back ? start : stop;
    if (int_compare(low, high) >= 0) return int_new(0);
    Own size = back ? object_negative(step) : own(step), one = int_new(1), result = NULL;
    Own span = int_binary(OP_SUB, high, low), less = span && one ? int_binary(OP_SUB, span, one) : NULL;
    Own steps = less && size ? int_binary(OP_FLOORDIV, less, size) : NULL;
    if (steps) result = int_binary(OP_ADD, steps, one);
    drop_x(size);
    drop_x(one);
    drop_x(span);
    drop_x(less);
    drop_x(steps);
    return result;
}

Own range_new(Ref start, Ref stop, Ref step) {
    Own length;
    if (int_is_compact(start) && int_is_compact(stop) && int_is_compact(step)) {
        int64_t a = int_value(start), b = int_value(stop), s = int_value(step);
        length = int_new(s > 0 ? (a < b ? (b - a - 1) / s + 1 : 0) : (b < a ? (a - b - 1) / -s + 1 : 0));
    } else {
        length = count_values(start, stop, step);
    }
    if (!length) return NULL;
    Own o = object_new_static(&range_type, sizeof(Range), false);
    if (!o) {
        drop(length);
        return raise_memory();
    }
    Range *r = (Range *)o;
    r->start = own(start);
    r->stop = own(stop);
    r->step = own(step);
    r->length = length;
    return o;
}

bool range_as_words(Ref range, int64_t *start, int64_t *step, int64_t *count) {
    const Range *r = range_of(range);
    if (!int_is_compact(r->start) || !int_is_compact(r->stop) || !int_is_compact(r->step) || !int_is_compact(r->length)) return false;
    *start = int_value(r->start);
    *step = int_value(r->step);
    *count = int_value(r->length);
    return true;
}

static void range_dealloc(Object *self) {
    Range *r = (Range *)self;
    drop(r->start);
    drop(r->stop);
    drop(r->step);
    drop(r->length);
    object_free_static(self, false);
}

static Own range_repr(Ref self) {
    const Range *r = range_of(self);
    if (int_is_compact(r->step) && int_value(r->step) == 1) return format_text("range(%R, %R)", r->start, r->stop);
    return format_text("range(%R, %R, %R)", r->start, r->stop, r->step);
}

/* An exact int; __index__ may have given an instance of a subclass. */
static Own exact_index(Ref o) {
    Own i = number_index(o);
    if (!i || is_exact_int(i)) return i;
    Own zero = int_new(0), exact = zero ? int_binary(OP_ADD, i, zero) : NULL;
    drop_x(zero);
    drop(i);
    return exact;
}

static Own range_type_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (args_range("range", nargs, kwnames, 1, 3) < 0) return NULL;
    Own start = nargs == 1 ? int_new(0) : exact_index(args[0]), stop = NULL, step = NULL, result = NULL;
    if (start) stop = exact_index(args[nargs == 1 ? 0 : 1]);
    if (stop) step = nargs == 3 ? exact_index(args[2]) : int_new(1);
    if (step && int_is_zero(step)) raise_error(ValueError, "range() arg 3 must not be zero");
    else if (step) result = range_new(start, stop, step);
    drop_x(start);
    drop_x(stop);
    drop_x(step);
    return result;
}

static ssize_t range_len(Ref self) {
    Ref length = range_of(self)->length;
    ssize_t n = index_as_ssize(length);
    return n;
}

static int range_truth(Ref self) { return !int_is_zero(range_of(self)->length); }

/* start + i * step for any int i. */
static Own value_at(const Range *r, Ref i) {
    Own offset = int_binary(OP_MUL, i, r->step);
    if (!offset) return NULL;
    Own value = int_binary(OP_ADD, r->start, offset);
    drop(offset);
    return value;
}

static Own range_item_big(const Range *r, Ref index) {
    Own i = int_sign(index) < 0 ? int_binary(OP_ADD, index, r->length) : own(index), result = NULL;
    if (!i) return NULL;
    if (int_sign(i) < 0 || int_compare(i, r->length) >= 0) raise_error(IndexError, "range object index out of range");
    else result = value_at(r, i);
    drop(i);
    return result;
}

static Own slice_method_indices(Ref slice, Ref length) {
    Own name = str_interned("indices");
    Own triple = name ? object_call_method(slice, name, 1, &length) : NULL;
    drop_x(name);
    return triple;
}

static Own range_slice(const Range *r, Ref slice) {
    Own triple = slice_method_indices(slice, r->length), start = NULL, stop = NULL, step = NULL, result = NULL;
    if (!triple) return NULL;
    step = int_binary(OP_MUL, r->step, tuple_item(triple, 2));
    start = step ? value_at(r, tuple_item(triple, 0)) : NULL;
    stop = start ? value_at(r, tuple_item(triple, 1)) : NULL;
    if (stop) result = range_new(start, stop, step);
    drop(triple);
    drop_x(start);
    drop_x(stop);
    drop_x(step);
    return result;
}

static Own range_subscript(Ref self, Ref key) {
    const Range *r = range_of(self);
    if (key->type == &slice_type) return range_slice(r, key);
    if (!key->type->index) return raise_error(TypeError, "range indices must be integers or slices, not %T", key);
    Own i = number_index(key);
    if (!i) return NULL;
    Own result = range_item_big(r, i);
    drop(i);
    return result;
}

static Own range_item(Ref self, ssize_t i) {
    Own index = int_new(i);
    Own result = index ? range_item_big(range_of(self), index) : NULL;
    drop_x(index);
    return result;
}

/* Is the int v one of the values? */
static int contains_int(const Range *r, Ref v) {
    bool back = int_sign(r->step) < 0;
    if (back ? (int_compare(v, r->start) > 0 || int_compare(v, r->stop) <= 0) : (int_compare(v, r->start) < 0 || int_compare(v, r->stop) >= 0))
        return 0;
    Own offset = int_binary(OP_SUB, v, r->start), rest = offset ? int_binary(OP_MOD, offset, r->step) : NULL;
    int result = rest ? int_is_zero(rest) : -1;
    drop_x(offset);
    drop_x(rest);
    return result;
}

static int range_contains(Ref self, Ref value) {
    if (is_exact_int(value) || value->type == &bool_type) return contains_int(range_of(self), value);
    Own it = object_iter(self), item;
    if (!it) return -1;
    int more, result = 0;
    while ((more = iter_next(it, &item)) > 0) {
        result = object_compare_bool(item, value, CMP_EQ);
        drop(item);
        if (result != 0) break;
    }
    drop(it);
    return more < 0 ? -1 : result;
}

static int ranges_equal(const Range *a, const Range *b) {
    if (a == b) return 1;
    if (int_compare(a->length, b->length) != 0) return 0;
    if (int_is_zero(a->length)) return 1;
    if (int_compare(a->start, b->start) != 0) return 0;
    if (int_is_compact(a->length) && int_value(a->length) == 1) return 1;
    return int_compare(a->step, b->step) == 0;
}

static Own range_compare(Ref a, Ref b, CmpOp op) {
    if (b->type != &range_type || (op != CMP_EQ && op != CMP_NE)) return not_implemented();
    return bool_new(ranges_equal(range_of(a), range_of(b)) == (op == CMP_EQ));
}

/* Equal ranges have equal hashes: of (length, start or None, step or None). */
static Hash range_hash(Ref self) {
    const Range *r = range_of(self);
    bool empty = int_is_zero(r->length), single = int_is_compact(r->length) && int_value(r->length) == 1;
    Own t = tuple_pack(3, (Ref)r->length, empty ? NONE : (Ref)r->start, empty || single ? NONE : (Ref)r->step);
    if (!t) return -1;
    Hash h = object_hash(t);
    drop(t);
    return h;
}

static Own range_m_index(Ref self, Ref const *args) {
    const Range *r = range_of(self);
    int in = range_contains(self, args[0]);
    if (in < 0) return NULL;
    if (!in) return raise_error(ValueError, is_int(args[0]) ? "%R is not in range" : "sequence.index(x): x not in sequence", args[0]);
    if (!is_int(args[0])) { /* equal to one of the values without being an int */
        Own it = object_iter(self), item;
        int64_t i = 0;
        while (it && iter_next(it, &item) > 0) {
            int equal = object_compare_bool(item, args[0], CMP_EQ);
            drop(item);
            if (equal != 0) break;
            i++;
        }
        drop_x(it);
        return err_set() ? NULL : int_new(i);
    }
    Own offset = int_binary(OP_SUB, args[0], r->start), result = offset ? int_binary(OP_FLOORDIV, offset, r->step) : NULL;
    drop_x(offset);
    return result;
}

static Own range_m_count(Ref self, Ref const *args) {
    if (is_exact_int(args[0]) || args[0]->type == &bool_type) {
        int in = contains_int(range_of(self), args[0]);
        return in < 0 ? NULL : int_new(in);
    }
    Own it = object_iter(self), item;
    int64_t n = 0;
    int more = -1;
    while (it && (more = iter_next(it, &item)) > 0) {
        int equal = object_compare_bool(item, args[0], CMP_EQ);
        drop(item);
        if (equal < 0) {
            more = -1;
            break;
        }
        n += equal;
    }
    drop_x(it);
    return more < 0 ? NULL : int_new(n);
}

/* --- iterators --- */

typedef struct BigRangeIter {
    Object ob;
    Object *next, *step, *left; /* ints, owned */
} BigRangeIter;
static Type big_range_iter_type;

Own range_iter_new(int64_t start, int64_t step, int64_t count) {
    RangeIter *it = freelist_pop(&freelist_range_iter);
    if (it) {
        it->ob.refcnt = 1;
        it->ob.type = &range_iter_type;
    } else {
        it = (RangeIter *)object_new_static(&range_iter_type, sizeof(RangeIter), false);
        if (!it) return raise_memory();
    }
    it->start = start;
    it->step = step;
    it->left = count;
    return &it->ob;
}

static Own big_iter_new(Ref start, Ref step, Ref count) {
    Own o = object_new_static(&big_range_iter_type, sizeof(BigRangeIter), false);
    if (!o) return raise_memory();
    BigRangeIter *it = (BigRangeIter *)o;
    it->next = own(start);
    it->step = own(step);
    it->left = own(count);
    return o;
}

static Own range_iter(Ref self) {
    int64_t start, step, count;
    if (range_as_words(self, &start, &step, &count)) return range_iter_new(start, step, count);
    const Range *r = range_of(self);
    return big_iter_new(r->start, r->step, r->length);
}

static Own range_m_reversed(Ref self, Ref const *args) {
    (void)args;
    const Range *r = range_of(self);
    int64_t start, step, count;
    if (range_as_words(self, &start, &step, &count)) return range_iter_new(start + (count - 1) * step, -step, count);
    Own one = int_new(1), last = one ? int_binary(OP_SUB, r->length, one) : NULL, first = last ? value_at(r, last) : NULL;
    Own back = first ? object_negative(r->step) : NULL, result = back ? big_iter_new(first, back, r->length) : NULL;
    drop_x(one);
    drop_x(last);
    drop_x(first);
    drop_x(back);
    return result;
}

static void range_iter_dealloc(Object *self) {
    if (!freelist_push(&freelist_range_iter, self)) object_free_static(self, false);
}

static int range_iter_next(Ref self, Own *out) {
    RangeIter *it = (RangeIter *)(uintptr_t)self;
    if (it->left <= 0) return 0;
    int64_t v = it->start;
    it->left--;
    it->start += it->step;
    *out = int_new(v);
    return *out ? 1 : -1;
}

static Own range_iter_m_hint(Ref self, Ref const *args) {
    (void)args;
    int64_t left = ((const RangeIter *)self)->left;
    return int_new(left > 0 ? left : 0);
}

static void big_iter_dealloc(Object *self) {
    BigRangeIter *it = (BigRangeIter *)self;
    drop(it->next);
    drop(it->step);
    drop(it->left);
    object_free_static(self, false);
}

static int big_iter_next(Ref self, Own *out) {
    BigRangeIter *it = (BigRangeIter *)(uintptr_t)self;
    if (int_sign(it->left) <= 0) return 0;
    Own one = int_new(1), left = one ? int_binary(OP_SUB, it->left, one) : NULL, next = left ? int_binary(OP_ADD, it->next, it->step) : NULL;
    drop_x(one);
    if (!next) {
        drop_x(left);
        return -1;
    }
    *out = it->next;
    it->next = next;
    obj_set(&it->left, left);
    return 1;
}

static Own big_iter_m_hint(Ref self, Ref const *args) {
    (void)args;
    return own(((const BigRangeIter *)self)->left);
}

static Own self_iter(Ref self) { return own(self); }

static const Method range_methods[] = {
    {"__reversed__()", range_m_reversed, "An iterator from the last value to the first."},
    {"count(value, /)", range_m_count, "How many values equal value: 0 or 1."},
    {"index(value, /)", range_m_index, "Position of value; ValueError if it is not in the range."},
    {0}};
static const Member range_members[] = {
    {"start", MEMBER_OBJECT, offsetof(Range, start), true, NULL},
    {"stop", MEMBER_OBJECT, offsetof(Range, stop), true, NULL},
    {"step", MEMBER_OBJECT, offsetof(Range, step), true, NULL},
    {0}};
static const Method range_iter_methods[] = {{"__length_hint__()", range_iter_m_hint, "How many values are left.", 0, NULL}, {0}};
static const Method big_iter_methods[] = {{"__length_hint__()", big_iter_m_hint, "How many values are left.", 0, NULL}, {0}};

Type range_type = {
    .head = {.ob = {1, &type_type}, .name = "range", .basic_size = sizeof(Range), .flags = TYPE_SEQUENCE, .dealloc = range_dealloc},
    .doc = "range(stop) or range(start, stop[, step]): evenly spaced integers, computed when they are asked for.",
    .repr = range_repr,
    .hash = range_hash,
    .compare = range_compare,
    .iter = range_iter,
    .len = range_len,
    .truth = range_truth,
    .subscript = range_subscript,
    .item = range_item,
    .contains = range_contains,
    .new = range_type_new,
    .methods = range_methods,
    .members = range_members,
};
Type range_iter_type = {
    .head = {.ob = {1, &type_type}, .name = "range_iterator", .basic_size = sizeof(RangeIter), .flags = TYPE_NO_NEW, .dealloc = range_iter_dealloc},
    .iter = self_iter,
    .next = range_iter_next,
    .methods = range_iter_methods,
};
static Type big_range_iter_type = {
    .head = {.ob = {1, &type_type}, .name = "longrange_iterator", .basic_size = sizeof(BigRangeIter), .flags = TYPE_NO_NEW, .dealloc = big_iter_dealloc},
    .iter = self_iter,
    .next = big_iter_next,
    .methods = big_iter_methods,
};
