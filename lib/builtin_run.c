/* builtin_run.c: the builtins that compile and run code: compile, eval, exec, __import__; globals and locals.
 *
 * What is run without namespaces of its own uses those of the running Python frame. A dict of globals without `__builtins__` gets those of
 * that frame. Code of a function is run as a call of the function. */
#include "lib/builtins.h"

#include <string.h>

#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/compile.h"
#include "vm/eval.h"
#include "vm/import.h"

/* --- source text --- */

typedef struct Source {
    const char *text; /* borrowed from the object or from the buffer; a 0 follows it */
    size_t n;
    bool is_text;     /* a str: an encoding cookie means nothing */
    Own copy;         /* bytes of another buffer's content, or NULL */
} Source;

static void source_drop(Source *s) { drop_x(s->copy); }

static int source_from_buffer(Ref o, Source *out) {
    Buffer b;
    if (buffer_get(o, &b, false) < 0) return -1;
    out->copy = bytes_new(b.size);
    if (out->copy) buffer_copy_out(&b, bytes_data(out->copy));
    buffer_release(&b);
    if (!out->copy) return -1;
    out->text = bytes_data(out->copy);
    out->n = (size_t)bytes_size(out->copy);
    return 0;
}

/* 0, or -1: TypeError "<function>() arg 1 must be a <what> object", UnicodeEncodeError, SyntaxError (a null byte). */
static int source_from_object(Ref o, const char *function, const char *what, Source *out) {
    *out = (Source){.is_text = is_str(o)};
    if (is_str(o)) {
        ssize_t n;
        if (!(out->text = str_utf8(o, &n))) return -1;
        out->n = (size_t)n;
    } else if (is_exact_bytes(o)) {
        out->text = bytes_data(o);
        out->n = (size_t)bytes_size(o);
    } else if (!object_has_buffer(o)) {
        return raise_error(TypeError, "%s() arg 1 must be a %s object", function, what), -1;
    } else if (source_from_buffer(o, out) < 0) {
        return -1;
    }
    if (!memchr(out->text, 0, out->n)) return 0;
    source_drop(out);
    return raise_error(SyntaxError, "source code string cannot contain null bytes"), -1;
}

/* The features (from __future__) that code compiled from here on inherits. */
static int inherited_features(void) {
    const Frame *f = frame_current_python();
    return f ? frame_code(f)->flags & (CODE_FUTURE_ANNOTATIONS | CODE_FUTURE_BARRY) : 0;
}

/* --- compile --- */

enum {
    FUTURES_ALWAYS_ON = 0xbe0000 | 0x10,    /* accepted and without effect: division ... generator_stop, nested scopes */
    FLAGS_ACCEPTED = FUTURES_ALWAYS_ON | CODE_FUTURE_ANNOTATIONS | CODE_FUTURE_BARRY | COMPILE_TOP_LEVEL_AWAIT | COMPILE_INCOMPLETE |
                     0x200 | 0x1000,        /* and two about details that make no difference here */
};

/* A file name: str, bytes, or what __fspath__ gives; a str. */
static Own file_name(Ref o) {
    Own path = NULL;
    if (is_str(o) || is_bytes(o)) {
        path = own(o);
    } else {
        Own name = str_interned("__fspath__");
        int found = name ? object_call_special(o, name, 0, NULL, &path) : -1;
        drop_x(name);
        if (found == 0) raise_error(TypeError, "expected str, bytes or os.PathLike object, not %T", o);
        if (found <= 0) return NULL;
        if (!is_str(path) && !is_bytes(path)) {
            raise_error(TypeError, "expected %T.__fspath__() to return str or bytes, not %T", o, (Ref)path);
            drop(path);
            return NULL;
        }
    }
    if (is_bytes(path)) obj_set(&path, codec_decode(bytes_data(path), (size_t)bytes_size(path), "utf-8", "surrogateescape"));
    if (path && str_find_char(path, 0, 0, str_len(path)) >= 0) {
        raise_error(ValueError, "embedded null character");
        CLEAR(path);
    }
    return path;
}

