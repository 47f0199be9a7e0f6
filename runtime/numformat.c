/* numformat.c: the number types' side of format(): which codes each knows, and the digits that go into the layout of formatspec.c. */
#include "runtime/numformat.h"

#include <limits.h>
#include <math.h>

#include "runtime/bigint.h"
#include "runtime/complex.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/floattext.h"
#include "runtime/formatspec.h"
#include "runtime/object.h"

enum { DEFAULT_PRECISION = 6, CHAR_LIMIT = 0x110000, TEXT_ROOM = 64 };

int format_spec_check(Ref spec) {
    return is_str(spec) ? 0 : (raise_error(TypeError, "__format__() argument must be str, not %.50T", spec), -1);
}

/* --- doubles --- */

/* The text of a double in two parts around its point, sign apart. */
typedef struct FloatText {
    char *text; /* owned, or local */
    FormatNumber number;
    char local[TEXT_ROOM];
} FloatText;

static bool all_zeros(const char *p, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (p[i] != '0' && p[i] != '.' && p[i] != '%') return (p[i] | 0x20) == 'e'; /* the exponent of 0 does not matter */
    return true;
}

/* Groups apply to digits: "inf" has none, only zeros to fill with. */
static Own lay_out(const FormatSpec *spec, FloatText *t) {
    FormatSpec plain = *spec;
    if (t->number.n_digits == 0) plain.thousands = 0;
    Own s = format_number(&plain, &t->number);
    if (t->text != t->local) mem_free(t->text);
    return s;
}

/* The digits of v for the spec; type 0 has a digit behind the point in any case if always_point (float), or not (complex). 0/-1. */
static int float_text(double v, const FormatSpec *spec, bool always_point, FloatText *out) {
    if (spec->precision > INT_MAX) return raise_error(ValueError, "precision too big"), -1;
    char code = (char)spec->type;
    int precision = (int)spec->precision;
    bool point = code == 0 && always_point;
    if (code == 0) code = precision < 0 ? 'r' : 'g';
    if (code == 'n') code = 'g';
    if (precision < 0) precision = code == 'r' ? 0 : DEFAULT_PRECISION;
    size_t n;
    char *text = double_format_in(out->local, TEXT_ROOM, v, code, precision, spec->alternate, false, point, &n);
    if (!text) return -1;
    out->text = text;
    bool negative = *text == '-';
    text += negative;
    n -= negative;
    if (negative && spec->no_negative_zero && all_zeros(text, n)) negative = false;
    size_t digits = 0;
    while (digits < n && text[digits] >= '0' && text[digits] <= '9') digits++;
    out->number = (FormatNumber){format_sign(spec, negative), "", 0, text, digits, text + digits, n - digits};
    return 0;
}

static bool is_float_code(uint32_t code) {
    switch (code) {
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': case '%': return true;
    default: return false;
    }
}

static Own format_double(double v, const FormatSpec *spec) {
    FloatText t;
    if (float_text(v, spec, true, &t)) return NULL;
    return lay_out(spec, &t);
}

Own float_format_spec(Ref o, Ref spec_text) {
    if (str_len(spec_text) == 0) return is_exact_float(o) ? float_type.repr(o) : object_str(o);
    FormatSpec spec;
    if (format_spec_parse(spec_text, o, &spec, 0, '>')) return NULL;
    if (spec.type != 0 && !is_float_code(spec.type)) return raise_format_code(spec.type, o);
    return format_double(float_value(o), &spec);
}

/* --- ints --- */

