/* dict.h: insertion-ordered hash tables, in CPython 3.13's layout.
 *
 *   Dict 48 (+16 gc): refcnt type used front keys values
 *   DictKeys: header 32, then 2^log2_index_bytes bytes of indices, then entries: {hash key value} (24, general) or
 *             {key value} (16, all keys exact str: kind DICT_STR), or for keys shared by the instances of a class (DICT_SPLIT) {key value}
 *             entries with no values: these are in the `values` array of each dict or in the instance itself.
 *
 * A dict is combined (values == NULL) or split. Index -1: empty, -2: deleted. Usable = 2/3 of the size. Probe order: i = (i*5 + perturb + 1)
 * with perturb = hash shifted right by 5 each step. getsizeof = 64 + size of keys unless these are shared.
 *
 * Versions: DictKeys.version is nonzero while an inline cache relies on the keys being as they are; any change of the set or order of keys, or a
 * replacement of the keys object, makes it 0. Replacing the value of an existing key does not. */
#ifndef RUNTIME_DICT_H
#define RUNTIME_DICT_H

#include "runtime/str.h"

enum DictKind { DICT_GENERAL, DICT_STR, DICT_SPLIT };
typedef struct DictEntry { Hash hash; Object *key, *value; } DictEntry;
typedef struct DictStrEntry { Object *key, *value; } DictStrEntry;

struct DictKeys {
    ssize_t refcnt;             /* > 1 only for shared keys and the static empty keys */
    uint8_t log2_size;
    uint8_t log2_index_bytes;
    uint8_t kind;
    uint8_t all_ints;           /* general keys: every key put here so far is an exact compact int, so a hash (but -2) tells them apart */
    uint32_t version;           /* see above; given by dict_keys_version */
    ssize_t usable;             /* entries that may still be added */
    ssize_t n_entries;          /* entries used, deleted ones included */
    int8_t indices[];           /* then the entries */
};
/* Values of a split dict, or of an instance (then embedded in it, right behind the fixed part). */
typedef struct DictValues {
    uint8_t capacity, size, embedded, valid; /* size: entries of the order below; valid 0: the instance's dict took them over */
    uint32_t pad;
    Object *values[];           /* capacity of them, then capacity order bytes: insertion order as indices */
} DictValues;
struct Dict {
    Object ob;
    ssize_t used;
    ssize_t front;              /* no entry before this one is in use: moved on and back by dictorder.c only, else 0 */
    DictKeys *keys;
    DictValues *values;
};
extern Type dict_type;

static inline bool is_dict(Ref o) { return type_has(o->type, TYPE_IS_DICT); }
static inline bool is_exact_dict(Ref o) { return o->type == &dict_type; }
static inline ssize_t dict_used(Ref d) { return ((const Dict *)d)->used; }
static inline void *keys_entries(const DictKeys *k) { return (char *)(uintptr_t)k->indices + ((size_t)1 << k->log2_index_bytes); }

MUST Own dict_new(void);
MUST Own dict_new_presized(ssize_t n, bool str_keys);
/* The dict of an instance that has no inline values (class L(list)): a split one over the keys of its class. */
MUST Own dict_new_shared(DictKeys *shared);
/* Lookups: 1 and *out (a new reference), 0 absent, -1 error. */
int dict_get(Ref d, Ref key, Own *out);
int dict_get_hashed(Ref d, Ref key, Hash h, Own *out);
/* For exact str keys that are known to be in a dict nobody mutates meanwhile: borrowed, NULL if absent; never fails for dicts of str keys. */
Ref dict_get_str(Ref d, Ref name);
int dict_contains(Ref d, Ref key);
/* For d[k] op= v: where the value of a key is, until the dict changes; store only a value that the collector does not track (int, float, str)
 * there, dropping the old one. 1, 0 absent, -1. */
