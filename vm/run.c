/* run.c: running programs, and the end of all things.
 *
 * The order of finalisation is CPython's: names in sys that hold references are set to None, all modules leave sys.modules (and die, if nothing
 * else holds them, dropping their globals first to last), the collector runs, the modules still alive are cleared newest first (names with one
 * underscore, then the others), then sys and builtins. */
#include "vm/run.h"

#include <stdio.h>

#include "gc/collect.h"
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/dict.h"
#include "runtime/simple.h"
#include "runtime/weakref.h"
#include "vm/eval.h"
#include "vm/import.h"

Own run_main_module(void) {
    Own module = module_new(NAME_OF(dunder_main));
    if (!module) return NULL;
    Ref dict = module_dict(module);
    if (dict_set((Ref)rt.modules, NAME_OF(dunder_main), module) < 0 || dict_set(dict, NAME_OF(dunder_package), NONE) < 0 ||
        dict_set(dict, NAME_OF(dunder_loader), NONE) < 0 || dict_set(dict, NAME_OF(dunder_spec), NONE) < 0) {
        drop(module);
        return NULL;
    }
    Own builtins = NULL;
    if (dict_get((Ref)rt.modules, NAME_OF(builtins), &builtins) > 0 && dict_set(dict, NAME_OF(dunder_builtins), builtins) < 0) {
        drop(builtins);
        drop(module);
        return NULL;
    }
    drop_x(builtins);
    return module;
}

int run_text(const char *text, size_t n, Ref filename, ParseMode mode, Ref globals) {
    Own code = compile_source(text, n, filename, mode, 0, rt.optimize);
    if (!code) return -1;
    Own result = eval_code((Code *)code, (Dict *)(uintptr_t)globals, globals, NULL);
    drop(code);
    drop_x(result);
    return result ? 0 : -1;
}

int run_file(const char *path, Ref globals) {
    size_t size;
    char *text = import_read_file(path, &size);
    if (!text) return -1;
    Own filename = str_from_wtf8(path, (ssize_t)strlen(path));
    int failed = filename && dict_set(globals, NAME_OF(dunder_file), filename) >= 0 && dict_set(globals, NAME_OF(dunder_cached), NONE) >= 0
                     ? run_text(text, size, filename, PARSE_FILE, globals)
                     : -1;
    drop_x(filename);
    mem_free(text);
    return failed;
}

/* --- how a program ends --- */

static int exit_status(Ref exc) {
    Ref code = ((const SystemExitExc *)exc)->code;
    if (!code || code == NONE) return 0;
    if (is_int(code)) return int_is_compact(code) ? (int)(int_value(code) & 0xff) : 255;
    Own text = object_str(code), line = text ? format_text("%S\n", (Ref)text) : NULL;
    if (line) report_write(line);
    err_clear();
    drop_x(text);
    drop_x(line);
    return 1;
}

static void call_excepthook(Ref hook, Ref exc) {
    Ref traceback = ((const BaseExc *)exc)->traceback;
    Own result = object_call3(hook, (Ref)exc->type, exc, traceback ? traceback : NONE);
    if (result) {
        drop(result);
        return;
    }
    Own second = err_take();
    Own text = str_from_text("Error in sys.excepthook:\n");
    if (text) report_write(text);
    report_exception(second);
    drop_x(text);
    text = str_from_text("\nOriginal exception was:\n");
    if (text) report_write(text);
    report_exception(exc);
    drop_x(text);
    drop(second);
}

int run_report(void) {
    enum { INTERRUPTED = 130 };
    Own exc = err_take();
    if (!exc) return 0;
    int status = 1;
    if (type_is_subtype(exc->type, SystemExit)) {
        status = exit_status(exc);
    } else {
        Own hook = NULL;
        if (type_is_subtype(exc->type, KeyboardInterrupt)) status = INTERRUPTED;
        if (rt.sysdict && dict_get((Ref)rt.sysdict, NAME_OF(excepthook), &hook) > 0) call_excepthook(hook, exc);
        else report_exception(exc);
        drop_x(hook);
    }
    err_clear();
    drop(exc);
    return status;
}

/* --- the end --- */

static void set_none(Ref dict, const char *name) {
    Own key = str_from_text(name);
    if (!key || (dict_contains(dict, key) > 0 && dict_set(dict, key, NONE) < 0)) err_clear();
    drop_x(key);
}

/* Sets the values of a module's dict to None, names with a single underscore first. */
static void clear_module_dict(Ref dict) {
    for (int pass = 0; pass < 2; pass++) {
        ssize_t pos = 0;
        Ref key, value;
        Hash hash;
        while (dict_next(dict, &pos, &key, &value, &hash)) {
            if (value == NONE || !is_str(key)) continue;
            bool under = str_len(key) > 1 && str_char(key, 0) == '_' && str_char(key, 1) != '_';
            if (pass == 0 ? !under : str_len(key) == 0 || (str_char(key, 0) == '_' && str_equals(key, "__builtins__"))) continue;
            Own name = own(key);
            if (dict_set(dict, name, NONE) < 0) err_clear();
            drop(name);
        }
    }
}

/* (weak reference) per module, in order of import; the modules leave sys.modules. */
static Own release_modules(void) {
    Own weak = list_new(0);
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    while (weak && dict_next((Ref)rt.modules, &pos, &key, &value, &hash)) {
        if (value->type != &module_type || (is_str(key) && (str_equals(key, "sys") || str_equals(key, "builtins")))) continue;
        Own ref = weakref_new(value, NULL), name = own(key);
        if (!ref || list_append_take(weak, ref) < 0) err_clear();
        if (dict_set((Ref)rt.modules, name, NONE) < 0) err_clear();
        drop(name);
    }
    return weak;
}

void run_finalize(void) {
    static const char *const sys_names[] = {"path", "argv", "ps1", "ps2", "last_exc", "last_type", "last_value", "last_traceback", "path_hooks",
                                            "path_importer_cache", "meta_path", "__interactivehook__", NULL};
    rt.exiting = true;
    for (const char *const *name = sys_names; *name; name++) set_none((Ref)rt.sysdict, *name);
    Own sys_module = NULL, builtins_module = NULL;
    if (dict_get((Ref)rt.modules, NAME_OF(sys), &sys_module) < 0 || dict_get((Ref)rt.modules, NAME_OF(builtins), &builtins_module) < 0) err_clear();
    Own weak = release_modules();
    dict_clear((Ref)rt.modules);
    gc_collect(GC_GENERATIONS - 1);
    for (ssize_t i = weak ? list_size(weak) : 0; --i >= 0;) {
        Own module = weakref_get(list_item(weak, i));
        if (module) clear_module_dict(module_dict(module));
        drop_x(module);
    }
    drop_x(weak);
    gc_collect(GC_GENERATIONS - 1);
    if (sys_module) clear_module_dict((Ref)rt.sysdict);
    if (builtins_module) clear_module_dict((Ref)rt.builtins);
    drop_x(sys_module);
    drop_x(builtins_module);
    gc_collect(GC_GENERATIONS - 1);
}
