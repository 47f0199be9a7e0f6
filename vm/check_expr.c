/* check_expr.c: warnings about expressions that cannot mean what they say: calling or indexing a literal (a comma is missing before it),
 * comparing the identity of a literal, asserting a tuple. */
#include "vm/compiler.h"

static bool is_signed_number(Ast *e) {
    if (e->kind != AST_UNARY_OP || as_UnaryOp(e)->op == AST_OP_NOT) return false;
    return as_UnaryOp(e)->operand->kind == AST_CONSTANT && is_constant_expr(e);
}

static const char *constant_type(const AstConst *k) {
    switch ((ConstKind)k->kind) {
        case CONST_NONE: return "NoneType";
        case CONST_TRUE: case CONST_FALSE: return "bool";
        case CONST_ELLIPSIS: return "ellipsis";
        case CONST_INT: return "int";
        case CONST_FLOAT: return "float";
        case CONST_IMAGINARY: return "complex";
        case CONST_STR: return "str";
        case CONST_BYTES: return "bytes";
    }
    return NULL;
}

/* The name of the type that the expression certainly has, or NULL. */
static const char *type_of(Ast *e) {
    switch ((AstKind)e->kind) {
        case AST_TUPLE: return "tuple";
        case AST_LIST: case AST_LIST_COMP: return "list";
        case AST_DICT: case AST_DICT_COMP: return "dict";
        case AST_SET: case AST_SET_COMP: return "set";
        case AST_GENERATOR_EXP: return "generator";
        case AST_LAMBDA: return "function";
        case AST_JOINED_STR: case AST_FORMATTED_VALUE: return "str";
        case AST_CONSTANT: return constant_type(&as_Constant(e)->value);
        case AST_UNARY_OP: return is_signed_number(e) ? type_of(as_UnaryOp(e)->operand) : NULL;
        default: return NULL;
    }
}

bool is_constant_expr(Ast *e) {
    if (stack_is_low()) return false;
    switch ((AstKind)e->kind) {
        case AST_CONSTANT: return true;
        case AST_UNARY_OP: return is_constant_expr(as_UnaryOp(e)->operand);
        case AST_BIN_OP: return is_constant_expr(as_BinOp(e)->left) && is_constant_expr(as_BinOp(e)->right);
        case AST_TUPLE:
            for (int i = 0; i < as_Tuple(e)->elts->n; i++)
                if (!is_constant_expr(as_Tuple(e)->elts->items[i])) return false;
            return true;
        default: return false;
    }
}

static bool is_literal(Ast *e) { return e->kind == AST_CONSTANT || is_signed_number(e); }

void check_caller(Compiler *c, Ast *e) {
    if (e->kind == AST_LAMBDA || !type_of(e)) return;
    compile_warn(c, ast_span(e), "'%s' object is not callable; perhaps you missed a comma?", type_of(e));
}

static bool not_subscriptable(Ast *e) {
    if (is_literal(e)) return strcmp(type_of(e), "str") != 0 && strcmp(type_of(e), "bytes") != 0;
    return e->kind == AST_SET || e->kind == AST_SET_COMP || e->kind == AST_GENERATOR_EXP || e->kind == AST_LAMBDA;
}

/* Sequences know no keys but integers and slices. */
static bool is_sequence_literal(Ast *e) {
    if (e->kind == AST_CONSTANT) return as_Constant(e)->value.kind == CONST_STR || as_Constant(e)->value.kind == CONST_BYTES;
    return e->kind == AST_TUPLE || e->kind == AST_LIST || e->kind == AST_LIST_COMP || e->kind == AST_JOINED_STR || e->kind == AST_FORMATTED_VALUE;
}

void check_subscript(Compiler *c, Ast *container, Ast *key) {
    if (not_subscriptable(container)) {
        compile_warn(c, ast_span(container), "'%s' object is not subscriptable; perhaps you missed a comma?", type_of(container));
        return;
    }
    const char *type = type_of(key);
    if (!type || !strcmp(type, "int") || !strcmp(type, "bool") || !is_sequence_literal(container)) return;
    compile_warn(c, ast_span(container), "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type_of(container), type);
}

/* Constants other than the singletons: whether two equal ones are one object is nobody's business. */
static bool has_no_identity(Ast *e) {
    if (e->kind == AST_TUPLE) return is_constant_expr(e);
    if (!is_literal(e)) return false;
    ConstKind kind = e->kind == AST_CONSTANT ? (ConstKind)as_Constant(e)->value.kind : CONST_INT;
    return kind >= CONST_INT;
}

void check_compare(Compiler *c, Ast *e) {
    const CompareNode *n = as_Compare(e);
    Ast *left = n->left;
    for (int i = 0; i < n->ops->n && !c->failed; i++) {
        Ast *right = n->comparators->items[i];
        int op = n->ops->items[i];
        Ast *literal = has_no_identity(left) ? left : has_no_identity(right) ? right : NULL;
        if (literal && op == AST_OP_IS) {
            compile_warn(c, ast_span(e), "\"is\" with '%s' literal. Did you mean \"==\"?", type_of(literal));
            return;
        }
        if (literal && op == AST_OP_IS_NOT) {
            compile_warn(c, ast_span(e), "\"is not\" with '%s' literal. Did you mean \"!=\"?", type_of(literal));
            return;
        }
        left = right;
    }
}

void check_assert(Compiler *c, Ast *s) {
    Ast *test = as_Assert(s)->test;
    if (test->kind == AST_TUPLE && as_Tuple(test)->elts->n > 0)
        compile_warn(c, ast_span(s), "assertion is always true, perhaps remove parentheses?");
}
