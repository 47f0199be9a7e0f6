/* signature.c: the text of a signature, "sort(*, key=None, reverse=False)", parsed once, and the binding of arguments to it.
 *
 * Parsed signatures are kept in a hash table by the address of their text (which is static), and live until state_fini. Binding fills one slot
 * per parameter in order; what the caller did not give stays NULL: the C function knows its defaults, their spelling is documentation.
 * All complaints about arguments are made here, in CPython's words, which depend on the kind of parameters:
 *     none          list.clear() takes no arguments (1 given)
 *     one           list.append() takes exactly one argument (0 given)
 *     positional    insert expected 2 arguments, got 1
 *     keywords      split() takes at most 2 arguments (3 given), and more */
#include <string.h>

#include "runtime/builtin.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"

/* --- parsing --- */

typedef struct SignatureReader {
    const char *p;
    Signature *s;
    bool keyword_only;
    struct {
        const char *text;
        size_t n;
    } names[SIGNATURE_MAX];
} SignatureReader;

static size_t word_length(const char *p) {
    const char *end = p;
    while (*end == '_' || (unsigned)((*end | 32) - 'a') < 26 || (unsigned)(*end - '0') < 10) end++;
    return (size_t)(end - p);
}

/* Past a default value: up to a comma or parenthesis that is not within brackets or quotes. */
static const char *skip_default(const char *p) {
    int depth = 0;
    for (char quote = 0; *p; p++) {
        if (quote) {
            if (*p == '\\' && p[1]) p++;
            else if (*p == quote) quote = 0;
        } else if (*p == '\'' || *p == '"') {
            quote = *p;
        } else if (strchr("([{", *p)) {
            depth++;
        } else if (depth == 0 && (*p == ',' || *p == ')')) {
            break;
        } else if (strchr(")]}", *p)) {
            depth--;
        }
    }
    return p;
}

static void add_parameter(SignatureReader *r, size_t length) {
    Signature *s = r->s;
    CHECK(s->n < SIGNATURE_MAX && length > 0);
    r->names[s->n].text = r->p;
    r->names[s->n].n = length;
    r->p += length;
    if (*r->p == '=') r->p = skip_default(r->p);
    else s->required |= 1u << s->n;
    if (!r->keyword_only) {
        if (s->required & (1u << s->n)) s->n_required++;
        s->n_positional++;
    }
    s->n++;
}

static void add_variable(SignatureReader *r, int8_t *slot) {
    *slot = (int8_t)r->s->n++;
    r->p += word_length(r->p);
    r->keyword_only = true;
}

static void read_parameter(SignatureReader *r) {
    const char *p = r->p;
    Signature *s = r->s;
    if (*p == '/') {
        s->n_positional_only = s->n;
        r->p++;
    } else if (p[0] == '*' && p[1] == '*') {
        r->p += 2;
        add_variable(r, &s->varkw);
    } else if (p[0] == '*' && word_length(p + 1)) {
        r->p++;
        add_variable(r, &s->varargs);
    } else if (*p == '*') {
        r->keyword_only = true;
        r->p++;
    } else if (*p == '$') {
        s->self_shown = true;
        r->p += 1 + word_length(p + 1);
    } else {
        add_parameter(r, word_length(p));
    }
}

/* Positional-only parameters have no name that a caller could use. */
static bool intern_names(SignatureReader *r) {
    Signature *s = r->s;
    for (int i = s->n_positional_only; i < s->n; i++) {
        if (i == s->varargs || i == s->varkw) continue;
        s->names[i] = str_from_ascii(r->names[i].text, (ssize_t)r->names[i].n);
        if (!s->names[i]) {
            err_clear();
            return false;
        }
        str_intern(&s->names[i]);
    }
    return true;
}

static void signature_drop(Signature *s) {
    for (int i = 0; i < s->n; i++) drop_x(s->names[i]);
    raw_free(s);
}

static Signature *read_signature(const char *text) {
    Signature *s = raw_calloc(sizeof *s);
    if (!s) return NULL;
    SignatureReader r = {.p = strchr(text, '('), .s = s};
    s->text = text;
    s->varargs = s->varkw = -1;
    if (r.p) {
        s->name_length = (uint8_t)(r.p - text);
        for (r.p++; *r.p && *r.p != ')';) {
            if (*r.p == ',' || *r.p == ' ') r.p++;
            else read_parameter(&r);
        }
    } else {
        s->name_length = (uint8_t)strlen(text);
    }
    s->simple = s->n == s->n_positional_only;
    if (intern_names(&r)) return s;
    signature_drop(s);
    return NULL;
}

