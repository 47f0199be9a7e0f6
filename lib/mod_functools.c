/* mod_functools.c: the module _functools: partial, reduce, cmp_to_key. */
#include "lib/functools.h"

#include <string.h>

#include "lib/modules.h"
#include "runtime/dict.h"
#include "runtime/generic.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/weakref.h"

/* --- partial --- */

typedef struct Partial {
    Object ob;
    Object *function, *args, *keywords; /* owned: callable, tuple, dict */
    Object *dict, *weakrefs;
    void *unused;                       /* CPython's struct has a word more */
} Partial;

static Partial *as_partial(Ref o) { return (Partial *)(uintptr_t)o; }

/* The arguments of an inner partial go in front, unless it has attributes that would be lost. */
static Own merged_args(const Partial *inner, Ref const *args, ssize_t n) {
    ssize_t before = inner ? tuple_size(inner->args) : 0;
    Own all = before ? tuple_new(before + n) : tuple_from_array(args, n);
    for (ssize_t i = 0; all && i < before; i++) tuple_put_take(all, i, own(tuple_item(inner->args, i)));
    for (ssize_t i = 0; all && before && i < n; i++) tuple_put_take(all, before + i, own(args[i]));
    return all;
}

static Own merged_keywords(const Partial *inner, Ref const *values, Ref kwnames) {
    Own all = inner ? dict_copy(inner->keywords) : dict_new();
    for (ssize_t i = 0; all && kwnames && i < tuple_size(kwnames); i++)
        if (dict_set(all, tuple_item(kwnames, i), values[i]) < 0) CLEAR(all);
    return all;
}

static Own partial_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (nargs == 0) return raise_error(TypeError, "type 'partial' takes at least one argument");
    if (!object_is_callable(args[0])) return raise_error(TypeError, "the first argument must be callable");
    const Partial *inner = object_is_a(args[0], &partial_type) && !as_partial(args[0])->dict ? as_partial(args[0]) : NULL;
    Own all = merged_args(inner, args + 1, (ssize_t)nargs - 1), keywords = all ? merged_keywords(inner, args + nargs, kwnames) : NULL;
    Own self = keywords ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(all);
        drop_x(keywords);
        return NULL;
    }
    Partial *p = as_partial(self);
    p->function = own(inner ? (Ref)inner->function : args[0]);
    p->args = all;
    p->keywords = keywords;
    return self;
}

enum { FEW_ARGUMENTS = 8 };

/* Names and values of the partial's keywords that the call does not give itself, then those of the call. */
static Own call_names(const Partial *p, Ref kwnames, Ref const *given, Ref *values) {
    ssize_t n_given = kwnames ? tuple_size(kwnames) : 0, n = 0;
    Own list = list_new(0), names_tuple = NULL;
    Ref key, value;
    for (ssize_t pos = 0; list && dict_next(p->keywords, &pos, &key, &value, NULL);) {
        bool replaced = false;
        for (ssize_t i = 0; i < n_given && !replaced; i++) {
            replaced = is_str(key) && str_equal(key, tuple_item(kwnames, i));
            if (replaced) value = given[i];
        }
        values[n++] = value;
        if (list_append(list, key) < 0) CLEAR(list);
    }
    for (ssize_t i = 0; list && i < n_given; i++) {
        int known = dict_contains(p->keywords, tuple_item(kwnames, i));
        if (!known) values[n++] = given[i];
        if (known < 0 || (!known && list_append(list, tuple_item(kwnames, i)) < 0)) CLEAR(list);
    }
    if (list) names_tuple = list_as_tuple(list);
    drop_x(list);
    return names_tuple;
}

