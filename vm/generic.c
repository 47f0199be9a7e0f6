/* generic.c: Generic, a base of classes with type parameters: class C[T] has the base Generic[T], whose __mro_entries__ is Generic itself. Each
 * class finds the parameters in its bases' brackets when it is made (__parameters__); C[int] is an alias that knows its arguments. */
#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/super.h"
#include "runtime/typebuild.h"
#include "vm/evalops.h"
#include "vm/typeparam.h"

/* The base of a class with these type parameters. */
Own eval_generic_subscript(Ref params) {
    Own args = tuple_new(tuple_size(params)), base = NULL;
    for (ssize_t i = 0; args && i < tuple_size(params); i++) {
        Ref param = tuple_item(params, i);
        Own arg = param->type == &type_var_tuple_type ? generic_unpacked(param) : own(param);
        if (arg) tuple_put_take(args, i, arg);
        else CLEAR(args);
    }
    if (args && type_ready(&generic_type) == 0) base = generic_alias_new((Ref)&generic_type, args);
    drop_x(args);
    return base;
}

/* What stands for a single ParamSpec: a list, whose brackets may be left out. */
static Own as_parameter_list(Ref given) {
    if (is_list(given) || given == ELLIPSIS_OBJECT || (is_tuple(given) && tuple_size(given) == 1 && is_list(tuple_item(given, 0)))) return own(given);
    Own list = is_tuple(given) ? list_from_iterable(given) : list_new(0);
    if (list && !is_tuple(given) && list_append(list, given) < 0) CLEAR(list);
    return list;
}

static Own class_getitem(Ref cls, Ref given) {
    Own parameters = NULL, values = NULL, args = NULL, result = NULL;
    if (cls == (Ref)&generic_type) return generic_alias_new(cls, given);
    if (attr_find(cls, NAME_OF(dunder_parameters), &parameters) < 0) return NULL;
    if (!parameters || !is_tuple(parameters)) {
        drop_x(parameters);
        return raise_error(TypeError, "%R is not a generic class", cls);
    }
    bool one_spec = tuple_size(parameters) == 1 && tuple_item(parameters, 0)->type == &param_spec_type;
    args = one_spec ? as_parameter_list(given) : own(given);
    values = args ? generic_values(cls, parameters, args) : NULL;
    if (values) {
        bool in_a_row = false; /* one parameter stands for many: not a tuple in the tuple */
        for (ssize_t i = 0; i < tuple_size(parameters); i++) in_a_row |= tuple_item(parameters, i)->type == &type_var_tuple_type;
        result = generic_alias_new(cls, in_a_row ? (Ref)args : (Ref)values);
    }
    drop(parameters);
    drop_x(args);
    drop_x(values);
    return result;
}
static Own generic_m_class_getitem(Ref self, Ref const *args) { return class_getitem(self, args[0]); }

/* __parameters__ of a new class. */
static int find_parameters(Ref cls) {
    Own bases = NULL, parameters;
    if (dict_get((Ref)as_type(cls)->dict, NAME_OF(dunder_orig_bases), &bases) < 0) return -1;
    parameters = bases && is_tuple(bases) ? generic_parameters(bases) : tuple_new(0);
    int failed = parameters ? attr_set(cls, NAME_OF(dunder_parameters), parameters) : -1;
    drop_x(bases);
    drop_x(parameters);
    return failed;
}

static Own generic_m_init_subclass(Ref self, Ref const *args) {
    Own next = NULL, none_args = NULL, result = NULL;
    bool unbound = false;
    int found = super_find(&generic_type, self, NAME_OF(dunder_init_subclass), &next, &unbound);
    if (found > 0 && !unbound && (none_args = tuple_new(0))) result = object_call_tuple(next, none_args, args[0]);
    else if (found == 0 || unbound) result = none();
    drop_x(next);
    drop_x(none_args);
    if (result && find_parameters(self) < 0) CLEAR(result);
    return result;
}

static const Method generic_methods[] = {
    {"__class_getitem__(params, /)", generic_m_class_getitem, "The class with arguments for its type parameters.", METHOD_CLASS, NULL},
    {"__init_subclass__(**kwargs)", generic_m_init_subclass, "Finds the type parameters of a new class.", METHOD_CLASS, NULL},
    {0}};

Type generic_type = {
    .head = {.ob = {1, &type_type}, .name = "typing.Generic", .basic_size = sizeof(Object), .flags = TYPE_BASE},
    .doc = "Base of the classes with type parameters.",
    .new = object_plain_new,
    .methods = generic_methods,
};
