/* actions.c: see actions.h. */
#include "grammar/actions.h"

#include "gc/mem.h"
#include "grammar/check.h"
#include "grammar/parser.h"
#include "grammar/syntaxerr.h"

#define NEW(Name, NAME, ...) AST_NEW(p->arena, Name, NAME, __VA_ARGS__)

/* ---- lists ---- */

static void *grow(void *items, size_t *capacity, size_t item_size) {
    size_t larger = *capacity ? *capacity * 2 : 64;
    void *more = mem_realloc(items, larger * item_size);
    if (more) *capacity = larger;
    return more;
}

bool list_push(Parser *p, void *item) {
    if (UNLIKELY(p->list_count == p->list_capacity)) {
        void **list = grow(p->list, &p->list_capacity, sizeof *list);
        if (!list) return problem_no_memory(p);
        p->list = list;
    }
    p->list[p->list_count++] = item;
    return true;
}

bool op_push(Parser *p, int op) {
    if (UNLIKELY(p->op_count == p->op_capacity)) {
        uint8_t *ops = grow(p->ops, &p->op_capacity, sizeof *ops);
        if (!ops) return problem_no_memory(p);
        p->ops = ops;
    }
    p->ops[p->op_count++] = (uint8_t)op;
    return true;
}

/* Removes the last n items; they can be read until the next push. */
static void **take(Parser *p, int n) {
    p->list_count -= (size_t)n;
    return p->list + p->list_count;
}

AstSeq *list_take(Parser *p, int n) {
    AstSeq *seq = ast_seq(p->arena, n);
    if (!seq || !n) return seq;
    memcpy(seq->items, take(p, n), (size_t)n * sizeof seq->items[0]);
    return seq;
}

AstSeq *list_take_after(Parser *p, Ast *first, int n) {
    AstSeq *seq = ast_seq(p->arena, n + 1);
    if (!seq) return NULL;
    seq->items[0] = first;
    memcpy(seq->items + 1, take(p, n), (size_t)n * sizeof seq->items[0]);
    return seq;
}

AstNameSeq *names_take(Parser *p, int n) {
    if (!n) return &ast_no_names;
    AstNameSeq *seq = arena_alloc(p->arena, sizeof *seq + (size_t)n * sizeof seq->items[0]);
    if (!seq) return NULL;
    seq->n = n;
    memcpy(seq->items, take(p, n), (size_t)n * sizeof seq->items[0]);
    return seq;
}

AstName *join_dotted(Parser *p, int n) {
    AstName **names = (AstName **)take(p, n);
    if (n == 1) return names[0];
    size_t len = (size_t)n - 1;
    for (int i = 0; i < n; i++) len += (size_t)names[i]->len;
    char *text = arena_alloc(p->arena, len), *to = text;
    if (!text) return NULL;
    for (int i = 0; i < n; i++) {
        if (i) *to++ = '.';
        memcpy(to, names[i]->text, (size_t)names[i]->len);
        to += names[i]->len;
    }
    return name_intern(p->names, text, len);
}

Ast *list_module(Parser *p, AstKind kind, int n, Span span) {
    AstSeq *body = list_take(p, n);
    if (!body) return NULL;
    return kind == AST_MODULE ? NEW(Module, MODULE, span, body) : NEW(Interactive, INTERACTIVE, span, body);
}

Ast *list_exprs(Parser *p, int n, bool comma, Span span) {
    if (n == 1 && !comma) return *take(p, 1);
    AstSeq *seq = list_take(p, n);
    return seq ? NEW(Tuple, TUPLE, span, seq, AST_LOAD) : NULL;
}

Ast *list_expression(Parser *p, int n, bool comma, Span span) {
    for (int i = 0; i < n; i++) {
        if (!check_plain(p, p->list[p->list_count - (size_t)n + (size_t)i])) return NULL;
    }
    Ast *body = list_exprs(p, n, comma, span);
    return body ? NEW(Expression, EXPRESSION, span, body) : NULL;
}

