/* mod_collections_deque.c: deques as Python sees them: construction, operators, methods, the type.
 *
 * Comparing or printing an item may change the deque: every search looks at `state` after each step. */
#include "lib/deque.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/sequence.h"
#include "runtime/simple.h"
#include "runtime/str.h"

/* --- construction --- */

static const char deque_signature[] = "deque(iterable=<unrepresentable>, maxlen=None)";

static Own deque_make(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return deque_new(cls);
}

static int max_of(Ref o, ssize_t *max) {
    *max = -1;
    if (!o || o == NONE) return 0;
    if (!is_int(o)) return raise_error(TypeError, "an integer is required"), -1;
    *max = index_as_ssize(o);
    if (*max == -1 && err_set()) return -1;
    return *max >= 0 ? 0 : (raise_error(ValueError, "maxlen must be non-negative"), -1);
}

static int deque_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    ssize_t max;
    if (args_bind(deque_signature, args, nargs, kwnames, out) < 0 || max_of(out[1], &max) < 0) return -1;
    Deque *d = as_deque(self);
    d->max = max;
    deque_empty(d);
    return out[0] ? deque_extend(d, out[0], false) : 0;
}

/* An exact deque with the same items and bound. */
static Own deque_clone(Ref self) {
    Own copy = deque_new(&deque_type);
    if (!copy) return NULL;
    as_deque(copy)->max = as_deque(self)->max;
    if (deque_extend(as_deque(copy), self, false) < 0) CLEAR(copy);
    return copy;
}

static Own deque_copy(Ref self) {
    if (self->type == &deque_type) return deque_clone(self);
    Own copy;
    if (as_deque(self)->max < 0) {
        copy = object_call1((Ref)self->type, self);
    } else {
        Own max = int_new(as_deque(self)->max);
        copy = max ? object_call2((Ref)self->type, self, max) : NULL;
        drop_x(max);
    }
    if (copy && !is_deque(copy)) {
        raise_error(TypeError, "%.200s() must return a deque, not %T", self->type->head.name, (Ref)copy);
        CLEAR(copy);
    }
    return copy;
}

/* --- slots --- */

static ssize_t deque_len(Ref self) { return as_deque(self)->size; }
static Own deque_iter(Ref self) { return deque_iter_new(&deque_iter_type, self); }

static Own deque_repr(Ref self) {
    const Deque *d = as_deque(self);
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : str_from_ascii("[...]", 5);
    Own items = list_from_iterable(self), text = NULL;
    if (items && d->max < 0) text = format_text("%s(%R)", type_name(self), (Ref)items);
    else if (items) text = format_text("%s(%R, maxlen=%zd)", type_name(self), (Ref)items, d->max);
    drop_x(items);
    repr_leave(self);
    return text;
}

/* By the first items that differ, or by length. */
static Own deque_compare(Ref a, Ref b, CmpOp op) {
    if (!is_deque(a) || !is_deque(b)) return not_implemented();
    const Deque *x = as_deque(a), *y = as_deque(b);
    if (x->size != y->size && (op == CMP_EQ || op == CMP_NE)) return bool_new(op == CMP_NE);
    Own it = deque_iter(a), other = it ? deque_iter(b) : NULL, p = NULL, q = NULL, result = NULL;
    int more = -1, also = -1;
    while (other && (more = iter_next(it, &p)) >= 0 && (also = iter_next(other, &q)) >= 0) {
        int equal = more > 0 && also > 0 ? object_compare_bool(p, q, CMP_EQ) : 0;
        if (equal <= 0) {
            if (equal == 0 && more > 0 && also > 0 && op != CMP_EQ && op != CMP_NE) result = object_compare(p, q, op);
            else if (equal == 0 && more > 0 && also > 0) result = bool_new(op == CMP_NE);
            else if (equal == 0) result = object_compare(more > 0 ? TRUE_OBJECT : FALSE_OBJECT, also > 0 ? TRUE_OBJECT : FALSE_OBJECT, op);
            break;
        }
        CLEAR(p);
        CLEAR(q);
    }
    if (more > 0) drop_x(p);
    if (also > 0) drop_x(q);
    drop_x(it);
    drop_x(other);
    return result;
}

