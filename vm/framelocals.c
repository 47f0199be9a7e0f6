/* framelocals.c: the variables of a frame as Python sees them (PEP 667): locals() gives a dict, a fresh snapshot; frame.f_locals of a function
 * gives a proxy that reads and writes the variables themselves. Modules and class bodies have a namespace, which is both, except while an
 * inlined comprehension of theirs runs: its variables lie in hidden slots, and are then what is seen.
 *
 * Order: the variables that are bound, by slot; then the names that the function does not have, which somebody put in through a proxy
 * (FrameObject.extra_locals). Nothing can be taken out. */
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/frame.h"

typedef struct LocalsProxy {
    Object ob;
    Object *frame; /* FrameObject, owned */
} LocalsProxy;

static inline FrameObject *frame_object_of(Ref self) { return (FrameObject *)((const LocalsProxy *)self)->frame; }
static inline const Frame *frame_of(Ref self) { return frame_object_of(self)->frame; }
static inline bool is_proxy(Ref o) { return o->type == &frame_locals_type; }

/* --- variables --- */

/* Where a variable's value is kept: in its slot or in the cell there. */
static Object **place_of(const Frame *f, int i) {
    Object *o = f->locals[i];
    bool in_cell = o && (f->func->code->slot_kinds[i] & (LOCAL_CELL | LOCAL_FREE)) && o->type == &cell_type;
    return in_cell ? &((Cell *)o)->value : &f->locals[i];
}

/* NULL: unbound. */
static Ref variable(const Frame *f, int i) { return *place_of(f, i); }

static Ref variable_name(const Frame *f, int i) { return tuple_item((Ref)f->func->code->slot_names, i); }

static bool is_wanted(const Frame *f, int i, bool to_write) {
    return to_write ? !(f->func->code->slot_kinds[i] & LOCAL_HIDDEN) : variable(f, i) != NULL;
}

enum { ABSENT = -1, FAILED = -2 };
/* The slot of a variable that is bound, or may be written to; ABSENT, or FAILED. */
static int find_slot(const Frame *f, Ref key, bool to_write) {
    int n = f->func->code->n_slots;
    for (int i = 0; i < n; i++) /* most keys are interned, as the names are */
        if (variable_name(f, i) == key && is_wanted(f, i, to_write)) return i;
    Hash hash = object_hash(key);
    if (hash == -1) return FAILED;
    for (int i = 0; i < n; i++) {
        Ref name = variable_name(f, i);
        if (str_hash(name) != hash || !is_wanted(f, i, to_write)) continue;
        int equal = object_compare_bool(name, key, CMP_EQ);
        if (equal) return equal < 0 ? FAILED : i;
    }
    return ABSENT;
}

/* Does an inlined comprehension of a module or class body run? */
static bool has_hidden(const Frame *f) {
    const Code *c = f->func->code;
    for (int i = 0; i < c->n_slots; i++)
        if ((c->slot_kinds[i] & LOCAL_HIDDEN) && variable(f, i)) return true;
    return false;
}

static int add_to_dict(Ref dict, const Frame *f, Ref extra_or_null) {
    for (int i = 0; i < f->func->code->n_slots; i++) {
        Ref value = variable(f, i);
        if (value && dict_set(dict, variable_name(f, i), value) < 0) return -1;
    }
    return extra_or_null ? dict_update(dict, extra_or_null) : 0;
}

static Own snapshot(const Frame *f, const FrameObject *fo) {
    Own dict = dict_new();
    if (dict && add_to_dict(dict, f, fo ? fo->extra_locals : NULL) < 0) CLEAR(dict);
    return dict;
}

Own frame_locals(Frame *f) {
    if (f->names && !has_hidden(f)) return own(f->names);
    return snapshot(f, f->object);
}

Own frame_locals_view(Ref frame_object) {
    const Frame *f = ((const FrameObject *)frame_object)->frame;
    if (f->names && !has_hidden(f)) return own(f->names);
    Own o = object_new_static(&frame_locals_type, sizeof(LocalsProxy), true);
    if (!o) return raise_memory();
    ((LocalsProxy *)o)->frame = own(frame_object);
    gc_track(o);
    return o;
}

