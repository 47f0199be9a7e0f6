/* collect_test.c: counts, trashcan and cycle collector, in every build mode. Links only the files of gc. */
#include <string.h>

#include "tests/unit/node.h"

static size_t live(void) {
    mem_release_quarantine();
    return mem_stats.blocks + mem_stats.large_blocks;
}

static int count_one(Object *o, void *arg) {
    (void)o;
    ++*(int *)arg;
    return 0;
}
static int in_generation(int generation) {
    int n = 0;
    gc_each(generation, count_one, &n);
    return n;
}

/* ---- counting ---- */

static void test_counts(void) {
    size_t before = live();
    Node *a = new_node(2), *b = new_node(1);
    put(a, 0, b);
    put(a, 1, b);
    REQUIRE(as_object(b)->refcnt == 3);
    CLEAR(a->item[0]);
    REQUIRE(as_object(b)->refcnt == 2);
    drop(as_object(b));
    drop(as_object(a));
    REQUIRE(live() == before && gc.gen[0].count == 0);
    Node *tail = (Node *)object_new((struct Type *)&node_type, sizeof(Node)); /* untracked: may be resized */
    tail->var.size = 0;
    tail = (Node *)object_resize(as_object(tail), sizeof(Node) + 4000 * sizeof(Object *));
    REQUIRE(tail && as_object(tail)->refcnt == 1 && as_object(tail)->type == (struct Type *)&node_type);
    drop(as_object(tail));
    REQUIRE(live() == before);
}

static int order[200];
static int finalized;
static void finalize_in_order(Object *self) { order[finalized++] = (int)((Node *)self)->var.size; }
static TypeHead witness_type = {.ob = {1, NULL}, .name = "witness", .flags = TYPE_GC, .traverse = node_traverse, .clear = node_clear,
                                .dealloc = node_dealloc, .finalize = finalize_in_order};

static void test_trashcan(void) {
    size_t before = live();
    Node *top = new_node(1);
    for (int i = 0; i < 1000000; i++) {
        Node *next = new_node(1);
        put_take(next, 0, as_object(top));
        top = next;
    }
    drop(as_object(top));
    REQUIRE(live() == before && trash.depth == 0 && !trash.later);

    /* At the depth of the trashcan two witnesses wait: the one deferred last goes first. The one above is not deferred. */
    finalized = 0;
    Node *deep = new_node(2);
    put_take(deep, 1, as_object(new_of(&witness_type, 11))); /* items drop from the last on */
    put_take(deep, 0, as_object(new_of(&witness_type, 12)));
    for (int i = 1; i < TRASHCAN_DEPTH; i++) {
        Node *next = new_node(2);
        put_take(next, 1, as_object(deep));
        if (i == TRASHCAN_DEPTH - 1) put_take(next, 0, as_object(new_of(&witness_type, 10)));
        deep = next;
    }
    drop(as_object(deep));
    REQUIRE(finalized == 3 && order[0] == 10 && order[1] == 12 && order[2] == 11);
    REQUIRE(live() == before);
}

/* ---- generations ---- */

static int due_calls;
static void due(void) { due_calls++; }

static void test_generations(void) {
    size_t before = live();
    gc.hooks.due = due;
    due_calls = 0;
    gc.gen[0].count = 0;
    Node *root = new_node(3000);
    for (int i = 0; i < 1999; i++) put_take(root, i, as_object(new_node(1)));
    REQUIRE(gc.gen[0].count == 2000 && (STRESS || due_calls == 0));
    put_take(root, 1999, as_object(new_node(1)));
    REQUIRE(due_calls > 0 && in_generation(0) == 2001);
    gc_collect_due();
    REQUIRE(in_generation(0) == 0 && in_generation(1) == 2001 && gc.gen[0].count == 0 && gc.gen[1].count == 1);
    REQUIRE(gc_collect(1) == 0 && in_generation(2) == 2001 && gc.pending == 2001 && gc.gen[2].count == 1);
    REQUIRE(gc_collect(2) == 0 && gc.pending == 0 && gc.total == 2001 && gc.gen[2].count == 0);
    gc_freeze();
    REQUIRE(gc_freeze_count() == 2001 && in_generation(-1) == 0 && gc_collect(2) == 0 && gc.total == 0);
    gc_unfreeze();
    REQUIRE(in_generation(2) == 2001 && gc_freeze_count() == 0);
    int calls = due_calls;
    gc.enabled = false;
    for (int i = 2000; i < 3000; i++) put_take(root, i, as_object(new_node(1)));
    gc.gen[0].count = 5000;
    put_take(root, 0, as_object(new_node(1)));
    gc_collect_due();
    REQUIRE(due_calls == calls && in_generation(0) == 1001);
    gc.enabled = true;
    gc.hooks.due = NULL;
    require_sound();
    drop(as_object(root));
    REQUIRE(live() == before);
}

