/* dictmerge.c: dicts from other things: copies, updates from mappings and from pairs, fromkeys.
 *
 * Sizes are CPython's: a copy without many holes is the block of its keys as it is; a merge into an empty dict takes over a tidy table as it
 * is; else the table is made large enough once, before the first entry is put in. */
#include "runtime/dictkeys.h"
#include "runtime/intern.h"
#include "runtime/set.h"

static Own copy_split(Dict *d) {
    DictValues *v = d->values, *copy = values_new(v->capacity);
    if (!copy) return NULL;
    copy->size = v->size;
    memcpy(copy->values, v->values, v->capacity * sizeof(Object *) + v->capacity);
    for (size_t i = 0; i < v->capacity; i++)
        if (copy->values[i]) copy->values[i]->refcnt++;
    d->keys->refcnt++;
    return dict_make(d->keys, copy, d->used);
}

static Own copy_combined(const Dict *d) {
    DictKeys *k = keys_clone(d->keys);
    return k ? dict_make(k, NULL, d->used) : NULL;
}

Own dict_copy(Ref dict) {
    Dict *d = as_dict(dict);
    Own copy;
    if (d->used == 0) return dict_new();
    if (d->values) {
        copy = copy_split(d);
    } else if (d->ob.type->iter == dict_type.iter && d->used >= d->keys->n_entries * 2 / 3) {
        copy = copy_combined(d);
    } else {
        copy = dict_new();
        if (copy && dict_merge(copy, dict, 1) < 0) {
            drop(copy);
            return NULL;
        }
        return copy;
    }
    if (copy && gc_is_tracked(&d->ob)) gc_track(copy);
    return copy;
}

/* --- merging --- */

/* other is combined, without holes and not larger than its size asks for: then the empty d may have a copy of its keys as they are. */
static bool is_tidy(const Dict *other) {
    const DictKeys *k = other->keys;
    return !other->values && other->used == k->n_entries &&
           (k->log2_size == DICT_LOG_MIN || dict_usable_fraction(((size_t)1 << k->log2_size) / 2) < other->used);
}

static int take_clone(Dict *d, const Dict *other) {
    DictKeys *k = keys_clone(other->keys), *old = d->keys;
    if (!k) return -1;
    d->keys = k;
    d->used = other->used;
    d->front = 0;
    if (gc_is_tracked(&other->ob) && !gc_is_tracked(&d->ob)) gc_track(&d->ob);
    dict_keys_drop(old);
    return 0;
}

/* One entry of a merge. */
static int merge_entry(Dict *d, Ref key, Hash h, Ref value, int on_duplicate) {
    if (on_duplicate == 1) return dict_set_hashed(&d->ob, key, h, value);
    Own there;
    int found = dict_get_hashed(&d->ob, key, h, &there);
    if (found == 0) return dict_set_hashed(&d->ob, key, h, value);
    drop_x(there);
    if (found > 0 && on_duplicate == 2) return raise_key(key), -1;
    return found < 0 ? -1 : 0;
}

static int merge_dict(Dict *d, Dict *other, int on_duplicate) {
    if (other == d || other->used == 0) return 0;
    if (d->used == 0) {
        on_duplicate = 1;
        if (!d->values && is_tidy(other)) return take_clone(d, other);
    }
    bool general = other->keys->kind == DICT_GENERAL;
    if (dict_usable_fraction((size_t)1 << d->keys->log2_size) < other->used &&
        dict_resize(d, dict_log_for_used(d->used + other->used), general) < 0)
        return -1;
    ssize_t used = other->used, pos = 0;
    Ref next_key, next_value;
    Hash h;
    while (dict_next(&other->ob, &pos, &next_key, &next_value, &h)) {
        Own key = own(next_key), value = own(next_value);
        int result = merge_entry(d, key, h, value, on_duplicate);
        drop(value);
        drop(key);
        if (result < 0) return -1;
        if (used != other->used) return raise_error(RuntimeError, "dict mutated during update"), -1;
    }
    return 0;
}

/* The list of mapping.keys(). */
static Own keys_of(Ref mapping) {
    Own keys = object_call_method(mapping, NAME_OF(keys), 0, NULL);
    if (!keys) return NULL;
    Own it = object_iter(keys), list = NULL;
    if (it) list = list_from_iterable(it);
    else if (err_matches(TypeError)) raise_error(TypeError, "%.200s.keys() returned a non-iterable (type %.200s)", type_name(mapping), type_name(keys));
    drop_x(it);
    drop(keys);
    return list;
}