static Own proxy_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (args_range("FrameLocalsProxy", nargs, NULL, 1, 1) < 0 || args_range("FrameLocalsProxy", nargs, kwnames, 1, 1) < 0) return NULL;
    if (args[0]->type != &frame_type) return raise_error(TypeError, "expect frame, not %T", args[0]);
    Own o = object_new_static(&frame_locals_type, sizeof(LocalsProxy), true);
    if (!o) return raise_memory();
    ((LocalsProxy *)o)->frame = own(args[0]);
    gc_track(o);
    return o;
}

/* --- reading and writing --- */

/* 1, 0, -1 */
static int proxy_find(Ref self, Ref key, Own *out) {
    const Frame *f = frame_of(self);
    int i = find_slot(f, key, false);
    if (i >= 0) {
        Ref value = variable(f, i); /* the comparison may have unbound it */
        if (value) *out = own(value);
        return value != NULL;
    }
    Ref extra = frame_object_of(self)->extra_locals;
    return i == FAILED ? -1 : extra ? dict_get(extra, key, out) : 0;
}

static int proxy_store(Ref self, Ref key, Ref value) {
    FrameObject *fo = frame_object_of(self);
    int i = find_slot(fo->frame, key, true);
    if (i == FAILED) return -1;
    if (i >= 0) {
        obj_set(place_of(fo->frame, i), own(value));
        return 0;
    }
    if (!fo->extra_locals && !(fo->extra_locals = dict_new())) return -1;
    return dict_set(fo->extra_locals, key, value);
}

static Own proxy_subscript(Ref self, Ref key) {
    Own value;
    int found = proxy_find(self, key, &value);
    if (found == 0) return raise_error(KeyError, "local variable '%R' is not defined", key);
    return found > 0 ? value : NULL;
}

static int proxy_set_subscript(Ref self, Ref key, Ref value) {
    if (!value) return raise_error(TypeError, "cannot remove variables from FrameLocalsProxy"), -1;
    return proxy_store(self, key, value);
}

static int proxy_contains(Ref self, Ref key) {
    Own value;
    int found = proxy_find(self, key, &value);
    if (found > 0) drop(value);
    return found;
}

static ssize_t proxy_len(Ref self) {
    const Frame *f = frame_of(self);
    Ref extra = frame_object_of(self)->extra_locals;
    ssize_t n = extra ? dict_used(extra) : 0;
    for (int i = 0; i < f->func->code->n_slots; i++) n += variable(f, i) != NULL;
    return n;
}

static Own proxy_dict(Ref self) { return snapshot(frame_of(self), frame_object_of(self)); }

/* Sets the variables as in a dict or another proxy: 1; 0: it is neither; -1. */
static int proxy_take(Ref self, Ref other) {
    if (!is_dict(other) && !is_proxy(other)) return 0;
    Own keys = list_from_iterable(other);
    for (ssize_t i = 0; keys && i < list_size(keys); i++) {
        Own value = object_subscript(other, list_item(keys, i));
        if (!value || proxy_store(self, list_item(keys, i), value) < 0) CLEAR(keys);
        drop_x(value);
    }
    drop_x(keys);
    return keys ? 1 : -1;
}

/* --- slots --- */

static Own proxy_repr(Ref self) {
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : str_from_text("{...}");
    Own dict = proxy_dict(self), text = dict ? object_repr(dict) : NULL;
    drop_x(dict);
    repr_leave(self);
    return text;
}

static Own proxy_compare(Ref a, Ref b, CmpOp op) {
    if (op != CMP_EQ && op != CMP_NE) return not_implemented();
    if (is_proxy(b)) return bool_new((frame_object_of(a) == frame_object_of(b)) == (op == CMP_EQ));
    if (!is_dict(b)) return bool_new(op == CMP_NE);
    Own dict = proxy_dict(a), result = dict ? object_compare(dict, b, op) : NULL;
    drop_x(dict);
    return result;
}

