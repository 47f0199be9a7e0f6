/* builtin_class.c: __build_class__(function, name, *bases, metaclass=..., **keywords): what a class statement does.
 *
 *     bases replaced by __mro_entries__ -> metaclass -> namespace from its __prepare__ -> the body runs in it -> metaclass(name, bases, namespace)
 *
 * The body returns the cell of `__class__` if a method uses it; type.__new__ must have filled it with the class that comes out. */
#include "lib/builtins.h"

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/eval.h"

/* --- bases --- */

/* Appends what stands for a base. 0/-1 */
static int add_base(Ref list, Ref base, Ref all) {
    if (is_type(base)) return list_append(list, base);
    Own method = NULL;
    int found = attr_find(base, NAME_OF(dunder_mro_entries), &method);
    if (found <= 0) return found < 0 ? -1 : list_append(list, base);
    Own entries = object_call1(method, all);
    drop(method);
    if (!entries) return -1;
    int result = -1;
    if (is_tuple(entries)) result = list_extend(list, entries);
    else raise_error(TypeError, "__mro_entries__ must return a tuple");
    drop(entries);
    return result;
}

/* The bases, or others in the place of those that are not classes; the tuple itself if nothing changes. */
static Own resolve_bases(Ref bases) {
    ssize_t n = tuple_size(bases), i = 0;
    while (i < n && is_type(tuple_item(bases, i))) i++;
    if (i == n) return own(bases);
    Own list = list_new(0), result = NULL;
    for (i = 0; list && i < n; i++)
        if (add_base(list, tuple_item(bases, i), bases) < 0) CLEAR(list);
    if (!list) return NULL;
    bool same = list_size(list) == n;
    for (i = 0; same && i < n; i++) same = list_item(list, i) == tuple_item(bases, i);
    result = same ? own(bases) : list_as_tuple(list);
    drop(list);
    return result;
}

/* --- the statement --- */

typedef struct ClassCall {
    Ref name;
    Own given, bases;    /* tuples: as written, and resolved */
    Ref meta;            /* borrowed from the keywords or a base */
    Ref const *values;   /* of the keywords, in the caller's array, but for metaclass */
    Ref *arguments;      /* name, bases, namespace, then the keywords' values */
    Own kwnames;         /* names of the other keywords, or NULL */
    Own space;
} ClassCall;

enum { FEW_ARGUMENTS = 12, FIXED_ARGUMENTS = 3 };

/* Takes metaclass out of the keywords. */
static int split_keywords(ClassCall *c, Ref kwnames) {
    ssize_t n = kwnames ? tuple_size(kwnames) : 0, at = -1;
    for (ssize_t i = 0; i < n && at < 0; i++)
        if (str_equal(tuple_item(kwnames, i), NAME_OF(metaclass))) at = i;
    if (at >= 0) c->meta = c->values[at];
    for (ssize_t i = 0, to = FIXED_ARGUMENTS; i < n; i++)
        if (i != at) c->arguments[to++] = c->values[i];
    if (n - (at >= 0) == 0) return 0;
    c->kwnames = tuple_new(n - (at >= 0));
    for (ssize_t i = 0, to = 0; c->kwnames && i < n; i++)
        if (i != at) tuple_put_take(c->kwnames, to++, own(tuple_item(kwnames, i)));
    return c->kwnames ? 0 : -1;
}

static int find_meta(ClassCall *c) {
    if (!c->meta) c->meta = tuple_size(c->bases) ? (Ref)tuple_item(c->bases, 0)->type : (Ref)&type_type;
    if (!is_type(c->meta)) return 0;
    c->meta = (Ref)type_calculate_meta(as_type(c->meta), c->bases);
    return c->meta ? 0 : -1;
}

static Own prepare(const ClassCall *c) {
    if (c->meta == (Ref)&type_type) return dict_new();
    Own method = NULL;
    int found = attr_find(c->meta, NAME_OF(dunder_prepare), &method);
    if (found <= 0) return found < 0 ? NULL : dict_new();
    Ref few[FEW_ARGUMENTS], *args = few;
    size_t n = c->kwnames ? (size_t)tuple_size(c->kwnames) : 0;
    Own space = NULL;
    if (n + 2 > FEW_ARGUMENTS && !(args = mem_alloc((n + 2) * sizeof *args))) {
        raise_memory();
        goto done;
    }
    args[0] = c->name;
    args[1] = c->bases;
    for (size_t i = 0; i < n; i++) args[2 + i] = c->arguments[FIXED_ARGUMENTS + i];
    space = object_call(method, args, 2, c->kwnames);
    if (space && !space->type->subscript) {
        raise_error(TypeError, "%s.__prepare__() must return a mapping, not %T",
                    is_type(c->meta) ? as_type(c->meta)->head.name : "<metaclass>", (Ref)space);
        CLEAR(space);
    }
    if (args != few) mem_free(args);
done:
    drop(method);
    return space;
}

/* Is the class in the cell the one that came out? */
static int check_cell(const ClassCall *c, Ref cls, Ref cell) {
    if (!is_type(cls) || cell->type != &cell_type) return 0;
    Ref inside = ((const Cell *)cell)->value;
    if (inside == cls) return 0;
    if (inside) raise_error(TypeError, "__class__ set to %R defining %R as %R", inside, c->name, cls);
    else raise_error(RuntimeError, "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", c->name, cls);
    return -1;
}

static Own make_class(ClassCall *c) {
    if (c->bases != c->given) {
        Own name = str_interned("__orig_bases__");
        int failed = name ? object_set_subscript(c->space, name, c->given) : -1;
        drop_x(name);
        if (failed < 0) return NULL;
    }
    c->arguments[0] = c->name;
    c->arguments[1] = c->bases;
    c->arguments[2] = c->space;
    return object_call(c->meta, c->arguments, FIXED_ARGUMENTS, c->kwnames);
}

static Own build(ClassCall *c, const Function *body, Ref const *bases, size_t n_bases, Ref kwnames) {
    Own cls = NULL, cell = NULL;
    if (!(c->given = tuple_from_array(bases, (ssize_t)n_bases))) return NULL;
    if (!(c->bases = resolve_bases(c->given)) || split_keywords(c, kwnames) < 0 || find_meta(c) < 0) goto done;
    if (!(c->space = prepare(c))) goto done;
    if (!(cell = eval_code(body->code, body->globals, c->space, body->closure))) goto done;
    cls = make_class(c);
    if (cls && check_cell(c, cls, cell) < 0) CLEAR(cls);
done:
    drop_x(cell);
    drop_x(c->space);
    drop_x(c->kwnames);
    drop_x(c->bases);
    drop(c->given);
    return cls;
}

Own build_class(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    if (nargs < 2) return raise_error(TypeError, "__build_class__: not enough arguments");
    if (!is_function(args[0])) return raise_error(TypeError, "__build_class__: func must be a function");
    if (!is_str(args[1])) return raise_error(TypeError, "__build_class__: name is not a string");
    size_t room = FIXED_ARGUMENTS + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    Ref few[FEW_ARGUMENTS], *arguments = few;
    if (room > FEW_ARGUMENTS && !(arguments = mem_alloc(room * sizeof *arguments))) return raise_memory();
    ClassCall c = {.name = args[1], .values = args + nargs, .arguments = arguments};
    Own cls = build(&c, (const Function *)args[0], args + 2, nargs - 2, kwnames);
    if (arguments != few) mem_free(arguments);
    return cls;
}
