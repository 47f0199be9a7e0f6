/* parser.y: the syntax of Python 3.13, LALR(1) without conflicts (the words that need more look-ahead are settled in lines.c).
 *
 * Lists under construction live on parser.list, innermost last, so a nonterminal that collects items is worth only their number; whoever
 * completes the list takes that many off. This works because a list is completed before anything behind it is reduced. Nodes take their
 * positions from the locations of tokens: a location covers brackets around an expression, a node does not.
 *
 * Rules accept more than Python where that keeps the grammar simple (targets, order of arguments, places of stars): actions check.
 * Rules that FAIL() exist only to say what is wrong. An action that fails leaves parser.problem and aborts. */

%code top {
#include "gc/mem.h"
#include "grammar/actions.h"
#include "grammar/check.h"
#include "grammar/strings.h"
#include "grammar/syntaxerr.h"
}

%code requires {
#include "grammar/parsing.h"
}

%define api.pure full
%define api.prefix {grammar_yy}
%define api.token.prefix {T_}
%define api.value.type {Value}
%define api.location.type {Span}
%define api.header.include {"grammar/parser.h"}
%define parse.error custom
%define lr.type lalr
%locations
%param {Parser *p}

%code {
#define YYMAXDEPTH MAX_PARSER_STACK
#define YYINITDEPTH 128
#define YYMALLOC(size) stack_alloc(p, size)
#define YYFREE mem_free

/* From the first symbol of a rule to its last; an empty one stands where the symbol before it ends. */
#define YYLLOC_DEFAULT(Current, Rhs, N)                                                                                                 \
    do {                                                                                                                                \
        if (N) {                                                                                                                        \
            (Current) = span_join(YYRHSLOC(Rhs, 1), YYRHSLOC(Rhs, N));                                                                  \
        } else {                                                                                                                        \
            Span before = YYRHSLOC(Rhs, 0);                                                                                             \
            (Current) = (Span){before.end_line, before.end_line, before.end_col, before.end_col};                                       \
        }                                                                                                                               \
    } while (0)

#define OK(x)                                                                                                                           \
    do {                                                                                                                                \
        if (!(x)) YYABORT;                                                                                                              \
    } while (0)
#define NEW(Name, NAME, ...) AST_NEW(p->arena, Name, NAME, __VA_ARGS__)
#define PUSH(x) OK(list_push(p, x))
/* What a rule does that is there for its message. */
#define FAIL(report)                                                                                                                    \
    do {                                                                                                                                \
        report;                                                                                                                         \
        YYABORT;                                                                                                                        \
    } while (0)
#define NONE_SEQ (&ast_no_items)

static int yylex(Value *value, Span *span, Parser *p);
static void yyerror(Span *span, Parser *p, const char *message);
static void *stack_alloc(Parser *p, size_t size);
}

%token END 0
%token START_FILE START_EVAL START_SINGLE
%token <name> NAME
%token <node> NUMBER STRING FSTRING_MIDDLE
%token <at> FSTRING_START FSTRING_END FIELD_OPEN FIELD_CLOSE
%token <at> '=' '!' ':'
%token ')'
%token NEWLINE INDENT DEDENT UNKNOWN
%token AND OR NOT IF ELSE ELIF WHILE FOR IN IS LAMBDA DEF CLASS RETURN YIELD FROM IMPORT AS WITH TRY EXCEPT FINALLY RAISE ASSERT DEL
%token GLOBAL NONLOCAL PASS BREAK CONTINUE ASYNC AWAIT NONE TRUE FALSE
%token WITH_PAREN MATCH CASE TYPE
%token ARROW WALRUS EQ NE LE GE SHL SHR FLOORDIV POW ELLIPSIS
%token <n> ASSIGN_OP

%type <n> stmts stmt simple_stmts simple_list assigns sel names dotted dots dotted_as_names as_names elifs with_items paren_items excepts
%type <n> decorators tparams params plist lparams lplist cases seq_patterns pattern_pairs class_args targets del_targets comp_fors
%type <n> comp_ifs conj_list disj_list chain slice_list args arglist named_list dict_items pieces fparts cmp_op or_patterns
%type <seq> block else_opt finally_opt import_targets type_params decorated_with
%type <node> file simple expr_stmt annotated compound if_stmt while_stmt for_stmt with_stmt try_stmt match_stmt funcdef classdef except
%type <node> value star_exprs star_expr yield opt_star_exprs dotted_as as_name from_import condition with_item paren_item target
%type <node> target_list target_item case guard patterns open_seq star_pattern pattern or_pattern closed_pattern dotted_name
%type <node> signed_number complex_number mapping_key return_type tparam bound default star_default parameters param lparameters lparam
%type <node> annotation
%type <node> named expr disj conj inv cmp bitor bitxor bitand shift sum term factor power awaited primary atom slices slice
%type <node> opt_expr arg comp_for comp_head strings piece fstring fspec_opt named_or_star subject
%type <name> conversion_opt as_opt
%type <at> equal_opt

%start start

%%

start
    : START_FILE file END                   { p->tree = $2; }
    | START_EVAL sel NEWLINE END            { OK(p->tree = list_expression(p, $2, false, @2)); }
    | START_EVAL sel ',' NEWLINE END        { OK(p->tree = list_expression(p, $2, true, span_join(@2, @3))); }
    | START_SINGLE simple_stmts END         { OK(p->tree = list_module(p, AST_INTERACTIVE, $2, @2)); }
    | START_SINGLE compound END             { PUSH($2); OK(p->tree = list_module(p, AST_INTERACTIVE, 1, @2)); }
    ;

file
    : %empty                                { OK($$ = list_module(p, AST_MODULE, 0, @$)); }
    | stmts                                 { OK($$ = list_module(p, AST_MODULE, $1, @$)); }
    ;

stmts
    : stmt
    | stmts stmt                            { $$ = $1 + $2; }
    ;

stmt
    : compound                              { PUSH($1); $$ = 1; }
    | simple_stmts
    ;

simple_stmts
    : simple_list NEWLINE
    | simple_list ';' NEWLINE
    ;

