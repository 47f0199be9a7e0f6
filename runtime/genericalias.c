/* genericalias.c: list[int] and its like: the class with arguments that nobody checks. Calling it calls the class; nearly all attributes are
 * those of the class. */
#include "runtime/generic.h"

#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "runtime/weakref.h"

typedef struct GenericAlias {
    Object ob;
    Object *origin, *args, *parameters; /* owned; parameters NULL until somebody asks */
    Object *weakrefs;
    Hash hash;                          /* -1: not asked for yet */
    bool starred;                       /* *tuple[int, str] */
} GenericAlias;

/* The origin of what *Ts gives. */
static Type unpack_type;

static inline GenericAlias *as_alias(Ref o) { return (GenericAlias *)(uintptr_t)o; }

/* --- making --- */

static Own make(Type *cls, Ref origin, Ref args, bool starred) {
    bool exact = cls == &generic_alias_type;
    Own o = exact ? object_new_static(cls, sizeof(GenericAlias), true) : instance_new(cls);
    if (!o) return exact ? raise_memory() : NULL;
    GenericAlias *a = as_alias(o);
    a->origin = own(origin);
    a->args = is_tuple(args) ? own(args) : tuple_pack(1, args);
    a->parameters = a->weakrefs = NULL;
    a->hash = -1;
    a->starred = starred;
    if (exact) gc_track(o);
    if (!a->args) CLEAR(o);
    return o;
}

Own generic_alias_new(Ref origin, Ref args) { return make(&generic_alias_type, origin, args, false); }

Own class_m_getitem(Ref cls, Ref const *args) { return generic_alias_new(cls, args[0]); }

static Own alias_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (kwnames && tuple_size(kwnames)) return raise_error(TypeError, "GenericAlias() takes no keyword arguments");
    return args_range("GenericAlias", nargs, NULL, 2, 2) ? NULL : make(cls, args[0], args[1], false);
}

Own generic_unpacked(Ref parameter) { return type_ready(&unpack_type) ? NULL : generic_alias_new((Ref)&unpack_type, parameter); }

/* --- parameters --- */

static int add_once(Ref list, Ref item) {
    for (ssize_t i = 0; i < list_size(list); i++)
        if (list_item(list, i) == item) return 0;
    return list_append(list, item);
}

/* Is it a type variable? */
static int is_parameter(Ref arg) {
    Own found = NULL;
    if (is_type(arg)) return 0;
    int result = attr_find(arg, NAME_OF(dunder_typing_subst), &found);
    drop_x(found);
    return result;
}

/* Its __parameters__, if it is a tuple; 1, 0, -1. */
static int inner_parameters(Ref arg, Own *out) {
    *out = NULL;
    int found = is_type(arg) ? 0 : attr_find(arg, NAME_OF(dunder_parameters), out);
    if (found > 0 && !is_tuple(*out)) {
        CLEAR(*out);
        return 0;
    }
    return found;
}

static int add_parameters(Ref list, Ref arg) {
    Own inner = NULL;
    int found = is_parameter(arg);
    if (found) return found < 0 ? -1 : add_once(list, arg);
    if ((found = inner_parameters(arg, &inner)) <= 0) return found;
    int result = 0;
    for (ssize_t i = 0; result == 0 && i < tuple_size(inner); i++) result = add_once(list, tuple_item(inner, i));
    drop(inner);
    return result;
}

Own generic_parameters(Ref args) {
    Own list = list_new(0), tuple = NULL;
    ssize_t i = 0;
    while (list && i < tuple_size(args) && add_parameters(list, tuple_item(args, i)) == 0) i++;
    if (list && i == tuple_size(args)) tuple = list_as_tuple(list);
    drop_x(list);
    return tuple;
}

static bool is_many(Ref parameter) { return parameter->type->iter != NULL; }

/* Its default: 1, 0, -1. */
static int default_of(Ref parameter, Own *out) {
    Own name = str_interned("has_default"), has = NULL;
    int found = name ? attr_find(parameter, name, &has) : -1, truth = 0;
    if (found > 0) {
        obj_set(&has, object_call0(has));
        truth = has ? object_truth(has) : -1;
    }
    drop_x(name);
    drop_x(has);
    if (found < 0 || truth <= 0) return found < 0 ? -1 : truth;
    name = str_interned("__default__");
    *out = name ? attr_get(parameter, name) : NULL;
    drop_x(name);
    return *out ? 1 : -1;
}

static int refuse_count(Ref self, ssize_t given, ssize_t wanted, bool at_least) {
    raise_error(TypeError, "Too %s arguments for %R; actual %zd, expected %s%zd", at_least ? "few" : "many", self, given, at_least ? "at least " : "", wanted);
    return -1;
}

