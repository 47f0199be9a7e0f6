/* flow.c: see flow.h. Everything is linear in the size of the unit, but for the analysis of locals, whose rounds end because a bit that was
 * set stays set. */
#include "vm/flow.h"

#include <limits.h>

enum { MAX_THREAD = 32, MAX_COPIED_EXIT = 4, MAX_WINDOWS = 16, WINDOW = 64 };

bool op_never_goes_on(int op) {
    switch (op) {
        case RETURN_VALUE: case RETURN_CONST: case RETURN_FAST: case RAISE: case RERAISE: case JUMP: case JUMP_BACKWARD: case JUMP_QUIET: return true;
        default: return false;
    }
}

static bool is_jump(int op) { return op == JUMP_QUIET || (op < N_OPCODES && op_is_jump(op)); }
bool op_ends_block(int op) { return is_jump(op) || op_never_goes_on(op); }

static void *flow_alloc(Flow *f, size_t n) {
    void *p = f->c->failed ? NULL : arena_alloc(&f->u->arena, n);
    if (!p && !f->c->failed) compile_no_memory(f->c);
    return p;
}

/* --- blocks --- */

/* leads[i]: instruction i begins a block. Gives the number of blocks. */
static size_t mark_leaders(const Unit *u, bool *leads) {
    size_t n = 0;
    leads[0] = true;
    for (int i = 0; i < u->n_ins; i++) {
        const Ins *ins = &u->ins[i];
        if (op_ends_block(ins->code.op)) leads[i + 1] = true;
        if (is_jump(ins->code.op)) leads[u->labels[ins->code.w]] = true;
    }
    for (int h = 0; h < u->n_handlers; h++) leads[u->labels[u->handlers[h].label]] = true;
    for (int i = 0; i < u->n_ins; i++) n += leads[i];
    return n;
}

static void cut_blocks(Flow *f, const bool *leads, int *block_at) {
    const Unit *u = f->u;
    for (int i = 0; i < u->n_ins; i++) {
        if (leads[i]) {
            f->blocks[f->n_blocks] = (Block){.first = i, .target = -1, .depth = -1, .place = -1, .falls = true};
            block_at[i] = f->n_blocks++;
        }
        f->blocks[f->n_blocks - 1].n++;
    }
}

static void link_blocks(Flow *f, const int *block_at) {
    Unit *u = f->u;
    for (int b = 0; b < f->n_blocks; b++) {
        Block *block = &f->blocks[b];
        const Ins *last = block_last(f, block);
        block->falls = !op_never_goes_on(last->code.op);
        if (is_jump(last->code.op)) block->target = block_at[u->labels[last->code.w]];
    }
    for (int h = 0; h < u->n_handlers; h++) f->handler_blocks[h] = block_at[u->labels[u->handlers[h].label]];
}

static bool build_blocks(Flow *f) {
    Unit *u = f->u;
    for (int l = 0; l < u->n_labels; l++)
        if (u->labels[l] >= u->n_ins) return compile_bug(f->c, "a label stands behind the code"), false;
    size_t n = (size_t)u->n_ins;
    bool *leads = flow_alloc(f, n + 1);
    int *block_at = flow_alloc(f, n * sizeof *block_at);
    f->handler_blocks = flow_alloc(f, ((size_t)u->n_handlers + 1) * sizeof *f->handler_blocks);
    if (f->c->failed) return false;
    memset(leads, 0, n + 1);
    size_t n_blocks = mark_leaders(u, leads);
    f->blocks = flow_alloc(f, n_blocks * sizeof *f->blocks);
    f->layout = flow_alloc(f, n_blocks * sizeof *f->layout);
    if (f->c->failed) return false;
    cut_blocks(f, leads, block_at);
    link_blocks(f, block_at);
    if (f->blocks[f->n_blocks - 1].falls) return compile_bug(f->c, "code runs over its end"), false;
    return true;
}

