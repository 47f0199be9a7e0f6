/* main.c: the command `adder`: its options, the start, one program, the end.
 *
 * Exit status: the program's (0, sys.exit, 1 after an exception, 130 after Ctrl-C), 2 for wrong use, 120 when the last flush of stdout
 * fails, 97 when an audit build finds leaks. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gc/audit.h"
#include "gc/freelist.h"
#include "lib/builtins.h"
#include "lib/mod_sys.h"
#include "lib/modules.h"
#include "lib/textio.h"
#include "lib/warnings.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/dis.h"
#include "vm/eval.h"
#include "vm/observe.h"
#include "vm/run.h"

enum { STATUS_USAGE = 2, STATUS_FLUSH = 120, STATUS_LEAK = 97 };

static const char usage[] =
    "usage: adder [option] ... [-c command | -m module | file | -] [argument] ...\n"
    "  -c command     run a program given as text\n"
    "  -m module      run a module found on sys.path\n"
    "  file           run a program from a file; - or nothing: from standard input\n"
    "  -O             leave out assert statements; __debug__ is False\n"
    "  -W option      what to do with warnings: action:message:category:module:line, action error, ignore, always, default, module or once\n"
    "  -X option      dis: print the compiled code; lines: trace each line; oom=N: fail the Nth allocation; nofreelists\n"
    "  -V             print the version\n"
    "  -h             print this text\n";

typedef struct Options {
    const char *command, *module, *file;
    bool dis, lines;
    long oom;
    bool no_freelists;
    char **warnings;     /* values of -W; they lie where options lay */
    int n_warnings;
    char **rest;         /* arguments behind the program */
} Options;

static int wrong_use(const char *text, const char *what) {
    fprintf(stderr, "adder: %s%s\n%s", text, what, usage);
    return STATUS_USAGE;
}

static int x_option(Options *o, const char *text) {
    if (strcmp(text, "dis") == 0) o->dis = true;
    else if (strcmp(text, "lines") == 0) o->lines = true;
    else if (strcmp(text, "nofreelists") == 0) o->no_freelists = true;
    else if (strncmp(text, "oom=", 4) == 0) o->oom = strtol(text + 4, NULL, 10);
    /* others are CPython's or of no meaning here: ignored, as CPython ignores unknown ones */
    return -1;
}

/* -1: go on; else the exit status. */
static int read_options(Options *o, char **argv) {
    char **arg = argv + 1;
    o->warnings = arg;
    for (; *arg && (*arg)[0] == '-' && (*arg)[1]; arg++) {
        const char *flag = *arg;
        if (strcmp(flag, "-V") == 0 || strcmp(flag, "--version") == 0) return puts("adder 0.1 (Python 3.13.0)"), 0;
        if (strcmp(flag, "-h") == 0 || strcmp(flag, "--help") == 0) return fputs(usage, stdout), 0;
        if (strcmp(flag, "-O") == 0) {
            rt.optimize = 1;
            continue;
        }
        if (flag[1] == 'X' || flag[1] == 'W' || flag[1] == 'c' || flag[1] == 'm') {
            char *value = flag[2] ? *arg + 2 : *++arg;
            if (!value) return wrong_use("argument expected for ", flag);
            if (flag[1] == 'X') {
                x_option(o, value);
                continue;
            }
            if (flag[1] == 'W') {
                o->warnings[o->n_warnings++] = value;
                continue;
            }
            *(flag[1] == 'c' ? &o->command : &o->module) = value;
            o->rest = arg + 1;
            return -1;
        }
        if (strspn(flag + 1, "bBdEiIqsSuv") == strlen(flag + 1)) continue; /* of no meaning here */
        return wrong_use("unknown option ", flag);
    }
    if (*arg) o->file = *arg++;
    o->rest = arg;
    return -1;
}

/* --- the start --- */

static void on_interrupt(int number) {
    (void)number;
    eval_interrupt();
}

