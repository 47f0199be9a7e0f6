/* evalops.c: what the loop's handlers do when it takes more than a few lines: names, operators, unpacking, calls with stars. */
#include "vm/evalops.h"

#include "runtime/builtin.h"
#include "runtime/descr.h"
#include "runtime/exc.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "runtime/simple.h"
#include "runtime/super.h"

/* --- operators --- */

/* Arithmetic of a float with an int or a float, without the way through the slots; NULL and no exception: not this case. */
static Own mixed_float(int op, const Object *x, const Object *y) {
    double a, b;
    if (x->type == &float_type) a = ((const Float *)x)->value;
    else if (x->type == &int_type && ((const Int *)x)->size == 0) a = (double)((const Int *)x)->value;
    else return NULL;
    if (y->type == &float_type) b = ((const Float *)y)->value;
    else if (y->type == &int_type && ((const Int *)y)->size == 0) b = (double)((const Int *)y)->value;
    else return NULL;
    if (x->type == y->type && x->type == &int_type) return NULL;
    switch (op) {
    case OP_ADD: return float_new(a + b);
    case OP_SUB: return float_new(a - b);
    case OP_MUL: return float_new(a * b);
    case OP_TRUEDIV: return b == 0.0 ? NULL : float_new(a / b);
    default: return NULL;
    }
}

Own eval_binary(int c, Object *x, Object *y) {
    Own result = mixed_float(c & 15, x, y);
    if (result || err_set()) return result;
    return c & 16 ? object_inplace((BinOp)(c & 15), x, y) : object_binary((BinOp)(c & 15), x, y);
}

/* --- names --- */

/* NameError with the name as attribute. */
static Own raise_name(const char *format, Ref name) {
    raise_error(NameError, format, name);
    if (rt.exc && rt.exc->type == NameError) attr_set(rt.exc, NAME_OF(name), name) < 0 ? err_clear() : (void)0;
    return NULL;
}

static Own undefined(Ref name) { return raise_name("name '%S' is not defined", name); }

static Own lookup_builtin(Frame *f, Ref name) {
    Own value = NULL;
    int found = dict_get((Ref)f->func->builtins, name, &value);
    if (found == 0) return undefined(name);
    return value;
}

Own eval_load_global(Frame *f, Ref name) {
    Own value = NULL;
    int found = dict_get((Ref)f->func->globals, name, &value);
    if (found != 0) return value;
    return lookup_builtin(f, name);
}

/* names: a dict or any mapping (exec with a mapping as locals, __prepare__). 1, 0, -1. */
static int find_in_namespace(Ref names_, Ref name, Own *out) {
    if (is_exact_dict(names_)) return dict_get(names_, name, out);
    *out = object_subscript(names_, name);
    if (*out) return 1;
    if (!err_matches(KeyError)) return -1;
    err_clear();
    return 0;
}

Own eval_load_from_dict_or_globals(Frame *f, Ref names_, Ref name) {
    Own value = NULL;
    int found = find_in_namespace(names_, name, &value);
    if (found != 0) return value;
    return eval_load_global(f, name);
}

Own eval_load_name(Frame *f, Ref name) {
    if (!f->names) return raise_error(SystemError, "no locals when loading %R", name);
    return eval_load_from_dict_or_globals(f, f->names, name);
}

int eval_delete_name(Frame *f, Ref name) {
    if (!f->names) return raise_error(SystemError, "no locals when deleting %R", name), -1;
    if (is_exact_dict(f->names)) {
        int deleted = dict_del(f->names, name);
        if (deleted == 0) undefined(name);
        return deleted == 1 ? 0 : -1;
    }
    if (object_set_subscript(f->names, name, NULL) == 0) return 0;
    if (err_matches(KeyError)) {
        err_clear();
        undefined(name);
    }
    return -1;
}

int eval_delete_global(Frame *f, Ref name) {
    int deleted = dict_del((Ref)f->func->globals, name);
    if (deleted == 0) undefined(name);
    return deleted == 1 ? 0 : -1;
}

