/* builtin_io.c: print and input.
 *
 * print to a stream of our own type writes into its buffer: text as it is, ints and floats without a str made of them. To anything else
 * each piece goes through the object's write method, as a program that stands in for sys.stdout may expect. */
#include "lib/builtins.h"
#include "lib/textio.h"

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"

typedef struct PrintOptions {
    Ref sep, end, file, flush; /* NULL: not given */
} PrintOptions;

static int bind_option(PrintOptions *options, Ref name, Ref value) {
    Ref const names_of[] = {NAME_OF(sep), NAME_OF(end), NAME_OF(file), NAME_OF(flush)};
    Ref *const places[] = {&options->sep, &options->end, &options->file, &options->flush};
    for (int i = 0; i < 4; i++) {
        if (names_of[i] != name && !str_equal(names_of[i], name)) continue;
        *places[i] = value;
        return 0;
    }
    return raise_error(TypeError, "print() got an unexpected keyword argument '%S'", name), -1;
}

/* None is the same as not given; anything else must be a str. */
static int check_text_option(Ref *option, const char *name) {
    if (*option == NONE) *option = NULL;
    if (!*option || is_str(*option)) return 0;
    return raise_error(TypeError, "%s must be None or a string, not %T", name, *option), -1;
}

static int bind_options(PrintOptions *options, Ref const *values, Ref kwnames) {
    for (ssize_t i = 0, n = tuple_size(kwnames); i < n; i++)
        if (bind_option(options, tuple_item(kwnames, i), values[i]) < 0) return -1;
    return 0;
}

/* --- to a stream of ours --- */

enum { DIGITS_ROOM = 24 };

static int write_int(TextIO *t, int64_t value) {
    char digits[DIGITS_ROOM], *p = digits + DIGITS_ROOM;
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0) *--p = '-';
    return textio_write_ascii(t, p, (size_t)(digits + DIGITS_ROOM - p));
}

static int write_other(TextIO *t, Ref o) {
    Own text = object_str(o);
    if (!text) return -1;
    int result = textio_write(t, text);
    drop(text);
    return result;
}

static int write_value(TextIO *t, Ref o) {
    if (is_exact_str(o)) return textio_write(t, o);
    if (is_exact_int(o) && int_is_compact(o)) return write_int(t, int_value(o));
    if (is_exact_float(o)) {
        char text[32];
        return textio_write_ascii(t, text, (size_t)double_repr(float_value(o), text));
    }
    return write_other(t, o);
}

static int print_to_stream(TextIO *t, const PrintOptions *options, Ref const *args, size_t nargs) {
    for (size_t i = 0; i < nargs; i++) {
        if (i > 0 && (options->sep ? textio_write(t, options->sep) : textio_write_ascii(t, " ", 1)) < 0) return -1;
        if (write_value(t, args[i]) < 0) return -1;
    }
    return options->end ? textio_write(t, options->end) : textio_write_ascii(t, "\n", 1);
}

/* --- to any other file --- */

static int call_write(Ref file, Ref text) {
    Own done = object_call_method(file, NAME_OF(write), 1, &text);
    drop_x(done);
    return done ? 0 : -1;
}

static int call_write_value(Ref file, Ref o) {
    Own write = attr_get(file, NAME_OF(write)), text = write ? object_str(o) : NULL, done = text ? object_call1(write, text) : NULL;
    drop_x(write);
    drop_x(text);
    drop_x(done);
    return done ? 0 : -1;
}

static int call_write_default(Ref file, const char *text) {
    Own s = str_from_text(text);
    int result = s ? call_write(file, s) : -1;
    drop_x(s);
    return result;
}

static int print_to_file(Ref file, const PrintOptions *options, Ref const *args, size_t nargs) {
    for (size_t i = 0; i < nargs; i++) {
        if (i > 0 && (options->sep ? call_write(file, options->sep) : call_write_default(file, " ")) < 0) return -1;
        if (call_write_value(file, args[i]) < 0) return -1;
    }
    return options->end ? call_write(file, options->end) : call_write_default(file, "\n");
}

