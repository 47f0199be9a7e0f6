/* generator.c: generators and coroutines: making, resuming, throwing into, closing, and what Python sees of them.
 *
 * A generator owns its frame: locals | Frame | operands lie behind its fixed part. While it runs, its frame is on the chain of running frames
 * and its handled exceptions (exc_info) are linked into rt.exc_info; suspended, it is off both. After the end, frame->func is NULL. */
#include "vm/generator.h"

#include <string.h>

#include "runtime/exc.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/weakref.h"
#include "vm/eval.h"

static Type *type_for(const Code *c) {
    if (c->flags & CODE_COROUTINE) return &coroutine_type;
    if (c->flags & CODE_ASYNC_GENERATOR) return &async_generator_type;
    return &generator_type;
}

Own generator_from_frame(Frame *f) {
    const Code *c = f->func->code;
    size_t words = (size_t)c->frame_size;
    Object *o = object_new_static(type_for(c), sizeof(Generator) + words * sizeof(Object *), true);
    if (!o) return raise_memory();
    Generator *g = (Generator *)o;
    memcpy(g->words, f->locals, (size_t)c->n_slots * sizeof(Object *));
    Frame *mine = (Frame *)(g->words + c->n_slots);
    *mine = *f;
    mine->locals = g->words;
    mine->sp = frame_stack(mine);
    mine->prev = NULL;
    mine->kind = FRAME_GENERATOR;
    if (mine->object) mine->object->frame = mine;
    g->frame = mine;
    g->exc_info = (ExcInfo){0};
    g->name = own(f->func->name);
    g->qualname = own(f->func->qualname);
    g->code = own((Ref)c);
    g->weakrefs = g->origin = g->finalizer = NULL;
    g->state = GEN_CREATED;
    g->hooks_called = g->closed = g->running_async = false;
    gc_track(o);
    return o;
}

static const char *kind_name(const Generator *g) {
    return g->ob.type == &coroutine_type ? "coroutine" : g->ob.type == &async_generator_type ? "async generator" : "generator";
}

/* Runs a suspended generator with what its frame's stack expects on top (a sent value), or with an exception in flight. */
static int run(Generator *g, Own value_or_null, Own *out) {
    Frame *f = g->frame;
    *out = NULL;
    if (rt.depth >= rt.depth_limit || !enter_c("")) {
        drop_x(value_or_null);
        if (value_or_null || !err_set()) raise_recursion("");
        return -1;
    }
    f->shared_top = frame_shared_top();
    f->prev = rt.frame;
    f->kind = FRAME_GENERATOR_ENTRY;
    *f->sp++ = value_or_null ? value_or_null : none(); /* what YIELD_VALUE's place is to hold, thrown into or not */
    g->state = GEN_RUNNING;
    g->exc_info.prev = rt.exc_info;
    rt.exc_info = &g->exc_info;
    rt.depth++;
    rt.frame = f;
    bool yielded;
    own((Ref)g);
    Own result = eval_resume(f, value_or_null == NULL, &yielded);
    drop((Own)g);
    if (!result) return -1;
    *out = result;
    return yielded;
}

int generator_resume(Generator *g, Own value, Own *out) {
    *out = NULL;
    if (g->state == GEN_RUNNING) {
        drop_x(value);
        return raise_error(ValueError, "%s already executing", kind_name(g)), -1;
    }
    if (g->state == GEN_DONE) {
        if (!value) return -1; /* the exception goes on */
        drop(value);
        if (g->ob.type == &coroutine_type) return raise_error(RuntimeError, "cannot reuse already awaited coroutine"), -1;
        *out = none();
        return 0;
    }
    if (g->state == GEN_CREATED && value && value != NONE) {
        drop(value);
        return raise_error(TypeError, "can't send non-None value to a just-started %s", kind_name(g)), -1;
    }
    if (g->state == GEN_CREATED && !value) { /* thrown into before it started: the code never sees it */
        g->frame->pc = g->frame->func->code->instrs + 1;
    }
    return run(g, value, out);
}

/* yield from and await: the receiver lies on top of the suspended operand stack. */
Ref generator_yield_from(const Generator *g) { return g->state == GEN_SUSPENDED_YIELD_FROM ? g->frame->sp[-1] : NULL; }

/* --- throw --- */

