/* astdump.c: see astdump.h. Walks by the tables of fields; left-deep chains make it recurse, hence the limit. */
#include "grammar/astdump.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "grammar/utf8.h"

enum { MAX_DEPTH = 5000 };

typedef struct Dump {
    AstWriter *write;
    void *to;
    bool attributes;
    int depth;
} Dump;

static void put(const Dump *d, const char *text) { d->write(d->to, text, strlen(text)); }

static void put_number(const Dump *d, long number) {
    char text[32];
    snprintf(text, sizeof text, "%ld", number);
    put(d, text);
}

static void put_escaped(const Dump *d, uint32_t c) {
    char text[16];
    snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    put(d, text);
}

static void put_char(const Dump *d, uint32_t c, char quote) {
    char one[3] = {'\\', (char)c, '\0'};
    switch (c) {
    case '\n': put(d, "\\n"); return;
    case '\r': put(d, "\\r"); return;
    case '\t': put(d, "\\t"); return;
    case '\\': put(d, "\\\\"); return;
    }
    if (c < ' ' || c >= 0x7f) put_escaped(d, c);
    else put(d, c == (unsigned char)quote ? one : one + 1);
}

static void put_string(const Dump *d, const char *text, size_t len, bool bytes) {
    char quote = memchr(text, '\'', len) && !memchr(text, '"', len) ? '"' : '\'';
    const char *end = text + len;
    put(d, bytes ? (quote == '"' ? "b\"" : "b'") : (quote == '"' ? "\"" : "'"));
    while (text < end) {
        uint32_t c = bytes ? (unsigned char)*text++ : utf8_next(&text);
        put_char(d, c, quote);
    }
    put(d, quote == '"' ? "\"" : "'");
}

static void put_name(const Dump *d, const AstName *name) { put_string(d, name->text, (size_t)name->len, false); }