simple_list
    : simple                                { PUSH($1); $$ = 1; }
    | simple_list ';' simple                { PUSH($3); $$ = $1 + 1; }
    ;

/* ---- simple statements ---- */

simple
    : expr_stmt
    | from_import
    | yield                                 { OK($$ = NEW(Expr, EXPR, @$, $1)); }
    | RETURN opt_star_exprs                 { OK($$ = NEW(Return, RETURN, @$, $2)); }
    | IMPORT dotted_as_names                { AstSeq *seq; OK(seq = list_take(p, $2)); OK($$ = NEW(Import, IMPORT, @$, seq)); }
    | RAISE                                 { OK($$ = NEW(Raise, RAISE, @$, NULL, NULL)); }
    | RAISE expr                            { OK($$ = NEW(Raise, RAISE, @$, $2, NULL)); }
    | RAISE expr FROM expr                  { OK($$ = NEW(Raise, RAISE, @$, $2, $4)); }
    | PASS                                  { OK($$ = NEW(Pass, PASS, @$, )); }
    | BREAK                                 { OK($$ = NEW(Break, BREAK, @$, )); }
    | CONTINUE                              { OK($$ = NEW(Continue, CONTINUE, @$, )); }
    | DEL del_targets                       { OK($$ = delete_stmt(p, $2, @$)); }
    | DEL del_targets ','                   { OK($$ = delete_stmt(p, $2, @$)); }
    | ASSERT expr                           { OK($$ = NEW(Assert, ASSERT, @$, $2, NULL)); }
    | ASSERT expr ',' expr                  { OK($$ = NEW(Assert, ASSERT, @$, $2, $4)); }
    | GLOBAL names                          { AstNameSeq *seq; OK(seq = names_take(p, $2)); OK($$ = NEW(Global, GLOBAL, @$, seq)); }
    | NONLOCAL names                        { AstNameSeq *seq; OK(seq = names_take(p, $2)); OK($$ = NEW(Nonlocal, NONLOCAL, @$, seq)); }
    | TYPE NAME type_params '=' expr        { Ast *name; OK(name = NEW(Name, NAME, @2, $2, AST_STORE));
                                              OK($$ = NEW(TypeAlias, TYPE_ALIAS, @$, name, $3, $5)); }
    ;

expr_stmt
    : star_exprs                            { OK($$ = NEW(Expr, EXPR, @$, $1)); }
    | star_exprs ASSIGN_OP value            { OK(check_augmented(p, $1));
                                              OK($$ = NEW(AugAssign, AUG_ASSIGN, @$, $1, (AstBinOp)$2, $3)); }
    | annotated
    | annotated '=' value                   { $$ = $1; as_AnnAssign($$)->value = $3; $$->end_line = @$.end_line; $$->end_col = @$.end_col; }
    | assigns value                         { AstSeq *seq; OK(seq = list_take(p, $1)); OK(check_assigned(p, seq, $2));
                                              OK($$ = NEW(Assign, ASSIGN, @$, seq, $2)); }
    ;

annotated
    : star_exprs ':' expr                   { OK(check_annotated(p, $1));
                                              OK($$ = NEW(AnnAssign, ANN_ASSIGN, @$, $1, $3, NULL, is_simple_name($1))); }
    | star_exprs ':'                        { FAIL(annotation_missing(p, $1, @2)); }
    ;

assigns
    : value '='                             { PUSH($1); $$ = 1; }
    | assigns value '='                     { PUSH($2); $$ = $1 + 1; }
    ;

value: yield | star_exprs ;

yield
    : YIELD                                 { OK($$ = NEW(Yield, YIELD, @$, NULL)); }
    | YIELD star_exprs                      { OK($$ = NEW(Yield, YIELD, @$, $2)); }
    | YIELD FROM expr                       { OK($$ = NEW(YieldFrom, YIELD_FROM, @$, $3)); }
    ;

opt_star_exprs
    : %empty                                { $$ = NULL; }
    | star_exprs
    ;

del_targets
    : star_expr                             { PUSH($1); $$ = 1; }
    | del_targets ',' star_expr             { PUSH($3); $$ = $1 + 1; }
    ;

names
    : NAME                                  { PUSH($1); $$ = 1; }
    | names ',' NAME                        { PUSH($3); $$ = $1 + 1; }
    ;

dotted
    : NAME                                  { PUSH($1); $$ = 1; }
    | dotted '.' NAME                       { PUSH($3); $$ = $1 + 1; }
    ;

dotted_as_names
    : dotted_as                             { PUSH($1); $$ = 1; }
    | dotted_as_names ',' dotted_as         { PUSH($3); $$ = $1 + 1; }
    ;

dotted_as
    : dotted                                { AstName *name; OK(name = join_dotted(p, $1)); OK($$ = NEW(alias, ALIAS, @$, name, NULL)); }
    | dotted AS NAME                        { AstName *name; OK(name = join_dotted(p, $1)); OK($$ = NEW(alias, ALIAS, @$, name, $3)); }
    ;

from_import
    : FROM dots dotted IMPORT import_targets  { AstName *name; OK(name = join_dotted(p, $3));
                                                OK($$ = NEW(ImportFrom, IMPORT_FROM, @$, name, $5, $2)); }
    | FROM dotted IMPORT import_targets       { AstName *name; OK(name = join_dotted(p, $2));
                                                OK($$ = NEW(ImportFrom, IMPORT_FROM, @$, name, $4, 0)); }
    | FROM dots IMPORT import_targets         { OK($$ = NEW(ImportFrom, IMPORT_FROM, @$, NULL, $4, $2)); }
    ;

dots
    : '.'                                   { $$ = 1; }
    | ELLIPSIS                              { $$ = 3; }
    | dots '.'                              { $$ = $1 + 1; }
    | dots ELLIPSIS                         { $$ = $1 + 3; }
    ;

