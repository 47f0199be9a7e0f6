/* intnew.c: the constructor of int, and instances of its subclasses.
 *
 * An instance of a subclass is an Int of its own: its digits follow it, its attribute dict is in front of it (there is no room for inline
 * values behind). */
#include <string.h>

#include "runtime/bigint.h"
#include "runtime/err.h"
#include "runtime/number.h"
#include "runtime/str.h"

Own int_instance(Type *cls, Ref value) {
    if (cls == &int_type) return is_exact_int(value) ? own(value) : int_type.positive(value);
    const Int *from = (const Int *)value;
    size_t digits = from->size == 0 ? 2 : (size_t)word_abs(from->size), payload = sizeof from->digits[0] * (digits + digits % 2);
    Own o = object_new(cls, INT_HEADER + payload);
    if (!o) return raise_memory();
    ((Int *)o)->size = from->size;
    memcpy(int_digits(o), int_digits(value), payload);
    if (object_is_gc(o)) gc_track(o);
    return o;
}

static Own int_instance_take(Type *cls, Own value) {
    if (!value || cls == &int_type) return value;
    Own o = int_instance(cls, value);
    drop(value);
    return o;
}

static Own raise_literal(Ref o, const NumberText *t, int base) {
    if (is_str(o)) return raise_error(ValueError, "invalid literal for int() with base %d: %.200R", base, o);
    Own shown = bytes_from(t->text, (ssize_t)(t->n < 200 ? t->n : 200));
    if (!shown) return NULL;
    raise_error(ValueError, "invalid literal for int() with base %d: %.200R", base, shown);
    drop(shown);
    return NULL;
}

Own int_from_object_text(Ref o, const NumberText *t, int base) {
    Own r;
    int found = int_parse(t->text, t->n, base, &r);
    return found > 0 ? r : found < 0 ? NULL : raise_literal(o, t, base);
}

/* int(x, base) */
static Own int_with_base(Ref x, Ref base_object) {
    ssize_t base;
    if (index_clipped(base_object, &base)) return NULL;
    if ((base != 0 && base < 2) || base > 36) return raise_error(ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (!is_str(x) && !is_bytes(x) && !is_bytearray(x)) return raise_error(TypeError, "int() can't convert non-string with explicit base");
    NumberText t;
    if (number_text(x, &t) < 0) return NULL;
    Own r = int_from_object_text(x, &t, (int)base);
    number_text_drop(&t);
    return r;
}

Own int_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref bound[2] = {nargs > 0 ? args[0] : NULL, nargs > 1 ? args[1] : NULL};
    if (kwnames && tuple_size(kwnames)) {
        if (args_bind("int(x=0, /, base=10)", args, nargs, kwnames, bound)) return NULL;
    } else if (args_range("int", nargs, NULL, 0, 2)) {
        return NULL;
    }
    Ref x = bound[0], base = bound[1];
    if (!x && base) return raise_error(TypeError, "int() missing string argument");
    return int_instance_take(cls, !x ? int_new(0) : base ? int_with_base(x, base) : object_to_int(x));
}