Own eval_raise_unbound(const Code *c, uint32_t slot) {
    Ref name = tuple_item((Ref)c->slot_names, slot);
    if (c->slot_kinds[slot] & LOCAL_FREE)
        return raise_name("cannot access free variable '%S' where it is not associated with a value in enclosing scope", name);
    return raise_error(UnboundLocalError, "cannot access local variable '%S' where it is not associated with a value", name);
}

Own eval_load_from_dict_or_deref(Frame *f, Ref names_, uint32_t slot) {
    const Code *c = f->func->code;
    Own value = NULL;
    int found = find_in_namespace(names_, tuple_item((Ref)c->slot_names, slot), &value);
    if (found != 0) return value;
    value = ((Cell *)f->locals[slot])->value;
    return value ? own(value) : eval_raise_unbound(c, slot);
}

int eval_setup_annotations(Frame *f) {
    Own there = NULL;
    int found = find_in_namespace(f->names, NAME_OF(dunder_annotations), &there);
    drop_x(there);
    if (found != 0) return found < 0 ? -1 : 0;
    Own made = dict_new();
    if (!made) return -1;
    int failed = object_set_subscript(f->names, NAME_OF(dunder_annotations), made);
    drop(made);
    return failed;
}

Own eval_load_build_class(Frame *f) {
    Own value = NULL;
    int found = dict_get((Ref)f->func->builtins, NAME_OF(dunder_build_class), &value);
    if (found == 0) return raise_error(NameError, "__build_class__ not found");
    return value;
}

/* --- calls --- */

/* "f() " for messages about a callable. */
static Own callable_text(Ref callable) {
    Own qualname = NULL;
    if (attr_find(callable, NAME_OF(dunder_qualname), &qualname) < 0) return NULL;
    if (!qualname) return object_str(callable);
    Own module = NULL, text = NULL;
    if (attr_find(callable, NAME_OF(dunder_module), &module) >= 0) {
        if (module && is_str(module) && !str_equals(module, "builtins")) text = format_text("%S.%S()", module, qualname);
        else text = format_text("%S()", qualname);
    }
    drop_x(module);
    drop(qualname);
    return text;
}

/* A star argument that cannot be unpacked. */
static void raise_star(Ref callable, const char *what, Ref value) {
    Own text = callable_text(callable);
    if (!text) return;
    raise_error(TypeError, "%S argument after %s, not %T", text, what, value);
    drop(text);
}

/* args and kwargs of a call as an exact tuple and an exact dict (or NULL); 0/-1. */
static int call_containers(Ref callable, Ref args, Ref kwargs, Own *positional, Own *named) {
    *named = NULL;
    *positional = NULL;
    if (is_exact_tuple(args)) *positional = own(args);
    else if (!args->type->iter && !args->type->item && !args->type->subscript) raise_star(callable, "* must be an iterable", args);
    else *positional = tuple_from_iterable(args);
    if (!*positional) return -1;
    if (!kwargs) return 0;
    *named = is_exact_dict(kwargs) ? own(kwargs) : dict_new();
    if (*named && (*named == kwargs || eval_dict_merge(*named, kwargs, callable) == 0)) return 0;
    drop_x(*named);
    drop(*positional);
    return -1;
}

Own eval_call_ex(Ref callable, Ref args, Ref kwargs_or_null) {
    Own positional, named;
    if (call_containers(callable, args, kwargs_or_null, &positional, &named) < 0) return NULL;
    Own result = object_call_tuple(callable, positional, named);
    drop(positional);
    drop_x(named);
    return result;
}

/* The values of a dict go to `to`, its keys into a new tuple. */
static Own spread_named(Ref dict, Object **to) {
    Own names_ = tuple_new(dict_used(dict));
    ssize_t pos = 0, n = 0;
    Ref key, value;
    Hash hash;
    while (names_ && dict_next(dict, &pos, &key, &value, &hash)) {
        tuple_put_take(names_, n, own(key));
        to[n++] = own(value);
    }
    return names_;
}

static bool all_strs(Ref dict) {
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    while (dict_next(dict, &pos, &key, &value, &hash))
        if (!is_str(key)) return false;
    return true;
}

