/* ordering.h: a < b for the modules that do nothing but ask that: without calls for numbers, strings, and tuples that begin with different numbers. */
#ifndef LIB_ORDERING_H
#define LIB_ORDERING_H

#include "runtime/float.h"
#include "runtime/object.h"
#include "runtime/str.h"

enum { LESS_UNKNOWN = 2 };
/* 1, 0, or LESS_UNKNOWN: ask the objects. */
static ALWAYS_INLINE int less_number(Ref a, Ref b) {
    if (is_exact_int(a) && is_exact_int(b) && int_is_compact(a) && int_is_compact(b)) return int_value(a) < int_value(b);
    if (is_exact_float(a) && is_exact_float(b)) return float_value(a) < float_value(b);
    return LESS_UNKNOWN;
}
static inline int less_quick(Ref a, Ref b) {
    int less = less_number(a, b);
    if (less != LESS_UNKNOWN) return less;
    if (is_exact_str(a) && is_exact_str(b)) return str_compare(a, b) < 0;
    if (is_exact_tuple(a) && is_exact_tuple(b) && tuple_size(a) && tuple_size(b)) {
        Ref p = tuple_item(a, 0), q = tuple_item(b, 0);
        less = less_number(p, q);
        if (less == 0 && less_number(q, p) != 1) less = LESS_UNKNOWN; /* equal: the second items decide */
    }
    return less;
}
/* 1, 0, -1 */
static inline int less_than(Ref a, Ref b) {
    int less = less_quick(a, b);
    if (less != LESS_UNKNOWN) return less;
    Own x = own(a), y = own(b); /* the comparison may change the list that they are in */
    less = object_compare_bool(x, y, CMP_LT);
    drop(x);
    drop(y);
    return less;
}

#endif
