/* type.c: readying of built-in types, lookup along the MRO with its cache, and versions.
 *
 * Readying: a static type is complete but for what can be derived: base, bases, MRO, inherited slots, and the dict with methods, getsets, members
 * and a wrapper for each slot that it fills differently from its base. That is done at the first lookup that needs it, so that start-up
 * pays for no type. What a static type inherits from a base other than object must be there before its first instance: slot_inherit is
 * called early for those (bool; the exceptions spell theirs out).
 *
 * Method cache: (version, name) -> borrowed value or NULL for "absent". A version is given to one state of one type only and never again, so an
 * entry for an old state is never hit. Names are interned and borrowed; since the address of a dead name can be taken by another, the
 * hash is compared too. Versions obey: a type has one only if all its bases have, so that forgetting stops at a type without. */
#include "runtime/type.h"

#include <string.h>

#include "runtime/builtin.h"
#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/typebuild.h"
#include "runtime/weakref.h"

/* --- the types that were readied --- */

static struct {
    Type **types; /* static ones, in the order of readying */
    size_t n, capacity;
} ready;

static int remember(Type *t) {
    if (ready.n == ready.capacity) {
        size_t capacity = ready.capacity ? 2 * ready.capacity : 64;
        Type **types = raw_realloc(ready.types, capacity * sizeof *types);
        if (!types) return raise_memory(), -1;
        ready.types = types;
        ready.capacity = capacity;
    }
    ready.types[ready.n++] = t;
    audit_static(&t->head.ob, t->head.name);
    return 0;
}

static void forget_derived(Type *t) {
    CLEAR(t->dict);
    CLEAR(t->bases);
    CLEAR(t->mro);
    CLEAR(t->subclasses);
    t->version = 0;
    t->head.flags &= ~(uint32_t)TYPE_READY;
}

static void clear_cache(void);

void types_fini(void) {
    clear_cache();
    for (size_t i = ready.n; i-- > 0;) forget_derived(ready.types[i]);
    raw_free(ready.types);
    ready.types = NULL;
    ready.n = ready.capacity = 0;
}

/* --- readying --- */

int type_dict_add(Type *t, const char *name, Own value) {
    if (!value) return -1;
    int result = dict_set_text((Ref)t->dict, name, value);
    drop(value);
    return result;
}

static int add_methods(Type *t) {
    if (t->base && t->methods == t->base->methods) return 0;
    for (const Method *m = t->methods; m && m->signature; m++) {
        Own value, name = method_name(m);
        if (!name) return -1;
        if (m->flags & METHOD_STATIC) {
            Own function = builtin_new(m, (Ref)t, NULL);
            value = function ? staticmethod_new(function) : NULL;
            drop_x(function);
        } else {
            value = method_descr_new(t, m);
        }
        int bad = !value;
        if (value && ((m->flags & METHOD_COEXIST) || !dict_get_str((Ref)t->dict, name))) bad = dict_set((Ref)t->dict, name, value);
        drop_x(value);
        drop(name);
        if (bad) return -1;
    }
    return 0;
}

static int add_attributes(Type *t) {
    const Type *base = t->base;
    if (!base || t->members != base->members)
        for (const Member *m = t->members; m && m->name; m++)
            if (type_dict_add(t, m->name, member_descr_new(t, m))) return -1;
    if (!base || t->getsets != base->getsets)
        for (const GetSet *g = t->getsets; g && g->name; g++)
            if (type_dict_add(t, g->name, getset_descr_new(t, g))) return -1;
    if (dict_get_str((Ref)t->dict, NAME_OF(dunder_doc))) return 0; /* an attribute of the instances */
    return type_dict_add(t, "__doc__", t->doc ? str_from_text(t->doc) : none());
}

static Own static_bases(const Type *t) {
    if (!t->base) return tuple_new(0);
    return t->second_base ? tuple_pack(2, (Ref)t->base, (Ref)t->second_base) : tuple_pack(1, (Ref)t->base);
}

