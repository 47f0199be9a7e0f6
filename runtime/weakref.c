/* weakref.c: weak references: their lists, their death, weakref.ref. Proxies are in weakproxy.c.
 *
 *   object [list head] -> ref without callback <-> proxy without callback <-> newest with callback <-> ... <-> oldest
 *
 * Reference and list know each other, neither owns the other: a dying object clears its whole list and calls the callbacks, newest
 * first; a dying reference takes itself out. While callbacks run, the references that are still to be told are owned by a chain of their
 * own. */
#include "runtime/weakref.h"

#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/weakproxy.h"

static inline WeakRef *as_ref(Ref o) { return (WeakRef *)(uintptr_t)o; }

/* --- the lists --- */

static void insert_after(WeakRef **list, WeakRef *before, WeakRef *ref) {
    ref->prev = before;
    ref->next = before ? before->next : *list;
    if (ref->next) ref->next->prev = ref;
    if (before) before->next = ref;
    else *list = ref;
}

/* Out of its list; dead from now on. */
static void unlink_ref(WeakRef *ref) {
    if (!ref->referent) return;
    WeakRef **list = weakref_slot(ref->referent);
    if (*list == ref) *list = ref->next;
    if (ref->prev) ref->prev->next = ref->next;
    if (ref->next) ref->next->prev = ref->prev;
    ref->referent = NULL;
    ref->prev = ref->next = NULL;
}

/* The shared ones, which are first in the list if they exist. */
static void find_shared(WeakRef *first, WeakRef **ref, WeakRef **proxy) {
    *ref = *proxy = NULL;
    if (first && !first->callback && first->ob.type == &weakref_type) {
        *ref = first;
        first = first->next;
    }
    if (first && !first->callback && is_weakproxy(&first->ob)) *proxy = first;
}

Own weakref_make(Type *kind, Ref o, Ref callback) {
    WeakRef **list = weakref_slot(o), *ref, *proxy;
    if (callback == NONE) callback = NULL;
    if (!list && !type_has(o->type, TYPE_READY)) {
        if (type_ready(o->type)) return NULL;
        list = weakref_slot(o);
    }
    if (!list) return raise_error(TypeError, "cannot create weak reference to '%T' object", o);
    find_shared(*list, &ref, &proxy);
    bool plain = kind == &weakref_type, is_proxy = kind == &weakproxy_type || kind == &weakcallable_proxy_type;
    if (!callback && plain && ref) return own(&ref->ob);
    if (!callback && is_proxy && proxy) return own(&proxy->ob);
    WeakRef *self = (WeakRef *)instance_new(kind);
    if (!self) return NULL;
    self->referent = (Object *)(uintptr_t)o;
    self->callback = own_x(callback);
    self->hash = -1;
    WeakRef *before = !callback && plain ? NULL : !callback && is_proxy ? ref : proxy ? proxy : ref;
    insert_after(list, before, self);
    return &self->ob;
}

Own weakref_new(Ref o, Ref callback) { return weakref_make(&weakref_type, o, callback); }

/* A referent with count 0 is being destroyed, or waits for it in the trashcan: it is gone already. */
Own weakref_get(Ref weakref) {
    Object *o = as_ref(weakref)->referent;
    return o && o->refcnt > 0 ? own(o) : NULL;
}

size_t weakref_count(Ref o) {
    size_t n = 0;
    WeakRef **list = weakref_slot(o);
    for (const WeakRef *r = list ? *list : NULL; r; r = r->next) n++;
    return n;
}

Own weakref_list(Ref o) {
    WeakRef **slot = weakref_slot(o);
    Own list = list_new(0);
    for (WeakRef *r = slot ? *slot : NULL; list && r; r = r->next)
        if (list_append(list, &r->ob)) CLEAR(list);
    return list;
}

/* --- death --- */

static void tell(WeakRef *ref, Own callback_take) {
    Own result = object_call1(callback_take, &ref->ob);
    if (!result) err_unraisable(callback_take, NULL);
    drop_x(result);
    drop(callback_take);
}

void weakref_clear_slow(Object *self) {
    WeakRef **list = weakref_slot(self), *first = NULL, *last = NULL, *next;
    for (WeakRef *r = *list; r; r = next) {
        next = r->next;
        unlink_ref(r);
        if (!r->callback) continue;
        own(&r->ob); /* for the chain */
        if (last) last->next = r;
        else first = r;
        last = r;
    }
    if (!first) return;
    Object *held = err_take();
    for (; first; first = next) {
        Own callback = first->callback;
        next = first->next;
        first->next = NULL;
        first->callback = NULL;
        if (callback) tell(first, callback);
        drop(&first->ob);
    }
    err_restore_take(held);
}

