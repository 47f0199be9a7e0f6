/* format.c: str.format, format_map, and the __format__ of str.
 *
 * A format string is literal text with fields {name!conversion:spec}; `{{` and `}}` stand for braces. A name is a number, a keyword or nothing
 * (the next number), then .attribute and [item] parts. A spec may contain fields, one level deep. Errors are found in CPython's
 * order, which is that of reading from left to right. */
#include "runtime/err.h"
#include "runtime/formatspec.h"
#include "runtime/strmethods.h"
#include "runtime/unicode.h"

typedef struct Fields { /* where the values come from */
    Ref const *args;
    size_t nargs;
    Ref kwnames;       /* tuple; values follow the positional ones */
    Ref mapping;       /* format_map: instead of all that */
    enum { NUMBERS_UNUSED, NUMBERS_AUTOMATIC, NUMBERS_MANUAL } numbering;
    ssize_t next;
} Fields;

typedef struct Span {
    ssize_t start, stop;
} Span;

typedef struct Field {
    Span name, spec;
    uint32_t conversion; /* 0: none */
    bool nested;         /* the spec has fields */
} Field;

static int refuse(const char *message) { return raise_error(ValueError, "%s", message), -1; }

/* ---- reading */

static int read_spec(Ref s, ssize_t *at, ssize_t end, Field *f) {
    f->spec.start = *at;
    for (ssize_t depth = 1; *at < end;) {
        uint32_t c = str_char(s, (*at)++);
        if (c == '{') {
            f->nested = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            f->spec.stop = *at - 1;
            return 0;
        }
    }
    return refuse("unmatched '{' in format spec");
}

/* 1: the field ends here; 0: a spec follows; -1. */
static int read_conversion(Ref s, ssize_t *at, ssize_t end, Field *f) {
    if (*at >= end) return refuse("end of string while looking for conversion specifier");
    f->conversion = str_char(s, (*at)++);
    if (*at >= end) return 0;
    uint32_t c = str_char(s, (*at)++);
    return c == '}' ? 1 : c == ':' ? 0 : refuse("expected ':' after conversion specifier");
}

