/* int.c: the int type: making ints, what can be asked of them, and the operators on them.
 *
 * Every operator has a path for two compact operands in machine words; what does not fit goes to bigint.c and its neighbours. A slot gets
 * its operands in source order, either of which may be something else: then it answers NotImplemented. */
#include "runtime/int.h"

#include <math.h>

#include "runtime/bigint.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/object.h"

/* --- small ints --- */

#define S1(n) {.ob = {1, &int_type}, .value = (n)}
#define S4(n) S1(n), S1((n) + 1), S1((n) + 2), S1((n) + 3)
#define S16(n) S4(n), S4((n) + 4), S4((n) + 8), S4((n) + 12)
#define S64(n) S16(n), S16((n) + 16), S16((n) + 32), S16((n) + 48)
Int small_ints[SMALL_INT_MAX - SMALL_INT_MIN + 1] = {S4(-5), S1(-1), S64(0), S64(64), S64(128), S64(192), S1(256)};
_Static_assert(SMALL_INT_MIN == -5 && SMALL_INT_MAX == 256, "the row above");

/* --- making and freeing --- */

Own int_new_slow(int64_t v) {
    if (!fits_compact(v)) return bigint_from_wide(v);
    Own o = object_new_static(&int_type, sizeof(Int), false);
    if (UNLIKELY(!o)) return raise_memory();
    ((Int *)o)->size = 0;
    ((Int *)o)->value = v;
    return o;
}

void int_dealloc(Object *self) {
    if (UNLIKELY(self->type != &int_type)) object_free(self);
    else if (int_is_compact(self)) int_free_compact(self);
    else object_free_static(self, false);
}

Own int_from_unsigned(uint64_t v) { return v <= INT64_MAX ? int_new((int64_t)v) : bigint_from_wide((Wide)v); }

Own int_from_double(double d) {
    if (LIKELY(fabs(d) < 0x1p60)) return int_new((int64_t)d);
    if (isnan(d)) return raise_error(ValueError, "cannot convert float NaN to integer");
    if (isinf(d)) return raise_error(OverflowError, "cannot convert float infinity to integer");
    int exponent;
    Own mantissa = int_new((int64_t)ldexp(frexp(d, &exponent), 53));
    if (!mantissa) return NULL;
    Own r = bigint_lshift(mantissa, (uint64_t)(exponent - 53));
    drop(mantissa);
    return r;
}

/* The same number as an exact int. */
static Own int_exact(Ref o) {
    if (LIKELY(is_exact_int(o))) return own(o);
    if (int_is_compact(o)) return int_new(int_value(o));
    return bigint_add(o, (Ref)&small_ints[-SMALL_INT_MIN]);
}

/* --- asking --- */

int int_to_int64(Ref o, int64_t *out) {
    if (LIKELY(int_is_compact(o))) {
        *out = int_value(o);
        return 1;
    }
    BigView v;
    big_view(&v, o);
    uint64_t limit = (uint64_t)INT64_MAX + v.negative;
    if (view_bit_length(&v) > 64 || view_bits(&v, 0) > limit) return 0;
    uint64_t m = view_bits(&v, 0);
    *out = v.negative ? (int64_t)-m : (int64_t)m;
    return 1;
}

bool int_is_zero(Ref o) { return int_is_compact(o) && int_value(o) == 0; }

int int_sign(Ref o) {
    int64_t v = int_is_compact(o) ? int_value(o) : ((const Int *)o)->size;
    return v < 0 ? -1 : v > 0;
}

size_t int_bit_length(Ref o) {
    BigView v;
    big_view(&v, o);
    return view_bit_length(&v);
}

int int_compare(Ref a, Ref b) {
    if (LIKELY(int_is_compact(a) && int_is_compact(b))) {
        int64_t x = int_value(a), y = int_value(b);
        return x < y ? -1 : x > y;
    }
    return bigint_compare(a, b);
}

Hash int_hash(Ref o) {
    if (UNLIKELY(!int_is_compact(o))) return bigint_hash(o);
    int64_t v = int_value(o);
    return v == -1 ? -2 : v;
}

/* --- operators --- */

static ALWAYS_INLINE bool both_ints(Ref a, Ref b) { return is_int(a) && is_int(b); }
static ALWAYS_INLINE bool both_compact(Ref a, Ref b) { return (((const Int *)a)->size | ((const Int *)b)->size) == 0; }

