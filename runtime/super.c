/* super.c: super: attributes from the classes that follow a given one in the MRO of an instance's class. */
#include "runtime/super.h"

#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"

typedef struct Super {
    Object ob;
    Type *start;      /* the search begins behind it; owned or NULL */
    Object *obj;      /* instance, or class for class methods; owned or NULL: unbound */
    Type *obj_type;   /* whose MRO; owned or NULL */
} Super;

static inline Super *as_super(Ref o) { return (Super *)(uintptr_t)o; }

/* The class whose MRO counts: obj itself if it is a subclass of start, else its type, or what it claims to be. Owned. */
static Type *checked_type(Type *start, Ref obj) {
    Own claimed = NULL;
    if (is_type(obj) && type_is_subtype(as_type(obj), start)) return as_type(own(obj));
    if (object_is_a(obj, start)) return as_type(own((Ref)obj->type));
    if (attr_find(obj, NAME_OF(dunder_class), &claimed) < 0) return NULL;
    if (claimed && is_type(claimed) && claimed != (Ref)obj->type && type_is_subtype(as_type(claimed), start)) return as_type(claimed);
    drop_x(claimed);
    const char *kind = is_type(obj) ? "type" : "instance of";
    const char *name = is_type(obj) ? as_type(obj)->head.name : obj->type->head.name;
    raise_error(TypeError, "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", kind, name, start->head.name);
    return NULL;
}

/* The first entry of that name behind start; borrowed. */
static Ref entry_after(const Type *start, const Type *t, Ref name) {
    Ref mro = (Ref)t->mro;
    ssize_t i = 0, n = mro ? tuple_size(mro) : 0;
    while (i < n && tuple_item(mro, i) != (Ref)start) i++;
    for (i++; i < n; i++) {
        const Type *cls = as_type(tuple_item(mro, i));
        Ref found = cls->dict ? dict_get_str((Ref)cls->dict, name) : NULL;
        if (found) return found;
    }
    return NULL;
}

/* --- what was found before ---
 *
 * (version of the class whose MRO it is, start, name) -> entry. The entry is borrowed: as long as the version is valid, so is the MRO with all its
 * dicts, and start, being part of it, is alive. */
typedef struct SuperEntry {
    const Object *name; /* interned, borrowed */
    Hash hash;
    const Type *start;
    const Object *value;
    uint32_t version; /* 0: empty */
} SuperEntry;
enum { SUPER_CACHE = STRESS ? 4 : 256 };
static SuperEntry cache[SUPER_CACHE];

static inline SuperEntry *cache_entry(uint32_t version, const Type *start, Ref name) {
    size_t mixed = version ^ ((uintptr_t)start >> 5) ^ (size_t)((const Str *)name)->hash;
    return &cache[mixed & (SUPER_CACHE - 1)];
}

static inline Ref cached(const Type *t, const Type *start, Ref name) {
    const SuperEntry *e = cache_entry(t->version, start, name);
    bool hit = e->version == t->version && e->version && e->name == name && e->start == start && e->hash == ((const Str *)name)->hash;
    return hit ? (Ref)(uintptr_t)e->value : NULL;
}

static void remember(Type *t, const Type *start, Ref name, Ref value) {
    if (((const Str *)name)->interned && type_version(t))
        *cache_entry(t->version, start, name) = (SuperEntry){name, str_hash(name), start, value, t->version};
}

/* obj_type's own MRO; *out owned. */
static int hand_out(Ref found, Ref obj, Type *obj_type, Own *out, bool *unbound) {
    DescrGetFn get = found->type->descr_get;
    bool of_class = obj == (Ref)obj_type;
    *out = own(found);
    if (!of_class && type_has(found->type, TYPE_METHOD_DESCR)) *unbound = true;
    else if (get) obj_set(out, get(*out, of_class ? NULL : obj, (Ref)obj_type));
    return *out ? 1 : -1;
}

static int find(Type *start, Ref obj, Type *obj_type, Ref name, Own *out, bool *unbound) {
    Ref found = type_ready(obj_type) ? NULL : entry_after(start, obj_type, name);
    *out = NULL;
    *unbound = false;
    if (!found) return err_set() ? -1 : 0;
    remember(obj_type, start, name, found);
    return hand_out(found, obj, obj_type, out, unbound);
}

