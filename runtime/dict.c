/* dict.c: dict objects: making, finding, storing, deleting, walking, and what the collector asks of them.
 *
 * A dict points at one keys object (dictkeys.c). Entries are appended, so their order is that of insertion; a deleted entry leaves a hole
 * and a mark in the index table, and both stay until the next resize, which also is the only way to more room: used * 3, rounded up to a
 * power of two. All keys exact str: 16 bytes an entry; the first other key makes it 24.
 *
 * Split dicts (the attributes of instances) keep only values, in the order of the keys shared by the class, with the order of insertion
 * beside them; anything but adding, replacing and deleting a str key makes them combined first.
 *
 * Keys and values are dropped after the dict is consistent again: a drop can run Python code that looks at it. */
#include "gc/freelist.h"
#include "runtime/dictkeys.h"
#include "runtime/intern.h"

/* --- making --- */

Own dict_make(DictKeys *keys_take, DictValues *values, ssize_t used) {
    Dict *d = freelist_pop(&freelist_dict);
    if (LIKELY(d != NULL)) {
        d->ob.refcnt = 1;
        d->ob.type = &dict_type;
    } else {
        d = (Dict *)object_new_static(&dict_type, sizeof *d, true);
    }
    if (UNLIKELY(!d)) {
        if (values && !values->embedded) {
            for (size_t i = 0; i < values->capacity; i++) drop_x(values->values[i]);
            mem_free(values);
        }
        dict_keys_drop(keys_take);
        return raise_memory();
    }
    d->used = used;
    d->front = 0;
    d->keys = keys_take;
    d->values = values;
    return &d->ob;
}

Own dict_new(void) { return dict_make(&dict_empty_keys, NULL, 0); }

Own dict_new_presized(ssize_t n, bool str_keys) {
    if (n <= dict_usable_fraction((size_t)1 << DICT_LOG_MIN)) return dict_new();
    bool large = n > dict_usable_fraction((size_t)1 << DICT_LOG_PRESIZE_MAX);
    DictKeys *k = keys_new(large ? DICT_LOG_PRESIZE_MAX : dict_log_for_used(n), str_keys ? DICT_STR : DICT_GENERAL);
    return k ? dict_make(k, NULL, 0) : NULL;
}

/* --- resizing --- */

/* The entries of combined keys, without holes, to the front of k. */
static void move_entries(const DictKeys *old, DictKeys *k, ssize_t used) {
    ssize_t n = old->n_entries;
    if (old->kind == DICT_GENERAL) {
        const DictEntry *from = keys_general_entries(old);
        DictEntry *to = keys_general_entries(k);
        if (n == used) memcpy(to, from, (size_t)n * sizeof *to);
        else for (const DictEntry *end = from + n; from < end; from++) if (from->value) *to++ = *from;
        k->all_ints = old->all_ints || used == 0;
    } else if (k->kind == DICT_GENERAL) {
        const DictStrEntry *from = keys_str_entries(old), *end = from + n;
        DictEntry *to = keys_general_entries(k);
        for (; from < end; from++)
            if (from->value) *to++ = (DictEntry){str_hash(from->key), from->key, from->value};
        k->all_ints = used == 0;
    } else {
        const DictStrEntry *from = keys_str_entries(old);
        DictStrEntry *to = keys_str_entries(k);
        if (n == used) memcpy(to, from, (size_t)n * sizeof *to);
        else for (const DictStrEntry *end = from + n; from < end; from++) if (from->value) *to++ = *from;
    }
}

/* The entries of a split dict, in order of insertion, to k; the values are moved. */
static void move_split(const Dict *d, DictKeys *k) {
    const DictStrEntry *from = keys_str_entries(d->keys);
    const uint8_t *order = values_order(d->values);
    for (ssize_t i = 0; i < d->used; i++) {
        Object *key = own(from[order[i]].key), *value = d->values->values[order[i]];
        if (k->kind == DICT_GENERAL) keys_general_entries(k)[i] = (DictEntry){str_hash(key), key, value};
        else keys_str_entries(k)[i] = (DictStrEntry){key, value};
    }
    if (k->kind == DICT_GENERAL) k->all_ints = d->used == 0;
}

