/* syntaxerr.c: see syntaxerr.h. What SyntaxError shows are characters from 1, what the parser works with are bytes from 0; everything
 * becomes the former here. Three ways of pointing exist, each as CPython does it: at a span, at a token (those without width have odd
 * positions of their own), and, by the lexer, at the last character read. */
#include "grammar/syntaxerr.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "grammar/diagnose.h"
#include "grammar/ident.h"
#include "grammar/parser.h"
#include "grammar/source.h"
#include "grammar/utf8.h"

static char *format_text(Arena *arena, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = n < 0 ? NULL : arena_alloc(arena, (size_t)n + 1);
    if (text) vsnprintf(text, (size_t)n + 1, format, args);
    return text;
}

/* The number of characters in front of a byte column. */
static int characters(const SourceText *source, int line, int col) {
    size_t len;
    const char *text = source_line(source, line, &len);
    size_t bytes = (size_t)col < len ? (size_t)col : len;
    return (int)utf8_count(text, text + bytes) + col - (int)bytes;
}

static void set_place(SyntaxProblem *problem, const SourceText *source, int line, int offset, int end_line, int end_offset) {
    problem->line = line;
    problem->offset = offset;
    problem->end_line = end_line;
    problem->end_offset = end_offset;
    problem->located = true;
    problem->text = source_line(source, line, &problem->text_len);
}

static void set_problem(SyntaxProblem *problem, ProblemKind kind, const char *message) {
    problem->kind = message ? kind : PROBLEM_MEMORY;
    problem->message = message;
}

void problem_locate(SyntaxProblem *problem, const SourceText *source, Span span, Arena *arena) {
    (void)arena;
    set_place(problem, source, span.line, characters(source, span.line, span.col) + 1, span.end_line,
              characters(source, span.end_line, span.end_col) + 1);
}

/* ---- lexer ---- */

/* A problem of the lexer on its current line. */
static bool lexer_fail(Parser *p, ProblemKind kind, bool hard, int offset, int end_offset, const char *message) {
    SyntaxProblem *problem = &p->lexer.problem;
    set_problem(problem, kind, message);
    set_place(problem, &p->out->source, p->lexer.line, offset, p->lexer.line, end_offset);
    p->lexer.hard = hard;
    return false;
}

static int characters_until(const Lexer *lexer, const char *at) { return (int)utf8_count(lexer->line_start, at); }

bool lexer_problem(Parser *p, const char *at, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *message = format_text(p->arena, format, args);
    va_end(args);
    int offset = characters_until(&p->lexer, at);
    return lexer_fail(p, PROBLEM_SYNTAX, true, offset, offset, message);
}

bool lexer_problem_span(Parser *p, int offset, int end_offset, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *message = format_text(p->arena, format, args);
    va_end(args);
    return lexer_fail(p, PROBLEM_SYNTAX, true, offset, end_offset, message);
}

bool lexer_problem_character(Parser *p, const char *at) {
    const char *end = at;
    uint32_t c = utf8_next(&end);
    if (!ident_printable(c)) return lexer_problem(p, end, "invalid non-printable character U+%04X", c);
    return lexer_problem(p, end, "invalid character '%.*s' (U+%04X)", (int)(end - at), at, c);
}

bool lexer_problem_continuation(Parser *p) {
    int offset = characters_until(&p->lexer, p->lexer.cur) + 1;
    return lexer_fail(p, PROBLEM_SYNTAX, false, offset, 0, "unexpected character after line continuation character");
}

bool lexer_problem_eof(Parser *p) {
    int offset = characters_until(&p->lexer, p->lexer.cur) + 1;
    lexer_fail(p, PROBLEM_SYNTAX, false, offset, -1, "unexpected EOF while parsing");
    p->lexer.problem.incomplete = true;
    return false;
}

