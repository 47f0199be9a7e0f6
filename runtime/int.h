/* int.h: integers of any size.
 *
 *   refcnt 8 | type 8 | size 8 | value 8, or digits of 30 bits in 4 bytes each
 *
 * Canonical form, by value alone: |v| < 2^60 is compact (size 0, the value itself in one machine word); anything larger has |size| >= 3
 * digits, least significant first, the highest nonzero, and size carries the sign. sys.getsizeof is 24 + 4 per 30-bit digit in both forms
 * (0 counts as one digit, as in CPython 3.13); what is asked for is room for an even number of digits, which comes from the same size
 * class of blocks. bool is a subclass whose two objects have the same layout. -5..256 are static objects, shared. */
#ifndef RUNTIME_INT_H
#define RUNTIME_INT_H

#include "gc/freelist.h"
#include "runtime/type.h"

typedef struct Int {
    Object ob;
    ssize_t size; /* 0: compact; else the signed number of digits, |size| >= 3 */
    union {
        int64_t value;
        uint32_t digits[2]; /* |size| of them */
    };
} Int;

enum { INT_DIGIT_BITS = 30, INT_HEADER = 24, SMALL_INT_MIN = -5, SMALL_INT_MAX = 256 };
#define INT_COMPACT_MAX ((INT64_C(1) << 60) - 1)

extern Type int_type, bool_type;
extern Int small_ints[SMALL_INT_MAX - SMALL_INT_MIN + 1];
extern Int bool_false, bool_true;

static inline bool is_int(Ref o) { return type_has(o->type, TYPE_IS_INT); }      /* subclasses and bools too */
static inline bool is_exact_int(Ref o) { return o->type == &int_type; }
static inline bool int_is_compact(Ref o) { return ((const Int *)o)->size == 0; }
static inline int64_t int_value(Ref o) { return ((const Int *)o)->value; }       /* compact only */
static inline bool fits_compact(int64_t v) { return (uint64_t)v + (uint64_t)INT_COMPACT_MAX <= 2 * (uint64_t)INT_COMPACT_MAX; }
static inline bool is_small_int_value(int64_t v) { return (uint64_t)v - (uint64_t)SMALL_INT_MIN <= SMALL_INT_MAX - SMALL_INT_MIN; }

MUST Own int_new_slow(int64_t v);   /* out of free boxes, or beyond compact */
/* A new reference to the int v; the cached object for small values. */
static ALWAYS_INLINE Own int_new(int64_t v) {
    if (is_small_int_value(v)) return own((Ref)&small_ints[v - SMALL_INT_MIN]);
    Int *i;
    if (UNLIKELY(!fits_compact(v)) || UNLIKELY(!(i = freelist_pop(&freelist_int)))) return int_new_slow(v);
    i->ob.refcnt = 1;
    i->ob.type = &int_type;
    i->size = 0;
    i->value = v;
    return &i->ob;
}
void int_dealloc(Object *self);
static ALWAYS_INLINE void int_free_compact(Object *self) { /* exact int, compact, count 0 */
    if (!freelist_push(&freelist_int, self)) object_free_static(self, false);
}

MUST Own int_from_unsigned(uint64_t v);
MUST Own int_from_double(double d);                        /* truncates; OverflowError/ValueError for inf, nan */
/* Digits in the base (2..36; 0: by prefix), underscores and blanks as int() takes them; ValueError as CPython words it. */
MUST Own int_from_text(const char *text, size_t n, int base);
MUST Own int_from_literal(const char *digits, size_t n, int base);  /* lexer text: no prefix, no underscores */
/* 1 and *out; 0 if it does not fit (no exception); o is an int. */
int int_to_int64(Ref o, int64_t *out);
/* Of any object with __index__; -1 with OverflowError "Python int too large to convert to C ssize_t" or TypeError set (ask err_set). */
ssize_t index_as_ssize(Ref o);
/* The same, clipped to the range instead of OverflowError: for slices. 0/-1. */
int index_clipped(Ref o, ssize_t *out);
/* The index o; if it does not fit, `error` "cannot fit 'T' into an index-sized integer", or clipped if error is NULL. 0/-1. */
MUST int index_fit(Ref o, ssize_t *out, Type *error);
double int_to_double(Ref o);                               /* -1.0 and OverflowError if too large */
double int_frexp(Ref o, ssize_t *exponent);                /* o == result * 2^exponent, rounded; 0.5 <= |result| < 1, or 0 */
int int_compare_double(Ref a, double d);                   /* exact: -1 0 1; d is finite */
bool int_is_zero(Ref o);
int int_sign(Ref o);
size_t int_bit_length(Ref o);
MUST Own int_format_base(Ref o, int base, bool prefix);    /* str, lower case */
MUST Own int_repr(Ref o);                                  /* ValueError beyond int_max_str_digits */
/* Limit of decimal digits in conversions between int and str (0: none, else at least 640): sys.set_int_max_str_digits. */
enum { INT_STR_DIGITS_DEFAULT = 4300, INT_STR_DIGITS_LEAST = 640 };
extern int int_max_str_digits;
/* The integer that o is or gives by __index__ (exact int or subclass instance), else TypeError "'%T' object cannot be interpreted as an integer". */
MUST Own number_index(Ref o);
int int_compare(Ref a, Ref b);                             /* -1 0 1, both ints */
Own int_binary(BinOp op, Ref a, Ref b);                    /* both ints; result as the operator gives it */
MUST int int_divmod(Ref a, Ref b, Own *quotient, Own *remainder); /* floor, b != 0; what is not wanted is NULL. 0/-1 */
MUST Own int_power_mod(Ref base, Ref exponent, Ref modulus);      /* ValueError: modulus 0, or no inverse for a negative exponent */
MUST Own int_gcd(Ref a, Ref b);
MUST Own int_isqrt(Ref a);                                 /* a >= 0 */
Hash int_hash(Ref o);
static inline Own bool_new(int truth) { return own(truth ? (Ref)&bool_true : (Ref)&bool_false); }
#define TRUE_OBJECT ((Ref)&bool_true)
#define FALSE_OBJECT ((Ref)&bool_false)

#endif
