/* source.c: see source.h. Encodings known are UTF-8 (with or without a byte order mark), Latin-1 and ASCII, chosen by the cookie of PEP 263
 * in one of the first two lines. "\r\n" and "\r" become "\n". */
#include "grammar/source.h"

#include <limits.h>
#include <string.h>

#include "grammar/utf8.h"

static bool refuse(SyntaxProblem *problem, const char *message) {
    problem->kind = message ? PROBLEM_SYNTAX : PROBLEM_MEMORY;
    problem->message = message;
    return false;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* Looks for "coding:" or "coding=" and a name in a comment; the name goes to *name. */
static bool find_cookie(const char *line, const char *end, const char **name, size_t *len) {
    while (line < end && is_blank(*line)) line++;
    if (line == end || *line != '#') return false;
    for (; end - line > 7; line++) {
        if (memcmp(line, "coding", 6) != 0 || (line[6] != ':' && line[6] != '=')) continue;
        const char *at = line + 7;
        while (at < end && (*at == ' ' || *at == '\t')) at++;
        const char *start = at;
        while (at < end && is_word(*at)) at++;
        if (at == start) continue;
        *name = start;
        *len = (size_t)(at - start);
        return true;
    }
    return false;
}

/* Only comments and blanks may stand before a cookie. */
static bool is_empty_line(const char *line, const char *end) {
    while (line < end && is_blank(*line)) line++;
    return line == end || *line == '#';
}

/* The encoding's usual name, or NULL. Letters in any case, '_' is '-'. */
static const char *known_encoding(const char *name, size_t len) {
    static const struct { const char *alias, *name; } known[] = {
        {"utf-8", "utf-8"}, {"utf8", "utf-8"}, {"u8", "utf-8"}, {"utf", "utf-8"}, {"utf-8-sig", "utf-8"}, {"cp65001", "utf-8"},
        {"latin-1", "iso-8859-1"}, {"latin1", "iso-8859-1"}, {"iso-8859-1", "iso-8859-1"}, {"iso-latin-1", "iso-8859-1"},
        {"iso8859-1", "iso-8859-1"}, {"iso8859", "iso-8859-1"}, {"8859", "iso-8859-1"}, {"l1", "iso-8859-1"}, {"latin", "iso-8859-1"},
        {"cp819", "iso-8859-1"}, {"ibm819", "iso-8859-1"},
        {"ascii", "ascii"}, {"us-ascii", "ascii"}, {"us", "ascii"}, {"646", "ascii"}, {"iso646-us", "ascii"}, {"cp367", "ascii"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const char *alias = known[i].alias;
        size_t at = 0;
        for (; at < len && alias[at]; at++) {
            char c = name[at] == '_' ? '-' : name[at];
            if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
            if (c != alias[at]) break;
        }
        if (at == len && !alias[at]) return known[i].name;
    }
    return NULL;
}

static bool is_spelled_utf8(const char *name, size_t len) {
    static const char spelling[] = "utf-8";
    for (size_t i = 0; i < 5; i++) {
        char c = i >= len ? '\0' : name[i] == '_' ? '-' : name[i];
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        if (c != spelling[i]) return false;
    }
    return len == 5 || name[5] == '-';
}

static const char *line_end(const char *at, const char *end) {
    while (at < end && *at != '\n' && *at != '\r') at++;
    return at;
}

static bool choose_encoding(const char *bytes, const char *end, bool mark, Arena *arena, SourceText *out, SyntaxProblem *problem) {
    const char *line = bytes, *name;
    size_t len;
    for (int i = 0; i < 2; i++) {
        const char *stop = line_end(line, end);
        if (find_cookie(line, stop, &name, &len)) {
            const char *encoding = known_encoding(name, len);
            if (!encoding) return refuse(problem, arena_printf(arena, "encoding problem: %.*s", (int)(len < 200 ? len : 200), name));
            if (mark && !is_spelled_utf8(name, len)) { /* other spellings of UTF-8 are refused, too */
                bool utf8 = strcmp(encoding, "utf-8") == 0;
                return refuse(problem, arena_printf(arena, "encoding problem: %.*s with BOM", utf8 ? (int)len : (int)strlen(encoding),
                                                    utf8 ? name : encoding));
            }
            out->encoding = encoding;
            return true;
        }
        if (!is_empty_line(line, stop) || stop == end) break;
        line = stop + (end - stop > 1 && stop[0] == '\r' && stop[1] == '\n' ? 2 : 1);
    }
    return true;
}

static int count_lines(const char *text, const char *end) {
    int line = 1;
    while ((text = memchr(text, '\n', (size_t)(end - text)))) {
        line++;
        text++;
    }
    return line;
}

/* The first byte that is not part of correct UTF-8, or end. */
static const char *check_utf8(const char *text, const char *end) {
    while (text < end) {
        uint64_t eight;
        if (end - text >= 8) {
            memcpy(&eight, text, 8);
            if (!(eight & 0x8080808080808080u)) {
                text += 8;
                continue;
            }
        }
        int n = utf8_check((const unsigned char *)text, (const unsigned char *)end);
        if (!n) return text;
        text += n;
    }
    return end;
}

/* Copies with "\n" as the only line end and a newline at the very end; Latin-1 becomes UTF-8. */
static char *convert(const char *bytes, const char *end, bool latin, Arena *arena, SourceText *out) {
    size_t n = (size_t)(end - bytes);
    char *text = arena_alloc(arena, (latin ? 2 * n : n) + 2);
    if (!text) return NULL;
    char *to = text;
    if (!latin && !memchr(bytes, '\r', n)) {
        memcpy(text, bytes, n);
        to += n;
        bytes = end;
    }
    for (; bytes < end; bytes++) {
        if (*bytes == '\r') {
            if (end - bytes > 1 && bytes[1] == '\n') continue;
            *to++ = '\n';
        } else if (latin) {
            to = utf8_put(to, (unsigned char)*bytes);
        } else {
            *to++ = *bytes;
        }
    }
    if (to > text && to[-1] != '\n') *to++ = '\n';
    *to = '\0';
    out->text = text;
    out->len = (size_t)(to - text);
    return text;
}

static void locate_line(SyntaxProblem *problem, const SourceText *source, const char *at) {
    size_t len;
    problem->located = true;
    problem->line = count_lines(source->text, at);
    problem->text = source_line(source, problem->line, &len);
    problem->text_len = len;
}

static bool refuse_nul(SyntaxProblem *problem, const SourceText *source, const char *at, int flags) {
    if (flags & PARSE_TEXT) return refuse(problem, "source code string cannot contain null bytes");
    locate_line(problem, source, at);
    problem->text_len = (size_t)(at - problem->text);
    return refuse(problem, "source code cannot contain null bytes");
}

static bool refuse_byte(SyntaxProblem *problem, const SourceText *source, const char *at, const char *filename, Arena *arena) {
    int line = count_lines(source->text, at);
    unsigned byte = (unsigned char)*at;
    if (!source->encoding) {
        return refuse(problem, arena_printf(arena, "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding "
                                            "declared; see https://peps.python.org/pep-0263/ for details", byte, filename, line));
    }
    if (strcmp(source->encoding, "ascii") == 0) return refuse(problem, "encoding problem: ascii");
    size_t len;
    const char *start = source_line(source, line, &len);
    return refuse(problem, arena_printf(arena, "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: invalid start byte",
                                        byte, (int)(at - start)));
}

bool source_decode(const char *bytes, size_t n, const char *filename, int flags, Arena *arena, SourceText *out, SyntaxProblem *problem) {
    const char *end = bytes + n;
    bool mark = false;
    *out = (SourceText){.text = "", .encoding = NULL};
    if (n > INT_MAX / 2) return refuse(problem, NULL);
    if (!(flags & PARSE_TEXT)) {
        mark = n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
        if (mark) bytes += 3;
        if (!choose_encoding(bytes, end, mark, arena, out, problem)) return false;
        if (mark) out->encoding = "utf-8";
    }
    bool latin = out->encoding && strcmp(out->encoding, "iso-8859-1") == 0;
    if (!convert(bytes, end, latin, arena, out)) return refuse(problem, NULL);
    const char *nul = out->text + strlen(out->text);
    if (nul < out->text + out->len) return refuse_nul(problem, out, nul, flags);
    const char *wrong = check_utf8(out->text, out->text + out->len);
    if (out->encoding && strcmp(out->encoding, "ascii") == 0) {
        for (wrong = out->text; *wrong && !(*wrong & 0x80);) wrong++;
    }
    if (wrong < out->text + out->len) return refuse_byte(problem, out, wrong, filename, arena);
    if (!out->encoding) out->encoding = "utf-8";
    return true;
}

const char *source_line(const SourceText *source, int line, size_t *len) {
    const char *at = source->text, *end = source->text + source->len;
    while (line > 1 && at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
        line--;
    }
    const char *newline = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    *len = newline ? (size_t)(newline + 1 - at) : (size_t)(end - at);
    return at;
}