/* --- jump threading --- */

/* The first instruction of a block that does something, if it is the block's last. */
static const Ins *lone_instruction(const Flow *f, const Block *b) {
    const Ins *ins = block_ins(f, b);
    for (int i = 0; i < b->n - 1; i++)
        if (ins[i].code.op != NOP || ins[i].at.line) return NULL;
    return &ins[b->n - 1];
}

static bool same_line(const Ins *jump, const Ins *through) { return !through->at.line || through->at.line == jump->at.line; }

/* A jump to a jump goes where that one goes; one that tests what the first has tested already is known to jump or not. */
static bool thread_once(Flow *f, int b, Ins *ins) {
    Block *block = &f->blocks[b], *to = &f->blocks[block->target];
    const Ins *second = lone_instruction(f, to);
    int op = ins->code.op;
    if (!second || to == block || !same_line(ins, second)) return false;
    if (second->code.op == JUMP) {
        if (to->target == block->target || (op != JUMP && op != POP_JUMP_IF_TRUE && to->target <= b) || op == JUMP_QUIET) return false;
        block->target = to->target;
        return true;
    }
    if (op != JUMP_IF_FALSE_OR_POP && op != JUMP_IF_TRUE_OR_POP) return false;
    bool truth = op == JUMP_IF_TRUE_OR_POP;
    switch (second->code.op) {
        case JUMP_IF_FALSE_OR_POP: case JUMP_IF_TRUE_OR_POP:
            if ((second->code.op == JUMP_IF_TRUE_OR_POP) == truth) {
                block->target = to->target;
                return true;
            }
            break;
        case POP_JUMP_IF_FALSE: case POP_JUMP_IF_TRUE: break;
        default: return false;
    }
    bool jumps = (second->code.op == POP_JUMP_IF_TRUE) == truth && (second->code.op == POP_JUMP_IF_TRUE || second->code.op == POP_JUMP_IF_FALSE);
    ins->code.op = truth ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE;
    block->target = jumps ? to->target : block->target + 1;
    return true;
}

static void thread_jumps(Flow *f) {
    for (int b = 0; b < f->n_blocks; b++) {
        if (f->blocks[b].target < 0) continue;
        Ins *last = block_last(f, &f->blocks[b]);
        for (int i = 0; i < MAX_THREAD && thread_once(f, b, last); i++) continue;
    }
}

/* --- what can be reached --- */

typedef struct Work { int *items; int n; } Work;

typedef struct Reach {
    Flow *f;
    Work work, handlers; /* blocks to go on from; handlers of blocks seen */
} Reach;

static void reach(Reach *r, int b, bool cold) {
    Block *block = &r->f->blocks[b];
    if (block->live) return;
    block->live = true;
    block->cold = cold;
    r->work.items[r->work.n++] = b;
}

/* Instructions that cannot raise keep no handler alive. */
static bool can_raise(int op) {
    switch (op) {
        case NOP: case JUMP: case JUMP_QUIET: case SETUP_HANDLER: case LOAD_CONST: case LOAD_FAST: case PUSH_NULL: case SWAP: case COPY:
        case PUSH_EXC_INFO:
            return false;
        default: return true;
    }
}

static void note_handlers(Reach *r, const Block *block) {
    const Ins *ins = block_ins(r->f, block);
    int last = NO_HANDLER;
    for (int i = 0; i < block->n; i++) {
        if (ins[i].handler == last || ins[i].handler < 0 || !can_raise(ins[i].code.op)) continue;
        last = ins[i].handler;
        int b = r->f->handler_blocks[last];
        if (!r->f->blocks[b].live && !r->f->blocks[b].cold) {
            r->f->blocks[b].cold = true; /* noted; to be undone if it turns out to be reached normally */
            r->handlers.items[r->handlers.n++] = b;
        }
    }
}

