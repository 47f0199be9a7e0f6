/* number.c: numbers out of objects: the index, int and float protocols, and the text that number constructors read. */
#include "runtime/number.h"

#include <stdarg.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/unicode.h"

/* --- warnings --- */

int number_deprecated(const char *format, ...) {
    if (!rt.warn) return 0;
    va_list ap;
    va_start(ap, format);
    Own text = format_text_v(format, ap);
    va_end(ap);
    if (!text) return -1;
    int status = rt.warn(DeprecationWarning, str_utf8_lossy(text), 1);
    drop(text);
    return status;
}

int number_deprecated_subclass(const char *what, const char *wanted, Ref result) {
    return number_deprecated("%s returned non-%s (type %.200T).  The ability to return an instance of a strict subclass of %s is deprecated, "
                             "and may not be supported in a future version of Python.",
                             what, wanted, result, wanted);
}

/* --- index --- */

Own number_index(Ref o) {
    if (LIKELY(is_int(o))) return own(o);
    if (!o->type->index) return raise_error(TypeError, "'%.200T' object cannot be interpreted as an integer", o);
    Own r = o->type->index(o);
    if (!r || is_exact_int(r)) return r;
    if (!is_int(r)) raise_error(TypeError, "__index__ returned non-int (type %.200T)", r);
    else if (number_deprecated_subclass("__index__", "int", r) == 0) return r;
    drop(r);
    return NULL;
}

ssize_t index_as_ssize(Ref o) {
    if (LIKELY(is_int(o) && int_is_compact(o))) return int_value(o);
    Own i = number_index(o);
    if (!i) return -1;
    int64_t v;
    if (!int_to_int64(i, &v)) {
        raise_error(OverflowError, "Python int too large to convert to C ssize_t");
        v = -1;
    }
    drop(i);
    return v;
}

int index_fit(Ref o, ssize_t *out, Type *error) {
    if (LIKELY(is_int(o) && int_is_compact(o))) {
        *out = int_value(o);
        return 0;
    }
    Own i = number_index(o);
    if (!i) return -1;
    int status = 0;
    int64_t v;
    if (int_to_int64(i, &v)) {
        *out = v;
    } else if (error) {
        raise_error(error, "cannot fit '%.200T' into an index-sized integer", o);
        status = -1;
    } else {
        *out = int_sign(i) < 0 ? INT64_MIN : INT64_MAX;
    }
    drop(i);
    return status;
}

int index_clipped(Ref o, ssize_t *out) { return index_fit(o, out, NULL); }

/* --- int(o) --- */

/* An exact int from one that may be of a subclass; NULL passes. */
static Own exact_int_take(Own i) {
    if (!i || is_exact_int(i)) return i;
    Own r = int_type.positive(i);
    drop(i);
    return r;
}

static Own int_by_slot(Ref o) {
    Own r = o->type->to_int(o);
    if (!r || is_exact_int(r)) return r;
    if (!is_int(r)) raise_error(TypeError, "__int__ returned non-int (type %.200T)", r);
    else if (number_deprecated_subclass("__int__", "int", r) == 0) return exact_int_take(r);
    drop(r);
    return NULL;
}

static Own int_by_trunc(Ref trunc) {
    if (number_deprecated("The delegation of int() to __trunc__ is deprecated.")) return NULL;
    Own r = object_call0(trunc);
    if (!r || is_int(r)) return exact_int_take(r);
    Own i = NULL;
    if (!r->type->index) raise_error(TypeError, "__trunc__ returned non-Integral type %.200T", r);
    else i = exact_int_take(number_index(r));
    drop(r);
    return i;
}

