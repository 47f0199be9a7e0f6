/* mod_functools_lru.c: the function that lru_cache makes of another: it remembers results by arguments.
 *
 * Results are in a dict. Its order is that of their use: a hit makes an entry the last one, and when the cache is full the first one goes
 * (runtime/dictorder.c). A cache without bound leaves the order alone; one of size 0 only counts. */
#include "lib/functools.h"
#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/hashkey.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/weakref.h"

typedef struct LruCache LruCache;
struct LruCache {
    Object ob;
    Object *function, *results;     /* owned; results: a dict */
    Object *make_info;              /* makes what cache_info() gives */
    Own (*call)(LruCache *c, Ref const *args, size_t nargs, Ref kwnames);
    ssize_t max;                    /* -1: none */
    ssize_t hits, misses;
    bool typed;
    Object *dict, *weakrefs;
};

static LruCache *as_lru(Ref o) { return (LruCache *)(uintptr_t)o; }

/* --- keys --- */

/* A tuple of the arguments, then a mark (this type, which is hardly an argument), names and values of keywords; typed: then the types of all. One plain int or str is its own key. */
static Own make_key(const LruCache *c, Ref const *args, size_t nargs, Ref kwnames) {
    size_t nkw = kwnames ? (size_t)tuple_size(kwnames) : 0;
    if (!c->typed && nkw == 0) {
        if (nargs == 1 && (is_exact_str(args[0]) || is_exact_int(args[0]))) return own(args[0]);
        return tuple_from_array(args, (ssize_t)nargs);
    }
    Own key = tuple_new((ssize_t)(nargs + (nkw ? 1 + 2 * nkw : 0) + (c->typed ? nargs + nkw : 0)));
    if (!key) return NULL;
    ssize_t at = 0;
    for (size_t i = 0; i < nargs; i++) tuple_put_take(key, at++, own(args[i]));
    if (nkw) tuple_put_take(key, at++, own((Ref)&lru_type));
    for (size_t i = 0; i < nkw; i++) {
        tuple_put_take(key, at++, own(tuple_item(kwnames, (ssize_t)i)));
        tuple_put_take(key, at++, own(args[nargs + i]));
    }
    for (size_t i = 0; c->typed && i < nargs + nkw; i++) tuple_put_take(key, at++, own((Ref)args[i]->type));
    return key;
}

/* --- the three ways to call --- */

static Own call_uncached(LruCache *c, Ref const *args, size_t nargs, Ref kwnames) {
    c->misses++;
    return object_call(c->function, args, nargs, kwnames);
}

static Own call_unbounded(LruCache *c, Ref const *args, size_t nargs, Ref kwnames) {
    Own key = make_key(c, args, nargs, kwnames), result = NULL;
    Hash h = key ? key_hash(key) : -1;
    int found = h == -1 ? -1 : dict_get_hashed(c->results, key, h, &result);
    if (found > 0) c->hits++;
    if (found == 0) {
        c->misses++;
        result = object_call(c->function, args, nargs, kwnames);
        if (result && dict_set_hashed(c->results, key, h, result) < 0) CLEAR(result);
    }
    drop_x(key);
    return result;
}

/* Puts a result in, unless the call has put one there itself. 0/-1 */
static int keep(LruCache *c, Ref key, Hash h, Ref result) {
    Own there, old_key = NULL, old_value = NULL;
    int found = dict_get_hashed(c->results, key, h, &there);
    drop_x(there);
    if (found) return found < 0 ? -1 : 0;
    if (dict_used(c->results) >= c->max && dict_pop_first(c->results, &old_key, &old_value) < 0) return -1;
    int failed = dict_set_hashed(c->results, key, h, result);
    drop_x(old_key);
    drop_x(old_value);
    return failed;
}

static Own call_bounded(LruCache *c, Ref const *args, size_t nargs, Ref kwnames) {
    Own key = make_key(c, args, nargs, kwnames), result = NULL;
    Hash h = key ? key_hash(key) : -1;
    int found = h == -1 ? -1 : dict_get_renewed(c->results, key, h, &result);
    if (found > 0) c->hits++;
    if (found == 0) {
        c->misses++;
        result = object_call(c->function, args, nargs, kwnames);
        if (result && keep(c, key, h, result) < 0) CLEAR(result);
    }
    drop_x(key);
    return result;
}

static Own lru_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    LruCache *c = as_lru(self);
    return c->call(c, args, nargs, kwnames);
}

