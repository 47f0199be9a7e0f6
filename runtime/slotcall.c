/* slotcall.c: the slot functions of classes made in Python: each looks up its special method in the type and calls it. At the end, the table of
 * slots.def, which says which function belongs to which special method. */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/slots.h"
#include "runtime/typeattr.h"
#include "runtime/typebuild.h"

/* A special method that should be there: its absence is an AttributeError with nothing but the name. */
static Own call(Ref self, Ref name, size_t nargs, Ref const *args) {
    Ref found = type_lookup(self->type, name);
    return LIKELY(found != NULL) ? special_call(found, self, nargs, args) : raise_object(AttributeError, name);
}

/* One that may be absent: then the operation is not implemented. */
static Own call_if_any(Ref self, Ref name, size_t nargs, Ref const *args) {
    Ref found = type_lookup(self->type, name);
    return LIKELY(found != NULL) ? special_call(found, self, nargs, args) : not_implemented();
}

static int done_take(Own result) {
    if (!result) return -1;
    drop(result);
    return 0;
}

/* --- text, hash, comparison, truth, length --- */

static Own slot_repr(Ref self) {
    Own result;
    if (object_call_special(self, NAME_OF(dunder_repr), 0, NULL, &result) == 0)
        return format_text("<%s object at %p>", type_name(self), (void *)(uintptr_t)self);
    return result;
}

static Own slot_str(Ref self) { return call(self, NAME_OF(dunder_str), 0, NULL); }

static Hash slot_hash(Ref self) {
    Ref found = type_lookup(self->type, NAME_OF(dunder_hash));
    if (!found || found == NONE) return hash_not_implemented(self);
    Own result = special_call(found, self, 0, NULL);
    if (!result) return -1;
    if (!is_int(result)) {
        drop(result);
        return raise_error(TypeError, "__hash__ method should return an integer"), -1;
    }
    int64_t value;
    Hash hash = int_to_int64(result, &value) == 1 ? value : int_hash(result);
    drop(result);
    return hash == -1 ? -2 : hash;
}

static Own slot_compare(Ref self, Ref other, CmpOp op) {
    static const enum NameIndex methods[] = {NAME_dunder_lt, NAME_dunder_le, NAME_dunder_eq, NAME_dunder_ne, NAME_dunder_gt, NAME_dunder_ge};
    return call_if_any(self, names[methods[op]], 1, &other);
}

static int slot_bool(Ref self) {
    Ref found = type_lookup(self->type, NAME_OF(dunder_bool));
    if (!found) return 1;
    Own result = special_call(found, self, 0, NULL);
    if (!result) return -1;
    int truth = result == TRUE_OBJECT;
    if (result->type != &bool_type) {
        raise_error(TypeError, "__bool__ should return bool, returned %T", (Ref)result);
        truth = -1;
    }
    drop(result);
    return truth;
}

static ssize_t slot_len(Ref self) {
    Own result = call(self, NAME_OF(dunder_len), 0, NULL);
    Own length = result ? number_index(result) : NULL;
    drop_x(result);
    if (!length) return -1;
    int64_t n = -1;
    if (int_sign(length) < 0) raise_error(ValueError, "__len__() should return >= 0");
    else if (int_to_int64(length, &n) == 0) {
        raise_error(OverflowError, "cannot fit '%T' into an index-sized integer", (Ref)length);
        n = -1;
    }
    drop(length);
    return n;
}

/* --- calls and making --- */

static Own slot_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref found = type_lookup(self->type, NAME_OF(dunder_call));
    if (!found) return raise_error(TypeError, "'%T' object is not callable", self);
    Own f = own(found), result = NULL;
    DescrGetFn get = f->type->descr_get;
    if (type_has(f->type, TYPE_METHOD_DESCR)) {
        result = call_with_first(f, self, args, nargs, kwnames);
    } else {
        if (get) obj_set(&f, get(f, self, (Ref)self->type));
        if (f) result = object_call(f, args, nargs, kwnames);
    }
    drop_x(f);
    return result;
}