static int ready_bases(Type *t) {
    if (!t->base && t != &object_type) t->base = &object_type;
    if (t->base && type_ready(t->base)) return -1;
    if (t->second_base && type_ready(t->second_base)) return -1;
    t->bases = (Tuple *)static_bases(t);
    t->mro = t->bases ? (Tuple *)mro_compute(t) : NULL;
    return t->mro ? 0 : -1;
}

/* An object that can be compared by value but has no hash is not hashable: its type says so. */
static int settle_hash(Type *t) {
    if (t->hash || !t->compare) return 0;
    t->hash = hash_not_implemented;
    return type_dict_add(t, "__hash__", none());
}

/* The collector need not see what belongs to a static type: that is never trash. It would slow full collections down, and gc.get_objects() would
 * grow when a type is used for the first time. */
static void hide_from_collector(Type *t) {
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    while (dict_next((Ref)t->dict, &pos, &key, &value, &hash))
        if (object_is_gc((const Object *)value)) gc_untrack((Object *)(uintptr_t)value);
    gc_untrack((Object *)t->dict);
    gc_untrack((Object *)t->mro);
    gc_untrack((Object *)t->bases);
}

static int ready_static(Type *t) {
    if (ready_bases(t)) return -1;
    t->dict = (Dict *)dict_new();
    if (!t->dict || add_methods(t) || slot_wrappers_add(t) || add_attributes(t) || settle_hash(t)) return -1;
    if (t->base) slot_inherit(t, t->base);
    if (!t->new) t->head.flags |= TYPE_NO_NEW;
    hide_from_collector(t);
    t->head.flags |= TYPE_READY;
    for (ssize_t i = 0; i < tuple_size((Ref)t->bases); i++)
        if (subclass_add(as_type(tuple_item((Ref)t->bases, i)), t)) return -1;
    return remember(t);
}

int type_ready(Type *t) {
    if (LIKELY(type_has(t, TYPE_READY))) return 0;
    int births = gc.gen[0].count; /* a type's own descriptors are no allocations of the program's */
    int failed = ready_static(t);
    gc.gen[0].count = births;
    if (failed == 0) return 0;
    for (ssize_t i = 0; t->bases && i < tuple_size((Ref)t->bases); i++) subclass_remove(as_type(tuple_item((Ref)t->bases, i)), t);
    forget_derived(t);
    return -1;
}

/* Built-in types with a base other than object, which their base's __subclasses__ should name. */
static Type *const derived[] = {
    &bool_type,
#define EXC(name, ...) &name##_type,
#include "runtime/exceptions.def"
};

int types_ready_all(const Type *base) {
    for (size_t i = 0; i < sizeof derived / sizeof *derived; i++)
        if (derived[i]->base == base && type_ready(derived[i])) return -1;
    return 0;
}

/* --- the method cache --- */

typedef struct CacheEntry {
    const Object *name; /* borrowed, interned */
    Hash hash;          /* of the name */
    const Object *value;
    uint32_t version;   /* of the type; 0: empty */
} CacheEntry;
enum { CACHE_SIZE = STRESS ? 16 : 4096 }; /* a power of 2 */
static CacheEntry cache[CACHE_SIZE];

static void clear_cache(void) { memset(cache, 0, sizeof cache); }

static ALWAYS_INLINE CacheEntry *cache_entry(uint32_t version, Hash hash) { return &cache[(version ^ (uint32_t)hash) & (CACHE_SIZE - 1)]; }

/* A dict with keys other than str: only those that are str can be names, and comparing them runs no Python code. */
static NOINLINE Ref lookup_in_any_dict(Ref dict, Ref name) {
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    while (dict_next(dict, &pos, &key, &value, &hash))
        if (key == name || (is_exact_str(key) && str_equal(key, name))) return value;
    return NULL;
}