/* --- the table --- */

static Signature **table; /* open addressing, linear probes, at most half full */
static size_t table_size, table_used;

static size_t place_of(const char *text) {
    size_t i = ((uintptr_t)text >> 3) * 0x9E3779B97F4A7C15u >> 20 & (table_size - 1);
    while (table[i] && table[i]->text != text) i = (i + 1) & (table_size - 1);
    return i;
}

static bool grow_table(void) {
    Signature **old = table;
    size_t old_size = table_size, size = old_size ? 2 * old_size : 256;
    Signature **bigger = raw_calloc(size * sizeof *bigger);
    if (!bigger) return false;
    table = bigger;
    table_size = size;
    for (size_t i = 0; i < old_size; i++)
        if (old[i]) table[place_of(old[i]->text)] = old[i];
    raw_free(old);
    return true;
}

const Signature *signature_parse(const char *text) {
    if (2 * (table_used + 1) > table_size && !grow_table()) return NULL;
    size_t i = place_of(text);
    if (table[i]) return table[i];
    Signature *s = read_signature(text);
    if (!s) return NULL;
    table[i] = s;
    table_used++;
    return s;
}

void signatures_fini(void) {
    for (size_t i = 0; i < table_size; i++)
        if (table[i]) signature_drop(table[i]);
    raw_free(table);
    table = NULL;
    table_size = table_used = 0;
}

Own signature_text(const char *text, const char *first) {
    const char *open = strchr(text, '(');
    if (!open || open[1] == '$') return open ? str_from_text(open) : none();
    bool slash = strstr(open, "/,") || strstr(open, "/)");
    return format_text("(%s%s%s%s", first, slash ? "" : *first ? ", /" : "", open[1] == ')' || !*first ? "" : ", ", open + 1);
}

/* --- refusing --- */

static const char *plural(size_t n) { return n == 1 ? "" : "s"; }

/* A call with positional-only parameters. */
static int refuse_positional(const Signature *s, size_t nargs) {
    size_t least = s->n_required, most = s->n_positional, bound = nargs < least ? least : most;
    const char *how = least == most ? "" : nargs < least ? "at least " : "at most ";
    raise_error(TypeError, "%.*s expected %s%zu argument%s, got %zu", s->name_length, s->text, how, bound, plural(bound), nargs);
    return -1;
}

int signature_refuse(const Signature *s, const Method *def, Ref self, size_t nargs, Ref kwnames) {
    Own name;
    bool keywords = kwnames && tuple_size(kwnames);
    if (!def && keywords) return raise_error(TypeError, "%.*s() takes no keyword arguments", s->name_length, s->text), -1;
    if (!keywords && (!def || s->n > 1 || (s->n == 1 && !s->n_required))) return refuse_positional(s, nargs);
    if (!(name = builtin_full_name(def, self))) return -1;
    if (keywords) raise_error(TypeError, "%S() takes no keyword arguments", name);
    else if (s->n == 0) raise_error(TypeError, "%S() takes no arguments (%zu given)", name, nargs);
    else raise_error(TypeError, "%S() takes exactly one argument (%zu given)", name, nargs);
    drop(name);
    return -1;
}

/* Too many arguments, or too few that can only be positional, where keywords exist too. */
static int check_counts(const Signature *s, size_t nargs, size_t nkw) {
    int name_length = s->name_length;
    size_t most = s->n_positional, named = s->n, least = s->n_positional_only < s->n_required ? s->n_positional_only : s->n_required;
    bool optional = s->n_required < most;
    if (s->varargs < 0 && s->varkw < 0 && nargs + nkw > named)
        return raise_error(TypeError, "%.*s() takes %s %zu %sargument%s (%zu given)", name_length, s->text,
                           s->n_required < named ? "at most" : "exactly", named, nargs ? "" : "keyword ", plural(named), nargs + nkw), -1;
    if (s->varargs < 0 && nargs > most) {
        if (most == 0) return raise_error(TypeError, "%.*s() takes no positional arguments", name_length, s->text), -1;
        return raise_error(TypeError, "%.*s() takes %s %zu positional argument%s (%zu given)", name_length, s->text,
                           optional ? "at most" : "exactly", most, plural(most), nargs), -1;
    }
    if (nargs < least)
        return raise_error(TypeError, "%.*s() takes %s %zu positional argument%s (%zu given)", name_length, s->text,
                           least < most || s->varargs >= 0 ? "at least" : "exactly", least, plural(least), nargs), -1;
    return 0;
}

