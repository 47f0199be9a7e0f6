/* compiler.h: what the files of the compiler share. compile.h is the door for everybody else.
 *
 *   symtable -> compile_*.c (tree to instructions with labels) -> flow.c (blocks) -> peephole.c -> assemble.c -> Code
 *
 * Failure is sticky: the first error sets the exception and c->failed, after which everything that emits or visits does nothing; so the
 * functions here return void or values that are safe to use, and only the door looks. Objects made on the way are owned by the Compiler
 * (constants, names) and borrowed everywhere else. */
#ifndef VM_COMPILER_H
#define VM_COMPILER_H

#include "runtime/err.h"
#include "vm/compile.h"
#include "vm/symtable.h"

/* Names that the compiler itself looks for or makes. */
#define KNOWN_NAMES(X)                                                                                                                  \
    X(SUPER, "super") X(CLASS, "__class__") X(CLASSDICT, "__classdict__") X(CLASSCELL, "__classcell__") X(CLASSDICTCELL, "__classdictcell__") \
    X(TYPE_PARAMS, ".type_params") X(GENERIC_BASE, ".generic_base") X(DEFAULTS, ".defaults") X(KWDEFAULTS, ".kwdefaults") X(DOT_ZERO, ".0")   \
    X(DUNDER_TYPE_PARAMS, "__type_params__") X(ANNOTATIONS, "__annotations__") X(DEBUG, "__debug__") X(SELF, "self")                    \
    X(DUNDER_MODULE, "__module__") X(DUNDER_NAME, "__name__") X(DUNDER_QUALNAME, "__qualname__") X(FIRSTLINENO, "__firstlineno__")       \
    X(STATIC_ATTRIBUTES, "__static_attributes__") X(DUNDER_DOC, "__doc__") X(LAMBDA, "<lambda>") X(LISTCOMP, "<listcomp>")               \
    X(SETCOMP, "<setcomp>") X(DICTCOMP, "<dictcomp>") X(GENEXPR, "<genexpr>") X(MODULE, "<module>") X(RETURN, "return")                  \
    X(FUTURE, "__future__") X(FORMAT, "format") X(STAR, "*")
enum KnownName {
#define X(name, text) KNOWN_##name,
    KNOWN_NAMES(X)
#undef X
    N_KNOWN
};

/* An instruction under construction: a jump's w is a label, a local's or cell's operand a variable of the unit. */
typedef struct Ins {
    Instr code;
    int handler; /* whose range it lies in, or NO_HANDLER */
    Span at;     /* line 0: artificial */
} Ins;
enum { NO_LABEL = -1, NO_HANDLER = -1 };
#define NOWHERE ((Span){0, 0, -1, -1})

/* Instructions of which nothing is left in the end. */
enum PseudoOp {
    SETUP_HANDLER = N_OPCODES, /* w: handler; where its range begins: the depth there is the depth here less a */
    JUMP_QUIET,                /* becomes JUMP even when it goes back: no safe point */
};

typedef struct Handler {
    int label;
    bool lasti; /* the raising instruction's index is pushed below the exception */
    int depth;  /* found by flow.c; -1: not reached */
} Handler;

/* What a break, continue or return has to get out of. */
typedef enum NestKind {
    NEST_WHILE, NEST_FOR, NEST_ASYNC_FOR, NEST_TRY, NEST_FINALLY_TRY, NEST_FINALLY_END, NEST_WITH, NEST_ASYNC_WITH, NEST_HANDLER_CLEANUP,
    NEST_POP_VALUE, NEST_HANDLER, NEST_GROUP_HANDLER, NEST_ASYNC_COMPREHENSION, NEST_STOP_ITERATION
} NestKind;
typedef struct Nest {
    NestKind kind;
    int outer_handler; /* in force outside */
    int start, exit;   /* labels of a loop: continue, break */
    Span at;           /* with: its item */
    union {
        AstSeq *final; /* NEST_FINALLY_TRY */
        AstName *name; /* NEST_HANDLER_CLEANUP: except ... as name */
    };
} Nest;
enum { MAX_NESTS = 21 }; /* CPython's */

