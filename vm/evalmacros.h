/* evalmacros.h: the macros that make the loop's handlers: operands by kind (stack, local, constant), arithmetic, comparisons, subscripts and
 * attributes, each written once for all kinds. Used by evalloop.h only, inside its function: they speak of pc, sp, L, K, f. */
#ifndef VM_EVALMACROS_H
#define VM_EVALMACROS_H

#define f (rt.frame)
/* gcc keeps a variable in the register that is asked for; without, the locals' address lives in memory and each access is two loads */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define IN_REGISTER(declaration, where) register declaration __asm__(where)
#else
#define IN_REGISTER(declaration, where) declaration
#endif
#define TARGET(name) L_##name
/* JUMP_TO: on to a handler. The release build jumps from each handler (the processor predicts each of these jumps by itself); other builds
 * from one place, which compiles many times faster. */
#ifdef NDEBUG
#define JUMP_TO(opcode) goto *targets[opcode]
#else
#define JUMP_TO(opcode) do { next_opcode = (opcode); goto dispatch; } while (0)
#endif
#if OBSERVED
#define DISPATCH() goto observe
#else
#define DISPATCH() JUMP_TO(pc->op)
#endif
#define NEXT(n) do { pc += (n); DISPATCH(); } while (0)
#define SAVE() (f->pc = pc + 1)
#define PUSH(o) (*sp++ = (o))
#define POP() (*--sp)
#define DROP(o)                                                             \
    do {                                                                    \
        Object *gone_ = (o);                                                \
        if (--gone_->refcnt == 0) {                                         \
            SAVE();                                                         \
            object_dealloc(gone_);                                          \
        }                                                                   \
    } while (0)
#define DROP_X(o)                                                           \
    do {                                                                    \
        Object *maybe_ = (o);                                               \
        if (maybe_) DROP(maybe_);                                           \
    } while (0)
#define DROP_INT(o) /* exact compact int */                                 \
    do {                                                                    \
        Object *gone_ = (o);                                                \
        if (--gone_->refcnt == 0) int_free_compact(gone_);                  \
    } while (0)
#define DROP_FLOAT(o)                                                       \
    do {                                                                    \
        Object *gone_ = (o);                                                \
        if (--gone_->refcnt == 0) float_free(gone_);                        \
    } while (0)
#define ERROR_IF(x) do { if (UNLIKELY(x)) goto error; } while (0)
#define SET_LOCAL(i, v) do { Object *old_ = L[i]; L[i] = (v); DROP_X(old_); } while (0)

/* operands by kind */
#define X_TT sp[-2]
#define Y_TT sp[-1]
#define X_TL sp[-1]
#define Y_TL L[pc->b]
#define X_TK sp[-1]
#define Y_TK K[pc->b]
#define X_LL L[pc->a]
#define Y_LL L[pc->b]
#define X_LK L[pc->a]
#define Y_LK K[pc->b]
#define POPS_TT 2
#define POPS_TL 1
#define POPS_TK 1
#define POPS_LL 0
#define POPS_LK 0
/* makes borrowed operands owned */
#define OWN_TT(x, y) ((void)0)
#define OWN_TL(x, y) ((y)->refcnt++)
#define OWN_TK(x, y) ((y)->refcnt++)
#define OWN_LL(x, y) ((x)->refcnt++, (y)->refcnt++)
#define OWN_LK(x, y) ((x)->refcnt++, (y)->refcnt++)
/* drops the operands that were on the stack, after sp was cut; exact numbers */
#define FREE_TT(D, x, y) do { D(x); D(y); } while (0)
#define FREE_TL(D, x, y) D(x)
#define FREE_TK(D, x, y) D(x)
#define FREE_LL(D, x, y) ((void)0)
#define FREE_LK(D, x, y) ((void)0)
/* may the box of x take the result? only a temporary's */
#define REUSE_TT(x) ((x)->refcnt == 1)
#define REUSE_TL(x) ((x)->refcnt == 1)
#define REUSE_TK(x) ((x)->refcnt == 1)
#define REUSE_LL(x) false
#define REUSE_LK(x) false
#define KEEP_TT(D, x, y) D(y)
#define KEEP_TL(D, x, y) ((void)0)
#define KEEP_TK(D, x, y) ((void)0)
#define KEEP_LL(D, x, y) ((void)0)
#define KEEP_LK(D, x, y) ((void)0)

