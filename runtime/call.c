/* call.c: calling objects of any type, with arguments in an array (keyword values last, their names in a tuple) or as *args and **kwargs.
 *
 * The array is lent: the callee must not change it and borrows what is in it. */
#include "runtime/object.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/typeattr.h"

enum { SMALL_CALL = 8 }; /* arguments that fit an array on the C stack */

/* Debug builds: a function fails exactly if it leaves an exception. */
static Own checked(Ref f, Own result) {
    if (!DEBUG_CHECKS || (result == NULL) == err_set()) return result;
    fprintf(stderr, "call of a %s: %s\n", f->type->head.name, result ? "a result with an exception set" : "failure without an exception");
    abort();
}

Own object_call(Ref f, Ref const *args, size_t nargs, Ref kwnames) {
    CallFn call = f->type->call;
    if (UNLIKELY(!call)) return raise_error(TypeError, "'%T' object is not callable", f);
    if (UNLIKELY(!enter_c(" while calling a Python object"))) return NULL;
    return checked(f, call(f, args, nargs, kwnames));
}

Own object_call0(Ref f) { return object_call(f, NULL, 0, NULL); }
Own object_call1(Ref f, Ref a) { return object_call(f, &a, 1, NULL); }
Own object_call2(Ref f, Ref a, Ref b) {
    Ref args[] = {a, b};
    return object_call(f, args, 2, NULL);
}
Own object_call3(Ref f, Ref a, Ref b, Ref c) {
    Ref args[] = {a, b, c};
    return object_call(f, args, 3, NULL);
}

/* --- with something in front --- */

Own call_with_first(Ref f, Ref first, Ref const *args, size_t nargs, Ref kwnames) {
    size_t total = nargs + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    Ref small[SMALL_CALL + 1], *all = small;
    if (total > SMALL_CALL && !(all = mem_alloc((total + 1) * sizeof *all))) return raise_memory();
    all[0] = first;
    if (total) memcpy(all + 1, args, total * sizeof *all);
    Own result = object_call(f, all, nargs + 1, kwnames);
    if (all != small) mem_free(all);
    return result;
}

Own object_call_method(Ref o, Ref name, size_t nargs, Ref const *args) {
    Own f;
    int unbound = attr_get_method(o, name, &f);
    if (unbound < 0) return NULL;
    Own result = unbound ? call_with_first(f, o, args, nargs, NULL) : object_call(f, args, nargs, NULL);
    drop(f);
    return result;
}

Own special_call(Ref found, Ref o, size_t nargs, Ref const *args) {
    Own f = own(found), result;
    if (LIKELY(type_has(f->type, TYPE_METHOD_DESCR) && nargs < SMALL_CALL)) {
        Ref all[SMALL_CALL] = {o};
        for (size_t i = 0; i < nargs; i++) all[i + 1] = args[i];
        result = object_call(f, all, nargs + 1, NULL);
    } else {
        DescrGetFn get = f->type->descr_get;
        if (get) obj_set(&f, get(f, o, (Ref)o->type));
        result = f ? object_call(f, args, nargs, NULL) : NULL;
    }
    drop_x(f);
    return result;
}

int object_call_special(Ref o, Ref name, size_t nargs, Ref const *args, Own *out) {
    Ref found = type_lookup(o->type, name);
    *out = NULL;
    if (!found) return 0;
    *out = special_call(found, o, nargs, args);
    return *out ? 1 : -1;
}

/* --- f(*args, **kwargs) --- */

/* Names of the keywords as a tuple; the values go to `values`, owned, since the callee may change the dict. */
static Own unpack_keywords(Ref kwargs, Ref *values) {
    ssize_t pos = 0, i = 0;
    Ref key, value;
    Hash hash;
    Own kwnames = tuple_new(dict_used(kwargs));
    if (!kwnames) return NULL;
    while (dict_next(kwargs, &pos, &key, &value, &hash)) {
        if (!is_str(key)) {
            while (i-- > 0) drop((Own)(uintptr_t)values[i]);
            drop(kwnames);
            return raise_error(TypeError, "keywords must be strings");
        }
        tuple_put_take(kwnames, i, own(key));
        values[i++] = own(value);
    }
    return kwnames;
}

static Own call_with_keywords(Ref f, Ref args, Ref kwargs) {
    size_t nargs = (size_t)tuple_size(args), nkw = (size_t)dict_used(kwargs);
    Ref small[SMALL_CALL], *all = small;
    if (nargs + nkw > SMALL_CALL && !(all = mem_alloc((nargs + nkw) * sizeof *all))) return raise_memory();
    Own result = NULL, kwnames = unpack_keywords(kwargs, all + nargs);
    if (kwnames) {
        memcpy(all, tuple_items(args), nargs * sizeof *all);
        result = object_call(f, all, nargs, kwnames);
        for (size_t i = 0; i < nkw; i++) drop((Own)(uintptr_t)all[nargs + i]);
        drop(kwnames);
    }
    if (all != small) mem_free(all);
    return result;
}

Own object_call_tuple(Ref f, Ref args, Ref kwargs) {
    if (kwargs && dict_used(kwargs)) return call_with_keywords(f, args, kwargs);
    return object_call(f, refs(tuple_items(args)), (size_t)tuple_size(args), NULL);
}
