/* evalfast.h: small inlined pieces of the loop's handlers, and the choice of a specialised form for an operator. */
#ifndef VM_EVALFAST_H
#define VM_EVALFAST_H

#include "runtime/float.h"
#include "vm/code.h"

/* Raw words of the operand stack: not references; odd. */
#define RAW(v) ((Object *)(((uintptr_t)(int64_t)(v) << 1) | 1))
#define UNRAW(o) ((int64_t)(intptr_t)(o) >> 1)

static ALWAYS_INLINE bool float_compare(double a, double b, int op) {
    switch (op) {
    case CMP_LT: return a < b;
    case CMP_LE: return a <= b;
    case CMP_EQ: return a == b;
    case CMP_NE: return a != b;
    case CMP_GT: return a > b;
    default: return a >= b;
    }
}

enum { KINDS = 5 }; /* TT TL TK LL LK, in the order of opcodes.def */

/* The specialised form of BINARY_* for these operand types, or 0. kind: 0..4. A STORE_FAST behind is taken in. */
static inline uint16_t binary_special(const Instr *pc, const Object *x, const Object *y, int kind) {
    static const uint16_t for_int[13] = {
        [OP_ADD] = ADD_INT_TT, [OP_SUB] = SUB_INT_TT, [OP_MUL] = MUL_INT_TT, [OP_FLOORDIV] = FLOORDIV_INT_TT, [OP_MOD] = MOD_INT_TT,
        [OP_LSHIFT] = LSHIFT_INT_TT, [OP_RSHIFT] = RSHIFT_INT_TT, [OP_OR] = OR_INT_TT, [OP_XOR] = XOR_INT_TT, [OP_AND] = AND_INT_TT};
    static const uint16_t for_float[13] = {
        [OP_ADD] = ADD_FLOAT_TT, [OP_SUB] = SUB_FLOAT_TT, [OP_MUL] = MUL_FLOAT_TT, [OP_TRUEDIV] = TRUEDIV_FLOAT_TT};
    int op = pc->c & 15;
    uint16_t first = 0;
    if (x->type == &int_type && y->type == &int_type) first = ((const Int *)x)->size | ((const Int *)y)->size ? 0 : for_int[op];
    else if (x->type == &float_type && y->type == &float_type) first = for_float[op];
    else if (op == OP_ADD && x->type == &str_type && y->type == &str_type) first = ADD_STR_TT;
    if (!first) return 0;
    return (uint16_t)(first + 2 * kind + (pc[1].op == STORE_FAST));
}

static inline uint16_t compare_special(const Instr *pc, const Object *x, const Object *y, int kind) {
    static const uint16_t for_int[6] = {LT_INT_TT, LE_INT_TT, EQ_INT_TT, NE_INT_TT, GT_INT_TT, GE_INT_TT};
    uint16_t first = 0;
    if (x->type == &int_type && y->type == &int_type) first = ((const Int *)x)->size | ((const Int *)y)->size ? 0 : for_int[pc->c];
    else if (x->type == &float_type && y->type == &float_type) first = COMPARE_FLOAT_TT;
    else if (x->type == &str_type && y->type == &str_type && (pc->c == CMP_EQ || pc->c == CMP_NE)) first = EQ_STR_TT;
    if (!first) return 0;
    int form = pc[1].op == POP_JUMP_IF_FALSE ? 1 : pc[1].op == POP_JUMP_IF_TRUE ? 2 : 0;
    return (uint16_t)(first + 3 * kind + form);
}

#endif
