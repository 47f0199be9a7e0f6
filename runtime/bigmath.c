/* bigmath.c: powers, modular powers and inverses, greatest common divisors and integer square roots, all on packed limbs.
 *
 * A power takes the factor 2^t out of its base first (10 ** n is 5 ** n shifted), then squares and multiplies from the top bit down. A
 * modular power walks its exponent in windows of up to 6 bits with a table of odd powers; moduli that fit a word use one-word arithmetic. */
#include <gmp.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/limbs.h"
#include "runtime/object.h"

enum { WINDOW_MAX = 6 };
#define POWER_BITS_MAX (UINT64_C(1) << 31) /* more takes minutes that nothing can interrupt: MemoryError */

/* --- powers --- */

typedef struct PowerJob {
    Limb *result, *spare; /* each of the final size and a bit */
    const Limb *base;
    size_t n_base, n;     /* n: limbs of result */
    uint64_t exponent;    /* >= 1 */
    uint64_t shift;       /* bits to the left at the end */
} PowerJob;

static void swap_in(PowerJob *j, size_t n) {
    Limb *t = j->result;
    j->result = j->spare;
    j->spare = t;
    j->n = limbs_strip(j->result, n);
}

static void power_body(void *arg) {
    PowerJob *j = arg;
    memcpy(j->result, j->base, j->n_base * sizeof(Limb));
    j->n = j->n_base;
    for (int bit = 62 - __builtin_clzl(j->exponent); bit >= 0; bit--) {
        mpn_sqr(j->spare, j->result, (mp_size_t)j->n);
        swap_in(j, 2 * j->n);
        if (!(j->exponent >> bit & 1)) continue;
        if (j->n >= j->n_base) mpn_mul(j->spare, j->result, (mp_size_t)j->n, j->base, (mp_size_t)j->n_base);
        else mpn_mul(j->spare, j->base, (mp_size_t)j->n_base, j->result, (mp_size_t)j->n);
        swap_in(j, j->n + j->n_base);
    }
    size_t whole = j->shift / LIMB_BITS;
    unsigned bits = j->shift % LIMB_BITS;
    memset(j->spare, 0, whole * sizeof(Limb));
    if (bits) j->spare[whole + j->n] = mpn_lshift(j->spare + whole, j->result, (mp_size_t)j->n, bits);
    else memcpy(j->spare + whole, j->result, j->n * sizeof(Limb));
    swap_in(j, whole + j->n + (bits != 0));
}

/* Base and its number of limbs, its power of two taken out; returns that. */
static uint64_t take_out_twos(Limb *base, size_t *n) {
    uint64_t twos = mpn_scan1(base, 0);
    size_t whole = twos / LIMB_BITS;
    *n -= whole;
    if (twos % LIMB_BITS) mpn_rshift(base, base + whole, (mp_size_t)*n, twos % LIMB_BITS);
    else if (whole) memmove(base, base + whole, *n * sizeof(Limb));
    *n = limbs_strip(base, *n);
    return twos;
}

static Own power_limbs(const BigView *v, uint64_t exponent, bool negative) {
    Scratch s;
    size_t n = limbs_for_pairs(v->pairs);
    Limb *base = scratch_get(&s, n), *room = NULL;
    if (!base) return NULL;
    Own r = NULL;
    n = limbs_pack(base, v);
    uint64_t twos = take_out_twos(base, &n);
    size_t odd_bits = n * LIMB_BITS - (size_t)__builtin_clzl(base[n - 1]), bits;
    if (__builtin_mul_overflow(odd_bits + twos, exponent, &bits) || bits > POWER_BITS_MAX) {
        raise_memory();
        goto done;
    }
    size_t size = limbs_for_bits(bits) + n + 2;
    room = mem_alloc(2 * size * sizeof(Limb));
    if (!room) {
        raise_memory();
        goto done;
    }
    PowerJob job = {room, room + size, base, n, 0, exponent, twos * exponent};
    if (limbs_run(power_body, &job)) r = limbs_to_int(job.result, job.n, negative);
done:
    mem_free(room);
    scratch_drop(&s);
    return r;
}