/* How many of the parameters have no default and stand for one class. */
static ssize_t count_required(Ref parameters) {
    ssize_t n = 0;
    for (ssize_t i = 0; i < tuple_size(parameters); i++) {
        Own otherwise = NULL;
        int has = is_many(tuple_item(parameters, i)) ? 1 : default_of(tuple_item(parameters, i), &otherwise);
        drop_x(otherwise);
        if (has < 0) return -1;
        n += !has;
    }
    return n;
}

static int fill_values(Ref self, Ref parameters, Ref all, Ref values) {
    ssize_t wanted = tuple_size(parameters), given = tuple_size(all), required = count_required(parameters), at = 0;
    bool many = false;
    for (ssize_t i = 0; i < wanted; i++) many |= is_many(tuple_item(parameters, i));
    if (required < 0) return -1;
    if (given < required) return refuse_count(self, given, required, true);
    if (given > wanted && !many) return refuse_count(self, given, wanted, false);
    for (ssize_t i = 0; i < wanted; i++) {
        Ref parameter = tuple_item(parameters, i);
        Own value = NULL;
        if (is_many(parameter)) {
            ssize_t n = given - (wanted - 1) > 0 ? given - (wanted - 1) : 0;
            value = tuple_slice(all, at, at + n);
            at += n;
        } else if (at < given) {
            value = own(tuple_item(all, at++));
        } else if (default_of(parameter, &value) == 0) {
            return refuse_count(self, given, wanted, true);
        }
        if (!value) return -1;
        tuple_put_take(values, i, value);
    }
    return 0;
}

Own generic_values(Ref self, Ref parameters, Ref given) {
    if (tuple_size(parameters) == 0) return raise_error(TypeError, "%R is not a generic class", self);
    Own all = is_tuple(given) ? own(given) : tuple_pack(1, given), values = all ? tuple_new(tuple_size(parameters)) : NULL;
    if (values && fill_values(self, parameters, all, values)) CLEAR(values);
    drop_x(all);
    return values;
}

static Ref value_of(Ref parameters, Ref values, Ref parameter) {
    ssize_t i = 0;
    while (tuple_item(parameters, i) != parameter) i++;
    return tuple_item(values, i);
}

/* What stands in the brackets of arg: the values of its own parameters. */
static Own inner_values(Ref inner, Ref parameters, Ref values) {
    Own list = list_new(0), tuple = NULL;
    for (ssize_t i = 0; list && i < tuple_size(inner); i++) {
        Ref parameter = tuple_item(inner, i), value = value_of(parameters, values, parameter);
        if (is_many(parameter) ? list_extend(list, value) : list_append(list, value)) CLEAR(list);
    }
    if (list) tuple = list_as_tuple(list);
    drop_x(list);
    return tuple;
}

static Own substitute_one(Ref arg, Ref parameters, Ref values) {
    Own inner = NULL, mine, result;
    int found = is_parameter(arg);
    if (found > 0) {
        Ref value = value_of(parameters, values, arg);
        return object_call_method(arg, NAME_OF(dunder_typing_subst), 1, &value);
    }
    if (found < 0 || inner_parameters(arg, &inner) < 0) return NULL;
    if (!inner || tuple_size(inner) == 0) {
        drop_x(inner);
        return own(arg);
    }
    mine = inner_values(inner, parameters, values);
    result = mine ? object_subscript(arg, mine) : NULL;
    drop(inner);
    drop_x(mine);
    return result;
}

/* The parameter, if arg is Unpack[parameter]. */
static Ref unpacked(Ref arg) {
    return arg->type == &generic_alias_type && as_alias(arg)->origin == (Ref)&unpack_type ? tuple_item(as_alias(arg)->args, 0) : NULL;
}

Own generic_substitute(Ref self, Ref args, Ref parameters, Ref given) {
    Own values = generic_values(self, parameters, given), list = values ? list_new(0) : NULL, result = NULL;
    for (ssize_t i = 0; list && i < tuple_size(args); i++) {
        Ref arg = tuple_item(args, i), many = unpacked(arg);
        Own one = many ? NULL : substitute_one(arg, parameters, values);
        int failed = many ? list_extend(list, value_of(parameters, values, many)) : one ? list_append(list, one) : -1;
        drop_x(one);
        if (failed) CLEAR(list);
    }
    if (list) result = list_as_tuple(list);
    drop_x(values);
    drop_x(list);
    return result;
}

static Ref parameters_of(Ref self) {
    GenericAlias *a = as_alias(self);
    if (!a->parameters) a->parameters = generic_parameters(a->args);
    return a->parameters;
}

