/* listmethods.h: between list.c and the files of its methods. */
#ifndef RUNTIME_LISTMETHODS_H
#define RUNTIME_LISTMETHODS_H

#include "runtime/sequence.h"

extern const Method list_methods[];
Items list_items_of(Ref l);
MUST int list_resize(List *l, ssize_t n);

#endif
