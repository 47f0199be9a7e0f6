/* syntaxerr.h: making problems. Those of the lexer wait in lexer.problem until their token is asked for; those of the parser go to
 * parser.problem. All functions return false (or NULL), so that a caller can `return` them. */
#ifndef GRAMMAR_SYNTAXERR_H
#define GRAMMAR_SYNTAXERR_H

#include "grammar/parsing.h"

#define PRINTF(text, first) __attribute__((format(printf, text, first)))

/* Lexer. `at` is the first character not read yet on the current line: the one before it is to blame. */
bool lexer_problem(Parser *p, const char *at, const char *format, ...) PRINTF(3, 4);
bool lexer_problem_span(Parser *p, int offset, int end_offset, const char *format, ...) PRINTF(4, 5);
bool lexer_problem_character(Parser *p, const char *at); /* the character at `at` has no meaning */
bool lexer_problem_continuation(Parser *p);
bool lexer_problem_eof(Parser *p);
bool lexer_problem_indent(Parser *p, ProblemKind kind, const char *message); /* of the line being begun */
bool lexer_no_memory(Parser *p);

/* Parser: SyntaxError over a stretch of text. */
bool problem_span(Parser *p, Span span, const char *format, ...) PRINTF(3, 4);
/* From the start of a stretch to the end of the last token read. */
bool problem_from(Parser *p, Span span, const char *format, ...) PRINTF(3, 4);
/* A start without an end. */
bool problem_point(Parser *p, int line, int col, const char *format, ...) PRINTF(4, 5);
bool problem_never_closed(Parser *p); /* the innermost bracket open at the end of the text */
bool problem_too_deep(Parser *p);
bool problem_no_memory(Parser *p);
/* Remembered until the whole text is known to be well-formed. */
void problem_late(Parser *p, Span span, const char *format, ...) PRINTF(3, 4);
/* The token just read cannot stand here. */
bool problem_invalid_syntax(Parser *p);
bool problem_last_token(Parser *p, const char *message); /* for a better reason */

/* What could stand where an unexpected token stands, as far as messages depend on it. */
typedef struct Expected {
    bool colon, indent, field_close;
    bool only_end, only_open_paren, only_in; /* nothing else could */
} Expected;

/* Called from the parser's hook: there is no rule for p->last here. */
void problem_unexpected(Parser *p, const Expected *expected);

/* After a failure: an error of the lexer further down is more to the point, and so is a bracket that nothing closes. */
void problem_finish(Parser *p);

void syntax_note(Parser *p, WarningKind kind, Span span, const char *format, ...) PRINTF(4, 5);

#endif