static void leave_values(Dict *d) {
    DictValues *v = d->values;
    d->values = NULL;
    if (v->embedded) v->valid = 0;
    else mem_free(v);
}

int dict_resize(Dict *d, int log2_size, bool general) {
    DictKeys *old = d->keys, *k = keys_new(log2_size, general || old->kind == DICT_GENERAL ? DICT_GENERAL : DICT_STR);
    if (!k) return -1;
    d->front = 0;
    CHECK(k->usable >= d->used);
    if (d->values) {
        dict_track_values(d);
        move_split(d, k);
        leave_values(d);
        d->keys = k;
        dict_keys_drop(old);
    } else {
        move_entries(old, k, d->used);
        d->keys = k;
        if (old != &dict_empty_keys) keys_free(old);
    }
    keys_build_indices(k, d->used);
    k->usable -= d->used;
    k->n_entries = d->used;
    return 0;
}

/* --- finding --- */

static ALWAYS_INLINE int get_hashed(Ref dict, Ref key, Hash h, Own *out) {
    Dict *d = as_dict(dict);
    Probe p = dict_find(d, key, h);
    Object *value = p.ix >= 0 ? *dict_value_place(d, p.ix) : NULL;
    if (!value) {
        *out = NULL;
        return p.ix == IX_ERROR ? -1 : 0;
    }
    *out = own(value);
    return 1;
}

int dict_get_hashed(Ref dict, Ref key, Hash h, Own *out) { return get_hashed(dict, key, h, out); }

int dict_get(Ref dict, Ref key, Own *out) {
    Hash h = key_hash(key);
    if (UNLIKELY(h == -1)) {
        *out = NULL;
        return -1;
    }
    return get_hashed(dict, key, h, out);
}

Ref dict_get_str(Ref dict, Ref name) {
    Dict *d = as_dict(dict);
    Probe p = dict_find(d, name, str_hash(name));
    if (p.ix >= 0) return *dict_value_place(d, p.ix);
    if (UNLIKELY(p.ix == IX_ERROR)) err_clear();
    return NULL;
}

int dict_contains(Ref dict, Ref key) {
    Hash h = key_hash(key);
    if (UNLIKELY(h == -1)) return -1;
    Dict *d = as_dict(dict);
    Probe p = dict_find(d, key, h);
    if (p.ix < 0) return p.ix == IX_ERROR ? -1 : 0;
    return *dict_value_place(d, p.ix) != NULL;
}

int dict_find_place(Ref dict, Ref key, Object ***place) {
    Hash h = key_hash(key);
    if (UNLIKELY(h == -1)) return -1;
    Dict *d = as_dict(dict);
    Probe p = dict_find(d, key, h);
    if (p.ix < 0) return p.ix == IX_ERROR ? -1 : 0;
    *place = dict_value_place(d, p.ix);
    return **place != NULL;
}

/* --- storing --- */

static ALWAYS_INLINE void replace_value(Object **place, Ref value) {
    Object *old = *place;
    *place = own(value);
    drop(old);
}

/* A key that is not there, in a combined dict. */
static ALWAYS_INLINE int insert_new(Dict *d, Ref key, Hash h, Ref value, size_t spot) {
    DictKeys *k = d->keys;
    if (UNLIKELY(k->usable <= 0)) {
        if (dict_resize(d, dict_log_for_growth(d), false) < 0) return -1;
        k = d->keys;
        spot = keys_spot(k, h);
    }
    ssize_t ix = k->n_entries;
    index_put(k, spot, ix);
    if (k->kind == DICT_GENERAL) {
        keys_general_entries(k)[ix] = (DictEntry){h, own(key), own(value)};
        if (UNLIKELY(!is_plain_int(key))) k->all_ints = false;
    } else {
        keys_str_entries(k)[ix] = (DictStrEntry){own(key), own(value)};
    }
    k->version = 0;
    k->usable--;
    k->n_entries = ix + 1;
    d->used++;
    dict_track_for(d, key, value);
    return 0;
}

