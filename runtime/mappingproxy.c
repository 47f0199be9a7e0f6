/* mappingproxy.c: a read-only view of a mapping: what C.__dict__ gives. */
#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/intern.h"

typedef struct MappingProxy {
    Object ob;
    Object *mapping; /* owned */
} MappingProxy;

static inline Ref mapping_of(Ref o) { return ((const MappingProxy *)o)->mapping; }

Own mappingproxy_new(Ref mapping) {
    MappingProxy *p = (MappingProxy *)object_new_static(&mappingproxy_type, sizeof(MappingProxy), true);
    if (!p) return raise_memory();
    p->mapping = own(mapping);
    gc_track(&p->ob);
    return &p->ob;
}

static Own proxy_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[1];
    (void)cls;
    if (args_bind("mappingproxy(mapping)", args, nargs, kwnames, out)) return NULL;
    if (!out[0]->type->subscript || is_list(out[0]) || is_tuple(out[0]))
        return raise_error(TypeError, "mappingproxy() argument must be a mapping, not %T", out[0]);
    return mappingproxy_new(out[0]);
}

/* --- slots --- */

static Own proxy_repr(Ref self) { return format_text("mappingproxy(%R)", mapping_of(self)); }
static Own proxy_str(Ref self) { return object_str(mapping_of(self)); }
static Hash proxy_hash(Ref self) { return enter_c(NULL) ? object_hash(mapping_of(self)) : -1; }
static Own proxy_compare(Ref a, Ref b, CmpOp op) { return object_compare(mapping_of(a), b, op); }
static Own proxy_iter(Ref self) { return object_iter(mapping_of(self)); }
static ssize_t proxy_len(Ref self) { return object_len(mapping_of(self)); }
static Own proxy_subscript(Ref self, Ref key) { return object_subscript(mapping_of(self), key); }
static int proxy_contains(Ref self, Ref key) { return object_contains(mapping_of(self), key); }

static Own proxy_or(Ref a, Ref b) {
    Ref left = a->type == &mappingproxy_type ? mapping_of(a) : a, right = b->type == &mappingproxy_type ? mapping_of(b) : b;
    return object_binary(OP_OR, left, right);
}

static Own proxy_ior(Ref a, Ref b) {
    (void)b;
    return raise_error(TypeError, "'|=' is not supported by %T; use '|' instead", a);
}

/* --- methods: the mapping's own --- */

static Own proxy_m_get(Ref self, Ref const *args) {
    Ref both[] = {args[0], args[1] ? args[1] : NONE};
    return object_call_method(mapping_of(self), NAME_OF(get), 2, both);
}
static Own ask(Ref self, Ref name) { return object_call_method(mapping_of(self), name, 0, NULL); }
static Own proxy_m_keys(Ref self, Ref const *args) { return (void)args, ask(self, NAME_OF(keys)); }
static Own proxy_m_values(Ref self, Ref const *args) { return (void)args, ask(self, NAME_OF(values)); }
static Own proxy_m_items(Ref self, Ref const *args) { return (void)args, ask(self, NAME_OF(items)); }
static Own proxy_m_copy(Ref self, Ref const *args) { return (void)args, ask(self, NAME_OF(copy)); }
static Own proxy_m_reversed(Ref self, Ref const *args) { return (void)args, ask(self, NAME_OF(dunder_reversed)); }

static const Method proxy_methods[] = {
    {"get(key, default=None, /)", proxy_m_get, "The value for key, or default."},
    {"keys()", proxy_m_keys, "The keys of the mapping."},
    {"values()", proxy_m_values, "The values of the mapping."},
    {"items()", proxy_m_items, "The pairs of the mapping."},
    {"copy()", proxy_m_copy, "A shallow copy of the mapping."},
    {"__reversed__()", proxy_m_reversed, "The keys from last to first."},
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS},
    {0}};

static int proxy_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((MappingProxy *)self)->mapping);
    return 0;
}

static void proxy_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(((MappingProxy *)self)->mapping);
    object_free_static(self, true);
    trash_end();
}

Type mappingproxy_type = {
    .head = {.ob = {1, &type_type},
             .name = "mappingproxy",
             .basic_size = sizeof(MappingProxy),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_MAPPING,
             .traverse = proxy_traverse,
             .dealloc = proxy_dealloc},
    .doc = "A view of a mapping that cannot be written through.",
    .repr = proxy_repr,
    .str = proxy_str,
    .hash = proxy_hash,
    .compare = proxy_compare,
    .iter = proxy_iter,
    .new = proxy_new,
    .signature = "mappingproxy(mapping)",
    .binary = {[OP_OR] = proxy_or},
    .inplace = {[OP_OR] = proxy_ior},
    .len = proxy_len,
    .subscript = proxy_subscript,
    .contains = proxy_contains,
    .methods = proxy_methods,
};
