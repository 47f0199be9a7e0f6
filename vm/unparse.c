/* unparse.c: the source text of an expression, as CPython writes it: what an annotation becomes under `from __future__ import annotations`.
 * Parentheses stand where the precedence of the parts asks for them. */
#include "vm/compiler.h"

typedef enum Level { /* of what stands around: an operator below it gets parentheses */
    LEVEL_TUPLE, LEVEL_TEST, LEVEL_OR, LEVEL_AND, LEVEL_NOT, LEVEL_COMPARE, LEVEL_BIT_OR, LEVEL_BIT_XOR, LEVEL_BIT_AND, LEVEL_SHIFT, LEVEL_SUM,
    LEVEL_TERM, LEVEL_FACTOR, LEVEL_POWER, LEVEL_AWAIT, LEVEL_ATOM, LEVEL_EXPR = LEVEL_BIT_OR
} Level;

typedef struct Unparse {
    Compiler *c;
    StrWriter w;
} Unparse;

static void put_expr(Unparse *u, Ast *e, Level level);

static void check(Unparse *u, int failed) {
    if (failed < 0 && !u->c->failed) compile_fail(u->c);
}

static void put(Unparse *u, const char *text) {
    if (!u->c->failed) check(u, writer_ascii(&u->w, text, (ssize_t)strlen(text)));
}

static void put_if(Unparse *u, bool condition, const char *text) {
    if (condition) put(u, text);
}

static void put_str_take(Unparse *u, Own s) {
    if (!s) check(u, -1);
    else if (!u->c->failed) check(u, writer_str(&u->w, s));
    drop_x(s);
}

static void put_name(Unparse *u, AstName *name) { put_str_take(u, own(name_object(u->c, name))); }

/* --- operators --- */

static void put_binary(Unparse *u, Ast *e, Level level) {
    static const uint8_t levels[] = {
        [AST_OP_ADD] = LEVEL_SUM,        [AST_OP_SUB] = LEVEL_SUM,     [AST_OP_MULT] = LEVEL_TERM,      [AST_OP_MAT_MULT] = LEVEL_TERM,
        [AST_OP_DIV] = LEVEL_TERM,       [AST_OP_MOD] = LEVEL_TERM,    [AST_OP_FLOOR_DIV] = LEVEL_TERM, [AST_OP_LSHIFT] = LEVEL_SHIFT,
        [AST_OP_RSHIFT] = LEVEL_SHIFT,   [AST_OP_BIT_OR] = LEVEL_BIT_OR, [AST_OP_BIT_XOR] = LEVEL_BIT_XOR, [AST_OP_BIT_AND] = LEVEL_BIT_AND,
        [AST_OP_POW] = LEVEL_POWER};
    const BinOpNode *n = as_BinOp(e);
    Level own_level = levels[n->op];
    bool right_first = n->op == AST_OP_POW;
    put_if(u, level > own_level, "(");
    put_expr(u, n->left, own_level + right_first);
    put(u, n->op == AST_OP_POW ? " ** " : " ");
    if (n->op != AST_OP_POW) {
        put(u, ast_binop_sign(n->op));
        put(u, " ");
    }
    put_expr(u, n->right, own_level + !right_first);
    put_if(u, level > own_level, ")");
}

static void put_unary(Unparse *u, Ast *e, Level level) {
    static const char *const signs[] = {[AST_OP_INVERT] = "~", [AST_OP_NOT] = "not ", [AST_OP_UADD] = "+", [AST_OP_USUB] = "-"};
    const UnaryOpNode *n = as_UnaryOp(e);
    Level own_level = n->op == AST_OP_NOT ? LEVEL_NOT : LEVEL_FACTOR;
    put_if(u, level > own_level, "(");
    put(u, signs[n->op]);
    put_expr(u, n->operand, own_level);
    put_if(u, level > own_level, ")");
}

static void put_bool_op(Unparse *u, Ast *e, Level level) {
    const BoolOpNode *n = as_BoolOp(e);
    Level own_level = n->op == AST_OP_AND ? LEVEL_AND : LEVEL_OR;
    put_if(u, level > own_level, "(");
    for (int i = 0; i < n->values->n; i++) {
        put_if(u, i > 0, n->op == AST_OP_AND ? " and " : " or ");
        put_expr(u, n->values->items[i], own_level + 1);
    }
    put_if(u, level > own_level, ")");
}

