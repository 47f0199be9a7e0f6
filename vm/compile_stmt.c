/* compile_stmt.c: statements but for definitions, try, with and match; and how break, continue and return get out of what surrounds them. */
#include "vm/compiler.h"

void compile_stmts(Compiler *c, const AstSeq *body) {
    for (int i = 0; i < body->n && !c->failed; i++) compile_stmt(c, body->items[i]);
}

/* --- bodies --- */

const AstConst *body_docstring(const AstSeq *body) {
    if (!body->n || body->items[0]->kind != AST_EXPR) return NULL;
    Ast *value = as_Expr(body->items[0])->value;
    return value->kind == AST_CONSTANT && as_Constant(value)->value.kind == CONST_STR ? &as_Constant(value)->value : NULL;
}

static size_t leading_blanks(const char *p, const char *end) {
    const char *start = p;
    while (p < end && *p == ' ') p++;
    return (size_t)(p - start);
}

/* The least indentation of the lines after the first that are not blank; SIZE_MAX: none. */
static size_t common_indent(const char *p, const char *end) {
    size_t least = SIZE_MAX;
    while ((p = memchr(p, '\n', (size_t)(end - p)))) {
        p++;
        size_t blanks = leading_blanks(p, end);
        if (p + blanks < end && p[blanks] != '\n' && blanks < least) least = blanks;
    }
    return least;
}

/* As inspect.cleandoc, but for lines at the end: the first line loses its blanks, the others what they have in common. */
Own docstring_clean(Compiler *c, const AstConst *doc) {
    size_t n = 0;
    char *text = arena_alloc(&c->arena, doc->len + 1), *out = text;
    char *expanded = arena_alloc(&c->arena, doc->len * 8 + 1);
    if (!text || !expanded) {
        compile_no_memory(c);
        return NULL;
    }
    for (size_t i = 0, col = 0; i < doc->len; i++) { /* tabs */
        char ch = doc->text[i];
        if (ch == '\t') {
            do expanded[n++] = ' ';
            while (++col % 8);
            continue;
        }
        expanded[n++] = ch;
        col = ch == '\n' || ch == '\r' ? 0 : col + ((ch & 0xC0) != 0x80);
    }
    const char *p = expanded, *end = expanded + n;
    size_t indent = common_indent(p, end);
    p += leading_blanks(p, end);
    while (p < end) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        stop = stop ? stop + 1 : end;
        memcpy(out, p, (size_t)(stop - p));
        out += stop - p;
        size_t blanks = indent == SIZE_MAX ? 0 : leading_blanks(stop, end);
        p = stop + (blanks < indent ? blanks : indent);
    }
    AstConst cleaned = *doc;
    cleaned.text = text;
    cleaned.len = (size_t)(out - text);
    return const_object(c, &cleaned, NOWHERE);
}

static bool has_annotations(const AstSeq *body);

static bool try_has_annotations(Ast *s) {
    const TryNode *n = as_Try(s);
    for (int i = 0; i < n->handlers->n; i++)
        if (has_annotations(as_ExceptHandler(n->handlers->items[i])->body)) return true;
    return has_annotations(n->body) || has_annotations(n->finalbody) || has_annotations(n->orelse);
}

static bool match_has_annotations(Ast *s) {
    for (int i = 0; i < as_Match(s)->cases->n; i++)
        if (has_annotations(as_match_case(as_Match(s)->cases->items[i])->body)) return true;
    return false;
}

/* Is there an annotated assignment, not looking into definitions? */
static bool has_annotations(const AstSeq *body) {
    if (stack_is_low()) return false;
    for (int i = 0; i < body->n; i++) {
        Ast *s = body->items[i];
        bool found = false;
        switch ((AstKind)s->kind) {
            case AST_ANN_ASSIGN: return true;
            case AST_FOR: case AST_ASYNC_FOR: found = has_annotations(as_For(s)->body) || has_annotations(as_For(s)->orelse); break;
            case AST_WHILE: found = has_annotations(as_While(s)->body) || has_annotations(as_While(s)->orelse); break;
            case AST_IF: found = has_annotations(as_If(s)->body) || has_annotations(as_If(s)->orelse); break;
            case AST_WITH: case AST_ASYNC_WITH: found = has_annotations(as_With(s)->body); break;
            case AST_TRY: case AST_TRY_STAR: found = try_has_annotations(s); break;
            case AST_MATCH: found = match_has_annotations(s); break;
            default: break;
        }
        if (found) return true;
    }
    return false;
}

