/* report.c: what a program that fails prints: tracebacks with source lines, causes and contexts, notes, syntax errors with their caret.
 *
 * The text is built as one str and written to sys.stderr at once. Chains of causes may be long: they are collected into a list first and printed
 * from the oldest on; an exception that was seen before ends the chain. */
#include <stdio.h>
#include <unistd.h>

#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "runtime/simple.h"
#include "runtime/str.h"
#include "vm/frame.h"
#include "vm/import.h"
#include "vm/run.h"

enum { REPEATS_SHOWN = 3, MARGIN_SPACES = 4 };

/* --- source lines --- */

typedef struct SourceCache {
    Object *filename;    /* borrowed */
    char *text;
    size_t size;
} SourceCache;

/* Line number n of the file, without indentation and line end: into the writer; nothing if it cannot be had. */
static int write_source_line(StrWriter *w, SourceCache *cache, Ref filename, int n) {
    if (cache->filename != filename) {
        mem_free(cache->text);
        cache->filename = (Object *)(uintptr_t)filename;
        Own exc = err_take();
        const char *path = str_utf8_lossy(filename);
        cache->text = path[0] == '<' ? NULL : import_read_file(path, &cache->size);
        err_clear();
        err_restore_take(exc);
    }
    if (!cache->text) return 0;
    const char *p = cache->text, *end = p + cache->size;
    for (int line = 1; line < n && p < end; line++) {
        const char *next = memchr(p, '\n', (size_t)(end - p));
        p = next ? next + 1 : end;
    }
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    if (!stop) stop = end;
    while (p < stop && (*p == ' ' || *p == '\t' || *p == '\f')) p++;
    while (stop > p && (stop[-1] == ' ' || stop[-1] == '\t' || stop[-1] == '\r' || stop[-1] == '\f')) stop--;
    if (p == stop) return 0;
    Own text = str_from_utf8(p, stop - p);
    if (!text) {
        err_clear();
        return 0;
    }
    int failed = writer_ascii(w, "    ", MARGIN_SPACES) < 0 || writer_str(w, text) < 0 || writer_char(w, '\n') < 0;
    drop(text);
    return failed ? -1 : 0;
}

/* --- tracebacks --- */

static int write_format(StrWriter *w, const char *format, ...) __attribute__((noinline));
static int write_format(StrWriter *w, const char *format, ...) {
    __builtin_va_list ap;
    __builtin_va_start(ap, format);
    Own text = format_text_v(format, ap);
    __builtin_va_end(ap);
    int failed = text ? writer_str(w, text) : -1;
    if (!text) writer_drop(w);
    drop_x(text);
    return failed;
}

static int entry_line(const Traceback *t) { return t->lineno; }

static const Code *entry_code(const Traceback *t) {
    const Frame *f = ((const FrameObject *)t->frame)->frame;
    return f && f->func ? f->func->code : NULL;
}

static int write_entry(StrWriter *w, SourceCache *cache, const Traceback *t, const Code *c) {
    int line = entry_line(t);
    if (write_format(w, "  File \"%S\", line %d, in %S\n", (Ref)c->filename, line, (Ref)c->name) < 0) return -1;
    return write_source_line(w, cache, (Ref)c->filename, line);
}

static int write_repeats(StrWriter *w, ssize_t repeats) {
    if (repeats <= REPEATS_SHOWN) return 0;
    repeats -= REPEATS_SHOWN;
    return write_format(w, "  [Previous line repeated %zd more time%s]\n", repeats, repeats == 1 ? "" : "s");
}

static int write_traceback(StrWriter *w, SourceCache *cache, Ref traceback) {
    if (!traceback || traceback == NONE) return 0;
    if (writer_ascii(w, "Traceback (most recent call last):\n", 35) < 0) return -1;
    const Code *last = NULL;
    int last_line = 0;
    ssize_t repeats = 0;
    for (const Traceback *t = (const Traceback *)traceback; t; t = t->next) {
        const Code *c = entry_code(t);
        if (!c) continue;
        if (c != last || entry_line(t) != last_line) {
            if (write_repeats(w, repeats) < 0) return -1;
            last = c;
            last_line = entry_line(t);
            repeats = 0;
        }
        if (++repeats <= REPEATS_SHOWN && write_entry(w, cache, t, c) < 0) return -1;
    }
    return write_repeats(w, repeats);
}

/* --- the last lines --- */

