/* floatmethods.c: the methods and attributes of float. */
#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/floattext.h"
#include "runtime/number.h"
#include "runtime/numformat.h"
#include "runtime/str.h"

enum { MANTISSA_BITS = 53, HEX_DIGITS = 13, ROUND_MOST = 323, ROUND_LEAST = -308, HEX_EXPONENT_LIMIT = 1 << 30 };

static Own exact(Ref self) { return float_type.positive(self); }
static Own get_real(Ref self) { return exact(self); }
static Own get_imag(Ref self) { return (void)self, float_new(0.0); }

static Own float_m_same(Ref self, Ref const *args) { return (void)args, exact(self); }
static Own float_m_trunc(Ref self, Ref const *args) { return (void)args, int_from_double(float_value(self)); }
static Own float_m_floor(Ref self, Ref const *args) { return (void)args, int_from_double(floor(float_value(self))); }
static Own float_m_ceil(Ref self, Ref const *args) { return (void)args, int_from_double(ceil(float_value(self))); }

static Own float_m_is_integer(Ref self, Ref const *args) {
    (void)args;
    double v = float_value(self);
    return bool_new(isfinite(v) && v == floor(v));
}

static Own float_m_getnewargs(Ref self, Ref const *args) {
    (void)args;
    Own f = float_new(float_value(self)), args_tuple = f ? tuple_pack(1, f) : NULL;
    drop_x(f);
    return args_tuple;
}

static Own float_m_format(Ref self, Ref const *args) { return format_spec_check(args[0]) ? NULL : float_format_spec(self, args[0]); }

