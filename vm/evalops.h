/* evalops.h: what the loop's handlers do when it takes more than a few lines; and the specialiser. Everything here may run Python code unless
 * it says otherwise; the loop has saved pc before. */
#ifndef VM_EVALOPS_H
#define VM_EVALOPS_H

#include "vm/eval.h"

/* operators; c as in BINARY_*: BinOp, + 16 in place */
MUST Own eval_binary(int c, Object *x, Object *y);
MUST Own eval_power_or_shift(int c, Object *x, Object *y);

/* names */
MUST Own eval_load_name(Frame *f, Ref name);
MUST Own eval_load_global(Frame *f, Ref name);
MUST Own eval_load_from_dict_or_globals(Frame *f, Ref names, Ref name);
MUST int eval_delete_name(Frame *f, Ref name);
MUST int eval_delete_global(Frame *f, Ref name);
Own eval_raise_unbound(const Code *c, uint32_t slot);        /* NULL: UnboundLocalError or NameError of a free variable */
MUST Own eval_load_from_dict_or_deref(Frame *f, Ref names, uint32_t slot);

/* calls */
MUST Own eval_call_kw(Object **base, size_t nargs, Ref kwnames);
MUST Own eval_call_ex(Ref callable, Ref args, Ref kwargs_or_null);
/* f(*args, **kwargs) of a Python function or method at base[0]: puts the arguments, owned, on the shared range behind it (self of a bound method
 * first: base[0] becomes its function); how many. *kwnames: tuple of the names of the last ones, or NULL. -1: nothing is left behind. */
MUST ssize_t eval_spread(Frame *f, Object **base, Ref args, Ref kwargs_or_null, Own *kwnames);
MUST Own eval_make_function(Frame *f, Ref code);
MUST int eval_set_function_attribute(Function *fn, uint32_t which, Own value_take);
/* super(...).name: as LOAD_SUPER_ATTR: 1 unbound method (call with self), 0 plain value, -1 */
int eval_super_attr(Ref super, Ref cls, Ref self, Ref name, bool zero_arg, bool method, Own *out);
MUST Own eval_init_frame_check(Ref result);

/* exceptions */
void eval_traceback_here(Frame *f);
const ExcRow *eval_find_row(const Code *c, uint32_t index);
int eval_do_raise(Ref exc_or_null, Ref cause_or_null);       /* -1 raised; 1 raised again what is being handled (no new traceback entry) */
MUST int eval_check_exc_match(Ref exc, Ref type);
MUST int eval_check_eg_match(Ref group, Ref type, Own *match, Own *rest);
MUST Own eval_prep_reraise_star(Ref original, Ref list);
MUST Own eval_with_enter(Ref manager, bool async, Own *exit);
Own eval_stop_iteration_error(Object **top, const Frame *f);

/* building, unpacking, patterns */
MUST int eval_unpack(Ref iterable, ssize_t n, ssize_t after /* -1: no star */, Object **end);
MUST Own eval_build_string(Object **items, ssize_t n);
MUST int eval_dict_merge(Ref dict, Ref mapping, Ref callable);
MUST int eval_list_extend(Ref list, Ref iterable);
MUST Own eval_import_name(Frame *f, Ref name, Ref fromlist, Ref level);
MUST Own eval_import_from(Ref module, Ref name);
MUST int eval_import_star(Frame *f, Ref module);
MUST int eval_print_expr(Ref value);
MUST Own eval_match_class(Ref subject, Ref cls, ssize_t positional, Ref names);
MUST Own eval_match_keys(Ref subject, Ref keys);
MUST Own eval_load_build_class(Frame *f);
MUST Own eval_yield_from_iter(Frame *f, Ref iterable);
MUST Own eval_awaitable(Ref o, int where);
MUST Own eval_aiter(Ref o);
MUST Own eval_anext(Ref aiter);
MUST Own eval_async_gen_wrap(Ref value);
MUST Own eval_make_type_param(int kind, int parts, Ref name, Ref bound_or_null, Ref default_or_null);
MUST Own eval_make_type_alias(Ref name, Ref params, Ref function);
MUST Own eval_generic_subscript(Ref params);
MUST int eval_setup_annotations(Frame *f);
/* Sends into a sub-iterator: 1 yielded, 0 finished with *out, -1. */
int eval_send(Ref receiver, Ref value, Own *out);

/* the breaker: signals, collections; 0/-1 */
MUST int eval_breaker(void);

/* --- the specialiser (specialize.c): none runs Python code or raises; each rewrites pc->op and the caches, or leaves them --- */
void specialize_load_global(Instr *pc, Frame *f, Ref name);
void specialize_load_attr(Instr *pc, Ref owner, Ref name);
void specialize_load_method(Instr *pc, Ref owner, Ref name);
void specialize_store_attr(Instr *pc, Ref owner, Ref name);
void specialize_call(Instr *pc, Object **base, size_t nargs);
void specialize_subscript(Instr *pc, Ref container, Ref key);
/* The generic opcode of a specialised one; what a failed guard falls back to. */
static inline void despecialize(Instr *pc) { pc->op = op_info[pc->op].family; }

/* Where the inline values of an instance lie. */
static inline DictValues *instance_values(const Object *o) {
    return (DictValues *)((char *)(uintptr_t)o + type_head(o)->basic_size);
}
/* For attributes of the class: the instance has no attribute of a name that was not among its class's shared keys when there were n - 1 of
 * them, as long as no key has come and its dict has not gone its own way. */
static ALWAYS_INLINE bool instance_lacks(const Object *o, uint16_t n) {
    return (size_t)o->type->cached_keys->n_entries + 1 == n && instance_values(o)->valid;
}
#endif