typedef struct Var {
    AstName *name;
    uint8_t kind;     /* LocalKind */
    uint8_t argument; /* in the order of arguments, which come first in `vars` */
    int slot;         /* place in L, given at the end */
} Var;

typedef enum UnitKind { UNIT_MODULE, UNIT_CLASS, UNIT_FUNCTION, UNIT_ASYNC_FUNCTION, UNIT_LAMBDA, UNIT_COMPREHENSION, UNIT_TYPE_PARAMS } UnitKind;

/* One code object in the making. */
typedef struct Unit {
    struct Unit *outer;
    Arena arena;
    UnitKind kind;
    Scope *scope;
    AstName *name, *class_name; /* class_name: for mangling; NULL: none */
    Ref qualname;               /* borrowed from the constants */
    int first_line;
    int n_args, n_posonly, n_kwonly;
    bool has_docstring;
    bool keeps_first_const;     /* used or not: functions, whose docstring it is */
    int class_cell;             /* class: variable of __class__ as its methods see it, or -1 */
    int in_inlined_comp;        /* depth */

    Ins *ins;
    int n_ins, ins_room;
    int barrier;                /* no folding of instructions before this one: a label stands here */
    int *labels;                /* instruction, or -1 */
    int n_labels, labels_room;
    Handler *handlers;
    int n_handlers, handlers_room;
    int handler;                /* in force */
    Nest nests[MAX_NESTS];
    int n_nests;

    Ref *consts;                /* borrowed from the compilation's table */
    int n_consts, consts_room;
    PtrMap const_index;
    AstName **names;
    int n_names, names_room;
    PtrMap name_index;
    Var *vars;
    int n_vars, vars_room;
    PtrMap plain_index, cell_index; /* name -> var */
    PtrMap hidden;              /* names of inlined comprehensions that are fast locals here for the moment: value 1 */
    AstName **static_attributes; /* class: self.NAME assigned in its methods */
    int n_static, static_room;
    PtrMap static_index;
} Unit;

typedef struct ConstEntry { Object *value; Hash hash; } ConstEntry;

typedef struct Compiler {
    bool failed;
    int optimize;
    int features;    /* CODE_FUTURE_* flags */
    bool interactive;
    bool quiet;      /* no warnings: this has been compiled before */
    bool top_level_await;
    const Ast *last_future; /* the last from __future__ import that counts, or NULL */
    ParseMode mode;
    Ref filename;
    ParseResult parsed;
    Arena arena;     /* of the tree; tables that live as long as it */
    AstName *known[N_KNOWN];
    AstName **named; /* those whose data is a str object */
    int n_named, named_room;

    Scope *scope;    /* being visited by symtable.c */
    AstName *class_name;
    PtrMap scope_index; /* key -> place in scopes */
    Scope **scopes;
    int n_scopes, scopes_room;

    ConstEntry *consts; /* every constant of the compilation, owned: open addressing */
    int n_consts, consts_mask;
    Unit *unit;
    Ins scrap;       /* what emit() gives after a failure */
} Compiler;

/* --- compile.c --- */
/* SyntaxError at a place of the source. */
void compile_error(Compiler *c, Span at, const char *format, ...); /* formats as raise_error's */
void compile_warn(Compiler *c, Span at, const char *format, ...);  /* SyntaxWarning */
void compile_fail(Compiler *c);      /* an exception has been set */
void compile_no_memory(Compiler *c);
void compile_bug(Compiler *c, const char *what); /* SystemError */
/* To be called by all that recurse over the tree; false: stop. */
static inline bool compile_enter(Compiler *c) {
    if (UNLIKELY(c->failed)) return false;
    if (LIKELY(!stack_is_low())) return true;
    raise_recursion(" during compilation");
    compile_fail(c);
    return false;
}
Ref name_object(Compiler *c, AstName *name);  /* interned str; "" after a failure */
AstName *name_of_text(Compiler *c, const char *text, size_t n);
static inline AstName *known_name(const Compiler *c, enum KnownName n) { return c->known[n]; }