import_targets
    : '*'                                   { Ast *star; AstName *name; OK(name = name_intern(p->names, "*", 1));
                                              OK(star = NEW(alias, ALIAS, @$, name, NULL)); OK($$ = ast_seq_one(p->arena, star)); }
    | '(' as_names opt_comma ')'            { OK($$ = list_take(p, $2)); }
    | as_names                              { OK($$ = list_take(p, $1)); }
    | as_names ','                          { FAIL(import_comma(p)); }
    ;

as_names
    : as_name                               { PUSH($1); $$ = 1; }
    | as_names ',' as_name                  { PUSH($3); $$ = $1 + 1; }
    ;

as_name
    : NAME                                  { OK($$ = NEW(alias, ALIAS, @$, $1, NULL)); }
    | NAME AS NAME                          { OK($$ = NEW(alias, ALIAS, @$, $1, $3)); }
    ;

opt_comma: %empty | ',' ;

/* ---- compound statements ---- */

compound
    : if_stmt
    | while_stmt
    | try_stmt
    | match_stmt
    | for_stmt
    | with_stmt
    | funcdef
    | classdef
    | ASYNC for_stmt                        { $$ = make_async($2, @$); }
    | ASYNC with_stmt                       { $$ = make_async($2, @$); }
    | ASYNC funcdef                         { $$ = make_async($2, @$); }
    | decorated_with funcdef                { $$ = $2; as_FunctionDef($$)->decorator_list = $1; }
    | decorated_with ASYNC funcdef          { $$ = make_async($3, span_join(@2, @3)); as_FunctionDef($$)->decorator_list = $1; }
    | decorated_with classdef               { $$ = $2; as_ClassDef($$)->decorator_list = $1; }
    ;

decorated_with: decorators                  { OK($$ = list_take(p, $1)); } ;

decorators
    : '@' named NEWLINE                     { PUSH($2); $$ = 1; }
    | decorators '@' named NEWLINE          { PUSH($3); $$ = $1 + 1; }
    ;

block
    : simple_stmts                          { OK($$ = list_take(p, $1)); }
    | NEWLINE INDENT stmts DEDENT           { OK($$ = list_take(p, $3)); }
    ;

else_opt
    : %empty                                { $$ = NONE_SEQ; }
    | ELSE ':' block                        { $$ = $3; }
    ;

finally_opt
    : %empty                                { $$ = NONE_SEQ; }
    | FINALLY ':' block                     { $$ = $3; }
    ;

condition
    : named
    | expr '=' expr                         { FAIL(check_equal_sign(p, $1, $3, @2)); }
    ;

if_stmt
    : IF condition ':' block elifs else_opt { OK($$ = NEW(If, IF, @$, $2, $4, NONE_SEQ)); OK(chain_elifs(p, $$, $5, $6)); }
    ;

elifs
    : %empty                                { $$ = 0; }
    | elifs ELIF condition ':' block        { Ast *part; OK(part = NEW(If, IF, span_join(@2, @5), $3, $5, NONE_SEQ));
                                              PUSH(part); $$ = $1 + 1; }
    ;

while_stmt
    : WHILE condition ':' block else_opt    { OK($$ = NEW(While, WHILE, @$, $2, $4, $5)); }
    ;

for_stmt
    : FOR target_list IN star_exprs ':' block else_opt { OK($$ = NEW(For, FOR, @$, $2, $4, $6, $7)); }
    ;

target_list
    : targets                               { OK($$ = list_targets(p, $1, false, @$)); }
    | targets ','                           { OK($$ = list_targets(p, $1, true, @$)); }
    ;

targets
    : target_item                           { PUSH($1); $$ = 1; }
    | targets ',' target_item               { PUSH($3); $$ = $1 + 1; }
    ;

target_item
    : bitor
    | '*' bitor                             { OK($$ = NEW(Starred, STARRED, @$, $2, AST_LOAD)); }
    ;

target: target_item                         { OK(set_target(p, $1, AST_STORE)); $$ = $1; } ;

with_stmt
    : WITH with_items ':' block             { AstSeq *items; OK(items = list_take(p, $2)); OK($$ = NEW(With, WITH, @$, items, $4)); }
    | WITH_PAREN '(' paren_items opt_comma ')' ':' block
                                            { AstSeq *items; Span comma = @4; OK(items = with_in_parens(p, $3, comma, span_join(@2, @5)));
                                              OK($$ = NEW(With, WITH, @$, items, $7)); }
    | WITH_PAREN '(' yield ')' ':' block    { $3->parens = 1; PUSH($3); AstSeq *items; OK(items = with_in_parens(p, 1, @3, @3));
                                              OK($$ = NEW(With, WITH, @$, items, $6)); }
    | WITH_PAREN '(' ')' ':' block          { Ast *tuple; OK(tuple = NEW(Tuple, TUPLE, span_join(@2, @3), NONE_SEQ, AST_LOAD));
                                              PUSH(tuple); AstSeq *items; OK(items = with_in_parens(p, 1, @3, @3));
                                              OK($$ = NEW(With, WITH, @$, items, $5)); }
    ;

with_items
    : with_item                             { PUSH($1); $$ = 1; }
    | with_items ',' with_item              { PUSH($3); $$ = $1 + 1; }
    ;

with_item
    : expr                                  { OK($$ = NEW(withitem, WITHITEM, @$, $1, NULL)); }
    | expr AS target                        { OK($$ = NEW(withitem, WITHITEM, @$, $1, $3)); }
    ;

paren_items
    : paren_item                            { PUSH($1); $$ = 1; }
    | paren_items ',' paren_item            { PUSH($3); $$ = $1 + 1; }
    ;

paren_item
    : named_or_star
    | expr AS target                        { OK($$ = NEW(withitem, WITHITEM, @$, $1, $3)); }
    | named comp_fors                       { OK($$ = bare_generator(p, $1, $2, @$)); }
    ;

try_stmt
    : TRY ':' block FINALLY ':' block       { OK($$ = NEW(Try, TRY, @$, $3, NONE_SEQ, NONE_SEQ, $6)); }
    | TRY ':' block excepts else_opt finally_opt { OK($$ = try_stmt(p, $3, $4, $5, $6, @$)); }
    | TRY ':' block                         { FAIL(problem_last_token(p, "expected 'except' or 'finally' block")); }
    ;

