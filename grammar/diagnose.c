/* diagnose.c: see diagnose.h. Runs once, after the parser has given up, so time does not matter. The logical line is in the lexer's buffer
 * as a whole; expressions in it are recognised by shape (operands with operators between them, brackets taken as blocks), which is enough
 * to tell how far one reaches. */
#include "grammar/diagnose.h"

#include "grammar/parser.h"

typedef const Token *Place;

static Place line_start(const Parser *p) { return p->lexer.tokens; }
static Place line_end(const Parser *p) { return p->lexer.tokens + p->lexer.count; }

/* The token that could not be parsed, in the line. */
static Place culprit(const Parser *p) { return p->lexer.tokens + p->lexer.next - 1; }

static bool is_opener(int kind) { return kind == '(' || kind == '[' || kind == '{' || kind == T_FIELD_OPEN || kind == T_FSTRING_START; }

static bool is_closer(int kind) { return kind == ')' || kind == ']' || kind == '}' || kind == T_FIELD_CLOSE || kind == T_FSTRING_END; }

const Token *enclosing_bracket(const Parser *p) {
    int depth = 0;
    if (!p->lexer.next) return NULL;
    for (Place at = culprit(p); at-- > line_start(p);) {
        if (is_closer(at->kind)) depth++;
        else if (is_opener(at->kind) && depth-- == 0) return at->kind == T_FSTRING_START ? NULL : at;
    }
    return NULL;
}

/* ---- how far an expression reaches: each returns the place behind it, or NULL if there is none ---- */

static Place skip_brackets(Place at, Place end) {
    int depth = 0;
    for (; at < end; at++) {
        if (is_opener(at->kind)) depth++;
        else if (is_closer(at->kind) && --depth == 0) return at + 1;
    }
    return NULL;
}

static Place skip_atom(Place at, Place end) {
    if (at >= end) return NULL;
    switch (at->kind) {
    case T_NAME: case T_NUMBER: case T_NONE: case T_TRUE: case T_FALSE: case T_ELLIPSIS: case T_MATCH: case T_CASE: case T_TYPE:
        return at + 1;
    case T_STRING: case T_FSTRING_START:
        while (at && at < end && (at->kind == T_STRING || at->kind == T_FSTRING_START)) {
            at = at->kind == T_STRING ? at + 1 : skip_brackets(at, end);
        }
        return at;
    case '(': case '[': case '{':
        return skip_brackets(at, end);
    default:
        return NULL;
    }
}

static Place skip_operand(Place at, Place end) {
    while (at < end && (at->kind == '-' || at->kind == '+' || at->kind == '~' || at->kind == T_NOT || at->kind == T_AWAIT)) at++;
    at = skip_atom(at, end);
    while (at && at < end) {
        if (at->kind == '.' && at + 1 < end && at[1].kind == T_NAME) {
            at += 2;
        } else if (at->kind == '(' || at->kind == '[') {
            Place behind = skip_brackets(at, end);
            if (!behind) return at;
            at = behind;
        } else {
            break;
        }
    }
    return at;
}

/* Behind an operator between operands, or NULL. */
static Place skip_operator(Place at, Place end) {
    if (at >= end) return NULL;
    switch (at->kind) {
    case '+': case '-': case '*': case '/': case '%': case '@': case '&': case '|': case '^': case '<': case '>': case T_EQ: case T_NE:
    case T_LE: case T_GE: case T_SHL: case T_SHR: case T_FLOORDIV: case T_POW: case T_AND: case T_OR: case T_IN:
        return at + 1;
    case T_IS:
        return at + 1 < end && at[1].kind == T_NOT ? at + 2 : at + 1;
    case T_NOT:
        return at + 1 < end && at[1].kind == T_IN ? at + 2 : NULL;
    default:
        return NULL;
    }
}

static Place skip_disjunction(Place at, Place end) {
    at = skip_operand(at, end);
    while (at) {
        Place operator = skip_operator(at, end), next = operator ? skip_operand(operator, end) : NULL;
        if (!next) break;
        at = next;
    }
    return at;
}

static Place skip_expression(Place at, Place end) {
    for (;;) { /* each round ends in the tail of the one before: after `else` or after a lambda's colon */
        if (at < end && at->kind == T_LAMBDA) {
            while (at < end && at->kind != ':' && at->kind != T_NEWLINE) at++;
            if (at == end || at->kind != ':') return NULL;
            at++;
            continue;
        }
        at = skip_disjunction(at, end);
        if (!at || at >= end || at->kind != T_IF) return at;
        Place condition = skip_disjunction(at + 1, end);
        if (!condition || condition >= end || condition->kind != T_ELSE || !skip_expression(condition + 1, end)) return at;
        at = condition + 1;
    }
}

