/* bigdiv.c: quotients of ints beyond 60 bits, and what is a question of rounding: true division, conversion to and comparison with doubles.
 *
 * By one word: pair after pair with a reciprocal, no division instruction. A quotient that fits a word is the common case of digit-by-digit
 * programs, and it can be had without touching the whole numbers: with U and V the leading 190 and 128 bits, U = q (V + 1) + r
 * proves floor(u / v) = q whenever q + r + 1 <= V, which fails for about one pair of numbers in 2^64 (these take the long way). Anything
 * else goes to GMP on packed limbs. Signs are put right at the end: Python's quotient is the floor. */
#include <gmp.h>
#include <math.h>

#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/limbs.h"
#include "runtime/number.h"
#include "runtime/object.h"

uint64_t pairs_divide(uint32_t *out, const uint32_t *digits, size_t n, uint64_t divisor) {
    unsigned shift = (unsigned)__builtin_clzl(divisor);
    uint64_t d = divisor << shift, reciprocal = reciprocal_of(d), r = 0; /* r: shifted, too */
    for (size_t i = n; i-- > 0;) {
        UWide t = (UWide)r << PAIR_BITS | (UWide)pair_get(digits, i) << shift;
        uint64_t q = divide_2by1((uint64_t)(t >> 64), (uint64_t)t, d, reciprocal, &r);
        if (out) pair_put(out, i, q);
    }
    return r >> shift;
}

static int divmod_word(const BigView *u, const BigView *v, Own *quotient, Own *remainder) {
    uint64_t word = pair_get(v->digits, 0);
    bool floor_down = u->negative != v->negative;
    Int *q = NULL;
    if (quotient) {
        q = bigint_new(u->pairs + floor_down);
        if (UNLIKELY(!q)) return -1;
        if (floor_down) pair_put(int_digits(&q->ob), u->pairs, 0);
    }
    uint64_t r = pairs_divide(q ? int_digits(&q->ob) : NULL, u->digits, u->pairs, word);
    bool adjust = floor_down && r != 0;
    if (q) {
        if (adjust) pairs_increment(int_digits(&q->ob));
        *quotient = bigint_finish(q, u->pairs + floor_down, floor_down);
        if (UNLIKELY(!*quotient)) return -1;
    }
    if (!remainder) return 0;
    if (adjust) r = word - r;
    *remainder = int_new(v->negative ? -(int64_t)r : (int64_t)r);
    if (LIKELY(*remainder != NULL)) return 0;
    if (quotient) drop(*quotient);
    return -1;
}

/* floor(|u| / |v|) from the leading bits, if these decide and it is below 2^61: see the head. */
static bool quotient_by_top(const BigView *u, const BigView *v, uint64_t *out) {
    size_t lu = view_bit_length(u), lv = view_bit_length(v);
    if (lv < 128 || lu > lv + PAIR_BITS - 1) return false;
    size_t s = lv - 128;
    Limb num[3] = {view_bits(u, s), view_bits(u, s + 64), view_bits(u, s + 128)};
    UWide den = (UWide)view_bits(v, s + 64) << 64 | view_bits(v, s);
    if (den + 1 == 0) return false;
    Limb d[2] = {(Limb)(den + 1), (Limb)((den + 1) >> 64)}, q[2], r[2];
    mpn_tdiv_qr(q, r, 0, num, 3, d, 2); /* this small it uses no memory */
    if (q[1] != 0 || (((UWide)r[1] << 64) | r[0]) >= den - q[0]) return false;
    *out = q[0];
    return true;
}

/* | q |v| - |u| |, which is below |v| + 1 pairs. */
static Own remainder_for(const BigView *u, const BigView *v, uint64_t q, bool over, bool negative) {
    size_t n = v->pairs;
    Int *r = bigint_new(n);
    if (UNLIKELY(!r)) return NULL;
    uint32_t *out = int_digits(&r->ob);
    Wide sum = 0;
    for (size_t i = 0; i < n; i++) {
        UWide product = (UWide)q * pair_get(v->digits, i);
        uint64_t x = i < u->pairs ? pair_get(u->digits, i) : 0;
        sum += over ? (Wide)product - (Wide)x : (Wide)x - (Wide)product;
        pair_put(out, i, (uint64_t)sum & PAIR_MASK);
        sum >>= PAIR_BITS;
    }
    return bigint_finish(r, n, negative);
}

/* |u| > |v|, the quotient is q and the division leaves something. */
static int divmod_by_top(const BigView *u, const BigView *v, uint64_t q, Own *quotient, Own *remainder) {
    bool floor_down = u->negative != v->negative;
    if (floor_down) q++;
    if (quotient) {
        *quotient = int_new(floor_down ? -(int64_t)q : (int64_t)q);
        if (UNLIKELY(!*quotient)) return -1;
    }
    if (!remainder) return 0;
    *remainder = remainder_for(u, v, q, floor_down, v->negative);
    if (LIKELY(*remainder != NULL)) return 0;
    if (quotient) drop(*quotient);
    return -1;
}

