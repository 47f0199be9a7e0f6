/* bigint.c: sums, products, shifts and bit operations of ints beyond 60 bits.
 *
 * Linear work is done in pairs of digits (bigint.h) or four digits at a time. Products of short numbers go column by column in base 2^60: up to 256 products
 * of 120 bits fit a 128-bit sum without a carry in between. Longer ones go to GMP on packed limbs. Quotients are in bigdiv.c. */
#include "runtime/bigint.h"

#include <gmp.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/limbs.h"

enum { COLUMN_PAIRS = 10 }; /* schoolbook up to this many pairs of the shorter factor, and 4 times as many of the longer */

/* --- making --- */

Int *bigint_new(size_t pairs) {
    if (UNLIKELY(pairs > INT_DIGITS_MAX / 2)) {
        raise_error(OverflowError, "too many digits in integer");
        return NULL;
    }
    Own o = object_new_static(&int_type, INT_HEADER + 8 * pairs, false);
    if (UNLIKELY(!o)) raise_memory();
    return (Int *)o;
}

Own bigint_finish(Int *taken, size_t pairs, bool negative) {
    uint32_t *d = int_digits(&taken->ob);
    size_t given = pairs;
    while (pairs > 1 && pair_get(d, pairs - 1) == 0) pairs--;
    if (pairs == 1) {
        int64_t v = (int64_t)pair_get(d, 0);
        object_free_static(&taken->ob, false);
        return int_new(negative ? -v : v);
    }
    size_t digits = 2 * pairs - (d[2 * pairs - 1] == 0);
    taken->size = negative ? -(ssize_t)digits : (ssize_t)digits;
    if (UNLIKELY(given - pairs >= 2)) {
        Own smaller = object_resize(&taken->ob, INT_HEADER + 8 * pairs);
        return smaller ? smaller : &taken->ob;
    }
    return &taken->ob;
}

Own bigint_from_wide(Wide v) {
    UWide m = v < 0 ? -(UWide)v : (UWide)v;
    if (m <= PAIR_MASK) return int_new((int64_t)v);
    size_t pairs = m >> 120 ? 3 : 2;
    Int *r = bigint_new(pairs);
    if (!r) return NULL;
    for (size_t i = 0; i < pairs; i++, m >>= PAIR_BITS) pair_put(int_digits(&r->ob), i, (uint64_t)m & PAIR_MASK);
    return bigint_finish(r, pairs, v < 0);
}

/* --- looking --- */

uint64_t view_bits(const BigView *v, size_t bit) {
    size_t pair = bit / PAIR_BITS;
    unsigned shift = bit % PAIR_BITS;
    uint64_t r = pair < v->pairs ? pair_get(v->digits, pair) >> shift : 0;
    if (pair + 1 < v->pairs) {
        uint64_t next = pair_get(v->digits, pair + 1);
        r |= next << (PAIR_BITS - shift);
        if (shift > 56 && pair + 2 < v->pairs) r |= pair_get(v->digits, pair + 2) << (2 * PAIR_BITS - shift);
    }
    return r;
}

size_t view_bit_length(const BigView *v) {
    uint64_t top = pair_get(v->digits, v->pairs - 1);
    return (v->pairs - 1) * PAIR_BITS + (top ? 64 - (size_t)__builtin_clzl(top) : 0);
}

bool view_sticky(const BigView *v, size_t bit) {
    size_t pairs = bit / PAIR_BITS;
    for (size_t i = 0; i < pairs && i < v->pairs; i++)
        if (pair_get(v->digits, i)) return true;
    uint64_t mask = (UINT64_C(1) << bit % PAIR_BITS) - 1;
    return pairs < v->pairs && (pair_get(v->digits, pairs) & mask) != 0;
}

int view_compare(const BigView *a, const BigView *b) {
    if (a->pairs != b->pairs) return a->pairs < b->pairs ? -1 : 1;
    for (size_t i = a->pairs; i-- > 0;) {
        uint64_t x = pair_get(a->digits, i), y = pair_get(b->digits, i);
        if (x != y) return x < y ? -1 : 1;
    }
    return 0;
}

int bigint_compare(Ref a, Ref b) {
    BigView x, y;
    big_view(&x, a);
    big_view(&y, b);
    if (x.negative != y.negative) return x.negative ? -1 : 1;
    int c = view_compare(&x, &y);
    return x.negative ? -c : c;
}