/* the generic form of a two-operand instruction: `call` makes `result` from owned x and y */
#define GENERIC2(kind, units, call)                                         \
    do {                                                                    \
        OWN_##kind(x, y);                                                   \
        SAVE();                                                             \
        Object *result = (call);                                            \
        sp -= POPS_##kind;                                                  \
        DROP(x);                                                            \
        DROP(y);                                                            \
        ERROR_IF(!result);                                                  \
        PUSH(result);                                                       \
        NEXT(units);                                                        \
    } while (0)

#define INT(o) (((Int *)(o))->value)
#define FLOAT(o) (((Float *)(o))->value)
#define IS_COMPACT(o) ((o)->type == &int_type && ((Int *)(o))->size == 0)
#define BOTH_INTS(x, y) ((x)->type == &int_type && (y)->type == &int_type && (((Int *)(x))->size | ((Int *)(y))->size) == 0)
#define BOTH_FLOATS(x, y) ((x)->type == &float_type && (y)->type == &float_type)
#define BOXED(r) (!is_small_int_value(r) && fits_compact(r))

/* int arithmetic: `compute` sets r or goes to the miss label by `fails` being true */
#define INT_OP(name, kind, compute, fails)                                                          \
    TARGET(name##_##kind) : {                                                                       \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        int64_t r;                                                                                  \
        if (UNLIKELY(!BOTH_INTS(x, y))) goto miss_binary_##kind;                                    \
        compute;                                                                                    \
        if (UNLIKELY(fails)) goto slow_binary_##kind;                                               \
        if (REUSE_##kind(x) && BOXED(r)) {                                                          \
            INT(x) = r;                                                                             \
            sp -= POPS_##kind;                                                                      \
            KEEP_##kind(DROP_INT, x, y);                                                            \
            PUSH(x);                                                                                \
        } else {                                                                                    \
            Object *result = int_new(r);                                                            \
            sp -= POPS_##kind;                                                                      \
            FREE_##kind(DROP_INT, x, y);                                                            \
            ERROR_IF(!result);                                                                      \
            PUSH(result);                                                                           \
        }                                                                                           \
        NEXT(1);                                                                                    \
    }                                                                                               \
    TARGET(name##_##kind##_STORE) : {                                                               \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        int64_t r;                                                                                  \
        if (UNLIKELY(!BOTH_INTS(x, y))) goto miss_binary_##kind;                                    \
        compute;                                                                                    \
        if (UNLIKELY(fails)) goto slow_binary_##kind;                                               \
        sp -= POPS_##kind;                                                                          \
        FREE_##kind(DROP_INT, x, y);                                                                \
        Object **slot = &L[pc[1].w], *old = *slot;                                                  \
        if (LIKELY(old != NULL) && IS_COMPACT(old)) {                                               \
            if (old->refcnt == 1 && BOXED(r) && !rt.seen_number_id) {                               \
                INT(old) = r;                                                                       \
                NEXT(2);                                                                            \
            }                                                                                       \
            Object *result = int_new(r);                                                            \
            ERROR_IF(!result);                                                                      \
            *slot = result;                                                                         \
            DROP_INT(old);                                                                          \
            NEXT(2);                                                                                \
        }                                                                                           \
        Object *result = int_new(r);                                                                \
        ERROR_IF(!result);                                                                          \
        pc++; /* the STORE_FAST */                                                                  \
        SET_LOCAL(pc->w, result);                                                                   \
        NEXT(1);                                                                                    \
    }
#define INT_OP_ALL(name, compute, fails)                                                            \
    INT_OP(name, TT, compute, fails) INT_OP(name, TL, compute, fails) INT_OP(name, TK, compute, fails) \
    INT_OP(name, LL, compute, fails) INT_OP(name, LK, compute, fails)

