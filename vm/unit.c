/* unit.c: one code object in the making: its instructions, labels, handler ranges, nests, and the tables of constants, names and variables.
 *
 * Variables get their slots at the end (assemble.c), since plain locals are met one by one. A name that is a plain local inside an inlined
 * comprehension and a cell or free variable outside of it has two variables, so that a slot always holds what its kind says. */
#include "vm/assemble.h"
#include "vm/compiler.h"

#include <stdlib.h>

/* --- instructions --- */

Ins *emit(Compiler *c, Span at, int op, uint32_t w) {
    Unit *u = c->unit;
    if (c->failed) return &c->scrap;
    if (!array_room(&u->arena, &u->ins, u->n_ins, &u->ins_room, sizeof *u->ins)) {
        compile_no_memory(c);
        return &c->scrap;
    }
    Ins *i = &u->ins[u->n_ins++];
    *i = (Ins){.code = {.op = (uint16_t)op, .w = w}, .handler = u->handler, .at = at};
    return i;
}

void emit_ab(Compiler *c, Span at, int op, uint16_t a, uint32_t w) { emit(c, at, op, w)->code.a = a; }

int label_new(Compiler *c) {
    Unit *u = c->unit;
    if (c->failed) return 0;
    if (!array_room(&u->arena, &u->labels, u->n_labels, &u->labels_room, sizeof *u->labels)) {
        compile_no_memory(c);
        return 0;
    }
    u->labels[u->n_labels] = -1;
    return u->n_labels++;
}

void label_here(Compiler *c, int label) {
    Unit *u = c->unit;
    if (c->failed) return;
    u->labels[label] = u->barrier = u->n_ins;
}

Ref tail_const(const Compiler *c, int k) {
    const Unit *u = c->unit;
    int i = u->n_ins - 1 - k;
    if (c->failed || i < u->barrier || u->ins[i].code.op != LOAD_CONST) return NULL;
    return u->consts[u->ins[i].code.w];
}

void tail_drop(Compiler *c, int n) {
    if (!c->failed) c->unit->n_ins -= n;
}

/* --- handlers and nests --- */

int handler_open(Compiler *c, int label, bool lasti) { return handler_open_below(c, label, lasti, 0); }

int handler_open_below(Compiler *c, int label, bool lasti, int above) {
    Unit *u = c->unit;
    int outer = u->handler;
    if (c->failed) return outer;
    if (!array_room(&u->arena, &u->handlers, u->n_handlers, &u->handlers_room, sizeof *u->handlers)) {
        compile_no_memory(c);
        return outer;
    }
    u->handlers[u->n_handlers] = (Handler){label, lasti, -1};
    emit_ab(c, NOWHERE, SETUP_HANDLER, (uint16_t)above, (uint32_t)u->n_handlers);
    u->handler = u->n_handlers++;
    return outer;
}

void handler_close(Compiler *c, int outer) { c->unit->handler = outer; }

Nest *nest_push(Compiler *c, NestKind kind, Span at) {
    Unit *u = c->unit;
    if (u->n_nests == MAX_NESTS) {
        if (!c->failed) compile_error(c, at, "too many statically nested blocks");
        u->n_nests--; /* whoever goes on after the failure still has a nest to fill in and to pop */
    }
    Nest *nest = &u->nests[u->n_nests++];
    *nest = (Nest){.kind = kind, .outer_handler = u->handler, .start = NO_LABEL, .exit = NO_LABEL, .at = at};
    return nest;
}

void nest_pop(Compiler *c, NestKind kind) {
    Unit *u = c->unit;
    if (c->failed) return;
    if (u->n_nests == 0 || u->nests[u->n_nests - 1].kind != kind) compile_bug(c, "nests out of step");
    else u->n_nests--;
}

/* --- constants, names, variables --- */

uint32_t unit_const(Compiler *c, Ref merged) {
    Unit *u = c->unit;
    int i = ptrmap_get(&u->const_index, ptr_key(merged));
    if (i >= 0 || c->failed) return (uint32_t)i;
    if (!array_room(&u->arena, &u->consts, u->n_consts, &u->consts_room, sizeof *u->consts) ||
        !ptrmap_put(&u->const_index, &u->arena, ptr_key(merged), u->n_consts)) {
        compile_no_memory(c);
        return 0;
    }
    u->consts[u->n_consts] = merged;
    return (uint32_t)u->n_consts++;
}

