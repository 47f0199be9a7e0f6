/* exckinds.c: what the kinds of exceptions do with their arguments, and the text they show: StopIteration, SystemExit, OSError (which picks its
 * subclass by the error number), ImportError, SyntaxError, the UnicodeErrors, AttributeError, NameError, KeyError. */
#include "runtime/exckinds.h"

#include <errno.h>
#include <stdio.h>

#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/str.h"

static void set_field(Object **field, Ref value) { obj_set(field, own_x(value)); }
static Ref or_none(Ref o) { return o ? o : NONE; }

/* Stores the keyword arguments in the fields of these names (keyword-only, as none of them can be positional). */
typedef struct KeywordField {
    enum NameIndex name;
    ssize_t offset;
} KeywordField;

static int take_keywords(Ref self, Ref const *values, Ref kwnames, const KeywordField *fields, size_t n, const char *type) {
    for (ssize_t i = 0; kwnames && i < tuple_size(kwnames); i++) {
        size_t f = 0;
        while (f < n && !str_equal(names[fields[f].name], tuple_item(kwnames, i))) f++;
        if (f == n) return raise_error(TypeError, "%s() got an unexpected keyword argument '%S'", type, tuple_item(kwnames, i)), -1;
        set_field((Object **)((char *)(uintptr_t)self + fields[f].offset), values[i]);
    }
    return 0;
}

/* --- StopIteration, SystemExit, KeyError --- */

int stop_iteration_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (base_exc_init(self, args, nargs, kwnames)) return -1;
    set_field(&((StopIterationExc *)(uintptr_t)self)->value, nargs ? args[0] : NONE);
    return 0;
}
const Member stop_iteration_members[] = {
    {"value", MEMBER_OBJECT, offsetof(StopIterationExc, value), false, "What the generator returned."},
    {0}};

int system_exit_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (base_exc_init(self, args, nargs, kwnames)) return -1;
    SystemExitExc *e = (SystemExitExc *)(uintptr_t)self;
    if (nargs) set_field(&e->code, nargs == 1 ? args[0] : e->args);
    return 0;
}
const Member system_exit_members[] = {
    {"code", MEMBER_OBJECT, offsetof(SystemExitExc, code), false, "The status to exit with."},
    {0}};

/* The key as its repr: str(KeyError('')) would be empty otherwise. */
Own key_error_str(Ref self) {
    Ref args = ((const BaseExc *)self)->args;
    return args && tuple_size(args) == 1 ? object_repr(tuple_item(args, 0)) : base_exc_str(self);
}

/* --- OSError --- */

static const struct ErrnoClass {
    int number;
    Type *type;
} errno_classes[] = {
    {EAGAIN, &BlockingIOError_type},
    {EALREADY, &BlockingIOError_type},
    {EINPROGRESS, &BlockingIOError_type},
    {EPIPE, &BrokenPipeError_type},
    {ESHUTDOWN, &BrokenPipeError_type},
    {ECHILD, &ChildProcessError_type},
    {ECONNABORTED, &ConnectionAbortedError_type},
    {ECONNREFUSED, &ConnectionRefusedError_type},
    {ECONNRESET, &ConnectionResetError_type},
    {EEXIST, &FileExistsError_type},
    {ENOENT, &FileNotFoundError_type},
    {EISDIR, &IsADirectoryError_type},
    {ENOTDIR, &NotADirectoryError_type},
    {EINTR, &InterruptedError_type},
    {EACCES, &PermissionError_type},
    {EPERM, &PermissionError_type},
    {ESRCH, &ProcessLookupError_type},
    {ETIMEDOUT, &TimeoutError_type},
};

static Type *class_of_errno(Ref number) {
    int64_t value;
    if (!is_int(number) || int_to_int64(number, &value) != 1) return OSError;
    for (size_t i = 0; i < sizeof errno_classes / sizeof *errno_classes; i++)
        if (errno_classes[i].number == value) return errno_classes[i].type;
    return OSError;
}

/* A subclass that has an __init__ and no __new__ of its own gets its arguments there. */
static bool filled_by_init(const Type *t) { return t->init != oserror_init && t->new == oserror_new; }

