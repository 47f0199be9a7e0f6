/* mod_collections.c: the module _collections: defaultdict, and what Counter and namedtuple ask of C: counting the items of an iterable, and the
 * descriptor of a field. */
#include "lib/mod_collections.h"
#include "lib/modules.h"
#include "runtime/descr.h"
#include "runtime/dictkeys.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/simple.h"

/* --- defaultdict --- */

typedef struct DefaultDict {
    Dict d;
    Object *factory; /* owned or NULL */
} DefaultDict;

static DefaultDict *as_default(Ref o) { return (DefaultDict *)(uintptr_t)o; }

static Own missing(Ref self, Ref key) {
    Ref factory = as_default(self)->factory;
    if (!factory || factory == NONE) return raise_key(key);
    Own make = own(factory), value = object_call0(make);
    drop(make);
    if (value && object_set_subscript(self, key, value) < 0) CLEAR(value);
    return value;
}

static Own default_m_missing(Ref self, Ref const *args) { return missing(self, args[0]); }

/* A derived class may have another __missing__: dict asks it. */
static Own default_subscript(Ref self, Ref key) {
    if (self->type != &defaultdict_type) return dict_type.subscript(self, key);
    Own value;
    int found = dict_get(self, key, &value);
    if (LIKELY(found > 0)) return value;
    return found < 0 ? NULL : missing(self, key);
}

static int default_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (nargs && args[0] != NONE && !object_is_callable(args[0])) return raise_error(TypeError, "first argument must be callable or None"), -1;
    obj_set(&as_default(self)->factory, nargs && args[0] != NONE ? own(args[0]) : NULL);
    return dict_type.init(self, nargs ? args + 1 : args, nargs ? nargs - 1 : 0, kwnames);
}

static Own factory_repr(Ref self) {
    Ref factory = as_default(self)->factory;
    if (!factory) return own(NAME_OF(none_));
    Own held = own(factory), text = NULL;
    int entered = repr_enter(held);
    if (entered == 0) {
        text = object_repr(held);
        repr_leave(held);
    } else if (entered > 0) {
        text = str_from_ascii("...", 3);
    }
    drop(held);
    return text;
}

static Own default_repr(Ref self) {
    Own items = dict_type.repr(self), factory = items ? factory_repr(self) : NULL;
    Own text = factory ? format_text("%s(%S, %S)", type_name(self), (Ref)factory, (Ref)items) : NULL;
    drop_x(items);
    drop_x(factory);
    return text;
}

/* Of self's class, with its factory and the entries of `from`. */
static Own default_like(Ref self, Ref from) {
    Ref factory = as_default(self)->factory;
    return object_call2((Ref)self->type, factory ? factory : NONE, from);
}

static Own default_m_copy(Ref self, Ref const *args) {
    (void)args;
    return default_like(self, self);
}

static Own default_or(Ref a, Ref b) {
    bool left = object_is_a(a, &defaultdict_type);
    if (!is_dict(left ? b : a)) return not_implemented();
    Own result = default_like(left ? a : b, a);
    if (result && dict_update(result, b) < 0) CLEAR(result);
    return result;
}

/* (class, (factory,), None, None, iterator over the items) */
static Own default_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Ref factory = as_default(self)->factory;
    Own given = factory ? tuple_pack(1, factory) : tuple_new(0), items = NULL, it = NULL, result = NULL;
    if (given) items = object_call_method(self, NAME_OF(items), 0, NULL);
    if (items) it = object_iter(items);
    if (it) result = tuple_pack(5, (Ref)self->type, (Ref)given, NONE, NONE, (Ref)it);
    drop_x(given);
    drop_x(items);
    drop_x(it);
    return result;
}

static int default_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_default(self)->factory);
    return dict_traverse(self, visit, arg);
}

static int default_clear(Object *self) {
    CLEAR(as_default(self)->factory);
    return dict_clear_hook(self);
}

