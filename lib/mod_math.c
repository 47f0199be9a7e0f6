/* mod_math.c: the module math: the C library's functions with Python's errors, and what is done on single floats.
 *
 * A nan out of arguments that are none is a domain error; an infinity out of finite ones is a range error where the function can overflow, a pole
 * and so a domain error where it cannot. Underflow is no error. */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "lib/mathfuncs.h"
#include "lib/modules.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/str.h"

static Own domain_error(void) { return raise_error(ValueError, "math domain error"); }
static Own range_error(void) { return raise_error(OverflowError, "math range error"); }

/* false: exception set */
static ALWAYS_INLINE bool number(Ref o, double *out) {
    if (LIKELY(is_exact_float(o))) {
        *out = float_value(o);
        return true;
    }
    *out = number_as_double(o);
    return *out != -1.0 || !err_set();
}

/* --- one argument --- */

static NOINLINE Own bad_result(double x, double r, bool can_overflow) {
    if (isnan(x) || isinf(x)) return isnan(r) && !isnan(x) ? domain_error() : float_new(r);
    return isnan(r) || !can_overflow ? domain_error() : range_error();
}

#define FUNCTION(name, can_overflow)                                                  \
    static Own math_m_##name(Ref self, Ref const *args) {                             \
        (void)self;                                                                   \
        double x;                                                                     \
        if (!number(args[0], &x)) return NULL;                                        \
        double r = name(x);                                                           \
        return LIKELY(isfinite(r)) ? float_new(r) : bad_result(x, r, can_overflow);   \
    }
FUNCTION(acos, false)
FUNCTION(acosh, false)
FUNCTION(asin, false)
FUNCTION(asinh, false)
FUNCTION(atan, false)
FUNCTION(atanh, false)
FUNCTION(cbrt, false)
FUNCTION(cos, false)
FUNCTION(cosh, true)
FUNCTION(erf, false)
FUNCTION(erfc, false)
FUNCTION(exp, true)
FUNCTION(exp2, true)
FUNCTION(expm1, true)
FUNCTION(fabs, false)
FUNCTION(log1p, false)
FUNCTION(sin, false)
FUNCTION(sinh, true)
FUNCTION(sqrt, false)
FUNCTION(tan, false)
FUNCTION(tanh, false)

static Own gamma_result(Ref o, double (*f)(double x, bool *pole)) {
    double x;
    bool pole;
    if (!number(o, &x)) return NULL;
    double r = f(x, &pole);
    if (pole || (isnan(r) && !isnan(x))) return domain_error();
    return isinf(r) && isfinite(x) ? range_error() : float_new(r);
}
static Own math_m_gamma(Ref self, Ref const *args) { return (void)self, gamma_result(args[0], math_gamma); }
static Own math_m_lgamma(Ref self, Ref const *args) { return (void)self, gamma_result(args[0], math_lgamma); }

static Own math_m_degrees(Ref self, Ref const *args) {
    (void)self;
    double x;
    return number(args[0], &x) ? float_new(x * (180.0 / M_PI)) : NULL;
}
static Own math_m_radians(Ref self, Ref const *args) {
    (void)self;
    double x;
    return number(args[0], &x) ? float_new(x * (M_PI / 180.0)) : NULL;
}

static Own math_m_isfinite(Ref self, Ref const *args) {
    (void)self;
    double x;
    return number(args[0], &x) ? bool_new(isfinite(x)) : NULL;
}
static Own math_m_isinf(Ref self, Ref const *args) {
    (void)self;
    double x;
    return number(args[0], &x) ? bool_new(isinf(x)) : NULL;
}
static Own math_m_isnan(Ref self, Ref const *args) {
    (void)self;
    double x;
    return number(args[0], &x) ? bool_new(isnan(x)) : NULL;
}

/* --- logarithms: of ints of any size --- */

static bool log_of(Ref o, double (*f)(double), double *out) {
    double x;
    if (is_int(o)) {
        if (int_sign(o) <= 0) return domain_error(), false;
        x = int_to_double(o);
        if (x == -1.0 && err_set()) { /* beyond the floats: the exponent apart */
            ssize_t e;
            err_clear();
            x = int_frexp(o, &e);
            *out = f(x) + f(2.0) * (double)e;
            return true;
        }
    } else if (!number(o, &x)) {
        return false;
    }
    if (x <= 0.0) return domain_error(), false;
    *out = f(x);
    return true;
}

