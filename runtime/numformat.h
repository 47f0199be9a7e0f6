/* numformat.h: __format__ of int, float and complex; spec is a str. */
#ifndef RUNTIME_NUMFORMAT_H
#define RUNTIME_NUMFORMAT_H

#include "runtime/type.h"

MUST Own int_format_spec(Ref o, Ref spec);
MUST Own float_format_spec(Ref o, Ref spec);
MUST Own complex_format_spec(Ref o, Ref spec);
/* The spec argument of a __format__ method: TypeError unless it is a str. 0/-1. */
MUST int format_spec_check(Ref spec);

#endif
