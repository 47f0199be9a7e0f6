/* err.c: the exception in flight.
 *
 * rt.exc owns it. Raising gives the new exception the one being handled (top of rt.exc_info) as its context, and cuts the context chain
 * where it would lead back to the new one: the chain of an exception never becomes a loop by raising. */
#include "runtime/err.h"

#include <errno.h>
#include <string.h>

#include "runtime/exc.h"
#include "runtime/object.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* --- in flight --- */

void err_restore_take(Own exc) {
    Object *old = rt.exc;
    rt.exc = exc;
    drop_x(old);
}

Own err_take(void) {
    Object *exc = rt.exc;
    rt.exc = NULL;
    return exc;
}

void err_clear(void) { err_restore_take(NULL); }

bool err_matches(const Type *type) { return rt.exc && object_is_a(rt.exc, type); }

bool err_clear_stop_iteration(void) {
    if (!err_matches(StopIteration)) return false;
    err_clear();
    return true;
}

/* --- the context --- */

static Object *handled_exception(void) {
    for (ExcInfo *i = rt.exc_info; i; i = i->prev)
        if (i->value && i->value != NONE) return i->value;
    return NULL;
}

/* Takes `exc` out of the chain of contexts that begins at `chain`. A loop made by the program itself is left at its second round (Brent). */
static void cut_context(Object *chain, Ref exc) {
    Object *o = chain, *mark = chain;
    size_t steps = 0, limit = 1;
    while (o) {
        Object *context = ((BaseExc *)o)->context;
        if (context == exc) {
            exc_set_context_take(o, NULL);
            return;
        }
        if (context == mark) return;
        if (++steps == limit) {
            mark = o;
            limit *= 2;
        }
        o = context;
    }
}

void exc_raise_chained_take(Own exc) {
    Object *handled = handled_exception();
    if (handled && handled != exc) {
        Object *context = own(handled);
        cut_context(context, exc);
        exc_set_context_take(exc, context);
    }
    err_restore_take(exc);
}

Own raise_exc_take(Own exc) {
    if (exc) exc_raise_chained_take(exc);
    return NULL;
}

void err_chain_take(Own context) {
    if (!rt.exc) {
        err_restore_take(context);
        return;
    }
    if (!context) return;
    if (context == rt.exc) {
        drop(context);
        return;
    }
    cut_context(context, rt.exc);
    exc_set_context_take(rt.exc, context);
}

/* --- raising --- */

Own raise_object(Type *type, Ref arg) { return raise_exc_take(exc_new(type, &arg, arg != NULL)); }

Own raise_error(Type *type, const char *format, ...) {
    __builtin_va_list ap;
    __builtin_va_start(ap, format);
    Own text = format_text_v(format, ap);
    __builtin_va_end(ap);
    if (!text) return NULL;
    raise_object(type, text);
    drop(text);
    return NULL;
}

Own raise_key(Ref key) { return raise_object(KeyError, key); }

Own raise_stop_iteration(Ref value) {
    bool bare = !value || value == NONE;
    return raise_exc_take(exc_new(StopIteration, &value, bare ? 0 : 1));
}

Own raise_os(int errnum, Ref path) {
    Own args[3] = {int_new(errnum), str_from_text(strerror(errnum)), own_x(path)};
    if (args[0] && args[1]) raise_exc_take(exc_new(OSError, refs(args), path ? 3 : 2));
    for (int i = 0; i < 3; i++) drop_x(args[i]);
    return NULL;
}

/* --- elsewhere --- */

void err_unraisable(Ref where, const char *what) {
    if (rt.exc && rt.unraisable) rt.unraisable(where, what);
    err_clear();
}

bool exc_matches(Ref exc, Ref type) {
    if (is_tuple(type)) {
        for (ssize_t i = 0; i < tuple_size(type); i++)
            if (exc_matches(exc, tuple_item(type, i))) return true;
        return false;
    }
    const Type *given = is_exception(exc) ? exc->type : is_exception_class(exc) ? as_type(exc) : NULL;
    if (given && is_exception_class(type)) return type_is_subtype(given, as_type(type));
    return exc == type;
}