#define FLOAT_OP(name, kind, expression, fails)                                                     \
    TARGET(name##_##kind) : {                                                                       \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(!BOTH_FLOATS(x, y))) goto miss_binary_##kind;                                  \
        if (UNLIKELY(fails)) goto slow_binary_##kind;                                               \
        double r = (expression);                                                                    \
        if (REUSE_##kind(x)) {                                                                      \
            FLOAT(x) = r;                                                                           \
            sp -= POPS_##kind;                                                                      \
            KEEP_##kind(DROP_FLOAT, x, y);                                                          \
            PUSH(x);                                                                                \
        } else {                                                                                    \
            Object *result = float_new(r);                                                          \
            sp -= POPS_##kind;                                                                      \
            FREE_##kind(DROP_FLOAT, x, y);                                                          \
            ERROR_IF(!result);                                                                      \
            PUSH(result);                                                                           \
        }                                                                                           \
        NEXT(1);                                                                                    \
    }                                                                                               \
    TARGET(name##_##kind##_STORE) : {                                                               \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(!BOTH_FLOATS(x, y))) goto miss_binary_##kind;                                  \
        if (UNLIKELY(fails)) goto slow_binary_##kind;                                               \
        double r = (expression);                                                                    \
        sp -= POPS_##kind;                                                                          \
        FREE_##kind(DROP_FLOAT, x, y);                                                              \
        Object **slot = &L[pc[1].w], *old = *slot;                                                  \
        if (old && old->type == &float_type && old->refcnt == 1 && !rt.seen_number_id) {            \
            FLOAT(old) = r;                                                                         \
            NEXT(2);                                                                                \
        }                                                                                           \
        Object *result = float_new(r);                                                              \
        ERROR_IF(!result);                                                                          \
        pc++;                                                                                       \
        SET_LOCAL(pc->w, result);                                                                   \
        NEXT(1);                                                                                    \
    }
#define FLOAT_OP_ALL(name, expression, fails)                                                       \
    FLOAT_OP(name, TT, expression, fails) FLOAT_OP(name, TL, expression, fails) FLOAT_OP(name, TK, expression, fails) \
    FLOAT_OP(name, LL, expression, fails) FLOAT_OP(name, LK, expression, fails)

/* str + str; _STORE: s = s + t or s += t, in place when the local is the only holder */
#define STR_ADD(kind)                                                                               \
    TARGET(ADD_STR_##kind) : {                                                                      \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type != &str_type || y->type != &str_type)) goto miss_binary_##kind;        \
        GENERIC2(kind, 1, str_concat(x, y));                                                        \
    }                                                                                               \
    TARGET(ADD_STR_##kind##_STORE) : {                                                              \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type != &str_type || y->type != &str_type)) goto miss_binary_##kind;        \
        OWN_##kind(x, y);                                                                           \
        sp -= POPS_##kind;                                                                          \
        Object **slot = &L[pc[1].w];                                                                \
        if (*slot == x) {                                                                           \
            *slot = NULL;                                                                           \
            x->refcnt--;                                                                            \
        }                                                                                           \
        Own left = x;                                                                               \
        SAVE();                                                                                     \
        int failed = str_append_take(&left, y);                                                     \
        DROP(y);                                                                                    \
        ERROR_IF(failed < 0);                                                                       \
        pc++;                                                                                       \
        SET_LOCAL(pc->w, left);                                                                     \
        NEXT(1);                                                                                    \
    }

/* comparison whose result is pushed, or decides the jump that follows */
#define COMPARE_OP(name, kind, guard, D, truth)                                                     \
    TARGET(name##_##kind) : {                                                                       \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(!(guard))) goto miss_compare_##kind;                                           \
        bool yes = (truth);                                                                         \
        sp -= POPS_##kind;                                                                          \
        FREE_##kind(D, x, y);                                                                       \
        PUSH(bool_new(yes));                                                                        \
        NEXT(1);                                                                                    \
    }                                                                                               \
    TARGET(name##_##kind##_JF) : {                                                                  \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(!(guard))) goto miss_compare_##kind;                                           \
        bool yes = (truth);                                                                         \
        sp -= POPS_##kind;                                                                          \
        FREE_##kind(D, x, y);                                                                       \
        if (yes) NEXT(2);                                                                           \
        NEXT(pc[1].jump + 2);                                                                       \
    }                                                                                               \
    TARGET(name##_##kind##_JT) : {                                                                  \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(!(guard))) goto miss_compare_##kind;                                           \
        bool yes = (truth);                                                                         \
        sp -= POPS_##kind;                                                                          \
        FREE_##kind(D, x, y);                                                                       \
        if (!yes) NEXT(2);                                                                          \
        pc += pc[1].jump + 2;                                                                       \
        if (UNLIKELY(rt.breaker)) goto breaker;                                                     \
        DISPATCH();                                                                                 \
    }
