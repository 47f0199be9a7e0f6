/* slotwrap.c: slots of built-in types as Python sees them: int.__add__ is a wrapper descriptor around the slot, (1).__add__ a method wrapper. And
 * the __new__ of built-in types, a built-in function whose self is the type. */
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/slots.h"
#include "runtime/strkind.h"
#include "runtime/typebuild.h"

static inline WrapperDescr *as_wrapper(Ref o) { return (WrapperDescr *)(uintptr_t)o; }
static inline Ref name_of(Ref o) { return names[as_wrapper(o)->row->name]; }

/* --- calling a slot by its kind --- */

/* One call of a wrapper, and how its arguments are checked. */
typedef struct WrappedCall {
    const WrapperDescr *w;
    Ref self;
    Ref const *args;
    size_t nargs;
    Ref kwnames;
} WrappedCall;

static int expect_exactly(const WrappedCall *c, size_t n) {
    if (c->nargs == n) return 0;
    return raise_error(TypeError, "expected %zu argument%s, got %zu", n, n == 1 ? "" : "s", c->nargs), -1;
}

/* CPython's text for these begins with a blank where a function's name would be. */
static int expect_range(const WrappedCall *c, size_t min, size_t max) {
    if (c->nargs >= min && c->nargs <= max) return 0;
    size_t bound = c->nargs < min ? min : max;
    const char *how = min == max ? "" : c->nargs < min ? "at least " : "at most ";
    return raise_error(TypeError, " expected %s%zu argument%s, got %zu", how, bound, bound == 1 ? "" : "s", c->nargs), -1;
}

static Own none_or_error(int result) { return result < 0 ? NULL : none(); }

/* object.__setattr__(C, ...) must not get around what a built-in metaclass forbids. */
static bool may_set(const WrappedCall *c) {
    const Type *t = c->self->type;
    while (t && type_has(t, TYPE_HEAP)) t = t->base;
    if (!t || !t->setattr || (SlotFn)t->setattr == c->w->function) return true;
    raise_error(TypeError, "can't apply this %S to %s object", names[c->w->row->name], t->head.name);
    return false;
}

static Own wrapped_attr(const WrappedCall *c) {
    int kind = c->w->row->kind;
    if (kind == SLOT_GETATTR) return expect_exactly(c, 1) ? NULL : ((BinaryFn)c->w->function)(c->self, c->args[0]);
    SetItemFn set = (SetItemFn)c->w->function;
    if (kind == SLOT_SETATTR ? expect_range(c, 2, 2) : expect_exactly(c, 1)) return NULL;
    if (!may_set(c)) return NULL;
    if (!is_str(c->args[0])) return raise_error(TypeError, "attribute name must be string, not '%T'", c->args[0]);
    Own name = str_exact(c->args[0]);
    if (!name) return NULL;
    str_intern(&name);
    int result = set(c->self, name, kind == SLOT_SETATTR ? c->args[1] : NULL);
    drop(name);
    return none_or_error(result);
}

static Own wrapped_pow(const WrappedCall *c) {
    bool reflected = c->w->row->kind == SLOT_REFLECTED_POW, modulo = c->nargs == 2 && c->args[1] != NONE;
    if (expect_range(c, 1, 2)) return NULL;
    Ref a = reflected ? c->args[0] : c->self, b = reflected ? c->self : c->args[0];
    if (!modulo) return ((BinaryFn)c->w->function)(a, b);
    TernaryFn pow3 = c->w->owner->pow3;
    return pow3 ? pow3(a, b, c->args[1]) : not_implemented();
}

static Own wrapped_next(const WrappedCall *c) {
    Own item = NULL;
    if (expect_exactly(c, 0)) return NULL;
    int found = ((NextFn)c->w->function)(c->self, &item);
    if (found == 0) return err_set() ? NULL : raise_stop_iteration(NULL);
    return found > 0 ? item : NULL;
}

