/* compile_types.c: type parameters and type aliases (PEP 695). Bounds, constraints, defaults and the values of aliases are functions, called
 * when somebody asks; what has type parameters is made by a function that has them as locals. */
#include "vm/compiler.h"

/* A function without arguments that returns the value of e. */
static void deferred_value(Compiler *c, Ast *e, AstName *name, uintptr_t key) {
    if (!unit_enter(c, UNIT_TYPE_PARAMS, symtable_scope(c, key), name, e->line)) return;
    emit_resume(c);
    if (e->kind == AST_STARRED) { /* default of a TypeVarTuple */
        compile_expr(c, as_Starred(e)->value);
        emit(c, ast_span(e), UNPACK_SEQUENCE, 1);
    } else {
        compile_expr(c, e);
    }
    emit_op(c, ast_span(e), RETURN_VALUE);
    Ref code = unit_leave(c);
    if (code) compile_closure(c, ast_span(e), code, 0);
}

enum { PARAM_BOUND = 1, PARAM_DEFAULT = 2, PARAM_CONSTRAINTS = 4 };

static void compile_type_param(Compiler *c, Ast *p, bool *seen_default) {
    Span at = ast_span(p);
    AstName *name;
    Ast *bound = NULL, *otherwise;
    uint32_t kind;
    if (p->kind == AST_TYPE_VAR) {
        name = as_TypeVar(p)->name;
        bound = as_TypeVar(p)->bound;
        otherwise = as_TypeVar(p)->default_value;
        kind = 0;
    } else if (p->kind == AST_PARAM_SPEC) {
        name = as_ParamSpec(p)->name;
        otherwise = as_ParamSpec(p)->default_value;
        kind = 1;
    } else {
        name = as_TypeVarTuple(p)->name;
        otherwise = as_TypeVarTuple(p)->default_value;
        kind = 2;
    }
    int parts = (bound ? PARAM_BOUND : 0) | (otherwise ? PARAM_DEFAULT : 0) | (bound && bound->kind == AST_TUPLE ? PARAM_CONSTRAINTS : 0);
    emit_const(c, at, name_object(c, name));
    if (bound) deferred_value(c, bound, name, ptr_key(p));
    if (otherwise) deferred_value(c, otherwise, name, scope_key_default(p));
    if (!otherwise && *seen_default) compile_error(c, at, "non-default type parameter '%s' follows default type parameter", name->text);
    *seen_default |= otherwise != NULL;
    emit_ab(c, at, MAKE_TYPE_PARAM, (uint16_t)parts, kind);
    emit(c, at, COPY, 1);
    compile_name(c, at, name, AST_STORE);
}

bool type_params_enter(Compiler *c, Ast *owner, AstName *name, const AstSeq *params, int first_line) {
    const char *text = arena_printf(&c->arena, "<generic parameters of %s>", name->text);
    AstName *title = text ? name_of_text(c, text, strlen(text)) : NULL;
    if (!title) {
        if (!c->failed) compile_no_memory(c);
        return false;
    }
    if (!unit_enter(c, UNIT_TYPE_PARAMS, symtable_scope(c, scope_key_params(owner)), title, first_line)) return false;
    if (owner->kind == AST_CLASS_DEF) c->unit->class_name = name;
    emit_resume(c);
    bool seen_default = false;
    for (int i = 0; i < params->n && !c->failed; i++) compile_type_param(c, params->items[i], &seen_default);
    emit(c, ast_span(owner), BUILD_TUPLE, (uint32_t)params->n);
    return true;
}

void type_params_leave(Compiler *c, Span at) {
    emit_op(c, at, RETURN_VALUE);
    Ref code = unit_leave(c);
    if (code) compile_closure(c, at, code, 0);
    emit_op(c, at, PUSH_NULL);
}

static void alias_value(Compiler *c, Ast *s, AstName *name) {
    if (!unit_enter(c, UNIT_FUNCTION, symtable_scope(c, ptr_key(s)), name, s->line)) return;
    emit_resume(c);
    compile_expr(c, as_TypeAlias(s)->value);
    emit_op(c, ast_span(s), RETURN_VALUE);
    Ref code = unit_leave(c);
    if (code) compile_closure(c, ast_span(s), code, 0);
    emit_op(c, ast_span(s), MAKE_TYPE_ALIAS);
}

void compile_type_alias(Compiler *c, Ast *s) {
    const TypeAliasNode *n = as_TypeAlias(s);
    Span at = ast_span(s);
    AstName *name = as_Name(n->name)->id;
    if (n->type_params->n) {
        if (!type_params_enter(c, s, name, n->type_params, s->line)) return;
        emit_const(c, at, name_object(c, name));
        emit(c, at, SWAP, 2);
        alias_value(c, s, name);
        type_params_leave(c, at);
        emit(c, at, CALL, 0);
    } else {
        emit_const(c, at, name_object(c, name));
        emit_const(c, at, NONE);
        alias_value(c, s, name);
    }
    compile_name(c, at, name, AST_STORE);
}