static Place skip_expressions(Place at, Place end) {
    Place behind = NULL;
    for (;;) {
        Place next = skip_expression(at < end && at->kind == '*' ? at + 1 : at, end);
        if (!next) return behind;
        behind = next;
        if (next >= end || next->kind != ',') return behind;
        behind = at = next + 1;
    }
}

/* ---- two expressions side by side ---- */

/* Where the expression begins that ends in front of the culprit; NULL if the grammar has no whole expression there (the condition of a
 * comprehension, say), in which case nothing was forgotten. */
static Place expression_start(const Parser *p, Place open) {
    Place start = open + 1, stop = culprit(p);
    bool whole = true, in_for = false;
    int depth = 0;
    bool arguments = open > line_start(p) && open->kind == '(' && (open[-1].kind == T_NAME || is_closer(open[-1].kind));
    for (Place at = start; at < stop; at++) {
        if (is_opener(at->kind)) depth++;
        if (is_closer(at->kind)) depth--;
        if (depth) continue;
        bool boundary = true;
        switch (at->kind) {
        case ',': case '=': case ':': case T_WALRUS: case T_ELSE: case T_YIELD: case T_FROM: case T_AS: whole = true; break;
        case T_IF: whole = false; break;
        case T_FOR: whole = false, in_for = true; break;
        case T_IN: boundary = in_for, in_for = false; break;
        case '*': case T_POW:
            boundary = at == start;
            if (boundary) whole = arguments || at->kind == '*';
            break;
        default: boundary = false;
        }
        if (boundary) start = at + 1;
    }
    return whole && start < stop ? start : NULL;
}

static bool is_legacy(Place at) {
    if (at->kind != T_NAME) return false;
    const char *text = at->value.name->text;
    return strcmp(text, "print") == 0 || strcmp(text, "exec") == 0;
}

static bool starts_statement(const Parser *p, Place at) {
    for (;;) {
        if (at == line_start(p)) return true;
        int before = at[-1].kind;
        if (before != T_INDENT && before != T_DEDENT) return before == ';' || before == ':';
        at--;
    }
}

/* The `print` or `exec` that the culprit belongs to: the first word of its statement, or the word right in front of it. */
static Place legacy_name(const Parser *p) {
    Place found = culprit(p);
    for (Place at = found; at-- > line_start(p);) {
        if (!is_legacy(at)) continue;
        int next = at[1].kind, before = at > line_start(p) ? at[-1].kind : 0;
        if (next == '(' || next == '.' || next == '=' || before == '.' || before == T_DEF || before == T_CLASS) continue;
        if (starts_statement(p, at) || at == found - 1) return at;
    }
    return NULL;
}

static bool missing_else(Parser *p, Place start, Place condition) {
    Place behind = skip_disjunction(condition, line_end(p));
    return behind ? problem_span(p, span_join(start->span, behind[-1].span), "expected 'else' after 'if' expression") : true;
}

/* `print "x"` */
static bool missing_parentheses(Parser *p) {
    Place name = legacy_name(p), end = line_end(p);
    Place behind = name ? skip_expressions(name + 1, end) : NULL;
    if (!behind) return true;
    if (behind < end && behind->kind == T_IF) return missing_else(p, name + 1, behind + 1);
    const char *text = name->value.name->text;
    Place more = enclosing_bracket(p) ? skip_expression(behind, end) : NULL;
    if (more) return problem_span(p, span_join(name[1].span, more[-1].span), "invalid syntax. Perhaps you forgot a comma?");
    Span call = span_join(name->span, behind[-1].span);
    return problem_span(p, call, "Missing parentheses in call to '%s'. Did you mean %s(...)?", text, text);
}

/* A soft keyword, or the beginning of one: CPython 3.13 compares no more letters than the name has. */
static bool is_soft_keyword(Place at) {
    if (at->kind == T_MATCH || at->kind == T_CASE || at->kind == T_TYPE) return true;
    if (at->kind != T_NAME) return false;
    for (const char *const *word = soft_keyword_list; *word; word++) {
        if (strncmp(*word, at->value.name->text, (size_t)at->value.name->len) == 0) return true;
    }
    return false;
}

