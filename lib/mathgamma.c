/* mathgamma.c: the gamma function and its logarithm, after Lanczos.
 *
 *     gamma(x) = (x + g - 1/2)^(x - 1/2) / e^(x + g - 1/2) * L(x)
 *
 * with g = 6.0246... and L a quotient of two polynomials of degree 12 (numerator by Godfrey and Pugh, denominator x (x+1) ... (x+11)).
 * Negative arguments are reflected: gamma(-x) = -pi / (x sin(pi x) gamma(x)). The order of the operations is CPython's, so that the last
 * bit is, too; small whole numbers come from multiplication. */
#include "lib/mathfuncs.h"

#include <math.h>

enum { LANCZOS_TERMS = 13, WHOLE_MAX = 23 };
static const double lanczos_g = 6.024680040776729583740234375, lanczos_g_less_half = 5.524680040776729583740234375;
static const double log_pi = 1.144729885849400174143427351353058711647;

static const double numerator[LANCZOS_TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const double denominator[LANCZOS_TERMS] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                                  2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};

/* Large x by powers of 1/x, lest the powers overflow. */
static double lanczos_sum(double x) {
    double n = 0.0, d = 0.0;
    if (x < 5.0) {
        for (int i = LANCZOS_TERMS; --i >= 0;) {
            n = n * x + numerator[i];
            d = d * x + denominator[i];
        }
    } else {
        for (int i = 0; i < LANCZOS_TERMS; i++) {
            n = n / x + numerator[i];
            d = d / x + denominator[i];
        }
    }
    return n / d;
}

/* sin(pi x) without the loss of a large argument: the quarter of the circle first. */
static double sin_pi(double x) {
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(M_PI * y); break;
    case 1: r = cos(M_PI * (y - 0.5)); break;
    case 2: r = sin(M_PI * (1.0 - y)); break; /* not -sin(pi (y - 1)): the sign of zero */
    case 3: r = -cos(M_PI * (y - 1.5)); break;
    default: r = sin(M_PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

static double whole_gamma(int n) {
    double r = 1.0; /* exact up to 22! */
    for (int i = 2; i < n; i++) r *= i;
    return r;
}

/* For 1e-20 <= |x| <= 200. */
static double lanczos_gamma(double x) {
    double absolute = fabs(x), y = absolute + lanczos_g_less_half, r;
    /* y is rounded; z makes up for what was lost: the relative change of the result */
    double lost = absolute > lanczos_g_less_half ? (y - absolute) - lanczos_g_less_half : (y - lanczos_g_less_half) - absolute;
    double z = lost * lanczos_g / y;
    bool split = absolute >= 140.0; /* the power alone would overflow */
    double power = pow(y, split ? absolute / 2.0 - 0.25 : absolute - 0.5);
    if (x < 0.0) {
        r = -M_PI / sin_pi(absolute) / absolute * exp(y) / lanczos_sum(absolute);
        r -= z * r;
        r /= power;
        if (split) r /= power;
    } else {
        r = lanczos_sum(absolute) / exp(y);
        r += z * r;
        r *= power;
        if (split) r *= power;
    }
    return r;
}

double math_gamma(double x, bool *pole) {
    *pole = false;
    if (isnan(x) || (isinf(x) && x > 0)) return x;
    if (isinf(x)) return NAN;
    if (x == 0) {
        *pole = true;
        return copysign(INFINITY, x);
    }
    if (x == floor(x)) {
        if (x < 0) return NAN;
        if (x <= WHOLE_MAX) return whole_gamma((int)x);
    }
    if (fabs(x) < 1e-20) return 1.0 / x;
    if (fabs(x) > 200.0) return x < 0 ? 0.0 / sin_pi(x) : INFINITY;
    return lanczos_gamma(x);
}

double math_lgamma(double x, bool *pole) {
    *pole = false;
    if (!isfinite(x)) return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0) {
        *pole = x <= 0.0;
        return *pole ? INFINITY : 0.0;
    }
    double absolute = fabs(x);
    if (absolute < 1e-20) return -log(absolute);
    double r = log(lanczos_sum(absolute)) - lanczos_g;
    r += (absolute - 0.5) * (log(absolute + lanczos_g - 0.5) - 1);
    if (x < 0.0) r = log_pi - log(fabs(sin_pi(absolute))) - log(absolute) - r;
    return r;
}