/* The number of the first item in [start, stop) equal to value; -1 there is none, -2 error. */
static ssize_t find(Deque *d, Ref value, ssize_t start, ssize_t stop, Type *error, const char *message) {
    size_t state = d->state;
    if (start >= stop) return -1;
    DequeWalk w = {d->left, d->left_index};
    for (ssize_t i = 0; i < start; i++) walk_right(&w);
    for (ssize_t i = start; i < stop; i++) {
        Own item = own(*walk_right(&w));
        int same = object_compare_bool(item, value, CMP_EQ);
        drop(item);
        if (same < 0) return -2;
        if (d->state != state) return raise_error(error, "%s", message), -2;
        if (same) return i;
    }
    return -1;
}
static const char mutated[] = "deque mutated during iteration";

static int deque_contains(Ref self, Ref value) {
    Deque *d = as_deque(self);
    ssize_t i = find(d, value, 0, d->size, RuntimeError, mutated);
    return i == -2 ? -1 : i >= 0;
}

static bool is_out(const Deque *d, ssize_t i) {
    if ((size_t)i < (size_t)d->size) return false;
    raise_error(IndexError, "deque index out of range");
    return true;
}

static Own deque_item(Ref self, ssize_t i) {
    const Deque *d = as_deque(self);
    return is_out(d, i) ? NULL : own(*deque_place(d, i));
}

static int deque_set_item(Ref self, ssize_t i, Ref value) {
    Deque *d = as_deque(self);
    if (is_out(d, i)) return -1;
    if (!value) return deque_remove_at(d, i);
    obj_set(deque_place(d, i), own(value));
    return 0;
}

static Own deque_concat(Ref self, Ref other) {
    if (!is_deque(other)) return raise_error(TypeError, "can only concatenate deque (not \"%T\") to deque", other);
    Own result = deque_copy(self);
    if (result && deque_extend(as_deque(result), other, false) < 0) CLEAR(result);
    return result;
}

static Own deque_inplace_concat(Ref self, Ref other) { return deque_extend(as_deque(self), other, false) < 0 ? NULL : own(self); }

static int repeat_single(Deque *d, ssize_t n) {
    Own item = own(d->left->items[d->left_index]);
    if (d->max >= 0 && n > d->max) n = d->max;
    int result = 0;
    for (ssize_t i = 1; result == 0 && i < n; i++) result = deque_push_right_take(d, own((Ref)item));
    drop(item);
    return result;
}

static Own deque_inplace_repeat(Ref self, ssize_t n) {
    Deque *d = as_deque(self);
    if (d->size == 0 || n == 1) return own(self);
    if (n <= 0) {
        deque_empty(d);
        return own(self);
    }
    if (d->max < 0 && n > INTPTR_MAX / (ssize_t)sizeof(Object *) / d->size) return raise_memory();
    if (d->size == 1) return repeat_single(d, n) < 0 ? NULL : own(self);
    Own items = list_from_iterable(self);
    if (!items) return NULL;
    if (d->max >= 0 && n > d->max / d->size + 2) n = d->max / d->size + 2; /* the rest would only push out what it is equal to */
    int result = 0;
    for (ssize_t i = 1; result == 0 && i < n; i++) result = deque_extend(d, items, false);
    drop(items);
    return result < 0 ? NULL : own(self);
}

static Own deque_repeat(Ref self, ssize_t n) {
    Own copy = deque_copy(self);
    if (!copy) return NULL;
    Own result = deque_inplace_repeat(copy, n);
    drop(copy);
    return result;
}

/* --- methods --- */

static Own done(int result) { return result < 0 ? NULL : none(); }

static Own deque_m_append(Ref self, Ref const *args) { return done(deque_push_right_take(as_deque(self), own(args[0]))); }
static Own deque_m_appendleft(Ref self, Ref const *args) { return done(deque_push_left_take(as_deque(self), own(args[0]))); }
static Own deque_m_extend(Ref self, Ref const *args) { return done(deque_extend(as_deque(self), args[0], false)); }
static Own deque_m_extendleft(Ref self, Ref const *args) { return done(deque_extend(as_deque(self), args[0], true)); }