static Own alias_subscript(Ref self, Ref values) {
    GenericAlias *a = as_alias(self);
    Ref parameters = parameters_of(self);
    Own args = parameters ? generic_substitute(self, a->args, parameters, values) : NULL;
    Own result = args ? make(&generic_alias_type, a->origin, args, a->starred) : NULL;
    drop_x(args);
    return result;
}

/* --- text --- */

static int write_class(StrWriter *w, Ref cls, Ref qualname) {
    Own module = NULL;
    int found = attr_find(cls, NAME_OF(dunder_module), &module), result = found < 0 ? -1 : 0;
    if (found > 0 && is_str(module) && !str_equals(module, "builtins") && (writer_str(w, module) || writer_char(w, '.'))) result = -1;
    drop_x(module);
    return result || writer_str(w, qualname) ? -1 : 0;
}

/* [int, str], as it stands in the brackets. */
static int write_list(StrWriter *w, Ref list) {
    if (!enter_c(" while getting the repr of an object") || writer_char(w, '[')) return -1;
    for (ssize_t i = 0; i < list_size(list); i++) {
        Own item = own(list_item(list, i));
        int failed = (i && writer_ascii(w, ", ", 2)) || generic_write_argument(w, item);
        drop(item);
        if (failed) return -1;
    }
    return writer_char(w, ']');
}

int generic_write_argument(StrWriter *w, Ref arg) {
    Own name = NULL, origin = NULL;
    if (arg == ELLIPSIS_OBJECT) return writer_ascii(w, "...", 3);
    if (is_exact_list(arg)) return write_list(w, arg);
    int found = attr_find(arg, NAME_OF(dunder_origin), &origin), result;
    drop_x(origin);
    if (found == 0) found = attr_find(arg, NAME_OF(dunder_qualname), &name);
    if (found < 0) return -1;
    result = name && is_str(name) ? write_class(w, arg, name) : writer_repr(w, arg);
    drop_x(name);
    return result;
}

static Own alias_repr(Ref self) {
    const GenericAlias *a = as_alias(self);
    StrWriter w = {.overallocate = true};
    ssize_t n = tuple_size(a->args);
    if ((a->starred && writer_char(&w, '*')) || generic_write_argument(&w, a->origin) || writer_char(&w, '[')) goto fail;
    for (ssize_t i = 0; i < n; i++)
        if ((i && writer_ascii(&w, ", ", 2)) || generic_write_argument(&w, tuple_item(a->args, i))) goto fail;
    if ((n == 0 && writer_ascii(&w, "()", 2)) || writer_char(&w, ']')) goto fail;
    return writer_finish(&w);
fail:
    writer_drop(&w);
    return NULL;
}

/* --- slots --- */

/* What is asked of the alias itself, and not of the class. */
static const enum NameIndex its_own[] = {NAME_dunder_class, NAME_dunder_origin, NAME_dunder_args, NAME_dunder_unpacked, NAME_dunder_parameters,
                                         NAME_dunder_mro_entries, NAME_dunder_reduce_ex, NAME_dunder_reduce, NAME_dunder_bases, NAME_dunder_copy,
                                         NAME_dunder_deepcopy};
static const char unpacked_args[] = "__typing_unpacked_tuple_args__";

static Own alias_getattr(Ref self, Ref name) {
    for (size_t i = 0; i < sizeof its_own / sizeof *its_own; i++)
        if (str_equal(name, names[its_own[i]])) return attr_get_generic(self, name);
    if (str_equals(name, unpacked_args)) return attr_get_generic(self, name);
    return attr_get(as_alias(self)->origin, name);
}

static Own alias_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Own o = object_call(as_alias(self)->origin, args, nargs, kwnames);
    if (o && attr_set(o, NAME_OF(dunder_orig_class), self)) {
        if (!err_matches(AttributeError) && !err_matches(TypeError)) CLEAR(o);
        else err_clear();
    }
    return o;
}

static Own alias_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || !object_is_a(b, &generic_alias_type)) return not_implemented();
    int equal = as_alias(a)->starred == as_alias(b)->starred;
    if (equal) equal = object_compare_bool(as_alias(a)->origin, as_alias(b)->origin, CMP_EQ);
    if (equal > 0) equal = object_compare_bool(as_alias(a)->args, as_alias(b)->args, CMP_EQ);
    return equal < 0 ? NULL : bool_new(equal == (op == CMP_EQ));
}

