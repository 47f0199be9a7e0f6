/* floatparse.c: decimal text to the nearest double.
 *
 * Up to 19 digits w and an exponent q are read. If w and 10^|q| are exact as doubles, one multiplication or division is (Clinger 1990). Else
 * w times 128 bits of 10^q decides in nearly every case (Lemire, "Number parsing at a gigabyte per second", 2021, in the form with
 * truncated powers that gives up instead of being unsure). What is left, and numerals of more than 19 digits whose tail matters, is compared
 * exactly with the middle between two neighbouring doubles as big integers: a middle has at most 768 digits, so of longer numerals it only
 * counts whether anything follows. */
#include <gmp.h>
#include <math.h>
#include <string.h>

#include "runtime/float.h"
#include "runtime/floattext.h"

typedef unsigned __int128 UWide;

enum { WORD_DIGITS = 19, DIGITS_KEPT = 800, LIMBS = 160, EXPONENT_LIMIT = 100000000 };

typedef struct Numeral {
    uint64_t w;          /* the first 19 significant digits */
    int exponent;        /* value = w * 10^exponent if not cut */
    bool cut;            /* nonzero digits follow */
    const char *digits;  /* from the first significant one on, a point among them */
    const char *end;     /* behind the last */
    int64_t point;       /* of all digits: value = 0.d1 d2 ... * 10^point */
} Numeral;

static inline bool is_digit(char c) { return (unsigned char)(c - '0') < 10; }

/* --- the fast ways --- */

static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static bool eisel_lemire(uint64_t w, int q, double *out) {
    if (q < POWER10_MIN || q > 308) return false;
    int zeros = __builtin_clzl(w);
    w <<= zeros;
    Power10 p = powers10[q - POWER10_MIN];
    UWide x = (UWide)w * p.high;
    uint64_t high = (uint64_t)(x >> 64), low = (uint64_t)x;
    if ((high & 0x1ff) == 0x1ff && low + w < w) { /* the truncated part may carry into the bits that count */
        UWide y = (UWide)w * p.low;
        uint64_t merged = low + (uint64_t)(y >> 64);
        high += merged < low;
        if ((high & 0x1ff) == 0x1ff && merged + 1 == 0 && (uint64_t)y + w < w) return false;
        low = merged;
    }
    int top = (int)(high >> 63);
    uint64_t mantissa = high >> (top + 9);
    int exponent = power10_log2(q) + 64 + 1023 - zeros - (1 - top);
    if (low == 0 && (high & 0x1ff) == 0 && (mantissa & 3) == 1) return false; /* just half-way, as far as one sees */
    mantissa = (mantissa + (mantissa & 1)) >> 1;
    if (mantissa >> 53) mantissa >>= 1, exponent++;
    if (exponent < 1 || exponent > 2046) return false;
    uint64_t bits = (mantissa & ((UINT64_C(1) << 52) - 1)) | (uint64_t)exponent << 52;
    memcpy(out, &bits, sizeof *out);
    return true;
}

static bool parse_fast(const Numeral *n, double *out) {
    if (!n->cut && n->w <= UINT64_C(1) << 53 && n->exponent >= -22 && n->exponent <= 22) {
        *out = n->exponent < 0 ? (double)n->w / exact_powers[-n->exponent] : (double)n->w * exact_powers[n->exponent];
        return true;
    }
    double next;
    if (!eisel_lemire(n->w, n->exponent, out)) return false;
    return !n->cut || (eisel_lemire(n->w + 1, n->exponent, &next) && next == *out);
}

/* --- the exact way --- */

typedef struct Big {
    mp_size_t n;
    mp_limb_t limbs[LIMBS];
} Big;

static void big_multiply(Big *b, uint64_t factor, uint64_t add) {
    mp_limb_t carry = add;
    if (b->n) {
        carry = mpn_mul_1(b->limbs, b->limbs, b->n, factor);
        carry += mpn_add_1(b->limbs, b->limbs, b->n, add);
    }
    if (carry) b->limbs[b->n++] = carry;
}

static void big_times_power5(Big *b, int64_t k) {
    for (; k >= 27; k -= 27) big_multiply(b, UINT64_C(7450580596923828125), 0);
    uint64_t factor = 1;
    for (; k > 0; k--) factor *= 5;
    big_multiply(b, factor, 0);
}

static void big_shift(Big *b, int64_t bits) {
    mp_size_t whole = (mp_size_t)(bits / 64);
    memmove(b->limbs + whole, b->limbs, (size_t)b->n * sizeof(mp_limb_t));
    memset(b->limbs, 0, (size_t)whole * sizeof(mp_limb_t));
    b->n += whole;
    if (bits % 64) {
        mp_limb_t carry = mpn_lshift(b->limbs, b->limbs, b->n, (unsigned)(bits % 64));
        if (carry) b->limbs[b->n++] = carry;
    }
}

