/* pool.c: the rare paths of the pool allocator: carving, lists of pools, arenas.
 *
 * A pool is in exactly one place:
 *   used    on its class's list `usable`, some blocks live; its head is the hot pool
 *   full    on no list: found by pool_refill without a block; edge == capacity so that the next free brings it back to the front
 *   free    used == 0, on its arena's list; its header stays, and if the same class takes it again so do its linked blocks
 *   fresh   never used: behind the arena's `fresh` mark
 * An exhausted pool stays on its list until the next allocation looks at it; blocks freed into it before simply serve again.
 *
 * Arenas with free pools are kept by how many they have, and a pool is always taken from one with the fewest: nearly empty arenas then
 * run dry and go back to the system. Slots of the region are filled from the lowest up. */
#define _GNU_SOURCE 1
#include "gc/pool.h"

#include <errno.h>
#include <sys/mman.h>

#include "gc/mem.h"

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000 /* kernels before 4.17 take the address as a hint: the result is compared anyway */
#endif

enum { PAGE = 4096, NO_ARENA = -1 };
/* From so many arenas on a new one is faulted in at once: 400 us instead of 480 and 256 traps. (Huge pages would be 100 us where the
 * system has them at hand, but 2000 and more in a virtual machine whose host has to find them first.) */
enum { POPULATE_FROM = 4 };
enum { ABSENT, OURS, FOREIGN /* somebody else's mapping */ };

typedef struct Arena {
    Pool *free;        /* emptied pools, linked by next, last emptied first */
    uint8_t state;     /* ABSENT ... FOREIGN */
    uint8_t fresh;     /* pools from this one on were never used */
    uint8_t n_free;    /* emptied and fresh ones */
    int32_t next, prev; /* arenas with the same n_free, NO_ARENA at the ends */
} Arena;

static Pool pool_none; /* never has a block */
#define N4 &pool_none, &pool_none, &pool_none, &pool_none
Pool *pool_hot[SIZE_CLASSES] = {N4, N4, N4, N4, N4, N4, N4, N4};
#undef N4
uintptr_t pool_region = UINTPTR_MAX;

static Pool *usable[SIZE_CLASSES];
static size_t full_blocks; /* capacities of all full pools */
static bool inline_off;

static Arena arenas[REGION_ARENAS];
static int32_t by_free[ARENA_POOLS + 1]; /* first arena with so many free pools, + 1; 0: none */
static uint64_t has_free;                /* bit n - 1: by_free[n] is not empty */
static int32_t lowest, highest;          /* all slots below are mapped; none from here on is */
static bool region_closed;               /* no usable region, or all slots in use */

/* Regions to try: nothing else is near any of them; the first keeps clear of valgrind's own memory too. */
static const uintptr_t regions[] = {1, 5, 17, 69, 321};

static char *arena_address(int32_t i) { return (char *)((pool_region << REGION_SHIFT) + (uintptr_t)i * ARENA_SIZE); }

static bool map_at(char *address) {
    int populate = mem_counts.arenas >= POPULATE_FROM ? MAP_POPULATE : 0;
    void *got = mmap(address, ARENA_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE | populate, -1, 0);
    if (got == address) return true;
    if (got != MAP_FAILED) {
        munmap(got, ARENA_SIZE);
        errno = EEXIST;
    }
    return false;
}

/* ---- arenas ---- */

static void arena_link(int32_t i) {
    Arena *a = &arenas[i];
    if (a->n_free == 0) return;
    a->prev = NO_ARENA;
    a->next = by_free[a->n_free] - 1;
    if (a->next != NO_ARENA) arenas[a->next].prev = i;
    by_free[a->n_free] = i + 1;
    has_free |= (uint64_t)1 << (a->n_free - 1);
}

static void arena_unlink(int32_t i) {
    Arena *a = &arenas[i];
    if (a->n_free == 0) return;
    if (a->next != NO_ARENA) arenas[a->next].prev = a->prev;
    if (a->prev != NO_ARENA) {
        arenas[a->prev].next = a->next;
        return;
    }
    by_free[a->n_free] = a->next + 1;
    if (a->next == NO_ARENA) has_free &= ~((uint64_t)1 << (a->n_free - 1));
}

static bool region_open(void) {
    for (size_t i = 0; i < sizeof regions / sizeof *regions; i++) {
        pool_region = regions[i];
        if (map_at(arena_address(0))) return true;
        if (errno == ENOMEM) break;
    }
    pool_region = UINTPTR_MAX;
    region_closed = errno != ENOMEM;
    return false;
}

