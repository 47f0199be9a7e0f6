/* list.c: lists: a fixed part and a block of item pointers that grows in steps.
 *
 * Growth is CPython's (observable through getsizeof): room for n + n/8 + 6 rounded down to a multiple of 4, unless the step is larger than that
 * room; half-empty blocks shrink. An empty list that is filled from something of known length gets exactly that, rounded up to even.
 * sort works on the list emptied, with allocated == -1, so that a change of the list meanwhile is noticed. */
#include "runtime/list.h"

#include <string.h>

#include "gc/freelist.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/listmethods.h"
#include "runtime/sequence.h"
#include "runtime/set.h"
#include "runtime/simple.h"

Items list_items_of(Ref l) { return (Items){((const List *)l)->items, list_size(l)}; }

enum { MAX_ITEMS_SHIFT = 3 };
static bool too_many(ssize_t n) { return (size_t)n > (size_t)INTPTR_MAX >> MAX_ITEMS_SHIFT; }

static Own new_head(void) {
    List *l = freelist_pop(&freelist_list);
    if (l) {
        GcHead *h = gc_head(&l->ob);
        h->next = h->prev = 0;
        l->ob.refcnt = 1;
        l->ob.type = &list_type;
    } else {
        l = (List *)object_new_static(&list_type, sizeof(List), true);
        if (!l) return raise_memory();
    }
    l->size = l->allocated = 0;
    l->items = NULL;
    return &l->ob;
}

Own list_new(ssize_t n) {
    if (too_many(n)) return raise_memory();
    Own o = new_head();
    if (!o) return NULL;
    List *l = (List *)o;
    if (n) {
        l->items = mem_calloc((size_t)n * sizeof *l->items);
        if (!l->items) {
            object_free_static(o, true);
            return raise_memory();
        }
        l->size = l->allocated = n;
    }
    gc_track(o);
    return o;
}

Own list_from_array_take(Object **items, ssize_t n) {
    Own o = list_new(n);
    if (!o) {
        for (ssize_t i = 0; i < n; i++) drop(items[i]);
        return NULL;
    }
    if (n) memcpy(((List *)o)->items, items, (size_t)n * sizeof *items);
    return o;
}

/* Makes room for n items and sets the size; new slots are uninitialised. On failure nothing has changed. */
int list_resize(List *l, ssize_t n) {
    if (l->allocated >= n && n >= l->allocated >> 1) {
        l->size = n;
        return 0;
    }
    size_t room = ((size_t)n + ((size_t)n >> 3) + 6) & ~(size_t)3;
    if (n - l->size > (ssize_t)(room - (size_t)n)) room = ((size_t)n + 3) & ~(size_t)3;
    if (n == 0) {
        Object **old = l->items;
        l->items = NULL;
        l->size = l->allocated = 0;
        mem_free(old);
        return 0;
    }
    if (too_many((ssize_t)room)) return raise_memory(), -1;
    Object **items = mem_realloc(l->items, room * sizeof *items);
    if (!items) return raise_memory(), -1;
    l->items = items;
    l->size = n;
    l->allocated = (ssize_t)room;
    return 0;
}

/* An empty list gets room for exactly n, rounded up to even. */
static int reserve_exact(List *l, ssize_t n) {
    CHECK(l->items == NULL);
    if (n == 0) return 0;
    n += n & 1;
    if (too_many(n)) return raise_memory(), -1;
    l->items = mem_alloc((size_t)n * sizeof *l->items);
    if (!l->items) return raise_memory(), -1;
    l->allocated = n;
    return 0;
}

int list_grow_append_take(List *l, Own v) {
    ssize_t n = l->size;
    if (list_resize(l, n + 1) < 0) {
        drop(v);
        return -1;
    }
    l->items[n] = v;
    return 0;
}

int list_append(Ref list, Ref v) { return list_append_take(list, own(v)); }

int list_insert(Ref list, ssize_t i, Ref v) {
    List *l = (List *)(uintptr_t)list;
    ssize_t n = l->size;
    if (n == INTPTR_MAX) return raise_error(OverflowError, "cannot add more objects to list"), -1;
    if (list_resize(l, n + 1) < 0) return -1;
    if (i < 0) i = i + n < 0 ? 0 : i + n;
    if (i > n) i = n;
    memmove(l->items + i + 1, l->items + i, (size_t)(n - i) * sizeof *l->items);
    l->items[i] = own(v);
    return 0;
}

/* --- filling --- */

