/* setops.c: the algebra of sets. Which side is walked, and so which of two equal keys is kept and how large the result's table becomes, is
 * CPython's choice: the smaller one where the other can be looked into; a difference copies the left side when that is much larger.
 *
 * Two sets of ints need no comparison of keys at all; and what one set holds once goes into an empty result without looking for it first. */
#include "runtime/dict.h"
#include "runtime/settable.h"

static inline bool both_ints(const Set *a, const Set *b) { return a->all_ints && b->all_ints; }

/* The items of a that b has (wanted 1) or has not (0), into an empty result. */
static int select_ints(Set *result, const Set *a, Set *b, int wanted) {
    for (ssize_t i = 0; i <= a->mask; i++) {
        const SetEntry *e = &a->table[i];
        if (!set_entry_live(e) || set_has(b, true, e->key, e->hash) != wanted) continue;
        set_put_new_take(result, own(e->key), e->hash);
        if (set_grow_if_full(result) < 0) return -1;
    }
    return 0;
}

static int select_items(Set *result, const Set *a, Set *b, int wanted) {
    if (both_ints(a, b)) return select_ints(result, a, b, wanted);
    for (ssize_t i = 0; i <= a->mask; i++) {
        const SetEntry *e = &a->table[i];
        if (!set_entry_live(e)) continue;
        Hash h = e->hash;
        Own key = own(e->key);
        int has = set_contains_hashed(b, key, h);
        if (has == wanted) has = set_add_hashed(result, key, h);
        drop(key);
        if (has < 0) return -1;
    }
    return 0;
}

static Own drop_unless(Own result, int done) {
    if (done == 0) return result;
    drop(result);
    return NULL;
}

Own set_copy(Ref s) { return set_make_from(set_base_type(s), s); }

Own set_union(Ref s, Ref other) {
    Own result = set_copy(s);
    return !result || s == other ? result : drop_unless(result, set_update(result, other));
}

/* --- intersection --- */

static int intersect_iterable(Set *result, Set *s, Ref iterable) {
    Own it = object_iter(iterable), item;
    if (!it) return -1;
    int more;
    while ((more = iter_next(it, &item)) > 0) {
        Hash h = key_hash(item);
        int has = h == -1 ? -1 : set_contains_hashed(s, item, h);
        if (has > 0) has = set_add_hashed(result, item, h);
        drop(item);
        if (has < 0) {
            more = -1;
            break;
        }
    }
    drop(it);
    return more;
}

Own set_intersection(Ref a, Ref b) {
    if (a == b) return set_copy(a);
    Own result = set_make(set_base_type(a));
    if (!result) return NULL;
    if (!is_set(b)) return drop_unless(result, intersect_iterable(as_set(result), as_set(a), b));
    bool swap = set_size(b) > set_size(a);
    return drop_unless(result, select_items(as_set(result), as_set(swap ? a : b), as_set(swap ? b : a), 1));
}

void set_swap(Set *a, Set *b) {
    Set t = *a;
    bool a_small = a->table == a->small, b_small = b->table == b->small;
    a->fill = b->fill;
    a->used = b->used;
    a->mask = b->mask;
    a->all_ints = b->all_ints;
    a->table = b_small ? a->small : b->table;
    memcpy(a->small, b->small, sizeof a->small);
    b->fill = t.fill;
    b->used = t.used;
    b->mask = t.mask;
    b->all_ints = t.all_ints;
    b->table = a_small ? b->small : t.table;
    memcpy(b->small, t.small, sizeof b->small);
}

int set_intersection_update(Ref s, Ref other) {
    Own result = set_intersection(s, other);
    if (!result) return -1;
    set_swap(as_set(s), as_set(result));
    drop(result);
    return 0;
}

/* --- difference --- */

static int discard_all(Set *s, const Set *other) {
    for (ssize_t i = 0; i <= other->mask; i++) {
        const SetEntry *e = &other->table[i];
        if (set_entry_live(e) && set_discard_hashed(s, e->key, e->hash) < 0) return -1;
    }
    return 0;
}

static int discard_iterable(Ref s, Ref iterable) {
    Own it = object_iter(iterable), item;
    if (!it) return -1;
    int more;
    while ((more = iter_next(it, &item)) > 0) {
        Hash h = key_hash(item);
        int done = h == -1 ? -1 : set_discard_hashed(as_set(s), item, h);
        drop(item);
        if (done < 0) {
            more = -1;
            break;
        }
    }
    drop(it);
    return more;
}

