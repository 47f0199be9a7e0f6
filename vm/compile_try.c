/* compile_try.c: try, except*, with. A handler begins with the stack cut to where its range began, then the exception (under it, for
 * clean-up handlers, the index of the raising instruction, so that raising it again leaves the traceback as it was):
 *
 *   handler:  exc            PUSH_EXC_INFO   -> previous exc      (exc is now the handled one)
 *   leaving:  previous       POP_EXCEPT                           (previous is again)
 *   cleanup:  previous lasti exc   COPY 3; POP_EXCEPT; RERAISE 1
 *
 * A finally clause is compiled twice: for the normal way out and as a handler; and once more for each return, break and continue that passes it. */
#include "vm/compiler.h"

/* An exception out of a handler's own body. */
static void cleanup_here(Compiler *c, int label) {
    label_here(c, label);
    emit(c, NOWHERE, COPY, 3);
    emit_op(c, NOWHERE, POP_EXCEPT);
    emit(c, NOWHERE, RERAISE, 1);
}

/* name = None; del name */
static void forget(Compiler *c, AstName *name) {
    if (!name) return;
    emit_const(c, NOWHERE, NONE);
    compile_name(c, NOWHERE, name, AST_STORE);
    compile_name(c, NOWHERE, name, AST_DEL);
}

/* --- except --- */

/* Around one except clause: `outside` is in force around the whole statement, `inside` in its handlers. */
typedef struct Clause { int outside, inside, end; } Clause;

static void leave_handler(Compiler *c, const Clause *clause, AstName *name) {
    handler_close(c, clause->outside);
    emit_op(c, NOWHERE, POP_EXCEPT);
    forget(c, name);
    emit_jump(c, NOWHERE, JUMP, clause->end);
    handler_close(c, clause->inside);
}

static void clause_body(Compiler *c, const ExceptHandlerNode *h, Span at, const Clause *clause) {
    int cleanup = label_new(c);
    if (h->name) compile_name(c, at, h->name, AST_STORE);
    else emit_op(c, at, POP_TOP);
    Nest *nest = nest_push(c, NEST_HANDLER_CLEANUP, at);
    nest->name = h->name;
    nest->outer_handler = clause->outside;
    if (h->name) handler_open(c, cleanup, true);
    compile_stmts(c, h->body);
    nest_pop(c, NEST_HANDLER_CLEANUP);
    leave_handler(c, clause, h->name);
    if (!h->name) return;
    label_here(c, cleanup);
    forget(c, h->name);
    emit(c, NOWHERE, RERAISE, 1);
}

static void clauses(Compiler *c, const AstSeq *handlers, const Clause *clause) {
    for (int i = 0; i < handlers->n && !c->failed; i++) {
        const ExceptHandlerNode *h = as_ExceptHandler(handlers->items[i]);
        Span at = ast_span(handlers->items[i]);
        int next = label_new(c);
        if (!h->type && i + 1 < handlers->n) {
            compile_error(c, at, "default 'except:' must be last");
            return;
        }
        if (h->type) {
            compile_expr(c, h->type);
            emit_op(c, at, CHECK_EXC_MATCH);
            emit_jump(c, at, POP_JUMP_IF_FALSE, next);
        }
        clause_body(c, h, at, clause);
        label_here(c, next);
    }
}

static void try_except(Compiler *c, Ast *s) {
    const TryNode *n = as_Try(s);
    int except = label_new(c), cleanup = label_new(c), end = label_new(c);
    emit_op(c, ast_span(s), NOP);
    nest_push(c, NEST_TRY, ast_span(s));
    int outside = handler_open(c, except, false);
    compile_stmts(c, n->body);
    nest_pop(c, NEST_TRY);
    handler_close(c, outside);
    compile_stmts(c, n->orelse);
    emit_jump(c, NOWHERE, JUMP, end);
    label_here(c, except);
    nest_push(c, NEST_HANDLER, ast_span(s));
    handler_open(c, cleanup, true);
    emit_op(c, NOWHERE, PUSH_EXC_INFO);
    Clause clause = {outside, c->unit->handler, end};
    clauses(c, n->handlers, &clause);
    emit(c, NOWHERE, RERAISE, 0);
    nest_pop(c, NEST_HANDLER);
    handler_close(c, outside);
    cleanup_here(c, cleanup);
    label_here(c, end);
}

