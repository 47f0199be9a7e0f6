/* fold.c: constant folding. The operands of an operation are the last instructions of the unit; if these only load constants, the operation
 * is computed now and one load of its result takes their place. So chains fold from the inside out in linear time, and nothing is folded
 * across a label. An operation that raises is left for run time, and so is one whose result would be large (limits as CPython's). */
#include "runtime/bytes.h"
#include "runtime/complex.h"
#include "runtime/float.h"
#include "runtime/set.h"
#include "vm/compiler.h"

enum { MAX_INT_BITS = 128, MAX_COLLECTION = 256, MAX_STR = 4096, MAX_TOTAL_ITEMS = 1024 };

static bool is_number(Ref o) {
    return is_exact_int(o) || is_exact_float(o) || o->type == &complex_type || o->type == &bool_type;
}

/* result NULL: an exception, which is forgotten. */
static bool replace_take(Compiler *c, Span at, int n, Own result) {
    if (!result) {
        if (err_matches(MemoryError)) compile_fail(c);
        else err_clear();
        return false;
    }
    tail_drop(c, n);
    emit_const_take(c, at, result);
    return true;
}

bool fold_unary(Compiler *c, Span at, int op) {
    Ref x = tail_const(c, 0);
    if (!x) return false;
    if (op == UNARY_NOT) {
        int truth = object_truth(x);
        return truth < 0 ? replace_take(c, at, 1, NULL) : replace_take(c, at, 1, bool_new(!truth));
    }
    if (!is_number(x) || (op == UNARY_INVERT && x->type == &bool_type)) return false; /* ~True warns when it runs */
    return replace_take(c, at, 1, op == UNARY_NEGATIVE ? object_negative(x) : op == UNARY_POSITIVE ? object_positive(x) : object_invert(x));
}

/* Items of a tuple and of the tuples in it; -1: more than the limit. */
static ssize_t total_items(Ref o, ssize_t limit) {
    if (!is_exact_tuple(o)) return limit;
    limit -= tuple_size(o);
    for (ssize_t i = 0; limit >= 0 && i < tuple_size(o); i++) limit = total_items(tuple_item(o, i), limit);
    return limit;
}

/* Sequence times int in either order. */
static bool repeat_is_small(Ref seq, Ref times) {
    int64_t n;
    if (!int_to_int64(times, &n)) return false;
    if (is_exact_tuple(seq)) {
        ssize_t size = tuple_size(seq);
        if (!size) return true;
        return n >= 0 && n <= MAX_COLLECTION / size && (!n || total_items(seq, MAX_TOTAL_ITEMS / n) >= 0);
    }
    ssize_t size = is_exact_str(seq) ? str_len(seq) : bytes_size(seq);
    return !size || (n >= 0 && n <= MAX_STR / size);
}

static bool is_sequence(Ref o) { return is_exact_tuple(o) || is_exact_str(o) || is_exact_bytes(o); }

static bool multiply_is_small(Ref a, Ref b) {
    if (is_int(a) && is_int(b)) return int_is_zero(a) || int_is_zero(b) || int_bit_length(a) + int_bit_length(b) <= MAX_INT_BITS;
    if (is_int(a) && is_sequence(b)) return repeat_is_small(b, a);
    if (is_int(b) && is_sequence(a)) return repeat_is_small(a, b);
    return true;
}

static bool power_is_small(Ref a, Ref b) {
    int64_t exponent;
    if (!is_int(a) || !is_int(b) || int_sign(b) <= 0) return true;
    return int_to_int64(b, &exponent) && int_bit_length(a) <= (uint64_t)MAX_INT_BITS / (uint64_t)exponent;
}

static bool shift_is_small(Ref a, Ref b) {
    int64_t bits;
    if (!is_int(a) || !is_int(b) || int_is_zero(a) || int_is_zero(b)) return true;
    return int_to_int64(b, &bits) && bits >= 0 && bits <= MAX_INT_BITS && int_bit_length(a) <= (size_t)(MAX_INT_BITS - bits);
}

static bool result_is_small(BinOp op, Ref a, Ref b) {
    switch (op) {
        case OP_MUL: return multiply_is_small(a, b);
        case OP_POW: return power_is_small(a, b);
        case OP_LSHIFT: return shift_is_small(a, b);
        case OP_MOD: return !is_str(a) && !is_bytes(a); /* formatting */
        default: return op != OP_MATMUL;
    }
}

bool fold_binary(Compiler *c, Span at, BinOp op) {
    Ref b = tail_const(c, 0), a = b ? tail_const(c, 1) : NULL;
    if (!a || !result_is_small(op, a, b)) return false;
    return replace_take(c, at, 2, object_binary(op, a, b));
}

bool fold_subscript(Compiler *c, Span at) {
    Ref key = tail_const(c, 0), container = key ? tail_const(c, 1) : NULL;
    if (!container) return false;
    return replace_take(c, at, 2, object_subscript(container, key));
}

Own fold_take_tuple(Compiler *c, int n) {
    for (int k = 0; k < n; k++)
        if (!tail_const(c, k)) return NULL;
    Own t = c->failed ? NULL : tuple_new(n);
    if (!t) {
        if (!c->failed) compile_fail(c);
        return NULL;
    }
    for (int k = 0; k < n; k++) tuple_put_take(t, n - 1 - k, own(tail_const(c, k)));
    tail_drop(c, n);
    return t;
}

bool fold_tuple(Compiler *c, Span at, int n) {
    Own t = fold_take_tuple(c, n);
    if (t) emit_const_take(c, at, t);
    return t != NULL;
}

Own fold_take_frozenset(Compiler *c, int n) {
    Own t = fold_take_tuple(c, n);
    if (!t) return NULL;
    Own set = frozenset_new(t);
    drop(t);
    if (!set) compile_fail(c);
    return set;
}
