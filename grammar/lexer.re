/* lexer.re: characters -> tokens, one call each. re2c finds words, numbers and signs; the bodies of strings, which need no automaton,
 * are read by plain loops. The text ends in "\n\0" (source.c sees to that and that no other NUL is in it).
 *
 * A number that is followed by a letter, or that breaks off, is left to number_end() in literal.c, which knows what to say. A name with
 * bytes above 127 is left to ident.c. Positions are bytes from the start of the physical line. */
#include "grammar/parsing.h"

#include "grammar/ident.h"
#include "grammar/literal.h"
#include "grammar/parser.h"
#include "grammar/syntaxerr.h"

static inline int column(const Lexer *lexer, const char *at) { return (int)(at - lexer->line_start); }

/* Completes a token that began at `start` (on the current line) and ends at the cursor. */
static inline bool finish(Lexer *lexer, Token *token, int kind, const char *start) {
    token->kind = kind;
    token->span = (Span){lexer->line, lexer->line, column(lexer, start), column(lexer, lexer->cur)};
    return true;
}

static inline bool sign(Lexer *lexer, Token *token, int kind, const char *start, const char *end) {
    lexer->cur = end;
    token->value.at = start;
    return finish(lexer, token, kind, start);
}

static bool word(Parser *p, Token *token, const char *start, const char *end) {
    token->value.name = name_intern(p->names, start, (size_t)(end - start));
    p->lexer.cur = end;
    return token->value.name ? finish(&p->lexer, token, T_NAME, start) : lexer_no_memory(p);
}

static bool wide_word(Parser *p, Token *token, const char *start) {
    const char *end = start;
    token->value.name = ident_read(p, &end);
    p->lexer.cur = end;
    return token->value.name && finish(&p->lexer, token, T_NAME, start);
}

static bool number(Parser *p, Token *token, const char *start, const char *end) {
    Lexer *lexer = &p->lexer;
    lexer->cur = end;
    finish(lexer, token, T_NUMBER, start);
    AstConst value;
    if (!number_value(p, start, end, &value)) return false;
    token->value.node = AST_NEW(p->arena, Constant, CONSTANT, token->span, value, false);
    return token->value.node ? true : lexer_no_memory(p);
}

/* A number that does not look right as a whole. */
static bool odd_number(Parser *p, Token *token, const char *start) {
    const char *end = number_end(p, start);
    return end && number(p, token, start, end);
}

static void new_line(Lexer *lexer, const char *start) {
    lexer->line++;
    lexer->line_start = start;
}

/* The text of a token whose parts lie on several lines. */
static bool raw_constant(Parser *p, Token *token, int kind, const char *body, size_t n, int flags) {
    AstConst value = {.kind = CONST_STR, .base = (uint8_t)flags, .len = n};
    value.text = body;
    token->kind = kind;
    token->value.node = AST_NEW(p->arena, Constant, CONSTANT, token->span, value, (flags & LIT_U) != 0);
    return token->value.node ? true : lexer_no_memory(p);
}

static int prefix_flags(const char *start, const char *quote) {
    int flags = 0;
    for (; start < quote; start++) {
        switch (*start | 0x20) {
        case 'r': flags |= LIT_RAW; break;
        case 'b': flags |= LIT_BYTES; break;
        case 'u': flags |= LIT_U; break;
        default: flags |= LIT_F; break;
        }
    }
    return flags;
}

/* The field in which the text ends is the one that was forgotten if the string that does not end has the quotes of its f-string. */
static bool closes_fstring(const Lexer *lexer, char quote, bool triple) {
    if (!lexer->fstring_count) return false;
    const FString *outer = &lexer->fstrings[lexer->fstring_count - 1];
    return outer->quote == quote && outer->triple == triple;
}

/* The line on which the text ran out, for a token that began on `first`: the newline that ends the text begins no line. */
static int line_reached(const Lexer *lexer, int first) {
    return lexer->cur == lexer->end && lexer->line > first ? lexer->line - 1 : lexer->line;
}

