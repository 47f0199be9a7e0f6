/* asyncgen.c: async generators: what __anext__, asend, athrow and aclose give to await.
 *
 * The body of an async generator yields in two ways: its own `yield` gives a wrapped value (AsyncValue, from ASYNC_GEN_WRAP), which ends one
 * step of the awaiter with StopIteration(value); an `await` inside passes what it yields through to the event loop as it is. A step (one
 * asend, athrow or aclose) is an iterator that may be awaited once. */
#include "runtime/exc.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "vm/evalops.h"

typedef struct AsyncValue {
    Object ob;
    Object *value;
} AsyncValue;
static Type async_value_type, async_step_type;

enum StepKind { STEP_SEND, STEP_THROW, STEP_CLOSE };
enum StepState { STEP_NEW, STEP_ITERATING, STEP_CLOSED };
typedef struct AsyncStep {
    Object ob;
    Generator *generator;          /* owned */
    Object *value, *exc, *traceback; /* to send; or the arguments of athrow; owned or NULL */
    uint8_t kind, state;
} AsyncStep;

static void async_value_dealloc(Object *self) {
    gc_untrack(self);
    drop(((AsyncValue *)self)->value);
    object_free_static(self, true);
}
static int async_value_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((AsyncValue *)self)->value);
    return 0;
}
static Type async_value_type = {
    .head = {.ob = {1, &type_type}, .name = "async_generator_wrapped_value", .basic_size = sizeof(AsyncValue), .flags = TYPE_GC | TYPE_NO_NEW,
             .traverse = async_value_traverse, .dealloc = async_value_dealloc},
};

Own eval_async_gen_wrap(Ref value) {
    Own o = object_new_static(&async_value_type, sizeof(AsyncValue), true);
    if (!o) return raise_memory();
    ((AsyncValue *)o)->value = own(value);
    gc_track(o);
    return o;
}

static Own step_new(Ref generator, enum StepKind kind, Ref value, Ref exc, Ref traceback) {
    Own o = object_new_static(&async_step_type, sizeof(AsyncStep), true);
    if (!o) return raise_memory();
    AsyncStep *s = (AsyncStep *)o;
    s->generator = (Generator *)own(generator);
    s->value = own_x(value);
    s->exc = own_x(exc);
    s->traceback = own_x(traceback);
    s->kind = (uint8_t)kind;
    s->state = STEP_NEW;
    gc_track(o);
    return o;
}

static void step_end(AsyncStep *s) {
    s->state = STEP_CLOSED;
    s->generator->running_async = false;
}

/* What came out of the generator, seen by the awaiter: a yielded awaitable's value, or the end of this step; -1 with the exception. */
static int step_result(AsyncStep *s, int more, Own out, Own *result) {
    Generator *g = s->generator;
    if (more > 0 && out->type == &async_value_type) {
        Own value = own(((AsyncValue *)out)->value);
        drop(out);
        step_end(s);
        if (s->kind == STEP_CLOSE) {
            drop(value);
            return raise_error(RuntimeError, "async generator ignored GeneratorExit"), -1;
        }
        raise_stop_iteration(value);
        drop(value);
        return -1;
    }
    if (more > 0) {
        *result = out;
        return 1;
    }
    if (more == 0) {
        drop(out);
        raise_object(StopAsyncIteration, NULL);
    }
    g->closed = true;
    step_end(s);
    if (s->kind == STEP_CLOSE && (err_matches(StopAsyncIteration) || err_matches(GeneratorExit))) {
        err_clear();
        raise_stop_iteration(NONE);
    }
    return -1;
}

static const char *step_name(const AsyncStep *s) {
    return s->kind == STEP_SEND ? "__anext__()/asend()" : s->kind == STEP_THROW ? "athrow()" : "aclose()";
}

/* Starts the step: 1 go on, -1 error. */
static int step_start(AsyncStep *s) {
    if (s->generator->running_async) {
        const char *name = s->kind == STEP_SEND ? "anext()" : s->kind == STEP_THROW ? "athrow()" : "aclose()";
        s->state = STEP_CLOSED;
        return raise_error(RuntimeError, "%s: asynchronous generator is already running", name), -1;
    }
    s->state = STEP_ITERATING;
    s->generator->running_async = true;
    return 1;
}

