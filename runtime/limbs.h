/* limbs.h: magnitudes as GMP wants them: 64-bit limbs, least significant first, in memory of our own.
 *
 * GMP never allocates a result here: only its mpn functions are used, on arrays that we made. They still take temporary memory of their
 * own, and GMP aborts the process when it gets none. So every call of such a function goes through limbs_run, which gives GMP our
 * allocator, keeps a list of what it handed out, and when memory runs out frees the list and jumps back: mpn functions have no
 * state, so nothing is lost but the result, and the caller sees MemoryError. */
#ifndef RUNTIME_LIMBS_H
#define RUNTIME_LIMBS_H

#include "runtime/bigint.h"

typedef unsigned long Limb; /* GMP's mp_limb_t */
_Static_assert(sizeof(Limb) == 8, "GMP with 64-bit limbs");

enum { LIMB_BITS = 64, SCRATCH_ON_STACK = 128 };

/* Limbs on the C stack if they are few. */
typedef struct Scratch {
    Limb *limbs;
    Limb local[SCRATCH_ON_STACK];
} Scratch;
/* n limbs, or NULL with MemoryError set. Only one of them per Scratch. */
MUST Limb *scratch_get(Scratch *s, size_t n);
static inline void scratch_drop(Scratch *s) {
    if (s->limbs != s->local) mem_free(s->limbs);
}

/* Runs body(arg), which calls GMP. false: no memory or stack, exception set. */
MUST bool limbs_run(void (*body)(void *arg), void *arg);

static inline size_t limbs_for_bits(size_t bits) { return bits / LIMB_BITS + 1; }
static inline size_t limbs_for_pairs(size_t pairs) { return (pairs * PAIR_BITS + LIMB_BITS - 1) / LIMB_BITS; }
static inline size_t limbs_strip(const Limb *p, size_t n) {
    while (n > 0 && p[n - 1] == 0) n--;
    return n;
}
/* The magnitude of the view in limbs; room for limbs_for_pairs(v->pairs) of them; returns how many count. */
size_t limbs_pack(Limb *out, const BigView *v);
/* The int with that magnitude. */
MUST Own limbs_to_int(const Limb *p, size_t n, bool negative);

#endif
