/* function.c: Python functions as objects, and the binding of call arguments to parameters that are not simply positional.
 *
 * function_bind works in place: the arguments lie where the callee's locals begin. Surplus positional arguments move into the *args tuple, the
 * named ones into their slots or the **kw dict, then defaults fill what is left. Errors are worded as CPython words them. */
#include "vm/function.h"

#include <stdio.h>

#include "runtime/descr.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/weakref.h"
#include "vm/eval.h"

static uint32_t next_version = 1;

uint32_t function_version(Function *f) {
    if (f->version == 0 && next_version != 0) f->version = next_version++;
    return f->version;
}

Own function_new(Code *code, Dict *globals, Ref qualname_or_null) {
    Function *f = freelist_pop(&freelist_function);
    if (f) {
        f->ob.refcnt = 1;
        f->ob.type = &function_type;
        gc_born(&f->ob);
    } else {
        f = (Function *)object_new_static(&function_type, sizeof(Function), true);
        if (!f) return raise_memory();
    }
    f->code = (Code *)own((Ref)code);
    f->globals = (Dict *)own((Ref)globals);
    f->builtins = (Dict *)own((Ref)eval_builtins(globals));
    f->name = own((Ref)code->name);
    f->qualname = own(qualname_or_null ? qualname_or_null : (Ref)code->qualname);
    f->doc = (code->flags & CODE_HAS_DOCSTRING) && tuple_size((Ref)code->consts) ? own(code->constants[0]) : none();
    f->module = own_x(dict_get_str((Ref)globals, NAME_OF(dunder_name)));
    f->defaults = f->kwdefaults = f->closure = f->dict = f->annotations = f->type_params = f->weakrefs = NULL;
    f->version = 0;
    gc_track(&f->ob);
    return &f->ob;
}

/* --- binding --- */

/* "f() takes 2 positional arguments but 3 were given", with CPython's plurals and the keyword-only ones that were given. */
static int too_many(const Function *f, Object *const *locals, size_t nargs) {
    const Code *c = f->code;
    ssize_t n_defaults = f->defaults ? tuple_size(f->defaults) : 0;
    size_t kwonly_given = 0;
    for (int i = 0; i < c->n_kwonly; i++) kwonly_given += locals[c->n_args + i] != NULL;
    char takes[64], kwonly[128] = "";
    if (n_defaults) snprintf(takes, sizeof takes, "from %zd to %d", c->n_args - n_defaults, c->n_args);
    else snprintf(takes, sizeof takes, "%d", c->n_args);
    if (kwonly_given)
        snprintf(kwonly, sizeof kwonly, " positional argument%s (and %zu keyword-only argument%s)", nargs != 1 ? "s" : "", kwonly_given,
                 kwonly_given != 1 ? "s" : "");
    raise_error(TypeError, "%S() takes %s positional argument%s but %zd%s %s given", f->qualname, takes,
                n_defaults || c->n_args != 1 ? "s" : "", (ssize_t)nargs, kwonly, nargs == 1 && !kwonly_given ? "was" : "were");
    return -1;
}

/* "f() missing 2 required positional arguments: 'a' and 'b'". */
static int missing(const Function *f, Object *const *locals, int from, int to, const char *what) {
    int n = 0, seen = 0;
    for (int i = from; i < to; i++) n += locals[i] == NULL;
    StrWriter w = {0};
    for (int i = from; i < to; i++) {
        if (locals[i]) continue;
        const char *link = !seen ? "" : n == 2 ? " and " : seen == n - 1 ? ", and " : ", ";
        if (writer_ascii(&w, link, (ssize_t)strlen(link)) < 0) return -1;
        if (writer_repr(&w, tuple_item((Ref)f->code->slot_names, i)) < 0) return -1;
        seen++;
    }
    Own list = writer_finish(&w);
    if (!list) return -1;
    raise_error(TypeError, "%S() missing %d required %s argument%s: %S", f->qualname, n, what, n == 1 ? "" : "s", list);
    drop(list);
    return -1;
}