void emit_const_take(Compiler *c, Span at, Own value) {
    Ref merged = value && !c->failed ? const_merge_take(c, value) : (drop_x(value), NULL);
    if (merged) emit(c, at, LOAD_CONST, unit_const(c, merged));
    else if (!c->failed) compile_fail(c);
}

void emit_const(Compiler *c, Span at, Ref value) {
    if (!c->failed) emit_const_take(c, at, own(value)); /* after a failure there may be no value */
}

void emit_return_none(Compiler *c, Span at) {
    emit_const(c, at, NONE);
    emit_op(c, at, RETURN_VALUE);
}

uint32_t unit_name(Compiler *c, AstName *name) {
    Unit *u = c->unit;
    int i = ptrmap_get(&u->name_index, ptr_key(name));
    if (i >= 0 || c->failed) return (uint32_t)i;
    if (!array_room(&u->arena, &u->names, u->n_names, &u->names_room, sizeof *u->names) ||
        !ptrmap_put(&u->name_index, &u->arena, ptr_key(name), u->n_names)) {
        compile_no_memory(c);
        return 0;
    }
    u->names[u->n_names] = name;
    return (uint32_t)u->n_names++;
}

void emit_name(Compiler *c, Span at, int op, AstName *name) { emit(c, at, op, unit_name(c, name)); }

static uint32_t var_new(Compiler *c, AstName *name, int kind) {
    Unit *u = c->unit;
    if (c->failed) return 0;
    if (!array_room(&u->arena, &u->vars, u->n_vars, &u->vars_room, sizeof *u->vars)) {
        compile_no_memory(c);
        return 0;
    }
    u->vars[u->n_vars] = (Var){name, (uint8_t)kind, 0, 0};
    return (uint32_t)u->n_vars++;
}

uint32_t unit_var(Compiler *c, AstName *name, int kind) {
    Unit *u = c->unit;
    PtrMap *index = kind & LOCAL_PLAIN ? &u->plain_index : &u->cell_index;
    int i = ptrmap_get(index, ptr_key(name));
    if (i >= 0 || c->failed) return (uint32_t)i;
    uint32_t var = var_new(c, name, kind);
    if (!c->failed && !ptrmap_put(index, &u->arena, ptr_key(name), (int)var)) compile_no_memory(c);
    return var;
}

/* Arguments stand first; one that is captured is a cell in its own slot. */
static void add_arguments(Compiler *c, const Scope *s) {
    for (int i = 0; i < s->n_symbols && !c->failed; i++) {
        const Symbol *symbol = &s->symbols[i];
        if (!(symbol->flags & SYM_PARAM)) continue;
        bool cell = symbol->where == WHERE_CELL;
        uint32_t var = unit_var(c, symbol->name, cell ? LOCAL_CELL : LOCAL_PLAIN);
        if (c->failed) return;
        c->unit->vars[var].kind |= LOCAL_PLAIN;
        c->unit->vars[var].argument = 1;
    }
}

static int by_text(const void *a, const void *b) { return strcmp((*(AstName *const *)a)->text, (*(AstName *const *)b)->text); }

/* The scope's cells or free variables, in the order of their names. */
static void add_cells(Compiler *c, const Scope *s, int kind) {
    AstName **found = arena_alloc(&c->unit->arena, sizeof *found * ((size_t)s->n_symbols + 2));
    int n = 0;
    if (!found) {
        compile_no_memory(c);
        return;
    }
    for (int i = 0; i < s->n_symbols; i++) {
        const Symbol *symbol = &s->symbols[i];
        bool free_here = symbol->where == WHERE_FREE || (symbol->flags & SYM_FREE_CLASS);
        bool cell_here = !free_here && (symbol->where == WHERE_CELL || (symbol->flags & SYM_COMP_CELL));
        if (kind == LOCAL_FREE ? free_here : cell_here) found[n++] = symbol->name;
    }
    if (kind == LOCAL_CELL && s->needs_class_dict) found[n++] = known_name(c, KNOWN_CLASSDICT);
    qsort(found, (size_t)n, sizeof *found, by_text);
    for (int i = 0; i < n; i++) unit_var(c, found[i], kind);
    /* beside a __class__ that the body itself may have from outside */
    if (kind == LOCAL_CELL && s->needs_class_cell) c->unit->class_cell = (int)var_new(c, known_name(c, KNOWN_CLASS), LOCAL_CELL);
}