/* "module.Name", without builtins and __main__. */
static int write_type_name(StrWriter *w, const Type *t) {
    Own module = NULL, qualname = NULL;
    int failed = -1;
    if (attr_find((Ref)t, NAME_OF(dunder_module), &module) < 0) err_clear();
    if (attr_find((Ref)t, NAME_OF(dunder_qualname), &qualname) <= 0) err_clear();
    bool plain = !module || !is_str(module) || str_equals(module, "builtins") || str_equals(module, "__main__");
    if (!plain && (writer_str(w, module) < 0 || writer_char(w, '.') < 0)) goto done;
    failed = qualname && is_str(qualname) ? writer_str(w, qualname) : writer_ascii(w, t->head.name, (ssize_t)strlen(t->head.name));
done:
    drop_x(module);
    drop_x(qualname);
    return failed;
}

static int write_message(StrWriter *w, Ref exc) {
    if (write_type_name(w, exc->type) < 0) return -1;
    Own text = object_str(exc);
    if (!text) {
        err_clear();
        return writer_ascii(w, ": <exception str() failed>\n", 27);
    }
    int failed = 0;
    if (str_len(text)) failed = writer_ascii(w, ": ", 2) < 0 || writer_str(w, text) < 0 ? -1 : 0;
    drop(text);
    return failed < 0 ? -1 : writer_char(w, '\n');
}

static int write_notes(StrWriter *w, Ref exc) {
    Own notes = NULL;
    int found = attr_find(exc, NAME_OF(dunder_notes), &notes), failed = 0;
    if (found <= 0) {
        err_clear();
        return 0;
    }
    if (is_list(notes) || is_tuple(notes)) {
        for (ssize_t i = 0; i < fast_size(notes) && failed >= 0; i++) {
            Own text = object_str(fast_items(notes)[i]);
            if (!text) {
                err_clear();
                failed = writer_ascii(w, "<note str() failed>", 19);
            } else {
                failed = writer_str(w, text);
            }
            drop_x(text);
            if (failed >= 0) failed = writer_char(w, '\n');
        }
    } else {
        Own text = object_repr(notes);
        if (!text) err_clear();
        failed = text ? writer_str(w, text) : 0;
        if (failed >= 0) failed = writer_char(w, '\n');
        drop_x(text);
    }
    drop(notes);
    return failed;
}

static ssize_t number_of(Ref o, ssize_t otherwise) { return o && is_int(o) && int_is_compact(o) ? (ssize_t)int_value(o) : otherwise; }

/* The source line of a syntax error and the carets below it. */
static int write_syntax_place(StrWriter *w, const SyntaxErrorExc *e) {
    if (e->filename || e->lineno) {
        Ref filename = e->filename && e->filename != NONE ? (Ref)e->filename : NULL;
        int failed = filename ? write_format(w, "  File \"%S\", line %zd\n", filename, number_of(e->lineno, 0))
                              : write_format(w, "  File \"<string>\", line %zd\n", number_of(e->lineno, 0));
        if (failed < 0) return -1;
    }
    if (!e->text || !is_str(e->text)) return 0;
    Ref text = e->text;
    ssize_t n = str_len(text), from = 0;
    while (n > 0 && (str_char(text, n - 1) == '\n' || str_char(text, n - 1) == '\r')) n--;
    while (from < n && (str_char(text, from) == ' ' || str_char(text, from) == '\t' || str_char(text, from) == '\f')) from++;
    if (writer_ascii(w, "    ", 4) < 0 || writer_substr(w, text, from, n) < 0 || writer_char(w, '\n') < 0) return -1;
    ssize_t offset = number_of(e->offset, -1), end = number_of(e->end_offset, -1);
    if (offset < 1) return 0;
    bool one_line = !e->end_lineno || e->end_lineno == NONE || number_of(e->end_lineno, 0) == number_of(e->lineno, 0);
    if (!one_line) end = n + 1;
    if (end <= offset) end = offset + 1;
    if (end > n + 1 && offset <= n) end = n + 1;
    ssize_t start = offset - 1 - from;
    if (start < 0) return 0;
    if (writer_ascii(w, "    ", 4) < 0) return -1;
    for (ssize_t i = 0; i < start; i++) {
        uint32_t c = from + i < n ? str_char(text, from + i) : ' ';
        if (writer_char(w, c == '\t' || c == '\f' ? c : ' ') < 0) return -1;
    }
    for (ssize_t i = offset; i < end; i++)
        if (writer_char(w, '^') < 0) return -1;
    return writer_char(w, '\n');
}

