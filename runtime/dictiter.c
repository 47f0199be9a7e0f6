/* dictiter.c: iterators over the keys, values or items of a dict, forward and backward.
 *
 * An iterator remembers the size of the dict: a change of it is an error at the next step and ever after. One that kept the size, but moved
 * entries behind the place where the iterator is, shows by more entries than were announced. */
#include "runtime/dictkeys.h"

static inline DictIter *as_iter(Ref o) { return (DictIter *)(uintptr_t)o; }
static inline bool is_reverse(const Type *kind) {
    return kind == &dict_reverse_key_iter_type || kind == &dict_reverse_value_iter_type || kind == &dict_reverse_item_iter_type;
}

Own dict_iter_new(Type *kind, Ref dict) {
    const Dict *d = as_dict(dict);
    Own result = NULL;
    if (kind == &dict_item_iter_type || kind == &dict_reverse_item_iter_type) {
        result = tuple_from_array((Ref const[]){NONE, NONE}, 2);
        if (!result) return NULL;
    }
    DictIter *it = (DictIter *)object_new_static(kind, sizeof *it, true);
    if (!it) {
        drop_x(result);
        return raise_memory();
    }
    it->dict = as_dict(own(dict));
    it->used = it->left = d->used;
    it->pos = is_reverse(kind) ? (d->values ? d->used : d->keys->n_entries) - 1 : 0;
    it->result = result;
    gc_track(&it->ob);
    return &it->ob;
}

static void finish(DictIter *it) {
    Dict *d = it->dict;
    it->dict = NULL;
    drop(&d->ob);
}

static COLD void size_changed(DictIter *it) {
    it->used = -1; /* for good */
    raise_error(RuntimeError, "dictionary changed size during iteration");
}

static COLD void keys_changed(DictIter *it) {
    raise_error(RuntimeError, "dictionary keys changed during iteration");
    finish(it);
}

/* The next entry, borrowed. */
static ALWAYS_INLINE int step(DictIter *it, Ref *key, Ref *value) {
    Dict *d = it->dict;
    if (UNLIKELY(!d)) return 0;
    if (UNLIKELY(it->used != d->used)) return size_changed(it), -1;
    if (UNLIKELY(!dict_step(d, &it->pos, key, value, NULL))) {
        finish(it);
        return 0;
    }
    if (UNLIKELY(it->left == 0)) return keys_changed(it), -1;
    it->left--;
    return 1;
}

static int step_back(DictIter *it, Ref *key, Ref *value) {
    Dict *d = it->dict;
    if (!d) return 0;
    if (it->used != d->used) return size_changed(it), -1;
    const DictKeys *k = d->keys;
    ssize_t i = it->pos, end = d->values ? d->used : k->n_entries;
    if (i >= end) i = end - 1; /* the table was made anew and has fewer holes */
    Object *const *found = NULL; /* key, value */
    Object *split[2];
    for (; i >= 0; i--) {
        if (d->values) {
            ssize_t ix = values_order(d->values)[i];
            split[0] = keys_str_entries(k)[ix].key;
            split[1] = d->values->values[ix];
            found = split;
        } else {
            found = k->kind == DICT_GENERAL ? &keys_general_entries(k)[i].key : &keys_str_entries(k)[i].key;
        }
        if (found[1]) break;
    }
    if (i < 0) {
        finish(it);
        return 0;
    }
    if (it->left == 0) return keys_changed(it), -1;
    it->pos = i - 1;
    it->left--;
    *key = found[0];
    *value = found[1];
    return 1;
}

/* The pair, in the tuple of the last step if nobody holds that any more. */
static Own item(DictIter *it, Ref key, Ref value) {
    Object *result = it->result;
    if (LIKELY(result->refcnt == 1)) {
        Object **items = tuple_items(result), *old_key = items[0], *old_value = items[1];
        items[0] = own(key);
        items[1] = own(value);
        result->refcnt++; /* before the drops, which could let go of the iterator */
        if (!gc_is_tracked(result)) gc_track(result); /* the collector may have seen it with atoms only */
        drop(old_key);
        drop(old_value);
        return result;
    }
    Own pair = tuple_new(2);
    if (!pair) return NULL;
    tuple_put_take(pair, 0, own(key));
    tuple_put_take(pair, 1, own(value));
    return pair;
}

static int next_key(Ref self, Own *out) {
    Ref key;
    int more = step(as_iter(self), &key, NULL);
    if (LIKELY(more > 0)) *out = own(key);
    return more;
}

static int next_value(Ref self, Own *out) {
    Ref value;
    int more = step(as_iter(self), NULL, &value);
    if (LIKELY(more > 0)) *out = own(value);
    return more;
}

static int next_item(Ref self, Own *out) {
    Ref key, value;
    int more = step(as_iter(self), &key, &value);
    if (more <= 0) return more;
    *out = item(as_iter(self), key, value);
    return *out ? 1 : -1;
}

static int next_reverse_key(Ref self, Own *out) {
    Ref key, value;
    int more = step_back(as_iter(self), &key, &value);
    if (more > 0) *out = own(key);
    return more;
}

static int next_reverse_value(Ref self, Own *out) {
    Ref key, value;
    int more = step_back(as_iter(self), &key, &value);
    if (more > 0) *out = own(value);
    return more;
}

static int next_reverse_item(Ref self, Own *out) {
    Ref key, value;
    int more = step_back(as_iter(self), &key, &value);
    if (more <= 0) return more;
    *out = item(as_iter(self), key, value);
    return *out ? 1 : -1;
}

int dict_iter_pair(Ref self, Own *key, Own *value) {
    Ref next_k, next_v;
    int more = step(as_iter(self), &next_k, &next_v);
    if (LIKELY(more > 0)) {
        *key = own(next_k);
        *value = own(next_v);
    }
    return more;
}

/* --- types --- */

static Own iter_self(Ref self) { return own(self); }

static Own iter_m_length_hint(Ref self, Ref const *args) {
    (void)args;
    const DictIter *it = as_iter(self);
    return int_new(it->dict && it->used == it->dict->used ? it->left : 0);
}

static int iter_traverse(Object *self, VisitFn visit, void *arg) {
    const DictIter *it = as_iter(self);
    VISIT(it->dict);
    VISIT(it->result);
    return 0;
}

static void iter_dealloc(Object *self) {
    DictIter *it = as_iter(self);
    gc_untrack(self);
    if (trash_defer(self)) return;
    if (it->dict) drop(&it->dict->ob);
    drop_x(it->result);
    object_free_static(self, true);
    trash_end();
}

static const Method iter_methods[] = {
    {"__length_hint__()", iter_m_length_hint, "How many are still to come."},
    {0}};

#define ITER_TYPE(type_name, next_step)                \
    {.head = {.ob = {1, &type_type},                   \
              .name = type_name,                       \
              .basic_size = sizeof(DictIter),          \
              .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW, \
              .traverse = iter_traverse,               \
              .dealloc = iter_dealloc},                \
     .iter = iter_self,                                \
     .next = next_step,                                \
     .methods = iter_methods}

Type dict_key_iter_type = ITER_TYPE("dict_keyiterator", next_key);
Type dict_value_iter_type = ITER_TYPE("dict_valueiterator", next_value);
Type dict_item_iter_type = ITER_TYPE("dict_itemiterator", next_item);
Type dict_reverse_key_iter_type = ITER_TYPE("dict_reversekeyiterator", next_reverse_key);
Type dict_reverse_value_iter_type = ITER_TYPE("dict_reversevalueiterator", next_reverse_value);
Type dict_reverse_item_iter_type = ITER_TYPE("dict_reverseitemiterator", next_reverse_item);
