/* compile.c: the door of the compiler: parse, features, symbol table, module unit; and how it reports errors and warnings. */
#include "vm/compile.h"

#include <limits.h>
#include <stdarg.h>
#include <unistd.h>

#include "runtime/exc.h"
#include "runtime/intern.h"
#include "vm/compiler.h"

bool compile_incomplete;
int (*compile_warning)(Type *category, Ref text, Ref filename, int line);

enum { NO_END = INT_MIN }; /* a place without an end */

/* --- errors --- */

void compile_fail(Compiler *c) {
    CHECK(err_set());
    c->failed = true;
}

void compile_no_memory(Compiler *c) {
    raise_memory();
    c->failed = true;
}

void compile_bug(Compiler *c, const char *what) {
    if (c->failed) return;
    raise_error(SystemError, "internal error of the compiler: %s", what);
    c->failed = true;
}

static Own text_or_none(const char *text, size_t n) { return text ? str_from_wtf8(text, (ssize_t)n) : none(); }

/* (filename, line, offset, text, end_line, end_offset) */
static Own syntax_details(Ref filename, const SyntaxProblem *p) {
    Own text = text_or_none(p->text, p->text_len), line = int_new(p->line), offset = int_new(p->offset);
    Own end_line = int_new(p->end_line), end_offset = p->end_offset == NO_END ? none() : int_new(p->end_offset), details = NULL;
    if (text && line && offset && end_line && end_offset) details = tuple_pack(6, filename, line, offset, text, end_line, end_offset);
    drop_x(text);
    drop_x(line);
    drop_x(offset);
    drop_x(end_line);
    drop_x(end_offset);
    return details;
}

static void raise_syntax(Type *type, Ref filename, Ref message, const SyntaxProblem *p) {
    Own details = p->located ? syntax_details(filename, p) : NULL;
    if (p->located && !details) return;
    Ref args[2] = {message, details};
    Own exc = exc_new(type, args, details ? 2 : 1);
    drop_x(details);
    if (exc) exc_raise_chained_take(exc);
}

static Type *problem_type(ProblemKind kind) {
    switch (kind) {
        case PROBLEM_INDENTATION: return IndentationError;
        case PROBLEM_TAB: return TabError;
        case PROBLEM_MEMORY: return MemoryError;
        case PROBLEM_RECURSION: return RecursionError;
        default: return SyntaxError;
    }
}

static void raise_problem(Ref filename, const SyntaxProblem *p) {
    if (!p->message) {
        raise_memory();
        return;
    }
    Type *type = problem_type(p->kind);
    if (p->kind == PROBLEM_MEMORY || p->kind == PROBLEM_RECURSION) {
        raise_error(type, "%s", p->message);
        return;
    }
    Own message = str_from_text(p->message);
    if (message) raise_syntax(type, filename, message, p);
    drop_x(message);
}

/* Errors found after parsing count columns in bytes, and show the line only where there is a file to read it from, as CPython's do. */
static void raise_at(Compiler *c, Span at, Ref message) {
    SyntaxProblem p = {.kind = PROBLEM_SYNTAX};
    problem_locate(&p, &c->parsed.source, at, &c->arena);
    p.located = true;
    p.line = at.line;
    p.end_line = at.end_line;
    p.offset = at.col + 1;
    p.end_offset = at.end_col == NO_END ? NO_END : at.end_col + 1;
    if (c->mode != PARSE_SINGLE && access(str_utf8_lossy(c->filename), R_OK) < 0) p.text = NULL;
    raise_syntax(SyntaxError, c->filename, message, &p);
}

void compile_error(Compiler *c, Span at, const char *format, ...) {
    if (c->failed) return;
    va_list ap;
    va_start(ap, format);
    Own message = format_text_v(format, ap);
    va_end(ap);
    c->failed = true;
    if (message) raise_at(c, at, message);
    drop_x(message);
}

static void warn(Compiler *c, Type *category, Span at, Ref text) {
    if (!compile_warning || compile_warning(category, text, c->filename, at.line) >= 0) return;
    c->failed = true;
    if (!err_matches(category)) return;
    err_clear(); /* a filter made it an error: one with a place then */
    raise_at(c, at, text);
}

void compile_warn(Compiler *c, Span at, const char *format, ...) {
    if (c->failed || c->quiet) return;
    va_list ap;
    va_start(ap, format);
    Own text = format_text_v(format, ap);
    va_end(ap);
    if (text) warn(c, SyntaxWarning, at, text);
    else compile_fail(c);
    drop_x(text);
}

static void parser_warnings(Compiler *c) {
    for (const SyntaxNote *note = c->parsed.warnings; note && !c->failed; note = note->next) {
        Own text = str_from_text(note->message);
        if (text) warn(c, note->kind == WARN_SYNTAX ? SyntaxWarning : DeprecationWarning, note->span, text);
        else compile_fail(c);
        drop_x(text);
    }
}

/* --- names --- */

AstName *name_of_text(Compiler *c, const char *text, size_t n) { return name_intern(c->parsed.names, text, n); }