static Own call_merged(const Partial *p, Ref *all, Ref const *args, size_t nargs, Ref kwnames) {
    size_t before = (size_t)tuple_size(p->args);
    if (before) memcpy(all, tuple_items(p->args), before * sizeof *all);
    if (nargs) memcpy(all + before, args, nargs * sizeof *all);
    Ref *values = all + before + nargs;
    if (dict_used(p->keywords) == 0) {
        if (kwnames) memcpy(values, args + nargs, (size_t)tuple_size(kwnames) * sizeof *all);
        return object_call(p->function, all, before + nargs, kwnames);
    }
    Own names_tuple = call_names(p, kwnames, args + nargs, values), held = NULL, result = NULL;
    if (!names_tuple) return NULL;
    held = tuple_from_array(values, tuple_size(names_tuple)); /* the dict of keywords can be changed meanwhile */
    if (held) result = object_call(p->function, all, before + nargs, names_tuple);
    drop_x(held);
    drop(names_tuple);
    return result;
}

static Own partial_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    const Partial *p = as_partial(self);
    size_t total = (size_t)tuple_size(p->args) + nargs + (size_t)dict_used(p->keywords) + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    Ref few[FEW_ARGUMENTS], *all = few;
    if (total > FEW_ARGUMENTS && !(all = mem_alloc(total * sizeof *all))) return raise_memory();
    Own function = own(p->function), given = own(p->args), result = call_merged(p, all, args, nargs, kwnames); /* __setstate__ replaces them */
    drop(function);
    drop(given);
    if (all != few) mem_free(all);
    return result;
}

static int write_arguments(StrWriter *w, const Partial *p) {
    Ref key, value;
    if (writer_repr(w, p->function) < 0) return -1;
    for (ssize_t i = 0; i < tuple_size(p->args); i++)
        if (writer_ascii(w, ", ", 2) < 0 || writer_repr(w, tuple_item(p->args, i)) < 0) return -1;
    for (ssize_t pos = 0; dict_next(p->keywords, &pos, &key, &value, NULL);) {
        Own name = object_str(key), held = own(value);
        bool ok = name && writer_ascii(w, ", ", 2) == 0 && writer_str(w, name) == 0 && writer_char(w, '=') == 0 && writer_repr(w, held) == 0;
        drop_x(name);
        drop(held);
        if (!ok) return -1;
    }
    return 0;
}

static Own class_name(Ref self) {
    if (!type_has(self->type, TYPE_HEAP)) return str_from_text(self->type->head.name);
    Own module = attr_get((Ref)self->type, NAME_OF(dunder_module)), name = module ? attr_get((Ref)self->type, NAME_OF(dunder_qualname)) : NULL;
    Own text = name ? format_text("%S.%S", (Ref)module, (Ref)name) : NULL;
    drop_x(module);
    drop_x(name);
    return text;
}

static Own partial_repr(Ref self) {
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : str_from_ascii("...", 3);
    StrWriter w = {.overallocate = true};
    Own name = class_name(self), args = own(as_partial(self)->args), text = NULL;
    if (name && writer_str(&w, name) == 0 && writer_char(&w, '(') == 0 && write_arguments(&w, as_partial(self)) == 0 && writer_char(&w, ')') == 0)
        text = writer_finish(&w);
    drop_x(name);
    drop(args);
    repr_leave(self);
    return text;
}

static Own partial_get(Ref self, Ref instance, Ref owner) {
    (void)owner;
    if (instance && instance != NONE && rt.warn &&
        rt.warn(FutureWarning, "functools.partial will be a method descriptor in future Python versions; "
                               "wrap it in staticmethod() if you want to preserve the old behavior", 1) < 0)
        return NULL;
    return own(self);
}

/* (class, (function,), (function, args, keywords, attributes)) */
static Own partial_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const Partial *p = as_partial(self);
    Own given = tuple_pack(1, (Ref)p->function);
    Own state = tuple_pack(4, (Ref)p->function, (Ref)p->args, (Ref)p->keywords, p->dict ? (Ref)p->dict : NONE);
    Own result = given && state ? tuple_pack(3, (Ref)self->type, (Ref)given, (Ref)state) : NULL;
    drop_x(given);
    drop_x(state);
    return result;
}