/* The exception to throw, from what throw() was given, in flight; -1 always (a TypeError is in flight too then). */
static void set_thrown(Ref type, Ref value, Ref traceback) {
    Own exc = NULL;
    if (traceback == NONE) traceback = NULL;
    if (value == NONE) value = NULL;
    if (traceback && traceback->type != &traceback_type) {
        raise_error(TypeError, "throw() third argument must be a traceback object");
        return;
    }
    if (is_exception_class(type)) {
        if (value && object_is_a(value, (const Type *)type)) exc = own(value);
        else if (!value) exc = object_call0(type);
        else if (is_tuple(value)) exc = object_call_tuple(type, value, NULL);
        else exc = object_call1(type, value);
        if (exc && !is_exception(exc)) {
            raise_error(TypeError, "calling %R should have returned an instance of BaseException, not %T", type, exc);
            drop(exc);
            return;
        }
        if (!exc) return;
    } else if (is_exception(type)) {
        if (value) {
            raise_error(TypeError, "instance exception may not have a separate value");
            return;
        }
        exc = own(type);
    } else {
        raise_error(TypeError, "exceptions must be classes or instances deriving from BaseException, not %T", type);
        return;
    }
    if (traceback) exc_set_traceback(exc, traceback);
    err_restore_take(exc);
}

/* Closes a sub-iterator; 0, -1. */
static int close_receiver(Ref receiver) {
    if (is_generator(receiver)) return generator_close((Generator *)(uintptr_t)receiver);
    Own close = NULL;
    int found = attr_find(receiver, NAME_OF(close), &close);
    if (found < 0) err_unraisable(receiver, NULL);
    if (found <= 0) return 0;
    Own result = object_call0(close);
    drop(close);
    drop_x(result);
    return result ? 0 : -1;
}

/* The value of the StopIteration in flight, which is cleared; NULL: it was another exception. */
static Own take_stop_value(void) {
    if (!err_matches(StopIteration)) return NULL;
    Own exc = err_take();
    Object *value = ((StopIterationExc *)exc)->value;
    value = own(value ? value : NONE);
    drop(exc);
    return value;
}

/* The sub-iterator is done with `value`: the generator goes on behind its SEND, as if that had finished. */
static int finish_delegation(Generator *g, Own value, Own *out) {
    Frame *f = g->frame;
    Object *receiver = *--f->sp;
    /* pc is behind YIELD_VALUE, in the send loop; the loop's exception row leads to CLEANUP_THROW, whose way a StopIteration takes */
    *f->sp++ = receiver;
    raise_stop_iteration(value);
    drop(value);
    return run(g, NULL, out);
}

static int throw_into_receiver(Generator *g, Ref receiver, Ref type, Ref value, Ref traceback, Own *out) {
    Own yielded = NULL;
    if (is_generator(receiver)) {
        int state = g->state;
        g->state = GEN_RUNNING;
        int more = generator_throw((Generator *)(uintptr_t)receiver, type, value, traceback, &yielded);
        g->state = (int8_t)state;
        if (more > 0) {
            *out = yielded;
            return 1;
        }
        return more == 0 ? finish_delegation(g, yielded, out) : run(g, NULL, out);
    }
    Own method = NULL;
    int found = attr_find(receiver, NAME_OF(throw), &method);
    if (found < 0) return run(g, NULL, out);
    if (found == 0) {
        set_thrown(type, value, traceback);
        return run(g, NULL, out);
    }
    Ref args[3] = {type, value, traceback};
    int state = g->state;
    g->state = GEN_RUNNING;
    yielded = object_call(method, args, traceback ? 3 : value ? 2 : 1, NULL);
    g->state = (int8_t)state;
    drop(method);
    if (yielded) {
        *out = yielded;
        return 1;
    }
    Own stop = take_stop_value();
    return stop ? finish_delegation(g, stop, out) : run(g, NULL, out);
}

int generator_throw(Generator *g, Ref type, Ref value, Ref traceback, Own *out) {
    *out = NULL;
    if (g->state == GEN_RUNNING) return raise_error(ValueError, "%s already executing", kind_name(g)), -1;
    Ref receiver = generator_yield_from(g);
    if (receiver) {
        Own keep = own(receiver);
        bool exits = is_exception_class(type) ? type_is_subtype((const Type *)type, GeneratorExit) : object_is_a(type, GeneratorExit);
        int result;
        if (exits) {
            int state = g->state;
            g->state = GEN_RUNNING;
            int failed = close_receiver(keep);
            g->state = (int8_t)state;
            if (failed >= 0) set_thrown(type, value, traceback);
            result = run(g, NULL, out);
        } else {
            result = throw_into_receiver(g, keep, type, value, traceback, out);
        }
        drop(keep);
        return result;
    }
    set_thrown(type, value, traceback);
    if (g->state == GEN_DONE) return -1;
    return generator_resume(g, NULL, out);
}