/* --- unit.c: the unit being compiled (c->unit) --- */
/* false: failed, nothing is entered. */
MUST bool unit_enter(Compiler *c, UnitKind kind, Scope *scope, AstName *name, int first_line);
Ref unit_leave(Compiler *c);         /* its Code, assembled, borrowed from the constants; NULL after a failure */
Own unit_leave_top(Compiler *c);     /* of the module: owned */
void unit_abandon(Compiler *c);
void emit_resume(Compiler *c);       /* RESUME 0, after the border handler of a generator was opened */

Ins *emit(Compiler *c, Span at, int op, uint32_t w);
static inline Ins *emit_op(Compiler *c, Span at, int op) { return emit(c, at, op, 0); }
void emit_ab(Compiler *c, Span at, int op, uint16_t a, uint32_t w);
int label_new(Compiler *c);
void label_here(Compiler *c, int label);
static inline void emit_jump(Compiler *c, Span at, int op, int label) { emit(c, at, op, (uint32_t)label); }
void emit_const(Compiler *c, Span at, Ref value);
void emit_const_take(Compiler *c, Span at, Own value); /* NULL: failed */
void emit_return_none(Compiler *c, Span at);
void emit_name(Compiler *c, Span at, int op, AstName *name); /* FORMAT_NAME */
uint32_t unit_name(Compiler *c, AstName *name);        /* place in co_names */
uint32_t unit_const(Compiler *c, Ref merged);          /* place in co_consts of a constant out of const_merge_take */
uint32_t unit_var(Compiler *c, AstName *name, int kind); /* LOCAL_PLAIN, LOCAL_CELL or LOCAL_FREE, with LOCAL_HIDDEN */

/* Opens a handler's range: from here on instructions belong to it, until handler_close. */
int handler_open(Compiler *c, int label, bool lasti);
int handler_open_below(Compiler *c, int label, bool lasti, int above); /* so many words on the stack do not count */
void handler_close(Compiler *c, int outer);

/* The constant that the k-th last instruction (0: the last) pushes, if that is all it does and no label stands behind it; else NULL. */
Ref tail_const(const Compiler *c, int k);
/* Takes the last n instructions (loads of constants) back. */
void tail_drop(Compiler *c, int n);

Nest *nest_push(Compiler *c, NestKind kind, Span at);
void nest_pop(Compiler *c, NestKind kind);

/* --- constants.c --- */
Own const_object(Compiler *c, const AstConst *k, Span at);  /* NULL: failed */
/* The one object of the compilation that equals value in type and, for numbers, in sign; borrowed. NULL: failed. */
Ref const_merge_take(Compiler *c, Own value);
bool const_equal(Ref a, Ref b);     /* in that sense */
Hash const_hash(Ref o);
Hash code_hash(Ref code);           /* code.c */
bool code_equal(Ref a, Ref b);
void consts_free(Compiler *c);

/* --- fold.c: what can be computed now; each looks at the tail of the unit and is true if the operation has been replaced by its result --- */
bool fold_unary(Compiler *c, Span at, int op);
bool fold_binary(Compiler *c, Span at, BinOp op);
bool fold_subscript(Compiler *c, Span at);
bool fold_tuple(Compiler *c, Span at, int n);
/* The last n constants as a tuple or frozenset, taken off the tail; NULL if they are not n constants (or failed). */
Own fold_take_tuple(Compiler *c, int n);
Own fold_take_frozenset(Compiler *c, int n);

/* --- compile_expr.c --- */
void compile_expr(Compiler *c, Ast *e);
void compile_exprs(Compiler *c, const AstSeq *seq);
/* Jumps to label if the truth of e is `when`; falls through otherwise. */
void compile_jump_if(Compiler *c, Ast *e, int label, bool when);
void compile_iterable(Compiler *c, Ast *e); /* of a for: displays become tuples */
/* Load, store or delete by context, wherever the name lives. */
void compile_name(Compiler *c, Span at, AstName *name, AstContext ctx);
void compile_raw_name(Compiler *c, Span at, AstName *mangled, AstContext ctx);
bool compile_forbidden(Compiler *c, Span at, const AstName *name, AstContext ctx); /* true: __debug__, error set */
/* elts as tuple, list or set (op BUILD_TUPLE ...), `pushed` items being on the stack already. */
void compile_display(Compiler *c, Span at, const AstSeq *elts, int pushed, int build);
Span span_of_attribute(Span at, const Ast *attribute);
AstName *compile_mangle(Compiler *c, AstName *name);
enum { STACK_GUIDELINE = 30 };   /* displays and calls with more items are built in pieces, as in CPython (sizes of lists and dicts show it) */
bool expr_is_simple(Ast *e, int *budget); /* names, constants, operators, attributes, subscripts: at most *budget nodes */
bool name_is_fast(const Compiler *c, AstName *name); /* a local that is no cell */
void emit_null(Compiler *c, Span at);     /* PUSH_NULL, or folded into the LOAD_GLOBAL before it */

