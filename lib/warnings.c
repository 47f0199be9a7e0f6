/* warnings.c: warnings: which are shown, which become errors, and how they look.
 *
 * A warning has a category, a text and a place (file and line). The first filter that fits it says what to do; filters are tuples (action, text,
 * category, module, line), the text the beginning of the warning's in any case, the module its whole name, or both objects with a match
 * method; None and line 0 fit all. Who has been warned is noted in __warningregistry__ of the module's globals.
 * Nothing is made before the first warning. Once the module warnings is imported, its filters count, and its _showwarnmsg shows. */
#include "lib/warnings.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/unicode.h"
#include "vm/compile.h"
#include "vm/frame.h"
#include "vm/import.h"
#include "vm/run.h"

static struct {
    Object *filters, *otherwise, *once; /* owned; NULL until the first warning: list, action when no filter fits, registry of "once" */
    int64_t version;                    /* of the filters: a registry of another version is void */
} state;

/* --- the state --- */

/* A new reference to the interned text's value in the dict: 1, 0, -1. */
static int get_text(Ref dict, const char *text, Own *out) {
    Own key = str_interned(text);
    int found = key ? dict_get(dict, key, out) : -1;
    drop_x(key);
    return found;
}

/* text and module: NULL for None. */
static Own filter_new(const char *action, Ref category, Ref text, Ref module, int64_t line) {
    Own name = str_interned(action), number = int_new(line), row = NULL;
    if (name && number) row = tuple_pack(5, (Ref)name, text ? text : NONE, category, module ? module : NONE, (Ref)number);
    drop_x(name);
    drop_x(number);
    return row;
}

static Own default_filters(void) {
    static Type *const ignored[] = {&DeprecationWarning_type, &PendingDeprecationWarning_type, &ImportWarning_type, &ResourceWarning_type};
    Own list = list_new(0);
    for (size_t i = 0; list && i <= sizeof ignored / sizeof *ignored; i++) {
        Own row = i == 0 ? filter_new("default", (Ref)DeprecationWarning, NULL, NAME_OF(dunder_main), 0)
                         : filter_new("ignore", (Ref)ignored[i - 1], NULL, NULL, 0);
        if (!row || list_append_take(list, row) < 0) CLEAR(list);
    }
    return list;
}

static int state_make(void) {
    if (state.once) return 0;
    obj_set(&state.filters, default_filters());
    obj_set(&state.otherwise, state.filters ? str_interned("default") : NULL);
    state.once = state.otherwise ? dict_new() : NULL;
    return state.once ? 0 : -1;
}

/* The module warnings, if it has been imported: 1, 0, -1. */
static int python_module(Own *out) {
    int found = rt.modules ? get_text((Ref)rt.modules, "warnings", out) : 0;
    if (found <= 0 || *out != NONE) return found;
    drop(*out);
    return 0;
}

/* Takes a part of the state from the module's attribute, where the program may have put another. */
static int refresh(Object **part, Ref module, const char *attribute) {
    Own name = str_interned(attribute), value = NULL;
    int found = name ? attr_find(module, name, &value) : -1;
    drop_x(name);
    if (found > 0) obj_set(part, value);
    return found < 0 ? -1 : 0;
}

static int state_refresh(void) {
    Own module = NULL;
    if (state_make() < 0) return -1;
    int found = python_module(&module);
    if (found <= 0) return found;
    bool failed = refresh(&state.filters, module, "filters") < 0 || refresh(&state.otherwise, module, "defaultaction") < 0 ||
                  refresh(&state.once, module, "onceregistry") < 0;
    drop(module);
    if (failed) return -1;
    if (!is_list(state.filters)) return raise_error(ValueError, "_warnings.filters must be a list"), -1;
    if (!is_str(state.otherwise)) return raise_error(TypeError, "_warnings.defaultaction must be a string, not '%T'", (Ref)state.otherwise), -1;
    if (!is_dict(state.once)) return raise_error(TypeError, "_warnings.onceregistry must be a dict, not '%T'", (Ref)state.once), -1;
    return 0;
}

/* --- a warning --- */

typedef struct Notice {
    Object *category, *text, *message; /* message: an instance of the category */
    Object *filename, *module;         /* module: any object */
    Object *registry;                  /* dict, or NULL */
    Object *source;                    /* the object that it is about, or NULL */
    int64_t line;
} Notice; /* all owned */

static void notice_drop(Notice *w) {
    Own fields[] = {w->category, w->text, w->message, w->filename, w->module, w->registry, w->source};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) drop_x(fields[i]);
}

