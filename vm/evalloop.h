/* evalloop.h: the body of the loop, compiled twice: plain (eval.c) and observed (observe.c), as EVAL_NAME with OBSERVED 0 or 1.
 *
 * State: pc (instruction in progress), sp (first free word of the operand stack), L (locals), K (constants) in registers as far as there are
 * any; the frame is rt.frame (f): hot handlers do not need it, so it does not take a register from those that do.
 * The operand stack owns what is on it. A handler consumes its inputs before it goes to `error`; there, the exception table of the code
 * says where to go on, or the frame is left.
 * A folded operand (kinds TL TK LL LK of opcodes.def) is read in place. Before Python code can run, it is owned: GENERIC2.
 * f->pc is saved (SAVE) before anything that may run Python code or look at the current line. */
#include "vm/evalmacros.h"

/* Python code is entered here: the frame record goes behind the callee's locals, which are the arguments as pushed. */
#define START_FRAME(kind_)                                                                          \
    do {                                                                                            \
        Frame *next_ = (Frame *)(call_args + code->n_slots);                                        \
        next_->locals = call_args;                                                                  \
        next_->func = call_func;                                                                    \
        next_->names = NULL;                                                                        \
        next_->prev = f;                                                                            \
        next_->object = NULL;                                                                       \
        next_->shared_top = NULL;                                                                   \
        next_->kind = (kind_);                                                                      \
        f->sp = call_base;                                                                          \
        f = next_;                                                                       \
        L = call_args;                                                                              \
        K = code->constants;                                                                        \
        sp = frame_stack(next_);                                                                    \
        pc = code->instrs;                                                                          \
    } while (0)
#define RESTORE_FRAME() (L = f->locals, K = f->func->code->constants, pc = f->pc)