static bool unterminated(Parser *p, const Token *token, const char *line_start, char quote, bool triple, bool escaped_quote) {
    Lexer *lexer = &p->lexer;
    int last_line = line_reached(lexer, token->span.line);
    lexer->line = token->span.line;
    lexer->line_start = line_start;
    const char *at = line_start + token->span.col + 1;
    if (closes_fstring(lexer, quote, triple)) return lexer_problem(p, at, "f-string: expecting '}'");
    if (triple) return lexer_problem(p, at, "unterminated triple-quoted string literal (detected at line %d)", last_line);
    return lexer_problem(p, at, "unterminated string literal (detected at line %d)%s", last_line,
                         escaped_quote ? "; perhaps you escaped the end quote?" : "");
}

/* A string whose prefix begins at start and whose quote (the first, if three) stands at `quote`. */
static bool string(Parser *p, Token *token, const char *start, const char *quote, bool triple) {
    Lexer *lexer = &p->lexer;
    const char *line_start = lexer->line_start;
    const char *body = quote + (triple ? 3 : 1), *at = body;
    int flags = prefix_flags(start, quote);
    unsigned char bits = 0;
    bool escaped_quote = false;
    token->span = (Span){lexer->line, lexer->line, column(lexer, start), 0};
    for (;; at++) {
        char c = *at;
        bits |= (unsigned char)c;
        if (c == *quote) {
            if (!triple || (at[1] == c && at[2] == c)) break;
        } else if (c == '\\') {
            flags |= LIT_ESCAPE;
            escaped_quote |= at[1] == *quote;
            if (*++at == '\n') new_line(lexer, at + 1);
            bits |= (unsigned char)*at;
            if (!*at) at--;
        } else if (c == '\n' || c == '\0') {
            if (c == '\n' && triple) {
                new_line(lexer, at + 1);
                continue;
            }
            lexer->cur = at;
            return unterminated(p, token, line_start, *quote, triple, escaped_quote);
        }
    }
    if (bits & 0x80) flags |= LIT_HIGH;
    lexer->cur = at + (triple ? 3 : 1);
    token->span.end_line = lexer->line;
    token->span.end_col = column(lexer, lexer->cur);
    return raw_constant(p, token, T_STRING, body, (size_t)(at - body), flags);
}

static bool fstring_begin(Parser *p, Token *token, const char *start, const char *quote, bool triple) {
    Lexer *lexer = &p->lexer;
    lexer->cur = quote + (triple ? 3 : 1);
    finish(lexer, token, T_FSTRING_START, start);
    token->value.at = start;
    if (lexer->fstring_count == MAX_FSTRINGS) return lexer_problem(p, lexer->cur, "too many nested f-strings");
    FString *f = &lexer->fstrings[lexer->fstring_count++];
    f->quote = *quote;
    f->triple = triple;
    f->raw = (prefix_flags(start, quote) & LIT_RAW) != 0;
    f->nest = 0;
    f->in_spec[0] = true;
    f->line = lexer->line;
    f->col = column(lexer, start);
    f->line_start = lexer->line_start;
    return true;
}

static bool fstring_unterminated(Parser *p, const FString *f) {
    Lexer *lexer = &p->lexer;
    int last_line = line_reached(lexer, f->line);
    lexer->line = f->line;
    lexer->line_start = f->line_start;
    return lexer_problem(p, f->line_start + f->col + 1, "unterminated %sf-string literal (detected at line %d)",
                         f->triple ? "triple-quoted " : "", last_line);
}

static bool at_quote(const FString *f, const char *at) {
    return *at == f->quote && (!f->triple || (at[1] == *at && at[2] == *at));
}