static Own partial_m_setstate(Ref self, Ref const *args) {
    Partial *p = as_partial(self);
    Ref state = args[0];
    bool good = is_tuple(state) && tuple_size(state) == 4 && object_is_callable(tuple_item(state, 0)) && is_tuple(tuple_item(state, 1)) &&
                (tuple_item(state, 2) == NONE || is_dict(tuple_item(state, 2)));
    if (!good) return raise_error(TypeError, "invalid partial state");
    Own given = tuple_slice(tuple_item(state, 1), 0, tuple_size(tuple_item(state, 1)));
    Own keywords = !given ? NULL : tuple_item(state, 2) == NONE ? dict_new() : dict_copy(tuple_item(state, 2));
    if (!keywords) {
        drop_x(given);
        return NULL;
    }
    obj_set(&p->function, own(tuple_item(state, 0)));
    obj_set(&p->args, given);
    obj_set(&p->keywords, keywords);
    obj_set(&p->dict, tuple_item(state, 3) == NONE ? NULL : own(tuple_item(state, 3)));
    return none();
}

static Own get_dict(Ref self) {
    Ref dict = object_get_dict(self);
    return dict ? own(dict) : NULL;
}
static int set_dict(Ref self, Ref value) {
    if (!value) return raise_error(TypeError, "cannot delete __dict__"), -1;
    if (!is_dict(value)) return raise_error(TypeError, "__dict__ must be set to a dictionary, not a '%T'", value), -1;
    return instance_set_dict(self, value);
}

static int partial_traverse(Object *self, VisitFn visit, void *arg) {
    const Partial *p = as_partial(self);
    VISIT(p->function);
    VISIT(p->args);
    VISIT(p->keywords);
    VISIT(p->dict);
    return 0;
}

/* The fields must stay callable, tuple and dict for those who still call it; what can close a cycle goes. */
static int partial_clear(Object *self) {
    Partial *p = as_partial(self);
    Own empty = tuple_new(0);
    if (empty) obj_set(&p->args, empty);
    else err_clear();
    if (p->keywords) dict_clear(p->keywords);
    obj_set(&p->function, none());
    CLEAR(p->dict);
    return 0;
}

static void partial_dealloc(Object *self) {
    Partial *p = as_partial(self);
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    CLEAR(p->function);
    CLEAR(p->args);
    CLEAR(p->keywords);
    CLEAR(p->dict);
    object_free(self);
    trash_end();
}

static const Method partial_methods[] = {
    {"__reduce__()", partial_m_reduce, "How to make a copy."},
    {"__setstate__(state, /)", partial_m_setstate, "Take function, arguments, keywords and attributes from a tuple."},
    {"__class_getitem__(object, /)", class_m_getitem, "partial[int], for annotations.", METHOD_CLASS},
    {0}};
static const Member partial_members[] = {
    {"func", MEMBER_OBJECT, offsetof(Partial, function), true, "The function that is called."},
    {"args", MEMBER_OBJECT, offsetof(Partial, args), true, "The arguments that go in front of those of a call."},
    {"keywords", MEMBER_OBJECT, offsetof(Partial, keywords), true, "The keyword arguments that a call need not give."},
    {0}};
static const GetSet partial_getsets[] = {{"__dict__", get_dict, set_dict, "The attributes."}, {0}};

Type partial_type = {
    .head = {.ob = {1, &type_type},
             .name = "functools.partial",
             .basic_size = sizeof(Partial),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,
             .traverse = partial_traverse,
             .clear = partial_clear,
             .dealloc = partial_dealloc,
             .weaklist_offset = offsetof(Partial, weakrefs)},
    .doc = "partial(func, /, *args, **keywords): a function that calls func with these arguments in front of its own.",
    .dict_offset = offsetof(Partial, dict),
    .repr = partial_repr,
    .call = partial_call,
    .descr_get = partial_get,
    .new = partial_new,
    .methods = partial_methods,
    .members = partial_members,
    .getsets = partial_getsets,
};