static Own int_compare_slot(Ref a, Ref b, CmpOp op) {
    if (!both_ints(a, b)) return not_implemented();
    int c = a == b ? 0 : int_compare(a, b);
    return bool_new(op == CMP_LT ? c < 0 : op == CMP_LE ? c <= 0 : op == CMP_EQ ? c == 0 : op == CMP_NE ? c != 0 : op == CMP_GT ? c > 0 : c >= 0);
}

static Own int_add(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    return LIKELY(both_compact(a, b)) ? int_new(int_value(a) + int_value(b)) : bigint_add(a, b);
}

static Own int_sub(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    return LIKELY(both_compact(a, b)) ? int_new(int_value(a) - int_value(b)) : bigint_sub(a, b);
}

static Own int_mul(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    if (UNLIKELY(!both_compact(a, b))) return bigint_mul(a, b);
    int64_t r;
    if (LIKELY(!__builtin_mul_overflow(int_value(a), int_value(b), &r))) return int_new(r);
    return bigint_from_wide((Wide)int_value(a) * int_value(b));
}

static ALWAYS_INLINE int64_t floor_div(int64_t a, int64_t b, int64_t *mod) {
    int64_t q = a / b, r = a % b;
    if (r != 0 && (r ^ b) < 0) {
        q--;
        r += b;
    }
    *mod = r;
    return q;
}

int int_divmod(Ref a, Ref b, Own *quotient, Own *remainder) {
    if (!both_compact(a, b)) return bigint_divmod(a, b, quotient, remainder);
    int64_t r, q = floor_div(int_value(a), int_value(b), &r);
    if (quotient && !(*quotient = int_new(q))) return -1;
    if (!remainder || (*remainder = int_new(r))) return 0;
    if (quotient) drop(*quotient);
    return -1;
}

static Own int_floordiv(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    if (UNLIKELY(int_is_zero(b))) return raise_error(ZeroDivisionError, "integer division or modulo by zero");
    if (LIKELY(both_compact(a, b))) {
        int64_t r, q = floor_div(int_value(a), int_value(b), &r);
        return int_new(q);
    }
    Own q;
    return bigint_divmod(a, b, &q, NULL) ? NULL : q;
}

static Own int_mod(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    if (UNLIKELY(int_is_zero(b))) return raise_error(ZeroDivisionError, "integer modulo by zero");
    if (LIKELY(both_compact(a, b))) {
        int64_t r;
        floor_div(int_value(a), int_value(b), &r);
        return int_new(r);
    }
    Own r;
    return bigint_divmod(a, b, NULL, &r) ? NULL : r;
}

static Own int_divmod_slot(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    if (UNLIKELY(int_is_zero(b))) return raise_error(ZeroDivisionError, "integer division or modulo by zero");
    Own pair = tuple_new(2), q, r;
    if (!pair) return NULL;
    if (int_divmod(a, b, &q, &r)) {
        drop(pair);
        return NULL;
    }
    tuple_put_take(pair, 0, q);
    tuple_put_take(pair, 1, r);
    return pair;
}

static Own int_truediv(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    if (UNLIKELY(int_is_zero(b))) return raise_error(ZeroDivisionError, "division by zero");
    const int64_t exact = INT64_C(1) << 53; /* doubles up to here are exact, and one division rounds once */
    if (LIKELY(both_compact(a, b))) {
        int64_t x = int_value(a), y = int_value(b);
        if (LIKELY(x <= exact && x >= -exact && y <= exact && y >= -exact)) return float_new((double)x / (double)y);
    }
    return bigint_divide_true(a, b);
}

/* By squaring, in one word; false: it does not fit. */
static bool word_power(int64_t base, uint64_t exponent, int64_t *out) {
    int64_t r = 1;
    for (;;) {
        if ((exponent & 1) && __builtin_mul_overflow(r, base, &r)) return false;
        exponent >>= 1;
        if (exponent == 0) break;
        if (__builtin_mul_overflow(base, base, &base)) return false;
    }
    *out = r;
    return true;
}

static Own int_power(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    if (int_sign(b) < 0) return float_type.binary[OP_POW](a, b);
    int64_t r;
    if (both_compact(a, b) && word_power(int_value(a), (uint64_t)int_value(b), &r)) return int_new(r);
    return bigint_power(a, b);
}

