/* limbs.c: from 30-bit digits to 64-bit limbs and back, and the guard around GMP.
 *
 * 16 pairs (960 bits) are exactly 15 limbs, so packing goes block by block with constant shifts:
 *
 *   limb k  =  pair[k] >> 4k  |  pair[k+1] << (60 - 4k)          k = 0..14
 *   pair k  =  limb[k-1] >> (64 - 4k)  |  limb[k] << 4k          k = 0..15, 60 bits of it
 *
 * Why GMP cannot abort: the only ways for an mpn function to do so are a failed allocation and a broken precondition. Its allocations
 * come here (mp_set_memory_functions), where failure jumps out of limbs_run; small ones it takes from the C stack, for
 * which limbs_run demands STACK_NEED bytes first (GMP moves to the heap above 64 KiB at a level, and recursion is logarithmic). */
#include "runtime/limbs.h"

#include <gmp.h>
#include <setjmp.h>
#include <string.h>

#include "runtime/err.h"

_Static_assert(sizeof(mp_limb_t) == sizeof(Limb), "limb type");

enum { BLOCK_PAIRS = 16, BLOCK_LIMBS = 15, STACK_NEED = 192 << 10 };

/* --- GMP's temporary memory --- */

/* In front of every block that GMP holds. */
typedef struct Lent {
    struct Lent *next, *prev;
} Lent;

static Lent lent = {&lent, &lent}; /* ring; nothing is lent outside limbs_run */
static jmp_buf no_memory;

static void lent_add(Lent *b) {
    b->next = lent.next;
    b->prev = &lent;
    b->next->prev = b->prev->next = b;
}

static void lent_remove(Lent *b) {
    b->next->prev = b->prev;
    b->prev->next = b->next;
}

static void *lend(size_t n) {
    Lent *b = mem_alloc(sizeof(Lent) + n);
    if (!b) longjmp(no_memory, 1);
    lent_add(b);
    return b + 1;
}

static void give_back(void *p, size_t n) {
    (void)n;
    Lent *b = (Lent *)p - 1;
    lent_remove(b);
    mem_free(b);
}

static void *lend_more(void *p, size_t old, size_t n) {
    void *q = lend(n);
    memcpy(q, p, old < n ? old : n);
    give_back(p, old);
    return q;
}

bool limbs_run(void (*body)(void *arg), void *arg) {
    static bool installed;
    if (UNLIKELY((char *)__builtin_frame_address(0) - STACK_NEED < rt.c_limit)) return raise_recursion(NULL);
    if (UNLIKELY(!installed)) {
        mp_set_memory_functions(lend, lend_more, give_back);
        installed = true;
    }
    if (UNLIKELY(setjmp(no_memory))) {
        while (lent.next != &lent) give_back(lent.next + 1, 0);
        return raise_memory();
    }
    body(arg);
    CHECK(lent.next == &lent);
    return true;
}

Limb *scratch_get(Scratch *s, size_t n) {
    s->limbs = n <= SCRATCH_ON_STACK ? s->local : n > PTRDIFF_MAX / sizeof(Limb) ? NULL : mem_alloc(n * sizeof(Limb));
    if (UNLIKELY(!s->limbs)) raise_memory();
    return s->limbs;
}

/* --- packing --- */

static void pack_block(Limb *restrict out, const uint32_t *restrict d) {
    uint64_t v = pair_get(d, 0);
#pragma GCC unroll 15
    for (int k = 0; k < BLOCK_LIMBS; k++) {
        uint64_t next = pair_get(d, (size_t)k + 1);
        out[k] = v >> (4 * k) | next << (PAIR_BITS - 4 * k);
        v = next;
    }
}

static void unpack_block(uint32_t *restrict d, const Limb *restrict in) {
    pair_put(d, 0, in[0] & PAIR_MASK);
#pragma GCC unroll 14
    for (int k = 1; k < BLOCK_LIMBS; k++) pair_put(d, (size_t)k, (in[k - 1] >> (LIMB_BITS - 4 * k) | in[k] << (4 * k)) & PAIR_MASK);
    pair_put(d, BLOCK_LIMBS, in[BLOCK_LIMBS - 1] >> 4);
}

size_t limbs_pack(Limb *out, const BigView *view) {
    const uint32_t *d = view->digits;
    size_t pairs = view->pairs, n = 0;
    for (; pairs >= BLOCK_PAIRS; pairs -= BLOCK_PAIRS, d += 2 * BLOCK_PAIRS, n += BLOCK_LIMBS) pack_block(out + n, d);
    if (pairs) {
        uint64_t v = pair_get(d, 0);
        for (size_t k = 0; k < pairs; k++) {
            uint64_t next = k + 1 < pairs ? pair_get(d, k + 1) : 0;
            out[n++] = v >> (4 * k) | next << (PAIR_BITS - 4 * k);
            v = next;
        }
    }
    return limbs_strip(out, n);
}

Own limbs_to_int(const Limb *p, size_t n, bool negative) {
    n = limbs_strip(p, n);
    if (n <= 1 && (n == 0 || p[0] <= PAIR_MASK)) {
        int64_t v = n ? (int64_t)p[0] : 0;
        return int_new(negative ? -v : v);
    }
    size_t bits = n * LIMB_BITS - (size_t)__builtin_clzl(p[n - 1]), pairs = (bits + PAIR_BITS - 1) / PAIR_BITS;
    Int *r = bigint_new(pairs);
    if (UNLIKELY(!r)) return NULL;
    uint32_t *d = int_digits(&r->ob);
    size_t i = 0, k = 0;
    for (; k + BLOCK_LIMBS <= n && i + BLOCK_PAIRS <= pairs; k += BLOCK_LIMBS, i += BLOCK_PAIRS) unpack_block(d + 2 * i, p + k);
    for (size_t j = 0; i < pairs; i++, j++) {
        uint64_t low = j ? p[k + j - 1] >> (LIMB_BITS - 4 * j) : 0;
        uint64_t high = k + j < n ? p[k + j] << (4 * j) : 0;
        pair_put(d, i, (low | high) & PAIR_MASK);
    }
    return bigint_finish(r, pairs, negative);
}
