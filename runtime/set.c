/* set.c: the table of sets and frozensets: finding, adding, deleting, growing, merging, walking.
 *
 * Open addressing, in place: an entry is {key, hash}; never used: no key; deleted: the dummy key with hash -1, which no key has. A probe
 * looks at up to 9 entries behind its first one (a cache line or two) before it jumps to i * 5 + 1 + perturb. Deleted entries count as
 * filled; a new key takes the place of the last one that it passes, and growing leaves them out. Filled to 3/5, the table is made anew with
 * room for 4 times the items (twice, above 50,000). 8 entries are in the object itself.
 *
 * all_ints says that only exact compact ints were put in: then equal hashes are equal keys (but for -1 and -2) and no key is looked at. */
#include "runtime/settable.h"

#include "runtime/dict.h"
#include "runtime/weakref.h"

Object set_dummy = {1, NULL};
enum { SET_SLOW_GROWTH = 50000 };

/* --- making --- */

static void make_empty(Set *s) {
    s->fill = s->used = 0;
    s->mask = SET_MIN_SIZE - 1;
    s->table = s->small;
    s->all_ints = true;
    memset(s->small, 0, sizeof s->small);
}

Own set_make(Type *cls) {
    bool exact = cls == &set_type || cls == &frozenset_type;
    Own o = exact ? object_new_static(cls, sizeof(Set), true) : instance_new(cls);
    if (!o) return exact ? raise_memory() : NULL;
    Set *s = as_set(o);
    s->hash = -1;
    s->finger = 0;
    if (exact) s->weakrefs = NULL;
    make_empty(s);
    if (exact) gc_track(o);
    return o;
}

Own set_make_from(Type *cls, Ref iterable) {
    Own s = set_make(cls);
    if (!s || set_update(s, iterable) == 0) return s;
    drop(s);
    return NULL;
}

Own set_new(Ref iterable) { return iterable ? set_make_from(&set_type, iterable) : set_make(&set_type); }

Own frozenset_new(Ref iterable) {
    if (!iterable) return set_make(&frozenset_type);
    return is_exact_frozenset(iterable) ? own(iterable) : set_make_from(&frozenset_type, iterable);
}

bool is_set(Ref o) {
    return is_exact_any_set(o) || (type_has(o->type, TYPE_HEAP) && (object_is_a(o, &set_type) || object_is_a(o, &frozenset_type)));
}

Type *set_base_type(Ref o) { return object_is_a(o, &set_type) ? &set_type : &frozenset_type; }

/* --- growing --- */

