/* lines.c: tokens -> logical lines. The parser is fed from a buffer that holds one logical line, because four decisions need to see more
 * of it than one token, and so each is taken once, in one pass over the line:
 *
 *   with (      T_WITH_PAREN instead of T_WITH when `:` follows the bracket's partner: the items are inside the brackets
 *   match       a keyword if the line ends in `:` or what follows cannot continue an expression
 *   case        a keyword at the start of a line directly inside the block of a match statement
 *   type        a keyword in front of a name where a statement can begin
 *
 * INDENT and DEDENT come from comparing the columns of first tokens, counted with tabs as 8 and as 1: lines that the two counts order
 * differently are an error. NEWLINE, INDENT, DEDENT and END have no width: they stand where the last token ended, so that the parser's
 * default locations end where CPython's nodes do. */
#include "grammar/parsing.h"

#include "gc/mem.h"
#include "grammar/parser.h"
#include "grammar/syntaxerr.h"

bool lexer_start(Parser *p) {
    Lexer *lexer = &p->lexer;
    const SourceText *source = &p->out->source;
    lexer->cur = lexer->line_start = source->text;
    lexer->end = source->text + source->len;
    lexer->line = 1;
    lexer->at_line_start = true;
    lexer->indent_count = 1;
    lexer->indents[0] = (Indent){0};
    lexer->last = (Span){1, 1, 0, 0};
    return true;
}

void lexer_stop(Parser *p) {
    mem_free(p->lexer.tokens);
    p->lexer.tokens = NULL;
}

bool open_bracket(Parser *p, char sign, bool field) {
    Lexer *lexer = &p->lexer;
    if (lexer->bracket_count == MAX_BRACKETS) return lexer_problem(p, lexer->cur, "too many nested parentheses");
    const char *at = lexer->cur - 1;
    lexer->brackets[lexer->bracket_count++] = (Bracket){sign, field, lexer->line, (int)(at - lexer->line_start)};
    return true;
}

bool close_bracket(Parser *p, char sign) {
    Lexer *lexer = &p->lexer;
    const char *at = lexer->cur;
    if (!lexer->bracket_count) return lexer_problem(p, at, "unmatched '%c'", sign);
    const Bracket *open = &lexer->brackets[lexer->bracket_count - 1];
    if (open->field && sign != '}') return lexer_problem(p, at, "f-string: unmatched '%c'", sign);
    if (sign != (open->sign == '(' ? ')' : open->sign == '[' ? ']' : '}')) {
        if (open->line == lexer->line) {
            return lexer_problem(p, at, "closing parenthesis '%c' does not match opening parenthesis '%c'", sign, open->sign);
        }
        return lexer_problem(p, at, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", sign, open->sign,
                             open->line);
    }
    lexer->bracket_count--;
    return true;
}

static Token *new_token(Parser *p) {
    Lexer *lexer = &p->lexer;
    if (lexer->count == lexer->capacity) {
        size_t capacity = lexer->capacity ? lexer->capacity * 2 : 64;
        Token *tokens = mem_realloc(lexer->tokens, capacity * sizeof *tokens);
        if (!tokens) {
            lexer_no_memory(p);
            return NULL;
        }
        lexer->tokens = tokens;
        lexer->capacity = capacity;
    }
    return &lexer->tokens[lexer->count++];
}

/* Adds a token without width. */
static bool add_mark(Parser *p, int kind) {
    Token *token = new_token(p);
    if (!token) return false;
    Span last = p->lexer.last;
    *token = (Token){.kind = kind, .span = {last.end_line, last.end_line, last.end_col, last.end_col}};
    return true;
}

static void new_line(Lexer *lexer) {
    lexer->line++;
    lexer->line_start = lexer->cur;
}

/* Steps to the first token of the next line that has one, counting columns. */
static bool find_line(Parser *p, Indent *found) {
    Lexer *lexer = &p->lexer;
    int col = 0, altcol = 0, joined = 0; /* joined: the column of the first backslash that had one in front of it */
    for (;; lexer->cur++) {
        switch (*lexer->cur) {
        case ' ':
            col++, altcol++;
            continue;
        case '\t':
            col = (col / 8 + 1) * 8;
            altcol++;
            continue;
        case '\f':
            col = altcol = 0;
            continue;
        case '#':
            while (lexer->cur[1] != '\n') lexer->cur++;
            continue;
        case '\n':
            lexer->cur++;
            new_line(lexer);
            lexer->cur--;
            col = altcol = 0;
            joined = 0;
            continue;
        case '\\':
            if (lexer->cur[1] != '\n') break;
            if (lexer->cur + 2 == lexer->end) {
                lexer->cur++;
                return lexer_problem_eof(p);
            }
            if (!joined) joined = col;
            lexer->cur += 2;
            new_line(lexer);
            lexer->cur--;
            continue;
        }
        break;
    }
    *found = joined ? (Indent){joined, joined, false} : (Indent){col, altcol, false};
    return true;
}

static bool tab_problem(Parser *p) {
    return lexer_problem_indent(p, PROBLEM_TAB, "inconsistent use of tabs and spaces in indentation");
}