static Own math_m_log(Ref self, Ref const *args) {
    (void)self;
    double x, base;
    if (!log_of(args[0], log, &x)) return NULL;
    if (!args[1]) return float_new(x);
    if (!log_of(args[1], log, &base)) return NULL;
    return base == 0.0 ? raise_error(ZeroDivisionError, "float division by zero") : float_new(x / base);
}
static Own math_m_log2(Ref self, Ref const *args) {
    (void)self;
    double x;
    return log_of(args[0], log2, &x) ? float_new(x) : NULL;
}
static Own math_m_log10(Ref self, Ref const *args) {
    (void)self;
    double x;
    return log_of(args[0], log10, &x) ? float_new(x) : NULL;
}

/* --- two and three arguments --- */

#define FUNCTION_2(name)                                                                                        \
    static Own math_m_##name(Ref self, Ref const *args) {                                                       \
        (void)self;                                                                                             \
        double x, y;                                                                                            \
        if (!number(args[0], &x) || !number(args[1], &y)) return NULL;                                          \
        double r = name(x, y);                                                                                  \
        return UNLIKELY(isnan(r)) && !isnan(x) && !isnan(y) ? domain_error() : float_new(r);                    \
    }
FUNCTION_2(atan2)
FUNCTION_2(copysign)
FUNCTION_2(fmod)
FUNCTION_2(remainder)

static Own math_m_pow(Ref self, Ref const *args) {
    (void)self;
    double x, y;
    if (!number(args[0], &x) || !number(args[1], &y)) return NULL;
    double r = pow(x, y);
    if (LIKELY(isfinite(r)) || !isfinite(x) || !isfinite(y)) return float_new(r);
    return isnan(r) || x == 0.0 ? domain_error() : range_error();
}

static Own math_m_ldexp(Ref self, Ref const *args) {
    (void)self;
    double x, r;
    int64_t e;
    if (!number(args[0], &x)) return NULL;
    if (!is_int(args[1])) return raise_error(TypeError, "Expected an int as second argument to ldexp.");
    if (!int_to_int64(args[1], &e)) e = int_sign(args[1]) < 0 ? INT_MIN : INT_MAX;
    r = ldexp(x, e > INT_MAX ? INT_MAX : e < INT_MIN ? INT_MIN : (int)e);
    return isinf(r) && isfinite(x) ? range_error() : float_new(r);
}

static Own pair_take(Own a, Own b) {
    Own pair = a && b ? tuple_pack(2, (Ref)a, (Ref)b) : NULL;
    drop_x(a);
    drop_x(b);
    return pair;
}

static Own math_m_frexp(Ref self, Ref const *args) {
    (void)self;
    double x;
    int e = 0;
    if (!number(args[0], &x)) return NULL;
    if (isfinite(x)) x = frexp(x, &e);
    return pair_take(float_new(x), int_new(e));
}

static Own math_m_modf(Ref self, Ref const *args) {
    (void)self;
    double x, whole;
    if (!number(args[0], &x)) return NULL;
    double part = modf(x, &whole);
    return pair_take(float_new(part), float_new(whole));
}

static Own math_m_fma(Ref self, Ref const *args) {
    (void)self;
    double x, y, z;
    if (!number(args[0], &x) || !number(args[1], &y) || !number(args[2], &z)) return NULL;
    double r = fma(x, y, z);
    if (isnan(r) && !isnan(x) && !isnan(y) && !isnan(z)) return raise_error(ValueError, "invalid operation in fma");
    if (isinf(r) && isfinite(x) && isfinite(y) && isfinite(z)) return raise_error(OverflowError, "overflow in fma");
    return float_new(r);
}

/* A tolerance that was given. */
static bool tolerance(Ref o, double *out) { return !o || number(o, out); }

static Own math_m_isclose(Ref self, Ref const *args) {
    (void)self;
    double a, b, relative = 1e-09, absolute = 0.0;
    if (!number(args[0], &a) || !number(args[1], &b) || !tolerance(args[2], &relative) || !tolerance(args[3], &absolute)) return NULL;
    if (relative < 0.0 || absolute < 0.0) return raise_error(ValueError, "tolerances must be non-negative");
    if (a == b) return bool_new(true);
    if (isinf(a) || isinf(b)) return bool_new(false);
    double distance = fabs(b - a);
    return bool_new(distance <= fabs(relative * b) || distance <= fabs(relative * a) || distance <= absolute);
}

/* --- neighbours --- */

/* Doubles in their order as integers: neighbours differ by 1, both zeros are 0. */
static int64_t rank_of(double x) {
    int64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits < 0 ? -(bits & INT64_MAX) : bits;
}
static double of_rank(int64_t rank, double zero) {
    int64_t bits = rank < 0 ? -rank | INT64_MIN : rank;
    double x;
    memcpy(&x, &bits, sizeof x);
    return rank ? x : zero;
}

