/* alloc.c: prints what the memory side costs: ns per allocation and per object of a collection. Links the files of gc only.
 * The lists imitate Python's: a head of 56 bytes and an array of items of its own. */
#define _GNU_SOURCE 1
#include <time.h>

#include "tests/unit/node.h"

enum { PAIRS = 10000000, LISTS = 1000000, DEEP = 64, ROUNDS = 5 };

typedef struct List {
    VarObject var;
    Object **item;
    ssize_t allocated;
} List;

static int list_traverse(Object *self, VisitFn visit, void *arg) {
    List *l = (List *)self;
    for (ssize_t i = l->var.size; --i >= 0;) VISIT(l->item[i]);
    return 0;
}
static int list_clear(Object *self) {
    List *l = (List *)self;
    Object **item = l->item;
    ssize_t n = l->var.size;
    l->item = NULL;
    l->var.size = l->allocated = 0;
    while (--n >= 0) drop_x(item[n]);
    mem_free(item);
    return 0;
}
static void list_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    list_clear(self);
    object_free_static(self, true);
    trash_end();
}
static TypeHead list_type = {.ob = {1, NULL}, .name = "list", .flags = TYPE_GC, .traverse = list_traverse, .clear = list_clear,
                             .dealloc = list_dealloc};

static List *new_list(ssize_t n) {
    List *l = (List *)object_new_static((struct Type *)&list_type, sizeof(List), true);
    l->item = n ? mem_alloc((size_t)n * sizeof(Object *)) : NULL;
    l->var.size = l->allocated = n;
    for (ssize_t i = 0; i < n; i++) l->item[i] = NULL;
    gc_track(&l->var.ob);
    return l;
}
static Own new_int(void) { return object_new_static((struct Type *)&atom_type, 28, false); }

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}
static inline void seen(void *p) { __asm__ volatile("" : : "r"(p) : "memory"); }

static double bench_block(size_t size) {
    double t = now();
    static void *block[DEEP];
    for (int i = 0; i < PAIRS / DEEP; i++) {
        for (int k = 0; k < DEEP; k++) block[k] = mem_alloc(size);
        seen(block);
        for (int k = 0; k < DEEP; k++) mem_free(block[k]);
    }
    return (now() - t) / PAIRS;
}
static double bench_block_at_once(void) {
    double t = now();
    for (int i = 0; i < PAIRS; i++) {
        void *p = mem_alloc(32);
        seen(p);
        mem_free(p);
    }
    return (now() - t) / PAIRS;
}
static double bench_object(void) {
    double t = now();
    for (int i = 0; i < PAIRS; i++) {
        Own o = new_int();
        seen(o);
        o->refcnt--;
        object_free_static(o, false);
    }
    return (now() - t) / PAIRS;
}
static double bench_container(void) {
    double t = now();
    for (int i = 0; i < PAIRS; i++) {
        Object *o = object_new_static((struct Type *)&node_type, 40, true);
        gc_track(o);
        seen(o);
        o->refcnt--;
        gc_untrack(o);
        object_free_static(o, true);
    }
    return (now() - t) / PAIRS;
}
static double bench_container_deep(void) {
    static Object *deep[DEEP];
    double t = now();
    for (int i = 0; i < PAIRS / DEEP; i++) {
        for (int k = 0; k < DEEP; k++) gc_track(deep[k] = object_new_static((struct Type *)&node_type, 40, true));
        seen(deep);
        for (int k = 0; k < DEEP; k++) {
            gc_untrack(deep[k]);
            object_free_static(deep[k], true);
        }
    }
    return (now() - t) / PAIRS;
}

static void shuffle(Object **item, ssize_t n) {
    uint64_t x = 88172645463325252u;
    for (ssize_t i = n; i > 1; i--) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        ssize_t k = (ssize_t)(x % (uint64_t)i);
        Object *o = item[i - 1];
        item[i - 1] = item[k];
        item[k] = o;
    }
}

/* Shapes: 0 [int]; 1 [int, previous list]; 2 as 1, the references shuffled. */
static void bench_collect(const char *what, int shape) {
    double t = now();
    List *all = new_list(LISTS);
    for (ssize_t i = 0; i < LISTS; i++) {
        List *l = new_list(shape ? 2 : 1);
        l->item[0] = new_int();
        if (shape && i % 8) l->item[1] = own(all->item[i - 1]);
        all->item[i] = &l->var.ob;
    }
    double grow = (now() - t) / LISTS, best = 1e18;
    if (shape == 2) shuffle(all->item, LISTS);
    for (int i = 0; i < ROUNDS; i++) {
        t = now();
        REQUIRE(gc_collect(2) == 0);
        double spent = (now() - t) / LISTS;
        if (spent < best) best = spent;
    }
    t = now();
    drop(&all->var.ob);
    printf("%-32s build %6.2f  full collection %6.2f  drop %6.2f ns per list\n", what, grow, best, (now() - t) / LISTS);
}

static bool collection_due;
static void due(void) { collection_due = true; }
static void safe_point(void) {
    if (!collection_due) return;
    collection_due = false;
    gc_collect_due();
}

/* The heap of bench_collect once more, with the collections that fall while it grows. */
static void bench_growing(void) {
    ssize_t young = gc.stats[0].collections + gc.stats[1].collections, full = gc.stats[2].collections;
    double t = now();
    List *all = new_list(LISTS);
    for (ssize_t i = 0; i < LISTS; i++) {
        List *l = new_list(1);
        l->item[0] = new_int();
        all->item[i] = &l->var.ob;
        safe_point();
    }
    printf("%-32s build %6.2f ns per list, %zd young and %zd full collections\n", "1e6 lists [int], collecting", (now() - t) / LISTS,
           gc.stats[0].collections + gc.stats[1].collections - young, gc.stats[2].collections - full);
    drop(&all->var.ob);
}

static void bench_trash(void) {
    double t = now();
    for (int i = 0; i < LISTS; i++) {
        List *l = new_list(1);
        l->item[0] = &l->var.ob;
        safe_point();
    }
    printf("%-32s %6.2f ns each\n", "self-referring lists, collected", (now() - t) / LISTS);
    gc_collect(2);
}

int main(void) {
    gc_init();
    freelist_init();
    void *keep[] = {mem_alloc(32), mem_alloc(64)};
    printf("block of 32, 64 in flight        %6.2f ns per pair\n", bench_block(32));
    printf("block of 32, at once             %6.2f\n", bench_block_at_once());
    printf("int object                       %6.2f\n", bench_object());
    printf("tracked container                %6.2f\n", bench_container());
    printf("tracked container, 64 in flight  %6.2f\n", bench_container_deep());
    bench_collect("1e6 lists [int]", 0);
    bench_collect("1e6 lists [int], again", 0);
    bench_collect("1e6 lists [int, list]", 1);
    bench_collect("1e6 lists [int, list], shuffled", 2);
    gc.hooks.due = due;
    bench_growing();
    bench_trash();
    mem_free(keep[0]);
    mem_free(keep[1]);
    printf("arenas: %zu made, %zu now, %zu blocks live\n", mem_stats.arenas_made, mem_stats.arenas, mem_stats.blocks);
    return 0;
}