static Own wrapped_descr(const WrappedCall *c) {
    if (c->w->row->kind != SLOT_DESCR_GET) {
        bool set = c->w->row->kind == SLOT_DESCR_SET;
        if (set ? expect_range(c, 2, 2) : expect_exactly(c, 1)) return NULL;
        return none_or_error(((SetItemFn)c->w->function)(c->self, c->args[0], set ? c->args[1] : NULL));
    }
    if (expect_range(c, 1, 2)) return NULL;
    Ref instance = c->args[0] == NONE ? NULL : c->args[0], owner = c->nargs < 2 || c->args[1] == NONE ? NULL : c->args[1];
    if (!instance && !owner) return raise_error(TypeError, "__get__(None, None) is invalid");
    return ((DescrGetFn)c->w->function)(c->self, instance, owner);
}

/* An index counted from the start; 0/-1. */
static int index_argument(const WrappedCall *c, ssize_t *i) {
    *i = index_as_ssize(c->args[0]);
    if (*i == -1 && err_set()) return -1;
    if (*i < 0 && c->self->type->len) {
        ssize_t length = c->self->type->len(c->self);
        if (length < 0) return -1;
        *i += length;
    }
    return 0;
}

static Own wrapped_item(const WrappedCall *c) {
    int kind = c->w->row->kind;
    ssize_t i;
    if (kind == SLOT_SET_ITEM ? expect_range(c, 2, 2) : expect_exactly(c, 1)) return NULL;
    if (kind == SLOT_REPEAT) {
        i = index_as_ssize(c->args[0]);
        return i == -1 && err_set() ? NULL : ((IndexFn)c->w->function)(c->self, i);
    }
    if (index_argument(c, &i)) return NULL;
    if (kind == SLOT_ITEM) return ((IndexFn)c->w->function)(c->self, i);
    return none_or_error(((SetIndexFn)c->w->function)(c->self, i, kind == SLOT_SET_ITEM ? c->args[1] : NULL));
}

static Own wrapped_key(const WrappedCall *c) {
    bool set = c->w->row->kind == SLOT_SET_KEY;
    if (set ? expect_range(c, 2, 2) : expect_exactly(c, 1)) return NULL;
    return none_or_error(((SetItemFn)c->w->function)(c->self, c->args[0], set ? c->args[1] : NULL));
}

static Own wrapped_contains(const WrappedCall *c) {
    if (expect_exactly(c, 1)) return NULL;
    int answer = ((ContainsFn)c->w->function)(c->self, c->args[0]);
    return answer < 0 ? NULL : bool_new(answer);
}

/* Without arguments. */
static Own wrapped_plain(const WrappedCall *c) {
    SlotFn function = c->w->function;
    if (expect_exactly(c, 0)) return NULL;
    if (c->w->row->kind == SLOT_UNARY) return ((UnaryFn)function)(c->self);
    if (c->w->row->kind == SLOT_HASH) {
        Hash hash = ((HashFn)function)(c->self);
        return hash == -1 ? NULL : int_new(hash);
    }
    if (c->w->row->kind == SLOT_TRUTH) {
        int truth = ((TestFn)function)(c->self);
        return truth < 0 ? NULL : bool_new(truth);
    }
    if (c->w->row->kind == SLOT_FINALIZE) {
        ((FinalizeFn)function)((Object *)(uintptr_t)c->self);
        return none();
    }
    ssize_t length = ((LenFn)function)(c->self);
    return length < 0 ? NULL : int_new(length);
}

