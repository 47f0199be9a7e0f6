/* mod_sys.c: the module sys: facts about the interpreter, sizes and counts, limits, exceptions in hand, the display hook. */
#include "lib/mod_sys.h"

#include <float.h>
#include <limits.h>
#include <unistd.h>

#include "gc/collect.h"
#include "gc/mem.h"
#include "runtime/exc.h"
#include "runtime/float.h"
#include "runtime/hash.h"
#include "runtime/intern.h"
#include "runtime/number.h"
#include "runtime/simple.h"
#include "runtime/structseq.h"
#include "vm/eval.h"
#include "vm/import.h"
#include "vm/run.h"

enum { INT_MAX_STR_DIGITS_MIN = 640 };

/* --- memory --- */

static Own sys_getsizeof(Ref self, Ref const *args) {
    (void)self;
    ssize_t n = object_sizeof(args[0]);
    if (n >= 0) return int_new(n);
    if (!args[1] || !err_matches(TypeError)) return NULL;
    err_clear();
    return own(args[1]);
}
static Own sys_getrefcount(Ref self, Ref const *args) {
    (void)self;
    return int_new(args[0]->refcnt);
}
static Own sys_intern(Ref self, Ref const *args) {
    (void)self;
    if (!is_exact_str(args[0])) return raise_error(TypeError, is_str(args[0]) ? "can't intern %T" : "intern() argument must be str, not %T", args[0]);
    Own s = own(args[0]);
    str_intern(&s);
    return s;
}
static Own sys_is_interned(Ref self, Ref const *args) {
    (void)self;
    if (!is_str(args[0])) return raise_error(TypeError, "_is_interned() argument must be str, not %T", args[0]);
    return bool_new(((const Str *)args[0])->interned);
}
static Own sys_getallocatedblocks(Ref self, Ref const *args) {
    (void)self, (void)args;
    return int_new((int64_t)(mem_stats.blocks + mem_stats.large_blocks));
}

/* --- limits --- */

static Own sys_getrecursionlimit(Ref self, Ref const *args) {
    (void)self, (void)args;
    return int_new(rt.depth_limit);
}
static Own sys_setrecursionlimit(Ref self, Ref const *args) {
    (void)self;
    Own number = number_index(args[0]);
    if (!number) return NULL;
    ssize_t limit = index_as_ssize(number);
    drop(number);
    if (limit == -1 && err_set()) return NULL;
    if (limit > INT_MAX) return raise_error(OverflowError, "Python int too large to convert to C int");
    if (limit < 1) return raise_error(ValueError, "recursion limit must be greater or equal than 1");
    if (rt.depth >= limit)
        return raise_error(RecursionError, "cannot set the recursion limit to %zd at the recursion depth %d: the limit is too low", limit, rt.depth);
    rt.depth_limit = (int)limit;
    return none();
}
static Own sys_getswitchinterval(Ref self, Ref const *args) {
    (void)self, (void)args;
    return float_new(0.005);
}

/* --- exceptions and frames --- */

static Object *handled(void) {
    for (ExcInfo *info = rt.exc_info; info; info = info->prev)
        if (info->value) return info->value;
    return NULL;
}
static Own sys_exception(Ref self, Ref const *args) {
    (void)self, (void)args;
    Object *exc = handled();
    return own(exc ? exc : NONE);
}
static Own sys_exc_info(Ref self, Ref const *args) {
    (void)self, (void)args;
    Object *exc = handled();
    if (!exc) return tuple_pack(3, NONE, NONE, NONE);
    Ref traceback = ((BaseExc *)exc)->traceback;
    return tuple_pack(3, (Ref)exc->type, (Ref)exc, traceback ? traceback : NONE);
}
static Own sys_excepthook(Ref self, Ref const *args) {
    (void)self;
    if (!is_exception(args[1])) return raise_error(TypeError, "print_exception(): Exception expected for value, %T found", args[1]);
    report_exception(args[1]);
    return none();
}
static Own sys_exit(Ref self, Ref const *args) {
    (void)self;
    return raise_object(SystemExit, args[0] && args[0] != NONE ? args[0] : NULL);
}
static Own sys_getframe(Ref self, Ref const *args) {
    (void)self;
    ssize_t depth = args[0] ? index_as_ssize(args[0]) : 0;
    if (depth == -1 && err_set()) return NULL;
    Frame *f = frame_current_python();
    for (; f && depth > 0; depth--)
        do f = f->prev;
        while (f && f->kind == FRAME_CLEARED);
    if (!f) return raise_error(ValueError, "call stack is not deep enough");
    return frame_object(f);
}

