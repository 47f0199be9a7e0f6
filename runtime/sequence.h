/* sequence.h: what list, tuple, str and bytes share: clipping of slice bounds, counting, comparing. */
#ifndef RUNTIME_SEQUENCE_H
#define RUNTIME_SEQUENCE_H

#include "runtime/object.h"

/* Bounds of s[start:stop] clipped to 0..n, negative ones counted from the end. */
static inline void clip_bounds(ssize_t n, ssize_t *start, ssize_t *stop) {
    if (*start < 0) *start = *start + n < 0 ? 0 : *start + n;
    else if (*start > n) *start = n;
    if (*stop < 0) *stop = *stop + n < 0 ? 0 : *stop + n;
    else if (*stop > n) *stop = n;
    if (*stop < *start) *stop = *start;
}

/* Bounds as index(value, start, stop) takes them: any object with __index__, clipped; 0/-1. */
MUST int sequence_bounds(Ref start_or_null, Ref stop_or_null, ssize_t *start, ssize_t *stop);

/* A window on the items of a list or tuple that may change meanwhile. */
typedef struct Items {
    Object *const *items;
    ssize_t n;
} Items;
/* Rich comparison of two item arrays, which live in objects that `items_of` reads anew before each step. */
MUST Own items_compare(Ref a, Ref b, CmpOp op, Items (*items_of)(Ref));
/* First position in [start, stop) equal to value; -1 absent, -2 error. */
ssize_t items_find(Ref s, Ref value, ssize_t start, ssize_t stop, Items (*items_of)(Ref));
MUST ssize_t items_count(Ref s, Ref value, Items (*items_of)(Ref));
/* repr of a list or tuple: "[a, b]"; last: text between a single item and the closing bracket ("," for a tuple). */
MUST Own items_repr(Ref s, Items (*items_of)(Ref), char open, char close, bool comma_for_one);

#endif
