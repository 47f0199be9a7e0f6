/* typeparam.c: PEP 695: type parameters (TypeVar, ParamSpec, TypeVarTuple) and type aliases.
 *
 * Bounds, constraints, defaults and the values of aliases are functions of no arguments until somebody asks; the answer is kept. */
#include "vm/typeparam.h"

#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "vm/evalops.h"

enum { PART_BOUND = 1, PART_DEFAULT = 2, PART_CONSTRAINTS = 4 };

typedef struct TypeParam {
    Object ob;
    Object *name;
    Object *make_bound, *bound;       /* function; its value once asked: the bound, or the tuple of constraints */
    Object *make_default, *otherwise;
    Object *dict;
    bool constrained;
} TypeParam;
typedef struct TypeAlias {
    Object ob;
    Object *name, *params, *make, *value, *module;
} TypeAlias;
static Type *const kinds[3] = {&type_var_type, &param_spec_type, &type_var_tuple_type};

Own eval_make_type_param(int kind, int parts, Ref name, Ref bound_or_null, Ref default_or_null) {
    Own o = object_new_static(kinds[kind], sizeof(TypeParam), true);
    if (!o) return raise_memory();
    TypeParam *p = (TypeParam *)o;
    p->name = own(name);
    p->make_bound = own_x(bound_or_null);
    p->make_default = own_x(default_or_null);
    p->bound = p->otherwise = p->dict = NULL;
    p->constrained = (parts & PART_CONSTRAINTS) != 0;
    gc_track(o);
    return o;
}

Own eval_make_type_alias(Ref name, Ref params, Ref function) {
    Own o = object_new_static(&type_alias_type, sizeof(TypeAlias), true);
    if (!o) return raise_memory();
    TypeAlias *a = (TypeAlias *)o;
    a->name = own(name);
    a->params = params == NONE ? NULL : own(params);
    a->make = own(function);
    a->value = NULL;
    a->module = own_x(is_function(function) ? ((const Function *)function)->module : NULL);
    gc_track(o);
    return o;
}

/* The value of a field that is computed when first asked for. */
static Own evaluated(Object *make, Object **value) {
    if (*value) return own(*value);
    Own made = make ? object_call0(make) : NULL;
    if (!made) return NULL;
    if (!*value) *value = own(made);
    return made;
}

/* --- parameters --- */

static int param_traverse(Object *self, VisitFn visit, void *arg) {
    TypeParam *p = (TypeParam *)self;
    VISIT(p->name);
    VISIT(p->make_bound);
    VISIT(p->bound);
    VISIT(p->make_default);
    VISIT(p->otherwise);
    VISIT(p->dict);
    return 0;
}
static int param_clear(Object *self) {
    TypeParam *p = (TypeParam *)self;
    CLEAR(p->make_bound);
    CLEAR(p->bound);
    CLEAR(p->make_default);
    CLEAR(p->otherwise);
    CLEAR(p->dict);
    return 0;
}
static void param_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    param_clear(self);
    drop(((TypeParam *)self)->name);
    object_free_static(self, true);
    trash_end();
}
static TypeParam *param_of(Ref self) { return (TypeParam *)(uintptr_t)self; }
static Own param_repr(Ref self) { return own(param_of(self)->name); }
static Own get_bound(Ref self) {
    TypeParam *p = param_of(self);
    return p->constrained || !p->make_bound ? none() : evaluated(p->make_bound, &p->bound);
}
static Own get_constraints(Ref self) {
    TypeParam *p = param_of(self);
    return p->constrained && p->make_bound ? evaluated(p->make_bound, &p->bound) : tuple_new(0);
}
static Own get_default(Ref self) {
    TypeParam *p = param_of(self);
    return p->make_default ? evaluated(p->make_default, &p->otherwise) : none();
}
static Own param_m_has_default(Ref self, Ref const *args) {
    (void)args;
    return bool_new(param_of(self)->make_default != NULL);
}
static Own get_false(Ref self) {
    (void)self;
    return bool_new(false);
}
static Own get_true(Ref self) {
    (void)self;
    return bool_new(true);
}
static Own get_module(Ref self) {
    (void)self;
    return str_interned("typing");
}

