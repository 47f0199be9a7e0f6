/* mro.c: the method resolution order: C3.
 *
 * The order of a class is the class itself, then the merge of the orders of its bases and of the list of bases. Merging takes, again and again,
 * the first head of a list that is in no list's tail. With one base there is nothing to merge. */
#include <string.h>

#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/typebuild.h"
#include "runtime/typeattr.h"

/* The lists being merged: items[at..n). */
typedef struct MergeList {
    Object *const *items;
    ssize_t n, at;
} MergeList;

static bool in_a_tail(const MergeList *lists, ssize_t n, Ref candidate) {
    for (ssize_t i = 0; i < n; i++)
        for (ssize_t k = lists[i].at + 1; k < lists[i].n; k++)
            if (lists[i].items[k] == candidate) return true;
    return false;
}

static Object *next_head(const MergeList *lists, ssize_t n) {
    for (ssize_t i = 0; i < n; i++)
        if (lists[i].at < lists[i].n && !in_a_tail(lists, n, lists[i].items[lists[i].at])) return lists[i].items[lists[i].at];
    return NULL;
}

static int inconsistent(const MergeList *lists, ssize_t n) {
    StrWriter w = {0};
    for (ssize_t i = 0; i < n; i++) {
        if (lists[i].at == lists[i].n) continue;
        Ref head = lists[i].items[lists[i].at];
        bool seen = false;
        for (ssize_t k = 0; k < i; k++) seen |= lists[k].at < lists[k].n && lists[k].items[lists[k].at] == head;
        if (seen) continue;
        const char *name = type_short_name(as_type(head));
        if ((w.length && writer_ascii(&w, ", ", 2)) || writer_ascii(&w, name, (ssize_t)strlen(name))) return -1;
    }
    Own names_text = writer_finish(&w);
    if (names_text) raise_error(TypeError, "Cannot create a consistent method resolution order (MRO) for bases %S", names_text);
    drop_x(names_text);
    return -1;
}

static Own merge(Type *t, MergeList *lists, ssize_t n) {
    Own order = list_new(0);
    if (!order || list_append(order, (Ref)t)) goto fail;
    for (;;) {
        bool done = true;
        for (ssize_t i = 0; i < n; i++) done &= lists[i].at == lists[i].n;
        if (done) break;
        Object *head = next_head(lists, n);
        if (!head) {
            inconsistent(lists, n);
            goto fail;
        }
        if (list_append(order, head)) goto fail;
        for (ssize_t i = 0; i < n; i++)
            if (lists[i].at < lists[i].n && lists[i].items[lists[i].at] == head) lists[i].at++;
    }
    Own tuple = list_as_tuple(order);
    drop(order);
    return tuple;
fail:
    drop_x(order);
    return NULL;
}

static int refuse_duplicates(Ref bases) {
    for (ssize_t i = 0; i < tuple_size(bases); i++)
        for (ssize_t k = 0; k < i; k++)
            if (tuple_item(bases, i) == tuple_item(bases, k))
                return raise_error(TypeError, "duplicate base class %s", type_short_name(as_type(tuple_item(bases, i)))), -1;
    return 0;
}

static Own single(Type *t, Ref base_mro) {
    ssize_t n = base_mro ? tuple_size(base_mro) : 0;
    Own tuple = tuple_new(n + 1);
    if (!tuple) return NULL;
    tuple_put_take(tuple, 0, own((Ref)t));
    for (ssize_t i = 0; i < n; i++) tuple_put_take(tuple, i + 1, own(tuple_item(base_mro, i)));
    return tuple;
}

Own mro_compute(Type *t) {
    Ref bases = (Ref)t->bases;
    ssize_t n = tuple_size(bases);
    for (ssize_t i = 0; i < n; i++) {
        Type *base = as_type(tuple_item(bases, i));
        if (!base->mro && type_ready(base)) return NULL;
        if (!base->mro) return raise_error(TypeError, "Cannot extend an incomplete type '%s'", base->head.name);
    }
    if (n <= 1) return single(t, n ? (Ref)as_type(tuple_item(bases, 0))->mro : NULL);
    if (refuse_duplicates(bases)) return NULL;
    MergeList *lists = mem_alloc(((size_t)n + 1) * sizeof *lists);
    if (!lists) return raise_memory();
    for (ssize_t i = 0; i < n; i++) {
        Ref mro = (Ref)as_type(tuple_item(bases, i))->mro;
        lists[i] = (MergeList){tuple_items(mro), tuple_size(mro), 0};
    }
    lists[n] = (MergeList){tuple_items(bases), n, 0};
    Own order = merge(t, lists, n + 1);
    mem_free(lists);
    return order;
}

/* --- a metaclass with a mro() of its own --- */

static Own asked_mro(Type *t) {
    Own result = NULL;
    if (object_call_special((Ref)t, NAME_OF(mro), 0, NULL, &result) <= 0) return NULL;
    Own order = tuple_from_iterable(result);
    drop(result);
    const Type *solid = order ? type_solid_base(t) : NULL;
    for (ssize_t i = 0; order && i < tuple_size(order); i++) {
        Ref item = tuple_item(order, i);
        if (!is_type(item)) raise_error(TypeError, "mro() returned a non-class ('%T')", item);
        else if (!type_is_subtype(solid, type_solid_base(as_type(item))))
            raise_error(TypeError, "mro() returned base with unsuitable layout ('%s')", as_type(item)->head.name);
        else continue;
        CLEAR(order);
    }
    return order;
}

int mro_set(Type *t) {
    Type *meta = t->head.ob.type;
    bool asked = meta != &type_type && type_lookup(meta, NAME_OF(mro)) != type_lookup(&type_type, NAME_OF(mro));
    Own order = asked ? asked_mro(t) : mro_compute(t);
    if (!order) return -1;
    obj_set((Object **)&t->mro, order);
    return 0;
}