static int oserror_fill(OSErrorExc *e, Ref const *args, size_t nargs) {
    if (nargs < 2 || nargs > 5) return 0;
    set_field(&e->err_number, args[0]);
    set_field(&e->text, args[1]);
    if (nargs < 3 || args[2] == NONE) return 0;
    if (object_is_a(&e->ob, BlockingIOError) && is_int(args[2])) {
        e->written = index_as_ssize(args[2]);
        return e->written == -1 && err_set() ? -1 : 0;
    }
    set_field(&e->filename, args[2]);
    if (nargs == 5 && args[4] != NONE) set_field(&e->filename2, args[4]);
    Own two = tuple_from_array(args, 2);
    if (!two) return -1;
    obj_set(&e->args, two);
    return 0;
}

Own oserror_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    bool later = filled_by_init(cls);
    if (!later && kwnames && tuple_size(kwnames)) return raise_error(TypeError, "%s() takes no keyword arguments", cls->head.name);
    if (!later && cls == OSError && nargs >= 2 && nargs <= 5) cls = class_of_errno(args[0]);
    Own self = base_exc_new(cls, args, later ? 0 : nargs, NULL);
    if (!self) return NULL;
    ((OSErrorExc *)self)->written = -1;
    if (later || oserror_fill((OSErrorExc *)self, args, nargs) == 0) return self;
    drop(self);
    return NULL;
}

int oserror_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (!filled_by_init(self->type)) return 0;
    if (base_exc_init(self, args, nargs, kwnames)) return -1;
    return oserror_fill((OSErrorExc *)(uintptr_t)self, args, nargs);
}

Own oserror_str(Ref self) {
    const OSErrorExc *e = (const OSErrorExc *)self;
    Ref number = or_none(e->err_number), text = or_none(e->text);
    if (e->filename && e->filename2) return format_text("[Errno %S] %S: %R -> %R", number, text, e->filename, e->filename2);
    if (e->filename) return format_text("[Errno %S] %S: %R", number, text, e->filename);
    if (e->err_number && e->text) return format_text("[Errno %S] %S", number, text);
    return base_exc_str(self);
}

static Own get_written(Ref self) {
    ssize_t written = ((const OSErrorExc *)self)->written;
    return written == -1 ? raise_attribute(self, NAME_OF(characters_written)) : int_new(written);
}

static int set_written(Ref self, Ref value) {
    OSErrorExc *e = (OSErrorExc *)(uintptr_t)self;
    if (!value) {
        if (e->written == -1) return raise_attribute(self, NAME_OF(characters_written)), -1;
        e->written = -1;
        return 0;
    }
    ssize_t written = index_as_ssize(value);
    if (written == -1 && err_set()) return -1;
    e->written = written;
    return 0;
}
const GetSet oserror_getsets[] = {{"characters_written", get_written, set_written, NULL}, {0}};
const Member oserror_members[] = {
    {"errno", MEMBER_OBJECT, offsetof(OSErrorExc, err_number), false, "Number of the error."},
    {"strerror", MEMBER_OBJECT, offsetof(OSErrorExc, text), false, "The system's text for it."},
    {"filename", MEMBER_OBJECT, offsetof(OSErrorExc, filename), false, "The file concerned."},
    {"filename2", MEMBER_OBJECT, offsetof(OSErrorExc, filename2), false, "The second file concerned."},
    {0}};

/* --- ImportError --- */

int import_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    static const KeywordField fields[] = {{NAME_name, offsetof(ImportErrorExc, name)},
                                          {NAME_path, offsetof(ImportErrorExc, path)},
                                          {NAME_name_from, offsetof(ImportErrorExc, name_from)}};
    ImportErrorExc *e = (ImportErrorExc *)(uintptr_t)self;
    if (base_exc_init(self, args, nargs, NULL)) return -1;
    if (take_keywords(self, args + nargs, kwnames, fields, 3, "ImportError")) return -1;
    set_field(&e->msg, nargs == 1 ? args[0] : NULL);
    return 0;
}

Own import_error_str(Ref self) {
    Ref msg = ((const ImportErrorExc *)self)->msg;
    return msg && is_exact_str(msg) ? own(msg) : base_exc_str(self);
}
const Member import_error_members[] = {
    {"msg", MEMBER_OBJECT, offsetof(ImportErrorExc, msg), false, "The message."},
    {"name", MEMBER_OBJECT, offsetof(ImportErrorExc, name), false, "Name of the module."},
    {"path", MEMBER_OBJECT, offsetof(ImportErrorExc, path), false, "Its file."},
    {"name_from", MEMBER_OBJECT, offsetof(ImportErrorExc, name_from), false, "The name that was to be imported from it."},
    {0}};

