/* dictkeys.h: the inside of dicts, for dict*.c only: keys objects, reading and writing their index tables, finding a key.
 *
 * An index table holds numbers of entries in 1, 2, 4 or 8 bytes, by the size of the table. The loops that probe it are written once, for
 * a width that is a constant where they are inlined. */
#ifndef RUNTIME_DICTKEYS_H
#define RUNTIME_DICTKEYS_H

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/hashkey.h"

enum { IX_EMPTY = -1, IX_DELETED = -2, IX_ERROR = -3 };
enum {
    DICT_LOG_MIN = 3,          /* smallest table */
    DICT_LOG_PRESIZE_MAX = 17, /* no larger table is made on the word of a caller */
    DICT_LOG_MAX = 48,
    DICT_LOG_SHARED = 6,       /* table of shared keys, of which SHARED_KEYS_MAX are used */
    SHARED_KEYS_MAX = 30,
    DICT_PERTURB = 5
};

extern DictKeys dict_empty_keys; /* of every dict without entries that never had any; not counted */

static inline Dict *as_dict(Ref o) { return (Dict *)(uintptr_t)o; }
static inline DictEntry *keys_general_entries(const DictKeys *k) { return keys_entries(k); }
static inline size_t keys_mask(const DictKeys *k) { return ((size_t)1 << k->log2_size) - 1; }
static inline ssize_t dict_usable_fraction(size_t size) { return (ssize_t)((size << 1) / 3); }
/* log2 of the table for n entries that are to fit in its size; for n that are to fit in its usable fraction. */
static inline int dict_log_for_size(ssize_t n) { return 64 - __builtin_clzl((((size_t)n | 8) - 1) | 7); }
static inline int dict_log_for_used(ssize_t n) { return dict_log_for_size((n * 3 + 1) / 2); }
static inline int dict_log_for_growth(const Dict *d) { return dict_log_for_size(d->used * 3); }
/* Values that fit in the instances made from now on. */
static inline ssize_t keys_shared_size(const DictKeys *k) { return k->usable + k->n_entries; }

/* An empty table; NULL: MemoryError. */
MUST DictKeys *keys_new(int log2_size, enum DictKind kind);
void keys_free(DictKeys *k);        /* the block only */
size_t keys_bytes(int log2_size, enum DictKind kind);
/* A copy of all entries, deleted ones included; combined dicts. NULL: MemoryError. */
MUST DictKeys *keys_clone(const DictKeys *k);
/* Entries 0..n were written to an empty table. */
void keys_build_indices(DictKeys *k, ssize_t n);
/* The place for a new key in the index table. */
size_t keys_spot(const DictKeys *k, Hash h);
/* Adds a name to shared keys; its number, or -1: no room. */
ssize_t keys_add_shared(DictKeys *k, Ref key, Hash h);

static ALWAYS_INLINE ssize_t index_read(const DictKeys *k, size_t i, int width) {
    switch (width) {
    case 1: return k->indices[i];
    case 2: return ((const int16_t *)(const void *)k->indices)[i];
    case 4: return ((const int32_t *)(const void *)k->indices)[i];
    default: return ((const int64_t *)(const void *)k->indices)[i];
    }
}
static ALWAYS_INLINE int index_width(const DictKeys *k) { return k->log2_size < 8 ? 1 : k->log2_size < 16 ? 2 : k->log2_size < 32 ? 4 : 8; }
static ALWAYS_INLINE ssize_t index_get(const DictKeys *k, size_t i) { return index_read(k, i, index_width(k)); }
static ALWAYS_INLINE void index_put(DictKeys *k, size_t i, ssize_t ix) {
    if (LIKELY(k->log2_size < 8)) k->indices[i] = (int8_t)ix;
    else if (k->log2_size < 16) ((int16_t *)(void *)k->indices)[i] = (int16_t)ix;
    else if (k->log2_size < 32) ((int32_t *)(void *)k->indices)[i] = (int32_t)ix;
    else ((int64_t *)(void *)k->indices)[i] = ix;
}

