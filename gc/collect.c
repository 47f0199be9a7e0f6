/* collect.c: the cycle collector.
 *
 * Objects that only refer to each other never fall to count 0. To find them among the objects of a generation (and all younger):
 *   1  copy each count to gc_refs (in the gc head, where the backward link is not needed for a while)
 *   2  for every reference from one of them to another, subtract 1: what is left comes from outside
 *   3  walk the list: an object with gc_refs > 0 stays, and so does all that it refers to; the others move to the unreachable list, and
 *      back to the end of the first when something later on the list turns out to refer to them
 * What is still on the unreachable list is trash: weak references to it are cleared, finalizers run (PEP 442), steps 1-3 repeated on it
 * alone if any finalizer ran, since it may have brought some back; the rest is cleared field by field until the counts do the work.
 * Real counts are never touched, no step recurses, order of objects and all numbers are CPython 3.13's.
 *
 * Two things make it linear and cheap. In a full collection every tracked object is on the list, so 1 is done on first sight within 2
 * (young collections must tell young from old and run 1 by itself). And 2 marks leaves: an object that refers to no tracked object but
 * its own type need not be traversed again in 3, where untracking and counting of survivors happen in passing. */
#define _GNU_SOURCE 1
#include "gc/collect.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "gc/freelist.h"
#include "gc/refcount.h"

GcState gc;

#define FLAGS ((uintptr_t)3)
#define ONE_REF ((uintptr_t)1 << GC_PREV_SHIFT)
enum { OLDEST = GC_GENERATIONS - 1 };

static inline GcHead *prev_of(const GcHead *h) { return (GcHead *)(h->prev & ~FLAGS); }
static inline void set_prev(GcHead *h, const GcHead *to) { h->prev = (uintptr_t)to | (h->prev & FLAGS); }

/* ---- lists ---- */

static void list_merge(GcHead *from, GcHead *to) {
    if (!gc_list_empty(from)) {
        GcHead *first = gc_next(from), *last = prev_of(from), *tail = prev_of(to);
        tail->next = (uintptr_t)first;
        set_prev(first, tail);
        last->next = (uintptr_t)to;
        to->prev = (uintptr_t)last;
    }
    gc_list_init(from);
}

ssize_t gc_list_size(const GcHead *list) {
    ssize_t n = 0;
    for (const GcHead *h = gc_next(list); h != list; h = gc_next(h)) n++;
    return n;
}

static const char *check_list(const GcHead *list, bool trash_list) {
    const GcHead *before = list;
    for (const GcHead *h = gc_next(list); h != list; before = h, h = gc_next(h)) {
        if (h->next == 0) return "gc: untracked object on a list";
        if (h->next & FLAGS) return "gc: forward link with flags";
        if (prev_of(h) != before) return "gc: links do not match";
        if (((h->prev & GC_COLLECTING) != 0) != trash_list) return "gc: collecting flag";
        if (gc_object((GcHead *)(uintptr_t)h)->refcnt <= 0) return "gc: tracked object without references";
    }
    return prev_of(list) == before && !(list->next & FLAGS) ? NULL : "gc: end of a list";
}
const char *gc_check_list(const GcHead *list) { return check_list(list, false); }

const char *gc_check(void) {
    for (int i = 0; i < GC_GENERATIONS; i++) {
        const char *wrong = gc_check_list(&gc.gen[i].head);
        if (wrong) return wrong;
    }
    return gc_check_list(&gc.permanent);
}

static void expect(const GcHead *list, bool trash_list) {
    const char *wrong = DEBUG_CHECKS ? check_list(list, trash_list) : NULL;
    if (wrong) {
        fprintf(stderr, "%s\n", wrong);
        abort();
    }
}

/* References wait here a little between being found and being looked at, while their objects are fetched into the cache. */
enum { WAITING = 16 };
typedef struct Walk {
    GcHead *list;   /* what is being walked */
    GcHead *parent; /* whose references are being visited */
    unsigned at;
    struct {
        Object *child;
        GcHead *parent;
    } waiting[WAITING];
} Walk;
typedef void (*ReferenceFn)(Object *child, GcHead *parent, Walk *walk);