void compile_body(Compiler *c, const AstSeq *body) {
    int first = 0;
    if (has_annotations(body)) emit_op(c, ast_span(body->items[0]), SETUP_ANNOTATIONS);
    const AstConst *doc = c->interactive ? NULL : body_docstring(body);
    if (doc) {
        first = 1;
        Span at = ast_span(body->items[0]);
        if (c->optimize < 2) {
            Ast *value = as_Expr(body->items[0])->value;
            emit_const_take(c, ast_span(value), docstring_clean(c, doc));
            compile_name(c, at, known_name(c, KNOWN_DUNDER_DOC), AST_STORE);
        }
    }
    for (int i = first; i < body->n && !c->failed; i++) compile_stmt(c, body->items[i]);
}

/* --- unwinding --- */

static void keep_on_top(Compiler *c, Span at, bool keep) {
    if (keep) emit(c, at, SWAP, 2);
}

static void unwind_exit_call(Compiler *c, Span at, bool async) {
    emit_op(c, at, PUSH_NULL);
    for (int i = 0; i < 3; i++) emit_const(c, at, NONE);
    emit(c, at, CALL, 3);
    if (async) compile_await(c, at, 2);
    emit_op(c, at, POP_TOP);
}

static void forget_name(Compiler *c, AstName *name) {
    emit_const(c, NOWHERE, NONE);
    compile_name(c, NOWHERE, name, AST_STORE);
    compile_name(c, NOWHERE, name, AST_DEL);
}

/* Leaves one nest; gives the place of what comes after. */
static Span unwind_one(Compiler *c, const Nest *nest, Span at, bool keep) {
    handler_close(c, nest->outer_handler);
    switch (nest->kind) {
        case NEST_WHILE: case NEST_TRY: case NEST_HANDLER: case NEST_GROUP_HANDLER: case NEST_ASYNC_COMPREHENSION: case NEST_STOP_ITERATION:
            return at;
        case NEST_FOR:
            if (keep) /* iterator raw raw value -> value iterator raw raw */
                for (uint32_t depth = 4; depth > 1; depth--) emit(c, at, SWAP, depth);
            emit_op(c, at, POP_ITER);
            return NOWHERE;
        case NEST_ASYNC_FOR: case NEST_POP_VALUE:
            keep_on_top(c, at, keep);
            emit_op(c, at, POP_TOP);
            return NOWHERE;
        case NEST_FINALLY_TRY:
            if (keep) nest_push(c, NEST_POP_VALUE, at);
            compile_stmts(c, nest->final);
            if (keep) nest_pop(c, NEST_POP_VALUE);
            return NOWHERE;
        case NEST_FINALLY_END:
            keep_on_top(c, at, keep);
            emit_op(c, at, POP_TOP);
            keep_on_top(c, at, keep);
            emit_op(c, at, POP_EXCEPT);
            return at;
        case NEST_WITH: case NEST_ASYNC_WITH:
            keep_on_top(c, nest->at, keep);
            unwind_exit_call(c, nest->at, nest->kind == NEST_ASYNC_WITH);
            return NOWHERE;
        case NEST_HANDLER_CLEANUP:
            keep_on_top(c, at, keep);
            emit_op(c, at, POP_EXCEPT);
            if (nest->name) forget_name(c, nest->name);
            return NOWHERE;
    }
    return at;
}

/* From the innermost nest outwards; a nest is taken off while what leaves it is emitted, since that belongs to the nests outside. The handler in
 * force is then that of where the way out has come to; the caller puts it back. */
static Span unwind_all(Compiler *c, Span origin, Span at, bool keep, Nest **loop) {
    Unit *u = c->unit;
    if (c->failed || u->n_nests == 0) return at;
    Nest *top = &u->nests[u->n_nests - 1];
    if (top->kind == NEST_GROUP_HANDLER) {
        compile_error(c, origin, "'break', 'continue' and 'return' cannot appear in an except* block");
        return at;
    }
    if (loop && (top->kind == NEST_WHILE || top->kind == NEST_FOR || top->kind == NEST_ASYNC_FOR)) {
        *loop = top;
        return at;
    }
    Nest nest = *top;
    u->n_nests--;
    at = unwind_one(c, &nest, at, keep);
    at = unwind_all(c, origin, at, keep, loop);
    if (!c->failed) u->nests[u->n_nests++] = nest;
    return at;
}