/* --- the prompt's output --- */

static Own sys_displayhook(Ref self, Ref const *args) {
    (void)self;
    if (args[0] == NONE) return none();
    if (dict_set((Ref)rt.builtins, NAME_OF(underscore), NONE) < 0) return NULL;
    Own stream = NULL, text = NULL, line = NULL, done = NULL;
    if (dict_get((Ref)rt.sysdict, NAME_OF(stdout_), &stream) < 0) return NULL;
    if (!stream || stream == NONE) {
        drop_x(stream);
        return raise_error(RuntimeError, "lost sys.stdout");
    }
    text = object_repr(args[0]);
    line = text ? format_text("%S\n", (Ref)text) : NULL;
    if (line) {
        Ref one[1] = {line};
        done = object_call_method(stream, NAME_OF(write), 1, one);
    }
    int failed = done ? dict_set((Ref)rt.builtins, NAME_OF(underscore), args[0]) : -1;
    drop(stream);
    drop_x(text);
    drop_x(line);
    drop_x(done);
    return failed < 0 ? NULL : none();
}

/* --- text and numbers --- */

static Own sys_getdefaultencoding(Ref self, Ref const *args) {
    (void)self, (void)args;
    return str_from_text("utf-8");
}
static Own sys_getfilesystemencodeerrors(Ref self, Ref const *args) {
    (void)self, (void)args;
    return str_from_text("surrogateescape");
}
static Own sys_get_int_max_str_digits(Ref self, Ref const *args) {
    (void)self, (void)args;
    return int_new(int_max_str_digits);
}
static Own sys_set_int_max_str_digits(Ref self, Ref const *args) {
    (void)self;
    ssize_t n = index_as_ssize(args[0]);
    if (n == -1 && err_set()) return NULL;
    if (n != 0 && n < INT_MAX_STR_DIGITS_MIN) return raise_error(ValueError, "maxdigits must be 0 or larger than %d", INT_MAX_STR_DIGITS_MIN);
    if (n > INT_MAX) return raise_error(OverflowError, "Python int too large to convert to C int");
    int_max_str_digits = (int)n;
    return none();
}
static Own sys_is_finalizing(Ref self, Ref const *args) {
    (void)self, (void)args;
    return bool_new(rt.exiting);
}
static Own sys_true(Ref self, Ref const *args) {
    (void)self, (void)args;
    return bool_new(true);
}

static const Method sys_methods[] = {
    {"_getframe(depth=0, /)", sys_getframe, "The frame that many calls below the caller."},
    {"_is_gil_enabled()", sys_true, "True: one thread runs at a time."},
    {"_is_interned(string, /)", sys_is_interned, "Is this str in the table of interned strings?"},
    {"displayhook(object, /)", sys_displayhook, "Print repr(object) and keep it as builtins._; None is not shown."},
    {"exc_info()", sys_exc_info, "(type, value, traceback) of the exception that is being handled."},
    {"excepthook(exctype, value, traceback, /)", sys_excepthook, "Print an exception to sys.stderr."},
    {"exception()", sys_exception, "The exception that is being handled, or None."},
    {"exit(status=None, /)", sys_exit, "Raise SystemExit(status)."},
    {"get_int_max_str_digits()", sys_get_int_max_str_digits, "Most digits in a conversion between int and str; 0: no limit."},
    {"getallocatedblocks()", sys_getallocatedblocks, "Number of memory blocks in use."},
    {"getdefaultencoding()", sys_getdefaultencoding, "The encoding of str.encode() without arguments."},
    {"getfilesystemencodeerrors()", sys_getfilesystemencodeerrors, "How undecodable file names are kept."},
    {"getfilesystemencoding()", sys_getdefaultencoding, "The encoding of file names."},
    {"getrecursionlimit()", sys_getrecursionlimit, "Most Python calls inside one another."},
    {"getrefcount(object, /)", sys_getrefcount, "How many references to object there are: the argument of this call is one of them."},
    {"getsizeof(object, default=<unrepresentable>)", sys_getsizeof, "Bytes of an object, without the objects that it refers to."},
    {"getswitchinterval()", sys_getswitchinterval, "Seconds a thread may run before another gets its turn."},
    {"intern(string, /)", sys_intern, "The one interned str of that text."},
    {"is_finalizing()", sys_is_finalizing, "Is the interpreter ending?"},
    {"set_int_max_str_digits(maxdigits)", sys_set_int_max_str_digits, "Set the limit of conversions between int and str."},
    {"setrecursionlimit(limit, /)", sys_setrecursionlimit, "Set the number of Python calls that may be inside one another."},
    {0}};

