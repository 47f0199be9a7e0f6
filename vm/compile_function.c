/* compile_function.c: def and lambda: defaults and annotations, which are evaluated outside, the body as a unit of its own, the closure. */
#include "vm/compiler.h"

/* --- closures --- */

static uint32_t captured_var(Compiler *c, Ref name) {
    ssize_t n;
    const char *text = str_utf8(name, &n);
    AstName *ast_name = text ? name_of_text(c, text, (size_t)n) : NULL;
    int var = ast_name ? ptrmap_get(&c->unit->cell_index, ptr_key(ast_name)) : -1;
    if (ast_name == known_name(c, KNOWN_CLASS) && c->unit->class_cell >= 0) var = c->unit->class_cell;
    if (var >= 0) return (uint32_t)var;
    compile_bug(c, "a free variable is missing outside");
    return 0;
}

void compile_closure(Compiler *c, Span at, Ref code, int flags) {
    if (c->failed) return;
    const Code *co = (const Code *)code;
    for (int i = co->n_slots - co->n_free; i < co->n_slots; i++) emit(c, at, LOAD_CLOSURE, captured_var(c, tuple_item(&co->slot_names->ob, i)));
    if (co->n_free) {
        emit(c, at, BUILD_TUPLE, (uint32_t)co->n_free);
        flags |= 8;
    }
    emit_const(c, at, code);
    emit_op(c, at, MAKE_FUNCTION);
    for (int bit = 8; bit; bit >>= 1)
        if (flags & bit) emit(c, at, SET_FUNCTION_ATTRIBUTE, (uint32_t)bit);
}

/* --- generators --- */

int generator_border_open(Compiler *c) {
    int label = label_new(c);
    nest_push(c, NEST_STOP_ITERATION, NOWHERE);
    handler_open(c, label, true);
    return label;
}

void generator_border_close(Compiler *c, int label) {
    nest_pop(c, NEST_STOP_ITERATION);
    handler_close(c, NO_HANDLER);
    label_here(c, label);
    emit_op(c, NOWHERE, STOP_ITERATION_ERROR);
    emit(c, NOWHERE, RERAISE, 1);
}

/* --- arguments --- */

static void check_params(Compiler *c, const AstSeq *params) {
    for (int i = 0; i < params->n; i++) compile_forbidden(c, ast_span(params->items[i]), as_arg(params->items[i])->arg, AST_STORE);
}

static void check_arguments(Compiler *c, const argumentsNode *a) {
    check_params(c, a->posonlyargs);
    check_params(c, a->args);
    if (a->vararg) compile_forbidden(c, ast_span(a->vararg), as_arg(a->vararg)->arg, AST_STORE);
    check_params(c, a->kwonlyargs);
    if (a->kwarg) compile_forbidden(c, ast_span(a->kwarg), as_arg(a->kwarg)->arg, AST_STORE);
}

static void emit_mangled_const(Compiler *c, Span at, AstName *name) { emit_const(c, at, name_object(c, compile_mangle(c, name))); }

/* Pushes what there is of defaults and keyword defaults; gives the flags for compile_closure. */
static int compile_defaults(Compiler *c, Span at, const argumentsNode *a) {
    int flags = 0, n = 0;
    if (a->defaults->n) {
        flags |= 1;
        compile_exprs(c, a->defaults);
        if (!fold_tuple(c, at, a->defaults->n)) emit(c, at, BUILD_TUPLE, (uint32_t)a->defaults->n);
    }
    for (int i = 0; i < a->kwonlyargs->n && !c->failed; i++) {
        if (!a->kw_defaults->items[i]) continue;
        emit_mangled_const(c, at, as_arg(a->kwonlyargs->items[i])->arg);
        compile_expr(c, a->kw_defaults->items[i]);
        n++;
    }
    if (!n) return flags;
    emit(c, at, BUILD_MAP, (uint32_t)n);
    return flags | 2;
}

static int default_flags(const argumentsNode *a) { return (a->defaults->n ? 1 : 0) | (arguments_keyword_defaults(a) ? 2 : 0); }

/* --- annotations: a tuple of names and values --- */

void compile_annotation(Compiler *c, Ast *annotation) {
    if (c->features & CODE_FUTURE_ANNOTATIONS) {
        emit_const_take(c, ast_span(annotation), unparse_expr(c, annotation));
    } else if (annotation->kind == AST_STARRED) { /* *args: *Ts stands for [value] = [*Ts] */
        compile_expr(c, as_Starred(annotation)->value);
        emit(c, ast_span(annotation), UNPACK_SEQUENCE, 1);
    } else {
        compile_expr(c, annotation);
    }
}

static uint32_t annotate(Compiler *c, Span at, AstName *name, Ast *annotation) {
    if (!annotation || c->failed) return 0;
    emit_mangled_const(c, at, name);
    compile_annotation(c, annotation);
    return 2;
}

static uint32_t annotate_params(Compiler *c, Span at, const AstSeq *params) {
    uint32_t n = 0;
    for (int i = 0; i < params->n; i++) n += annotate(c, at, as_arg(params->items[i])->arg, as_arg(params->items[i])->annotation);
    return n;
}