Ast *list_slices(Parser *p, int n, Span span) {
    Ast *last = p->list[p->list_count - 1];
    return list_exprs(p, n, last->kind == AST_STARRED, span); /* x[*a] is x[(*a,)] */
}

Ast *list_targets(Parser *p, int n, bool comma, Span span) {
    Ast *target = list_exprs(p, n, comma, span);
    return target && set_target(p, target, AST_STORE) ? target : NULL;
}

Ast *list_bool(Parser *p, AstBoolOp op, int n, Span span) {
    AstSeq *values = list_take(p, n);
    return values ? NEW(BoolOp, BOOL_OP, span, op, values) : NULL;
}

Ast *list_compare(Parser *p, int n, Span span) {
    AstCmpOps *ops = arena_alloc(p->arena, sizeof *ops + (size_t)n);
    AstSeq *comparators = list_take(p, n);
    if (!ops || !comparators) return NULL;
    ops->n = n;
    p->op_count -= (size_t)n;
    memcpy(ops->items, p->ops + p->op_count, (size_t)n);
    Ast *left = *take(p, 1);
    return NEW(Compare, COMPARE, span, left, ops, comparators);
}

Ast *list_dict(Parser *p, int n, Span span) {
    AstSeq *keys = ast_seq(p->arena, n), *values = ast_seq(p->arena, n);
    if (!keys || !values) return NULL;
    Ast **pairs = (Ast **)take(p, 2 * n);
    for (int i = 0; i < n; i++) {
        keys->items[i] = pairs[2 * i];
        values->items[i] = pairs[2 * i + 1];
    }
    return NEW(Dict, DICT, span, keys, values);
}

bool list_args(Parser *p, int n, AstSeq **args, AstSeq **keywords) {
    Ast **items = (Ast **)take(p, n);
    int keyword_count = 0, a = 0, k = 0;
    for (int i = 0; i < n; i++) keyword_count += items[i]->kind == AST_KEYWORD;
    *args = ast_seq(p->arena, n - keyword_count);
    *keywords = ast_seq(p->arena, keyword_count);
    if (!*args || !*keywords) return false;
    for (int i = 0; i < n; i++) {
        if (items[i]->kind == AST_KEYWORD) (*keywords)->items[k++] = items[i];
        else (*args)->items[a++] = items[i];
    }
    return keyword_count < 2 || check_repeated(p, *keywords);
}

/* ---- statements ---- */

Ast *delete_stmt(Parser *p, int n, Span span) {
    AstSeq *targets = list_take(p, n);
    if (!targets) return NULL;
    for (int i = 0; i < n; i++) {
        if (!set_target(p, targets->items[i], AST_DEL)) return NULL;
    }
    return NEW(Delete, DELETE, span, targets);
}

Ast *try_stmt(Parser *p, AstSeq *body, int n, AstSeq *orelse, AstSeq *finalbody, Span span) {
    AstSeq *handlers = list_take(p, n);
    if (!handlers) return NULL;
    bool star = handlers->items[0]->parens;
    for (int i = 0; i < n; i++) handlers->items[i]->parens = 0;
    if (star) return NEW(TryStar, TRY_STAR, span, body, handlers, orelse, finalbody);
    return NEW(Try, TRY, span, body, handlers, orelse, finalbody);
}

bool chain_elifs(Parser *p, Ast *first, int n, AstSeq *orelse) {
    Ast **parts = (Ast **)take(p, n);
    int end_line = first->end_line, end_col = first->end_col;
    for (int i = n - 1; i >= 0; i--) {
        as_If(parts[i])->orelse = orelse;
        parts[i]->end_line = end_line;
        parts[i]->end_col = end_col;
        if (!(orelse = ast_seq_one(p->arena, parts[i]))) return false;
    }
    as_If(first)->orelse = orelse;
    return true;
}

