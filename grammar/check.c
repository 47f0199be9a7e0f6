/* check.c: see check.h. The wording, and which of two readings of a line is blamed, are CPython's. */
#include "grammar/check.h"

#include "grammar/parser.h"
#include "grammar/syntaxerr.h"

const char *expr_name(const Ast *node) {
    switch ((int)node->kind) {
    case AST_ATTRIBUTE: return "attribute";
    case AST_SUBSCRIPT: return "subscript";
    case AST_STARRED: return "starred";
    case AST_NAME: return "name";
    case AST_LIST: return "list";
    case AST_TUPLE: return "tuple";
    case AST_LAMBDA: return "lambda";
    case AST_CALL: return "function call";
    case AST_BOOL_OP: case AST_BIN_OP: case AST_UNARY_OP: return "expression";
    case AST_GENERATOR_EXP: return "generator expression";
    case AST_YIELD: case AST_YIELD_FROM: return "yield expression";
    case AST_AWAIT: return "await expression";
    case AST_LIST_COMP: return "list comprehension";
    case AST_SET_COMP: return "set comprehension";
    case AST_DICT_COMP: return "dict comprehension";
    case AST_DICT: return "dict literal";
    case AST_SET: return "set display";
    case AST_JOINED_STR: case AST_FORMATTED_VALUE: return "f-string expression";
    case AST_COMPARE: return "comparison";
    case AST_IF_EXP: return "conditional expression";
    case AST_NAMED_EXPR: return "named expression";
    case AST_CONSTANT:
        switch (((const ConstantNode *)node)->value.kind) {
        case CONST_NONE: return "None";
        case CONST_TRUE: return "True";
        case CONST_FALSE: return "False";
        case CONST_ELLIPSIS: return "ellipsis";
        }
        return "literal";
    }
    return "expression";
}

/* ---- targets ---- */

/* The first part of a target that cannot be one, or NULL; recursion is as deep as brackets nest. */
static Ast *wrong_part(Ast *target, AstContext ctx) {
    switch (target->kind) {
    case AST_NAME: case AST_ATTRIBUTE: case AST_SUBSCRIPT:
        return NULL;
    case AST_STARRED:
        return ctx == AST_DEL ? target : wrong_part(as_Starred(target)->value, ctx);
    case AST_LIST: case AST_TUPLE:
        for (int i = 0; i < as_List(target)->elts->n; i++) {
            Ast *wrong = wrong_part(as_List(target)->elts->items[i], ctx);
            if (wrong) return wrong;
        }
        return NULL;
    default:
        return target;
    }
}

static void set_context(Ast *target, AstContext ctx) {
    switch (target->kind) {
    case AST_NAME: as_Name(target)->ctx = ctx; return;
    case AST_ATTRIBUTE: as_Attribute(target)->ctx = ctx; return;
    case AST_SUBSCRIPT: as_Subscript(target)->ctx = ctx; return;
    case AST_STARRED:
        as_Starred(target)->ctx = ctx;
        set_context(as_Starred(target)->value, ctx);
        return;
    default:
        as_List(target)->ctx = ctx;
        for (int i = 0; i < as_List(target)->elts->n; i++) set_context(as_List(target)->elts->items[i], ctx);
    }
}

bool set_target(Parser *p, Ast *target, AstContext ctx) {
    Ast *wrong = wrong_part(target, ctx);
    if (wrong) return problem_span(p, ast_span(wrong), "cannot %s %s", ctx == AST_DEL ? "delete" : "assign to", expr_name(wrong));
    set_context(target, ctx);
    return true;
}

/* ---- `=` where it cannot be ---- */

/* Binds at least as tightly as `|`. */
static bool is_tight(const Ast *node) {
    if (node->parens) return true;
    switch (node->kind) {
    case AST_BOOL_OP: case AST_COMPARE: case AST_IF_EXP: case AST_LAMBDA: case AST_STARRED: case AST_NAMED_EXPR: case AST_YIELD:
    case AST_YIELD_FROM:
        return false;
    case AST_UNARY_OP:
        return ((const UnaryOpNode *)node)->op != AST_OP_NOT;
    default:
        return true;
    }
}

