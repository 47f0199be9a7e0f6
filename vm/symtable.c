/* symtable.c: the first walk: scopes, the symbols in them, and the errors that can be told while walking (symtable.h says the rest).
 *
 * The order of visits follows CPython's, because it decides which of several errors is reported and in which order scopes stand. */
#include "vm/symtable.h"

#include "vm/compiler.h"

#define NAMED_IN "assignment expression within a comprehension cannot be used in "

static void visit_stmt(Compiler *c, Ast *s);
static void visit_expr(Compiler *c, Ast *e);
static void visit_pattern(Compiler *c, Ast *p);

/* --- scopes and symbols --- */

Scope *symtable_scope(Compiler *c, uintptr_t key) {
    int i = ptrmap_get(&c->scope_index, key);
    return i < 0 ? NULL : c->scopes[i];
}

Where scope_where(const Scope *s, const AstName *name) {
    const Symbol *symbol = scope_find(s, name);
    return symbol ? symbol->where : WHERE_UNKNOWN;
}

Symbol *scope_add(Compiler *c, Scope *s, AstName *name) {
    int i = ptrmap_get(&s->index, ptr_key(name));
    if (i >= 0) return &s->symbols[i];
    if (!array_room(&c->arena, &s->symbols, s->n_symbols, &s->symbols_room, sizeof *s->symbols) ||
        !ptrmap_put(&s->index, &c->arena, ptr_key(name), s->n_symbols)) {
        compile_no_memory(c);
        return NULL;
    }
    Symbol *symbol = &s->symbols[s->n_symbols++];
    *symbol = (Symbol){.name = name};
    return symbol;
}

static bool scope_register(Compiler *c, Scope *s, uintptr_t key) {
    if (!array_room(&c->arena, &c->scopes, c->n_scopes, &c->scopes_room, sizeof *c->scopes) ||
        !ptrmap_put(&c->scope_index, &c->arena, key, c->n_scopes))
        return false;
    c->scopes[c->n_scopes++] = s;
    return true;
}

static Scope *scope_make(Compiler *c, ScopeKind kind, AstName *name, uintptr_t key, Span at) {
    Scope *s = arena_alloc(&c->arena, sizeof *s), *parent = c->scope;
    if (!s || !scope_register(c, s, key)) {
        compile_no_memory(c);
        return NULL;
    }
    *s = (Scope){.kind = kind, .name = name, .parent = parent, .at = at};
    if (!parent) return s;
    s->comp_iter_depth = parent->comp_iter_depth;
    s->nested = parent->nested || scope_is_function(parent);
    s->method = kind == SCOPE_FUNCTION && parent->kind == SCOPE_CLASS;
    if (parent->last_child) parent->last_child->next = s;
    else parent->first_child = s;
    parent->last_child = s;
    return s;
}

/* false: failed; the scope is then not entered. */
static bool scope_enter(Compiler *c, ScopeKind kind, AstName *name, uintptr_t key, Span at) {
    Scope *s = c->failed ? NULL : scope_make(c, kind, name, key, at);
    if (!s) return false;
    c->scope = s;
    return true;
}

static void scope_exit(Compiler *c) { c->scope = c->scope->parent; }

AstName *name_mangle(Compiler *c, const AstName *cls, AstName *name) {
    if (!cls || name->len < 3 || name->text[0] != '_' || name->text[1] != '_') return name;
    if (name->text[name->len - 1] == '_' && name->text[name->len - 2] == '_') return name;
    if (memchr(name->text, '.', (size_t)name->len)) return name;
    const char *bare = cls->text;
    while (*bare == '_') bare++;
    if (!*bare) return name;
    const char *text = arena_printf(&c->arena, "_%s%s", bare, name->text);
    AstName *mangled = text ? name_of_text(c, text, strlen(text)) : NULL;
    if (mangled) return mangled;
    compile_no_memory(c);
    return name;
}

/* In the type parameter scope of a generic class only the parameters themselves are mangled. */
AstName *scope_mangle(Compiler *c, const Scope *s, const AstName *cls, AstName *name) {
    AstName *mangled = name_mangle(c, cls, name);
    if (mangled == name) return name;
    for (; s && s->kind != SCOPE_CLASS; s = s->parent) {
        if (!s->mangles_params_only) continue;
        const Symbol *symbol = scope_find(s, mangled);
        return symbol && (symbol->flags & SYM_TYPE_PARAM) ? mangled : name;
    }
    return mangled;
}