/* Closes; *value: what it returned then (3.13), or None. */
static int close_with_value(Generator *g, Own *value) {
    *value = NULL;
    if (g->state == GEN_DONE) return 0;
    if (g->state == GEN_RUNNING) return raise_error(ValueError, "%s already executing", kind_name(g)), -1;
    if (g->state == GEN_CREATED) {
        g->state = GEN_DONE;
        frame_leave(g->frame);
        g->frame->func = NULL;
        return 0;
    }
    Ref receiver = generator_yield_from(g);
    int failed = 0;
    if (receiver) {
        Own keep = own(receiver);
        int8_t state = g->state;
        g->state = GEN_RUNNING;
        failed = close_receiver(keep);
        g->state = state;
        drop(keep);
    }
    if (failed >= 0) raise_object(GeneratorExit, NULL);
    Own out = NULL;
    int more = generator_resume(g, NULL, &out);
    if (more == 0) {
        *value = out;
        return 0;
    }
    drop_x(out);
    if (more > 0) return raise_error(RuntimeError, "%s ignored GeneratorExit", kind_name(g)), -1;
    if (err_matches(GeneratorExit) || err_matches(StopIteration)) {
        err_clear();
        return 0;
    }
    return -1;
}

int generator_close(Generator *g) {
    Own value;
    int failed = close_with_value(g, &value);
    drop_x(value);
    return failed;
}

/* --- the objects --- */

void generator_finalize(Object *self) {
    Generator *g = (Generator *)self;
    if (g->state == GEN_DONE || g->state == GEN_RUNNING) return;
    Own exc = err_take();
    if (g->ob.type == &coroutine_type && g->state == GEN_CREATED && rt.warn_about) {
        Own text = format_text("coroutine '%S' was never awaited", g->qualname);
        if (!text || rt.warn_about(RuntimeWarning, str_utf8_lossy(text), 1, self) < 0) err_unraisable(self, NULL);
        drop_x(text);
    }
    if (generator_close(g) < 0) err_unraisable(self, NULL);
    err_restore_take(exc);
}

int generator_traverse(Object *self, VisitFn visit, void *arg) {
    Generator *g = (Generator *)self;
    VISIT(g->name);
    VISIT(g->qualname);
    VISIT(g->code);
    VISIT(g->exc_info.value);
    VISIT(g->origin);
    VISIT(g->finalizer);
    Frame *f = g->frame;
    if (g->state == GEN_DONE || !f->func) return 0;
    VISIT(f->func);
    VISIT(f->names);
    VISIT(f->object);
    int n = f->func->code->n_slots;
    for (int i = 0; i < n; i++) VISIT(f->locals[i]);
    if (g->state == GEN_RUNNING) return 0; /* its operands are in the loop's hands */
    for (Object **p = frame_stack(f); p < f->sp; p++)
        if (!is_raw_word(*p)) VISIT(*p);
    return 0;
}

/* Drops operands, locals and all: what is left of a generator that will not run any more. */
static void drop_frame(Generator *g) {
    Frame *f = g->frame;
    if (g->state == GEN_DONE) return;
    g->state = GEN_DONE;
    while (f->sp > frame_stack(f)) {
        Object *o = *--f->sp;
        drop_word(o);
    }
    frame_leave(f);
    f->func = NULL;
}

int generator_clear(Object *self) {
    Generator *g = (Generator *)self;
    if (g->state != GEN_RUNNING) drop_frame(g);
    CLEAR(g->exc_info.value);
    return 0;
}

void generator_dealloc(Object *self) {
    Generator *g = (Generator *)self;
    gc_untrack(self);
    if (g->weakrefs) weakref_clear(self);
    if (trash_defer(self)) return;
    if (g->state != GEN_DONE) { /* closing it runs its code, which may drop the next generator of a chain */
        gc_track(self);
        if (object_finalize(self)) {
            trash_end();
            return;
        }
        gc_untrack(self);
    }
    drop_frame(g);
    CLEAR(g->exc_info.value);
    drop(g->name);
    drop(g->qualname);
    drop(g->code);
    drop_x(g->origin);
    drop_x(g->finalizer);
    object_free_static(self, true);
    trash_end();
}

Own generator_repr(Ref self) {
    const Generator *g = (const Generator *)self;
    return format_text("<%s object %S at %p>", g->ob.type == &async_generator_type ? "async_generator" : kind_name(g), g->qualname,
                       (const void *)self);
}

static int generator_next(Ref self, Own *out) {
    Generator *g = (Generator *)(uintptr_t)self;
    int more = generator_resume(g, none(), out);
    if (more != 0) return more;
    Own result = *out;
    if (result == NONE) {
        drop(result);
        return 0;
    }
    raise_stop_iteration(result);
    drop(result);
    return -1;
}

