/* peephole.c: operands that are locals or constants are folded into the instruction that directly follows their load: it reads them in place,
 * without a push, a pop or a count. Done within blocks, so that no jump can come between. Only locals that are certainly bound fold (these are
 * LOAD_FAST; see flow.c), and only operands of 16 bits. */
#include "vm/flow.h"

enum { WIDEST = UINT16_MAX };

static bool is_load(const Ins *ins) { return (ins->code.op == LOAD_FAST || ins->code.op == LOAD_CONST) && ins->code.w <= WIDEST; }
static bool is_local(const Ins *ins) { return ins->code.op == LOAD_FAST && ins->code.w <= WIDEST; }

/* op: the TT form; the others stand behind it in the order TL TK LL LK. Gives the new length of out. */
static int fold_operands(Ins *out, int n) {
    Ins *ins = &out[n - 1];
    if (n < 2 || !is_load(ins - 1)) return n;
    bool constant = ins[-1].code.op == LOAD_CONST;
    uint16_t right = (uint16_t)ins[-1].code.w;
    Instr code = ins->code;
    if (n >= 3 && is_local(ins - 2)) {
        code.op = (uint16_t)(code.op + (constant ? 4 : 3));
        code.a = (uint16_t)ins[-2].code.w;
        code.b = right;
        ins[-2] = *ins;
        ins[-2].code = code;
        return n - 2;
    }
    code.op = (uint16_t)(code.op + (constant ? 2 : 1));
    code.b = right;
    ins[-1] = *ins;
    ins[-1].code = code;
    return n - 1;
}

_Static_assert(BINARY_LK == BINARY_TT + 4 && BINARY_TL == BINARY_TT + 1 && BINARY_LL == BINARY_TT + 3, "order of the kinds");
_Static_assert(COMPARE_LK == COMPARE_TT + 4 && SUBSCRIPT_LK == SUBSCRIPT_TT + 4 && STORE_SUBSCRIPT_LK == STORE_SUBSCRIPT_TT + 4, "order of the kinds");

/* The receiver in a local. */
static int fold_receiver(Ins *out, int n, int op) {
    Ins *ins = &out[n - 1];
    if (n < 2 || !is_local(ins - 1)) return n;
    ins->code.op = (uint16_t)op;
    ins->code.a = (uint16_t)ins[-1].code.w;
    ins[-1] = *ins;
    return n - 1;
}

static int fold_return(Ins *out, int n) {
    Ins *ins = &out[n - 1];
    if (n < 2 || (ins[-1].code.op != LOAD_CONST && ins[-1].code.op != LOAD_FAST)) return n;
    ins->code.w = ins[-1].code.w;
    ins->code.op = ins[-1].code.op == LOAD_CONST ? RETURN_CONST : RETURN_FAST;
    ins[-1] = *ins;
    return n - 1;
}

/* A value that is loaded to be forgotten. */
static int fold_pop(Ins *out, int n) {
    if (n < 2) return n;
    Ins *load = &out[n - 2];
    bool needless = load->code.op == LOAD_CONST || load->code.op == LOAD_FAST || (load->code.op == COPY && load->code.w == 1);
    if (!needless) return n;
    load->code.op = NOP;
    return n - 1;
}

static int fold_last(Ins *out, int n) {
    switch (out[n - 1].code.op) {
        case BINARY_TT: case COMPARE_TT: case SUBSCRIPT_TT: case STORE_SUBSCRIPT_TT: return fold_operands(out, n);
        case LOAD_ATTR: return fold_receiver(out, n, LOAD_ATTR_L);
        case LOAD_METHOD: return fold_receiver(out, n, LOAD_METHOD_L);
        case STORE_ATTR: return fold_receiver(out, n, STORE_ATTR_L);
        case RETURN_VALUE: return fold_return(out, n);
        case POP_TOP: return fold_pop(out, n);
        default: return n;
    }
}

void peephole(Flow *f) {
    for (int b = 0; b < f->n_blocks; b++) {
        Block *block = &f->blocks[b];
        if (!block->live) continue;
        Ins *ins = block_ins(f, block);
        int n = 0;
        for (int i = 0; i < block->n; i++) {
            ins[n++] = ins[i];
            n = fold_last(ins, n);
        }
        block->n = n;
    }
}
