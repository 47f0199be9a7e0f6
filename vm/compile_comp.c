/* compile_comp.c: comprehensions and generator expressions.
 *
 * A generator expression is a function of its outermost iterable (`.0`); the other three are compiled into the code around them (PEP 709):
 * names that they bind become fast locals for the time being, whose outer values wait on the stack:
 *
 *     iterable; LOAD_FAST_AND_CLEAR x; SWAP 2; BUILD_LIST 0; SWAP 2; ... loop ...; SWAP 2; STORE_FAST_MAYBE_NULL x
 *
 * with a handler that restores them too. In annotation-like scopes of a class they are functions as well (the symbol table decides). */
#include "vm/compiler.h"

typedef struct Comp {
    Ast *node;
    const AstSeq *generators;
    Ast *elt, *value; /* value: of a dict comprehension, whose key is elt */
    CompKind kind;
    Scope *scope;
} Comp;

/* What inlining changes in the unit for the time of the comprehension. */
typedef struct Inlined {
    Symbol *saved; /* symbols of the scope around, as they were */
    int n_saved;
    AstName **hidden;
    int n_hidden;
    uint32_t *pushed; /* variables whose outer values are on the stack */
    uint32_t n_pushed;
    int outer_handler, cleanup, end;
} Inlined;

static Comp comp_of(Ast *e) {
    if (e->kind == AST_DICT_COMP) {
        const DictCompNode *n = as_DictComp(e);
        return (Comp){e, n->generators, n->key, n->value, COMP_DICT, NULL};
    }
    const ListCompNode *n = as_ListComp(e);
    CompKind kind = e->kind == AST_LIST_COMP ? COMP_LIST : e->kind == AST_SET_COMP ? COMP_SET : COMP_GENERATOR;
    return (Comp){e, n->generators, n->elt, NULL, kind, NULL};
}

/* --- loops --- */

static void generators_from(Compiler *c, const Comp *comp, int i, int depth);

/* The element, or the loops further in. depth: words on the stack above the collection. */
static void comp_inner(Compiler *c, const Comp *comp, int i, int depth) {
    if (i + 1 < comp->generators->n) {
        generators_from(c, comp, i + 1, depth);
        return;
    }
    Span at = ast_span(comp->elt);
    compile_expr(c, comp->elt);
    switch (comp->kind) {
        case COMP_LIST: emit(c, at, LIST_APPEND, (uint32_t)depth + 1); break;
        case COMP_SET: emit(c, at, SET_ADD, (uint32_t)depth + 1); break;
        case COMP_DICT:
            compile_expr(c, comp->value);
            at.end_line = comp->value->end_line;
            at.end_col = comp->value->end_col;
            emit(c, at, MAP_ADD, (uint32_t)depth + 1);
            break;
        default:
            if (c->unit->scope->coroutine) emit_op(c, at, ASYNC_GEN_WRAP);
            emit(c, at, YIELD_VALUE, 0);
            emit(c, at, RESUME, 1);
            emit_op(c, at, POP_TOP);
    }
}

static Ast *single_item(Ast *iter) {
    if (iter->kind != AST_LIST && iter->kind != AST_TUPLE) return NULL;
    const AstSeq *elts = as_List(iter)->elts;
    return elts->n == 1 && elts->items[0]->kind != AST_STARRED ? elts->items[0] : NULL;
}

static void comp_conditions(Compiler *c, const comprehensionNode *g, int otherwise) {
    for (int i = 0; i < g->ifs->n && !c->failed; i++) compile_jump_if(c, g->ifs->items[i], otherwise, false);
}

static void sync_generator(Compiler *c, const Comp *comp, int i, int depth) {
    const comprehensionNode *g = as_comprehension(comp->generators->items[i]);
    Span iter_at = ast_span(g->iter), elt_at = ast_span(comp->elt);
    int next = label_new(c), done = label_new(c);
    if (i > 0 && single_item(g->iter)) { /* for y in [f(x)]: an assignment */
        compile_expr(c, single_item(g->iter));
        compile_expr(c, g->target);
        comp_conditions(c, g, next);
        comp_inner(c, comp, i, depth);
        label_here(c, next);
        return;
    }
    int start = label_new(c);
    if (i > 0) compile_iterable(c, g->iter);
    emit_op(c, iter_at, FOR_PREP);
    label_here(c, start);
    emit_jump(c, iter_at, FOR_ITER, done);
    compile_expr(c, g->target);
    comp_conditions(c, g, next);
    comp_inner(c, comp, i, depth + 3);
    label_here(c, next);
    emit_jump(c, elt_at, JUMP, start);
    label_here(c, done);
    emit_op(c, NOWHERE, POP_ITER);
}

