/* actions.h: what parser.y does when a rule is complete. Functions that return a pointer or a bool leave parser.problem on failure (none
 * means no memory). "Takes n" = the last n items of parser.list are removed from it. */
#ifndef GRAMMAR_ACTIONS_H
#define GRAMMAR_ACTIONS_H

#include "grammar/literal.h"
#include "grammar/parsing.h"

bool list_push(Parser *p, void *item);
bool op_push(Parser *p, int op);

AstSeq *list_take(Parser *p, int n);
AstSeq *list_take_after(Parser *p, Ast *first, int n); /* first, then the n taken */
AstNameSeq *names_take(Parser *p, int n);
AstName *join_dotted(Parser *p, int n); /* takes n names: "a.b.c" */

Ast *list_module(Parser *p, AstKind kind, int n, Span span);              /* takes n statements */
Ast *list_expression(Parser *p, int n, bool comma, Span span);            /* takes n expressions, for `eval` */
Ast *list_exprs(Parser *p, int n, bool comma, Span span);                 /* takes n: a tuple, or the only one */
Ast *list_slices(Parser *p, int n, Span span);                            /* takes n, no comma behind them */
Ast *list_targets(Parser *p, int n, bool comma, Span span);               /* takes n, of `for` */
Ast *list_bool(Parser *p, AstBoolOp op, int n, Span span);                /* takes n */
Ast *list_compare(Parser *p, int n, Span span);                           /* takes n + 1 operands, n operators */
Ast *list_dict(Parser *p, int n, Span span);                              /* takes n pairs; key NULL = unpacking */
bool list_args(Parser *p, int n, AstSeq **args, AstSeq **keywords);       /* takes n arguments */
Ast *delete_stmt(Parser *p, int n, Span span);                            /* takes n targets */
Ast *try_stmt(Parser *p, AstSeq *body, int n, AstSeq *orelse, AstSeq *finalbody, Span span); /* takes n handlers */
bool chain_elifs(Parser *p, Ast *first, int n, AstSeq *orelse);           /* takes n If nodes, hangs each into the one before */
AstSeq *with_in_parens(Parser *p, int n, Span comma, Span parens);        /* takes n items or expressions in one pair of brackets */
Ast *list_comp(Parser *p, AstKind kind, int n, int loop_count, Span span); /* takes n elements (should be 1) and the loops */
Ast *bare_generator(Parser *p, Ast *element, int loop_count, Span span);  /* takes the loops; an argument without brackets of its own */
Ast *mapping_pattern(Parser *p, int n, AstName *rest, Span span);         /* takes n pairs */
Ast *class_pattern(Parser *p, Ast *cls, int n, Span span);                /* takes n pairs of name or NULL, pattern */

Ast *make_async(Ast *stmt, Span span);
Ast *constant(Parser *p, ConstKind kind, Span span);
Ast *keyword(Parser *p, Ast *name, Ast *value, Span span);
bool widen_generator(Parser *p, int n, Span parens); /* the only argument of a call, if a bare generator, owns the call's brackets */

/* A parameter as written, until list_params() knows them all. */
typedef enum ParamKind { PARAM_PLAIN, PARAM_STAR, PARAM_BARE_STAR, PARAM_SLASH, PARAM_POW } ParamKind;

Ast *param_new(Parser *p, ParamKind kind, AstName *name, Ast *annotation, Ast *value, Span arg_span, Span span);
Ast *list_params(Parser *p, int n, Span span, bool lambda); /* takes n parameters: an arguments node */

#endif