static int step_send(AsyncStep *s, Ref value, Own *result) {
    Own out = NULL;
    int more;
    if (s->state == STEP_CLOSED) return raise_error(RuntimeError, "cannot reuse already awaited %s", step_name(s)), -1;
    if (s->state == STEP_ITERATING) {
        more = generator_resume(s->generator, own(value), &out);
        return step_result(s, more, out, result);
    }
    if (s->kind != STEP_SEND && s->generator->closed) {
        s->state = STEP_CLOSED;
        if (s->kind == STEP_CLOSE) return raise_stop_iteration(NONE), -1;
        return raise_object(StopAsyncIteration, NULL), -1;
    }
    if (step_start(s) < 0) return -1;
    if (s->kind == STEP_SEND) {
        more = generator_resume(s->generator, own(s->value), &out);
    } else if (s->kind == STEP_THROW) {
        more = generator_throw(s->generator, s->value, s->exc, s->traceback, &out);
    } else {
        if (s->generator->state == GEN_DONE) {
            step_end(s);
            return raise_stop_iteration(NONE), -1;
        }
        s->generator->closed = true;
        more = generator_throw(s->generator, (Ref)GeneratorExit, NULL, NULL, &out);
    }
    return step_result(s, more, out, result);
}

static int step_next(Ref self, Own *out) {
    if (step_send((AsyncStep *)(uintptr_t)self, NONE, out) > 0) return 1;
    return -1;
}

static Own step_m_send(Ref self, Ref const *args) {
    Own out;
    return step_send((AsyncStep *)(uintptr_t)self, args[0], &out) > 0 ? out : NULL;
}

static Own step_m_throw(Ref self, Ref const *args) {
    AsyncStep *s = (AsyncStep *)(uintptr_t)self;
    if (s->state == STEP_CLOSED) return raise_error(RuntimeError, "cannot reuse already awaited %s", step_name(s));
    if (s->state == STEP_NEW && step_start(s) < 0) return NULL;
    Own out = NULL, result = NULL;
    int more = generator_throw(s->generator, args[0], args[1], args[2], &out);
    return step_result(s, more, out, &result) > 0 ? result : NULL;
}

static Own step_m_close(Ref self, Ref const *args) {
    AsyncStep *s = (AsyncStep *)(uintptr_t)self;
    (void)args;
    if (s->state == STEP_CLOSED) return none();
    Ref thrown[3] = {(Ref)GeneratorExit, NULL, NULL};
    Own result = step_m_throw(self, thrown);
    if (result) {
        drop(result);
        return raise_error(RuntimeError, "coroutine ignored GeneratorExit");
    }
    if (!err_matches(StopIteration) && !err_matches(StopAsyncIteration) && !err_matches(GeneratorExit)) return NULL;
    err_clear();
    return none();
}

static void step_dealloc(Object *self) {
    AsyncStep *s = (AsyncStep *)self;
    gc_untrack(self);
    if (trash_defer(self)) return;
    drop((Own)s->generator);
    drop_x(s->value);
    drop_x(s->exc);
    drop_x(s->traceback);
    object_free_static(self, true);
    trash_end();
}
static int step_traverse(Object *self, VisitFn visit, void *arg) {
    AsyncStep *s = (AsyncStep *)self;
    VISIT(s->generator);
    VISIT(s->value);
    VISIT(s->exc);
    VISIT(s->traceback);
    return 0;
}
static Own self_iter(Ref self) { return own(self); }

static const Method step_methods[] = {
    {"send(arg, /)", step_m_send, "Goes on with the step, as an event loop does."},
    {"throw(typ, val=None, tb=None, /)", step_m_throw, "Raises an exception inside."},
    {"close()", step_m_close, "Gives the step up."},
    {0}};
static Type async_step_type = {
    .head = {.ob = {1, &type_type}, .name = "async_generator_asend", .basic_size = sizeof(AsyncStep), .flags = TYPE_GC | TYPE_NO_NEW,
             .traverse = step_traverse, .dealloc = step_dealloc},
    .iter = self_iter,
    .await = self_iter,
    .next = step_next,
    .methods = step_methods,
};

/* --- the generator's own methods --- */

static Own async_generator_anext(Ref self) { return step_new(self, STEP_SEND, NONE, NULL, NULL); }
static Own async_generator_m_asend(Ref self, Ref const *args) { return step_new(self, STEP_SEND, args[0], NULL, NULL); }
static Own async_generator_m_athrow(Ref self, Ref const *args) { return step_new(self, STEP_THROW, args[0], args[1], args[2]); }
static Own async_generator_m_aclose(Ref self, Ref const *args) {
    (void)args;
    return step_new(self, STEP_CLOSE, NULL, NULL, NULL);
}
static const Method async_generator_methods[] = {
    {"asend(value, /)", async_generator_m_asend, "To be awaited: resumes with a value; gives the next one."},
    {"athrow(typ, val=None, tb=None, /)", async_generator_m_athrow, "To be awaited: raises an exception inside."},
    {"aclose()", async_generator_m_aclose, "To be awaited: ends the generator."},
    {"__sizeof__()", generator_m_sizeof, "Bytes of the generator with its frame."},
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS},
    {0}};

Type async_generator_type = {
    .head = GENERATOR_HEAD("async_generator"),
    .repr = generator_repr,
    .aiter = self_iter,
    .anext = async_generator_anext,
    .methods = async_generator_methods,
    .getsets = async_generator_getsets,
};