Own int_power_mod(Ref base, Ref exponent, Ref modulus) {
    if (int_is_zero(modulus)) return raise_error(ValueError, "pow() 3rd argument cannot be 0");
    return bigint_power_mod(base, exponent, modulus);
}

static Own int_power3(Ref a, Ref b, Ref c) {
    if (!both_ints(a, b) || !is_int(c)) return not_implemented();
    return int_power_mod(a, b, c);
}

static Own int_lshift(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    if (UNLIKELY(int_sign(b) < 0)) return raise_error(ValueError, "negative shift count");
    if (LIKELY(both_compact(a, b))) {
        int64_t v = int_value(a), n = int_value(b);
        if (v == 0) return int_new(0);
        if (n < PAIR_BITS && word_abs(v) <= PAIR_MASK >> n) return int_new((int64_t)((uint64_t)v << n));
    }
    int64_t n;
    if (!int_to_int64(b, &n)) return int_is_zero(a) ? int_new(0) : raise_error(OverflowError, "too many digits in integer");
    return bigint_lshift(a, (uint64_t)n);
}

static Own int_rshift(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    if (UNLIKELY(int_sign(b) < 0)) return raise_error(ValueError, "negative shift count");
    if (LIKELY(both_compact(a, b))) return int_new(int_value(a) >> (int_value(b) < 63 ? int_value(b) : 63));
    int64_t n;
    if (!int_to_int64(b, &n)) n = INT64_MAX;
    return bigint_rshift(a, (uint64_t)n);
}

static Own int_and(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    return LIKELY(both_compact(a, b)) ? int_new(int_value(a) & int_value(b)) : bigint_bitwise(OP_AND, a, b);
}

static Own int_or(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    return LIKELY(both_compact(a, b)) ? int_new(int_value(a) | int_value(b)) : bigint_bitwise(OP_OR, a, b);
}

static Own int_xor(Ref a, Ref b) {
    if (UNLIKELY(!both_ints(a, b))) return not_implemented();
    return LIKELY(both_compact(a, b)) ? int_new(int_value(a) ^ int_value(b)) : bigint_bitwise(OP_XOR, a, b);
}

static Own int_negative(Ref o) { return LIKELY(int_is_compact(o)) ? int_new(-int_value(o)) : bigint_negate(o); }
static Own int_absolute(Ref o) { return int_sign(o) < 0 ? int_negative(o) : int_exact(o); }
static Own int_invert(Ref o) {
    if (LIKELY(int_is_compact(o))) return int_new(~int_value(o));
    return bigint_bitwise(OP_XOR, o, (Ref)&small_ints[-1 - SMALL_INT_MIN]);
}
static int int_truth(Ref o) { return !int_is_zero(o); }

static Own int_as_float(Ref o) {
    double d = int_to_double(o);
    return d == -1.0 && err_set() ? NULL : float_new(d);
}

Own int_binary(BinOp op, Ref a, Ref b) {
    BinaryFn f = int_type.binary[op];
    return f ? f(a, b) : not_implemented();
}

Type int_type = {
    .head = {.ob = {1, &type_type},
             .name = "int",
             .basic_size = INT_HEADER,
             .item_size = sizeof(uint32_t),
             .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_IS_INT,
             .dealloc = int_dealloc},
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\n"
           "Make an integer of a number (a float is cut towards zero), or of text\n"
           "in the given base: 2 to 36, or 0 to go by the prefix of the text.",
    .repr = int_repr,
    .hash = int_hash,
    .compare = int_compare_slot,
    .new = int_construct,
    .binary = {[OP_ADD] = int_add,
               [OP_SUB] = int_sub,
               [OP_MUL] = int_mul,
               [OP_TRUEDIV] = int_truediv,
               [OP_FLOORDIV] = int_floordiv,
               [OP_MOD] = int_mod,
               [OP_POW] = int_power,
               [OP_LSHIFT] = int_lshift,
               [OP_RSHIFT] = int_rshift,
               [OP_OR] = int_or,
               [OP_XOR] = int_xor,
               [OP_AND] = int_and,
               [OP_DIVMOD] = int_divmod_slot},
    .pow3 = int_power3,
    .negative = int_negative,
    .positive = int_exact,
    .absolute = int_absolute,
    .invert = int_invert,
    .to_int = int_exact,
    .to_float = int_as_float,
    .index = int_exact,
    .truth = int_truth,
    .methods = int_methods,
    .getsets = int_getsets,
};