static void async_generator(Compiler *c, const Comp *comp, int i, int depth) {
    const comprehensionNode *g = as_comprehension(comp->generators->items[i]);
    Span at = ast_span(comp->node), elt_at = ast_span(comp->elt);
    int start = label_new(c), except = label_new(c), next = label_new(c);
    if (i > 0) {
        compile_expr(c, g->iter);
        emit_op(c, ast_span(g->iter), GET_AITER);
    }
    label_here(c, start);
    nest_push(c, NEST_ASYNC_COMPREHENSION, at);
    int outer = handler_open(c, except, false);
    emit_op(c, at, GET_ANEXT);
    emit_const(c, at, NONE);
    compile_yield_from(c, at, true);
    handler_close(c, outer);
    compile_expr(c, g->target);
    comp_conditions(c, g, next);
    comp_inner(c, comp, i, depth + 1);
    label_here(c, next);
    emit_jump(c, elt_at, JUMP, start);
    nest_pop(c, NEST_ASYNC_COMPREHENSION);
    label_here(c, except);
    emit_op(c, NOWHERE, END_ASYNC_FOR);
}

static void generators_from(Compiler *c, const Comp *comp, int i, int depth) {
    if (!compile_enter(c)) return;
    if (as_comprehension(comp->generators->items[i])->is_async) async_generator(c, comp, i, depth);
    else sync_generator(c, comp, i, depth);
}

static void begin_collection(Compiler *c, const Comp *comp) {
    static const uint16_t ops[] = {[COMP_LIST] = BUILD_LIST, [COMP_SET] = BUILD_SET, [COMP_DICT] = BUILD_MAP};
    emit(c, ast_span(comp->node), ops[comp->kind], 0);
}

/* --- inlined --- */

static bool inline_room(Compiler *c, Inlined *in, int n) {
    size_t count = (size_t)n + 1;
    *in = (Inlined){.saved = arena_alloc(&c->arena, count * sizeof *in->saved), .hidden = arena_alloc(&c->arena, count * sizeof *in->hidden),
                    .pushed = arena_alloc(&c->arena, count * sizeof *in->pushed)};
    if (in->saved && in->hidden && in->pushed) return true;
    compile_no_memory(c);
    return false;
}

/* One name of the comprehension gets the place that it has there. */
static void inline_name(Compiler *c, Span at, Inlined *in, const Symbol *inner, bool in_class) {
    Unit *u = c->unit;
    bool bound = (inner->flags & SYM_LOCAL) && !(inner->flags & SYM_NONLOCAL);
    if ((!bound && !in_class) || inner->name == known_name(c, KNOWN_DOT_ZERO)) return;
    if (!scope_is_function(u->scope) && ptrmap_get(&u->hidden, ptr_key(inner->name)) <= 0) {
        in->hidden[in->n_hidden++] = inner->name;
        if (!ptrmap_put(&u->hidden, &u->arena, ptr_key(inner->name), 1)) compile_no_memory(c);
    }
    Symbol *outer = scope_add(c, u->scope, inner->name);
    if (!outer) return;
    Where where = inner->where, outside = outer->where;
    if ((where != outside && where != WHERE_FREE && !(where == WHERE_CELL && outside == WHERE_FREE)) || in_class) {
        in->saved[in->n_saved++] = *outer;
        outer->flags = inner->flags;
        outer->where = inner->where;
    }
    if (!bound) return;
    int hidden = scope_is_function(u->scope) ? 0 : LOCAL_HIDDEN;
    bool cell = where == WHERE_CELL;
    uint32_t var = unit_var(c, inner->name, cell ? LOCAL_CELL | hidden : LOCAL_PLAIN | hidden);
    emit(c, at, LOAD_FAST_AND_CLEAR, var);
    if (cell) emit(c, at, MAKE_CELL, var);
    in->pushed[in->n_pushed++] = var;
}

static void inline_begin(Compiler *c, const Comp *comp, Inlined *in) {
    Unit *u = c->unit;
    Span at = ast_span(comp->node);
    bool in_class = u->scope->kind == SCOPE_CLASS && !u->in_inlined_comp;
    u->in_inlined_comp++;
    if (!inline_room(c, in, comp->scope->n_symbols)) return;
    for (int i = 0; i < comp->scope->n_symbols && !c->failed; i++) inline_name(c, at, in, &comp->scope->symbols[i], in_class);
    if (!in->n_pushed) return;
    emit(c, at, SWAP, in->n_pushed + 1);
    in->cleanup = label_new(c);
    in->end = label_new(c);
    in->outer_handler = handler_open_below(c, in->cleanup, false, 1);
}

