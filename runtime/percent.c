/* percent.c: format % args, for str and bytes.
 *
 * One engine for both: it reads an array of characters and writes text; for bytes, all characters are below 256 (a byte is the
 * character of its number), and the result is turned into bytes at the end. A directive is
 *     %[(key)][-+ #0][width or *][.precision or .*][h l L]code */
#include "runtime/bytes.h"
#include "runtime/bytesmethods.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/strmethods.h"

typedef struct Percent {
    Run text;
    ssize_t at;
    bool bytes;
    Ref args;         /* a tuple, or the one argument */
    bool one;
    ssize_t next, n;  /* arguments read, and how many there are */
    Ref mapping;      /* args, if it can be asked for keys */
    Own held;         /* what a key gave */
    StrWriter w;
} Percent;

typedef struct Directive {
    bool left, plus, blank, alternate, zero;
    ssize_t width, precision; /* -1: none */
    uint32_t code;
} Directive;

static int refuse(Type *type, const char *message) { return raise_error(type, "%s", message), -1; }

/* ---- reading */

static uint32_t peek(const Percent *x) { return x->at < x->text.n ? kind_read(x->text.kind, x->text.data, x->at) : 0; }

/* Borrowed; NULL: error. */
static Ref next_argument(Percent *x) {
    if (x->next >= x->n) return raise_error(TypeError, "not enough arguments for format string");
    ssize_t i = x->next++;
    return x->held ? x->held : x->one ? x->args : tuple_item(x->args, i);
}

static int read_key(Percent *x) {
    ssize_t start = ++x->at, depth = 1;
    if (!x->mapping) return refuse(TypeError, "format requires a mapping");
    for (; depth > 0 && x->at < x->text.n; x->at++) depth += peek(x) == '(' ? 1 : peek(x) == ')' ? -1 : 0;
    if (depth > 0) return refuse(ValueError, "incomplete format key");
    const char *from = kind_at(x->text.kind, x->text.data, start);
    ssize_t n = x->at - 1 - start;
    Own key = x->bytes ? bytes_from(from, n) : str_from_kind(x->text.kind, from, n);
    Own value = key ? object_subscript(x->mapping, key) : NULL;
    drop_x(key);
    if (!value) return -1;
    obj_set(&x->held, value);
    x->next = 0;
    x->n = 1;
    return 0;
}

