/* typeparam.h: the types of PEP 695: type parameters, type aliases, and Generic. */
#ifndef VM_TYPEPARAM_H
#define VM_TYPEPARAM_H

#include "runtime/object.h"

extern Type type_var_type, param_spec_type, type_var_tuple_type, type_alias_type; /* typeparam.c */
extern Type generic_type;                                                         /* generic.c */

#endif