static int insert_first(Dict *d, Ref key, Hash h, Ref value) {
    DictKeys *k = keys_new(DICT_LOG_MIN, is_exact_str(key) ? DICT_STR : DICT_GENERAL);
    if (!k) return -1;
    d->keys = k;
    return insert_new(d, key, h, value, (size_t)h & keys_mask(k));
}

/* Makes room for the key's kind; the dict is combined after it if the key cannot be put in the shared keys. *shared: its number there, or -1. */
static NOINLINE int prepare(Dict *d, Ref key, Hash h, ssize_t *shared) {
    *shared = -1;
    if (!is_exact_str(key)) return dict_resize(d, dict_log_for_growth(d), true);
    *shared = keys_add_shared(d->keys, key, h);
    return *shared >= 0 ? 0 : dict_resize(d, dict_log_for_growth(d), false);
}
static ALWAYS_INLINE bool must_prepare(const Dict *d, Ref key) { return d->values || (d->keys->kind != DICT_GENERAL && !is_exact_str(key)); }

static void split_put(Dict *d, ssize_t ix, Ref key, Ref value) {
    CHECK(ix < d->values->capacity);
    dict_track_for(d, key, value);
    d->used += !d->values->values[ix];
    values_put(d->values, ix, own(value));
}

/* Again from the start when a comparison of keys gave the dict a table that the key does not fit in. */
static ALWAYS_INLINE int set_hashed(Ref dict, Ref key, Hash h, Ref value) {
    Dict *d = as_dict(dict);
    if (d->keys == &dict_empty_keys) return insert_first(d, key, h, value);
    for (;;) {
        if (UNLIKELY(must_prepare(d, key))) {
            ssize_t shared;
            if (prepare(d, key, h, &shared) < 0) return -1;
            if (shared >= 0) {
                split_put(d, shared, key, value);
                return 0;
            }
        }
        Probe p = dict_find(d, key, h);
        if (p.ix >= 0) {
            dict_track_for(d, key, value);
            replace_value(dict_value_place(d, p.ix), value);
            return 0;
        }
        if (p.ix == IX_ERROR) return -1;
        if (LIKELY(!must_prepare(d, key))) return insert_new(d, key, h, value, p.spot);
    }
}

int dict_set_hashed(Ref dict, Ref key, Hash h, Ref value) { return set_hashed(dict, key, h, value); }

int dict_set(Ref dict, Ref key, Ref value) {
    Hash h = key_hash(key);
    return UNLIKELY(h == -1) ? -1 : set_hashed(dict, key, h, value);
}

int dict_set_text(Ref dict, const char *key, Ref value) {
    Own name = str_interned(key);
    if (!name) return -1;
    int result = dict_set(dict, name, value);
    drop(name);
    return result;
}

/* 1 and *out, borrowed; 0 and *spot, where the key is to go; or 2: it was inserted. -1 */
static int find_or_split(Dict *d, Ref key, Hash h, Ref value, Ref *out, size_t *spot) {
    for (;;) {
        ssize_t shared = -1;
        if (must_prepare(d, key) && prepare(d, key, h, &shared) < 0) return -1;
        Probe p = {shared, 0};
        if (shared < 0) p = dict_find(d, key, h);
        if (p.ix == IX_ERROR) return -1;
        *out = p.ix >= 0 ? *dict_value_place(d, p.ix) : NULL;
        *spot = p.spot;
        if (*out) return 1;
        if (shared >= 0) {
            split_put(d, shared, key, value);
            return 2;
        }
        if (LIKELY(!must_prepare(d, key))) return 0;
    }
}

int dict_setdefault(Ref dict, Ref key, Ref value, Own *out) {
    Dict *d = as_dict(dict);
    Hash h = key_hash(key);
    Ref there;
    size_t spot;
    *out = NULL;
    if (h == -1) return -1;
    if (d->keys == &dict_empty_keys) {
        if (insert_first(d, key, h, value) < 0) return -1;
    } else {
        int found = find_or_split(d, key, h, value, &there, &spot);
        if (found < 0) return -1;
        if (found == 1) {
            *out = own(there);
            return 1;
        }
        if (found == 0 && insert_new(d, key, h, value, spot) < 0) return -1;
    }
    *out = own(value);
    return 0;
}