/* Modulo 2^61 - 1: multiplying by 2^60 is a rotation by 60 of 61 bits. */
Hash bigint_hash(Ref a) {
    const uint64_t prime = (UINT64_C(1) << 61) - 1;
    BigView v;
    big_view(&v, a);
    uint64_t h = 0;
    for (size_t i = v.pairs; i-- > 0;) {
        h = ((h << 60) & prime) | h >> 1;
        h += pair_get(v.digits, i);
        if (h >= prime) h -= prime;
    }
    Hash r = v.negative ? -(Hash)h : (Hash)h;
    return r == -1 ? -2 : r;
}

/* --- sums ---
 *
 * Four digits at a time, without a chain from one to the next: a digit of 30 bits has room in its 32 for a carry, which is added to the digit
 * above in the same step. It goes further only if that digit was all ones: then, rarely, a second pass settles the rest. */

typedef uint32_t Lanes __attribute__((vector_size(16)));
enum { LANES = 4 };

static inline Lanes lanes_get(const uint32_t *p) {
    Lanes v;
    memcpy(&v, p, sizeof v);
    return v;
}
static inline void lanes_put(uint32_t *p, Lanes v) { memcpy(p, &v, sizeof v); }
static inline bool lanes_any(Lanes v, uint32_t bits) { return ((v[0] | v[1] | v[2] | v[3]) & bits) != 0; }

/* out = a + b, n digits each; returns the carry. */
static uint32_t add_digits(uint32_t *restrict out, const uint32_t *a, const uint32_t *b, size_t n) {
    uint32_t spill = out[0] = (a[0] + b[0]) & DIGIT_MASK, carry = 0;
    Lanes spills = {0};
    size_t i = 1;
    for (; i + LANES <= n; i += LANES) {
        Lanes sum = lanes_get(a + i) + lanes_get(b + i), below = lanes_get(a + i - 1) + lanes_get(b + i - 1);
        Lanes digit = (sum & DIGIT_MASK) + (below >> INT_DIGIT_BITS);
        spills |= digit;
        lanes_put(out + i, digit);
    }
    for (; i < n; i++) {
        out[i] = ((a[i] + b[i]) & DIGIT_MASK) + ((a[i - 1] + b[i - 1]) >> INT_DIGIT_BITS);
        spill |= out[i];
    }
    if (UNLIKELY((spill >> INT_DIGIT_BITS) | lanes_any(spills, ~DIGIT_MASK)))
        for (i = 0; i < n; i++) {
            uint32_t s = out[i] + carry;
            out[i] = s & DIGIT_MASK;
            carry = s >> INT_DIGIT_BITS;
        }
    return carry + ((a[n - 1] + b[n - 1]) >> INT_DIGIT_BITS);
}

/* out = a - b, n digits each; returns the borrow. */
static uint32_t sub_digits(uint32_t *restrict out, const uint32_t *a, const uint32_t *b, size_t n) {
    uint32_t spill = out[0] = (a[0] - b[0]) & DIGIT_MASK, borrow = 0;
    Lanes spills = {0};
    size_t i = 1;
    for (; i + LANES <= n; i += LANES) {
        Lanes sum = lanes_get(a + i) - lanes_get(b + i), below = lanes_get(a + i - 1) - lanes_get(b + i - 1);
        Lanes digit = (sum & DIGIT_MASK) - (below >> 31);
        spills |= digit;
        lanes_put(out + i, digit);
    }
    for (; i < n; i++) {
        out[i] = ((a[i] - b[i]) & DIGIT_MASK) - ((a[i - 1] - b[i - 1]) >> 31);
        spill |= out[i];
    }
    if (UNLIKELY((spill >> 31) | lanes_any(spills, UINT32_C(1) << 31)))
        for (i = 0; i < n; i++) {
            uint32_t s = out[i] - borrow;
            out[i] = s & DIGIT_MASK;
            borrow = s >> 31;
        }
    return borrow + ((a[n - 1] - b[n - 1]) >> 31);
}