/* --- except* --- */

/* original list rest match -> original list rest, with what the body raises added to the list. */
static void group_clause_body(Compiler *c, const ExceptHandlerNode *h, Span at, int next) {
    int cleanup = label_new(c);
    if (h->name) compile_name(c, at, h->name, AST_STORE);
    else emit_op(c, at, POP_TOP);
    nest_push(c, NEST_HANDLER_CLEANUP, at)->name = h->name;
    int inside = handler_open(c, cleanup, true);
    compile_stmts(c, h->body);
    nest_pop(c, NEST_HANDLER_CLEANUP);
    handler_close(c, inside);
    forget(c, h->name);
    emit_jump(c, NOWHERE, JUMP, next);
    label_here(c, cleanup);
    forget(c, h->name);
    emit(c, NOWHERE, LIST_APPEND, 3);
    emit_op(c, NOWHERE, POP_RAW);
    emit_jump(c, NOWHERE, JUMP, next);
}

static void group_clauses(Compiler *c, const AstSeq *handlers) {
    for (int i = 0; i < handlers->n && !c->failed; i++) {
        const ExceptHandlerNode *h = as_ExceptHandler(handlers->items[i]);
        Span at = ast_span(handlers->items[i]);
        int next = label_new(c), no_match = label_new(c);
        if (i == 0) { /* exceptions raised by the clauses; what is not handled yet */
            emit(c, at, BUILD_LIST, 0);
            emit(c, at, COPY, 2);
        }
        if (h->type) {
            compile_expr(c, h->type);
            emit_op(c, at, CHECK_EG_MATCH);
            emit(c, at, COPY, 1);
            emit_jump(c, at, POP_JUMP_IF_NONE, no_match);
        }
        group_clause_body(c, h, at, next);
        label_here(c, no_match);
        emit_op(c, at, POP_TOP);
        label_here(c, next);
    }
}

static void try_star_except(Compiler *c, Ast *s) {
    const TryNode *n = as_Try(s);
    int except = label_new(c), cleanup = label_new(c), reraise = label_new(c), end = label_new(c);
    emit_op(c, ast_span(s), NOP);
    nest_push(c, NEST_TRY, ast_span(s));
    int outside = handler_open(c, except, false);
    compile_stmts(c, n->body);
    nest_pop(c, NEST_TRY);
    handler_close(c, outside);
    compile_stmts(c, n->orelse);
    emit_jump(c, NOWHERE, JUMP, end);
    label_here(c, except);
    nest_push(c, NEST_GROUP_HANDLER, ast_span(s));
    handler_open(c, cleanup, true);
    emit_op(c, NOWHERE, PUSH_EXC_INFO);
    group_clauses(c, n->handlers);
    emit(c, NOWHERE, LIST_APPEND, 1); /* what no clause has handled */
    nest_pop(c, NEST_GROUP_HANDLER);
    emit_op(c, NOWHERE, PREP_RERAISE_STAR);
    emit(c, NOWHERE, COPY, 1);
    emit_jump(c, NOWHERE, POP_JUMP_IF_NOT_NONE, reraise);
    handler_close(c, outside);
    emit_op(c, NOWHERE, POP_TOP);
    emit_op(c, NOWHERE, POP_EXCEPT);
    emit_jump(c, NOWHERE, JUMP, end);
    label_here(c, reraise);
    emit(c, NOWHERE, SWAP, 2);
    emit_op(c, NOWHERE, POP_EXCEPT);
    emit(c, NOWHERE, RERAISE, 0);
    cleanup_here(c, cleanup);
    label_here(c, end);
}

/* --- finally --- */

