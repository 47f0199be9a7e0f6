/* dictinline.c: attribute values of instances: kept inside the instance, in the order of the keys that the class shares, until somebody asks
 * for the dict. That dict then uses the same values, so that a store through either is seen by both; it takes them along when it becomes
 * combined, and gets a copy of its own when the instance dies before it.
 *
 * Room: the keys of a class have 30 places at first, one less after each new instance, but at least one spare: the first instances show
 * which attributes there are. The number of values of an instance is fixed when it is made; since places only get fewer, whatever
 * attribute fits in the keys later fits in every older instance too. */
#include "runtime/dictkeys.h"

size_t dict_inline_size(const DictKeys *shared) {
    size_t n = (size_t)(keys_shared_size(shared) - (shared->usable > 1));
    return sizeof(DictValues) + n * sizeof(Object *) + n;
}

void dict_inline_init(DictValues *v, DictKeys *shared) {
    if (shared->usable > 1) shared->usable--;
    size_t n = (size_t)keys_shared_size(shared);
    v->capacity = (uint8_t)n;
    v->size = 0;
    v->embedded = 1;
    v->valid = 1;
    v->pad = 0;
    for (size_t i = 0; i < n; i++) v->values[i] = NULL;
}

DictValues *values_new(size_t capacity) {
    DictValues *v = mem_alloc(sizeof *v + capacity * sizeof(Object *) + capacity);
    if (!v) {
        raise_memory();
        return NULL;
    }
    *v = (DictValues){.capacity = (uint8_t)capacity, .valid = 1};
    return v;
}

void values_put(DictValues *v, ssize_t ix, Own value_take) {
    Object *old = v->values[ix];
    v->values[ix] = value_take;
    if (old) drop(old);
    else values_order(v)[v->size++] = (uint8_t)ix;
}

Own values_remove(DictValues *v, ssize_t ix) {
    uint8_t *order = values_order(v);
    size_t at = 0;
    while (order[at] != ix) at++;
    v->size--;
    memmove(order + at, order + at + 1, v->size - at);
    Object *value = v->values[ix];
    v->values[ix] = NULL;
    return value;
}

void values_clear(DictValues *v) {
    Object *old[SHARED_KEYS_MAX]; /* out of reach before the first is dropped: that can store new ones */
    size_t n = v->capacity;
    CHECK(n <= SHARED_KEYS_MAX);
    memcpy(old, v->values, n * sizeof *old);
    memset(v->values, 0, n * sizeof *old);
    v->size = 0;
    for (size_t i = 0; i < n; i++) drop_x(old[i]);
}

/* A name that is only deleted takes a place in the keys too, as in CPython: it shows in the size of the dicts. */
int dict_inline_store(DictValues *v, DictKeys *shared, Ref name, Ref value) {
    if (!is_exact_str(name)) return 0;
    ssize_t ix = keys_add_shared(shared, name, str_hash(name));
    if (ix < 0) return value ? 0 : 2;
    CHECK(ix < v->capacity);
    if (value) values_put(v, ix, own(value));
    else if (!v->values[ix]) return 2;
    else drop(values_remove(v, ix));
    return 1;
}

Ref dict_inline_get(const DictValues *v, const DictKeys *shared, Ref name) {
    ssize_t ix = keys_find_str(shared, name, str_hash(name)).ix;
    return ix < 0 ? NULL : v->values[ix];
}

Own dict_from_inline(DictValues *v, DictKeys *shared) {
    shared->refcnt++;
    Own d = dict_make(shared, v, v->size);
    if (d) dict_track_values(as_dict(d));
    return d;
}

Own dict_new_shared(DictKeys *shared) {
    DictValues *v = values_new((size_t)keys_shared_size(shared));
    if (!v) return NULL;
    for (size_t i = 0; i < v->capacity; i++) v->values[i] = NULL;
    shared->refcnt++;
    return dict_make(shared, v, 0);
}

/* Nothing is left of the values: the last resort without memory. */
static void give_up_values(Dict *d) {
    DictValues *v = d->values;
    DictKeys *shared = d->keys;
    d->used = 0;
    d->keys = &dict_empty_keys;
    d->values = NULL;
    v->valid = 0;
    for (size_t i = 0; i < v->capacity; i++) CLEAR(v->values[i]);
    dict_keys_drop(shared);
}

int dict_detach_inline(Dict *d) {
    DictValues *v = d->values;
    if (!v || !v->embedded) return 0;
    DictValues *copy = values_new(v->capacity);
    if (!copy) {
        give_up_values(d);
        return -1;
    }
    copy->size = v->size;
    memcpy(copy->values, v->values, v->capacity * sizeof(Object *) + v->capacity);
    v->valid = 0;
    d->values = copy;
    dict_track_values(d);
    return 0;
}