/* The part of an expression that stands leftmost, as far as it was written without brackets of its own. */
static Ast *leftmost(Ast *node) {
    for (;;) {
        if (node->parens) return node;
        switch (node->kind) {
        case AST_BIN_OP: node = as_BinOp(node)->left; break;
        case AST_ATTRIBUTE: node = as_Attribute(node)->value; break;
        case AST_SUBSCRIPT: node = as_Subscript(node)->value; break;
        case AST_CALL: node = as_Call(node)->func; break;
        default: return node;
        }
    }
}

/* Does the left side begin with something that CPython does not take for a comparison gone wrong? */
static bool begins_as_target(Ast *left) {
    const Ast *first = leftmost(left);
    switch (first->kind) {
    case AST_LIST: case AST_TUPLE: case AST_GENERATOR_EXP:
        return true;
    case AST_CONSTANT: {
        int kind = ((const ConstantNode *)first)->value.kind;
        return !first->parens && (kind == CONST_NONE || kind == CONST_TRUE || kind == CONST_FALSE);
    }
    default:
        return false;
    }
}

/* Does what follows the `=` begin with an operand as tight as `|`? */
static bool begins_tight(Ast *value) {
    for (;;) {
        if (value->parens) return true;
        switch (value->kind) {
        case AST_TUPLE:
            if (!as_Tuple(value)->elts->n) return true;
            value = as_Tuple(value)->elts->items[0];
            break;
        case AST_IF_EXP: value = as_IfExp(value)->body; break;
        case AST_BOOL_OP: value = as_BoolOp(value)->values->items[0]; break;
        case AST_COMPARE: value = as_Compare(value)->left; break;
        default: return is_tight(value);
        }
    }
}

static bool maybe_comparison(Parser *p, const Ast *left) {
    return problem_span(p, ast_span(left), "cannot assign to %s here. Maybe you meant '==' instead of '='?", expr_name(left));
}