static ALWAYS_INLINE int enqueue(Walk *walk, Object *child, ReferenceFn apply) {
    unsigned i = walk->at++ % WAITING;
    Object *due = walk->waiting[i].child;
    GcHead *parent = walk->waiting[i].parent;
    __builtin_prefetch(child);
    walk->waiting[i].child = child;
    walk->waiting[i].parent = walk->parent;
    if (LIKELY(due != NULL)) apply(due, parent, walk);
    return 0;
}

static ALWAYS_INLINE void drain(Walk *walk, ReferenceFn apply) {
    for (unsigned k = 0; k < WAITING; k++) {
        unsigned i = walk->at++ % WAITING;
        Object *due = walk->waiting[i].child;
        walk->waiting[i].child = NULL;
        if (due) apply(due, walk->waiting[i].parent, walk);
    }
}

/* ---- steps 1 and 2: references from outside ---- */

static inline void start(GcHead *h) {
    h->prev = ((uintptr_t)gc_object(h)->refcnt << GC_PREV_SHIFT) | (h->prev & GC_FINALIZED) | GC_COLLECTING;
}

static inline void subtract(GcHead *h, GcHead *parent) {
    const TypeHead *type = type_head(gc_object(parent));
    if (DEBUG_CHECKS && h->prev < ONE_REF) {
        fprintf(stderr, "gc: traverse of %s visits a %s more often than it holds it\n", type->name, type_head(gc_object(h))->name);
        abort();
    }
    h->prev -= ONE_REF;
    if (gc_object(h) != &type->ob) parent->next &= ~(uintptr_t)GC_LEAF;
}

static ALWAYS_INLINE void subtract_marked(Object *child, GcHead *parent, Walk *walk) {
    (void)walk;
    if (object_is_gc(child) && (gc_head(child)->prev & GC_COLLECTING)) subtract(gc_head(child), parent);
}

/* Where every tracked object is on the list. */
static ALWAYS_INLINE void subtract_tracked(Object *child, GcHead *parent, Walk *walk) {
    (void)walk;
    if (!object_is_gc(child)) return;
    GcHead *h = gc_head(child);
    if (!(h->prev & GC_COLLECTING)) {
        if (h->next == 0) return;
        start(h);
    }
    subtract(h, parent);
}

static int visit_marked(Object *child, void *walk) { return enqueue(walk, child, subtract_marked); }
static int visit_tracked(Object *child, void *walk) { return enqueue(walk, child, subtract_tracked); }

static void subtract_inner(GcHead *list, bool all_tracked) {
    Walk walk = {.list = list};
    VisitFn visit = all_tracked ? visit_tracked : visit_marked;
    GcHead *next;
    for (GcHead *h = gc_next(list); !all_tracked && h != list; h = next) {
        next = gc_next(h);
        __builtin_prefetch(next);
        start(h);
    }
    for (GcHead *h = gc_next(list); h != list; h = next) {
        next = gc_next(h);
        __builtin_prefetch(next);
        if (!(h->prev & GC_COLLECTING)) start(h);
        h->next = (uintptr_t)next | GC_LEAF; /* until proved otherwise */
        walk.parent = h;
        Object *o = gc_object(h);
        type_head(o)->traverse(o, visit, &walk);
    }
    if (all_tracked) {
        drain(&walk, subtract_tracked);
    } else {
        drain(&walk, subtract_marked);
    }
}

/* ---- step 3: who is reached from outside ---- */

static ALWAYS_INLINE void reach(Object *child, GcHead *parent, Walk *walk) {
    (void)parent;
    if (!object_is_gc(child)) return;
    GcHead *h = gc_head(child);
    if (!(h->prev & GC_COLLECTING)) return; /* of another generation, or walked already */
    if (h->next & GC_UNREACHABLE) {
        GcHead *before = prev_of(h), *after = gc_next(h), *list = walk->list, *last = prev_of(list);
        before->next = (uintptr_t)after | (before->next & FLAGS);
        set_prev(after, before);
        last->next = (uintptr_t)h | (last->next & FLAGS);
        h->next = (uintptr_t)list | (h->next & GC_LEAF);
        list->prev = (uintptr_t)h;
        h->prev = ONE_REF | (h->prev & FLAGS);
    } else if (h->prev < ONE_REF) {
        h->prev |= ONE_REF;
    }
}

