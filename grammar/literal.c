/* literal.c: see literal.h. Decoding never makes a string longer, so its result fits where its source did; a string without a backslash
 * is the source itself. Floats of up to 15 digits with a small exponent are exact products of two doubles, the rest goes to strtod(),
 * which rounds correctly (the numeric locale is always "C"). */
#include "grammar/literal.h"

#include <stdlib.h>
#include <string.h>

#include "grammar/syntaxerr.h"
#include "grammar/utf8.h"

int32_t (*grammar_char_name)(const char *name, size_t n);
int grammar_max_int_digits = 4300;

/* ---- numbers ---- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The digits without underscores; NULL on no memory. */
static const char *without_underscores(Arena *arena, const char *start, const char **end) {
    if (!memchr(start, '_', (size_t)(*end - start))) return start;
    char *copy = arena_alloc(arena, (size_t)(*end - start) + 1), *to = copy;
    if (!copy) return NULL;
    for (; start < *end; start++) {
        if (*start != '_') *to++ = *start;
    }
    *to = '\0';
    *end = to;
    return copy;
}

static bool int_value(Parser *p, const char *digits, const char *end, int base, AstConst *value) {
    while (end - digits > 1 && *digits == '0') digits++;
    *value = (AstConst){.kind = CONST_INT, .base = (uint8_t)base, .len = (size_t)(end - digits)};
    value->text = digits;
    if (base == 10 && grammar_max_int_digits > 0 && value->len > (size_t)grammar_max_int_digits) {
        return lexer_problem_span(p, 0, 0, "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
                                  "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "
                                  "to avoid decimal conversion limits.", grammar_max_int_digits, value->len);
    }
    return true;
}

/* A float of few digits, exactly; false if it needs strtod(). */
static bool easy_float(const char *at, const char *end, double *result) {
    static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
                                    1e18, 1e19, 1e20, 1e21, 1e22};
    uint64_t mantissa = 0;
    int digits = 0, exponent = 0;
    bool point = false;
    for (; at < end && (is_digit(*at) || *at == '.'); at++) {
        if (*at == '.') {
            point = true;
            continue;
        }
        mantissa = mantissa * 10 + (uint64_t)(*at - '0');
        digits += mantissa > 0;
        exponent -= point;
        if (digits > 15) return false;
    }
    if (at < end && (*at | 0x20) == 'e') {
        at++;
        bool negative = *at == '-';
        at += negative || *at == '+';
        int written = 0;
        for (; at < end && is_digit(*at); at++) {
            if ((written = written * 10 + (*at - '0')) > 1000) return false;
        }
        exponent += negative ? -written : written;
    }
    if (mantissa && (exponent < -22 || exponent > 22)) return false;
    *result = !mantissa ? 0.0 : exponent < 0 ? (double)mantissa / powers[-exponent] : (double)mantissa * powers[exponent];
    return true;
}

bool number_value(Parser *p, const char *start, const char *end, AstConst *value) {
    char mark = (char)(start[1] | 0x20);
    const char *digits = start;
    int base = 10;
    if (*start == '0' && (mark == 'x' || mark == 'o' || mark == 'b')) {
        base = mark == 'x' ? 16 : mark == 'o' ? 8 : 2;
        digits += 2;
    }
    digits = without_underscores(p->arena, digits, &end);
    if (!digits) return lexer_no_memory(p);
    if (base != 10) return int_value(p, digits, end, base, value);
    const char *at = digits;
    while (at < end && is_digit(*at)) at++;
    if (at == end) return int_value(p, digits, end, 10, value);
    bool imaginary = (end[-1] | 0x20) == 'j';
    *value = (AstConst){.kind = imaginary ? CONST_IMAGINARY : CONST_FLOAT};
    if (!easy_float(digits, end - imaginary, &value->number)) value->number = strtod(digits, NULL);
    return true;
}

/* Words that may follow a number without a space, for what history is worth. */
static bool keyword_follows(const char *at) {
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(at, words[i], strlen(words[i])) == 0) return true;
    }
    return false;
}

static const char *verify_end(Parser *p, const char *start, const char *end, const char *what) {
    const Lexer *lexer = &p->lexer;
    if (keyword_follows(end)) {
        int col = (int)(end - lexer->line_start);
        Span span = {lexer->line, lexer->line, (int)(start - lexer->line_start), col};
        syntax_note(p, WARN_SYNTAX, span, "invalid %s literal", what);
        return end;
    }
    char c = *end;
    if (is_digit(c) || c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) {
        lexer_problem(p, end, "invalid %s literal", what);
        return NULL;
    }
    return end;
}

