/* parse.h: the door of the grammar. Source text in, a tree or one problem out; warnings beside either. No exceptions, no printing. */
#ifndef GRAMMAR_PARSE_H
#define GRAMMAR_PARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grammar/arena.h"
#include "grammar/ast.h"

typedef enum ParseMode {
    PARSE_FILE,   /* any number of statements: Module */
    PARSE_EVAL,   /* one expression: Expression */
    PARSE_SINGLE, /* one statement as typed at the prompt: Interactive */
} ParseMode;

enum {
    PARSE_TEXT = 1 << 0,          /* the text came from a str object: UTF-8 already; no byte order mark, an encoding cookie means nothing */
    PARSE_INCOMPLETE = 1 << 1,    /* the prompt is asking: set `incomplete` when more lines could mend the problem */
    PARSE_TOP_LEVEL_AWAIT = 1 << 2, /* accepted here, meant for the compiler: `await` outside functions always parses */
};

typedef enum ProblemKind {
    PROBLEM_NONE,
    PROBLEM_SYNTAX,      /* SyntaxError */
    PROBLEM_INDENTATION, /* IndentationError */
    PROBLEM_TAB,         /* TabError */
    PROBLEM_MEMORY,      /* MemoryError: no memory (message NULL) or source too complex for the parser (with a message) */
    PROBLEM_RECURSION,   /* RecursionError */
} ProblemKind;

/* What is wrong, in the terms of SyntaxError's attributes: offsets count characters from 1 (0 and -1 as CPython gives them), an end of
 * 0, 0 means unknown. */
typedef struct SyntaxProblem {
    ProblemKind kind;
    const char *message;    /* UTF-8 in the arena; may be NULL for PROBLEM_MEMORY */
    const char *filename;   /* as handed to parse_source() */
    int line, offset;
    int end_line, end_offset;
    const char *text;       /* the source line with its newline, UTF-8; NULL if there is none */
    size_t text_len;
    bool located;           /* false: the exception has a message only (source with an unknown encoding, say) */
    bool incomplete;        /* more input could make this a program */
} SyntaxProblem;

typedef enum WarningKind { WARN_SYNTAX, WARN_DEPRECATION } WarningKind;

typedef struct SyntaxNote {
    struct SyntaxNote *next; /* in order of the source */
    WarningKind kind;        /* SyntaxWarning ... */
    const char *message;
    Span span;               /* turned into an error by a filter, it becomes a SyntaxError here: problem_locate() */
} SyntaxNote;

/* The text after decoding: what positions of the tree refer to. */
typedef struct SourceText {
    const char *text; /* UTF-8, lines end in \n, a NUL behind it; in the arena */
    size_t len;
    const char *encoding; /* "utf-8", "iso-8859-1", ... */
} SourceText;

typedef struct ParseResult {
    Ast *tree;          /* Module, Expression or Interactive; NULL if there is a problem */
    SyntaxProblem problem;
    SyntaxNote *warnings; /* first one, or NULL */
    SourceText source;
    NameTable *names;   /* to make further names (mangled ones) of the same kind */
} ParseResult;

/* Parses n bytes. true: out->tree is set; false: out->problem is. Everything in *out lives in the arena; the text may go. */
bool parse_source(const char *text, size_t n, const char *filename, ParseMode mode, int flags, Arena *arena, ParseResult *out);

/* Fills in where a problem found later (by the compiler, on this tree) is: span in bytes -> line, offsets in characters, source line. */
void problem_locate(SyntaxProblem *problem, const SourceText *source, Span span, Arena *arena);

/* \N{...}: set by who knows the character names. Returns the code point, or -1. NULL = no name is known. */
extern int32_t (*grammar_char_name)(const char *name, size_t n);

/* Decimal digits an int literal may have (sys.set_int_max_str_digits); 0 = any number. */
extern int grammar_max_int_digits;

/* The reserved words, sorted, then NULL; and those reserved only in places ("_", "case", "match", "type"). */
extern const char *const keyword_list[], *const soft_keyword_list[];

#endif
