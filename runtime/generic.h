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

/* Type parameters that occur in the arguments, in order; a tuple. */
MUST Own generic_parameters(Ref args);
/* The arguments with these values for the parameters; a tuple. self is for messages. */
MUST Own generic_substitute(Ref self, Ref args, Ref parameters, Ref values);
MUST int generic_write_argument(StrWriter *w, Ref arg);

#endif
