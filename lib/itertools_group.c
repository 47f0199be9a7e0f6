/* itertools_group.c: iterators that share a source: the groups of groupby, the copies that tee makes.
 *
 * A tee reads from a chain of blocks of items: data -> data -> data. Each tee holds the block that it is in, each block the next one and the
 * source, so that a block dies when the last tee has left it. The tee that comes first to the end of the chain takes an item from the source. */
#include "lib/itertools.h"
#include "runtime/intern.h"
#include "runtime/weakref.h"

/* --- groupby --- */

typedef struct Group Group;
typedef struct GroupBy {
    Object ob;
    Object *it, *key;
    Object *wanted;      /* key of the group that was given last; NULL: none yet */
    Object *current;     /* key of the item below; NULL: there is none */
    Object *item;        /* taken from the source and not yet given, or NULL */
    const Group *group;  /* the one that was given last, the only one that may go on; only compared */
    void *unused;
} GroupBy;
struct Group {
    Object ob;
    Object *parent, *wanted;
};
ITERATOR_LIFE(groupby, 5)
ITERATOR_LIFE(grouper, 2)

static const char groupby_signature[] = "groupby(iterable, key=None)";

static Own groupby_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (iterator_bind(cls, &groupby_type, groupby_signature, args, nargs, kwnames, out) < 0) return NULL;
    Own it = object_iter(out[0]), self = it ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(it);
        return NULL;
    }
    ((GroupBy *)self)->it = it;
    ((GroupBy *)self)->key = own(out[1] ? out[1] : NONE);
    return self;
}

/* Takes an item from the source. */
static int groupby_step(GroupBy *g) {
    Own item;
    int more = source_next(g->it, &item);
    if (more <= 0) return more;
    Own key = g->key == NONE ? own(item) : object_call1(g->key, item);
    if (!key) {
        drop(item);
        return -1;
    }
    obj_set(&g->item, item);
    obj_set(&g->current, key);
    return 1;
}

static int same_key(Ref a, Ref b) {
    Own x = own(a), y = own(b);
    int same = object_compare_bool(x, y, CMP_EQ);
    drop(x);
    drop(y);
    return same;
}

static Own group_new(Type *cls, Ref parent, Ref wanted) {
    Own self = instance_new(cls);
    if (!self) return NULL;
    ((Group *)self)->parent = own(parent);
    ((Group *)self)->wanted = own(wanted);
    ((GroupBy *)(uintptr_t)parent)->group = (Group *)self;
    return self;
}

static int groupby_next(Ref self, Own *out) {
    GroupBy *g = (GroupBy *)(uintptr_t)self;
    g->group = NULL;
    for (;;) {
        if (g->current && g->wanted) {
            int same = same_key(g->wanted, g->current);
            if (same < 0) return -1;
            if (same == 0) break;
        } else if (g->current) {
            break;
        }
        int more = groupby_step(g);
        if (more <= 0) return more;
    }
    if (!g->current) return 0; /* the comparison let somebody else take it */
    Own key = own(g->current);
    obj_set(&g->wanted, own(key));
    Own group = group_new(&grouper_type, self, key);
    *out = group ? tuple_pack(2, (Ref)key, (Ref)group) : NULL;
    drop(key);
    drop_x(group);
    return *out ? 1 : -1;
}

static int grouper_next(Ref self, Own *out) {
    const Group *group = (const Group *)self;
    GroupBy *g = (GroupBy *)group->parent;
    if (!g || g->group != group) return 0;
    if (!g->item) {
        int more = groupby_step(g);
        if (more <= 0) return more;
    }
    int same = g->current ? same_key(group->wanted, g->current) : 0;
    if (same <= 0 || !g->item) return same < 0 ? -1 : 0;
    *out = g->item;
    g->item = NULL;
    CLEAR(g->current);
    return 1;
}

static const char grouper_signature[] = "_grouper(parent, tgtkey, /)";

static Own grouper_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (args_bind(grouper_signature, args, nargs, kwnames, out) < 0) return NULL;
    if (!object_is_a(out[0], &groupby_type))
        return raise_error(TypeError, "_grouper() argument 1 must be itertools.groupby, not %T", out[0]);
    return group_new(cls, out[0], out[1]);
}

Type groupby_type = {
    ITERATOR_TYPE(groupby, groupby, GroupBy),
    .doc = "(key, group) for each run of items with the same key; group is an iterator over the run, valid until the next group is asked for.",
    .signature = groupby_signature,
};
Type grouper_type = {
    .head = {.ob = {1, &type_type}, .name = "itertools._grouper", .basic_size = sizeof(Group), .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = grouper_traverse, .clear = grouper_clear, .dealloc = grouper_dealloc},
    .iter = iterator_self,
    .next = grouper_next,
    .new = grouper_new,
};

/* --- tee --- */

enum { TEE_BLOCK = 57 };
typedef struct TeeData {
    Object ob;
    Object *it, *next;
    int n;                     /* items below */
    bool running;              /* the source is being asked */
    Object *items[TEE_BLOCK];
} TeeData;
typedef struct Tee {
    Object ob;
    Object *data;
    ssize_t index;             /* in data, of the next item */
    Object *weakrefs;
    void *unused;
} Tee;

static TeeData *as_data(Ref o) { return (TeeData *)(uintptr_t)o; }
static Tee *as_tee(Ref o) { return (Tee *)(uintptr_t)o; }

static Own data_new(Ref it) {
    Own self = instance_new(&tee_data_type);
    if (self) as_data(self)->it = own(it);
    return self;
}