static void put_compare(Unparse *u, Ast *e, Level level) {
    static const char *const signs[] = {[AST_OP_EQ] = " == ", [AST_OP_NOT_EQ] = " != ", [AST_OP_LT] = " < ", [AST_OP_LT_E] = " <= ", [AST_OP_GT] = " > ",
                                        [AST_OP_GT_E] = " >= ", [AST_OP_IS] = " is ", [AST_OP_IS_NOT] = " is not ", [AST_OP_IN] = " in ", [AST_OP_NOT_IN] = " not in "};
    const CompareNode *n = as_Compare(e);
    put_if(u, level > LEVEL_COMPARE, "(");
    put_expr(u, n->left, LEVEL_COMPARE + 1);
    for (int i = 0; i < n->ops->n; i++) {
        put(u, signs[n->ops->items[i]]);
        put_expr(u, n->comparators->items[i], LEVEL_COMPARE + 1);
    }
    put_if(u, level > LEVEL_COMPARE, ")");
}

static void put_if_expr(Unparse *u, Ast *e, Level level) {
    const IfExpNode *n = as_IfExp(e);
    put_if(u, level > LEVEL_TEST, "(");
    put_expr(u, n->body, LEVEL_TEST + 1);
    put(u, " if ");
    put_expr(u, n->test, LEVEL_TEST + 1);
    put(u, " else ");
    put_expr(u, n->orelse, LEVEL_TEST);
    put_if(u, level > LEVEL_TEST, ")");
}

/* --- lambda --- */

static void put_parameter(Unparse *u, Ast *arg, Ast *otherwise, bool *first) {
    put_if(u, !*first, ", ");
    *first = false;
    put_name(u, as_arg(arg)->arg);
    if (!otherwise) return;
    put(u, "=");
    put_expr(u, otherwise, LEVEL_TEST);
}

static void put_parameters(Unparse *u, const argumentsNode *a) {
    bool first = true;
    int n_posonly = a->posonlyargs->n, n = n_posonly + a->args->n;
    for (int i = 0; i < n; i++) {
        Ast *arg = i < n_posonly ? a->posonlyargs->items[i] : a->args->items[i - n_posonly];
        int k = i - (n - a->defaults->n);
        put_parameter(u, arg, k >= 0 ? a->defaults->items[k] : NULL, &first);
        put_if(u, n_posonly && i + 1 == n_posonly, ", /");
    }
    if (a->vararg || a->kwonlyargs->n) {
        put_if(u, !first, ", ");
        first = false;
        put(u, "*");
        if (a->vararg) put_name(u, as_arg(a->vararg)->arg);
    }
    for (int i = 0; i < a->kwonlyargs->n; i++) put_parameter(u, a->kwonlyargs->items[i], a->kw_defaults->items[i], &first);
    if (!a->kwarg) return;
    put(u, first ? "**" : ", **");
    put_name(u, as_arg(a->kwarg)->arg);
}

static void put_lambda(Unparse *u, Ast *e, Level level) {
    const argumentsNode *a = as_arguments(as_Lambda(e)->args);
    bool positional = a->posonlyargs->n || a->args->n; /* no blank otherwise, as in CPython */
    put_if(u, level > LEVEL_TEST, "(");
    put(u, positional ? "lambda " : "lambda");
    put_parameters(u, a);
    put(u, ": ");
    put_expr(u, as_Lambda(e)->body, LEVEL_TEST);
    put_if(u, level > LEVEL_TEST, ")");
}

/* --- displays, comprehensions, calls --- */

static void put_items(Unparse *u, const AstSeq *items, Level level) {
    for (int i = 0; i < items->n; i++) {
        put_if(u, i > 0, ", ");
        put_expr(u, items->items[i], level);
    }
}

static void put_tuple(Unparse *u, Ast *e, Level level) {
    const AstSeq *elts = as_Tuple(e)->elts;
    bool parens = elts->n == 0 || level > LEVEL_TUPLE;
    put_if(u, parens, "(");
    put_items(u, elts, LEVEL_TEST);
    put_if(u, elts->n == 1, ",");
    put_if(u, parens, ")");
}

static void put_dict(Unparse *u, Ast *e) {
    const DictNode *n = as_Dict(e);
    put(u, "{");
    for (int i = 0; i < n->values->n; i++) {
        put_if(u, i > 0, ", ");
        if (n->keys->items[i]) {
            put_expr(u, n->keys->items[i], LEVEL_TEST);
            put(u, ": ");
            put_expr(u, n->values->items[i], LEVEL_TEST);
        } else {
            put(u, "**");
            put_expr(u, n->values->items[i], LEVEL_EXPR);
        }
    }
    put(u, "}");
}

