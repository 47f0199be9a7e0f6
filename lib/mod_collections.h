/* mod_collections.h: between the files of the module _collections, the part of collections that is written in C. */
#ifndef LIB_MOD_COLLECTIONS_H
#define LIB_MOD_COLLECTIONS_H

#include "runtime/err.h"
#include "runtime/object.h"

extern Type deque_type, deque_iter_type, deque_reverse_iter_type;          /* mod_collections_deque.c, dequeiter.c */
extern Type ordered_dict_type;                                             /* mod_collections_ordered.c */
/* Sets the bases of the ordered dict's views and readies its type. 0/-1 */
MUST int ordered_dict_init(void);
extern Type defaultdict_type;                                              /* mod_collections.c */

#endif