int set_difference_update(Ref o, Ref other) {
    Set *s = as_set(o);
    if (o == other) {
        set_clear(s);
        return 0;
    }
    int done;
    if (!is_set(other)) {
        done = discard_iterable(o, other);
    } else {
        Own common = set_size(other) >> 3 > s->used ? set_intersection(o, other) : own(other);
        if (!common) return -1;
        done = discard_all(s, as_set(common));
        drop(common);
    }
    if (done < 0) return -1;
    if ((size_t)(s->fill - s->used) <= (size_t)s->mask / 4) return 0;
    return set_resize(s, s->used > 50000 ? s->used * 2 : s->used * 4);
}

static int subtract_dict(Set *result, const Set *s, Ref dict) {
    for (ssize_t i = 0; i <= s->mask; i++) {
        const SetEntry *e = &s->table[i];
        if (!set_entry_live(e)) continue;
        Hash h = e->hash;
        Own key = own(e->key), value;
        int has = dict_get_hashed(dict, key, h, &value);
        drop_x(value);
        if (has == 0) has = set_add_hashed(result, key, h);
        drop(key);
        if (has < 0) return -1;
    }
    return 0;
}

Own set_difference(Ref s, Ref other) {
    bool from_set = is_set(other);
    ssize_t n = from_set ? set_size(other) : is_exact_dict(other) ? dict_used(other) : -1;
    if (n < 0 || set_size(s) >> 2 > n) {
        Own copy = set_copy(s);
        return copy ? drop_unless(copy, set_difference_update(copy, other)) : NULL;
    }
    Own result = set_make(set_base_type(s));
    if (!result) return NULL;
    if (!from_set) return drop_unless(result, subtract_dict(as_set(result), as_set(s), other));
    return drop_unless(result, select_items(as_set(result), as_set(s), as_set(other), 0));
}

/* --- symmetric difference --- */

static int toggle_all(Set *s, const Set *other) {
    bool ints = both_ints(s, other);
    for (ssize_t i = 0; i <= other->mask; i++) {
        const SetEntry *e = &other->table[i];
        if (set_entry_live(e) && set_toggle_from(s, ints, e->key, e->hash) < 0) return -1;
    }
    return 0;
}

int set_symmetric_difference_update(Ref o, Ref other) {
    Set *s = as_set(o);
    if (o == other) {
        set_clear(s);
        return 0;
    }
    if (is_exact_dict(other)) {
        Ref key;
        Hash h;
        for (ssize_t pos = 0; dict_next(other, &pos, &key, NULL, &h);)
            if (set_toggle_from(s, false, key, h) < 0) return -1;
        return 0;
    }
    Own items = is_set(other) ? own(other) : set_make_from(set_base_type(o), other);
    if (!items) return -1;
    int done = toggle_all(s, as_set(items));
    drop(items);
    return done;
}

Own set_symmetric_difference(Ref s, Ref other) {
    Own result = set_make_from(set_base_type(s), other);
    return result ? drop_unless(result, set_symmetric_difference_update(result, s)) : NULL;
}

/* --- comparisons --- */

int set_is_subset(Ref s, Ref other) {
    if (!is_set(other)) {
        Own common = set_intersection(s, other);
        if (!common) return -1;
        int all = set_size(common) == set_size(s);
        drop(common);
        return all;
    }
    if (set_size(s) > set_size(other)) return 0;
    const Set *a = as_set(s);
    bool ints = both_ints(a, as_set(other));
    for (ssize_t i = 0; i <= a->mask; i++) {
        const SetEntry *e = &a->table[i];
        if (!set_entry_live(e)) continue;
        int has = set_has(as_set(other), ints, e->key, e->hash);
        if (has <= 0) return has;
    }
    return 1;
}

/* 1 if the set has each (all) or has one (not all) of the items; else 0. */
static int has_items(Ref s, Ref iterable, bool all) {
    Own it = object_iter(iterable), item;
    if (!it) return -1;
    int more, has = all;
    while ((more = iter_next(it, &item)) > 0) {
        Hash h = key_hash(item);
        has = h == -1 ? -1 : set_contains_hashed(as_set(s), item, h);
        drop(item);
        if (has != all) break;
    }
    drop(it);
    return more < 0 ? -1 : has;
}

int set_is_superset(Ref s, Ref other) { return is_set(other) ? set_is_subset(other, s) : has_items(s, other, true); }

int set_is_disjoint(Ref s, Ref other) {
    if (s == other) return set_size(s) == 0;
    if (!is_exact_any_set(other)) {
        int has = has_items(s, other, false);
        return has < 0 ? -1 : !has;
    }
    bool swap = set_size(other) > set_size(s);
    const Set *walked = as_set(swap ? s : other);
    Set *asked = as_set(swap ? other : s);
    bool ints = both_ints(walked, asked);
    for (ssize_t i = 0; i <= walked->mask; i++) {
        const SetEntry *e = &walked->table[i];
        if (!set_entry_live(e)) continue;
        int has = set_has(asked, ints, e->key, e->hash);
        if (has) return has < 0 ? -1 : 0;
    }
    return 1;
}