/* The numeral's digits, at most DIGITS_KEPT and a 1 for what follows; returns the exponent of ten. */
static int64_t big_from_digits(Big *b, const Numeral *n) {
    b->n = 0;
    int64_t count = 0;
    uint64_t word = 0, scale = 1;
    bool more = false;
    for (const char *p = n->digits; p < n->end; p++) {
        if (!is_digit(*p)) continue;
        if (count == DIGITS_KEPT) {
            if (*p != '0') more = true;
            continue;
        }
        word = word * 10 + (uint64_t)(*p - '0');
        scale *= 10;
        count++;
        if (scale == UINT64_C(10000000000000000000)) {
            big_multiply(b, scale, word);
            word = 0;
            scale = 1;
        }
    }
    big_multiply(b, scale, word);
    if (more) {
        big_multiply(b, 10, 1);
        count++;
    }
    return n->point - count;
}

/* Compares the numeral with (2 m + 1) 2^(e - 1), the middle between m 2^e and the next double. */
static int compare_with_middle(const Numeral *n, uint64_t m, int e) {
    Big a, b = {1, {2 * m + 1}};
    int64_t ten = big_from_digits(&a, n), two = ten - (e - 1); /* a 5^ten 2^two against b */
    big_times_power5(ten > 0 ? &a : &b, ten > 0 ? ten : -ten);
    if (two != 0) big_shift(two > 0 ? &a : &b, two > 0 ? two : -two);
    if (a.n != b.n) return a.n < b.n ? -1 : 1;
    return mpn_cmp(a.limbs, b.limbs, a.n);
}

/* Starting from a neighbour of the right double (or the right one): steps until the numeral is on its side of both middles. */
static double settle(const Numeral *n, double guess) {
    if (isinf(guess)) guess = 0x1.fffffffffffffp1023;
    for (;;) {
        int e;
        uint64_t m = double_split(guess, &e);
        int c = compare_with_middle(n, m, e);
        if (c > 0 || (c == 0 && (m & 1))) {
            guess = nextafter(guess, INFINITY);
            if (isinf(guess) || c == 0) return guess;
            continue;
        }
        if (guess == 0) return guess;
        double below = nextafter(guess, 0);
        m = double_split(below, &e);
        c = compare_with_middle(n, m, e);
        if (c > 0 || (c == 0 && (m & 1))) return guess;
        guess = below;
        if (c == 0) return guess;
    }
}

static double parse_exact(const Numeral *n) {
    if (n->exponent > 308) return INFINITY;
    if (n->exponent < POWER10_MIN) return 0; /* below 10^19 / 10^343: less than half of the least double */
    Power10 p = powers10[n->exponent - POWER10_MIN];
    int zeros = __builtin_clzl(n->w);
    uint64_t high = (uint64_t)(((UWide)(n->w << zeros) * p.high) >> 64);
    return settle(n, ldexp((double)high, power10_log2(n->exponent) + 1 - zeros));
}

/* --- reading --- */

static const char *read_exponent(const char *p, int64_t *exponent) {
    const char *start = p++;
    bool negative = *p == '-';
    if (*p == '-' || *p == '+') p++;
    if (!is_digit(*p)) return start;
    int64_t e = 0;
    for (; is_digit(*p); p++)
        if (e < EXPONENT_LIMIT) e = e * 10 + (*p - '0');
    *exponent = negative ? -e : e;
    return p;
}

/* false: no digit. */
static bool read_numeral(const char *p, const char **end, Numeral *n) {
    *n = (Numeral){0};
    bool any = false;
    int64_t whole = 0, places = 0, exponent = 0; /* whole: significant digits before the point */
    int64_t count = 0;
    const char *point = NULL;
    for (;; p++) {
        if (*p == '.' && !point) {
            point = p;
            continue;
        }
        if (!is_digit(*p)) break;
        any = true;
        if (point && count == 0 && *p == '0') places++;
        if (count == 0) {
            if (*p == '0') continue;
            n->digits = p;
        }
        count++;
        if (!point) whole++;
        if (count <= WORD_DIGITS) n->w = n->w * 10 + (uint64_t)(*p - '0');
        else if (*p != '0') n->cut = true;
    }
    if (!any) return false;
    n->end = p;
    if (*p == 'e' || *p == 'E') p = read_exponent(p, &exponent);
    *end = p;
    n->point = whole - places + exponent;
    int64_t q = n->point - (count < WORD_DIGITS ? count : WORD_DIGITS);
    n->exponent = q > 10000 ? 10000 : q < -10000 ? -10000 : (int)q;
    return true;
}

/* Does the text begin with that word, in any case? */
static bool starts_with(const char *p, const char *lower_word, const char **end) {
    for (; *lower_word; p++, lower_word++)
        if ((*p | 0x20) != *lower_word) return false;
    *end = p;
    return true;
}

double double_parse(const char *text, const char **end) {
    const char *p = text;
    bool negative = *p == '-';
    if (*p == '-' || *p == '+') p++;
    Numeral n;
    double v = 0.0;
    if (read_numeral(p, end, &n)) {
        if (n.w != 0 && !parse_fast(&n, &v)) v = parse_exact(&n);
    } else if (starts_with(p, "infinity", end) || starts_with(p, "inf", end)) {
        v = INFINITY;
    } else if (starts_with(p, "nan", end)) {
        v = NAN;
    } else {
        *end = text;
        return 0.0;
    }
    return negative ? -v : v;
}
