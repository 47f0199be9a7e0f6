/* weakproxy.c: weak proxies: every operation is done on the referent, or is a ReferenceError once that is gone. The referent is owned while
 * the operation runs. */
#include "runtime/weakproxy.h"

#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/typebuild.h"

bool is_weakproxy(Ref o) { return o->type == &weakproxy_type || o->type == &weakcallable_proxy_type; }

Own weakproxy_new(Ref o, Ref callback) {
    return weakref_make(object_is_callable(o) ? &weakcallable_proxy_type : &weakproxy_type, o, callback);
}

/* What o stands for: the referent of a proxy, any other object itself. Owned; NULL: ReferenceError. */
static Own open(Ref o) {
    if (!is_weakproxy(o)) return own(o);
    Own referent = weakref_get(o);
    return referent ? referent : raise_error(ReferenceError, "weakly-referenced object no longer exists");
}

/* --- on one object --- */

static Own with_one(Ref self, UnaryFn operation) {
    Own o = open(self), result = o ? operation(o) : NULL;
    drop_x(o);
    return result;
}

static Own with_two(Ref a, Ref b, BinaryFn operation) {
    Own x = open(a), y = x ? open(b) : NULL, result = y ? operation(x, y) : NULL;
    drop_x(x);
    drop_x(y);
    return result;
}

static Own proxy_repr(Ref self) { return weakref_repr_as(self, "weakproxy"); }
static Own proxy_str(Ref self) { return with_one(self, object_str); }
static Own proxy_iter(Ref self) { return with_one(self, object_iter); }
static Own proxy_negative(Ref self) { return with_one(self, object_negative); }
static Own proxy_positive(Ref self) { return with_one(self, object_positive); }
static Own proxy_absolute(Ref self) { return with_one(self, object_absolute); }
static Own proxy_invert(Ref self) { return with_one(self, object_invert); }
static Own proxy_to_int(Ref self) { return with_one(self, object_to_int); }
static Own proxy_to_float(Ref self) { return with_one(self, object_to_float); }
static Own proxy_index(Ref self) { return with_one(self, number_index); }
static Own proxy_getattr(Ref self, Ref name) { return with_two(self, name, attr_get); }
static Own proxy_subscript(Ref self, Ref key) { return with_two(self, key, object_subscript); }

static int proxy_next(Ref self, Own *out) {
    Own o = open(self);
    int found = -1;
    *out = NULL;
    if (!o) return -1;
    if (o->type->next) found = o->type->next(o, out);
    else raise_error(TypeError, "Weakref proxy referenced a non-iterator '%T' object", (Ref)o);
    drop(o);
    return found;
}

static int proxy_truth(Ref self) {
    Own o = open(self);
    int truth = o ? object_truth(o) : -1;
    drop_x(o);
    return truth;
}

static ssize_t proxy_len(Ref self) {
    Own o = open(self);
    ssize_t n = o ? object_len(o) : -1;
    drop_x(o);
    return n;
}

static int proxy_contains(Ref self, Ref item) {
    Own o = open(self);
    int answer = o ? object_contains(o, item) : -1;
    drop_x(o);
    return answer;
}

static int proxy_setattr(Ref self, Ref name, Ref value) {
    Own o = open(self);
    int result = o ? attr_set(o, name, value) : -1;
    drop_x(o);
    return result;
}

static int proxy_set_subscript(Ref self, Ref key, Ref value) {
    Own o = open(self);
    int result = o ? object_set_subscript(o, key, value) : -1;
    drop_x(o);
    return result;
}

static Own proxy_compare(Ref a, Ref b, CmpOp op) {
    Own x = open(a), y = x ? open(b) : NULL, result = y ? object_compare(x, y, op) : NULL;
    drop_x(x);
    drop_x(y);
    return result;
}

static Own proxy_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Own o = open(self), result = o ? object_call(o, args, nargs, kwnames) : NULL;
    drop_x(o);
    return result;
}

static Own proxy_m_bytes(Ref self, Ref const *args) {
    (void)args;
    Own o = open(self), result = o ? object_call_method(o, NAME_OF(dunder_bytes), 0, NULL) : NULL;
    drop_x(o);
    return result;
}