static void read_flags(Percent *x, Directive *d) {
    for (;; x->at++) {
        switch (peek(x)) {
        case '-': d->left = true; break;
        case '+': d->plus = true; break;
        case ' ': d->blank = true; break;
        case '#': d->alternate = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

/* Digits or an argument for `*`. */
static int read_number(Percent *x, ssize_t max, const char *too_big, ssize_t *out) {
    if (peek(x) == '*') {
        x->at++;
        Ref v = next_argument(x);
        if (!v) return -1;
        if (!is_int(v)) return refuse(TypeError, "* wants int");
        int small;
        if (max == SSIZE_MAX) return args_ssize(v, 0, out);
        if (args_int(v, 0, &small)) return -1;
        *out = small;
        return 0;
    }
    for (uint32_t c; (c = peek(x) - '0') < 10; x->at++) {
        if (*out < 0) *out = 0;
        if (*out > (max - (ssize_t)c) / 10) return refuse(ValueError, too_big);
        *out = *out * 10 + c;
    }
    return 0;
}

/* x->at is behind the percent sign, and is left behind the code. */
static int read_directive(Percent *x, Directive *d) {
    *d = (Directive){.width = -1, .precision = -1};
    if (peek(x) == '(' && read_key(x)) return -1;
    read_flags(x, d);
    if (read_number(x, SSIZE_MAX, "width too big", &d->width)) return -1;
    if (d->width < -1) {
        d->left = true;
        d->width = -d->width;
    }
    if (peek(x) == '.') {
        x->at++;
        d->precision = 0;
        if (read_number(x, INT_MAX, "precision too big", &d->precision)) return -1;
        if (d->precision < 0) d->precision = 0;
    }
    if (peek(x) == 'h' || peek(x) == 'l' || peek(x) == 'L') x->at++;
    if (x->at >= x->text.n) return refuse(ValueError, "incomplete format");
    d->code = kind_read(x->text.kind, x->text.data, x->at++);
    return 0;
}

/* ---- writing */

/* Text filled to the width with blanks. */
static int write_text(Percent *x, const Directive *d, Ref text) {
    ssize_t n = str_len(text);
    if (d->precision >= 0 && d->precision < n && d->code != 'c') n = d->precision;
    if (d->width <= n) return n == str_len(text) ? writer_str(&x->w, text) : writer_substr(&x->w, text, 0, n);
    ssize_t room = d->width - n;
    if (!d->left && writer_fill(&x->w, ' ', room)) return -1;
    if (writer_substr(&x->w, text, 0, n)) return -1;
    return d->left ? writer_fill(&x->w, ' ', room) : 0;
}

/* A number in ASCII, perhaps with a minus: signed, filled with blanks, or with zeros behind sign and prefix. */
static int write_number(Percent *x, const Directive *d, const char *text, ssize_t n, ssize_t prefix) {
    StrWriter *w = &x->w;
    char sign = *text == '-' ? '-' : d->plus ? '+' : d->blank ? ' ' : 0;
    if (*text == '-') text++, n--;
    ssize_t room = d->width - n - (sign != 0), zeros = d->zero && !d->left ? room : 0;
    if (!d->left && !d->zero && writer_fill(w, ' ', room)) return -1;
    if (sign && writer_char(w, (uint8_t)sign)) return -1;
    if (prefix && writer_ascii(w, text, prefix)) return -1;
    if (writer_fill(w, '0', zeros) || writer_ascii(w, text + prefix, n - prefix)) return -1;
    return d->left ? writer_fill(w, ' ', room) : 0;
}

/* The int that v gives for the code, or NULL. */
static Own int_argument(const Percent *x, Ref v, uint32_t code) {
    bool strict = code == 'o' || code == 'x' || code == 'X';
    const Type *t = v->type;
    if (is_int(v)) return own(v);
    if (t->index || t->to_int || t->to_float) {
        Own number = strict ? number_index(v) : object_to_int(v);
        if (number || !err_matches(TypeError)) return number;
        err_clear();
    }
    return raise_error(TypeError, strict ? "%%%c format: an integer is required, not %.200s" : "%%%c format: a real number is required, not %.200s",
                       code == 'i' && x->bytes ? 'd' : (int)code, type_head(v)->name);
}

/* Puts zeros between the sign and prefix and the digits up to the precision; capitals for X. */
static Own int_text(Ref number, const Directive *d) {
    int base = d->code == 'o' ? 8 : d->code == 'x' || d->code == 'X' ? 16 : 10;
    Own text = int_format_base(number, base, d->alternate && base != 10);
    if (!text) return NULL;
    const char *from = str_data(text);
    ssize_t head = (*from == '-') + (d->alternate && base != 10 ? 2 : 0), n = str_len(text) - head;
    ssize_t zeros = d->precision > n ? d->precision - n : 0;
    if (zeros == 0 && d->code != 'X') return text;
    Own result = str_new(head + zeros + n, MAX_ASCII);
    if (result) {
        char *to = str_data(result);
        memcpy(to, from, (size_t)head);
        memset(to + head, '0', (size_t)zeros);
        memcpy(to + head + zeros, from + head, (size_t)n);
        for (ssize_t i = 0; d->code == 'X' && i < str_len(result); i++)
            if (to[i] >= 'a') to[i] = (char)(to[i] - 32);
    }
    drop(text);
    return result;
}

static int write_int(Percent *x, const Directive *d, Ref v) {
    if (d->code == 'd' && d->width < 0 && d->precision < 0 && !d->plus && !d->blank && is_exact_int(v) && int_is_compact(v))
        return writer_int(&x->w, int_value(v));
    if (d->precision > INT_MAX - 3) return refuse(OverflowError, "precision too large");
    Own number = int_argument(x, v, d->code);
    Own text = number ? int_text(number, d) : NULL;
    drop_x(number);
    if (!text) return -1;
    bool prefixed = d->alternate && (d->code == 'o' || d->code == 'x' || d->code == 'X');
    int result = write_number(x, d, str_data(text), str_len(text), prefixed ? 2 : 0);
    drop(text);
    return result;
}

static int write_float(Percent *x, const Directive *d, Ref v) {
    double value = number_as_double(v);
    if (value == -1.0 && err_set()) {
        if (!x->bytes || !err_matches(TypeError)) return -1;
        err_clear();
        return raise_error(TypeError, "float argument required, not %.200s", type_head(v)->name), -1;
    }
    size_t n;
    char *text = double_format(value, (char)d->code, d->precision < 0 ? 6 : (int)d->precision, d->alternate, false, false, &n);
    if (!text) return raise_memory(), -1;
    int result = write_number(x, d, text, (ssize_t)n, 0);
    mem_free(text);
    return result;
}

static int write_take(Percent *x, const Directive *d, Own text) {
    if (!text) return -1;
    int result = write_text(x, d, text);
    drop(text);
    return result;
}

/* %c: a character or its number. */
static Own char_of_str(Ref v) {
    if (is_str(v)) return str_len(v) == 1 ? own(v) : raise_error(TypeError, "%%c requires int or char");
    if (!is_int(v) && !v->type->index) return raise_error(TypeError, "%%c requires int or char");
    Own number = number_index(v);
    if (!number) {
        if (!err_matches(TypeError)) return NULL;
        err_clear();
        return raise_error(TypeError, "%%c requires int or char");
    }
    int64_t c;
    bool fits = int_to_int64(number, &c) == 1 && c >= 0 && c <= MAX_CHAR;
    drop(number);
    return fits ? str_from_char((uint32_t)c) : raise_error(OverflowError, "%%c arg not in range(0x110000)");
}

static Own char_of_bytes(Ref v) {
    if ((is_bytes(v) || is_bytearray(v)) && byte_view(v).n == 1) return str_from_char((uint8_t)*byte_view(v).p);
    if (!is_int(v) && (!v->type->index || is_bytes(v) || is_bytearray(v)))
        return raise_error(TypeError, "%%c requires an integer in range(256) or a single byte");
    Own number = number_index(v);
    if (!number) return NULL;
    int64_t c;
    bool fits = int_to_int64(number, &c) == 1 && c >= 0 && c < 256;
    drop(number);
    return fits ? str_from_char((uint32_t)c) : raise_error(OverflowError, "%%c arg not in range(256)");
}

/* %b and %s of bytes: anything with bytes, each byte as a character. */
static Own latin_of(Ref v) {
    Buffer b;
    Own made = NULL;
    if (!object_has_buffer(v)) {
        int found = object_call_special(v, NAME_OF(dunder_bytes), 0, NULL, &made);
        if (found < 0) return NULL;
        if (!found)
            return raise_error(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%.100s'", type_head(v)->name);
        if (!is_bytes(made)) {
            raise_error(TypeError, "__bytes__ returned non-bytes (type %.200s)", type_head(made)->name);
            drop(made);
            return NULL;
        }
    }
    Own text = NULL;
    if (buffer_get(made ? made : v, &b, false) == 0) {
        text = str_from_kind(KIND_1, b.data, b.size);
        buffer_release(&b);
    }
    drop_x(made);
    return text;
}

/* flat switch */
static int write_argument(Percent *x, const Directive *d, Ref v) {
    switch (d->code) {
    case 's':
        return x->bytes ? write_take(x, d, latin_of(v)) : is_exact_str(v) ? write_text(x, d, v) : write_take(x, d, object_str(v));
    case 'b':
        if (x->bytes) return write_take(x, d, latin_of(v));
        break;
    case 'r':
        return write_take(x, d, x->bytes ? object_ascii(v) : object_repr(v));
    case 'a':
        return write_take(x, d, object_ascii(v));
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
        return write_int(x, d, v);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
        return write_float(x, d, v);
    case 'c':
        return write_take(x, d, x->bytes ? char_of_bytes(v) : char_of_str(v));
    }
    int shown = d->code >= 31 && d->code <= 126 ? (int)d->code : '?';
    return raise_error(ValueError, "unsupported format character '%c' (0x%x) at index %zd", shown, d->code, x->at - 1), -1;
}

static int write_directive(Percent *x) {
    Directive d;
    if (peek(x) == '%') {
        x->at++;
        return writer_char(&x->w, '%');
    }
    uint32_t code = peek(x);
    if (code == 'd' || code == 's') {
        x->at++;
        d = (Directive){.width = -1, .precision = -1, .code = code};
    } else if (read_directive(x, &d)) {
        return -1;
    }
    Ref v = next_argument(x);
    if (!v) return -1;
    if (x->at == x->text.n) x->w.overallocate = false; /* nothing follows */
    Own mine = own(v); /* writing may run Python code */
    int result = write_argument(x, &d, mine);
    drop(mine);
    return result;
}

static int write_all(Percent *x) {
    while (x->at < x->text.n) {
        const char *from = kind_at(x->text.kind, x->text.data, x->at);
        ssize_t n = kind_find_char(x->text.kind, from, x->text.n - x->at, '%');
        if (n != 0 && writer_run(&x->w, (Run){x->text.kind, from, n < 0 ? x->text.n - x->at : n})) return -1;
        if (n < 0) break;
        x->at += n + 1;
        if (write_directive(x)) return -1;
    }
    if (x->next >= x->n || x->mapping) return 0;
    return refuse(TypeError, x->bytes ? "not all arguments converted during bytes formatting" : "not all arguments converted during string formatting");
}

static Own percent(Run text, bool bytes, Ref args) {
    Percent x = {.text = text, .bytes = bytes, .args = args, .one = !is_tuple(args), .w = {.overallocate = true}};
    x.n = x.one ? 1 : tuple_size(args);
    if (x.one && !is_str(args) && args->type->subscript && !(bytes && (is_bytes(args) || is_bytearray(args)))) x.mapping = args;
    if (!enter_c(" while formatting")) return NULL;
    int failed = write_all(&x);
    drop_x(x.held);
    if (!failed) return writer_finish(&x.w);
    writer_drop(&x.w);
    return NULL;
}

Own str_percent(Ref format, Ref args) { return percent(str_run(format), false, args); }

Own bytes_percent(Ref format, Ref args) {
    Buffer b;
    if (buffer_get(format, &b, false)) return NULL;
    Own text = percent((Run){KIND_1, b.data, b.size}, true, args);
    buffer_release(&b);
    Own result = text ? bytes_like(format, str_data(text), str_len(text)) : NULL;
    drop_x(text);
    return result;
}