Own bigint_power(Ref base, Ref exponent) {
    BigView v;
    big_view(&v, base);
    uint64_t low = v.pairs == 1 ? pair_get(v.digits, 0) : 2;
    bool odd = int_is_compact(exponent) ? int_value(exponent) & 1 : int_digits(exponent)[0] & 1;
    if (int_is_zero(exponent)) return int_new(1);
    if (low <= 1) return int_new(v.negative && odd ? -1 : (int64_t)low);
    if (!int_is_compact(exponent)) return raise_memory();
    return power_limbs(&v, (uint64_t)int_value(exponent), v.negative && odd);
}

/* --- modular powers in one word --- */

/* A modulus with its reciprocal, so that reducing takes no division. */
typedef struct WordModulus {
    uint64_t normalised, reciprocal;
    unsigned shift;
} WordModulus;

static uint64_t mul_mod(uint64_t a, uint64_t b, const WordModulus *m) {
    UWide t = (UWide)a * b << m->shift;
    uint64_t r;
    divide_2by1((uint64_t)(t >> 64), (uint64_t)t, m->normalised, m->reciprocal, &r);
    return r >> m->shift;
}

/* 1 < m < 2^60, base < m */
static uint64_t word_power_mod(uint64_t base, const BigView *exponent, uint64_t m) {
    unsigned shift = (unsigned)__builtin_clzl(m);
    WordModulus modulus = {m << shift, reciprocal_of(m << shift), shift};
    uint64_t r = 1;
    for (size_t i = view_bit_length(exponent); i-- > 0;) {
        r = mul_mod(r, r, &modulus);
        if (exponent->digits[i / INT_DIGIT_BITS] >> i % INT_DIGIT_BITS & 1) r = mul_mod(r, base, &modulus);
    }
    return r;
}

/* x with a x = 1 modulo m, 0 < a < m < 2^60; false: there is none. */
static bool word_inverse(int64_t a, int64_t m, int64_t *out) {
    int64_t r = m, next_r = a, t = 0, next_t = 1;
    while (next_r) {
        int64_t q = r / next_r, s = r - q * next_r;
        r = next_r;
        next_r = s;
        s = t - q * next_t;
        t = next_t;
        next_t = s;
    }
    *out = t < 0 ? t + m : t;
    return r == 1;
}

/* --- modular powers in limbs --- */

typedef struct ModJob {
    const Limb *modulus;
    const BigView *exponent;
    Limb *base;     /* n limbs: below the modulus, padded; replaced by its inverse if asked for */
    Limb *result;   /* n */
    Limb *product;  /* 2n */
    Limb *quotient; /* n + 1 */
    Limb *table;    /* odd powers of the base: n each */
    Limb *cofactor; /* n + 1 */
    size_t n;
    unsigned window;
    bool invert, invertible;
} ModJob;

/* out = product modulo the modulus */
static void reduce_product(ModJob *j, Limb *out) {
    mpn_tdiv_qr(j->quotient, out, 0, j->product, (mp_size_t)(2 * j->n), j->modulus, (mp_size_t)j->n);
}

static void mod_multiply(ModJob *j, Limb *out, const Limb *a, const Limb *b) {
    if (a == b) mpn_sqr(j->product, a, (mp_size_t)j->n);
    else mpn_mul_n(j->product, a, b, (mp_size_t)j->n);
    reduce_product(j, out);
}

/* base becomes its inverse. mpn_gcdext destroys its operands: they are copied to product first. */
static void invert_base(ModJob *j) {
    size_t n = j->n;
    Limb *u = j->product, *v = j->product + n;
    memcpy(u, j->base, n * sizeof(Limb));
    memcpy(v, j->modulus, n * sizeof(Limb));
    mp_size_t n_cofactor;
    mp_size_t n_gcd = mpn_gcdext(j->quotient, j->cofactor, &n_cofactor, u, (mp_size_t)n, v, (mp_size_t)n);
    j->invertible = n_gcd == 1 && j->quotient[0] == 1;
    size_t used = (size_t)(n_cofactor < 0 ? -n_cofactor : n_cofactor);
    for (size_t i = used; i < n; i++) j->cofactor[i] = 0;
    if (n_cofactor < 0) mpn_sub_n(j->base, j->modulus, j->cofactor, (mp_size_t)n);
    else memcpy(j->base, j->cofactor, n * sizeof(Limb));
}

