/* list.h: 40 bytes and a gc head, items in a block of their own, over-allocated as CPython does. */
#ifndef RUNTIME_LIST_H
#define RUNTIME_LIST_H

#include "runtime/type.h"

typedef struct List {
    Object ob;
    ssize_t size;
    Object **items;     /* owned */
    ssize_t allocated;  /* slots; -1 while sort works on it */
} List;
extern Type list_type;
static inline bool is_list(Ref o) { return type_has(o->type, TYPE_IS_LIST); }
static inline bool is_exact_list(Ref o) { return o->type == &list_type; }
static inline ssize_t list_size(Ref l) { return ((const List *)l)->size; }
static inline Ref list_item(Ref l, ssize_t i) { return ((const List *)l)->items[i]; } /* borrowed from a mutable container */
MUST Own list_new(ssize_t n);                              /* n slots, exactly allocated; items NULL: fill all at once */
static inline void list_put_take(Ref l, ssize_t i, Own v) { ((List *)(uintptr_t)l)->items[i] = v; }
MUST Own list_from_array_take(Object **items, ssize_t n);  /* BUILD_LIST: exact allocation */
MUST Own list_from_iterable(Ref iterable);
MUST int list_grow_append_take(List *l, Own v);            /* the slow half of append */
static ALWAYS_INLINE int list_append_take(Ref list, Own v) {
    List *l = (List *)(uintptr_t)list;
    if (LIKELY(l->size < l->allocated)) {
        l->items[l->size++] = v;
        return 0;
    }
    return list_grow_append_take(l, v);
}
MUST int list_append(Ref list, Ref v);
MUST int list_extend(Ref list, Ref iterable);
MUST int list_insert(Ref list, ssize_t i, Ref v);
MUST Own list_slice(Ref list, ssize_t start, ssize_t stop); /* clipped */
MUST int list_set_slice(Ref list, ssize_t start, ssize_t stop, Ref values_or_null);
MUST int list_sort(Ref list, Ref key_or_null, bool reverse);
MUST int list_reverse(Ref list);
MUST Own list_as_tuple(Ref list);
void list_clear(List *l);

#endif