static void compile_return(Compiler *c, Ast *s) {
    Ast *value = as_Return(s)->value;
    Unit *u = c->unit;
    Span at = ast_span(s);
    if (!scope_is_function(u->scope)) {
        compile_error(c, at, "'return' outside function");
        return;
    }
    if (value && u->scope->coroutine && u->scope->generator) {
        compile_error(c, at, "'return' with value in async generator");
        return;
    }
    bool keep = value && value->kind != AST_CONSTANT;
    if (keep) compile_expr(c, value);
    else if (value) emit_op(c, at = ast_span(value), NOP);
    if (!value || value->line != s->line) emit_op(c, at = ast_span(s), NOP);
    int handler = u->handler;
    at = unwind_all(c, at, at, keep, NULL);
    if (!value) emit_const(c, at, NONE);
    else if (!keep) emit_const_take(c, at, const_object(c, &as_Constant(value)->value, ast_span(value)));
    emit_op(c, at, RETURN_VALUE);
    u->handler = handler;
}

static void compile_break(Compiler *c, Ast *s) {
    Unit *u = c->unit;
    Nest *loop = NULL;
    emit_op(c, ast_span(s), NOP);
    int handler = u->handler;
    Span at = unwind_all(c, ast_span(s), ast_span(s), false, &loop);
    if (c->failed) return;
    if (!loop) {
        compile_error(c, ast_span(s), "'break' outside loop");
        return;
    }
    at = unwind_one(c, loop, at, false);
    emit_jump(c, at, JUMP, loop->exit);
    u->handler = handler;
}

static void compile_continue(Compiler *c, Ast *s) {
    Unit *u = c->unit;
    Nest *loop = NULL;
    emit_op(c, ast_span(s), NOP);
    int handler = u->handler;
    Span at = unwind_all(c, ast_span(s), ast_span(s), false, &loop);
    if (c->failed) return;
    if (!loop) {
        compile_error(c, ast_span(s), "'continue' not properly in loop");
        return;
    }
    emit_jump(c, at, JUMP, loop->start);
    u->handler = handler;
}

/* --- loops and branches --- */

static void compile_if(Compiler *c, Ast *s) {
    int end = label_new(c);
    for (;;) {
        const IfNode *n = as_If(s);
        int orelse = n->orelse->n ? label_new(c) : end;
        compile_jump_if(c, n->test, orelse, false);
        compile_stmts(c, n->body);
        if (!n->orelse->n || c->failed) break;
        emit_jump(c, NOWHERE, JUMP, end);
        label_here(c, orelse);
        if (n->orelse->n != 1 || n->orelse->items[0]->kind != AST_IF) {
            compile_stmts(c, n->orelse);
            break;
        }
        s = n->orelse->items[0]; /* elif: chains may be long */
    }
    label_here(c, end);
}

enum { MAX_REPEATED_TEST = 12 }; /* nodes */

/* The test stands at the top and, if it is short, again at the bottom, so that each round has one jump. */
static void compile_while(Compiler *c, Ast *s) {
    const WhileNode *n = as_While(s);
    int budget = MAX_REPEATED_TEST;
    bool constant = is_constant_expr(n->test), repeat = !constant && expr_is_simple(n->test, &budget);
    int top = label_new(c), body = label_new(c), orelse = label_new(c), exit = label_new(c);
    int again = repeat ? label_new(c) : constant ? body : top; /* where continue goes */
    label_here(c, top);
    Nest *nest = nest_push(c, NEST_WHILE, ast_span(s));
    nest->start = again;
    nest->exit = exit;
    compile_jump_if(c, n->test, orelse, false);
    label_here(c, body);
    compile_stmts(c, n->body);
    if (repeat) {
        bool quiet = c->quiet;
        c->quiet = true;
        label_here(c, again);
        compile_jump_if(c, n->test, body, true);
        c->quiet = quiet;
    } else {
        emit_jump(c, NOWHERE, JUMP, again);
    }
    nest_pop(c, NEST_WHILE);
    label_here(c, orelse);
    compile_stmts(c, n->orelse);
    label_here(c, exit);
}