static Own math_m_nextafter(Ref self, Ref const *args) {
    (void)self;
    double x, y;
    if (!number(args[0], &x) || !number(args[1], &y)) return NULL;
    if (!args[2] || args[2] == NONE) return float_new(nextafter(x, y));
    Own steps = number_index(args[2]);
    if (!steps) return NULL;
    int64_t n;
    int sign = int_sign(steps);
    if (!int_to_int64(steps, &n)) n = INT64_MAX;
    drop(steps);
    if (sign < 0) return raise_error(ValueError, "steps must be a non-negative integer");
    if (n == 0) return float_new(x);
    if (isnan(x)) return float_new(x);
    if (isnan(y) || x == y) return float_new(y);
    int64_t from = rank_of(x), to = rank_of(y);
    uint64_t distance = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    if ((uint64_t)n >= distance) return float_new(y);
    return float_new(of_rank(from < to ? from + n : from - n, copysign(0.0, x)));
}

static Own math_m_ulp(Ref self, Ref const *args) {
    (void)self;
    double x;
    if (!number(args[0], &x)) return NULL;
    if (isnan(x)) return float_new(x);
    x = fabs(x);
    if (isinf(x)) return float_new(x);
    double above = nextafter(x, INFINITY);
    return float_new(isinf(above) ? x - nextafter(x, 0.0) : above - x);
}

/* --- to ints, by the methods of the number --- */

static Own rounded(Ref o, Ref method, double (*f)(double)) {
    Own result;
    double x;
    if (is_exact_float(o)) return int_from_double(f(float_value(o)));
    if (is_exact_int(o)) return own(o);
    int found = object_call_special(o, method, 0, NULL, &result);
    if (found) return found > 0 ? result : NULL;
    return number(o, &x) ? int_from_double(f(x)) : NULL;
}
static Own math_m_ceil(Ref self, Ref const *args) { return (void)self, rounded(args[0], NAME_OF(dunder_ceil), ceil); }
static Own math_m_floor(Ref self, Ref const *args) { return (void)self, rounded(args[0], NAME_OF(dunder_floor), floor); }
static Own math_m_trunc(Ref self, Ref const *args) {
    (void)self;
    Own result;
    if (is_exact_float(args[0])) return int_from_double(float_value(args[0]));
    int found = object_call_special(args[0], NAME_OF(dunder_trunc), 0, NULL, &result);
    if (found == 0) return raise_error(TypeError, "type %.100T doesn't define __trunc__ method", args[0]);
    return found > 0 ? result : NULL;
}