static AstName *mangle_in(Compiler *c, const Scope *s, AstName *name) { return scope_mangle(c, s, c->class_name, name); }

static unsigned flags_of(Compiler *c, AstName *name) {
    const Symbol *symbol = scope_find(c->scope, mangle_in(c, c->scope, name));
    return symbol ? symbol->flags : 0;
}

static void define_in(Compiler *c, Scope *s, AstName *plain, unsigned flag, Span at) {
    if (c->failed) return;
    AstName *name = flag & SYM_TYPE_PARAM ? name_mangle(c, c->class_name, plain) : mangle_in(c, s, plain);
    Symbol *symbol = scope_add(c, s, name);
    if (!symbol) return;
    if (flag & symbol->flags & SYM_PARAM) {
        compile_error(c, at, "duplicate argument '%s' in function definition", name->text);
        return;
    }
    if (flag & symbol->flags & SYM_TYPE_PARAM) {
        compile_error(c, at, "duplicate type parameter '%s'", name->text);
        return;
    }
    symbol->flags |= (uint16_t)flag;
    if (s->comp_target) {
        if (symbol->flags & (SYM_GLOBAL | SYM_NONLOCAL)) {
            compile_error(c, at, "comprehension inner loop cannot rebind assignment expression target '%s'", name->text);
            return;
        }
        symbol->flags |= SYM_COMP_ITER;
    }
    if (!(flag & SYM_GLOBAL)) return;
    while (s->parent) s = s->parent;
    Symbol *global = scope_add(c, s, name);
    if (global) global->flags |= (uint16_t)flag;
}

static void define(Compiler *c, AstName *name, unsigned flag, Span at) { define_in(c, c->scope, name, flag, at); }

static void use_known(Compiler *c, enum KnownName name, unsigned flag, Span at) { define(c, known_name(c, name), flag, at); }

static void note_directive(Compiler *c, AstName *name, Span at) {
    if (c->failed) return;
    Symbol *symbol = scope_add(c, c->scope, mangle_in(c, c->scope, name));
    if (symbol && !symbol->directive.line) symbol->directive = at;
}

/* --- expressions --- */

static void visit_exprs(Compiler *c, const AstSeq *seq) {
    for (int i = 0; i < seq->n; i++)
        if (seq->items[i]) visit_expr(c, seq->items[i]);
}

static void visit_keywords(Compiler *c, const AstSeq *keywords) {
    for (int i = 0; i < keywords->n; i++) visit_expr(c, as_keyword(keywords->items[i])->value);
}

/* yield, await and := have no place in annotations and the like. */
static bool allowed_here(Compiler *c, const char *what, Span at) {
    switch (c->scope->kind) {
        case SCOPE_ANNOTATION: compile_error(c, at, "%s cannot be used within an annotation", what); return false;
        case SCOPE_TYPE_VARIABLE: compile_error(c, at, "%s cannot be used within %s", what, c->scope->what); return false;
        case SCOPE_TYPE_ALIAS: compile_error(c, at, "%s cannot be used within a type alias", what); return false;
        case SCOPE_TYPE_PARAMS: compile_error(c, at, "%s cannot be used within the definition of a generic", what); return false;
        default: return true;
    }
}

/* The target of := in a comprehension belongs to the function or module around it. */
static void bind_outside_comprehension(Compiler *c, const NameNode *target) {
    Span at = ast_span(&target->ast);
    for (Scope *s = c->scope; s; s = s->parent) {
        const Symbol *symbol = scope_find(s, mangle_in(c, s, target->id));
        unsigned flags = symbol ? symbol->flags : 0;
        if (s->comp) {
            if ((flags & SYM_COMP_ITER) && (flags & SYM_LOCAL)) {
                compile_error(c, at, "assignment expression cannot rebind comprehension iteration variable '%s'", target->id->text);
                return;
            }
            continue;
        }
        switch (s->kind) {
            case SCOPE_FUNCTION:
                define(c, target->id, flags & SYM_GLOBAL ? SYM_GLOBAL : SYM_NONLOCAL, at);
                note_directive(c, target->id, at);
                define_in(c, s, target->id, SYM_LOCAL, at);
                return;
            case SCOPE_MODULE:
                define(c, target->id, SYM_GLOBAL, at);
                note_directive(c, target->id, at);
                define_in(c, s, target->id, SYM_GLOBAL, at);
                return;
            case SCOPE_CLASS: compile_error(c, at, NAMED_IN "a class body"); return;
            case SCOPE_TYPE_PARAMS:
                compile_error(c, at, "assignment expression within a comprehension cannot be used within the definition of a generic");
                return;
            case SCOPE_TYPE_ALIAS: compile_error(c, at, NAMED_IN "a type alias"); return;
            case SCOPE_TYPE_VARIABLE: compile_error(c, at, NAMED_IN "a TypeVar bound"); return;
            case SCOPE_ANNOTATION: break;
        }
    }
}