static int extend_from_array(List *l, Ref source, Items (*source_items)(Ref)) {
    Items from = source_items(source);
    ssize_t n = l->size;
    if (from.n == 0) return 0;
    if (!l->items ? reserve_exact(l, from.n) < 0 : list_resize(l, n + from.n) < 0) return -1;
    from = (Items){source_items(source).items, from.n}; /* l may be the source itself */
    for (ssize_t i = 0; i < from.n; i++) l->items[n + i] = own(from.items[i]);
    l->size = n + from.n;
    return 0;
}

static Items tuple_items_of(Ref t) { return (Items){tuple_items(t), tuple_size(t)}; }

static int extend_from_dict(List *l, Ref dict) {
    ssize_t n = l->size, m = dict_used(dict), pos = 0;
    Ref key, value;
    Hash hash;
    if (list_resize(l, n + m) < 0) return -1;
    Object **to = l->items + n;
    while (dict_next(dict, &pos, &key, &value, &hash)) *to++ = own(key);
    return 0;
}

static int extend_from_set(List *l, Ref set) {
    ssize_t n = l->size, m = set_size(set), pos = 0;
    Ref key;
    Hash hash;
    if (list_resize(l, n + m) < 0) return -1;
    Object **to = l->items + n;
    while (set_next(set, &pos, &key, &hash)) *to++ = own(key);
    return 0;
}

static int extend_from_iterator(List *l, Ref iterable) {
    Own it = object_iter(iterable);
    if (!it) return -1;
    int result = -1;
    ssize_t hint = object_length_hint(iterable, 8);
    if (hint < 0) goto done;
    if (!l->items && hint > 0 && (too_many(hint + 1) || reserve_exact(l, hint) < 0)) {
        err_clear(); /* a wrong hint is no reason to fail */
    }
    Own item;
    int more;
    while ((more = iter_next(it, &item)) > 0)
        if (list_append_take((Ref)l, item) < 0) goto done;
    if (more < 0) goto done;
    result = l->size < l->allocated ? list_resize(l, l->size) : 0;
done:
    drop(it);
    return result;
}

int list_extend(Ref list, Ref iterable) {
    List *l = (List *)(uintptr_t)list;
    if (is_exact_list(iterable)) return extend_from_array(l, iterable, list_items_of);
    if (is_exact_tuple(iterable)) return extend_from_array(l, iterable, tuple_items_of);
    if (is_exact_dict(iterable)) return extend_from_dict(l, iterable);
    if (iterable->type == &set_type) return extend_from_set(l, iterable);
    return extend_from_iterator(l, iterable);
}

Own list_from_iterable(Ref iterable) {
    Own l = list_new(0);
    if (l && list_extend(l, iterable) < 0) {
        drop(l);
        return NULL;
    }
    return l;
}

/* --- slices --- */

Own list_slice(Ref list, ssize_t start, ssize_t stop) {
    clip_bounds(list_size(list), &start, &stop);
    Own o = list_new(stop - start);
    for (ssize_t i = start; o && i < stop; i++) list_put_take(o, i - start, own(list_item(list, i)));
    return o;
}

enum { GONE_ON_STACK = 16 };

int list_set_slice(Ref list, ssize_t start, ssize_t stop, Ref values_or_null) {
    List *l = (List *)(uintptr_t)list;
    Own values = NULL;
    Object *few[GONE_ON_STACK], **gone = few;
    int result = -1;
    if (values_or_null) {
        values = values_or_null == list ? list_slice(list, 0, list_size(list))
                                        : sequence_fast(values_or_null, "must assign iterable to extended slice");
        if (!values) return -1;
    }
    ssize_t m = values ? fast_size(values) : 0;
    clip_bounds(l->size, &start, &stop);
    ssize_t n_gone = stop - start, n = l->size, tail = n - stop;
    if (n_gone > GONE_ON_STACK && !(gone = mem_alloc((size_t)n_gone * sizeof *gone))) {
        raise_memory();
        goto done;
    }
    for (ssize_t i = 0; i < n_gone; i++) gone[i] = l->items[start + i];
    if (m > n_gone && list_resize(l, n + m - n_gone) < 0) {
        n_gone = 0;
        goto done;
    }
    if (m != n_gone && l->items) memmove(l->items + start + m, l->items + stop, (size_t)tail * sizeof *l->items);
    if (m < n_gone && list_resize(l, n + m - n_gone) < 0) err_clear(); /* shrinking in place has worked already */
    for (ssize_t i = 0; i < m; i++) l->items[start + i] = own(fast_items(values)[i]);
    result = 0;
    for (ssize_t i = n_gone; --i >= 0;) drop(gone[i]);
done:
    if (gone != few) mem_free(gone);
    drop_x(values);
    return result;
}

