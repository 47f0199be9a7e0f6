/* object.h: the protocols as functions: what the VM and every type call on objects of any type. Messages are CPython's. */
#ifndef RUNTIME_OBJECT_H
#define RUNTIME_OBJECT_H

#include "runtime/state.h"

/* --- singletons (singletons.c) --- */
extern Object none_object, not_implemented_object, ellipsis_object;
extern Type none_type, not_implemented_type, ellipsis_type;
#define NONE ((Ref)&none_object)
#define NOT_IMPLEMENTED ((Ref)&not_implemented_object)
#define ELLIPSIS_OBJECT ((Ref)&ellipsis_object)
static inline Own none(void) { return own(NONE); }
static inline Own not_implemented(void) { return own(NOT_IMPLEMENTED); }

/* --- generic (object.c) --- */
MUST Own object_repr(Ref o);
MUST Own object_str(Ref o);
MUST Own object_ascii(Ref o);
MUST Own object_format(Ref o, Ref spec_or_null);
MUST Hash object_hash(Ref o);
MUST int object_truth_slow(Ref o);
static inline int object_truth(Ref o);                         /* -1/0/1 */
MUST Own object_compare(Ref a, Ref b, CmpOp op);               /* any result */
MUST int object_compare_bool(Ref a, Ref b, CmpOp op);          /* identity counts as equality for EQ and NE */
MUST int object_isinstance(Ref o, Ref type_or_tuple);          /* with __instancecheck__ */
MUST int object_issubclass(Ref c, Ref type_or_tuple);
MUST Own object_dir(Ref o_or_null);
MUST ssize_t object_len(Ref o);
MUST ssize_t object_length_hint(Ref o, ssize_t otherwise);
ssize_t object_sizeof(Ref o);                                   /* sys.getsizeof: __sizeof__ plus pre-header; -1 */
MUST Own object_id(Ref o);
static inline bool object_is_callable(Ref o) { return o->type->call != NULL; }

/* --- attributes (attr.c) --- */
MUST Own attr_get(Ref o, Ref name);
int attr_find(Ref o, Ref name, Own *out);                       /* 1, 0 (no such attribute, nothing raised), -1 */
MUST int attr_set(Ref o, Ref name, Ref value_or_null);          /* NULL: delete */
MUST Own attr_get_generic(Ref o, Ref name);                     /* object.__getattribute__ */
int attr_find_generic(Ref o, Ref name, Own *out);
MUST int attr_set_generic(Ref o, Ref name, Ref value_or_null);
/* The bound or plain value of a special method of type(o): 1, 0, -1. */
int attr_find_special(Ref o, Ref name, Own *out);
/* For a call of o.name(...): 1: *out is an unbound method, call it with o in front; 0: *out is bound or plain; -1. */
int attr_get_method(Ref o, Ref name, Own *out);
/* The dict of an instance, made if need be; borrowed. NULL with AttributeError: it has none. */
Ref object_get_dict(Ref o);
Ref object_get_dict_if_made(Ref o);                             /* NULL without an exception */
Own raise_attribute(Ref o, Ref name);                           /* NULL */

/* --- calls (call.c) --- */
MUST Own object_call(Ref f, Ref const *args, size_t nargs, Ref kwnames); /* checks depth; wraps the result check */
MUST Own object_call0(Ref f);
MUST Own object_call1(Ref f, Ref a);
MUST Own object_call2(Ref f, Ref a, Ref b);
MUST Own object_call3(Ref f, Ref a, Ref b, Ref c);
MUST Own object_call_tuple(Ref f, Ref args_tuple, Ref kwargs_dict_or_null); /* f(*args, **kwargs) */
MUST Own object_call_method(Ref o, Ref name, size_t nargs, Ref const *args);
/* type(o).name(o, args...): special methods. 1 and *out, 0 no such method, -1. */
int object_call_special(Ref o, Ref name, size_t nargs, Ref const *args, Own *out);
static inline size_t args_count(size_t nargs) { return nargs; }

/* --- arithmetic (arith.c) --- */
MUST Own object_binary(BinOp op, Ref a, Ref b);
MUST Own object_inplace(BinOp op, Ref a, Ref b);
MUST Own object_power(Ref a, Ref b, Ref mod_or_null);
MUST Own object_negative(Ref o);
MUST Own object_positive(Ref o);
MUST Own object_invert(Ref o);
MUST Own object_absolute(Ref o);
MUST Own object_to_int(Ref o);                                  /* int(o) without base */
MUST Own object_to_float(Ref o);
extern const char *const binop_symbols[N_BINOPS];               /* "+", ... for messages */
extern const char *const cmpop_symbols[6];

/* --- containers and iteration (iter.c, sequence.c) --- */
MUST Own object_subscript(Ref o, Ref key);
MUST int object_set_subscript(Ref o, Ref key, Ref value_or_null);
MUST int object_contains(Ref container, Ref item);
MUST Own object_iter(Ref o);                                    /* TypeError "'%T' object is not iterable" */
/* 1 and *out, 0 done, -1: o must have a next slot. */
static inline int iter_next(Ref it, Own *out) { return it->type->next(it, out); }
/* A list or a tuple with the items of o: o itself if it is one exactly. */
MUST Own sequence_fast(Ref o, const char *message_if_not_iterable);
static inline ssize_t fast_size(Ref s);
static inline Object **fast_items(Ref s);
/* Negative indices count from the end; IndexError `message` outside; 0/-1. The length is read after the key's __index__ ran. */
MUST int sequence_index(Ref key, const ssize_t *length, ssize_t *out, const char *message);

/* --- binding of arguments to signatures (builtin.c) --- */
typedef struct Signature Signature;                             /* parsed; builtin.h */
MUST Own builtin_new(const Method *def, Ref self_or_null, Ref module_or_null);
/* Binds by the signature text (parsed at the first call, kept by address): out has one slot per parameter; *args and **kw are new objects to be
 * dropped by args_unbind. 0/-1. For constructors and raw functions. */
MUST int args_bind(const char *signature, Ref const *args, size_t nargs, Ref kwnames, Ref *out);
void args_unbind(const char *signature, Ref *out);
/* Simple checks for raw functions: TypeError in CPython's words. */
MUST int args_none(const char *name, size_t nargs, Ref kwnames);
MUST int args_range(const char *name, size_t nargs, Ref kwnames, size_t min, size_t max);

#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/tuple.h"

static inline int object_truth(Ref o) {
    if (o == TRUE_OBJECT) return 1;
    if (o == FALSE_OBJECT || o == NONE) return 0;
    return object_truth_slow(o);
}
static inline ssize_t fast_size(Ref s) { return is_list(s) ? list_size(s) : tuple_size(s); }
static inline Object **fast_items(Ref s) { return is_list(s) ? ((const List *)s)->items : tuple_items(s); }

#endif