/* Could this stand as an item of a bracketed with statement? Else the brackets are a tuple's, a generator's or a group's. */
static bool is_with_item(const Ast *item) {
    switch (item->kind) {
    case AST_WITHITEM: return true;
    case AST_STARRED: return false;
    case AST_NAMED_EXPR: case AST_GENERATOR_EXP: case AST_YIELD: case AST_YIELD_FROM: return item->parens;
    default: return true;
    }
}

static Ast *item_of(Parser *p, Ast *expr) { return NEW(withitem, WITHITEM, ast_span(expr), expr, NULL); }

/* The brackets after `with` hold one expression. */
static AstSeq *with_one(Parser *p, int n, bool comma, Span parens) {
    Ast **items = (Ast **)p->list + p->list_count - n;
    for (int i = 0; i < n; i++) {
        bool generator = items[i]->kind == AST_GENERATOR_EXP && !items[i]->parens;
        if (items[i]->kind == AST_WITHITEM || (generator && (n > 1 || comma))) {
            problem_span(p, ast_span(items[i]), "invalid syntax");
            return NULL;
        }
    }
    Ast *inside = list_exprs(p, n, comma, parens);
    if (!inside) return NULL;
    if (inside->kind == AST_GENERATOR_EXP && !inside->parens) {
        inside->line = parens.line, inside->col = parens.col;
        inside->end_line = parens.end_line, inside->end_col = parens.end_col;
    }
    if (!check_group(p, inside)) return NULL;
    inside->parens = 1;
    Ast *item = item_of(p, inside);
    return item ? ast_seq_one(p->arena, item) : NULL;
}

AstSeq *with_in_parens(Parser *p, int n, Span comma, Span parens) {
    Ast **items = (Ast **)p->list + p->list_count - n;
    for (int i = 0; i < n; i++) {
        bool has_comma = comma.col != comma.end_col || comma.line != comma.end_line;
        if (!is_with_item(items[i])) return with_one(p, n, has_comma, parens);
    }
    for (int i = 0; i < n; i++) {
        if (items[i]->kind != AST_WITHITEM && !(items[i] = item_of(p, items[i]))) return NULL;
    }
    return list_take(p, n);
}

Ast *make_async(Ast *stmt, Span span) {
    stmt->kind = stmt->kind == AST_FOR ? AST_ASYNC_FOR : stmt->kind == AST_WITH ? AST_ASYNC_WITH : AST_ASYNC_FUNCTION_DEF;
    stmt->line = span.line;
    stmt->col = span.col;
    return stmt;
}

/* ---- expressions ---- */

Ast *constant(Parser *p, ConstKind kind, Span span) { return NEW(Constant, CONSTANT, span, (AstConst){.kind = (uint8_t)kind}, false); }

Ast *keyword(Parser *p, Ast *name, Ast *value, Span span) { return NEW(keyword, KEYWORD, span, as_Name(name)->id, value); }

/* The element of a comprehension: takes n, should be 1. */
static Ast *comp_element(Parser *p, int n, bool in_parens, AstSeq *loops) {
    Ast **items = (Ast **)take(p, n);
    Ast *element = items[0];
    if (n > 1) {
        Span loop = ast_span(loops->items[0]);
        loop.end_line = loop.line;
        loop.end_col = loop.col + (as_comprehension(loops->items[0])->is_async ? 5 : 3);
        Span elements = span_join(ast_span(element), ast_span(items[n - 1]));
        if (in_parens) problem_span(p, loop, "invalid syntax");
        else problem_span(p, elements, "did you forget parentheses around the comprehension target?");
        return NULL;
    }
    if (element->kind == AST_STARRED) {
        problem_span(p, ast_span(element), "iterable unpacking cannot be used in comprehension");
        return NULL;
    }
    return element;
}

Ast *list_comp(Parser *p, AstKind kind, int n, int loop_count, Span span) {
    AstSeq *loops = list_take(p, loop_count);
    Ast *element = loops ? comp_element(p, n, kind == AST_GENERATOR_EXP, loops) : NULL;
    if (!element) return NULL;
    Ast *comp = NEW(ListComp, LIST_COMP, span, element, loops);
    if (comp) comp->kind = (uint16_t)kind;
    return comp;
}

