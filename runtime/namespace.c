/* namespace.c: types.SimpleNamespace: attributes and nothing else. */
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"

typedef struct Namespace {
    Object ob;
    Object *dict; /* owned; made with the object */
} Namespace;

static inline Namespace *as_namespace(Ref o) { return (Namespace *)(uintptr_t)o; }

static Own namespace_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Own self = instance_new(cls);
    if (self && !(as_namespace(self)->dict = dict_new())) CLEAR(self);
    return self;
}

/* A mapping, or pairs, with str keys. */
static int take_mapping(Ref self, Ref mapping) {
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    Own given = is_exact_dict(mapping) ? own(mapping) : dict_new();
    if (!given || (given != mapping && dict_update(given, mapping))) goto fail;
    while (dict_next(given, &pos, &key, &value, &hash))
        if (!is_str(key)) {
            raise_error(TypeError, "keywords must be strings");
            goto fail;
        }
    if (dict_update(as_namespace(self)->dict, given)) goto fail;
    drop(given);
    return 0;
fail:
    drop_x(given);
    return -1;
}

static int namespace_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (args_range(type_name(self), nargs, NULL, 0, 1)) return -1;
    if (nargs && take_mapping(self, args[0])) return -1;
    for (ssize_t i = 0; kwnames && i < tuple_size(kwnames); i++)
        if (dict_set(as_namespace(self)->dict, tuple_item(kwnames, i), args[nargs + (size_t)i])) return -1;
    return 0;
}

static int write_items(StrWriter *w, Ref items) {
    bool first = true;
    for (ssize_t i = 0; i < list_size(items); i++) {
        Ref key = tuple_item(list_item(items, i), 0), value = tuple_item(list_item(items, i), 1);
        if (!is_str(key) || str_len(key) == 0) continue;
        if ((!first && writer_ascii(w, ", ", 2)) || writer_str(w, key) || writer_char(w, '=') || writer_repr(w, value)) return -1;
        first = false;
    }
    return 0;
}

static Own namespace_repr(Ref self) {
    const char *name = self->type == &simple_namespace_type ? "namespace" : type_name(self);
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : format_text("%s(...)", name);
    StrWriter w = {.overallocate = true};
    Own items = dict_items_list(as_namespace(self)->dict), text = NULL;
    if (items && writer_ascii(&w, name, (ssize_t)strlen(name)) == 0 && writer_char(&w, '(') == 0 && write_items(&w, items) == 0 &&
        writer_char(&w, ')') == 0)
        text = writer_finish(&w);
    drop_x(items);
    repr_leave(self);
    return text;
}

static Own namespace_compare(Ref a, Ref b, CmpOp op) {
    if (!object_is_a(a, &simple_namespace_type) || !object_is_a(b, &simple_namespace_type)) return not_implemented();
    return object_compare(as_namespace(a)->dict, as_namespace(b)->dict, op);
}

static Own namespace_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Own none_args = tuple_new(0), result = none_args ? tuple_pack(3, (Ref)self->type, (Ref)none_args, (Ref)as_namespace(self)->dict) : NULL;
    drop_x(none_args);
    return result;
}

static Own namespace_m_replace(Ref self, Ref const *args) {
    Own copy = object_call0((Ref)self->type);
    if (copy && object_is_a(copy, &simple_namespace_type) &&
        (dict_update(as_namespace(copy)->dict, as_namespace(self)->dict) || dict_update(as_namespace(copy)->dict, args[0])))
        CLEAR(copy);
    return copy;
}

static int namespace_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_namespace(self)->dict);
    return 0;
}

static int namespace_clear(Object *self) {
    CLEAR(as_namespace(self)->dict);
    return 0;
}

static void namespace_dealloc(Object *self) {
    gc_untrack(self);
    CLEAR(as_namespace(self)->dict);
    object_free(self);
}

static const Method namespace_methods[] = {
    {"__reduce__()", namespace_m_reduce, NULL},
    {"__replace__(**changes)", namespace_m_replace, "A copy with some attributes changed."},
    {0}};
static const Member namespace_members[] = {{"__dict__", MEMBER_OBJECT, offsetof(Namespace, dict), true, NULL}, {0}};

Type simple_namespace_type = {
    .head = {.ob = {1, &type_type},
             .name = "types.SimpleNamespace",
             .basic_size = sizeof(Namespace),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,
             .traverse = namespace_traverse,
             .clear = namespace_clear,
             .dealloc = namespace_dealloc},
    .doc = "An object with the attributes that it is made with.",
    .repr = namespace_repr,
    .compare = namespace_compare,
    .new = namespace_new,
    .init = namespace_init,
    .signature = "SimpleNamespace(mapping_or_iterable=(), /, **kwargs)",
    .dict_offset = offsetof(Namespace, dict),
    .methods = namespace_methods,
    .members = namespace_members,
};