/* --- facts --- */

/* sys.flags and its like: named values, filled from rows. */
typedef struct Fact {
    const char *name;
    int64_t number;
    const char *text;   /* instead of the number */
    double real;        /* instead, if is_real */
    bool is_real;
} Fact;

static Own fact_value(const Fact *fact) {
    return fact->text ? str_from_text(fact->text) : fact->is_real ? float_new(fact->real) : int_new(fact->number);
}

enum { MOST_FACTS = 24 };

static Own facts_sequence(Type *type, const Fact *facts) {
    Object *values[MOST_FACTS];
    ssize_t n = 0;
    for (; facts[n].name; n++) values[n] = fact_value(&facts[n]);
    return structseq_new_take(type, values, n);
}

static const Fact flags[] = {
    {"debug", 0, NULL, 0, false}, {"inspect", 0, NULL, 0, false}, {"interactive", 0, NULL, 0, false}, {"optimize", 0, NULL, 0, false},
    {"dont_write_bytecode", 1, NULL, 0, false}, {"no_user_site", 0, NULL, 0, false}, {"no_site", 0, NULL, 0, false}, {"ignore_environment", 0, NULL, 0, false},
    {"verbose", 0, NULL, 0, false}, {"bytes_warning", 0, NULL, 0, false}, {"quiet", 0, NULL, 0, false}, {"hash_randomization", 1, NULL, 0, false},
    {"isolated", 0, NULL, 0, false}, {"utf8_mode", 1, NULL, 0, false}, {"int_max_str_digits", 4300, NULL, 0, false}, {0}};
static const Fact float_info[] = {
    {"max", 0, NULL, DBL_MAX, true}, {"max_exp", DBL_MAX_EXP, NULL, 0, false}, {"max_10_exp", DBL_MAX_10_EXP, NULL, 0, false},
    {"min", 0, NULL, DBL_MIN, true}, {"min_exp", DBL_MIN_EXP, NULL, 0, false}, {"min_10_exp", DBL_MIN_10_EXP, NULL, 0, false},
    {"dig", DBL_DIG, NULL, 0, false}, {"mant_dig", DBL_MANT_DIG, NULL, 0, false}, {"epsilon", 0, NULL, DBL_EPSILON, true},
    {"radix", FLT_RADIX, NULL, 0, false}, {"rounds", 1, NULL, 0, false}, {0}};
static const Fact int_info[] = {
    {"bits_per_digit", 30, NULL, 0, false}, {"sizeof_digit", 4, NULL, 0, false}, {"default_max_str_digits", 4300, NULL, 0, false},
    {"str_digits_check_threshold", 640, NULL, 0, false}, {0}};
static const Fact hash_info[] = {
    {"width", 64, NULL, 0, false}, {"modulus", (INT64_C(1) << 61) - 1, NULL, 0, false}, {"inf", 314159, NULL, 0, false}, {"nan", 0, NULL, 0, false},
    {"imag", 1000003, NULL, 0, false}, {"algorithm", 0, "siphash13", 0, false}, {"hash_bits", 64, NULL, 0, false}, {"seed_bits", 128, NULL, 0, false},
    {"cutoff", 0, NULL, 0, false}, {0}};