/* Were positional-only parameters given by name? -1 with a TypeError that names them, or 0. */
static int positional_only_given(const Function *f, Ref kwnames) {
    const Code *c = f->code;
    StrWriter w = {0};
    bool any = false;
    for (int i = 0; i < c->n_posonly; i++) {
        Ref parameter = tuple_item((Ref)c->slot_names, i);
        for (ssize_t k = 0; k < tuple_size(kwnames); k++) {
            if (!str_equal(parameter, tuple_item(kwnames, k))) continue;
            if (any && writer_ascii(&w, ", ", 2) < 0) return -1;
            if (writer_str(&w, parameter) < 0) return -1;
            any = true;
        }
    }
    if (!any) {
        writer_drop(&w);
        return 0;
    }
    Own list = writer_finish(&w);
    if (!list) return -1;
    raise_error(TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'", f->qualname, list);
    drop(list);
    return -1;
}

static int find_parameter(const Code *c, Ref name) {
    int end = c->n_args + c->n_kwonly;
    Object **all = tuple_items((Ref)c->slot_names);
    for (int i = c->n_posonly; i < end; i++)
        if (all[i] == name) return i;
    for (int i = c->n_posonly; i < end; i++)
        if (str_equal(all[i], name)) return i;
    return -1;
}

/* One named argument finds its slot, or goes into the **kw dict. */
static int bind_named_take(Function *f, Object **locals, Object *kwdict, Ref kwnames, Ref name, Own value) {
    int failed = -1, i = is_str(name) ? find_parameter(f->code, name) : -1;
    if (!is_str(name)) {
        raise_error(TypeError, "%S() keywords must be strings", f->qualname);
    } else if (i >= 0 && !locals[i]) {
        locals[i] = value;
        return 0;
    } else if (i >= 0) {
        raise_error(TypeError, "%S() got multiple values for argument '%S'", f->qualname, name);
    } else if (kwdict) {
        failed = dict_set(kwdict, name, value);
    } else if (positional_only_given(f, kwnames) == 0) {
        raise_error(TypeError, "%S() got an unexpected keyword argument '%S'", f->qualname, name);
    }
    drop(value);
    return failed;
}

static int fill_defaults(Function *f, Object **locals, size_t nargs) {
    const Code *c = f->code;
    int end = c->n_args + c->n_kwonly;
    if ((ssize_t)nargs < c->n_args) {
        int first = c->n_args - (int)(f->defaults ? tuple_size(f->defaults) : 0);
        for (int i = (int)nargs; i < first; i++)
            if (!locals[i]) return missing(f, locals, 0, first, "positional");
        for (int i = first > 0 ? first : 0; i < c->n_args; i++)
            if (!locals[i]) locals[i] = own(tuple_item(f->defaults, i - first));
    }
    for (int i = c->n_args; i < end; i++) {
        if (locals[i] || !f->kwdefaults) continue;
        Own value = NULL;
        if (dict_get(f->kwdefaults, tuple_item((Ref)c->slot_names, i), &value) < 0) return -1;
        locals[i] = value;
    }
    for (int i = c->n_args; i < end; i++)
        if (!locals[i]) return missing(f, locals, c->n_args, end, "keyword-only");
    return 0;
}

enum { NAMED_ON_STACK = 32 };

int function_bind(Function *f, Object **locals, size_t nargs, Ref kwnames) {
    const Code *c = f->code;
    size_t n_named = kwnames ? (size_t)tuple_size(kwnames) : 0, n_args = (size_t)c->n_args, n_slots = (size_t)c->n_slots;
    size_t kept = nargs < n_args ? nargs : n_args, done = 0;
    Object *few[NAMED_ON_STACK], **named = few;
    Own kwdict = NULL;
    int result = -1;
    if (n_named > NAMED_ON_STACK && !(named = mem_alloc(n_named * sizeof *named))) {
        for (size_t i = 0; i < nargs + n_named; i++) drop(locals[i]);
        return raise_memory(), -1;
    }
    for (size_t i = 0; i < n_named; i++) named[i] = locals[nargs + i];
    Own rest = NULL;
    if (c->flags & CODE_VARARGS) rest = tuple_from_array_take(locals + kept, (ssize_t)(nargs - kept));
    else for (size_t i = kept; i < nargs; i++) drop(locals[i]);
    for (size_t i = kept; i < n_slots; i++) locals[i] = NULL;
    if (c->flags & CODE_VARARGS) {
        if (!rest) goto fail;
        locals[n_args + (size_t)c->n_kwonly] = rest;
    }
    if (c->flags & CODE_VARKEYWORDS) {
        if (!(kwdict = dict_new())) goto fail;
        locals[n_args + (size_t)c->n_kwonly + (rest != NULL)] = kwdict;
    }
    while (done < n_named) {
        size_t i = done++;
        if (bind_named_take(f, locals, kwdict, kwnames, tuple_item(kwnames, (ssize_t)i), named[i]) < 0) goto fail;
    }
    if (nargs > n_args && !rest) too_many(f, locals, nargs);
    else result = fill_defaults(f, locals, nargs);
fail:
    if (result < 0) {
        while (done < n_named) drop(named[done++]);
        for (size_t i = 0; i < n_slots; i++) CLEAR(locals[i]);
    }
    if (named != few) mem_free(named);
    return result;
}

/* --- the object --- */

static int function_traverse(Object *self, VisitFn visit, void *arg) {
    Function *f = (Function *)self;
    VISIT(f->code);
    VISIT(f->globals);
    VISIT(f->builtins);
    VISIT(f->module);
    VISIT(f->defaults);
    VISIT(f->kwdefaults);
    VISIT(f->doc);
    VISIT(f->name);
    VISIT(f->dict);
    VISIT(f->closure);
    VISIT(f->annotations);
    VISIT(f->type_params);
    VISIT(f->qualname);
    return 0;
}

static int function_clear(Object *self) {
    Function *f = (Function *)self;
    f->version = 0;
    CLEAR(f->module);
    CLEAR(f->defaults);
    CLEAR(f->kwdefaults);
    CLEAR(f->doc);
    CLEAR(f->dict);
    CLEAR(f->closure);
    CLEAR(f->annotations);
    CLEAR(f->type_params);
    return 0;
}

static void function_dealloc(Object *self) {
    Function *f = (Function *)self;
    gc_untrack(self);
    if (trash_defer(self)) return;
    if (f->weakrefs) weakref_clear(self);
    function_clear(self);
    drop((Own)f->code);
    drop((Own)f->globals);
    drop((Own)f->builtins);
    drop(f->name);
    drop(f->qualname);
    if (freelist_push(&freelist_function, self)) gc_died(self);
    else object_free_static(self, true);
    trash_end();
}

static Own function_repr(Ref self) {
    return format_text("<function %S at %p>", ((const Function *)self)->qualname, (const void *)self);
}

static Own function_get(Ref self, Ref instance, Ref owner) {
    (void)owner;
    if (!instance || instance == NONE) return own(self);
    return bound_method_new(self, instance);
}

static const Member function_members[] = {
    {"__closure__", MEMBER_OBJECT, offsetof(Function, closure), true, "Tuple of cells, or None."},
    {"__doc__", MEMBER_OBJECT, offsetof(Function, doc), false, "The documentation string, or None."},
    {"__globals__", MEMBER_OBJECT, offsetof(Function, globals), true, "The dict in which global names are looked up."},
    {"__builtins__", MEMBER_OBJECT, offsetof(Function, builtins), true, "The dict in which built-in names are looked up."},
    {"__module__", MEMBER_OBJECT, offsetof(Function, module), false, "Name of the defining module."},
    {0}};

static Function *mutable(Ref self) { return (Function *)(uintptr_t)self; }
static Own or_none(Ref o) { return own(o ? o : NONE); }

static Own get_code(Ref self) { return own((Ref)((const Function *)self)->code); }
static int set_code(Ref self, Ref value) {
    Function *f = mutable(self);
    if (!value || value->type != &code_type) return raise_error(TypeError, "__code__ must be set to a code object"), -1;
    ssize_t had = f->closure ? tuple_size(f->closure) : 0, want = ((const Code *)value)->n_free;
    if (had != want)
        return raise_error(ValueError, "%S() requires a code object with %zd free vars, not %zd", f->name, had, want), -1;
    f->version = 0;
    obj_set((Object **)&f->code, own(value));
    return 0;
}

static int set_str(Object **field, Ref value, const char *name) {
    if (!value || !is_str(value)) return raise_error(TypeError, "%s must be set to a string object", name), -1;
    obj_set(field, own(value));
    return 0;
}
static Own get_name(Ref self) { return own(((const Function *)self)->name); }
static int set_name(Ref self, Ref value) { return set_str(&mutable(self)->name, value, "__name__"); }
static Own get_qualname(Ref self) { return own(((const Function *)self)->qualname); }
static int set_qualname(Ref self, Ref value) { return set_str(&mutable(self)->qualname, value, "__qualname__"); }

/* None and deletion both mean: no such value. */
static int set_checked(Function *f, Object **field, Ref value, bool right, const char *message) {
    if (value && value != NONE && !right) return raise_error(TypeError, "%s", message), -1;
    f->version = 0;
    obj_set(field, value == NONE ? NULL : own_x(value));
    return 0;
}
static Own get_defaults(Ref self) { return or_none(((const Function *)self)->defaults); }
static int set_defaults(Ref self, Ref value) {
    return set_checked(mutable(self), &mutable(self)->defaults, value, value && is_tuple(value), "__defaults__ must be set to a tuple object");
}
static Own get_kwdefaults(Ref self) { return or_none(((const Function *)self)->kwdefaults); }
static int set_kwdefaults(Ref self, Ref value) {
    return set_checked(mutable(self), &mutable(self)->kwdefaults, value, value && is_dict(value), "__kwdefaults__ must be set to a dict object");
}

static Own get_dict(Ref self) {
    Function *f = mutable(self);
    if (!f->dict && !(f->dict = dict_new())) return NULL;
    return own(f->dict);
}
static int set_dict(Ref self, Ref value) {
    if (!value) return raise_error(TypeError, "cannot delete __dict__"), -1;
    if (!is_dict(value)) return raise_error(TypeError, "__dict__ must be set to a dictionary, not a '%T'", value), -1;
    obj_set(&mutable(self)->dict, own(value));
    return 0;
}

/* The compiler hands annotations over as a tuple (name, value, name, value ...); the dict is made when somebody looks. */
static Own annotations_dict(Ref pairs) {
    Own made = dict_new();
    if (!made) return NULL;
    for (ssize_t i = 0; i + 1 < tuple_size(pairs); i += 2) {
        if (dict_set(made, tuple_item(pairs, i), tuple_item(pairs, i + 1)) < 0) {
            drop(made);
            return NULL;
        }
    }
    return made;
}
static Own get_annotations(Ref self) {
    Function *f = mutable(self);
    if (!f->annotations || is_tuple(f->annotations)) {
        Own made = f->annotations ? annotations_dict(f->annotations) : dict_new();
        if (!made) return NULL;
        obj_set(&f->annotations, made);
    }
    return own(f->annotations);
}
static int set_annotations(Ref self, Ref value) {
    return set_checked(mutable(self), &mutable(self)->annotations, value, value && is_dict(value),
                       "__annotations__ must be set to a dict object");
}
static Own get_type_params(Ref self) {
    Ref o = ((const Function *)self)->type_params;
    return o ? own(o) : tuple_new(0);
}
static int set_type_params(Ref self, Ref value) {
    if (!value || !is_tuple(value)) return raise_error(TypeError, "__type_params__ must be set to a tuple"), -1;
    obj_set(&mutable(self)->type_params, own(value));
    return 0;
}

static const GetSet function_getsets[] = {
    {"__code__", get_code, set_code, "The compiled body."},
    {"__defaults__", get_defaults, set_defaults, "Tuple of default values of positional parameters, or None."},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, "Dict of default values of keyword-only parameters, or None."},
    {"__annotations__", get_annotations, set_annotations, "Dict of parameter and return annotations."},
    {"__dict__", get_dict, set_dict, "Dict of the function's own attributes."},
    {"__name__", get_name, set_name, "Name of the function."},
    {"__qualname__", get_qualname, set_qualname, "Name with the classes and functions around it."},
    {"__type_params__", get_type_params, set_type_params, "Tuple of type parameters."},
    {0}};

