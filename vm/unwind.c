/* unwind.c: raising, traceback entries, the exception table, matching in except clauses. */
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "vm/evalops.h"

/* The innermost row that covers the instruction. Rows are sorted by start and nest, inner ones first among equals, so the last row that
 * begins at or before the index and reaches beyond it is the innermost. */
const ExcRow *eval_find_row(const Code *c, uint32_t index) {
    const ExcRow *best = NULL;
    for (int i = 0; i < c->n_rows; i++) {
        const ExcRow *row = &c->rows[i];
        if (row->start > index) break;
        if (index < row->end && (!best || row->start > best->start || row->end < best->end)) best = row;
    }
    return best;
}

/* One more traceback entry for the exception in flight. Without memory for it the exception goes on without. */
void eval_traceback_here(Frame *f) {
    Own exc = err_take();
    Own frame = frame_object(f);
    Own entry = NULL;
    if (frame) {
        int index = frame_index(f);
        entry = traceback_new(((BaseExc *)exc)->traceback, frame, 2 * index, frame_line(f));
        drop(frame);
    }
    if (entry) {
        exc_set_traceback(exc, entry);
        drop(entry);
    } else {
        err_clear();
    }
    err_restore_take(exc);
}

static int raise_again(void) {
    Object *handled = NULL;
    for (ExcInfo *info = rt.exc_info; info && !handled; info = info->prev) handled = info->value;
    if (!handled) return raise_error(RuntimeError, "No active exception to reraise"), -1;
    err_restore_take(own(handled));
    return 1;
}

/* An instance: the exception itself, or what its class makes. */
static Own instantiate(Ref o, const char *complaint) {
    if (is_exception_class(o)) {
        Own made = object_call0(o);
        if (made && !is_exception(made)) {
            raise_error(TypeError, "calling %R should have returned an instance of BaseException, not %R", o, (Ref)made->type);
            drop(made);
            return NULL;
        }
        return made;
    }
    if (is_exception(o)) return own(o);
    return raise_error(TypeError, "%s", complaint);
}

int eval_do_raise(Ref exc_or_null, Ref cause_or_null) {
    if (!exc_or_null) return raise_again();
    Own exc = instantiate(exc_or_null, "exceptions must derive from BaseException");
    if (!exc) return -1;
    if (cause_or_null) {
        Own cause = cause_or_null == NONE ? NULL : instantiate(cause_or_null, "exception causes must derive from BaseException");
        if (cause_or_null != NONE && !cause) {
            drop(exc);
            return -1;
        }
        exc_set_cause_take(exc, cause);
    }
    exc_raise_chained_take(exc);
    return -1;
}

static bool all_exception_classes(Ref type) {
    if (!is_tuple(type)) return is_exception_class(type);
    for (ssize_t i = 0; i < tuple_size(type); i++)
        if (!is_exception_class(tuple_item(type, i))) return false;
    return true;
}

int eval_check_exc_match(Ref exc, Ref type) {
    if (type->type == &type_type && (Ref)exc->type == type) return 1;
    if (!all_exception_classes(type))
        return raise_error(TypeError, "catching classes that do not inherit from BaseException is not allowed"), -1;
    return exc_matches(exc, type);
}

static bool catches_groups(Ref type) {
    if (!is_tuple(type)) return type_is_subtype((const Type *)type, BaseExceptionGroup);
    for (ssize_t i = 0; i < tuple_size(type); i++)
        if (type_is_subtype((const Type *)tuple_item(type, i), BaseExceptionGroup)) return true;
    return false;
}

/* A bare exception is caught as a group of one. */
static int match_naked(Ref exc, Own *match, Own *rest) {
    Own excs = tuple_pack(1, exc), message = str_interned("");
    if (excs && message) {
        Ref args[2] = {message, excs};
        *match = object_call((Ref)(is_exception(exc) && type_is_subtype(exc->type, Exception) ? ExceptionGroup : BaseExceptionGroup), args, 2, NULL);
        if (*match) exc_set_traceback(*match, ((const BaseExc *)exc)->traceback);
    }
    drop_x(excs);
    drop_x(message);
    *rest = none();
    if (*match) return 0;
    drop(*rest);
    return -1;
}

