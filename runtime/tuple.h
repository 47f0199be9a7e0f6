/* tuple.h: 40 + 8n bytes; the empty tuple is one object. Free lists by length 1..20. */
#ifndef RUNTIME_TUPLE_H
#define RUNTIME_TUPLE_H

#include "runtime/type.h"

struct Tuple {
    Object ob;
    ssize_t size;
    Object *items[]; /* owned; NULL only while it is being filled */
};
extern Type tuple_type;
static inline bool is_tuple(Ref o) { return type_has(o->type, TYPE_IS_TUPLE); }
static inline bool is_exact_tuple(Ref o) { return o->type == &tuple_type; }
static inline ssize_t tuple_size(Ref t) { return ((const Tuple *)t)->size; }
static inline Ref tuple_item(Ref t, ssize_t i) { return ((const Tuple *)t)->items[i]; }
static inline Object **tuple_items(Ref t) { return ((Tuple *)(uintptr_t)t)->items; }
/* n items, all NULL: fill with tuple_put_take before anyone sees it. Tracked already (its traverse skips NULL). n 0: the empty tuple. */
MUST Own tuple_new(ssize_t n);
static inline void tuple_put_take(Ref t, ssize_t i, Own v) { ((Tuple *)(uintptr_t)t)->items[i] = v; }
MUST Own tuple_from_array(Ref const *items, ssize_t n);       /* owns each */
MUST Own tuple_from_array_take(Object **items, ssize_t n);    /* steals each, on failure too */
MUST Own tuple_pack(ssize_t n, ...);                           /* Refs */
MUST Own tuple_from_iterable(Ref iterable);
MUST Own tuple_slice(Ref t, ssize_t start, ssize_t stop);

#endif