/* Steps over a backslash and what belongs to it in the text of an f-string; returns where the text goes on. */
static const char *skip_escape(Parser *p, const FString *f, const char *at, int *flags) {
    Lexer *lexer = &p->lexer;
    *flags |= LIT_ESCAPE;
    char c = at[1];
    if (c == '{' || c == '}') {
        if (!f->raw && at[2] != c) {
            Span span = {lexer->line, lexer->line, column(lexer, at), column(lexer, at + 2)};
            syntax_note(p, WARN_SYNTAX, span, "invalid escape sequence '\\%c'", c);
        }
        return at + 1;
    }
    if (c == 'N' && at[2] == '{' && !f->raw) {
        const char *end = at + 3;
        while (*end != '}' && *end != '\n' && *end && !at_quote(f, end)) end++;
        return *end == '}' ? end + 1 : at + 2;
    }
    if (c == '\n') new_line(lexer, at + 2);
    return c ? at + 2 : at + 1;
}

static bool middle(Parser *p, Token *token, const char *start, const char *end, int flags) {
    Lexer *lexer = &p->lexer;
    token->span.end_line = lexer->line;
    token->span.end_col = column(lexer, lexer->cur);
    for (const char *at = start; at < end; at++) {
        if (*at & 0x80) flags |= LIT_HIGH;
    }
    return raw_constant(p, token, T_FSTRING_MIDDLE, start, (size_t)(end - start), flags);
}

static bool fstring_end(Lexer *lexer, Token *token, FString *f) {
    const char *start = lexer->cur;
    lexer->cur += f->triple ? 3 : 1;
    while (f->nest > 0) { /* a field was left open: the parser will say so */
        lexer->bracket_count = f->base[f->nest--] - 1;
    }
    lexer->fstring_count--;
    return sign(lexer, token, T_FSTRING_END, start, lexer->cur);
}

/* Inside the text of an f-string or of a format specification: a piece of text, the brace of a field, or the end. */
static bool fstring_text(Parser *p, Token *token, FString *f) {
    Lexer *lexer = &p->lexer;
    const char *start = lexer->cur, *at = start;
    bool in_spec = f->nest > 0;
    int flags = f->raw && !in_spec ? LIT_RAW : 0; /* the r of rf"..." does not reach into specifications */
    token->span = (Span){lexer->line, lexer->line, column(lexer, start), 0};
    for (;;) {
        char c = *at;
        lexer->cur = at;
        if (c == '\0' || (c == '\n' && !f->triple)) {
            if (!in_spec || !c) return fstring_unterminated(p, f);
            f->in_spec[f->nest] = false; /* a line end ends the specification, the field goes on */
            return at > start ? middle(p, token, start, at, flags) : lexer_scan(p, token);
        }
        if (at_quote(f, at)) return at > start ? middle(p, token, start, at, flags) : fstring_end(lexer, token, f);
        if (c == '{' || c == '}') {
            if (!in_spec && at[1] == c) { /* doubled: one brace of text */
                lexer->cur = at + 2;
                return middle(p, token, start, at + 1, flags);
            }
            if (at > start) return middle(p, token, start, at, flags);
            lexer->cur = at + 1;
            if (c == '}') {
                if (!in_spec) return lexer_problem(p, lexer->cur, "f-string: single '}' is not allowed");
                lexer->bracket_count = f->base[f->nest--] - 1;
                return sign(lexer, token, T_FIELD_CLOSE, at, at + 1);
            }
            if (f->nest == MAX_FIELD_NEST) return lexer_problem(p, at, "f-string: expressions nested too deeply");
            if (!open_bracket(p, '{', true)) return false;
            f->base[++f->nest] = lexer->bracket_count;
            f->in_spec[f->nest] = false;
            return sign(lexer, token, T_FIELD_OPEN, at, at + 1);
        }
        if (c == '\\') {
            at = skip_escape(p, f, at, &flags);
        } else {
            at++;
            if (c == '\n') new_line(lexer, at);
        }
    }
}

/* The f-string whose replacement field the cursor is directly in, or NULL. */
static FString *field_here(Lexer *lexer) {
    if (!lexer->fstring_count) return NULL;
    FString *f = &lexer->fstrings[lexer->fstring_count - 1];
    return f->nest && lexer->bracket_count == f->base[f->nest] ? f : NULL;
}