static int digit_value(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

/* Any base to decimal, by limbs of nine digits. */
static void put_int(const Dump *d, const AstConst *value) {
    if (value->base == 10) {
        d->write(d->to, value->text, value->len);
        return;
    }
    size_t count = 1, room = value->len / 7 + 2;
    uint32_t *limbs = calloc(room, sizeof *limbs);
    if (!limbs) return;
    for (size_t i = 0; i < value->len; i++) {
        uint64_t carry = (uint64_t)digit_value(value->text[i]);
        for (size_t k = 0; k < count; k++) {
            carry += (uint64_t)limbs[k] * value->base;
            limbs[k] = (uint32_t)(carry % 1000000000);
            carry /= 1000000000;
        }
        if (carry) limbs[count++] = (uint32_t)carry;
    }
    for (size_t i = count; i-- > 0;) {
        char text[16];
        snprintf(text, sizeof text, i + 1 == count ? "%u" : "%09u", limbs[i]);
        put(d, text);
    }
    free(limbs);
}

/* The shortest digits that read back as the same number, placed as repr() does. */
static void put_float(const Dump *d, double number, bool imaginary) {
    char text[40];
    if (isinf(number)) {
        put(d, imaginary ? "infj" : "inf");
        return;
    }
    int precision = 1;
    do snprintf(text, sizeof text, "%.*e", precision - 1, number);
    while (strtod(text, NULL) != number && precision++ < 17);
    int exponent = atoi(strchr(text, 'e') + 1);
    if (exponent >= -4 && exponent < 16) {
        int decimals = precision - 1 - exponent;
        snprintf(text, sizeof text, "%.*f", decimals > 0 ? decimals : 0, number);
        put(d, text);
        if (decimals <= 0 && !imaginary) put(d, ".0");
    } else {
        put(d, text);
    }
    if (imaginary) put(d, "j");
}

static void put_constant(const Dump *d, const AstConst *value) {
    switch ((ConstKind)value->kind) {
    case CONST_NONE: put(d, "None"); break;
    case CONST_TRUE: put(d, "True"); break;
    case CONST_FALSE: put(d, "False"); break;
    case CONST_ELLIPSIS: put(d, "Ellipsis"); break;
    case CONST_INT: put_int(d, value); break;
    case CONST_FLOAT: put_float(d, value->number, false); break;
    case CONST_IMAGINARY: put_float(d, value->number, true); break;
    case CONST_STR: put_string(d, value->text, value->len, false); break;
    case CONST_BYTES: put_string(d, value->text, value->len, true); break;
    }
}

static bool put_node(Dump *d, Ast *node);

static bool put_seq(Dump *d, const AstSeq *seq) {
    put(d, "[");
    for (int i = 0; i < seq->n; i++) {
        if (i) put(d, ", ");
        if (!seq->items[i]) put(d, "None");
        else if (!put_node(d, seq->items[i])) return false;
    }
    put(d, "]");
    return true;
}

static void put_names(const Dump *d, const AstNameSeq *names) {
    put(d, "[");
    for (int i = 0; i < names->n; i++) {
        if (i) put(d, ", ");
        put_name(d, names->items[i]);
    }
    put(d, "]");
}

static void put_cmpops(const Dump *d, const AstCmpOps *ops) {
    put(d, "[");
    for (int i = 0; i < ops->n; i++) {
        if (i) put(d, ", ");
        put(d, ast_cmpop_name(ops->items[i]));
        put(d, "()");
    }
    put(d, "]");
}

static void put_op(const Dump *d, const char *name) {
    put(d, name);
    put(d, "()");
}

/* Fields that are absent or empty are not shown. */
static bool is_shown(uint8_t tag, const void *field) {
    switch ((AstFieldTag)tag) {
    case AST_TAG_opt: return *(Ast *const *)field != NULL;
    case AST_TAG_optname: return *(AstName *const *)field != NULL;
    case AST_TAG_seq: case AST_TAG_holes: return (*(AstSeq *const *)field)->n > 0;
    case AST_TAG_names: return (*(AstNameSeq *const *)field)->n > 0;
    case AST_TAG_prefix: return *(const bool *)field;
    default: return true;
    }
}

static bool put_field(Dump *d, uint8_t tag, const void *field) {
    switch ((AstFieldTag)tag) {
    case AST_TAG_node: case AST_TAG_opt: return put_node(d, *(Ast *const *)field);
    case AST_TAG_seq: case AST_TAG_holes: return put_seq(d, *(AstSeq *const *)field);
    case AST_TAG_name: case AST_TAG_optname: put_name(d, *(AstName *const *)field); break;
    case AST_TAG_names: put_names(d, *(AstNameSeq *const *)field); break;
    case AST_TAG_number: put_number(d, *(const int *)field); break;
    case AST_TAG_binop: put_op(d, ast_binop_name(*(const AstBinOp *)field)); break;
    case AST_TAG_unop: put_op(d, ast_unop_name(*(const AstUnaryOp *)field)); break;
    case AST_TAG_boolop: put_op(d, ast_boolop_name(*(const AstBoolOp *)field)); break;
    case AST_TAG_cmpops: put_cmpops(d, *(AstCmpOps *const *)field); break;
    case AST_TAG_ctx: put_op(d, ast_ctx_name(*(const AstContext *)field)); break;
    case AST_TAG_value: put_constant(d, field); break;
    case AST_TAG_prefix: put(d, "'u'"); break;
    }
    return true;
}

static bool has_position(AstKind kind) {
    switch (kind) {
    case AST_COMPREHENSION: case AST_ARGUMENTS: case AST_WITHITEM: case AST_MATCH_CASE: case AST_MODULE: case AST_EXPRESSION:
    case AST_INTERACTIVE:
        return false;
    default:
        return true;
    }
}

static bool put_node(Dump *d, Ast *node) {
    if (d->depth == MAX_DEPTH) return false;
    d->depth++;
    const char *comma = "";
    put(d, ast_kind_name(node->kind));
    put(d, "(");
    for (const AstFieldInfo *info = ast_fields(node->kind); info->name; info++) {
        const void *field = (const char *)node + info->offset;
        if (!is_shown(info->tag, field)) continue;
        put(d, comma);
        put(d, info->name);
        put(d, "=");
        if (!put_field(d, info->tag, field)) return false;
        comma = ", ";
    }
    if (d->attributes && has_position(node->kind)) {
        char text[120];
        snprintf(text, sizeof text, "%slineno=%d, col_offset=%d, end_lineno=%d, end_col_offset=%d", comma, node->line, node->col,
                 node->end_line, node->end_col);
        put(d, text);
    }
    put(d, ")");
    d->depth--;
    return true;
}

bool ast_dump(Ast *tree, bool attributes, AstWriter *write, void *to) {
    Dump d = {write, to, attributes, 0};
    return put_node(&d, tree);
}
