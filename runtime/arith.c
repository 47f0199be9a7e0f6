/* arith.c: operators on objects of any type.
 *
 * A binary operator asks the left operand's slot, then the right one's; the right one first if its type is a subclass of the left one's with a slot
 * of its own. A slot gets both operands in source order. When all answer NotImplemented, + and * look at sequences; then it is a TypeError. An
 * augmented assignment asks the in-place slot of the left operand before that. */
#include <string.h>

#include "runtime/builtin.h"
#include "runtime/err.h"
#include "runtime/object.h"

const char *const binop_symbols[N_BINOPS] = {"+", "-", "*", "@", "/", "//", "%", "** or pow()", "<<", ">>", "|", "^", "&", "divmod()"};
static const char *const inplace_symbols[N_NUMBER_OPS] = {"+=", "-=", "*=", "@=", "/=", "//=", "%=", "**=", "<<=", ">>=", "|=", "^=", "&="};

/* A static type that nobody looked at yet lacks the slots of its base. */
static ALWAYS_INLINE bool slots_ready(Ref o) { return LIKELY(type_has(o->type, TYPE_READY)) || type_ready(o->type) == 0; }

static ALWAYS_INLINE bool declined(Ref result) { return UNLIKELY(result == NOT_IMPLEMENTED); }

/* --- binary --- */

static Own raise_operands(const char *symbol, Ref a, Ref b) {
    return raise_error(TypeError, "unsupported operand type(s) for %s: '%.100T' and '%.100T'", symbol, a, b);
}

/* NotImplemented (owned) if no slot knows the operands. */
static ALWAYS_INLINE Own by_slots(BinOp op, Ref a, Ref b) {
    BinaryFn left = a->type->binary[op], right = NULL;
    if (a->type != b->type) {
        right = b->type->binary[op];
        if (right == left) right = NULL;
    }
    if (left) {
        if (right && type_is_subtype(b->type, a->type)) {
            Own r = right(a, b);
            if (!declined(r)) return r;
            drop(r);
            right = NULL;
        }
        Own r = left(a, b);
        if (!declined(r)) return r;
        drop(r);
    }
    return right ? right(a, b) : not_implemented();
}

static Own repeat_sequence(IndexFn repeat, Ref sequence, Ref count) {
    ssize_t n;
    if (!is_int(count) && !count->type->index) return raise_error(TypeError, "can't multiply sequence by non-int of type '%.200T'", count);
    return index_fit(count, &n, OverflowError) ? NULL : repeat(sequence, n);
}

/* print >> file, as Python 2 had it */
static bool is_print(Ref o) { return o->type == &builtin_type && strncmp(((const Builtin *)o)->def->signature, "print(", 6) == 0; }

/* The slots have all declined. */
static COLD Own binary_last(BinOp op, Ref a, Ref b) {
    if (op == OP_ADD && a->type->concat) return a->type->concat(a, b);
    if (op == OP_MUL) {
        if (a->type->repeat) return repeat_sequence(a->type->repeat, a, b);
        if (b->type->repeat) return repeat_sequence(b->type->repeat, b, a);
    }
    if (op == OP_RSHIFT && is_print(a))
        return raise_error(TypeError, "unsupported operand type(s) for >>: '%.100T' and '%.100T'. Did you mean \"print(<message>, file=<output_stream>)\"?", a, b);
    return raise_operands(binop_symbols[op], a, b);
}

Own object_binary(BinOp op, Ref a, Ref b) {
    if (!slots_ready(a) || !slots_ready(b)) return NULL;
    Own r = by_slots(op, a, b);
    if (!declined(r)) return r;
    drop(r);
    return binary_last(op, a, b);
}

/* Does CPython give the type sequence methods? Such a left operand of *= is not tried as a count for the right one. */
static bool has_sequence_methods(const Type *t) {
    return type_has(t, TYPE_HEAP) || t->item || t->contains || t->concat || t->repeat || t->inplace_concat || t->inplace_repeat;
}

static COLD Own inplace_last(BinOp op, Ref a, Ref b) {
    const Type *t = a->type;
    if (op == OP_ADD && (t->inplace_concat || t->concat)) return (t->inplace_concat ? t->inplace_concat : t->concat)(a, b);
    if (op == OP_MUL) {
        IndexFn repeat = t->inplace_repeat ? t->inplace_repeat : t->repeat;
        if (repeat) return repeat_sequence(repeat, a, b);
        if (!has_sequence_methods(t) && b->type->repeat) return repeat_sequence(b->type->repeat, b, a);
    }
    return raise_operands(inplace_symbols[op], a, b);
}

Own object_inplace(BinOp op, Ref a, Ref b) {
    if (!slots_ready(a) || !slots_ready(b)) return NULL;
    BinaryFn inplace = a->type->inplace[op];
    if (inplace) {
        Own r = inplace(a, b);
        if (!declined(r)) return r;
        drop(r);
    }
    Own r = by_slots(op, a, b);
    if (!declined(r)) return r;
    drop(r);
    return inplace_last(op, a, b);
}

/* --- pow with a modulus --- */

static Own power3_by_slots(Ref a, Ref b, Ref c) {
    TernaryFn left = a->type->pow3, right = b->type->pow3, third = c->type->pow3;
    if (right == left) right = NULL;
    if (third == left || third == right) third = NULL;
    TernaryFn order[3] = {left, right, third};
    if (left && right && type_is_subtype(b->type, a->type)) {
        order[0] = right;
        order[1] = left;
    }
    for (int i = 0; i < 3; i++) {
        Own r = order[i] ? order[i](a, b, c) : not_implemented();
        if (!declined(r)) return r;
        drop(r);
    }
    return not_implemented();
}

Own object_power(Ref a, Ref b, Ref mod_or_null) {
    if (!mod_or_null || mod_or_null == NONE) return object_binary(OP_POW, a, b);
    if (!slots_ready(a) || !slots_ready(b) || !slots_ready(mod_or_null)) return NULL;
    Own r = power3_by_slots(a, b, mod_or_null);
    if (!declined(r)) return r;
    drop(r);
    return raise_error(TypeError, "unsupported operand type(s) for ** or pow(): '%.100T', '%.100T', '%.100T'", a, b, mod_or_null);
}

/* --- unary --- */

Own object_negative(Ref o) {
    if (!slots_ready(o)) return NULL;
    return o->type->negative ? o->type->negative(o) : raise_error(TypeError, "bad operand type for unary -: '%.200T'", o);
}

Own object_positive(Ref o) {
    if (!slots_ready(o)) return NULL;
    return o->type->positive ? o->type->positive(o) : raise_error(TypeError, "bad operand type for unary +: '%.200T'", o);
}

Own object_invert(Ref o) {
    if (!slots_ready(o)) return NULL;
    return o->type->invert ? o->type->invert(o) : raise_error(TypeError, "bad operand type for unary ~: '%.200T'", o);
}

Own object_absolute(Ref o) {
    if (!slots_ready(o)) return NULL;
    return o->type->absolute ? o->type->absolute(o) : raise_error(TypeError, "bad operand type for abs(): '%.200T'", o);
}