static Own int_by_text(Ref o) {
    NumberText t;
    int found = number_text(o, &t);
    if (found < 0) return NULL;
    if (found == 0) return raise_error(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%.200T'", o);
    Own r = int_from_object_text(o, &t, 10);
    number_text_drop(&t);
    return r;
}

Own object_to_int(Ref o) {
    if (LIKELY(is_exact_int(o))) return own(o);
    if (o->type->to_int) return int_by_slot(o);
    if (o->type->index) return exact_int_take(number_index(o));
    if (!is_exact_str(o)) {
        Own trunc;
        int found = attr_find_special(o, NAME_OF(dunder_trunc), &trunc);
        if (found < 0) return NULL;
        if (found > 0) {
            Own r = int_by_trunc(trunc);
            drop(trunc);
            return r;
        }
    }
    return int_by_text(o);
}

/* --- float(o) --- */

/* The result of a __float__: *value; 0/-1. */
static int float_by_slot(Ref o, double *value) {
    Own r = o->type->to_float(o);
    if (!r) return -1;
    int status = 0;
    if (!is_float(r)) {
        raise_error(TypeError, "%.50T.__float__ returned non-float (type %.50T)", o, r);
        status = -1;
    } else if (!is_exact_float(r)) {
        status = number_deprecated("%.50T.__float__ returned non-float (type %.50T).  The ability to return an instance of a strict subclass of float is "
                                   "deprecated, and may not be supported in a future version of Python.",
                                   o, r);
    }
    *value = float_value(r);
    drop(r);
    return status;
}

/* *value of a number: 1; 0: o is none; -1. */
static int double_of_number(Ref o, double *value) {
    if (is_exact_float(o)) {
        *value = float_value(o);
        return 1;
    }
    if (o->type->to_float) return float_by_slot(o, value) ? -1 : 1;
    if (!o->type->index) return 0;
    Own i = number_index(o);
    if (!i) return -1;
    *value = int_to_double(i);
    drop(i);
    return *value == -1.0 && err_set() ? -1 : 1;
}

double number_as_double(Ref o) {
    if (is_float(o)) return float_value(o);
    double v = -1.0;
    int found = double_of_number(o, &v);
    if (found == 0) raise_error(TypeError, "must be real number, not %.50T", o);
    return found > 0 ? v : -1.0;
}

static Own float_by_text(Ref o) {
    NumberText t;
    int found = number_text(o, &t);
    if (found < 0) return NULL;
    if (found == 0) return raise_error(TypeError, "float() argument must be a string or a real number, not '%.200T'", o);
    const char *p = t.text, *end;
    size_t n = t.n;
    number_text_strip(&p, &n);
    char *copy = NULL;
    int good = number_without_underscores(&p, &n, &copy);
    Own r = NULL;
    if (good >= 0) {
        double v = good ? double_parse(p, &end) : 0.0;
        r = good && n > 0 && end == p + n ? float_new(v) : raise_error(ValueError, "could not convert string to float: %R", o);
    }
    mem_free(copy);
    number_text_drop(&t);
    return r;
}

Own object_to_float(Ref o) {
    if (LIKELY(is_exact_float(o))) return own(o);
    double v = 0;
    int found = double_of_number(o, &v);
    return found > 0 ? float_new(v) : found < 0 ? NULL : float_by_text(o);
}

/* --- text --- */

static int copied(NumberText *out, size_t n) {
    out->text = out->copy = mem_alloc(n + 1);
    out->n = n;
    if (!out->copy) return raise_memory(), -1;
    out->copy[n] = 0;
    return 1;
}

int number_text(Ref o, NumberText *out) {
    out->copy = NULL;
    if (is_str(o)) {
        size_t n = (size_t)str_len(o);
        if (str_is_ascii(o)) {
            *out = (NumberText){str_data(o), n, NULL};
            return 1;
        }
        if (copied(out, n) < 0) return -1;
        for (size_t i = 0; i < n; i++) {
            uint32_t c = str_char(o, (ssize_t)i);
            int digit = unicode_decimal(c);
            out->copy[i] = c < 128 ? (char)c : unicode_is_space(c) ? ' ' : digit >= 0 ? (char)('0' + digit) : '?';
        }
        return 1;
    }
    if (is_bytes(o)) {
        *out = (NumberText){bytes_data(o), (size_t)bytes_size(o), NULL};
        return 1;
    }
    if (!object_has_buffer(o)) return 0;
    Buffer b;
    if (buffer_get(o, &b, false)) return -1;
    int status = copied(out, (size_t)b.size);
    if (status > 0) buffer_copy_out(&b, out->copy);
    buffer_release(&b);
    return status;
}

void number_text_drop(NumberText *t) { mem_free(t->copy); }

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

void number_text_strip(const char **text, size_t *n) {
    while (*n && is_blank(**text)) ++*text, --*n;
    while (*n && is_blank((*text)[*n - 1])) --*n;
}

int number_without_underscores(const char **text, size_t *n, char **copy) {
    *copy = NULL;
    const char *p = *text;
    bool terminated = p[*n] == 0;
    if (terminated && !memchr(p, '_', *n)) return 1;
    char *out = mem_alloc(*n + 1);
    if (!out) return raise_memory(), -1;
    *copy = out;
    for (size_t i = 0; i < *n; i++) {
        if (p[i] != '_') *out++ = p[i];
        else if (i == 0 || i + 1 == *n || !is_digit(p[i - 1]) || !is_digit(p[i + 1])) return 0;
    }
    *out = 0;
    *n = (size_t)(out - *copy);
    *text = *copy;
    return 1;
}