static void put_generators(Unparse *u, const AstSeq *generators) {
    for (int i = 0; i < generators->n; i++) {
        const comprehensionNode *g = as_comprehension(generators->items[i]);
        put(u, g->is_async ? " async for " : " for ");
        put_expr(u, g->target, LEVEL_TUPLE);
        put(u, " in ");
        put_expr(u, g->iter, LEVEL_TEST + 1);
        for (int k = 0; k < g->ifs->n; k++) {
            put(u, " if ");
            put_expr(u, g->ifs->items[k], LEVEL_TEST + 1);
        }
    }
}

static void put_comprehension(Unparse *u, Ast *e, const char *open, const char *close) {
    put(u, open);
    put_expr(u, as_ListComp(e)->elt, LEVEL_TEST);
    put_generators(u, as_ListComp(e)->generators);
    put(u, close);
}

static void put_dict_comprehension(Unparse *u, Ast *e) {
    const DictCompNode *n = as_DictComp(e);
    put(u, "{");
    put_expr(u, n->key, LEVEL_TEST);
    put(u, ": ");
    put_expr(u, n->value, LEVEL_TEST);
    put_generators(u, n->generators);
    put(u, "}");
}

static void put_call(Unparse *u, Ast *e) {
    const CallNode *n = as_Call(e);
    put_expr(u, n->func, LEVEL_ATOM);
    if (n->args->n == 1 && !n->keywords->n && n->args->items[0]->kind == AST_GENERATOR_EXP) {
        put_expr(u, n->args->items[0], LEVEL_TUPLE); /* with its own parentheses */
        return;
    }
    put(u, "(");
    put_items(u, n->args, LEVEL_TEST);
    for (int i = 0; i < n->keywords->n; i++) {
        const keywordNode *k = as_keyword(n->keywords->items[i]);
        put_if(u, i > 0 || n->args->n, ", ");
        if (k->arg) put_name(u, k->arg);
        put(u, k->arg ? "=" : "**");
        put_expr(u, k->value, LEVEL_TEST);
    }
    put(u, ")");
}

static void put_subscript(Unparse *u, Ast *e) {
    put_expr(u, as_Subscript(e)->value, LEVEL_ATOM);
    put(u, "[");
    put_expr(u, as_Subscript(e)->slice, LEVEL_TUPLE);
    put(u, "]");
}

static void put_slice(Unparse *u, Ast *e) {
    const SliceNode *n = as_Slice(e);
    if (n->lower) put_expr(u, n->lower, LEVEL_TEST);
    put(u, ":");
    if (n->upper) put_expr(u, n->upper, LEVEL_TEST);
    if (!n->step) return;
    put(u, ":");
    put_expr(u, n->step, LEVEL_TEST);
}

/* --- constants and f-strings --- */

static void put_constant(Unparse *u, Ast *e) {
    const ConstantNode *n = as_Constant(e);
    if (n->value.kind == CONST_ELLIPSIS) {
        put(u, "...");
        return;
    }
    Own value = const_object(u->c, &n->value, ast_span(e));
    if (!value) return;
    put_if(u, n->kind, "u");
    Own text = object_repr(value);
    drop(value);
    if (text && (n->value.kind == CONST_FLOAT || n->value.kind == CONST_IMAGINARY)) { /* inf is written as what reads as it */
        Own inf = str_from_text("inf"), big = str_from_text("1e309");
        Ref args[2] = {inf, big};
        Own name = str_from_text("replace"), replaced = inf && big && name ? object_call_method(text, name, 2, args) : NULL;
        drop_x(inf);
        drop_x(big);
        drop_x(name);
        drop(text);
        text = replaced;
    }
    put_str_take(u, text);
}

static void put_braced(Unparse *u, Own text) {
    for (ssize_t i = 0; text && i < str_len(text) && !u->c->failed; i++) {
        uint32_t ch = str_char(text, i);
        check(u, writer_char(&u->w, ch));
        if ((ch == '{' || ch == '}') && !u->c->failed) check(u, writer_char(&u->w, ch));
    }
    drop_x(text);
}

static void put_fstring_parts(Unparse *u, Ast *e);

static void put_replacement(Unparse *u, Ast *e) {
    const FormattedValueNode *n = as_FormattedValue(e);
    Own text = unparse_expr(u->c, n->value);
    if (!text) return;
    put(u, str_len(text) && str_char(text, 0) == '{' ? "{ " : "{");
    put_str_take(u, text);
    char conversion[3] = {'!', (char)n->conversion, 0};
    put_if(u, n->conversion > 0, conversion);
    if (n->format_spec) {
        put(u, ":");
        put_fstring_parts(u, n->format_spec);
    }
    put(u, "}");
}

