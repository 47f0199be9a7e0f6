/* intmethods.c: the methods and attributes of int. */
#include <string.h>

#include "runtime/bigint.h"
#include "runtime/bytes.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/numformat.h"

#define ONE ((Ref)&small_ints[1 - SMALL_INT_MIN])

static Own exact(Ref self) { return int_type.positive(self); }
static Own get_real(Ref self) { return exact(self); }
static Own get_imag(Ref self) { return (void)self, int_new(0); }
static Own get_denominator(Ref self) { return (void)self, int_new(1); }

static Own int_m_same(Ref self, Ref const *args) { return (void)args, exact(self); }

static Own int_m_is_integer(Ref self, Ref const *args) { return (void)self, (void)args, bool_new(true); }

static Own int_m_as_integer_ratio(Ref self, Ref const *args) {
    (void)args;
    Own i = exact(self), pair = i ? tuple_pack(2, i, ONE) : NULL;
    drop_x(i);
    return pair;
}

static Own int_m_getnewargs(Ref self, Ref const *args) {
    (void)args;
    Own i = exact(self), args_tuple = i ? tuple_pack(1, i) : NULL;
    drop_x(i);
    return args_tuple;
}

static Own int_m_bit_length(Ref self, Ref const *args) { return (void)args, int_new((int64_t)int_bit_length(self)); }

static Own int_m_bit_count(Ref self, Ref const *args) {
    (void)args;
    BigView v;
    big_view(&v, self);
    int64_t n = 0;
    for (size_t i = 0; i < v.pairs; i++) n += __builtin_popcountl(pair_get(v.digits, i));
    return int_new(n);
}

static Own int_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    BigView v;
    big_view(&v, self);
    return int_new((int64_t)(INT_HEADER + sizeof(uint32_t) * view_digits(&v)));
}

static Own int_m_format(Ref self, Ref const *args) { return format_spec_check(args[0]) ? NULL : int_format_spec(self, args[0]); }

/* --- rounding to tens --- */

/* The multiple of p nearest to a, half to even. */
static Own nearest_multiple(Ref a, Ref p) {
    Own q, r, twice = NULL, result = NULL;
    if (int_divmod(a, p, &q, &r)) return NULL;
    twice = int_binary(OP_LSHIFT, r, ONE);
    if (twice) {
        int c = int_compare(twice, p);
        bool odd = int_is_compact(q) ? int_value(q) & 1 : int_digits(q)[0] & 1;
        Own down = int_binary(OP_SUB, a, r);
        result = down && (c > 0 || (c == 0 && odd)) ? int_binary(OP_ADD, down, p) : own_x(down);
        drop_x(down);
        drop(twice);
    }
    drop(q);
    drop(r);
    return result;
}

static Own int_m_round(Ref self, Ref const *args) {
    if (!args[0]) return exact(self);
    Own digits = number_index(args[0]);
    if (!digits) return NULL;
    int64_t n;
    bool fits = int_to_int64(digits, &n), left = int_sign(digits) < 0;
    drop(digits);
    if (!left) return exact(self);
    if (!fits || (uint64_t)-n > int_bit_length(self)) return int_new(0); /* 10^-n is more than twice the number */
    Own ten = int_new(10), exponent = int_new(-n), p = exponent ? int_binary(OP_POW, ten, exponent) : NULL;
    Own r = p ? nearest_multiple(self, p) : NULL;
    drop_x(ten);
    drop_x(exponent);
    drop_x(p);
    return r;
}

/* --- bytes --- */

/* 1 little, 0 big, -1 error. */
static int byte_order(Ref order, const char *method) {
    if (!order) return 0;
    if (!is_str(order)) return raise_error(TypeError, "%s() argument 'byteorder' must be str, not %.50T", method, order), -1;
    if (str_equals(order, "little")) return 1;
    if (str_equals(order, "big")) return 0;
    return raise_error(ValueError, "byteorder must be either 'little' or 'big'"), -1;
}

static bool fits_bytes(const BigView *v, size_t length, bool is_signed) {
    size_t bits = view_bit_length(v), room = 8 * length;
    if (bits == 0) return true;
    if (!is_signed) return bits <= room;
    if (length == 0) return false;
    bool least = v->negative && bits == room && !view_sticky(v, bits - 1); /* -2^(room - 1) */
    return bits < room || least;
}

static void write_bytes(char *out, size_t length, const BigView *v, bool little) {
    unsigned carry = v->negative;
    for (size_t i = 0; i < length; i++) {
        unsigned b = (unsigned)view_bits(v, 8 * i) & 0xff;
        if (v->negative) {
            b = (b ^ 0xff) + carry;
            carry = b >> 8;
        }
        out[little ? i : length - 1 - i] = (char)b;
    }
}