static int slot_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref found = type_lookup(self->type, NAME_OF(dunder_init));
    if (!found) return raise_attribute(self, NAME_OF(dunder_init)), -1;
    Own f = own(found), result = NULL;
    DescrGetFn get = f->type->descr_get;
    if (type_has(f->type, TYPE_METHOD_DESCR)) {
        result = call_with_first(f, self, args, nargs, kwnames);
    } else {
        if (get) obj_set(&f, get(f, self, (Ref)self->type));
        if (f) result = object_call(f, args, nargs, kwnames);
    }
    drop_x(f);
    if (result && result != NONE) {
        raise_error(TypeError, "__init__() should return None, not '%T'", (Ref)result);
        CLEAR(result);
    }
    return done_take(result);
}

static Own slot_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Own f = attr_get((Ref)cls, NAME_OF(dunder_new));
    if (!f) return NULL;
    Own self = call_with_first(f, (Ref)cls, args, nargs, kwnames);
    drop(f);
    return self;
}

NewFn slot_new_of_classes(void) { return slot_new; }

static void slot_finalize(Object *self) {
    Object *held = err_take();
    Ref found = type_lookup(self->type, NAME_OF(dunder_del));
    if (found) {
        Own f = own(found), result;
        if (object_call_special(self, NAME_OF(dunder_del), 0, NULL, &result) < 0) err_unraisable(f, NULL);
        else drop_x(result);
        drop(f);
    }
    err_restore_take(held);
}

/* --- attributes --- */

static Own slot_getattribute(Ref self, Ref name) { return call(self, NAME_OF(dunder_getattribute), 1, &name); }

Own slot_getattr(Ref self, Ref name) {
    Ref first = type_lookup(self->type, NAME_OF(dunder_getattribute));
    Own value = NULL;
    if (first && first->type == &wrapper_descr_type && ((const WrapperDescr *)first)->function == (SlotFn)attr_get_generic) {
        int found = attr_find_generic(self, name, &value);
        if (found) return value;
    } else {
        value = slot_getattribute(self, name);
        if (value || !err_matches(AttributeError)) return value;
        err_clear();
    }
    return call(self, NAME_OF(dunder_getattr), 1, &name);
}

static int slot_setattr(Ref self, Ref name, Ref value) {
    Ref args[] = {name, value};
    return done_take(value ? call(self, NAME_OF(dunder_setattr), 2, args) : call(self, NAME_OF(dunder_delattr), 1, args));
}

static Own slot_descr_get(Ref self, Ref instance, Ref owner) {
    Ref args[] = {instance ? instance : NONE, owner ? owner : NONE};
    Own result;
    if (object_call_special(self, NAME_OF(dunder_get), 2, args, &result) == 0) return own(self);
    return result;
}

static int slot_descr_set(Ref self, Ref instance, Ref value) {
    Ref args[] = {instance, value};
    return done_take(value ? call(self, NAME_OF(dunder_set), 2, args) : call(self, NAME_OF(dunder_delete), 1, args));
}

/* --- iteration --- */

static Own slot_iter(Ref self) {
    Ref found = type_lookup(self->type, NAME_OF(dunder_iter));
    if (!found || found == NONE) return raise_error(TypeError, "'%T' object is not iterable", self);
    return special_call(found, self, 0, NULL);
}

static int slot_next(Ref self, Own *out) {
    *out = call(self, NAME_OF(dunder_next), 0, NULL);
    if (*out) return 1;
    return err_clear_stop_iteration() ? 0 : -1;
}

#define UNARY_SLOT(name) \
    static Own slot_##name(Ref self) { return call(self, NAME_OF(dunder_##name), 0, NULL); }
UNARY_SLOT(await)
UNARY_SLOT(aiter)
UNARY_SLOT(anext)
UNARY_SLOT(neg)
UNARY_SLOT(pos)
UNARY_SLOT(abs)
UNARY_SLOT(invert)
UNARY_SLOT(int)
UNARY_SLOT(float)
UNARY_SLOT(index)

/* --- containers --- */

static Own slot_subscript(Ref self, Ref key) { return call(self, NAME_OF(dunder_getitem), 1, &key); }

static int slot_set_subscript(Ref self, Ref key, Ref value) {
    Ref args[] = {key, value};
    return done_take(value ? call(self, NAME_OF(dunder_setitem), 2, args) : call(self, NAME_OF(dunder_delitem), 1, args));
}