int dict_find_place(Ref d, Ref key, Object ***place);
MUST int dict_set(Ref d, Ref key, Ref value);
MUST int dict_set_hashed(Ref d, Ref key, Hash h, Ref value);
MUST int dict_set_text(Ref d, const char *key, Ref value);  /* interned key */
int dict_del(Ref d, Ref key);                                /* 1 deleted, 0 absent (no KeyError), -1 */
int dict_pop(Ref d, Ref key, Own *out);
int dict_setdefault(Ref d, Ref key, Ref value, Own *out);    /* 1 was there, 0 inserted */
void dict_clear(Ref d);
MUST int dict_update(Ref d, Ref mapping_or_pairs);
/* ** in a call and in displays: 0, -1; on_duplicate: 0 keep old, 1 overwrite, 2 KeyError(key) raised */
MUST int dict_merge(Ref d, Ref mapping, int on_duplicate);
MUST Own dict_copy(Ref d);
MUST Own dict_keys_list(Ref d);
MUST Own dict_values_list(Ref d);
MUST Own dict_items_list(Ref d);
/* Walks: *pos starts at 0; borrowed key and value; false at the end. The dict must not change its size between calls. */
bool dict_next(Ref d, ssize_t *pos, Ref *key, Ref *value, Hash *hash);
MUST Own dict_fromkeys(Ref cls, Ref iterable, Ref value);

/* --- order of combined dicts, which is that of their entries (dictorder.c) --- */
int dict_move_to_end(Ref d, Ref key, bool last);             /* 1, 0 absent, -1 */
int dict_get_renewed(Ref d, Ref key, Hash h, Own *out);      /* dict_get_hashed, and the entry becomes the last one */
int dict_pop_first(Ref d, Own *key, Own *value);             /* 1, 0 empty, -1 */
/* As dict_next, from the last entry to the first: *pos starts at the number of entries. */
bool dict_before(Ref d, ssize_t *pos, Ref *key, Ref *value);

/* --- for inline caches --- */
/* Entry index of an exact str key in a DICT_STR or DICT_SPLIT keys object; -1 absent, -2 not applicable. */
ssize_t dict_keys_index(const DictKeys *k, Ref name);
uint32_t dict_keys_version(DictKeys *k);                     /* nonzero, or 0 if none is left or the keys are not all str */
static inline DictStrEntry *keys_str_entries(const DictKeys *k) { return (DictStrEntry *)keys_entries(k); }

/* --- instances --- */
/* Keys to be shared by the instances of a class; names: tuple of attribute names to start with, or NULL. */
DictKeys *dict_keys_shared_new(Ref names);
void dict_keys_drop(DictKeys *k);                            /* one holder less */
/* Bytes of inline values for instances made now: header, values, order bytes. */
size_t dict_inline_size(const DictKeys *shared);
void dict_inline_init(DictValues *v, DictKeys *shared);
/* Only while no dict object exists over the values (that one counts its entries: then dict_set, dict_del).
 * Attribute store into inline values (value NULL: delete): 1 done, 0 not possible (name not shared and cannot be added: make a dict), -1 error;
 * delete of an absent one: 2. */
int dict_inline_store(DictValues *v, DictKeys *shared, Ref name, Ref value);
Ref dict_inline_get(const DictValues *v, const DictKeys *shared, Ref name); /* borrowed or NULL */
/* A dict object over the inline values of an instance, which it shares while both live. */
MUST Own dict_from_inline(DictValues *v, DictKeys *shared);
/* The instance dies or lets go of its dict while others hold it: the values move into a block of the dict's own and are no longer valid
 * inline. -1: no memory (the dict is then cleared). A dict that nobody else holds is just dropped; its inline values stay the instance's. */
int dict_detach_inline(Dict *d);

/* --- views (dictview.c) --- */
extern Type dict_keys_type, dict_values_type, dict_items_type;
MUST Own dict_view_new(Type *kind, Ref dict);
typedef struct DictView { Object ob; Dict *dict; } DictView;  /* owned */

/* --- iterators (dictiter.c) --- */
typedef struct DictIter {
    Object ob;
    Dict *dict;                 /* owned; NULL: exhausted */
    ssize_t used, pos;          /* size of the dict at the start (-1: it changed); entry or, in split dicts, place in the order */
    Object *result;             /* items: the tuple given last, used again if nobody else holds it */
    ssize_t left;
} DictIter;
extern Type dict_key_iter_type, dict_value_iter_type, dict_item_iter_type, dict_reverse_key_iter_type, dict_reverse_value_iter_type,
    dict_reverse_item_iter_type;
MUST Own dict_iter_new(Type *kind, Ref dict);
/* One step of any forward iterator without the tuple of an item: 1 and new references, 0 done, -1. */
int dict_iter_pair(Ref it, Own *key, Own *value);
ssize_t dict_sizeof(Ref d);                                   /* without the gc head */

#endif