/* References to one piece of trash die; those that are alive themselves and have a callback go to `pending`, owned. */
static void clear_trash_refs(Object *trash_object, GcHead *pending) {
    WeakRef **list = weakref_slot(trash_object), *next;
    for (WeakRef *r = list ? *list : NULL; r; r = next) {
        next = r->next;
        unlink_ref(r);
        if (!r->callback || gc_is_trash(&r->ob)) continue;
        own(&r->ob);
        gc_list_move(gc_head(&r->ob), pending);
    }
}

void weakref_clear_trash(GcHead *unreachable) {
    GcHead pending;
    gc_list_init(&pending);
    for (GcHead *h = gc_next(unreachable); h != unreachable; h = gc_next(h)) clear_trash_refs(gc_object(h), &pending);
    /* References among the trash itself never speak. */
    for (GcHead *h = gc_next(unreachable); h != unreachable; h = gc_next(h))
        if (is_weakref(gc_object(h)) || is_weakproxy(gc_object(h))) unlink_ref(as_ref(gc_object(h)));
    while (!gc_list_empty(&pending)) {
        GcHead *h = gc_next(&pending);
        WeakRef *r = as_ref(gc_object(h));
        Own callback = r->callback;
        r->callback = NULL;
        if (callback) tell(r, callback);
        if (r->ob.refcnt > 1) gc_list_move(h, gc.survivors);
        else gc.weakrefs_died++;
        drop(&r->ob);
    }
}

int weakref_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_ref(self)->callback);
    return 0;
}

int weakref_clear_self(Object *self) {
    unlink_ref(as_ref(self));
    CLEAR(as_ref(self)->callback);
    return 0;
}

void weakref_dealloc(Object *self) {
    gc_untrack(self);
    unlink_ref(as_ref(self)); /* before it can be deferred: its referent's list holds no dead ones */
    if (trash_defer(self)) return;
    CLEAR(as_ref(self)->callback);
    object_free(self);
    trash_end();
}

/* --- weakref.ref --- */

static Own ref_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (cls == &weakref_type && kwnames && tuple_size(kwnames)) return raise_error(TypeError, "ref() takes no keyword arguments");
    if (args_range("__new__", nargs, NULL, 1, 2)) return NULL;
    return weakref_make(cls, args[0], nargs == 2 ? args[1] : NULL);
}

static int ref_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self, (void)args;
    return args_range("__init__", nargs, kwnames, 1, 2);
}

static Own ref_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args;
    if (kwnames && tuple_size(kwnames)) return raise_error(TypeError, "weakref() takes no keyword arguments");
    if (nargs) return raise_error(TypeError, "weakref expected 0 arguments, got %zu", nargs);
    Own o = weakref_get(self);
    return o ? o : none();
}

static Hash ref_hash(Ref self) {
    WeakRef *r = as_ref(self);
    if (r->hash != -1) return r->hash;
    Own o = weakref_get(self);
    if (!o) return raise_error(TypeError, "weak object has gone away"), -1;
    r->hash = object_hash(o);
    drop(o);
    return r->hash;
}

static Own ref_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_weakref(a) || !is_weakref(b)) return not_implemented();
    Own x = weakref_get(a), y = weakref_get(b);
    Own result = x && y ? object_compare(x, y, op) : bool_new((a == b) == (op == CMP_EQ));
    drop_x(x);
    drop_x(y);
    return result;
}

Own weakref_repr_as(Ref self, const char *kind) {
    Own o = weakref_get(self), name = NULL, text = NULL;
    void *here = (void *)(uintptr_t)self;
    if (!o) return format_text("<%s at %p; dead>", kind, here);
    int found = attr_find(o, NAME_OF(dunder_name), &name);
    if (found > 0 && is_str(name) && self->type != &weakproxy_type && self->type != &weakcallable_proxy_type)
        text = format_text("<%s at %p; to '%T' at %p (%U)>", kind, here, (Ref)o, (void *)o, (Ref)name);
    else if (found >= 0) text = format_text("<%s at %p; to '%T' at %p>", kind, here, (Ref)o, (void *)o);
    drop_x(name);
    drop(o);
    return text;
}

static Own ref_repr(Ref self) { return weakref_repr_as(self, "weakref"); }

static const Method ref_methods[] = {{"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS}, {0}};
static const Member ref_members[] = {{"__callback__", MEMBER_OBJECT, offsetof(WeakRef, callback), true, NULL}, {0}};

Type weakref_type = {
    .head = {.ob = {1, &type_type},
             .name = "weakref.ReferenceType",
             .basic_size = sizeof(WeakRef),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,
             .traverse = weakref_traverse,
             .clear = weakref_clear_self,
             .dealloc = weakref_dealloc},
    .repr = ref_repr,
    .hash = ref_hash,
    .compare = ref_compare,
    .call = ref_call,
    .new = ref_new,
    .init = ref_init,
    .signature = "ReferenceType(object, callback=None, /)",
    .methods = ref_methods,
    .members = ref_members,
};
