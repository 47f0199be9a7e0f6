/* assemble.c: the last steps: slots for variables, constants that are still used, the order of the code, jump distances, the exception table
 * and the table of locations; all put into a Code. */
#include "vm/assemble.h"

#include "vm/flow.h"
#include "vm/frame.h"
#include "vm/location.h"

typedef struct Output {
    Flow flow;
    Ins *ins;      /* the code in order; w of a jump: block, or with a TO_INS: one of ins */
    int n, room;
    int *starts;   /* by place in the layout: first of ins */
    int *offsets;  /* by ins: its unit; offsets[n]: the total */
} Output;

enum { TO_INS = 1 };

/* --- operands --- */

/* Arguments have their places; then plain locals, cells, free variables. */
static void give_slots(Unit *u) {
    static const uint8_t order[] = {LOCAL_PLAIN, LOCAL_CELL, LOCAL_FREE};
    int slot = 0;
    for (int i = 0; i < u->n_vars; i++)
        if (u->vars[i].argument) u->vars[i].slot = slot++;
    for (int k = 0; k < 3; k++)
        for (int i = 0; i < u->n_vars; i++)
            if (!u->vars[i].argument && (u->vars[i].kind & order[k])) u->vars[i].slot = slot++;
}

/* kept: old place -> new one, or -1. */
static int keep_used_constants(const Flow *f, int *kept) {
    Unit *u = f->u;
    for (int i = 0; i < u->n_consts; i++) kept[i] = i == 0 && u->keeps_first_const ? 0 : -1;
    for (int b = 0; b < f->n_blocks; b++) {
        if (!f->blocks[b].live) continue;
        const Ins *ins = block_ins(f, &f->blocks[b]);
        for (int i = 0; i < f->blocks[b].n; i++)
            if (ins[i].code.op == LOAD_CONST) kept[ins[i].code.w] = 0;
    }
    int n = 0;
    for (int i = 0; i < u->n_consts; i++) {
        if (kept[i] < 0) continue;
        u->consts[n] = u->consts[i];
        kept[i] = n++;
    }
    return n;
}

static void number_operands(Compiler *c, Flow *f) {
    Unit *u = f->u;
    int *kept = arena_alloc(&u->arena, ((size_t)u->n_consts + 1) * sizeof *kept);
    if (!kept) {
        compile_no_memory(c);
        return;
    }
    give_slots(u);
    u->n_consts = keep_used_constants(f, kept);
    for (int b = 0; b < f->n_blocks; b++) {
        if (!f->blocks[b].live) continue;
        Ins *ins = block_ins(f, &f->blocks[b]);
        for (int i = 0; i < f->blocks[b].n; i++) {
            int op = ins[i].code.op, format = op < N_OPCODES ? op_info[op].format : FORMAT_NONE;
            if (format == FORMAT_LOCAL || format == FORMAT_CELL) ins[i].code.w = (uint32_t)u->vars[ins[i].code.w].slot;
            else if (format == FORMAT_CONST) ins[i].code.w = (uint32_t)kept[ins[i].code.w];
        }
    }
}

/* --- order --- */

static void put(Output *out, const Ins *ins) {
    Flow *f = &out->flow;
    if (f->c->failed) return;
    if (!array_room(&f->u->arena, &out->ins, out->n, &out->room, sizeof *out->ins)) {
        compile_no_memory(f->c);
        return;
    }
    out->ins[out->n++] = *ins;
}

static void put_jump(Output *out, const Ins *model, int op, int block) {
    Ins jump = *model;
    jump.code = (Instr){.op = (uint16_t)op, .w = (uint32_t)block};
    put(out, &jump);
}

static bool goes_back(const Flow *f, int from, int to) { return f->blocks[to].place <= f->blocks[from].place; }

/* The line of the first instruction of the block that says so, or 0. */
static int first_line_of(const Flow *f, int b) {
    const Ins *ins = block_ins(f, &f->blocks[b]);
    for (int i = 0; i < f->blocks[b].n; i++)
        if (ins[i].code.op != SETUP_HANDLER) return ins[i].at.line;
    return 0;
}