bool lexer_problem_indent(Parser *p, ProblemKind kind, const char *message) {
    size_t len;
    const char *line = source_line(&p->out->source, p->lexer.line, &len);
    bool unindent = kind == PROBLEM_INDENTATION && p->lexer.indent_count < MAX_INDENTS;
    int offset = unindent ? (int)utf8_count(line, line + len) : 1;
    return lexer_fail(p, kind, false, offset, unindent ? -1 : 0, message);
}

bool lexer_no_memory(Parser *p) { return lexer_fail(p, PROBLEM_MEMORY, true, 0, 0, NULL); }

/* ---- parser ---- */

static bool problem_at(Parser *p, ProblemKind kind, int line, int offset, int end_line, int end_offset, const char *message) {
    set_problem(&p->problem, kind, message);
    set_place(&p->problem, &p->out->source, line, offset, end_line, end_offset);
    return false;
}

bool problem_span(Parser *p, Span span, const char *format, ...) {
    va_list args;
    va_start(args, format);
    set_problem(&p->problem, PROBLEM_SYNTAX, format_text(p->arena, format, args));
    va_end(args);
    problem_locate(&p->problem, &p->out->source, span, p->arena);
    return false;
}

bool problem_point(Parser *p, int line, int col, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *message = format_text(p->arena, format, args);
    va_end(args);
    return problem_at(p, PROBLEM_SYNTAX, line, characters(&p->out->source, line, col) + 1, line, 0, message);
}

static bool has_width(const Token *token) {
    return token->kind != T_INDENT && token->kind != T_DEDENT && token->kind != T_END;
}

/* Where a token with a width is; for a NEWLINE that is the newline character. */
static Span place_of(const Parser *p, const Token *token) { return token->kind == T_NEWLINE ? p->lexer.newline : token->span; }

bool problem_from(Parser *p, Span span, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *message = format_text(p->arena, format, args);
    va_end(args);
    Span last = place_of(p, &p->last);
    const SourceText *source = &p->out->source;
    return problem_at(p, PROBLEM_SYNTAX, span.line, characters(source, span.line, span.col) + 1, last.end_line,
                      characters(source, last.end_line, last.end_col), message);
}

void problem_late(Parser *p, Span span, const char *format, ...) {
    if (p->late.kind) return;
    va_list args;
    va_start(args, format);
    set_problem(&p->late, PROBLEM_SYNTAX, format_text(p->arena, format, args));
    va_end(args);
    problem_locate(&p->late, &p->out->source, span, p->arena);
}

bool problem_too_deep(Parser *p) {
    p->problem = (SyntaxProblem){.kind = PROBLEM_MEMORY, .message = "Parser stack overflowed - Python source too complex to parse"};
    return false;
}

bool problem_no_memory(Parser *p) {
    p->problem = (SyntaxProblem){.kind = PROBLEM_MEMORY};
    return false;
}

static int last_line(const Lexer *lexer) { return lexer->line > 1 ? lexer->line - 1 : 1; }

/* Blames a token in the way of a rule that says what it wanted. */
static bool problem_token(Parser *p, ProblemKind kind, const Token *token, const char *message) {
    const SourceText *source = &p->out->source;
    if (has_width(token)) {
        Span span = place_of(p, token);
        return problem_at(p, kind, span.line, characters(source, span.line, span.col) + 1, span.end_line,
                          characters(source, span.end_line, span.end_col) + 1, message);
    }
    const Lexer *lexer = &p->lexer;
    if (token->kind != T_END && !lexer->indent_at_end) {
        int line = lexer->indent_line;
        return problem_at(p, kind, line, characters(source, line, lexer->indent_col), line, -1, message);
    }
    size_t len;
    int line = last_line(lexer);
    const char *text = source_line(source, line, &len);
    return problem_at(p, kind, line, (int)utf8_count(text, text + len), line, -1, message);
}

