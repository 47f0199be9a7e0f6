/* mod__warnings.c: the module _warnings: what lib/py/warnings.py stands on. */
#include "lib/modules.h"
#include "lib/warnings.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/simple.h"

static int check_prefixes(Ref prefixes) {
    if (!is_tuple(prefixes)) return raise_error(TypeError, "warn() argument 'skip_file_prefixes' must be tuple, not %T", prefixes), -1;
    for (ssize_t i = 0; i < tuple_size(prefixes); i++) {
        Ref prefix = tuple_item(prefixes, i);
        if (!is_str(prefix)) return raise_error(TypeError, "Found non-str '%T' in skip_file_prefixes.", prefix), -1;
    }
    return 0;
}

/* The category meant by the arguments of warn(); borrowed. */
static Ref category_of(Ref message, Ref category) {
    int is_instance = object_isinstance(message, (Ref)Warning);
    if (is_instance < 0) return NULL;
    if (is_instance) category = (Ref)message->type;
    else if (!category || category == NONE) category = (Ref)UserWarning;
    int good = is_type(category) ? object_issubclass(category, (Ref)Warning) : 0;
    if (good == 0) raise_error(TypeError, "category must be a Warning subclass, not '%T'", category);
    return good > 0 ? category : NULL;
}

static Own warnings_m_warn(Ref self, Ref const *args) {
    (void)self;
    ssize_t level = args[2] ? index_as_ssize(args[2]) : 1;
    if (level == -1 && err_set()) return NULL;
    Ref prefixes = args[4];
    if (prefixes && check_prefixes(prefixes) < 0) return NULL;
    if (prefixes && tuple_size(prefixes) == 0) prefixes = NULL;
    if (prefixes && level < 2) level = 2;
    Ref category = category_of(args[0], args[1]);
    if (!category) return NULL;
    return warnings_warn(args[0], category, level, args[3] == NONE ? NULL : args[3], prefixes) < 0 ? NULL : none();
}

static Own warnings_m_warn_explicit(Ref self, Ref const *args) {
    (void)self;
    if (!is_str(args[2])) return raise_error(TypeError, "warn_explicit() argument 'filename' must be str, not %T", args[2]);
    ssize_t line = index_as_ssize(args[3]);
    if (line == -1 && err_set()) return NULL;
    Ref registry = args[5] == NONE ? NULL : args[5];
    if (registry && !is_dict(registry)) return raise_error(TypeError, "'registry' must be a dict or None");
    if (args[4] == NONE) return none(); /* a module that is being torn down */
    return warnings_explicit(args[0], args[1], args[2], line, args[4], registry, args[7] == NONE ? NULL : args[7]) < 0 ? NULL : none();
}

static Own warnings_m_filters_mutated(Ref self, Ref const *args) {
    (void)self, (void)args;
    warnings_changed();
    return none();
}

static Own warnings_m_source_line(Ref self, Ref const *args) {
    (void)self;
    ssize_t line = index_as_ssize(args[1]);
    return line == -1 && err_set() ? NULL : warnings_source_line(args[0], line);
}

static const Method warnings_methods[] = {
    {"warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())", warnings_m_warn,
     "Warn about the code that calls, or one so many levels up, or the first outside of files with these prefixes.", 0, NULL},
    {"warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)", warnings_m_warn_explicit,
     "Warn about a line of a file.", 0, NULL},
    {"_filters_mutated()", warnings_m_filters_mutated, "To be called after a change of the filters.", 0, NULL},
    {"_source_line(filename, lineno, /)", warnings_m_source_line, "A line of a file, stripped; '' if it cannot be had.", 0, NULL},
    {0}};

Own mod__warnings_init(void) {
    static const char *const parts[] = {"filters", "_defaultaction", "_onceregistry"};
    Own module = modules_new("_warnings", warnings_methods);
    for (int i = 0; module && i < 3; i++)
        if (module_add(module, parts[i], warnings_part(i)) < 0) CLEAR(module);
    return module;
}