/* ---- trash ---- */

static void test_cycles(void) {
    size_t before = live();
    Node *self = new_node(1);
    put(self, 0, self);
    drop(as_object(self));
    REQUIRE(gc_collect(0) == 1 && live() == before);

    Node *a = new_node(2), *b = new_node(1), *c = new_node(0);
    put(a, 0, b);
    put(b, 0, a);
    put_take(a, 1, as_object(c));
    drop(as_object(b));
    REQUIRE(gc_collect(2) == 0 && as_object(a)->refcnt == 2);
    drop(as_object(a));
    REQUIRE(gc_collect(1) == 0 && gc_collect(0) == 0); /* it is old by now */
    GcStats stats = gc.stats[2];
    REQUIRE(gc_collect(2) == 3 && live() == before);
    REQUIRE(gc.stats[2].collections == stats.collections + 1 && gc.stats[2].collected == stats.collected + 3);

    Node *top = new_node(1); /* a million nodes in one ring */
    Node *first = top;
    for (int i = 0; i < 1000000; i++) {
        Node *next = new_node(1);
        put_take(next, 0, as_object(top));
        top = next;
    }
    put_take(first, 0, as_object(top));
    REQUIRE(gc_collect(2) == 1000001 && live() == before);
}

static Object *rescued;
static int finalize_calls;
static void finalize_rescue(Object *self) {
    finalize_calls++;
    rescued = own(self);
}
static TypeHead phoenix_type = {.ob = {1, NULL}, .name = "phoenix", .flags = TYPE_GC, .traverse = node_traverse, .clear = node_clear,
                                .dealloc = node_dealloc, .finalize = finalize_rescue};

static void test_resurrection(void) {
    size_t before = live();
    finalize_calls = 0;
    drop(as_object(new_of(&phoenix_type, 1))); /* by its dealloc */
    REQUIRE(finalize_calls == 1 && rescued && rescued->refcnt == 1 && gc_is_finalized(rescued) && gc_is_tracked(rescued));
    drop(rescued);
    REQUIRE(finalize_calls == 1 && live() == before);

    Node *p = new_of(&phoenix_type, 1), *q = new_node(2), *r = new_node(1); /* p, q a cycle that refers to the cycle r */
    put(p, 0, q);
    put_take(q, 0, as_object(p));
    put(q, 1, r);
    put_take(r, 0, own(as_object(r)));
    drop(as_object(r));
    drop(as_object(q));
    Node *s = new_node(1); /* and one that nobody rescues */
    put_take(s, 0, as_object(s));
    REQUIRE(gc_collect(0) == 1 && finalize_calls == 2 && rescued == as_object(p) && p->item[0] == as_object(q));
    require_sound();
    REQUIRE(in_generation(1) == 3);
    drop(rescued);
    REQUIRE(gc_collect(2) == 3 && finalize_calls == 2 && live() == before);
}

static int trash_seen;
static Object *bystander;
static void see_trash(GcHead *trash_list) {
    for (GcHead *h = gc_next(trash_list); h != trash_list; h = gc_next(h)) trash_seen += gc_is_trash(gc_object(h));
    REQUIRE(!gc_is_trash(bystander));
    GcHead mine;
    gc_list_init(&mine);
    gc_list_move(gc_head(bystander), &mine);
    gc_list_move(gc_head(bystander), gc.survivors);
    gc.weakrefs_died = 1;
}

static void test_weakrefs_hook(void) {
    Node *self = new_node(1);
    bystander = as_object(new_node(1));
    put_take(self, 0, as_object(self));
    gc.hooks.weakrefs = see_trash;
    REQUIRE(gc_collect(1) == 2 && trash_seen == 1);
    gc.hooks.weakrefs = NULL;
    require_sound();
    REQUIRE(in_generation(2) == 1);
    drop(bystander);
}

static Object *garbage[8];
static int n_garbage;
static int save(Object *o) {
    garbage[n_garbage++] = own(o);
    return 0;
}
static char text[2000];
static void debug_text(const char *s) { strcat(text, s); }