/* --- beginning and end --- */

/* Functions of a function are "outer.<locals>.name", members of a class "Outer.name"; type parameter scopes do not show. */
static Own qualname_of(Compiler *c, const Unit *u) {
    const Unit *outer = u->outer;
    Ref name = name_object(c, u->name);
    if (c->failed) return NULL;
    if (outer && outer->kind == UNIT_TYPE_PARAMS) outer = outer->outer;
    if (!outer || !outer->outer) return own(name);
    if ((u->kind == UNIT_FUNCTION || u->kind == UNIT_ASYNC_FUNCTION || u->kind == UNIT_CLASS) &&
        scope_where(outer->scope, name_mangle(c, outer->class_name, u->name)) == WHERE_GLOBAL_EXPLICIT)
        return own(name);
    bool function = outer->kind == UNIT_FUNCTION || outer->kind == UNIT_ASYNC_FUNCTION || outer->kind == UNIT_LAMBDA;
    return format_text("%S.%s%S", outer->qualname, function ? "<locals>." : "", name);
}

static void emit_prologue(Compiler *c, const Unit *u) {
    uint32_t n_free = 0;
    for (int i = 0; i < u->n_vars; i++) n_free += (u->vars[i].kind & LOCAL_FREE) != 0;
    if (n_free) emit(c, NOWHERE, COPY_FREE_VARS, n_free);
    for (int i = 0; i < u->n_vars; i++)
        if (u->vars[i].kind & LOCAL_CELL) emit(c, NOWHERE, MAKE_CELL, (uint32_t)i);
    if (scope_is_function(u->scope) && (u->scope->generator || u->scope->coroutine)) {
        Span start = {u->first_line, u->first_line, -1, -1};
        emit_op(c, start, RETURN_GENERATOR);
        emit_op(c, start, POP_TOP);
    }
}

bool unit_enter(Compiler *c, UnitKind kind, Scope *scope, AstName *name, int first_line) {
    if (!scope && !c->failed) compile_bug(c, "a scope is missing");
    Unit *u = c->failed ? NULL : mem_alloc(sizeof *u);
    if (!u) {
        if (!c->failed) compile_no_memory(c);
        return false;
    }
    *u = (Unit){.outer = c->unit, .kind = kind, .scope = scope, .name = name, .first_line = first_line, .handler = NO_HANDLER, .class_cell = -1};
    if (c->unit) u->class_name = c->unit->class_name;
    if (kind == UNIT_CLASS) u->class_name = name;
    Own qualname = qualname_of(c, u);
    u->qualname = qualname ? const_merge_take(c, qualname) : NULL;
    if (!u->qualname && !c->failed) compile_fail(c);
    c->unit = u;
    add_arguments(c, scope);
    add_cells(c, scope, LOCAL_CELL);
    add_cells(c, scope, LOCAL_FREE);
    emit_prologue(c, u);
    return true;
}

/* To be emitted once the border handler of a generator is open. */
void emit_resume(Compiler *c) {
    const Unit *u = c->unit;
    Span at = {u->first_line, u->first_line, 0, 0};
    emit(c, u->kind == UNIT_MODULE ? NOWHERE : at, RESUME, 0);
}

void unit_abandon(Compiler *c) {
    Unit *u = c->unit;
    c->unit = u->outer;
    arena_free(&u->arena);
    mem_free(u);
}

Own unit_leave_top(Compiler *c) {
    Own code = c->failed ? NULL : assemble(c, c->unit);
    if (!code && !c->failed) compile_fail(c);
    unit_abandon(c);
    return code;
}

Ref unit_leave(Compiler *c) {
    Own code = unit_leave_top(c);
    return code ? const_merge_take(c, code) : NULL;
}