#define INT_COMPARE(name, op, kind) COMPARE_OP(name, kind, BOTH_INTS(x, y), DROP_INT, INT(x) op INT(y))
#define INT_COMPARE_ALL(name, op)                                                                   \
    INT_COMPARE(name, op, TT) INT_COMPARE(name, op, TL) INT_COMPARE(name, op, TK) INT_COMPARE(name, op, LL) INT_COMPARE(name, op, LK)
#define FLOAT_COMPARE(kind) COMPARE_OP(COMPARE_FLOAT, kind, BOTH_FLOATS(x, y), DROP_FLOAT, float_compare(FLOAT(x), FLOAT(y), pc->c))
/* == and != of exact strs; what is on the stack is owned, so no drop can run Python code */
#define STR_EQ(kind)                                                                                \
    COMPARE_OP(EQ_STR, kind, x->type == &str_type && y->type == &str_type, DROP, (x == y || str_equal(x, y)) == (pc->c == CMP_EQ))

#define MISSES(kind)                                                                                \
    miss_binary_##kind : pc->op = BINARY_##kind;                                                    \
    TARGET(BINARY_##kind) : {                                                                       \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        uint16_t special = binary_special(pc, x, y, BINARY_##kind - BINARY_TT);                     \
        if (special) {                                                                              \
            pc->op = special;                                                                       \
            JUMP_TO(special);                                                                 \
        }                                                                                           \
        GENERIC2(kind, 1, eval_binary(pc->c, x, y));                                                \
    }                                                                                               \
    slow_binary_##kind : {                                                                          \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        GENERIC2(kind, 1, eval_binary(pc->c, x, y));                                                \
    }                                                                                               \
    miss_compare_##kind : pc->op = COMPARE_##kind;                                                  \
    TARGET(COMPARE_##kind) : {                                                                      \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        uint16_t special = compare_special(pc, x, y, COMPARE_##kind - COMPARE_TT);                  \
        if (special) {                                                                              \
            pc->op = special;                                                                       \
            JUMP_TO(special);                                                                 \
        }                                                                                           \
        GENERIC2(kind, 1, object_compare(x, y, (CmpOp)pc->c));                                      \
    }

