/* check.h: what the grammar leaves to its actions: targets, places of stars, order of arguments. false: parser.problem tells why. */
#ifndef GRAMMAR_CHECK_H
#define GRAMMAR_CHECK_H

#include "grammar/parsing.h"

/* What messages call an expression: "function call". */
const char *expr_name(const Ast *node);

/* Marks an expression as one that is stored to or deleted, all through its tuples and lists. */
bool set_target(Parser *p, Ast *target, AstContext ctx);

bool check_assigned(Parser *p, AstSeq *targets, Ast *value); /* of `a = b = value`; sets their context */
bool check_augmented(Parser *p, Ast *target);
bool check_annotated(Parser *p, Ast *target);
bool is_simple_name(const Ast *target); /* without brackets */
bool check_named(Parser *p, Ast *target);
bool check_equal_sign(Parser *p, Ast *left, Ast *right, Span equal); /* `=` in the place of `==` or `:=`: always false */

bool check_group(Parser *p, Ast *inside);
bool check_subject(Parser *p, const Ast *subject);
bool check_plain(Parser *p, const Ast *value); /* no star at the top */

bool check_args(Parser *p, int n); /* the order of the last n items of parser.list, arguments of a call */
bool check_lone_generator(Parser *p, int n);
bool check_keyword(Parser *p, const Ast *name, Span equal);
bool check_repeated(Parser *p, const AstSeq *keywords);
bool check_bases(Parser *p, const AstSeq *bases);
bool check_except(Parser *p, const Ast *handler); /* the newest of those on parser.list agrees with the one before */
bool check_unbound(Parser *p, const Ast *bound, Span span, const char *kind);

bool is_wildcard(const AstName *name);
bool check_capture(Parser *p, const AstName *name, Span span);
bool check_rest(Parser *p, const AstName *name, Span span);
bool check_keyword_pattern(Parser *p, const AstName *name, Span equal);
bool check_complex(Parser *p, const Ast *real, const Ast *imaginary);

/* What is said about rules that exist for their message; always false. */
bool annotation_missing(Parser *p, const Ast *target, Span colon);
bool import_comma(Parser *p);
bool else_missing(Parser *p, Span span);
bool keyword_with_loop(Parser *p, const Ast *name, Span equal);
bool keyword_value_missing(Parser *p, const Ast *name, Span equal, Span span);
bool dict_value_missing(Parser *p, Span colon);
bool dict_value_starred(Parser *p, Span span);
bool default_missing(Parser *p, Span equal);

#endif