/* What Python sees of a resumption: a value, or StopIteration. */
static Own answer(int more, Own out) {
    if (more > 0) return out;
    if (more < 0) return NULL;
    raise_stop_iteration(out);
    drop(out);
    return NULL;
}

static Own generator_m_send(Ref self, Ref const *args) {
    Own out;
    int more = generator_resume((Generator *)(uintptr_t)self, own(args[0]), &out);
    return answer(more, out);
}

static Own generator_m_throw(Ref self, Ref const *args) {
    Own out;
    if (args[1] && rt.warn &&
        rt.warn(DeprecationWarning, "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", 1) < 0)
        return NULL;
    int more = generator_throw((Generator *)(uintptr_t)self, args[0], args[1], args[2], &out);
    return answer(more, out);
}

Own generator_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    const Code *c = (const Code *)((const Generator *)self)->code;
    return int_new(self->type->head.basic_size + (ssize_t)c->frame_size * (ssize_t)sizeof(Object *));
}

static Own generator_m_close(Ref self, Ref const *args) {
    (void)args;
    Own value;
    if (close_with_value((Generator *)(uintptr_t)self, &value) < 0) return NULL;
    return value ? value : none();
}

static Own get_frame(Ref self) {
    Generator *g = (Generator *)(uintptr_t)self;
    return g->state == GEN_DONE ? none() : frame_object(g->frame);
}
static Own get_code(Ref self) { return own(((const Generator *)self)->code); }
static Own get_running(Ref self) { return bool_new(((const Generator *)self)->state == GEN_RUNNING); }
static Own get_suspended(Ref self) {
    int state = ((const Generator *)self)->state;
    return bool_new(state == GEN_SUSPENDED || state == GEN_SUSPENDED_YIELD_FROM);
}
static Own get_yield_from(Ref self) {
    Ref receiver = generator_yield_from((const Generator *)self);
    return own(receiver ? receiver : NONE);
}
static int set_text(Object **field, Ref value, const char *name) {
    if (!value || !is_str(value)) return raise_error(TypeError, "%s must be set to a string object", name), -1;
    obj_set(field, own(value));
    return 0;
}
static Own get_name(Ref self) { return own(((const Generator *)self)->name); }
static int set_name(Ref self, Ref value) { return set_text(&((Generator *)(uintptr_t)self)->name, value, "__name__"); }
static Own get_qualname(Ref self) { return own(((const Generator *)self)->qualname); }
static int set_qualname(Ref self, Ref value) { return set_text(&((Generator *)(uintptr_t)self)->qualname, value, "__qualname__"); }

static const Method generator_methods[] = {
    {"send(arg, /)", generator_m_send, "Resumes with arg as the value of the yield expression; gives the next value or raises StopIteration."},
    {"throw(typ, val=None, tb=None, /)", generator_m_throw, "Raises an exception where the generator is suspended."},
    {"close()", generator_m_close, "Raises GeneratorExit inside and expects it to end."},
    {"__sizeof__()", generator_m_sizeof, "Bytes of the generator with its frame."},
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS},
    {0}};
#define GETSETS(prefix, delegate)                                                                              \
    {{"__name__", get_name, set_name, "Name of the function."},                                                \
     {"__qualname__", get_qualname, set_qualname, "Qualified name of the function."},                          \
     {prefix "_frame", get_frame, NULL, "The frame, or None when finished."},                                  \
     {prefix "_code", get_code, NULL, "The code object."},                                                     \
     {prefix "_running", get_running, NULL, "Is it running now?"},                                             \
     {prefix "_suspended", get_suspended, NULL, "Is it waiting at a yield?"},                                  \
     {delegate, get_yield_from, NULL, "The iterator that it delegates to, or None."},                          \
     {0}}
static const GetSet generator_getsets[] = GETSETS("gi", "gi_yieldfrom");
static const GetSet coroutine_getsets[] = GETSETS("cr", "cr_await");
const GetSet async_generator_getsets[] = GETSETS("ag", "ag_await");

static Own self_iter(Ref self) { return own(self); }

static Own coroutine_await(Ref self) { return own(self); }

Type generator_type = {
    .head = GENERATOR_HEAD("generator"),
    .repr = generator_repr,
    .iter = self_iter,
    .next = generator_next,
    .methods = generator_methods,
    .getsets = generator_getsets,
};
Type coroutine_type = {
    .head = GENERATOR_HEAD("coroutine"),
    .repr = generator_repr,
    .await = coroutine_await,
    .methods = generator_methods,
    .getsets = coroutine_getsets,
};