static void visit_named(Compiler *c, Ast *e) {
    const NamedExprNode *n = as_NamedExpr(e);
    if (!allowed_here(c, "named expression", ast_span(e))) return;
    if (c->scope->comp_iter_depth > 0) {
        compile_error(c, ast_span(e), "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    if (c->scope->comp) bind_outside_comprehension(c, as_Name(n->target));
    visit_expr(c, n->value);
    visit_expr(c, n->target);
}

static void visit_iterable(Compiler *c, Ast *iter) {
    Scope *s = c->scope;
    s->comp_iter_depth++;
    visit_expr(c, iter);
    s->comp_iter_depth--;
}

static void visit_comp_target(Compiler *c, Ast *target) {
    Scope *s = c->scope;
    s->comp_target = true;
    visit_expr(c, target);
    s->comp_target = false;
}

static void visit_generators(Compiler *c, const AstSeq *generators, int from) {
    for (int i = from; i < generators->n; i++) {
        const comprehensionNode *g = as_comprehension(generators->items[i]);
        visit_comp_target(c, g->target);
        visit_iterable(c, g->iter);
        visit_exprs(c, g->ifs);
        if (g->is_async) c->scope->coroutine = true;
    }
}

/* The first iterable belongs to the scope outside; the rest is a function with it as argument. */
static void visit_comprehension(Compiler *c, Ast *e, CompKind kind, enum KnownName name, const AstSeq *generators, Ast *elt, Ast *value) {
    const comprehensionNode *first = as_comprehension(generators->items[0]);
    visit_iterable(c, first->iter);
    if (!scope_enter(c, SCOPE_FUNCTION, known_name(c, name), ptr_key(e), ast_span(e))) return;
    Scope *s = c->scope;
    s->comp = kind;
    s->method = false;
    if (first->is_async) s->coroutine = true;
    use_known(c, KNOWN_DOT_ZERO, SYM_PARAM, ast_span(e));
    visit_comp_target(c, first->target);
    visit_exprs(c, first->ifs);
    visit_generators(c, generators, 1);
    if (value) visit_expr(c, value);
    visit_expr(c, elt);
    s->generator = kind == COMP_GENERATOR;
    scope_exit(c);
    if (s->coroutine && !s->generator) c->scope->coroutine = true;
}

static void visit_arguments(Compiler *c, Ast *args);
static void visit_defaults(Compiler *c, Ast *args) {
    visit_exprs(c, as_arguments(args)->defaults);
    visit_exprs(c, as_arguments(args)->kw_defaults);
}

static void visit_lambda(Compiler *c, Ast *e) {
    const LambdaNode *n = as_Lambda(e);
    visit_defaults(c, n->args);
    if (!scope_enter(c, SCOPE_FUNCTION, known_name(c, KNOWN_LAMBDA), ptr_key(e), ast_span(e))) return;
    c->scope->method = false;
    visit_arguments(c, n->args);
    visit_expr(c, n->body);
    scope_exit(c);
}

static void visit_yield(Compiler *c, Ast *e, Ast *value) {
    static const char *const kinds[] = {"", "list comprehension", "set comprehension", "dict comprehension", "generator expression"};
    if (!allowed_here(c, "yield expression", ast_span(e))) return;
    if (value) visit_expr(c, value);
    c->scope->generator = true;
    if (c->scope->comp) compile_error(c, ast_span(e), "'yield' inside %s", kinds[c->scope->comp]);
}

static bool in_async_function(const Compiler *c) {
    return c->top_level_await || (c->scope->kind == SCOPE_FUNCTION && c->scope->coroutine);
}

static void visit_await(Compiler *c, Ast *e) {
    if (!allowed_here(c, "await expression", ast_span(e))) return;
    if (!c->top_level_await) {
        if (!scope_is_function(c->scope)) {
            compile_error(c, ast_span(e), "'await' outside function");
            return;
        }
        if (!c->scope->comp && !in_async_function(c)) {
            compile_error(c, ast_span(e), "'await' outside async function");
            return;
        }
    }
    visit_expr(c, as_Await(e)->value);
    c->scope->coroutine = true;
}

static void visit_name(Compiler *c, Ast *e) {
    const NameNode *n = as_Name(e);
    define(c, n->id, n->ctx == AST_LOAD ? SYM_USE : SYM_LOCAL, ast_span(e));
    if (n->ctx == AST_LOAD && n->id == known_name(c, KNOWN_SUPER) && scope_is_function(c->scope))
        use_known(c, KNOWN_CLASS, SYM_USE, ast_span(e)); /* super() looks at it */
}

static void visit_call(Compiler *c, Ast *e) {
    const CallNode *n = as_Call(e);
    visit_expr(c, n->func);
    visit_exprs(c, n->args);
    visit_keywords(c, n->keywords);
}

static void visit_opt(Compiler *c, Ast *e) {
    if (e) visit_expr(c, e);
}

/* flat switch */
static void visit_expr(Compiler *c, Ast *e) {
    if (!compile_enter(c)) return;
    switch ((AstKind)e->kind) {
        case AST_NAMED_EXPR: visit_named(c, e); break;
        case AST_BOOL_OP: visit_exprs(c, as_BoolOp(e)->values); break;
        case AST_BIN_OP:
            visit_expr(c, as_BinOp(e)->left);
            visit_expr(c, as_BinOp(e)->right);
            break;
        case AST_UNARY_OP: visit_expr(c, as_UnaryOp(e)->operand); break;
        case AST_LAMBDA: visit_lambda(c, e); break;
        case AST_IF_EXP:
            visit_expr(c, as_IfExp(e)->test);
            visit_expr(c, as_IfExp(e)->body);
            visit_expr(c, as_IfExp(e)->orelse);
            break;
        case AST_DICT:
            visit_exprs(c, as_Dict(e)->keys);
            visit_exprs(c, as_Dict(e)->values);
            break;
        case AST_SET: visit_exprs(c, as_Set(e)->elts); break;
        case AST_LIST_COMP: visit_comprehension(c, e, COMP_LIST, KNOWN_LISTCOMP, as_ListComp(e)->generators, as_ListComp(e)->elt, NULL); break;
        case AST_SET_COMP: visit_comprehension(c, e, COMP_SET, KNOWN_SETCOMP, as_SetComp(e)->generators, as_SetComp(e)->elt, NULL); break;
        case AST_DICT_COMP:
            visit_comprehension(c, e, COMP_DICT, KNOWN_DICTCOMP, as_DictComp(e)->generators, as_DictComp(e)->key, as_DictComp(e)->value);
            break;
        case AST_GENERATOR_EXP:
            visit_comprehension(c, e, COMP_GENERATOR, KNOWN_GENEXPR, as_GeneratorExp(e)->generators, as_GeneratorExp(e)->elt, NULL);
            break;
        case AST_AWAIT: visit_await(c, e); break;
        case AST_YIELD: visit_yield(c, e, as_Yield(e)->value); break;
        case AST_YIELD_FROM: visit_yield(c, e, as_YieldFrom(e)->value); break;
        case AST_COMPARE:
            visit_expr(c, as_Compare(e)->left);
            visit_exprs(c, as_Compare(e)->comparators);
            break;
        case AST_CALL: visit_call(c, e); break;
        case AST_FORMATTED_VALUE:
            visit_expr(c, as_FormattedValue(e)->value);
            visit_opt(c, as_FormattedValue(e)->format_spec);
            break;
        case AST_JOINED_STR: visit_exprs(c, as_JoinedStr(e)->values); break;
        case AST_ATTRIBUTE: visit_expr(c, as_Attribute(e)->value); break;
        case AST_SUBSCRIPT:
            visit_expr(c, as_Subscript(e)->value);
            visit_expr(c, as_Subscript(e)->slice);
            break;
        case AST_STARRED: visit_expr(c, as_Starred(e)->value); break;
        case AST_NAME: visit_name(c, e); break;
        case AST_LIST: case AST_TUPLE: visit_exprs(c, as_List(e)->elts); break;
        case AST_SLICE:
            visit_opt(c, as_Slice(e)->lower);
            visit_opt(c, as_Slice(e)->upper);
            visit_opt(c, as_Slice(e)->step);
            break;
        default: break; /* constants */
    }
}

/* --- functions, classes, type parameters --- */

static void visit_params(Compiler *c, const AstSeq *params) {
    for (int i = 0; i < params->n; i++) define(c, as_arg(params->items[i])->arg, SYM_PARAM, ast_span(params->items[i]));
}

static void visit_arguments(Compiler *c, Ast *args) {
    const argumentsNode *a = as_arguments(args);
    visit_params(c, a->posonlyargs);
    visit_params(c, a->args);
    visit_params(c, a->kwonlyargs);
    if (a->vararg) {
        define(c, as_arg(a->vararg)->arg, SYM_PARAM, ast_span(a->vararg));
        c->scope->varargs = true;
    }
    if (a->kwarg) {
        define(c, as_arg(a->kwarg)->arg, SYM_PARAM, ast_span(a->kwarg));
        c->scope->varkeywords = true;
    }
}

/* Annotations that are never evaluated get a scope that nobody asks for again. */
static void visit_annotation(Compiler *c, Ast *annotation) {
    if (!annotation) return;
    bool text_only = c->features & CODE_FUTURE_ANNOTATIONS;
    if (text_only && !scope_enter(c, SCOPE_ANNOTATION, known_name(c, KNOWN_ANNOTATIONS), ptr_key(annotation), ast_span(annotation))) return;
    visit_expr(c, annotation);
    if (text_only) scope_exit(c);
}

static void visit_param_annotations(Compiler *c, const AstSeq *params) {
    for (int i = 0; i < params->n; i++) visit_annotation(c, as_arg(params->items[i])->annotation);
}

static void visit_annotations(Compiler *c, const argumentsNode *a, Ast *returns) {
    visit_param_annotations(c, a->posonlyargs);
    visit_param_annotations(c, a->args);
    if (a->vararg) visit_annotation(c, as_arg(a->vararg)->annotation);
    if (a->kwarg) visit_annotation(c, as_arg(a->kwarg)->annotation);
    visit_param_annotations(c, a->kwonlyargs);
    visit_annotation(c, returns);
}

/* A bound, constraint tuple or default is a function of its own, evaluated when it is asked for. */
static void visit_type_value(Compiler *c, Ast *e, AstName *name, uintptr_t key, const char *what) {
    if (!e) return;
    bool sees_class = c->scope->sees_class;
    if (!scope_enter(c, SCOPE_TYPE_VARIABLE, name, key, ast_span(e))) return;
    c->scope->sees_class = sees_class;
    c->scope->what = what;
    if (sees_class) use_known(c, KNOWN_CLASSDICT, SYM_USE, ast_span(e));
    visit_expr(c, e);
    scope_exit(c);
}

static void visit_type_param(Compiler *c, Ast *p) {
    const char *what;
    switch ((AstKind)p->kind) {
        case AST_TYPE_VAR: {
            const TypeVarNode *n = as_TypeVar(p);
            define(c, n->name, SYM_TYPE_PARAM | SYM_LOCAL, ast_span(p));
            what = n->bound && n->bound->kind == AST_TUPLE ? "a TypeVar constraint" : "a TypeVar bound";
            visit_type_value(c, n->bound, n->name, ptr_key(p), what);
            visit_type_value(c, n->default_value, n->name, scope_key_default(p), "a TypeVar default");
            break;
        }
        case AST_PARAM_SPEC:
            define(c, as_ParamSpec(p)->name, SYM_TYPE_PARAM | SYM_LOCAL, ast_span(p));
            visit_type_value(c, as_ParamSpec(p)->default_value, as_ParamSpec(p)->name, scope_key_default(p), "a ParamSpec default");
            break;
        default:
            define(c, as_TypeVarTuple(p)->name, SYM_TYPE_PARAM | SYM_LOCAL, ast_span(p));
            visit_type_value(c, as_TypeVarTuple(p)->default_value, as_TypeVarTuple(p)->name, scope_key_default(p), "a TypeVarTuple default");
    }
}

bool arguments_keyword_defaults(const argumentsNode *a) {
    for (int i = 0; i < a->kw_defaults->n; i++)
        if (a->kw_defaults->items[i]) return true;
    return false;
}

static void enter_type_params(Compiler *c, AstName *name, Ast *owner, const AstSeq *params) {
    Span at = ast_span(owner);
    bool in_class = c->scope->kind == SCOPE_CLASS;
    if (!scope_enter(c, SCOPE_TYPE_PARAMS, name, scope_key_params(owner), at)) return;
    if (in_class) {
        c->scope->sees_class = true;
        use_known(c, KNOWN_CLASSDICT, SYM_USE, at);
    }
    if (owner->kind == AST_CLASS_DEF) {
        c->scope->mangles_params_only = true;
        use_known(c, KNOWN_TYPE_PARAMS, SYM_LOCAL | SYM_USE, at);
        use_known(c, KNOWN_GENERIC_BASE, SYM_LOCAL | SYM_USE, at);
    }
    if (owner->kind == AST_FUNCTION_DEF || owner->kind == AST_ASYNC_FUNCTION_DEF) {
        const argumentsNode *a = as_arguments(as_FunctionDef(owner)->args);
        if (a->defaults->n) use_known(c, KNOWN_DEFAULTS, SYM_PARAM, at);
        if (arguments_keyword_defaults(a)) use_known(c, KNOWN_KWDEFAULTS, SYM_PARAM, at);
    }
    for (int i = 0; i < params->n; i++) visit_type_param(c, params->items[i]);
}

static void visit_stmts(Compiler *c, const AstSeq *body) {
    for (int i = 0; i < body->n; i++) visit_stmt(c, body->items[i]);
}

static void visit_function(Compiler *c, Ast *s) {
    const FunctionDefNode *n = as_FunctionDef(s);
    define(c, n->name, SYM_LOCAL, ast_span(s));
    visit_defaults(c, n->args);
    visit_exprs(c, n->decorator_list);
    bool method = c->scope->kind == SCOPE_CLASS;
    Scope *outer = c->scope;
    if (n->type_params->n) enter_type_params(c, n->name, s, n->type_params);
    visit_annotations(c, as_arguments(n->args), n->returns);
    if (!c->failed && scope_enter(c, SCOPE_FUNCTION, n->name, ptr_key(s), ast_span(s))) {
        c->scope->method = method;
        visit_arguments(c, n->args);
        c->scope->coroutine = s->kind == AST_ASYNC_FUNCTION_DEF;
        visit_stmts(c, n->body);
    }
    c->scope = outer;
}

static void visit_class(Compiler *c, Ast *s) {
    const ClassDefNode *n = as_ClassDef(s);
    define(c, n->name, SYM_LOCAL, ast_span(s));
    visit_exprs(c, n->decorator_list);
    Scope *outer = c->scope;
    AstName *outer_class = c->class_name;
    if (n->type_params->n) {
        c->class_name = n->name;
        enter_type_params(c, n->name, s, n->type_params);
    }
    visit_exprs(c, n->bases);
    visit_keywords(c, n->keywords);
    c->class_name = n->name;
    if (!c->failed && scope_enter(c, SCOPE_CLASS, n->name, ptr_key(s), ast_span(s))) {
        if (n->type_params->n) {
            use_known(c, KNOWN_DUNDER_TYPE_PARAMS, SYM_LOCAL, ast_span(s));
            use_known(c, KNOWN_TYPE_PARAMS, SYM_USE, ast_span(s));
        }
        visit_stmts(c, n->body);
    }
    c->scope = outer;
    c->class_name = outer_class;
}

static void visit_type_alias(Compiler *c, Ast *s) {
    const TypeAliasNode *n = as_TypeAlias(s);
    visit_expr(c, n->name);
    if (c->failed) return;
    Scope *outer = c->scope;
    bool in_class = outer->kind == SCOPE_CLASS;
    AstName *name = as_Name(n->name)->id;
    if (n->type_params->n) enter_type_params(c, name, s, n->type_params);
    if (!c->failed && scope_enter(c, SCOPE_TYPE_ALIAS, name, ptr_key(s), ast_span(s))) {
        c->scope->sees_class = in_class;
        if (in_class) use_known(c, KNOWN_CLASSDICT, SYM_USE, ast_span(s));
        visit_expr(c, n->value);
    }
    c->scope = outer;
}

/* --- statements --- */

static void visit_ann_assign(Compiler *c, Ast *s) {
    const AnnAssignNode *n = as_AnnAssign(s);
    if (n->target->kind == AST_NAME) {
        AstName *name = as_Name(n->target)->id;
        unsigned flags = flags_of(c, name);
        if ((flags & (SYM_GLOBAL | SYM_NONLOCAL)) && c->scope->parent && n->simple) {
            compile_error(c, ast_span(s), flags & SYM_GLOBAL ? "annotated name '%s' can't be global" : "annotated name '%s' can't be nonlocal",
                          name->text);
            return;
        }
        if (n->simple) define(c, name, SYM_ANNOT | SYM_LOCAL, ast_span(n->target));
        else if (n->value) define(c, name, SYM_LOCAL, ast_span(n->target));
    } else {
        visit_expr(c, n->target);
    }
    visit_annotation(c, n->annotation);
    visit_opt(c, n->value);
}

static void visit_global(Compiler *c, Ast *s) {
    static const char *const messages[2][4] = {
        {"name '%s' is parameter and global", "name '%s' is used prior to global declaration", "annotated name '%s' can't be global",
         "name '%s' is assigned to before global declaration"},
        {"name '%s' is parameter and nonlocal", "name '%s' is used prior to nonlocal declaration", "annotated name '%s' can't be nonlocal",
         "name '%s' is assigned to before nonlocal declaration"},
    };
    const AstNameSeq *names_of = as_Global(s)->names;
    bool nonlocal = s->kind == AST_NONLOCAL;
    for (int i = 0; i < names_of->n && !c->failed; i++) {
        unsigned flags = flags_of(c, names_of->items[i]);
        if (flags & (SYM_PARAM | SYM_LOCAL | SYM_USE | SYM_ANNOT)) {
            int which = flags & SYM_PARAM ? 0 : flags & SYM_USE ? 1 : flags & SYM_ANNOT ? 2 : 3;
            compile_error(c, ast_span(s), messages[nonlocal][which], names_of->items[i]->text);
            return;
        }
        define(c, names_of->items[i], nonlocal ? SYM_NONLOCAL : SYM_GLOBAL, ast_span(s));
        note_directive(c, names_of->items[i], ast_span(s));
    }
}

static void visit_imports(Compiler *c, const AstSeq *aliases) {
    for (int i = 0; i < aliases->n && !c->failed; i++) {
        const aliasNode *a = as_alias(aliases->items[i]);
        AstName *name = a->asname ? a->asname : a->name;
        Span at = ast_span(aliases->items[i]);
        if (name == known_name(c, KNOWN_STAR)) {
            if (c->scope->kind != SCOPE_MODULE) compile_error(c, at, "import * only allowed at module level");
            continue;
        }
        const char *dot = a->asname ? NULL : memchr(name->text, '.', (size_t)name->len);
        if (dot) name = name_of_text(c, name->text, (size_t)(dot - name->text));
        if (name) define(c, name, SYM_IMPORT, at);
        else compile_no_memory(c);
    }
}

/* An async for or with outside of a coroutine. */
static bool async_allowed(Compiler *c, Ast *s, const char *what) {
    if (c->top_level_await && c->scope->kind == SCOPE_MODULE) c->scope->coroutine = true;
    if (in_async_function(c)) return true;
    compile_error(c, ast_span(s), "'%s' outside async function", what);
    return false;
}

static void visit_for(Compiler *c, Ast *s) {
    const ForNode *n = as_For(s);
    visit_expr(c, n->target);
    visit_expr(c, n->iter);
    visit_stmts(c, n->body);
    visit_stmts(c, n->orelse);
}

static void visit_with(Compiler *c, Ast *s) {
    const WithNode *n = as_With(s);
    for (int i = 0; i < n->items->n; i++) {
        visit_expr(c, as_withitem(n->items->items[i])->context_expr);
        visit_opt(c, as_withitem(n->items->items[i])->optional_vars);
    }
    visit_stmts(c, n->body);
}

static void visit_try(Compiler *c, Ast *s) {
    const TryNode *n = as_Try(s);
    visit_stmts(c, n->body);
    visit_stmts(c, n->orelse);
    for (int i = 0; i < n->handlers->n; i++) {
        const ExceptHandlerNode *h = as_ExceptHandler(n->handlers->items[i]);
        visit_opt(c, h->type);
        if (h->name) define(c, h->name, SYM_LOCAL, ast_span(n->handlers->items[i]));
        visit_stmts(c, h->body);
    }
    visit_stmts(c, n->finalbody);
}

static void visit_match(Compiler *c, Ast *s) {
    const MatchNode *n = as_Match(s);
    visit_expr(c, n->subject);
    for (int i = 0; i < n->cases->n; i++) {
        const match_caseNode *one = as_match_case(n->cases->items[i]);
        visit_pattern(c, one->pattern);
        visit_opt(c, one->guard);
        visit_stmts(c, one->body);
    }
}

static void visit_patterns(Compiler *c, const AstSeq *patterns) {
    for (int i = 0; i < patterns->n; i++) visit_pattern(c, patterns->items[i]);
}

static void visit_pattern(Compiler *c, Ast *p) {
    if (!compile_enter(c)) return;
    AstName *name = NULL;
    switch ((AstKind)p->kind) {
        case AST_MATCH_VALUE: visit_expr(c, as_MatchValue(p)->value); break;
        case AST_MATCH_SEQUENCE: visit_patterns(c, as_MatchSequence(p)->patterns); break;
        case AST_MATCH_STAR: name = as_MatchStar(p)->name; break;
        case AST_MATCH_MAPPING:
            visit_exprs(c, as_MatchMapping(p)->keys);
            visit_patterns(c, as_MatchMapping(p)->patterns);
            name = as_MatchMapping(p)->rest;
            break;
        case AST_MATCH_CLASS:
            visit_expr(c, as_MatchClass(p)->cls);
            visit_patterns(c, as_MatchClass(p)->patterns);
            visit_patterns(c, as_MatchClass(p)->kwd_patterns);
            break;
        case AST_MATCH_AS:
            if (as_MatchAs(p)->pattern) visit_pattern(c, as_MatchAs(p)->pattern);
            name = as_MatchAs(p)->name;
            break;
        case AST_MATCH_OR: visit_patterns(c, as_MatchOr(p)->patterns); break;
        default: break;
    }
    if (name) define(c, name, SYM_LOCAL, ast_span(p));
}

/* flat switch */
static void visit_stmt(Compiler *c, Ast *s) {
    if (!compile_enter(c)) return;
    switch ((AstKind)s->kind) {
        case AST_FUNCTION_DEF: case AST_ASYNC_FUNCTION_DEF: visit_function(c, s); break;
        case AST_CLASS_DEF: visit_class(c, s); break;
        case AST_TYPE_ALIAS: visit_type_alias(c, s); break;
        case AST_RETURN:
            if (!as_Return(s)->value) break;
            visit_expr(c, as_Return(s)->value);
            c->scope->returns_value = true;
            break;
        case AST_DELETE: visit_exprs(c, as_Delete(s)->targets); break;
        case AST_ASSIGN:
            visit_exprs(c, as_Assign(s)->targets);
            visit_expr(c, as_Assign(s)->value);
            break;
        case AST_AUG_ASSIGN:
            visit_expr(c, as_AugAssign(s)->target);
            visit_expr(c, as_AugAssign(s)->value);
            break;
        case AST_ANN_ASSIGN: visit_ann_assign(c, s); break;
        case AST_ASYNC_FOR:
            if (async_allowed(c, s, "async for")) visit_for(c, s);
            break;
        case AST_FOR: visit_for(c, s); break;
        case AST_WHILE:
            visit_expr(c, as_While(s)->test);
            visit_stmts(c, as_While(s)->body);
            visit_stmts(c, as_While(s)->orelse);
            break;
        case AST_IF:
            visit_expr(c, as_If(s)->test);
            visit_stmts(c, as_If(s)->body);
            visit_stmts(c, as_If(s)->orelse);
            break;
        case AST_ASYNC_WITH:
            if (async_allowed(c, s, "async with")) visit_with(c, s);
            break;
        case AST_WITH: visit_with(c, s); break;
        case AST_MATCH: visit_match(c, s); break;
        case AST_RAISE:
            visit_opt(c, as_Raise(s)->exc);
            visit_opt(c, as_Raise(s)->cause);
            break;
        case AST_TRY: case AST_TRY_STAR: visit_try(c, s); break;
        case AST_ASSERT:
            visit_expr(c, as_Assert(s)->test);
            visit_opt(c, as_Assert(s)->msg);
            break;
        case AST_IMPORT: visit_imports(c, as_Import(s)->names); break;
        case AST_IMPORT_FROM: visit_imports(c, as_ImportFrom(s)->names); break;
        case AST_GLOBAL: case AST_NONLOCAL: visit_global(c, s); break;
        case AST_EXPR: visit_expr(c, as_Expr(s)->value); break;
        default: break;
    }
}

bool symtable_build(Compiler *c, Ast *tree) {
    c->scope = NULL;
    c->class_name = NULL;
    if (!scope_enter(c, SCOPE_MODULE, known_name(c, KNOWN_MODULE), ptr_key(tree), NOWHERE)) return false;
    Scope *top = c->scope;
    switch ((AstKind)tree->kind) {
        case AST_EXPRESSION: visit_expr(c, as_Expression(tree)->body); break;
        case AST_INTERACTIVE: visit_stmts(c, as_Interactive(tree)->body); break;
        default: visit_stmts(c, as_Module(tree)->body);
    }
    if (!c->failed) symtable_resolve(c, top);
    return !c->failed;
}