static int flush_file(Ref file) {
    Own done = object_call_method(file, NAME_OF(flush), 0, NULL);
    drop_x(done);
    return done ? 0 : -1;
}

/* --- print --- */

/* sys.stdout and its like, owned: what is printed may replace it. 1, 0 there is none, -1. */
static int sys_file(Ref name, Own *out) { return rt.sysdict ? dict_get((Ref)rt.sysdict, name, out) : 0; }

static Own io_m_print(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    PrintOptions options = {NULL, NULL, NULL, NULL};
    if (kwnames && bind_options(&options, args + nargs, kwnames) < 0) return NULL;
    int flush = options.flush ? object_truth(options.flush) : 0;
    if (flush < 0) return NULL;
    Own file = NULL;
    if (!options.file || options.file == NONE) {
        int found = sys_file(NAME_OF(stdout_), &file);
        if (found < 0) return NULL;
        if (found == 0) return raise_error(RuntimeError, "lost sys.stdout");
        if (file == NONE) return file;
    } else {
        file = own(options.file);
    }
    int failed = check_text_option(&options.sep, "sep") < 0 || check_text_option(&options.end, "end") < 0;
    if (!failed) failed = (is_textio(file) ? print_to_stream((TextIO *)file, &options, args, nargs) : print_to_file(file, &options, args, nargs)) < 0;
    if (!failed && flush) failed = flush_file(file) < 0;
    drop(file);
    return failed ? NULL : none();
}

/* --- input --- */

/* The line without its newline; EOFError if there is none. */
static Own finish_line_take(Own line) {
    if (!line) return NULL;
    if (!is_str(line)) {
        drop(line);
        return raise_error(TypeError, "object.readline() returned non-string");
    }
    ssize_t n = str_len(line);
    if (n && str_char(line, n - 1) != '\n') return line;
    Own text = n ? str_slice(line, 0, n - 1) : raise_error(EOFError, "EOF when reading a line");
    drop(line);
    return text;
}

static Own read_line(Ref file) {
    if (is_textio(file)) return finish_line_take(textio_readline((TextIO *)(uintptr_t)file, -1));
    return finish_line_take(object_call_method(file, NAME_OF(readline), 0, NULL));
}

static Own input_from(Ref in, Ref out, Ref error, Ref prompt) {
    if (flush_file(error) < 0) err_clear();
    if (prompt && (is_textio(out) ? write_value((TextIO *)(uintptr_t)out, prompt) : call_write_value(out, prompt)) < 0) return NULL;
    if (flush_file(out) < 0) err_clear();
    return read_line(in);
}

/* 1, or -1 with RuntimeError: sys has no such file. */
static int need_file(Ref name, Own *out) {
    int found = sys_file(name, out);
    if (found < 0 || (found > 0 && *out != NONE)) return found;
    return raise_error(RuntimeError, "input(): lost sys.%S", name), -1;
}

static Own io_m_input(Ref self, Ref const *args) {
    (void)self;
    Own in = NULL, out = NULL, error = NULL, line = NULL;
    if (need_file(NAME_OF(stdin_), &in) > 0 && need_file(NAME_OF(stdout_), &out) > 0 && need_file(NAME_OF(stderr_), &error) > 0)
        line = input_from(in, out, error, args[0]);
    drop_x(in);
    drop_x(out);
    drop_x(error);
    return line;
}

const Method builtin_io_methods[] = {
    {"print(*args, sep=' ', end='\\n', file=None, flush=False)", NULL, "Write the values to a file, sys.stdout if none is given.", 0, io_m_print},
    {"input(prompt='', /)", io_m_input, "Read a line from sys.stdin, after writing the prompt to sys.stdout."},
    {0}};