static Own float_m_getformat(Ref cls, Ref const *args) {
    (void)cls;
    if (!is_str(args[0])) return raise_error(TypeError, "__getformat__() argument must be str, not %.50T", args[0]);
    if (!str_equals(args[0], "double") && !str_equals(args[0], "float"))
        return raise_error(ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    return str_from_text("IEEE, little-endian");
}

/* m 2^e with both made ints: numerator and denominator without a common factor. */
static Own float_m_as_integer_ratio(Ref self, Ref const *args) {
    (void)args;
    double v = float_value(self);
    if (isinf(v)) return raise_error(OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(v)) return raise_error(ValueError, "cannot convert NaN to integer ratio");
    int e = 0;
    int64_t m = v == 0 ? 0 : (int64_t)double_split(fabs(v), &e);
    for (; m && !(m & 1) && e < 0; e++) m >>= 1;
    if (m == 0) e = 0;
    Own mantissa = int_new(v < 0 ? -m : m), shift = int_new(e < 0 ? -e : e), one = int_new(1), numerator = NULL, denominator = NULL, pair = NULL;
    if (mantissa && shift) {
        numerator = e > 0 ? int_binary(OP_LSHIFT, mantissa, shift) : own(mantissa);
        denominator = e < 0 ? int_binary(OP_LSHIFT, one, shift) : own(one);
        if (numerator && denominator) pair = tuple_pack(2, numerator, denominator);
    }
    drop_x(mantissa);
    drop_x(shift);
    drop_x(one);
    drop_x(numerator);
    drop_x(denominator);
    return pair;
}

/* --- rounding --- */

static double round_places(double v, int places) {
    double magnitude = fabs(v), r;
    if (magnitude == 0) return v;
    if (!double_round_fast(magnitude, places, &r)) {
        Decimal d;
        double_places(magnitude, places, &d);
        char text[DECIMAL_DIGITS_MAX + 32];
        const char *end;
        memcpy(text, d.digits, (size_t)d.n);
        snprintf(text + d.n, 32, "%se%d", d.n ? "" : "0", d.point - d.n);
        r = double_parse(text, &end);
    }
    return copysign(r, v);
}

static Own float_m_round(Ref self, Ref const *args) {
    double v = float_value(self);
    if (!args[0] || args[0] == NONE) return int_from_double(rint(v));
    ssize_t places;
    if (index_clipped(args[0], &places)) return NULL;
    if (!isfinite(v) || places > ROUND_MOST) return float_new(v);
    if (places < ROUND_LEAST) return float_new(0.0 * v);
    double r = round_places(v, (int)places);
    return isinf(r) ? raise_error(OverflowError, "rounded value too large to represent") : float_new(r);
}

/* --- hexadecimal --- */

static Own float_m_hex(Ref self, Ref const *args) {
    (void)args;
    double v = float_value(self);
    if (!isfinite(v)) return float_type.repr(self);
    char buffer[48];
    const char *sign = signbit(v) ? "-" : "";
    int e = 0, n;
    if (v == 0) {
        n = snprintf(buffer, sizeof buffer, "%s0x0.0p+0", sign);
    } else {
        uint64_t m = double_split(fabs(v), &e), fraction = m & ((UINT64_C(1) << (MANTISSA_BITS - 1)) - 1);
        n = snprintf(buffer, sizeof buffer, "%s0x%d.%0*llxp%+d", sign, (int)(m >> (MANTISSA_BITS - 1)), HEX_DIGITS, (unsigned long long)fraction,
                     e + MANTISSA_BITS - 1);
    }
    return str_from_ascii(buffer, n);
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Hexadecimal digits with at most one point: the leading 60 bits and whether anything follows; *scale: the exponent of the lowest of them.
 * NULL: no digit. */
static const char *read_hex(const char *p, uint64_t *top, bool *sticky, int64_t *scale) {
    bool any = false, point = false;
    *top = 0;
    *sticky = false;
    *scale = 0;
    for (;; p++) {
        if (*p == '.' && !point) {
            point = true;
            continue;
        }
        int d = hex_value(*p);
        if (d < 0) break;
        any = true;
        if (*top >> 60) {
            *sticky |= d != 0;
            if (!point) *scale += 4;
        } else {
            *top = *top << 4 | (unsigned)d;
            if (point) *scale -= 4;
        }
    }
    return any ? p : NULL;
}

static const char *read_binary_exponent(const char *p, int64_t *scale) {
    if ((*p | 0x20) != 'p') return p;
    bool negative = *++p == '-';
    if (*p == '-' || *p == '+') p++;
    if (!isdigit((unsigned char)*p)) return NULL;
    int64_t e = 0;
    for (; isdigit((unsigned char)*p); p++)
        if (e < HEX_EXPONENT_LIMIT) e = e * 10 + (*p - '0');
    *scale += negative ? -e : e;
    return p;
}

/* The whole of the text; NULL: malformed, *out unset. May be infinite where the numeral is not: *overflow. */
static const char *parse_hex(const char *p, double *out, bool *overflow) {
    *overflow = false;
    bool negative = *p == '-';
    if (*p == '-' || *p == '+') p++;
    if ((*p | 0x20) == 'i' || (*p | 0x20) == 'n') {
        const char *end;
        double v = double_parse(p, &end);
        *out = negative ? -v : v;
        return end == p ? NULL : end;
    }
    if (p[0] == '0' && (p[1] | 0x20) == 'x') p += 2;
    uint64_t top;
    bool sticky;
    int64_t scale;
    p = read_hex(p, &top, &sticky, &scale);
    if (p) p = read_binary_exponent(p, &scale);
    if (!p) return NULL;
    double v = 0.0;
    if (top) {
        int zeros = __builtin_clzl(top);
        scale -= zeros;
        v = scale > DBL_MAX_EXP ? INFINITY : scale < -2000 ? 0.0 : double_from_top(top << zeros, sticky, (ssize_t)scale);
        *overflow = isinf(v);
    }
    *out = negative ? -v : v;
    return p;
}

static Own float_m_fromhex(Ref cls, Ref const *args) {
    if (!is_str(args[0])) return raise_error(TypeError, "bad argument type for built-in operation");
    const char *p = str_data(args[0]);
    size_t n = (size_t)str_len(args[0]);
    number_text_strip(&p, &n);
    double v = 0;
    bool overflow = false;
    if (!str_is_ascii(args[0]) || parse_hex(p, &v, &overflow) != p + n) return raise_error(ValueError, "invalid hexadecimal floating-point string");
    if (overflow) return raise_error(OverflowError, "hexadecimal value too large to represent as a float");
    Own f = float_new(v);
    if (!f || cls == (Ref)&float_type) return f;
    Own r = object_call1(cls, f);
    drop(f);
    return r;
}

const Method float_methods[] = {
    {"as_integer_ratio()", float_m_as_integer_ratio, "Two ints whose quotient is exactly the number, the second positive."},
    {"conjugate()", float_m_same, "The number itself."},
    {"fromhex(string, /)", float_m_fromhex, "The number that float.hex wrote, as '0x1.8p+1'.", METHOD_CLASS, NULL},
    {"hex()", float_m_hex, "The number exactly, in hexadecimal: '0x1.8000000000000p+1'."},
    {"is_integer()", float_m_is_integer, "Is it a whole number?"},
    {"__ceil__()", float_m_ceil, "The least int that is not below the number."},
    {"__floor__()", float_m_floor, "The greatest int that is not above the number."},
    {"__format__(format_spec, /)", float_m_format, "The number as text, laid out by the spec."},
    {"__getformat__(typestr, /)", float_m_getformat, "How C's 'double' or 'float' is stored here.", METHOD_CLASS, NULL},
    {"__getnewargs__()", float_m_getnewargs, NULL},
    {"__round__(ndigits=None, /)", float_m_round, "Rounded to that many decimals, half to even; to an int if none are given."},
    {"__trunc__()", float_m_trunc, "Cut towards zero, as an int."},
    {0}};

const GetSet float_getsets[] = {
    {"real", get_real, NULL, "The number itself."},
    {"imag", get_imag, NULL, "Always 0.0."},
    {0}};
