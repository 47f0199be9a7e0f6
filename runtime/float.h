/* float.h: floats: 24 bytes, the value a C double; boxes come from a free list. */
#ifndef RUNTIME_FLOAT_H
#define RUNTIME_FLOAT_H

#include "gc/freelist.h"
#include "runtime/type.h"

typedef struct Float {
    Object ob;
    double value;
} Float;
extern Type float_type;

static inline bool is_exact_float(Ref o) { return o->type == &float_type; }
bool is_float(Ref o); /* subclasses too */
static inline double float_value(Ref o) { return ((const Float *)o)->value; }
MUST Own float_new_slow(double v);
static ALWAYS_INLINE Own float_new(double v) {
    Float *f = freelist_pop(&freelist_float);
    if (UNLIKELY(!f)) return float_new_slow(v);
    f->ob.refcnt = 1;
    f->ob.type = &float_type;
    f->value = v;
    return &f->ob;
}
static ALWAYS_INLINE void float_free(Object *self) { /* exact float, count 0 */
    if (!freelist_push(&freelist_float, self)) object_free_static(self, false);
}
/* The value of o as a C double: float, __float__, __index__; -1.0 with exception set otherwise ("must be real number, not %T"). */
double number_as_double(Ref o);
/* Shortest text that reads back as v, as repr writes it; buffer of 32 bytes; returns the length. */
int double_repr(double v, char *buffer);
/* Format code e f g r % (upper case: INF, E) with precision and flags as Python's format does; always_point: "1.0" for "1". The caller frees with
 * mem_free; NULL: MemoryError is set. */
char *double_format(double v, char code, int precision, bool alternate, bool always_sign, bool always_point, size_t *length);
/* The same into a buffer if that is large enough: the result may be the buffer (then it is not to be freed). */
char *double_format_in(char *buffer, size_t room, double v, char code, int precision, bool alternate, bool always_sign, bool always_point, size_t *length);
/* The value of a numeral in Python's syntax without blanks or underscores, or inf, infinity, nan; *end past what was read (text: nothing).
 * Behind the text there must be something that cannot go on with it, as a 0. */
double double_parse(const char *text, const char **end);
Hash double_hash(double v);
double float_floor_div(double a, double b, double *mod); /* divmod on doubles, b != 0 */

#endif