/* What is said: a text, or an instance of Warning. */
static int notice_say(Notice *w, Ref message, Ref category) {
    int is_instance = object_isinstance(message, (Ref)Warning);
    if (is_instance < 0) return -1;
    w->category = own(is_instance ? (Ref)message->type : category);
    w->text = is_instance ? object_str(message) : own(message);
    w->message = is_instance ? own(message) : object_call1(category, message);
    return w->text && w->message ? 0 : -1;
}

/* --- registries --- */

static int registry_renew(Ref registry) {
    Own version = int_new(state.version);
    dict_clear(registry);
    int failed = version ? dict_set_text(registry, "version", version) : -1;
    drop_x(version);
    return failed;
}

/* Is the key noted? 1, 0, -1 */
static int registry_has(Ref registry, Ref key) {
    Own value = NULL;
    int found = get_text(registry, "version", &value);
    if (found < 0) return -1;
    bool current = found && is_exact_int(value) && int_is_compact(value) && int_value(value) == state.version;
    drop_x(value);
    if (!current) return registry_renew(registry);
    found = dict_get(registry, key, &value);
    if (found <= 0) return found;
    int truth = object_truth(value);
    drop(value);
    return truth;
}

static Own key_of(const Notice *w, bool with_line, int64_t line) {
    if (!with_line) return tuple_pack(2, (Ref)w->text, (Ref)w->category);
    Own number = int_new(line), key = number ? tuple_pack(3, (Ref)w->text, (Ref)w->category, (Ref)number) : NULL;
    drop_x(number);
    return key;
}

/* Notes the key; 1: it was noted before. Takes the key. */
static int registry_note_take(Ref registry, Own key) {
    int noted = key ? registry_has(registry, key) : -1;
    if (noted == 0 && dict_set(registry, key, TRUE_OBJECT) < 0) noted = -1;
    drop_x(key);
    return noted;
}

/* --- filters --- */

/* Is it the beginning of the text, in any case? */
static bool begins(Ref text, Ref beginning) {
    ssize_t i = 0, n = str_len(beginning);
    if (n > str_len(text)) return false;
    while (i < n && unicode_simple_lower(str_char(text, i)) == unicode_simple_lower(str_char(beginning, i))) i++;
    return i == n;
}

static int fits(Ref pattern, Ref text, bool whole) {
    if (pattern == NONE) return 1;
    if (is_exact_str(pattern) && is_str(text)) return whole ? str_equal(pattern, text) : begins(text, pattern);
    Own name = str_interned("match"), match = name ? object_call_method(pattern, name, 1, &text) : NULL;
    int truth = match ? object_truth(match) : -1;
    drop_x(name);
    drop_x(match);
    return truth;
}

static int filter_fits(Ref filter, const Notice *w) {
    int good = fits(tuple_item(filter, 1), w->text, false);
    if (good > 0) good = object_issubclass(w->category, tuple_item(filter, 2));
    if (good > 0) good = fits(tuple_item(filter, 3), w->module, true);
    if (good <= 0) return good;
    ssize_t line = index_as_ssize(tuple_item(filter, 4));
    if (line == -1 && err_set()) return -1;
    return line == 0 || line == w->line;
}

/* The action of the first filter that fits, a str; *filter: it (owned), or NULL. */
static Own find_action(const Notice *w, Own *filter) {
    Own filters = own(state.filters), action = NULL;
    *filter = NULL;
    for (ssize_t i = 0; !action && i < list_size(filters); i++) {
        Ref row = list_item(filters, i);
        if (!is_tuple(row) || tuple_size(row) != 5) {
            raise_error(ValueError, "_warnings.filters item %zd isn't a 5-tuple", i);
            break;
        }
        Own held = own(row);
        int good = filter_fits(held, w);
        if (good > 0 && !is_str(tuple_item(held, 0))) good = (raise_error(TypeError, "action must be a string, not '%T'", tuple_item(held, 0)), -1);
        if (good > 0) {
            action = own(tuple_item(held, 0));
            *filter = own(held);
        }
        drop(held);
        if (good < 0) break;
    }
    drop(filters);
    return action || err_set() ? action : own(state.otherwise);
}

/* --- showing --- */

Own warnings_source_line(Ref filename, int64_t line) {
    size_t size;
    const char *path = is_str(filename) && line > 0 ? str_utf8_lossy(filename) : "<";
    char *text = *path == '<' ? NULL : import_read_file(path, &size);
    Own result = NULL;
    if (text) {
        const char *p = text, *end = text + size, *stop;
        while (--line > 0 && p < end) {
            const char *next = memchr(p, '\n', (size_t)(end - p));
            p = next ? next + 1 : end;
        }
        stop = memchr(p, '\n', (size_t)(end - p));
        if (!stop) stop = end;
        while (p < stop && strchr(" \t\f\r", *p)) p++;
        while (p < stop && strchr(" \t\f\r", stop[-1])) stop--;
        result = str_from_utf8(p, stop - p);
        mem_free(text);
    }
    if (!result) err_clear();
    return result ? result : own((Ref)str_empty);
}

