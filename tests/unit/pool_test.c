/* pool_test.c: the pool allocator and the domains above it, in every build mode. Links only the files of gc. */
#define _GNU_SOURCE 1
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gc/freelist.h"
#include "tests/unit/node.h"

#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif
enum { SLOTS = 4096, STEPS = 200000, PLAIN = POOLS && !MEM_CHECKS };

static uint64_t seed = 88172645463325252u;
static uint64_t next_random(void) {
    seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
    return seed;
}

/* A sanitizer keeps its shadow where the region would be. */
static bool pooled(void) { return POOLS && pool_available(); }
static size_t live_blocks(void) { return mem_stats.blocks + mem_stats.large_blocks; }

/* Runs f in a process of its own and requires it to end well. */
static void apart(void (*f)(void)) {
    fflush(stderr);
    pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        f();
        require_sound();
        _exit(0);
    }
    int status;
    REQUIRE(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

typedef struct Block {
    unsigned char *p;
    size_t n;
} Block;

static void fill(Block *b, size_t n) { memset(b->p, (int)(n & 0x7F) + 1, b->n = n); }
static void require_filled(const Block *b, size_t n, size_t filled_as) {
    for (size_t i = 0; i < n; i++) REQUIRE(b->p[i] == (filled_as & 0x7F) + 1);
}

static void test_random(void) {
    static Block slot[SLOTS];
    size_t before = live_blocks();
    for (int step = 0; step < STEPS; step++) {
        Block *b = &slot[next_random() % SLOTS];
        size_t n = next_random() % (step % 16 ? 200 : 3000);
        if (!b->p) {
            b->p = mem_alloc(n);
            REQUIRE(b->p && (uintptr_t)b->p % BLOCK_ALIGN == 0 && mem_block_size(b->p) >= n);
            fill(b, n);
        } else if (step % 3) {
            require_filled(b, b->n, b->n);
            mem_free(b->p);
            b->p = NULL;
        } else {
            unsigned char *q = mem_realloc(b->p, n);
            REQUIRE(q);
            b->p = q;
            require_filled(b, n < b->n ? n : b->n, b->n);
            fill(b, n);
        }
        if (step % 20000 == 0) require_sound();
    }
    for (int i = 0; i < SLOTS; i++) mem_free(slot[i].p);
    require_sound();
    REQUIRE(live_blocks() == before);
}

static void test_arenas(void) {
    enum { N = 100000 };
    static void *block[N];
    size_t arenas = mem_stats.arenas, made = mem_stats.arenas_made;
    for (int i = 0; i < N; i++) REQUIRE(block[i] = mem_alloc(200));
    require_sound();
    if (pooled()) REQUIRE(mem_stats.arenas >= arenas + N * 208 / ARENA_SIZE && mem_stats.arenas_made > made);
    for (int i = 0; i < N; i++) /* one of a hundred stays */
        if (i % 100) mem_free(block[i]);
    require_sound();
    for (int i = 0; i < N; i += 100) mem_free(block[i]);
    mem_release_quarantine();
    require_sound();
    REQUIRE(mem_stats.arenas <= arenas + 1 && mem_stats.arenas_peak >= mem_stats.arenas);
}

static int pools_of_16(const Pool *pool, void *arg) {
    if (pool->used && pool->block_size == 16) {
        uint64_t bits[POOL_WORDS];
        unsigned n = 0;
        pool_free_bits(pool, bits);
        for (unsigned i = 0; i < POOL_WORDS; i++) n += (unsigned)__builtin_popcountll(bits[i]);
        REQUIRE(pool->capacity == 1021 && n + pool->used == 1021);
        ++*(int *)arg;
    }
    return 0;
}

static void test_pools(void) {
    static void *block[1022];
    if (!pooled()) return;
    int n = 0;
    for (int i = 0; i < 1022; i++) block[i] = mem_alloc(i % 16 + 1);
    pool_each(pools_of_16, &n);
    REQUIRE(n == 2);
    REQUIRE(pool_of(block[0]) == pool_of(block[1020]) && pool_of(block[1021]) != pool_of(block[0]));
    for (int i = 0; i < 1022; i++) mem_free(block[i]);
    mem_release_quarantine();
    n = 0;
    pool_each(pools_of_16, &n);
    REQUIRE(n == 0);
    if (!PLAIN) return;
    void *a = mem_alloc(64), *b = mem_alloc(64); /* last freed, first used again */
    mem_free(a);
    mem_free(b);
    REQUIRE(mem_alloc(64) == b && mem_alloc(64) == a);
    REQUIRE((uintptr_t)a % 64 == 0);
    mem_free(a);
    mem_free(b);
}

static void test_sizes(void) {
    REQUIRE(!mem_alloc(SIZE_MAX) && !mem_alloc((size_t)PTRDIFF_MAX + 1) && !mem_calloc(SIZE_MAX) && !raw_alloc(SIZE_MAX - 8));
    void *a = mem_alloc(0), *b = mem_alloc(0);
    REQUIRE(a && b && a != b);
    REQUIRE(!mem_realloc(a, SIZE_MAX));
    mem_free(a);
    mem_free(b);
    mem_free(NULL);
    raw_free(NULL);
    unsigned char *z = mem_calloc(100), *y = mem_calloc(100000);
    for (int i = 0; i < 100; i++) REQUIRE(z[i] == 0 && y[i * 1000] == 0);
    REQUIRE(mem_block_size(z) == (pooled() ? 112 : 100) && mem_block_size(y) == 100000);
    if (PLAIN && pooled()) { /* shrinking by less than a quarter stays in place */
        REQUIRE(mem_realloc(z, 85) == z);
        void *moved = mem_realloc(z, 84);
        REQUIRE(moved != z);
        z = moved;
    }
    mem_free(z);
    mem_free(y);
}

static void test_counters(void) {
    MemStats before = mem_stats;
    void *a = mem_alloc(512), *b = mem_alloc(513), *c = raw_alloc(10);
    if (pooled()) REQUIRE(mem_stats.blocks == before.blocks + 1 && mem_stats.large_bytes == before.large_bytes + 513);
    REQUIRE(mem_stats.raw_blocks == before.raw_blocks + 1 && mem_stats.raw_bytes == before.raw_bytes + 10);
    c = raw_realloc(c, 5000000);
    b = mem_realloc(b, 8000000);
    b = mem_realloc(b, 9000000);
    REQUIRE(b && c && mem_stats.raw_bytes == before.raw_bytes + 5000000);
    mem_free(a);
    b = mem_realloc(b, 20);
    if (pooled()) REQUIRE(pool_owns(b));
    mem_free(b);
    raw_free(c);
    REQUIRE(mem_stats.blocks == before.blocks && mem_stats.large_blocks == before.large_blocks);
    REQUIRE(mem_stats.large_bytes == before.large_bytes && mem_stats.raw_bytes == before.raw_bytes);
}

static void test_fail_at(void) {
    void *p[10];
    mem_fail_at(3, true);
    p[0] = mem_alloc(20), p[1] = raw_alloc(20), p[2] = mem_alloc(1000), p[3] = mem_alloc(20);
    REQUIRE(p[0] && p[1] && !p[2] && p[3] && mem_allocations() == 4);
    mem_fail_at(2, false);
    p[4] = mem_calloc(20), p[5] = mem_calloc(20), p[6] = raw_calloc(20), p[7] = mem_realloc(p[0], 400), p[8] = raw_realloc(p[1], 50);
    REQUIRE(p[4] && !p[5] && !p[6] && !p[7] && !p[8] && mem_allocations() == 5);
    mem_fail_at(0, false);
    REQUIRE((p[5] = mem_alloc(20)));
    mem_free(p[0]);
    raw_free(p[1]);
    mem_free(p[3]);
    mem_free(p[4]);
    mem_free(p[5]);
    require_sound();
}

/* A foreign mapping in the region is left alone. */
static void test_foreign(void) {
    enum { N = 40000 };
    static void *block[N];
    mem_free(mem_alloc(1));
    if (!POOLS || pool_region == UINTPTR_MAX) return;
    char *at = (char *)(pool_region << REGION_SHIFT) + 5 * ARENA_SIZE;
    REQUIRE(mmap(at, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == at);
    for (int i = 0; i < N; i++) {
        block[i] = mem_alloc(400);
        REQUIRE(block[i] && ((char *)block[i] < at || (char *)block[i] >= at + ARENA_SIZE));
    }
    for (int i = 0; i < 4096; i++) REQUIRE(at[i] == 0);
    for (int i = 0; i < N; i++) mem_free(block[i]);
}

/* No region at all: everything comes from malloc. */
static void test_no_region(void) {
    static const uintptr_t all[] = {1, 5, 17, 69, 321};
    for (int i = 0; i < 5; i++)
        mmap((void *)(all[i] << REGION_SHIFT), 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
    void *p = mem_alloc(20), *q = mem_alloc(2000);
    REQUIRE(p && q && !pool_owns(p));
    if (POOLS) REQUIRE(!pool_available() && mem_stats.large_blocks == 2);
    p = mem_realloc(p, 600);
    q = mem_realloc(q, 30);
    REQUIRE(p && q);
    mem_free(p);
    mem_free(q);
    REQUIRE(live_blocks() == 0);
}

/* Under ulimit -v memory ends cleanly, and is there again after freeing. */
static void test_limit(void) {
    struct rlimit limit = {200000 << 10, 200000 << 10};
    REQUIRE(setrlimit(RLIMIT_AS, &limit) == 0);
    for (int round = 0; round < 2; round++) {
        void **chain = NULL;
        size_t n = 0, size = 64;
        for (void **p; (p = mem_alloc(size)); n++, size = n % 8 ? 64 : 700) *p = chain, chain = p;
        REQUIRE(n > 500000);
        while (chain) {
            void **next = *chain;
            mem_free(chain);
            chain = next;
        }
        mem_release_quarantine();
        REQUIRE(live_blocks() == 0);
    }
}

static void test_free_lists(void) {
    freelist_init();
    void *a = mem_alloc(56), *b = mem_alloc(56);
    bool on = FREE_LISTS;
    REQUIRE(freelist_push(&freelist_list, (char *)a + 16) == on && freelist_push(&freelist_list, (char *)b + 16) == on);
    REQUIRE(freelist_list.n == (on ? 2 : 0));
    if (!on) {
        mem_free(a);
        mem_free(b);
        return;
    }
    REQUIRE(freelist_pop(&freelist_list) == (char *)b + 16);
    mem_free(b);
    freelist_enable(false);
    REQUIRE(freelist_list.n == 0 && !freelist_pop(&freelist_list));
    freelist_init();
}

int main(void) {
    gc_init();
    apart(test_no_region);
    apart(test_foreign);
    if (POOLS && !SANITIZED) apart(test_limit);
    mem_free(mem_alloc(1)); /* opens the region */
    mem_release_quarantine();
    size_t before = live_blocks();
    test_pools();
    test_random();
    test_arenas();
    test_sizes();
    test_counters();
    test_fail_at();
    test_free_lists();
    require_sound();
    REQUIRE(live_blocks() == before);
    return 0;
}
