/* complex.h: complex numbers: 32 bytes, two C doubles. */
#ifndef RUNTIME_COMPLEX_H
#define RUNTIME_COMPLEX_H

#include "runtime/type.h"

typedef struct Complex {
    Object ob;
    double real, imag;
} Complex;
extern Type complex_type;

static inline bool is_complex(Ref o) { return o->type == &complex_type || object_is_a(o, &complex_type); }
static inline double complex_real(Ref o) { return ((const Complex *)o)->real; }
static inline double complex_imag(Ref o) { return ((const Complex *)o)->imag; }
MUST Own complex_new(double real, double imag);
/* The value of o as cmath takes it: complex, __complex__, __float__, __index__. 0/-1. */
MUST int number_as_complex(Ref o, double *real, double *imag);

#endif