static int visit_reachable(Object *child, void *walk) { return enqueue(walk, child, reach); }

/* Lets the type untrack an object in the middle of the walk: it sits on a list of its own meanwhile. */
static bool untracked(GcHead *h, TypeHead *type) {
    uintptr_t next = h->next, prev = h->prev;
    GcHead alone = {(uintptr_t)h, (uintptr_t)h};
    h->next = (uintptr_t)&alone;
    set_prev(h, &alone);
    if (type->untrack(gc_object(h))) return true;
    h->next = next;
    h->prev = prev;
    return false;
}

typedef struct Kept {
    ssize_t n;         /* survivors on the list */
    bool dicts_again;  /* a tuple was untracked after a dict, which may hold it, had been looked at */
} Kept;

/* Which survivors to ask: tuples always, the others only in full collections (a dict under construction would be asked too often). */
static inline bool may_untrack(const TypeHead *type, bool full) {
    uint32_t flags = type->flags;
    return (flags & TYPE_UNTRACKABLE) && (full || (flags & TYPE_IS_TUPLE));
}

static Kept keep_reachable(GcHead *list, GcHead *unreachable, bool untrack, bool full) {
    Walk walk = {.list = list};
    Kept kept = {0};
    bool dict_stayed = false;
    GcHead *last = list;
    for (GcHead *h = gc_next(list), *next; h != list; h = next) {
        __builtin_prefetch(gc_next(h));
        if (h->prev < ONE_REF) drain(&walk, reach); /* a decision: nothing may be waiting */
        if (h->prev < ONE_REF) {
            GcHead *tail = prev_of(unreachable);
            next = gc_next(h);
            last->next = (uintptr_t)next;
            tail->next = (uintptr_t)h | GC_UNREACHABLE | (tail->next & FLAGS);
            set_prev(h, tail);
            h->next = (uintptr_t)unreachable | GC_UNREACHABLE | (h->next & GC_LEAF);
            unreachable->prev = (uintptr_t)h;
            continue;
        }
        Object *o = gc_object(h);
        TypeHead *type = type_head(o);
        if (!(h->next & GC_LEAF)) {
            type->traverse(o, visit_reachable, &walk);
        } else if ((type->flags & TYPE_HEAP) && (gc_head(&type->ob)->prev & GC_COLLECTING)) {
            visit_reachable(&type->ob, &walk);
        }
        if (gc_next(h) == list) drain(&walk, reach); /* this may append */
        next = gc_next(h);
        h->prev = (uintptr_t)last | (h->prev & GC_FINALIZED);
        if (untrack && may_untrack(type, full)) {
            bool tuple = (type->flags & TYPE_IS_TUPLE) != 0;
            if (untracked(h, type)) {
                last->next = (uintptr_t)next;
                kept.dicts_again |= tuple && dict_stayed;
                continue;
            }
            dict_stayed |= !tuple;
        }
        h->next = (uintptr_t)next;
        last = h;
        kept.n++;
    }
    list->prev = (uintptr_t)last;
    list->next &= ~FLAGS;
    unreachable->next &= ~FLAGS;
    return kept;
}

static void untrack_dicts(GcHead *list, Kept *kept) {
    for (GcHead *h = gc_next(list), *next; h != list; h = next) {
        next = gc_next(h);
        TypeHead *type = type_head(gc_object(h));
        if ((type->flags & (TYPE_UNTRACKABLE | TYPE_IS_TUPLE)) == TYPE_UNTRACKABLE && type->untrack(gc_object(h))) kept->n--;
    }
}