Ast *bare_generator(Parser *p, Ast *element, int loop_count, Span span) {
    AstSeq *loops = list_take(p, loop_count);
    return loops ? NEW(GeneratorExp, GENERATOR_EXP, span, element, loops) : NULL;
}

bool widen_generator(Parser *p, int n, Span parens) {
    if (n != 1) return true;
    Ast *only = p->list[p->list_count - 1];
    if (only->kind != AST_GENERATOR_EXP || only->parens) return true;
    only->line = parens.line, only->col = parens.col;
    only->end_line = parens.end_line, only->end_col = parens.end_col;
    return true;
}

/* ---- patterns ---- */

Ast *mapping_pattern(Parser *p, int n, AstName *rest, Span span) {
    AstSeq *keys = ast_seq(p->arena, n), *patterns = ast_seq(p->arena, n);
    if (!keys || !patterns) return NULL;
    Ast **pairs = (Ast **)take(p, 2 * n);
    for (int i = 0; i < n; i++) {
        keys->items[i] = pairs[2 * i];
        patterns->items[i] = pairs[2 * i + 1];
    }
    return NEW(MatchMapping, MATCH_MAPPING, span, keys, patterns, rest);
}

Ast *class_pattern(Parser *p, Ast *cls, int n, Span span) {
    void **pairs = take(p, 2 * n);
    int positional = 0;
    while (positional < n && !pairs[2 * positional]) positional++;
    AstSeq *patterns = ast_seq(p->arena, positional), *kwd_patterns = ast_seq(p->arena, n - positional);
    AstNameSeq *names = &ast_no_names;
    if (positional < n) names = arena_alloc(p->arena, sizeof *names + (size_t)(n - positional) * sizeof names->items[0]);
    if (!patterns || !kwd_patterns || !names) return NULL;
    if (positional < n) names->n = n - positional;
    for (int i = 0; i < n; i++) {
        AstName *name = pairs[2 * i];
        Ast *pattern = pairs[2 * i + 1];
        if (i < positional) {
            patterns->items[i] = pattern;
        } else if (!name) {
            int last = i;
            while (last + 1 < n && !pairs[2 * (last + 1)]) last++;
            problem_span(p, span_join(ast_span(pattern), ast_span(pairs[2 * last + 1])), "positional patterns follow keyword patterns");
            return NULL;
        } else {
            names->items[i - positional] = name;
            kwd_patterns->items[i - positional] = pattern;
        }
    }
    return NEW(MatchClass, MATCH_CLASS, span, cls, patterns, names, kwd_patterns);
}

/* ---- parameters ---- */

/* Lies on the list as an Ast, which it begins with; never part of a tree. */
typedef struct Param {
    Ast ast;
    ParamKind kind;
    AstName *name;
    Ast *annotation, *value;
    Span arg_span;
} Param;

Ast *param_new(Parser *p, ParamKind kind, AstName *name, Ast *annotation, Ast *value, Span arg_span, Span span) {
    return ast_new(p->arena, &(Param){ast_head(AST_NONE, span), kind, name, annotation, value, arg_span}, sizeof(Param));
}

/* Where list_params() is. */
typedef struct ParamState {
    Param **params;
    int n;
    int slash;                       /* index of `/`, or -1 */
    int star;                        /* index of `*` or `*name`, or n */
    int positional, pos_only, kw_only, defaults;
} ParamState;

static bool blame(Parser *p, const Param *param, const char *message) {
    Span span = param->kind == PARAM_PLAIN ? param->arg_span : ast_span(&param->ast);
    if (param->kind == PARAM_STAR || param->kind == PARAM_POW) { /* the star itself */
        span.end_line = span.line;
        span.end_col = span.col + (param->kind == PARAM_STAR ? 1 : 2);
    }
    return problem_span(p, span, "%s", message);
}