static Own proxy_m_reversed(Ref self, Ref const *args) {
    (void)args;
    Own o = open(self), result = o ? object_call_method(o, NAME_OF(dunder_reversed), 0, NULL) : NULL;
    drop_x(o);
    return result;
}

/* --- operators --- */

#define BINARY(name, op)                                                              \
    static Own plain_##name(Ref a, Ref b) { return object_binary(op, a, b); }         \
    static Own proxy_##name(Ref a, Ref b) { return with_two(a, b, plain_##name); }
#define BINARY_AND_INPLACE(name, op)                                                  \
    BINARY(name, op)                                                                  \
    static Own inplace_##name(Ref a, Ref b) { return object_inplace(op, a, b); }      \
    static Own proxy_i##name(Ref a, Ref b) { return with_two(a, b, inplace_##name); }
BINARY(divmod, OP_DIVMOD)
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

static Own proxy_pow3(Ref a, Ref b, Ref mod) {
    Own x = open(a), y = x ? open(b) : NULL, z = y ? open(mod) : NULL, result = z ? object_power(x, y, z) : NULL;
    drop_x(x);
    drop_x(y);
    drop_x(z);
    return result;
}

/* --- the types --- */

static const Method proxy_methods[] = {{"__bytes__()", proxy_m_bytes, NULL}, {"__reversed__()", proxy_m_reversed, NULL}, {0}};

#define PROXY_SLOTS                                                                                                                       \
    .repr = proxy_repr, .str = proxy_str, .hash = hash_not_implemented, .compare = proxy_compare, .getattr = proxy_getattr,                       \
    .setattr = proxy_setattr, .iter = proxy_iter, .next = proxy_next,                                                                     \
    .binary = {[OP_ADD] = proxy_add, [OP_SUB] = proxy_sub, [OP_MUL] = proxy_mul, [OP_MATMUL] = proxy_matmul,                              \
               [OP_TRUEDIV] = proxy_truediv, [OP_FLOORDIV] = proxy_floordiv, [OP_MOD] = proxy_mod, [OP_POW] = proxy_pow,                  \
               [OP_LSHIFT] = proxy_lshift, [OP_RSHIFT] = proxy_rshift, [OP_OR] = proxy_or, [OP_XOR] = proxy_xor,                          \
               [OP_AND] = proxy_and, [OP_DIVMOD] = proxy_divmod},                                                                         \
    .inplace = {[OP_ADD] = proxy_iadd, [OP_SUB] = proxy_isub, [OP_MUL] = proxy_imul, [OP_MATMUL] = proxy_imatmul,                         \
                [OP_TRUEDIV] = proxy_itruediv, [OP_FLOORDIV] = proxy_ifloordiv, [OP_MOD] = proxy_imod, [OP_POW] = proxy_ipow,             \
                [OP_LSHIFT] = proxy_ilshift, [OP_RSHIFT] = proxy_irshift, [OP_OR] = proxy_ior, [OP_XOR] = proxy_ixor,                     \
                [OP_AND] = proxy_iand},                                                                                                   \
    .pow3 = proxy_pow3, .negative = proxy_negative, .positive = proxy_positive, .absolute = proxy_absolute, .invert = proxy_invert,       \
    .to_int = proxy_to_int, .to_float = proxy_to_float, .index = proxy_index, .truth = proxy_truth, .len = proxy_len,                     \
    .subscript = proxy_subscript, .set_subscript = proxy_set_subscript, .contains = proxy_contains, .methods = proxy_methods

Type weakproxy_type = {
    .head = {.ob = {1, &type_type},
             .name = "weakref.ProxyType",
             .basic_size = sizeof(WeakRef),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = weakref_traverse,
             .clear = weakref_clear_self,
             .dealloc = weakref_dealloc},
    PROXY_SLOTS,
};

Type weakcallable_proxy_type = {
    .head = {.ob = {1, &type_type},
             .name = "weakref.CallableProxyType",
             .basic_size = sizeof(WeakRef),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = weakref_traverse,
             .clear = weakref_clear_self,
             .dealloc = weakref_dealloc},
    .call = proxy_call,
    PROXY_SLOTS,
};
