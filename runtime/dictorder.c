/* dictorder.c: changing the order of the entries of a combined dict, and walking it from its end: for collections.OrderedDict.
 *
 * The order of a dict is that of its entries. An entry moves to the end by being written behind the last one, and to the front by being written
 * into the hole in front of the first; its slot in the index table is told the new number. Where there is no hole in front, the table is
 * made anew with half of its free entries there. `front` remembers where the holes end, so that taking entries off the front, one after the
 * other, does not look at the same holes again; all this costs constant time, averaged over many moves. */
#include "runtime/dictkeys.h"

typedef struct Entry {
    Hash hash;
    Object *key, *value;
} Entry;

static Entry entry_at(const DictKeys *k, ssize_t ix) {
    if (k->kind == DICT_GENERAL) {
        const DictEntry *e = &keys_general_entries(k)[ix];
        return (Entry){e->hash, e->key, e->value};
    }
    const DictStrEntry *e = &keys_str_entries(k)[ix];
    return (Entry){e->key ? str_hash(e->key) : 0, e->key, e->value};
}
static void entry_put(DictKeys *k, ssize_t ix, Entry e) {
    if (k->kind == DICT_GENERAL) keys_general_entries(k)[ix] = (DictEntry){e.hash, e.key, e.value};
    else keys_str_entries(k)[ix] = (DictStrEntry){e.key, e.value};
}
static bool is_hole(const DictKeys *k, ssize_t ix) {
    return k->kind == DICT_GENERAL ? !keys_general_entries(k)[ix].value : !keys_str_entries(k)[ix].value;
}

/* Numbers of the first and the last entry in use; there is one. */
static ssize_t first_entry(Dict *d) {
    while (is_hole(d->keys, d->front)) d->front++;
    return d->front;
}
static ssize_t last_entry(const Dict *d) {
    ssize_t ix = d->keys->n_entries - 1;
    while (is_hole(d->keys, ix)) ix--;
    return ix;
}

/* The slot of the index table that has this number. */
static size_t slot_of(const DictKeys *k, Hash h, ssize_t ix) {
    size_t mask = keys_mask(k), perturb = (size_t)h, i = perturb & mask;
    while (index_get(k, i) != ix) {
        perturb >>= DICT_PERTURB;
        i = (i * 5 + perturb + 1) & mask;
    }
    return i;
}

/* A table with free entries at both ends. */
static int open_front(Dict *d) {
    DictKeys *old = d->keys, *k = keys_new(dict_log_for_used(d->used * 2 + 8), old->kind);
    if (!k) return -1;
    ssize_t gap = (k->usable - d->used) / 2, to = gap;
    for (ssize_t ix = 0; ix < gap; ix++) entry_put(k, ix, (Entry){0});
    for (ssize_t ix = 0; ix < old->n_entries; ix++) {
        if (is_hole(old, ix)) continue;
        Entry e = entry_at(old, ix);
        index_put(k, keys_spot(k, e.hash), to);
        entry_put(k, to++, e);
    }
    k->all_ints = old->all_ints;
    k->usable -= to;
    k->n_entries = to;
    d->keys = k;
    d->front = gap;
    keys_free(old);
    return 0;
}

/* Moves the entry that was found at p; *value: its value. 0/-1 */
static int move_entry(Dict *d, Probe p, Hash h, bool last, Object **value) {
    CHECK(!d->values);
    Entry e = entry_at(d->keys, p.ix);
    *value = e.value;
    if (p.ix == (last ? last_entry(d) : first_entry(d))) return 0;
    if (last ? d->keys->usable <= 0 : first_entry(d) == 0) {
        if (last ? dict_resize(d, dict_log_for_growth(d), false) : open_front(d)) return -1;
        p.ix = 0;
        while (entry_at(d->keys, p.ix).key != e.key) p.ix++;
        p.spot = slot_of(d->keys, h, p.ix);
    }
    DictKeys *k = d->keys;
    ssize_t to = last ? k->n_entries : --d->front;
    entry_put(k, to, e);
    entry_put(k, p.ix, (Entry){0});
    index_put(k, p.spot, to);
    if (last) {
        k->n_entries++;
        k->usable--;
    }
    k->version = 0;
    return 0;
}

int dict_move_to_end(Ref dict, Ref key, bool last) {
    Dict *d = (Dict *)(uintptr_t)dict;
    Hash h = key_hash(key);
    if (h == -1) return -1;
    Object *value;
    Probe p = dict_find(d, key, h);
    if (p.ix < 0) return p.ix == IX_ERROR ? -1 : 0;
    return move_entry(d, p, h, last, &value) ? -1 : 1;
}

int dict_get_renewed(Ref dict, Ref key, Hash h, Own *out) {
    Dict *d = (Dict *)(uintptr_t)dict;
    Object *value;
    Probe p = dict_find(d, key, h);
    if (p.ix < 0) return p.ix == IX_ERROR ? -1 : 0;
    if (move_entry(d, p, h, true, &value)) return -1;
    *out = own(value);
    return 1;
}

int dict_pop_first(Ref dict, Own *key, Own *value) {
    Dict *d = (Dict *)(uintptr_t)dict;
    if (d->used == 0) return 0;
    CHECK(!d->values);
    DictKeys *k = d->keys;
    ssize_t ix = first_entry(d);
    Entry e = entry_at(k, ix);
    index_put(k, slot_of(k, e.hash, ix), IX_DELETED);
    entry_put(k, ix, (Entry){0});
    k->version = 0;
    d->used--;
    d->front = ix + 1;
    *key = e.key;
    *value = e.value;
    return 1;
}

bool dict_before(Ref dict, ssize_t *pos, Ref *key, Ref *value) {
    const DictKeys *k = ((const Dict *)dict)->keys;
    ssize_t ix = *pos < k->n_entries ? *pos : k->n_entries;
    while (--ix >= 0 && is_hole(k, ix)) continue;
    if (ix < 0) return false;
    Entry e = entry_at(k, ix);
    *pos = ix;
    *key = e.key;
    *value = e.value;
    return true;
}