static int merge_mapping(Dict *d, Ref mapping, int on_duplicate) {
    Own keys = keys_of(mapping);
    int result = keys ? 0 : -1;
    for (ssize_t i = 0; result == 0 && i < list_size(keys); i++) {
        Own key = own(list_item(keys, i)), value = NULL;
        int there = on_duplicate == 1 ? 0 : dict_contains(&d->ob, key);
        if (there < 0) {
            result = -1;
        } else if (there == 0) {
            value = object_subscript(mapping, key);
            result = value ? dict_set(&d->ob, key, value) : -1;
        } else if (on_duplicate == 2) {
            raise_key(key);
            result = -1;
        }
        drop_x(value);
        drop(key);
    }
    drop_x(keys);
    return result;
}

int dict_merge(Ref dict, Ref mapping, int on_duplicate) {
    if (is_dict(mapping) && mapping->type->iter == dict_type.iter) return merge_dict(as_dict(dict), as_dict(mapping), on_duplicate);
    return merge_mapping(as_dict(dict), mapping, on_duplicate);
}

/* --- pairs --- */

static int set_pair(Ref dict, Ref pair, ssize_t number) {
    Own fast = is_exact_tuple(pair) || is_exact_list(pair) ? own(pair) : sequence_fast(pair, "object is not iterable");
    if (!fast) {
        if (err_matches(TypeError)) raise_error(TypeError, "cannot convert dictionary update sequence element #%zd to a sequence", number);
        return -1;
    }
    int result = -1;
    if (fast_size(fast) != 2) {
        raise_error(ValueError, "dictionary update sequence element #%zd has length %zd; 2 is required", number, fast_size(fast));
    } else {
        Own key = own(fast_items(fast)[0]), value = own(fast_items(fast)[1]);
        result = dict_set(dict, key, value);
        drop(key);
        drop(value);
    }
    drop(fast);
    return result;
}

static int update_from_pairs(Ref dict, Ref iterable) {
    Own it = object_iter(iterable), pair;
    if (!it) return -1;
    int more;
    for (ssize_t i = 0; (more = iter_next(it, &pair)) > 0; i++) {
        int result = set_pair(dict, pair, i);
        drop(pair);
        if (result < 0) {
            more = -1;
            break;
        }
    }
    drop(it);
    return more;
}

int dict_update(Ref dict, Ref source) {
    if (is_exact_dict(source)) return dict_merge(dict, source, 1);
    Own keys;
    int has_keys = attr_find(source, NAME_OF(keys), &keys);
    if (has_keys < 0) return -1;
    if (!has_keys) return update_from_pairs(dict, source);
    drop(keys);
    return dict_merge(dict, source, 1);
}

/* --- fromkeys --- */

static int presize(Dict *d, ssize_t n, bool general) {
    int log2_size = dict_log_for_used(n);
    return dict_resize(d, log2_size > d->keys->log2_size ? log2_size : d->keys->log2_size, general);
}

static int fill_from_dict(Ref dict, Ref source, Ref value) {
    Ref next_key;
    Hash h;
    if (presize(as_dict(dict), dict_used(source), as_dict(source)->keys->kind == DICT_GENERAL) < 0) return -1;
    for (ssize_t pos = 0; dict_next(source, &pos, &next_key, NULL, &h);) {
        Own key = own(next_key);
        int result = dict_set_hashed(dict, key, h, value);
        drop(key);
        if (result < 0) return -1;
    }
    return 0;
}

static int fill_from_set(Ref dict, Ref source, Ref value) {
    Ref next_key;
    Hash h;
    if (presize(as_dict(dict), set_size(source), true) < 0) return -1;
    for (ssize_t pos = 0; set_next(source, &pos, &next_key, &h);) {
        Own key = own(next_key);
        int result = dict_set_hashed(dict, key, h, value);
        drop(key);
        if (result < 0) return -1;
    }
    return 0;
}

static int fill_from_iterable(Ref mapping, Ref iterable, Ref value) {
    Own it = object_iter(iterable), key;
    if (!it) return -1;
    int more;
    while ((more = iter_next(it, &key)) > 0) {
        int result = is_exact_dict(mapping) ? dict_set(mapping, key, value) : object_set_subscript(mapping, key, value);
        drop(key);
        if (result < 0) {
            more = -1;
            break;
        }
    }
    drop(it);
    return more;
}

Own dict_fromkeys(Ref cls, Ref iterable, Ref value) {
    Own d = cls == (Ref)&dict_type ? dict_new() : object_call0(cls);
    if (!d) return NULL;
    int result;
    if (is_exact_dict(d) && is_exact_dict(iterable)) result = fill_from_dict(d, iterable, value);
    else if (is_exact_dict(d) && (iterable->type == &set_type || iterable->type == &frozenset_type)) result = fill_from_set(d, iterable, value);
    else result = fill_from_iterable(d, iterable, value);
    if (result == 0) return d;
    drop(d);
    return NULL;
}