/* Takes the lowest slot that is free; those that somebody else occupies are skipped for good. */
static COLD bool arena_map(void) {
    if (region_closed) return false;
    bool mapped = pool_region == UINTPTR_MAX && region_open();
    if (pool_region == UINTPTR_MAX) return false;
    int32_t i = lowest;
    for (; !mapped && i < REGION_ARENAS; i++) {
        if (arenas[i].state != ABSENT) continue;
        if (map_at(arena_address(i))) break;
        if (errno != EEXIST) return false;
        arenas[i].state = FOREIGN;
    }
    if (i == REGION_ARENAS) {
        region_closed = true;
        return false;
    }
    arenas[i] = (Arena){.state = OURS, .n_free = ARENA_POOLS};
    lowest = i + 1;
    if (i >= highest) highest = i + 1;
    arena_link(i);
    mem_counts.arenas_made++;
    if (++mem_counts.arenas > mem_counts.arenas_peak) mem_counts.arenas_peak = mem_counts.arenas;
    return true;
}

static COLD void arena_unmap(int32_t i) {
    arena_unlink(i);
    munmap(arena_address(i), ARENA_SIZE);
    arenas[i] = (Arena){.state = ABSENT};
    if (i < lowest) lowest = i;
    region_closed = false;
    mem_counts.arenas--;
}

/* ---- lists of pools ---- */

static void make_hot(unsigned cls) { pool_hot[cls] = usable[cls] && !inline_off ? usable[cls] : &pool_none; }

static void pool_link(Pool *pool, unsigned cls) {
    Pool *first = usable[cls];
    pool->prev = NULL;
    pool->next = first;
    if (first) first->prev = pool;
    usable[cls] = pool;
    make_hot(cls);
}

static void pool_unlink(Pool *pool, unsigned cls) {
    if (pool->next) pool->next->prev = pool->prev;
    if (pool->prev) {
        pool->prev->next = pool->next;
    } else {
        usable[cls] = pool->next;
        make_hot(cls);
    }
}

