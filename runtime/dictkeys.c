/* dictkeys.c: keys objects of dicts: making them, filling index tables, and the three ways to find a key.
 *
 * A probe starts at hash & mask and goes on with i = i * 5 + perturb + 1, where perturb is the hash shifted right by 5 more bits at each
 * step: every slot is visited in the end, and the high bits of the hash take part early. Strings are told apart by address, then by hash
 * and bytes; ints in a table of ints by their hash alone; everything else asks the keys' types, which can run Python code that changes the
 * dict: then the search starts again. */
#include "runtime/dictkeys.h"

#include "gc/freelist.h"

#define NO_SPOT ((size_t)-1)

DictKeys dict_empty_keys = {.refcnt = 2, .log2_index_bytes = 3, .kind = DICT_STR, .indices = {-1, -1, -1, -1, -1, -1, -1, -1}};

static inline size_t entry_bytes(enum DictKind kind) { return kind == DICT_GENERAL ? sizeof(DictEntry) : sizeof(DictStrEntry); }
static inline ssize_t entries_room(int log2_size, enum DictKind kind) {
    return kind == DICT_SPLIT ? SHARED_KEYS_MAX : dict_usable_fraction((size_t)1 << log2_size);
}
static inline int log_index_bytes(int log2_size) {
    return log2_size + (log2_size < 8 ? 0 : log2_size < 16 ? 1 : log2_size < 32 ? 2 : 3);
}

size_t keys_bytes(int log2_size, enum DictKind kind) {
    return sizeof(DictKeys) + ((size_t)1 << log_index_bytes(log2_size)) + (size_t)entries_room(log2_size, kind) * entry_bytes(kind);
}

DictKeys *keys_new(int log2_size, enum DictKind kind) {
    DictKeys *k = NULL;
    if (log2_size == DICT_LOG_MIN && kind == DICT_STR) k = freelist_pop(&freelist_dict_keys);
    if (!k && log2_size <= DICT_LOG_MAX) k = mem_alloc(keys_bytes(log2_size, kind));
    if (UNLIKELY(!k)) {
        raise_memory();
        return NULL;
    }
    k->refcnt = 1;
    k->log2_size = (uint8_t)log2_size;
    k->log2_index_bytes = (uint8_t)log_index_bytes(log2_size);
    k->kind = (uint8_t)kind;
    k->all_ints = kind == DICT_GENERAL;
    k->version = 0;
    k->usable = entries_room(log2_size, kind);
    k->n_entries = 0;
    memset(k->indices, 0xff, (size_t)1 << k->log2_index_bytes);
    return k;
}

void keys_free(DictKeys *k) {
    if (k->log2_size == DICT_LOG_MIN && k->kind == DICT_STR && freelist_push(&freelist_dict_keys, k)) return;
    mem_free(k);
}

DictKeys *keys_clone(const DictKeys *k) {
    DictKeys *copy = keys_new(k->log2_size, k->kind);
    if (!copy) return NULL;
    ssize_t n = k->n_entries;
    memcpy(copy->indices, k->indices, ((size_t)1 << k->log2_index_bytes) + (size_t)n * entry_bytes(k->kind));
    copy->all_ints = k->all_ints;
    copy->usable = k->usable;
    copy->n_entries = n;
    size_t step = entry_bytes(k->kind), value_at = step - sizeof(Object *);
    const char *value = (const char *)keys_entries(copy) + value_at;
    for (ssize_t i = 0; i < n; i++, value += step) { /* the key is in front of its value in both kinds; deleted: both NULL */
        Object *const *pair = (Object *const *)(const void *)value - 1;
        if (!pair[1]) continue;
        pair[0]->refcnt++;
        pair[1]->refcnt++;
    }
    return copy;
}

static ALWAYS_INLINE Hash entry_hash(const DictKeys *k, ssize_t ix) {
    return k->kind == DICT_GENERAL ? keys_general_entries(k)[ix].hash : ((const Str *)(const void *)keys_str_entries(k)[ix].key)->hash;
}

