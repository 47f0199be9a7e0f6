/* parse.c: one parse from end to end. */
#include "grammar/parse.h"

#include "gc/mem.h"
#include "grammar/parsing.h"
#include "grammar/source.h"
#include "grammar/syntaxerr.h"

#define SOFT(text)
#define KEYWORD(NAME, text) text,
const char *const keyword_list[] = {
#include "grammar/tokens.def"
    NULL,
};

#define SOFT(text) text,
#define KEYWORD(NAME, text)
const char *const soft_keyword_list[] = {
#include "grammar/tokens.def"
    NULL,
};

static bool start(Parser *p, const char *text, size_t n) {
    ParseResult *out = p->out;
    p->notes = &out->warnings;
    if (!source_decode(text, n, p->filename, p->flags, p->arena, &out->source, &p->problem)) return false;
    out->names = p->names = name_table_new(p->arena);
    if (!p->names) return problem_no_memory(p);
    return lexer_start(p);
}

static bool run(Parser *p) {
    bool done = grammar_parse(p) == 0;
    if (done && p->late.kind) {
        p->problem = p->late;
        p->problem.filename = p->filename;
        return false;
    }
    if (done && !p->note_lost) return true;
    if (!p->problem.kind || p->note_lost) problem_no_memory(p);
    problem_finish(p);
    return false;
}

bool parse_source(const char *text, size_t n, const char *filename, ParseMode mode, int flags, Arena *arena, ParseResult *out) {
    *out = (ParseResult){0};
    Parser *p = mem_calloc(sizeof *p);
    if (!p) {
        out->problem.kind = PROBLEM_MEMORY;
        return false;
    }
    p->arena = arena;
    p->out = out;
    p->filename = filename;
    p->mode = mode;
    p->flags = flags;
    bool done = start(p, text, n) && run(p);
    out->tree = done ? p->tree : NULL;
    out->problem = p->problem;
    out->problem.filename = filename;
    lexer_stop(p);
    mem_free(p->list);
    mem_free(p->ops);
    mem_free(p);
    return done;
}