static Hash alias_hash(Ref self) {
    if (as_alias(self)->hash != -1) return as_alias(self)->hash;
    Hash origin = object_hash(as_alias(self)->origin), args = origin == -1 ? -1 : object_hash(as_alias(self)->args);
    Hash hash = origin ^ args;
    if (args == -1) return -1;
    return as_alias(self)->hash = hash == -1 ? -2 : hash;
}

/* for x in tuple[int, str]: gives *tuple[int, str] once. */
static Own alias_iter(Ref self) {
    Own starred = make(&generic_alias_type, as_alias(self)->origin, as_alias(self)->args, true), once = starred ? tuple_pack(1, (Ref)starred) : NULL;
    Own it = once ? object_iter(once) : NULL;
    drop_x(starred);
    drop_x(once);
    return it;
}

/* --- attributes and methods --- */

static Own get_parameters(Ref self) { return own_x(parameters_of(self)); }

static Own alias_m_mro_entries(Ref self, Ref const *args) {
    (void)args;
    return tuple_pack(1, (Ref)as_alias(self)->origin);
}

static Own alias_m_instancecheck(Ref self, Ref const *args) {
    (void)self, (void)args;
    return raise_error(TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}

static Own alias_m_subclasscheck(Ref self, Ref const *args) {
    (void)self, (void)args;
    return raise_error(TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

static Own alias_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Own both = tuple_pack(2, (Ref)as_alias(self)->origin, (Ref)as_alias(self)->args);
    Own result = both ? tuple_pack(2, (Ref)&generic_alias_type, (Ref)both) : NULL;
    drop_x(both);
    return result;
}

static Own alias_m_dir(Ref self, Ref const *args) {
    (void)args;
    Own theirs = object_dir(as_alias(self)->origin), all = theirs ? set_new(theirs) : NULL, last = all ? str_interned(unpacked_args) : NULL, list = NULL;
    for (size_t i = 0; all && i < sizeof its_own / sizeof *its_own; i++)
        if (set_add(all, names[its_own[i]])) CLEAR(all);
    if (all && last && set_add(all, last) == 0) list = list_from_iterable(all);
    drop_x(theirs);
    drop_x(all);
    drop_x(last);
    return list;
}

static const Method alias_methods[] = {
    {"__mro_entries__(bases, /)", alias_m_mro_entries, NULL},
    {"__instancecheck__(instance, /)", alias_m_instancecheck, NULL},
    {"__subclasscheck__(cls, /)", alias_m_subclasscheck, NULL},
    {"__reduce__()", alias_m_reduce, NULL},
    {"__dir__()", alias_m_dir, NULL},
    {0}};
static Own get_unpacked_args(Ref self) {
    const GenericAlias *a = as_alias(self);
    return own(a->starred && a->origin == (Ref)&tuple_type ? (Ref)a->args : NONE);
}
static const GetSet alias_getsets[] = {
    {"__parameters__", get_parameters, NULL, "Type variables among the arguments."},
    {unpacked_args, get_unpacked_args, NULL, "The arguments of *tuple[...], or None."},
    {0}};
static const Member alias_members[] = {
    {"__origin__", MEMBER_OBJECT, offsetof(GenericAlias, origin), true, NULL},
    {"__args__", MEMBER_OBJECT, offsetof(GenericAlias, args), true, NULL},
    {"__unpacked__", MEMBER_BOOL, offsetof(GenericAlias, starred), true, NULL},
    {0}};

static int alias_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_alias(self)->origin);
    VISIT(as_alias(self)->args);
    VISIT(as_alias(self)->parameters);
    return 0;
}

static void alias_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    CLEAR(as_alias(self)->origin);
    CLEAR(as_alias(self)->args);
    CLEAR(as_alias(self)->parameters);
    object_free(self);
    trash_end();
}

Type generic_alias_type = {
    .head = {.ob = {1, &type_type},
             .name = "types.GenericAlias",
             .basic_size = sizeof(GenericAlias),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_BASE,
             .traverse = alias_traverse,
             .dealloc = alias_dealloc,
             .weaklist_offset = offsetof(GenericAlias, weakrefs)},
    .doc = "A class with arguments, such as list[int].",
    .repr = alias_repr,
    .hash = alias_hash,
    .compare = alias_compare,
    .call = alias_call,
    .getattr = alias_getattr,
    .iter = alias_iter,
    .new = alias_new,
    .binary = {[OP_OR] = union_or},
    .subscript = alias_subscript,
    .methods = alias_methods,
    .getsets = alias_getsets,
    .members = alias_members,
};

static Type unpack_type = {
    .head = {.ob = {1, &type_type}, .name = "typing.Unpack", .basic_size = sizeof(Object), .flags = TYPE_IMMUTABLE | TYPE_NO_NEW},
};
