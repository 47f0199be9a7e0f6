/* compile_call.c: calls and attributes, which meet in method calls and in super().
 *
 *   f(x)         callable NULL x CALL 1             (the NULL comes out of LOAD_GLOBAL where f is one)
 *   o.m(x)       o LOAD_METHOD x CALL 1             (function o, or value NULL)
 *   f(x, k=y)    callable NULL x y ('k',) CALL_KW 2
 *   f(*a, **k)   callable NULL tuple dict CALL_EX 1 */
#include "vm/compiler.h"

static int name_chars(const AstName *name) {
    int n = 0;
    for (int i = 0; i < name->len; i++) n += (name->text[i] & 0xC0) != 0x80;
    return n;
}

/* An attribute that stands on a line below the start of its expression is located by its own name. */
Span span_of_attribute(Span at, const Ast *attribute) {
    if (at.line == attribute->end_line) return at;
    at.line = attribute->end_line;
    int length = name_chars(((const AttributeNode *)attribute)->attr);
    if (length <= attribute->end_col) {
        at.col = attribute->end_col - length;
        at.end_col = attribute->end_col;
    } else {
        at.col = at.end_col = -1;
    }
    return at;
}

/* --- super --- */

static bool has_star(const AstSeq *args) {
    for (int i = 0; i < args->n; i++)
        if (args->items[i]->kind == AST_STARRED) return true;
    return false;
}

/* super().name and super(cls, self).name need no super object, if `super` is the built-in as far as one can see. */
static bool is_super_attribute(const Compiler *c, const AttributeNode *attribute) {
    if (attribute->value->kind != AST_CALL || attribute->attr == known_name(c, KNOWN_CLASS)) return false;
    const CallNode *call = as_Call(attribute->value);
    const AstName *super = known_name(c, KNOWN_SUPER);
    if (call->func->kind != AST_NAME || as_Name(call->func)->id != super) return false;
    const Unit *u = c->unit;
    if (scope_where(u->scope, super) != WHERE_GLOBAL_IMPLICIT || scope_find(c->scopes[0], super)) return false;
    if (call->keywords->n || has_star(call->args)) return false;
    if (call->args->n == 2) return true;
    return call->args->n == 0 && u->n_args > 0 && scope_where(u->scope, known_name(c, KNOWN_CLASS)) == WHERE_FREE;
}

static void super_operands(Compiler *c, Ast *e) {
    const CallNode *call = as_Call(e);
    Span at = ast_span(e);
    compile_name(c, ast_span(call->func), known_name(c, KNOWN_SUPER), AST_LOAD);
    if (call->args->n) {
        compile_exprs(c, call->args);
        return;
    }
    compile_raw_name(c, at, known_name(c, KNOWN_CLASS), AST_LOAD);
    compile_raw_name(c, at, c->unit->vars[0].name, AST_LOAD);
}

static void compile_super(Compiler *c, Ast *e, int op) {
    const AttributeNode *n = as_Attribute(e);
    bool bare = as_Call(n->value)->args->n == 0;
    super_operands(c, n->value);
    emit_ab(c, ast_span(e), op, bare, unit_name(c, compile_mangle(c, n->attr)));
}

/* --- attributes --- */

/* self.NAME = ... in a method is noted for the class's __static_attributes__. */
static void note_static_attribute(Compiler *c, const AttributeNode *n) {
    if (n->value->kind != AST_NAME || as_Name(n->value)->id != known_name(c, KNOWN_SELF)) return;
    Unit *u = c->unit;
    while (u && u->kind != UNIT_CLASS) u = u->outer;
    if (!u || ptrmap_get(&u->static_index, ptr_key(n->attr)) >= 0) return;
    if (!array_room(&u->arena, &u->static_attributes, u->n_static, &u->static_room, sizeof *u->static_attributes) ||
        !ptrmap_put(&u->static_index, &u->arena, ptr_key(n->attr), u->n_static)) {
        compile_no_memory(c);
        return;
    }
    u->static_attributes[u->n_static++] = n->attr;
}

void compile_attribute(Compiler *c, Ast *e) {
    const AttributeNode *n = as_Attribute(e);
    if (n->ctx == AST_LOAD && is_super_attribute(c, n)) {
        compile_super(c, e, LOAD_SUPER_ATTR);
        return;
    }
    compile_expr(c, n->value);
    if (c->failed || compile_forbidden(c, ast_span(e), n->attr, n->ctx)) return;
    if (n->ctx == AST_STORE) note_static_attribute(c, n);
    static const uint16_t ops[] = {[AST_LOAD] = LOAD_ATTR, [AST_STORE] = STORE_ATTR, [AST_DEL] = DELETE_ATTR};
    emit_name(c, span_of_attribute(ast_span(e), e), ops[n->ctx], compile_mangle(c, n->attr));
}

/* --- arguments --- */

static void check_keywords(Compiler *c, const AstSeq *keywords) {
    PtrMap seen = {0};
    for (int i = 0; i < keywords->n && !c->failed; i++) {
        const keywordNode *k = as_keyword(keywords->items[i]);
        if (!k->arg) continue;
        if (compile_forbidden(c, ast_span(keywords->items[i]), k->arg, AST_STORE)) return;
        if (ptrmap_get(&seen, ptr_key(k->arg)) >= 0)
            compile_error(c, ast_span(keywords->items[i]), "keyword argument repeated: %s", k->arg->text);
        else if (keywords->n > 1 && !ptrmap_put(&seen, &c->arena, ptr_key(k->arg), i))
            compile_no_memory(c);
    }
}