ssize_t eval_spread(Frame *f, Object **base, Ref args, Ref kwargs_or_null, Own *kwnames) {
    Own positional, named;
    if (call_containers(base[0], args, kwargs_or_null, &positional, &named) < 0) return -1;
    ssize_t n = 0, n_positional = tuple_size(positional), n_named = named ? dict_used(named) : 0;
    Object **to = f->shared_top ? f->shared_top : base + 1;
    if (to + n_positional + n_named + 1 > frame_range_end) {
        raise_recursion("");
        n = -1;
    } else if (n_named && !all_strs(named)) {
        raise_error(TypeError, "keywords must be strings");
        n = -1;
    } else if (n_named && !(*kwnames = spread_named(named, to + n_positional + (base[0]->type == &bound_method_type)))) {
        n = -1;
    } else {
        if (base[0]->type == &bound_method_type) {
            BoundMethod *method = (BoundMethod *)base[0];
            to[n++] = own(method->self);
            base[0] = own(method->func);
            drop((Own)method);
        }
        for (ssize_t i = 0; i < n_positional; i++) to[n++] = own(tuple_item(positional, i));
        n += n_named;
    }
    drop(positional);
    drop_x(named);
    return n;
}

int eval_dict_merge(Ref dict, Ref mapping, Ref callable) {
    if (dict_merge(dict, mapping, 2) == 0) return 0;
    if (err_matches(AttributeError)) {
        err_clear();
        raise_star(callable, "** must be a mapping", mapping);
    } else if (err_matches(KeyError)) {
        Own exc = err_take();
        Ref args = ((BaseExc *)exc)->args;
        if (args && tuple_size(args) == 1) {
            Ref key = tuple_item(args, 0);
            Own text = callable_text(callable);
            if (text && is_str(key)) raise_error(TypeError, "%S got multiple values for keyword argument '%S'", text, key);
            else if (text) raise_error(TypeError, "%S keywords must be strings", text);
            drop_x(text);
            drop(exc);
        } else {
            err_restore_take(exc);
        }
    }
    return -1;
}

Own eval_make_function(Frame *f, Ref code) { return function_new((Code *)(uintptr_t)code, f->func->globals, NULL); }

int eval_set_function_attribute(Function *fn, uint32_t which, Own value) {
    switch (which) {
    case 1: obj_set(&fn->defaults, value); return 0;
    case 2: obj_set(&fn->kwdefaults, value); return 0;
    case 4: obj_set(&fn->annotations, value); return 0;
    case 8: obj_set(&fn->closure, value); return 0;
    case 16: obj_set(&fn->type_params, value); return 0;
    default: drop(value); return raise_error(SystemError, "unknown function attribute"), -1;
    }
}

/* 1: *out is a function that takes self; 0: it is the value. Where super is the builtin no super object is made. */
int eval_super_attr(Ref super, Ref cls, Ref self, Ref name, bool zero_arg, bool method, Own *out) {
    if (super == (Ref)&super_type && is_type(cls) && !str_equals(name, "__class__")) {
        bool unbound;
        int found = super_find((Type *)(uintptr_t)cls, self, name, out, &unbound);
        if (found < 0) return -1;
        if (unbound && !method) obj_set(out, (*out)->type->descr_get(*out, self, (Ref)self->type));
        if (found > 0) return *out ? unbound && method : -1;
    }
    Ref args[2] = {cls, self};
    Own object = object_call(super, args, zero_arg && super != (Ref)&super_type ? 0 : 2, NULL);
    if (!object) return -1;
    *out = attr_get(object, name);
    drop(object);
    return *out ? 0 : -1;
}

/* --- unpacking and building --- */

static int too_few(ssize_t want, ssize_t got, bool star) {
    raise_error(ValueError, "not enough values to unpack (expected %s%zd, got %zd)", star ? "at least " : "", want, got);
    return -1;
}

/* Fills end[-1], end[-2], ... with the next values of it; how many were found. -1: error, those found are dropped. */
static ssize_t unpack_front(Ref it, ssize_t n, Object **end) {
    for (ssize_t i = 0; i < n; i++) {
        Own item;
        int found = iter_next(it, &item);
        if (found > 0) {
            end[-1 - i] = item;
            continue;
        }
        for (ssize_t k = 0; k < i; k++) drop(end[-1 - k]);
        return found < 0 ? -1 : -2 - i;
    }
    return n;
}

