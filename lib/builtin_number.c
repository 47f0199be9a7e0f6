/* builtin_number.c: the builtins about numbers and characters. */
#include "lib/builtins.h"

#include "runtime/bytes.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"

static Own number_m_abs(Ref self, Ref const *args) {
    (void)self;
    return object_absolute(args[0]);
}

static Own in_base(Ref o, int base) {
    Own number = number_index(o);
    if (!number) return NULL;
    Own text = int_format_base(number, base, true);
    drop(number);
    return text;
}

static Own number_m_bin(Ref self, Ref const *args) {
    (void)self;
    return in_base(args[0], 2);
}

static Own number_m_oct(Ref self, Ref const *args) {
    (void)self;
    return in_base(args[0], 8);
}

static Own number_m_hex(Ref self, Ref const *args) {
    (void)self;
    return in_base(args[0], 16);
}

enum { CHARACTERS = 0x110000 };

static Own number_m_chr(Ref self, Ref const *args) {
    (void)self;
    ssize_t c;
    if (LIKELY(is_exact_int(args[0]) && int_is_compact(args[0]))) c = int_value(args[0]);
    else if (index_clipped(args[0], &c) < 0) return NULL;
    if ((size_t)c >= CHARACTERS) return raise_error(ValueError, "chr() arg not in range(0x110000)");
    return str_from_char((uint32_t)c);
}

static Own number_m_ord(Ref self, Ref const *args) {
    (void)self;
    Ref o = args[0];
    ssize_t n;
    uint32_t c = 0;
    if (LIKELY(is_str(o))) {
        if ((n = str_len(o)) == 1) c = str_char(o, 0);
    } else if (is_bytes(o)) {
        if ((n = bytes_size(o)) == 1) c = (uint8_t)bytes_data(o)[0];
    } else if (is_bytearray(o)) {
        if ((n = ((const ByteArray *)o)->size) == 1) c = (uint8_t)bytearray_data(o)[0];
    } else {
        return raise_error(TypeError, "ord() expected string of length 1, but %T found", o);
    }
    if (n != 1) return raise_error(TypeError, "ord() expected a character, but string of length %zd found", n);
    return int_new(c);
}

static Own number_m_divmod(Ref self, Ref const *args) {
    (void)self;
    return object_binary(OP_DIVMOD, args[0], args[1]);
}

static Own number_m_pow(Ref self, Ref const *args) {
    (void)self;
    return object_power(args[0], args[1], args[2] && args[2] != NONE ? args[2] : NULL);
}

static Own number_m_round(Ref self, Ref const *args) {
    (void)self;
    bool digits = args[1] && args[1] != NONE;
    Own result;
    int found = object_call_special(args[0], NAME_OF(dunder_round), digits ? 1 : 0, args + 1, &result);
    if (found == 0) raise_error(TypeError, "type %T doesn't define __round__ method", args[0]);
    return found > 0 ? result : NULL;
}

const Method builtin_number_methods[] = {
    {"abs(x, /)", number_m_abs, "The absolute value of a number."},
    {"bin(number, /)", number_m_bin, "An integer in binary, as '0b101'."},
    {"chr(i, /)", number_m_chr, "The character with that code point."},
    {"divmod(x, y, /)", number_m_divmod, "The pair (x // y, x % y)."},
    {"hex(number, /)", number_m_hex, "An integer in hexadecimal, as '0x1f'."},
    {"oct(number, /)", number_m_oct, "An integer in octal, as '0o17'."},
    {"ord(c, /)", number_m_ord, "The code point of a character."},
    {"pow(base, exp, mod=None)", number_m_pow, "base ** exp, or base ** exp % mod computed at once."},
    {"round(number, ndigits=None)", number_m_round, "A number rounded to ndigits after the point; without them an int."},
    {0}};