static void set_signals(void) {
    struct sigaction action = {.sa_handler = on_interrupt};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static int list_text(Ref list, const char *text) {
    Own s = str_from_wtf8(text, (ssize_t)strlen(text));
    return s ? list_append_take(list, s) : -1;
}

static int set_argv(const Options *o) {
    Own argv = list_new(0);
    if (!argv) return -1;
    const char *first = o->command ? "-c" : o->module ? "-m" : o->file ? o->file : "";
    int failed = list_text(argv, first);
    for (char **arg = o->rest; failed >= 0 && *arg; arg++) failed = list_text(argv, *arg);
    if (failed >= 0) failed = dict_set_text((Ref)rt.sysdict, "argv", argv);
    drop(argv);
    return failed;
}

/* The script's folder (or the current one), then ADDERPATH. */
static int set_path(const Options *o) {
    Own path = list_new(0);
    if (!path) return -1;
    int failed = 0;
    if (o->file && strcmp(o->file, "-") != 0) {
        char *real = realpath(o->file, NULL), *slash = real ? strrchr(real, '/') : NULL;
        if (slash) {
            *(slash == real ? slash + 1 : slash) = 0;
            failed = list_text(path, real);
        }
        free(real);
    } else {
        failed = list_text(path, "");
    }
    const char *more = getenv("ADDERPATH");
    while (more && *more && failed >= 0) {
        const char *colon = strchrnul(more, ':');
        Own entry = colon > more ? str_from_wtf8(more, colon - more) : NULL;
        if (colon > more) failed = entry ? list_append_take(path, entry) : -1;
        more = *colon ? colon + 1 : colon;
    }
    if (failed >= 0) failed = dict_set((Ref)rt.sysdict, NAME_OF(path), path);
    drop(path);
    return failed;
}

/* ADDERWARNINGS, with commas between, then -W. */
static int set_warnings(const Options *o) {
    Own list = list_new(0);
    if (!list) return -1;
    int failed = 0;
    const char *more = getenv("ADDERWARNINGS");
    while (more && *more && failed >= 0) {
        const char *comma = strchrnul(more, ',');
        Own entry = comma > more ? str_from_wtf8(more, comma - more) : NULL;
        if (comma > more) failed = entry ? list_append_take(list, entry) : -1;
        more = *comma ? comma + 1 : comma;
    }
    for (int i = 0; failed >= 0 && i < o->n_warnings; i++) failed = list_text(list, o->warnings[i]);
    if (failed >= 0) failed = dict_set_text((Ref)rt.sysdict, "warnoptions", list);
    if (failed >= 0) failed = warnings_options(list);
    drop(list);
    return failed;
}

static int start(const Options *o) {
    rt.depth_limit = 1000;
    gc_init();
    freelist_init();
    if (o->no_freelists) freelist_enable(false);
    if (state_init() < 0 || frames_init() < 0) return -1;
    rt.unraisable = report_unraisable;
    import_builtins = modules_table;
    import_find_source = modules_find_source;
    warnings_init();
    Own sys = sys_init(), builtins = sys ? builtins_init() : NULL;
    int failed = builtins ? dict_set((Ref)rt.modules, NAME_OF(builtins), builtins) : -1;
    drop_x(sys);
    drop_x(builtins);
    if (failed < 0 || textio_init() < 0 || set_argv(o) < 0 || set_path(o) < 0 || set_warnings(o) < 0) return -1;
    set_signals();
    return 0;
}

/* --- one program --- */

static int show_code(const char *text, size_t n, Ref filename) {
    Own code = compile_source(text, n, filename, PARSE_FILE, 0, rt.optimize);
    Own listing = code ? dis_code((const Code *)code, true) : NULL;
    drop_x(code);
    if (!listing) return -1;
    fputs(str_utf8_lossy(listing), stdout);
    drop(listing);
    return 0;
}

static int run_with_options(const Options *o, const char *text, size_t n, Ref filename, Ref globals) {
    if (o->dis) return show_code(text, n, filename);
    return run_text(text, n, filename, PARSE_FILE, globals);
}

static int cannot_open(const char *path, int error) {
    fprintf(stderr, "adder: can't open file '%s': [Errno %d] %s\n", path, error, strerror(error));
    return STATUS_USAGE;
}

/* A file that cannot be read ends the run with CPython's message and status 2; -1: go on. */
static int check_file(const char *path) {
    struct stat st;
    if (stat(path, &st) < 0 || access(path, R_OK) < 0) return cannot_open(path, errno);
    if (S_ISDIR(st.st_mode)) {
        char inside[4096];
        snprintf(inside, sizeof inside, "%s/__main__.py", path);
        if (access(inside, R_OK) == 0) return -1;
        fprintf(stderr, "adder: can't find '__main__' module in '%s'\n", path);
        return 1;
    }
    return -1;
}

static int run_path(const Options *o, const char *path, Ref globals) {
    char inside[4096];
    struct stat st;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
        snprintf(inside, sizeof inside, "%s/__main__.py", path);
        path = inside;
    }
    size_t size;
    char *text = import_read_file(path, &size);
    if (!text) return -1;
    Own name = str_from_wtf8(path, (ssize_t)strlen(path));
    int failed = name && dict_set(globals, NAME_OF(dunder_file), name) >= 0 && dict_set(globals, NAME_OF(dunder_cached), NONE) >= 0
                     ? run_with_options(o, text, size, name, globals)
                     : -1;
    drop_x(name);
    mem_free(text);
    return failed;
}

