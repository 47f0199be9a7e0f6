/* floatdigits.c: from a double to its decimal digits.
 *
 * Shortest: Raffaello Giulietti, "The Schubfach way to render doubles" (2020): v and the ends of the interval of all numbers that read
 * back as v are scaled by a power of ten (128 bits of it, from a table) so that the digits wanted are an integer; at most two candidates of
 * two lengths remain. Rounding to odd keeps the comparisons exact.
 *
 * A given number of digits: with few of them the value is scaled in 128 or 192 bits, and the error of the table's entry says whether
 * rounding is certain (it is exact for most numbers that people print). Otherwise the whole expansion is made: m * 2^e, or m * 5^-e / 10^-e
 * for e < 0, is an integer of at most 2,600 bits. */
#include "runtime/floattext.h"

#include <gmp.h>
#include <string.h>

typedef unsigned __int128 UWide;

const Power10 powers10[POWER10_MAX - POWER10_MIN + 1] = {
#define POWER(high, low) {high, low},
#include "runtime/powers10.def"
};

static const uint64_t small_powers[] = {1,
                                        10,
                                        100,
                                        1000,
                                        10000,
                                        100000,
                                        1000000,
                                        10000000,
                                        100000000,
                                        1000000000,
                                        10000000000,
                                        100000000000,
                                        1000000000000,
                                        10000000000000,
                                        100000000000000,
                                        1000000000000000,
                                        10000000000000000,
                                        100000000000000000,
                                        1000000000000000000,
                                        10000000000000000000u};
enum { PLACES_FAST = 22, DIGITS_FAST = 17, WORD_DIGITS = 19, BIG_LIMBS = 44 };
#define TEN_19 UINT64_C(10000000000000000000)

static int digits_of(uint64_t v) { /* log10 from log2, 1233/4096 */
    int guess = (64 - __builtin_clzl(v | 1)) * 1233 >> 12;
    return guess + (v >= small_powers[guess]) + (v == 0);
}

static void put_digits(char *end, uint64_t v, int n) {
    while (n-- > 0) {
        *--end = (char)('0' + v % 10);
        v /= 10;
    }
}

int decimal_put(char *out, uint64_t v) {
    int n = digits_of(v);
    put_digits(out + n, v, n);
    return n;
}

/* digits * 10^exponent */
static void set_decimal(Decimal *out, uint64_t digits, int exponent) {
    out->n = decimal_put(out->digits, digits);
    out->point = out->n + exponent;
}

/* --- shortest --- */

/* The upper 64 bits of g * c / 2^64, the lowest of them set if anything but rounding error of g follows. */
static inline uint64_t round_to_odd(UWide g, uint64_t c) {
    UWide x = (UWide)(uint64_t)g * c, y = (UWide)(uint64_t)(g >> 64) * c + (uint64_t)(x >> 64);
    return (uint64_t)(y >> 64) | ((uint64_t)y > 1);
}

static uint64_t strip_zeros(uint64_t digits, int *exponent) {
    while (digits % 100000000 == 0) digits /= 100000000, *exponent += 8;
    while (digits % 10 == 0) digits /= 10, ++*exponent;
    return digits;
}

static void schubfach(uint64_t m, int e, Decimal *out) {
    bool even = (m & 1) == 0, closer_below = m == UINT64_C(1) << 52 && e > -1074;
    uint64_t below = 4 * m - 2 + closer_below, at = 4 * m, above = 4 * m + 2;
    int k = (e * 1262611 - (closer_below ? 524031 : 0)) >> 22; /* floor(log10(2^e)), or of 3/4 of it */
    int shift = e + power10_log2(-k) + 1;
    Power10 p = powers10[-k - POWER10_MIN];
    UWide g = ((UWide)p.high << 64 | p.low) + !power10_exact(-k);
    uint64_t lower = round_to_odd(g, below << shift) + !even, value = round_to_odd(g, at << shift), upper = round_to_odd(g, above << shift) - !even;
    uint64_t s = value / 4;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
        if (down != up) {
            int exponent = k + 1;
            uint64_t digits = strip_zeros(tens + up, &exponent);
            set_decimal(out, digits, exponent);
            return;
        }
    }
    bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
    if (down == up) up = value > 4 * s + 2 || (value == 4 * s + 2 && (s & 1) != 0);
    uint64_t digits = strip_zeros(s + up, &k);
    set_decimal(out, digits, k);
}

void double_shortest(double v, Decimal *out) {
    int e;
    uint64_t m = double_split(v, &e);
    if (e <= 0 && e > -53 && (m & ((UINT64_C(1) << -e) - 1)) == 0) { /* an integer below 2^53 */
        int exponent = 0;
        uint64_t digits = strip_zeros(m >> -e, &exponent);
        set_decimal(out, digits, exponent);
        return;
    }
    schubfach(m, e, out);
}

/* --- the whole expansion --- */

/* Cuts to `keep` digits (may be 0 or negative), half to even. */
static void round_decimal(Decimal *d, int keep) {
    if (keep >= d->n) return;
    bool up = false;
    if (keep >= 0) {
        bool more = false;
        for (int i = keep + 1; i < d->n && !more; i++) more = d->digits[i] != '0';
        char c = d->digits[keep];
        up = c > '5' || (c == '5' && (more || (keep > 0 && (d->digits[keep - 1] & 1) != 0)));
    }
    d->n = keep > 0 ? keep : 0;
    if (!up) return;
    while (d->n > 0 && d->digits[d->n - 1] == '9') d->n--;
    if (d->n == 0) {
        d->digits[d->n++] = '1';
        d->point++;
        if (keep > 0)
            while (d->n < keep) d->digits[d->n++] = '0';
        return;
    }
    d->digits[d->n - 1]++;
    while (d->n < keep) d->digits[d->n++] = '0';
}

