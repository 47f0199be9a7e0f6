/* bool.c: True and False: the two instances of a subclass of int. What is not here comes from int. */
#include "runtime/err.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/number.h"

Int bool_false = {.ob = {1, &bool_type}, .value = 0};
Int bool_true = {.ob = {1, &bool_type}, .value = 1};

static inline bool is_bool(Ref o) { return o->type == &bool_type; }

static Own bool_repr(Ref o) { return own(o == TRUE_OBJECT ? NAME_OF(true_) : NAME_OF(false_)); }

static Own bool_and(Ref a, Ref b) { return is_bool(a) && is_bool(b) ? bool_new((int)(int_value(a) & int_value(b))) : int_type.binary[OP_AND](a, b); }
static Own bool_or(Ref a, Ref b) { return is_bool(a) && is_bool(b) ? bool_new((int)(int_value(a) | int_value(b))) : int_type.binary[OP_OR](a, b); }
static Own bool_xor(Ref a, Ref b) { return is_bool(a) && is_bool(b) ? bool_new((int)(int_value(a) ^ int_value(b))) : int_type.binary[OP_XOR](a, b); }

static Own bool_invert(Ref o) {
    if (number_deprecated("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the "
                          "underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or "
                          "~int(x) if you really want the bitwise inversion of the underlying int."))
        return NULL;
    return int_type.invert(o);
}

static Own bool_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (args_range("bool", nargs, kwnames, 0, 1)) return NULL;
    int truth = nargs ? object_truth(args[0]) : 0;
    return truth < 0 ? NULL : bool_new(truth);
}

Type bool_type = {
    .head = {.ob = {1, &type_type},
             .name = "bool",
             .basic_size = INT_HEADER,
             .item_size = sizeof(uint32_t),
             .flags = TYPE_IMMUTABLE | TYPE_IS_INT,
             .dealloc = int_dealloc},
    .doc = "True if the argument counts as true, else False. There are no other instances.",
    .signature = "bool(object=False, /)",
    .base = &int_type,
    .repr = bool_repr,
    .new = bool_construct,
    .binary = {[OP_AND] = bool_and, [OP_OR] = bool_or, [OP_XOR] = bool_xor},
    .invert = bool_invert,
};
