/* awaitable.c: the protocols of yield from and await: what may be delegated to, and sending into it. */
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "vm/evalops.h"

Own eval_yield_from_iter(Frame *f, Ref iterable) {
    if (iterable->type == &coroutine_type) {
        if (f->func->code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) return own(iterable);
        return raise_error(TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    if (iterable->type == &generator_type) return own(iterable);
    return object_iter(iterable);
}

Own eval_awaitable(Ref o, int where) {
    if (o->type == &coroutine_type) {
        const Generator *g = (const Generator *)o;
        if (generator_yield_from(g)) return raise_error(RuntimeError, "coroutine is being awaited already");
        return own(o);
    }
    if (o->type == &generator_type && (((const Code *)((const Generator *)o)->code)->flags & CODE_ITERABLE_COROUTINE)) return own(o);
    if (!o->type->await) {
        if (where) return raise_error(TypeError, "'async with' received an object from %s that does not implement __await__: %T",
                                      where == 1 ? "__aenter__" : "__aexit__", o);
        return raise_error(TypeError, "object %T can't be used in 'await' expression", o);
    }
    Own it = o->type->await(o);
    if (!it) return NULL;
    if (it->type == &coroutine_type && it != o) raise_error(TypeError, "__await__() returned a coroutine");
    else if (!it->type->next && it->type != &coroutine_type) raise_error(TypeError, "__await__() returned non-iterator of type '%T'", it);
    else return it;
    drop(it);
    return NULL;
}

Own eval_aiter(Ref o) {
    if (!o->type->aiter) return raise_error(TypeError, "'async for' requires an object with __aiter__ method, got %T", o);
    Own it = o->type->aiter(o);
    if (it && !it->type->anext) {
        raise_error(TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %T", it);
        drop(it);
        return NULL;
    }
    return it;
}

Own eval_anext(Ref aiter) {
    if (!aiter->type->anext)
        return raise_error(TypeError, "'async for' requires an iterator with __anext__ method, got %T", aiter);
    Own next = aiter->type->anext(aiter);
    if (!next) return NULL;
    Own awaitable = eval_awaitable(next, 0);
    if (!awaitable && err_matches(TypeError)) {
        err_clear();
        raise_error(TypeError, "'async for' received an invalid object from __anext__: %T", next);
    }
    drop(next);
    return awaitable;
}

int eval_send(Ref receiver, Ref value, Own *out) {
    if (is_generator(receiver)) return generator_resume((Generator *)(uintptr_t)receiver, own(value), out);
    if (value == NONE && type_has(receiver->type, TYPE_HEAP)) {
        /* a __next__ in Python: its StopIteration carries the result, which the slot would lose */
        if (object_call_special(receiver, NAME_OF(dunder_next), 0, NULL, out) > 0) return 1;
    } else if (value == NONE && receiver->type->next) {
        int more = iter_next(receiver, out);
        if (more == 0) *out = none();
        if (more >= 0) return more;
    } else {
        Ref args[1] = {value};
        *out = object_call_method(receiver, NAME_OF(send), 1, args);
        if (*out) return 1;
    }
    if (!err_matches(StopIteration)) return -1;
    Own exc = err_take();
    Object *result = ((StopIterationExc *)exc)->value;
    *out = own(result ? result : NONE);
    drop(exc);
    return 0;
}