static Own proxy_or(Ref a, Ref b) {
    if ((!is_dict(a) && !is_proxy(a)) || (!is_dict(b) && !is_proxy(b))) return not_implemented();
    Own dict = dict_new();
    if (dict && (dict_update(dict, a) < 0 || dict_update(dict, b) < 0)) CLEAR(dict);
    return dict;
}

static Own proxy_ior(Ref a, Ref b) {
    int taken = proxy_take(a, b);
    return taken > 0 ? own(a) : taken < 0 ? NULL : not_implemented();
}

/* --- methods: lists, not views --- */

static Own listed(Ref self, Own (*list)(Ref)) {
    Own dict = proxy_dict(self), result = dict ? list(dict) : NULL;
    drop_x(dict);
    return result;
}
static Own proxy_m_keys(Ref self, Ref const *args) { return (void)args, listed(self, dict_keys_list); }
static Own proxy_m_values(Ref self, Ref const *args) { return (void)args, listed(self, dict_values_list); }
static Own proxy_m_items(Ref self, Ref const *args) { return (void)args, listed(self, dict_items_list); }
static Own proxy_m_copy(Ref self, Ref const *args) { return (void)args, proxy_dict(self); }

static Own proxy_iter(Ref self) {
    Own keys = listed(self, dict_keys_list), it = keys ? object_iter(keys) : NULL;
    drop_x(keys);
    return it;
}

static Own proxy_m_reversed(Ref self, Ref const *args) {
    Own keys = proxy_m_keys(self, args);
    if (keys && list_reverse(keys) < 0) CLEAR(keys);
    return keys;
}

static Own proxy_m_get(Ref self, Ref const *args) {
    Own value;
    int found = proxy_find(self, args[0], &value);
    if (found) return found > 0 ? value : NULL;
    return own(args[1] ? args[1] : NONE);
}

static Own proxy_m_setdefault(Ref self, Ref const *args) {
    Own value;
    int found = proxy_find(self, args[0], &value);
    if (found) return found > 0 ? value : NULL;
    Ref given = args[1] ? args[1] : NONE;
    return proxy_store(self, args[0], given) < 0 ? NULL : own(given);
}

static Own proxy_m_update(Ref self, Ref const *args) {
    int taken = proxy_take(self, args[0]);
    if (taken == 0) return raise_error(TypeError, "update() argument must be dict or another FrameLocalsProxy");
    return taken > 0 ? none() : NULL;
}

static const Method proxy_methods[] = {
    {"copy()", proxy_m_copy, "The variables as a dict.", 0, NULL},
    {"get(key, default=None, /)", proxy_m_get, "The value of the variable, or default.", 0, NULL},
    {"items()", proxy_m_items, "A list of (name, value).", 0, NULL},
    {"keys()", proxy_m_keys, "A list of the names.", 0, NULL},
    {"setdefault(key, default=None, /)", proxy_m_setdefault, "The value of the variable, which is set to default if it is unbound.", 0, NULL},
    {"update(object, /)", proxy_m_update, "Sets the variables that a dict or another proxy has.", 0, NULL},
    {"values()", proxy_m_values, "A list of the values.", 0, NULL},
    {"__reversed__()", proxy_m_reversed, "A list of the names from last to first.", 0, NULL},
    {0}};

static int proxy_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((LocalsProxy *)self)->frame);
    return 0;
}

static void proxy_dealloc(Object *self) {
    gc_untrack(self);
    drop(((LocalsProxy *)self)->frame);
    object_free_static(self, true);
}

Type frame_locals_type = {
    .head = {.ob = {1, &type_type}, .name = "FrameLocalsProxy", .basic_size = sizeof(LocalsProxy), .flags = TYPE_GC | TYPE_MAPPING,
             .traverse = proxy_traverse, .dealloc = proxy_dealloc},
    .doc = "The variables of a running function as a mapping that can be written to.",
    .new = proxy_new,
    .repr = proxy_repr,
    .compare = proxy_compare,
    .iter = proxy_iter,
    .len = proxy_len,
    .subscript = proxy_subscript,
    .set_subscript = proxy_set_subscript,
    .contains = proxy_contains,
    .binary = {[OP_OR] = proxy_or},
    .inplace = {[OP_OR] = proxy_ior},
    .methods = proxy_methods,
};
