/* dequeiter.c: the iterators of deques, forward and backward: a walk that ends with an error if the deque has changed. */
#include "lib/deque.h"

typedef struct DequeIter {
    Object ob;
    DequeWalk walk;
    Deque *deque;   /* owned */
    size_t state;   /* the deque's at the start */
    ssize_t left;
} DequeIter;

static DequeIter *as_iter(Ref o) { return (DequeIter *)(uintptr_t)o; }

Own deque_iter_new(Type *kind, Ref deque) {
    Deque *d = as_deque(deque);
    DequeIter *it = (DequeIter *)object_new_static(kind, sizeof *it, true);
    if (!it) return raise_memory();
    it->walk = kind == &deque_iter_type ? deque_walk(d) : (DequeWalk){d->right, d->right_index};
    it->deque = as_deque(own(deque));
    it->state = d->state;
    it->left = d->size;
    gc_track(&it->ob);
    return &it->ob;
}

static COLD int changed(DequeIter *it) {
    it->left = 0;
    return raise_error(RuntimeError, "deque mutated during iteration"), -1;
}

static int iter_next_right(Ref self, Own *out) {
    DequeIter *it = as_iter(self);
    if (UNLIKELY(it->state != it->deque->state)) return changed(it);
    if (it->left == 0) return 0;
    it->left--;
    *out = own(*walk_right(&it->walk));
    return 1;
}

static int iter_next_left(Ref self, Own *out) {
    DequeIter *it = as_iter(self);
    if (it->left == 0) return 0;
    if (UNLIKELY(it->state != it->deque->state)) return changed(it);
    it->left--;
    *out = own(*walk_left(&it->walk));
    return 1;
}

static Own iter_self(Ref self) { return own(self); }

static const char iter_signature[] = "_deque_iterator(deque, index=0, /)";

/* What copying calls: an iterator some items further on. */
static Own iter_make(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (args_bind(iter_signature, args, nargs, kwnames, out) < 0) return NULL;
    if (!is_deque(out[0])) return raise_error(TypeError, "argument 1 must be collections.deque, not %T", out[0]);
    ssize_t skip = out[1] ? index_as_ssize(out[1]) : 0;
    if (skip == -1 && err_set()) return NULL;
    Own self = deque_iter_new(cls, out[0]), item;
    int more = 1;
    while (self && skip-- > 0 && (more = iter_next(self, &item)) > 0) drop(item);
    if (more < 0) CLEAR(self);
    return self;
}

static Own iter_m_hint(Ref self, Ref const *args) {
    (void)args;
    return int_new(as_iter(self)->left);
}

static Own iter_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const DequeIter *it = as_iter(self);
    Own done = int_new(it->deque->size - it->left), rest = done ? tuple_pack(2, (Ref)it->deque, (Ref)done) : NULL;
    Own result = rest ? tuple_pack(2, (Ref)self->type, (Ref)rest) : NULL;
    drop_x(done);
    drop_x(rest);
    return result;
}

static int iter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_iter(self)->deque);
    return 0;
}

static void iter_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    drop(&as_iter(self)->deque->ob);
    object_free_static(self, true);
    trash_end();
}

static const Method iter_methods[] = {
    {"__length_hint__()", iter_m_hint, "How many items are left."},
    {"__reduce__()", iter_m_reduce, "How to make a copy."},
    {0}};

#define DEQUE_ITER(text, next_fn)                                                                                                        \
    {                                                                                                                                    \
        .head = {.ob = {1, &type_type}, .name = "collections." text, .basic_size = sizeof(DequeIter), .flags = TYPE_GC | TYPE_IMMUTABLE, \
                 .traverse = iter_traverse, .dealloc = iter_dealloc},                                                                    \
        .iter = iter_self, .next = next_fn, .new = iter_make, .methods = iter_methods,                                                   \
    }
Type deque_iter_type = DEQUE_ITER("_deque_iterator", iter_next_right);
Type deque_reverse_iter_type = DEQUE_ITER("_deque_reverse_iterator", iter_next_left);