static ALWAYS_INLINE size_t empty_spot(const DictKeys *k, Hash h, int width) {
    size_t mask = keys_mask(k), perturb = (size_t)h, i = perturb & mask;
    while (index_read(k, i, width) >= 0) {
        perturb >>= DICT_PERTURB;
        i = (i * 5 + perturb + 1) & mask;
    }
    return i;
}

size_t keys_spot(const DictKeys *k, Hash h) { return empty_spot(k, h, index_width(k)); }

static ALWAYS_INLINE void build_indices(DictKeys *k, ssize_t n, int width, bool general) {
    enum { AHEAD = 8 };
    for (ssize_t ix = 0; ix < n; ix++) {
        if (!general && ix + AHEAD < n) __builtin_prefetch(&((const Str *)(const void *)keys_str_entries(k)[ix + AHEAD].key)->hash);
        index_put(k, empty_spot(k, entry_hash(k, ix), width), ix);
    }
}

void keys_build_indices(DictKeys *k, ssize_t n) {
    if (k->kind == DICT_GENERAL) {
        if (k->log2_size < 8) build_indices(k, n, 1, true);
        else if (k->log2_size < 16) build_indices(k, n, 2, true);
        else build_indices(k, n, index_width(k), true);
    } else if (k->log2_size < 8) {
        build_indices(k, n, 1, false);
    } else {
        build_indices(k, n, index_width(k), false);
    }
}

/* --- finding --- */

static ALWAYS_INLINE Probe probe_str(const DictKeys *k, Ref key, Hash h, int width) {
    const DictStrEntry *entries = keys_entries(k);
    size_t mask = keys_mask(k), perturb = (size_t)h, i = perturb & mask, spot = NO_SPOT;
    for (;;) {
        ssize_t ix = index_read(k, i, width);
        if (LIKELY(ix >= 0)) {
            Ref found = entries[ix].key;
            if (found == key || (((const Str *)found)->hash == h && key_text_equal(found, key))) return (Probe){ix, i};
        } else if (ix == IX_EMPTY) {
            return (Probe){IX_EMPTY, LIKELY(spot == NO_SPOT) ? i : spot};
        } else if (spot == NO_SPOT) {
            spot = i;
        }
        perturb >>= DICT_PERTURB;
        i = (i * 5 + perturb + 1) & mask;
    }
}

Probe keys_find_str(const DictKeys *k, Ref key, Hash h) {
    if (LIKELY(k->log2_size < 8)) return probe_str(k, key, h, 1);
    if (k->log2_size < 16) return probe_str(k, key, h, 2);
    return k->log2_size < 32 ? probe_str(k, key, h, 4) : probe_str(k, key, h, 8);
}

static ALWAYS_INLINE Probe probe_int(const DictKeys *k, Hash h, int width) {
    const DictEntry *entries = keys_entries(k);
    size_t mask = keys_mask(k), perturb = (size_t)h, i = perturb & mask, spot = NO_SPOT;
    for (;;) {
        ssize_t ix = index_read(k, i, width);
        if (LIKELY(ix >= 0)) {
            if (entries[ix].hash == h) return (Probe){ix, i};
        } else if (ix == IX_EMPTY) {
            return (Probe){IX_EMPTY, LIKELY(spot == NO_SPOT) ? i : spot};
        } else if (spot == NO_SPOT) {
            spot = i;
        }
        perturb >>= DICT_PERTURB;
        i = (i * 5 + perturb + 1) & mask;
    }
}

Probe keys_find_int(const DictKeys *k, Hash h) {
    if (LIKELY(k->log2_size < 8)) return probe_int(k, h, 1);
    if (k->log2_size < 16) return probe_int(k, h, 2);
    return k->log2_size < 32 ? probe_int(k, h, 4) : probe_int(k, h, 8);
}

static ALWAYS_INLINE Object *entry_key(const DictKeys *k, ssize_t ix) {
    return k->kind == DICT_GENERAL ? keys_general_entries(k)[ix].key : keys_str_entries(k)[ix].key;
}

/* Asks the types whether the key found at index place i is the key: 1, 0, -1, or CHANGED: the table is not what it was. A freed table's
 * address may be given to another, so its shape is looked at too. */