excepts
    : except                                { PUSH($1); $$ = 1; }
    | excepts except                        { PUSH($2); OK(check_except(p, $2)); $$ = $1 + 1; }
    ;

except
    : EXCEPT ':' block                      { OK($$ = NEW(ExceptHandler, EXCEPT_HANDLER, @$, NULL, NULL, $3)); }
    | EXCEPT expr as_opt ':' block          { OK($$ = NEW(ExceptHandler, EXCEPT_HANDLER, @$, $2, $3, $5)); }
    | EXCEPT '*' expr as_opt ':' block      { OK($$ = NEW(ExceptHandler, EXCEPT_HANDLER, @$, $3, $4, $6)); $$->parens = 1; }
    | EXCEPT expr ',' sel as_opt ':'        { FAIL(problem_from(p, @2, "multiple exception types must be parenthesized")); }
    | EXCEPT '*' expr ',' sel as_opt ':'    { FAIL(problem_from(p, @3, "multiple exception types must be parenthesized")); }
    | EXCEPT '*' ':'                        { FAIL(problem_span(p, @3, "expected one or more exception types")); }
    ;

as_opt
    : %empty                                { $$ = NULL; }
    | AS NAME                               { $$ = $2; }
    ;

match_stmt
    : MATCH subject ':' NEWLINE INDENT cases DEDENT { AstSeq *seq; OK(seq = list_take(p, $6)); OK($$ = NEW(Match, MATCH, @$, $2, seq)); }
    ;

subject
    : named_list                            { OK($$ = list_exprs(p, $1, false, @$)); OK(check_subject(p, $$)); }
    | named_list ','                        { OK($$ = list_exprs(p, $1, true, @$)); }
    ;

cases
    : case                                  { PUSH($1); $$ = 1; }
    | cases case                            { PUSH($2); $$ = $1 + 1; }
    ;

case: CASE patterns guard ':' block         { OK($$ = NEW(match_case, MATCH_CASE, @$, $2, $3, $5)); } ;

guard
    : %empty                                { $$ = NULL; }
    | IF named                              { $$ = $2; }
    ;

funcdef
    : DEF NAME type_params '(' parameters ')' return_type ':' block
                                            { OK($$ = NEW(FunctionDef, FUNCTION_DEF, @$, $2, $5, $9, NONE_SEQ, $7, $3)); }
    ;

return_type
    : %empty                                { $$ = NULL; }
    | ARROW expr                            { $$ = $2; }
    ;

classdef
    : CLASS NAME type_params ':' block      { OK($$ = NEW(ClassDef, CLASS_DEF, @$, $2, NONE_SEQ, NONE_SEQ, $5, NONE_SEQ, $3)); }
    | CLASS NAME type_params '(' args ')' ':' block
                                            { AstSeq *bases, *keywords; OK(list_args(p, $5, &bases, &keywords));
                                              OK(check_bases(p, bases));
                                              OK($$ = NEW(ClassDef, CLASS_DEF, @$, $2, bases, keywords, $8, NONE_SEQ, $3)); }
    ;

type_params
    : %empty                                { $$ = NONE_SEQ; }
    | '[' tparams opt_comma ']'             { OK($$ = list_take(p, $2)); }
    | '[' ']'                               { FAIL(problem_from(p, @2, "Type parameter list cannot be empty")); }
    ;

tparams
    : tparam                                { PUSH($1); $$ = 1; }
    | tparams ',' tparam                    { PUSH($3); $$ = $1 + 1; }
    ;

tparam
    : NAME bound default                    { OK($$ = NEW(TypeVar, TYPE_VAR, @$, $1, $2, $3)); }
    | '*' NAME no_tuple_bound star_default  { OK($$ = NEW(TypeVarTuple, TYPE_VAR_TUPLE, @$, $2, $4)); }
    | POW NAME no_spec_bound default        { OK($$ = NEW(ParamSpec, PARAM_SPEC, @$, $2, $4)); }
    ;

bound
    : %empty                                { $$ = NULL; }
    | ':' expr                              { $$ = $2; }
    ;

no_tuple_bound: bound                       { OK(check_unbound(p, $1, @1, "TypeVarTuple")); } ;

no_spec_bound: bound                        { OK(check_unbound(p, $1, @1, "ParamSpec")); } ;

default
    : %empty                                { $$ = NULL; }
    | '=' expr                              { $$ = $2; }
    ;

star_default
    : %empty                                { $$ = NULL; }
    | '=' star_expr                         { $$ = $2; }
    ;

/* ---- parameters: each is a ParamNode on the list until list_params() sorts them ---- */

parameters: params                          { OK($$ = list_params(p, $1, @$, false)); } ;

params
    : %empty                                { $$ = 0; }
    | plist opt_comma
    ;

plist
    : param                                 { PUSH($1); $$ = 1; }
    | plist ',' param                       { PUSH($3); $$ = $1 + 1; }
    ;

param
    : NAME annotation                       { OK($$ = param_new(p, PARAM_PLAIN, $1, $2, NULL, @$, @$)); }
    | NAME annotation '=' expr              { OK($$ = param_new(p, PARAM_PLAIN, $1, $2, $4, span_join(@1, @2), @$)); }
    | '*'                                   { OK($$ = param_new(p, PARAM_BARE_STAR, NULL, NULL, NULL, @$, @$)); }
    | '*' NAME                              { OK($$ = param_new(p, PARAM_STAR, $2, NULL, NULL, @2, @$)); }
    | '*' NAME ':' star_expr                { OK($$ = param_new(p, PARAM_STAR, $2, $4, NULL, span_join(@2, @4), @$)); }
    | '/'                                   { OK($$ = param_new(p, PARAM_SLASH, NULL, NULL, NULL, @$, @$)); }
    | POW NAME annotation                   { OK($$ = param_new(p, PARAM_POW, $2, $3, NULL, span_join(@2, @3), @$)); }
    | NAME annotation '='                   { FAIL(default_missing(p, @3)); }
    | '*' NAME '='                          { FAIL(problem_span(p, @3, "var-positional argument cannot have default value")); }
    | POW NAME annotation '='               { FAIL(problem_span(p, @4, "var-keyword argument cannot have default value")); }
    ;

