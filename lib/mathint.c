/* mathint.c: functions of whole numbers of any size: gcd, lcm, factorial, comb, perm, isqrt.
 *
 * Products of many numbers in a row (start, start + step, ...) are computed as a balanced tree, so that GMP multiplies numbers of equal size;
 * its leaves fill a block of limbs on the stack, a word at a time.
 * n! is its odd part shifted: the odd numbers up to n, times the odd part of (n/2)!; the shift is n less its number of one bits.
 * A binomial that fits a word comes from odd parts of factorials modulo 2^64, where division is multiplication by an inverse. */
#include <gmp.h>

#include "lib/mathfuncs.h"
#include "runtime/err.h"
#include "runtime/limbs.h"
#include "vm/evalops.h"

enum { LEAF_LIMBS = 32, SMALL_COMB = 67 /* greatest n all of whose binomials fit 64 bits */, FACTORIAL_SMALL = 20 };

/* --- gcd and lcm --- */

/* The absolute value of the index o. */
static Own magnitude(Ref o) {
    Own n = number_index(o);
    if (n && (int_sign(n) < 0 || !is_exact_int(n))) obj_set(&n, int_type.absolute(n));
    return n;
}

static Own gcd_of(Ref a, Ref b) {
    if (!int_is_compact(a) || !int_is_compact(b)) return int_gcd(a, b);
    int64_t x = int_value(a), y = int_value(b);
    while (y) {
        int64_t r = x % y;
        x = y;
        y = r;
    }
    return int_new(x < 0 ? -x : x);
}

static Own lcm_of(Ref a, Ref b) {
    if (int_is_zero(a) || int_is_zero(b)) return int_new(0);
    Own common = gcd_of(a, b), part = common ? int_binary(OP_FLOORDIV, a, common) : NULL;
    Own result = part ? int_binary(OP_MUL, part, b) : NULL;
    drop_x(common);
    drop_x(part);
    return result;
}

static Own fold(Ref const *args, size_t nargs, int64_t empty, Own (*join)(Ref, Ref)) {
    Own result = nargs ? magnitude(args[0]) : int_new(empty);
    for (size_t i = 1; result && i < nargs; i++) {
        Own next = magnitude(args[i]), joined = next ? join(result, next) : NULL;
        drop_x(next);
        drop(result);
        result = joined;
    }
    return result;
}

Own math_gcd(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    return args_range("math.gcd", nargs, kwnames, 0, SIZE_MAX) < 0 ? NULL : fold(args, nargs, 0, gcd_of);
}
Own math_lcm(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    return args_range("math.lcm", nargs, kwnames, 0, SIZE_MAX) < 0 ? NULL : fold(args, nargs, 1, lcm_of);
}

/* --- products --- */

static Own product_of_take(Own a, Own b) {
    Own result = a && b ? int_binary(OP_MUL, a, b) : NULL;
    drop_x(a);
    drop_x(b);
    if (result && UNLIKELY(rt.breaker) && eval_breaker() < 0) CLEAR(result); /* a long one can be interrupted */
    return result;
}

static Own leaf_product(uint64_t start, uint64_t count, unsigned step) {
    Limb block[LEAF_LIMBS] = {1}, word = 1;
    mp_size_t n = 1;
    for (uint64_t i = 0; i <= count; i++, start += step) {
        Limb next;
        if (i < count && !__builtin_mul_overflow(word, start, &next)) {
            word = next;
            continue;
        }
        Limb carry = mpn_mul_1(block, block, n, word);
        if (carry) block[n++] = carry;
        word = start;
    }
    return limbs_to_int(block, (size_t)n, false);
}

/* start (start + step) (start + 2 step) ... : count >= 1 factors, which all fit. */
static Own row_product(uint64_t start, uint64_t count, unsigned step) {
    uint64_t last = start + (count - 1) * step;
    unsigned bits = 64 - (unsigned)__builtin_clzl(last | 1);
    if (count <= (LEAF_LIMBS - 1) * LIMB_BITS / bits) return leaf_product(start, count, step);
    uint64_t half = count / 2;
    Own low = row_product(start, half, step);
    return low ? product_of_take(low, row_product(start + half * step, count - half, step)) : NULL;
}

/* n (n - 1) ... : factors number `from` up to `to` (not included), n of any size. */
static Own falling_product(Ref n, int64_t from, int64_t to) {
    if (to - from == 1) {
        Own less = int_new(from), factor = less ? int_binary(OP_SUB, n, less) : NULL;
        drop_x(less);
        return factor;
    }
    int64_t middle = from + (to - from) / 2;
    Own low = falling_product(n, from, middle);
    return low ? product_of_take(low, falling_product(n, middle, to)) : NULL;
}

/* k >= 1 factors from n downwards; n >= k. */
static Own falling(Ref n, int64_t k) {
    int64_t word;
    if (int_to_int64(n, &word)) return row_product((uint64_t)(word - k + 1), (uint64_t)k, 1);
    return falling_product(n, 0, k);
}

/* --- factorial --- */