static Own slot_item(Ref self, ssize_t i) {
    Own index = int_new(i);
    if (!index) return NULL;
    Own item = slot_subscript(self, index);
    drop(index);
    return item;
}

static int slot_set_item(Ref self, ssize_t i, Ref value) {
    Own index = int_new(i);
    if (!index) return -1;
    int result = slot_set_subscript(self, index, value);
    drop(index);
    return result;
}

static int slot_contains(Ref self, Ref key) {
    Ref found = type_lookup(self->type, NAME_OF(dunder_contains));
    if (!found || found == NONE) return raise_error(TypeError, "'%T' object is not a container", self), -1;
    Own result = special_call(found, self, 1, &key);
    if (!result) return -1;
    int truth = object_truth(result);
    drop(result);
    return truth;
}

/* --- arithmetic ---
 *
 * One function is both sides of an operator: it is called as slot of the left operand's type or of the right one's, with the operands in the
 * order of the source. The right one goes first if its type is a subclass that brings a reflected method of its own. */

static bool overrides(const Type *derived, const Type *base, Ref name) {
    Ref theirs = type_lookup((Type *)(uintptr_t)derived, name);
    return theirs && theirs != type_lookup((Type *)(uintptr_t)base, name);
}

static Own binary(BinaryFn slot, BinOp op, Ref a, Ref b, Ref name, Ref reflected) {
    bool ask_right = a->type != b->type && b->type->binary[op] == slot;
    if (a->type->binary[op] == slot) {
        if (ask_right && type_is_subtype(b->type, a->type) && overrides(b->type, a->type, reflected)) {
            Own result = call_if_any(b, reflected, 1, &a);
            if (result != NOT_IMPLEMENTED) return result;
            drop(result);
            ask_right = false;
        }
        Own result = call_if_any(a, name, 1, &b);
        if (result != NOT_IMPLEMENTED || !ask_right) return result;
        drop(result);
    }
    return ask_right ? call_if_any(b, reflected, 1, &a) : not_implemented();
}

#define BINARY_SLOT(name, op) \
    static Own slot_##name(Ref a, Ref b) { return binary(slot_##name, op, a, b, NAME_OF(dunder_##name), NAME_OF(dunder_r##name)); }
#define BINARY_AND_INPLACE(name, op) \
    BINARY_SLOT(name, op)            \
    static Own slot_i##name(Ref a, Ref b) { return call_if_any(a, NAME_OF(dunder_i##name), 1, &b); }
BINARY_SLOT(divmod, OP_DIVMOD)
BINARY_AND_INPLACE(add, OP_ADD)
BINARY_AND_INPLACE(sub, OP_SUB)
BINARY_AND_INPLACE(mul, OP_MUL)
BINARY_AND_INPLACE(matmul, OP_MATMUL)
BINARY_AND_INPLACE(truediv, OP_TRUEDIV)
BINARY_AND_INPLACE(floordiv, OP_FLOORDIV)
BINARY_AND_INPLACE(mod, OP_MOD)
BINARY_AND_INPLACE(pow, OP_POW)
BINARY_AND_INPLACE(lshift, OP_LSHIFT)
BINARY_AND_INPLACE(rshift, OP_RSHIFT)
BINARY_AND_INPLACE(or, OP_OR)
BINARY_AND_INPLACE(xor, OP_XOR)
BINARY_AND_INPLACE(and, OP_AND)

/* Three-argument pow has no reflected form. */
static Own slot_pow3(Ref a, Ref b, Ref mod) {
    Ref args[] = {b, mod};
    return a->type->pow3 == slot_pow3 ? call_if_any(a, NAME_OF(dunder_pow), 2, args) : not_implemented();
}

/* --- the table --- */

const SlotRow slot_rows[] = {
#define SLOT(name, field, kind, function, doc) {NAME_dunder_##name, offsetof(Type, field), SLOT_##kind, (SlotFn)function, doc},
#include "runtime/slots.def"
};
const size_t slot_rows_count = sizeof slot_rows / sizeof *slot_rows;