annotation
    : %empty                                { $$ = NULL; }
    | ':' expr                              { $$ = $2; }
    ;

lparameters: lparams                        { OK($$ = list_params(p, $1, @$, true)); } ;

lparams
    : %empty                                { $$ = 0; }
    | lplist opt_comma
    ;

lplist
    : lparam                                { PUSH($1); $$ = 1; }
    | lplist ',' lparam                     { PUSH($3); $$ = $1 + 1; }
    ;

lparam
    : NAME                                  { OK($$ = param_new(p, PARAM_PLAIN, $1, NULL, NULL, @$, @$)); }
    | NAME '=' expr                         { OK($$ = param_new(p, PARAM_PLAIN, $1, NULL, $3, @1, @$)); }
    | '*'                                   { OK($$ = param_new(p, PARAM_BARE_STAR, NULL, NULL, NULL, @$, @$)); }
    | '*' NAME                              { OK($$ = param_new(p, PARAM_STAR, $2, NULL, NULL, @2, @$)); }
    | '/'                                   { OK($$ = param_new(p, PARAM_SLASH, NULL, NULL, NULL, @$, @$)); }
    | POW NAME                              { OK($$ = param_new(p, PARAM_POW, $2, NULL, NULL, @2, @$)); }
    | NAME '='                              { FAIL(default_missing(p, @2)); }
    | '*' NAME '='                          { FAIL(problem_span(p, @3, "var-positional argument cannot have default value")); }
    | POW NAME '='                          { FAIL(problem_span(p, @3, "var-keyword argument cannot have default value")); }
    ;

/* ---- patterns ---- */

patterns
    : pattern
    | open_seq                              { $$ = $1; }
    ;

open_seq
    : star_pattern ','                      { PUSH($1); AstSeq *seq; OK(seq = list_take(p, 1));
                                              OK($$ = NEW(MatchSequence, MATCH_SEQUENCE, @$, seq)); }
    | star_pattern ',' seq_patterns opt_comma
                                            { AstSeq *seq; OK(seq = list_take_after(p, $1, $3));
                                              OK($$ = NEW(MatchSequence, MATCH_SEQUENCE, @$, seq)); }
    ;

seq_patterns
    : star_pattern                          { PUSH($1); $$ = 1; }
    | seq_patterns ',' star_pattern         { PUSH($3); $$ = $1 + 1; }
    ;

star_pattern
    : pattern
    | '*' NAME                              { OK($$ = NEW(MatchStar, MATCH_STAR, @$, is_wildcard($2) ? NULL : $2)); }
    ;

pattern
    : or_pattern
    | or_pattern AS NAME                    { OK(check_capture(p, $3, @3)); OK($$ = NEW(MatchAs, MATCH_AS, @$, $1, $3)); }
    ;

or_pattern
    : closed_pattern
    | or_patterns                           { AstSeq *seq; OK(seq = list_take(p, $1)); OK($$ = NEW(MatchOr, MATCH_OR, @$, seq)); }
    ;

or_patterns
    : closed_pattern '|' closed_pattern     { PUSH($1); PUSH($3); $$ = 2; }
    | or_patterns '|' closed_pattern        { PUSH($3); $$ = $1 + 1; }
    ;

closed_pattern
    : signed_number                         { OK($$ = NEW(MatchValue, MATCH_VALUE, @$, $1)); }
    | complex_number                        { OK($$ = NEW(MatchValue, MATCH_VALUE, @$, $1)); }
    | strings                               { OK($$ = NEW(MatchValue, MATCH_VALUE, @$, $1)); }
    | NONE                                  { OK($$ = NEW(MatchSingleton, MATCH_SINGLETON, @$, (AstConst){.kind = CONST_NONE})); }
    | TRUE                                  { OK($$ = NEW(MatchSingleton, MATCH_SINGLETON, @$, (AstConst){.kind = CONST_TRUE})); }
    | FALSE                                 { OK($$ = NEW(MatchSingleton, MATCH_SINGLETON, @$, (AstConst){.kind = CONST_FALSE})); }
    | NAME                                  { OK($$ = NEW(MatchAs, MATCH_AS, @$, NULL, is_wildcard($1) ? NULL : $1)); }
    | dotted_name                           { OK($$ = NEW(MatchValue, MATCH_VALUE, @$, $1)); }
    | '(' pattern ')'                       { $$ = $2; }
    | '(' ')'                               { OK($$ = NEW(MatchSequence, MATCH_SEQUENCE, @$, NONE_SEQ)); }
    | '(' open_seq ')'                      { $$ = $2; $$->line = @$.line; $$->col = @$.col;
                                              $$->end_line = @$.end_line; $$->end_col = @$.end_col; }
    | '[' ']'                               { OK($$ = NEW(MatchSequence, MATCH_SEQUENCE, @$, NONE_SEQ)); }
    | '[' seq_patterns opt_comma ']'        { AstSeq *seq; OK(seq = list_take(p, $2));
                                              OK($$ = NEW(MatchSequence, MATCH_SEQUENCE, @$, seq)); }
    | '{' '}'                               { OK($$ = NEW(MatchMapping, MATCH_MAPPING, @$, NONE_SEQ, NONE_SEQ, NULL)); }
    | '{' pattern_pairs opt_comma '}'       { OK($$ = mapping_pattern(p, $2, NULL, @$)); }
    | '{' pattern_pairs ',' POW NAME opt_comma '}' { OK(check_rest(p, $5, @5)); OK($$ = mapping_pattern(p, $2, $5, @$)); }
    | '{' POW NAME opt_comma '}'            { OK(check_rest(p, $3, @3)); OK($$ = mapping_pattern(p, 0, $3, @$)); }
    | NAME '(' ')'                          { Ast *name; OK(name = NEW(Name, NAME, @1, $1, AST_LOAD));
                                              OK($$ = class_pattern(p, name, 0, @$)); }
    | NAME '(' class_args opt_comma ')'     { Ast *name; OK(name = NEW(Name, NAME, @1, $1, AST_LOAD));
                                              OK($$ = class_pattern(p, name, $3, @$)); }
    | dotted_name '(' ')'                   { OK($$ = class_pattern(p, $1, 0, @$)); }
    | dotted_name '(' class_args opt_comma ')' { OK($$ = class_pattern(p, $1, $3, @$)); }
    ;

