/* deque.h: the inside of deques: a chain of blocks of 64 items, in CPython's layout.
 *
 *     left -> [ . . . a b c ] <-> [ d e f ... ] <-> [ x y . . . . ] <- right
 *                     ^left_index                       ^right_index
 *
 * There is always a block. Items lie at left_index of the leftmost up to right_index of the rightmost block; a deque without items has
 * right_index == left_index - 1 in its one block, both in the middle, so that it can grow either way. `state` changes with every change of
 * the items' number or places: iterators and searches look at it. */
#ifndef LIB_DEQUE_H
#define LIB_DEQUE_H

#include "lib/mod_collections.h"

enum { DEQUE_BLOCK = 64, DEQUE_CENTER = (DEQUE_BLOCK - 1) / 2, DEQUE_SPARE = 16 };
typedef struct DequeBlock {
    struct DequeBlock *left;
    Object *items[DEQUE_BLOCK];
    struct DequeBlock *right;
} DequeBlock;
typedef struct Deque {
    Object ob;
    ssize_t size;
    DequeBlock *left, *right;
    ssize_t left_index, right_index;
    size_t state;
    ssize_t max;                     /* -1: none */
    ssize_t n_spare;
    DequeBlock *spare[DEQUE_SPARE];  /* blocks for the next ones to be added */
    Object *weakrefs;
} Deque;

static inline Deque *as_deque(Ref o) { return (Deque *)(uintptr_t)o; }
static inline bool is_deque(Ref o) { return object_is_a(o, &deque_type); }

/* A walk over the items, one way or the other, which must not change meanwhile. */
typedef struct DequeWalk {
    DequeBlock *block;
    ssize_t index;
} DequeWalk;
static inline DequeWalk deque_walk(const Deque *d) { return (DequeWalk){d->left, d->left_index}; }
static inline Object **walk_right(DequeWalk *w) {
    if (w->index == DEQUE_BLOCK) *w = (DequeWalk){w->block->right, 0};
    return &w->block->items[w->index++];
}
static inline Object **walk_left(DequeWalk *w) {
    if (w->index < 0) *w = (DequeWalk){w->block->left, DEQUE_BLOCK - 1};
    return &w->block->items[w->index--];
}

/* --- deque.c --- */
MUST Own deque_new(Type *cls);
/* Steal the item, on failure too. What a full deque loses at its other end is dropped. 0/-1 */
MUST int deque_push_right_take(Deque *d, Own item);
MUST int deque_push_left_take(Deque *d, Own item);
/* The item at an end; there is one. */
Own deque_take_right(Deque *d);
Own deque_take_left(Deque *d);
MUST int deque_extend(Deque *d, Ref iterable, bool leftward);
void deque_empty(Deque *d);
/* The last n items become the first (n < 0: the other way). 0/-1 */
MUST int deque_rotate(Deque *d, ssize_t n);
Object **deque_place(const Deque *d, ssize_t i);      /* 0 <= i < size */
MUST int deque_remove_at(Deque *d, ssize_t i);
ssize_t deque_blocks(const Deque *d);
int deque_traverse(Object *self, VisitFn visit, void *arg);
int deque_clear(Object *self);
void deque_dealloc(Object *self);

/* --- dequeiter.c --- */
MUST Own deque_iter_new(Type *kind, Ref deque);

#endif
