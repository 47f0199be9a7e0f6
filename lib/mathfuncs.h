/* mathfuncs.h: what the files of the module math share: the functions whose work is done outside mod_math.c. */
#ifndef LIB_MATHFUNCS_H
#define LIB_MATHFUNCS_H

#include "runtime/object.h"

/* mathgamma.c. Beyond range they give an infinity, outside of their domain a nan; at a pole *pole is set. */
double math_gamma(double x, bool *pole);
double math_lgamma(double x, bool *pole);

/* mathsum.c */
Own math_m_fsum(Ref self, Ref const *args);
Own math_m_sumprod(Ref self, Ref const *args);
Own math_m_prod(Ref self, Ref const *args);
Own math_m_dist(Ref self, Ref const *args);
Own math_hypot(Ref self, Ref const *args, size_t nargs, Ref kwnames);

/* mathint.c */
Own math_gcd(Ref self, Ref const *args, size_t nargs, Ref kwnames);
Own math_lcm(Ref self, Ref const *args, size_t nargs, Ref kwnames);
Own math_m_factorial(Ref self, Ref const *args);
Own math_m_comb(Ref self, Ref const *args);
Own math_m_perm(Ref self, Ref const *args);
Own math_m_isqrt(Ref self, Ref const *args);

#endif