dotted_name
    : NAME '.' NAME                         { Ast *name; OK(name = NEW(Name, NAME, @1, $1, AST_LOAD));
                                              OK($$ = NEW(Attribute, ATTRIBUTE, @$, name, $3, AST_LOAD)); }
    | dotted_name '.' NAME                  { OK($$ = NEW(Attribute, ATTRIBUTE, @$, $1, $3, AST_LOAD)); }
    ;

signed_number
    : NUMBER
    | '-' NUMBER                            { OK($$ = NEW(UnaryOp, UNARY_OP, @$, AST_OP_USUB, $2)); }
    ;

complex_number
    : signed_number '+' NUMBER              { OK(check_complex(p, $1, $3)); OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_ADD, $3)); }
    | signed_number '-' NUMBER              { OK(check_complex(p, $1, $3)); OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_SUB, $3)); }
    ;

pattern_pairs
    : mapping_key ':' pattern               { PUSH($1); PUSH($3); $$ = 1; }
    | pattern_pairs ',' mapping_key ':' pattern { PUSH($3); PUSH($5); $$ = $1 + 1; }
    ;

mapping_key
    : signed_number
    | complex_number
    | strings
    | NONE                                  { OK($$ = constant(p, CONST_NONE, @$)); }
    | TRUE                                  { OK($$ = constant(p, CONST_TRUE, @$)); }
    | FALSE                                 { OK($$ = constant(p, CONST_FALSE, @$)); }
    | dotted_name
    ;

class_args
    : pattern                               { PUSH(NULL); PUSH($1); $$ = 1; }
    | NAME '=' pattern                      { PUSH($1); PUSH($3); $$ = 1; }
    | class_args ',' pattern                { PUSH(NULL); PUSH($3); $$ = $1 + 1; }
    | class_args ',' NAME '=' pattern       { OK(check_keyword_pattern(p, $3, @4)); PUSH($3); PUSH($5); $$ = $1 + 1; }
    ;

/* ---- lists of expressions ---- */

star_exprs
    : sel                                   { OK($$ = list_exprs(p, $1, false, @$)); }
    | sel ','                               { OK($$ = list_exprs(p, $1, true, @$)); }
    ;

sel
    : star_expr                             { PUSH($1); $$ = 1; }
    | sel ',' star_expr                     { PUSH($3); $$ = $1 + 1; }
    ;

star_expr
    : expr
    | '*' bitor                             { OK($$ = NEW(Starred, STARRED, @$, $2, AST_LOAD)); }
    ;

named_list
    : named_or_star                         { PUSH($1); $$ = 1; }
    | named_list ',' named_or_star          { PUSH($3); $$ = $1 + 1; }
    ;

named_or_star
    : named
    | '*' bitor                             { OK($$ = NEW(Starred, STARRED, @$, $2, AST_LOAD)); }
    | expr '=' expr                         { FAIL(check_equal_sign(p, $1, $3, @2)); }
    ;

named
    : expr
    | expr WALRUS expr                      { OK(check_named(p, $1)); OK($$ = NEW(NamedExpr, NAMED_EXPR, @$, $1, $3)); }
    ;

/* ---- expressions ---- */

expr
    : disj
    | disj IF disj ELSE expr                { OK($$ = NEW(IfExp, IF_EXP, @$, $3, $1, $5)); }
    | LAMBDA lparameters ':' expr           { OK($$ = NEW(Lambda, LAMBDA, @$, $2, $4)); }
    | disj IF disj                          { FAIL(else_missing(p, @$)); }
    ;

disj
    : conj
    | disj_list                             { OK($$ = list_bool(p, AST_OP_OR, $1, @$)); }
    ;

disj_list
    : conj OR conj                          { PUSH($1); PUSH($3); $$ = 2; }
    | disj_list OR conj                     { PUSH($3); $$ = $1 + 1; }
    ;

conj
    : inv
    | conj_list                             { OK($$ = list_bool(p, AST_OP_AND, $1, @$)); }
    ;

conj_list
    : inv AND inv                           { PUSH($1); PUSH($3); $$ = 2; }
    | conj_list AND inv                     { PUSH($3); $$ = $1 + 1; }
    ;

inv
    : cmp
    | NOT inv                               { OK($$ = NEW(UnaryOp, UNARY_OP, @$, AST_OP_NOT, $2)); }
    ;

cmp
    : bitor
    | chain                                 { OK($$ = list_compare(p, $1, @$)); }
    ;

chain
    : bitor cmp_op bitor                    { PUSH($1); PUSH($3); OK(op_push(p, $2)); $$ = 1; }
    | chain cmp_op bitor                    { PUSH($3); OK(op_push(p, $2)); $$ = $1 + 1; }
    ;

cmp_op
    : '<'                                   { $$ = AST_OP_LT; }
    | '>'                                   { $$ = AST_OP_GT; }
    | EQ                                    { $$ = AST_OP_EQ; }
    | NE                                    { $$ = AST_OP_NOT_EQ; }
    | LE                                    { $$ = AST_OP_LT_E; }
    | GE                                    { $$ = AST_OP_GT_E; }
    | IN                                    { $$ = AST_OP_IN; }
    | NOT IN                                { $$ = AST_OP_NOT_IN; }
    | IS                                    { $$ = AST_OP_IS; }
    | IS NOT                                { $$ = AST_OP_IS_NOT; }
    ;

bitor
    : bitxor
    | bitor '|' bitxor                      { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_BIT_OR, $3)); }
    ;

bitxor
    : bitand
    | bitxor '^' bitand                     { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_BIT_XOR, $3)); }
    ;