static void put_fstring_parts(Unparse *u, Ast *e) {
    if (e->kind == AST_FORMATTED_VALUE) {
        put_replacement(u, e);
    } else if (e->kind == AST_CONSTANT) {
        put_braced(u, const_object(u->c, &as_Constant(e)->value, ast_span(e)));
    } else {
        for (int i = 0; i < as_JoinedStr(e)->values->n && !u->c->failed; i++) put_fstring_parts(u, as_JoinedStr(e)->values->items[i]);
    }
}

static void put_fstring(Unparse *u, Ast *e) {
    Unparse inner = {.c = u->c};
    put_fstring_parts(&inner, e);
    Own body = u->c->failed ? NULL : writer_finish(&inner.w), text = body ? object_repr(body) : NULL;
    writer_drop(&inner.w);
    drop_x(body);
    put(u, "f");
    put_str_take(u, text);
}

/* --- dispatch --- */

static void put_yield(Unparse *u, Ast *e) {
    Ast *value = e->kind == AST_YIELD ? as_Yield(e)->value : as_YieldFrom(e)->value;
    put(u, e->kind == AST_YIELD ? value ? "(yield " : "(yield" : "(yield from ");
    if (value) put_expr(u, value, LEVEL_TEST);
    put(u, ")");
}

static void put_named(Unparse *u, Ast *e, Level level) {
    put_if(u, level > LEVEL_TUPLE, "(");
    put_expr(u, as_NamedExpr(e)->target, LEVEL_ATOM);
    put(u, " := ");
    put_expr(u, as_NamedExpr(e)->value, LEVEL_ATOM);
    put_if(u, level > LEVEL_TUPLE, ")");
}

static void put_await(Unparse *u, Ast *e, Level level) {
    put_if(u, level > LEVEL_AWAIT, "(");
    put(u, "await ");
    put_expr(u, as_Await(e)->value, LEVEL_ATOM);
    put_if(u, level > LEVEL_AWAIT, ")");
}

static void put_attribute(Unparse *u, Ast *e) {
    Ast *value = as_Attribute(e)->value;
    put_expr(u, value, LEVEL_ATOM);
    put(u, value->kind == AST_CONSTANT && as_Constant(value)->value.kind == CONST_INT ? " ." : "."); /* 1 .real */
    put_name(u, as_Attribute(e)->attr);
}

/* flat switch */
static void put_expr(Unparse *u, Ast *e, Level level) {
    if (!compile_enter(u->c)) return;
    switch ((AstKind)e->kind) {
        case AST_BOOL_OP: put_bool_op(u, e, level); break;
        case AST_BIN_OP: put_binary(u, e, level); break;
        case AST_UNARY_OP: put_unary(u, e, level); break;
        case AST_LAMBDA: put_lambda(u, e, level); break;
        case AST_IF_EXP: put_if_expr(u, e, level); break;
        case AST_DICT: put_dict(u, e); break;
        case AST_SET:
            put(u, "{");
            put_items(u, as_Set(e)->elts, LEVEL_TEST);
            put(u, "}");
            break;
        case AST_GENERATOR_EXP: put_comprehension(u, e, "(", ")"); break;
        case AST_LIST_COMP: put_comprehension(u, e, "[", "]"); break;
        case AST_SET_COMP: put_comprehension(u, e, "{", "}"); break;
        case AST_DICT_COMP: put_dict_comprehension(u, e); break;
        case AST_YIELD: case AST_YIELD_FROM: put_yield(u, e); break;
        case AST_AWAIT: put_await(u, e, level); break;
        case AST_COMPARE: put_compare(u, e, level); break;
        case AST_CALL: put_call(u, e); break;
        case AST_CONSTANT: put_constant(u, e); break;
        case AST_JOINED_STR: case AST_FORMATTED_VALUE: put_fstring(u, e); break;
        case AST_ATTRIBUTE: put_attribute(u, e); break;
        case AST_STARRED:
            put(u, "*");
            put_expr(u, as_Starred(e)->value, LEVEL_EXPR);
            break;
        case AST_NAME: put_name(u, as_Name(e)->id); break;
        case AST_LIST:
            put(u, "[");
            put_items(u, as_List(e)->elts, LEVEL_TEST);
            put(u, "]");
            break;
        case AST_TUPLE: put_tuple(u, e, level); break;
        case AST_SUBSCRIPT: put_subscript(u, e); break;
        case AST_SLICE: put_slice(u, e); break;
        case AST_NAMED_EXPR: put_named(u, e, level); break;
        default: compile_bug(u->c, "not an expression");
    }
}

Own unparse_expr(Compiler *c, Ast *e) {
    Unparse u = {.c = c};
    put_expr(&u, e, LEVEL_TEST);
    if (!c->failed) return writer_finish(&u.w);
    writer_drop(&u.w);
    return NULL;
}