/* From here on the unreachable objects are a plain list again; they keep GC_COLLECTING, which says trash. */
static ssize_t clear_marks(GcHead *list) {
    ssize_t n = 0;
    for (GcHead *h = gc_next(list); h != list; h = gc_next(h), n++) h->next &= ~FLAGS;
    return n;
}

/* ---- what becomes of trash ---- */

static bool finalize_trash(GcHead *trash_list) {
    GcHead seen;
    bool any = false;
    gc_list_init(&seen);
    while (!gc_list_empty(trash_list)) {
        GcHead *h = gc_next(trash_list);
        Object *o = gc_object(h);
        FinalizeFn finalize = type_head(o)->finalize;
        gc_list_move(h, &seen);
        if (!finalize || gc_is_finalized(o)) continue;
        any = true;
        gc_set_finalized(o);
        o->refcnt++;
        finalize(o);
        drop(o);
    }
    list_merge(&seen, trash_list);
    return any;
}

/* After finalizers: what they brought back, and all that it refers to, survives. Returns how many did not. */
static ssize_t keep_resurrected(GcHead *trash_list) {
    GcHead dead;
    gc_list_init(&dead);
    for (GcHead *h = gc_next(trash_list); h != trash_list; h = gc_next(h)) h->prev &= ~(uintptr_t)GC_COLLECTING;
    subtract_inner(trash_list, false);
    keep_reachable(trash_list, &dead, false, false);
    ssize_t n = clear_marks(&dead);
    list_merge(trash_list, gc.survivors);
    list_merge(&dead, trash_list);
    return n;
}

/* Breaks the cycles. Clearing one object usually frees many, which take themselves off the list. */
static void delete_trash(GcHead *trash_list) {
    while (!gc_list_empty(trash_list)) {
        GcHead *h = gc_next(trash_list);
        Object *o = gc_object(h);
        ClearFn clear = type_head(o)->clear;
        if (gc.debug & GC_DEBUG_SAVEALL) {
            if (gc.hooks.garbage) (void)gc.hooks.garbage(o);
        } else if (clear) {
            o->refcnt++;
            clear(o);
            drop(o);
        }
        if (gc_next(trash_list) == h) { /* still alive: it may die later */
            h->prev &= ~(uintptr_t)GC_COLLECTING;
            gc_list_move(h, gc.survivors);
        }
    }
}

/* ---- reports ---- */

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool debugging(unsigned what) { return (gc.debug & what) && gc.hooks.debug; }

static double report_start(int generation) {
    char text[240];
    snprintf(text, sizeof text,
             "gc: collecting generation %d...\ngc: objects in each generation: %zd %zd %zd\n"
             "gc: objects in permanent generation: %zd\n",
             generation, gc_list_size(&gc.gen[0].head), gc_list_size(&gc.gen[1].head), gc_list_size(&gc.gen[2].head),
             gc_list_size(&gc.permanent));
    gc.hooks.debug(text);
    return seconds();
}

static void report_trash(const GcHead *trash_list) {
    char text[300];
    for (GcHead *h = gc_next(trash_list); h != trash_list; h = gc_next(h)) {
        Object *o = gc_object(h);
        snprintf(text, sizeof text, "gc: collectable <%.200s %p>\n", type_head(o)->name, (void *)o);
        gc.hooks.debug(text);
    }
}

static void report_end(ssize_t n, double started) {
    char text[120];
    snprintf(text, sizeof text, "gc: done, %zd unreachable, 0 uncollectable, %.4fs elapsed\n", n, seconds() - started);
    gc.hooks.debug(text);
}

/* ---- a collection ---- */