int list_reverse(Ref list) {
    List *l = (List *)(uintptr_t)list;
    for (ssize_t i = 0, k = l->size - 1; i < k; i++, k--) {
        Object *o = l->items[i];
        l->items[i] = l->items[k];
        l->items[k] = o;
    }
    return 0;
}

Own list_as_tuple(Ref list) { return tuple_from_array(refs(((const List *)list)->items), list_size(list)); }

void list_clear(List *l) {
    Object **items = l->items;
    ssize_t n = l->size;
    if (!items) return; /* while sort works on it too */
    l->items = NULL;
    l->size = l->allocated = 0;
    while (--n >= 0) drop_x(items[n]);
    mem_free(items);
}

/* --- the type --- */

static void list_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    List *l = (List *)self;
    if (l->items) {
        for (ssize_t i = l->size; --i >= 0;) drop_x(l->items[i]);
        mem_free(l->items);
    }
    if (self->type != &list_type) object_free(self);
    else if (!freelist_push(&freelist_list, self)) object_free_static(self, true);
    trash_end();
}

static int list_traverse(Object *self, VisitFn visit, void *arg) {
    List *l = (List *)self;
    for (ssize_t i = l->size; --i >= 0;) VISIT(l->items[i]);
    return 0;
}

static int list_type_clear(Object *self) {
    list_clear((List *)self);
    return 0;
}

static Own list_repr(Ref self) { return items_repr(self, list_items_of, '[', ']', false); }

static Own list_compare(Ref a, Ref b, CmpOp op) {
    if (!is_list(a) || !is_list(b)) return not_implemented();
    return items_compare(a, b, op, list_items_of);
}

static ssize_t list_len(Ref self) { return list_size(self); }

static Own list_get_item(Ref self, ssize_t i) {
    if ((size_t)i >= (size_t)list_size(self)) return raise_error(IndexError, "list index out of range");
    return own(list_item(self, i));
}

static Own list_subscript(Ref self, Ref key) {
    if (key->type->index) {
        ssize_t i;
        if (sequence_index(key, &((const List *)self)->size, &i, "list index out of range") < 0) return NULL;
        return own(list_item(self, i));
    }
    if (key->type != &slice_type) return raise_error(TypeError, "list indices must be integers or slices, not %T", key);
    ssize_t start, stop, step, n;
    if (slice_indices(key, &((const List *)self)->size, &start, &stop, &step, &n) < 0) return NULL;
    if (step == 1) return list_slice(self, start, start + n);
    Own o = list_new(n);
    for (ssize_t i = 0; o && i < n; i++) list_put_take(o, i, own(list_item(self, start + i * step)));
    return o;
}

/* del l[start::step]: the kept stretches between the deleted items move down. */
static int delete_extended(List *l, ssize_t start, ssize_t step, ssize_t n) {
    if (n == 0) return 0;
    if (step < 0) {
        start += step * (n - 1);
        step = -step;
    }
    Object **gone = mem_alloc((size_t)n * sizeof *gone);
    if (!gone) return raise_memory(), -1;
    ssize_t size = l->size, to = start;
    for (ssize_t i = 0; i < n; i++) {
        ssize_t at = start + i * step, next = i + 1 < n ? at + step : size;
        gone[i] = l->items[at];
        memmove(l->items + to, l->items + at + 1, (size_t)(next - at - 1) * sizeof *l->items);
        to += next - at - 1;
    }
    if (list_resize(l, size - n) < 0) {
        err_clear();
        l->size = size - n;
    }
    for (ssize_t i = 0; i < n; i++) drop(gone[i]);
    mem_free(gone);
    return 0;
}

/* start and stop as the slice has them: making a list of the values can run Python code that changes this one. */
static int set_extended(List *l, ssize_t start, ssize_t stop, ssize_t step, Ref value) {
    Own values = value == (Ref)l ? list_slice(value, 0, list_size(value)) : sequence_fast(value, "must assign iterable to extended slice");
    if (!values) return -1;
    ssize_t n = slice_adjust(l->size, &start, &stop, step), m = fast_size(values);
    if (m != n) {
        drop(values);
        return raise_error(ValueError, "attempt to assign sequence of size %zd to extended slice of size %zd", m, n), -1;
    }
    Object **gone = n ? mem_alloc((size_t)n * sizeof *gone) : NULL;
    if (n && !gone) {
        drop(values);
        return raise_memory(), -1;
    }
    for (ssize_t i = 0; i < n; i++) {
        gone[i] = l->items[start + i * step];
        l->items[start + i * step] = own(fast_items(values)[i]);
    }
    for (ssize_t i = 0; i < n; i++) drop(gone[i]);
    mem_free(gone);
    drop(values);
    return 0;
}

