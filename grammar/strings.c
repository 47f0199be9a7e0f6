/* strings.c: see strings.h. A JoinedStr never has two Constants in a row nor an empty one: pieces of text that touch (doubled braces make
 * them, and so does the text of an `=`) become one, reaching from the start of the first to the end of the last. */
#include "grammar/strings.h"

#include "grammar/actions.h"
#include "grammar/literal.h"
#include "grammar/syntaxerr.h"

#define NEW(Name, NAME, ...) AST_NEW(p->arena, Name, NAME, __VA_ARGS__)

static const AstConst *text_of(const Ast *node) { return &((const ConstantNode *)node)->value; }

/* One constant of n. */
static Ast *concatenate(Parser *p, Ast **items, int n, Span span) {
    AstConst value = *text_of(items[0]);
    size_t len = 0;
    for (int i = 0; i < n; i++) {
        len += text_of(items[i])->len;
        value.ascii &= text_of(items[i])->ascii;
    }
    char *text = arena_alloc(p->arena, len + 1), *to = text;
    if (!text) return NULL;
    for (int i = 0; i < n; i++) {
        const AstConst *part = text_of(items[i]);
        if (part->len) memcpy(to, part->text, part->len);
        to += part->len;
    }
    value.text = text;
    value.len = len;
    return NEW(Constant, CONSTANT, span, value, ((const ConstantNode *)items[0])->kind);
}

/* The values of a JoinedStr: constants that touch become one, empty ones vanish. Works in place. */
static AstSeq *merge(Parser *p, Ast **items, int n) {
    int kept = 0;
    for (int i = 0; i < n;) {
        if (items[i]->kind != AST_CONSTANT) {
            items[kept++] = items[i++];
            continue;
        }
        int first = i, end = i;
        while (end < n && items[end]->kind == AST_CONSTANT) end++;
        i = end;
        Ast *whole = items[first];
        if (end - first > 1) {
            Span span = span_join(ast_span(items[first]), ast_span(items[end - 1]));
            if (!(whole = concatenate(p, items + first, end - first, span))) return NULL;
        }
        if (text_of(whole)->len) items[kept++] = whole;
    }
    AstSeq *values = ast_seq(p->arena, kept);
    if (values && kept) memcpy(values->items, items, (size_t)kept * sizeof *items);
    return values;
}

/* All values of the JoinedStrs and constants, in a row. */
static Ast **flatten(Parser *p, Ast **items, int n, int *count) {
    int total = 0;
    for (int i = 0; i < n; i++) total += items[i]->kind == AST_CONSTANT ? 1 : as_JoinedStr(items[i])->values->n;
    Ast **flat = arena_alloc(p->arena, (size_t)total * sizeof *flat + 1);
    if (!flat) return NULL;
    *count = 0;
    for (int i = 0; i < n; i++) {
        if (items[i]->kind == AST_CONSTANT) {
            flat[(*count)++] = items[i];
            continue;
        }
        const AstSeq *values = as_JoinedStr(items[i])->values;
        for (int k = 0; k < values->n; k++) flat[(*count)++] = values->items[k];
    }
    return flat;
}

Ast *strings_join(Parser *p, int n, Span span) {
    p->list_count -= (size_t)n;
    Ast **items = (Ast **)p->list + p->list_count;
    if (n == 1) return items[0];
    int bytes = 0, joined = 0;
    for (int i = 0; i < n; i++) {
        if (items[i]->kind == AST_JOINED_STR) joined++;
        else bytes += text_of(items[i])->kind == CONST_BYTES;
    }
    if (bytes && bytes < n) {
        problem_last_token(p, "cannot mix bytes and nonbytes literals");
        return NULL;
    }
    if (!joined) return concatenate(p, items, n, span);
    int count;
    Ast **flat = flatten(p, items, n, &count);
    AstSeq *values = flat ? merge(p, flat, count) : NULL;
    return values ? NEW(JoinedStr, JOINED_STR, span, values) : NULL;
}

/* ---- f-strings ---- */

Ast *fstring_new(Parser *p, int n, Span end, Span span) {
    p->list_count -= (size_t)n;
    Ast **items = (Ast **)p->list + p->list_count;
    for (int i = 0; i < n; i++) {
        if (items[i]->kind == AST_CONSTANT && !literal_decode(p, as_Constant(items[i]), end)) return NULL;
    }
    AstSeq *values = merge(p, items, n);
    return values ? NEW(JoinedStr, JOINED_STR, span, values) : NULL;
}

Ast *fstring_spec(Parser *p, int n, Span span) { return fstring_new(p, n, p->before.span, span); }

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f'; }

static const char *skip_comment(const char *at) {
    while (*at != '\n') at++;
    return at;
}

/* Steps over a string that begins at `at`, or over one character. */
static const char *skip_string(const char *at) {
    char quote = *at;
    if (quote != '"' && quote != '\'') return at + 1;
    bool triple = at[1] == quote && at[2] == quote;
    for (at += triple ? 3 : 1; *at; at++) {
        if (*at == '\\' && at[1]) at++;
        else if (*at == quote && !triple) return at + 1;
        else if (*at == quote && at[1] == quote && at[2] == quote) return at + 3;
    }
    return at;
}

/* The text that `=` shows: all from the brace to what follows the sign, without comments. */
static Ast *shown_text(Parser *p, const Field *field) {
    const char *start = field->open_at + 1, *end = field->equal_at + 1;
    while (is_space(*end) || *end == '#') end = *end == '#' ? skip_comment(end) : end + 1;
    char *text = arena_alloc(p->arena, (size_t)(end - start) + 1), *to = text;
    if (!text) return NULL;
    int flags = 0;
    for (const char *at = start; at < end;) {
        if (*at == '#') {
            at = skip_comment(at);
            continue;
        }
        const char *next = skip_string(at);
        if (next > end) next = end;
        for (; at < next; at++) {
            if (*at & 0x80) flags = LIT_HIGH;
            *to++ = *at;
        }
    }
    AstConst value = {.kind = CONST_STR, .base = (uint8_t)flags, .len = (size_t)(to - text)};
    value.text = text;
    Span after = field->conversion ? field->mark : field->spec ? field->colon : field->close;
    return NEW(Constant, CONSTANT, ((Span){field->open.line, after.line, field->open.col + 1, after.col}), value, false);
}

int field_push(Parser *p, const Field *field, Span span) {
    int count = 1, conversion = -1;
    if (field->conversion) conversion = field->conversion->text[0];
    if (field->equal_at) {
        if (!field->conversion && !field->spec) conversion = 'r';
        Ast *text = shown_text(p, field);
        if (!text || !list_push(p, text)) return 0;
        count++;
    }
    Ast *value = NEW(FormattedValue, FORMATTED_VALUE, span, field->value, conversion, field->spec);
    return value && list_push(p, value) ? count : 0;
}

bool check_conversion(Parser *p, const AstName *name, Span mark, Span span) {
    if (mark.end_col != span.col || mark.end_line != span.line) {
        return problem_span(p, span_join(mark, span), "f-string: conversion type must come right after the exclamanation mark");
    }
    char c = name->text[0];
    if (name->len == 1 && (c == 's' || c == 'r' || c == 'a')) return true;
    return problem_span(p, span, "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'", name->text);
}

void fstring_empty_field(Parser *p, char before, Span span) {
    problem_span(p, span, "f-string: valid expression required before '%c'", before);
}
