/* float.c: the float type: operators, comparison, hash, constructor.
 *
 * A slot gets its operands in source order; ints are converted (OverflowError if too large), anything else answers NotImplemented.
 * Comparison with an int is exact: neither side is rounded. */
#include "runtime/float.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "runtime/complex.h"
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/floattext.h"
#include "runtime/number.h"
#include "runtime/str.h"

enum { HASH_BITS = 61, HASH_INFINITY = 314159 };
#define HASH_PRIME ((UINT64_C(1) << HASH_BITS) - 1)

bool is_float(Ref o) { return o->type == &float_type || object_is_a(o, &float_type); }

Own float_new_slow(double v) {
    Own o = object_new_static(&float_type, sizeof(Float), false);
    if (UNLIKELY(!o)) return raise_memory();
    ((Float *)o)->value = v;
    return o;
}

static void float_dealloc(Object *self) {
    if (LIKELY(self->type == &float_type)) float_free(self);
    else object_free(self);
}

/* --- operators --- */

/* The operand as a double: 1; 0: it is neither float nor int; -1: an int too large. */
static ALWAYS_INLINE int operand(Ref o, double *out) {
    if (LIKELY(is_exact_float(o))) {
        *out = float_value(o);
        return 1;
    }
    if (is_int(o)) {
        *out = int_is_compact(o) ? (double)int_value(o) : int_to_double(o);
        return *out == -1.0 && UNLIKELY(err_set()) ? -1 : 1;
    }
    if (!is_float(o)) return 0;
    *out = float_value(o);
    return 1;
}

#define OPERANDS(a, b, x, y)                                                  \
    double x, y;                                                              \
    int good = operand(a, &x);                                                \
    if (LIKELY(good > 0)) good = operand(b, &y);                              \
    if (UNLIKELY(good <= 0)) return good == 0 ? not_implemented() : NULL

static Own float_add(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    return float_new(x + y);
}

static Own float_sub(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    return float_new(x - y);
}

static Own float_mul(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    return float_new(x * y);
}

static Own float_truediv(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    if (UNLIKELY(y == 0)) return raise_error(ZeroDivisionError, "float division by zero");
    return float_new(x / y);
}

/* The remainder has the sign of b, the quotient is the integer that goes with it, rounded once. */
double float_floor_div(double a, double b, double *mod) {
    double r = fmod(a, b), q = (a - r) / b;
    if (r == 0) {
        r = copysign(0.0, b);
    } else if ((b < 0) != (r < 0)) {
        r += b;
        q -= 1.0;
    }
    *mod = r;
    if (q == 0) return copysign(0.0, a / b);
    double whole = floor(q);
    return q - whole > 0.5 ? whole + 1.0 : whole;
}

static Own float_floordiv(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    if (UNLIKELY(y == 0)) return raise_error(ZeroDivisionError, "float floor division by zero");
    double mod;
    return float_new(float_floor_div(x, y, &mod));
}

static Own float_mod(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    if (UNLIKELY(y == 0)) return raise_error(ZeroDivisionError, "float modulo by zero");
    double mod = fmod(x, y);
    if (mod == 0) mod = copysign(0.0, y);
    else if ((y < 0) != (mod < 0)) mod += y;
    return float_new(mod);
}

static Own float_divmod(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    if (UNLIKELY(y == 0)) return raise_error(ZeroDivisionError, "float divmod()");
    double mod, floor_quotient = float_floor_div(x, y, &mod);
    Own q = float_new(floor_quotient), r = q ? float_new(mod) : NULL, pair = r ? tuple_pack(2, q, r) : NULL;
    drop_x(q);
    drop_x(r);
    return pair;
}

/* OverflowError(34, 'Numerical result out of range') */
static Own raise_range(void) {
    Own number = int_new(ERANGE), text = str_from_text(strerror(ERANGE)), exc = NULL;
    if (number && text) exc = exc_new(OverflowError, (Ref[]){number, text}, 2);
    drop_x(number);
    drop_x(text);
    return exc ? raise_exc_take(exc) : NULL;
}

static Own float_power(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    if (isfinite(x) && isfinite(y)) {
        if (x == 0 && y < 0) return raise_error(ZeroDivisionError, "0.0 cannot be raised to a negative power");
        if (x < 0 && y != floor(y)) return complex_type.binary[OP_POW](a, b);
        double r = pow(x, y);
        if (UNLIKELY(isinf(r))) return raise_range();
        return float_new(r);
    }
    return float_new(pow(x, y)); /* IEEE's rules for infinities and nan are Python's */
}

