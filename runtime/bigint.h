/* bigint.h: arithmetic on ints beyond 60 bits: what int.c calls when its one-word paths do not apply.
 *
 * Every function here takes any int (compact ones too) and gives a canonical one. Magnitudes are handled in *pairs*: two neighbouring
 * 30-bit digits read as one 60-bit piece, so that sums, products by one word and comparisons do twice the work per step. Blocks have room for
 * an even number of digits, and above an odd number of them lies a zero digit: the last pair can always be read. */
#ifndef RUNTIME_BIGINT_H
#define RUNTIME_BIGINT_H

#include "runtime/int.h"

typedef __int128 Wide;
typedef unsigned __int128 UWide;

enum { PAIR_BITS = 2 * INT_DIGIT_BITS };
#define DIGIT_MASK ((UINT32_C(1) << INT_DIGIT_BITS) - 1)
#define PAIR_MASK ((UINT64_C(1) << PAIR_BITS) - 1)
#define INT_DIGITS_MAX ((PTRDIFF_MAX - INT_HEADER) / 4)

/* The magnitude of an int as digits; a compact one is split into `small`, so a view must not be copied. pairs >= 1. */
typedef struct BigView {
    const uint32_t *digits;
    size_t pairs;
    bool negative;
    uint32_t small[2];
} BigView;

static inline uint32_t *int_digits(Ref o) { return (uint32_t *)((char *)(uintptr_t)o + INT_HEADER); }
static inline uint64_t pair_get(const uint32_t *d, size_t i) { return d[2 * i] | (uint64_t)d[2 * i + 1] << INT_DIGIT_BITS; }
static inline void pair_put(uint32_t *d, size_t i, uint64_t v) {
    d[2 * i] = (uint32_t)v & DIGIT_MASK;
    d[2 * i + 1] = (uint32_t)(v >> INT_DIGIT_BITS);
}
/* Quotient and remainder of high * 2^64 + low by a normalised divisor (top bit set, high < divisor) with the reciprocal
 * floor((2^128 - 1) / divisor) - 2^64: Moller and Granlund, "Improved division by invariant integers", 2011, algorithm 4. */
static inline uint64_t divide_2by1(uint64_t high, uint64_t low, uint64_t divisor, uint64_t reciprocal, uint64_t *remainder) {
    UWide q = (UWide)reciprocal * high + ((UWide)high << 64 | low);
    uint64_t q1 = (uint64_t)(q >> 64) + 1, q0 = (uint64_t)q, r = low - q1 * divisor;
    if (r > q0) {
        q1--;
        r += divisor;
    }
    if (UNLIKELY(r >= divisor)) {
        q1++;
        r -= divisor;
    }
    *remainder = r;
    return q1;
}
static inline uint64_t reciprocal_of(uint64_t normalised) { return (uint64_t)((((UWide)~normalised) << 64 | ~UINT64_C(0)) / normalised); }
static inline uint64_t word_abs(int64_t v) { return v < 0 ? -(uint64_t)v : (uint64_t)v; }
static inline void big_view(BigView *view, Ref o) {
    const Int *i = (const Int *)o;
    if (i->size == 0) {
        view->negative = i->value < 0;
        view->pairs = 1;
        pair_put(view->small, 0, word_abs(i->value));
        view->digits = view->small;
    } else {
        view->negative = i->size < 0;
        view->pairs = (word_abs(i->size) + 1) / 2;
        view->digits = int_digits(o);
    }
}
static inline size_t view_digits(const BigView *v) { return 2 * v->pairs - (v->digits[2 * v->pairs - 1] == 0); }

/* A new exact int with room for that many pairs, digits uninitialised; fill it and hand it to bigint_finish. */
MUST Int *bigint_new(size_t pairs);
/* Makes it canonical: strips high zeros, becomes compact if it can. */
MUST Own bigint_finish(Int *taken, size_t pairs, bool negative);
MUST Own bigint_from_wide(Wide v);
/* 64 bits of the magnitude starting at that bit, zeros beyond its end. */
uint64_t view_bits(const BigView *v, size_t bit);
size_t view_bit_length(const BigView *v);
/* Is any bit below that one set? */
bool view_sticky(const BigView *v, size_t bit);
int view_compare(const BigView *a, const BigView *b); /* magnitudes: -1 0 1 */
void pairs_increment(uint32_t *digits);               /* adds 1; there is room for the carry */
/* out = digits * factor + carry, n pairs; factor and carry below 2^60; returns what goes beyond. out may be digits. */
uint64_t pairs_multiply(uint32_t *out, const uint32_t *digits, size_t n, uint64_t factor, uint64_t carry);
/* out = digits / divisor, n pairs, 0 < divisor < 2^60; returns the remainder. out may be NULL or digits. */
uint64_t pairs_divide(uint32_t *out, const uint32_t *digits, size_t n, uint64_t divisor);

MUST Own bigint_add(Ref a, Ref b);
MUST Own bigint_sub(Ref a, Ref b);
MUST Own bigint_mul(Ref a, Ref b);
/* bigdiv.c. Floor division of a by b != 0; what is not wanted is NULL. 0/-1. */
MUST int bigint_divmod(Ref a, Ref b, Own *quotient, Own *remainder);
MUST Own bigint_divide_true(Ref a, Ref b);       /* a / b as a float, b != 0, correctly rounded */
MUST Own bigint_lshift(Ref a, uint64_t n);
MUST Own bigint_rshift(Ref a, uint64_t n);
MUST Own bigint_bitwise(BinOp op, Ref a, Ref b);
MUST Own bigint_negate(Ref a);
int bigint_compare(Ref a, Ref b);
Hash bigint_hash(Ref a);

/* bigmath.c */
MUST Own bigint_power(Ref base, Ref exponent);    /* exponent >= 0 */
/* base ** exponent % modulus, modulus != 0; a negative exponent inverts the base or raises ValueError. */
MUST Own bigint_power_mod(Ref base, Ref exponent, Ref modulus);

/* inttext.c: digits of the magnitude in base 2..36; the caller frees them with mem_free. NULL: no memory, or more decimal ones than the limit. */
MUST char *int_magnitude_text(Ref o, int base, size_t *length);
/* As int() reads text in base 0 or 2..36: 1 and *out, 0 malformed (no exception), -1. */
int int_parse(const char *text, size_t n, int base, Own *out);

/* The rest of int's type: intnew.c and intmethods.c. */
Own int_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames);
MUST Own int_instance(Type *cls, Ref value); /* value (an int) as an instance of cls: int itself or a subclass */
extern const Method int_methods[];
extern const GetSet int_getsets[];

#endif
