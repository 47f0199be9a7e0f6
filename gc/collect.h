/* collect.h: the cycle collector's door: tracking, counting of births, collections.
 *
 * Three generations as CPython 3.13's: thresholds (2000, 10, 10), a full pass only when pending > total / 4. An allocation never
 * collects: gc_born raises the breaker's BREAK_GC bit, the loop collects at its next safe point. */
#ifndef GC_COLLECT_H
#define GC_COLLECT_H

#include "gc/object.h"

enum { GC_GENERATIONS = 3 };
enum { GC_FINALIZED = 1, GC_COLLECTING = 2, GC_PREV_SHIFT = 2 }; /* in prev */
enum { GC_UNREACHABLE = 1, GC_LEAF = 2 };                        /* in next, between the two passes of a collection only */
enum { GC_DEBUG_STATS = 1, GC_DEBUG_COLLECTABLE = 2, GC_DEBUG_UNCOLLECTABLE = 4, GC_DEBUG_SAVEALL = 32 };

typedef struct GcGeneration {
    GcHead head;
    int threshold, count;
} GcGeneration;

typedef struct GcStats {
    ssize_t collections, collected, uncollectable;
} GcStats;

/* What the collector asks of the floors above (set once at start; any may be NULL). */
typedef struct GcHooks {
    void (*due)(void);                                   /* young generation is over its threshold: set the breaker */
    void (*weakrefs)(GcHead *unreachable);               /* clear weak references to trash and run their callbacks: see below */
    int (*garbage)(Object *o);                           /* DEBUG_SAVEALL: keep it in gc.garbage; -1: no memory */
    void (*start)(int generation);                       /* gc.callbacks */
    void (*stop)(int generation, ssize_t collected, ssize_t uncollectable);
    void (*debug)(const char *text);                     /* DEBUG_* output */
    void (*clear_caches)(void);                          /* full collection: free lists above gc */
} GcHooks;

typedef struct GcState {
    GcGeneration gen[GC_GENERATIONS];
    GcHead permanent;            /* gc.freeze */
    bool enabled, collecting;
    unsigned debug;
    ssize_t pending, total;      /* long-lived objects: since the last full pass, and at it */
    GcStats stats[GC_GENERATIONS];
    GcHooks hooks;
    GcHead *survivors;           /* while collecting: the list that what is still alive moves to */
    ssize_t weakrefs_died;       /* added to the number collected: weak references that died of their callback */
} GcState;
extern GcState gc;

/* For the weakrefs hook. It walks the trash: gc_next(h) until it is the head again, gc_object(h). For a weak reference with a callback
 * that is not itself trash (gc_is_trash) it keeps a reference and moves it off its list (gc_list_move to one of its own); after the whole
 * walk it calls them, drops each and either moves it on to gc.survivors or, if it died, adds 1 to gc.weakrefs_died. */
static inline GcHead *gc_next(const GcHead *h) { return (GcHead *)(h->next & ~(uintptr_t)3); }
static inline bool gc_is_trash(const Object *o) { return (gc_head(o)->prev & GC_COLLECTING) != 0; }
static inline void gc_list_init(GcHead *list) { list->next = list->prev = (uintptr_t)list; }
static inline bool gc_list_empty(const GcHead *list) { return list->next == (uintptr_t)list; }
/* From its list to the end of another; flags in prev stay. */
static inline void gc_list_move(GcHead *h, GcHead *list) {
    GcHead *before = (GcHead *)(h->prev & ~(uintptr_t)3), *after = gc_next(h), *last = (GcHead *)list->prev;
    before->next = (uintptr_t)after;
    after->prev = (uintptr_t)before | (after->prev & 3);
    last->next = (uintptr_t)h;
    h->prev = (uintptr_t)last | (h->prev & 3);
    h->next = (uintptr_t)list;
    list->prev = (uintptr_t)h;
}

static inline bool gc_is_tracked(const Object *o) { return gc_head(o)->next != 0; }
static inline bool gc_is_finalized(const Object *o) { return (gc_head(o)->prev & GC_FINALIZED) != 0; }
static inline void gc_set_finalized(Object *o) { gc_head(o)->prev |= GC_FINALIZED; }

void gc_due(void); /* cold: young count went over the threshold */
/* A collectable object's memory was allocated: untracked, counted. */
static ALWAYS_INLINE void gc_born(Object *o) {
    GcHead *h = gc_head(o);
    h->next = h->prev = 0;
    if (UNLIKELY(++gc.gen[0].count > gc.gen[0].threshold || STRESS)) gc_due();
}
static ALWAYS_INLINE void gc_died(Object *o) {
    (void)o;
    if (gc.gen[0].count > 0) gc.gen[0].count--;
}
static ALWAYS_INLINE void gc_track(Object *o) {
    GcHead *h = gc_head(o), *young = &gc.gen[0].head;
    CHECK(h->next == 0);
    GcHead *last = (GcHead *)young->prev;
    last->next = (uintptr_t)h;
    h->prev = (h->prev & GC_FINALIZED) | (uintptr_t)last;
    h->next = (uintptr_t)young;
    young->prev = (uintptr_t)h;
}
/* No-op when untracked. Forward links have no flags while anything can be untracked. */
static ALWAYS_INLINE void gc_untrack(Object *o) {
    GcHead *h = gc_head(o);
    if (h->next == 0) return;
    GcHead *before = (GcHead *)(h->prev & ~(uintptr_t)3), *after = (GcHead *)h->next;
    before->next = (uintptr_t)after;
    after->prev = (uintptr_t)before | (after->prev & 3);
    h->next = 0;
    h->prev &= GC_FINALIZED;
}

void gc_init(void);
/* Collects generation 0..2 and younger; returns collected + uncollectable as gc.collect() does. Runs finalizers. */
ssize_t gc_collect(int generation);
/* What a safe point does when BREAK_GC is set: picks the oldest generation over its threshold. */
void gc_collect_due(void);
void gc_freeze(void);
void gc_unfreeze(void);
ssize_t gc_freeze_count(void);
/* Calls f for each tracked object of the generation (-1: all); stops on nonzero. f must not allocate collectable objects. */
int gc_each(int generation, int (*f)(Object *o, void *arg), void *arg);
ssize_t gc_list_size(const GcHead *list);
/* NULL, or what is wrong: links both ways, every object tracked with a count above 0, no flag of a collection left over. */
const char *gc_check_list(const GcHead *list);
const char *gc_check(void); /* all lists */

#endif
