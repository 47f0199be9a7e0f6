/* floattext.h: doubles as decimal digits: the inner door between floatdigits.c, floatformat.c and floatparse.c. */
#ifndef RUNTIME_FLOATTEXT_H
#define RUNTIME_FLOATTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A finite double has at most 767 significant digits, and none after the 1074th place. */
enum { DECIMAL_DIGITS_MAX = 1100, DECIMAL_PLACES_MAX = 1074, DECIMAL_SIGNIFICANT_MAX = 767 };

/* 0.d1 d2 ... dn * 10^point; no digits at all: zero. */
typedef struct Decimal {
    int n, point;
    char digits[DECIMAL_DIGITS_MAX]; /* '0'..'9' */
} Decimal;

/* v finite and > 0. The shortest digits that read back as v, of these the nearest to v. */
void double_shortest(double v, Decimal *out);
/* Exact value rounded half-even to that many places after the point (may be negative), trailing zeros not guaranteed nor suppressed. */
void double_places(double v, int places, Decimal *out);
/* The same to that many significant digits, > 0: exactly so many digits, or fewer when the value ends before. */
void double_significant(double v, int digits, Decimal *out);

/* v rounded half-even to that many places, where both steps of it are exact in words; v as above. */
bool double_round_fast(double v, int places, double *out);

/* Leading 128 bits of a power of ten; exact where POWER10_EXACT says so. */
typedef struct Power10 {
    uint64_t high, low;
} Power10;
enum { POWER10_MIN = -342, POWER10_MAX = 341, POWER10_EXACT_MAX = 55 };
extern const Power10 powers10[POWER10_MAX - POWER10_MIN + 1];
static inline bool power10_exact(int k) { return k >= 0 && k <= POWER10_EXACT_MAX; }
static inline int power10_log2(int k) { return (k * 1741647) >> 19; } /* floor(log2(10^k)) */

/* Decimal digits of v, most significant first; returns their number (0 has one). */
int decimal_put(char *out, uint64_t v);

/* A double > 0 as m * 2^e with m < 2^53. */
static inline uint64_t double_split(double v, int *e) {
    union {
        double d;
        uint64_t u;
    } bits = {v};
    uint64_t m = bits.u & ((UINT64_C(1) << 52) - 1);
    int exponent = (int)(bits.u >> 52 & 0x7ff);
    *e = (exponent ? exponent : 1) - 1075;
    return exponent ? m | UINT64_C(1) << 52 : m;
}

#endif