static int run_standard_input(const Options *o, Ref globals) {
    size_t size;
    char *text = import_read_file("/dev/stdin", &size);
    if (!text) return -1;
    Own name = str_from_text("<stdin>");
    int failed = name ? run_with_options(o, text, size, name, globals) : -1;
    drop_x(name);
    mem_free(text);
    return failed;
}

/* -m: finds the module's file along sys.path and runs it as __main__. */
static int run_module_file(const Options *o, Ref globals) {
    char tail[1024], file[4096];
    Ref path = dict_get_str((Ref)rt.sysdict, NAME_OF(path));
    size_t n = strlen(o->module);
    if (n >= sizeof tail) n = sizeof tail - 1;
    for (size_t i = 0; i < n; i++) tail[i] = o->module[i] == '.' ? '/' : o->module[i];
    tail[n] = 0;
    for (ssize_t i = 0; path && i < list_size(path); i++) {
        const char *folder = str_utf8_lossy(list_item(path, i)), *slash = *folder ? "/" : "";
        static const char *const forms[] = {"%s%s%s.py", "%s%s%s/__main__.py"};
        for (size_t k = 0; k < 2; k++) {
            snprintf(file, sizeof file, forms[k], folder, slash, tail);
            if (access(file, R_OK) == 0) return run_path(o, file, globals);
        }
    }
    fprintf(stderr, "adder: No module named %s\n", o->module);
    return 1;
}

static int run_program(const Options *o) {
    Own main = run_main_module();
    if (!main) return run_report();
    Own globals = own(module_dict(main));
    drop(main);
    int failed, status = 0;
    if (o->command) {
        Own name = str_from_text("<string>");
        failed = name ? run_with_options(o, o->command, strlen(o->command), name, globals) : -1;
        drop_x(name);
    } else if (o->module) {
        failed = run_module_file(o, globals);
        if (failed > 0) status = failed;
    } else if (o->file && strcmp(o->file, "-") != 0) {
        failed = run_path(o, o->file, globals);
    } else {
        failed = run_standard_input(o, globals);
    }
    drop(globals);
    return failed < 0 ? run_report() : status;
}

static void print_line(Frame *f, int line) {
    fprintf(stderr, "line %s:%d in %s\n", str_utf8_lossy((Ref)f->func->code->filename), line, str_utf8_lossy((Ref)f->func->code->name));
}

/* Frees what the engine itself holds and, in audit builds, proves that nothing is left. */
static int finish(int status) {
    if (textio_fini() < 0) status = STATUS_FLUSH;
    run_finalize();
    if (textio_fini() < 0) status = STATUS_FLUSH;
#if AUDIT
    mod_gc_fini();
    warnings_fini();
    builtins_fini();
    state_fini();
    frames_fini();
    freelist_clear_all();
    if (audit_report(stderr) | audit_static_report(stderr) | audit_blocks_report(stderr)) return STATUS_LEAK;
#endif
    return status;
}

int main(int argc, char **argv) {
    (void)argc;
    static const LineObserver line_printer = {.line = print_line};
    Options options = {0};
    int status = read_options(&options, argv);
    if (status >= 0) return status;
    if (options.file && strcmp(options.file, "-") != 0 && (status = check_file(options.file)) >= 0) return status;
    if (start(&options) < 0) {
        fputs("adder: not enough memory to start\n", stderr);
        return 1;
    }
    if (options.lines) observe_start(&line_printer);
    if (options.oom) mem_fail_at((uint64_t)options.oom, true);
    status = run_program(&options);
    if (options.oom) mem_fail_at(0, true);
    return finish(status);
}