/* |x| + |y| with x the longer. */
static Own add_magnitudes(const BigView *x, const BigView *y, bool negative) {
    size_t n = x->pairs, m = y->pairs;
    uint64_t top = pair_get(x->digits, n - 1) + (n == m ? pair_get(y->digits, n - 1) : 0) + 1;
    bool longer = top >> PAIR_BITS != 0;
    Int *r = bigint_new(n + longer);
    if (UNLIKELY(!r)) return NULL;
    uint32_t *out = int_digits(&r->ob);
    uint64_t carry = add_digits(out, x->digits, y->digits, 2 * m);
    size_t i = m;
    for (; i < n && carry; i++) {
        uint64_t s = pair_get(x->digits, i) + carry;
        carry = s >> PAIR_BITS;
        pair_put(out, i, s & PAIR_MASK);
    }
    if (i < n) memcpy(out + 2 * i, x->digits + 2 * i, 8 * (n - i));
    if (longer) pair_put(out, n++, carry);
    return bigint_finish(r, n, negative);
}

/* |x| - |y| with |x| > |y|. */
static Own sub_magnitudes(const BigView *x, const BigView *y, bool negative) {
    size_t n = x->pairs, m = y->pairs;
    Int *r = bigint_new(n);
    if (UNLIKELY(!r)) return NULL;
    uint32_t *out = int_digits(&r->ob);
    uint64_t borrow = sub_digits(out, x->digits, y->digits, 2 * m);
    size_t i = m;
    for (; i < n && borrow; i++) {
        uint64_t s = pair_get(x->digits, i) - borrow;
        borrow = s >> 63;
        pair_put(out, i, s & PAIR_MASK);
    }
    if (i < n) memcpy(out + 2 * i, x->digits + 2 * i, 8 * (n - i));
    return bigint_finish(r, n, negative);
}

static Own add_signed(Ref a, Ref b, bool negate_b) {
    BigView x, y;
    big_view(&x, a);
    big_view(&y, b);
    y.negative ^= negate_b;
    if (x.negative == y.negative) return x.pairs >= y.pairs ? add_magnitudes(&x, &y, x.negative) : add_magnitudes(&y, &x, x.negative);
    int c = view_compare(&x, &y);
    if (c == 0) return int_new(0);
    return c > 0 ? sub_magnitudes(&x, &y, x.negative) : sub_magnitudes(&y, &x, y.negative);
}

Own bigint_add(Ref a, Ref b) { return add_signed(a, b, false); }
Own bigint_sub(Ref a, Ref b) { return add_signed(a, b, true); }

Own bigint_negate(Ref a) {
    BigView v;
    big_view(&v, a);
    Int *r = bigint_new(v.pairs);
    if (!r) return NULL;
    memcpy(int_digits(&r->ob), v.digits, 8 * v.pairs);
    return bigint_finish(r, v.pairs, !v.negative);
}

/* --- products --- */

/* The factor is shifted by 4 bits, so that the upper word of a product is what goes to the next pair. */
uint64_t pairs_multiply(uint32_t *out, const uint32_t *d, size_t n, uint64_t factor, uint64_t carry) {
    uint64_t shifted = factor << 4, sum = carry;
    for (size_t i = 0; i < n; i++) {
        UWide t = (UWide)pair_get(d, i) * shifted;
        sum += (uint64_t)t >> 4;
        pair_put(out, i, sum & PAIR_MASK);
        sum = (sum >> PAIR_BITS) + (uint64_t)(t >> 64);
    }
    return sum;
}

static Own mul_word(const BigView *x, uint64_t y, bool negative) {
    size_t n = x->pairs;
    bool longer = ((UWide)(pair_get(x->digits, n - 1) + 1) * y) >> PAIR_BITS != 0;
    Int *r = bigint_new(n + longer);
    if (UNLIKELY(!r)) return NULL;
    uint32_t *out = int_digits(&r->ob);
    uint64_t carry = pairs_multiply(out, x->digits, n, y, 0);
    if (longer) pair_put(out, n++, carry);
    return bigint_finish(r, n, negative);
}