bitand
    : shift
    | bitand '&' shift                      { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_BIT_AND, $3)); }
    ;

shift
    : sum
    | shift SHL sum                         { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_LSHIFT, $3)); }
    | shift SHR sum                         { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_RSHIFT, $3)); }
    ;

sum
    : term
    | sum '+' term                          { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_ADD, $3)); }
    | sum '-' term                          { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_SUB, $3)); }
    ;

term
    : factor
    | term '*' factor                       { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_MULT, $3)); }
    | term '/' factor                       { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_DIV, $3)); }
    | term FLOORDIV factor                  { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_FLOOR_DIV, $3)); }
    | term '%' factor                       { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_MOD, $3)); }
    | term '@' factor                       { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_MAT_MULT, $3)); }
    ;

factor
    : power
    | '+' factor                            { OK($$ = NEW(UnaryOp, UNARY_OP, @$, AST_OP_UADD, $2)); }
    | '-' factor                            { OK($$ = NEW(UnaryOp, UNARY_OP, @$, AST_OP_USUB, $2)); }
    | '~' factor                            { OK($$ = NEW(UnaryOp, UNARY_OP, @$, AST_OP_INVERT, $2)); }
    ;

power
    : awaited
    | awaited POW factor                    { OK($$ = NEW(BinOp, BIN_OP, @$, $1, AST_OP_POW, $3)); }
    ;

awaited
    : primary
    | AWAIT primary                         { OK($$ = NEW(Await, AWAIT, @$, $2)); }
    ;

primary
    : atom
    | primary '.' NAME                      { OK($$ = NEW(Attribute, ATTRIBUTE, @$, $1, $3, AST_LOAD)); }
    | primary '(' args ')'                  { AstSeq *args, *keywords; OK(widen_generator(p, $3, span_join(@2, @4)));
                                              OK(list_args(p, $3, &args, &keywords));
                                              OK($$ = NEW(Call, CALL, @$, $1, args, keywords)); }
    | primary '[' slices ']'                { OK($$ = NEW(Subscript, SUBSCRIPT, @$, $1, $3, AST_LOAD)); }
    ;

slices
    : slice_list                            { OK($$ = list_slices(p, $1, @$)); }
    | slice_list ','                        { OK($$ = list_exprs(p, $1, true, @$)); }
    ;

slice_list
    : slice                                 { PUSH($1); $$ = 1; }
    | slice_list ',' slice                  { PUSH($3); $$ = $1 + 1; }
    ;

slice
    : named_or_star
    | opt_expr ':' opt_expr                 { OK($$ = NEW(Slice, SLICE, span_join($1 ? @1 : @2, @3), $1, $3, NULL)); }
    | opt_expr ':' opt_expr ':' opt_expr    { OK($$ = NEW(Slice, SLICE, span_join($1 ? @1 : @2, @5), $1, $3, $5)); }
    ;

opt_expr
    : %empty                                { $$ = NULL; }
    | expr
    ;

/* Arguments of a call or a class: expressions, Starred and keyword nodes in the order written. */
args
    : %empty                                { $$ = 0; }
    | arglist                               { OK(check_args(p, $1)); $$ = $1; }
    | arglist ','                           { OK(check_lone_generator(p, $1)); OK(check_args(p, $1)); $$ = $1; }
    ;

arglist
    : arg                                   { PUSH($1); $$ = 1; }
    | arglist ',' arg                       { PUSH($3); $$ = $1 + 1; }
    ;

arg
    : named
    | expr '=' expr                         { OK(check_keyword(p, $1, @2)); OK($$ = keyword(p, $1, $3, @$)); }
    | '*' expr                              { OK($$ = NEW(Starred, STARRED, @$, $2, AST_LOAD)); }
    | POW expr                              { OK($$ = NEW(keyword, KEYWORD, @$, NULL, $2)); }
    | named comp_fors                       { OK($$ = bare_generator(p, $1, $2, @$)); }
    | expr '=' expr comp_fors               { FAIL(keyword_with_loop(p, $1, @2)); }
    | expr '='                              { FAIL(keyword_value_missing(p, $1, @2, @$)); }
    | '*' expr '=' expr                     { FAIL(problem_span(p, @$, "cannot assign to iterable argument unpacking")); }
    | POW expr '=' expr                     { FAIL(problem_span(p, @$, "cannot assign to keyword argument unpacking")); }
    ;

atom
    : NAME                                  { OK($$ = NEW(Name, NAME, @$, $1, AST_LOAD)); }
    | NUMBER
    | strings
    | NONE                                  { OK($$ = constant(p, CONST_NONE, @$)); }
    | TRUE                                  { OK($$ = constant(p, CONST_TRUE, @$)); }
    | FALSE                                 { OK($$ = constant(p, CONST_FALSE, @$)); }
    | ELLIPSIS                              { OK($$ = constant(p, CONST_ELLIPSIS, @$)); }
    | '(' ')'                               { OK($$ = NEW(Tuple, TUPLE, @$, NONE_SEQ, AST_LOAD)); $$->parens = 1; }
    | '(' yield ')'                         { $$ = $2; $$->parens = 1; }
    | '(' named_list ')'                    { OK($$ = list_exprs(p, $2, false, @$)); OK(check_group(p, $$)); $$->parens = 1; }
    | '(' named_list ',' ')'                { OK($$ = list_exprs(p, $2, true, @$)); $$->parens = 1; }
    | '(' named_list comp_fors ')'          { OK($$ = list_comp(p, AST_GENERATOR_EXP, $2, $3, @$)); $$->parens = 1; }
    | '[' ']'                               { OK($$ = NEW(List, LIST, @$, NONE_SEQ, AST_LOAD)); }
    | '[' named_list opt_comma ']'          { AstSeq *seq; OK(seq = list_take(p, $2)); OK($$ = NEW(List, LIST, @$, seq, AST_LOAD)); }
    | '[' named_list comp_fors ']'          { OK($$ = list_comp(p, AST_LIST_COMP, $2, $3, @$)); }
    | '{' '}'                               { OK($$ = NEW(Dict, DICT, @$, NONE_SEQ, NONE_SEQ)); }
    | '{' dict_items opt_comma '}'          { OK($$ = list_dict(p, $2, @$)); }
    | '{' named_list opt_comma '}'          { AstSeq *seq; OK(seq = list_take(p, $2)); OK($$ = NEW(Set, SET, @$, seq)); }
    | '{' named_list comp_fors '}'          { OK($$ = list_comp(p, AST_SET_COMP, $2, $3, @$)); }
    | '{' expr ':' expr comp_fors '}'       { AstSeq *loops; OK(loops = list_take(p, $5));
                                              OK($$ = NEW(DictComp, DICT_COMP, @$, $2, $4, loops)); }
    | '{' POW bitor comp_fors '}'           { FAIL(problem_span(p, @2, "dict unpacking cannot be used in dict comprehension")); }
    ;