/* --- SyntaxError --- */

/* details: filename, lineno, offset, text and perhaps end_lineno, end_offset. */
static int syntax_details(SyntaxErrorExc *e, Ref details) {
    Object **const fields[] = {&e->filename, &e->lineno, &e->offset, &e->text, &e->end_lineno, &e->end_offset};
    Own tuple = tuple_from_iterable(details);
    if (!tuple) return -1;
    ssize_t n = tuple_size(tuple);
    if (n < 4 || n > 6) {
        raise_error(TypeError, "function takes at %s %d arguments (%zd given)", n < 4 ? "least" : "most", n < 4 ? 4 : 6, n);
        goto fail;
    }
    for (ssize_t i = 0; i < 6; i++) set_field(fields[i], i < n ? tuple_item(tuple, i) : NULL);
    if (n == 5) {
        raise_error(TypeError, "end_offset must be provided when end_lineno is provided");
        goto fail;
    }
    drop(tuple);
    return 0;
fail:
    drop(tuple);
    return -1;
}

int syntax_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    SyntaxErrorExc *e = (SyntaxErrorExc *)(uintptr_t)self;
    if (base_exc_init(self, args, nargs, kwnames)) return -1;
    if (nargs >= 1) set_field(&e->msg, args[0]);
    return nargs == 2 ? syntax_details(e, args[1]) : 0;
}

static Own base_name_of(Ref path) {
    ssize_t slash = str_len(path);
    while (slash > 0 && str_char(path, slash - 1) != '/') slash--;
    return str_slice(path, slash, str_len(path));
}

Own syntax_error_str(Ref self) {
    const SyntaxErrorExc *e = (const SyntaxErrorExc *)self;
    Ref msg = or_none(e->msg);
    Own file = NULL, text = NULL;
    int64_t line = 0;
    bool has_line = e->lineno && is_exact_int(e->lineno) && int_to_int64(e->lineno, &line) == 1;
    if (e->filename && is_str(e->filename) && !(file = base_name_of(e->filename))) return NULL;
    if (file && has_line) text = format_text("%S (%S, line %lld)", msg, file, (long long)line);
    else if (file) text = format_text("%S (%S)", msg, file);
    else if (has_line) text = format_text("%S (line %lld)", msg, (long long)line);
    else text = object_str(msg);
    drop_x(file);
    return text;
}
const Member syntax_error_members[] = {
    {"msg", MEMBER_OBJECT, offsetof(SyntaxErrorExc, msg), false, "The message."},
    {"filename", MEMBER_OBJECT, offsetof(SyntaxErrorExc, filename), false, "File of the source."},
    {"lineno", MEMBER_OBJECT, offsetof(SyntaxErrorExc, lineno), false, "First line."},
    {"offset", MEMBER_OBJECT, offsetof(SyntaxErrorExc, offset), false, "Column in it, from 1."},
    {"text", MEMBER_OBJECT, offsetof(SyntaxErrorExc, text), false, "The line."},
    {"end_lineno", MEMBER_OBJECT, offsetof(SyntaxErrorExc, end_lineno), false, "Last line."},
    {"end_offset", MEMBER_OBJECT, offsetof(SyntaxErrorExc, end_offset), false, "Column in it."},
    {"print_file_and_line", MEMBER_OBJECT, offsetof(SyntaxErrorExc, print_file_and_line), false, NULL},
    {0}};

/* --- UnicodeDecodeError(encoding, object, start, end, reason), Encode the same, Translate without encoding --- */

static int str_argument(Ref const *args, size_t i) {
    if (is_str(args[i])) return 0;
    return raise_error(TypeError, "argument %zu must be str, not %T", i + 1, args[i]), -1;
}

static int index_argument(Ref arg, ssize_t *out) {
    *out = index_as_ssize(arg);
    return *out == -1 && err_set() ? -1 : 0;
}