static void reach_all(Reach *r) {
    while (r->work.n) {
        int b = r->work.items[--r->work.n];
        const Block *block = &r->f->blocks[b];
        note_handlers(r, block);
        if (block->falls) reach(r, b + 1, block->cold);
        if (block->target >= 0 && !block->copied_exit) reach(r, block->target, block->cold);
    }
}

static void find_live(Flow *f) {
    size_t n = (size_t)f->n_blocks;
    Reach r = {f, {flow_alloc(f, n * sizeof(int)), 0}, {flow_alloc(f, n * sizeof(int)), 0}};
    if (f->c->failed) return;
    for (int b = 0; b < f->n_blocks; b++) f->blocks[b].live = f->blocks[b].cold = false;
    reach(&r, 0, false);
    reach_all(&r);
    for (int i = 0; i < r.handlers.n; i++) {
        reach(&r, r.handlers.items[i], true);
        reach_all(&r);
    }
}

static void count_preds(Flow *f) {
    for (int b = 0; b < f->n_blocks; b++) f->blocks[b].preds = 0;
    f->blocks[0].preds = 1;
    for (int b = 0; b < f->n_blocks; b++) {
        if (!f->blocks[b].live) continue;
        if (f->blocks[b].falls) f->blocks[b + 1].preds++;
        if (f->blocks[b].target >= 0) f->blocks[f->blocks[b].target].preds++;
    }
}

/* --- locals that are certainly bound --- */

/* For the variables [from, from + 64): in[b] has a bit for each that may be unbound where block b begins. */
typedef struct Bound {
    Flow *f;
    uint64_t *in;
    bool *reached, *queued;
    Work work;
    uint32_t from;
} Bound;

static void unbound_into(Bound *d, int b, uint64_t unbound) {
    if (d->reached[b] && (d->in[b] | unbound) == d->in[b]) return;
    d->reached[b] = true;
    d->in[b] |= unbound;
    if (d->queued[b]) return;
    d->queued[b] = true;
    d->work.items[d->work.n++] = b;
}

/* What may be unbound behind the instruction. */
static uint64_t after(const Bound *d, Instr i, uint64_t unbound) {
    uint32_t var = i.w - d->from;
    if (i.w < d->from || var >= WINDOW) return unbound;
    uint64_t bit = UINT64_C(1) << var;
    switch (i.op) {
        case LOAD_FAST: case LOAD_FAST_CHECK: case STORE_FAST: return unbound & ~bit;
        case DELETE_FAST: case LOAD_FAST_AND_CLEAR: case STORE_FAST_MAYBE_NULL: return unbound | bit;
        default: return unbound;
    }
}

static void bound_through(Bound *d, int b) {
    const Block *block = &d->f->blocks[b];
    const Ins *ins = block_ins(d->f, block);
    uint64_t unbound = d->in[b], told = 0;
    int handler = NO_HANDLER;
    for (int i = 0; i < block->n; i++) {
        if (ins[i].handler >= 0 && (ins[i].handler != handler || (unbound & ~told)) && can_raise(ins[i].code.op)) {
            handler = ins[i].handler;
            told = unbound;
            unbound_into(d, d->f->handler_blocks[handler], unbound);
        }
        unbound = after(d, ins[i].code, unbound);
    }
    if (block->falls) unbound_into(d, b + 1, unbound);
    if (block->target >= 0) unbound_into(d, block->target, unbound);
}

static void mark_unbound_loads(const Bound *d, int b) {
    const Block *block = &d->f->blocks[b];
    Ins *ins = block_ins(d->f, block);
    uint64_t unbound = d->in[b];
    for (int i = 0; i < block->n; i++) {
        uint32_t var = ins[i].code.w - d->from;
        if (ins[i].code.op == LOAD_FAST && ins[i].code.w >= d->from && var < WINDOW && (unbound >> var & 1)) ins[i].code.op = LOAD_FAST_CHECK;
        unbound = after(d, ins[i].code, unbound);
    }
}