static void expand(uint64_t m, int e, Decimal *out) {
    mp_limb_t big[BIG_LIMBS] = {m};
    mp_size_t n = 1;
    int left = e < 0 ? -e : e;
    if (e < 0) {
        const int step = 27; /* 5^27 < 2^63 */
        const uint64_t five_27 = UINT64_C(7450580596923828125);
        for (; left > 0; left -= step) {
            uint64_t factor = 1;
            for (int i = 0; left < step && i < left; i++) factor *= 5;
            mp_limb_t carry = mpn_mul_1(big, big, n, left < step ? factor : five_27);
            if (carry) big[n++] = carry;
        }
    } else {
        int whole = e / 64, bits = e % 64;
        big[whole] = m << bits;
        if (bits) big[whole + 1] = m >> (64 - bits);
        if (whole) big[0] = 0;
        n = whole + 1 + (big[whole + 1] != 0);
    }
    char *end = out->digits + DECIMAL_DIGITS_MAX, *at = end;
    while (n > 0) {
        uint64_t part = mpn_divrem_1(big, 0, big, n, TEN_19);
        if (big[n - 1] == 0) n--;
        int digits = n > 0 ? WORD_DIGITS : digits_of(part);
        put_digits(at, part, digits);
        at -= digits;
    }
    out->n = (int)(end - at);
    memmove(out->digits, at, (size_t)out->n);
    out->point = out->n + (e < 0 ? e : 0);
}

/* --- a given number of digits --- */

static void set_wide(Decimal *out, UWide v, int places) {
    if (v >> 64 == 0) {
        set_decimal(out, (uint64_t)v, -places);
        return;
    }
    UWide high = v / TEN_19;
    if (high >> 64) {
        uint64_t top = (uint64_t)(high / TEN_19);
        out->n = decimal_put(out->digits, top);
        put_digits(out->digits + out->n + WORD_DIGITS, (uint64_t)(high % TEN_19), WORD_DIGITS);
        out->n += WORD_DIGITS;
    } else {
        out->n = decimal_put(out->digits, (uint64_t)high);
    }
    put_digits(out->digits + out->n + WORD_DIGITS, (uint64_t)(v % TEN_19), WORD_DIGITS);
    out->n += WORD_DIGITS;
    out->point = out->n - places;
}

/* m 2^e 10^places as an integer, rounded half to even; e < 0. m 10^places < 2^127 is exact, and so is its half. */
static UWide fast_places(uint64_t m, int e, int places) {
    UWide n = (UWide)m * small_powers[places < WORD_DIGITS ? places : WORD_DIGITS];
    if (places > WORD_DIGITS) n *= small_powers[places - WORD_DIGITS];
    int shift = -e;
    if (shift > 128) return 0;
    UWide kept = shift < 128 ? n >> shift : 0, lost = shift < 128 ? n & (((UWide)1 << shift) - 1) : n, half = (UWide)1 << (shift - 1);
    return kept + (lost > half || (lost == half && (kept & 1)));
}

void double_places(double v, int places, Decimal *out) {
    int e;
    uint64_t m = double_split(v, &e);
    if (e < 0 && places >= 0 && places <= PLACES_FAST) {
        UWide n = fast_places(m, e, places);
        if (n) set_wide(out, n, places);
        else out->n = 0, out->point = -places;
        return;
    }
    expand(m, e, out);
    int64_t keep = (int64_t)out->point + places;
    if (keep < out->n) round_decimal(out, keep < -1 ? -1 : (int)keep);
}

bool double_round_fast(double v, int places, double *out) {
    static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                          1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    int e;
    uint64_t m = double_split(v, &e);
    if (e >= 0 || places < 0 || places > PLACES_FAST) return false;
    UWide n = fast_places(m, e, places);
    if (n > (uint64_t)1 << 53) return false;
    *out = (double)(uint64_t)n / exact_powers[places];
    return true;
}

/* Rounds m 2^e to `digits` significant ones; false: the table's entry is not exact enough to say which way, or not there. */
static bool fast_significant(uint64_t m, int e, int digits, Decimal *out) {
    int bits = 64 - __builtin_clzl(m);
    int point = ((e + bits - 1) * 1262611 >> 22) + 1; /* floor(log10) of the power of two below, may be one too small */
    for (;; point++) {
        int k = digits - point;
        if (k < POWER10_MIN || k > POWER10_MAX) return false;
        Power10 p = powers10[k - POWER10_MIN];
        UWide low = (UWide)m * p.low, high = (UWide)m * p.high + (uint64_t)(low >> 64);
        int shift = -(e + power10_log2(k) - 127) - 64; /* of high; the 64 bits of low follow */
        if (shift < 1 || shift > 127) return false;
        uint64_t kept = (uint64_t)(high >> shift);
        if (kept >= small_powers[digits]) continue;
        UWide lost = high & (((UWide)1 << shift) - 1), half = (UWide)1 << (shift - 1);
        bool rest = (uint64_t)low != 0 || !power10_exact(k), up = lost >= half;
        if (!power10_exact(k) && lost == half - 1) return false; /* the error, below m < 2^64 units of low, may reach the half */
        if (lost == half && !rest) up = (kept & 1) != 0;
        kept += up;
        if (kept == small_powers[digits]) kept /= 10, point++;
        set_decimal(out, kept, point - digits);
        return true;
    }
}

void double_significant(double v, int digits, Decimal *out) {
    int e;
    uint64_t m = double_split(v, &e);
    if (digits <= DIGITS_FAST && fast_significant(m, e, digits, out)) return;
    expand(m, e, out);
    round_decimal(out, digits);
}