static unsigned exponent_bit(const ModJob *j, size_t i) { return j->exponent->digits[i / INT_DIGIT_BITS] >> i % INT_DIGIT_BITS & 1; }

static void power_mod_body(void *arg) {
    ModJob *j = arg;
    size_t n = j->n, bits = view_bit_length(j->exponent);
    bool zero = limbs_strip(j->base, n) == 0;
    if (j->invert) {
        j->invertible = false;
        if (zero) return;
        invert_base(j);
        if (!j->invertible) return;
    }
    memset(j->result, 0, n * sizeof(Limb));
    if (bits == 0) j->result[0] = 1;
    if (bits == 0 || zero) return;
    memcpy(j->table, j->base, n * sizeof(Limb));
    if (j->window > 1) {
        mod_multiply(j, j->result, j->base, j->base);
        for (size_t k = 1; k < (size_t)1 << (j->window - 1); k++) mod_multiply(j, j->table + k * n, j->table + (k - 1) * n, j->result);
    }
    bool started = false;
    for (size_t i = bits; i > 0;) {
        if (!exponent_bit(j, i - 1)) {
            mod_multiply(j, j->result, j->result, j->result);
            i--;
            continue;
        }
        size_t length = i < j->window ? i : j->window; /* the window ends at a set bit */
        while (!exponent_bit(j, i - length)) length--;
        size_t value = 0;
        for (size_t k = 0; k < length; k++) {
            value = value << 1 | exponent_bit(j, i - 1 - k);
            if (started) mod_multiply(j, j->result, j->result, j->result);
        }
        i -= length;
        if (started) mod_multiply(j, j->result, j->result, j->table + (value >> 1) * n);
        else memcpy(j->result, j->table + (value >> 1) * n, n * sizeof(Limb));
        started = true;
    }
}

static unsigned window_for(size_t bits) {
    unsigned w = bits < 8 ? 1 : bits < 40 ? 3 : bits < 240 ? 4 : bits < 800 ? 5 : WINDOW_MAX;
    return w;
}

/* base already reduced: 0 <= base < |m|; the result is, too. */
static Own power_mod_limbs(Ref base, const BigView *exponent, const BigView *m) {
    BigView b;
    big_view(&b, base);
    size_t n = limbs_for_pairs(m->pairs), n_base = limbs_for_pairs(b.pairs);
    unsigned window = window_for(view_bit_length(exponent));
    Scratch s;
    Limb *p = scratch_get(&s, n * (8 + ((size_t)1 << (window - 1))) + n_base + 8);
    if (!p) return NULL;
    ModJob j = {.modulus = p, .exponent = exponent, .window = window, .invert = exponent->negative};
    j.n = limbs_pack(p, m);
    j.base = p + n;
    n_base = limbs_pack(j.base, &b);
    memset(j.base + n_base, 0, (j.n - n_base) * sizeof(Limb));
    j.result = j.base + n + 1;
    j.product = j.result + n;
    j.quotient = j.product + 2 * n;
    j.cofactor = j.quotient + n + 2;
    j.table = j.cofactor + n + 2;
    Own r = NULL;
    if (limbs_run(power_mod_body, &j)) {
        if (j.invert && !j.invertible) raise_error(ValueError, "base is not invertible for the given modulus");
        else r = limbs_to_int(j.result, j.n, false);
    }
    scratch_drop(&s);
    return r;
}

static Own power_mod_word(Ref base, const BigView *exponent, uint64_t m) {
    int64_t b = int_value(base);
    if (exponent->negative && !word_inverse(b, (int64_t)m, &b)) return raise_error(ValueError, "base is not invertible for the given modulus");
    return int_new((int64_t)word_power_mod((uint64_t)b, exponent, m));
}