static int compile_mode(Ref mode, ParseMode *out) {
    if (!is_str(mode)) return raise_error(TypeError, "compile() argument 'mode' must be str, not %T", mode), -1;
    if (str_equals(mode, "exec")) *out = PARSE_FILE;
    else if (str_equals(mode, "eval")) *out = PARSE_EVAL;
    else if (str_equals(mode, "single")) *out = PARSE_SINGLE;
    else if (str_equals(mode, "func_type")) return raise_error(ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST"), -1;
    else return raise_error(ValueError, "compile() mode must be 'exec', 'eval' or 'single'"), -1;
    return 0;
}

static int int_option(Ref o, ssize_t otherwise, ssize_t *out) {
    *out = otherwise;
    return o ? index_fit(o, out, OverflowError) : 0;
}

enum { OPTIMIZE_MOST = 2 };

static Own compile_named(Ref const *args, Ref filename) {
    ParseMode mode;
    ssize_t flags, optimize;
    if (compile_mode(args[2], &mode) < 0 || int_option(args[3], 0, &flags) < 0) return NULL;
    int alone = args[4] ? object_truth(args[4]) : 0;
    if (alone < 0 || int_option(args[5], -1, &optimize) < 0) return NULL;
    if (flags & ~(ssize_t)FLAGS_ACCEPTED) return raise_error(ValueError, "compile(): unrecognised flags");
    if (optimize < -1 || optimize > OPTIMIZE_MOST) return raise_error(ValueError, "compile(): invalid optimize value");
    Source source;
    if (source_from_object(args[0], "compile", "string, bytes or AST", &source) < 0) return NULL;
    int all = (int)flags & ~FUTURES_ALWAYS_ON;
    if (!alone) all |= inherited_features();
    if (source.is_text) all |= COMPILE_IGNORE_COOKIE;
    Own code = compile_source(source.text, source.n, filename, mode, all, optimize < 0 ? rt.optimize : (int)optimize);
    source_drop(&source);
    return code;
}

static Own run_m_compile(Ref self, Ref const *args) {
    (void)self;
    Own filename = file_name(args[1]);
    if (!filename) return NULL;
    Own code = compile_named(args, filename);
    drop(filename);
    return code;
}

/* --- globals, locals --- */

static Frame *need_frame(void) {
    Frame *f = frame_current_python();
    if (!f) raise_error(SystemError, "frame does not exist");
    return f;
}

static Own run_m_globals(Ref self, Ref const *args) {
    (void)self, (void)args;
    const Frame *f = need_frame();
    return f ? own((Ref)f->func->globals) : NULL;
}

static Own run_m_locals(Ref self, Ref const *args) {
    (void)self, (void)args;
    Frame *f = need_frame();
    return f ? frame_locals(f) : NULL;
}

/* --- eval, exec --- */

static inline bool is_mapping(Ref o) { return o->type->subscript != NULL; }

typedef struct Spaces {
    Own globals, locals;
} Spaces;

static void spaces_drop(Spaces *s) {
    drop_x(s->globals);
    drop_x(s->locals);
}

/* globals and locals as given (NULL or None: not), checked already. */
static int spaces_find(Ref globals, Ref locals, Spaces *out) {
    *out = (Spaces){NULL, NULL};
    bool given = globals && globals != NONE;
    Frame *f = frame_current_python();
    if (!f && !given) return raise_error(TypeError, "eval must be given globals and locals when called without a frame"), -1;
    out->globals = own(given ? globals : (Ref)f->func->globals);
    if (locals && locals != NONE) out->locals = own(locals);
    else out->locals = given ? own(globals) : frame_locals(f);
    if (!out->locals) goto fail;
    int found = dict_contains(out->globals, NAME_OF(dunder_builtins));
    Dict *builtins = f ? f->func->builtins : rt.builtins;
    if (found < 0 || (!found && dict_set(out->globals, NAME_OF(dunder_builtins), (Ref)builtins) < 0)) goto fail;
    return 0;
fail:
    spaces_drop(out);
    return -1;
}

static Own run_code(Code *code, const Spaces *s, Ref closure) {
    Dict *globals = (Dict *)s->globals;
    if (!(code->flags & CODE_NEWLOCALS)) return eval_code(code, globals, s->locals, closure);
    Own function = function_new(code, globals, NULL);
    if (!function) return NULL;
    obj_set(&((Function *)function)->closure, own_x(closure));
    Own result = object_call0(function);
    drop(function);
    return result;
}

static Own run_text(Source *source, ParseMode mode, const Spaces *s) {
    int flags = inherited_features() | (source->is_text ? COMPILE_IGNORE_COOKIE : 0);
    if (mode == PARSE_EVAL) {
        for (; source->n && (*source->text == ' ' || *source->text == '\t'); source->n--) source->text++;
    }
    Own name = str_interned("<string>"), code = name ? compile_source(source->text, source->n, name, mode, flags, rt.optimize) : NULL;
    drop_x(name);
    if (!code) return NULL;
    Own result = eval_code((Code *)code, (Dict *)s->globals, s->locals, NULL);
    drop(code);
    return result;
}

static Own run_source(Ref object, const char *function, ParseMode mode, const Spaces *s) {
    Source source;
    if (source_from_object(object, function, "string, bytes or code", &source) < 0) return NULL;
    Own result = run_text(&source, mode, s);
    source_drop(&source);
    return result;
}

static int check_eval_spaces(Ref globals, Ref locals) {
    if (locals && locals != NONE && !is_mapping(locals)) return raise_error(TypeError, "locals must be a mapping"), -1;
    if (!globals || globals == NONE || is_dict(globals)) return 0;
    raise_error(TypeError, is_mapping(globals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict");
    return -1;
}

static Own run_m_eval(Ref self, Ref const *args) {
    (void)self;
    Spaces s;
    if (check_eval_spaces(args[1], args[2]) < 0 || spaces_find(args[1], args[2], &s) < 0) return NULL;
    Own result = NULL;
    if (args[0]->type != &code_type) result = run_source(args[0], "eval", PARSE_EVAL, &s);
    else if (((const Code *)args[0])->n_free) raise_error(TypeError, "code object passed to eval() may not contain free variables");
    else result = run_code((Code *)(uintptr_t)args[0], &s, NULL);
    spaces_drop(&s);
    return result;
}

static int check_exec_spaces(Ref globals, Ref locals) {
    if (globals && globals != NONE && !is_dict(globals)) return raise_error(TypeError, "exec() globals must be a dict, not %T", globals), -1;
    if (locals && locals != NONE && !is_mapping(locals))
        return raise_error(TypeError, "locals must be a mapping or None, not %T", locals), -1;
    return 0;
}

static bool is_closure(Ref o, int cells) {
    if (!is_exact_tuple(o) || tuple_size(o) != cells) return false;
    for (ssize_t i = 0; i < cells; i++)
        if (tuple_item(o, i)->type != &cell_type) return false;
    return true;
}

static Own exec_code(Ref object, const Spaces *s, Ref closure) {
    Code *code = (Code *)(uintptr_t)object;
    if (closure == NONE) closure = NULL;
    if (!code->n_free && closure) return raise_error(TypeError, "cannot use a closure with this code object");
    if (code->n_free && (!closure || !is_closure(closure, code->n_free)))
        return raise_error(TypeError, "code object requires a closure of exactly length %d", code->n_free);
    return run_code(code, s, closure);
}

static Own run_m_exec(Ref self, Ref const *args) {
    (void)self;
    Spaces s;
    if (check_exec_spaces(args[1], args[2]) < 0 || spaces_find(args[1], args[2], &s) < 0) return NULL;
    Own result = NULL;
    if (args[0]->type == &code_type) result = exec_code(args[0], &s, args[3]);
    else if (args[3] && args[3] != NONE) raise_error(TypeError, "closure can only be used when source is a code object");
    else result = run_source(args[0], "exec", PARSE_FILE, &s);
    spaces_drop(&s);
    if (!result) return NULL;
    drop(result);
    return none();
}

/* --- __import__ --- */

static Own run_m_import(Ref self, Ref const *args) {
    (void)self;
    ssize_t level;
    if (int_option(args[4], 0, &level) < 0) return NULL;
    if (!is_str(args[0])) return raise_error(TypeError, "module name must be a string");
    return import_module_level(args[0], args[1] && args[1] != NONE ? args[1] : NULL, args[3], level);
}

const Method builtin_run_methods[] = {
    {"__build_class__(func, name, /, *bases, **kwds)", NULL, "What a class statement calls.", 0, build_class},
    {"__import__(name, globals=None, locals=None, fromlist=(), level=0)", run_m_import, "What an import statement calls."},
    {"compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", run_m_compile,
     "A code object of source text, for exec() or eval()."},
    {"eval(source, /, globals=None, locals=None)", run_m_eval, "The value of an expression, given as text or code."},
    {"exec(source, /, globals=None, locals=None, *, closure=None)", run_m_exec, "Run statements, given as text or code."},
    {"globals()", run_m_globals, "The dict of the running module's variables."},
    {"locals()", run_m_locals, "The variables of the running scope."},
    {0}};
