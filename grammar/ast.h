/* ast.h: the tree that the parser builds and the compiler reads. Declared once, in ast.def, from which come the kinds (AST_IF), the
 * structs (IfNode), the checked downcasts (as_If(node)) and the table of fields that generic walks use (ast_kinds[]).
 *
 * Names and order of the fields are CPython's; so is every position: lines from 1, columns in bytes of UTF-8 from 0, the end exclusive.
 * Everything lives in one Arena and holds no objects. Lists are never NULL, an absent one has n == 0. The tree may be as deep as the
 * program is long in its left-deep places (BinOp.left, Attribute.value, Call.func, Subscript.value and the orelse of `elif`): walk those
 * with a loop or guard the recursion. */
#ifndef GRAMMAR_AST_H
#define GRAMMAR_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "gc/config.h"
#include "grammar/arena.h"

typedef enum AstKind {
    AST_NONE, /* no node has this kind */
#define NODE(Name, NAME, ...) AST_##NAME,
#include "grammar/ast.def"
    AST_KIND_COUNT
} AstKind;

/* Operators, in the order in which the tokens are usually listed; ast_binop_name() and its like give ASDL's names. */
typedef enum AstBinOp {
    AST_OP_ADD, AST_OP_SUB, AST_OP_MULT, AST_OP_MAT_MULT, AST_OP_DIV, AST_OP_FLOOR_DIV, AST_OP_MOD, AST_OP_POW, AST_OP_LSHIFT,
    AST_OP_RSHIFT, AST_OP_BIT_OR, AST_OP_BIT_XOR, AST_OP_BIT_AND
} AstBinOp;
typedef enum AstUnaryOp { AST_OP_INVERT, AST_OP_NOT, AST_OP_UADD, AST_OP_USUB } AstUnaryOp;
typedef enum AstBoolOp { AST_OP_AND, AST_OP_OR } AstBoolOp;
typedef enum AstCmpOp {
    AST_OP_EQ, AST_OP_NOT_EQ, AST_OP_LT, AST_OP_LT_E, AST_OP_GT, AST_OP_GT_E, AST_OP_IS, AST_OP_IS_NOT, AST_OP_IN, AST_OP_NOT_IN
} AstCmpOp;
typedef enum AstContext { AST_LOAD, AST_STORE, AST_DEL } AstContext;

/* A stretch of source text. */
typedef struct Span {
    int line, end_line; /* from 1 */
    int col, end_col;   /* UTF-8 bytes from 0 */
} Span;

/* The head of every node. */
typedef struct Ast {
    uint16_t kind;   /* AstKind */
    uint16_t parens; /* 1 if the expression was written in parentheses of its own */
    int line, end_line;
    int col, end_col;
} Ast;

/* An identifier, NFKC-normalised; one per spelling in one NameTable, so that pointers can be compared. */
typedef struct AstName {
    const char *text; /* UTF-8 with a NUL behind it */
    int len;          /* bytes */
    uint32_t hash;
    uint32_t mark; /* scratch of the parser's checks */
    void *data; /* NULL after the parse: for whoever reads the tree (an interned str object, say) */
} AstName;

typedef struct AstSeq {
    int n;
    Ast *items[];
} AstSeq;

typedef struct AstNameSeq {
    int n;
    AstName *items[];
} AstNameSeq;

typedef struct AstCmpOps {
    int n;
    uint8_t items[]; /* AstCmpOp */
} AstCmpOps;

/* A literal as data. */
typedef enum ConstKind {
    CONST_NONE, CONST_TRUE, CONST_FALSE, CONST_ELLIPSIS, CONST_INT, CONST_FLOAT, CONST_IMAGINARY, CONST_STR, CONST_BYTES
} ConstKind;

typedef struct AstConst {
    uint8_t kind;     /* ConstKind */
    uint8_t base;     /* int: 2, 8, 10 or 16 */
    bool ascii;       /* str: no byte above 127 */
    size_t len;       /* int, str, bytes: length of text */
    union {
        /* int: digits without prefix and underscores, no leading zeros ("0" for zero); str: UTF-8 in which each lone *or paired*
         * surrogate of an escape is three bytes of its own and NULs may occur; bytes: the bytes. No NUL behind it. */
        const char *text;
        double number; /* float, imaginary: the value; inf when out of range */
    };
} AstConst;