static int unpack_star(Ref it, ssize_t n, ssize_t after, Object **end) {
    Own list = list_from_iterable(it);
    if (!list) return -1;
    ssize_t have = list_size(list);
    if (have < after) {
        drop(list);
        return too_few(n + after, n + have, true);
    }
    List *l = (List *)list;
    for (ssize_t i = 0; i < after; i++) end[-n - 2 - i] = l->items[have - after + i];
    l->size -= after;
    end[-n - 1] = list;
    return 0;
}

int eval_unpack(Ref iterable, ssize_t n, ssize_t after, Object **end) {
    if (!iterable->type->iter && !iterable->type->item && !iterable->type->subscript)
        return raise_error(TypeError, "cannot unpack non-iterable %T object", iterable), -1;
    Own it = object_iter(iterable);
    if (!it) return -1;
    int result = -1;
    ssize_t got = unpack_front(it, n, end);
    if (got < -1) {
        too_few(after < 0 ? n : n + after, -2 - got, after >= 0);
    } else if (got >= 0 && after >= 0) {
        result = unpack_star(it, n, after, end);
    } else if (got >= 0) {
        Own extra = NULL;
        int more = iter_next(it, &extra);
        if (more > 0) {
            drop(extra);
            raise_error(ValueError, "too many values to unpack (expected %zd)", n);
        }
        result = more == 0 ? 0 : -1;
    }
    if (result < 0 && got >= 0) {
        for (ssize_t i = 0; i < n; i++) drop(end[-1 - i]);
    }
    drop(it);
    return result;
}

Own eval_build_string(Object **items, ssize_t n) {
    StrWriter w = {0};
    ssize_t total = 0;
    uint32_t widest = 0;
    for (ssize_t i = 0; i < n; i++) {
        total += str_len(items[i]);
        uint32_t max = str_is_ascii(items[i]) ? 127 : str_kind(items[i]) == KIND_1 ? 255 : str_kind(items[i]) == KIND_2 ? 0xffff : 0x10ffff;
        if (max > widest) widest = max;
    }
    if (total && writer_reserve(&w, total, widest) < 0) return NULL;
    for (ssize_t i = 0; i < n; i++)
        if (writer_str(&w, items[i]) < 0) return NULL;
    return writer_finish(&w);
}

int eval_list_extend(Ref list, Ref iterable) {
    if (list_extend(list, iterable) == 0) return 0;
    if (err_matches(TypeError) && !iterable->type->iter && !iterable->type->item && !iterable->type->subscript) {
        err_clear();
        raise_error(TypeError, "Value after * must be an iterable, not %T", iterable);
    }
    return -1;
}

/* --- with --- */

static Own no_protocol(Ref manager, bool async, bool exit) {
    return raise_error(TypeError, "'%T' object does not support the %scontext manager protocol%s", manager, async ? "asynchronous " : "",
                       exit ? (async ? " (missed __aexit__ method)" : " (missed __exit__ method)") : "");
}

Own eval_with_enter(Ref manager, bool async, Own *exit) {
    Own enter = NULL, result = NULL;
    *exit = NULL;
    int found = attr_find_special(manager, async ? NAME_OF(dunder_aenter) : NAME_OF(dunder_enter), &enter);
    if (found <= 0) return found < 0 ? NULL : no_protocol(manager, async, false);
    found = attr_find_special(manager, async ? NAME_OF(dunder_aexit) : NAME_OF(dunder_exit), exit);
    if (found == 0) no_protocol(manager, async, true);
    if (found > 0) result = object_call0(enter);
    drop(enter);
    if (!result) {
        drop_x(*exit);
        *exit = NULL;
    }
    return result;
}

/* --- patterns --- */

static int match_attribute(Ref subject, Ref cls, Ref name, Object *seen, Own values, ssize_t at) {
    int twice = set_contains(seen, name);
    if (twice < 0) return -1;
    if (twice) return raise_error(TypeError, "%s() got multiple sub-patterns for attribute %R", ((const Type *)cls)->head.name, name), -1;
    if (set_add(seen, name) < 0) return -1;
    Own value = NULL;
    int found = attr_find(subject, name, &value);
    if (found > 0) tuple_put_take(values, at, value);
    return found;
}