static void test_debug(void) {
    Node *self = new_node(1);
    put_take(self, 0, as_object(self));
    gc.hooks.garbage = save;
    gc.hooks.debug = debug_text;
    gc.debug = GC_DEBUG_SAVEALL | GC_DEBUG_STATS | GC_DEBUG_COLLECTABLE;
    REQUIRE(gc_collect(2) == 1 && n_garbage == 1 && garbage[0]->refcnt == 2);
    gc.debug = 0;
    char expected[300];
    snprintf(expected, sizeof expected,
             "gc: collecting generation 2...\ngc: objects in each generation: 1 0 0\ngc: objects in permanent generation: 0\n"
             "gc: collectable <node %p>\ngc: done, 1 unreachable, 0 uncollectable, 0.0",
             (void *)garbage[0]);
    REQUIRE(strncmp(text, expected, strlen(expected)) == 0);
    drop(garbage[0]);
    REQUIRE(gc_collect(2) == 1);
}

/* ---- untracking ---- */

static Node *holder(TypeHead *type, Own item) {
    Node *n = new_of(type, 1);
    put_take(n, 0, item);
    return n;
}
static bool tracked(Node *n) { return gc_is_tracked(as_object(n)); }

static void test_untracking(void) {
    Node *inner = holder(&pair_type, new_atom()), *outer = holder(&pair_type, own(as_object(inner)));
    Node *unfinished = new_of(&pair_type, 1), *mixed = holder(&pair_type, as_object(new_node(1)));
    Node *map = holder(&map_type, new_atom()), *late = new_of(&map_type, 1);
    put_take(late, 0, as_object(holder(&pair_type, new_atom()))); /* the pair comes later on the list than the map that holds it */
    gc_collect(0);
    REQUIRE(!tracked(inner) && !tracked(outer) && tracked(unfinished) && tracked(mixed) && tracked(map) && tracked(late));
    require_sound();
    gc_track(as_object(inner)); /* so that one pass has to see it go before the map can */
    gc_track(late->item[0]);
    gc_collect(2);
    REQUIRE(!tracked(inner) && !gc_is_tracked(late->item[0]) && tracked(unfinished) && tracked(mixed) && !tracked(map) && !tracked(late));
    require_sound();
    ssize_t total = in_generation(2);
    REQUIRE(gc.total == total && total == 3); /* unfinished, mixed and its node */
    drop(as_object(outer));
    drop(as_object(inner));
    drop(as_object(unfinished));
    drop(as_object(mixed));
    drop(as_object(map));
    drop(as_object(late));
}

/* ---- classes: instances hold their type, and types are objects with or without a gc head ---- */

typedef struct Class {
    TypeHead head;
    Object *self; /* a class is always part of a cycle */
} Class;
static int class_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((Class *)self)->self);
    return 0;
}
static int class_clear(Object *self) {
    CLEAR(((Class *)self)->self);
    return 0;
}
static void class_dealloc(Object *self) {
    gc_untrack(self);
    class_clear(self);
    object_free(self);
}
static TypeHead type_type = {.ob = {1, NULL}, .name = "type", .flags = TYPE_GC | TYPE_IS_TYPE, .traverse = class_traverse,
                             .clear = class_clear, .dealloc = class_dealloc};
static int instance_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(self->type);
    return node_traverse(self, visit, arg);
}

static Class *new_class(void) {
    Class *c = (Class *)object_new((struct Type *)&type_type, sizeof(Class));
    Object ob = c->head.ob;
    c->head = node_type;
    c->head.ob = ob;
    c->head.name = "C";
    c->head.flags |= TYPE_HEAP | TYPE_MANAGED_DICT | TYPE_MANAGED_WEAKREF;
    c->head.traverse = instance_traverse;
    c->self = own(&c->head.ob);
    gc_track(&c->head.ob);
    return c;
}

static void test_classes(void) {
    size_t before = live();
    node_type.ob.type = (struct Type *)&type_type;
    Class *c = new_class();
    REQUIRE(object_is_gc(&c->head.ob) && !object_is_gc(&node_type.ob));
    drop(&c->head.ob);
    REQUIRE(gc_collect(0) == 1 && live() == before);
    c = new_class();
    Node *i = new_of(&c->head, 1), *k = new_of(&c->head, 2);
    REQUIRE(c->head.ob.refcnt == 4 && !*managed_dict_slot(as_object(i)) && !*managed_weakref_slot(as_object(i)));
    put(k, 0, k);
    put_take(k, 1, own(&node_type.ob)); /* a static type: no head to look at */
    drop(&c->head.ob);
    drop(as_object(k));
    REQUIRE(gc_collect(0) == 1 && c->head.ob.refcnt == 2); /* k; i keeps the class */
    drop(as_object(i));
    REQUIRE(gc_collect(2) == 1 && live() == before);
    node_type.ob.type = NULL;
}

