/* weakproxy.h: between weakref.c and weakproxy.c. */
#ifndef RUNTIME_WEAKPROXY_H
#define RUNTIME_WEAKPROXY_H

#include "runtime/weakref.h"

MUST Own weakref_make(Type *kind, Ref o, Ref callback_or_null);
MUST Own weakref_repr_as(Ref self, const char *kind);
int weakref_traverse(Object *self, VisitFn visit, void *arg);
int weakref_clear_self(Object *self);
void weakref_dealloc(Object *self);

#endif