static void try_finally(Compiler *c, Ast *s, void (*compile_inner)(Compiler *, Ast *)) {
    const TryNode *n = as_Try(s);
    Span at = ast_span(s);
    int handler = label_new(c), cleanup = label_new(c), end = label_new(c);
    emit_op(c, at, NOP);
    nest_push(c, NEST_FINALLY_TRY, at)->final = n->finalbody;
    int outside = handler_open(c, handler, false);
    if (n->handlers->n) compile_inner(c, s);
    else compile_stmts(c, n->body);
    nest_pop(c, NEST_FINALLY_TRY);
    handler_close(c, outside);
    compile_stmts(c, n->finalbody);
    emit_jump(c, NOWHERE, JUMP, end);
    label_here(c, handler);
    nest_push(c, NEST_FINALLY_END, at);
    handler_open(c, cleanup, true);
    emit_op(c, NOWHERE, PUSH_EXC_INFO);
    compile_stmts(c, n->finalbody);
    nest_pop(c, NEST_FINALLY_END);
    emit(c, NOWHERE, RERAISE, 0);
    handler_close(c, outside);
    cleanup_here(c, cleanup);
    label_here(c, end);
}

void compile_try(Compiler *c, Ast *s) {
    if (as_Try(s)->finalbody->n) try_finally(c, s, try_except);
    else try_except(c, s);
}

void compile_try_star(Compiler *c, Ast *s) {
    if (as_Try(s)->finalbody->n) try_finally(c, s, try_star_except);
    else try_star_except(c, s);
}

/* --- with --- */

static void with_body(Compiler *c, Ast *s, int item) {
    const WithNode *n = as_With(s);
    const withitemNode *w = as_withitem(n->items->items[item]);
    if (w->optional_vars) compile_expr(c, w->optional_vars);
    else emit_op(c, ast_span(w->context_expr), POP_TOP);
    if (item + 1 < n->items->n) compile_with(c, s, item + 1);
    else compile_stmts(c, n->body);
}

/* exit lasti previous exception result -> , going on, if __exit__ said so; else the exception goes on. */
static void with_exception(Compiler *c, Span at, int outside, int cleanup, int end) {
    int suppress = label_new(c);
    emit_jump(c, at, POP_JUMP_IF_TRUE, suppress);
    emit(c, at, RERAISE, 2);
    label_here(c, suppress);
    emit_op(c, at, POP_TOP);
    handler_close(c, outside);
    emit_op(c, NOWHERE, POP_EXCEPT);
    emit_op(c, NOWHERE, POP_RAW);
    emit_op(c, NOWHERE, POP_TOP);
    emit_jump(c, NOWHERE, JUMP, end);
    cleanup_here(c, cleanup);
}

void compile_with(Compiler *c, Ast *s, int item) {
    if (!compile_enter(c)) return;
    Ast *context = as_withitem(as_With(s)->items->items[item])->context_expr;
    Span at = ast_span(context);
    bool async = s->kind == AST_ASYNC_WITH;
    int final = label_new(c), cleanup = label_new(c), end = label_new(c);
    compile_expr(c, context);
    emit_op(c, at, async ? BEFORE_ASYNC_WITH : BEFORE_WITH);
    if (async) compile_await(c, at, 1);
    nest_push(c, async ? NEST_ASYNC_WITH : NEST_WITH, at);
    int outside = handler_open_below(c, final, true, 1);
    with_body(c, s, item);
    nest_pop(c, async ? NEST_ASYNC_WITH : NEST_WITH);
    handler_close(c, outside);
    emit_op(c, at, PUSH_NULL);
    for (int i = 0; i < 3; i++) emit_const(c, at, NONE);
    emit(c, at, CALL, 3);
    if (async) compile_await(c, at, 2);
    emit_op(c, at, POP_TOP);
    emit_jump(c, at, JUMP, end);
    label_here(c, final);
    handler_open(c, cleanup, true);
    emit_op(c, at, PUSH_EXC_INFO);
    emit_op(c, at, WITH_EXCEPT_START);
    if (async) compile_await(c, at, 2);
    with_exception(c, at, outside, cleanup, end);
    label_here(c, end);
}