static int check_required(const Signature *s, Ref *out) {
    for (int i = 0; i < s->n; i++) {
        if (out[i] || !(s->required & (1u << i))) continue;
        return raise_error(TypeError, "%.*s() missing required argument '%S' (pos %d)", s->name_length, s->text, (Ref)s->names[i], i + 1), -1;
    }
    return 0;
}

/* --- binding --- */

static int slot_of_keyword(const Signature *s, Ref name) {
    for (int i = s->n_positional_only; i < s->n; i++)
        if (s->names[i] == name) return i;
    for (int i = s->n_positional_only; i < s->n; i++)
        if (s->names[i] && str_equal(s->names[i], name)) return i;
    return -1;
}

static int bind_keyword(const Signature *s, Ref name, Ref value, size_t nargs, Ref *out) {
    int slot = slot_of_keyword(s, name);
    if (slot < 0 && s->varkw >= 0) return dict_set(out[s->varkw], name, value);
    if (slot < 0) return raise_error(TypeError, "%.*s() got an unexpected keyword argument '%S'", s->name_length, s->text, name), -1;
    if ((size_t)slot < nargs && out[slot])
        return raise_error(TypeError, "argument for %.*s() given by name ('%S') and position (%d)", s->name_length, s->text, name, slot + 1), -1;
    out[slot] = value;
    return 0;
}

static int bind_general(const Signature *s, Ref const *args, size_t nargs, Ref kwnames, Ref *out) {
    size_t nkw = kwnames ? (size_t)tuple_size(kwnames) : 0, positional = nargs < s->n_positional ? nargs : s->n_positional;
    for (int i = 0; i < s->n; i++) out[i] = NULL;
    if (check_counts(s, nargs, nkw)) return -1;
    for (size_t i = 0; i < positional; i++) out[i] = args[i];
    if (s->varargs >= 0 && !(out[s->varargs] = tuple_from_array(args + positional, (ssize_t)(nargs - positional)))) return -1;
    if (s->varkw >= 0 && !(out[s->varkw] = dict_new())) return -1;
    for (size_t i = 0; i < nkw; i++)
        if (bind_keyword(s, tuple_item(kwnames, (ssize_t)i), args[nargs + i], positional, out)) return -1;
    return check_required(s, out);
}

void signature_unbind(const Signature *s, Ref *out) {
    if (s->varargs >= 0) drop_x((Own)(uintptr_t)out[s->varargs]);
    if (s->varkw >= 0) drop_x((Own)(uintptr_t)out[s->varkw]);
}

int signature_bind(const Signature *s, Ref const *args, size_t nargs, Ref kwnames, Ref *out) {
    if (bind_general(s, args, nargs, kwnames, out) == 0) return 0;
    signature_unbind(s, out);
    return -1;
}

int args_bind(const char *signature, Ref const *args, size_t nargs, Ref kwnames, Ref *out) {
    const Signature *s = signature_parse(signature);
    if (!s) return raise_memory(), -1;
    bool keywords = kwnames && tuple_size(kwnames);
    if (s->simple) {
        if (keywords || nargs < s->n_required || nargs > s->n) return signature_refuse(s, NULL, NULL, nargs, kwnames);
        for (size_t i = 0; i < s->n; i++) out[i] = i < nargs ? args[i] : NULL;
        return 0;
    }
    return signature_bind(s, args, nargs, kwnames, out);
}

void args_unbind(const char *signature, Ref *out) {
    const Signature *s = signature_parse(signature); /* is in the table: it was bound */
    if (s) signature_unbind(s, out);
}

int args_none(const char *name, size_t nargs, Ref kwnames) { return args_range(name, nargs, kwnames, 0, 0); }

int args_range(const char *name, size_t nargs, Ref kwnames, size_t min, size_t max) {
    if (kwnames && tuple_size(kwnames)) return raise_error(TypeError, "%s() takes no keyword arguments", name), -1;
    if (nargs >= min && nargs <= max) return 0;
    if (max == 0) return raise_error(TypeError, "%s() takes no arguments (%zu given)", name, nargs), -1;
    size_t bound = nargs < min ? min : max;
    const char *how = min == max ? "" : nargs < min ? "at least " : "at most ";
    return raise_error(TypeError, "%s expected %s%zu argument%s, got %zu", name, how, bound, plural(bound), nargs), -1;
}