typedef struct DivJob {
    Limb *quotient, *remainder;
    const Limb *u, *v;
    size_t n, m; /* n >= m */
} DivJob;

static void div_body(void *arg) {
    DivJob *j = arg;
    mpn_tdiv_qr(j->quotient, j->remainder, 0, j->u, (mp_size_t)j->n, j->v, (mp_size_t)j->m);
}

/* |u| >= |v| */
static int divmod_limbs(const BigView *u, const BigView *v, Own *quotient, Own *remainder) {
    size_t n = limbs_for_pairs(u->pairs), m = limbs_for_pairs(v->pairs);
    Scratch s;
    Limb *a = scratch_get(&s, n + m + (n + 2) + m);
    if (!a) return -1;
    Limb *b = a + n, *q = b + m, *r = q + n + 2;
    DivJob job = {q, r, a, b, limbs_pack(a, u), limbs_pack(b, v)};
    int status = -1;
    if (!limbs_run(div_body, &job)) goto done;
    size_t nq = job.n - job.m + 1;
    bool floor_down = u->negative != v->negative;
    if (floor_down && limbs_strip(r, job.m)) {
        q[nq] = mpn_add_1(q, q, (mp_size_t)nq, 1);
        nq++;
        mpn_sub_n(r, b, r, (mp_size_t)job.m);
    }
    Own first = quotient ? limbs_to_int(q, nq, floor_down) : NULL;
    if (quotient && !first) goto done;
    Own second = remainder ? limbs_to_int(r, job.m, v->negative) : NULL;
    if (remainder && !second) {
        drop_x(first);
        goto done;
    }
    if (quotient) *quotient = first;
    if (remainder) *remainder = second;
    status = 0;
done:
    scratch_drop(&s);
    return status;
}

/* |u| < |v|: the quotient is 0 or -1. */
static int divmod_smaller(Ref a, Ref b, bool floor_down, Own *quotient, Own *remainder) {
    Own q = int_new(floor_down ? -1 : 0); /* cached: cannot fail */
    if (remainder) {
        *remainder = floor_down ? bigint_add(a, b) : is_exact_int(a) ? own(a) : bigint_add(a, (Ref)&small_ints[-SMALL_INT_MIN]);
        if (UNLIKELY(!*remainder)) {
            drop(q);
            return -1;
        }
    }
    if (quotient) *quotient = q;
    else drop(q);
    return 0;
}

int bigint_divmod(Ref a, Ref b, Own *quotient, Own *remainder) {
    BigView u, v;
    big_view(&u, a);
    big_view(&v, b);
    if (v.pairs == 1) return divmod_word(&u, &v, quotient, remainder);
    if (view_compare(&u, &v) < 0) {
        bool zero = u.pairs == 1 && pair_get(u.digits, 0) == 0;
        return divmod_smaller(a, b, !zero && u.negative != v.negative, quotient, remainder);
    }
    uint64_t q;
    if (quotient_by_top(&u, &v, &q) && q > 0) return divmod_by_top(&u, &v, q, quotient, remainder);
    return divmod_limbs(&u, &v, quotient, remainder);
}

/* Rounds top (its high bit set, sticky: bits follow) times 2^scale to the nearest double, ties to even. */
double double_from_top(uint64_t top, bool sticky, ssize_t scale) {
    int drop_bits = 11;
    if (scale < -1074 - 11) { /* subnormal: fewer bits stay */
        ssize_t more = -1074 - scale;
        if (more > 64) return 0.0;
        drop_bits = (int)more;
    }
    uint64_t kept = drop_bits == 64 ? 0 : top >> drop_bits;
    uint64_t lost = drop_bits == 64 ? top : top & ((UINT64_C(1) << drop_bits) - 1), half = UINT64_C(1) << (drop_bits - 1);
    if (lost > half || (lost == half && (sticky || (kept & 1)))) kept++;
    return ldexp((double)kept, (int)(scale + drop_bits));
}

/* The leading 64 bits; *scale: the exponent of the lowest of them. */
static uint64_t view_top(const BigView *v, ssize_t *scale, bool *sticky) {
    size_t length = view_bit_length(v);
    *scale = (ssize_t)length - 64;
    if (length <= 64) {
        *sticky = false;
        return length ? view_bits(v, 0) << (64 - length) : 0;
    }
    *sticky = view_sticky(v, length - 64);
    return view_bits(v, length - 64);
}

double int_frexp(Ref o, ssize_t *exponent) {
    BigView v;
    big_view(&v, o);
    ssize_t scale;
    bool sticky;
    uint64_t top = view_top(&v, &scale, &sticky);
    *exponent = top ? scale + 64 : 0;
    double m = top ? double_from_top(top, sticky, -64) : 0.0;
    if (m == 1.0) {
        m = 0.5;
        ++*exponent;
    }
    return v.negative ? -m : m;
}

