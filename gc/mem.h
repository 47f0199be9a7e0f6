/* mem.h: the three domains of memory, as CPython's: raw (malloc, counted), mem and object (pools up to 512 bytes, large above).
 *
 * All return NULL on failure and set nothing; a size of 0 gives a unique block. `-X oom=N` makes the Nth allocation fail in any domain.
 * A raw or large block has a 16-byte prefix with the size asked for, so that the byte counts are exact and repeat. */
#ifndef GC_MEM_H
#define GC_MEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gc/config.h"
#include "gc/pool.h"

MUST void *raw_alloc(size_t n);
MUST void *raw_calloc(size_t n);
MUST void *raw_realloc(void *p, size_t n);
void raw_free(void *p);

MUST void *mem_alloc_slow(size_t n);
void mem_free_slow(void *p);

/* Blocks are 16-byte aligned. */
MUST static ALWAYS_INLINE void *mem_alloc(size_t n) {
    if (POOLS && !MEM_CHECKS && LIKELY(n - 1 < BLOCK_MAX)) {
        void *block = pool_pop(size_class(n));
        if (LIKELY(block != NULL)) return block;
    }
    return mem_alloc_slow(n);
}
MUST void *mem_calloc(size_t n);
MUST void *mem_realloc(void *p, size_t n);     /* p may be NULL; on NULL result p is untouched */
static ALWAYS_INLINE void mem_free(void *p) {  /* p may be NULL */
    if (POOLS && !MEM_CHECKS && LIKELY(pool_owns(p))) {
        pool_free(p);
    } else {
        mem_free_slow(p);
    }
}
void mem_release_quarantine(void);             /* stress builds: really frees what was held back, and checks it */
size_t mem_block_size(const void *p);          /* usable bytes of a live block: its size class, or what was asked if large */

typedef struct MemStats {
    size_t blocks;           /* live blocks of the pools (sys.getallocatedblocks counts these and the large ones) */
    size_t large_blocks, large_bytes;
    size_t arenas, arenas_peak, arenas_made;
    size_t raw_blocks, raw_bytes;
} MemStats;
extern MemStats mem_counts; /* blocks is counted when somebody looks, not when a block is handed out */
MemStats *mem_stats_now(void);
#define mem_stats (*mem_stats_now())

/* Fails the allocation with this number (counted from 1 on from the call); 0 switches off. `once` false: all from there on fail. */
void mem_fail_at(uint64_t nth, bool once);
uint64_t mem_allocations(void);                /* allocations counted since mem_fail_at */

#endif