static int write_syntax_error(StrWriter *w, Ref exc) {
    const SyntaxErrorExc *e = (const SyntaxErrorExc *)exc;
    if (e->lineno && e->lineno != NONE && write_syntax_place(w, e) < 0) return -1;
    if (write_type_name(w, exc->type) < 0 || writer_ascii(w, ": ", 2) < 0) return -1;
    Own text = e->msg ? object_str(e->msg) : str_from_text("<no detail available>");
    int failed = text ? writer_str(w, text) : -1;
    drop_x(text);
    return failed < 0 ? -1 : writer_char(w, '\n');
}

static int write_one(StrWriter *w, SourceCache *cache, Ref exc) {
    if (write_traceback(w, cache, ((const BaseExc *)exc)->traceback) < 0) return -1;
    bool syntax = type_is_subtype(exc->type, SyntaxError);
    if ((syntax ? write_syntax_error(w, exc) : write_message(w, exc)) < 0) return -1;
    return write_notes(w, exc);
}

/* --- chains --- */

static const char cause_text[] = "\nThe above exception was the direct cause of the following exception:\n\n";
static const char context_text[] = "\nDuring handling of the above exception, another exception occurred:\n\n";

Own report_text(Ref exc) {
    SourceCache cache = {0};
    StrWriter w = {.overallocate = true};
    Own chain = list_new(0), seen = set_new(NULL), result = NULL;
    if (!chain || !seen) goto done;
    for (Ref e = exc; e;) { /* newest first */
        Own id = object_id(e);
        int before = id ? set_contains(seen, id) : -1;
        if (before == 0) before = set_add(seen, id) < 0 || list_append(chain, e) < 0 ? -1 : 0;
        drop_x(id);
        if (before < 0) goto done;
        if (before) break;
        const BaseExc *b = (const BaseExc *)e;
        e = b->cause ? b->cause : b->suppress_context ? NULL : b->context;
    }
    for (ssize_t i = list_size(chain); --i >= 0;) {
        Ref e = list_item(chain, i);
        if (i + 1 < list_size(chain)) {
            bool caused = ((const BaseExc *)e)->cause != NULL;
            if (writer_ascii(&w, caused ? cause_text : context_text, (ssize_t)(caused ? sizeof cause_text : sizeof context_text) - 1) < 0) goto done;
        }
        if (write_one(&w, &cache, e) < 0) goto done;
    }
    result = writer_finish(&w);
done:
    if (!result) writer_drop(&w);
    mem_free(cache.text);
    drop_x(chain);
    drop_x(seen);
    return result;
}

static void write_raw(const char *text, size_t n) {
    while (n) {
        ssize_t done = write(2, text, n);
        if (done <= 0) return;
        text += done;
        n -= (size_t)done;
    }
}

void report_write(Ref text) {
    Own stream = NULL;
    if (rt.sysdict && dict_get((Ref)rt.sysdict, NAME_OF(stderr_), &stream) > 0 && stream != NONE) {
        Own done = object_call_method(stream, NAME_OF(write), 1, &text);
        Own flushed = done ? object_call_method(stream, NAME_OF(flush), 0, NULL) : NULL;
        drop(stream);
        drop_x(done);
        drop_x(flushed);
        if (flushed) return;
        err_clear();
        return;
    }
    drop_x(stream);
    err_clear();
    const char *bytes = str_utf8_lossy(text);
    write_raw(bytes, strlen(bytes));
}

/* Without memory for the full report: the type's name alone. */
static void report_briefly(Ref exc) {
    err_clear();
    write_raw(exc->type->head.name, strlen(exc->type->head.name));
    write_raw("\n", 1);
}

void report_exception(Ref exc) {
    Own text = report_text(exc);
    if (!text) {
        report_briefly(exc);
        return;
    }
    report_write(text);
    drop(text);
}

void report_unraisable(Ref where, const char *what) {
    Own exc = err_take();
    if (!exc) return;
    Own shown = where ? object_repr(where) : NULL;
    if (where && !shown) {
        err_clear();
        shown = str_from_text("<object repr() failed>");
    }
    Own text = report_text(exc), all = NULL;
    if (text && shown) all = format_text("%s%s%S\n%S", what ? what : "Exception ignored in", what ? " " : ": ", (Ref)shown, (Ref)text);
    else if (text) all = format_text("%s:\n%S", what ? what : "Exception ignored in", (Ref)text);
    if (all) report_write(all);
    else report_briefly(exc);
    err_clear();
    drop_x(all);
    drop_x(text);
    drop_x(shown);
    drop(exc);
}
