/* deque.c: deques as a data structure: pushing and taking at both ends, rotating, what the collector asks. */
#include "lib/deque.h"

#include <string.h>

#include "runtime/weakref.h"

/* --- blocks --- */

static DequeBlock *block_new(Deque *d) {
    if (d->n_spare) return d->spare[--d->n_spare];
    DequeBlock *b = mem_alloc(sizeof *b);
    if (!b) raise_memory();
    return b;
}

static void block_free(Deque *d, DequeBlock *b) {
    if (d->n_spare < DEQUE_SPARE) d->spare[d->n_spare++] = b;
    else mem_free(b);
}

static void center(Deque *d, DequeBlock *b) {
    b->left = b->right = NULL;
    d->left = d->right = b;
    d->left_index = DEQUE_CENTER + 1;
    d->right_index = DEQUE_CENTER;
}

Own deque_new(Type *cls) {
    Own self = instance_new(cls);
    if (!self) return NULL;
    Deque *d = as_deque(self);
    DequeBlock *b = block_new(d);
    if (!b) {
        drop(self);
        return NULL;
    }
    center(d, b);
    d->max = -1;
    return self;
}

ssize_t deque_blocks(const Deque *d) { return d->left ? (d->left_index + d->size + DEQUE_BLOCK - 1) / DEQUE_BLOCK : 0; }

/* --- ends --- */

static NOINLINE int add_block_right(Deque *d) {
    DequeBlock *b = block_new(d);
    if (!b) return -1;
    b->left = d->right;
    b->right = NULL;
    d->right->right = b;
    d->right = b;
    d->right_index = -1;
    return 0;
}

static NOINLINE int add_block_left(Deque *d) {
    DequeBlock *b = block_new(d);
    if (!b) return -1;
    b->right = d->left;
    b->left = NULL;
    d->left->left = b;
    d->left = b;
    d->left_index = DEQUE_BLOCK;
    return 0;
}

static ALWAYS_INLINE int put_right(Deque *d, Own item) {
    if (UNLIKELY(d->right_index == DEQUE_BLOCK - 1) && add_block_right(d) < 0) {
        drop(item);
        return -1;
    }
    d->size++;
    d->right->items[++d->right_index] = item;
    return 0;
}

static ALWAYS_INLINE int put_left(Deque *d, Own item) {
    if (UNLIKELY(d->left_index == 0) && add_block_left(d) < 0) {
        drop(item);
        return -1;
    }
    d->size++;
    d->left->items[--d->left_index] = item;
    return 0;
}

int deque_push_right_take(Deque *d, Own item) {
    if (put_right(d, item) < 0) return -1;
    if (UNLIKELY((size_t)d->size > (size_t)d->max)) drop(deque_take_left(d));
    else d->state++;
    return 0;
}

int deque_push_left_take(Deque *d, Own item) {
    if (put_left(d, item) < 0) return -1;
    if (UNLIKELY((size_t)d->size > (size_t)d->max)) drop(deque_take_right(d));
    else d->state++;
    return 0;
}

/* Without items: back to the middle, so that the next may go either way. */
static inline void recenter(Deque *d) {
    d->left_index = DEQUE_CENTER + 1;
    d->right_index = DEQUE_CENTER;
}

Own deque_take_right(Deque *d) {
    Own item = d->right->items[d->right_index--];
    d->size--;
    d->state++;
    if (d->right_index < 0 || d->size == 0) {
        if (d->size == 0) {
            recenter(d);
        } else {
            DequeBlock *before = d->right->left;
            block_free(d, d->right);
            before->right = NULL;
            d->right = before;
            d->right_index = DEQUE_BLOCK - 1;
        }
    }
    return item;
}

Own deque_take_left(Deque *d) {
    Own item = d->left->items[d->left_index++];
    d->size--;
    d->state++;
    if (d->left_index == DEQUE_BLOCK || d->size == 0) {
        if (d->size == 0) {
            recenter(d);
        } else {
            DequeBlock *after = d->left->right;
            block_free(d, d->left);
            after->left = NULL;
            d->left = after;
            d->left_index = 0;
        }
    }
    return item;
}

/* --- many at once --- */

/* A deque that may hold nothing takes the items and forgets them. */
static int consume(Ref it) {
    Own item;
    int more;
    while ((more = iter_next(it, &item)) > 0) drop(item);
    return more;
}

static int extend_from(Deque *d, Ref it, bool leftward) {
    Own item;
    int more;
    if (d->max == 0) return consume(it);
    if (d->size == 0) { /* all room on the side where they go */
        d->left_index = leftward ? DEQUE_BLOCK - 1 : 1;
        d->right_index = d->left_index - 1;
    }
    while ((more = iter_next(it, &item)) > 0)
        if ((leftward ? deque_push_left_take(d, item) : deque_push_right_take(d, item)) < 0) return -1;
    return more;
}