static const Member flags_fields[] = {
    STRUCTSEQ_FIELD("debug", 0, NULL), STRUCTSEQ_FIELD("inspect", 1, NULL), STRUCTSEQ_FIELD("interactive", 2, NULL), STRUCTSEQ_FIELD("optimize", 3, NULL), STRUCTSEQ_FIELD("dont_write_bytecode", 4, NULL), STRUCTSEQ_FIELD("no_user_site", 5, NULL), STRUCTSEQ_FIELD("no_site", 6, NULL), STRUCTSEQ_FIELD("ignore_environment", 7, NULL), STRUCTSEQ_FIELD("verbose", 8, NULL), STRUCTSEQ_FIELD("bytes_warning", 9, NULL), STRUCTSEQ_FIELD("quiet", 10, NULL), STRUCTSEQ_FIELD("hash_randomization", 11, NULL), STRUCTSEQ_FIELD("isolated", 12, NULL), STRUCTSEQ_FIELD("utf8_mode", 13, NULL), STRUCTSEQ_FIELD("int_max_str_digits", 14, NULL),
    {0}};
static Type flags_type = STRUCTSEQ("sys.flags", flags_fields, "How the interpreter was started.", TYPE_NO_NEW);
static const Member float_info_fields[] = {
    STRUCTSEQ_FIELD("max", 0, NULL), STRUCTSEQ_FIELD("max_exp", 1, NULL), STRUCTSEQ_FIELD("max_10_exp", 2, NULL), STRUCTSEQ_FIELD("min", 3, NULL), STRUCTSEQ_FIELD("min_exp", 4, NULL), STRUCTSEQ_FIELD("min_10_exp", 5, NULL), STRUCTSEQ_FIELD("dig", 6, NULL), STRUCTSEQ_FIELD("mant_dig", 7, NULL), STRUCTSEQ_FIELD("epsilon", 8, NULL), STRUCTSEQ_FIELD("radix", 9, NULL), STRUCTSEQ_FIELD("rounds", 10, NULL),
    {0}};
static Type float_info_type = STRUCTSEQ("sys.float_info", float_info_fields, "Facts about floats.", TYPE_NO_NEW);
static const Member int_info_fields[] = {
    STRUCTSEQ_FIELD("bits_per_digit", 0, NULL), STRUCTSEQ_FIELD("sizeof_digit", 1, NULL), STRUCTSEQ_FIELD("default_max_str_digits", 2, NULL), STRUCTSEQ_FIELD("str_digits_check_threshold", 3, NULL),
    {0}};
static Type int_info_type = STRUCTSEQ("sys.int_info", int_info_fields, "Facts about ints.", TYPE_NO_NEW);
static const Member hash_info_fields[] = {
    STRUCTSEQ_FIELD("width", 0, NULL), STRUCTSEQ_FIELD("modulus", 1, NULL), STRUCTSEQ_FIELD("inf", 2, NULL), STRUCTSEQ_FIELD("nan", 3, NULL), STRUCTSEQ_FIELD("imag", 4, NULL), STRUCTSEQ_FIELD("algorithm", 5, NULL), STRUCTSEQ_FIELD("hash_bits", 6, NULL), STRUCTSEQ_FIELD("seed_bits", 7, NULL), STRUCTSEQ_FIELD("cutoff", 8, NULL),
    {0}};
static Type hash_info_type = STRUCTSEQ("sys.hash_info", hash_info_fields, "Facts about hashing.", TYPE_NO_NEW);
static const Member version_info_fields[] = {
    STRUCTSEQ_FIELD("major", 0, NULL), STRUCTSEQ_FIELD("minor", 1, NULL), STRUCTSEQ_FIELD("micro", 2, NULL), STRUCTSEQ_FIELD("releaselevel", 3, NULL), STRUCTSEQ_FIELD("serial", 4, NULL),
    {0}};
static Type version_info_type = STRUCTSEQ("sys.version_info", version_info_fields, "The version of the language.", TYPE_NO_NEW);

static Own version_info(void) {
    Object *parts[5] = {int_new(3), int_new(13), int_new(0), str_from_text("final"), int_new(0)};
    return structseq_new_take(&version_info_type, parts, 5);
}

