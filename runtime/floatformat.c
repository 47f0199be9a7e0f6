/* floatformat.c: laying out the decimal digits of a double: repr and the codes e f g r %.
 *
 *   plain        [0 or digits before the point] . [zeros, digits, zeros]      point: digits before it, may be negative
 *   scientific   d . [digits, zeros] e [+-] [two or three digits]
 *
 * g and r are scientific outside of 1e-4 <= v < 10^limit. Digits that double_places did not give are zeros, so that a precision of a
 * million costs a memset. */
#include <math.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/floattext.h"

enum { REPR_LIMIT = 16, EXPONENT_ROOM = 5 };

typedef struct Layout {
    bool scientific, show_point;
    int exponent;    /* scientific */
    int point;       /* digits before the point */
    int64_t places;  /* digits behind the point */
} Layout;

/* Digits from..to of the decimal, zeros beyond its ends. */
static char *put_range(char *out, const Decimal *d, int64_t from, int64_t to) {
    for (; from < 0 && from < to; from++) *out++ = '0';
    if (from < to && from < d->n) {
        size_t n = (size_t)((to < d->n ? to : d->n) - from);
        memcpy(out, d->digits + from, n);
        out += n;
        from += (int64_t)n;
    }
    if (from < to) {
        memset(out, '0', (size_t)(to - from));
        out += to - from;
    }
    return out;
}

static char *put_exponent(char *out, int exponent, char letter) {
    *out++ = letter;
    *out++ = exponent < 0 ? '-' : '+';
    if (exponent < 0) exponent = -exponent;
    if (exponent >= 100) *out++ = (char)('0' + exponent / 100);
    *out++ = (char)('0' + exponent / 10 % 10);
    *out++ = (char)('0' + exponent % 10);
    return out;
}

static char *put_layout(char *out, const Decimal *d, const Layout *l, char letter) {
    if (l->point > 0) out = put_range(out, d, 0, l->point);
    else *out++ = '0';
    if (l->show_point) *out++ = '.';
    out = put_range(out, d, l->point, l->point + l->places);
    return l->scientific ? put_exponent(out, l->exponent, letter) : out;
}

static void set_scientific(Layout *l, const Decimal *d) {
    l->scientific = true;
    l->exponent = d->n ? d->point - 1 : 0;
    l->point = 1;
}

/* --- repr --- */

int double_repr(double v, char *buffer) {
    char *out = buffer;
    if (isnan(v)) return memcpy(buffer, "nan", 3), 3;
    if (signbit(v)) *out++ = '-';
    v = fabs(v);
    if (isinf(v) || v == 0) {
        memcpy(out, v == 0 ? "0.0" : "inf", 3);
        return (int)(out + 3 - buffer);
    }
    Decimal d;
    double_shortest(v, &d);
    Layout l = {.point = d.point, .show_point = true};
    if (d.point <= -4 || d.point > REPR_LIMIT) {
        set_scientific(&l, &d);
        l.places = d.n - 1;
        l.show_point = l.places > 0;
    } else {
        l.places = d.n > d.point ? d.n - d.point : 1;
    }
    return (int)(put_layout(out, &d, &l, 'e') - buffer);
}

/* --- format codes --- */

static size_t put_special(char *out, double v, bool upper, bool always_sign) {
    const char *word = isnan(v) ? (upper ? "NAN" : "nan") : upper ? "INF" : "inf";
    char sign = !isnan(v) && v < 0 ? '-' : always_sign ? '+' : 0;
    if (sign) *out++ = sign;
    memcpy(out, word, 3);
    return 3 + (sign != 0);
}

static int at_most(int n, int most) { return n < most ? n : most; }

/* Digits and layout of v >= 0 for the code (lower case). */
static void lay_out(double v, char code, int precision, bool alternate, bool always_point, Decimal *d, Layout *l) {
    *l = (Layout){0};
    int significant = code == 'e' ? at_most(precision, DECIMAL_DIGITS_MAX) + 1 : precision > 0 ? precision : 1;
    if (v == 0) d->n = 0, d->point = 1;
    else if (code == 'r') double_shortest(v, d);
    else if (code == 'f') double_places(v, at_most(precision, DECIMAL_PLACES_MAX), d);
    else double_significant(v, at_most(significant, DECIMAL_SIGNIFICANT_MAX + 1), d);
    l->point = d->n ? d->point : code == 'f' ? 0 : 1;
    if (code == 'f') {
        l->places = precision;
    } else if (code == 'e') {
        set_scientific(l, d);
        l->places = precision;
    } else {
        int limit = code == 'r' ? REPR_LIMIT : significant - always_point;
        int point = l->point;
        if (point <= -4 || point > limit) set_scientific(l, d);
        int used = d->n;
        while (used > 0 && d->digits[used - 1] == '0') used--;
        if (code == 'g' && alternate) used = significant;
        l->places = used > l->point ? used - l->point : 0;
        if (always_point && !l->scientific && l->places == 0) l->places = 1;
    }
    l->show_point = alternate || l->places > 0;
}

char *double_format_in(char *buffer, size_t room, double v, char code, int precision, bool alternate, bool always_sign, bool always_point, size_t *length) {
    bool upper = code >= 'A' && code <= 'Z', percent = code == '%';
    if (upper) code |= 0x20;
    if (percent) {
        v *= 100;
        code = 'f';
    }
    Decimal d;
    Layout l = {0};
    if (isfinite(v)) lay_out(fabs(v), code, precision, alternate, always_point, &d, &l);
    size_t before = l.point > 0 ? (size_t)l.point : 1, need = 1 + before + 1 + (size_t)l.places + EXPONENT_ROOM + 1;
    char *out = need <= room ? buffer : mem_alloc(need), *end = out;
    if (!out) return (char *)raise_memory();
    if (!isfinite(v)) {
        end += put_special(end, v, upper, always_sign);
    } else {
        if (signbit(v)) *end++ = '-';
        else if (always_sign) *end++ = '+';
        end = put_layout(end, &d, &l, upper ? 'E' : 'e');
    }
    if (percent) *end++ = '%';
    *length = (size_t)(end - out);
    return out;
}

char *double_format(double v, char code, int precision, bool alternate, bool always_sign, bool always_point, size_t *length) {
    return double_format_in(NULL, 0, v, code, precision, alternate, always_sign, always_point, length);
}