int super_find(Type *start, Ref self, Ref name, Own *out, bool *unbound) {
    *out = NULL;
    *unbound = false;
    if (!is_exact_str(name)) return 0;
    Type *t = is_type(self) ? as_type(self) : self->type;
    Ref known = cached(t, start, name);
    if (LIKELY(known != NULL)) return hand_out(known, self, t, out, unbound);
    t = checked_type(start, self);
    if (!t) return -1;
    int result = find(start, self, t, name, out, unbound);
    drop((Own)t);
    return result;
}

/* --- the object --- */

static Own super_getattr(Ref self, Ref name) {
    Super *s = as_super(self);
    Own value = NULL;
    bool unbound = false;
    if (!s->obj || !is_exact_str(name) || str_equals(name, "__class__")) return attr_get_generic(self, name);
    int found = find(s->start, s->obj, s->obj_type, name, &value, &unbound);
    if (found == 0) return attr_get_generic(self, name);
    if (unbound) obj_set(&value, value->type->descr_get(value, s->obj, (Ref)s->obj_type));
    return value;
}

static void set_all(Super *s, Type *start, Ref obj, Type *obj_type_take) {
    Object *old[] = {(Object *)s->start, s->obj, (Object *)s->obj_type};
    s->start = as_type(own((Ref)start));
    s->obj = own_x(obj);
    s->obj_type = obj_type_take;
    for (int i = 0; i < 3; i++) drop_x(old[i]);
}

static int init_with(Ref self, Type *start, Ref obj) {
    Type *obj_type = NULL;
    if (obj == NONE) obj = NULL;
    if (obj && !(obj_type = checked_type(start, obj))) return -1;
    set_all(as_super(self), start, obj, obj_type);
    return 0;
}

static int super_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (args_range("super", nargs, kwnames, 0, 2)) return -1;
    if (nargs) {
        if (!is_type(args[0])) return raise_error(TypeError, "super() argument 1 must be a type, not %T", args[0]), -1;
        return init_with(self, as_type(args[0]), nargs == 2 ? args[1] : NULL);
    }
    Type *start = NULL;
    Own obj = rt.zero_arg_super ? rt.zero_arg_super(&start) : raise_error(RuntimeError, "super(): no current frame");
    if (!obj) return -1;
    int result = init_with(self, start, obj);
    drop(obj);
    return result;
}

static Own super_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return instance_new(cls);
}

static Own super_get(Ref self, Ref instance, Ref owner) {
    const Super *s = as_super(self);
    (void)owner;
    if (!instance || instance == NONE || s->obj || !s->start) return own(self);
    Ref args[] = {(Ref)s->start, instance};
    return object_call((Ref)self->type, args, 2, NULL);
}

static Own super_repr(Ref self) {
    const Super *s = as_super(self);
    const char *start = s->start ? s->start->head.name : "NULL";
    if (s->obj_type) return format_text("<super: <class '%s'>, <%s object>>", start, s->obj_type->head.name);
    return format_text("<super: <class '%s'>, NULL>", start);
}

static const Member super_members[] = {
    {"__thisclass__", MEMBER_OBJECT, offsetof(Super, start), true, "The class that called super()."},
    {"__self__", MEMBER_OBJECT, offsetof(Super, obj), true, "The instance; may be None."},
    {"__self_class__", MEMBER_OBJECT, offsetof(Super, obj_type), true, "The class whose MRO is searched; may be None."},
    {0}};

static int super_traverse(Object *self, VisitFn visit, void *arg) {
    const Super *s = as_super(self);
    VISIT(s->start);
    VISIT(s->obj);
    VISIT(s->obj_type);
    return 0;
}

static void super_dealloc(Object *self) {
    Super *s = as_super(self);
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(s->start);
    CLEAR(s->obj);
    CLEAR(s->obj_type);
    object_free(self);
    trash_end();
}

Type super_type = {
    .head = {.ob = {1, &type_type},
             .name = "super",
             .basic_size = sizeof(Super),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE,
             .traverse = super_traverse,
             .dealloc = super_dealloc},
    .doc = "Attributes of an instance as the classes after this one in the MRO define them.",
    .repr = super_repr,
    .getattr = super_getattr,
    .descr_get = super_get,
    .new = super_new,
    .init = super_init,
    .members = super_members,
};