enum { CHANGED = 2 };
static NOINLINE int ask(Dict *d, size_t i, ssize_t ix, Ref key) {
    DictKeys *k = d->keys;
    uint8_t log2_size = k->log2_size, kind = k->kind;
    Own found = own(entry_key(k, ix));
    int same = object_compare_bool(found, key, CMP_EQ);
    bool intact = d->keys == k && k->log2_size == log2_size && k->kind == kind && ix < k->n_entries && index_get(k, i) == ix &&
                  entry_key(k, ix) == found;
    drop(found);
    if (same < 0) return -1;
    return intact ? same : CHANGED;
}

static Probe find_asking(Dict *d, Ref key, Hash h, bool *changed) {
    DictKeys *k = d->keys;
    size_t mask = keys_mask(k), perturb = (size_t)h, i = perturb & mask, spot = NO_SPOT;
    for (;;) {
        ssize_t ix = index_get(k, i);
        if (ix >= 0) {
            Ref found = entry_key(k, ix);
            if (found == key) return (Probe){ix, i};
            if (entry_hash(k, ix) == h) {
                int same = key_equal_quick(found, key);
                if (same == KEY_ASK) {
                    same = ask(d, i, ix, key);
                    if (same == -1) return (Probe){IX_ERROR, 0};
                    if (same == CHANGED) {
                        *changed = true;
                        return (Probe){IX_EMPTY, 0};
                    }
                    spot = NO_SPOT; /* may have been filled meanwhile */
                }
                if (same) return (Probe){ix, i};
            }
        } else if (ix == IX_EMPTY) {
            return (Probe){IX_EMPTY, spot == NO_SPOT ? i : spot};
        } else if (spot == NO_SPOT) {
            spot = i;
        }
        perturb >>= DICT_PERTURB;
        i = (i * 5 + perturb + 1) & mask;
    }
}

Probe dict_find_slow(Dict *d, Ref key, Hash h) {
    for (;;) {
        bool changed = false;
        Probe p = find_asking(d, key, h, &changed);
        if (LIKELY(!changed)) return p;
    }
}

/* --- shared keys --- */

ssize_t keys_add_shared(DictKeys *k, Ref key, Hash h) {
    Probe p = keys_find_str(k, key, h);
    if (p.ix >= 0) return p.ix;
    if (k->usable <= 0) return -1;
    ssize_t ix = k->n_entries;
    index_put(k, p.spot, ix);
    keys_str_entries(k)[ix] = (DictStrEntry){.key = own(key)};
    k->version = 0;
    k->n_entries++;
    k->usable--;
    return ix;
}

DictKeys *dict_keys_shared_new(Ref names) {
    DictKeys *k = keys_new(DICT_LOG_SHARED, DICT_SPLIT);
    if (!k) return NULL;
    for (ssize_t i = 0; names && i < tuple_size(names); i++) {
        Ref name = tuple_item(names, i);
        if (is_exact_str(name)) keys_add_shared(k, name, str_hash(name));
    }
    return k;
}

void dict_keys_drop(DictKeys *k) {
    if (k == &dict_empty_keys || --k->refcnt > 0) return;
    ssize_t n = k->n_entries;
    if (k->kind == DICT_GENERAL) {
        for (DictEntry *e = keys_general_entries(k), *end = e + n; e < end; e++) {
            drop_x(e->key);
            drop_x(e->value);
        }
    } else {
        for (DictStrEntry *e = keys_str_entries(k), *end = e + n; e < end; e++) {
            drop_x(e->key);
            drop_x(e->value);
        }
    }
    keys_free(k);
}

/* --- for inline caches --- */

ssize_t dict_keys_index(const DictKeys *k, Ref name) {
    if (k->kind == DICT_GENERAL || !is_exact_str(name)) return -2;
    return keys_find_str(k, name, str_hash(name)).ix;
}

uint32_t dict_keys_version(DictKeys *k) {
    static uint32_t last;
    if (k->kind == DICT_GENERAL) return 0;
    if (k->version == 0 && last < UINT32_MAX) k->version = ++last;
    return k->version;
}