/* What takes its place when the class that it parameterises is subscripted. */
static Own param_m_subst(Ref self, Ref const *args) { return (void)self, own(args[0]); }
static Own param_m_mro_entries(Ref self, Ref const *args) {
    (void)args;
    return raise_error(TypeError, "Cannot subclass an instance of %s", type_name(self));
}

static const Method param_methods[] = {
    {"has_default()", param_m_has_default, "Was a default given?", 0, NULL},
    {"__typing_subst__(arg, /)", param_m_subst, NULL, 0, NULL},
    {"__mro_entries__(bases, /)", param_m_mro_entries, NULL, 0, NULL},
    {0}};
static const Member param_members[] = {{"__name__", MEMBER_OBJECT, offsetof(TypeParam, name), true, NULL}, {0}};
#define PARAM_TYPE(c_name, text, ...)                                                                                             \
    Type c_name = {                                                                                                               \
        .head = {.ob = {1, &type_type}, .name = text, .basic_size = sizeof(TypeParam), .flags = TYPE_GC | TYPE_NO_NEW,            \
                 .traverse = param_traverse, .clear = param_clear, .dealloc = param_dealloc},                                     \
        .repr = param_repr, .methods = param_methods, .members = param_members, .binary = {[OP_OR] = union_or},                   \
        .dict_offset = offsetof(TypeParam, dict), __VA_ARGS__                                                                     \
    }

/* *Ts gives Unpack[Ts] once. */
static Own tuple_param_iter(Ref self) {
    Own one = generic_unpacked(self), all = one ? tuple_pack(1, (Ref)one) : NULL, it = all ? object_iter(all) : NULL;
    drop_x(one);
    drop_x(all);
    return it;
}

/* P.args and P.kwargs, for annotations. */
typedef struct SpecPart {
    Object ob;
    Object *spec; /* owned */
    bool keywords;
} SpecPart;
static Type spec_args_type, spec_kwargs_type;

static Own spec_part(Ref spec, bool keywords) {
    Own o = object_new_static(keywords ? &spec_kwargs_type : &spec_args_type, sizeof(SpecPart), true);
    if (!o) return raise_memory();
    ((SpecPart *)o)->spec = own(spec);
    ((SpecPart *)o)->keywords = keywords;
    gc_track(o);
    return o;
}
static Own get_args(Ref self) { return spec_part(self, false); }
static Own get_kwargs(Ref self) { return spec_part(self, true); }
static Own part_repr(Ref self) {
    const SpecPart *p = (const SpecPart *)self;
    return format_text("%S.%s", param_of(p->spec)->name, p->keywords ? "kwargs" : "args");
}
static Own part_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || a->type != b->type) return not_implemented();
    return bool_new((((const SpecPart *)a)->spec == ((const SpecPart *)b)->spec) == (op == CMP_EQ));
}
static int part_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((SpecPart *)self)->spec);
    return 0;
}
static void part_dealloc(Object *self) {
    gc_untrack(self);
    drop(((SpecPart *)self)->spec);
    object_free_static(self, true);
}
static const Member part_members[] = {{"__origin__", MEMBER_OBJECT, offsetof(SpecPart, spec), true, NULL}, {0}};
#define PART_TYPE(c_name, text)                                                                                                   \
    static Type c_name = {                                                                                                        \
        .head = {.ob = {1, &type_type}, .name = text, .basic_size = sizeof(SpecPart), .flags = TYPE_GC | TYPE_NO_NEW,             \
                 .traverse = part_traverse, .dealloc = part_dealloc},                                                             \
        .repr = part_repr, .compare = part_compare, .members = part_members,                                                      \
    }
