/* import.c: import: the search, the loading, and the three statements.
 *
 * A module is found in sys.modules, in the table of modules in C (import_builtins), or as NAME.py, NAME/__init__.py (a package), or a folder
 * NAME without it (a namespace package) along sys.path or the parent's __path__. It is put into sys.modules before its code runs, so that
 * circular imports see it half-made, and is taken out again if the code fails. */
#include "vm/import.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/compile.h"
#include "vm/evalops.h"

const BuiltinModule *import_builtins;
bool (*import_find_source)(const char *name, BuiltinModule *out);

char *import_read_file(const char *path, size_t *size) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    char *buffer = NULL;
    size_t room = 0, n = 0;
    if (fd < 0) goto fail;
    for (;;) {
        if (n == room) {
            room = room ? room * 2 : 1 << 14;
            char *more = mem_realloc(buffer, room);
            if (!more) {
                raise_memory();
                goto done;
            }
            buffer = more;
        }
        ssize_t got = read(fd, buffer + n, room - n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) goto fail;
        if (got == 0) break;
        n += (size_t)got;
    }
    close(fd);
    *size = n;
    return buffer;
fail:;
    int error = errno;
    Own name = str_from_wtf8(path, (ssize_t)strlen(path));
    if (name) raise_os(error, name);
    drop_x(name);
done:
    if (fd >= 0) close(fd);
    mem_free(buffer);
    return NULL;
}

/* --- making modules --- */

static int set_name(Ref module, Ref name, Ref value) { return dict_set(module_dict(module), name, value); }

/* The module's usual attributes; path: of the source file, or NULL; package: it may have submodules. */
static int decorate(Ref module, Ref name, Ref file_or_null, Ref path_or_null) {
    ssize_t dot = str_find_char(name, '.', 0, str_len(name)), last = -1;
    while (dot >= 0) {
        last = dot;
        dot = str_find_char(name, '.', dot + 1, str_len(name));
    }
    Own package = path_or_null ? own(name) : str_slice(name, 0, last < 0 ? 0 : last);
    int failed = package ? set_name(module, NAME_OF(dunder_package), package) : -1;
    drop_x(package);
    if (failed >= 0) failed = set_name(module, NAME_OF(dunder_loader), NONE);
    if (failed >= 0) failed = set_name(module, NAME_OF(dunder_spec), NONE);
    if (failed >= 0 && file_or_null) failed = set_name(module, NAME_OF(dunder_file), file_or_null);
    if (failed >= 0 && path_or_null) failed = set_name(module, NAME_OF(dunder_path), path_or_null);
    return failed;
}

static int run_source(Ref module, const char *text, size_t size, Ref filename) {
    Own code = compile_source(text, size, filename, PARSE_FILE, 0, rt.optimize);
    if (!code) return -1;
    Ref dict = module_dict(module);
    int failed = dict_contains(dict, NAME_OF(dunder_builtins)) ? 0 : dict_set(dict, NAME_OF(dunder_builtins), (Ref)rt.builtins);
    Own result = failed < 0 ? NULL : eval_code((Code *)code, (Dict *)(uintptr_t)dict, dict, NULL);
    drop(code);
    drop_x(result);
    return result ? 0 : -1;
}

/* Runs a module's source with the module in sys.modules; gives what is there afterwards. */
static Own load_source(Ref name, const char *text, size_t size, Ref filename, Ref path_or_null) {
    Own module = module_new(name), result = NULL;
    if (!module) return NULL;
    if (decorate(module, name, filename, path_or_null) >= 0 && dict_set((Ref)rt.modules, name, module) >= 0) {
        if (run_source(module, text, size, filename) >= 0) {
            if (dict_get((Ref)rt.modules, name, &result) == 0)
                raise_error(ImportError, "Loaded module %R not found in sys.modules", name);
        } else {
            Own exc = err_take();
            if (dict_del((Ref)rt.modules, name) < 0) err_clear();
            err_restore_take(exc);
        }
    }
    drop(module);
    return result;
}

static Own load_file(Ref name, const char *path, Ref path_list_or_null) {
    size_t size;
    char *text = import_read_file(path, &size);
    if (!text) return NULL;
    Own filename = str_from_wtf8(path, (ssize_t)strlen(path)), module = NULL;
    if (filename) module = load_source(name, text, size, filename, path_list_or_null);
    drop_x(filename);
    mem_free(text);
    return module;
}

