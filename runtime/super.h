/* super.h: what the VM needs of super: super().name without making the super object. */
#ifndef RUNTIME_SUPER_H
#define RUNTIME_SUPER_H

#include "runtime/object.h"

/* The attribute `name` that follows `start` in the MRO of type(self) (of self, if that is a class). *unbound: it is a method that takes self.
 * 1 and *out, 0 none, -1. TypeError if self does not belong to start. */
int super_find(Type *start, Ref self, Ref name, Own *out, bool *unbound);

#endif