static Own notice_text(const Notice *w) {
    Own name = attr_get(w->category, NAME_OF(dunder_name)), line = name ? warnings_source_line(w->filename, w->line) : NULL;
    Own text = line ? format_text("%S:%ld: %S: %S\n%s%S%s", (Ref)w->filename, w->line, (Ref)name, (Ref)w->text, str_len(line) ? "  " : "", (Ref)line,
                                  str_len(line) ? "\n" : "")
                    : NULL;
    if (text && w->source && !rt.exiting)
        obj_set(&text, format_text("%S%S: Enable tracemalloc to get the object allocation traceback\n", (Ref)text, (Ref)name));
    drop_x(name);
    drop_x(line);
    return text;
}

/* On sys.stderr; what goes wrong is ignored. */
static void show_here(const Notice *w) {
    Own stream = NULL, text;
    if (!rt.sysdict || dict_get((Ref)rt.sysdict, NAME_OF(stderr_), &stream) <= 0 || stream == NONE || !(text = notice_text(w))) {
        drop_x(stream);
        err_clear();
        return;
    }
    drop(stream);
    report_write(text);
    err_clear();
    drop(text);
}

static int show_by_python(const Notice *w, Ref module) {
    Own name = str_interned("_showwarnmsg"), show = name ? attr_get(module, name) : NULL, class = NULL, message = NULL, done = NULL;
    drop_x(name);
    if (!show) {
        if (!err_set() || !err_matches(AttributeError)) return -1;
        err_clear();
        show_here(w);
        return 0;
    }
    Own line = int_new(w->line);
    name = str_interned("WarningMessage");
    if (!object_is_callable(show)) raise_error(TypeError, "warnings._showwarnmsg() must be set to a callable");
    else class = name ? attr_get(module, name) : NULL;
    if (class && line) {
        Ref args[] = {w->message, w->category, w->filename, line, NONE, NONE, w->source ? (Ref)w->source : NONE};
        message = object_call(class, args, sizeof args / sizeof *args, NULL);
    }
    if (message) done = object_call1(show, message);
    drop_x(show);
    drop_x(line);
    drop_x(name);
    drop_x(class);
    drop_x(message);
    drop_x(done);
    return done ? 0 : -1;
}

static int show(const Notice *w) {
    Own module = NULL;
    int found = python_module(&module);
    if (found < 0) return -1;
    if (!found) {
        show_here(w);
        return 0;
    }
    int failed = show_by_python(w, module);
    drop(module);
    return failed;
}

/* --- issuing --- */

/* Notes it where the action says; 1: it was noted there before, and is not to be shown. */
static int note(const Notice *w, Ref action, Ref filter) {
    if (str_equals(action, "always")) return 0;
    if (w->registry && registry_note_take(w->registry, key_of(w, true, w->line)) < 0) return -1;
    if (str_equals(action, "default")) return 0;
    if (str_equals(action, "once")) {
        Own registry = own(w->registry ? w->registry : state.once);
        int noted = registry_note_take(registry, key_of(w, false, 0));
        drop(registry);
        return noted;
    }
    if (str_equals(action, "module")) return w->registry ? registry_note_take(w->registry, key_of(w, true, 0)) : 0;
    return raise_error(RuntimeError, "Unrecognized action (%R) in warnings.filters:\n %R", action, filter), -1;
}

static int issue(const Notice *w) {
    Own filter = NULL, action = NULL;
    int result = -1;
    if (state_refresh() < 0) return -1;
    if (w->registry) {
        Own key = key_of(w, true, w->line);
        int noted = key ? registry_has(w->registry, key) : -1;
        drop_x(key);
        if (noted) return noted < 0 ? -1 : 0;
    }
    if (!(action = find_action(w, &filter))) return -1;
    if (str_equals(action, "error")) {
        if (is_exception(w->message)) exc_raise_chained_take(own(w->message));
        else raise_error(TypeError, "exceptions must derive from BaseException");
    } else if (str_equals(action, "ignore")) {
        result = 0;
    } else {
        int noted = note(w, action, filter ? (Ref)filter : NONE);
        result = noted < 0 ? -1 : noted ? 0 : show(w);
    }
    drop(action);
    drop_x(filter);
    return result;
}