/* A NOP stays only where its line would not be seen otherwise. next_line: of what follows, 0: nothing known. */
static bool nop_is_needed(const Output *out, const Ins *nop, int start, int next_line) {
    if (!nop->at.line || nop->at.line == next_line) return false;
    return out->n == start || out->ins[out->n - 1].at.line != nop->at.line;
}

static void put_plain(Output *out, int b, int count, int start, int line_behind) {
    const Flow *f = &out->flow;
    Ins *ins = block_ins(f, &f->blocks[b]);
    for (int i = 0; i < count; i++) {
        if (ins[i].code.op == SETUP_HANDLER) continue;
        if (ins[i].code.op == NOP) {
            int next = i + 1;
            while (next < f->blocks[b].n && ins[next].code.op == SETUP_HANDLER) next++;
            bool last = next == f->blocks[b].n;
            if (!last && !ins[next].at.line) ins[next].at = ins[i].at;
            if (!nop_is_needed(out, &ins[i], start, last ? line_behind : ins[next].at.line)) continue;
        }
        put(out, &ins[i]);
    }
}

/* The exit block that a jump leads to, in place of the jump. */
static void put_copy(Output *out, const Ins *jump, int exit) {
    const Flow *f = &out->flow;
    const Ins *ins = block_ins(f, &f->blocks[exit]);
    Span at = jump->at;
    for (int i = 0; i < f->blocks[exit].n; i++) {
        Ins copy = ins[i];
        if (copy.code.op == NOP && (!copy.at.line || copy.at.line == at.line)) continue;
        if (!copy.at.line) copy.at = at;
        put(out, &copy);
    }
}

static int opposite(int op) {
    switch (op) {
        case POP_JUMP_IF_FALSE: return POP_JUMP_IF_TRUE;
        case POP_JUMP_IF_NONE: return POP_JUMP_IF_NOT_NONE;
        case POP_JUMP_IF_NOT_NONE: return POP_JUMP_IF_NONE;
        default: return -1;
    }
}

/* Only POP_JUMP_IF_TRUE can go back; another test is turned round and jumps over the jump back. */
static void put_conditional(Output *out, int b, const Ins *jump) {
    Flow *f = &out->flow;
    int op = jump->code.op, target = f->blocks[b].target;
    if (!goes_back(f, b, target) || op == POP_JUMP_IF_TRUE) {
        put_jump(out, jump, op, target);
    } else if (opposite(op) < 0) {
        compile_bug(f->c, "a jump goes back that cannot");
    } else {
        Ins over = *jump;
        over.code = (Instr){.op = (uint16_t)opposite(op), .a = TO_INS, .w = (uint32_t)out->n + 2};
        put(out, &over);
        put_jump(out, jump, JUMP_BACKWARD, target);
    }
}

static void put_unconditional(Output *out, int b, const Ins *jump, int next, int start) {
    const Flow *f = &out->flow;
    const Block *block = &f->blocks[b];
    if (block->copied_exit) {
        put_copy(out, jump, block->target);
    } else if (block->target == next) {
        Ins nop = *jump;
        nop.code = (Instr){.op = NOP};
        if (nop_is_needed(out, &nop, start, first_line_of(f, next))) put(out, &nop);
    } else {
        int op = goes_back(f, b, block->target) && jump->code.op == JUMP ? JUMP_BACKWARD : JUMP;
        put_jump(out, jump, op, block->target);
    }
}

/* next: the block that follows in the layout, or -1. */
static void put_block(Output *out, int b, int next) {
    const Flow *f = &out->flow;
    const Block *block = &f->blocks[b];
    int start = out->n, op = block_last(f, block)->code.op;
    bool jumps = block->target >= 0;
    int line_behind = block->falls && b + 1 == next ? first_line_of(f, next) : 0;
    put_plain(out, b, jumps ? block->n - 1 : block->n, start, line_behind);
    if (jumps && (op == JUMP || op == JUMP_QUIET)) put_unconditional(out, b, block_last(f, block), next, start);
    else if (jumps) put_conditional(out, b, block_last(f, block));
    if (!block->falls || b + 1 == next) return;
    Ins bridge = {.at = block_last(f, block)->at, .handler = block_last(f, block)->handler};
    put_jump(out, &bridge, goes_back(f, b, b + 1) ? JUMP_BACKWARD : JUMP, b + 1);
}