static int list_set_subscript(Ref self, Ref key, Ref value) {
    List *l = (List *)(uintptr_t)self;
    if (key->type->index) {
        ssize_t i;
        if (sequence_index(key, &l->size, &i, "list assignment index out of range") < 0) return -1;
        if (!value) return list_set_slice(self, i, i + 1, NULL);
        obj_set(&l->items[i], own(value));
        return 0;
    }
    if (key->type != &slice_type) return raise_error(TypeError, "list indices must be integers or slices, not %T", key), -1;
    ssize_t start, stop, step;
    if (slice_unpack(key, &start, &stop, &step) < 0) return -1;
    if (step != 1 && value) return set_extended(l, start, stop, step, value);
    ssize_t n = slice_adjust(l->size, &start, &stop, step);
    if (step == 1) return list_set_slice(self, start, n ? start + n : start > stop ? start : stop, value);
    return delete_extended(l, start, step, n);
}

static int list_contains(Ref self, Ref value) {
    ssize_t at = items_find(self, value, 0, INTPTR_MAX, list_items_of);
    return at == -2 ? -1 : at >= 0;
}

static Own list_concat(Ref a, Ref b) {
    if (!is_list(b)) return raise_error(TypeError, "can only concatenate list (not \"%T\") to list", b);
    ssize_t n = list_size(a), m = list_size(b);
    Own o = list_new(n + m);
    for (ssize_t i = 0; o && i < n; i++) list_put_take(o, i, own(list_item(a, i)));
    for (ssize_t i = 0; o && i < m; i++) list_put_take(o, n + i, own(list_item(b, i)));
    return o;
}

static Own list_inplace_concat(Ref a, Ref b) { return list_extend(a, b) < 0 ? NULL : own(a); }

/* Fills to[n ... n * times) with copies of to[0 ... n). */
static void repeat_items(Object **to, ssize_t n, ssize_t times) {
    for (ssize_t i = 0; i < n; i++) to[i]->refcnt += times - 1;
    for (ssize_t k = 1; k < times; k++) memcpy(to + k * n, to, (size_t)n * sizeof *to);
}

static Own list_repeat(Ref self, ssize_t times) {
    ssize_t n = list_size(self);
    if (times < 0) times = 0;
    if (n && times > (INTPTR_MAX >> MAX_ITEMS_SHIFT) / n) return raise_memory();
    Own o = list_new(n * times);
    if (!o || n * times == 0) return o;
    Object **to = ((List *)o)->items;
    for (ssize_t i = 0; i < n; i++) to[i] = own(list_item(self, i));
    repeat_items(to, n, times);
    return o;
}

static Own list_inplace_repeat(Ref self, ssize_t times) {
    List *l = (List *)(uintptr_t)self;
    ssize_t n = l->size;
    if (times <= 0) {
        list_clear(l);
        return own(self);
    }
    if (n && times > (INTPTR_MAX >> MAX_ITEMS_SHIFT) / n) return raise_memory();
    if (n == 0 || times == 1) return own(self);
    if (list_resize(l, n * times) < 0) return NULL;
    repeat_items(l->items, n, times);
    return own(self);
}

static Own list_iter(Ref self) { return seq_iter_new(&list_iter_type, self); }

static Own list_type_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* for __init__ */
    return cls == &list_type ? list_new(0) : instance_new(cls);
}

static Own list_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (args_range("list", nargs, kwnames, 0, 1) < 0) return NULL;
    return nargs ? list_from_iterable(args[0]) : list_new(0);
}

static int list_type_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (args_range("list", nargs, kwnames, 0, 1) < 0) return -1;
    list_clear((List *)(uintptr_t)self);
    return nargs ? list_extend(self, args[0]) : 0;
}

Type list_type = {
    .head = {.ob = {1, &type_type}, .name = "list", .basic_size = sizeof(List), .flags = TYPE_GC | TYPE_BASE | TYPE_SEQUENCE | TYPE_IS_LIST,
             .traverse = list_traverse, .clear = list_type_clear, .dealloc = list_dealloc},
    .doc = "list(iterable=(), /)\n--\n\nA mutable sequence.",
    .signature = "list(iterable=(), /)",
    .repr = list_repr,
    .compare = list_compare,
    .iter = list_iter,
    .len = list_len,
    .subscript = list_subscript,
    .set_subscript = list_set_subscript,
    .item = list_get_item,
    .contains = list_contains,
    .concat = list_concat,
    .inplace_concat = list_inplace_concat,
    .repeat = list_repeat,
    .inplace_repeat = list_inplace_repeat,
    .new = list_type_new,
    .construct = list_construct,
    .init = list_type_init,
    .methods = list_methods,
};