static void compile_for(Compiler *c, Ast *s) {
    const ForNode *n = as_For(s);
    Span iter_at = ast_span(n->iter);
    int start = label_new(c), done = label_new(c), exit = label_new(c);
    Nest *nest = nest_push(c, NEST_FOR, ast_span(s));
    nest->start = start;
    nest->exit = exit;
    compile_iterable(c, n->iter);
    emit_op(c, iter_at, FOR_PREP);
    label_here(c, start);
    emit_jump(c, iter_at, FOR_ITER, done);
    compile_expr(c, n->target);
    compile_stmts(c, n->body);
    emit_jump(c, NOWHERE, JUMP, start);
    label_here(c, done);
    emit_op(c, NOWHERE, POP_ITER);
    nest_pop(c, NEST_FOR);
    compile_stmts(c, n->orelse);
    label_here(c, exit);
}

static void compile_async_for(Compiler *c, Ast *s) {
    const ForNode *n = as_For(s);
    Span at = ast_span(s), iter_at = ast_span(n->iter);
    int start = label_new(c), except = label_new(c), exit = label_new(c);
    compile_expr(c, n->iter);
    emit_op(c, iter_at, GET_AITER);
    label_here(c, start);
    Nest *nest = nest_push(c, NEST_ASYNC_FOR, at);
    nest->start = start;
    nest->exit = exit;
    int outer = handler_open(c, except, false);
    emit_op(c, iter_at, GET_ANEXT);
    emit_const(c, iter_at, NONE);
    compile_yield_from(c, iter_at, true);
    handler_close(c, outer);
    compile_expr(c, n->target);
    compile_stmts(c, n->body);
    emit_jump(c, NOWHERE, JUMP, start);
    nest_pop(c, NEST_ASYNC_FOR);
    label_here(c, except);
    emit_op(c, iter_at, END_ASYNC_FOR);
    compile_stmts(c, n->orelse);
    label_here(c, exit);
}

/* --- assignments --- */

static void compile_assign(Compiler *c, Ast *s) {
    const AssignNode *n = as_Assign(s);
    compile_expr(c, n->value);
    for (int i = 0; i < n->targets->n && !c->failed; i++) {
        if (i + 1 < n->targets->n) emit(c, ast_span(s), COPY, 1);
        compile_expr(c, n->targets->items[i]);
    }
}

enum { MAX_RELOADED_VALUE = 12 }; /* nodes */

static bool is_fast_name(Compiler *c, Ast *e) { return e->kind == AST_NAME && name_is_fast(c, compile_mangle(c, as_Name(e)->id)); }

/* The object of `o.x += e` and object and key of `o[k] += e` are needed twice. Locals and constants are loaded again, so that both uses fold,
 * when e is short and cannot look at the stack. */
static bool reload_target(Compiler *c, const AugAssignNode *n) {
    int budget = MAX_RELOADED_VALUE;
    if (!expr_is_simple(n->value, &budget)) return false;
    if (n->target->kind == AST_ATTRIBUTE) return is_fast_name(c, as_Attribute(n->target)->value);
    if (n->target->kind != AST_SUBSCRIPT || !is_fast_name(c, as_Subscript(n->target)->value)) return false;
    Ast *key = as_Subscript(n->target)->slice;
    return key->kind == AST_CONSTANT || is_fast_name(c, key);
}

static bool is_plain_slice(Ast *target) {
    return target->kind == AST_SUBSCRIPT && as_Subscript(target)->slice->kind == AST_SLICE && !as_Slice(as_Subscript(target)->slice)->step;
}

static void slice_bound(Compiler *c, Span at, Ast *e) {
    if (e) compile_expr(c, e);
    else emit_const(c, at, NONE);
}