/* --- where from --- */

static Frame *caller_of(Frame *f) {
    do f = f->prev;
    while (f && f->kind == FRAME_CLEARED);
    return f;
}

static bool is_skipped(const Frame *f, Ref prefixes) {
    Ref name = (Ref)f->func->code->filename;
    for (ssize_t i = 0; i < tuple_size(prefixes); i++) {
        Ref prefix = tuple_item(prefixes, i);
        if (str_len(prefix) <= str_len(name) && str_find(name, prefix, 0, str_len(prefix), 1) == 0) return true;
    }
    return false;
}

static Frame *frame_at(ssize_t level, Ref prefixes_or_null) {
    Frame *f = frame_current_python();
    while (--level > 0 && f) {
        f = caller_of(f);
        while (prefixes_or_null && f && is_skipped(f, prefixes_or_null)) f = caller_of(f);
    }
    return f;
}

/* The registry of a module, made if need be. */
static Own registry_of(Ref globals) {
    Own registry = NULL;
    int found = get_text(globals, "__warningregistry__", &registry);
    if (found > 0 && is_dict(registry)) return registry;
    if (found > 0) drop(registry);
    registry = found < 0 ? NULL : dict_new();
    if (registry && dict_set_text(globals, "__warningregistry__", registry) < 0) CLEAR(registry);
    return registry;
}

static int notice_place(Notice *w, const Frame *f) {
    Own globals = own(f ? (Ref)f->func->globals : (Ref)rt.sysdict);
    w->filename = f ? own((Ref)f->func->code->filename) : str_from_text("<sys>");
    w->line = f ? frame_line(f) : 0;
    w->registry = w->filename ? registry_of(globals) : NULL;
    int found = w->registry ? dict_get(globals, NAME_OF(dunder_name), &w->module) : -1;
    if (found > 0 && !is_str(w->module)) CLEAR(w->module);
    if (found >= 0 && !w->module && !(w->module = str_from_text("<string>"))) found = -1;
    drop(globals);
    return found < 0 ? -1 : 0;
}

int warnings_warn(Ref message, Ref category, ssize_t level, Ref source_or_null, Ref prefixes_or_null) {
    Notice w = {.source = own_x(source_or_null)};
    int failed = notice_place(&w, frame_at(level, prefixes_or_null)) < 0 || notice_say(&w, message, category) < 0 || issue(&w) < 0;
    notice_drop(&w);
    return failed ? -1 : 0;
}

/* A module's name by its file's: without the ending. */
static Own module_of_file(Ref filename) {
    ssize_t n = str_len(filename);
    if (n == 0) return str_from_text("<unknown>");
    return n >= 3 && str_char(filename, n - 3) == '.' && str_char(filename, n - 2) == 'p' && str_char(filename, n - 1) == 'y' ? str_slice(filename, 0, n - 3)
                                                                                                                            : own(filename);
}

int warnings_explicit(Ref message, Ref category, Ref filename, int64_t line, Ref module_or_null, Ref registry_or_null, Ref source_or_null) {
    Notice w = {.filename = own(filename), .registry = own_x(registry_or_null), .source = own_x(source_or_null), .line = line};
    w.module = module_or_null ? own(module_or_null) : module_of_file(filename);
    int failed = !w.module || notice_say(&w, message, category) < 0 || issue(&w) < 0;
    notice_drop(&w);
    return failed ? -1 : 0;
}

static int warn_about(Type *category, const char *text, int level, Ref source) {
    Own message = str_from_text(text);
    int failed = message ? warnings_warn(message, (Ref)category, level, source, NULL) : -1;
    drop_x(message);
    return failed;
}
static int warn(Type *category, const char *text, int level) { return warn_about(category, text, level, NULL); }

static int warn_at_line(Type *category, Ref text, Ref filename, int line) {
    return warnings_explicit(text, (Ref)category, filename, line, NULL, NULL, NULL);
}

void warnings_init(void) {
    rt.warn = warn;
    rt.warn_about = warn_about;
    compile_warning = warn_at_line;
}

void warnings_fini(void) {
    rt.warn = NULL;
    rt.warn_about = NULL;
    compile_warning = NULL;
    CLEAR(state.filters);
    CLEAR(state.otherwise);
    CLEAR(state.once);
    state.version = 0;
}

/* --- options --- */

enum { OPTION_PARTS = 5 };