static const Method math_methods[] = {
    {"acos(x, /)", math_m_acos, "The angle in radians, 0 to pi, whose cosine is x.", 0, NULL},
    {"acosh(x, /)", math_m_acosh, "The inverse of cosh.", 0, NULL},
    {"asin(x, /)", math_m_asin, "The angle in radians, -pi/2 to pi/2, whose sine is x.", 0, NULL},
    {"asinh(x, /)", math_m_asinh, "The inverse of sinh.", 0, NULL},
    {"atan(x, /)", math_m_atan, "The angle in radians, -pi/2 to pi/2, whose tangent is x.", 0, NULL},
    {"atan2(y, x, /)", math_m_atan2, "The angle in radians, -pi to pi, of the point (x, y).", 0, NULL},
    {"atanh(x, /)", math_m_atanh, "The inverse of tanh.", 0, NULL},
    {"cbrt(x, /)", math_m_cbrt, "The cube root of x.", 0, NULL},
    {"ceil(x, /)", math_m_ceil, "The smallest int that is not below x.", 0, NULL},
    {"comb(n, k, /)", math_m_comb, "In how many ways k of n things can be chosen, when order does not matter.", 0, NULL},
    {"copysign(x, y, /)", math_m_copysign, "The size of x with the sign of y, which may be a negative zero.", 0, NULL},
    {"cos(x, /)", math_m_cos, "The cosine of x radians.", 0, NULL},
    {"cosh(x, /)", math_m_cosh, "The hyperbolic cosine of x.", 0, NULL},
    {"degrees(x, /)", math_m_degrees, "x radians in degrees.", 0, NULL},
    {"dist(p, q, /)", math_m_dist, "The distance of two points, given as sequences of coordinates.", 0, NULL},
    {"erf(x, /)", math_m_erf, "The error function at x.", 0, NULL},
    {"erfc(x, /)", math_m_erfc, "1 - erf(x), exact for large x.", 0, NULL},
    {"exp(x, /)", math_m_exp, "e to the power of x.", 0, NULL},
    {"exp2(x, /)", math_m_exp2, "2 to the power of x.", 0, NULL},
    {"expm1(x, /)", math_m_expm1, "exp(x) - 1, exact for small x.", 0, NULL},
    {"fabs(x, /)", math_m_fabs, "The absolute value as a float.", 0, NULL},
    {"factorial(n, /)", math_m_factorial, "n!: the product of the ints from 1 to n.", 0, NULL},
    {"floor(x, /)", math_m_floor, "The largest int that is not above x.", 0, NULL},
    {"fma(x, y, z, /)", math_m_fma, "x * y + z, rounded once.", 0, NULL},
    {"fmod(x, y, /)", math_m_fmod, "The remainder of x / y with the sign of x, as C computes it.", 0, NULL},
    {"frexp(x, /)", math_m_frexp, "(m, e) with x == m * 2**e and 0.5 <= abs(m) < 1; (0.0, 0) for 0.", 0, NULL},
    {"fsum(seq, /)", math_m_fsum, "The sum of floats, rounded once.", 0, NULL},
    {"gamma(x, /)", math_m_gamma, "The gamma function at x.", 0, NULL},
    {"gcd(*integers)", NULL, "The greatest common divisor.", 0, math_gcd},
    {"hypot(*coordinates)", NULL, "The distance of a point from the origin: the root of the sum of squares.", 0, math_hypot},
    {"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", math_m_isclose,
     "Do a and b differ by no more than rel_tol times the larger one, or by no more than abs_tol?", 0, NULL},
    {"isfinite(x, /)", math_m_isfinite, "Is x neither infinite nor nan?", 0, NULL},
    {"isinf(x, /)", math_m_isinf, "Is x infinite?", 0, NULL},
    {"isnan(x, /)", math_m_isnan, "Is x a nan?", 0, NULL},
    {"isqrt(n, /)", math_m_isqrt, "The whole part of the square root of an int.", 0, NULL},
    {"lcm(*integers)", NULL, "The least common multiple.", 0, math_lcm},
    {"ldexp(x, i, /)", math_m_ldexp, "x * 2**i", 0, NULL},
    {"lgamma(x, /)", math_m_lgamma, "The natural logarithm of the absolute value of gamma(x).", 0, NULL},
    {"log(x, base=math.e, /)", math_m_log, "The logarithm of x, natural or to the given base.", 0, NULL},
    {"log10(x, /)", math_m_log10, "The logarithm of x to base 10.", 0, NULL},
    {"log1p(x, /)", math_m_log1p, "The natural logarithm of 1 + x, exact for small x.", 0, NULL},
    {"log2(x, /)", math_m_log2, "The logarithm of x to base 2.", 0, NULL},
    {"modf(x, /)", math_m_modf, "The fractional and the whole part of x, both with its sign.", 0, NULL},
    {"nextafter(x, y, /, *, steps=None)", math_m_nextafter, "The float that is so many steps (1) from x towards y.", 0, NULL},
    {"perm(n, k=None, /)", math_m_perm, "In how many ways k of n things can be chosen and ordered; k None: all.", 0, NULL},
    {"pow(x, y, /)", math_m_pow, "x to the power of y, as floats.", 0, NULL},
    {"prod(iterable, /, *, start=1)", math_m_prod, "start times all the items.", 0, NULL},
    {"radians(x, /)", math_m_radians, "x degrees in radians.", 0, NULL},
    {"remainder(x, y, /)", math_m_remainder, "x less the multiple of y that is nearest to it.", 0, NULL},
    {"sin(x, /)", math_m_sin, "The sine of x radians.", 0, NULL},
    {"sinh(x, /)", math_m_sinh, "The hyperbolic sine of x.", 0, NULL},
    {"sqrt(x, /)", math_m_sqrt, "The square root of x.", 0, NULL},
    {"sumprod(p, q, /)", math_m_sumprod, "The sum of the products of the items of p and q, pair by pair.", 0, NULL},
    {"tan(x, /)", math_m_tan, "The tangent of x radians.", 0, NULL},
    {"tanh(x, /)", math_m_tanh, "The hyperbolic tangent of x.", 0, NULL},
    {"trunc(x, /)", math_m_trunc, "x cut to an int, by its __trunc__ method.", 0, NULL},
    {"ulp(x, /)", math_m_ulp, "The value of the last bit of the float x.", 0, NULL},
    {0}};

Own mod_math_init(void) {
    static const struct { const char *name; double value; } constants[] = {
        {"pi", M_PI}, {"e", M_E}, {"tau", 2 * M_PI}, {"inf", INFINITY}, {"nan", NAN}};
    Own module = modules_new("math", math_methods);
    if (module && module_add(module, "__doc__", str_from_text("Functions on numbers, as C has them and more.")) < 0) CLEAR(module);
    for (size_t i = 0; module && i < sizeof constants / sizeof *constants; i++)
        if (module_add(module, constants[i].name, float_new(constants[i].value)) < 0) CLEAR(module);
    return module;
}