static Own load_builtin(Ref name, const BuiltinModule *row) {
    if (row->source) {
        Own filename = format_text("<frozen %s>", row->name), path = row->package && filename ? list_new(0) : NULL, module = NULL;
        if (filename && (path || !row->package)) module = load_source(name, row->source, row->size, filename, path);
        drop_x(filename);
        drop_x(path);
        return module;
    }
    Own module = row->init ? row->init() : NULL;
    if (module && (decorate(module, name, NULL, NULL) < 0 || dict_set((Ref)rt.modules, name, module) < 0)) {
        drop(module);
        return NULL;
    }
    return module;
}

static const BuiltinModule *find_builtin(Ref name, BuiltinModule *room) {
    for (const BuiltinModule *row = import_builtins; row && row->name; row++)
        if ((row->init || row->source) && str_equals(name, row->name)) return row;
    return import_find_source && import_find_source(str_utf8_lossy(name), room) ? room : NULL;
}

/* --- the search along a path --- */

enum { PATH_ROOM = 4096 };

static bool is_file(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}
static bool is_folder(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* One entry of the path: 1 and *out, 0 not here (portions collects a namespace package's folder), -1. */
static int try_entry(Ref name, const char *tail, Ref entry, Ref portions, Own *out) {
    char base[PATH_ROOM], file[PATH_ROOM + 16];
    if (!is_str(entry)) return 0;
    const char *folder = str_utf8_lossy(entry);
    int n = snprintf(base, sizeof base, "%s%s%s", folder, *folder && folder[strlen(folder) - 1] != '/' ? "/" : "", tail);
    if (n < 0 || (size_t)n >= sizeof base) return 0;
    snprintf(file, sizeof file, "%s/__init__.py", base);
    if (is_file(file)) {
        Own folder_name = str_from_wtf8(base, n), path = folder_name ? list_from_array_take((Object *[]){folder_name}, 1) : NULL;
        *out = path ? load_file(name, file, path) : NULL;
        drop_x(path);
        return *out ? 1 : -1;
    }
    snprintf(file, sizeof file, "%s.py", base);
    if (is_file(file)) {
        *out = load_file(name, file, NULL);
        return *out ? 1 : -1;
    }
    if (!is_folder(base)) return 0;
    Own portion = str_from_wtf8(base, n);
    return portion ? list_append_take(portions, portion) : -1;
}

static Own namespace_package(Ref name, Ref portions) {
    Own module = module_new(name);
    if (module && (decorate(module, name, NULL, portions) < 0 || dict_set((Ref)rt.modules, name, module) < 0)) {
        drop(module);
        return NULL;
    }
    return module;
}

/* 1, 0, -1 */
static int search(Ref name, const char *tail, Ref path, Own *out) {
    Own entries = sequence_fast(path, "sys.path must be a list of directory names"), portions = NULL;
    if (!entries) return -1;
    int found = -1;
    portions = list_new(0);
    if (!portions) goto done;
    found = 0;
    for (ssize_t i = 0; i < fast_size(entries) && found == 0; i++) {
        Own entry = own(fast_items(entries)[i]);
        found = try_entry(name, tail, entry, portions, out);
        drop(entry);
    }
    if (found == 0 && list_size(portions)) {
        *out = namespace_package(name, portions);
        found = *out ? 1 : -1;
    }
done:
    drop(entries);
    drop_x(portions);
    return found;
}

/* --- one module, its parent imported already --- */

static Own not_found(Ref name, const char *suffix, Ref about) {
    Own message = suffix ? format_text("No module named %R; %R is not a package", name, about) : format_text("No module named %R", name);
    if (!message) return NULL;
    Own key = str_interned("name"), names_ = key ? tuple_pack(1, (Ref)key) : NULL;
    Ref args[2] = {message, name};
    Own exc = names_ ? object_call((Ref)ModuleNotFoundError, args, 1, names_) : NULL;
    drop(message);
    drop_x(key);
    drop_x(names_);
    return exc ? raise_exc_take(exc) : NULL;
}

static Own find_and_load(Ref name, Ref parent_or_null) {
    BuiltinModule room;
    const BuiltinModule *row = find_builtin(name, &room);
    if (row) return load_builtin(name, row);
    Own path = NULL, module = NULL;
    const char *full = str_utf8_lossy(name), *dot = strrchr(full, '.'), *tail = dot ? dot + 1 : full;
    if (parent_or_null) {
        int has = attr_find(parent_or_null, NAME_OF(dunder_path), &path);
        if (has < 0) return NULL;
        if (!has) {
            Own parent_name = str_from_utf8(full, dot - full);
            if (parent_name) not_found(name, "", parent_name);
            drop_x(parent_name);
            return NULL;
        }
    } else if (dict_get((Ref)rt.sysdict, NAME_OF(path), &path) <= 0) {
        return err_set() ? NULL : raise_error(RuntimeError, "sys.path must be a list of directory names");
    }
    int found = path == NONE ? 0 : search(name, tail, path, &module);
    drop(path);
    if (found == 0) return not_found(name, NULL, NULL);
    return module;
}

static Own load_one(Ref name, Ref parent_or_null, Ref tail_or_null) {
    Own module = NULL;
    int found = dict_get((Ref)rt.modules, name, &module);
    if (found < 0) return NULL;
    if (found) {
        if (module != NONE) return module;
        drop(module);
        Own message = format_text("import of %R halted; None in sys.modules", name);
        if (message) raise_object(ModuleNotFoundError, message);
        drop_x(message);
        return NULL;
    }
    module = find_and_load(name, parent_or_null);
    if (module && parent_or_null && attr_set(parent_or_null, tail_or_null, module) < 0) {
        drop(module);
        return NULL;
    }
    return module;
}

Own import_module(Ref name) {
    ssize_t n = str_len(name), from = 0;
    Own parent = NULL;
    for (;;) {
        ssize_t dot = str_find_char(name, '.', from, n), end = dot < 0 ? n : dot;
        Own prefix = str_slice(name, 0, end), tail = prefix ? str_slice(name, from, end) : NULL;
        Own module = tail ? load_one(prefix, parent, tail) : NULL;
        drop_x(prefix);
        drop_x(tail);
        drop_x(parent);
        if (!module || dot < 0) return module;
        parent = module;
        from = dot + 1;
    }
}

Own import_module_text(const char *name) {
    Own text = str_from_text(name);
    Own module = text ? import_module(text) : NULL;
    drop_x(text);
    return module;
}

Own import_reload(Ref module) {
    Own name = attr_get(module, NAME_OF(dunder_name)), file = NULL, result = NULL;
    if (!name) return NULL;
    if (attr_find(module, NAME_OF(dunder_file), &file) > 0 && is_str(file)) {
        size_t size;
        char *text = import_read_file(str_utf8_lossy(file), &size);
        if (text && run_source(module, text, size, file) >= 0) result = own(module);
        mem_free(text);
    } else if (!err_set()) {
        result = own(module);
    }
    drop(name);
    drop_x(file);
    return result;
}

/* --- names: relative ones, what the statement gives --- */

static Own calling_package(Ref globals) {
    Own package = NULL;
    if (dict_get(globals, NAME_OF(dunder_package), &package) < 0) return NULL;
    if (package && package != NONE) {
        if (is_str(package)) return package;
        drop(package);
        return raise_error(TypeError, "package must be a string");
    }
    drop_x(package);
    Own name = NULL;
    if (dict_get(globals, NAME_OF(dunder_name), &name) <= 0)
        return err_set() ? NULL : raise_error(KeyError, "'__name__' not in globals");
    int has_path = dict_contains(globals, NAME_OF(dunder_path));
    if (has_path != 0) {
        if (has_path > 0) return name;
        drop(name);
        return NULL;
    }
    ssize_t last = str_find_char(name, '.', 0, str_len(name)), next = last;
    while (next >= 0) {
        last = next;
        next = str_find_char(name, '.', next + 1, str_len(name));
    }
    package = str_slice(name, 0, last < 0 ? 0 : last);
    drop(name);
    return package;
}

static Own absolute_name(Ref name, Ref globals, ssize_t level) {
    Own package = globals ? calling_package(globals) : NULL;
    if (!package) return err_set() ? NULL : raise_error(KeyError, "'__name__' not in globals");
    if (str_len(package) == 0) {
        drop(package);
        return raise_error(ImportError, "attempted relative import with no known parent package");
    }
    const char *text = str_utf8_lossy(package);
    size_t end = strlen(text);
    for (ssize_t i = 1; i < level; i++) {
        while (end > 0 && text[end - 1] != '.') end--;
        if (end == 0) {
            drop(package);
            return raise_error(ImportError, "attempted relative import beyond top-level package");
        }
        end--;
    }
    Own base = str_from_utf8(text, (ssize_t)end);
    drop(package);
    if (!base || str_len(name) == 0) return base;
    Own full = format_text("%S.%S", (Ref)base, name);
    drop(base);
    return full;
}

/* from package import a, b: submodules that are not attributes yet are imported. */
static int import_submodules(Ref module, Ref fromlist, bool from_all) {
    Own names_ = sequence_fast(fromlist, "``from list'' must be a list or tuple");
    if (!names_) return -1;
    int failed = 0;
    for (ssize_t i = 0; i < fast_size(names_) && failed >= 0; i++) {
        Ref name = fast_items(names_)[i];
        Own found = NULL, package = NULL;
        if (!is_str(name)) {
            raise_error(TypeError, from_all ? "Item in __all__ must be str, not %T" : "Item in ``from list'' must be str, not %T", name);
            failed = -1;
            break;
        }
        if (str_equals(name, "*")) {
            if (!from_all && attr_find(module, NAME_OF(dunder_all), &found) > 0) failed = import_submodules(module, found, true);
            drop_x(found);
            if (err_set()) failed = -1;
            continue;
        }
        int has = attr_find(module, name, &found);
        drop_x(found);
        if (has < 0) failed = -1;
        if (has != 0) continue;
        package = attr_get(module, NAME_OF(dunder_name));
        Own full = package ? format_text("%S.%S", (Ref)package, name) : NULL, sub = full ? import_module(full) : NULL;
        if (!sub) {
            if (full && err_matches(ModuleNotFoundError)) err_clear(); /* IMPORT_FROM will say what is missing */
            else failed = -1;
        }
        drop_x(package);
        drop_x(full);
        drop_x(sub);
    }
    drop(names_);
    return failed;
}

/* What `import a.b.c` binds: a. For a relative name, as many parts are cut from the module's name as were behind the first dot. */
static Own top_module(Ref name, Ref absolute, Ref module, ssize_t level) {
    ssize_t dot = str_find_char(name, '.', 0, str_len(name));
    if (dot < 0) return own(module);
    ssize_t keep = level == 0 ? dot : str_len(absolute) - (str_len(name) - dot);
    Own front = str_slice(absolute, 0, keep), top = NULL;
    if (front && dict_get((Ref)rt.modules, front, &top) == 0) raise_error(KeyError, "%R not in sys.modules as expected", (Ref)front);
    drop_x(front);
    return top;
}

Own import_module_level(Ref name, Ref globals_or_null, Ref fromlist_or_null, ssize_t level) {
    if (!is_str(name)) return raise_error(TypeError, "module name must be a string");
    if (level < 0) return raise_error(ValueError, "level must be >= 0");
    if (level == 0 && str_len(name) == 0) return raise_error(ValueError, "Empty module name");
    Own absolute = level > 0 ? absolute_name(name, globals_or_null, level) : own(name);
    Own module = absolute ? import_module(absolute) : NULL, result = NULL;
    if (module) {
        int wants = fromlist_or_null ? object_truth(fromlist_or_null) : 0;
        if (wants > 0) {
            Own path = NULL;
            int package = attr_find(module, NAME_OF(dunder_path), &path);
            drop_x(path);
            if (package == 0 || (package > 0 && import_submodules(module, fromlist_or_null, false) >= 0)) result = own(module);
        } else if (wants == 0) {
            result = top_module(name, absolute, module, level);
        }
    }
    drop_x(absolute);
    drop_x(module);
    return result;
}

/* --- the statements --- */

Own eval_import_name(Frame *f, Ref name, Ref fromlist, Ref level) {
    Own function = NULL, key = str_interned("__import__");
    int found = key ? dict_get((Ref)f->func->builtins, key, &function) : -1;
    drop_x(key);
    if (found < 0) return NULL;
    if (!found) return raise_error(ImportError, "__import__ not found");
    Own result;
    Ref globals = (Ref)f->func->globals;
    if (dict_get_str((Ref)rt.builtins, NAME_OF(dunder_import)) == function) {
        result = import_module_level(name, globals, fromlist, (ssize_t)int_value(level));
    } else {
        Ref args[5] = {name, globals, f->names ? f->names : NONE, fromlist, level};
        result = object_call(function, args, 5, NULL);
    }
    drop(function);
    return result;
}

static Own cannot_import(Ref module, Ref name) {
    Own module_name = NULL, file = NULL;
    attr_find(module, NAME_OF(dunder_name), &module_name);
    attr_find(module, NAME_OF(dunder_file), &file);
    err_clear();
    Own shown = module_name && is_str(module_name) ? object_repr(module_name) : str_from_text("<unknown module name>");
    Own message = !shown ? NULL
                  : file && is_str(file) ? format_text("cannot import name %R from %S (%S)", name, (Ref)shown, (Ref)file)
                                         : format_text("cannot import name %R from %S (unknown location)", name, (Ref)shown);
    Own keys = message ? tuple_pack(3, NAME_OF(name), NAME_OF(path), NAME_OF(name_from)) : NULL;
    Ref args[4] = {message, module_name ? (Ref)module_name : NONE, file ? (Ref)file : NONE, name};
    Own exc = keys ? object_call((Ref)ImportError, args, 1, keys) : NULL;
    drop_x(shown);
    drop_x(message);
    drop_x(keys);
    drop_x(module_name);
    drop_x(file);
    return exc ? raise_exc_take(exc) : NULL;
}

Own eval_import_from(Ref module, Ref name) {
    Own value = NULL;
    int found = attr_find(module, name, &value);
    if (found != 0) return value;
    /* a submodule in the making is in sys.modules before it is an attribute */
    Own package = NULL;
    if (attr_find(module, NAME_OF(dunder_name), &package) > 0 && is_str(package)) {
        Own full = format_text("%S.%S", (Ref)package, name);
        if (full && dict_get((Ref)rt.modules, full, &value) < 0) value = NULL;
        drop_x(full);
    }
    drop_x(package);
    if (value || err_set()) return value;
    return cannot_import(module, name);
}

static int store_star_name(Frame *f, Ref module, Ref name, bool skip_private) {
    if (!is_str(name)) return raise_error(TypeError, "Item in __all__ must be str, not %T", name), -1;
    if (skip_private && str_len(name) && str_char(name, 0) == '_') return 0;
    Own value = attr_get(module, name);
    int failed = value ? object_set_subscript(f->names ? f->names : (Ref)f->func->globals, name, value) : -1;
    drop_x(value);
    return failed;
}

int eval_import_star(Frame *f, Ref module) {
    Own all = NULL, dict = NULL;
    bool skip_private = false;
    int found = attr_find(module, NAME_OF(dunder_all), &all);
    if (found == 0) {
        found = attr_find(module, NAME_OF(dunder_dict), &dict);
        if (found == 0) raise_error(ImportError, "from-import-* object has no __dict__ and no __all__");
        if (found > 0) all = is_dict(dict) ? dict_keys_list(dict) : object_call_method(dict, NAME_OF(keys), 0, NULL);
        drop_x(dict);
        skip_private = true;
    }
    if (!all) return -1;
    Own names_ = sequence_fast(all, "__all__ must be a sequence");
    drop(all);
    int failed = names_ ? 0 : -1;
    for (ssize_t i = 0; failed >= 0 && i < fast_size(names_); i++) failed = store_star_name(f, module, fast_items(names_)[i], skip_private);
    drop_x(names_);
    return failed;
}

int eval_print_expr(Ref value) {
    Own hook = NULL;
    int found = dict_get((Ref)rt.sysdict, NAME_OF(displayhook), &hook);
    if (found == 0) raise_error(RuntimeError, "lost sys.displayhook");
    if (found <= 0) return -1;
    Own result = object_call1(hook, value);
    drop(hook);
    drop_x(result);
    return result ? 0 : -1;
}
