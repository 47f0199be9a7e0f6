/* complex.c: the complex type.
 *
 * Operands that are ints or floats count as complex with imaginary part 0. Division scales by the larger part of the divisor (Smith 1962);
 * small integer powers multiply repeatedly, others go through polar coordinates. An infinite part of a power is an OverflowError. */
#include "runtime/complex.h"

#include <math.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/number.h"
#include "runtime/numformat.h"
#include "runtime/str.h"

enum { POWER_BY_PRODUCTS = 100, HASH_IMAG = 1000003 };

typedef struct Pair {
    double real, imag;
} Pair;

static Own pair_new(Pair p) { return complex_new(p.real, p.imag); }

Own complex_new(double real, double imag) {
    Own o = object_new_static(&complex_type, sizeof(Complex), false);
    if (!o) return raise_memory();
    ((Complex *)o)->real = real;
    ((Complex *)o)->imag = imag;
    return o;
}

static void complex_dealloc(Object *self) { object_free(self); }

/* --- operators --- */

/* 1; 0: not a number; -1: an int too large. */
static int operand(Ref o, Pair *out) {
    out->imag = 0;
    if (is_complex(o)) {
        *out = (Pair){complex_real(o), complex_imag(o)};
        return 1;
    }
    if (is_int(o)) {
        out->real = int_to_double(o);
        return out->real == -1.0 && err_set() ? -1 : 1;
    }
    if (!is_float(o)) return 0;
    out->real = float_value(o);
    return 1;
}

#define OPERANDS(a, b, x, y)                                                  \
    Pair x, y;                                                                \
    int good = operand(a, &x);                                                \
    if (good > 0) good = operand(b, &y);                                      \
    if (good <= 0) return good == 0 ? not_implemented() : NULL

static Pair multiply(Pair x, Pair y) { return (Pair){x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real}; }

/* y != 0 */
static Pair divide(Pair x, Pair y) {
    if (isnan(y.real) || isnan(y.imag)) return (Pair){NAN, NAN};
    if (fabs(y.real) >= fabs(y.imag)) {
        double ratio = y.imag / y.real, scale = y.real + y.imag * ratio;
        return (Pair){(x.real + x.imag * ratio) / scale, (x.imag - x.real * ratio) / scale};
    }
    double ratio = y.real / y.imag, scale = y.real * ratio + y.imag;
    return (Pair){(x.real * ratio + x.imag) / scale, (x.imag * ratio - x.real) / scale};
}

static bool is_zero(Pair p) { return p.real == 0 && p.imag == 0; }

static Own complex_add(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    return complex_new(x.real + y.real, x.imag + y.imag);
}

static Own complex_sub(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    return complex_new(x.real - y.real, x.imag - y.imag);
}

static Own complex_mul(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    return pair_new(multiply(x, y));
}

static Own complex_truediv(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    if (is_zero(y)) return raise_error(ZeroDivisionError, "complex division by zero");
    return pair_new(divide(x, y));
}

/* false: it would divide by zero. */
static bool power_by_products(Pair x, int n, Pair *out) {
    Pair r = {1, 0}, square = x;
    for (int left = n < 0 ? -n : n; left; left >>= 1) {
        if (left & 1) r = multiply(r, square);
        square = multiply(square, square);
    }
    if (n < 0 && is_zero(r)) return false;
    *out = n < 0 ? divide((Pair){1, 0}, r) : r;
    return true;
}

/* x != 0, y != 0; false: the angle is not defined. */
static bool power_by_angle(Pair x, Pair y, Pair *out) {
    double size = hypot(x.real, x.imag), length = pow(size, y.real), angle = atan2(x.imag, x.real), phase = angle * y.real;
    if (y.imag != 0) {
        length /= exp(angle * y.imag);
        phase += y.imag * log(size);
    }
    *out = (Pair){length * cos(phase), length * sin(phase)};
    return !isinf(phase);
}

static Own complex_power(Ref a, Ref b) {
    OPERANDS(a, b, x, y);
    Pair r = {0, 0};
    bool defined = true;
    if (y.imag == 0 && y.real == floor(y.real) && fabs(y.real) <= POWER_BY_PRODUCTS) {
        defined = power_by_products(x, (int)y.real, &r);
    } else if (is_zero(x)) {
        defined = y.imag == 0 && y.real >= 0;
    } else {
        defined = power_by_angle(x, y, &r);
    }
    if (!defined) return raise_error(ZeroDivisionError, "0.0 to a negative or complex power");
    if (isinf(r.real) || isinf(r.imag)) return raise_error(OverflowError, "complex exponentiation");
    return pair_new(r);
}

static Own complex_power3(Ref a, Ref b, Ref c) {
    (void)c;
    OPERANDS(a, b, x, y);
    (void)x, (void)y;
    return raise_error(ValueError, "complex modulo");
}

static Own complex_negative(Ref o) { return complex_new(-complex_real(o), -complex_imag(o)); }
static Own complex_positive(Ref o) { return o->type == &complex_type ? own(o) : complex_new(complex_real(o), complex_imag(o)); }
static int complex_truth(Ref o) { return complex_real(o) != 0 || complex_imag(o) != 0; }