static int data_traverse(Object *self, VisitFn visit, void *arg) {
    const TeeData *d = as_data(self);
    VISIT(d->it);
    VISIT(d->next);
    for (int i = 0; i < d->n; i++) VISIT(d->items[i]);
    return 0;
}

/* A chain of blocks that nobody else holds goes one by one, not by recursion. */
static void drop_chain(Object *data) {
    while (data && data->refcnt == 1) {
        Object *next = as_data(data)->next;
        as_data(data)->next = NULL;
        drop(data);
        data = next;
    }
    drop_x(data);
}

static int data_clear(Object *self) {
    TeeData *d = as_data(self);
    int n = d->n;
    d->n = 0;
    CLEAR(d->it);
    for (int i = 0; i < n; i++) drop(d->items[i]);
    Object *next = d->next;
    d->next = NULL;
    drop_chain(next);
    return 0;
}

static void data_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    data_clear(self);
    object_free(self);
    trash_end();
}

/* Item i of the block, taken from the source if nobody has done so. */
static int data_item(TeeData *d, ssize_t i, Own *out) {
    if (i >= d->n) {
        if (d->running) return raise_error(RuntimeError, "cannot re-enter the tee iterator"), -1;
        if (!d->it) return 0;
        d->running = true;
        int more = source_next_held(d->it, out);
        d->running = false;
        if (more <= 0) return more;
        d->items[d->n++] = *out;
    }
    *out = own(d->items[i]);
    return 1;
}

static Own data_after(TeeData *d) {
    if (!d->next && d->it) d->next = data_new(d->it);
    return own_x(d->next);
}

static int tee_next(Ref self, Own *out) {
    Tee *t = as_tee(self);
    if (t->data && t->index >= TEE_BLOCK) {
        Own after = data_after(as_data(t->data));
        if (!after) return err_set() ? -1 : 0;
        t->index = 0;
        obj_set(&t->data, after);
    }
    if (!t->data) return 0;
    Own data = own(t->data);
    int more = data_item(as_data(data), t->index, out);
    if (more > 0) t->index++;
    drop(data);
    return more;
}

static Own tee_at(Type *cls, Ref data, ssize_t index) {
    Own self = instance_new(cls);
    if (!self) return NULL;
    as_tee(self)->data = own(data);
    as_tee(self)->index = index;
    return self;
}

static Own tee_m_copy(Ref self, Ref const *args) {
    (void)args;
    return as_tee(self)->data ? tee_at(&tee_type, as_tee(self)->data, as_tee(self)->index) : raise_error(ValueError, "tee iterator was cleared");
}

static Own tee_from(Ref iterable) {
    Own it = object_iter(iterable), data, self;
    if (!it || object_is_a(it, &tee_type)) return it;
    data = data_new(it);
    self = data ? tee_at(&tee_type, data, 0) : NULL;
    drop(it);
    drop_x(data);
    return self;
}

static const char tee_signature[] = "_tee(iterable, /)";

static Own tee_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref iterable;
    if (args_bind(tee_signature, args, nargs, kwnames, &iterable) < 0) return NULL;
    Own first = tee_from(iterable);
    if (!first || (cls == &tee_type && first->type == cls)) return first;
    Own self = tee_at(cls, as_tee(first)->data, as_tee(first)->index);
    drop(first);
    return self;
}

/* What else than a tee can be copied, copies itself. */
Own itertools_m_tee(Ref self, Ref const *args) {
    (void)self;
    ssize_t n = args[1] ? index_as_ssize(args[1]) : 2;
    if (n == -1 && err_set()) return NULL;
    if (n < 0) return raise_error(ValueError, "n must be >= 0");
    Own it = n ? object_iter(args[0]) : none(), list = it ? list_new(0) : NULL, copier = NULL, result = NULL;
    if (!list) goto fail;
    int found = n ? attr_find(it, NAME_OF(dunder_copy), &copier) : 1;
    if (found < 0) goto fail;
    if (!found) {
        obj_set(&it, tee_from(it));
        if (!it || !(copier = attr_get(it, NAME_OF(dunder_copy)))) goto fail;
    }
    for (ssize_t i = 0; i < n; i++) {
        Own one = i == 0 ? own(it) : object_call0(copier);
        if (!one || list_append_take(list, one) < 0) goto fail;
    }
    result = list_as_tuple(list);
fail:
    drop_x(it);
    drop_x(list);
    drop_x(copier);
    return result;
}

static int tee_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_tee(self)->data);
    return 0;
}

static int tee_clear(Object *self) {
    CLEAR(as_tee(self)->data);
    return 0;
}

static void tee_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    tee_clear(self);
    object_free(self);
    trash_end();
}

static const Method tee_methods[] = {{"__copy__()", tee_m_copy, "Another iterator at the same place."}, {0}};

Type tee_type = {
    .head = {.ob = {1, &type_type}, .name = "itertools._tee", .basic_size = sizeof(Tee), .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = tee_traverse, .clear = tee_clear, .dealloc = tee_dealloc, .weaklist_offset = offsetof(Tee, weakrefs)},
    .doc = "An iterator that shares its source with others.",
    .signature = tee_signature,
    .iter = iterator_self,
    .next = tee_next,
    .new = tee_new,
    .methods = tee_methods,
};
Type tee_data_type = {
    .head = {.ob = {1, &type_type}, .name = "itertools._tee_dataobject", .basic_size = sizeof(TeeData), .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = data_traverse, .clear = data_clear, .dealloc = data_dealloc},
    .doc = "A block of items shared by iterators made by tee.",
};