static inline Ref dict_lookup(Ref dict, Ref name) {
    if (LIKELY(is_exact_str(name) && ((const Dict *)dict)->keys->kind != DICT_GENERAL)) return dict_get_str(dict, name);
    return lookup_in_any_dict(dict, name);
}

Ref type_lookup_uncached(const Type *t, Ref name) {
    Ref mro = (Ref)t->mro;
    if (!mro) return NULL; /* a class that is being torn down */
    for (ssize_t i = 0, n = tuple_size(mro); i < n; i++) {
        Ref dict = (Ref)((const Type *)tuple_item(mro, i))->dict;
        Ref found = dict ? dict_lookup(dict, name) : NULL;
        if (found) return found;
    }
    return NULL;
}

static NOINLINE Ref lookup_missed(Type *t, Ref name) {
    if (!type_has(t, TYPE_READY) && type_ready(t)) {
        err_clear();
        return NULL;
    }
    Ref value = type_lookup_uncached(t, name);
    if (((const Str *)name)->interned && type_version(t))
        *cache_entry(t->version, str_hash(name)) = (CacheEntry){name, str_hash(name), value, t->version};
    return value;
}

Ref type_lookup(Type *t, Ref name) {
    Hash hash = ((const Str *)name)->hash;
    const CacheEntry *e = cache_entry(t->version, hash);
    if (LIKELY(e->version == t->version && e->name == name && e->hash == hash)) return (Ref)(uintptr_t)e->value;
    return lookup_missed(t, name);
}

/* --- versions --- */

static uint32_t next_version = 1;

uint32_t type_version(Type *t) {
    if (t->version) return t->version;
    if (!t->mro || next_version == 0) return 0;
    if (!enter_c(NULL)) { /* absurdly deep inheritance: no caching */
        err_clear();
        return 0;
    }
    for (ssize_t i = 0, n = tuple_size((Ref)t->bases); i < n; i++) {
        Type *base = as_type(tuple_item((Ref)t->bases, i));
        if (!base->version && (type_ready(base) || !type_version(base))) return 0;
    }
    return t->version = next_version++;
}

static void forget_versions(Type *t) {
    ssize_t pos = 0;
    Type *sub;
    if (!t->version) return;
    t->version = 0;
    while ((sub = subclass_next(t, &pos))) {
        forget_versions(sub);
        drop((Own)sub);
    }
}

static bool is_dunder(Ref name) {
    ssize_t n = str_len(name);
    return n > 4 && str_char(name, 0) == '_' && str_char(name, 1) == '_' && str_char(name, n - 1) == '_' && str_char(name, n - 2) == '_';
}

static void refresh_slots(Type *t, Ref name) {
    ssize_t pos = 0;
    Type *sub;
    if (type_has(t, TYPE_HEAP)) slot_update(t, name);
    while ((sub = subclass_next(t, &pos))) {
        refresh_slots(sub, name);
        drop((Own)sub);
    }
}

void type_modified(Type *t, Ref name) {
    forget_versions(t);
    if (!name || is_dunder(name)) refresh_slots(t, name);
}

/* --- relations --- */

bool type_is_subtype_slow(const Type *a, const Type *b) {
    Ref mro = (Ref)a->mro;
    if (!mro) { /* not ready: its bases are a plain chain */
        for (const Type *t = a; t; t = t->base)
            if (t == b || (t->second_base && type_is_subtype(t->second_base, b))) return true;
        return b == &object_type;
    }
    for (ssize_t i = 0, n = tuple_size(mro); i < n; i++)
        if (tuple_item(mro, i) == (Ref)b) return true;
    return false;
}

const char *type_short_name(const Type *t) {
    const char *dot = type_has(t, TYPE_HEAP) ? NULL : strrchr(t->head.name, '.');
    return dot ? dot + 1 : t->head.name;
}
const char *type_name(Ref o) { return type_short_name(o->type); }