/* At the start of a logical line: finds it and says how its indentation differs. At the end of the text all blocks end. */
static bool begin_line(Parser *p) {
    Lexer *lexer = &p->lexer;
    Indent here;
    if (!find_line(p, &here)) return false;
    lexer->at_line_start = false;
    lexer->indent_line = lexer->line;
    lexer->indent_col = (int)(lexer->cur - lexer->line_start);
    lexer->indent_at_end = lexer->cur == lexer->end;
    if (lexer->indent_at_end) here = (Indent){0};
    Indent *top = &lexer->indents[lexer->indent_count - 1];
    if (here.col == top->col) return here.altcol == top->altcol ? true : tab_problem(p);
    if (here.col > top->col) {
        if (lexer->indent_count == MAX_INDENTS) return lexer_problem_indent(p, PROBLEM_INDENTATION, "too many levels of indentation");
        if (here.altcol <= top->altcol) return tab_problem(p);
        here.cases = lexer->last_header.kind == T_MATCH;
        lexer->indents[lexer->indent_count++] = here;
        return add_mark(p, T_INDENT);
    }
    while (here.col < lexer->indents[lexer->indent_count - 1].col) {
        lexer->indent_count--;
        if (!add_mark(p, T_DEDENT)) return false;
    }
    top = &lexer->indents[lexer->indent_count - 1];
    if (here.col != top->col) {
        return lexer_problem_indent(p, PROBLEM_INDENTATION, "unindent does not match any outer indentation level");
    }
    return here.altcol == top->altcol ? true : tab_problem(p);
}

static bool is_word(const Token *token, const char *word) {
    return token->kind == T_NAME && strcmp(token->value.name->text, word) == 0;
}

/* Could `match` in front of this token be anything but a keyword? */
static bool starts_subject(int kind, bool ends_in_colon) {
    switch (kind) {
    case T_NAME: case T_NUMBER: case T_STRING: case T_FSTRING_START: case T_NONE: case T_TRUE: case T_FALSE: case T_ELLIPSIS:
    case T_LAMBDA: case T_AWAIT: case '~': case '{':
        return true;
    case T_NOT: case '(': case '[': case '-': case '+': case '*':
        return ends_in_colon;
    default:
        return false;
    }
}

/* Does the bracket at this token hold the items of a with statement: is `:` behind it, or `as` directly inside? */
static bool holds_items(const Token *token) {
    int depth = 0;
    for (;; token++) {
        switch (token->kind) {
        case '(': case '[': case '{': case T_FIELD_OPEN:
            depth++;
            break;
        case ')': case ']': case '}': case T_FIELD_CLOSE:
            if (--depth == 0) return token[1].kind == ':';
            break;
        case T_AS:
            if (depth == 1) return true;
            break;
        case T_NEWLINE: case T_END:
            return false;
        }
    }
}

/* Decides the words that are keywords by context; first is the line's first token with a width. */
static void settle_line(Lexer *lexer, size_t first) {
    Token *token = &lexer->tokens[first], *end = &lexer->tokens[lexer->count];
    if (token->kind == T_ASYNC) token++;
    if (token->kind == T_WITH && token[1].kind == '(' && holds_items(token + 1)) token->kind = T_WITH_PAREN;
    if (token->kind == T_NAME) {
        bool ends_in_colon = end - token >= 2 && end[-2].kind == ':';
        if (is_word(token, "match") && starts_subject(token[1].kind, ends_in_colon)) token->kind = T_MATCH;
        if (lexer->indents[lexer->indent_count - 1].cases && is_word(token, "case")) token->kind = T_CASE;
    }
    lexer->header = *token;
    if (!lexer->saw_type) return;
    int before = ';';
    for (; token + 1 < end; before = token->kind, token++) {
        if ((before == ';' || before == ':') && is_word(token, "type") && token[1].kind == T_NAME) token->kind = T_TYPE;
    }
}

/* Ends the buffered line where the lexer failed, so that the line can be looked at as a whole. */
static bool scan_line(Parser *p) {
    Lexer *lexer = &p->lexer;
    for (;;) {
        Token *token = new_token(p);
        if (!token) return false;
        if (!lexer_scan(p, token)) {
            lexer->count--;
            return false;
        }
        if (token->kind == T_NEWLINE) {
            lexer->newline = token->span;
            new_line(lexer);
            lexer->at_line_start = true;
        } else if (token->kind != T_END) {
            lexer->last = token->span;
            continue;
        }
        Span last = lexer->last;
        token->span = (Span){last.end_line, last.end_line, last.end_col, last.end_col};
        return true;
    }
}

/* Reads the next logical line into the buffer. On failure what was read of it is there. */
static bool read_line(Parser *p) {
    Lexer *lexer = &p->lexer;
    lexer->count = lexer->next = 0;
    lexer->saw_type = false;
    lexer->last_header = lexer->header;
    lexer->last_newline = lexer->newline;
    if (lexer->at_line_start && !begin_line(p)) {
        lexer->failed = true;
        return false;
    }
    size_t first = lexer->count;
    bool done = scan_line(p);
    if (!done) {
        lexer->failed = true;
        if (!add_mark(p, T_NEWLINE)) return false;
    }
    settle_line(lexer, first);
    if (!done) lexer->count--;
    return done;
}

static int start_token(ParseMode mode) {
    return mode == PARSE_FILE ? T_START_FILE : mode == PARSE_EVAL ? T_START_EVAL : T_START_SINGLE;
}

bool next_token(Parser *p) {
    Lexer *lexer = &p->lexer;
    p->before = p->last;
    if (UNLIKELY(!p->started)) {
        p->started = true;
        p->last = (Token){.kind = start_token(p->mode), .span = {1, 1, 0, 0}};
        return true;
    }
    while (lexer->next == lexer->count) {
        if (lexer->failed) {
            p->problem = lexer->problem;
            return false;
        }
        read_line(p);
    }
    p->last = lexer->tokens[lexer->next++];
    return true;
}

bool lexer_drain(Parser *p) {
    Lexer *lexer = &p->lexer;
    while (!lexer->failed && (lexer->count == 0 || lexer->tokens[lexer->count - 1].kind != T_END)) read_line(p);
    return !lexer->failed;
}