static Own format_char(Ref o, const FormatSpec *spec) {
    if (spec->sign) return raise_error(ValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate) return raise_error(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    int64_t c;
    if (!int_to_int64(o, &c)) return raise_error(OverflowError, "Python int too large to convert to C long");
    if (c < 0 || c >= CHAR_LIMIT) return raise_error(OverflowError, "%%c arg not in range(0x110000)");
    Own s = str_from_char((uint32_t)c), r = s ? format_pad(spec, s) : NULL;
    drop_x(s);
    return r;
}

static bool is_int_code(uint32_t code) {
    switch (code) {
    case 'b': case 'c': case 'd': case 'o': case 'x': case 'X': case 'n': return true;
    default: return false;
    }
}

static int base_of_code(uint32_t code) { return code == 'b' ? 2 : code == 'o' ? 8 : code == 'x' || code == 'X' ? 16 : 10; }

static Own format_int(Ref o, const FormatSpec *spec) {
    int base = base_of_code(spec->type);
    if (spec->width < 0 && !spec->thousands && !spec->sign && spec->type != 'X') return int_format_base(o, base, spec->alternate);
    char local[TEXT_ROOM], *digits = local;
    size_t n;
    if (base == 10 && int_is_compact(o)) n = (size_t)decimal_put(local, word_abs(int_value(o)));
    else digits = int_magnitude_text(o, base, &n);
    if (!digits) return NULL;
    const char *prefix = base == 2 ? "0b" : base == 8 ? "0o" : spec->type == 'X' ? "0X" : "0x";
    if (spec->type == 'X')
        for (size_t i = 0; i < n; i++)
            if (digits[i] >= 'a') digits[i] -= 'a' - 'A';
    FormatNumber number = {format_sign(spec, int_sign(o) < 0), prefix, spec->alternate && base != 10 ? 2 : 0, digits, n, "", 0};
    Own s = format_number(spec, &number);
    if (digits != local) mem_free(digits);
    return s;
}

Own int_format_spec(Ref o, Ref spec_text) {
    if (str_len(spec_text) == 0) return is_exact_int(o) ? int_repr(o) : object_str(o);
    FormatSpec spec;
    if (format_spec_parse(spec_text, o, &spec, 'd', '>')) return NULL;
    if (spec.type != 'n' && is_float_code(spec.type)) {
        double v = int_to_double(o);
        return v == -1.0 && err_set() ? NULL : format_double(v, &spec);
    }
    if (!is_int_code(spec.type)) return raise_format_code(spec.type, o);
    if (spec.precision >= 0) return raise_error(ValueError, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero) return raise_error(ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    return spec.type == 'c' ? format_char(o, &spec) : format_int(o, &spec);
}

/* --- complex --- */

static int put_part(StrWriter *w, double v, const FormatSpec *spec) {
    FloatText t;
    if (float_text(v, spec, false, &t)) return -1;
    Own s = lay_out(spec, &t);
    int status = s ? writer_str(w, s) : -1;
    drop_x(s);
    return status;
}

static int put_complex(StrWriter *w, Ref o, const FormatSpec *spec) {
    FormatSpec part = *spec;
    part.width = -1;
    part.fill = ' ';
    part.align = '<';
    double real = complex_real(o);
    bool only_imag = spec->type == 0 && real == 0 && !signbit(real), parens = spec->type == 0 && !only_imag;
    if (parens && writer_char(w, '(')) return -1;
    if (!only_imag) {
        if (put_part(w, real, &part)) return -1;
        part.sign = '+';
    }
    if (put_part(w, complex_imag(o), &part) || writer_char(w, 'j')) return -1;
    return parens ? writer_char(w, ')') : 0;
}

Own complex_format_spec(Ref o, Ref spec_text) {
    if (str_len(spec_text) == 0) return o->type == &complex_type ? complex_type.repr(o) : object_str(o);
    FormatSpec spec;
    if (format_spec_parse(spec_text, o, &spec, 0, '>')) return NULL;
    if (spec.type != 0 && (!is_float_code(spec.type) || spec.type == '%')) return raise_format_code(spec.type, o);
    if (spec.fill == '0') return raise_error(ValueError, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=') return raise_error(ValueError, "'=' alignment flag is not allowed in complex format specifier");
    StrWriter w = {0};
    if (put_complex(&w, o, &spec)) {
        writer_drop(&w);
        return NULL;
    }
    Own text = writer_finish(&w), r = text ? format_pad(&spec, text) : NULL;
    drop_x(text);
    return r;
}