static void aug_subscript_operands(Compiler *c, Ast *target, bool reload) {
    const SubscriptNode *n = as_Subscript(target);
    compile_expr(c, n->value);
    if (is_plain_slice(target)) {
        slice_bound(c, ast_span(n->slice), as_Slice(n->slice)->lower);
        slice_bound(c, ast_span(n->slice), as_Slice(n->slice)->upper);
        for (int i = 0; i < 3; i++) emit(c, ast_span(target), COPY, 3);
        return;
    }
    compile_expr(c, n->slice);
    if (reload) return;
    emit(c, ast_span(target), COPY, 2);
    emit(c, ast_span(target), COPY, 2);
}

static void aug_load(Compiler *c, Ast *target, bool reload) {
    Span at = ast_span(target);
    switch ((AstKind)target->kind) {
        case AST_ATTRIBUTE:
            compile_expr(c, as_Attribute(target)->value);
            if (!reload) emit(c, at, COPY, 1);
            emit_name(c, span_of_attribute(at, target), LOAD_ATTR, compile_mangle(c, as_Attribute(target)->attr));
            break;
        case AST_SUBSCRIPT:
            aug_subscript_operands(c, target, reload);
            emit_op(c, at, is_plain_slice(target) ? LOAD_SLICE : SUBSCRIPT_TT);
            break;
        case AST_NAME: compile_name(c, at, as_Name(target)->id, AST_LOAD); break;
        default: compile_bug(c, "not a target of an augmented assignment");
    }
}

static void aug_store_subscript(Compiler *c, Ast *target, bool reload) {
    Span at = ast_span(target);
    if (is_plain_slice(target)) {
        for (uint32_t depth = 4; depth > 1; depth--) emit(c, at, SWAP, depth);
        emit_op(c, at, STORE_SLICE);
        return;
    }
    if (reload) {
        compile_expr(c, as_Subscript(target)->value);
        compile_expr(c, as_Subscript(target)->slice);
    } else {
        emit(c, at, SWAP, 3);
        emit(c, at, SWAP, 2);
    }
    emit_op(c, at, STORE_SUBSCRIPT_TT);
}

static void aug_store(Compiler *c, Ast *target, bool reload) {
    Span at = ast_span(target);
    switch ((AstKind)target->kind) {
        case AST_ATTRIBUTE:
            if (reload) compile_expr(c, as_Attribute(target)->value);
            else emit(c, at, SWAP, 2);
            if (compile_forbidden(c, at, as_Attribute(target)->attr, AST_STORE)) return;
            emit_name(c, span_of_attribute(at, target), STORE_ATTR, compile_mangle(c, as_Attribute(target)->attr));
            break;
        case AST_SUBSCRIPT: aug_store_subscript(c, target, reload); break;
        default: compile_name(c, at, as_Name(target)->id, AST_STORE);
    }
}

enum { IN_PLACE = 16 }; /* added to the BinOp of a BINARY instruction */

static void compile_aug_assign(Compiler *c, Ast *s) {
    const AugAssignNode *n = as_AugAssign(s);
    bool reload = reload_target(c, n);
    aug_load(c, n->target, reload);
    compile_expr(c, n->value);
    emit_op(c, ast_span(s), BINARY_TT)->code.c = (uint16_t)(n->op + IN_PLACE);
    aug_store(c, n->target, reload);
}

static bool at_module_or_class(const Compiler *c) { return c->unit->kind == UNIT_MODULE || c->unit->kind == UNIT_CLASS; }

static void evaluate_and_forget(Compiler *c, Ast *e) {
    compile_expr(c, e);
    emit_op(c, ast_span(e), POP_TOP);
}

static void forget_slice_parts(Compiler *c, Ast *key) {
    if (key->kind == AST_SLICE) {
        if (as_Slice(key)->lower) evaluate_and_forget(c, as_Slice(key)->lower);
        if (as_Slice(key)->upper) evaluate_and_forget(c, as_Slice(key)->upper);
        if (as_Slice(key)->step) evaluate_and_forget(c, as_Slice(key)->step);
    } else if (key->kind == AST_TUPLE) {
        for (int i = 0; i < as_Tuple(key)->elts->n && !c->failed; i++) forget_slice_parts(c, as_Tuple(key)->elts->items[i]);
    } else {
        evaluate_and_forget(c, key);
    }
}