static Own new_from_parts(Ref const *bound) {
    if (bound[0]->type != &code_type) return raise_error(TypeError, "function() argument 'code' must be code, not %T", bound[0]);
    if (!is_dict(bound[1])) return raise_error(TypeError, "function() argument 'globals' must be dict, not %T", bound[1]);
    Code *code = (Code *)(uintptr_t)bound[0];
    bool closed = bound[4] && bound[4] != NONE;
    if (closed && !is_tuple(bound[4])) return raise_error(TypeError, "arg 5 (closure) must be tuple");
    ssize_t cells = closed ? tuple_size(bound[4]) : 0;
    if (cells != code->n_free)
        return raise_error(ValueError, "%S requires closure of length %d, not %zd", (Ref)code->name, code->n_free, cells);
    Own result = function_new(code, (Dict *)(uintptr_t)bound[1], NULL);
    if (!result) return NULL;
    Function *f = (Function *)result;
    if (bound[2] && bound[2] != NONE) obj_set(&f->name, own(bound[2]));
    if (bound[3] && bound[3] != NONE) obj_set(&f->defaults, own(bound[3]));
    if (closed) obj_set(&f->closure, own(bound[4]));
    if (bound[5] && bound[5] != NONE) obj_set(&f->kwdefaults, own(bound[5]));
    return result;
}

static const char new_signature[] = "function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)";
static Own function_type_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref bound[6];
    (void)cls;
    if (args_bind(new_signature, args, nargs, kwnames, bound) < 0) return NULL;
    Own result = new_from_parts(bound);
    args_unbind(new_signature, bound);
    return result;
}

Type function_type = {
    .head = {.ob = {1, &type_type}, .name = "function", .basic_size = sizeof(Function), .flags = TYPE_GC | TYPE_METHOD_DESCR,
             .traverse = function_traverse, .clear = function_clear, .dealloc = function_dealloc,
             .weaklist_offset = offsetof(Function, weakrefs)},
    .doc = "A function written in Python.",
    .repr = function_repr,
    .call = eval_call_function,
    .descr_get = function_get,
    .new = function_type_new,
    .signature = new_signature,
    .members = function_members,
    .getsets = function_getsets,
    .dict_offset = offsetof(Function, dict),
};