/* Merges the younger generations into this one and splits it into what stays, moved to where it belongs, and trash. */
static ssize_t find_trash(int generation, GcHead *trash_list) {
    bool full = generation == OLDEST;
    GcHead *list = &gc.gen[generation].head;
    if (!full) gc.gen[generation + 1].count++;
    for (int i = 0; i <= generation; i++) gc.gen[i].count = 0;
    for (int i = 0; i < generation; i++) list_merge(&gc.gen[i].head, list);
    gc.survivors = full ? list : &gc.gen[generation + 1].head;
    expect(list, false);

    gc_list_init(trash_list);
    subtract_inner(list, full && gc_list_empty(&gc.permanent));
    Kept kept = keep_reachable(list, trash_list, true, full);
    if (kept.dicts_again) untrack_dicts(list, &kept);
    if (full) {
        gc.pending = 0;
        gc.total = kept.n;
    } else {
        if (generation == OLDEST - 1) gc.pending += kept.n;
        list_merge(list, gc.survivors);
    }
    ssize_t n = clear_marks(trash_list);
    expect(gc.survivors, false);
    expect(trash_list, true);
    return n;
}

ssize_t gc_collect(int generation) {
    if (gc.collecting) return 0;
    gc.collecting = true;
    double started = 0;
    if (gc.hooks.start) gc.hooks.start(generation);
    if (debugging(GC_DEBUG_STATS)) started = report_start(generation);

    GcHead trash_list;
    ssize_t n = find_trash(generation, &trash_list);
    gc.weakrefs_died = 0;
    if (n) {
        if (debugging(GC_DEBUG_COLLECTABLE)) report_trash(&trash_list);
        if (gc.hooks.weakrefs) gc.hooks.weakrefs(&trash_list);
        if (finalize_trash(&trash_list)) n = keep_resurrected(&trash_list);
        expect(&trash_list, true);
        delete_trash(&trash_list);
        n += gc.weakrefs_died;
    }
    if (debugging(GC_DEBUG_STATS)) report_end(n, started);

    if (generation == OLDEST) {
        freelist_clear_all();
        if (gc.hooks.clear_caches) gc.hooks.clear_caches();
    }
    gc.stats[generation].collections++;
    gc.stats[generation].collected += n;
    if (gc.hooks.stop) gc.hooks.stop(generation, n, 0);
    expect(gc.survivors, false);
    gc.collecting = false;
    return n;
}

/* The oldest generation over its threshold; a full pass only when enough new objects have reached the oldest one. -1: none. */
static int generation_due(void) {
    for (int i = OLDEST; i >= 0; i--) {
        if (gc.gen[i].count <= gc.gen[i].threshold) continue;
        if (i == OLDEST && gc.pending < gc.total / 4) continue;
        return i;
    }
    return -1;
}

void gc_due(void) {
    if (gc.enabled && gc.gen[0].threshold && !gc.collecting && gc.hooks.due) gc.hooks.due();
}

void gc_collect_due(void) {
    static unsigned stress_round;
    if (!gc.enabled || gc.collecting) return;
    int generation = generation_due();
    if (STRESS && generation < 0 && gc.gen[0].threshold) generation = ++stress_round % 64 ? 0 : OLDEST;
    if (generation >= 0) gc_collect(generation);
}

void gc_init(void) {
    static const int thresholds[GC_GENERATIONS] = {2000, 10, 10};
    gc = (GcState){.enabled = true};
    for (int i = 0; i < GC_GENERATIONS; i++) {
        gc_list_init(&gc.gen[i].head);
        gc.gen[i].threshold = thresholds[i];
    }
    gc_list_init(&gc.permanent);
}

void gc_freeze(void) {
    for (int i = 0; i < GC_GENERATIONS; i++) {
        list_merge(&gc.gen[i].head, &gc.permanent);
        gc.gen[i].count = 0;
    }
}
void gc_unfreeze(void) { list_merge(&gc.permanent, &gc.gen[OLDEST].head); }
ssize_t gc_freeze_count(void) { return gc_list_size(&gc.permanent); }

int gc_each(int generation, int (*f)(Object *o, void *arg), void *arg) {
    int from = generation < 0 ? 0 : generation, to = generation < 0 ? OLDEST : generation;
    for (int i = from; i <= to; i++)
        for (GcHead *h = gc_next(&gc.gen[i].head), *next; h != &gc.gen[i].head; h = next) {
            next = gc_next(h);
            int stop = f(gc_object(h), arg);
            if (stop) return stop;
        }
    return 0;
}