/* --- reduce --- */

static Own functools_m_reduce(Ref self, Ref const *args) {
    (void)self;
    Own it = object_iter(args[1]), total = own_x(args[2]), item;
    if (!it) {
        if (err_matches(TypeError)) raise_error(TypeError, "reduce() arg 2 must support iteration");
        drop_x(total);
        return NULL;
    }
    int more;
    while ((more = iter_next(it, &item)) > 0) {
        if (!total) {
            total = item;
            continue;
        }
        Own next = object_call2(args[0], total, item);
        drop(item);
        drop(total);
        if (!(total = next)) break;
    }
    drop(it);
    if (more < 0) CLEAR(total);
    else if (more == 0 && !total) raise_error(TypeError, "reduce() of empty iterable with no initial value");
    return total;
}

/* --- cmp_to_key --- */

typedef struct KeyWrapper {
    Object ob;
    Object *compare, *value; /* owned; value NULL: the class-like thing that makes the others */
} KeyWrapper;
static Type key_type;

static Own key_new(Ref compare, Ref value_or_null) {
    Own self = instance_new(&key_type);
    if (!self) return NULL;
    ((KeyWrapper *)self)->compare = own(compare);
    ((KeyWrapper *)self)->value = own_x(value_or_null);
    return self;
}

static Own key_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref value;
    if (args_bind("K(obj)", args, nargs, kwnames, &value) < 0) return NULL;
    return key_new(((const KeyWrapper *)self)->compare, value);
}

static Own key_compare(Ref a, Ref b, CmpOp op) {
    const KeyWrapper *x = (const KeyWrapper *)a, *y = (const KeyWrapper *)b;
    if (b->type != &key_type) return raise_error(TypeError, "other argument must be K instance");
    if (!x->value || !y->value) return raise_error(AttributeError, "object");
    Own answer = object_call2(x->compare, x->value, y->value), zero = int_new(0);
    Own result = answer ? object_compare(answer, zero, op) : NULL;
    drop_x(answer);
    drop(zero);
    return result;
}

static Own functools_m_cmp_to_key(Ref self, Ref const *args) { return (void)self, key_new(args[0], NULL); }

static int key_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((KeyWrapper *)self)->compare);
    VISIT(((KeyWrapper *)self)->value);
    return 0;
}

static void key_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(((KeyWrapper *)self)->compare);
    CLEAR(((KeyWrapper *)self)->value);
    object_free(self);
    trash_end();
}

static int key_clear(Object *self) {
    CLEAR(((KeyWrapper *)self)->value);
    return 0;
}

static const Member key_members[] = {{"obj", MEMBER_OBJECT, offsetof(KeyWrapper, value), false, "The wrapped value."}, {0}};

static Type key_type = {
    .head = {.ob = {1, &type_type}, .name = "functools.KeyWrapper", .basic_size = sizeof(KeyWrapper), .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = key_traverse, .clear = key_clear, .dealloc = key_dealloc},
    .compare = key_compare,
    .call = key_call,
    .members = key_members,
};

/* --- the module --- */

static const Method functools_methods[] = {
    {"reduce(function, iterable, initial=<unrepresentable>, /)", functools_m_reduce,
     "function(function(function(initial, first), second), third) ...: one value from many."},
    {"cmp_to_key(mycmp)", functools_m_cmp_to_key, "A key function for sort from one that compares two values and gives a negative, zero or positive number."},
    {0}};

Own mod__functools_init(void) {
    Own module = modules_new("_functools", functools_methods);
    if (module && (module_add(module, "partial", own((Ref)&partial_type)) < 0 ||
                   module_add(module, "_lru_cache_wrapper", own((Ref)&lru_type)) < 0))
        CLEAR(module);
    return module;
}