Ref name_object(Compiler *c, AstName *name) {
    if (name->data) return name->data;
    if (c->failed) return &str_empty->ob;
    Own s = str_from_utf8(name->text, name->len);
    if (!s || !array_room(&c->arena, &c->named, c->n_named, &c->named_room, sizeof *c->named)) {
        if (s) raise_memory();
        drop_x(s);
        compile_fail(c);
        return &str_empty->ob;
    }
    str_intern(&s);
    name->data = s;
    c->named[c->n_named++] = name;
    return s;
}

static bool make_known_names(Compiler *c) {
    static const char *const texts[N_KNOWN] = {
#define X(name, text) text,
        KNOWN_NAMES(X)
#undef X
    };
    for (int i = 0; i < N_KNOWN; i++)
        if (!(c->known[i] = name_of_text(c, texts[i], strlen(texts[i])))) return compile_no_memory(c), false;
    return true;
}

/* --- from __future__ import --- */

static int future_feature(Compiler *c, const char *name, Span at) {
    static const char *const always[] = {"nested_scopes",  "generators",       "division",      "absolute_import",
                                         "with_statement", "print_function",   "unicode_literals", "generator_stop"};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        if (!strcmp(name, always[i])) return 0;
    if (!strcmp(name, "annotations")) return CODE_FUTURE_ANNOTATIONS;
    if (!strcmp(name, "barry_as_FLUFL")) return CODE_FUTURE_BARRY;
    if (!strcmp(name, "braces")) compile_error(c, at, "not a chance");
    else compile_error(c, at, "future feature %s is not defined", name);
    return 0;
}

static bool is_future_import(const Compiler *c, Ast *s) {
    return s->kind == AST_IMPORT_FROM && as_ImportFrom(s)->module == known_name(c, KNOWN_FUTURE) && as_ImportFrom(s)->level == 0;
}

/* They stand first in the module, a docstring apart. Later ones are errors (compile_stmt.c). */
static void find_features(Compiler *c, const AstSeq *body) {
    int i = body_docstring(body) ? 1 : 0;
    for (; i < body->n && !c->failed && is_future_import(c, body->items[i]); i++) {
        const AstSeq *aliases = as_ImportFrom(body->items[i])->names;
        Span at = ast_span(body->items[i]);
        c->last_future = body->items[i];
        at.end_col = NO_END;
        for (int k = 0; k < aliases->n && !c->failed; k++) c->features |= future_feature(c, as_alias(aliases->items[k])->name->text, at);
    }
}

/* --- the module --- */

static Own compile_module(Compiler *c, Ast *tree) {
    if (!unit_enter(c, UNIT_MODULE, symtable_scope(c, ptr_key(tree)), known_name(c, KNOWN_MODULE), 1)) return NULL;
    emit_resume(c);
    switch ((AstKind)tree->kind) {
        case AST_EXPRESSION:
            compile_expr(c, as_Expression(tree)->body);
            emit_op(c, NOWHERE, RETURN_VALUE);
            break;
        case AST_INTERACTIVE:
            c->interactive = true;
            compile_body(c, as_Interactive(tree)->body);
            break;
        default: compile_body(c, as_Module(tree)->body);
    }
    if (tree->kind != AST_EXPRESSION) emit_return_none(c, NOWHERE);
    return unit_leave_top(c);
}

static Own compile_tree(Compiler *c, Ast *tree) {
    parser_warnings(c);
    if (c->failed || !make_known_names(c)) return NULL;
    if (tree->kind == AST_MODULE) find_features(c, as_Module(tree)->body);
    if (tree->kind == AST_INTERACTIVE) find_features(c, as_Interactive(tree)->body);
    if (c->failed || !symtable_build(c, tree)) return NULL;
    return compile_module(c, tree);
}

static int parse_flags(int flags) {
    return (flags & COMPILE_IGNORE_COOKIE ? PARSE_TEXT : 0) | (flags & COMPILE_INCOMPLETE ? PARSE_INCOMPLETE : 0) |
           (flags & COMPILE_TOP_LEVEL_AWAIT ? PARSE_TOP_LEVEL_AWAIT : 0);
}

Own compile_source(const char *text, size_t n, Ref filename, ParseMode mode, int flags, int optimize) {
    Compiler *c = mem_alloc(sizeof *c);
    if (!c) return raise_memory();
    *c = (Compiler){.filename = filename, .mode = mode, .optimize = optimize, .top_level_await = flags & COMPILE_TOP_LEVEL_AWAIT,
                    .features = flags & (CODE_FUTURE_ANNOTATIONS | CODE_FUTURE_BARRY)};
    Own code = NULL;
    compile_incomplete = false;
    if (parse_source(text, n, str_utf8_lossy(filename), mode, parse_flags(flags), &c->arena, &c->parsed)) {
        code = compile_tree(c, c->parsed.tree);
    } else {
        compile_incomplete = c->parsed.problem.incomplete;
        raise_problem(filename, &c->parsed.problem);
    }
    while (c->unit) unit_abandon(c);
    for (int i = 0; i < c->n_named; i++) drop(c->named[i]->data);
    consts_free(c);
    arena_free(&c->arena);
    mem_free(c);
    return code;
}
