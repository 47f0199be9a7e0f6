/* set.h: set and frozenset in CPython 3.13's layout: 200 bytes (+16 gc) with a table of 8 inside, open addressing with short linear
 * probes (9) before a perturbed jump; printed order is observable. */
#ifndef RUNTIME_SET_H
#define RUNTIME_SET_H

#include "runtime/type.h"

enum { SET_MIN_SIZE = 8 };
typedef struct SetEntry {
    Object *key;  /* NULL: empty; the dummy object: deleted */
    Hash hash;
} SetEntry;
typedef struct Set {
    Object ob;
    ssize_t fill, used, mask;
    SetEntry *table;       /* small, or a block of its own */
    Hash hash;             /* frozenset only; -1: not computed */
    size_t finger : 56;    /* where pop goes on */
    size_t all_ints : 8;   /* every key put in since it was empty is an exact compact int: a hash (but -2) tells them apart */
    SetEntry small[SET_MIN_SIZE];
    Object *weakrefs;
} Set;
extern Type set_type, frozenset_type, set_iter_type;
bool is_set(Ref o);        /* set, frozenset or subclass */
MUST Own set_new(Ref iterable_or_null);
MUST Own frozenset_new(Ref iterable_or_null);
MUST int set_add(Ref s, Ref key);
int set_contains(Ref s, Ref key);
int set_discard(Ref s, Ref key);           /* 1 found, 0, -1 */
MUST int set_update(Ref s, Ref iterable);
static inline ssize_t set_size(Ref s) { return ((const Set *)s)->used; }
bool set_next(Ref s, ssize_t *pos, Ref *key, Hash *hash);

#endif