/* --- deleting --- */

/* Takes the entry out and gives its value; the key is dropped. */
static Own remove_entry(Dict *d, Probe p) {
    DictKeys *k = d->keys;
    d->used--;
    if (d->values) return values_remove(d->values, p.ix);
    Object *key, *value;
    index_put(k, p.spot, IX_DELETED);
    k->version = 0;
    if (k->kind == DICT_GENERAL) {
        DictEntry *e = &keys_general_entries(k)[p.ix];
        key = e->key;
        value = e->value;
        *e = (DictEntry){0};
    } else {
        DictStrEntry *e = &keys_str_entries(k)[p.ix];
        key = e->key;
        value = e->value;
        *e = (DictStrEntry){0};
    }
    drop(key);
    return value;
}

static int pop_hashed(Dict *d, Ref key, Hash h, Own *out) {
    *out = NULL;
    Probe p = dict_find(d, key, h);
    if (p.ix < 0) return p.ix == IX_ERROR ? -1 : 0;
    if (!*dict_value_place(d, p.ix)) return 0;
    *out = remove_entry(d, p);
    return 1;
}

int dict_pop(Ref dict, Ref key, Own *out) {
    Dict *d = as_dict(dict);
    *out = NULL;
    if (d->used == 0) return 0; /* before hashing: an unhashable key is just not there */
    Hash h = key_hash(key);
    return h == -1 ? -1 : pop_hashed(d, key, h, out);
}

int dict_del_hashed(Ref dict, Ref key, Hash h) {
    Own value;
    int found = pop_hashed(as_dict(dict), key, h, &value);
    drop_x(value);
    return found;
}

int dict_del(Ref dict, Ref key) {
    Hash h = key_hash(key);
    return UNLIKELY(h == -1) ? -1 : dict_del_hashed(dict, key, h);
}

int dict_pop_last(Ref dict, Own *key, Own *value) {
    Dict *d = as_dict(dict);
    if (d->used == 0) return 0;
    if (d->values && dict_resize(d, d->keys->log2_size, false) < 0) return -1;
    DictKeys *k = d->keys;
    ssize_t ix = k->n_entries - 1;
    Hash h;
    if (k->kind == DICT_GENERAL) {
        DictEntry *e = keys_general_entries(k);
        while (!e[ix].value) ix--;
        h = e[ix].hash;
        *key = e[ix].key;
        *value = e[ix].value;
        e[ix] = (DictEntry){0};
    } else {
        DictStrEntry *e = keys_str_entries(k);
        while (!e[ix].value) ix--;
        h = str_hash(e[ix].key);
        *key = e[ix].key;
        *value = e[ix].value;
        e[ix] = (DictStrEntry){0};
    }
    size_t mask = keys_mask(k), perturb = (size_t)h, i = perturb & mask;
    while (index_get(k, i) != ix) {
        perturb >>= DICT_PERTURB;
        i = (i * 5 + perturb + 1) & mask;
    }
    index_put(k, i, IX_DELETED);
    k->version = 0;
    k->n_entries = ix; /* not usable again: the index table keeps the mark */
    d->used--;
    return 1;
}

void dict_clear(Ref dict) {
    Dict *d = as_dict(dict);
    DictKeys *k = d->keys;
    DictValues *v = d->values;
    if (k == &dict_empty_keys) return;
    d->used = d->front = 0;
    if (v && v->embedded) {
        values_clear(v);
        return;
    }
    d->keys = &dict_empty_keys;
    d->values = NULL;
    if (v) {
        for (size_t i = 0; i < v->capacity; i++) drop_x(v->values[i]);
        mem_free(v);
    }
    dict_keys_drop(k);
}

/* --- walking --- */

bool dict_next(Ref dict, ssize_t *pos, Ref *key, Ref *value, Hash *hash) { return dict_step(as_dict(dict), pos, key, value, hash); }