static int set_take(Ref o, const char *name, Own value) {
    Own key = value ? str_interned(name) : NULL;
    int failed = key ? attr_set(o, key, value) : -1;
    drop_x(key);
    drop_x(value);
    return failed;
}

static Own implementation(void) {
    Own o = object_call0((Ref)&simple_namespace_type);
    if (o && (set_take(o, "name", str_from_text("adder")) < 0 || set_take(o, "version", version_info()) < 0 ||
              set_take(o, "hexversion", int_new(0x030d00f0)) < 0 || set_take(o, "cache_tag", none()) < 0)) {
        drop(o);
        return NULL;
    }
    return o;
}

static int add_facts(Ref module) {
    if (module_add(module, "implementation", implementation()) < 0 || module_add(module, "version_info", version_info()) < 0) return -1;
    if (module_add(module, "flags", facts_sequence(&flags_type, flags)) < 0 ||
        module_add(module, "float_info", facts_sequence(&float_info_type, float_info)) < 0 ||
        module_add(module, "int_info", facts_sequence(&int_info_type, int_info)) < 0 ||
        module_add(module, "hash_info", facts_sequence(&hash_info_type, hash_info)) < 0)
        return -1;
    if (module_add(module, "version", str_from_text("3.13.0 (adder)")) < 0 || module_add(module, "platform", str_from_text("linux")) < 0 ||
        module_add(module, "byteorder", str_from_text("little")) < 0 || module_add(module, "maxsize", int_new(INTPTR_MAX)) < 0 ||
        module_add(module, "maxunicode", int_new(0x10ffff)) < 0 || module_add(module, "hexversion", int_new(0x030d00f0)) < 0 ||
        module_add(module, "api_version", int_new(1013)) < 0 || module_add(module, "float_repr_style", str_from_text("short")) < 0 ||
        module_add(module, "copyright", str_from_text("The adder authors. MIT licence.")) < 0 ||
        module_add(module, "dont_write_bytecode", bool_new(true)) < 0 || module_add(module, "warnoptions", list_new(0)) < 0 ||
        module_add(module, "prefix", str_from_text("/usr")) < 0 || module_add(module, "exec_prefix", str_from_text("/usr")) < 0 ||
        module_add(module, "base_prefix", str_from_text("/usr")) < 0 || module_add(module, "meta_path", list_new(0)) < 0 ||
        module_add(module, "path_hooks", list_new(0)) < 0 || module_add(module, "path_importer_cache", dict_new()) < 0)
        return -1;
    return 0;
}

static Own module_names(void) {
    Own list = list_new(0);
    for (const BuiltinModule *row = import_builtins; list && row && row->name; row++) {
        Own name = str_from_text(row->name);
        if (!name || list_append_take(list, name) < 0) {
            drop(list);
            return NULL;
        }
    }
    Own tuple = list && list_sort(list, NULL, false) >= 0 ? list_as_tuple(list) : NULL;
    drop_x(list);
    return tuple;
}

/* The hooks under their second names too, for those who replaced them. */
static int add_originals(Ref module) {
    static const char *const pairs[][2] = {{"displayhook", "__displayhook__"}, {"excepthook", "__excepthook__"}};
    for (size_t i = 0; i < 2; i++) {
        Own name = str_from_text(pairs[i][0]), value = name ? attr_get(module, name) : NULL;
        drop_x(name);
        if (!value || module_add(module, pairs[i][1], value) < 0) return -1;
    }
    return 0;
}

Own sys_init(void) {
    Own module = module_new(NAME_OF(sys)), modules = dict_new();
    if (!module || !modules) goto fail;
    rt.modules = (Dict *)modules;
    rt.sysdict = (Dict *)own(module_dict(module));
    if (module_add_methods(module, sys_methods) < 0 || add_facts(module) < 0 || module_add(module, "builtin_module_names", module_names()) < 0 ||
        add_originals(module) < 0 || dict_set(module_dict(module), NAME_OF(modules), modules) < 0 ||
        dict_set(modules, NAME_OF(sys), module) < 0)
        goto fail;
    return module;
fail:
    drop_x(module);
    return NULL;
}