/* Are there expressions in the bracket, and not parameters, imported names or patterns? */
static bool holds_expressions(const Parser *p, Place open) {
    Place first = line_start(p);
    if (open > first && open[-1].kind == T_IMPORT) return false;
    for (Place at = open - 1; at >= first && (at->kind == T_NAME || is_opener(at->kind) || is_closer(at->kind)); at--) {
        if (at > first && (at[-1].kind == T_DEF || (at[-1].kind == T_CLASS && open->kind == '['))) return false;
    }
    if (p->lexer.header.kind != T_CASE) return true;
    for (Place at = first; at < open; at++) {
        if (at->kind == T_IF || at->kind == ':') return true;
    }
    return false;
}

static bool missing_comma(Parser *p, Place open) {
    Place found = culprit(p), start = expression_start(p, open);
    if (!start || is_soft_keyword(start) || skip_disjunction(start, found) != found) return true;
    if (start->kind == T_NAME && (start[1].kind == T_STRING || start[1].kind == T_FSTRING_START)) return true;
    Place end = line_end(p), behind = skip_expression(found, end);
    if (!behind) return true;
    bool open_end = behind == end || behind->kind == T_END || behind->kind == '(' || behind->kind == '[';
    if (open_end && p->lexer.bracket_count) return problem_never_closed(p); /* reading on for more, CPython meets the end of the text */
    return problem_span(p, span_join(start->span, behind[-1].span), "invalid syntax. Perhaps you forgot a comma?");
}

/* ---- other places ---- */

/* Brackets around parameters, or around one. */
static bool bracketed_parameter(Parser *p) {
    Place found = culprit(p), before = found - 1;
    if (found->kind != '(' || before < line_start(p)) return true;
    Place name = before;
    while (name > line_start(p) && (name->kind == T_NAME || name->kind == ',')) name--;
    bool lambda = name->kind == T_LAMBDA && before->kind != T_NAME;
    bool def = p->lexer.header.kind == T_DEF && (before->kind == '(' || before->kind == ',');
    if (!lambda && !def) return true;
    Place at = found + 1, end = line_end(p);
    while (at < end && (at->kind == T_NAME || at->kind == ',')) at++;
    if (at == end || at->kind != ')' || at == found + 1) return true;
    return problem_span(p, span_join(found->span, at->span), "%s parameters cannot be parenthesized",
                        lambda ? "Lambda expression" : "Function");
}

/* A star in front of nothing. */
static bool empty_star(const Parser *p, Place open) {
    Place star = culprit(p) - 1;
    return star > open && star->kind == '*' && (star[-1].kind == ',' || star - 1 == open);
}

/* `1 + not x` */
static bool bare_not(Parser *p) {
    Place found = culprit(p);
    if (found->kind != T_NOT || found == line_start(p)) return true;
    switch (found[-1].kind) {
    case '+': case '-': case '*': case '/': case '%': case '@': case '~': case T_FLOORDIV: break;
    default: return true;
    }
    Place behind = skip_operand(found, line_end(p));
    return behind ? problem_span(p, span_join(found->span, behind[-1].span), "'not' after an operator must be parenthesized") : true;
}

static bool ends_operand(int kind) {
    return kind == T_NAME || kind == T_NUMBER || kind == T_STRING || kind == T_NONE || kind == T_TRUE || kind == T_FALSE || is_closer(kind);
}

/* Two expressions side by side outside brackets are no more than invalid, but if the second one opens a bracket that nothing closes,
 * CPython meets the end of the text in reading it. */
static bool runs_off(Parser *p) {
    Place found = culprit(p), end = line_end(p);
    if (!p->lexer.bracket_count || found == line_start(p) || !ends_operand(found[-1].kind)) return false;
    Place behind = skip_expression(found, end);
    return behind && behind < end && (behind->kind == '(' || behind->kind == '[') && !skip_brackets(behind, end);
}

bool diagnose(Parser *p, const Expected *expected) {
    if (!p->lexer.next || !missing_parentheses(p) || !bracketed_parameter(p) || !bare_not(p)) return false;
    Place open = enclosing_bracket(p);
    if (!open) return runs_off(p) ? problem_never_closed(p) : true;
    if (expected->only_in && p->before.kind != T_NOT) return problem_last_token(p, "'in' expected after for-loop variables");
    if (!holds_expressions(p, open)) {
        bool slash_star = p->last.kind == '*' && p->before.kind == '/' && open->kind == '(' && p->lexer.header.kind == T_DEF;
        return slash_star ? problem_last_token(p, "expected comma between / and *") : true;
    }
    return empty_star(p, open) ? problem_last_token(p, "Invalid star expression") : missing_comma(p, open);
}
