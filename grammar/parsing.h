/* parsing.h: the state of one parse, shared by lexer, grammar and checks. Private to grammar/; users include parse.h.
 *
 *   source.c   bytes -> SourceText            lexer.re   characters -> tokens
 *   lines.c    tokens -> logical lines (indentation, brackets, soft keywords decided by looking ahead)
 *   parser.y   logical lines -> tree, with actions.c (lists, calls, parameters), strings.c (literals joined, f-strings), check.c
 *              (targets and the like) and syntaxerr.c (what to say when there is no rule) */
#ifndef GRAMMAR_PARSING_H
#define GRAMMAR_PARSING_H

#include "grammar/parse.h"

/* What a token or a nonterminal carries. Bison keeps one per symbol on its stack. */
typedef union Value {
    Ast *node;
    AstSeq *seq;
    AstName *name;
    const char *at; /* signs: where they stand in the text */
    int n;          /* how many items a list under construction has on the list stack; an operator; a count */
} Value;

typedef struct Token {
    int kind; /* as numbered by bison, or a character */
    Span span;
    Value value;
} Token;

enum {
    MAX_INDENTS = 100,   /* nested blocks */
    MAX_BRACKETS = 200,  /* nested brackets, braces of f-strings included */
    MAX_FSTRINGS = 150,  /* f-strings inside f-strings */
    MAX_FIELD_NEST = 3,  /* replacement fields inside format specifications */
    MAX_PARSER_STACK = 6000, /* symbols: deeper means "too complex" */
};

typedef struct Bracket {
    char sign;
    bool field; /* the brace of an f-string's replacement field */
    int line, col;
} Bracket;

typedef struct Indent {
    int col;    /* tabs to multiples of 8 */
    int altcol; /* tabs as one: both must order lines the same way */
    bool cases; /* the block of a match statement */
} Indent;

/* An f-string being read. nest counts replacement fields open inside each other; in_spec[nest] tells whether the text of a format
 * specification is being read in field `nest`; nest 0 is the text of the string itself. */
typedef struct FString {
    char quote;
    bool triple, raw;
    int nest;
    int base[MAX_FIELD_NEST + 1]; /* brackets open just inside the field */
    bool in_spec[MAX_FIELD_NEST + 1];
    int line, col; /* of its prefix */
    const char *line_start;
} FString;

typedef struct Lexer {
    const char *cur;        /* next character */
    const char *line_start; /* of the physical line of cur */
    int line;
    bool at_line_start; /* a logical line begins: indentation counts */
    int bracket_count;
    int indent_count; /* indents[0] is column 0 and always there */
    int fstring_count;
    const char *end; /* of the text, where the NUL is */

    Token *tokens; /* the logical line being handed to the parser */
    size_t count, capacity, next;
    bool saw_type;     /* it contains the word `type` */
    bool failed;       /* the text behind its last token is wrong: problem tells how */
    bool hard;         /* that problem is more to the point than any of the parser's before it */
    Token header, last_header;   /* what makes this line, and the one before, a statement: its first token, or the second after `async` */
    Span newline, last_newline;  /* where the newline characters of these lines stand; NEWLINE tokens themselves have no width */
    int indent_line, indent_col; /* the physical line on which this one begins, and where, for complaints about INDENT and DEDENT */
    bool indent_at_end;          /* there is none: the text ends */
    Span last;                   /* of the last token that has a width */
    SyntaxProblem problem;

    Bracket brackets[MAX_BRACKETS];
    Indent indents[MAX_INDENTS + 1];
    FString fstrings[MAX_FSTRINGS];
} Lexer;

typedef struct Parser {
    Lexer lexer;
    Arena *arena;
    NameTable *names;
    ParseResult *out;
    const char *filename;
    ParseMode mode;
    int flags;
    bool started;  /* the token that tells the mode has been given out */
    bool note_lost; /* no memory for a warning */
    Token last, before; /* the last token given out, and the one before it */
    Ast *tree;
    SyntaxProblem problem;
    SyntaxProblem late; /* found, but weaker than any problem of the text that follows: raised when all else is well */
    SyntaxNote **notes; /* where the next warning is linked */

    void **list; /* items of the lists under construction, innermost last */
    size_t list_count, list_capacity;
    uint8_t *ops; /* operators of the comparison chains under construction */
    size_t op_count, op_capacity;
    uint32_t mark; /* last value handed out for AstName.mark */
} Parser;

/* lexer.re: the next token of the text; lines.c calls it. Returns false on an error (lexer.problem is set). */
bool lexer_scan(Parser *p, Token *token);

/* lines.c */
bool lexer_start(Parser *p);
void lexer_stop(Parser *p);
bool next_token(Parser *p);  /* to p->last; false: the lexer failed, p->problem is set */
bool lexer_drain(Parser *p); /* reads to the end of the text; false if there is an error in it */
bool open_bracket(Parser *p, char sign, bool field);
bool close_bracket(Parser *p, char sign);

/* parser.y */
int grammar_parse(Parser *p);

static inline Span span_join(Span first, Span last) { return (Span){first.line, last.end_line, first.col, last.end_col}; }

#endif