static void default_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(as_default(self)->factory);
    dict_dealloc(self);
    trash_end();
}

static const Method default_methods[] = {
    {"__missing__(key, /)", default_m_missing, "Called for a key that is not there: stores and gives what the factory makes; KeyError without one."},
    {"copy()", default_m_copy, "A new defaultdict with the same factory and entries."},
    {"__copy__()", default_m_copy, "A new defaultdict with the same factory and entries."},
    {"__reduce__()", default_m_reduce, "How to make a copy."},
    {"__class_getitem__(object, /)", class_m_getitem, "defaultdict[str, int], for annotations.", METHOD_CLASS},
    {0}};
static const Member default_members[] = {
    {"default_factory", MEMBER_OBJECT, offsetof(DefaultDict, factory), false, "Makes the value of a missing key, or None."},
    {0}};

Type defaultdict_type = {
    .head = {.ob = {1, &type_type},
             .name = "collections.defaultdict",
             .basic_size = sizeof(DefaultDict),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE | TYPE_IS_DICT | TYPE_MAPPING,
             .traverse = default_traverse,
             .clear = default_clear,
             .dealloc = default_dealloc},
    .doc = "defaultdict(default_factory=None, /, [...]): a dict that makes the value of a missing key by calling the factory when it is asked for "
           "as d[key]. The other arguments are those of dict.",
    .base = &dict_type,
    .repr = default_repr,
    .binary = {[OP_OR] = default_or},
    .subscript = default_subscript,
    .init = default_init,
    .methods = default_methods,
    .members = default_members,
};

/* --- counting --- */

/* In a dict: its own get and item assignment are as those of dict. */
static int count_in_dict(Ref dict, Ref item) {
    Object **place;
    int found = dict_find_place(dict, item, &place);
    if (found < 0) return -1;
    Own one = int_new(1);
    if (!found) {
        int result = dict_set(dict, item, one);
        drop(one);
        return result;
    }
    Ref old = *place;
    if (LIKELY(is_exact_int(old) && int_is_compact(old))) {
        Own value = int_new(int_value(old) + 1);
        drop(one);
        if (!value) return -1;
        obj_set(place, value);
        return 0;
    }
    Own before = own(old), value = object_binary(OP_ADD, before, one);
    int result = value ? dict_set(dict, item, value) : -1;
    drop(one);
    drop(before);
    drop_x(value);
    return result;
}

static int count_by_get(Ref mapping, Ref get, Ref item) {
    Own zero = int_new(0), one = int_new(1), before = object_call2(get, item, zero);
    Own value = before ? object_binary(OP_ADD, before, one) : NULL;
    int result = value ? object_set_subscript(mapping, item, value) : -1;
    drop(zero);
    drop(one);
    drop_x(before);
    drop_x(value);
    return result;
}

static Own collections_m_count(Ref self, Ref const *args) {
    (void)self;
    Ref mapping = args[0];
    bool plain = is_dict(mapping) && mapping->type->set_subscript == dict_type.set_subscript &&
                 type_lookup(mapping->type, NAME_OF(get)) == type_lookup(&dict_type, NAME_OF(get));
    Own it = object_iter(args[1]), get = NULL, item;
    int more = it ? 1 : -1;
    if (it && !plain && !(get = attr_get(mapping, NAME_OF(get)))) more = -1;
    while (more > 0 && (more = iter_next(it, &item)) > 0) {
        if ((plain ? count_in_dict(mapping, item) : count_by_get(mapping, get, item)) < 0) more = -1;
        drop(item);
    }
    drop_x(it);
    drop_x(get);
    return more < 0 ? NULL : none();
}

/* --- the fields of a namedtuple --- */

typedef struct TupleGetter {
    Object ob;
    ssize_t index;
    Object *doc; /* owned */
} TupleGetter;
static Type tuplegetter_type;

static const char tuplegetter_signature[] = "_tuplegetter(index, doc, /)";