int unicode_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    UnicodeErrorExc *e = (UnicodeErrorExc *)(uintptr_t)self;
    bool decode = object_is_a(self, UnicodeDecodeError), translate = object_is_a(self, UnicodeTranslateError);
    size_t first = translate ? 0 : 1, wanted = first + 4; /* first: index of the object */
    ssize_t start, end;
    if (base_exc_init(self, args, nargs, kwnames)) return -1;
    if (nargs != wanted) return raise_error(TypeError, "function takes exactly %zu arguments (%zu given)", wanted, nargs), -1;
    if (!translate && str_argument(args, 0)) return -1;
    if (!decode && str_argument(args, first)) return -1;
    if (index_argument(args[first + 1], &start) || index_argument(args[first + 2], &end) || str_argument(args, first + 3)) return -1;
    if (decode && !type_has(args[1]->type, TYPE_IS_BYTES))
        return raise_error(TypeError, "a bytes-like object is required, not '%T'", args[1]), -1;
    set_field(&e->encoding, translate ? NULL : args[0]);
    set_field(&e->object, args[first]);
    set_field(&e->reason, args[first + 3]);
    e->start = start;
    e->end = end;
    return 0;
}

/* One byte of a bytes object; -1 with an exception. */
static ssize_t byte_at(Ref bytes, ssize_t i) {
    Own index = int_new(i), byte = index ? object_subscript(bytes, index) : NULL;
    ssize_t value = byte ? index_as_ssize(byte) : -1;
    drop_x(index);
    drop_x(byte);
    return value;
}

/* The character as an escape: \xe9, \u20ac, \U0001f600. */
static void escape_char(char buffer[16], uint32_t c) {
    snprintf(buffer, 16, c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x", (unsigned)c);
}

Own unicode_error_str(Ref self) {
    const UnicodeErrorExc *e = (const UnicodeErrorExc *)self;
    bool decode = object_is_a(self, UnicodeDecodeError), translate = object_is_a(self, UnicodeTranslateError);
    if (!e->object) return own((Ref)str_empty);
    ssize_t length = object_len(e->object), start = e->start, end = e->end;
    if (length < 0) return NULL;
    Ref reason = or_none(e->reason), encoding = or_none(e->encoding);
    bool one = start >= 0 && start < length && end == start + 1;
    if (decode && one) {
        ssize_t byte = byte_at(e->object, start);
        if (byte < 0) return NULL;
        return format_text("'%S' codec can't decode byte 0x%02x in position %zd: %S", encoding, (unsigned)byte, start, reason);
    }
    if (decode) return format_text("'%S' codec can't decode bytes in position %zd-%zd: %S", encoding, start, end - 1, reason);
    if (one) {
        char c[16];
        escape_char(c, str_char(e->object, start));
        if (translate) return format_text("can't translate character '%s' in position %zd: %S", c, start, reason);
        return format_text("'%S' codec can't encode character '%s' in position %zd: %S", encoding, c, start, reason);
    }
    if (translate) return format_text("can't translate characters in position %zd-%zd: %S", start, end - 1, reason);
    return format_text("'%S' codec can't encode characters in position %zd-%zd: %S", encoding, start, end - 1, reason);
}
const Member unicode_error_members[] = {
    {"encoding", MEMBER_OBJECT, offsetof(UnicodeErrorExc, encoding), false, "Name of the encoding."},
    {"object", MEMBER_OBJECT, offsetof(UnicodeErrorExc, object), false, "What was to be converted."},
    {"start", MEMBER_SSIZE, offsetof(UnicodeErrorExc, start), false, "Index of the first bad item."},
    {"end", MEMBER_SSIZE, offsetof(UnicodeErrorExc, end), false, "Index behind the last bad item."},
    {"reason", MEMBER_OBJECT, offsetof(UnicodeErrorExc, reason), false, "Why it is bad."},
    {0}};

/* --- AttributeError, NameError --- */

int attribute_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    static const KeywordField fields[] = {{NAME_name, offsetof(AttributeErrorExc, name)}, {NAME_obj, offsetof(AttributeErrorExc, obj)}};
    if (base_exc_init(self, args, nargs, NULL)) return -1;
    return take_keywords(self, args + nargs, kwnames, fields, 2, "AttributeError");
}
const Member attribute_error_members[] = {
    {"name", MEMBER_OBJECT, offsetof(AttributeErrorExc, name), false, "Name of the attribute."},
    {"obj", MEMBER_OBJECT, offsetof(AttributeErrorExc, obj), false, "The object that has it not."},
    {0}};

int name_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    static const KeywordField fields[] = {{NAME_name, offsetof(NameErrorExc, name)}};
    if (base_exc_init(self, args, nargs, NULL)) return -1;
    return take_keywords(self, args + nargs, kwnames, fields, 1, "NameError");
}
const Member name_error_members[] = {
    {"name", MEMBER_OBJECT, offsetof(NameErrorExc, name), false, "The name."},
    {0}};
