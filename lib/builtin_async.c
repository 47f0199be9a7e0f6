/* builtin_async.c: aiter and anext; and what anext(it, default) gives: an awaitable that turns StopAsyncIteration into the default. */
#include "lib/builtins.h"

#include "runtime/err.h"
#include "runtime/intern.h"
#include "vm/evalops.h"

typedef struct AnextAwaitable {
    Object ob;
    Object *wrapped;    /* what __anext__ gave; owned */
    Object *otherwise;  /* owned */
} AnextAwaitable;

static inline AnextAwaitable *as_anext(Ref o) { return (AnextAwaitable *)(uintptr_t)o; }

static int anext_clear(Object *self) {
    CLEAR(as_anext(self)->wrapped);
    CLEAR(as_anext(self)->otherwise);
    return 0;
}

static int anext_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_anext(self)->wrapped);
    VISIT(as_anext(self)->otherwise);
    return 0;
}

static void anext_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    anext_clear(self);
    object_free_static(self, true);
    trash_end();
}

/* The iterator that awaiting goes through. */
static Own inner_iterator(Ref self) {
    Own awaitable = eval_awaitable(as_anext(self)->wrapped, 0);
    if (!awaitable || awaitable->type->next || awaitable->type != &coroutine_type) return awaitable;
    Own it = awaitable->type->await(awaitable);
    drop(awaitable);
    return it;
}

/* The end of the asynchronous iteration is the default's moment: StopIteration(default). */
static Own finish_take(Ref self, Own result) {
    if (result || !err_matches(StopAsyncIteration)) return result;
    err_clear();
    return raise_stop_iteration(as_anext(self)->otherwise);
}

static Own call_inner(Ref self, Ref name, size_t nargs, Ref const *args) {
    Own it = inner_iterator(self);
    if (!it) return NULL;
    Own result = object_call_method(it, name, nargs, args);
    drop(it);
    return finish_take(self, result);
}

static int anext_next(Ref self, Own *out) {
    Own it = inner_iterator(self);
    if (!it) return -1;
    int more = it->type->next(it, out);
    drop(it);
    if (more == 0) return raise_stop_iteration(NULL), -1; /* awaited through send: the value counts */
    if (more < 0) finish_take(self, NULL);
    return more;
}

static Own anext_iter(Ref self) { return own(self); }

static Own anext_m_send(Ref self, Ref const *args) { return call_inner(self, NAME_OF(send), 1, args); }
static Own anext_m_throw(Ref self, Ref const *args) {
    return call_inner(self, NAME_OF(throw), (size_t)tuple_size(args[0]), refs(tuple_items(args[0])));
}
static Own anext_m_close(Ref self, Ref const *args) {
    (void)args;
    return call_inner(self, NAME_OF(close), 0, NULL);
}

static const Method anext_methods[] = {
    {"send(value, /)", anext_m_send, "Send a value to the awaited object."},
    {"throw(*args)", anext_m_throw, "Raise an exception in the awaited object."},
    {"close()", anext_m_close, "Close the awaited object."},
    {0}};

static Type anext_awaitable_type = {
    .head = {.ob = {1, &type_type}, .name = "anext_awaitable", .basic_size = sizeof(AnextAwaitable), .flags = TYPE_GC | TYPE_NO_NEW,
             .traverse = anext_traverse, .clear = anext_clear, .dealloc = anext_dealloc},
    .iter = anext_iter,
    .next = anext_next,
    .await = anext_iter,
    .methods = anext_methods,
};

static Own anext_awaitable_new_take(Own wrapped, Ref otherwise) {
    Own o = object_new_static(&anext_awaitable_type, sizeof(AnextAwaitable), true);
    if (!o) {
        drop(wrapped);
        return raise_memory();
    }
    as_anext(o)->wrapped = wrapped;
    as_anext(o)->otherwise = own(otherwise);
    gc_track(o);
    return o;
}

static Own async_m_aiter(Ref self, Ref const *args) {
    (void)self;
    Ref o = args[0];
    if (!o->type->aiter) return raise_error(TypeError, "'%T' object is not an async iterable", o);
    Own it = o->type->aiter(o);
    if (it && !it->type->anext) {
        raise_error(TypeError, "aiter() returned not an async iterator of type '%T'", (Ref)it);
        CLEAR(it);
    }
    return it;
}

static Own async_m_anext(Ref self, Ref const *args) {
    (void)self;
    Ref o = args[0];
    if (!o->type->anext) return raise_error(TypeError, "'%T' object is not an async iterator", o);
    Own awaitable = o->type->anext(o);
    return awaitable && args[1] ? anext_awaitable_new_take(awaitable, args[1]) : awaitable;
}

const Method builtin_async_methods[] = {
    {"aiter(async_iterable, /)", async_m_aiter, "An asynchronous iterator over an object."},
    {"anext(aiterator, default=<unrepresentable>, /)", async_m_anext, "An awaitable of the next item; of the default when there is none."},
    {0}};
