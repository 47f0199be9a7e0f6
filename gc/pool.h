/* pool.h: the pool allocator: requests up to 512 bytes in 32 size classes of 16.
 *
 *   region   32 GiB of addresses at a fixed place, so that ids repeat from run to run; nothing is reserved or committed in advance
 *   arena    1 MiB of it, mapped when needed and unmapped when empty (one empty arena is kept against flutter)
 *   pool     16 KiB of an arena: a 48-byte header, then blocks of one size class, flush with the pool's end
 *
 *     +--------+-------+-----------+-----------+--   --+-----------+
 *     | header | slack | block     | block     |  ...  | block     |     block 64: 255 of them, each one cache line
 *     +--------+-------+-----------+-----------+--   --+-----------+
 *
 * A block's pool is its address masked. Whether an address is a pool's at all is one shift and compare: it lies in the region or not. That
 * test is exact, with no map to walk and no guessing read: inside the region only arenas are handed out, and mem.c looks at every
 * block that malloc gives it and refuses one that would lie there (it never does: the kernel places nothing near).
 *
 * pool_hot[class] is the pool from which the class allocates; it is pool_none, which never has a block, when the class has no pool
 * with room and while the inlined path is switched off. Everything rare is behind pool_refill and pool_turn. */
#ifndef GC_POOL_H
#define GC_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gc/config.h"

enum {
    BLOCK_ALIGN = 16,
    BLOCK_MAX = 512,
    SIZE_CLASSES = BLOCK_MAX / BLOCK_ALIGN,
    POOL_SIZE = 16 << 10,
    ARENA_SIZE = 1 << 20,
    ARENA_POOLS = ARENA_SIZE / POOL_SIZE,
    REGION_SHIFT = 35, /* address >> 35 names the region */
    REGION_ARENAS = 1 << (REGION_SHIFT - 20),
    POOL_WORDS = POOL_SIZE / BLOCK_ALIGN / 64, /* of a bitmap of blocks */
};

typedef struct Pool {
    void *free;              /* blocks to hand out, linked through their first word; NULL: carve, or the pool is full */
    uint32_t used;           /* live blocks; 0: the pool belongs to its arena */
    uint32_t edge;           /* when used falls to this the pool changes lists: 0, or the capacity while it is on none (full) */
    struct Pool *next, *prev; /* in the class's list; next also in the arena's list of free pools */
    uint32_t carved;         /* blocks linked so far; the memory of the others was never touched */
    uint32_t capacity;       /* blocks that fit; 0: the pool was never used */
    uint32_t block_size;
    uint32_t arena;          /* number of the arena in the region */
} Pool;
_Static_assert(sizeof(Pool) == 48, "pool header");

extern Pool *pool_hot[SIZE_CLASSES];
extern uintptr_t pool_region; /* address >> REGION_SHIFT of all pool blocks; UINTPTR_MAX before the first arena */

static inline unsigned size_class(size_t n) { return (unsigned)((n - 1) / BLOCK_ALIGN); }
static inline Pool *pool_of(const void *block) { return (Pool *)((uintptr_t)block & ~(uintptr_t)(POOL_SIZE - 1)); }
static ALWAYS_INLINE bool pool_owns(const void *p) { return (uintptr_t)p >> REGION_SHIFT == pool_region; }
static inline char *pool_first(const Pool *pool) {
    return (char *)(uintptr_t)pool + POOL_SIZE - (size_t)pool->capacity * pool->block_size;
}

MUST void *pool_refill(unsigned cls); /* a block when the hot pool has none at hand; NULL: no memory */
void pool_turn(Pool *pool);           /* a block was freed and used is at the edge: the pool was full or is empty now */

/* The hot pair: 7 and 13 instructions when the size is a constant. pool_pop is NULL when the hot pool has no block at hand. */
static ALWAYS_INLINE void *pool_pop(unsigned cls) {
    Pool *pool = pool_hot[cls];
    void *block = pool->free;
    if (LIKELY(block != NULL)) {
        pool->free = *(void **)block;
        pool->used++;
    }
    return block;
}
static ALWAYS_INLINE void pool_free(void *block) {
    Pool *pool = pool_of(block);
    *(void **)block = pool->free;
    pool->free = block;
    if (UNLIKELY(--pool->used <= pool->edge)) pool_turn(pool);
}

void pool_inline(bool on);    /* off: pool_pop has nothing, so that every allocation takes the slow way */
bool pool_available(void);    /* false: no region, or all of it is in use: the caller falls back to malloc */
size_t pool_blocks(void);     /* live blocks in all pools */

/* For the views. Pools come in order of address; used == 0 is a pool that its arena has free. Stops on nonzero. */
int pool_each(int (*f)(const Pool *pool, void *arg), void *arg);
/* Sets bit i of the words for each block i of the pool that is not live. */
void pool_free_bits(const Pool *pool, uint64_t bits[POOL_WORDS]);
/* Walks everything and checks it; NULL, or what is wrong. */
const char *pool_check(void);

#endif