static int compile_annotations(Compiler *c, Span at, const argumentsNode *a, Ast *returns) {
    uint32_t n = annotate_params(c, at, a->posonlyargs);
    n += annotate_params(c, at, a->args);
    if (a->vararg) n += annotate(c, at, as_arg(a->vararg)->arg, as_arg(a->vararg)->annotation);
    n += annotate_params(c, at, a->kwonlyargs);
    if (a->kwarg) n += annotate(c, at, as_arg(a->kwarg)->arg, as_arg(a->kwarg)->annotation);
    n += annotate(c, at, known_name(c, KNOWN_RETURN), returns);
    if (!n) return 0;
    emit(c, at, BUILD_TUPLE, n);
    return 4;
}

/* --- decorators --- */

void compile_decorators(Compiler *c, const AstSeq *decorators) {
    for (int i = 0; i < decorators->n && !c->failed; i++) {
        compile_expr(c, decorators->items[i]);
        emit_null(c, ast_span(decorators->items[i]));
    }
}

void compile_decorator_calls(Compiler *c, const AstSeq *decorators) {
    for (int i = decorators->n - 1; i >= 0; i--) emit(c, ast_span(decorators->items[i]), CALL, 1);
}

/* --- bodies --- */

static void set_argument_counts(Unit *u, const argumentsNode *a) {
    u->n_posonly = a->posonlyargs->n;
    u->n_args = a->posonlyargs->n + a->args->n;
    u->n_kwonly = a->kwonlyargs->n;
}

/* The first constant is the docstring, or None. */
static void first_constant(Compiler *c, const AstConst *doc) {
    Own value = doc && c->optimize < 2 ? docstring_clean(c, doc) : none();
    c->unit->has_docstring = doc && c->optimize < 2;
    Ref merged = value ? const_merge_take(c, value) : NULL;
    if (merged) unit_const(c, merged);
    c->unit->keeps_first_const = true;
}

static Ref function_code(Compiler *c, Ast *s, int first_line) {
    const FunctionDefNode *n = as_FunctionDef(s);
    UnitKind kind = s->kind == AST_FUNCTION_DEF ? UNIT_FUNCTION : UNIT_ASYNC_FUNCTION;
    if (!unit_enter(c, kind, symtable_scope(c, ptr_key(s)), n->name, first_line)) return NULL;
    const AstConst *doc = body_docstring(n->body);
    const Scope *scope = c->unit->scope;
    set_argument_counts(c->unit, as_arguments(n->args));
    first_constant(c, doc);
    bool border = scope->generator || scope->coroutine;
    int label = border ? generator_border_open(c) : NO_LABEL;
    emit_resume(c);
    for (int i = doc ? 1 : 0; i < n->body->n && !c->failed; i++) compile_stmt(c, n->body->items[i]);
    emit_return_none(c, NOWHERE);
    if (border) generator_border_close(c, label);
    return unit_leave(c);
}

static void plain_function(Compiler *c, Ast *s, int first_line) {
    const FunctionDefNode *n = as_FunctionDef(s);
    Span at = ast_span(s);
    int flags = compile_defaults(c, at, as_arguments(n->args));
    flags |= compile_annotations(c, at, as_arguments(n->args), n->returns);
    Ref code = function_code(c, s, first_line);
    if (code) compile_closure(c, at, code, flags);
}

/* def f[T](x=1): a function around it has T, takes the defaults and gives the function. */
static void generic_function(Compiler *c, Ast *s, int first_line) {
    const FunctionDefNode *n = as_FunctionDef(s);
    Span at = ast_span(s);
    const argumentsNode *a = as_arguments(n->args);
    int flags = default_flags(a), n_given = (flags & 1) + (flags >> 1);
    if (!type_params_enter(c, s, n->name, n->type_params, first_line)) return;
    c->unit->n_args = n_given;
    for (int i = 0; i < n_given; i++) emit(c, at, LOAD_FAST, (uint32_t)i);
    flags |= compile_annotations(c, at, a, n->returns);
    Ref code = function_code(c, s, first_line);
    if (code) compile_closure(c, at, code, flags);
    emit(c, at, SET_FUNCTION_ATTRIBUTE, 16);
    type_params_leave(c, at);
    compile_defaults(c, at, a);
    emit(c, at, CALL, (uint32_t)n_given);
}

void compile_function(Compiler *c, Ast *s) {
    const FunctionDefNode *n = as_FunctionDef(s);
    check_arguments(c, as_arguments(n->args));
    compile_decorators(c, n->decorator_list);
    int first_line = n->decorator_list->n ? n->decorator_list->items[0]->line : s->line;
    if (n->type_params->n) generic_function(c, s, first_line);
    else plain_function(c, s, first_line);
    compile_decorator_calls(c, n->decorator_list);
    compile_name(c, ast_span(s), n->name, AST_STORE);
}

void compile_lambda(Compiler *c, Ast *e) {
    const LambdaNode *n = as_Lambda(e);
    Span at = ast_span(e);
    check_arguments(c, as_arguments(n->args));
    int flags = compile_defaults(c, at, as_arguments(n->args));
    if (!unit_enter(c, UNIT_LAMBDA, symtable_scope(c, ptr_key(e)), known_name(c, KNOWN_LAMBDA), e->line)) return;
    set_argument_counts(c->unit, as_arguments(n->args));
    first_constant(c, NULL);
    bool border = c->unit->scope->generator || c->unit->scope->coroutine;
    int label = border ? generator_border_open(c) : NO_LABEL;
    emit_resume(c);
    compile_expr(c, n->body);
    emit_op(c, ast_span(n->body), RETURN_VALUE);
    if (border) generator_border_close(c, label);
    Ref code = unit_leave(c);
    if (code) compile_closure(c, at, code, flags);
}