Own EVAL_NAME(Frame *entry, bool throwing, bool *yielded) {
    static const void *const targets[N_OPCODES] = {
#define OP(name, ...) &&TARGET(name),
#define SPECIAL(name, family) &&TARGET(name),
#include "vm/opcodes.def"
    };
    CHECK(entry == rt.frame);
    (void)entry;
    IN_REGISTER(Object **L, "r15") = f->locals;
    Object **K = f->func->code->constants, **sp = f->sp;
    Instr *pc = f->pc;
    /* the call in preparation, for the enter_* labels; call_func is owned, the args lie on the stack (or will be copied there) */
    Function *call_func;
    Object **call_base, **call_args;
    size_t call_nargs;
    enum FrameKind call_kind;
    Object *retval;
#ifndef NDEBUG
    uint16_t next_opcode;
#endif

    if (yielded) *yielded = false;
    if (throwing) {
        pc--;
        goto error;
    }
    DISPATCH();

#ifndef NDEBUG
dispatch:
    goto *targets[next_opcode];
#endif
#if OBSERVED
observe:
    f->pc = pc + 1;
    f->sp = sp;
    if (UNLIKELY(observe_instruction(f, pc) < 0)) goto error;
    JUMP_TO(pc->op);
#endif

    /* --- moves --- */
    TARGET(NOP) : NEXT(1);
    TARGET(RESUME) : pc++;
    if (UNLIKELY(rt.breaker)) goto breaker;
    DISPATCH();
    TARGET(LOAD_FAST) : PUSH(own(L[pc->w]));
    NEXT(1);
    TARGET(LOAD_FAST_CHECK) : {
        Object *o = L[pc->w];
        if (UNLIKELY(!o)) goto unbound;
        PUSH(own(o));
        NEXT(1);
    }
    TARGET(LOAD_FAST_AND_CLEAR) : PUSH(L[pc->w]);
    L[pc->w] = NULL;
    NEXT(1);
    TARGET(STORE_FAST) : TARGET(STORE_FAST_MAYBE_NULL) : {
        Object *old = L[pc->w];
        L[pc->w] = POP();
        DROP_X(old);
        NEXT(1);
    }
    TARGET(DELETE_FAST) : {
        Object *o = L[pc->w];
        if (UNLIKELY(!o)) goto unbound;
        L[pc->w] = NULL;
        DROP(o);
        NEXT(1);
    }
    TARGET(LOAD_CONST) : PUSH(own(K[pc->w]));
    NEXT(1);
    TARGET(PUSH_NULL) : PUSH(NULL);
    NEXT(1);
    TARGET(POP_TOP) : {
        Object *o = POP();
        DROP(o);
        NEXT(1);
    }
    TARGET(POP_RAW) : sp--;
    NEXT(1);
    TARGET(COPY) : {
        Object *o = sp[-(ssize_t)pc->w];
        if (o && !is_raw_word(o)) o->refcnt++;
        PUSH(o);
        NEXT(1);
    }
    TARGET(SWAP) : {
        Object *o = sp[-1];
        sp[-1] = sp[-(ssize_t)pc->w];
        sp[-(ssize_t)pc->w] = o;
        NEXT(1);
    }
    TARGET(MAKE_CELL) : {
        Object *cell = cell_new(L[pc->w]);
        ERROR_IF(!cell);
        SET_LOCAL(pc->w, cell);
        NEXT(1);
    }
    TARGET(COPY_FREE_VARS) : {
        Object *closure = f->func->closure;
        Object **to = L + f->func->code->n_slots - pc->w;
        for (uint32_t i = 0; i < pc->w; i++) to[i] = own(tuple_item(closure, i));
        NEXT(1);
    }
    TARGET(LOAD_DEREF) : {
        Object *o = ((Cell *)L[pc->w])->value;
        if (UNLIKELY(!o)) goto unbound;
        PUSH(own(o));
        NEXT(1);
    }
    TARGET(STORE_DEREF) : {
        Object **field = &((Cell *)L[pc->w])->value, *old = *field;
        *field = POP();
        DROP_X(old);
        NEXT(1);
    }
    TARGET(DELETE_DEREF) : {
        Object **field = &((Cell *)L[pc->w])->value, *old = *field;
        if (UNLIKELY(!old)) goto unbound;
        *field = NULL;
        DROP(old);
        NEXT(1);
    }
    TARGET(LOAD_CLOSURE) : PUSH(own(L[pc->w]));
    NEXT(1);
    TARGET(LOAD_FROM_DICT_OR_DEREF) : {
        Object *names_ = POP();
        SAVE();
        Object *o = eval_load_from_dict_or_deref(f, names_, pc->w);
        DROP(names_);
        ERROR_IF(!o);
        PUSH(o);
        NEXT(1);
    }
    TARGET(LOAD_FROM_DICT_OR_GLOBALS) : {
        Object *names_ = POP();
        SAVE();
        Object *o = eval_load_from_dict_or_globals(f, names_, NAME_AT(pc->w));
        DROP(names_);
        ERROR_IF(!o);
        PUSH(o);
        NEXT(1);
    }
    TARGET(LOAD_LOCALS) : if (UNLIKELY(!f->names)) {
        raise_error(SystemError, "no locals");
        goto error;
    }
    PUSH(own(f->names));
    NEXT(1);

    /* --- names --- */
    TARGET(LOAD_NAME_MODULE) : TARGET(LOAD_GLOBAL_MODULE) : {
        DictKeys *keys = f->func->globals->keys;
        Object *o;
        if (UNLIKELY(keys->version != pc[1].cache.version)) goto miss_global;
        o = keys_str_entries(keys)[pc[1].cache.index].value;
        if (UNLIKELY(!o)) goto miss_global;
        sp[0] = own(o);
        sp[1] = NULL;
        sp += 1 + pc->a;
        NEXT(3);
    }
    TARGET(LOAD_NAME_BUILTIN) : TARGET(LOAD_GLOBAL_BUILTIN) : {
        DictKeys *keys = f->func->builtins->keys;
        if (UNLIKELY(f->func->globals->keys->version != pc[1].cache.version)) goto miss_global;
        if (UNLIKELY(keys->version != pc[2].cache.version)) goto miss_global;
        Object *o = keys_str_entries(keys)[pc[2].cache.index].value;
        if (UNLIKELY(!o)) goto miss_global;
        sp[0] = own(o);
        sp[1] = NULL;
        sp += 1 + pc->a;
        NEXT(3);
    }
miss_global:
    despecialize(pc);
    JUMP_TO(pc->op);
    TARGET(LOAD_GLOBAL) : if (pc[1].cache.counter == 0) {
        specialize_load_global(pc, f, NAME_AT(pc->w));
        if (pc->op != LOAD_GLOBAL) JUMP_TO(pc->op);
    }
    else pc[1].cache.counter--;
    {
        SAVE();
        Object *o = eval_load_global(f, NAME_AT(pc->w));
        ERROR_IF(!o);
        sp[0] = o;
        sp[1] = NULL;
        sp += 1 + pc->a;
        NEXT(3);
    }
    TARGET(LOAD_NAME) : if (f->names == (Object *)f->func->globals && pc[1].cache.counter == 0) {
        specialize_load_global(pc, f, NAME_AT(pc->w));
        if (pc->op != LOAD_NAME) JUMP_TO(pc->op);
    }
    {
        if (pc[1].cache.counter) pc[1].cache.counter--;
        SAVE();
        Object *o = eval_load_name(f, NAME_AT(pc->w));
        ERROR_IF(!o);
        PUSH(o);
        NEXT(3);
    }
    TARGET(STORE_NAME_MODULE) : {
        DictKeys *keys = ((Dict *)f->names)->keys;
        if (UNLIKELY(keys->version != pc[1].cache.version)) {
            pc->op = STORE_NAME;
            goto TARGET(STORE_NAME);
        }
        DictStrEntry *e = &keys_str_entries(keys)[pc[1].cache.index];
        Object *old = e->value;
        if (UNLIKELY(!old)) goto TARGET(STORE_NAME);
        e->value = POP();
        DROP(old);
        NEXT(2);
    }
    TARGET(STORE_NAME) : {
        Object *name = NAME_AT(pc->w), *value = POP();
        SAVE();
        if (UNLIKELY(!f->names)) {
            DROP(value);
            raise_error(SystemError, "no locals found when storing %R", name);
            goto error;
        }
        int failed = is_exact_dict(f->names) ? dict_set(f->names, name, value) : object_set_subscript(f->names, name, value);
        DROP(value);
        ERROR_IF(failed < 0);
        if (f->names == (Object *)f->func->globals) specialize_load_global(pc, f, name);
        NEXT(2);
    }
    TARGET(DELETE_NAME) : SAVE();
    ERROR_IF(eval_delete_name(f, NAME_AT(pc->w)) < 0);
    NEXT(1);
    TARGET(STORE_GLOBAL) : {
        Object *value = POP();
        SAVE();
        int failed = dict_set((Ref)f->func->globals, NAME_AT(pc->w), value);
        DROP(value);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    TARGET(DELETE_GLOBAL) : SAVE();
    ERROR_IF(eval_delete_global(f, NAME_AT(pc->w)) < 0);
    NEXT(1);
    TARGET(LOAD_BUILD_CLASS) : {
        Object *o = eval_load_build_class(f);
        ERROR_IF(!o);
        PUSH(o);
        NEXT(1);
    }
    TARGET(LOAD_ASSERTION_ERROR) : PUSH(own((Ref)AssertionError));
    NEXT(1);
    TARGET(SETUP_ANNOTATIONS) : SAVE();
    ERROR_IF(eval_setup_annotations(f) < 0);
    NEXT(1);

    /* --- operators --- */
    INT_OP_ALL(ADD_INT, r = INT(x) + INT(y), false)
    INT_OP_ALL(SUB_INT, r = INT(x) - INT(y), false)
    INT_OP_ALL(MUL_INT, bool over = __builtin_mul_overflow(INT(x), INT(y), &r), over)
    INT_OP_ALL(FLOORDIV_INT, int64_t d = INT(y); r = d > 0 ? INT(x) / d - (INT(x) % d < 0) : 0, d <= 0)
    INT_OP_ALL(MOD_INT, int64_t d = INT(y); r = d > 0 ? INT(x) % d : 0; r += r < 0 ? d : 0, d <= 0)
    INT_OP_ALL(AND_INT, r = INT(x) & INT(y), false)
    INT_OP_ALL(OR_INT, r = INT(x) | INT(y), false)
    INT_OP_ALL(XOR_INT, r = INT(x) ^ INT(y), false)
    INT_OP_ALL(LSHIFT_INT, uint64_t by = (uint64_t)INT(y); bool over = by > 62 || __builtin_mul_overflow(INT(x), INT64_C(1) << (by & 63), &r), over)
    INT_OP_ALL(RSHIFT_INT, uint64_t by = (uint64_t)INT(y); r = INT(x) >> (by > 63 ? 63 : by), INT(y) < 0)
    FLOAT_OP_ALL(ADD_FLOAT, FLOAT(x) + FLOAT(y), false)
    FLOAT_OP_ALL(SUB_FLOAT, FLOAT(x) - FLOAT(y), false)
    FLOAT_OP_ALL(MUL_FLOAT, FLOAT(x) * FLOAT(y), false)
    FLOAT_OP_ALL(TRUEDIV_FLOAT, FLOAT(x) / FLOAT(y), FLOAT(y) == 0.0)
    STR_ADD(TT) STR_ADD(TL) STR_ADD(TK) STR_ADD(LL) STR_ADD(LK)
    INT_COMPARE_ALL(LT_INT, <)
    INT_COMPARE_ALL(LE_INT, <=)
    INT_COMPARE_ALL(EQ_INT, ==)
    INT_COMPARE_ALL(NE_INT, !=)
    INT_COMPARE_ALL(GT_INT, >)
    INT_COMPARE_ALL(GE_INT, >=)
    FLOAT_COMPARE(TT) FLOAT_COMPARE(TL) FLOAT_COMPARE(TK) FLOAT_COMPARE(LL) FLOAT_COMPARE(LK)
    STR_EQ(TT) STR_EQ(TL) STR_EQ(TK) STR_EQ(LL) STR_EQ(LK)
    MISSES(TT) MISSES(TL) MISSES(TK) MISSES(LL) MISSES(LK)
    SUBSCRIPT_FAMILY(TT) SUBSCRIPT_FAMILY(TL) SUBSCRIPT_FAMILY(TK) SUBSCRIPT_FAMILY(LL) SUBSCRIPT_FAMILY(LK)
    TARGET(DELETE_SUBSCRIPT) : {
        Object *key = POP(), *o = POP();
        SAVE();
        int failed = object_set_subscript(o, key, NULL);
        DROP(o);
        DROP(key);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    TARGET(LOAD_SLICE) : {
        SAVE();
        Object *stop = POP(), *start = POP(), *o = POP(), *result = NULL;
        Own slice = slice_new(start, stop, NULL);
        if (slice) {
            result = object_subscript(o, slice);
            DROP(slice);
        }
        DROP(o);
        DROP(start);
        DROP(stop);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(STORE_SLICE) : {
        SAVE();
        Object *stop = POP(), *start = POP(), *o = POP(), *value = POP();
        Own slice = slice_new(start, stop, NULL);
        int failed = -1;
        if (slice) {
            failed = object_set_subscript(o, slice, value);
            DROP(slice);
        }
        DROP(value);
        DROP(o);
        DROP(start);
        DROP(stop);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    TARGET(BUILD_SLICE) : {
        Object *step = pc->w == 3 ? POP() : NULL, *stop = POP(), *start = POP();
        Own slice = slice_new(start, stop, step);
        DROP(start);
        DROP(stop);
        DROP_X(step);
        ERROR_IF(!slice);
        PUSH(slice);
        NEXT(1);
    }
#define UNARY(name, function)                                                                       \
    TARGET(name) : {                                                                                \
        Object *o = POP();                                                                          \
        SAVE();                                                                                     \
        Object *result = function(o);                                                               \
        DROP(o);                                                                                    \
        ERROR_IF(!result);                                                                          \
        PUSH(result);                                                                               \
        NEXT(1);                                                                                    \
    }
    UNARY(UNARY_NEGATIVE, object_negative)
    UNARY(UNARY_POSITIVE, object_positive)
    UNARY(UNARY_INVERT, object_invert)
    TARGET(UNARY_NOT) : {
        Object *o = POP();
        int truth = object_truth(o);
        if (UNLIKELY(truth < 0)) SAVE();
        DROP(o);
        ERROR_IF(truth < 0);
        PUSH(bool_new(!truth));
        NEXT(1);
    }
    TARGET(IS_OP) : {
        Object *y = POP(), *x = POP();
        bool yes = (x == y) != (bool)pc->w;
        DROP(x);
        DROP(y);
        PUSH(bool_new(yes));
        NEXT(1);
    }
    TARGET(CONTAINS_OP) : TARGET(CONTAINS_DICT) : TARGET(CONTAINS_SET) : TARGET(CONTAINS_STR) : {
        Object *container = POP(), *item = POP();
        SAVE();
        int yes = container->type == &dict_type ? dict_contains(container, item) : object_contains(container, item);
        DROP(item);
        DROP(container);
        ERROR_IF(yes < 0);
        PUSH(bool_new(yes != (int)pc->w));
        NEXT(1);
    }

    /* --- attributes --- */
    LOAD_ATTR_FAMILY()
    LOAD_ATTR_FAMILY(L_)
    TARGET(DELETE_ATTR) : {
        Object *o = POP();
        SAVE();
        int failed = attr_set(o, NAME_AT(pc->w), NULL);
        DROP(o);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    TARGET(LOAD_SUPER_ATTR) : TARGET(LOAD_SUPER_METHOD) : {
        bool method = pc->op == LOAD_SUPER_METHOD;
        Object *self = POP(), *cls = POP(), *super = POP();
        SAVE();
        Own out = NULL;
        int unbound = eval_super_attr(super, cls, self, NAME_AT(pc->w), pc->a, method, &out);
        DROP(super);
        DROP(cls);
        if (unbound <= 0) DROP(self);
        ERROR_IF(unbound < 0);
        PUSH(out);
        if (method) PUSH(unbound ? self : NULL);
        NEXT(1);
    }

    /* --- calls --- */
    TARGET(CALL_PY) : { /* function with exactly the parameters given */
        call_base = sp - pc->w - 2;
        Object *callable = call_base[0];
        if (UNLIKELY(callable->type != &function_type) || UNLIKELY(((Function *)callable)->version != pc[1].cache.version)) goto miss_call;
        call_func = (Function *)callable;
        call_args = call_base + 1 + (call_base[1] == NULL);
        call_kind = FRAME_CALL;
        f->pc = pc + 3;
        goto enter_exact;
    }
    TARGET(CALL_METHOD_PY) : TARGET(CALL_PY_DEFAULTS) : { /* the last defaults are missing: pushed here */
        call_base = sp - pc->w - 2;
        Object *callable = call_base[0];
        if (UNLIKELY(callable->type != &function_type) || UNLIKELY(((Function *)callable)->version != pc[1].cache.version)) goto miss_call;
        call_func = (Function *)callable;
        Code *code = call_func->code;
        call_args = call_base + 1 + (call_base[1] == NULL);
        if (UNLIKELY(call_args + code->frame_size > frame_range_end)) goto slow_call;
        ssize_t missing = code->n_args - (sp - call_args), n_defaults = tuple_size(call_func->defaults);
        if (UNLIKELY(missing < 0) || UNLIKELY(missing > n_defaults)) goto miss_call;
        f->pc = pc + 3;
        if (f->shared_top) {
            ssize_t given = sp - call_args;
            for (ssize_t i = 0; i < given; i++) f->shared_top[i] = call_args[i];
            call_args = f->shared_top;
            sp = call_args + given;
        }
        for (ssize_t i = n_defaults - missing; i < n_defaults; i++) PUSH(own(tuple_item(call_func->defaults, i)));
        call_kind = FRAME_CALL;
        goto enter_copied;
    }
    TARGET(CALL_BOUND_PY) : {
        call_base = sp - pc->w - 2;
        Object *callable = call_base[0];
        if (UNLIKELY(callable->type != &bound_method_type) || UNLIKELY(call_base[1] != NULL)) goto miss_call;
        BoundMethod *method = (BoundMethod *)callable;
        call_func = (Function *)method->func;
        if (UNLIKELY(call_func->ob.type != &function_type) || UNLIKELY(call_func->version != pc[1].cache.version)) goto miss_call;
        call_func->ob.refcnt++;
        call_base[1] = own(method->self);
        call_base[0] = (Object *)call_func;
        DROP(callable);
        call_args = call_base + 1;
        call_kind = FRAME_CALL;
        f->pc = pc + 3;
        goto enter_exact;
    }
    TARGET(CALL_CLASS_INIT) : { /* class with a Python __init__ of exactly that many parameters and the plain __new__ */
        call_base = sp - pc->w - 2;
        Type *cls = (Type *)call_base[0];
        if (UNLIKELY(call_base[1] != NULL) || UNLIKELY(!type_has(cls->head.ob.type, TYPE_IS_TYPE)) || UNLIKELY(cls->version != pc[1].cache.version))
            goto miss_call;
        call_func = (Function *)pc[2].pointer;
        if (UNLIKELY(call_func->version == 0)) goto miss_call;
        SAVE();
        Object *instance = instance_new(cls);
        ERROR_IF(!instance);
        call_func->ob.refcnt++;
        call_base[0] = instance;
        call_base[1] = own(instance);
        DROP((Object *)cls);
        call_args = call_base + 1;
        call_kind = FRAME_INIT;
        f->pc = pc + 3;
        goto enter_exact;
    }
    TARGET(CALL_CLASS_PLAIN) : { /* class without __init__ and __new__, no arguments */
        call_base = sp - 2;
        Type *cls = (Type *)call_base[0];
        if (UNLIKELY(call_base[1] != NULL) || UNLIKELY(!type_has(cls->head.ob.type, TYPE_IS_TYPE)) || UNLIKELY(cls->version != pc[1].cache.version))
            goto miss_call;
        SAVE();
        Object *instance = instance_new(cls);
        ERROR_IF(!instance);
        call_base[0] = instance;
        sp--;
        DROP((Object *)cls);
        NEXT(3);
    }
    TARGET(CALL_BUILTIN_1) : { /* C function of one positional argument */
        Object *callable = sp[-3], *arg = sp[-1];
        if (UNLIKELY(callable->type != &builtin_type) || UNLIKELY(sp[-2] != NULL)) goto miss_call;
        Builtin *b = (Builtin *)callable;
        if (UNLIKELY(b->def != pc[2].pointer)) goto miss_call;
        SAVE();
        Object *result = b->def->fn(b->self, refs(sp - 1));
        sp -= 3;
        DROP(callable);
        DROP(arg);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(3);
    }
    TARGET(CALL_BUILTIN) : { /* other C functions, called without the general binding where the signature is simple */
        call_base = sp - pc->w - 2;
        Object *callable = call_base[0];
        if (UNLIKELY(callable->type != &builtin_type) || UNLIKELY(call_base[1] != NULL)) goto miss_call;
        Builtin *b = (Builtin *)callable;
        if (UNLIKELY(!b->signature) && !b->def->raw) goto miss_call;
        SAVE();
        retval = builtin_invoke(b->def, b->signature, b->self, refs(call_base + 2), pc->w, NULL);
        goto called;
    }
    TARGET(CALL_METHOD_DESCR_0) : { /* method of a built-in type, no argument */
        Object *callable = sp[-2], *self = sp[-1];
        if (UNLIKELY(callable->type != &method_descr_type) || UNLIKELY(!self)) goto miss_call;
        MethodDescr *d = (MethodDescr *)callable;
        if (UNLIKELY(d->def != pc[2].pointer) || UNLIKELY(self->type != d->owner)) goto miss_call;
        SAVE();
        Object *result = d->def->fn(self, NULL);
        sp -= 2;
        DROP(callable);
        DROP(self);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(3);
    }
    TARGET(CALL_METHOD_DESCR_1) : {
        Object *callable = sp[-3], *self = sp[-2], *arg = sp[-1];
        if (UNLIKELY(callable->type != &method_descr_type) || UNLIKELY(!self)) goto miss_call;
        MethodDescr *d = (MethodDescr *)callable;
        if (UNLIKELY(d->def != pc[2].pointer) || UNLIKELY(self->type != d->owner)) goto miss_call;
        SAVE();
        Object *result = d->def->fn(self, refs(sp - 1));
        sp -= 3;
        DROP(callable);
        DROP(self);
        DROP(arg);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(3);
    }
    TARGET(CALL_METHOD_DESCR) : {
        call_base = sp - pc->w - 2;
        Object *callable = call_base[0], *self = call_base[1];
        if (UNLIKELY(callable->type != &method_descr_type) || UNLIKELY(!self)) goto miss_call;
        MethodDescr *d = (MethodDescr *)callable;
        if (UNLIKELY(self->type != d->owner) || (UNLIKELY(!d->signature) && !d->def->raw)) goto miss_call;
        SAVE();
        retval = builtin_invoke(d->def, d->signature, self, refs(call_base + 2), pc->w, NULL);
        goto called;
    }
    TARGET(CALL_LIST_APPEND) : {
        Object *callable = sp[-3], *self = sp[-2];
        if (UNLIKELY(callable != pc[2].pointer) || UNLIKELY(!self) || UNLIKELY(self->type != &list_type)) goto miss_call;
        SAVE();
        int failed = list_append_take(self, sp[-1]);
        sp -= 3;
        DROP(callable);
        DROP(self);
        ERROR_IF(failed < 0);
        PUSH(none());
        NEXT(3);
    }
    TARGET(CALL_LEN) : {
        Object *callable = sp[-3], *arg = sp[-1];
        if (UNLIKELY(callable != pc[2].pointer) || UNLIKELY(sp[-2] != NULL)) goto miss_call;
        SAVE();
        ssize_t n = arg->type == &list_type ? ((List *)arg)->size : object_len(arg);
        Object *result = n < 0 ? NULL : int_new(n);
        sp -= 3;
        DROP(callable);
        DROP(arg);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(3);
    }
    TARGET(CALL_ISINSTANCE) : {
        Object *callable = sp[-4], *o = sp[-2], *cls = sp[-1];
        if (UNLIKELY(callable != pc[2].pointer) || UNLIKELY(sp[-3] != NULL)) goto miss_call;
        SAVE();
        int yes = (Object *)o->type == cls ? 1 : object_isinstance(o, cls);
        sp -= 4;
        DROP(callable);
        DROP(o);
        DROP(cls);
        ERROR_IF(yes < 0);
        PUSH(bool_new(yes));
        NEXT(3);
    }
    TARGET(CALL_TYPE_1) : { /* type(x) */
        Object *callable = sp[-3], *arg = sp[-1];
        if (UNLIKELY(callable != (Object *)&type_type) || UNLIKELY(sp[-2] != NULL)) goto miss_call;
        Object *result = own((Object *)arg->type);
        sp -= 3;
        DROP(callable);
        DROP(arg);
        PUSH(result);
        NEXT(3);
    }
    TARGET(CALL_TYPE_NEW) : { /* list(), str(x), ...: a built-in class whose metaclass is type and whose __init__ does nothing more */
        call_base = sp - pc->w - 2;
        Object *callable = call_base[0];
        if (UNLIKELY(callable != pc[2].pointer) || UNLIKELY(call_base[1] != NULL)) goto miss_call;
        SAVE();
        Type *cls = (Type *)callable;
        retval = (cls->construct ? cls->construct : cls->new)(cls, refs(call_base + 2), pc->w, NULL);
        goto called;
    }
miss_call:
    pc->op = CALL;
    TARGET(CALL) : if (pc[1].cache.counter == 0) {
        specialize_call(pc, sp - pc->w - 2, pc->w);
        if (pc->op != CALL) JUMP_TO(pc->op);
    }
    else pc[1].cache.counter--;
    TARGET(CALL_ANY) : slow_call : {
        call_base = sp - pc->w - 2;
        Object *callable = call_base[0];
        if (callable->type == &bound_method_type && !call_base[1]) {
            BoundMethod *method = (BoundMethod *)callable;
            call_base[0] = own(method->func);
            call_base[1] = own(method->self);
            DROP(callable);
            callable = call_base[0];
        }
        call_args = call_base + 1 + (call_base[1] == NULL);
        call_nargs = (size_t)(sp - call_args);
        f->pc = pc + 3;
        if (callable->type == &function_type) {
            call_func = (Function *)callable;
            call_kind = FRAME_CALL;
            retval = NULL; /* no names */
            goto enter_any;
        }
        retval = object_call(callable, refs(call_args), call_nargs, NULL);
    }
called: /* a call from C is done: result in retval, callable and arguments lie from call_base on */
    {
        Object **end = sp;
        sp = call_base;
        DROP(call_base[0]);
        DROP_X(call_base[1]);
        for (Object **p = call_base + 2; p < end; p++) DROP(*p);
        ERROR_IF(!retval);
        PUSH(retval);
        NEXT(3);
    }
    TARGET(CALL_KW) : TARGET(CALL_KW_PY) : {
        Object *kwnames = POP();
        call_base = sp - pc->w - 2;
        Object *callable = call_base[0];
        if (callable->type == &bound_method_type && !call_base[1]) {
            BoundMethod *method = (BoundMethod *)callable;
            call_base[0] = own(method->func);
            call_base[1] = own(method->self);
            DROP(callable);
            callable = call_base[0];
        }
        call_args = call_base + 1 + (call_base[1] == NULL);
        call_nargs = (size_t)(sp - call_args) - (size_t)tuple_size(kwnames);
        f->pc = pc + 1;
        if (callable->type == &function_type) {
            call_func = (Function *)callable;
            call_kind = FRAME_CALL;
            retval = kwnames;
            goto enter_any;
        }
        Object *result = object_call(callable, refs(call_args), call_nargs, kwnames);
        DROP(kwnames);
        DROP(call_base[0]);
        DROP_X(call_base[1]);
        for (Object **p = call_base + 2; p < sp; p++) DROP(*p);
        sp = call_base;
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(CALL_EX) : {
        Object *callable = sp[-(ssize_t)pc->w - 3];
        SAVE();
        if (callable->type == &function_type || callable->type == &bound_method_type) {
            /* the arguments are spread over the stack, and the call goes on as any other */
            Object *kwargs = pc->w ? POP() : NULL, *args = POP();
            sp -= 2;
            call_base = sp;
            retval = NULL;
            ssize_t given = eval_spread(f, sp, args, kwargs, &retval);
            DROP(args);
            DROP_X(kwargs);
            if (UNLIKELY(given < 0)) {
                DROP(callable);
                goto error;
            }
            callable = call_base[0];
            call_args = f->shared_top ? f->shared_top : call_base + 1;
            call_nargs = (size_t)given - (retval ? (size_t)tuple_size(retval) : 0);
            if (callable->type == &function_type) {
                call_func = (Function *)callable;
                call_kind = FRAME_CALL;
                goto enter_spread;
            }
            Object *result = object_call(callable, refs(call_args), call_nargs, retval);
            while (given > 0) DROP(call_args[--given]);
            DROP_X(retval);
            DROP(callable);
            ERROR_IF(!result);
            PUSH(result);
            NEXT(1);
        }
        Object *kwargs = pc->w ? POP() : NULL, *args = POP();
        sp -= 2;
        Object *result = eval_call_ex(callable, args, kwargs);
        DROP(callable);
        DROP(args);
        DROP_X(kwargs);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }

/* Entering Python code. enter_any: any function; retval is the tuple of names (owned) or NULL. enter_simple: call_nargs arguments, no names.
 * enter_exact: the arguments from call_args to sp are exactly the parameters of a simple code. */
enter_simple:
    retval = NULL;
enter_any:
    {
        size_t given = call_nargs + (retval ? (size_t)tuple_size(retval) : 0);
        if (UNLIKELY(f->shared_top != NULL)) {
            for (size_t i = 0; i < given; i++) f->shared_top[i] = call_args[i];
            call_args = f->shared_top;
        }
    }
enter_spread: /* the same, with the arguments on the shared range already */
    {
        Code *code = call_func->code;
        size_t given = call_nargs + (retval ? (size_t)tuple_size(retval) : 0);
        int failed = 0;
        if (UNLIKELY(call_args + code->frame_size + given > frame_range_end) || UNLIKELY(rt.depth >= rt.depth_limit)) {
            for (size_t i = 0; i < given; i++) DROP(call_args[i]);
            raise_recursion("");
            failed = -1;
        } else if (code->simple && !retval && call_nargs == (size_t)code->n_args) {
            for (int i = code->n_args; i < code->n_slots; i++) call_args[i] = NULL;
        } else {
            failed = function_bind(call_func, call_args, call_nargs, retval);
        }
        DROP_X(retval);
        if (UNLIKELY(failed < 0)) {
            sp = call_base;
            if (call_kind == FRAME_INIT) DROP(*sp);
            DROP((Object *)call_func);
            pc = f->pc - 1;
            goto error;
        }
        rt.depth++;
        START_FRAME(call_kind);
        DISPATCH();
    }
enter_exact:
    if (UNLIKELY(f->shared_top != NULL)) {
        ssize_t given = sp - call_args;
        for (ssize_t i = 0; i < given; i++) f->shared_top[i] = call_args[i];
        call_args = f->shared_top;
    }
enter_copied:
    {
        Code *code = call_func->code;
        if (UNLIKELY(call_args + code->frame_size > frame_range_end) || UNLIKELY(rt.depth >= rt.depth_limit)) {
            for (int i = 0; i < code->n_args; i++) DROP(call_args[i]);
            sp = call_base;
            if (call_kind == FRAME_INIT) DROP(*sp);
            DROP((Object *)call_func);
            raise_recursion("");
            pc = f->pc - 1;
            goto error;
        }
        for (int i = code->n_args; i < code->n_slots; i++) call_args[i] = NULL;
        rt.depth++;
        START_FRAME(call_kind);
        DISPATCH();
    }

    TARGET(RETURN_CONST) : retval = own(K[pc->w]);
    goto leave;
    TARGET(RETURN_FAST) : /* hands over the local itself: it dies with the frame */
        if (LIKELY(f->object == NULL)) {
            retval = L[pc->w];
            L[pc->w] = NULL;
        } else {
            retval = own(L[pc->w]);
        }
    goto leave;
    TARGET(RETURN_VALUE) : retval = POP();
leave:
    CHECK(sp == frame_stack(f));
    {
        SAVE();
        enum FrameKind kind = f->kind;
        if (UNLIKELY(f->object != NULL) || UNLIKELY(f->names != NULL)) {
            frame_leave(f);
        } else {
            f->kind = FRAME_CLEARED;
            if (LIKELY(kind < FRAME_GENERATOR)) f->shared_top = sp; /* finalizers run from here, even when func is gone */
            Object **end = L + f->func->code->n_slots;
            for (Object **p = L; p < end; p++) {
                Object *o = *p;
                if (o && --o->refcnt == 0) {
                    if (o->type == &int_type) {
                        int_dealloc(o);
                    } else {
                        *p = NULL;
                        object_dealloc(o);
                    }
                }
            }
            if (--f->func->ob.refcnt == 0) object_dealloc((Object *)f->func);
        }
        rt.depth--;
        Frame *done = f;
        f = f->prev;
        switch (kind) {
        case FRAME_CALL: case FRAME_VALUE: default:
            sp = f->sp;
            PUSH(retval);
            RESTORE_FRAME();
            DISPATCH();
        case FRAME_INIT:
            sp = f->sp + 1; /* the instance */
            RESTORE_FRAME();
            if (UNLIKELY(retval != NONE)) {
                raise_error(TypeError, "__init__() should return None, not '%T'", retval);
                DROP(retval);
                Object *instance = POP();
                DROP(instance);
                pc--;
                goto error;
            }
            retval->refcnt--;
            DISPATCH();
        case FRAME_ENTRY:
            return retval;
        case FRAME_GENERATOR:
        case FRAME_GENERATOR_ENTRY: {
            Generator *g = frame_generator(done);
            g->state = GEN_DONE;
            g->frame->func = NULL;
            rt.exc_info = g->exc_info.prev;
            if (kind == FRAME_GENERATOR_ENTRY) return retval;
            sp = f->sp;
            RESTORE_FRAME();
            pc--; /* the FOR_ITER or SEND that resumed it */
            if (op_info[pc->op].family == SEND) PUSH(retval);
            else DROP(retval);
            NEXT(pc->jump + 1);
        }
        }
    }
    TARGET(MAKE_FUNCTION) : {
        Object *code = POP();
        Object *fn = eval_make_function(f, code);
        DROP(code);
        ERROR_IF(!fn);
        PUSH(fn);
        NEXT(1);
    }
    TARGET(SET_FUNCTION_ATTRIBUTE) : {
        Object *fn = POP(), *value = POP();
        SAVE();
        PUSH(fn);
        ERROR_IF(eval_set_function_attribute((Function *)fn, pc->w, value) < 0);
        NEXT(1);
    }

    /* --- generators --- */
    TARGET(RETURN_GENERATOR) : {
        f->pc = pc + 1;
        f->sp = sp;
        Object *g = generator_from_frame(f);
        ERROR_IF(!g);
        Frame *done = f;
        enum FrameKind kind = done->kind;
        rt.depth--;
        f = done->prev;
        if (kind == FRAME_ENTRY) return g;
        sp = f->sp;
        PUSH(g);
        RESTORE_FRAME();
        DISPATCH();
    }
    TARGET(YIELD_VALUE) : {
        Generator *g = frame_generator(f);
        retval = POP();
        f->pc = pc + 1;
        f->sp = sp;
        g->state = pc->w ? GEN_SUSPENDED_YIELD_FROM : GEN_SUSPENDED;
        rt.exc_info = g->exc_info.prev;
        rt.depth--;
        enum FrameKind kind = f->kind;
        f = f->prev;
        if (kind == FRAME_GENERATOR_ENTRY) {
            if (yielded) *yielded = true;
            return retval;
        }
        sp = f->sp;
        PUSH(retval);
        RESTORE_FRAME();
        DISPATCH();
    }
    TARGET(GET_YIELD_FROM_ITER) : {
        Object *o = POP();
        SAVE();
        Object *it = eval_yield_from_iter(f, o);
        DROP(o);
        ERROR_IF(!it);
        PUSH(it);
        NEXT(1);
    }
    TARGET(SEND) : TARGET(SEND_GENERATOR) : {
        Object *receiver = sp[-2];
        if (is_generator(receiver)) {
            Generator *g = (Generator *)receiver;
            if (g->state <= GEN_SUSPENDED_YIELD_FROM && rt.depth < rt.depth_limit && !(g->state == GEN_CREATED && sp[-1] != NONE)) {
                retval = POP();
                f->sp = sp;
                goto resume_generator;
            }
        }
        SAVE();
        Object *value = POP();
        Own out = NULL;
        int more = eval_send(receiver, value, &out);
        DROP(value);
        ERROR_IF(more < 0);
        PUSH(out);
        if (more) NEXT(1);
        NEXT(pc->jump + 1);
    }
resume_generator: /* the generator at f->sp[-1] (SEND) or f->sp[-3] (FOR_ITER), with retval sent in (owned) */
    {
        f->pc = pc + 1;
        Generator *g = (Generator *)(op_info[pc->op].family == SEND ? f->sp[-1] : f->sp[-3]);
        Frame *gf = g->frame;
        gf->shared_top = f->shared_top ? f->shared_top : f->sp;
        gf->prev = f;
        gf->kind = FRAME_GENERATOR;
        g->state = GEN_RUNNING;
        g->exc_info.prev = rt.exc_info;
        rt.exc_info = &g->exc_info;
        rt.depth++;
        f = gf;
        sp = gf->sp;
        PUSH(retval);
        RESTORE_FRAME();
        DISPATCH();
    }
    TARGET(END_SEND) : {
        Object *value = POP(), *receiver = POP();
        DROP(receiver);
        PUSH(value);
        NEXT(1);
    }
    TARGET(CLEANUP_THROW) : {
        Object *exc = POP();
        if (exc_matches(exc, (Ref)StopIteration)) {
            Object *value = ((StopIterationExc *)exc)->value;
            value = own(value ? value : NONE);
            DROP(exc);
            Object *last = POP(), *receiver = POP();
            DROP(last);
            DROP(receiver);
            PUSH(none());
            PUSH(value);
            NEXT(1);
        }
        SAVE();
        err_restore_take(exc);
        goto unwind;
    }
    TARGET(GET_AWAITABLE) : {
        Object *o = POP();
        SAVE();
        Object *it = eval_awaitable(o, (int)pc->w);
        DROP(o);
        ERROR_IF(!it);
        PUSH(it);
        NEXT(1);
    }
    UNARY(GET_AITER, eval_aiter)
    TARGET(GET_ANEXT) : {
        SAVE();
        Object *o = eval_anext(sp[-1]);
        ERROR_IF(!o);
        PUSH(o);
        NEXT(1);
    }
    TARGET(END_ASYNC_FOR) : {
        Object *exc = POP();
        SAVE();
        if (exc_matches(exc, (Ref)StopAsyncIteration)) {
            DROP(exc);
            Object *it = POP();
            DROP(it);
            NEXT(1);
        }
        err_restore_take(exc);
        goto unwind;
    }
    UNARY(ASYNC_GEN_WRAP, eval_async_gen_wrap)
    TARGET(STOP_ITERATION_ERROR) : {
        SAVE();
        Object *exc = eval_stop_iteration_error(sp - 1, f);
        ERROR_IF(!exc);
        sp[-1] = exc;
        NEXT(1);
    }

    /* --- jumps --- */
    TARGET(JUMP) : NEXT(pc->jump + 1);
    TARGET(JUMP_BACKWARD) : pc += pc->jump + 1;
    if (UNLIKELY(rt.breaker)) goto breaker;
    DISPATCH();
    TARGET(POP_JUMP_IF_FALSE) : {
        Object *o = POP();
        if (o == TRUE_OBJECT) {
            o->refcnt--;
            NEXT(1);
        }
        if (o == FALSE_OBJECT) {
            o->refcnt--;
            NEXT(pc->jump + 1);
        }
        SAVE();
        int truth = object_truth(o);
        DROP(o);
        ERROR_IF(truth < 0);
        if (truth) NEXT(1);
        NEXT(pc->jump + 1);
    }
    TARGET(POP_JUMP_IF_TRUE) : {
        Object *o = POP();
        if (o == FALSE_OBJECT) {
            o->refcnt--;
            NEXT(1);
        }
        int truth = 1;
        if (o == TRUE_OBJECT) {
            o->refcnt--;
        } else {
            SAVE();
            truth = object_truth(o);
            DROP(o);
            ERROR_IF(truth < 0);
        }
        if (!truth) NEXT(1);
        pc += pc->jump + 1;
        if (UNLIKELY(rt.breaker)) goto breaker;
        DISPATCH();
    }
    TARGET(POP_JUMP_IF_NONE) : {
        Object *o = POP();
        bool yes = o == NONE;
        DROP(o);
        if (!yes) NEXT(1);
        NEXT(pc->jump + 1);
    }
    TARGET(POP_JUMP_IF_NOT_NONE) : {
        Object *o = POP();
        bool yes = o == NONE;
        DROP(o);
        if (yes) NEXT(1);
        NEXT(pc->jump + 1);
    }
    TARGET(JUMP_IF_FALSE_OR_POP) : {
        SAVE();
        int truth = object_truth(sp[-1]);
        ERROR_IF(truth < 0);
        if (!truth) NEXT(pc->jump + 1);
        Object *o = POP();
        DROP(o);
        NEXT(1);
    }
    TARGET(JUMP_IF_TRUE_OR_POP) : {
        SAVE();
        int truth = object_truth(sp[-1]);
        ERROR_IF(truth < 0);
        if (truth) NEXT(pc->jump + 1);
        Object *o = POP();
        DROP(o);
        NEXT(1);
    }

    /* --- iteration --- */
    UNARY(GET_ITER, object_iter)
    TARGET(FOR_PREP) : {
        Object *o = sp[-1];
        int64_t start, step, count;
        if (o->type == &range_type && range_as_words(o, &start, &step, &count)) {
            sp[-1] = RAW(step);
            sp[0] = RAW(start);
            sp[1] = RAW(count);
            sp += 2;
            DROP(o);
            NEXT(1);
        }
        if (o->type != &list_type && o->type != &tuple_type) {
            SAVE();
            Object *it = object_iter(o);
            ERROR_IF(!it);
            sp[-1] = it;
            DROP(o);
        }
        sp[0] = sp[1] = RAW(0);
        sp += 2;
        NEXT(1);
    }
    TARGET(FOR_RANGE) : {
        if (UNLIKELY(!is_raw_word(sp[-3]))) goto miss_for;
        int64_t left = UNRAW(sp[-1]);
        if (left <= 0) NEXT(pc->jump + 1);
        int64_t value = UNRAW(sp[-2]);
        Object *o = int_new(value);
        ERROR_IF(!o);
        sp[-1] = RAW(left - 1);
        sp[-2] = RAW(value + UNRAW(sp[-3]));
        PUSH(o);
        NEXT(1);
    }
    TARGET(FOR_RANGE_STORE) : {
        if (UNLIKELY(!is_raw_word(sp[-3]))) goto miss_for;
        int64_t left = UNRAW(sp[-1]);
        if (left <= 0) NEXT(pc->jump + 1);
        int64_t value = UNRAW(sp[-2]);
        sp[-1] = RAW(left - 1);
        sp[-2] = RAW(value + UNRAW(sp[-3]));
        Object **slot = &L[pc[1].w], *old = *slot;
        if (LIKELY(old != NULL) && IS_COMPACT(old)) {
            if (old->refcnt == 1 && BOXED(value) && !rt.seen_number_id) {
                INT(old) = value;
                NEXT(2);
            }
            Object *o = int_new(value);
            ERROR_IF(!o);
            *slot = o;
            DROP_INT(old);
            NEXT(2);
        }
        Object *o = int_new(value);
        ERROR_IF(!o);
        *slot = o;
        DROP_X(old);
        NEXT(2);
    }
    TARGET(FOR_LIST) : {
        List *list = (List *)sp[-3];
        if (UNLIKELY(is_raw_word(sp[-3])) || UNLIKELY(list->ob.type != &list_type)) goto miss_for;
        int64_t i = UNRAW(sp[-2]);
        if (i >= list->size) goto list_done;
        sp[-2] = RAW(i + 1);
        PUSH(own(list->items[i]));
        NEXT(1);
    }
list_done: /* as an exhausted list iterator: lets go of the list, and stays exhausted */
    sp[-2] = RAW(INT64_MAX >> 1);
    NEXT(pc->jump + 1);
    TARGET(FOR_LIST_STORE) : {
        List *list = (List *)sp[-3];
        if (UNLIKELY(is_raw_word(sp[-3])) || UNLIKELY(list->ob.type != &list_type)) goto miss_for;
        int64_t i = UNRAW(sp[-2]);
        if (i >= list->size) goto list_done;
        sp[-2] = RAW(i + 1);
        Object *o = own(list->items[i]), *old = L[pc[1].w];
        L[pc[1].w] = o;
        DROP_X(old);
        NEXT(2);
    }
    TARGET(FOR_TUPLE) : {
        Tuple *tuple = (Tuple *)sp[-3];
        if (UNLIKELY(is_raw_word(sp[-3])) || UNLIKELY(tuple->ob.type != &tuple_type)) goto miss_for;
        int64_t i = UNRAW(sp[-2]);
        if (i >= tuple->size) NEXT(pc->jump + 1);
        sp[-2] = RAW(i + 1);
        PUSH(own(tuple->items[i]));
        NEXT(1);
    }
    TARGET(FOR_GENERATOR) : {
        Generator *g = (Generator *)sp[-3];
        if (UNLIKELY(is_raw_word(sp[-3])) || UNLIKELY(g->ob.type != &generator_type)) goto miss_for;
        if (UNLIKELY(g->state > GEN_SUSPENDED_YIELD_FROM) || UNLIKELY(rt.depth >= rt.depth_limit)) goto for_any;
        retval = none();
        f->sp = sp;
        goto resume_generator;
    }
miss_for:
    pc->op = FOR_ITER;
    TARGET(FOR_ITER) : {
        bool store = pc[1].op == STORE_FAST;
        Object *it = sp[-3];
        if (is_raw_word(it)) pc->op = store ? FOR_RANGE_STORE : FOR_RANGE;
        else if (it->type == &list_type) pc->op = store ? FOR_LIST_STORE : FOR_LIST;
        else if (it->type == &tuple_type) pc->op = FOR_TUPLE;
        else if (it->type == &generator_type && ((Generator *)it)->state <= GEN_SUSPENDED_YIELD_FROM) pc->op = FOR_GENERATOR;
        if (pc->op != FOR_ITER) JUMP_TO(pc->op);
    }
    TARGET(FOR_ANY) : for_any : {
        Object *it = sp[-3];
        SAVE();
        Own item;
        int found = iter_next(it, &item);
        ERROR_IF(found < 0);
        if (!found) NEXT(pc->jump + 1);
        PUSH(item);
        NEXT(1);
    }
    TARGET(POP_ITER) : {
        sp -= 3;
        Object *it = sp[0];
        if (!is_raw_word(it)) DROP(it);
        NEXT(1);
    }
    TARGET(UNPACK_PAIR) : {
        Object *o = sp[-1];
        if (UNLIKELY(o->type != &tuple_type) || UNLIKELY(((Tuple *)o)->size != 2)) goto miss_unpack;
        Tuple *t = (Tuple *)o;
        sp[-1] = own(t->items[1]);
        PUSH(own(t->items[0]));
        DROP(o);
        NEXT(1);
    }
    TARGET(UNPACK_TUPLE) : TARGET(UNPACK_LIST) : {
        Object *o = sp[-1];
        bool tuple = o->type == &tuple_type;
        if (UNLIKELY(!tuple && o->type != &list_type)) goto miss_unpack;
        ssize_t n = tuple ? tuple_size(o) : list_size(o);
        Object **items = tuple ? tuple_items(o) : ((List *)o)->items;
        if (UNLIKELY(n != (ssize_t)pc->w)) goto slow_unpack;
        sp--;
        while (n > 0) PUSH(own(items[--n]));
        DROP(o);
        NEXT(1);
    }
miss_unpack:
    pc->op = UNPACK_SEQUENCE;
    TARGET(UNPACK_SEQUENCE) : {
        Object *o = sp[-1];
        if (o->type == &tuple_type && tuple_size(o) == (ssize_t)pc->w) pc->op = pc->w == 2 ? UNPACK_PAIR : UNPACK_TUPLE;
        else if (o->type == &list_type && list_size(o) == (ssize_t)pc->w) pc->op = UNPACK_LIST;
        if (pc->op != UNPACK_SEQUENCE) JUMP_TO(pc->op);
    }
slow_unpack:
    {
        Object *o = POP();
        SAVE();
        int failed = eval_unpack(o, pc->w, -1, sp + pc->w);
        DROP(o);
        ERROR_IF(failed < 0);
        sp += pc->w;
        NEXT(1);
    }
    TARGET(UNPACK_EX) : {
        Object *o = POP();
        ssize_t total = pc->a + (ssize_t)pc->w + 1;
        SAVE();
        int failed = eval_unpack(o, pc->a, pc->w, sp + total);
        DROP(o);
        ERROR_IF(failed < 0);
        sp += total;
        NEXT(1);
    }

#include "vm/evalrest.h"

unbound: /* local, cell or free variable pc->w has no value */
    eval_raise_unbound(f->func->code, pc->w);
    goto error;

breaker: /* a safe point, in front of the instruction at pc */
    SAVE();
    f->sp = sp;
    if (LIKELY(eval_breaker() >= 0)) {
#if OBSERVED
        DISPATCH();
#else
        JUMP_TO(pc->op);
#endif
    }

error: /* rt.exc is in flight, raised by the instruction at pc */
    SAVE();
    CHECK(rt.exc != NULL);
    eval_traceback_here(f);
unwind: /* f->pc is behind the instruction to report and to look up */
    for (;;) {
        Code *code = f->func->code;
        uint32_t index = (uint32_t)frame_index(f);
        const ExcRow *row = eval_find_row(code, (uint32_t)(pc - code->instrs));
        if (row) {
            Object **floor = frame_stack(f) + row->depth;
            while (sp > floor) {
                Object *o = *--sp;
                drop_word(o);
            }
            if (row->lasti) PUSH(RAW(index));
            PUSH(err_take());
            pc = code->instrs + row->target;
            DISPATCH();
        }
        while (sp > frame_stack(f)) {
            Object *o = *--sp;
            drop_word(o);
        }
        enum FrameKind kind = f->kind;
        Frame *done = f;
        frame_leave(f);
        rt.depth--;
        f = f->prev;
        if (kind == FRAME_GENERATOR || kind == FRAME_GENERATOR_ENTRY) {
            Generator *g = frame_generator(done);
            g->state = GEN_DONE;
            g->frame->func = NULL;
            rt.exc_info = g->exc_info.prev;
        }
        if (kind == FRAME_ENTRY || kind == FRAME_GENERATOR_ENTRY) return NULL;
        sp = f->sp;
        RESTORE_FRAME();
        pc--; /* inside the instruction that called */
        if (kind == FRAME_INIT) drop(*sp);
        eval_traceback_here(f);
    }
}