int deque_extend(Deque *d, Ref iterable, bool leftward) {
    Own copy = iterable == (Ref)d ? list_from_iterable(iterable) : own(iterable), it = copy ? object_iter(copy) : NULL;
    int result = it ? extend_from(d, it, leftward) : -1;
    drop_x(it);
    drop_x(copy);
    return result;
}

/* The items leave the deque before they are dropped: their drops may put new ones in. */
static void drop_items(DequeWalk w, ssize_t n) {
    DequeBlock *first = w.block;
    while (n-- > 0) {
        Own item = *walk_right(&w);
        for (; first != w.block; mem_free(first->left)) first = first->right;
        drop(item);
    }
    while (first) {
        DequeBlock *next = first->right;
        mem_free(first);
        first = next;
    }
}

void deque_empty(Deque *d) {
    if (d->size == 0) return;
    DequeBlock *b = block_new(d);
    if (!b) { /* one by one, then */
        err_clear();
        while (d->size) drop(deque_take_left(d));
        return;
    }
    DequeWalk w = deque_walk(d);
    ssize_t n = d->size;
    center(d, b);
    d->size = 0;
    d->state++;
    drop_items(w, n);
}

/* --- in the middle --- */

static int rotate_right(Deque *d, ssize_t n) {
    while (n > 0) {
        if (d->left_index == 0 && add_block_left(d) < 0) return -1;
        ssize_t m = n < d->left_index ? n : d->left_index;
        if (m > d->right_index + 1) m = d->right_index + 1;
        d->left_index -= m;
        d->right_index -= m;
        memmove(&d->left->items[d->left_index], &d->right->items[d->right_index + 1], (size_t)m * sizeof(Object *));
        n -= m;
        if (d->right_index >= 0) continue;
        DequeBlock *before = d->right->left;
        block_free(d, d->right);
        before->right = NULL;
        d->right = before;
        d->right_index = DEQUE_BLOCK - 1;
    }
    return 0;
}

static int rotate_left(Deque *d, ssize_t n) {
    while (n > 0) {
        if (d->right_index == DEQUE_BLOCK - 1 && add_block_right(d) < 0) return -1;
        ssize_t room = DEQUE_BLOCK - 1 - d->right_index, m = n < room ? n : room;
        if (m > DEQUE_BLOCK - d->left_index) m = DEQUE_BLOCK - d->left_index;
        memmove(&d->right->items[d->right_index + 1], &d->left->items[d->left_index], (size_t)m * sizeof(Object *));
        d->right_index += m;
        d->left_index += m;
        n -= m;
        if (d->left_index < DEQUE_BLOCK) continue;
        DequeBlock *after = d->left->right;
        block_free(d, d->left);
        after->left = NULL;
        d->left = after;
        d->left_index = 0;
    }
    return 0;
}

int deque_rotate(Deque *d, ssize_t n) {
    ssize_t size = d->size, half = size / 2;
    if (size <= 1) return 0;
    if (n > half || n < -half) {
        n %= size;
        if (n > half) n -= size;
        else if (n < -half) n += size;
    }
    d->state++;
    return n >= 0 ? rotate_right(d, n) : rotate_left(d, -n);
}

Object **deque_place(const Deque *d, ssize_t i) {
    size_t at = (size_t)(i + d->left_index), number = at / DEQUE_BLOCK;
    DequeBlock *b;
    if (i < d->size / 2) {
        for (b = d->left; number; number--) b = b->right;
    } else {
        size_t last = (size_t)(d->left_index + d->size - 1) / DEQUE_BLOCK;
        for (b = d->right; number < last; number++) b = b->left;
    }
    return &b->items[at % DEQUE_BLOCK];
}

int deque_remove_at(Deque *d, ssize_t i) {
    if (deque_rotate(d, -i) < 0) return -1;
    Own item = deque_take_left(d);
    int result = deque_rotate(d, i);
    drop(item);
    return result;
}

/* --- life --- */

int deque_traverse(Object *self, VisitFn visit, void *arg) {
    const Deque *d = as_deque(self);
    DequeWalk w = deque_walk(d);
    for (ssize_t i = 0; i < d->size; i++) {
        Object *item = *walk_right(&w); /* VISIT names its argument more than once */
        VISIT(item);
    }
    return 0;
}

int deque_clear(Object *self) {
    deque_empty(as_deque(self));
    return 0;
}

void deque_dealloc(Object *self) {
    Deque *d = as_deque(self);
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    DequeWalk w = deque_walk(d);
    ssize_t n = d->size;
    d->size = 0;
    if (w.block) drop_items(w, n);
    while (d->n_spare) mem_free(d->spare[--d->n_spare]);
    object_free(self);
    trash_end();
}