/* *at is behind the opening brace, and is left behind the closing one. */
static int read_field(Ref s, ssize_t *at, ssize_t end, Field *f) {
    uint32_t c = 0;
    *f = (Field){.name = {*at, *at}};
    if (*at < end && str_char(s, *at) == '}') {
        ++*at;
        return 0;
    }
    while (*at < end) {
        c = str_char(s, (*at)++);
        if (c == '{') return refuse("unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!') break;
        if (c == '[')
            while (*at < end && str_char(s, *at) != ']') ++*at;
    }
    f->name.stop = *at - 1;
    if (c == '}') return 0;
    if (c == '!') {
        int done = read_conversion(s, at, end, f);
        return done ? (done < 0 ? -1 : 0) : read_spec(s, at, end, f);
    }
    return c == ':' ? read_spec(s, at, end, f) : refuse("expected '}' before end of string");
}

/* A number: its value; -1: not one; -2: error. */
static ssize_t span_number(Ref s, Span span) {
    ssize_t n = 0;
    if (span.start == span.stop) return -1;
    for (ssize_t i = span.start; i < span.stop; i++) {
        int digit = unicode_decimal(str_char(s, i));
        if (digit < 0) return -1;
        if (n > (SSIZE_MAX - digit) / 10) return refuse("Too many decimal digits in format string"), -2;
        n = n * 10 + digit;
    }
    return n;
}

/* ---- values */

static int check_numbering(Fields *x, bool automatic) {
    if (x->numbering == NUMBERS_UNUSED) x->numbering = automatic ? NUMBERS_AUTOMATIC : NUMBERS_MANUAL;
    if (automatic && x->numbering == NUMBERS_MANUAL)
        return refuse("cannot switch from manual field specification to automatic field numbering");
    if (!automatic && x->numbering == NUMBERS_AUTOMATIC)
        return refuse("cannot switch from automatic field numbering to manual field specification");
    return 0;
}

static Own keyword_value(const Fields *x, Ref key) {
    if (x->mapping) return object_subscript(x->mapping, key);
    for (ssize_t i = 0; x->kwnames && i < tuple_size(x->kwnames); i++)
        if (str_equal(tuple_item(x->kwnames, i), key)) return own(x->args[x->nargs + (size_t)i]);
    return raise_key(key);
}

static Own first_value(Fields *x, Ref s, Span span) {
    ssize_t number = span_number(s, span);
    if (number == -2) return NULL;
    bool automatic = span.start == span.stop;
    if ((automatic || number >= 0) && check_numbering(x, automatic)) return NULL;
    if (automatic) number = x->next++;
    if (number < 0) {
        Own key = str_slice(s, span.start, span.stop);
        Own value = key ? keyword_value(x, key) : NULL;
        drop_x(key);
        return value;
    }
    if (x->mapping) return raise_error(ValueError, "Format string contains positional fields");
    if ((size_t)number >= x->nargs) return raise_error(IndexError, "Replacement index %zd out of range for positional args tuple", number);
    return own(x->args[number]);
}

static Own item_of(Ref value, Ref s, Span span) {
    ssize_t number = span_number(s, span);
    if (number == -2) return NULL;
    Own key = number >= 0 ? int_new(number) : str_slice(s, span.start, span.stop);
    Own item = key ? object_subscript(value, key) : NULL;
    drop_x(key);
    return item;
}

static Own attribute_of(Ref value, Ref s, Span span) {
    Own name = str_slice(s, span.start, span.stop);
    if (!name) return NULL;
    str_intern(&name);
    Own result = attr_get(value, name);
    drop(name);
    return result;
}

/* One .attribute or [item] from *at on. */
static Own step_take(Own value, Ref s, ssize_t *at, ssize_t stop) {
    uint32_t c = str_char(s, (*at)++);
    Span span = {*at, *at};
    Own result = NULL;
    if (c == '.') {
        while (*at < stop && str_char(s, *at) != '.' && str_char(s, *at) != '[') ++*at;
        span.stop = *at;
    } else if (c == '[') {
        while (*at < stop && str_char(s, *at) != ']') ++*at;
        span.stop = *at;
        if (*at == stop) raise_error(ValueError, "Missing ']' in format string");
        else ++*at;
    } else {
        raise_error(ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    }
    if (!err_set() && span.start == span.stop) raise_error(ValueError, "Empty attribute in format string");
    if (!err_set()) result = c == '.' ? attribute_of(value, s, span) : item_of(value, s, span);
    drop(value);
    return result;
}

static Own field_value(Fields *x, Ref s, Span name) {
    ssize_t at = name.start;
    while (at < name.stop && str_char(s, at) != '.' && str_char(s, at) != '[') at++;
    Own value = first_value(x, s, (Span){name.start, at});
    while (value && at < name.stop) value = step_take(value, s, &at, name.stop);
    return value;
}

static Own convert_take(Own value, uint32_t conversion) {
    Own result = NULL;
    if (conversion == 0) return value;
    if (conversion == 'r') result = object_repr(value);
    else if (conversion == 's') result = object_str(value);
    else if (conversion == 'a') result = object_ascii(value);
    else if (conversion > 32 && conversion < 127) raise_error(ValueError, "Unknown conversion specifier %c", (int)conversion);
    else raise_error(ValueError, "Unknown conversion specifier \\x%x", conversion);
    drop(value);
    return result;
}

/* ---- writing */

static int write_format(StrWriter *w, Fields *x, Ref s, Span span, int levels);

static Own field_spec(Fields *x, Ref s, const Field *f, int levels) {
    if (!f->nested) return str_slice(s, f->spec.start, f->spec.stop);
    StrWriter inner = {.overallocate = true};
    return write_format(&inner, x, s, f->spec, levels - 1) ? NULL : writer_finish(&inner);
}

/* The writer is dropped by whoever fails with it; here nothing has been written yet. */
static int write_value(StrWriter *w, Ref value, Ref spec) {
    bool plain = str_len(spec) == 0;
    if (plain && is_exact_str(value)) return writer_str(w, value);
    if (plain && is_exact_int(value) && int_is_compact(value)) return writer_int(w, int_value(value));
    Own text = object_format(value, spec);
    if (!text) {
        writer_drop(w);
        return -1;
    }
    int result = writer_str(w, text);
    drop(text);
    return result;
}

static int write_field(StrWriter *w, Fields *x, Ref s, const Field *f, int levels) {
    Own value = field_value(x, s, f->name);
    if (value) value = convert_take(value, f->conversion);
    Own spec = value ? field_spec(x, s, f, levels) : NULL;
    int result = -1;
    if (spec) result = write_value(w, value, spec);
    else writer_drop(w);
    drop_x(value);
    drop_x(spec);
    return result;
}

/* The next brace from i on, or end. */
static ssize_t next_brace(Ref s, ssize_t i, ssize_t end) {
    if (str_kind(s) == KIND_1) {
        const uint8_t *p = str_data(s);
        while (i < end && p[i] != '{' && p[i] != '}') i++;
        return i;
    }
    while (i < end && str_char(s, i) != '{' && str_char(s, i) != '}') i++;
    return i;
}

/* Literal text from *at on, up to a field or past a doubled brace. 1: a field follows, *at is behind its brace; 0; -1. */
static int write_literal(StrWriter *w, Ref s, ssize_t *at, ssize_t end) {
    ssize_t start = *at, i = next_brace(s, start, end);
    uint32_t c = i < end ? str_char(s, i) : 0;
    bool brace = i < end, doubled = brace && i + 1 < end && str_char(s, i + 1) == c;
    if (brace && c == '}' && !doubled) refuse("Single '}' encountered in format string");
    else if (brace && i + 1 == end) refuse("Single '{' encountered in format string");
    if (err_set()) {
        writer_drop(w);
        return -1;
    }
    if (writer_substr(w, s, start, i + doubled)) return -1;
    *at = i + doubled + brace;
    return brace && !doubled;
}

static int write_format(StrWriter *w, Fields *x, Ref s, Span span, int levels) {
    if (levels == 0) {
        writer_drop(w);
        return refuse("Max string recursion exceeded");
    }
    for (ssize_t at = span.start; at < span.stop;) {
        int field_follows = write_literal(w, s, &at, span.stop);
        Field f;
        if (field_follows < 0) return -1;
        if (!field_follows) continue;
        if (read_field(s, &at, span.stop, &f)) {
            writer_drop(w);
            return -1;
        }
        if (at == span.stop) w->overallocate = false; /* nothing follows */
        if (write_field(w, x, s, &f, levels)) return -1;
    }
    return 0;
}

static Own format_with(Fields *x, Ref s) {
    StrWriter w = {.overallocate = true};
    if (!enter_c(" in str.format")) return NULL;
    return write_format(&w, x, s, (Span){0, str_len(s)}, 2) ? NULL : writer_finish(&w);
}

/* ---- methods */

Own str_m_format(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Fields x = {.args = args, .nargs = nargs, .kwnames = kwnames};
    return format_with(&x, self);
}

Own str_m_format_map(Ref self, Ref const *args) {
    Fields x = {.mapping = args[0]};
    return format_with(&x, self);
}

/* What a spec may not ask of text, in the order in which it is refused. */
static int check_text_spec(const FormatSpec *f, Ref value) {
    if (f->type != 's') return raise_format_code(f->type, value), -1;
    if (f->sign == ' ') return refuse("Space not allowed in string format specifier");
    if (f->sign) return refuse("Sign not allowed in string format specifier");
    if (f->no_negative_zero) return refuse("Negative zero coercion (z) not allowed in string format specifier");
    if (f->alternate) return refuse("Alternate form (#) not allowed in string format specifier");
    if (f->align == '=') return refuse("'=' alignment not allowed in string format specifier");
    return 0;
}

Own str_m_dunder_format(Ref self, Ref const *args) {
    FormatSpec f;
    if (args_want_str("__format__() argument", args[0])) return NULL;
    if (str_len(args[0]) == 0) return is_exact_str(self) ? own(self) : object_str(self);
    if (format_spec_parse(args[0], self, &f, 's', '<') || check_text_spec(&f, self)) return NULL;
    if (f.precision < 0 || f.precision >= str_len(self)) return format_pad(&f, self);
    Own cut = str_slice(self, 0, f.precision);
    Own result = cut ? format_pad(&f, cut) : NULL;
    drop_x(cut);
    return result;
}