Own bigint_power_mod(Ref base, Ref exponent, Ref modulus) {
    BigView e, m;
    big_view(&e, exponent);
    big_view(&m, modulus);
    if (m.pairs == 1 && pair_get(m.digits, 0) == 1) return int_new(0);
    Own magnitude = m.negative ? bigint_negate(modulus) : own(modulus), reduced, r = NULL;
    if (!magnitude) return NULL;
    if (int_divmod(base, magnitude, NULL, &reduced) == 0) {
        r = m.pairs == 1 ? power_mod_word(reduced, &e, pair_get(m.digits, 0)) : power_mod_limbs(reduced, &e, &m);
        drop(reduced);
    }
    drop(magnitude);
    if (!r || !m.negative || int_is_zero(r)) return r;
    Own shifted = bigint_add(r, modulus);
    drop(r);
    return shifted;
}

/* --- greatest common divisor --- */

typedef struct GcdJob {
    Limb *a, *b, *out;
    size_t n, m, n_out;
} GcdJob;

static size_t bits_of(const Limb *p, size_t n) { return n * LIMB_BITS - (size_t)__builtin_clzl(p[n - 1]); }

/* mpn_gcd wants the longer first and the shorter odd; twos are counted apart. */
static void gcd_body(void *arg) {
    GcdJob *j = arg;
    uint64_t s = take_out_twos(j->a, &j->n), t = take_out_twos(j->b, &j->m), twos = s < t ? s : t;
    if (bits_of(j->a, j->n) < bits_of(j->b, j->m)) {
        Limb *p = j->a;
        size_t n = j->n;
        j->a = j->b, j->n = j->m;
        j->b = p, j->m = n;
    }
    size_t whole = twos / LIMB_BITS;
    unsigned bits = twos % LIMB_BITS;
    Limb *out = j->out + whole;
    memset(j->out, 0, whole * sizeof(Limb));
    size_t n = (size_t)mpn_gcd(out, j->a, (mp_size_t)j->n, j->b, (mp_size_t)j->m);
    out[n] = bits ? mpn_lshift(out, out, (mp_size_t)n, bits) : 0;
    j->n_out = whole + n + 1;
}

static uint64_t word_gcd(uint64_t a, uint64_t b) {
    while (b) {
        uint64_t r = a % b;
        a = b;
        b = r;
    }
    return a;
}

static Own gcd_limbs(const BigView *u, const BigView *v) {
    size_t n = limbs_for_pairs(u->pairs), m = limbs_for_pairs(v->pairs);
    Scratch s;
    Limb *a = scratch_get(&s, 2 * (n + m) + 4);
    if (!a) return NULL;
    GcdJob j = {a, a + n, a + n + m, limbs_pack(a, u), limbs_pack(a + n, v), 0};
    Own r = limbs_run(gcd_body, &j) ? limbs_to_int(j.out, j.n_out, false) : NULL;
    scratch_drop(&s);
    return r;
}

Own int_gcd(Ref a, Ref b) {
    if (int_is_zero(a)) return int_type.absolute(b);
    if (int_is_zero(b)) return int_type.absolute(a);
    BigView u, v;
    big_view(&u, a);
    big_view(&v, b);
    if (u.pairs > 1 && v.pairs > 1) return gcd_limbs(&u, &v);
    const BigView *longer = v.pairs > 1 ? &v : &u;
    uint64_t word = pair_get(longer == &u ? v.digits : u.digits, 0);
    return int_new((int64_t)word_gcd(word, longer->pairs == 1 ? pair_get(longer->digits, 0) : pairs_divide(NULL, longer->digits, longer->pairs, word)));
}

/* --- integer square root --- */

typedef struct RootJob {
    const Limb *a;
    Limb *root;
    size_t n;
} RootJob;

static void root_body(void *arg) {
    RootJob *j = arg;
    mpn_sqrtrem(j->root, NULL, j->a, (mp_size_t)j->n);
}

Own int_isqrt(Ref a) {
    if (int_is_zero(a)) return int_new(0);
    BigView v;
    big_view(&v, a);
    size_t n = limbs_for_pairs(v.pairs);
    Scratch s;
    Limb *p = scratch_get(&s, 2 * n + 2);
    if (!p) return NULL;
    RootJob j = {p, p + n, limbs_pack(p, &v)};
    Own r = limbs_run(root_body, &j) ? limbs_to_int(j.root, (j.n + 1) / 2, false) : NULL;
    scratch_drop(&s);
    return r;
}
