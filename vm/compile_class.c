/* compile_class.c: class statements. The body is a function without arguments that runs in the new namespace and returns the cell of
 * __class__ (or None); __build_class__ calls it. */
#include "vm/compiler.h"

#include <stdlib.h>

static void store_known(Compiler *c, Span at, enum KnownName name) { compile_name(c, at, known_name(c, name), AST_STORE); }

static void body_header(Compiler *c, Span at, bool generic) {
    const Unit *u = c->unit;
    compile_name(c, at, known_name(c, KNOWN_DUNDER_NAME), AST_LOAD);
    store_known(c, at, KNOWN_DUNDER_MODULE);
    emit_const(c, at, u->qualname);
    store_known(c, at, KNOWN_DUNDER_QUALNAME);
    emit_const_take(c, at, int_new(u->first_line));
    store_known(c, at, KNOWN_FIRSTLINENO);
    if (generic) {
        compile_name(c, at, known_name(c, KNOWN_TYPE_PARAMS), AST_LOAD);
        store_known(c, at, KNOWN_DUNDER_TYPE_PARAMS);
    }
    if (!u->scope->needs_class_dict) return;
    emit_op(c, at, LOAD_LOCALS);
    emit(c, at, STORE_DEREF, unit_var(c, known_name(c, KNOWN_CLASSDICT), LOCAL_CELL));
}

static int by_text(const void *a, const void *b) { return strcmp((*(AstName *const *)a)->text, (*(AstName *const *)b)->text); }

static void store_static_attributes(Compiler *c) {
    const Unit *u = c->unit;
    if (u->n_static) qsort(u->static_attributes, (size_t)u->n_static, sizeof *u->static_attributes, by_text);
    Own found = c->failed ? NULL : tuple_new(u->n_static);
    for (int i = 0; found && i < u->n_static; i++) tuple_put_take(found, i, own(name_object(c, u->static_attributes[i])));
    emit_const_take(c, NOWHERE, found);
    store_known(c, NOWHERE, KNOWN_STATIC_ATTRIBUTES);
}

static void body_footer(Compiler *c) {
    const Scope *scope = c->unit->scope;
    if (scope->needs_class_dict) {
        emit(c, NOWHERE, LOAD_CLOSURE, unit_var(c, known_name(c, KNOWN_CLASSDICT), LOCAL_CELL));
        store_known(c, NOWHERE, KNOWN_CLASSDICTCELL);
    }
    if (scope->needs_class_cell) {
        emit(c, NOWHERE, LOAD_CLOSURE, (uint32_t)c->unit->class_cell);
        emit(c, NOWHERE, COPY, 1);
        store_known(c, NOWHERE, KNOWN_CLASSCELL);
    } else {
        emit_const(c, NOWHERE, NONE);
    }
    emit_op(c, NOWHERE, RETURN_VALUE);
}

static Ref class_code(Compiler *c, Ast *s, int first_line) {
    const ClassDefNode *n = as_ClassDef(s);
    if (!unit_enter(c, UNIT_CLASS, symtable_scope(c, ptr_key(s)), n->name, first_line)) return NULL;
    Span at = {first_line, first_line, 0, 0};
    emit_resume(c);
    body_header(c, at, n->type_params->n > 0);
    compile_body(c, n->body);
    store_static_attributes(c);
    body_footer(c);
    return unit_leave(c);
}

/* LOAD_BUILD_CLASS NULL body name, to be followed by bases, keywords and the call. */
static void begin_build(Compiler *c, Ast *s, int first_line) {
    Span at = ast_span(s);
    Ref code = class_code(c, s, first_line);
    emit_op(c, at, LOAD_BUILD_CLASS);
    emit_op(c, at, PUSH_NULL);
    if (code) compile_closure(c, at, code, 0);
    emit_const(c, at, name_object(c, as_ClassDef(s)->name));
}

/* class C[T](Base): a function around it has T and the last base Generic[T]. */
static void generic_class(Compiler *c, Ast *s, int first_line) {
    const ClassDefNode *n = as_ClassDef(s);
    Span at = ast_span(s);
    if (!type_params_enter(c, s, n->name, n->type_params, first_line)) return;
    store_known(c, at, KNOWN_TYPE_PARAMS);
    begin_build(c, s, first_line);
    compile_name(c, at, known_name(c, KNOWN_TYPE_PARAMS), AST_LOAD);
    emit_op(c, at, SUBSCRIPT_GENERIC);
    store_known(c, at, KNOWN_GENERIC_BASE);
    NameNode base = {ast_head(AST_NAME, at), known_name(c, KNOWN_GENERIC_BASE), AST_LOAD};
    compile_arguments(c, at, 2, n->bases, &base.ast, n->keywords);
    type_params_leave(c, at);
    emit(c, at, CALL, 0);
}

void compile_class(Compiler *c, Ast *s) {
    const ClassDefNode *n = as_ClassDef(s);
    compile_decorators(c, n->decorator_list);
    int first_line = n->decorator_list->n ? n->decorator_list->items[0]->line : s->line;
    if (n->type_params->n) {
        generic_class(c, s, first_line);
    } else {
        begin_build(c, s, first_line);
        compile_arguments(c, ast_span(s), 2, n->bases, NULL, n->keywords);
    }
    compile_decorator_calls(c, n->decorator_list);
    compile_name(c, ast_span(s), n->name, AST_STORE);
}
