/* node.h: a type for tests of the memory side alone: a node holds up to its size of references. */
#ifndef TESTS_UNIT_NODE_H
#define TESTS_UNIT_NODE_H

#include <stdio.h>
#include <stdlib.h>

#include "gc/alloc.h"
#include "gc/freelist.h"

#define REQUIRE(x)                                                                        \
    do {                                                                                  \
        if (!(x)) fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #x), exit(1); \
    } while (0)

#define NODE_TYPE static __attribute__((unused)) TypeHead

typedef struct Node {
    VarObject var;
    Object *item[];
} Node;

static inline int node_traverse(Object *self, VisitFn visit, void *arg) {
    Node *n = (Node *)self;
    for (ssize_t i = 0; i < n->var.size; i++) VISIT(n->item[i]);
    return 0;
}
static inline int node_clear(Object *self) {
    Node *n = (Node *)self;
    for (ssize_t i = n->var.size; --i >= 0;) CLEAR(n->item[i]);
    return 0;
}
static inline void node_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    if (type_head(self)->finalize) {
        gc_track(self);
        if (object_finalize(self)) {
            trash_end();
            return;
        }
        gc_untrack(self);
    }
    node_clear(self);
    object_free(self);
    trash_end();
}
static inline bool node_untrack(Object *self) {
    Node *n = (Node *)self;
    for (ssize_t i = 0; i < n->var.size; i++) {
        Object *o = n->item[i];
        if (!o || (object_is_gc(o) && (!(type_head(o)->flags & TYPE_IS_TUPLE) || gc_is_tracked(o)))) return false;
    }
    gc_untrack(self);
    return true;
}

#define NODE_HOOKS .ob = {1, NULL}, .traverse = node_traverse, .clear = node_clear, .dealloc = node_dealloc
NODE_TYPE node_type = {.name = "node", .flags = TYPE_GC, NODE_HOOKS};
NODE_TYPE pair_type = {.name = "pair", .flags = TYPE_GC | TYPE_UNTRACKABLE | TYPE_IS_TUPLE, .untrack = node_untrack, NODE_HOOKS};
NODE_TYPE map_type = {.name = "map", .flags = TYPE_GC | TYPE_UNTRACKABLE | TYPE_IS_DICT, .untrack = node_untrack, NODE_HOOKS};
NODE_TYPE atom_type = {.ob = {1, NULL}, .name = "atom", .dealloc = object_free};

static inline Own new_atom(void) {
    Own o = object_new((struct Type *)&atom_type, 32);
    REQUIRE(o);
    return o;
}
/* Tracked, all items NULL. */
static inline Node *new_of(TypeHead *type, ssize_t size) {
    Node *n = (Node *)object_new((struct Type *)type, sizeof(Node) + (size_t)size * sizeof(Object *));
    REQUIRE(n);
    n->var.size = size;
    for (ssize_t i = 0; i < size; i++) n->item[i] = NULL;
    gc_track(&n->var.ob);
    return n;
}
static inline Node *new_node(ssize_t size) { return new_of(&node_type, size); }
static inline Object *as_object(Node *n) { return &n->var.ob; }
static inline void put(Node *n, ssize_t i, Node *child) { obj_set(&n->item[i], own(as_object(child))); }
static inline void put_take(Node *n, ssize_t i, Own child) { obj_set(&n->item[i], child); }

static inline void require_sound(void) {
    const char *wrong = gc_check();
    if (!wrong) wrong = pool_check();
    if (wrong) fprintf(stderr, "%s\n", wrong), exit(1);
}

#endif