static Own float_power3(Ref a, Ref b, Ref c) {
    (void)a, (void)b, (void)c;
    return raise_error(TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
}

static Own float_negative(Ref o) { return float_new(-float_value(o)); }
static Own float_absolute(Ref o) { return float_new(fabs(float_value(o))); }
static Own float_exact(Ref o) { return is_exact_float(o) ? own(o) : float_new(float_value(o)); }
static int float_truth(Ref o) { return float_value(o) != 0; }
static Own float_to_int(Ref o) { return int_from_double(float_value(o)); }

static Own float_repr(Ref o) {
    char buffer[32];
    int n = double_repr(float_value(o), buffer);
    return str_from_ascii(buffer, n);
}

/* --- comparison and hash --- */

/* -1 0 1; 2: unordered, or b is not a number. */
static int compare_values(Ref a, Ref b, bool *known) {
    double x = float_value(a), y;
    *known = true;
    if (is_float(b)) {
        y = float_value(b);
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
    }
    if (!is_int(b)) {
        *known = false;
        return 2;
    }
    if (isnan(x)) return 2;
    if (isinf(x)) return x < 0 ? -1 : 1;
    return -int_compare_double(b, x);
}

static Own float_compare(Ref a, Ref b, CmpOp op) {
    bool known;
    int c = compare_values(a, b, &known);
    if (!known) return not_implemented();
    if (c == 2) return bool_new(op == CMP_NE);
    return bool_new(op == CMP_LT ? c < 0 : op == CMP_LE ? c <= 0 : op == CMP_EQ ? c == 0 : op == CMP_NE ? c != 0 : op == CMP_GT ? c > 0 : c >= 0);
}

/* m 2^e modulo 2^61 - 1: multiplying by a power of two is a rotation of 61 bits. */
Hash double_hash(double v) {
    if (fabs(v) < 0x1p60 && v == (double)(int64_t)v) return v == -1.0 ? -2 : (Hash)v;
    if (isinf(v)) return v > 0 ? HASH_INFINITY : -HASH_INFINITY;
    if (isnan(v)) return 0;
    int e;
    uint64_t m = double_split(fabs(v), &e);
    unsigned shift = (unsigned)((e % HASH_BITS + HASH_BITS) % HASH_BITS);
    uint64_t h = ((m << shift) & HASH_PRIME) | (m >> (HASH_BITS - shift));
    Hash r = v < 0 ? -(Hash)h : (Hash)h;
    return r == -1 ? -2 : r;
}

/* A nan hashes by its address, so that many of them do not collide. */
static Hash float_hash(Ref o) {
    double v = float_value(o);
    if (LIKELY(!isnan(v))) return double_hash(v);
    uintptr_t address = (uintptr_t)o;
    return (Hash)(address >> 4 | address << (8 * sizeof address - 4));
}

/* --- constructor --- */

static Own float_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (kwnames || nargs > 1) {
        if (args_range("float", nargs, kwnames, 0, 1)) return NULL;
    }
    Own f = nargs ? object_to_float(args[0]) : float_new(0.0);
    if (!f || cls == &float_type) return f;
    Own o = instance_new(cls);
    if (o) ((Float *)o)->value = float_value(f);
    drop(f);
    return o;
}

Type float_type = {
    .head = {.ob = {1, &type_type}, .name = "float", .basic_size = sizeof(Float), .flags = TYPE_BASE | TYPE_IMMUTABLE, .dealloc = float_dealloc},
    .doc = "Make a floating-point number of a number or of text.",
    .signature = "float(x=0, /)",
    .repr = float_repr,
    .hash = float_hash,
    .compare = float_compare,
    .new = float_construct,
    .binary = {[OP_ADD] = float_add,
               [OP_SUB] = float_sub,
               [OP_MUL] = float_mul,
               [OP_TRUEDIV] = float_truediv,
               [OP_FLOORDIV] = float_floordiv,
               [OP_MOD] = float_mod,
               [OP_POW] = float_power,
               [OP_DIVMOD] = float_divmod},
    .pow3 = float_power3,
    .negative = float_negative,
    .positive = float_exact,
    .absolute = float_absolute,
    .to_int = float_to_int,
    .to_float = float_exact,
    .truth = float_truth,
    .methods = float_methods,
    .getsets = float_getsets,
};
