/* mem.c: the raw domain, large blocks, and the layer around the inlined paths.
 *
 * Raw and large blocks come from malloc behind a Prefix that keeps what was asked for; they differ in the counters only. Under POOLS == 0
 * (AddressSanitizer) every block is malloc's own, without prefix, so that the sanitizer sees its exact bounds.
 *
 * Everything that must see each allocation works by taking the inlined path out of use: mem_fail_at empties the hot pools while it is
 * armed; builds with MEM_CHECKS never compile it in. Those fill new memory with CD and freed memory with DD, and a stress build holds
 * freed blocks back in a ring: whoever writes to one of them is caught when it leaves the ring. */
#define _GNU_SOURCE 1
#include "gc/mem.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Prefix {
    size_t size; /* asked for */
    size_t unused; /* keeps the block 16-byte aligned */
} Prefix;
enum { PREFIX = POOLS ? sizeof(Prefix) : 0, NEW_BYTE = 0xCD, FREED_BYTE = 0xDD };
static const size_t TOO_BIG = PTRDIFF_MAX - 64;

/* Growing tables would otherwise map, fault in and unmap fresh pages at each step. What that leaves free in malloc's heap is given back
 * before a block as big as that is mapped, so that the peak does not pay for it. */
enum { MMAP_FROM = 16 << 20, TRIM_FROM = 32 << 20, TOP_PAD = 512 << 10 };

MemStats mem_counts;

static struct {
    uint64_t count, fail_from;
    bool on, once;
} failing;

void mem_fail_at(uint64_t nth, bool once) {
    failing.on = nth != 0;
    failing.once = once;
    failing.count = 0;
    failing.fail_from = nth;
    pool_inline(!failing.on);
}
uint64_t mem_allocations(void) { return failing.count; }

static inline bool fails(void) {
    if (LIKELY(!failing.on)) return false;
    uint64_t n = ++failing.count;
    return failing.once ? n == failing.fail_from : n >= failing.fail_from;
}

/* ---- blocks of malloc ---- */

typedef struct Counter {
    size_t *blocks, *bytes;
} Counter;
static const Counter raw = {&mem_counts.raw_blocks, &mem_counts.raw_bytes};
static const Counter large = {&mem_counts.large_blocks, &mem_counts.large_bytes};

static size_t asked(const void *p) {
    if (!POOLS) return malloc_usable_size((void *)(uintptr_t)p); /* the sanitizer's is exact */
    return ((const Prefix *)p)[-1].size;
}

static void *start_of(void *p) { return (char *)p - PREFIX; }

static COLD void tune(void) {
    mallopt(M_MMAP_THRESHOLD, MMAP_FROM);
    mallopt(M_TRIM_THRESHOLD, TRIM_FROM);
    mallopt(M_TOP_PAD, TOP_PAD);
}

static void *counted(void *block, size_t n, Counter c) {
    if (UNLIKELY(!block)) return NULL;
    char *p = (char *)block + PREFIX;
    if (POOLS && UNLIKELY(pool_owns(p))) abort(); /* would be taken for a pool's: see pool.h; no kernel places it there */
    if (POOLS) *(Prefix *)block = (Prefix){.size = n};
    ++*c.blocks;
    *c.bytes += n;
    return p;
}

static void *big_alloc(size_t n, bool zero, Counter c) {
    static bool tuned;
    if (UNLIKELY(!tuned)) tuned = (tune(), true);
    if (n > TOO_BIG) return NULL;
    if (n == 0) n = 1;
    if (UNLIKELY(n >= MMAP_FROM)) malloc_trim(0);
    return counted(zero ? calloc(1, n + PREFIX) : malloc(n + PREFIX), n, c);
}

static void big_free(void *p, Counter c) {
    --*c.blocks;
    *c.bytes -= asked(p);
    free(start_of(p));
}

static void *big_realloc(void *p, size_t n, Counter c) {
    if (n > TOO_BIG) return NULL;
    if (n == 0) n = 1;
    size_t old = asked(p);
    void *block = realloc(start_of(p), n + PREFIX);
    if (!block) return NULL;
    --*c.blocks;
    *c.bytes -= old;
    return counted(block, n, c);
}

void *raw_alloc(size_t n) { return fails() ? NULL : big_alloc(n, false, raw); }
void *raw_calloc(size_t n) { return fails() ? NULL : big_alloc(n, true, raw); }
void *raw_realloc(void *p, size_t n) {
    if (!p) return raw_alloc(n);
    return fails() ? NULL : big_realloc(p, n, raw);
}
void raw_free(void *p) {
    if (p) big_free(p, raw);
}