static ALWAYS_INLINE SetEntry *unused_entry(SetEntry *table, size_t mask, Hash h) {
    size_t perturb = (size_t)h, i = perturb & mask;
    for (;;) {
        SetEntry *e = &table[i];
        int more = i + SET_PROBES <= mask ? SET_PROBES : 0;
        do {
            if (!e->key) return e;
            e++;
        } while (more--);
        perturb >>= SET_PERTURB;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

int set_resize(Set *s, ssize_t n) {
    size_t size = SET_MIN_SIZE;
    while (size <= (size_t)n) size <<= 1;
    SetEntry *old = s->table, *table, copy[SET_MIN_SIZE];
    size_t old_mask = (size_t)s->mask;
    if (size == SET_MIN_SIZE) {
        table = s->small;
        if (old == table) {
            if (s->fill == s->used) return 0;
            memcpy(copy, old, sizeof copy);
            old = copy;
        }
    } else {
        table = size <= PTRDIFF_MAX / sizeof *table ? mem_alloc(size * sizeof *table) : NULL;
        if (!table) return raise_memory(), -1;
    }
    memset(table, 0, size * sizeof *table);
    for (SetEntry *e = old; e <= old + old_mask; e++)
        if (set_entry_live(e)) *unused_entry(table, size - 1, e->hash) = *e;
    bool was_block = s->table != s->small;
    s->table = table;
    s->mask = (ssize_t)size - 1;
    s->fill = s->used;
    if (s->used == 0) s->all_ints = true;
    if (was_block) mem_free(old);
    return 0;
}

int set_grow_if_full(Set *s) {
    if (LIKELY((size_t)s->fill * 5 < (size_t)s->mask * 3)) return 0;
    return set_resize(s, s->used > SET_SLOW_GROWTH ? s->used * 2 : s->used * 4);
}

/* --- finding --- */

/* As set_find_int; *asks: the entry found has the same hash, but only the types can tell if it is the key. */
static ALWAYS_INLINE SetEntry *find_str(const Set *s, Ref key, Hash h, bool for_add, bool *asks) {
    size_t mask = (size_t)s->mask, perturb = (size_t)h, i = perturb & mask;
    SetEntry *deleted = NULL;
    for (;;) {
        SetEntry *e = &s->table[i];
        int more = i + SET_PROBES <= mask ? SET_PROBES : 0;
        do {
            if (e->key == key) return e;
            if (!e->key) return for_add && deleted ? deleted : e;
            if (e->hash == h) {
                *asks = !is_exact_str(e->key);
                if (*asks || key_text_equal(e->key, key)) return e;
            }
            if (for_add && UNLIKELY(e->hash == -1)) deleted = e;
            e++;
        } while (more--);
        perturb >>= SET_PERTURB;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

/* Asks the types: 1, 0, -1, or CHANGED: the table is not what it was. */
enum { CHANGED = 2 };
static NOINLINE int ask(Set *s, SetEntry *e, Ref key) {
    SetEntry *table = s->table;
    ssize_t mask = s->mask;
    Own found = own(e->key);
    int same = object_compare_bool(found, key, CMP_EQ);
    bool intact = s->table == table && s->mask == mask && e->key == found;
    drop(found);
    if (same < 0) return -1;
    return intact ? same : CHANGED;
}

/* One walk; NULL: an exception, or (*changed) begin again. */
static SetEntry *find_asking(Set *s, Ref key, Hash h, bool for_add, bool *changed) {
    size_t mask = (size_t)s->mask, perturb = (size_t)h, i = perturb & mask;
    SetEntry *deleted = NULL;
    for (;;) {
        SetEntry *e = &s->table[i];
        int more = i + SET_PROBES <= mask ? SET_PROBES : 0;
        do {
            if (e->key == key) return e;
            if (!e->key) return for_add && deleted && deleted->hash == -1 ? deleted : e; /* a comparison may have filled it */
            if (e->hash == h) {
                int same = key_equal_quick(e->key, key);
                if (same == KEY_ASK) same = ask(s, e, key);
                *changed = same == CHANGED;
                if (same == -1 || same == CHANGED) return NULL;
                if (same) return e;
            }
            if (e->hash == -1) deleted = e;
            e++;
        } while (more--);
        perturb >>= SET_PERTURB;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static NOINLINE SetEntry *find_slow(Set *s, Ref key, Hash h, bool for_add) {
    for (;;) {
        bool changed = false;
        SetEntry *e = find_asking(s, key, h, for_add, &changed);
        if (LIKELY(!changed)) return e;
    }
}

/* The entry of the key or the place for it; NULL: exception. */
static ALWAYS_INLINE SetEntry *find(Set *s, Ref key, Hash h, bool for_add) {
    if (is_exact_str(key)) {
        bool asks = false;
        SetEntry *e = find_str(s, key, h, for_add, &asks);
        if (LIKELY(!asks)) return e;
    } else if (s->all_ints && is_plain_int(key) && LIKELY(h != SHARED_INT_HASH)) {
        return set_find_int(s, h, for_add);
    }
    return find_slow(s, key, h, for_add);
}

static NOINLINE int contains_slow(Set *s, Ref key, Hash h) {
    Own held = own(key); /* it may come from a set that the comparison changes */
    SetEntry *e = find_slow(s, held, h, false);
    int result = e ? e->key != NULL : -1;
    drop(held);
    return result;
}

int set_contains_hashed(Set *s, Ref key, Hash h) {
    if (is_exact_str(key)) {
        bool asks = false;
        SetEntry *e = find_str(s, key, h, false, &asks);
        if (LIKELY(!asks)) return e->key != NULL;
    } else if (s->all_ints && is_plain_int(key) && LIKELY(h != SHARED_INT_HASH)) {
        return set_find_int(s, h, false)->key != NULL;
    }
    return contains_slow(s, key, h);
}

/* Sets are looked up by what they hold, as if frozen. */
static COLD int contains_set(Set *s, Ref key) {
    if (!object_is_a(key, &set_type) || !err_matches(TypeError)) return -1;
    err_clear();
    Own frozen = set_make_from(&frozenset_type, key);
    if (!frozen) return -1;
    Hash h = object_hash(frozen);
    int result = h == -1 ? -1 : set_contains_hashed(s, frozen, h);
    drop(frozen);
    return result;
}

int set_contains(Ref o, Ref key) {
    Set *s = as_set(o);
    Hash h = key_hash(key);
    if (UNLIKELY(h == -1)) return contains_set(s, key);
    return set_contains_hashed(s, key, h);
}

/* --- adding --- */

static ALWAYS_INLINE int fill_entry_take(Set *s, SetEntry *e, Own key, Hash h) {
    bool unused = !e->key;
    e->key = key;
    e->hash = h;
    s->used++;
    if (UNLIKELY(!unused)) return 0;
    s->fill++;
    return set_grow_if_full(s);
}

static ALWAYS_INLINE int add_hashed(Set *s, Ref key, Hash h) {
    Own held = own(key); /* stays alive through the comparisons, and is the reference of the entry */
    SetEntry *e = find(s, held, h, true);
    if (!e || set_entry_live(e)) {
        drop(held);
        return e ? 0 : -1;
    }
    if (s->all_ints && !is_plain_int(held)) s->all_ints = false;
    return fill_entry_take(s, e, held, h);
}

int set_add_hashed(Set *s, Ref key, Hash h) { return add_hashed(s, key, h); }

int set_add_from(Set *s, bool ints, Ref key, Hash h) {
    if (UNLIKELY(!ints) || UNLIKELY(h == SHARED_INT_HASH)) return set_add_hashed(s, key, h);
    SetEntry *e = set_find_int(s, h, true);
    return set_entry_live(e) ? 0 : fill_entry_take(s, e, own(key), h);
}

int set_toggle_from(Set *s, bool ints, Ref key, Hash h) {
    if (LIKELY(ints) && LIKELY(h != SHARED_INT_HASH)) {
        SetEntry *e = set_find_int(s, h, true);
        if (!set_entry_live(e)) return fill_entry_take(s, e, own(key), h);
    }
    Own held = own(key);
    int done = set_discard_hashed(s, held, h);
    if (done == 0) done = set_add_hashed(s, held, h);
    drop(held);
    return done < 0 ? -1 : 0;
}

int set_add(Ref o, Ref key) {
    Hash h = key_hash(key);
    return UNLIKELY(h == -1) ? -1 : add_hashed(as_set(o), key, h);
}

void set_put_new_take(Set *s, Own key, Hash h) {
    SetEntry *e = unused_entry(s->table, (size_t)s->mask, h);
    e->key = key;
    e->hash = h;
    s->fill++;
    s->used++;
    if (s->all_ints && !is_plain_int(key)) s->all_ints = false;
}

/* --- deleting --- */

int set_discard_hashed(Set *s, Ref key, Hash h) {
    Own held = own(key);
    SetEntry *e = find(s, held, h, false);
    int result = e ? e->key != NULL : -1;
    if (result > 0) {
        Object *old = e->key;
        *e = (SetEntry){&set_dummy, -1};
        s->used--;
        drop(old);
    }
    drop(held);
    return result;
}

static COLD int discard_set(Ref o, Ref key) {
    if (!object_is_a(key, &set_type) || !err_matches(TypeError)) return -1;
    err_clear();
    Own frozen = set_make_from(&frozenset_type, key);
    if (!frozen) return -1;
    int result = set_discard(o, frozen);
    drop(frozen);
    return result;
}

int set_discard(Ref o, Ref key) {
    Hash h = key_hash(key);
    return UNLIKELY(h == -1) ? discard_set(o, key) : set_discard_hashed(as_set(o), key, h);
}

static void drop_entries(SetEntry *table, ssize_t used) {
    for (SetEntry *e = table; used > 0; e++) {
        if (!set_entry_live(e)) continue;
        used--;
        drop(e->key);
    }
}

void set_clear(Set *s) {
    SetEntry *old = s->table, copy[SET_MIN_SIZE];
    ssize_t used = s->used;
    bool is_block = old != s->small;
    if (!is_block) {
        memcpy(copy, old, sizeof copy);
        old = copy;
    }
    make_empty(s);
    drop_entries(old, used);
    if (is_block) mem_free(old);
}

/* --- from other containers --- */

/* Into an empty table that is large enough. */
static void copy_entries(Set *s, const Set *other) {
    const SetEntry *from = other->table, *end = from + other->mask;
    if (s->mask == other->mask && other->fill == other->used) {
        memcpy(s->table, from, ((size_t)other->mask + 1) * sizeof *from);
        for (; from <= end; from++)
            if (from->key) from->key->refcnt++;
    } else {
        for (size_t mask = (size_t)s->mask; from <= end; from++) {
            if (!set_entry_live(from)) continue;
            *unused_entry(s->table, mask, from->hash) = *from;
            from->key->refcnt++;
        }
    }
    s->fill = s->used = other->used;
    s->all_ints = other->all_ints;
}

int set_merge(Set *s, Set *other) {
    if (other == s || other->used == 0) return 0;
    if ((size_t)(s->fill + other->used) * 5 >= (size_t)s->mask * 3 && set_resize(s, (s->used + other->used) * 2) < 0) return -1;
    if (s->fill == 0) {
        copy_entries(s, other);
        return 0;
    }
    bool ints = s->all_ints && other->all_ints;
    for (ssize_t i = 0; i <= other->mask; i++) {
        const SetEntry *e = &other->table[i];
        if (set_entry_live(e) && set_add_from(s, ints, e->key, e->hash) < 0) return -1;
    }
    return 0;
}

static int merge_dict(Set *s, Ref dict) {
    ssize_t n = dict_used(dict), pos = 0;
    Ref key;
    Hash h;
    if ((size_t)(s->fill + n) * 5 >= (size_t)s->mask * 3 && set_resize(s, (s->used + n) * 2) < 0) return -1;
    while (dict_next(dict, &pos, &key, NULL, &h))
        if (set_add_hashed(s, key, h) < 0) return -1;
    return 0;
}

static int merge_array(Ref s, Ref sequence) {
    for (ssize_t i = 0; i < fast_size(sequence); i++) {
        Own item = own(fast_items(sequence)[i]); /* hashing it can change a list */
        int done = set_add(s, item);
        drop(item);
        if (done < 0) return -1;
    }
    return 0;
}

int set_update(Ref o, Ref iterable) {
    if (is_set(iterable)) return set_merge(as_set(o), as_set(iterable));
    if (is_exact_dict(iterable)) return merge_dict(as_set(o), iterable);
    if (is_exact_list(iterable) || is_exact_tuple(iterable)) return merge_array(o, iterable);
    Own it = object_iter(iterable), item;
    if (!it) return -1;
    int more;
    while ((more = iter_next(it, &item)) > 0) {
        int done = set_add(o, item);
        drop(item);
        if (done < 0) {
            more = -1;
            break;
        }
    }
    drop(it);
    return more;
}

/* --- walking --- */

bool set_next(Ref o, ssize_t *pos, Ref *key, Hash *hash) {
    const Set *s = as_set(o);
    ssize_t i = *pos;
    while (i <= s->mask && !set_entry_live(&s->table[i])) i++;
    *pos = i + 1;
    if (i > s->mask) return false;
    *key = s->table[i].key;
    if (hash) *hash = s->table[i].hash;
    return true;
}