/* --- the object --- */

static Own lru_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[4];
    ssize_t max = -1;
    if (args_bind("lru_cache(user_function, maxsize, typed, cache_info_type)", args, nargs, kwnames, out) < 0) return NULL;
    if (!object_is_callable(out[0])) return raise_error(TypeError, "the first argument must be callable");
    if (out[1] != NONE) {
        if (!out[1]->type->index) return raise_error(TypeError, "maxsize should be integer or None");
        if ((max = index_as_ssize(out[1])) == -1 && err_set()) return NULL;
        if (max < 0) max = 0;
    }
    int typed = object_truth(out[2]);
    if (typed < 0) return NULL;
    Own results = dict_new(), self = results ? instance_new(cls) : NULL;
    if (!self) {
        drop_x(results);
        return NULL;
    }
    LruCache *c = as_lru(self);
    c->function = own(out[0]);
    c->results = results;
    c->make_info = own(out[3]);
    c->call = max < 0 ? call_unbounded : max ? call_bounded : call_uncached;
    c->max = max;
    c->typed = typed;
    return self;
}

static Own lru_get(Ref self, Ref instance, Ref owner) {
    (void)owner;
    return !instance || instance == NONE ? own(self) : bound_method_new(self, instance);
}

static Own lru_m_cache_info(Ref self, Ref const *args) {
    (void)args;
    const LruCache *c = as_lru(self);
    Own parts[4] = {int_new(c->hits), int_new(c->misses), c->max < 0 ? none() : int_new(c->max), int_new(dict_used(c->results))};
    Own tuple = tuple_from_array_take(parts, 4), info = tuple ? object_call_tuple(c->make_info, tuple, NULL) : NULL;
    drop_x(tuple);
    return info;
}

static Own lru_m_cache_clear(Ref self, Ref const *args) {
    (void)args;
    LruCache *c = as_lru(self);
    c->hits = c->misses = 0;
    dict_clear(c->results);
    return none();
}

static Own lru_m_copy(Ref self, Ref const *args) { return (void)args, own(self); }
static Own lru_m_reduce(Ref self, Ref const *args) { return (void)args, attr_get(self, NAME_OF(dunder_qualname)); }

static Own get_dict(Ref self) {
    Ref dict = object_get_dict(self);
    return dict ? own(dict) : NULL;
}
static int set_dict(Ref self, Ref value) {
    if (!value || !is_dict(value)) return raise_error(TypeError, "__dict__ must be set to a dictionary"), -1;
    return instance_set_dict(self, value);
}

static int lru_traverse(Object *self, VisitFn visit, void *arg) {
    const LruCache *c = as_lru(self);
    VISIT(c->function);
    VISIT(c->results);
    VISIT(c->make_info);
    VISIT(c->dict);
    return 0;
}

static int lru_clear(Object *self) {
    LruCache *c = as_lru(self);
    if (c->results) dict_clear(c->results);
    CLEAR(c->dict);
    obj_set(&c->function, none());
    return 0;
}

static void lru_dealloc(Object *self) {
    LruCache *c = as_lru(self);
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    CLEAR(c->results);
    CLEAR(c->function);
    CLEAR(c->make_info);
    CLEAR(c->dict);
    object_free(self);
    trash_end();
}

static const Method lru_methods[] = {
    {"cache_info()", lru_m_cache_info, "Hits, misses, the bound and the number of results kept."},
    {"cache_clear()", lru_m_cache_clear, "Forget all results."},
    {"__copy__()", lru_m_copy, "The cache is its own copy."},
    {"__deepcopy__(memo, /)", lru_m_copy, "The cache is its own copy."},
    {"__reduce__()", lru_m_reduce, "It is known by its name."},
    {0}};
static const GetSet lru_getsets[] = {{"__dict__", get_dict, set_dict, "The attributes."}, {0}};

Type lru_type = {
    .head = {.ob = {1, &type_type},
             .name = "functools._lru_cache_wrapper",
             .basic_size = sizeof(LruCache),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE | TYPE_METHOD_DESCR,
             .traverse = lru_traverse,
             .clear = lru_clear,
             .dealloc = lru_dealloc,
             .weaklist_offset = offsetof(LruCache, weakrefs)},
    .doc = "A function that remembers its results.",
    .dict_offset = offsetof(LruCache, dict),
    .call = lru_call,
    .descr_get = lru_get,
    .new = lru_new,
    .methods = lru_methods,
    .getsets = lru_getsets,
};