/* ---- mem and object domain ---- */

static void *small_alloc(size_t n) {
    void *p = pool_refill(size_class(n));
    if (UNLIKELY(!p) && !pool_available()) p = big_alloc(n, false, large);
    return p;
}

static void *any_alloc(size_t n) {
    if (n == 0) n = 1;
    void *p = POOLS && n <= BLOCK_MAX ? small_alloc(n) : big_alloc(n, false, large);
    if (MEM_CHECKS && p) memset(p, NEW_BYTE, n);
    return p;
}

static void any_free(void *p) {
    if (pool_owns(p)) {
        pool_free(p);
    } else {
        big_free(p, large);
    }
}

size_t mem_block_size(const void *p) { return pool_owns(p) ? pool_of(p)->block_size : asked(p); }

void *mem_alloc_slow(size_t n) { return fails() ? NULL : any_alloc(n); }

void *mem_calloc(size_t n) {
    if (fails()) return NULL;
    if (!POOLS || n > BLOCK_MAX) return big_alloc(n, true, large);
    void *p = any_alloc(n);
    return p ? memset(p, 0, n) : NULL;
}

/* Moves a block into or between pools, or out of them. */
static void *moved(void *p, size_t old, size_t n) {
    void *q = any_alloc(n);
    if (!q) return NULL;
    memcpy(q, p, old < n ? old : n);
    mem_free(p);
    return q;
}

void *mem_realloc(void *p, size_t n) {
    if (!p) return mem_alloc(n);
    if (pool_owns(p)) {
        size_t size = pool_of(p)->block_size;
        if (!STRESS && n <= size && 4 * n > 3 * size) return p; /* less than a quarter to gain: not worth the copy */
        return fails() ? NULL : moved(p, size, n);
    }
    if (fails()) return NULL;
    if (STRESS) return moved(p, asked(p), n); /* an old address goes stale for sure */
    if (POOLS && n <= BLOCK_MAX && pool_available()) {
        void *q = moved(p, asked(p), n);
        if (q) return q;
    }
    return big_realloc(p, n, large);
}

#if STRESS
/* Freed blocks, oldest at `from`; their number and bytes are bounded. */
static struct {
    void *block[QUARANTINE_BLOCKS];
    size_t from, n, bytes, blocks; /* blocks: those from pools */
} ring;

/* A block in the ring is freed for every count. */
static void count_retired(const void *p, int sign) {
    if (pool_owns(p)) {
        ring.blocks += (size_t)sign;
    } else {
        mem_counts.large_blocks -= (size_t)sign;
        mem_counts.large_bytes -= (size_t)sign * asked(p);
    }
}

static void ring_release(void) {
    unsigned char *p = ring.block[ring.from];
    size_t size = mem_block_size(p);
    for (size_t i = 0; i < size; i++)
        if (p[i] != FREED_BYTE) {
            fprintf(stderr, "memory: byte %zu of the freed block %p (%zu bytes) was written to\n", i, (void *)p, size);
            abort();
        }
    ring.from = (ring.from + 1) % QUARANTINE_BLOCKS;
    ring.n--;
    ring.bytes -= size;
    count_retired(p, -1);
    any_free(p);
}

static void retire(void *p) {
    size_t size = mem_block_size(p);
    ring.block[(ring.from + ring.n) % QUARANTINE_BLOCKS] = p;
    ring.n++;
    ring.bytes += size;
    count_retired(p, 1);
    while (ring.n == QUARANTINE_BLOCKS || ring.bytes > QUARANTINE_BYTES) ring_release();
}
void mem_release_quarantine(void) {
    while (ring.n) ring_release();
}
static size_t retired_blocks(void) { return ring.blocks; }
#else
static void retire(void *p) { any_free(p); }
static size_t retired_blocks(void) { return 0; }
void mem_release_quarantine(void) {}
#endif

void mem_free_slow(void *p) {
    if (!p) return;
    if (!MEM_CHECKS) {
        any_free(p);
        return;
    }
    memset(p, FREED_BYTE, mem_block_size(p));
    retire(p);
}

MemStats *mem_stats_now(void) {
    mem_counts.blocks = pool_blocks() - retired_blocks();
    return &mem_counts;
}