dict_items
    : expr ':' expr                         { PUSH($1); PUSH($3); $$ = 1; }
    | POW bitor                             { PUSH(NULL); PUSH($2); $$ = 1; }
    | dict_items ',' expr ':' expr          { PUSH($3); PUSH($5); $$ = $1 + 1; }
    | dict_items ',' POW bitor              { PUSH(NULL); PUSH($4); $$ = $1 + 1; }
    | dict_items ',' expr                   { FAIL(problem_point(p, @3.end_line, @3.end_col - 1, "':' expected after dictionary key")); }
    | expr ':'                              { FAIL(dict_value_missing(p, @2)); }
    | dict_items ',' expr ':'               { FAIL(dict_value_missing(p, @4)); }
    | expr ':' '*' bitor                    { FAIL(dict_value_starred(p, span_join(@3, @4))); }
    | dict_items ',' expr ':' '*' bitor     { FAIL(dict_value_starred(p, span_join(@5, @6))); }
    ;

comp_fors
    : comp_for                              { PUSH($1); $$ = 1; }
    | comp_fors comp_for                    { PUSH($2); $$ = $1 + 1; }
    ;

comp_for
    : comp_head
    | ASYNC comp_head                       { $$ = $2; as_comprehension($$)->is_async = 1; }
    ;

comp_head
    : FOR target_list IN disj comp_ifs      { AstSeq *ifs; OK(ifs = list_take(p, $5));
                                              OK($$ = NEW(comprehension, COMPREHENSION, @$, $2, $4, ifs, 0)); }
    ;

comp_ifs
    : %empty                                { $$ = 0; }
    | comp_ifs IF disj                      { PUSH($3); $$ = $1 + 1; }
    ;

/* ---- strings ---- */

strings: pieces                             { OK($$ = strings_join(p, $1, @$)); } ;

pieces
    : piece                                 { PUSH($1); $$ = 1; }
    | pieces piece                          { PUSH($2); $$ = $1 + 1; }
    ;

piece
    : STRING                                { OK(literal_decode(p, as_Constant($1), @1)); $$ = $1; }
    | fstring
    ;

fstring: FSTRING_START fparts FSTRING_END   { OK($$ = fstring_new(p, $2, @3, @$)); } ;

fparts
    : %empty                                { $$ = 0; }
    | fparts FSTRING_MIDDLE                 { PUSH($2); $$ = $1 + 1; }
    | fparts FIELD_OPEN value equal_opt conversion_opt fspec_opt FIELD_CLOSE
                                            { Field field = {.value = $3, .open_at = $2, .equal_at = $4, .conversion = $5, .spec = $6,
                                                             .open = @2, .equal = @4, .mark = @5, .colon = @6, .close = @7};
                                              int n; OK(n = field_push(p, &field, span_join(@2, @7))); $$ = $1 + n; }
    | fparts FIELD_OPEN FIELD_CLOSE         { FAIL(fstring_empty_field(p, '}', @3)); }
    | fparts FIELD_OPEN '!'                 { FAIL(fstring_empty_field(p, '!', @3)); }
    | fparts FIELD_OPEN ':'                 { FAIL(fstring_empty_field(p, ':', @3)); }
    | fparts FIELD_OPEN '='                 { FAIL(fstring_empty_field(p, '=', @3)); }
    ;

equal_opt
    : %empty                                { $$ = NULL; }
    | '='
    ;

conversion_opt
    : %empty                                { $$ = NULL; }
    | '!' NAME                              { OK(check_conversion(p, $2, @1, @2)); $$ = $2; }
    ;

fspec_opt
    : %empty                                { $$ = NULL; }
    | ':' fparts                            { OK($$ = fstring_spec(p, $2, @$)); }
    ;

%%

static int yylex(Value *value, Span *span, Parser *p) {
    if (!next_token(p)) return T_GRAMMAR_YYerror;
    *value = p->last.value;
    *span = p->last.span;
    return p->last.kind;
}

/* Bison calls this only when its stack cannot grow, for want of memory or because it is as large as it may be. */
static void yyerror(Span *span, Parser *p, const char *message) {
    (void)span, (void)message;
    if (!p->problem.kind) problem_too_deep(p);
}

static void *stack_alloc(Parser *p, size_t size) {
    void *stack = mem_alloc(size);
    if (!stack) problem_no_memory(p);
    return stack;
}

static int yyreport_syntax_error(const yypcontext_t *context, Parser *p) {
    enum { MOST = 160 };
    yysymbol_kind_t found[MOST];
    int n = yypcontext_expected_tokens(context, found, MOST);
    Expected expected = {0};
    if (n == 1) {
        expected.only_end = found[0] == YYSYMBOL_YYEOF;
        expected.only_open_paren = found[0] == YYTRANSLATE('(');
        expected.only_in = found[0] == YYSYMBOL_IN;
    }
    for (int i = 0; i < n; i++) {
        expected.colon |= found[i] == YYTRANSLATE(':');
        expected.indent |= found[i] == YYSYMBOL_INDENT;
        expected.field_close |= found[i] == YYSYMBOL_FIELD_CLOSE;
    }
    problem_unexpected(p, &expected);
    return 0;
}

int grammar_parse(Parser *p) { return yyparse(p); }
