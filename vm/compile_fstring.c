/* compile_fstring.c: f-strings; and "%s ..." % (x, ...), which is compiled as one where that means the same. */
#include "vm/compiler.h"

#include <stdio.h>

enum { MANY_PIECES = 1000 };

/* Very many pieces go through a list, so that the stack stays small. */
static void joined_in_pieces(Compiler *c, Span at, const AstSeq *values) {
    AstName *join = name_of_text(c, "join", 4);
    if (!join) {
        compile_no_memory(c);
        return;
    }
    emit_const(c, at, &str_empty->ob);
    emit_name(c, at, LOAD_METHOD, join);
    emit(c, at, BUILD_LIST, 0);
    for (int i = 0; i < values->n && !c->failed; i++) {
        compile_expr(c, values->items[i]);
        emit(c, at, LIST_APPEND, 1);
    }
    emit(c, at, CALL, 1);
}

void compile_joined(Compiler *c, Ast *e) {
    const AstSeq *values = as_JoinedStr(e)->values;
    if (values->n > MANY_PIECES) {
        joined_in_pieces(c, ast_span(e), values);
        return;
    }
    compile_exprs(c, values);
    if (values->n == 0) emit_const(c, ast_span(e), &str_empty->ob);
    else if (values->n > 1) emit(c, ast_span(e), BUILD_STRING, (uint32_t)values->n);
}

static void emit_format(Compiler *c, Span at, int conversion) {
    static const struct { char code; uint8_t operand; } conversions[] = {{'s', 1}, {'r', 2}, {'a', 3}};
    for (size_t i = 0; i < sizeof conversions / sizeof *conversions; i++)
        if (conversions[i].code == conversion) emit(c, at, CONVERT_VALUE, conversions[i].operand);
}

void compile_formatted(Compiler *c, Ast *e) {
    const FormattedValueNode *n = as_FormattedValue(e);
    compile_expr(c, n->value);
    emit_format(c, ast_span(e), n->conversion);
    if (n->format_spec) {
        compile_expr(c, n->format_spec);
        emit_op(c, ast_span(e), FORMAT_WITH_SPEC);
    } else {
        emit_op(c, ast_span(e), FORMAT_SIMPLE);
    }
}

/* --- percent formats --- */

enum { MAX_PERCENT_DIGITS = 2 }; /* in a width or precision */
typedef struct Piece {
    const char *text; /* literal text up to the next conversion */
    size_t n;         /* in bytes; a doubled percent sign counts as one, see put_literal */
    char code;        /* s, r, a, or 0 at the end */
    char spec[2 * MAX_PERCENT_DIGITS + 4];
} Piece;

static const char *read_number(const char *p, const char *end, int *out) {
    int digits = 0;
    *out = 0;
    for (; p < end && *p >= '0' && *p <= '9'; p++) {
        if (++digits > MAX_PERCENT_DIGITS) return NULL;
        *out = *out * 10 + (*p - '0');
    }
    return p;
}

/* A conversion behind its percent sign, as a format spec; NULL: one that format() does not know by itself. */
static const char *read_conversion(const char *p, const char *end, Piece *piece) {
    bool left = false;
    int width = -1, precision = -1;
    for (; p < end && strchr("-+ #0", *p) && *p; p++) left |= *p == '-';
    if (p < end && *p >= '0' && *p <= '9' && !(p = read_number(p, end, &width))) return NULL;
    if (p < end && *p == '.' && !(p = read_number(p + 1, end, &precision))) return NULL;
    if (p >= end || (*p != 's' && *p != 'r' && *p != 'a')) return NULL;
    piece->code = *p;
    char *out = piece->spec;
    if (!left && width > 0) *out++ = '>';
    if (width >= 0) out += sprintf(out, "%d", width);
    if (precision >= 0) out += sprintf(out, ".%d", precision);
    *out = '\0';
    return p + 1;
}

/* Text up to the next conversion, or the end. */
static const char *read_piece(const char *p, const char *end, Piece *piece) {
    *piece = (Piece){.text = p};
    for (; p < end; p++) {
        if (*p != '%') continue;
        if (p + 1 < end && p[1] == '%') {
            p++;
            continue;
        }
        piece->n = (size_t)(p - piece->text);
        return read_conversion(p + 1, end, piece);
    }
    piece->n = (size_t)(p - piece->text);
    return p;
}

static bool conversions_match(const AstConst *format, int n) {
    const char *p = format->text, *end = p + format->len;
    Piece piece;
    int found = 0;
    while (p < end) {
        if (!(p = read_piece(p, end, &piece))) return false;
        found += piece.code != 0;
    }
    return found == n;
}

/* true: there was some text. */
static bool put_literal(Compiler *c, Span at, const Piece *piece) {
    if (!piece->n) return false;
    char *text = arena_alloc(&c->arena, piece->n);
    if (!text) {
        compile_no_memory(c);
        return false;
    }
    size_t n = 0;
    for (size_t i = 0; i < piece->n; i++) {
        text[n++] = piece->text[i];
        if (piece->text[i] == '%') i++;
    }
    emit_const_take(c, at, str_from_wtf8(text, (ssize_t)n));
    return true;
}

static void put_value(Compiler *c, Span at, const Piece *piece, Ast *value) {
    compile_expr(c, value);
    emit_format(c, at, piece->code);
    if (piece->spec[0]) {
        emit_const_take(c, at, str_from_text(piece->spec));
        emit_op(c, at, FORMAT_WITH_SPEC);
    } else {
        emit_op(c, at, FORMAT_SIMPLE);
    }
}

bool compile_percent(Compiler *c, Ast *e) {
    Ast *left = as_BinOp(e)->left, *right = as_BinOp(e)->right;
    if (left->kind != AST_CONSTANT || as_Constant(left)->value.kind != CONST_STR || right->kind != AST_TUPLE) return false;
    const AstSeq *values = as_Tuple(right)->elts;
    for (int i = 0; i < values->n; i++)
        if (values->items[i]->kind == AST_STARRED) return false;
    if (is_constant_expr(right)) return false;
    const AstConst *format = &as_Constant(left)->value;
    if (!conversions_match(format, values->n)) return false;
    const char *p = format->text, *end = p + format->len;
    uint32_t pieces = 0;
    for (int i = 0; p < end && !c->failed;) {
        Piece piece;
        p = read_piece(p, end, &piece);
        pieces += put_literal(c, ast_span(left), &piece);
        if (!piece.code) continue;
        put_value(c, ast_span(values->items[i]), &piece, values->items[i]);
        pieces++;
        i++;
    }
    if (pieces == 0) emit_const(c, ast_span(e), &str_empty->ob);
    else if (pieces > 1) emit(c, ast_span(e), BUILD_STRING, pieces);
    return true;
}