static void bound_window(Bound *d) {
    Flow *f = d->f;
    uint64_t unbound = 0;
    for (int v = 0; v < WINDOW && (int)d->from + v < f->u->n_vars; v++) {
        const Var *var = &f->u->vars[d->from + (uint32_t)v];
        if ((var->kind & LOCAL_PLAIN) && !var->argument) unbound |= UINT64_C(1) << v;
    }
    memset(d->in, 0, (size_t)f->n_blocks * sizeof *d->in);
    memset(d->reached, 0, (size_t)f->n_blocks);
    memset(d->queued, 0, (size_t)f->n_blocks);
    unbound_into(d, 0, unbound);
    while (d->work.n) {
        int b = d->work.items[--d->work.n];
        d->queued[b] = false;
        bound_through(d, b);
    }
    for (int b = 0; b < f->n_blocks; b++)
        if (f->blocks[b].live) mark_unbound_loads(d, b);
}

static bool has_plain_locals(const Unit *u) {
    for (int i = 0; i < u->n_vars; i++)
        if (u->vars[i].kind & LOCAL_PLAIN) return true;
    return false;
}

/* Beyond so many variables nothing is known. */
static void check_the_rest(Flow *f, uint32_t from) {
    for (int i = 0; i < f->u->n_ins; i++)
        if (f->u->ins[i].code.op == LOAD_FAST && f->u->ins[i].code.w >= from) f->u->ins[i].code.op = LOAD_FAST_CHECK;
}

static void find_unbound(Flow *f) {
    size_t n = (size_t)f->n_blocks;
    if (!has_plain_locals(f->u)) return;
    Bound d = {.f = f, .in = flow_alloc(f, n * sizeof *d.in), .reached = flow_alloc(f, n), .queued = flow_alloc(f, n)};
    d.work.items = flow_alloc(f, n * sizeof *d.work.items);
    if (f->c->failed) return;
    for (; d.from < (uint32_t)f->u->n_vars; d.from += WINDOW) {
        if (d.from == MAX_WINDOWS * WINDOW) {
            check_the_rest(f, d.from);
            return;
        }
        bound_window(&d);
    }
}

/* --- locations --- */

static void locate(Ins *ins, Span at) {
    if (!ins->at.line) ins->at = at;
}

/* An instruction without a location takes that of the one before it, also over a border that nobody else crosses. */
static void hand_on_locations(Flow *f) {
    for (int b = 0; b < f->n_blocks; b++) {
        const Block *block = &f->blocks[b];
        if (!block->live) continue;
        Ins *ins = block_ins(f, block);
        for (int i = 1; i < block->n; i++) locate(&ins[i], ins[i - 1].at);
        Span at = ins[block->n - 1].at;
        if (block->falls && f->blocks[b + 1].preds == 1) locate(block_ins(f, &f->blocks[b + 1]), at);
        if (block->target >= 0 && f->blocks[block->target].preds == 1) locate(block_ins(f, &f->blocks[block->target]), at);
    }
}

void flow_build(Flow *f, Compiler *c, Unit *u) {
    *f = (Flow){.c = c, .u = u};
    if (!build_blocks(f)) return;
    thread_jumps(f);
    find_live(f);
    if (c->failed) return;
    count_preds(f);
    find_unbound(f);
    hand_on_locations(f);
}

/* --- depth --- */

static void bad_depth(Flow *f, const Ins *ins, const char *what, int depth) {
    if (f->c->failed) return;
    raise_error(SystemError, "internal error of the compiler: %s of the stack at depth %d, %s, line %d of %S", what, depth,
                ins->code.op < N_OPCODES ? op_info[ins->code.op].name : "pseudo instruction", ins->at.line, f->u->qualname);
    compile_fail(f->c);
}

