/* memoryitem.c: items of a memoryview as objects, by the letters of native formats: c b B h H i I l L q Q n N e f d ? P. */
#include <math.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/memoryview.h"

static const struct {
    char name[3]; /* "@B": the letter is the second */
    uint8_t size;
    char kind;    /* s signed, u unsigned, f floating, c byte, ? truth */
} formats[] = {
    {"@c", 1, 'c'}, {"@b", 1, 's'}, {"@B", 1, 'u'}, {"@h", 2, 's'}, {"@H", 2, 'u'}, {"@i", 4, 's'}, {"@I", 4, 'u'}, {"@l", 8, 's'}, {"@L", 8, 'u'},
    {"@q", 8, 's'}, {"@Q", 8, 'u'}, {"@n", 8, 's'}, {"@N", 8, 'u'}, {"@e", 2, 'f'}, {"@f", 4, 'f'}, {"@d", 8, 'f'}, {"@?", 1, '?'}, {"@P", 8, 'u'},
};

static int find(const char *format) {
    const char *letter = format ? format + (*format == '@') : "B";
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (letter[0] == formats[i].name[1] && letter[1] == 0) return (int)i;
    return -1;
}

ssize_t memory_format(const char *format, char *code, const char **name) {
    int i = find(format);
    if (i < 0) return 0;
    if (code) *code = formats[i].name[1];
    if (name) *name = formats[i].name + (format && *format == '@' ? 0 : 1);
    return formats[i].size;
}

static double half_to_double(uint16_t h) {
    int exponent = h >> 10 & 31;
    double fraction = h & 1023, value;
    if (exponent == 31) value = fraction != 0 ? (double)NAN : (double)INFINITY;
    else value = exponent ? ldexp(1024 + fraction, exponent - 25) : ldexp(fraction, -24);
    return h & 0x8000 ? -value : value;
}

/* Rounds half to even; false: too large. */
static bool double_to_half(double v, uint16_t *out) {
    uint16_t sign = signbit(v) ? 0x8000 : 0;
    double size = fabs(v);
    int exponent;
    if (isnan(v) || isinf(v)) {
        *out = (uint16_t)(sign | (isnan(v) ? 0x7e00 : 0x7c00));
        return true;
    }
    if (size == 0) return *out = sign, true;
    frexp(size, &exponent); /* size = 0.5..1 * 2^exponent */
    int scale = exponent - 11 < -24 ? -24 : exponent - 11;
    uint32_t units = (uint32_t)nearbyint(ldexp(size, -scale)); /* of 2^scale: 0..2048 */
    uint32_t bits = scale == -24 && units < 1024 ? units : ((uint32_t)(scale + 24) << 10) + units;
    *out = (uint16_t)(sign | bits);
    return bits < 0x7c00;
}

static Own unpack_float(const char *item, size_t size) {
    double d;
    float f;
    uint16_t h;
    if (size == 8) memcpy(&d, item, 8);
    else if (size == 4) memcpy(&f, item, 4), d = f;
    else memcpy(&h, item, 2), d = half_to_double(h);
    return float_new(d);
}

Own memory_unpack(const char *item, const char *format) {
    int i = find(format);
    if (i < 0) return raise_error(NotImplementedError, "memoryview: format %s not supported", format);
    size_t size = formats[i].size;
    uint64_t bits = 0;
    memcpy(&bits, item, size);
    switch (formats[i].kind) {
    case 'c': return bytes_from(item, 1);
    case '?': return bool_new(bits != 0);
    case 'f': return unpack_float(item, size);
    case 'u': return int_from_unsigned(bits);
    default: return int_new((int64_t)(bits << (64 - 8 * size)) >> (64 - 8 * size));
    }
}

static int bad_type(const char *letter) { return raise_error(TypeError, "memoryview: invalid type for format '%s'", letter), -1; }
static int bad_value(const char *letter) { return raise_error(ValueError, "memoryview: invalid value for format '%s'", letter), -1; }

/* TypeError and OverflowError of a conversion become the messages of a memoryview. */
static int translate_error(const char *letter) {
    if (err_matches(TypeError)) return err_clear(), bad_type(letter);
    if (err_matches(OverflowError)) return err_clear(), bad_value(letter);
    return -1;
}

static int pack_int(char *item, int i, Ref value) {
    const char *letter = formats[i].name + 1;
    int bits = 8 * formats[i].size;
    bool is_signed = formats[i].kind == 's';
    Own number = number_index(value);
    if (!number) return translate_error(letter);
    int64_t v;
    bool fits = int_to_int64(number, &v) == 1;
    if (fits && bits < 64) fits = is_signed ? v >= -(INT64_C(1) << (bits - 1)) && v < INT64_C(1) << (bits - 1) : v >= 0 && v < INT64_C(1) << bits;
    else if (fits) fits = is_signed || v >= 0;
    else if (!is_signed && bits == 64 && int_sign(number) > 0 && int_bit_length(number) == 64) {
        Own shift = int_from_unsigned(UINT64_C(1) << 63), rest = shift ? int_binary(OP_SUB, number, shift) : NULL;
        fits = rest && int_to_int64(rest, &v) == 1;
        v = (int64_t)((uint64_t)v + (UINT64_C(1) << 63));
        drop_x(shift);
        drop_x(rest);
    }
    drop(number);
    if (!fits) return err_set() ? -1 : bad_value(letter);
    memcpy(item, &v, formats[i].size);
    return 0;
}

static int pack_float(char *item, int i, Ref value) {
    const char *letter = formats[i].name + 1;
    double d = number_as_double(value);
    if (d == -1.0 && err_set()) return translate_error(letter);
    float f = (float)d;
    uint16_t h;
    if (formats[i].size == 8) memcpy(item, &d, 8);
    else if (formats[i].size == 4) {
        if (isinf(f) && !isinf(d)) return bad_value(letter);
        memcpy(item, &f, 4);
    } else {
        if (!double_to_half(d, &h)) return bad_value(letter);
        memcpy(item, &h, 2);
    }
    return 0;
}

int memory_pack(char *item, const char *format, Ref value) {
    int i = find(format);
    if (i < 0) return raise_error(NotImplementedError, "memoryview: format %s not supported", format), -1;
    int truth;
    switch (formats[i].kind) {
    case 'c':
        if (!is_bytes(value)) return bad_type("c");
        if (bytes_size(value) != 1) return bad_value("c");
        *item = *bytes_data(value);
        return 0;
    case '?':
        truth = object_truth(value);
        if (truth >= 0) *item = (char)truth;
        return truth < 0 ? -1 : 0;
    case 'f': return pack_float(item, i, value);
    default: return pack_int(item, i, value);
    }
}