static bool bracket_open(Parser *p, Token *token, const char *start) {
    p->lexer.cur = start + 1;
    return open_bracket(p, *start, false) && sign(&p->lexer, token, *start, start, start + 1);
}

static bool bracket_close(Parser *p, Token *token, const char *start) {
    Lexer *lexer = &p->lexer;
    FString *f = field_here(lexer);
    lexer->cur = start + 1;
    if (f && *start == '}') {
        lexer->bracket_count = f->base[f->nest--] - 1;
        return sign(lexer, token, T_FIELD_CLOSE, start, start + 1);
    }
    return close_bracket(p, *start) && sign(lexer, token, *start, start, start + 1);
}

static bool backslash(Parser *p, const char *start) {
    Lexer *lexer = &p->lexer;
    lexer->cur = start + 1;
    if (*lexer->cur != '\n') return lexer_problem_continuation(p);
    if (lexer->cur + 1 == lexer->end) return lexer_problem_eof(p);
    lexer->cur++;
    new_line(lexer, lexer->cur);
    return true;
}

bool lexer_scan(Parser *p, Token *token) {
    Lexer *lexer = &p->lexer;
    const char *marker, *cursor, *start, *comment = NULL;
    if (UNLIKELY(lexer->fstring_count)) {
        FString *f = &lexer->fstrings[lexer->fstring_count - 1];
        if (f->in_spec[f->nest]) return fstring_text(p, token, f);
    }
    cursor = lexer->cur;
again:
    start = cursor;
#define SIGN(kind) return sign(lexer, token, kind, start, cursor)
#define ASSIGN(op) do { sign(lexer, token, T_ASSIGN_OP, start, cursor); token->value.n = op; return true; } while (0)
    /*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cursor;
    re2c:define:YYMARKER = marker;
    re2c:yyfill:enable = 0;
    re2c:yych:conversion = 1;

    digit = [0-9];
    digits = digit ("_"? digit)*;
    exponent = [eE] [+-]? digits;
    point = digits "." digits? | "." digits;
    decimal = digits | digits exponent | point exponent? ;
    hex = "0" [xX] ("_"? [0-9a-fA-F])+;
    octal = "0" [oO] ("_"? [0-7])+;
    binary = "0" [bB] ("_"? [01])+;
    high = [\x80-\xff];
    letter = [a-zA-Z_] | high;
    ascii_name = [a-zA-Z_] [a-zA-Z0-9_]*;
    prefix = [rRuUbB] | [bB][rR] | [rR][bB];
    fprefix = [fF] | [fF][rR] | [rR][fF];

    [ \t\f]+            { goto again; }
    "#" [^\n\x00]*      { comment = start; goto again; }
    "\n"                {
                            if (!lexer->bracket_count) return sign(lexer, token, T_NEWLINE, comment ? comment : start, cursor);
                            comment = NULL;
                            new_line(lexer, cursor);
                            goto again;
                        }
    "\\"                {
                            if (!backslash(p, start)) return false;
                            cursor = lexer->cur;
                            goto again;
                        }
    "\x00"              { return sign(lexer, token, T_END, start, start); }

    "False"    { SIGN(T_FALSE); }
    "None"     { SIGN(T_NONE); }
    "True"     { SIGN(T_TRUE); }
    "and"      { SIGN(T_AND); }
    "as"       { SIGN(T_AS); }
    "assert"   { SIGN(T_ASSERT); }
    "async"    { SIGN(T_ASYNC); }
    "await"    { SIGN(T_AWAIT); }
    "break"    { SIGN(T_BREAK); }
    "class"    { SIGN(T_CLASS); }
    "continue" { SIGN(T_CONTINUE); }
    "def"      { SIGN(T_DEF); }
    "del"      { SIGN(T_DEL); }
    "elif"     { SIGN(T_ELIF); }
    "else"     { SIGN(T_ELSE); }
    "except"   { SIGN(T_EXCEPT); }
    "finally"  { SIGN(T_FINALLY); }
    "for"      { SIGN(T_FOR); }
    "from"     { SIGN(T_FROM); }
    "global"   { SIGN(T_GLOBAL); }
    "if"       { SIGN(T_IF); }
    "import"   { SIGN(T_IMPORT); }
    "in"       { SIGN(T_IN); }
    "is"       { SIGN(T_IS); }
    "lambda"   { SIGN(T_LAMBDA); }
    "nonlocal" { SIGN(T_NONLOCAL); }
    "not"      { SIGN(T_NOT); }
    "or"       { SIGN(T_OR); }
    "pass"     { SIGN(T_PASS); }
    "raise"    { SIGN(T_RAISE); }
    "return"   { SIGN(T_RETURN); }
    "try"      { SIGN(T_TRY); }
    "while"    { SIGN(T_WHILE); }
    "with"     { SIGN(T_WITH); }
    "yield"    { SIGN(T_YIELD); }

    "type"     { lexer->saw_type = true; return word(p, token, start, cursor); }
    ascii_name { return word(p, token, start, cursor); }
    ascii_name? high { return wide_word(p, token, start); }

    "0" ("_"? "0")*      { return number(p, token, start, cursor); }
    "0" ("_"? digit)+    { return odd_number(p, token, start); }
    (decimal | hex | octal | binary | decimal [jJ])        { return number(p, token, start, cursor); }
    (decimal | hex | octal | binary | decimal [jJ]) letter { return odd_number(p, token, start); }
    (octal | binary) digit                                 { return odd_number(p, token, start); }
    "0" [oO] [89] | "0" [bB] [2-9]                         { return odd_number(p, token, start); }

    prefix? ["']         { return string(p, token, start, cursor - 1, false); }
    prefix? (["]{3} | [']{3}) { return string(p, token, start, cursor - 3, true); }
    fprefix ["']         { return fstring_begin(p, token, start, cursor - 1, false); }
    fprefix (["]{3} | [']{3}) { return fstring_begin(p, token, start, cursor - 3, true); }

    [({] | "["  { return bracket_open(p, token, start); }
    [)}] | "]"  { return bracket_close(p, token, start); }
    "->"    { SIGN(T_ARROW); }
    "=="    { SIGN(T_EQ); }
    "!="    { SIGN(T_NE); }
    "<="    { SIGN(T_LE); }
    ">="    { SIGN(T_GE); }
    "<<"    { SIGN(T_SHL); }
    ">>"    { SIGN(T_SHR); }
    "//"    { SIGN(T_FLOORDIV); }
    "**"    { SIGN(T_POW); }
    "..."   { SIGN(T_ELLIPSIS); }
    "<>"    { SIGN(T_UNKNOWN); }
    "+="    { ASSIGN(AST_OP_ADD); }
    "-="    { ASSIGN(AST_OP_SUB); }
    "*="    { ASSIGN(AST_OP_MULT); }
    "@="    { ASSIGN(AST_OP_MAT_MULT); }
    "/="    { ASSIGN(AST_OP_DIV); }
    "//="   { ASSIGN(AST_OP_FLOOR_DIV); }
    "%="    { ASSIGN(AST_OP_MOD); }
    "**="   { ASSIGN(AST_OP_POW); }
    "<<="   { ASSIGN(AST_OP_LSHIFT); }
    ">>="   { ASSIGN(AST_OP_RSHIFT); }
    "|="    { ASSIGN(AST_OP_BIT_OR); }
    "^="    { ASSIGN(AST_OP_BIT_XOR); }
    "&="    { ASSIGN(AST_OP_BIT_AND); }
    ":" | ":=" {
                FString *field = field_here(lexer);
                if (field) {
                    field->in_spec[field->nest] = true;
                    return sign(lexer, token, ':', start, start + 1);
                }
                return sign(lexer, token, cursor - start == 2 ? T_WALRUS : ':', start, cursor);
            }
    [-+*/%@&|^~<>=.,;]  { SIGN(*start); }
    [!$?`]  { SIGN(*start); }
    *       { lexer->cur = cursor; return lexer_problem_character(p, start); }
    */
}