static Own int_m_to_bytes(Ref self, Ref const *args) {
    ssize_t length = args[0] ? index_as_ssize(args[0]) : 1;
    if (length == -1 && err_set()) return NULL;
    if (args[1] && !is_str(args[1])) return raise_error(TypeError, "to_bytes() argument 'byteorder' must be str, not %.50T", args[1]);
    int is_signed = args[2] ? object_truth(args[2]) : 0;
    if (is_signed < 0) return NULL;
    int little = byte_order(args[1], "to_bytes");
    if (little < 0) return NULL;
    if (length < 0) return raise_error(ValueError, "length argument must be non-negative");
    BigView v;
    big_view(&v, self);
    if (v.negative && !is_signed) return raise_error(OverflowError, "can't convert negative int to unsigned");
    if (!fits_bytes(&v, (size_t)length, is_signed)) return raise_error(OverflowError, "int too big to convert");
    Own bytes = bytes_new(length);
    if (bytes) write_bytes(bytes_data(bytes), (size_t)length, &v, little);
    return bytes;
}

static Own int_from_bytes(const uint8_t *data, size_t n, bool little, bool is_signed) {
    bool negative = n > 0 && is_signed && data[little ? n - 1 : 0] >= 0x80;
    size_t pairs = n / 15 * 2 + (n % 15 * 8 + PAIR_BITS - 1) / PAIR_BITS + 1;
    Int *r = bigint_new(pairs);
    if (!r) return NULL;
    uint32_t *out = int_digits(&r->ob);
    UWide sum = 0;
    unsigned have = 0, flip = negative ? 0xff : 0;
    uint64_t carry = negative;
    size_t at = 0;
    for (size_t i = 0; i < n || at < pairs; i++) {
        unsigned b = (i < n ? data[little ? i : n - 1 - i] : flip) ^ flip;
        sum |= (UWide)b << have;
        have += 8;
        if (have < PAIR_BITS) continue;
        uint64_t pair = ((uint64_t)sum & PAIR_MASK) + carry;
        carry = pair >> PAIR_BITS;
        pair_put(out, at++, pair & PAIR_MASK);
        sum >>= PAIR_BITS;
        have -= PAIR_BITS;
    }
    return bigint_finish(r, pairs, negative);
}

static Own int_m_from_bytes(Ref cls, Ref const *args) {
    if (args[1] && !is_str(args[1])) return raise_error(TypeError, "from_bytes() argument 'byteorder' must be str, not %.50T", args[1]);
    int is_signed = args[2] ? object_truth(args[2]) : 0;
    if (is_signed < 0) return NULL;
    int little = byte_order(args[1], "from_bytes");
    if (little < 0) return NULL;
    Own bytes = bytes_from_object(args[0]);
    if (!bytes) return NULL;
    Own value = int_from_bytes((const uint8_t *)bytes_data(bytes), (size_t)bytes_size(bytes), little, is_signed);
    drop(bytes);
    if (!value || cls == (Ref)&int_type) return value;
    Own r = object_call1(cls, value);
    drop(value);
    return r;
}

const Method int_methods[] = {
    {"as_integer_ratio()", int_m_as_integer_ratio, "The int and 1: a pair whose quotient is the number."},
    {"bit_count()", int_m_bit_count, "How many ones the absolute value has in binary."},
    {"bit_length()", int_m_bit_length, "How many bits the absolute value needs."},
    {"conjugate()", int_m_same, "The number itself."},
    {"from_bytes(bytes, byteorder='big', *, signed=False)", int_m_from_bytes,
     "The int that these bytes stand for.\n\nbyteorder is 'big' (highest byte first) or 'little'; signed says whether they\nare in two's complement.",
     METHOD_CLASS, NULL},
    {"is_integer()", int_m_is_integer, "True: for code that takes ints and floats."},
    {"to_bytes(length=1, byteorder='big', *, signed=False)", int_m_to_bytes,
     "The number as that many bytes.\n\nbyteorder is 'big' (highest byte first) or 'little'; signed allows negative\nnumbers, in two's complement."},
    {"__ceil__()", int_m_same, "The number itself."},
    {"__floor__()", int_m_same, "The number itself."},
    {"__format__(format_spec, /)", int_m_format, "The number as text, laid out by the spec."},
    {"__getnewargs__()", int_m_getnewargs, NULL},
    {"__round__(ndigits=None, /)", int_m_round, "Rounded to a multiple of 10 ** -ndigits, half to even."},
    {"__sizeof__()", int_m_sizeof, "Size in memory, in bytes."},
    {"__trunc__()", int_m_same, "The number itself."},
    {0}};

const GetSet int_getsets[] = {
    {"real", get_real, NULL, "The number itself."},
    {"imag", get_imag, NULL, "Always 0."},
    {"numerator", get_real, NULL, "The number itself."},
    {"denominator", get_denominator, NULL, "Always 1."},
    {0}};