static Own deque_m_pop(Ref self, Ref const *args) {
    (void)args;
    return as_deque(self)->size ? deque_take_right(as_deque(self)) : raise_error(IndexError, "pop from an empty deque");
}
static Own deque_m_popleft(Ref self, Ref const *args) {
    (void)args;
    return as_deque(self)->size ? deque_take_left(as_deque(self)) : raise_error(IndexError, "pop from an empty deque");
}

static Own deque_m_clear(Ref self, Ref const *args) {
    (void)args;
    deque_empty(as_deque(self));
    return none();
}
static Own deque_m_copy(Ref self, Ref const *args) {
    (void)args;
    return deque_copy(self);
}

static Own deque_m_count(Ref self, Ref const *args) {
    Deque *d = as_deque(self);
    DequeWalk w = deque_walk(d);
    size_t state = d->state;
    ssize_t count = 0;
    for (ssize_t n = d->size; n > 0; n--) {
        Own item = own(*walk_right(&w));
        int same = object_compare_bool(item, args[0], CMP_EQ);
        drop(item);
        if (same < 0) return NULL;
        if (d->state != state) return raise_error(RuntimeError, mutated);
        count += same;
    }
    return int_new(count);
}

static int bound_of(Ref o, ssize_t *out) {
    if (!o) return 0;
    if (!o->type->index) return raise_error(TypeError, "slice indices must be integers or have an __index__ method"), -1;
    return index_clipped(o, out);
}

static Own deque_m_index(Ref self, Ref const *args) {
    Deque *d = as_deque(self);
    ssize_t start = 0, stop = d->size;
    if (bound_of(args[1], &start) < 0 || bound_of(args[2], &stop) < 0) return NULL;
    clip_bounds(d->size, &start, &stop);
    ssize_t i = find(d, args[0], start, stop, RuntimeError, mutated);
    if (i >= 0) return int_new(i);
    return i == -1 ? raise_error(ValueError, "%R is not in deque", args[0]) : NULL;
}

static Own deque_m_remove(Ref self, Ref const *args) {
    Deque *d = as_deque(self);
    ssize_t i = find(d, args[0], 0, d->size, IndexError, mutated);
    if (i >= 0) return done(deque_remove_at(d, i));
    return i == -1 ? raise_error(ValueError, "%R is not in deque", args[0]) : NULL;
}

static Own deque_m_insert(Ref self, Ref const *args) {
    Deque *d = as_deque(self);
    ssize_t i = index_as_ssize(args[0]);
    if (i == -1 && err_set()) return NULL;
    if (d->max == d->size) return raise_error(IndexError, "deque already at its maximum size");
    if (i >= d->size) return done(deque_push_right_take(d, own(args[1])));
    if (i <= -d->size || i == 0) return done(deque_push_left_take(d, own(args[1])));
    if (deque_rotate(d, -i) < 0) return NULL;
    int result = i < 0 ? deque_push_right_take(d, own(args[1])) : deque_push_left_take(d, own(args[1]));
    return done(deque_rotate(d, i) < 0 ? -1 : result);
}

static Own deque_m_reverse(Ref self, Ref const *args) {
    (void)args;
    Deque *d = as_deque(self);
    DequeWalk right = deque_walk(d), left = {d->right, d->right_index};
    for (ssize_t n = d->size / 2; n > 0; n--) {
        Object **a = walk_right(&right), **b = walk_left(&left), *item = *a;
        *a = *b;
        *b = item;
    }
    d->state++;
    return none();
}

static Own deque_m_rotate(Ref self, Ref const *args) {
    ssize_t n = args[0] ? index_as_ssize(args[0]) : 1;
    if (n == -1 && err_set()) return NULL;
    return done(deque_rotate(as_deque(self), n));
}