/* --- compile_call.c --- */
void compile_call(Compiler *c, Ast *e);
/* The arguments of a call whose callable and self-or-NULL and `pushed` arguments are on the stack, and the call. */
void compile_arguments(Compiler *c, Span at, int pushed, const AstSeq *args, Ast *extra, const AstSeq *keywords);
void compile_attribute(Compiler *c, Ast *e);
/* Awaits the awaitable on the stack; await false: yield from. */
void compile_yield_from(Compiler *c, Span at, bool await);
void compile_await(Compiler *c, Span at, int where);
/* --- check_expr.c: warnings about expressions that cannot work --- */
void check_caller(Compiler *c, Ast *e);
void check_subscript(Compiler *c, Ast *container, Ast *key);
void check_compare(Compiler *c, Ast *e);
void check_assert(Compiler *c, Ast *s);
bool is_constant_expr(Ast *e);            /* folds, as far as one can tell by looking */

/* --- compile_fstring.c --- */
void compile_joined(Compiler *c, Ast *e);
void compile_formatted(Compiler *c, Ast *e);
bool compile_percent(Compiler *c, Ast *e);  /* "..." % (...) as an f-string, if that is possible */

/* --- compile_comp.c --- */
void compile_comprehension(Compiler *c, Ast *e);

/* --- compile_stmt.c, compile_try.c --- */
void compile_stmts(Compiler *c, const AstSeq *body);
void compile_body(Compiler *c, const AstSeq *body); /* of a module or class: docstring and annotations */
void compile_stmt(Compiler *c, Ast *s);
void compile_try(Compiler *c, Ast *s);
void compile_try_star(Compiler *c, Ast *s);
void compile_with(Compiler *c, Ast *s, int item);
void compile_match(Compiler *c, Ast *s);
/* The docstring of a body, or NULL. */
const AstConst *body_docstring(const AstSeq *body);
Own docstring_clean(Compiler *c, const AstConst *doc);

/* --- compile_function.c, compile_class.c, compile_types.c --- */
void compile_function(Compiler *c, Ast *s);
void compile_lambda(Compiler *c, Ast *e);
void compile_class(Compiler *c, Ast *s);
void compile_decorators(Compiler *c, const AstSeq *decorators);
void compile_decorator_calls(Compiler *c, const AstSeq *decorators);
void compile_type_alias(Compiler *c, Ast *s);
/* Enters the function around a generic definition and leaves the tuple of its type parameters on the stack; false: not entered. */
bool type_params_enter(Compiler *c, Ast *owner, AstName *name, const AstSeq *params, int first_line);
/* Leaves it, with what is on the stack as its result, and pushes that function and NULL, to be called. */
void type_params_leave(Compiler *c, Span at);
void compile_annotation(Compiler *c, Ast *annotation); /* its value, or its text under from __future__ import annotations */
/* MAKE_FUNCTION with closure; the values for flags (1 defaults, 2 kwdefaults, 4 annotations) lie on the stack in that order. */
void compile_closure(Compiler *c, Span at, Ref code, int flags);
/* Body of a generator: StopIteration does not get out of it. open gives the handler's label, for close. */
int generator_border_open(Compiler *c);
void generator_border_close(Compiler *c, int label);

/* --- unparse.c --- */
Own unparse_expr(Compiler *c, Ast *e);      /* source text of an annotation; NULL: failed */

#endif