/* A target that is annotated but not assigned is evaluated as far as it goes. */
static void annotated_target(Compiler *c, const AnnAssignNode *n) {
    Ast *t = n->target;
    if (t->kind == AST_ATTRIBUTE) {
        if (compile_forbidden(c, ast_span(&n->ast), as_Attribute(t)->attr, AST_STORE)) return;
        if (!n->value) evaluate_and_forget(c, as_Attribute(t)->value);
    } else if (t->kind == AST_SUBSCRIPT && !n->value) {
        evaluate_and_forget(c, as_Subscript(t)->value);
        forget_slice_parts(c, as_Subscript(t)->slice);
    }
}

static void compile_ann_assign(Compiler *c, Ast *s) {
    const AnnAssignNode *n = as_AnnAssign(s);
    if (n->value) {
        compile_expr(c, n->value);
        compile_expr(c, n->target);
    }
    if (n->target->kind == AST_NAME) {
        AstName *name = as_Name(n->target)->id;
        if (compile_forbidden(c, ast_span(s), name, AST_STORE)) return;
        if (n->simple && at_module_or_class(c)) {
            Span at = ast_span(s);
            compile_annotation(c, n->annotation);
            emit_name(c, at, LOAD_NAME, known_name(c, KNOWN_ANNOTATIONS));
            emit_const(c, at, name_object(c, compile_mangle(c, name)));
            emit_op(c, at, STORE_SUBSCRIPT_TT);
        }
    } else {
        annotated_target(c, n);
    }
    if (!n->simple && at_module_or_class(c) && !(c->features & CODE_FUTURE_ANNOTATIONS)) evaluate_and_forget(c, n->annotation);
}

/* --- imports --- */

static AstName *first_part(Compiler *c, AstName *name, const char *dot) {
    AstName *part = name_of_text(c, name->text, (size_t)(dot - name->text));
    if (part) return part;
    compile_no_memory(c);
    return name;
}

/* import a.b.c as x: the attributes b and c one after the other. */
static void import_as(Compiler *c, Span at, const aliasNode *a, const char *dot) {
    const char *end = a->name->text + a->name->len;
    while (dot && !c->failed) {
        const char *start = dot + 1;
        dot = memchr(start, '.', (size_t)(end - start));
        AstName *part = name_of_text(c, start, (size_t)((dot ? dot : end) - start));
        if (!part) {
            compile_no_memory(c);
            return;
        }
        emit_name(c, at, IMPORT_FROM, part);
        emit(c, at, SWAP, 2);
        emit_op(c, at, POP_TOP);
    }
    compile_name(c, at, a->asname, AST_STORE);
}

static void compile_import(Compiler *c, Ast *s) {
    const AstSeq *aliases = as_Import(s)->names;
    Span at = ast_span(s);
    for (int i = 0; i < aliases->n && !c->failed; i++) {
        const aliasNode *a = as_alias(aliases->items[i]);
        const char *dot = memchr(a->name->text, '.', (size_t)a->name->len);
        emit_const_take(c, at, int_new(0));
        emit_const(c, at, NONE);
        emit_name(c, at, IMPORT_NAME, compile_mangle(c, a->name));
        if (a->asname) import_as(c, at, a, dot);
        else compile_name(c, at, dot ? first_part(c, a->name, dot) : a->name, AST_STORE);
    }
}

static Own imported_names(Compiler *c, const AstSeq *aliases) {
    Own t = c->failed ? NULL : tuple_new(aliases->n);
    for (int i = 0; t && i < aliases->n; i++) tuple_put_take(t, i, own(name_object(c, as_alias(aliases->items[i])->name)));
    return t;
}

static AstName *module_name(Compiler *c, const ImportFromNode *n) {
    AstName *name = n->module ? n->module : name_of_text(c, "", 0);
    if (!name) compile_no_memory(c);
    return name;
}

static bool is_behind(const Ast *s, const Ast *other) { return !other || s->line > other->line || (s->line == other->line && s->col > other->col); }