static Own wrapped_call(const WrappedCall *c) {
    const SlotRow *row = c->w->row;
    SlotFn function = c->w->function;
    if (row->kind == SLOT_CALL) return ((CallFn)function)(c->self, c->args, c->nargs, c->kwnames);
    if (row->kind == SLOT_INIT) return none_or_error(((InitFn)function)(c->self, c->args, c->nargs, c->kwnames));
    if (c->kwnames && tuple_size(c->kwnames)) return raise_error(TypeError, "wrapper %S() takes no keyword arguments", names[row->name]);
    switch (row->kind) {
    case SLOT_KEY:
    case SLOT_BINARY: return expect_exactly(c, 1) ? NULL : ((BinaryFn)function)(c->self, c->args[0]);
    case SLOT_REFLECTED: return expect_exactly(c, 1) ? NULL : ((BinaryFn)function)(c->args[0], c->self);
    case SLOT_POW:
    case SLOT_REFLECTED_POW: return wrapped_pow(c);
    case SLOT_LT:
    case SLOT_LE:
    case SLOT_EQ:
    case SLOT_NE:
    case SLOT_GT:
    case SLOT_GE: return expect_exactly(c, 1) ? NULL : ((CompareFn)function)(c->self, c->args[0], (CmpOp)(row->kind - SLOT_LT));
    case SLOT_GETATTR:
    case SLOT_SETATTR:
    case SLOT_DELATTR: return wrapped_attr(c);
    case SLOT_NEXT: return wrapped_next(c);
    case SLOT_DESCR_GET:
    case SLOT_DESCR_SET:
    case SLOT_DESCR_DELETE: return wrapped_descr(c);
    case SLOT_ITEM:
    case SLOT_SET_ITEM:
    case SLOT_DELETE_ITEM:
    case SLOT_REPEAT: return wrapped_item(c);
    case SLOT_SET_KEY:
    case SLOT_DELETE_KEY: return wrapped_key(c);
    case SLOT_CONTAINS: return wrapped_contains(c);
    default: return wrapped_plain(c);
    }
}

static const char *signature_of_kind(int kind) {
    switch (kind) {
    case SLOT_BINARY:
    case SLOT_REFLECTED:
    case SLOT_LT:
    case SLOT_LE:
    case SLOT_EQ:
    case SLOT_NE:
    case SLOT_GT:
    case SLOT_GE:
    case SLOT_REPEAT: return "($self, value, /)";
    case SLOT_POW:
    case SLOT_REFLECTED_POW: return "($self, value, mod=None, /)";
    case SLOT_CALL:
    case SLOT_INIT: return "($self, /, *args, **kwargs)";
    case SLOT_GETATTR:
    case SLOT_DELATTR: return "($self, name, /)";
    case SLOT_SETATTR: return "($self, name, value, /)";
    case SLOT_DESCR_GET: return "($self, instance, owner=None, /)";
    case SLOT_DESCR_SET: return "($self, instance, value, /)";
    case SLOT_DESCR_DELETE: return "($self, instance, /)";
    case SLOT_SET_KEY:
    case SLOT_SET_ITEM: return "($self, key, value, /)";
    case SLOT_ITEM:
    case SLOT_KEY:
    case SLOT_DELETE_ITEM:
    case SLOT_DELETE_KEY:
    case SLOT_CONTAINS: return "($self, key, /)";
    default: return "($self, /)";
    }
}

/* --- wrapper descriptors --- */

Own wrapper_descr_new(Type *owner, const SlotRow *row, SlotFn function) {
    WrapperDescr *w = (WrapperDescr *)object_new_static(&wrapper_descr_type, sizeof(WrapperDescr), true);
    if (!w) return raise_memory();
    w->owner = as_type(own((Ref)owner));
    w->row = row;
    w->function = function;
    gc_track(&w->ob);
    return &w->ob;
}

static int wrapper_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_wrapper(self)->owner);
    return 0;
}

static void wrapper_dealloc(Object *self) {
    gc_untrack(self);
    CLEAR(as_wrapper(self)->owner);
    object_free_static(self, true);
}

static Own wrapper_repr(Ref self) {
    return format_text("<slot wrapper '%S' of '%s' objects>", name_of(self), as_wrapper(self)->owner->head.name);
}

