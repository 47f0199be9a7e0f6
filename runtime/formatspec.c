/* formatspec.c: see formatspec.h. */
#include "runtime/formatspec.h"

#include "runtime/err.h"
#include "runtime/strmethods.h"
#include "runtime/unicode.h"

typedef struct SpecReader {
    Ref spec;
    ssize_t at, end;
} SpecReader;

static uint32_t peek(const SpecReader *r, ssize_t ahead) { return r->at + ahead < r->end ? str_char(r->spec, r->at + ahead) : 0; }
static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

static bool take(SpecReader *r, uint32_t c) {
    if (r->at == r->end || peek(r, 0) != c) return false;
    r->at++;
    return true;
}

/* Decimal digits, of any script: 1 and *out, 0 none, -1 too large. */
static int take_number(SpecReader *r, ssize_t *out) {
    ssize_t n = 0, start = r->at;
    for (int digit; r->at < r->end && (digit = unicode_decimal(peek(r, 0))) >= 0; r->at++) {
        if (n > (SSIZE_MAX - digit) / 10) return raise_error(ValueError, "Too many decimal digits in format string"), -1;
        n = n * 10 + digit;
    }
    if (r->at == start) return 0;
    *out = n;
    return 1;
}

static void take_alignment(SpecReader *r, FormatSpec *f, char default_align) {
    if (r->end - r->at >= 2 && is_align(peek(r, 1))) {
        f->fill = peek(r, 0);
        f->align = (char)peek(r, 1);
        f->fill_given = f->align_given = true;
        r->at += 2;
    } else if (is_align(peek(r, 0))) {
        f->align = (char)peek(r, 0);
        f->align_given = true;
        r->at++;
    }
    uint32_t sign = peek(r, 0);
    if (sign == '+' || sign == '-' || sign == ' ') {
        f->sign = (char)sign;
        r->at++;
    }
    f->no_negative_zero = take(r, 'z');
    f->alternate = take(r, '#');
    if (!f->fill_given && take(r, '0')) {
        f->fill = '0';
        if (!f->align_given && default_align == '>') f->align = '=';
    }
}

static int take_grouping(SpecReader *r, FormatSpec *f) {
    if (take(r, ',')) f->thousands = ',';
    if (take(r, '_')) {
        if (f->thousands) return raise_error(ValueError, "Cannot specify both ',' and '_'."), -1;
        f->thousands = '_';
    }
    if (f->thousands == '_' && peek(r, 0) == ',') return raise_error(ValueError, "Cannot specify both ',' and '_'."), -1;
    return 0;
}

/* Grouping goes with numbers only, and a comma not with binary, octal and hexadecimal. */
static int check_grouping(const FormatSpec *f) {
    uint32_t c = f->type;
    if (!f->thousands || c == 0 || (c < 128 && strchr("defgEGF%", (int)c))) return 0;
    if (f->thousands == '_' && c < 128 && strchr("boxX", (int)c)) return 0;
    if (c > 32 && c < 128) return raise_error(ValueError, "Cannot specify '%c' with '%c'.", f->thousands, (int)c), -1;
    return raise_error(ValueError, "Cannot specify '%c' with '\\x%x'.", f->thousands, c), -1;
}

int format_spec_parse(Ref spec, Ref value, FormatSpec *f, uint32_t default_type, char default_align) {
    *f = (FormatSpec){.fill = ' ', .align = default_align, .width = -1, .precision = -1, .type = default_type};
    SpecReader r = {spec, 0, str_len(spec)};
    take_alignment(&r, f, default_align);
    if (take_number(&r, &f->width) < 0 || take_grouping(&r, f)) return -1;
    if (take(&r, '.')) {
        int found = take_number(&r, &f->precision);
        if (found < 0) return -1;
        if (!found) return raise_error(ValueError, "Format specifier missing precision"), -1;
    }
    if (r.end - r.at > 1)
        return raise_error(ValueError, "Invalid format specifier '%U' for object of type '%.200s'", spec, type_head(value)->name), -1;
    if (r.end - r.at == 1) f->type = peek(&r, 0);
    return check_grouping(f);
}

Own raise_format_code(uint32_t code, Ref value) {
    const char *type = type_head(value)->name;
    if (code > 32 && code < 128) return raise_error(ValueError, "Unknown format code '%c' for object of type '%.200s'", (int)code, type);
    return raise_error(ValueError, "Unknown format code '\\x%x' for object of type '%.200s'", code, type);
}

Own format_pad(const FormatSpec *f, Ref text) {
    ssize_t room = f->width > str_len(text) ? f->width - str_len(text) : 0;
    ssize_t left = f->align == '<' ? 0 : f->align == '^' ? room / 2 : room;
    return str_pad(text, left, room - left, f->fill);
}

/* ---- numbers */

/* Length of n digits in groups. */
static size_t grouped(size_t n, size_t group) { return n && group ? n + (n - 1) / group : n; }

/* Writes n digits, zeros in front of the given ones, in groups. */
static ssize_t write_grouped(int kind, void *to, ssize_t at, size_t n, size_t group, char gap, const FormatNumber *x) {
    for (size_t left = n; left; left--) {
        if (group && left != n && left % group == 0) kind_write(kind, to, at++, (uint8_t)gap);
        kind_write(kind, to, at++, left > x->n_digits ? '0' : (uint8_t)x->digits[x->n_digits - left]);
    }
    return at;
}

static ssize_t write_text(int kind, void *to, ssize_t at, const char *text, size_t n) {
    kind_copy(kind, (char *)to + at * kind, KIND_1, text, (ssize_t)n);
    return at + (ssize_t)n;
}

static ssize_t write_fill(int kind, void *to, ssize_t at, const FormatSpec *f, ssize_t n) {
    kind_fill(kind, (char *)to + at * kind, f->fill, n);
    return at + n;
}

Own format_number(const FormatSpec *f, const FormatNumber *x) {
    size_t group = !f->thousands ? 0 : f->type < 128 && f->type && strchr("boxX", (int)f->type) ? 4 : 3;
    size_t around = (x->sign != 0) + x->n_prefix + x->n_rest, digits = x->n_digits;
    if (f->width > STR_MAX_LENGTH) return raise_memory();
    if (f->fill == '0' && f->align == '=')
        while (around + grouped(digits, group) < (size_t)(f->width > 0 ? f->width : 0)) digits++;
    ssize_t length = (ssize_t)(around + grouped(digits, group)), room = f->width > length ? f->width - length : 0;
    ssize_t before = f->align == '>' ? room : f->align == '^' ? room / 2 : 0, inside = f->align == '=' ? room : 0;
    Own result = str_new(length + room, room ? widest(f->fill, MAX_ASCII) : (uint32_t)MAX_ASCII);
    if (!result || length + room == 0) return result;
    int kind = str_kind(result);
    void *to = str_data(result);
    ssize_t at = write_fill(kind, to, 0, f, before);
    if (x->sign) kind_write(kind, to, at++, (uint8_t)x->sign);
    at = write_text(kind, to, at, x->prefix, x->n_prefix);
    at = write_fill(kind, to, at, f, inside);
    at = write_grouped(kind, to, at, digits, group, f->thousands, x);
    at = write_text(kind, to, at, x->rest, x->n_rest);
    write_fill(kind, to, at, f, room - before - inside);
    return str_canonical_take(result);
}