static void compile_import_from(Compiler *c, Ast *s) {
    const ImportFromNode *n = as_ImportFrom(s);
    Span at = ast_span(s);
    if (n->module == known_name(c, KNOWN_FUTURE) && n->level == 0 && is_behind(s, c->last_future)) {
        compile_error(c, at, "from __future__ imports must occur at the beginning of the file");
        return;
    }
    AstName *module = module_name(c, n);
    if (!module) return;
    emit_const_take(c, at, int_new(n->level));
    emit_const_take(c, at, imported_names(c, n->names));
    emit_name(c, at, IMPORT_NAME, compile_mangle(c, module));
    for (int i = 0; i < n->names->n && !c->failed; i++) {
        const aliasNode *a = as_alias(n->names->items[i]);
        if (a->name == known_name(c, KNOWN_STAR)) {
            emit_op(c, at, IMPORT_STAR);
            return;
        }
        emit_name(c, at, IMPORT_FROM, compile_mangle(c, a->name));
        compile_name(c, at, a->asname ? a->asname : a->name, AST_STORE);
    }
    emit_op(c, NOWHERE, POP_TOP);
}

/* --- the rest --- */

static void compile_assert(Compiler *c, Ast *s) {
    const AssertNode *n = as_Assert(s);
    check_assert(c, s);
    if (c->optimize) return;
    int end = label_new(c);
    compile_jump_if(c, n->test, end, true);
    emit_op(c, ast_span(s), LOAD_ASSERTION_ERROR);
    if (n->msg) {
        emit_op(c, ast_span(s), PUSH_NULL);
        compile_expr(c, n->msg);
        emit(c, ast_span(s), CALL, 1);
    }
    emit(c, ast_span(n->test), RAISE, 1);
    label_here(c, end);
}

static void compile_raise(Compiler *c, Ast *s) {
    const RaiseNode *n = as_Raise(s);
    if (n->exc) compile_expr(c, n->exc);
    if (n->cause) compile_expr(c, n->cause);
    emit(c, ast_span(s), RAISE, (n->exc != NULL) + (n->cause != NULL));
}

static void compile_expr_stmt(Compiler *c, Ast *s) {
    Ast *value = as_Expr(s)->value;
    bool shown = c->interactive && !c->unit->outer;
    if (shown) {
        compile_expr(c, value);
        emit_op(c, ast_span(s), PRINT_EXPR);
        return;
    }
    if (value->kind == AST_CONSTANT) {
        emit_op(c, ast_span(s), NOP);
        return;
    }
    compile_expr(c, value);
    if (tail_const(c, 0)) {
        tail_drop(c, 1);
        emit_op(c, ast_span(s), NOP);
    } else {
        emit_op(c, NOWHERE, POP_TOP);
    }
}

/* flat switch */
void compile_stmt(Compiler *c, Ast *s) {
    if (!compile_enter(c)) return;
    switch ((AstKind)s->kind) {
        case AST_EXPR: compile_expr_stmt(c, s); break;
        case AST_ASSIGN: compile_assign(c, s); break;
        case AST_AUG_ASSIGN: compile_aug_assign(c, s); break;
        case AST_ANN_ASSIGN: compile_ann_assign(c, s); break;
        case AST_IF: compile_if(c, s); break;
        case AST_WHILE: compile_while(c, s); break;
        case AST_FOR: compile_for(c, s); break;
        case AST_ASYNC_FOR: compile_async_for(c, s); break;
        case AST_RETURN: compile_return(c, s); break;
        case AST_BREAK: compile_break(c, s); break;
        case AST_CONTINUE: compile_continue(c, s); break;
        case AST_PASS: emit_op(c, ast_span(s), NOP); break;
        case AST_FUNCTION_DEF: case AST_ASYNC_FUNCTION_DEF: compile_function(c, s); break;
        case AST_CLASS_DEF: compile_class(c, s); break;
        case AST_TYPE_ALIAS: compile_type_alias(c, s); break;
        case AST_DELETE: compile_exprs(c, as_Delete(s)->targets); break;
        case AST_WITH: case AST_ASYNC_WITH: compile_with(c, s, 0); break;
        case AST_MATCH: compile_match(c, s); break;
        case AST_RAISE: compile_raise(c, s); break;
        case AST_TRY: compile_try(c, s); break;
        case AST_TRY_STAR: compile_try_star(c, s); break;
        case AST_ASSERT: compile_assert(c, s); break;
        case AST_IMPORT: compile_import(c, s); break;
        case AST_IMPORT_FROM: compile_import_from(c, s); break;
        case AST_GLOBAL: case AST_NONLOCAL: break;
        default: compile_bug(c, "not a statement");
    }
}