static Own mul_columns(const BigView *x, const BigView *y, bool negative) {
    uint64_t a[5 * COLUMN_PAIRS], b[COLUMN_PAIRS];
    size_t n = x->pairs, m = y->pairs;
    for (size_t i = 0; i < n; i++) a[i] = pair_get(x->digits, i);
    for (size_t i = 0; i < m; i++) b[i] = pair_get(y->digits, i);
    bool longer = ((UWide)(a[n - 1] + 1) * (b[m - 1] + 1)) >> PAIR_BITS != 0;
    Int *r = bigint_new(n + m - !longer);
    if (UNLIKELY(!r)) return NULL;
    uint32_t *out = int_digits(&r->ob);
    UWide sum = 0;
    for (size_t k = 0; k < n + m - 1; k++) {
        size_t from = k >= m ? k - m + 1 : 0, to = k < n ? k : n - 1;
        for (size_t i = from; i <= to; i++) sum += (UWide)a[i] * b[k - i];
        pair_put(out, k, (uint64_t)sum & PAIR_MASK);
        sum >>= PAIR_BITS;
    }
    if (longer) pair_put(out, n + m - 1, (uint64_t)sum);
    return bigint_finish(r, n + m - !longer, negative);
}

typedef struct MulJob {
    Limb *product;
    const Limb *a, *b;
    size_t n, m; /* n >= m */
} MulJob;

static void mul_body(void *arg) {
    MulJob *j = arg;
    if (j->a == j->b) mpn_sqr(j->product, j->a, (mp_size_t)j->n);
    else mpn_mul(j->product, j->a, (mp_size_t)j->n, j->b, (mp_size_t)j->m);
}

static Own mul_limbs(const BigView *x, const BigView *y, bool negative) {
    bool square = x->digits == y->digits;
    size_t n = limbs_for_pairs(x->pairs), m = limbs_for_pairs(y->pairs);
    Scratch s;
    Limb *a = scratch_get(&s, n + (square ? 0 : m) + n + m), *b = a + n;
    if (!a) return NULL;
    MulJob job = {square ? a + n : b + m, a, square ? a : b, limbs_pack(a, x), 0};
    job.m = square ? job.n : limbs_pack(b, y);
    if (job.n < job.m) job = (MulJob){job.product, b, a, job.m, job.n};
    Own r = limbs_run(mul_body, &job) ? limbs_to_int(job.product, job.n + job.m, negative) : NULL;
    scratch_drop(&s);
    return r;
}

Own bigint_mul(Ref a, Ref b) {
    BigView v, w;
    big_view(&v, a);
    big_view(&w, b);
    bool negative = v.negative != w.negative;
    const BigView *x = &v, *y = &w;
    if (x->pairs < y->pairs) x = &w, y = &v;
    if (y->pairs == 1) return mul_word(x, pair_get(y->digits, 0), negative);
    if (y->pairs <= COLUMN_PAIRS && x->pairs <= 4 * COLUMN_PAIRS) return mul_columns(x, y, negative);
    return mul_limbs(x, y, negative);
}

/* --- shifts and bits --- */

void pairs_increment(uint32_t *d) {
    for (size_t i = 0;; i++) {
        uint64_t s = pair_get(d, i) + 1;
        pair_put(d, i, s & PAIR_MASK);
        if (s >> PAIR_BITS == 0) return;
    }
}

Own bigint_lshift(Ref a, uint64_t n) {
    BigView v;
    big_view(&v, a);
    size_t length = view_bit_length(&v);
    if (length == 0) return int_new(0);
    if (n > (uint64_t)INT_DIGITS_MAX * INT_DIGIT_BITS - length) return raise_error(OverflowError, "too many digits in integer");
    size_t whole = n / INT_DIGIT_BITS, pairs = (n + length + PAIR_BITS - 1) / PAIR_BITS, digits = view_digits(&v), i = 1;
    int up = n % INT_DIGIT_BITS, down = INT_DIGIT_BITS - up;
    Int *r = bigint_new(pairs);
    if (!r) return NULL;
    uint32_t *all = int_digits(&r->ob), *out = all + whole;
    const uint32_t *d = v.digits;
    memset(all, 0, whole * sizeof *all);
    out[0] = (d[0] << up) & DIGIT_MASK;
    for (; i + LANES <= digits; i += LANES) lanes_put(out + i, ((lanes_get(d + i) << up) & DIGIT_MASK) | (lanes_get(d + i - 1) >> down));
    for (; whole + i < 2 * pairs; i++)
        out[i] = i < digits ? ((d[i] << up) & DIGIT_MASK) | d[i - 1] >> down : i == digits ? d[i - 1] >> down : 0;
    return bigint_finish(r, pairs, v.negative);
}