static void put_all(Output *out) {
    Flow *f = &out->flow;
    if (f->c->failed) return;
    out->starts = arena_alloc(&f->u->arena, ((size_t)f->n_layout + 1) * sizeof *out->starts);
    if (!out->starts) {
        compile_no_memory(f->c);
        return;
    }
    for (int i = 0; i < f->n_layout; i++) {
        out->starts[i] = out->n;
        put_block(out, f->layout[i], i + 1 < f->n_layout ? f->layout[i + 1] : -1);
    }
}

static void give_offsets(Output *out) {
    Flow *f = &out->flow;
    if (f->c->failed) return;
    out->offsets = arena_alloc(&f->u->arena, ((size_t)out->n + 1) * sizeof *out->offsets);
    if (!out->offsets) {
        compile_no_memory(f->c);
        return;
    }
    int offset = 0;
    for (int i = 0; i < out->n; i++) {
        out->offsets[i] = offset;
        offset += 1 + op_info[out->ins[i].code.op].caches;
    }
    out->offsets[out->n] = offset;
}

static int block_offset(const Output *out, int block) { return out->offsets[out->starts[out->flow.blocks[block].place]]; }

/* --- tables --- */

static bool write_instrs(const Output *out, Code *code) {
    code->n_instrs = out->offsets[out->n];
    code->instrs = mem_calloc((size_t)code->n_instrs * sizeof *code->instrs);
    if (!code->instrs) return false;
    for (int i = 0; i < out->n; i++) {
        Instr instr = out->ins[i].code;
        if (op_is_jump(instr.op)) {
            int target = instr.a == TO_INS ? out->offsets[instr.w] : block_offset(out, (int)instr.w);
            instr.a = 0;
            instr.jump = target - out->offsets[i + 1];
        }
        code->instrs[out->offsets[i]] = instr;
    }
    return true;
}

static int live_handler(const Output *out, const Ins *ins) {
    if (ins->handler < 0 || out->flow.blocks[out->flow.handler_blocks[ins->handler]].place < 0) return NO_HANDLER;
    return ins->handler;
}

/* One row for each stretch of instructions with the same handler; rows NULL: only counted. */
static int write_rows(const Output *out, ExcRow *rows) {
    int n = 0;
    for (int i = 0, end; i < out->n; i = end) {
        int handler = live_handler(out, &out->ins[i]);
        for (end = i + 1; end < out->n && live_handler(out, &out->ins[end]) == handler;) end++;
        if (handler < 0) continue;
        const Handler *h = &out->flow.u->handlers[handler];
        if (rows)
            rows[n] = (ExcRow){(uint32_t)out->offsets[i], (uint32_t)out->offsets[end],
                               (uint32_t)block_offset(out, out->flow.handler_blocks[handler]), (uint16_t)h->depth, h->lasti};
        n++;
    }
    return n;
}

static bool build_rows(const Output *out, Code *code) {
    code->n_rows = write_rows(out, NULL);
    if (!code->n_rows) return true;
    code->rows = mem_alloc((size_t)code->n_rows * sizeof *code->rows);
    if (code->rows) write_rows(out, code->rows);
    return code->rows != NULL;
}

static bool same_span(const Span *a, const Span *b) {
    return a->line == b->line && a->end_line == b->end_line && a->col == b->col && a->end_col == b->end_col;
}

typedef struct LocationTable { uint8_t *bytes; int n, room; } LocationTable;

/* Writes the runs of out's instructions; false: no memory. */
static bool location_table(const Output *out, int line, LocationTable *t) {
    for (int i = 0, end; i < out->n; i = end) {
        const Span *span = &out->ins[i].at;
        for (end = i + 1; end < out->n && same_span(&out->ins[end].at, span);) end++;
        SourceRange range = {span->line, span->end_line, span->col, span->end_col};
        for (int units = out->offsets[end] - out->offsets[i]; units > 0; units -= MAX_RUN) {
            while (t->room - t->n < LOCATION_MAX_BYTES)
                if (!array_room(&out->flow.u->arena, &t->bytes, t->room, &t->room, 1)) return false;
            t->n = (int)(location_write(t->bytes + t->n, &line, range, units < MAX_RUN ? units : MAX_RUN) - t->bytes);
        }
    }
    return true;
}