/* In a lambda the token that should have been a name is blamed, else the star. */
static bool check_bare_star(Parser *p, const ParamState *s, bool lambda) {
    const Param *star = s->params[s->star], *next = s->star + 1 < s->n ? s->params[s->star + 1] : NULL;
    bool at_end = p->last.kind == (lambda ? ':' : ')');
    if ((next && next->kind != PARAM_POW) || !at_end) return true; /* what comes instead of the end is wrong by itself */
    if (lambda && !next) return problem_last_token(p, "named arguments must follow bare *");
    return blame(p, lambda ? next : star, "named arguments must follow bare *");
}

/* Looks whether the parameter at i may stand there, and counts it. */
static bool place_param(Parser *p, ParamState *s, int i) {
    const Param *param = s->params[i];
    if (i && s->params[i - 1]->kind == PARAM_POW) return blame(p, param, "arguments cannot follow var-keyword argument");
    switch (param->kind) {
    case PARAM_PLAIN:
        if (s->star < i) {
            s->kw_only++;
            return true;
        }
        s->positional++;
        if (param->value) s->defaults++;
        else if (s->defaults) return blame(p, param, "parameter without a default follows parameter with a default");
        return true;
    case PARAM_SLASH:
        if (s->slash >= 0) return blame(p, param, "/ may appear only once");
        if (s->star < i) return blame(p, param, "/ must be ahead of *");
        if (i == 0) return blame(p, param, s->n > 1 ? "at least one argument must precede /" : "invalid syntax");
        s->slash = i;
        s->pos_only = s->positional;
        return true;
    case PARAM_STAR: case PARAM_BARE_STAR:
        if (s->star < i) {
            bool last = i + 1 == s->n && param->kind == PARAM_BARE_STAR;
            return last ? problem_invalid_syntax(p) : blame(p, param, "* argument may appear only once");
        }
        s->star = i;
        return true;
    case PARAM_POW:
        return true;
    }
    return true;
}

static Ast *arg_of(Parser *p, const Param *param) { return NEW(arg, ARG, param->arg_span, param->name, param->annotation); }

static bool fill_params(Parser *p, const ParamState *s, argumentsNode *out) {
    int plain = 0, kw = 0, defaults = 0;
    for (int i = 0; i < s->n; i++) {
        const Param *param = s->params[i];
        if (param->kind == PARAM_SLASH || param->kind == PARAM_BARE_STAR) continue;
        Ast *arg = arg_of(p, param);
        if (!arg) return false;
        if (param->kind == PARAM_STAR) {
            out->vararg = arg;
        } else if (param->kind == PARAM_POW) {
            out->kwarg = arg;
        } else if (s->star < i) {
            out->kwonlyargs->items[kw] = arg;
            out->kw_defaults->items[kw++] = param->value;
        } else {
            if (plain < s->pos_only) out->posonlyargs->items[plain] = arg;
            else out->args->items[plain - s->pos_only] = arg;
            plain++;
            if (param->value) out->defaults->items[defaults++] = param->value;
        }
    }
    return true;
}

Ast *list_params(Parser *p, int n, Span span, bool lambda) {
    ParamState s = {.params = (Param **)take(p, n), .n = n, .slash = -1, .star = n};
    for (int i = 0; i < n; i++) {
        if (!place_param(p, &s, i)) return NULL;
    }
    if (s.star < n && s.params[s.star]->kind == PARAM_BARE_STAR && !check_bare_star(p, &s, lambda)) return NULL;
    AstSeq *posonly = ast_seq(p->arena, s.pos_only), *args = ast_seq(p->arena, s.positional - s.pos_only);
    AstSeq *kwonly = ast_seq(p->arena, s.kw_only), *kw_defaults = ast_seq(p->arena, s.kw_only);
    AstSeq *defaults = ast_seq(p->arena, s.defaults);
    if (!posonly || !args || !kwonly || !kw_defaults || !defaults) return NULL;
    Ast *node = NEW(arguments, ARGUMENTS, span, posonly, args, NULL, kwonly, kw_defaults, NULL, defaults);
    return node && fill_params(p, &s, as_arguments(node)) ? node : NULL;
}