Own bigint_rshift(Ref a, uint64_t n) {
    BigView v;
    big_view(&v, a);
    size_t length = view_bit_length(&v);
    if (n >= length) return int_new(v.negative ? -1 : 0);
    size_t whole = n / INT_DIGIT_BITS, digits = view_digits(&v) - whole, pairs = (digits + 1) / 2, i = 0;
    int down = n % INT_DIGIT_BITS, up = INT_DIGIT_BITS - down;
    bool away = v.negative && view_sticky(&v, n); /* the floor of a negative number: a larger magnitude */
    Int *r = bigint_new(pairs + away);
    if (!r) return NULL;
    uint32_t *out = int_digits(&r->ob);
    const uint32_t *d = v.digits + whole;
    for (; i + LANES < digits; i += LANES) lanes_put(out + i, (lanes_get(d + i) >> down) | ((lanes_get(d + i + 1) << up) & DIGIT_MASK));
    for (; i < digits; i++) out[i] = d[i] >> down | (i + 1 < digits ? (d[i + 1] << up) & DIGIT_MASK : 0);
    for (; i < 2 * (pairs + away); i++) out[i] = 0;
    if (away) pairs_increment(out);
    return bigint_finish(r, pairs + away, v.negative);
}

/* The pairs of an int in two's complement, one after the other. */
typedef struct Complement {
    const BigView *view;
    uint64_t flip, carry;
} Complement;

static inline uint64_t complement_next(Complement *c, size_t i) {
    uint64_t x = i < c->view->pairs ? pair_get(c->view->digits, i) : 0;
    x = (x ^ c->flip) + c->carry;
    c->carry = x >> PAIR_BITS;
    return x & PAIR_MASK;
}

static inline uint64_t word_get(const uint32_t *d, size_t pair) {
    uint64_t w;
    memcpy(&w, d + 2 * pair, sizeof w);
    return w;
}
static inline void word_put(uint32_t *d, size_t pair, uint64_t w) { memcpy(d + 2 * pair, &w, sizeof w); }

/* Neither is negative: bits stay in their digits. */
static Own bitwise_positive(BinOp op, const BigView *x, const BigView *y) {
    if (x->pairs < y->pairs) {
        const BigView *t = x;
        x = y, y = t;
    }
    size_t m = y->pairs, n = op == OP_AND ? m : x->pairs;
    Int *r = bigint_new(n);
    if (!r) return NULL;
    uint32_t *out = int_digits(&r->ob);
    const uint32_t *p = x->digits, *q = y->digits;
    if (op == OP_AND) {
        for (size_t i = 0; i < m; i++) word_put(out, i, word_get(p, i) & word_get(q, i));
    } else if (op == OP_OR) {
        for (size_t i = 0; i < m; i++) word_put(out, i, word_get(p, i) | word_get(q, i));
    } else {
        for (size_t i = 0; i < m; i++) word_put(out, i, word_get(p, i) ^ word_get(q, i));
    }
    if (n > m) memcpy(out + 2 * m, p + 2 * m, 8 * (n - m));
    return bigint_finish(r, n, false);
}

Own bigint_bitwise(BinOp op, Ref a, Ref b) {
    BigView u, v;
    big_view(&u, a);
    big_view(&v, b);
    if (!u.negative && !v.negative) return bitwise_positive(op, &u, &v);
    bool negative = op == OP_AND ? u.negative & v.negative : op == OP_OR ? u.negative | v.negative : u.negative ^ v.negative;
    size_t n = u.pairs > v.pairs ? u.pairs : v.pairs;
    if (op == OP_AND && !u.negative) n = u.pairs;
    if (op == OP_AND && !v.negative) n = v.pairs;
    Int *r = bigint_new(n + negative);
    if (!r) return NULL;
    uint32_t *out = int_digits(&r->ob);
    Complement x = {&u, u.negative ? PAIR_MASK : 0, u.negative}, y = {&v, v.negative ? PAIR_MASK : 0, v.negative};
    uint64_t flip = negative ? PAIR_MASK : 0, carry = negative;
    for (size_t i = 0; i < n + negative; i++) {
        uint64_t s = complement_next(&x, i), t = complement_next(&y, i);
        s = op == OP_AND ? s & t : op == OP_OR ? s | t : s ^ t;
        s = (s ^ flip) + carry;
        carry = s >> PAIR_BITS;
        pair_put(out, i, s & PAIR_MASK);
    }
    return bigint_finish(r, n + negative, negative);
}
