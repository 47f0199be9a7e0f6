/* errformat.c: format_text: printf's %s %d %i %u %x %X %c %p %% with lengths l ll z, a width and a precision, and for objects
 * %S (str), %R (repr), %A (ascii), %T (name of the type), %U (a str as it is). Bytes of %s that are not UTF-8 become U+FFFD; %.Ns cuts after N bytes,
 * the same of an object's text after N characters. */
#include <stdarg.h>
#include <stdio.h>

#include "runtime/codec.h"
#include "runtime/err.h"
#include "runtime/strkind.h"

typedef struct Spec {
    bool zero, left;
    int width, precision; /* -1: none */
    int size;             /* 0 int, 1 long, 2 long long, 3 size_t */
    char code;
} Spec;

static int read_number(const char **p, va_list *ap) {
    int n = 0;
    if (**p == '*') {
        ++*p;
        return va_arg(*ap, int);
    }
    while (**p >= '0' && **p <= '9') n = n * 10 + (*(*p)++ - '0');
    return n;
}

/* p is behind the percent sign; returns the place behind the code. */
static const char *read_spec(const char *p, Spec *s, va_list *ap) {
    *s = (Spec){.width = -1, .precision = -1};
    for (; *p == '0' || *p == '-'; p++) {
        if (*p == '0') s->zero = true;
        else s->left = true;
    }
    if (*p == '*' || (*p >= '1' && *p <= '9')) s->width = read_number(&p, ap);
    if (*p == '.') {
        p++;
        s->precision = read_number(&p, ap);
    }
    if (*p == 'z') s->size = 3, p++;
    else
        while (*p == 'l') s->size++, p++;
    s->code = *p ? *p++ : '%';
    return p;
}

static int write_padded(StrWriter *w, const Spec *s, Ref text, ssize_t n) {
    ssize_t blanks = s->width > n ? s->width - n : 0;
    for (ssize_t i = 0; i < blanks && !s->left; i++)
        if (writer_char(w, s->zero ? '0' : ' ')) return -1;
    if (writer_substr(w, text, 0, n)) return -1;
    for (ssize_t i = 0; i < blanks && s->left; i++)
        if (writer_char(w, ' ')) return -1;
    return 0;
}

static int write_text_take(StrWriter *w, const Spec *s, Own text) {
    if (!text) return writer_drop(w), -1;
    ssize_t n = str_len(text);
    if (s->precision >= 0 && s->precision < n) n = s->precision;
    int result = write_padded(w, s, text, n);
    drop(text);
    return result;
}

static int write_bytes(StrWriter *w, const Spec *s, const char *text) {
    if (!text) text = "(null)";
    size_t n = s->precision >= 0 ? strnlen(text, (size_t)s->precision) : strlen(text);
    if (s->width < 0 && bytes_are_ascii(text, n)) return writer_ascii(w, text, (ssize_t)n);
    Spec whole = *s;
    whole.precision = -1;
    return write_text_take(w, &whole, codec_decode_utf8(text, n, "replace", NULL));
}

static long long signed_arg(const Spec *s, va_list *ap) {
    switch (s->size) {
    case 0: return va_arg(*ap, int);
    case 1: return va_arg(*ap, long);
    case 2: return va_arg(*ap, long long);
    default: return va_arg(*ap, ssize_t);
    }
}

static unsigned long long unsigned_arg(const Spec *s, va_list *ap) {
    switch (s->size) {
    case 0: return va_arg(*ap, unsigned);
    case 1: return va_arg(*ap, unsigned long);
    case 2: return va_arg(*ap, unsigned long long);
    default: return va_arg(*ap, size_t);
    }
}

static int write_number(StrWriter *w, const Spec *s, va_list *ap) {
    char digits[32];
    int n;
    if (s->code == 'd' || s->code == 'i') n = snprintf(digits, sizeof digits, "%lld", signed_arg(s, ap));
    else if (s->code == 'p') n = snprintf(digits, sizeof digits, "%p", va_arg(*ap, void *));
    else n = snprintf(digits, sizeof digits, s->code == 'x' ? "%llx" : s->code == 'X' ? "%llX" : "%llu", unsigned_arg(s, ap));
    Spec plain = {.width = s->width, .precision = -1, .zero = s->zero && digits[0] != '-', .left = s->left};
    return write_text_take(w, &plain, str_from_ascii(digits, n));
}

static int write_item(StrWriter *w, const Spec *s, va_list *ap) {
    switch (s->code) {
    case '%': return writer_char(w, '%');
    case 'c': return write_text_take(w, s, str_from_char((uint32_t)va_arg(*ap, int)));
    case 's': return write_bytes(w, s, va_arg(*ap, const char *));
    case 'S': return write_text_take(w, s, object_str(va_arg(*ap, Ref)));
    case 'R': return write_text_take(w, s, object_repr(va_arg(*ap, Ref)));
    case 'A': return write_text_take(w, s, object_ascii(va_arg(*ap, Ref)));
    case 'U': return write_text_take(w, s, own(va_arg(*ap, Ref)));
    case 'T': return write_bytes(w, s, type_head(va_arg(*ap, Ref))->name);
    default: return write_number(w, s, ap);
    }
}

Own format_text_v(const char *format, va_list arguments) {
    StrWriter w = {.overallocate = true};
    va_list ap;
    va_copy(ap, arguments);
    int failed = 0;
    for (const char *p = format; *p && !failed;) {
        const char *percent = strchrnul(p, '%');
        failed = writer_ascii(&w, p, percent - p);
        if (!*percent || failed) break;
        Spec s;
        p = read_spec(percent + 1, &s, &ap);
        failed = write_item(&w, &s, &ap);
    }
    va_end(ap);
    return failed ? NULL : writer_finish(&w);
}

Own format_text(const char *format, ...) {
    va_list ap;
    va_start(ap, format);
    Own text = format_text_v(format, ap);
    va_end(ap);
    return text;
}