bool check_equal_sign(Parser *p, Ast *left, Ast *right, Span equal) {
    if (left->kind == AST_NAME && !left->parens && is_tight(right)) {
        return problem_span(p, span_join(ast_span(left), ast_span(right)), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    if (is_tight(left) && !begins_as_target(left) && begins_tight(right)) return maybe_comparison(p, left);
    return problem_span(p, equal, "invalid syntax");
}

/* The last element of a left side, which is what stands in front of the `=`. */
static Ast *before_equal(Ast *target) {
    if (target->kind != AST_TUPLE || target->parens) return target;
    const AstSeq *elts = as_Tuple(target)->elts;
    Ast *last = elts->items[elts->n - 1];
    bool comma = last->end_col < target->end_col && last->parens == 0;
    return comma ? NULL : last;
}

bool check_assigned(Parser *p, AstSeq *targets, Ast *value) {
    if (targets->n == 1) {
        Ast *last = before_equal(targets->items[0]);
        bool wrong = last && last->kind != AST_STARRED && wrong_part(last, AST_STORE);
        bool is_yield = last && !last->parens && (last->kind == AST_YIELD || last->kind == AST_YIELD_FROM);
        if (wrong && !is_yield && is_tight(last) && !begins_as_target(last) && begins_tight(value)) return maybe_comparison(p, last);
    }
    for (int i = 0; i < targets->n; i++) {
        Ast *target = targets->items[i];
        if (!target->parens && (target->kind == AST_YIELD || target->kind == AST_YIELD_FROM)) {
            return problem_span(p, ast_span(target), "assignment to yield expression not possible");
        }
        if (!set_target(p, target, AST_STORE)) return false;
    }
    return true;
}

static bool is_single(const Ast *target) {
    return target->kind == AST_NAME || target->kind == AST_ATTRIBUTE || target->kind == AST_SUBSCRIPT;
}

bool check_augmented(Parser *p, Ast *target) {
    if (!is_single(target)) {
        return problem_span(p, ast_span(target), "'%s' is an illegal expression for augmented assignment", expr_name(target));
    }
    set_context(target, AST_STORE);
    return true;
}

bool is_simple_name(const Ast *target) { return target->kind == AST_NAME && !target->parens; }

bool check_annotated(Parser *p, Ast *target) {
    if (is_single(target)) {
        set_context(target, AST_STORE);
        return true;
    }
    if (target->kind == AST_LIST) return problem_span(p, ast_span(target), "only single target (not list) can be annotated");
    if (target->kind == AST_TUPLE) {
        const Ast *blamed = target->parens ? target : as_Tuple(target)->elts->items[0];
        return problem_span(p, ast_span(blamed), "only single target (not tuple) can be annotated");
    }
    return problem_span(p, ast_span(target), "illegal target for annotation");
}

bool check_named(Parser *p, Ast *target) {
    if (!is_simple_name(target)) {
        return problem_span(p, ast_span(target), "cannot use assignment expressions with %s", expr_name(target));
    }
    as_Name(target)->ctx = AST_STORE;
    return true;
}

/* ---- stars ---- */

bool check_group(Parser *p, Ast *inside) {
    return inside->kind != AST_STARRED || inside->parens || problem_span(p, ast_span(inside), "cannot use starred expression here");
}

bool check_subject(Parser *p, const Ast *subject) { return subject->kind != AST_STARRED || problem_invalid_syntax(p); }

bool check_plain(Parser *p, const Ast *value) {
    Span star = {value->line, value->line, value->col, value->col + 1};
    return value->kind != AST_STARRED || problem_span(p, star, "invalid syntax");
}

/* ---- arguments ---- */

static bool is_bare_generator(const Ast *arg) { return arg->kind == AST_GENERATOR_EXP && !arg->parens; }

static bool naked_generator(Parser *p, const Ast *arg) {
    return problem_span(p, ast_span(arg), "Generator expression must be parenthesized");
}

/* Complains at the token that ends the arguments, as CPython does. */
static bool positional_too_late(Parser *p, bool unpacking) {
    return problem_last_token(p, unpacking ? "positional argument follows keyword argument unpacking"
                                           : "positional argument follows keyword argument");
}

bool check_args(Parser *p, int n) {
    const Ast *const *args = (const Ast *const *)(p->list + p->list_count - n), *unpacking = NULL;
    bool keywords = false;
    for (int i = 0; i < n; i++) {
        const Ast *arg = args[i];
        if (arg->kind == AST_KEYWORD) {
            if (!((const keywordNode *)arg)->arg) unpacking = arg;
            keywords = true;
        } else if (arg->kind == AST_STARRED) {
            if (!unpacking) continue;
            Span from_comma = {unpacking->end_line, arg->end_line, unpacking->end_col, arg->end_col};
            return problem_span(p, from_comma, "iterable argument unpacking follows keyword argument unpacking");
        } else if (is_bare_generator(arg) && n > 1) {
            return naked_generator(p, arg);
        } else if (keywords) {
            return positional_too_late(p, unpacking != NULL);
        }
    }
    return true;
}

bool check_lone_generator(Parser *p, int n) {
    const Ast *last = p->list[p->list_count - 1];
    return n != 1 || !is_bare_generator(last) || naked_generator(p, last);
}

bool check_keyword(Parser *p, const Ast *name, Span equal) {
    if (is_simple_name(name)) return true;
    Span span = span_join(ast_span(name), equal);
    if (name->kind == AST_CONSTANT && !name->parens) {
        int kind = ((const ConstantNode *)name)->value.kind;
        if (kind <= CONST_FALSE) return problem_span(p, span, "cannot assign to %s", expr_name(name));
    }
    return problem_span(p, span, "expression cannot contain assignment, perhaps you meant \"==\"?");
}

bool check_repeated(Parser *p, const AstSeq *keywords) {
    uint32_t mark = ++p->mark;
    for (int i = 0; i < keywords->n; i++) {
        AstName *name = as_keyword(keywords->items[i])->arg;
        if (!name) continue;
        if (name->mark == mark) problem_late(p, ast_span(keywords->items[i]), "keyword argument repeated: %s", name->text);
        name->mark = mark;
    }
    return true;
}

bool check_bases(Parser *p, const AstSeq *bases) {
    for (int i = 0; i < bases->n; i++) {
        if (!is_bare_generator(bases->items[i])) continue;
        const Ast *loop = as_GeneratorExp(bases->items[i])->generators->items[0];
        return problem_span(p, (Span){loop->line, loop->line, loop->col, loop->col + 3}, "invalid syntax");
    }
    return true;
}

/* ---- the rest ---- */

bool check_except(Parser *p, const Ast *handler) {
    const Ast *before = p->list[p->list_count - 2];
    if (before->parens == handler->parens) return true;
    Span span = {handler->line, handler->line, handler->col, handler->col + 7};
    return problem_span(p, span, "cannot have both 'except' and 'except*' on the same 'try'");
}

bool check_unbound(Parser *p, const Ast *bound, Span span, const char *kind) {
    if (!bound) return true;
    return problem_from(p, span, "cannot use %s with %s", bound->kind == AST_TUPLE ? "constraints" : "bound", kind);
}

bool is_wildcard(const AstName *name) { return name->len == 1 && name->text[0] == '_'; }

bool check_capture(Parser *p, const AstName *name, Span span) {
    return !is_wildcard(name) || problem_span(p, span, "cannot use '_' as a target");
}

bool check_rest(Parser *p, const AstName *name, Span span) { return !is_wildcard(name) || problem_span(p, span, "invalid syntax"); }

bool check_keyword_pattern(Parser *p, const AstName *name, Span equal) {
    bool first = !p->list[p->list_count - 2]; /* behind positional patterns: `_` is one of them, then */
    return !first || !is_wildcard(name) || problem_span(p, equal, "invalid syntax");
}

static ConstKind number_kind(const Ast *number) {
    if (number->kind == AST_UNARY_OP) number = ((const UnaryOpNode *)number)->operand;
    return ((const ConstantNode *)number)->value.kind;
}

bool check_complex(Parser *p, const Ast *real, const Ast *imaginary) {
    if (number_kind(real) == CONST_IMAGINARY) {
        if (real->kind == AST_UNARY_OP) real = ((const UnaryOpNode *)real)->operand;
        return problem_span(p, ast_span(real), "real number required in complex literal");
    }
    if (number_kind(imaginary) != CONST_IMAGINARY) {
        return problem_span(p, ast_span(imaginary), "imaginary number required in complex literal");
    }
    return true;
}

/* ---- what rules that exist for their message say; some of them match more than the mistake they mean ---- */

bool import_comma(Parser *p) {
    if (p->last.kind != T_NEWLINE) return problem_invalid_syntax(p);
    return problem_last_token(p, "trailing comma not allowed without surrounding parentheses");
}

bool else_missing(Parser *p, Span span) {
    if (p->last.kind == ':') return problem_invalid_syntax(p);
    return problem_span(p, span, "expected 'else' after 'if' expression");
}

bool keyword_with_loop(Parser *p, const Ast *name, Span equal) {
    if (!check_keyword(p, name, equal)) return false;
    return problem_span(p, span_join(ast_span(name), equal), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

bool keyword_value_missing(Parser *p, const Ast *name, Span equal, Span span) {
    if (!check_keyword(p, name, equal)) return false;
    if (p->last.kind != ',' && p->last.kind != ')') return problem_invalid_syntax(p);
    return problem_span(p, span, "expected argument value expression");
}

bool dict_value_missing(Parser *p, Span colon) {
    if (p->last.kind != ',' && p->last.kind != '}') return problem_invalid_syntax(p);
    return problem_span(p, colon, "expression expected after dictionary key and ':'");
}

bool dict_value_starred(Parser *p, Span span) {
    return problem_span(p, span, "cannot use a starred expression in a dictionary value");
}

bool default_missing(Parser *p, Span equal) {
    int kind = p->last.kind;
    if (kind != ',' && kind != ')' && kind != ':') return problem_invalid_syntax(p);
    return problem_span(p, equal, "expected default value expression");
}

bool annotation_missing(Parser *p, const Ast *target, Span colon) {
    if (!is_single(target)) return problem_span(p, colon, "invalid syntax");
    problem_unexpected(p, &(Expected){0});
    return false;
}
