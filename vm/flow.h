/* flow.h: the blocks of a unit: stretches of instructions that are entered only at their first and left only behind their last. */
#ifndef VM_FLOW_H
#define VM_FLOW_H

#include "vm/compiler.h"

typedef struct Block {
    int first, n;      /* instructions u->ins[first..first + n) */
    int target;        /* block that the last instruction jumps to, or -1 */
    int preds;         /* ways in but for exceptions */
    int depth;         /* of the stack at its start; -1: not known yet */
    int place;         /* in the layout, or -1 */
    bool falls;        /* goes on with the next block */
    bool live;         /* can be reached */
    bool cold;         /* only through an exception */
    bool copied_exit;  /* ends in a jump in whose place the short exit block it leads to is repeated */
} Block;

typedef struct Flow {
    Compiler *c;
    Unit *u;
    Block *blocks;
    int n_blocks;
    int *handler_blocks; /* by handler */
    int *layout;         /* live blocks in the order of the code: cold ones last */
    int n_layout;
    int stack_size;
} Flow;

/* Cuts the unit into blocks, threads jumps, finds what is live and which locals are certainly bound (others get LOAD_FAST_CHECK), and
 * hands locations on to instructions without one. */
void flow_build(Flow *f, Compiler *c, Unit *u);
/* Proves the depth of the stack: at every instruction it is one number, never below what the instruction takes; sets stack_size. */
void flow_prove_depth(Flow *f);
/* Decides the order of the blocks. */
void flow_layout(Flow *f);

static inline Ins *block_ins(const Flow *f, const Block *b) { return f->u->ins + b->first; }
static inline Ins *block_last(const Flow *f, const Block *b) { return f->u->ins + b->first + b->n - 1; }
bool op_ends_block(int op);   /* jump or exit */
bool op_never_goes_on(int op);

/* --- peephole.c --- */
void peephole(Flow *f);

#endif