static Own complex_absolute(Ref o) {
    double x = complex_real(o), y = complex_imag(o), r = hypot(x, y);
    if (isinf(r) && isfinite(x) && isfinite(y)) return raise_error(OverflowError, "absolute value too large");
    return float_new(r);
}

static Own complex_compare(Ref a, Ref b, CmpOp op) {
    if (op != CMP_EQ && op != CMP_NE) return not_implemented();
    double x = complex_real(a), y = complex_imag(a);
    bool equal;
    if (is_complex(b)) equal = x == complex_real(b) && y == complex_imag(b);
    else if (is_int(b)) equal = y == 0 && isfinite(x) && int_compare_double(b, x) == 0;
    else if (is_float(b)) equal = x == float_value(b) && y == 0;
    else return not_implemented();
    return bool_new(equal == (op == CMP_EQ));
}

static Hash complex_hash(Ref o) {
    uint64_t h = (uint64_t)double_hash(complex_real(o)) + HASH_IMAG * (uint64_t)double_hash(complex_imag(o));
    return (Hash)h == -1 ? -2 : (Hash)h;
}

/* --- to text --- */

static Own complex_repr(Ref o) {
    double real = complex_real(o), imag = complex_imag(o);
    bool only_imag = real == 0 && !signbit(real);
    size_t n_real = 0, n_imag;
    char *first = only_imag ? NULL : double_format(real, 'r', 0, false, false, false, &n_real);
    if (!only_imag && !first) return NULL;
    char *second = double_format(imag, 'r', 0, false, !only_imag, false, &n_imag);
    Own s = second ? str_new((ssize_t)(n_real + n_imag + (only_imag ? 1 : 3)), 'j') : NULL;
    if (s) {
        char *out = str_data(s);
        if (!only_imag) {
            *out++ = '(';
            memcpy(out, first, n_real);
            out += n_real;
        }
        memcpy(out, second, n_imag);
        out += n_imag;
        *out++ = 'j';
        if (!only_imag) *out = ')';
    }
    mem_free(first);
    mem_free(second);
    return s;
}

/* --- from text --- */

static const char *skip_blanks(const char *p) {
    while (*p == ' ' || (*p >= '\t' && *p <= '\r')) p++;
    return p;
}

/* The sign that stands for 1, in front of a j. */
static const char *read_unit(const char *p, double *out) {
    *out = *p == '-' ? -1.0 : 1.0;
    return *p == '-' || *p == '+' ? p + 1 : p;
}

/* [real][+-imag j] or imag j; NULL: malformed. */
static const char *read_parts(const char *p, Pair *out) {
    const char *end;
    double first = double_parse(p, &end);
    *out = (Pair){0, 0};
    if (end == p) {
        p = read_unit(p, &out->imag);
    } else if (*end == '+' || *end == '-') {
        out->real = first;
        p = end;
        out->imag = double_parse(p, &end);
        p = end == p ? read_unit(p, &out->imag) : end;
    } else if (*end == 'j' || *end == 'J') {
        out->imag = first;
        p = end;
    } else {
        out->real = first;
        return end;
    }
    return *p == 'j' || *p == 'J' ? p + 1 : NULL;
}

static bool parse_complex(const char *p, size_t n, Pair *out) {
    const char *end = p + n;
    p = skip_blanks(p);
    bool parens = *p == '(';
    if (parens) p = skip_blanks(p + 1);
    p = read_parts(p, out);
    if (!p) return false;
    p = skip_blanks(p);
    if (parens) {
        if (*p != ')') return false;
        p = skip_blanks(p + 1);
    }
    return p == end;
}

/* 0/-1 */
static int pair_from_text(Ref o, Pair *out) {
    NumberText t;
    if (number_text(o, &t) < 0) return -1;
    const char *p = t.text;
    size_t n = t.n;
    char *copy;
    int status = -1, good = number_without_underscores(&p, &n, &copy);
    if (good == 0) raise_error(ValueError, "could not convert string to complex: %R", o);
    else if (good > 0 && parse_complex(p, n, out)) status = 0;
    else if (good > 0) raise_error(ValueError, "complex() arg is a malformed string");
    mem_free(copy);
    number_text_drop(&t);
    return status;
}

/* --- constructor --- */

/* The result of o.__complex__(): 1, 0 there is none, -1. */
static int by_special_method(Ref o, Pair *out) {
    if (is_exact_float(o) || is_exact_int(o)) return 0;
    Own r;
    int found = o->type == &complex_type ? 0 : object_call_special(o, NAME_OF(dunder_complex), 0, NULL, &r);
    if (found <= 0) return found;
    int status = -1;
    if (!is_complex(r)) raise_error(TypeError, "__complex__ returned non-complex (type %.200T)", r);
    else if (r->type == &complex_type || number_deprecated_subclass("__complex__", "complex", r) == 0) status = 1;
    *out = (Pair){complex_real(r), complex_imag(r)};
    drop(r);
    return status;
}

