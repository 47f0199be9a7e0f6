/* freelist.h: parked blocks in front of the pools, for what the VM makes all the time.
 *
 * A free list is a stack of freed objects of one type and size, linked through their first word. A parked block is not live: the views
 * count it as "parked", a full collection empties all lists (CPython does so too), and -X nofreelists or an observer sets max to 0.
 * What is pushed is the object's address, untracked. Its gc head stays as it was: who pops an object whose type has a finalizer sets
 * gc_head(o)->prev = 0, and for types that always count (all but list, dict, tuple, slice) gc_born does so, and gc_died counts the push. */
#ifndef GC_FREELIST_H
#define GC_FREELIST_H

#include "gc/mem.h"

typedef struct FreeList {
    void *top;
    uint32_t n;
    uint32_t max;      /* 0: switched off */
    uint32_t limit;    /* max when switched on */
    uint32_t offset;   /* bytes from the block's start to the object (gc head) */
    const char *name;
} FreeList;

/* name, limit, offset. int: 24 + 8; float: 24 */
#define FREE_LISTS_LIST(X)                                                                                                        \
    X(int, 256, 0) X(float, 256, 0) X(list, 80, 16) X(dict, 80, 16) X(dict_keys, 80, 0) X(bound_method, 64, 16) X(slice, 1, 16)   \
    X(cell, 64, 16) X(generator, 32, 16) X(range_iter, 16, 0) X(list_iter, 32, 16) X(tuple_iter, 32, 16) X(function, 32, 16)
#define X(name, limit, offset) extern FreeList freelist_##name;
FREE_LISTS_LIST(X)
#undef X
enum { TUPLE_FREELISTS = 20 };
extern FreeList freelist_tuple[TUPLE_FREELISTS + 1]; /* by length 1..20; 2000 each */

static ALWAYS_INLINE void *freelist_pop(FreeList *f) {
    void *p = f->top;
    if (LIKELY(p != NULL)) {
        f->top = *(void **)p;
        f->n--;
    }
    return p;
}
/* false: the list is full, free the block. */
static ALWAYS_INLINE bool freelist_push(FreeList *f, void *p) {
    if (UNLIKELY(f->n >= f->max)) return false;
    *(void **)p = f->top;
    f->top = p;
    f->n++;
    return true;
}
void freelist_init(void);           /* sets every max from its limit, or 0 where FREE_LISTS is off */
void freelist_clear_all(void);      /* gives all parked blocks back to the pools */
void freelist_enable(bool on);
/* Calls f for every list; stops on nonzero. */
int freelist_each(int (*f)(FreeList *list, void *arg), void *arg);

#endif