double int_to_double(Ref o) {
    if (int_is_compact(o)) return (double)int_value(o);
    ssize_t exponent;
    double m = int_frexp(o, &exponent);
    if (exponent > 1024) return raise_error(OverflowError, "int too large to convert to float"), -1.0;
    return ldexp(m, (int)exponent);
}

/* Exact; d finite. The leading bits of both decide, and only equal ones make the rest of the int matter. */
int int_compare_double(Ref a, double d) {
    BigView v;
    big_view(&v, a);
    ssize_t scale;
    bool sticky;
    uint64_t top = view_top(&v, &scale, &sticky);
    int sign = top == 0 ? 0 : v.negative ? -1 : 1, other = d < 0 ? -1 : d > 0;
    if (sign != other || sign == 0) return sign < other ? -1 : sign > other;
    int exponent;
    uint64_t m = (uint64_t)ldexp(frexp(fabs(d), &exponent), 64);
    ssize_t length = scale + 64;
    int c = length != exponent ? (length < exponent ? -1 : 1) : top != m ? (top < m ? -1 : 1) : sticky;
    return v.negative ? -c : c;
}

/* Both compact: the quotient of a shifted up to 127 bits has at least 67, of which the last few only say whether something follows. */
static double divide_words(uint64_t a, uint64_t b) {
    int shift = __builtin_clzl(a) + 63;
    UWide n = (UWide)a << shift, q = n / b;
    bool sticky = q * b != n;
    int over = 64 - __builtin_clzl((uint64_t)(q >> 64));
    return double_from_top((uint64_t)(q >> over), sticky || (q & (((UWide)1 << over) - 1)), over - shift);
}

/* From the leading 64 bits of both: true quotient and q, below 2^64, differ by less than 4, which matters only near the middle between two
 * doubles. false: there, or outside of the normal range. */
static bool divide_by_top(const BigView *u, const BigView *v, double *out) {
    ssize_t scale_u, scale_v;
    bool sticky;
    uint64_t a = view_top(u, &scale_u, &sticky), b = view_top(v, &scale_v, &sticky), q = (uint64_t)(((UWide)a << 63 >> (a >= b)) / b);
    ssize_t scale = scale_u - scale_v - 63 + (a >= b);
    q <<= 1, scale--; /* 2^62 <= q < 2^63 before */
    uint64_t low = q & 0x7ff;
    if (q >> 63 == 0 || (low > 0x400 - 32 && low < 0x400 + 32) || scale < -1000 || scale > 900) return false;
    *out = double_from_top(q, true, scale);
    return true;
}

static Own magnitude_of(Ref a) { return int_sign(a) < 0 ? bigint_negate(a) : own(a); }

/* a / b, both > 0: q = floor(a 2^-shift / b) has at least 65 bits; those behind the leading 64 only say whether something follows. */
static Own divide_positive(Ref a, Ref b, bool negative) {
    BigView u, v, w;
    big_view(&u, a);
    big_view(&v, b);
    ssize_t length = (ssize_t)(view_bit_length(&u) - view_bit_length(&v)), shift = length - 66, scale;
    if (length < -1140) return float_new(negative ? -0.0 : 0.0);
    if (length > 1025) return raise_error(OverflowError, "integer division result too large for a float");
    Own scaled = shift >= 0 ? bigint_rshift(a, (uint64_t)shift) : bigint_lshift(a, (uint64_t)-shift), q, r;
    if (!scaled) return NULL;
    int status = bigint_divmod(scaled, b, &q, &r);
    drop(scaled);
    if (status < 0) return NULL;
    bool sticky;
    big_view(&w, q);
    uint64_t top = view_top(&w, &scale, &sticky);
    sticky |= !int_is_zero(r) || (shift > 0 && view_sticky(&u, (size_t)shift));
    drop(q);
    drop(r);
    double result = double_from_top(top, sticky, scale + shift);
    if (isinf(result)) return raise_error(OverflowError, "integer division result too large for a float");
    return float_new(negative ? -result : result);
}

Own bigint_divide_true(Ref a, Ref b) {
    bool negative = (int_sign(a) < 0) != (int_sign(b) < 0);
    if (int_is_zero(a)) return float_new(negative ? -0.0 : 0.0);
    if (int_is_compact(a) && int_is_compact(b)) {
        double d = divide_words(word_abs(int_value(a)), word_abs(int_value(b)));
        return float_new(negative ? -d : d);
    }
    BigView u, v;
    big_view(&u, a);
    big_view(&v, b);
    double quick;
    if (divide_by_top(&u, &v, &quick)) return float_new(negative ? -quick : quick);
    Own x = magnitude_of(a), y = x ? magnitude_of(b) : NULL;
    Own r = y ? divide_positive(x, y, negative) : NULL;
    drop_x(x);
    drop_x(y);
    return r;
}