static Own factorial(int64_t n) {
    if (n <= FACTORIAL_SMALL) {
        int64_t r = 1;
        for (int64_t i = 2; i <= n; i++) r *= i;
        return int_new(r);
    }
    int levels = 64 - __builtin_clzl((uint64_t)n);
    Own odd = int_new(1), result = int_new(1);
    for (int i = levels - 2; odd && result && i >= 0; i--) { /* odd: the odd numbers up to n / 2^i, result: all these so far */
        uint64_t above = (uint64_t)n >> (i + 1), top = (uint64_t)n >> i;
        uint64_t first = (above + 1) | 1, count = top >= first ? (top - first) / 2 + 1 : 0;
        if (count) odd = product_of_take(odd, row_product(first, count, 2));
        if (odd) result = product_of_take(result, own(odd));
    }
    Own shift = result && odd ? int_new(n - __builtin_popcountl((uint64_t)n)) : NULL, whole = shift ? int_binary(OP_LSHIFT, result, shift) : NULL;
    drop_x(odd);
    drop_x(result);
    drop_x(shift);
    return whole;
}

Own math_m_factorial(Ref self, Ref const *args) {
    (void)self;
    int64_t n;
    Own index = number_index(args[0]);
    if (!index) return NULL;
    int sign = int_sign(index), fits = int_to_int64(index, &n);
    drop(index);
    if (sign < 0) return raise_error(ValueError, "factorial() not defined for negative values");
    if (!fits) return raise_error(OverflowError, "factorial() argument should not exceed %ld", INT64_MAX);
    return factorial(n);
}

/* --- perm and comb --- */

Own math_m_perm(Ref self, Ref const *args) {
    if (!args[1] || args[1] == NONE) return math_m_factorial(self, args);
    Own n = number_index(args[0]), k = n ? number_index(args[1]) : NULL, result = NULL;
    int64_t count;
    if (!k) goto done;
    if (int_sign(n) < 0) raise_error(ValueError, "n must be a non-negative integer");
    else if (int_sign(k) < 0) raise_error(ValueError, "k must be a non-negative integer");
    else if (int_compare(n, k) < 0) result = int_new(0);
    else if (!int_to_int64(k, &count)) raise_error(OverflowError, "k must not exceed %ld", INT64_MAX);
    else result = count == 0 ? int_new(1) : falling(n, count);
done:
    drop_x(n);
    drop_x(k);
    return result;
}

/* n! = odd[n] 2^twos[n]; modulo 2^64. */
static struct {
    uint64_t odd[SMALL_COMB + 1], inverse[SMALL_COMB + 1];
    uint8_t twos[SMALL_COMB + 1];
} small;

static void fill_small(void) {
    small.odd[0] = small.inverse[0] = 1;
    for (unsigned n = 1; n <= SMALL_COMB; n++) {
        unsigned twos = (unsigned)__builtin_ctz(n);
        uint64_t odd = small.odd[n - 1] * (n >> twos), inverse = odd; /* right in 3 bits; each step doubles that */
        for (int i = 0; i < 5; i++) inverse *= 2 - odd * inverse;
        small.odd[n] = odd;
        small.inverse[n] = inverse;
        small.twos[n] = (uint8_t)(small.twos[n - 1] + twos);
    }
}

static uint64_t small_comb(int64_t n, int64_t k) {
    if (!small.odd[0]) fill_small();
    return small.odd[n] * small.inverse[k] * small.inverse[n - k] << (small.twos[n] - small.twos[k] - small.twos[n - k]);
}

/* By multiplying and dividing in turn while all fits a word: 0 if it does not. */
static uint64_t word_comb(uint64_t n, uint64_t k) {
    uint64_t r = n;
    for (uint64_t i = 1; i < k; i++) {
        uint64_t product;
        if (__builtin_mul_overflow(r, n - i, &product)) return 0;
        r = product / (i + 1);
    }
    return r;
}

/* k >= 1, 2k <= n. */
static Own comb(Ref n, int64_t k) {
    int64_t word;
    if (int_to_int64(n, &word)) {
        if (word <= SMALL_COMB) return int_from_unsigned(small_comb(word, k));
        uint64_t r = word_comb((uint64_t)word, (uint64_t)k);
        if (r) return int_from_unsigned(r);
    }
    Own top = falling(n, k), bottom = top ? factorial(k) : NULL;
    Own result = bottom ? int_binary(OP_FLOORDIV, top, bottom) : NULL;
    drop_x(top);
    drop_x(bottom);
    return result;
}

Own math_m_comb(Ref self, Ref const *args) {
    (void)self;
    Own n = number_index(args[0]), k = n ? number_index(args[1]) : NULL, rest = NULL, result = NULL;
    int64_t count;
    if (!k) goto done;
    if (int_sign(n) < 0) raise_error(ValueError, "n must be a non-negative integer");
    else if (int_sign(k) < 0) raise_error(ValueError, "k must be a non-negative integer");
    else rest = int_binary(OP_SUB, n, k);
    if (!rest) goto done;
    Ref smaller = int_compare(rest, k) < 0 ? rest : k;
    if (int_sign(rest) < 0) result = int_new(0);
    else if (!int_to_int64(smaller, &count)) raise_error(OverflowError, "min(n - k, k) must not exceed %ld", INT64_MAX);
    else result = count == 0 ? int_new(1) : comb(n, count);
done:
    drop_x(n);
    drop_x(k);
    drop_x(rest);
    return result;
}

/* --- isqrt --- */

Own math_m_isqrt(Ref self, Ref const *args) {
    (void)self;
    Own n = number_index(args[0]), result = NULL;
    if (!n) return NULL;
    if (int_sign(n) < 0) raise_error(ValueError, "isqrt() argument must be nonnegative");
    else result = int_isqrt(n);
    drop(n);
    return result;
}