/* dict_next, inlined for what is asked of it. */
static inline uint8_t *values_order(const DictValues *v) { return (uint8_t *)(uintptr_t)&v->values[v->capacity]; }
static ALWAYS_INLINE bool dict_step(const Dict *d, ssize_t *pos, Ref *key, Ref *value, Hash *hash) {
    const DictKeys *k = d->keys;
    ssize_t i = *pos;
    Object *found, *held;
    if (UNLIKELY(d->values != NULL)) {
        if (i >= d->used) return false;
        ssize_t ix = values_order(d->values)[i];
        found = keys_str_entries(k)[ix].key;
        held = d->values->values[ix];
    } else if (k->kind == DICT_GENERAL) {
        const DictEntry *e = keys_general_entries(k);
        while (i < k->n_entries && UNLIKELY(!e[i].value)) i++;
        if (i >= k->n_entries) return false;
        found = e[i].key;
        held = e[i].value;
        if (hash) *hash = e[i].hash;
    } else {
        const DictStrEntry *e = keys_str_entries(k);
        while (i < k->n_entries && UNLIKELY(!e[i].value)) i++;
        if (i >= k->n_entries) return false;
        found = e[i].key;
        held = e[i].value;
    }
    if (hash && k->kind != DICT_GENERAL) *hash = str_hash(found);
    *pos = i + 1;
    if (key) *key = found;
    if (value) *value = held;
    return true;
}

/* Where a key is: number of its entry and place in the index table; or ix IX_EMPTY and the place for it, or IX_ERROR. */
typedef struct Probe {
    ssize_t ix;
    size_t spot;
} Probe;
Probe keys_find_str(const DictKeys *k, Ref key, Hash h); /* str keys only, exact str key */
Probe keys_find_int(const DictKeys *k, Hash h);          /* all_ints; h is a plain int's, not SHARED_INT_HASH */
Probe dict_find_slow(Dict *d, Ref key, Hash h);          /* any key: may run Python */
static ALWAYS_INLINE Probe dict_find(Dict *d, Ref key, Hash h) {
    const DictKeys *k = d->keys;
    if (k->kind != DICT_GENERAL) {
        if (LIKELY(is_exact_str(key))) return keys_find_str(k, key, h);
    } else if (LIKELY(k->all_ints) && is_plain_int(key) && LIKELY(h != SHARED_INT_HASH)) {
        return keys_find_int(k, h);
    }
    return dict_find_slow(d, key, h);
}

/* The value of entry ix; it may hold NULL in split dicts. */
static ALWAYS_INLINE Object **dict_value_place(const Dict *d, ssize_t ix) {
    if (UNLIKELY(d->values != NULL)) return &d->values->values[ix];
    return d->keys->kind == DICT_GENERAL ? &keys_general_entries(d->keys)[ix].value : &keys_str_entries(d->keys)[ix].value;
}

/* --- values of split dicts (dictinline.c) --- */
MUST DictValues *values_new(size_t capacity);               /* NULL: MemoryError */
void values_put(DictValues *v, ssize_t ix, Own value_take); /* drops what was there */
void values_clear(DictValues *v);
Own values_remove(DictValues *v, ssize_t ix);               /* out of the order too */

/* --- dicts (dict.c) --- */
/* Steals keys and values, on failure too. */
MUST Own dict_make(DictKeys *keys_take, DictValues *values, ssize_t used);
/* Another table of that size, without deleted entries, combined; general: for keys of any type. 0/-1. */
MUST int dict_resize(Dict *d, int log2_size, bool general);

int dict_del_hashed(Ref d, Ref key, Hash h);     /* 1, 0, -1 */
int dict_pop_last(Ref d, Own *key, Own *value);  /* 1, 0 empty, -1 */
int dict_traverse(Object *self, VisitFn visit, void *arg);
int dict_clear_hook(Object *self);
bool dict_untrack(Object *self);
void dict_dealloc(Object *self);

static inline bool may_be_tracked(Ref o) { return UNLIKELY(object_is_gc(o)) && (!is_exact_tuple(o) || gc_is_tracked(o)); }
/* A dict of atoms only is left alone by the collector. */
static ALWAYS_INLINE void dict_track_for(Dict *d, Ref key, Ref value) {
    if (!gc_is_tracked(&d->ob) && (may_be_tracked(key) || may_be_tracked(value))) gc_track(&d->ob);
}
void dict_track_values(Dict *d);          /* tracks d if a value of a split dict asks for it */

#endif