int eval_check_eg_match(Ref group, Ref type, Own *match, Own *rest) {
    if (!all_exception_classes(type))
        return raise_error(TypeError, "catching classes that do not inherit from BaseException is not allowed"), -1;
    if (catches_groups(type))
        return raise_error(TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead."), -1;
    if (group == NONE) {
        *match = none();
        *rest = none();
        return 0;
    }
    if (exc_matches(group, type)) {
        if (!type_is_subtype(group->type, BaseExceptionGroup)) return match_naked(group, match, rest);
        *match = own(group);
        *rest = none();
        return 0;
    }
    if (!type_is_subtype(group->type, BaseExceptionGroup)) {
        *match = none();
        *rest = own(group);
        return 0;
    }
    Ref args[1] = {type};
    Own split = attr_get(group, NAME_OF(split));
    Own pair = split ? object_call(split, args, 1, NULL) : NULL;
    drop_x(split);
    if (!pair) return -1;
    int failed = 0;
    if (!is_tuple(pair) || tuple_size(pair) < 2) {
        failed = -1;
        raise_error(TypeError, "%T.split must return a %s, not %T", group, is_tuple(pair) ? "2-tuple" : "tuple", pair);
    } else {
        *match = own(tuple_item(pair, 0));
        *rest = own(tuple_item(pair, 1));
    }
    drop(pair);
    return failed;
}

/* Did this exception come out of the except* clauses by a re-raise of the original (same traceback, context and cause)? */
static bool is_reraised(Ref exc, Ref original) {
    if (!type_is_subtype(exc->type, BaseExceptionGroup)) return exc == original;
    const BaseExc *a = (const BaseExc *)exc, *b = (const BaseExc *)original;
    return exc == original || (a->traceback == b->traceback && a->context == b->context && a->cause == b->cause && a->notes == b->notes);
}

/* Collects the leaves of an exception (group) into a set of ids: for the projection of the re-raised parts onto the original. */
static int add_leaves(Ref exc, Ref set) {
    if (!type_is_subtype(exc->type, BaseExceptionGroup)) {
        Own id = object_id(exc);
        int failed = id ? set_add(set, id) : -1;
        drop_x(id);
        return failed;
    }
    if (!enter_c(" in exception group projection")) return -1;
    Ref excs = ((const GroupExc *)exc)->excs;
    for (ssize_t i = 0; i < tuple_size(excs); i++)
        if (add_leaves(tuple_item(excs, i), set) < 0) return -1;
    return 0;
}

/* The part of the original whose leaves are in the set, with the original's nesting; *out NULL: nothing is left. */
static int project(Ref exc, Ref set, Own *out) {
    *out = NULL;
    if (!type_is_subtype(exc->type, BaseExceptionGroup)) {
        Own id = object_id(exc);
        int in = id ? set_contains(set, id) : -1;
        drop_x(id);
        if (in > 0) *out = own(exc);
        return in < 0 ? -1 : 0;
    }
    if (!enter_c(" in exception group projection")) return -1;
    Ref excs = ((const GroupExc *)exc)->excs;
    Own kept = list_new(0);
    if (!kept) return -1;
    for (ssize_t i = 0; i < tuple_size(excs); i++) {
        Own part;
        if (project(tuple_item(excs, i), set, &part) < 0 || (part && list_append_take(kept, part) < 0)) {
            drop(kept);
            return -1;
        }
    }
    int result = 0;
    if (list_size(kept)) {
        Own derive = attr_get(exc, NAME_OF(derive));
        *out = derive ? object_call1(derive, kept) : NULL;
        drop_x(derive);
        if (*out) {
            const BaseExc *from = (const BaseExc *)exc;
            exc_set_traceback(*out, from->traceback);
            exc_set_context_take(*out, own_x(from->context));
            exc_set_cause_take(*out, own_x(from->cause));
            ((BaseExc *)*out)->suppress_context = from->suppress_context;
        } else {
            result = -1;
        }
    }
    drop(kept);
    return result;
}

static Own group_of(Ref list) {
    Own message = str_interned("");
    if (!message) return NULL;
    Own group = object_call2((Ref)BaseExceptionGroup, message, list);
    drop(message);
    return group;
}

/* original: what except* was given; list: what its clauses raised or left over (None entries: nothing). */
Own eval_prep_reraise_star(Ref original, Ref list) {
    ssize_t n = list_size(list);
    if (n == 0) return none();
    if (!type_is_subtype(original->type, BaseExceptionGroup)) {
        /* a bare exception: caught whole, so at most one entry matters */
        for (ssize_t i = 0; i < n; i++)
            if (list_item(list, i) != NONE) return own(list_item(list, i));
        return none();
    }
    Own raised = list_new(0), leaves = set_new(NULL), result = NULL, rest = NULL;
    bool any_rest = false;
    if (!raised || !leaves) goto done;
    for (ssize_t i = 0; i < n; i++) {
        Ref exc = list_item(list, i);
        if (exc == NONE) continue;
        bool again = is_reraised(exc, original);
        if ((again ? add_leaves(exc, leaves) : list_append(raised, exc)) < 0) goto done;
        any_rest |= again;
    }
    if (any_rest && project(original, leaves, &rest) < 0) goto done;
    if (list_size(raised) == 0) {
        result = rest ? own(rest) : none();
    } else if (!rest || list_append(raised, rest) == 0) {
        result = group_of(raised);
    }
done:
    drop_x(raised);
    drop_x(leaves);
    drop_x(rest);
    return result;
}

/* PEP 479: StopIteration must not leave a generator by accident. *top: the exception, borrowed; gives the one to raise. */
Own eval_stop_iteration_error(Object **top, const Frame *f) {
    Object *exc = *top;
    int flags = f->func->code->flags;
    const char *message = NULL;
    if (exc_matches(exc, (Ref)StopIteration)) {
        message = flags & CODE_ASYNC_GENERATOR ? "async generator raised StopIteration"
                  : flags & CODE_COROUTINE     ? "coroutine raised StopIteration"
                                               : "generator raised StopIteration";
    } else if ((flags & CODE_ASYNC_GENERATOR) && exc_matches(exc, (Ref)StopAsyncIteration)) {
        message = "async generator raised StopAsyncIteration";
    }
    if (!message) return exc;
    raise_error(RuntimeError, "%s", message);
    Own error = err_take();
    exc_set_cause_take(error, own(exc));
    exc_set_context_take(error, exc); /* the stack's reference */
    return error;
}