/* Links the never-used blocks up to the end of a page (of the next, where a block straddles). */
static bool carve(Pool *pool) {
    if (pool->carved == pool->capacity) return false;
    uint32_t size = pool->block_size;
    char *block = pool_first(pool) + (size_t)pool->carved * size;
    uintptr_t page_end = ((uintptr_t)block + size + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
    uint32_t n = (uint32_t)((page_end - (uintptr_t)block) / size), left = pool->capacity - pool->carved;
    if (n > left) n = left;
    pool->carved += n;
    pool->free = block;
    for (; n > 1; n--, block += size) *(void **)block = block + size;
    *(void **)block = NULL;
    return true;
}

/* A pool for the class from an arena with the fewest free ones. */
static Pool *pool_take(unsigned cls) {
    if (!has_free && !arena_map()) return NULL;
    int32_t i = by_free[__builtin_ctzll(has_free) + 1] - 1;
    Arena *a = &arenas[i];
    arena_unlink(i);
    a->n_free--;
    arena_link(i);
    Pool *pool = a->free;
    if (pool) {
        a->free = pool->next;
    } else {
        pool = (Pool *)(arena_address(i) + (size_t)a->fresh++ * POOL_SIZE);
        pool->arena = (uint32_t)i;
    }
    uint32_t size = (cls + 1) * BLOCK_ALIGN;
    if (pool->block_size != size) {
        pool->free = NULL;
        pool->carved = 0;
        pool->block_size = size;
        pool->capacity = (POOL_SIZE - (uint32_t)sizeof(Pool)) / size;
    }
    pool->edge = 0;
    pool_link(pool, cls);
    return pool;
}

/* The pool's last block was freed. */
static void pool_give(Pool *pool) {
    int32_t i = (int32_t)pool->arena;
    Arena *a = &arenas[i];
    pool->next = a->free;
    a->free = pool;
    arena_unlink(i);
    a->n_free++;
    arena_link(i);
    if (a->n_free == ARENA_POOLS && a->next != NO_ARENA) arena_unmap(i > a->next ? i : a->next);
}

void *pool_refill(unsigned cls) {
    Pool *pool = usable[cls];
    while (pool && !pool->free && !carve(pool)) { /* full: it leaves the list */
        pool->edge = pool->capacity;
        full_blocks += pool->capacity;
        pool_unlink(pool, cls);
        pool = usable[cls];
    }
    if (!pool) pool = pool_take(cls);
    if (!pool || (!pool->free && !carve(pool))) return NULL;
    void *block = pool->free;
    pool->free = *(void **)block;
    pool->used++;
    return block;
}

void pool_turn(Pool *pool) {
    unsigned cls = size_class(pool->block_size);
    if (pool->edge) {
        pool->edge = 0;
        full_blocks -= pool->capacity;
        pool_link(pool, cls);
    }
    if (pool->used == 0) {
        pool_unlink(pool, cls);
        pool_give(pool);
    }
}

void pool_inline(bool on) {
    inline_off = !on;
    for (unsigned cls = 0; cls < SIZE_CLASSES; cls++) make_hot(cls);
}

bool pool_available(void) { return !region_closed; }

/* ---- looking at it ---- */

size_t pool_blocks(void) {
    size_t n = full_blocks;
    for (unsigned cls = 0; cls < SIZE_CLASSES; cls++)
        for (Pool *p = usable[cls]; p; p = p->next) n += p->used;
    return n;
}

int pool_each(int (*f)(const Pool *pool, void *arg), void *arg) {
    for (int32_t i = 0; i < highest; i++) {
        if (arenas[i].state != OURS) continue;
        for (unsigned k = 0; k < arenas[i].fresh; k++) {
            int stop = f((Pool *)(arena_address(i) + k * POOL_SIZE), arg);
            if (stop) return stop;
        }
    }
    return 0;
}

void pool_free_bits(const Pool *pool, uint64_t bits[POOL_WORDS]) {
    for (unsigned i = 0; i < POOL_WORDS; i++) bits[i] = 0;
    for (unsigned i = pool->carved; i < pool->capacity; i++) bits[i / 64] |= (uint64_t)1 << i % 64;
    for (void *b = pool->free; b; b = *(void **)b) {
        size_t i = (size_t)((char *)b - pool_first(pool)) / pool->block_size;
        bits[i / 64] |= (uint64_t)1 << i % 64;
    }
}

static const char *check_pool(const Pool *pool) {
    if (pool->capacity != (POOL_SIZE - sizeof(Pool)) / pool->block_size) return "pool: capacity";
    if (pool->carved > pool->capacity) return "pool: carved beyond its end";
    uint32_t n = 0;
    for (char *b = pool->free; b; b = *(char **)b, n++) {
        if (pool_of(b) != pool || b < pool_first(pool)) return "pool: free block outside";
        if ((size_t)(b - pool_first(pool)) % pool->block_size) return "pool: free block misaligned";
        if (n >= pool->capacity) return "pool: free list is a circle";
    }
    if (n + pool->used != pool->carved) return "pool: live and free blocks do not add up";
    return NULL;
}

static const char *check_arena(int32_t i) {
    Arena *a = &arenas[i];
    unsigned emptied = 0;
    for (Pool *p = a->free; p; p = p->next, emptied++)
        if (p->used || p->arena != (uint32_t)i || emptied > a->fresh) return "arena: list of free pools";
    if (emptied + ARENA_POOLS - a->fresh != a->n_free) return "arena: number of free pools";
    bool found = a->n_free == 0;
    for (int32_t k = by_free[a->n_free] - 1; k != NO_ARENA && a->n_free; k = arenas[k].next) found |= k == i;
    if (!found) return "arena: on the wrong list";
    unsigned in_use = 0;
    for (unsigned k = 0; k < a->fresh; k++) {
        Pool *p = (Pool *)(arena_address(i) + k * POOL_SIZE);
        const char *wrong = check_pool(p);
        if (wrong) return wrong;
        in_use += p->used != 0;
    }
    return in_use + a->n_free == ARENA_POOLS ? NULL : "arena: pools do not add up";
}

static const char *check_lists(size_t *full) {
    for (unsigned cls = 0; cls < SIZE_CLASSES; cls++) {
        const Pool *before = NULL;
        for (Pool *p = usable[cls]; p; before = p, p = p->next) {
            if (size_class(p->block_size) != cls || p->prev != before) return "list of pools: links";
            if (p->used == 0 || p->edge) return "list of pools: state";
            *full -= p->used;
        }
        if (pool_hot[cls] != &pool_none && pool_hot[cls] != usable[cls]) return "hot pool";
    }
    return NULL;
}

static int add_used(const Pool *pool, void *arg) {
    *(size_t *)arg += pool->used;
    return 0;
}

const char *pool_check(void) {
    size_t blocks = 0, n = 0;
    for (int32_t i = 0; i < highest; i++) {
        if (arenas[i].state != OURS) continue;
        const char *wrong = check_arena(i);
        if (wrong) return wrong;
        n++;
    }
    if (n != mem_counts.arenas) return "arenas: number";
    pool_each(add_used, &blocks);
    const char *wrong = check_lists(&blocks);
    if (wrong) return wrong;
    return blocks == full_blocks && !pool_none.free ? NULL : "full pools: number of blocks";
}