static void restore_pushed(Compiler *c, Span at, const Inlined *in) {
    emit(c, at, SWAP, in->n_pushed + 1);
    for (uint32_t i = in->n_pushed; i-- > 0;) emit(c, at, STORE_FAST_MAYBE_NULL, in->pushed[i]);
}

static void inline_end(Compiler *c, const Comp *comp, Inlined *in) {
    Unit *u = c->unit;
    Span at = ast_span(comp->node);
    u->in_inlined_comp--;
    if (in->n_pushed) {
        handler_close(c, in->outer_handler);
        emit_jump(c, NOWHERE, JUMP, in->end);
        label_here(c, in->cleanup);
        restore_pushed(c, at, in);
        emit(c, NOWHERE, RERAISE, 0);
        label_here(c, in->end);
        restore_pushed(c, at, in);
    }
    for (int i = in->n_saved; i-- > 0 && !c->failed;) {
        Symbol *outer = scope_find(u->scope, in->saved[i].name);
        outer->flags = in->saved[i].flags;
        outer->where = in->saved[i].where;
    }
    for (int i = 0; i < in->n_hidden && !c->failed; i++)
        if (!ptrmap_put(&u->hidden, &u->arena, ptr_key(in->hidden[i]), 0)) compile_no_memory(c);
}

static void compile_inlined(Compiler *c, const Comp *comp) {
    const comprehensionNode *first = as_comprehension(comp->generators->items[0]);
    Inlined in = {0};
    if (first->is_async) compile_expr(c, first->iter);
    else compile_iterable(c, first->iter);
    if (first->is_async) emit_op(c, ast_span(first->iter), GET_AITER);
    inline_begin(c, comp, &in);
    begin_collection(c, comp);
    emit(c, ast_span(comp->node), SWAP, 2);
    generators_from(c, comp, 0, 0);
    inline_end(c, comp, &in);
}

/* --- as a function --- */

static void comp_function_body(Compiler *c, const Comp *comp) {
    Span at = ast_span(comp->node);
    bool generator = comp->kind == COMP_GENERATOR, border = generator || comp->scope->coroutine;
    int handler = border ? generator_border_open(c) : NO_LABEL;
    emit_resume(c);
    if (!generator) begin_collection(c, comp);
    emit(c, at, LOAD_FAST, 0);
    generators_from(c, comp, 0, 0);
    if (generator) emit_return_none(c, at);
    else emit_op(c, at, RETURN_VALUE);
    if (border) generator_border_close(c, handler);
}

static void compile_as_function(Compiler *c, const Comp *comp) {
    static const enum KnownName names_of[] = {[COMP_LIST] = KNOWN_LISTCOMP, [COMP_SET] = KNOWN_SETCOMP, [COMP_DICT] = KNOWN_DICTCOMP,
                                              [COMP_GENERATOR] = KNOWN_GENEXPR};
    const comprehensionNode *first = as_comprehension(comp->generators->items[0]);
    Span at = ast_span(comp->node);
    if (!unit_enter(c, UNIT_COMPREHENSION, comp->scope, known_name(c, names_of[comp->kind]), comp->node->line)) return;
    c->unit->n_args = 1;
    comp_function_body(c, comp);
    Ref code = unit_leave(c);
    if (!code) return;
    compile_closure(c, at, code, 0);
    emit_op(c, at, PUSH_NULL);
    if (first->is_async) compile_expr(c, first->iter);
    else compile_iterable(c, first->iter);
    emit_op(c, ast_span(first->iter), first->is_async ? GET_AITER : GET_ITER);
    emit(c, at, CALL, 1);
    if (comp->scope->coroutine && comp->kind != COMP_GENERATOR) compile_await(c, at, 0);
}

void compile_comprehension(Compiler *c, Ast *e) {
    Comp comp = comp_of(e);
    comp.scope = symtable_scope(c, ptr_key(e));
    if (!comp.scope) {
        compile_bug(c, "a scope is missing");
        return;
    }
    bool in_async = c->unit->kind == UNIT_ASYNC_FUNCTION || c->unit->kind == UNIT_COMPREHENSION || c->top_level_await;
    if (comp.scope->coroutine && comp.kind != COMP_GENERATOR && !in_async) {
        compile_error(c, ast_span(e), "asynchronous comprehension outside of an asynchronous function");
        return;
    }
    if (comp.scope->comp_inlined) compile_inlined(c, &comp);
    else compile_as_function(c, &comp);
}