static void depth_into(Flow *f, Work *work, int b, int depth, const Ins *from) {
    Block *block = &f->blocks[b];
    if (block->depth < 0) {
        block->depth = depth;
        work->items[work->n++] = b;
    } else if (block->depth != depth) {
        bad_depth(f, from, "disagreement", depth);
    }
}

static int handler_depth(Flow *f, Work *work, const Ins *setup, int depth) {
    Handler *h = &f->u->handlers[setup->code.w];
    int b = f->handler_blocks[setup->code.w], below = depth - setup->code.a;
    if (below < 0) bad_depth(f, setup, "underflow", depth);
    if (h->depth >= 0 && h->depth != below) bad_depth(f, setup, "disagreement", depth);
    h->depth = below;
    if (f->blocks[b].live) depth_into(f, work, b, below + h->lasti + 1, setup);
    return below + h->lasti + 1;
}

/* The least depth at which the instruction can raise. What is thrown into a generator comes with a word in the place of what it yielded. */
static int lowest_depth(Instr code, int depth) {
    if (!can_raise(code.op)) return INT_MAX;
    return code.op == YIELD_VALUE ? depth : depth - op_pops(code);
}

static void depth_through(Flow *f, Work *work, int b) {
    const Block *block = &f->blocks[b];
    const Ins *ins = block_ins(f, block);
    int depth = block->depth;
    for (int i = 0; i < block->n && !f->c->failed; i++) {
        Instr code = ins[i].code;
        bool last = i == block->n - 1;
        if (code.op == SETUP_HANDLER) {
            int entry = handler_depth(f, work, &ins[i], depth);
            if (entry > f->stack_size) f->stack_size = entry;
            continue;
        }
        if (code.op == JUMP_QUIET) code.op = JUMP;
        if (op_needs(code) > depth) bad_depth(f, &ins[i], "underflow", depth);
        if (ins[i].handler >= 0 && lowest_depth(code, depth) < f->u->handlers[ins[i].handler].depth) bad_depth(f, &ins[i], "handler's underflow", depth);
        if (last && block->target >= 0) depth_into(f, work, block->target, depth + op_effect(code, true), &ins[i]);
        depth += op_effect(code, false);
        if (depth > f->stack_size) f->stack_size = depth;
    }
    if (block->falls && !f->c->failed) depth_into(f, work, b + 1, depth, &ins[block->n - 1]);
}

void flow_prove_depth(Flow *f) {
    Work work = {flow_alloc(f, (size_t)f->n_blocks * sizeof *work.items), 0};
    if (f->c->failed) return;
    f->blocks[0].depth = 0;
    work.items[work.n++] = 0;
    while (work.n && !f->c->failed) depth_through(f, &work, work.items[--work.n]);
    for (int b = 0; b < f->n_blocks; b++)
        if (f->blocks[b].live && f->blocks[b].depth < 0) compile_bug(f->c, "a live block is not reached");
}

/* --- layout --- */

/* A block that a jump is better replaced by: short, and the end of a way. */
static bool is_short_exit(const Flow *f, const Block *b) {
    if (b->n > MAX_COPIED_EXIT || b->falls || b->target >= 0) return false;
    const Ins *ins = block_ins(f, b);
    for (int i = 0; i < b->n; i++)
        if (ins[i].code.op == SETUP_HANDLER) return false;
    return true;
}

void flow_layout(Flow *f) {
    if (f->c->failed) return;
    for (int b = 0; b < f->n_blocks; b++) {
        Block *block = &f->blocks[b];
        if (block->live && block->target >= 0 && block_last(f, block)->code.op == JUMP && is_short_exit(f, &f->blocks[block->target]))
            block->copied_exit = true;
    }
    find_live(f);
    for (int cold = 0; cold < 2; cold++)
        for (int b = 0; b < f->n_blocks && !f->c->failed; b++) {
            if (!f->blocks[b].live || f->blocks[b].cold != (cold == 1)) continue;
            f->blocks[b].place = f->n_layout;
            f->layout[f->n_layout++] = b;
        }
}