static Own wrapper_call(Ref f, Ref const *args, size_t nargs, Ref kwnames) {
    const WrapperDescr *w = as_wrapper(f);
    const char *owner = w->owner->head.name;
    if (nargs == 0) return raise_error(TypeError, "descriptor '%S' of '%s' object needs an argument", name_of(f), owner);
    if (!object_is_a(args[0], w->owner))
        return raise_error(TypeError, "descriptor '%S' requires a '%s' object but received a '%T'", name_of(f), owner, args[0]);
    WrappedCall c = {w, args[0], args + 1, nargs - 1, kwnames};
    return wrapped_call(&c);
}

static Own method_wrapper_new(Ref wrapper, Ref self);

static Own wrapper_get(Ref descr, Ref instance, Ref owner) {
    (void)owner;
    const WrapperDescr *w = as_wrapper(descr);
    if (!instance) return own(descr);
    if (object_is_a(instance, w->owner)) return method_wrapper_new(descr, instance);
    return raise_error(TypeError, "descriptor '%S' for '%s' objects doesn't apply to a '%T' object", name_of(descr), w->owner->head.name, instance);
}

static Own wrapper_get_name(Ref self) { return own(name_of(self)); }
static Own wrapper_get_doc(Ref self) { return str_from_text(as_wrapper(self)->row->doc); }
static Own wrapper_get_signature(Ref self) { return str_from_text(signature_of_kind(as_wrapper(self)->row->kind)); }
static Own wrapper_get_qualname(Ref self) { return format_text("%s.%S", type_short_name(as_wrapper(self)->owner), name_of(self)); }

static const GetSet wrapper_getsets[] = {
    {"__name__", wrapper_get_name, NULL, NULL},
    {"__doc__", wrapper_get_doc, NULL, NULL},
    {"__qualname__", wrapper_get_qualname, NULL, NULL},
    {"__text_signature__", wrapper_get_signature, NULL, NULL},
    {0}};
static const Member wrapper_members[] = {{"__objclass__", MEMBER_OBJECT, offsetof(WrapperDescr, owner), true, NULL}, {0}};

Type wrapper_descr_type = {
    .head = {.ob = {1, &type_type},
             .name = "wrapper_descriptor",
             .basic_size = sizeof(WrapperDescr),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW | TYPE_METHOD_DESCR,
             .traverse = wrapper_traverse,
             .dealloc = wrapper_dealloc},
    .repr = wrapper_repr,
    .call = wrapper_call,
    .getattr = attr_get_generic,
    .descr_get = wrapper_get,
    .getsets = wrapper_getsets,
    .members = wrapper_members,
};

/* --- method wrappers --- */

typedef struct MethodWrapper {
    Object ob;
    Object *wrapper, *self; /* owned */
} MethodWrapper;

static inline MethodWrapper *as_method(Ref o) { return (MethodWrapper *)(uintptr_t)o; }

static Own method_wrapper_new(Ref wrapper, Ref self) {
    MethodWrapper *m = (MethodWrapper *)object_new_static(&method_wrapper_type, sizeof(MethodWrapper), true);
    if (!m) return raise_memory();
    m->wrapper = own(wrapper);
    m->self = own(self);
    gc_track(&m->ob);
    return &m->ob;
}

static int method_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_method(self)->wrapper);
    VISIT(as_method(self)->self);
    return 0;
}

static void method_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(as_method(self)->wrapper);
    CLEAR(as_method(self)->self);
    object_free_static(self, true);
    trash_end();
}

static Own method_repr(Ref o) {
    Ref self = as_method(o)->self;
    return format_text("<method-wrapper '%S' of %T object at %p>", name_of(as_method(o)->wrapper), self, (void *)(uintptr_t)self);
}

static Own method_call(Ref f, Ref const *args, size_t nargs, Ref kwnames) {
    WrappedCall c = {as_wrapper(as_method(f)->wrapper), as_method(f)->self, args, nargs, kwnames};
    return wrapped_call(&c);
}

static Own method_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || b->type != &method_wrapper_type) return not_implemented();
    bool equal = as_method(a)->wrapper == as_method(b)->wrapper && as_method(a)->self == as_method(b)->self;
    return bool_new(equal == (op == CMP_EQ));
}