static bool write_locations(const Output *out, Code *code) {
    LocationTable t = {0};
    if (!location_table(out, code->first_line, &t)) return false;
    code->locations_size = (size_t)t.n;
    code->locations = mem_alloc(code->locations_size + 1);
    if (code->locations && t.n) memcpy(code->locations, t.bytes, code->locations_size);
    return code->locations != NULL;
}

/* --- the code object --- */

static Own str_tuple(Compiler *c, AstName *const *list, int n) {
    Own t = tuple_new(n);
    for (int i = 0; t && i < n; i++) tuple_put_take(t, i, own(name_object(c, list[i])));
    return t;
}

static bool build_slots(Compiler *c, const Unit *u, Code *code) {
    Own names_of = tuple_new(u->n_vars);
    code->slot_names = (Tuple *)names_of;
    code->slot_kinds = mem_alloc((size_t)u->n_vars + 1);
    code->n_slots = u->n_vars;
    if (!names_of || !code->slot_kinds) return false;
    for (int i = 0; i < u->n_vars; i++) {
        const Var *v = &u->vars[i];
        tuple_put_take(names_of, v->slot, own(name_object(c, v->name)));
        code->slot_kinds[v->slot] = v->kind;
        code->n_locals += (v->kind & LOCAL_PLAIN) != 0;
        code->n_cells += (v->kind & LOCAL_CELL) != 0;
        code->n_free += (v->kind & LOCAL_FREE) != 0;
    }
    return true;
}

static bool build_tables(Compiler *c, const Unit *u, Code *code) {
    Own consts = tuple_from_array(u->consts, u->n_consts);
    code->consts = (Tuple *)consts;
    Own names_of = str_tuple(c, u->names, u->n_names);
    code->names = (Tuple *)names_of;
    if (!consts || !names_of) return false;
    code->constants = tuple_items(consts);
    code->name_items = tuple_items(names_of);
    code->filename = (Str *)own(c->filename);
    code->name = (Str *)own(name_object(c, u->name));
    code->qualname = (Str *)own(u->qualname);
    return build_slots(c, u, code) && !c->failed;
}

static int code_flags(const Compiler *c, const Unit *u) {
    const Scope *s = u->scope;
    int flags = c->features;
    if (scope_is_function(s)) {
        flags |= CODE_NEWLOCALS | CODE_OPTIMIZED;
        if (s->nested) flags |= CODE_NESTED;
        if (s->generator) flags |= s->coroutine ? CODE_ASYNC_GENERATOR : CODE_GENERATOR;
        else if (s->coroutine) flags |= CODE_COROUTINE;
        if (s->varargs) flags |= CODE_VARARGS;
        if (s->varkeywords) flags |= CODE_VARKEYWORDS;
        if (u->has_docstring) flags |= CODE_HAS_DOCSTRING;
    } else if (u->kind == UNIT_MODULE && c->top_level_await && s->coroutine) {
        flags |= CODE_COROUTINE;
    }
    return flags;
}

static Own build_code(Compiler *c, const Output *out) {
    const Unit *u = out->flow.u;
    Own object = code_new();
    Code *code = (Code *)object;
    if (!object) return NULL;
    code->flags = code_flags(c, u);
    code->n_args = u->n_args;
    code->n_posonly = u->n_posonly;
    code->n_kwonly = u->n_kwonly;
    code->first_line = u->first_line;
    if (build_tables(c, u, code) && write_instrs(out, code) && build_rows(out, code) && write_locations(out, code)) {
        code->stack_size = out->flow.stack_size;
        code_finish(code);
        return object;
    }
    if (!c->failed) compile_no_memory(c);
    drop(object);
    return NULL;
}

Own assemble(Compiler *c, Unit *u) {
    Output out = {0};
    Flow *f = &out.flow;
    flow_build(f, c, u);
    if (!c->failed) number_operands(c, f);
    if (!c->failed) peephole(f);
    if (!c->failed) flow_prove_depth(f);
    flow_layout(f);
    put_all(&out);
    give_offsets(&out);
    return c->failed ? NULL : build_code(c, &out);
}