/* ---- an observer sees every object come and go ---- */

static int born, died;
static void see_born(Object *o) { born += o->refcnt == 1; }
static void see_died(Object *o) { died += o->refcnt == 0; }

static void test_observer(void) {
    observer = (Observer){see_born, see_died};
    Node *self = new_node(2);
    put(self, 0, self);
    put_take(self, 1, new_atom());
    Own atom = object_new_static((struct Type *)&atom_type, 24, false);
    atom->refcnt = 0;
    object_free_static(atom, false);
    drop(as_object(self));
    REQUIRE(born == 3 && died == 1 && gc_collect(0) == 1 && died == 3);
    observer = (Observer){NULL, NULL};
}

/* ---- random graphs against the definition ---- */

enum { NODES = 400, EDGES = 3 };
static uint64_t seed = 123456789;
static unsigned pick(unsigned n) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(seed >> 33) % n;
}

typedef struct Graph {
    Node *node[NODES];
    bool held[NODES], reached[NODES];
    int child[NODES][EDGES]; /* -1: none or an atom */
} Graph;

static int mark(Graph *g) {
    int stack[NODES * (EDGES + 1)], top = 0, n = 0;
    memset(g->reached, 0, sizeof g->reached);
    for (int i = 0; i < NODES; i++)
        if (g->held[i]) stack[top++] = i;
    while (top) {
        int i = stack[--top];
        if (g->reached[i]) continue;
        g->reached[i] = true;
        n++;
        for (int e = 0; e < EDGES; e++)
            if (g->child[i][e] >= 0) stack[top++] = g->child[i][e];
    }
    return n;
}

static void test_random(void) {
    static Graph g;
    size_t before = live();
    Class *c = new_class();
    for (int round = 0; round < 60; round++) {
        bool many = round % 2;
        for (int i = 0; i < NODES; i++) {
            g.node[i] = pick(4) ? new_node(EDGES) : new_of(&c->head, EDGES);
            g.held[i] = pick(20) == 0;
        }
        for (int i = 0; i < NODES; i++)
            for (int e = 0; e < EDGES; e++) {
                g.child[i][e] = pick(many ? 2 : 3) ? -1 : (int)pick(NODES);
                if (g.child[i][e] >= 0) put(g.node[i], e, g.node[g.child[i][e]]);
                else if (pick(2)) put_take(g.node[i], e, new_atom());
            }
        ssize_t kept = in_generation(-1) - NODES;
        for (int i = 0; i < NODES; i++)
            if (!g.held[i]) {
                as_object(g.node[i])->refcnt--;
                if (as_object(g.node[i])->refcnt == 0) as_object(g.node[i])->refcnt++, g.held[i] = true;
            }
        int reached = mark(&g);
        REQUIRE(gc_collect(round % 3) == NODES - reached);
        require_sound();
        REQUIRE(in_generation(-1) == kept + reached);
        for (int i = 0; i < NODES; i++)
            if (g.held[i]) drop(as_object(g.node[i]));
        gc_collect(2);
        require_sound();
        REQUIRE(in_generation(-1) == kept);
    }
    drop(&c->head.ob);
    gc_collect(2);
    REQUIRE(live() == before);
}

int main(void) {
    gc_init();
    freelist_init();
    test_counts();
    test_trashcan();
    test_generations();
    test_cycles();
    test_resurrection();
    test_weakrefs_hook();
    test_debug();
    test_untracking();
    test_classes();
    test_observer();
    test_random();
    require_sound();
#if AUDIT
    Node *leak = new_node(1), *child = new_node(1);
    put_take(leak, 0, as_object(child));
    REQUIRE(audit_live() == 2 && audit_serial(as_object(leak)) + 1 == audit_serial(as_object(child)));
    FILE *out = tmpfile();
    char line[200];
    REQUIRE(audit_report(out) == 2);
    rewind(out);
    REQUIRE(fgets(line, sizeof line, out) && strcmp(line, "leaked: 2 objects, 1 held from outside, 1 secondary\n") == 0);
    REQUIRE(fgets(line, sizeof line, out) && strstr(line, " node, count 1, 1 from outside\n"));
    fclose(out);
    audit_static(&node_type.ob, "node_type");
    node_type.ob.refcnt++;
    REQUIRE(audit_static_report(out = tmpfile()) == 1);
    fclose(out);
    node_type.ob.refcnt--;
    drop(as_object(leak));
    REQUIRE(audit_report(stderr) == 0 && audit_static_report(stderr) == 0);
#endif
    return 0;
}