static Hash method_hash(Ref o) {
    Hash hash = (Hash)((uintptr_t)as_method(o)->self >> 4 ^ (uintptr_t)as_method(o)->wrapper);
    return hash == -1 ? -2 : hash;
}

static Own method_get_name(Ref o) { return wrapper_get_name(as_method(o)->wrapper); }
static Own method_get_doc(Ref o) { return wrapper_get_doc(as_method(o)->wrapper); }
static Own method_get_qualname(Ref o) { return wrapper_get_qualname(as_method(o)->wrapper); }
static Own method_get_signature(Ref o) { return wrapper_get_signature(as_method(o)->wrapper); }
static Own method_get_objclass(Ref o) { return own((Ref)as_wrapper(as_method(o)->wrapper)->owner); }

static const GetSet method_getsets[] = {
    {"__objclass__", method_get_objclass, NULL, NULL},
    {"__name__", method_get_name, NULL, NULL},
    {"__qualname__", method_get_qualname, NULL, NULL},
    {"__doc__", method_get_doc, NULL, NULL},
    {"__text_signature__", method_get_signature, NULL, NULL},
    {0}};
static const Member method_members[] = {{"__self__", MEMBER_OBJECT, offsetof(MethodWrapper, self), true, NULL}, {0}};

Type method_wrapper_type = {
    .head = {.ob = {1, &type_type},
             .name = "method-wrapper",
             .basic_size = sizeof(MethodWrapper),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = method_traverse,
             .dealloc = method_dealloc},
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .getattr = attr_get_generic,
    .getsets = method_getsets,
    .members = method_members,
};

/* --- __new__ of built-in types --- */

static bool is_safe(const Type *t, Type *cls) {
    const Type *fixed = cls;
    while (fixed && fixed->new == slot_new_of_classes()) fixed = fixed->base;
    if (!fixed || fixed->new == t->new) return true;
    raise_error(TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", t->head.name, cls->head.name, fixed->head.name);
    return false;
}

static Own new_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Type *t = as_type(self);
    const char *name = t->head.name;
    if (nargs == 0) return raise_error(TypeError, "%s.__new__(): not enough arguments", name);
    if (!is_type(args[0])) return raise_error(TypeError, "%s.__new__(X): X is not a type object (%T)", name, args[0]);
    Type *cls = as_type(args[0]);
    if (type_ready(cls)) return NULL;
    if (!type_is_subtype(cls, t))
        return raise_error(TypeError, "%s.__new__(%s): %s is not a subtype of %s", name, cls->head.name, cls->head.name, name);
    return is_safe(t, cls) ? t->new(cls, args + 1, nargs - 1, kwnames) : NULL;
}

static const Method new_def = {"__new__($type, *args, **kwargs)", NULL, "Make an instance; see help(type) for the arguments.", 0, new_call};

Own new_wrapper(Type *t) { return builtin_new(&new_def, (Ref)t, NULL); }

Type *new_wrapper_type(Ref o) {
    const Builtin *b = (const Builtin *)o;
    return o->type == &builtin_type && b->def == &new_def ? as_type(b->self) : NULL;
}

/* --- all wrappers of a type --- */

int slot_wrappers_add(Type *t) {
    for (size_t i = 0; i < slot_rows_count; i++) {
        const SlotRow *row = &slot_rows[i];
        SlotFn function = *slot_field(t, row->offset);
        if (row->kind == SLOT_NONE || !function || (t->base && function == *slot_field(t->base, row->offset))) continue;
        if (dict_get_str((Ref)t->dict, names[row->name])) continue;
        Own wrapper = function == (SlotFn)hash_not_implemented ? none() : wrapper_descr_new(t, row, function);
        int bad = !wrapper || dict_set((Ref)t->dict, names[row->name], wrapper);
        drop_x(wrapper);
        if (bad) return -1;
    }
    if (!t->new || (t->base && t->new == t->base->new) || type_has(t, TYPE_NO_NEW)) return 0;
    return type_dict_add(t, "__new__", new_wrapper(t));
}