/* subscripts */
#define SUBSCRIPT_FAMILY(kind)                                                                      \
    TARGET(SUBSCRIPT_LIST_##kind) : {                                                               \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type != &list_type || !IS_COMPACT(y))) goto miss_subscript_##kind;          \
        int64_t i = INT(y);                                                                         \
        ssize_t n = ((List *)x)->size;                                                              \
        if (i < 0) i += n;                                                                          \
        if (UNLIKELY((uint64_t)i >= (uint64_t)n)) goto slow_subscript_##kind;                       \
        Object *result = own(((List *)x)->items[i]);                                                \
        sp -= POPS_##kind;                                                                          \
        FREE_##kind(DROP, x, y);                                                                    \
        PUSH(result);                                                                               \
        NEXT(2);                                                                                    \
    }                                                                                               \
    TARGET(SUBSCRIPT_TUPLE_##kind) : {                                                              \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type != &tuple_type || !IS_COMPACT(y))) goto miss_subscript_##kind;         \
        int64_t i = INT(y);                                                                         \
        ssize_t n = ((Tuple *)x)->size;                                                             \
        if (i < 0) i += n;                                                                          \
        if (UNLIKELY((uint64_t)i >= (uint64_t)n)) goto slow_subscript_##kind;                       \
        Object *result = own(((Tuple *)x)->items[i]);                                               \
        sp -= POPS_##kind;                                                                          \
        FREE_##kind(DROP, x, y);                                                                    \
        PUSH(result);                                                                               \
        NEXT(2);                                                                                    \
    }                                                                                               \
    TARGET(SUBSCRIPT_STR_##kind) : {                                                                \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type != &str_type || !IS_COMPACT(y))) goto miss_subscript_##kind;           \
        int64_t i = INT(y);                                                                         \
        ssize_t n = ((Str *)x)->length;                                                             \
        if (i < 0) i += n;                                                                          \
        if (UNLIKELY((uint64_t)i >= (uint64_t)n)) goto slow_subscript_##kind;                       \
        uint32_t ch = str_char(x, i);                                                               \
        Object *result = ch < 256 ? own(str_chars[ch]) : str_from_char(ch);                         \
        sp -= POPS_##kind;                                                                          \
        FREE_##kind(DROP, x, y);                                                                    \
        ERROR_IF(!result);                                                                          \
        PUSH(result);                                                                               \
        NEXT(2);                                                                                    \
    }                                                                                               \
    TARGET(SUBSCRIPT_DICT_##kind) : {                                                               \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type != &dict_type)) goto miss_subscript_##kind;                            \
        OWN_##kind(x, y);                                                                           \
        SAVE();                                                                                     \
        Own result = NULL;                                                                          \
        if (dict_get(x, y, &result) == 0) raise_key(y);                                             \
        sp -= POPS_##kind;                                                                          \
        DROP(x);                                                                                    \
        DROP(y);                                                                                    \
        ERROR_IF(!result);                                                                          \
        PUSH(result);                                                                               \
        NEXT(2);                                                                                    \
    }                                                                                               \
    TARGET(SUBSCRIPT_USER_##kind) : {                                                               \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type->version != pc[1].cache.version)) goto miss_subscript_##kind;          \
        Object *getter = type_lookup(x->type, NAME_OF(dunder_getitem));                             \
        OWN_##kind(x, y);                                                                           \
        sp -= POPS_##kind;                                                                          \
        sp[0] = x;                                                                                  \
        sp[1] = y;                                                                                  \
        call_base = call_args = sp;                                                                 \
        call_nargs = 2;                                                                             \
        call_func = (Function *)own(getter);                                                        \
        call_kind = FRAME_VALUE;                                                                    \
        f->pc = pc + 2;                                                                             \
        goto enter_simple;                                                                          \
    }                                                                                               \
    miss_subscript_##kind : pc->op = SUBSCRIPT_##kind;                                              \
    TARGET(SUBSCRIPT_##kind) : {                                                                    \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        specialize_subscript(pc, x, y);                                                             \
        if (pc->op != SUBSCRIPT_##kind) JUMP_TO(pc->op);                                      \
        GENERIC2(kind, 2, object_subscript(x, y));                                                  \
    }                                                                                               \
    slow_subscript_##kind : {                                                                       \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        GENERIC2(kind, 2, object_subscript(x, y));                                                  \
    }                                                                                               \
    TARGET(STORE_SUBSCRIPT_LIST_##kind) : {                                                         \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type != &list_type || !IS_COMPACT(y))) goto miss_store_subscript_##kind;    \
        int64_t i = INT(y);                                                                         \
        ssize_t n = ((List *)x)->size;                                                              \
        if (i < 0) i += n;                                                                          \
        if (UNLIKELY((uint64_t)i >= (uint64_t)n)) goto slow_store_subscript_##kind;                 \
        sp -= POPS_##kind;                                                                          \
        Object **item = &((List *)x)->items[i], *old = *item;                                       \
        *item = POP();                                                                              \
        FREE_##kind(DROP, x, y);                                                                    \
        DROP(old);                                                                                  \
        NEXT(1);                                                                                    \
    }                                                                                               \
    TARGET(STORE_SUBSCRIPT_DICT_##kind) : {                                                         \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (UNLIKELY(x->type != &dict_type)) goto miss_store_subscript_##kind;                      \
        OWN_##kind(x, y);                                                                           \
        SAVE();                                                                                     \
        sp -= POPS_##kind;                                                                          \
        Object *value = POP();                                                                      \
        int failed = dict_set(x, y, value);                                                         \
        DROP(value);                                                                                \
        DROP(x);                                                                                    \
        DROP(y);                                                                                    \
        ERROR_IF(failed);                                                                           \
        NEXT(1);                                                                                    \
    }                                                                                               \
    miss_store_subscript_##kind : pc->op = STORE_SUBSCRIPT_##kind;                                  \
    TARGET(STORE_SUBSCRIPT_##kind) : {                                                              \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        if (x->type == &list_type && IS_COMPACT(y)) {                                               \
            int64_t i = INT(y) < 0 ? INT(y) + ((List *)x)->size : INT(y);                           \
            if ((uint64_t)i < (uint64_t)((List *)x)->size) {                                        \
                pc->op = STORE_SUBSCRIPT_LIST_##kind;                                               \
                goto TARGET(STORE_SUBSCRIPT_LIST_##kind);                                           \
            }                                                                                       \
        } else if (x->type == &dict_type) {                                                         \
            pc->op = STORE_SUBSCRIPT_DICT_##kind;                                                   \
            goto TARGET(STORE_SUBSCRIPT_DICT_##kind);                                               \
        }                                                                                           \
    }                                                                                               \
    slow_store_subscript_##kind : {                                                                 \
        Object *x = X_##kind, *y = Y_##kind;                                                        \
        OWN_##kind(x, y);                                                                           \
        SAVE();                                                                                     \
        sp -= POPS_##kind;                                                                          \
        Object *value = POP();                                                                      \
        int failed = object_set_subscript(x, y, value);                                             \
        DROP(value);                                                                                \
        DROP(x);                                                                                    \
        DROP(y);                                                                                    \
        ERROR_IF(failed < 0);                                                                       \
        NEXT(1);                                                                                    \
    }