static Own deque_m_reversed(Ref self, Ref const *args) {
    (void)args;
    return deque_iter_new(&deque_reverse_iter_type, self);
}

static Own deque_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    return int_new(self->type->head.basic_size + deque_blocks(as_deque(self)) * (ssize_t)sizeof(DequeBlock));
}

/* (class, its arguments, state, iterator over the items) */
static Own deque_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Own state = object_call_method(self, NAME_OF(dunder_getstate), 0, NULL), it = state ? object_iter(self) : NULL;
    Own empty = tuple_new(0), max = int_new(as_deque(self)->max), given = NULL, result = NULL;
    if (it && empty && max) given = as_deque(self)->max < 0 ? own(empty) : tuple_pack(2, (Ref)empty, (Ref)max);
    if (given) result = tuple_pack(4, (Ref)self->type, (Ref)given, (Ref)state, (Ref)it);
    drop_x(state);
    drop_x(it);
    drop_x(empty);
    drop_x(max);
    drop_x(given);
    return result;
}

static Own get_maxlen(Ref self) { return as_deque(self)->max < 0 ? none() : int_new(as_deque(self)->max); }

static const Method deque_methods[] = {
    {"append(item, /)", deque_m_append, "Put an item at the right end."},
    {"appendleft(item, /)", deque_m_appendleft, "Put an item at the left end."},
    {"clear()", deque_m_clear, "Take all items out."},
    {"copy()", deque_m_copy, "A new deque with the same items."},
    {"__copy__()", deque_m_copy, "A new deque with the same items."},
    {"count(value, /)", deque_m_count, "How many items equal value."},
    {"extend(iterable, /)", deque_m_extend, "Put the items of the iterable at the right end, one by one."},
    {"extendleft(iterable, /)", deque_m_extendleft, "Put the items of the iterable at the left end, one by one: the last will be the first."},
    {"index(value, start=<unrepresentable>, stop=<unrepresentable>, /)", deque_m_index,
     "Place of the first item equal to value, at or behind start and before stop; ValueError if there is none."},
    {"insert(index, value, /)", deque_m_insert, "Put value in front of the item at index."},
    {"pop()", deque_m_pop, "Take the rightmost item out and give it."},
    {"popleft()", deque_m_popleft, "Take the leftmost item out and give it."},
    {"remove(value, /)", deque_m_remove, "Take the first item equal to value out; ValueError if there is none."},
    {"reverse()", deque_m_reverse, "Turn the order around."},
    {"rotate(n=1, /)", deque_m_rotate, "Move n items from the right end to the left one; n < 0: the other way."},
    {"__reversed__()", deque_m_reversed, "An iterator from the right end to the left one."},
    {"__sizeof__()", deque_m_sizeof, "Bytes that the deque and its blocks take."},
    {"__reduce__()", deque_m_reduce, "How to make a copy."},
    {"__class_getitem__(object, /)", class_m_getitem, "deque[int], for annotations.", METHOD_CLASS},
    {0}};
static const GetSet deque_getsets[] = {{"maxlen", get_maxlen, NULL, "The most items that it may hold, or None."}, {0}};

Type deque_type = {
    .head = {.ob = {1, &type_type},
             .name = "collections.deque",
             .basic_size = sizeof(Deque),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE | TYPE_SEQUENCE,
             .traverse = deque_traverse,
             .clear = deque_clear,
             .dealloc = deque_dealloc,
             .weaklist_offset = offsetof(Deque, weakrefs)},
    .doc = "A sequence that grows and shrinks at both ends in constant time; with maxlen it loses items at one end when it gets more at the other.",
    .signature = deque_signature,
    .repr = deque_repr,
    .compare = deque_compare,
    .iter = deque_iter,
    .len = deque_len,
    .item = deque_item,
    .set_item = deque_set_item,
    .contains = deque_contains,
    .concat = deque_concat,
    .inplace_concat = deque_inplace_concat,
    .repeat = deque_repeat,
    .inplace_repeat = deque_inplace_repeat,
    .new = deque_make,
    .init = deque_init,
    .methods = deque_methods,
    .getsets = deque_getsets,
};