/* A number that is complex (1), or real (0), or neither (2); -1 error. */
static int pair_from_number(Ref o, Pair *out) {
    *out = (Pair){0, 0};
    if (is_complex(o)) {
        *out = (Pair){complex_real(o), complex_imag(o)};
        return 1;
    }
    if (!o->type->to_float && !o->type->index) return 2;
    Own f = object_to_float(o);
    if (!f) return -1;
    out->real = float_value(f);
    drop(f);
    return 0;
}

int number_as_complex(Ref o, double *real, double *imag) {
    Pair p;
    int found = by_special_method(o, &p);
    if (found == 0) {
        found = pair_from_number(o, &p);
        if (found == 2) raise_error(TypeError, "must be real number, not %.50T", o), found = -1;
    }
    *real = p.real;
    *imag = p.imag;
    return found < 0 ? -1 : 0;
}

/* complex(a, b) is a + b j, whatever a and b are. */
static int pair_from_two(Ref a, Ref b, Pair *out) {
    Pair x, y = {0, 0};
    int first = by_special_method(a, &x), second = 0;
    if (first == 0) first = pair_from_number(a, &x);
    if (first == 2) return raise_error(TypeError, "complex() first argument must be a string or a number, not '%.200T'", a), -1;
    if (first >= 0 && b) second = pair_from_number(b, &y);
    if (second == 2) return raise_error(TypeError, "complex() second argument must be a number, not '%.200T'", b), -1;
    if (first < 0 || second < 0) return -1;
    *out = x;
    if (!b) return 0;
    if (second == 1) out->real -= y.imag;
    out->imag = first == 1 ? y.real + x.imag : y.real;
    return 0;
}

static Own complex_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref bound[2] = {nargs > 0 ? args[0] : NULL, nargs > 1 ? args[1] : NULL};
    if ((kwnames || nargs > 2) && args_bind("complex(real=0, imag=0)", args, nargs, kwnames, bound)) return NULL;
    Ref a = bound[0], b = bound[1];
    if (!a) a = FALSE_OBJECT;
    if (a->type == &complex_type && !b && cls == &complex_type) return own(a);
    Pair p;
    if (is_str(a) && b) return raise_error(TypeError, "complex() can't take second arg if first is a string");
    if (b && is_str(b)) return raise_error(TypeError, "complex() second arg can't be a string");
    if (is_str(a) ? pair_from_text(a, &p) : pair_from_two(a, b, &p)) return NULL;
    if (cls == &complex_type) return pair_new(p);
    Own o = instance_new(cls);
    if (!o) return NULL;
    ((Complex *)o)->real = p.real;
    ((Complex *)o)->imag = p.imag;
    return o;
}

/* --- methods --- */

static Own get_real(Ref self) { return float_new(complex_real(self)); }
static Own get_imag(Ref self) { return float_new(complex_imag(self)); }

static Own complex_m_conjugate(Ref self, Ref const *args) { return (void)args, complex_new(complex_real(self), -complex_imag(self)); }
static Own complex_m_complex(Ref self, Ref const *args) { return (void)args, complex_positive(self); }
static Own complex_m_format(Ref self, Ref const *args) { return format_spec_check(args[0]) ? NULL : complex_format_spec(self, args[0]); }

static Own complex_m_getnewargs(Ref self, Ref const *args) {
    (void)args;
    Own real = get_real(self), imag = real ? get_imag(self) : NULL, pair = imag ? tuple_pack(2, real, imag) : NULL;
    drop_x(real);
    drop_x(imag);
    return pair;
}

static const Method complex_methods[] = {
    {"conjugate()", complex_m_conjugate, "The number with its imaginary part negated."},
    {"__complex__()", complex_m_complex, "The number as an exact complex."},
    {"__format__(format_spec, /)", complex_m_format, "The number as text, laid out by the spec."},
    {"__getnewargs__()", complex_m_getnewargs, NULL},
    {0}};

static const GetSet complex_getsets[] = {
    {"real", get_real, NULL, "The real part, a float."},
    {"imag", get_imag, NULL, "The imaginary part, a float."},
    {0}};

Type complex_type = {
    .head = {.ob = {1, &type_type}, .name = "complex", .basic_size = sizeof(Complex), .flags = TYPE_BASE | TYPE_IMMUTABLE, .dealloc = complex_dealloc},
    .doc = "Make a complex number of text, or of one or two numbers: complex(a, b) is a + b*1j.",
    .signature = "complex(real=0, imag=0)",
    .repr = complex_repr,
    .hash = complex_hash,
    .compare = complex_compare,
    .new = complex_construct,
    .binary = {[OP_ADD] = complex_add, [OP_SUB] = complex_sub, [OP_MUL] = complex_mul, [OP_TRUEDIV] = complex_truediv, [OP_POW] = complex_power},
    .pow3 = complex_power3,
    .negative = complex_negative,
    .positive = complex_positive,
    .absolute = complex_absolute,
    .truth = complex_truth,
    .methods = complex_methods,
    .getsets = complex_getsets,
};
