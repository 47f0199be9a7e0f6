/* typeparam.c: PEP 695: type parameters (TypeVar, ParamSpec, TypeVarTuple), type aliases, and Generic as the base of generic classes.
 *
 * Bounds, constraints, defaults and the values of aliases are functions of no arguments until somebody asks; the answer is kept. */
#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/err.h"
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
static Type type_var_type, param_spec_type, type_var_tuple_type, type_alias_type, generic_type;
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
    param_clear(self);
    drop(((TypeParam *)self)->name);
    object_free_static(self, true);
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

static const Method param_methods[] = {{"has_default()", param_m_has_default, "Was a default given?", 0, NULL}, {0}};
static const GetSet param_getsets[] = {
    {"__bound__", get_bound, NULL, "The upper bound, or None."},
    {"__constraints__", get_constraints, NULL, "Tuple of the types that it may stand for."},
    {"__default__", get_default, NULL, "The default."},
    {"__covariant__", get_false, NULL, NULL},
    {"__contravariant__", get_false, NULL, NULL},
    {"__infer_variance__", get_true, NULL, NULL},
    {"__module__", get_module, NULL, NULL},
    {0}};
static const Member param_members[] = {{"__name__", MEMBER_OBJECT, offsetof(TypeParam, name), true, NULL}, {0}};
#define PARAM_TYPE(c_name, text)                                                                                                  \
    static Type c_name = {                                                                                                        \
        .head = {.ob = {1, &type_type}, .name = text, .basic_size = sizeof(TypeParam), .flags = TYPE_GC | TYPE_NO_NEW,            \
                 .traverse = param_traverse, .clear = param_clear, .dealloc = param_dealloc},                                     \
        .repr = param_repr, .methods = param_methods, .getsets = param_getsets, .members = param_members,                         \
        .dict_offset = offsetof(TypeParam, dict),                                                                                 \
    }
PARAM_TYPE(type_var_type, "typing.TypeVar");
PARAM_TYPE(param_spec_type, "typing.ParamSpec");
PARAM_TYPE(type_var_tuple_type, "typing.TypeVarTuple");

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
    alias_clear(self);
    drop(((TypeAlias *)self)->name);
    drop_x(((TypeAlias *)self)->module);
    object_free_static(self, true);
}
static TypeAlias *alias_of(Ref self) { return (TypeAlias *)(uintptr_t)self; }
static Own alias_repr(Ref self) { return own(alias_of(self)->name); }
static Own alias_value(Ref self) { return evaluated(alias_of(self)->make, &alias_of(self)->value); }
static Own alias_params(Ref self) { return alias_of(self)->params ? own(alias_of(self)->params) : tuple_new(0); }
static const GetSet alias_getsets[] = {
    {"__value__", alias_value, NULL, "What the name stands for."},
    {"__type_params__", alias_params, NULL, "Tuple of its type parameters."},
    {"__parameters__", alias_params, NULL, "Tuple of its type parameters."},
    {0}};
static const Member alias_members[] = {
    {"__name__", MEMBER_OBJECT, offsetof(TypeAlias, name), true, NULL},
    {"__module__", MEMBER_OBJECT, offsetof(TypeAlias, module), true, NULL},
    {0}};
static Type type_alias_type = {
    .head = {.ob = {1, &type_type}, .name = "typing.TypeAliasType", .basic_size = sizeof(TypeAlias), .flags = TYPE_GC | TYPE_NO_NEW,
             .traverse = alias_traverse, .clear = alias_clear, .dealloc = alias_dealloc},
    .repr = alias_repr,
    .getsets = alias_getsets,
    .members = alias_members,
};

/* --- Generic --- */

/* The base of a class with type parameters. */
Own eval_generic_subscript(Ref params) {
    (void)params;
    return own((Ref)&generic_type);
}
static Own generic_m_class_getitem(Ref self, Ref const *args) {
    (void)args;
    return own(self);
}
static const Method generic_methods[] = {
    {"__class_getitem__(params, /)", generic_m_class_getitem, "C[int]: the class itself; parameters mean nothing when it runs.", METHOD_CLASS, NULL},
    {0}};
static Type generic_type = {
    .head = {.ob = {1, &type_type}, .name = "typing.Generic", .basic_size = sizeof(Object), .flags = TYPE_BASE},
    .methods = generic_methods,
};