PART_TYPE(spec_args_type, "typing.ParamSpecArgs");
PART_TYPE(spec_kwargs_type, "typing.ParamSpecKwargs");

#define VARIANCE \
    {"__covariant__", get_false, NULL, NULL}, {"__contravariant__", get_false, NULL, NULL}, {"__infer_variance__", get_true, NULL, NULL}
#define COMMON {"__default__", get_default, NULL, "The default."}, {"__module__", get_module, NULL, NULL}, {0}
static const GetSet type_var_getsets[] = {
    {"__bound__", get_bound, NULL, "The upper bound, or None."},
    {"__constraints__", get_constraints, NULL, "Tuple of the types that it may stand for."},
    VARIANCE, COMMON};
static const GetSet param_spec_getsets[] = {
    {"__bound__", get_bound, NULL, "The upper bound, or None."},
    {"args", get_args, NULL, "To annotate *args with."},
    {"kwargs", get_kwargs, NULL, "To annotate **kwargs with."},
    VARIANCE, COMMON};
static const GetSet tuple_param_getsets[] = {COMMON};

PARAM_TYPE(type_var_type, "typing.TypeVar", .getsets = type_var_getsets);
PARAM_TYPE(param_spec_type, "typing.ParamSpec", .getsets = param_spec_getsets);
PARAM_TYPE(type_var_tuple_type, "typing.TypeVarTuple", .getsets = tuple_param_getsets, .iter = tuple_param_iter);

/* --- aliases --- */

static int alias_traverse(Object *self, VisitFn visit, void *arg) {
    TypeAlias *a = (TypeAlias *)self;
    VISIT(a->name);
    VISIT(a->params);
    VISIT(a->make);
    VISIT(a->value);
    VISIT(a->module);
    return 0;
}
static int alias_clear(Object *self) {
    TypeAlias *a = (TypeAlias *)self;
    CLEAR(a->params);
    CLEAR(a->make);
    CLEAR(a->value);
    return 0;
}
static void alias_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    alias_clear(self);
    drop(((TypeAlias *)self)->name);
    drop_x(((TypeAlias *)self)->module);
    object_free_static(self, true);
    trash_end();
}
static TypeAlias *alias_of(Ref self) { return (TypeAlias *)(uintptr_t)self; }
static Own alias_repr(Ref self) { return own(alias_of(self)->name); }
static Own alias_value(Ref self) { return evaluated(alias_of(self)->make, &alias_of(self)->value); }
static Own alias_params(Ref self) { return alias_of(self)->params ? own(alias_of(self)->params) : tuple_new(0); }
static Own alias_subscript(Ref self, Ref args) {
    if (!alias_of(self)->params) return raise_error(TypeError, "Only generic type aliases are subscriptable");
    return generic_alias_new(self, args);
}
static const GetSet alias_getsets[] = {
    {"__value__", alias_value, NULL, "What the name stands for."},
    {"__type_params__", alias_params, NULL, "Tuple of its type parameters."},
    {"__parameters__", alias_params, NULL, "Tuple of its type parameters."},
    {0}};
static const Member alias_members[] = {
    {"__name__", MEMBER_OBJECT, offsetof(TypeAlias, name), true, NULL},
    {"__module__", MEMBER_OBJECT, offsetof(TypeAlias, module), true, NULL},
    {0}};
Type type_alias_type = {
    .head = {.ob = {1, &type_type}, .name = "typing.TypeAliasType", .basic_size = sizeof(TypeAlias), .flags = TYPE_GC | TYPE_NO_NEW,
             .traverse = alias_traverse, .clear = alias_clear, .dealloc = alias_dealloc},
    .repr = alias_repr,
    .binary = {[OP_OR] = union_or},
    .subscript = alias_subscript,
    .getsets = alias_getsets,
    .members = alias_members,
};