/* Does a positional pattern match the subject itself? int, str and their like. */
static bool matches_self(const Type *t) {
    const uint32_t bits = TYPE_IS_INT | TYPE_IS_LIST | TYPE_IS_TUPLE | TYPE_IS_BYTES | TYPE_IS_STR | TYPE_IS_DICT;
    return (t->head.flags & bits) || type_is_subtype(t, &float_type) || type_is_subtype(t, &set_type) || type_is_subtype(t, &frozenset_type);
}

/* Matches the positional patterns through __match_args__; 1, 0, -1. */
static int match_positional(Ref subject, Ref cls, ssize_t n, Object *seen, Own values) {
    Own match_args = NULL;
    int result = 1, found = attr_find(cls, NAME_OF(dunder_match_args), &match_args);
    if (found < 0) return -1;
    const char *name = ((const Type *)cls)->head.name;
    ssize_t allowed = found ? (is_exact_tuple(match_args) ? tuple_size(match_args) : -1) : matches_self((const Type *)cls);
    if (allowed < 0) {
        raise_error(TypeError, "%s.__match_args__ must be a tuple (got %T)", name, match_args);
        result = -1;
    } else if (allowed < n) {
        raise_error(TypeError, "%s() accepts %zd positional sub-pattern%s (%zd given)", name, allowed, allowed == 1 ? "" : "s", n);
        result = -1;
    } else if (!found) {
        tuple_put_take(values, 0, own(subject));
    } else {
        for (ssize_t i = 0; i < n && result > 0; i++) {
            Ref attribute = tuple_item(match_args, i);
            if (!is_exact_str(attribute)) {
                raise_error(TypeError, "__match_args__ elements must be strings (got %T)", attribute);
                result = -1;
            } else {
                result = match_attribute(subject, cls, attribute, seen, values, i);
            }
        }
    }
    drop_x(match_args);
    return result;
}

Own eval_match_class(Ref subject, Ref cls, ssize_t positional, Ref names_) {
    if (!is_type(cls)) return raise_error(TypeError, "called match pattern must be a class");
    int is = object_isinstance(subject, cls);
    if (is <= 0) return is < 0 ? NULL : none();
    ssize_t n_names = tuple_size(names_);
    Own seen = set_new(NULL), values = seen ? tuple_new(positional + n_names) : NULL;
    int result = values ? 1 : -1;
    if (result > 0 && positional) result = match_positional(subject, cls, positional, seen, values);
    for (ssize_t i = 0; i < n_names && result > 0; i++)
        result = match_attribute(subject, cls, tuple_item(names_, i), seen, values, positional + i);
    drop_x(seen);
    if (result > 0) return values;
    drop_x(values);
    return result < 0 ? NULL : none();
}

Own eval_match_keys(Ref subject, Ref keys) {
    ssize_t n = tuple_size(keys);
    Own seen = set_new(NULL), values = seen ? tuple_new(n) : NULL, get = NULL, missing = NULL;
    int result = values ? 1 : -1;
    if (result > 0 && n) {
        get = attr_get(subject, NAME_OF(get));
        missing = get ? object_call0((Ref)&object_type) : NULL;
        if (!missing) result = -1;
    }
    for (ssize_t i = 0; i < n && result > 0; i++) {
        Ref key = tuple_item(keys, i);
        int twice = set_contains(seen, key);
        if (twice > 0) raise_error(ValueError, "mapping pattern checks duplicate key (%R)", key);
        if (twice != 0 || set_add(seen, key) < 0) {
            result = -1;
            break;
        }
        Own value = object_call2(get, key, missing);
        if (!value) {
            result = -1;
        } else if (value == missing) {
            drop(value);
            result = 0;
        } else {
            tuple_put_take(values, i, value);
        }
    }
    drop_x(seen);
    drop_x(get);
    drop_x(missing);
    if (result > 0) return values;
    drop_x(values);
    return result < 0 ? NULL : none();
}
