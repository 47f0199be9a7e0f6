/* settable.h: the inside of sets, for set*.c, and the operations on sets that the dict views share. */
#ifndef RUNTIME_SETTABLE_H
#define RUNTIME_SETTABLE_H

#include "runtime/err.h"
#include "runtime/hashkey.h"
#include "runtime/set.h"

enum { SET_PROBES = 9, SET_PERTURB = 5 };
extern Object set_dummy; /* key of a deleted entry; its hash is -1 */

static inline Set *as_set(Ref o) { return (Set *)(uintptr_t)o; }
static inline bool is_exact_set(Ref o) { return o->type == &set_type; }
static inline bool is_exact_frozenset(Ref o) { return o->type == &frozenset_type; }
static inline bool is_exact_any_set(Ref o) { return is_exact_set(o) || is_exact_frozenset(o); }
static inline bool set_entry_live(const SetEntry *e) { return e->key && e->hash != -1; }

/* A set of that class without items; NULL: MemoryError. */
MUST Own set_make(Type *cls);
/* The same with the items of the iterable. */
MUST Own set_make_from(Type *cls, Ref iterable);
/* set or frozenset, whatever subclass o is of. */
Type *set_base_type(Ref o);
/* Table for more than n items, without deleted entries. 0/-1 */
MUST int set_resize(Set *s, ssize_t n);
void set_clear(Set *s);
MUST int set_add_hashed(Set *s, Ref key, Hash h);
int set_contains_hashed(Set *s, Ref key, Hash h);
int set_discard_hashed(Set *s, Ref key, Hash h);          /* 1 found, 0, -1 */
MUST int set_merge(Set *s, Set *other);
/* Items of another set; ints: both are of ints only. 0/-1. Toggle: out if it is in, in if it is not. */
MUST int set_add_from(Set *s, bool ints, Ref key, Hash h);
MUST int set_toggle_from(Set *s, bool ints, Ref key, Hash h);
/* A key that is known not to be in s, which has no deleted entries; it must have room for it until set_grow_if_full. */
void set_put_new_take(Set *s, Own key, Hash h);
MUST int set_grow_if_full(Set *s);

/* all_ints, h not SHARED_INT_HASH: the entry, or the place for it: the last deleted one on the way (for_add only) or an unused one. */
static ALWAYS_INLINE SetEntry *set_find_int(const Set *s, Hash h, bool for_add) {
    size_t mask = (size_t)s->mask, perturb = (size_t)h, i = perturb & mask;
    SetEntry *deleted = NULL;
    for (;;) {
        SetEntry *e = &s->table[i];
        int more = i + SET_PROBES <= mask ? SET_PROBES : 0;
        do {
            if (!e->key) return for_add && deleted ? deleted : e;
            if (e->hash == h) return e;
            if (for_add && UNLIKELY(e->hash == -1)) deleted = e;
            e++;
        } while (more--);
        perturb >>= SET_PERTURB;
        i = (i * 5 + 1 + perturb) & mask;
    }
}
/* Is the key, which comes from another set, in s? ints: both sets are of ints only. */
static ALWAYS_INLINE int set_has(Set *s, bool ints, Ref key, Hash h) {
    if (LIKELY(ints) && LIKELY(h != SHARED_INT_HASH)) return set_find_int(s, h, false)->key != NULL;
    return set_contains_hashed(s, key, h);
}

/* --- operations (setops.c): other is any iterable --- */
MUST Own set_copy(Ref s);                                  /* of the base type */
MUST Own set_union(Ref s, Ref other);
MUST Own set_intersection(Ref s, Ref other);
MUST Own set_difference(Ref s, Ref other);
MUST Own set_symmetric_difference(Ref s, Ref other);
MUST int set_intersection_update(Ref s, Ref other);
MUST int set_difference_update(Ref s, Ref other);
MUST int set_symmetric_difference_update(Ref s, Ref other);
int set_is_subset(Ref s, Ref other);
int set_is_superset(Ref s, Ref other);
int set_is_disjoint(Ref s, Ref other);
void set_swap(Set *a, Set *b);                             /* their items */

#endif