static int complain(const char *format, ...) __attribute__((noinline));
static int complain(const char *format, ...) {
    __builtin_va_list ap;
    __builtin_va_start(ap, format);
    Own what = format_text_v(format, ap), text = what ? format_text("Invalid -W option ignored: %S\n", (Ref)what) : NULL;
    __builtin_va_end(ap);
    if (text) report_write(text);
    drop_x(what);
    drop_x(text);
    return text ? 0 : -1;
}

/* The action that the text is the beginning of; NULL: none. */
static const char *action_named(const char *text) {
    static const char *const actions[] = {"default", "always", "ignore", "module", "once", "error"};
    if (!*text) return "default";
    if (strcmp(text, "all") == 0) return "always";
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strncmp(actions[i], text, strlen(text)) == 0) return actions[i];
    return NULL;
}

/* 1 and *out; 0: a complaint was made; -1. */
static int category_named(const char *text, Own *out) {
    const char *dot = strrchr(text, '.');
    if (!*text) {
        *out = own((Ref)Warning);
        return 1;
    }
    Own name = str_from_text(dot ? dot + 1 : text), module = NULL;
    if (dot) {
        Own path = str_from_utf8(text, dot - text);
        module = path ? import_module(path) : NULL;
        drop_x(path);
        if (!module && err_matches(ImportError)) {
            err_clear();
            drop_x(name);
            return complain("invalid module name: '%.*s'", (int)(dot - text), text);
        }
    } else {
        module = import_module(NAME_OF(builtins));
    }
    int found = name && module ? attr_find(module, name, out) : -1;
    drop_x(name);
    drop_x(module);
    if (found == 0) return complain("unknown warning category: '%s'", text);
    if (found > 0 && (!is_type(*out) || !type_is_subtype(as_type(*out), Warning))) {
        CLEAR(*out);
        return complain("invalid warning category: '%s'", text);
    }
    return found;
}

static int line_named(const char *text, long *out) {
    char *end;
    *out = strtol(text, &end, 10);
    return *end || *out < 0 ? complain("invalid lineno '%s'", text) : 1;
}

/* Puts it in front, and takes it out where it stood. */
static int filter_prefer_take(Own filter) {
    if (!filter) return -1;
    int result = -1;
    for (ssize_t i = 0; i < list_size(state.filters); i++) {
        int same = object_compare_bool(list_item(state.filters, i), filter, CMP_EQ);
        if (same > 0) same = list_set_slice(state.filters, i, i + 1, NULL);
        if (same < 0) goto done;
    }
    result = list_insert(state.filters, 0, filter);
    state.version++;
done:
    drop(filter);
    return result;
}

static int take_parts(char **parts) {
    const char *action = action_named(parts[0]);
    Own category = NULL, text = NULL, module = NULL;
    long line = 0;
    if (!action) return complain("invalid action: '%s'", parts[0]);
    int good = category_named(parts[2], &category);
    if (good > 0) good = line_named(parts[4], &line);
    if (good > 0 && *parts[1] && !(text = str_from_text(parts[1]))) good = -1;
    if (good > 0 && *parts[3] && !(module = str_from_text(parts[3]))) good = -1;
    if (good > 0) good = filter_prefer_take(filter_new(action, category, text, module, line));
    drop_x(category);
    drop_x(text);
    drop_x(module);
    return good < 0 ? -1 : 0;
}

static int take_option(const char *option) {
    char *copy = mem_alloc(strlen(option) + 1), *parts[OPTION_PARTS] = {0}, *p = copy;
    if (!copy) return raise_memory(), -1;
    strcpy(copy, option);
    int n = 0, failed = 0;
    for (; p && n < OPTION_PARTS; n++) {
        char *colon = strchr(p, ':'), *end = colon ? colon : p + strlen(p);
        while (p < end && *p == ' ') p++;
        while (end > p && end[-1] == ' ') end--;
        *end = 0;
        parts[n] = p;
        p = colon ? colon + 1 : NULL;
    }
    if (p) failed = complain("too many fields (max 5): '%s'", option);
    for (; n < OPTION_PARTS; n++) parts[n] = copy + strlen(option);
    if (!p) failed = take_parts(parts);
    mem_free(copy);
    return failed;
}

int warnings_options(Ref list) {
    if (list_size(list) == 0) return 0;
    if (state_make() < 0) return -1;
    for (ssize_t i = 0; i < list_size(list); i++)
        if (take_option(str_utf8_lossy(list_item(list, i))) < 0) return -1;
    return 0;
}

/* --- for the module _warnings --- */

void warnings_changed(void) { state.version++; }

Own warnings_part(int which) {
    if (state_make() < 0) return NULL;
    return own(which == 0 ? state.filters : which == 1 ? state.otherwise : state.once);
}