/* Steps over digits with single underscores between them; NULL if an underscore leads nowhere. */
static const char *decimal_tail(Parser *p, const char *at) {
    for (;;) {
        while (is_digit(*at)) at++;
        if (*at != '_') return at;
        at++;
        if (!is_digit(*at)) {
            lexer_problem(p, at, "invalid decimal literal");
            return NULL;
        }
    }
}

static const char *radix_end(Parser *p, const char *start, int base, const char *what) {
    const char *at = start + 2;
    do {
        at += *at == '_';
        int digit = hex_value(*at);
        if (base < 16 && is_digit(*at) && digit >= base) goto wrong_digit;
        if (digit < 0 || digit >= base) {
            lexer_problem(p, at, "invalid %s literal", what);
            return NULL;
        }
        while (hex_value(*at) >= 0 && hex_value(*at) < base) at++;
    } while (*at == '_');
    if (base < 16 && is_digit(*at)) goto wrong_digit;
    return verify_end(p, start, at, what);
wrong_digit:
    lexer_problem(p, at + 1, "invalid digit '%c' in %s literal", *at, what);
    return NULL;
}

/* What may follow the digits before the point. */
static const char *fraction_end(Parser *p, const char *start, const char *at) {
    if (*at == '.') {
        at++;
        if (is_digit(*at) && !(at = decimal_tail(p, at))) return NULL;
    }
    if ((*at | 0x20) == 'e') {
        const char *exponent = at + 1;
        bool is_signed = *exponent == '+' || *exponent == '-';
        exponent += is_signed;
        if (is_digit(*exponent)) {
            if (!(at = decimal_tail(p, exponent))) return NULL;
        } else if (is_signed) {
            lexer_problem(p, exponent, "invalid decimal literal");
            return NULL;
        }
    }
    if ((*at | 0x20) == 'j') return verify_end(p, start, at + 1, "imaginary");
    return verify_end(p, start, at, "decimal");
}