bool problem_invalid_syntax(Parser *p) {
    const Token *token = &p->last;
    if (token->kind == T_INDENT) return problem_token(p, PROBLEM_INDENTATION, token, "unexpected indent");
    if (token->kind == T_DEDENT) return problem_token(p, PROBLEM_INDENTATION, token, "unexpected unindent");
    if (token->kind == T_END) {
        int line = p->lexer.end == p->out->source.text ? 0 : last_line(&p->lexer);
        return problem_at(p, PROBLEM_SYNTAX, line, 0, line, 0, "invalid syntax");
    }
    return problem_token(p, PROBLEM_SYNTAX, token, "invalid syntax");
}

bool problem_last_token(Parser *p, const char *message) { return problem_token(p, PROBLEM_SYNTAX, &p->last, message); }

/* ---- what to say when there is no rule ---- */

bool problem_never_closed(Parser *p) {
    const Bracket *open = &p->lexer.brackets[p->lexer.bracket_count - 1];
    return problem_point(p, open->line, open->col, "'%c' was never closed", open->sign);
}

/* The kind of statement a block belongs to, by its header's first word. */
static const char *statement_name(const Token *header, bool star) {
    switch (header->kind) {
    case T_IF: return "'if' statement";
    case T_ELIF: return "'elif' statement";
    case T_ELSE: return "'else' statement";
    case T_FOR: return "'for' statement";
    case T_WHILE: return "'while' statement";
    case T_WITH: case T_WITH_PAREN: return "'with' statement";
    case T_TRY: return "'try' statement";
    case T_EXCEPT: return star ? "'except*' statement" : "'except' statement";
    case T_FINALLY: return "'finally' statement";
    case T_MATCH: return "'match' statement";
    case T_CASE: return "'case' statement";
    case T_DEF: return "function definition";
    case T_CLASS: return "class definition";
    default: return NULL;
    }
}

static bool missing_block(Parser *p) {
    const Token *header = &p->lexer.last_header;
    size_t len;
    const char *line = source_line(&p->out->source, header->span.line, &len), *at = line + header->span.end_col;
    while (*at == ' ' || *at == '\t') at++;
    const char *name = statement_name(header, *at == '*');
    if (!name) return problem_invalid_syntax(p);
    return problem_token(p, PROBLEM_INDENTATION, &p->last,
                         arena_printf(p->arena, "expected an indented block after %s on line %d", name, header->span.line));
}

/* Has the header no colon yet, up to the token that is wrong? The colons of lambdas are not its own. */
static bool lacks_colon(const Parser *p) {
    int depth = 0, lambdas = 0;
    const Lexer *lexer = &p->lexer;
    for (size_t i = 0; i + 1 < lexer->next; i++) {
        switch (lexer->tokens[i].kind) {
        case '(': case '[': case '{': case T_FIELD_OPEN: depth++; break;
        case ')': case ']': case '}': case T_FIELD_CLOSE: depth--; break;
        case T_LAMBDA: lambdas += !depth; break;
        case ':':
            if (!depth && lambdas-- == 0) return false;
            break;
        }
    }
    return lambdas == 0;
}

/* A header without its colon. Some ask for it whatever comes instead, others only at the end of the line. */
static bool missing_colon(Parser *p, const Expected *expected) {
    int header = p->lexer.header.kind;
    const Token *found = &p->last, *open = enclosing_bracket(p);
    if (open && open->kind == '[' && open - p->lexer.tokens >= 2 && open[-2].kind == T_DEF) {
        return problem_token(p, PROBLEM_SYNTAX, open, "expected '('"); /* the type parameters do not parse, so they are none */
    }
    bool forced = header == T_ELSE || header == T_TRY || header == T_FINALLY || header == T_DEF;
    if (header == T_DEF && p->before.kind == T_ARROW) {
        found = &p->before;
    } else if (!expected->colon || (!forced && found->kind != T_NEWLINE) || !statement_name(&p->lexer.header, false) ||
               !lacks_colon(p)) {
        return true;
    }
    return problem_token(p, PROBLEM_SYNTAX, found, "expected ':'");
}

static bool field_conversion(Parser *p) {
    const Token *found = &p->last;
    if (found->kind == T_FIELD_CLOSE || found->kind == ':') return problem_last_token(p, "f-string: missing conversion character");
    return problem_last_token(p, "f-string: invalid conversion character");
}

