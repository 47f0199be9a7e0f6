/* generic.h: what annotations are made of: parameterised classes, list[int], and unions, int | None. */
#ifndef RUNTIME_GENERIC_H
#define RUNTIME_GENERIC_H

#include "runtime/object.h"
#include "runtime/str.h"

extern Type generic_alias_type, union_type;
MUST Own generic_alias_new(Ref origin, Ref args);         /* args: a tuple, or the only argument */
/* For the methods table of a built-in class that takes parameters:
 * {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS} */
Own class_m_getitem(Ref cls, Ref const *args);
MUST Own union_or(Ref a, Ref b);                          /* a | b where one is a class; NotImplemented if the other cannot be in a union */

static inline bool is_union(Ref o) { return o->type == &union_type; }
Ref union_args(Ref u);                                    /* its members; a tuple */

/* Type parameters (objects with __typing_subst__) that occur in the arguments, in order; a tuple. One that can be iterated stands for any number of
 * classes: it occurs as generic_unpacked(parameter), typing.Unpack[Ts]. */
MUST Own generic_parameters(Ref args);
MUST Own generic_unpacked(Ref parameter);
/* One value for each parameter, a tuple for one of many: from what stands in the brackets and the parameters' defaults. self is for messages. */
MUST Own generic_values(Ref self, Ref parameters, Ref given);
/* The arguments with what stands in the brackets for the parameters; a tuple. */
MUST Own generic_substitute(Ref self, Ref args, Ref parameters, Ref given);
MUST int generic_write_argument(StrWriter *w, Ref arg);

#endif