typedef Ast *AstField_node, *AstField_opt;
typedef AstSeq *AstField_seq, *AstField_holes;
typedef AstName *AstField_name, *AstField_optname;
typedef AstNameSeq *AstField_names;
typedef int AstField_number;
typedef AstBinOp AstField_binop;
typedef AstUnaryOp AstField_unop;
typedef AstBoolOp AstField_boolop;
typedef AstCmpOps *AstField_cmpops;
typedef AstContext AstField_ctx;
typedef AstConst AstField_value;
typedef bool AstField_prefix;

typedef enum AstFieldTag {
    AST_TAG_node, AST_TAG_opt, AST_TAG_seq, AST_TAG_holes, AST_TAG_name, AST_TAG_optname, AST_TAG_names, AST_TAG_number, AST_TAG_binop,
    AST_TAG_unop, AST_TAG_boolop, AST_TAG_cmpops, AST_TAG_ctx, AST_TAG_value, AST_TAG_prefix
} AstFieldTag;

/* The structs: struct IfNode { Ast ast; Ast *test; AstSeq *body; AstSeq *orelse; }; */
#define NODE(Name, NAME, ...) typedef struct Name##Node { Ast ast; __VA_ARGS__ } Name##Node;
#define ALIKE(Name, NAME, Other, OTHER, ...) typedef Other##Node Name##Node;
#define F(tag, field) AstField_##tag field;
#include "grammar/ast.def"

/* Tables by kind, for generic walks. */
typedef struct AstFieldInfo {
    const char *name; /* NULL ends a list */
    uint8_t tag;      /* AstFieldTag */
    uint8_t offset;   /* in the node */
} AstFieldInfo;

const AstFieldInfo *ast_fields(AstKind kind);
const char *ast_kind_name(AstKind kind); /* ASDL's: "FunctionDef" */
extern const uint8_t ast_shapes[AST_KIND_COUNT]; /* the kind whose struct a kind uses */

/* Checked downcasts: as_If(node)->test. One serves all kinds that share a struct: as_For() takes an AsyncFor too. */
#define NODE(Name, NAME, ...)                                                                                                           \
    static inline Name##Node *as_##Name(Ast *node) {                                                                                    \
        CHECK(ast_shapes[node->kind] == AST_##NAME);                                                                                    \
        return (Name##Node *)node;                                                                                                      \
    }
#define ALIKE(Name, NAME, Other, OTHER, ...)                                                                                            \
    static inline Name##Node *as_##Name(Ast *node) { return as_##Other(node); }
#define F(tag, field)
#include "grammar/ast.def"

/* A new node: AST_NEW(arena, If, IF, span, test, body, orelse), its fields in the order of ast.def; NULL on no memory. */
#define AST_NEW(arena, Name, NAME, span, ...)                                                                                           \
    ast_new(arena, &(Name##Node){ast_head(AST_##NAME, span), __VA_ARGS__}, sizeof(Name##Node))

static inline Ast ast_head(AstKind kind, Span span) {
    return (Ast){(uint16_t)kind, 0, span.line, span.end_line, span.col, span.end_col};
}

static inline Ast *ast_new(Arena *arena, const void *model, size_t size) {
    Ast *node = arena_alloc(arena, size);
    if (node) memcpy(node, model, size);
    return node;
}

static inline bool ast_is_stmt(const Ast *node) { return node->kind >= AST_FUNCTION_DEF && node->kind <= AST_CONTINUE; }
static inline bool ast_is_expr(const Ast *node) { return node->kind >= AST_BOOL_OP && node->kind <= AST_SLICE; }
static inline bool ast_is_pattern(const Ast *node) { return node->kind >= AST_MATCH_VALUE && node->kind <= AST_MATCH_OR; }

static inline Span ast_span(const Ast *node) { return (Span){node->line, node->end_line, node->col, node->end_col}; }

/* The empty lists. */
extern AstSeq ast_no_items;
extern AstNameSeq ast_no_names;

AstSeq *ast_seq(Arena *arena, int n);          /* items unset */
AstSeq *ast_seq_one(Arena *arena, Ast *item);

/* The names of one compilation. */
typedef struct NameTable NameTable;
NameTable *name_table_new(Arena *arena);
/* The name with this text (UTF-8, taken as it is: no normalisation); the text is copied if it is new. NULL on no memory. */
AstName *name_intern(NameTable *table, const char *text, size_t n);

const char *ast_binop_name(AstBinOp op);   /* "Add" */
const char *ast_binop_sign(AstBinOp op);   /* "+" */
const char *ast_unop_name(AstUnaryOp op);
const char *ast_boolop_name(AstBoolOp op);
const char *ast_cmpop_name(AstCmpOp op);
const char *ast_ctx_name(AstContext ctx);

#endif