const char *number_end(Parser *p, const char *start) {
    const char *at = start;
    if (*at == '0') {
        switch (at[1] | 0x20) {
        case 'x': return radix_end(p, start, 16, "hexadecimal");
        case 'o': return radix_end(p, start, 8, "octal");
        case 'b': return radix_end(p, start, 2, "binary");
        }
    }
    while (*at == '0' || (*at == '_' && at > start && at[-1] != '_')) at++;
    const char *nonzero = at;
    bool padded = *start == '0' && is_digit(*nonzero);
    if (!(at = decimal_tail(p, start))) return NULL;
    bool whole = *at != '.' && (*at | 0x20) != 'e' && (*at | 0x20) != 'j';
    if (padded && whole) {
        const char *line = p->lexer.line_start;
        lexer_problem_span(p, (int)(start - line) + 1, (int)(nonzero - line) + 1,
                           "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
        return NULL;
    }
    return fraction_end(p, start, at);
}

/* ---- strings ---- */

/* The state of decoding one string. */
typedef struct Decoder {
    Parser *p;
    const char *start, *at, *end; /* raw text */
    char *to;
    bool bytes;
    const char *odd; /* the first escape to warn about; others are not reported */
    int odd_len;
    bool high;   /* a character above 127 was written */
    size_t wide; /* by how much the text would be longer had its characters above 127 been written as \UXXXXXXXX */
    Span span, blame;
} Decoder;

static void warn_escape(Decoder *d, const char *at, int n) {
    if (d->odd) return;
    d->odd = at;
    d->odd_len = n;
}

/* Complains about the escape that begins at `from` and was read up to d->at. */
static bool bad_escape(Decoder *d, const char *from, const char *reason) {
    size_t first = (size_t)(from - d->start) + d->wide, last = (size_t)(d->at - d->start) + d->wide - 1;
    if (d->bytes) return problem_span(d->p, d->blame, "(value error) invalid \\x escape at position %zu", first);
    return problem_span(d->p, d->blame, "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s", first, last,
                        reason);
}

static bool put(Decoder *d, uint32_t c) {
    if (d->bytes) {
        *d->to++ = (char)c;
        return true;
    }
    d->high |= c >= 0x80;
    d->to = utf8_put(d->to, c);
    return true;
}

static bool decode_octal(Decoder *d, uint32_t c) {
    const char *digits = d->at - 1;
    for (int n = 1; n < 3 && d->at < d->end && *d->at >= '0' && *d->at <= '7'; n++) c = c * 8 + (uint32_t)(*d->at++ - '0');
    if (c > 255) warn_escape(d, digits, 3);
    return put(d, d->bytes ? c & 255 : c);
}

/* Exactly n hexadecimal digits. */
static bool decode_hex(Decoder *d, const char *from, int n, const char *reason) {
    uint32_t c = 0;
    for (int i = 0; i < n; i++) {
        int digit = d->at < d->end ? hex_value(*d->at) : -1;
        if (digit < 0) return bad_escape(d, from, reason);
        c = c * 16 + (uint32_t)digit;
        d->at++;
    }
    return c > 0x10ffff ? bad_escape(d, from, "illegal Unicode character") : put(d, c);
}

static bool decode_named(Decoder *d, const char *from) {
    const char *malformed = "malformed \\N character escape";
    if (d->at == d->end || *d->at != '{') return bad_escape(d, from, malformed);
    const char *name = ++d->at;
    while (d->at < d->end && *d->at != '}') d->at++;
    if (d->at == d->end || d->at == name) return bad_escape(d, from, malformed);
    size_t n = (size_t)(d->at++ - name);
    int32_t c = grammar_char_name ? grammar_char_name(name, n) : -1;
    return c < 0 ? bad_escape(d, from, "unknown Unicode character name") : put(d, (uint32_t)c);
}

/* One escape; d->at is behind the backslash. */
static bool decode_escape(Decoder *d) {
    const char *from = d->at - 1;
    if (d->at == d->end || (*d->at & 0x80)) { /* in front of a field of an f-string, or of a letter: means itself */
        d->wide += 5;
        return put(d, '\\');
    }
    char c = *d->at++;
    switch (c) {
    case '\n': return true;
    case '\\': case '\'': case '"': return put(d, (uint32_t)c);
    case 'a': return put(d, '\a');
    case 'b': return put(d, '\b');
    case 'f': return put(d, '\f');
    case 'n': return put(d, '\n');
    case 'r': return put(d, '\r');
    case 't': return put(d, '\t');
    case 'v': return put(d, '\v');
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': return decode_octal(d, (uint32_t)(c - '0'));
    case 'x': return decode_hex(d, from, 2, "truncated \\xXX escape");
    }
    if (!d->bytes) {
        if (c == 'u') return decode_hex(d, from, 4, "truncated \\uXXXX escape");
        if (c == 'U') return decode_hex(d, from, 8, "truncated \\UXXXXXXXX escape");
        if (c == 'N') return decode_named(d, from);
    }
    d->at--; /* not an escape: the backslash stays, the character is read as any other */
    warn_escape(d, d->at, 1);
    return put(d, '\\');
}

static void copy_wide(Decoder *d) {
    const char *from = d->at;
    utf8_next(&d->at);
    d->wide += 10 - (size_t)(d->at - from);
    d->high = true;
    while (from < d->at) *d->to++ = *from++;
}

bool literal_decode(Parser *p, ConstantNode *literal, Span blame) {
    AstConst *value = &literal->value;
    int flags = value->base;
    bool bytes = (flags & LIT_BYTES) != 0;
    value->kind = bytes ? CONST_BYTES : CONST_STR;
    value->base = 0;
    value->ascii = !(flags & LIT_HIGH);
    if (bytes && !value->ascii) return problem_span(p, blame, "bytes can only contain ASCII literal characters");
    if ((flags & LIT_RAW) || !(flags & LIT_ESCAPE)) return true;
    char *text = arena_alloc(p->arena, value->len + 1);
    if (!text) return problem_no_memory(p);
    Decoder d = {.p = p, .start = value->text, .at = value->text, .end = value->text + value->len, .to = text, .bytes = bytes,
                 .span = ast_span(&literal->ast), .blame = blame};
    while (d.at < d.end) {
        if (*d.at == '\\') {
            d.at++;
            if (!decode_escape(&d)) return false;
        } else if (*d.at & 0x80) {
            copy_wide(&d);
        } else {
            *d.to++ = *d.at++;
        }
    }
    if (d.odd) {
        syntax_note(p, WARN_SYNTAX, d.span, "invalid %sescape sequence '\\%.*s'", d.odd_len == 3 ? "octal " : "", d.odd_len, d.odd);
    }
    value->text = text;
    value->len = (size_t)(d.to - text);
    value->ascii = !d.high;
    return true;
}