static Own tuplegetter_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[2];
    if (args_bind(tuplegetter_signature, args, nargs, kwnames, out) < 0) return NULL;
    ssize_t index = index_as_ssize(out[0]);
    if (index == -1 && err_set()) return NULL;
    Own self = instance_new(cls);
    if (!self) return NULL;
    ((TupleGetter *)self)->index = index;
    ((TupleGetter *)self)->doc = own(out[1]);
    return self;
}

static Own tuplegetter_get(Ref self, Ref instance, Ref owner) {
    (void)owner;
    ssize_t index = ((const TupleGetter *)self)->index;
    if (!instance || (instance == NONE && owner == (Ref)&none_type)) return own(self);
    if (!is_tuple(instance))
        return raise_error(TypeError, "descriptor for index '%zd' for tuple subclasses doesn't apply to '%T' object", index, instance);
    if ((size_t)index >= (size_t)tuple_size(instance)) return raise_error(IndexError, "tuple index out of range");
    return own(tuple_item(instance, index));
}

static int tuplegetter_set(Ref self, Ref instance, Ref value) {
    (void)self, (void)instance;
    return raise_error(AttributeError, value ? "can't set attribute" : "can't delete attribute"), -1;
}

static Own tuplegetter_repr(Ref self) {
    const TupleGetter *t = (const TupleGetter *)self;
    return format_text("%s(%zd, %R)", type_name(self), t->index, (Ref)t->doc);
}

static Own tuplegetter_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const TupleGetter *t = (const TupleGetter *)self;
    Own index = int_new(t->index), given = index ? tuple_pack(2, (Ref)index, (Ref)t->doc) : NULL;
    Own result = given ? tuple_pack(2, (Ref)self->type, (Ref)given) : NULL;
    drop_x(index);
    drop_x(given);
    return result;
}

static int tuplegetter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((TupleGetter *)self)->doc);
    return 0;
}

static int tuplegetter_clear(Object *self) {
    CLEAR(((TupleGetter *)self)->doc);
    return 0;
}

static void tuplegetter_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    tuplegetter_clear(self);
    object_free(self);
    trash_end();
}

static const Method tuplegetter_methods[] = {{"__reduce__()", tuplegetter_m_reduce, "How to make a copy."}, {0}};
static const Member tuplegetter_members[] = {{"__doc__", MEMBER_OBJECT, offsetof(TupleGetter, doc), false, NULL}, {0}};

static Type tuplegetter_type = {
    .head = {.ob = {1, &type_type},
             .name = "collections._tuplegetter",
             .basic_size = sizeof(TupleGetter),
             .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = tuplegetter_traverse,
             .clear = tuplegetter_clear,
             .dealloc = tuplegetter_dealloc},
    .signature = tuplegetter_signature,
    .repr = tuplegetter_repr,
    .descr_get = tuplegetter_get,
    .descr_set = tuplegetter_set,
    .new = tuplegetter_new,
    .methods = tuplegetter_methods,
    .members = tuplegetter_members,
};

/* --- the module --- */

static const Method collections_methods[] = {
    {"_count_elements(mapping, iterable, /)", collections_m_count, "Add 1 to mapping[item] for each item, as if those not there were 0."},
    {0}};

Own mod__collections_init(void) {
    static const struct { const char *name; Type *type; } types[] = {
        {"deque", &deque_type}, {"_deque_iterator", &deque_iter_type}, {"_deque_reverse_iterator", &deque_reverse_iter_type},
        {"defaultdict", &defaultdict_type}, {"OrderedDict", &ordered_dict_type}, {"_tuplegetter", &tuplegetter_type}};
    if (type_ready(&defaultdict_type) < 0 || ordered_dict_init() < 0) return NULL;
    Own module = modules_new("_collections", collections_methods);
    for (size_t i = 0; module && i < sizeof types / sizeof *types; i++)
        if (module_add(module, types[i].name, own((Ref)types[i].type)) < 0) CLEAR(module);
    return module;
}