/* Attribute loads come twice: owner on the stack (dropped after), or in local a. */
#define OWNER_ sp[-1]
#define OWNER_L_ L[pc->a]
#define GIVE_(value) do { Object *owner_ = sp[-1]; sp[-1] = (value); DROP(owner_); } while (0)
#define GIVE_L_(value) PUSH(value)
#define TAKE_(o) POP()
#define TAKE_L_(o) own(o)

#define LOAD_ATTR_FAMILY(L_)                                                                        \
    TARGET(LOAD_ATTR_##L_##INLINE) : {                                                              \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_attr_##L_;                 \
        DictValues *values = instance_values(o);                                                    \
        Object *value = values->values[pc[1].cache.index];                                          \
        if (UNLIKELY(!values->valid) || UNLIKELY(!value)) goto slow_attr_##L_;                      \
        value->refcnt++;                                                                            \
        GIVE_##L_(value);                                                                           \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_ATTR_##L_##DICT) : {                                                                \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_attr_##L_;                 \
        Dict *d = (Dict *)*managed_dict_slot(o);                                                    \
        if (UNLIKELY(!d) || UNLIKELY(d->values != NULL) || UNLIKELY(d->keys->kind != DICT_STR) ||   \
            UNLIKELY(pc[1].cache.index >= d->keys->n_entries))                                      \
            goto slow_attr_##L_;                                                                    \
        DictStrEntry *e = &keys_str_entries(d->keys)[pc[1].cache.index];                            \
        if (UNLIKELY(e->key != f->func->code->name_items[pc->w]) || UNLIKELY(!e->value)) goto slow_attr_##L_; \
        Object *value = own(e->value);                                                              \
        GIVE_##L_(value);                                                                           \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_ATTR_##L_##SLOT) : {                                                                \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_attr_##L_;                 \
        Object *value = *(Object **)((char *)o + pc[1].cache.index);                                \
        if (UNLIKELY(!value)) goto slow_attr_##L_;                                                  \
        value->refcnt++;                                                                            \
        GIVE_##L_(value);                                                                           \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_ATTR_##L_##CLASS_VALUE) : {                                                         \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_attr_##L_;                 \
        if (pc[1].cache.index && UNLIKELY(!instance_lacks(o, pc[1].cache.index))) goto miss_attr_##L_; \
        Object *value = own((Object *)pc[2].pointer);                                               \
        GIVE_##L_(value);                                                                           \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_ATTR_##L_##TYPE) : {                                                                \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(!type_has(o->type, TYPE_IS_TYPE)) || UNLIKELY(((Type *)o)->version != pc[1].cache.version)) \
            goto miss_attr_##L_;                                                                    \
        Object *value = own((Object *)pc[2].pointer);                                               \
        GIVE_##L_(value);                                                                           \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_ATTR_##L_##MODULE) : {                                                              \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type != &module_type)) goto miss_attr_##L_;                                 \
        DictKeys *keys = ((Dict *)((Module *)o)->dict)->keys;                                       \
        if (UNLIKELY(keys->version != pc[1].cache.version)) goto miss_attr_##L_;                    \
        Object *value = keys_str_entries(keys)[pc[1].cache.index].value;                            \
        if (UNLIKELY(!value)) goto miss_attr_##L_;                                                  \
        value->refcnt++;                                                                            \
        GIVE_##L_(value);                                                                           \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_ATTR_##L_##PROPERTY) : {                                                            \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_attr_##L_;                 \
        call_func = (Function *)own((Object *)pc[2].pointer);                                       \
        Object *self = TAKE_##L_(o);                                                                \
        sp[0] = self;                                                                               \
        call_base = call_args = sp;                                                                 \
        call_nargs = 1;                                                                             \
        call_kind = FRAME_VALUE;                                                                    \
        f->pc = pc + 3;                                                                             \
        goto enter_simple;                                                                          \
    }                                                                                               \
    miss_attr_##L_ : despecialize(pc);                                                              \
    TARGET(LOAD_ATTR_PLAIN_##L_) : if (pc[1].cache.counter == 0)                                    \
        specialize_load_attr(pc, OWNER_##L_, NAME_AT(pc->w));                                       \
    else pc[1].cache.counter--;                                                                     \
    slow_attr_##L_ : {                                                                              \
        Object *o = TAKE_##L_(OWNER_##L_);                                                          \
        SAVE();                                                                                     \
        Object *value = attr_get(o, NAME_AT(pc->w));                                                \
        DROP(o);                                                                                    \
        ERROR_IF(!value);                                                                           \
        PUSH(value);                                                                                \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_METHOD_##L_##INLINE) : {                                                            \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_method_##L_;               \
        if (UNLIKELY(!instance_lacks(o, pc[1].cache.index))) goto miss_method_##L_;                 \
        o = TAKE_##L_(o);                                                                           \
        sp[0] = own((Object *)pc[2].pointer);                                                       \
        sp[1] = o;                                                                                  \
        sp += 2;                                                                                    \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_METHOD_##L_##NO_DICT) : {                                                           \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_method_##L_;               \
        o = TAKE_##L_(o);                                                                           \
        sp[0] = own((Object *)pc[2].pointer);                                                       \
        sp[1] = o;                                                                                  \
        sp += 2;                                                                                    \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_METHOD_##L_##DICT) : { /* a module's function */                                    \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type != &module_type)) goto miss_method_##L_;                               \
        DictKeys *keys = ((Dict *)((Module *)o)->dict)->keys;                                       \
        if (UNLIKELY(keys->version != pc[1].cache.version)) goto miss_method_##L_;                  \
        Object *value = keys_str_entries(keys)[pc[1].cache.index].value;                            \
        if (UNLIKELY(!value)) goto miss_method_##L_;                                                \
        value->refcnt++;                                                                            \
        GIVE_##L_(value);                                                                           \
        PUSH(NULL);                                                                                 \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(LOAD_METHOD_##L_##VALUE) : { /* a class's function */                                    \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(!type_has(o->type, TYPE_IS_TYPE)) || UNLIKELY(((Type *)o)->version != pc[1].cache.version)) \
            goto miss_method_##L_;                                                                  \
        Object *value = own((Object *)pc[2].pointer);                                               \
        GIVE_##L_(value);                                                                           \
        PUSH(NULL);                                                                                 \
        NEXT(3);                                                                                    \
    }                                                                                               \
    miss_method_##L_ : despecialize(pc);                                                            \
    TARGET(LOAD_METHOD_PLAIN_##L_) : if (pc[1].cache.counter == 0)                                  \
        specialize_load_method(pc, OWNER_##L_, NAME_AT(pc->w));                                     \
    else pc[1].cache.counter--;                                                                     \
    {                                                                                               \
        Object *o = TAKE_##L_(OWNER_##L_);                                                          \
        SAVE();                                                                                     \
        Own method = NULL;                                                                          \
        int unbound = attr_get_method(o, NAME_AT(pc->w), &method);                                  \
        if (unbound > 0) {                                                                          \
            sp[0] = method;                                                                         \
            sp[1] = o;                                                                              \
        } else {                                                                                    \
            DROP(o);                                                                                \
            ERROR_IF(unbound < 0);                                                                  \
            sp[0] = method;                                                                         \
            sp[1] = NULL;                                                                           \
        }                                                                                           \
        sp += 2;                                                                                    \
        NEXT(3);                                                                                    \
    }                                                                                               \
    TARGET(STORE_ATTR_##L_##INLINE) : {                                                             \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_store_attr_##L_;           \
        DictValues *values = instance_values(o);                                                    \
        uint32_t at = pc[1].cache.index;                                                            \
        Object *old = values->values[at];                                                           \
        if (UNLIKELY(!values->valid) || UNLIKELY(*managed_dict_slot(o) != NULL)) goto slow_store_attr_##L_; \
        if (!old) {                                                                                 \
            uint8_t *order = (uint8_t *)&values->values[values->capacity];                          \
            if (UNLIKELY(at >= values->capacity)) goto slow_store_attr_##L_;                        \
            order[values->size++] = (uint8_t)at;                                                    \
        }                                                                                           \
        Object *owner = TAKE_##L_(o);                                                               \
        values->values[at] = POP();                                                                 \
        DROP_X(old);                                                                                \
        DROP(owner);                                                                                \
        NEXT(2);                                                                                    \
    }                                                                                               \
    TARGET(STORE_ATTR_##L_##SLOT) : {                                                               \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_store_attr_##L_;           \
        Object **slot = (Object **)((char *)o + pc[1].cache.index), *old = *slot;                   \
        Object *owner = TAKE_##L_(o);                                                               \
        *slot = POP();                                                                              \
        DROP_X(old);                                                                                \
        DROP(owner);                                                                                \
        NEXT(2);                                                                                    \
    }                                                                                               \
    TARGET(STORE_ATTR_##L_##DICT) : {                                                               \
        Object *o = OWNER_##L_;                                                                     \
        if (UNLIKELY(o->type->version != pc[1].cache.version)) goto miss_store_attr_##L_;           \
        Dict *d = (Dict *)*managed_dict_slot(o);                                                    \
        if (UNLIKELY(!d) || UNLIKELY(d->values != NULL)) goto slow_store_attr_##L_;                 \
        Object *owner = TAKE_##L_(o), *value = POP();                                               \
        SAVE();                                                                                     \
        int failed = dict_set((Ref)d, NAME_AT(pc->w), value);                                       \
        DROP(value);                                                                                \
        DROP(owner);                                                                                \
        ERROR_IF(failed < 0);                                                                       \
        NEXT(2);                                                                                    \
    }                                                                                               \
    miss_store_attr_##L_ : despecialize(pc);                                                        \
    TARGET(STORE_ATTR_PLAIN_##L_) : slow_store_attr_##L_ : {                                        \
        Object *o = TAKE_##L_(OWNER_##L_);                                                          \
        Object *value = POP();                                                                      \
        SAVE();                                                                                     \
        int failed = attr_set(o, NAME_AT(pc->w), value);                                            \
        DROP(value);                                                                                \
        if (failed >= 0 && op_info[pc->op].family == pc->op) {                                      \
            if (pc[1].cache.counter == 0) specialize_store_attr(pc, o, NAME_AT(pc->w));             \
            else pc[1].cache.counter--;                                                             \
        }                                                                                           \
        DROP(o);                                                                                    \
        ERROR_IF(failed < 0);                                                                       \
        NEXT(2);                                                                                    \
    }
#define NAME_AT(i) (f->func->code->name_items[i])
/* the family's generic members, whose names do not follow the pattern */
#define L_LOAD_ATTR_PLAIN_ L_LOAD_ATTR
#define L_LOAD_ATTR_PLAIN_L_ L_LOAD_ATTR_L
#define L_LOAD_METHOD_PLAIN_ L_LOAD_METHOD
#define L_LOAD_METHOD_PLAIN_L_ L_LOAD_METHOD_L
#define L_STORE_ATTR_PLAIN_ L_STORE_ATTR
#define L_STORE_ATTR_PLAIN_L_ L_STORE_ATTR_L

#endif