/* Inside a replacement field. true: nothing special to say. */
static bool field_problem(Parser *p, const Token *open, const Expected *expected) {
    const Token *found = &p->lexer.tokens[p->lexer.next - 1];
    for (const Token *token = open; token < found; token++) {
        if (token->kind == T_LAMBDA && p->before.kind == ':') {
            return problem_span(p, span_join(token->span, p->before.span),
                                "f-string: lambda expressions are not allowed without parentheses");
        }
    }
    if (p->before.kind == '!') return field_conversion(p);
    if (p->before.kind == T_FIELD_OPEN) return problem_last_token(p, "f-string: expecting a valid expression after '{'");
    if (!expected->field_close) return true;
    bool in_spec = p->before.kind == T_FSTRING_MIDDLE || found->kind == T_FSTRING_END;
    if (in_spec && p->before.kind != '=') return problem_last_token(p, "f-string: expecting '}', or format specs");
    if (p->before.kind == '=') return problem_last_token(p, "f-string: expecting '!', or ':', or '}'");
    if (p->before.kind == T_NAME && found[-2].kind == '!') return problem_last_token(p, "f-string: expecting ':' or '}'");
    return problem_last_token(p, "f-string: expecting '=', or '!', or ':', or '}'");
}

void problem_unexpected(Parser *p, const Expected *expected) {
    const Token *found = &p->last, *before = &p->lexer.last_header;
    if (found->kind == T_END && p->lexer.bracket_count) {
        problem_never_closed(p);
    } else if (found->kind == T_NEWLINE && p->before.kind == T_IMPORT) {
        problem_from(p, p->lexer.newline, "Expected one or more names after 'import'");
    } else if (expected->indent && found->kind != T_INDENT) {
        missing_block(p);
    } else if (expected->only_end && p->mode == PARSE_SINGLE && before->kind && !statement_name(before, false)) {
        p->last = (Token){.kind = T_NEWLINE};
        p->lexer.newline = p->lexer.last_newline;
        problem_last_token(p, "multiple statements found while compiling a single statement");
    } else if (p->lexer.header.kind == T_DEF && expected->only_open_paren) {
        problem_last_token(p, "expected '('");
    } else if (missing_colon(p, expected)) {
        const Token *open = enclosing_bracket(p);
        bool in_field = open && open->kind == T_FIELD_OPEN;
        if (diagnose(p, expected) && (!in_field || field_problem(p, open, expected))) problem_invalid_syntax(p);
    }
}

void problem_finish(Parser *p) {
    SyntaxProblem *problem = &p->problem;
    if (problem->kind == PROBLEM_MEMORY) return;
    const Lexer *lexer = &p->lexer;
    bool at_end = p->last.kind == T_END || (lexer->failed && (lexer->cur == lexer->end || lexer->problem.incomplete));
    int line = p->last.span.line;
    if (problem->kind == PROBLEM_SYNTAX && !lexer_drain(p)) {
        if (lexer->problem.kind == PROBLEM_MEMORY || lexer->hard) *problem = lexer->problem;
    }
    bool unclosed = lexer->bracket_count && !(lexer->failed && lexer->hard);
    if (problem->kind == PROBLEM_SYNTAX && unclosed) {
        if (line > lexer->brackets[lexer->bracket_count - 1].line) problem_never_closed(p);
    }
    problem->filename = p->filename;
    problem->incomplete = at_end && (p->flags & PARSE_INCOMPLETE);
}

void syntax_note(Parser *p, WarningKind kind, Span span, const char *format, ...) {
    SyntaxNote *note = arena_alloc(p->arena, sizeof *note);
    va_list args;
    va_start(args, format);
    char *message = note ? format_text(p->arena, format, args) : NULL;
    va_end(args);
    if (!message) {
        p->note_lost = true;
        return;
    }
    *note = (SyntaxNote){NULL, kind, message, span};
    *p->notes = note;
    p->notes = &note->next;
}