static bool has_double_star(const AstSeq *keywords) {
    for (int i = 0; i < keywords->n; i++)
        if (!as_keyword(keywords->items[i])->arg) return true;
    return false;
}

static void emit_name_const(Compiler *c, Span at, AstName *name) { emit_const(c, at, name_object(c, name)); }

/* Values of keywords, then the tuple of their names. */
static void keyword_values(Compiler *c, Span at, const AstSeq *keywords) {
    for (int i = 0; i < keywords->n && !c->failed; i++) compile_expr(c, as_keyword(keywords->items[i])->value);
    Own names_of = c->failed ? NULL : tuple_new(keywords->n);
    for (int i = 0; names_of && i < keywords->n; i++) tuple_put_take(names_of, i, own(name_object(c, as_keyword(keywords->items[i])->arg)));
    emit_const_take(c, at, names_of);
}

/* Keywords from..to, none of them **, as a dict. */
static void keyword_dict_part(Compiler *c, Span at, const AstSeq *keywords, int from, int to) {
    bool big = (to - from) * 2 > STACK_GUIDELINE;
    if (big) emit(c, at, BUILD_MAP, 0);
    for (int i = from; i < to && !c->failed; i++) {
        emit_name_const(c, at, as_keyword(keywords->items[i])->arg);
        compile_expr(c, as_keyword(keywords->items[i])->value);
        if (big) emit(c, at, MAP_ADD, 1);
    }
    if (!big) emit(c, at, BUILD_MAP, (uint32_t)(to - from));
}

static void keyword_dict(Compiler *c, Span at, const AstSeq *keywords) {
    bool have = false;
    int waiting = 0;
    for (int i = 0; i <= keywords->n && !c->failed; i++) {
        const keywordNode *k = i < keywords->n ? as_keyword(keywords->items[i]) : NULL;
        if (k && k->arg) {
            waiting++;
            continue;
        }
        if (waiting) {
            keyword_dict_part(c, at, keywords, i - waiting, i);
            if (have) emit(c, at, DICT_MERGE, 1);
            have = true;
            waiting = 0;
        }
        if (!k) break;
        if (!have) emit(c, at, BUILD_MAP, 0);
        have = true;
        compile_expr(c, k->value);
        emit(c, at, DICT_MERGE, 1);
    }
}

static void call_ex(Compiler *c, Span at, int pushed, const AstSeq *args, const AstSeq *keywords) {
    if (pushed == 0 && args->n == 1 && args->items[0]->kind == AST_STARRED) compile_expr(c, as_Starred(args->items[0])->value);
    else compile_display(c, at, args, pushed, BUILD_TUPLE);
    if (keywords->n) keyword_dict(c, at, keywords);
    emit(c, at, CALL_EX, keywords->n > 0);
}

static AstSeq *with_extra(Compiler *c, const AstSeq *args, Ast *extra) {
    AstSeq *all = ast_seq(&c->arena, args->n + 1);
    if (!all) {
        compile_no_memory(c);
        return &ast_no_items;
    }
    memcpy(all->items, args->items, (size_t)args->n * sizeof *args->items);
    all->items[args->n] = extra;
    return all;
}

static void call_plain(Compiler *c, Span at, int pushed, const AstSeq *args, const AstSeq *keywords) {
    compile_exprs(c, args);
    if (keywords->n) keyword_values(c, at, keywords);
    emit(c, at, keywords->n ? CALL_KW : CALL, (uint32_t)(pushed + args->n + keywords->n));
}

static void emit_arguments(Compiler *c, Span at, int pushed, const AstSeq *args, const AstSeq *keywords) {
    bool many = pushed + args->n + keywords->n * 2 > STACK_GUIDELINE;
    if (many || has_star(args) || has_double_star(keywords)) call_ex(c, at, pushed, args, keywords);
    else call_plain(c, at, pushed, args, keywords);
}

void compile_arguments(Compiler *c, Span at, int pushed, const AstSeq *args, Ast *extra, const AstSeq *keywords) {
    check_keywords(c, keywords);
    emit_arguments(c, at, pushed, extra ? with_extra(c, args, extra) : args, keywords);
}

/* --- calls --- */

/* true: compiled as a method call. */
static bool compile_method_call(Compiler *c, Ast *e) {
    const CallNode *call = as_Call(e);
    Ast *f = call->func;
    if (f->kind != AST_ATTRIBUTE || call->args->n + call->keywords->n + (call->keywords->n > 0) >= STACK_GUIDELINE) return false;
    if (has_star(call->args) || has_double_star(call->keywords)) return false;
    const AttributeNode *n = as_Attribute(f);
    if (is_super_attribute(c, n)) {
        compile_super(c, f, LOAD_SUPER_METHOD);
    } else {
        compile_expr(c, n->value);
        emit_name(c, span_of_attribute(ast_span(f), f), LOAD_METHOD, compile_mangle(c, n->attr));
    }
    call_plain(c, span_of_attribute(ast_span(e), f), 0, call->args, call->keywords);
    return true;
}

void compile_call(Compiler *c, Ast *e) {
    const CallNode *call = as_Call(e);
    check_keywords(c, call->keywords);
    if (c->failed || compile_method_call(c, e)) return;
    check_caller(c, call->func);
    compile_expr(c, call->func);
    emit_null(c, ast_span(call->func));
    emit_arguments(c, ast_span(e), 0, call->args, call->keywords);
}