Own dict_keys_list(Ref dict) {
    Own list = list_new(dict_used(dict));
    Ref key;
    if (!list) return NULL;
    for (ssize_t i = 0, pos = 0; dict_next(dict, &pos, &key, NULL, NULL); i++) list_put_take(list, i, own(key));
    return list;
}

Own dict_values_list(Ref dict) {
    Own list = list_new(dict_used(dict));
    Ref value;
    if (!list) return NULL;
    for (ssize_t i = 0, pos = 0; dict_next(dict, &pos, NULL, &value, NULL); i++) list_put_take(list, i, own(value));
    return list;
}

Own dict_items_list(Ref dict) {
    Own list = list_new(dict_used(dict));
    Ref key, value;
    if (!list) return NULL;
    for (ssize_t i = 0, pos = 0; dict_next(dict, &pos, &key, &value, NULL); i++) {
        Own item = tuple_new(2);
        if (!item) {
            ((List *)list)->size = i;
            drop(list);
            return NULL;
        }
        tuple_put_take(item, 0, own(key));
        tuple_put_take(item, 1, own(value));
        list_put_take(list, i, item);
    }
    return list;
}

ssize_t dict_sizeof(Ref dict) {
    const Dict *d = as_dict(dict);
    const DictKeys *k = d->keys;
    ssize_t size = d->ob.type->head.basic_size;
    if (d->values) size += keys_shared_size(k) * (ssize_t)sizeof(Object *);
    if (k->refcnt == 1) size += (ssize_t)keys_bytes(k->log2_size, k->kind);
    return size;
}

/* --- for the collector --- */

static bool values_may_be_tracked(const Dict *d) {
    for (ssize_t i = 0; i < d->values->capacity; i++)
        if (d->values->values[i] && may_be_tracked(d->values->values[i])) return true;
    return false;
}

void dict_track_values(Dict *d) {
    if (!gc_is_tracked(&d->ob) && values_may_be_tracked(d)) gc_track(&d->ob);
}

/* Str keys are atoms; the values inside of an instance are visited by the instance. */
int dict_traverse(Object *self, VisitFn visit, void *arg) {
    const Dict *d = as_dict(self);
    const DictKeys *k = d->keys;
    if (d->values) {
        if (d->values->embedded) return 0;
        for (ssize_t i = 0; i < d->values->capacity; i++) VISIT(d->values->values[i]);
    } else if (k->kind == DICT_GENERAL) {
        const DictEntry *e = keys_general_entries(k);
        for (ssize_t i = 0; i < k->n_entries; i++) {
            if (!e[i].value) continue;
            VISIT(e[i].value);
            VISIT(e[i].key);
        }
    } else {
        const DictStrEntry *e = keys_str_entries(k);
        for (ssize_t i = 0; i < k->n_entries; i++) VISIT(e[i].value);
    }
    return 0;
}

int dict_clear_hook(Object *self) {
    dict_clear(self);
    return 0;
}

bool dict_untrack(Object *self) {
    const Dict *d = as_dict(self);
    Ref key, value;
    if (d->ob.type != &dict_type) return false;
    for (ssize_t pos = 0; dict_next(self, &pos, &key, &value, NULL);)
        if (may_be_tracked(value) || may_be_tracked(key)) return false;
    gc_untrack(self);
    return true;
}

/* A class made by Python has a dealloc of its own, which guards the depth and then calls this one. */
void dict_dealloc(Object *self) {
    Dict *d = as_dict(self);
    bool outermost = type_head(self)->dealloc == dict_dealloc;
    gc_untrack(self);
    if (outermost && trash_defer(self)) return;
    DictValues *v = d->values;
    if (v && !v->embedded) {
        for (size_t i = 0; i < v->capacity; i++) drop_x(v->values[i]);
        mem_free(v);
    }
    dict_keys_drop(d->keys);
    if (self->type != &dict_type) object_free(self);
    else if (!freelist_push(&freelist_dict, self)) object_free_static(self, true);
    if (outermost) trash_end();
}
