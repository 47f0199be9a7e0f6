/* singletons.c: None, NotImplemented and Ellipsis: one static object each, counted like any other. */
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/number.h"

Object none_object = {1, &none_type};
Object not_implemented_object = {1, &not_implemented_type};
Object ellipsis_object = {1, &ellipsis_type};

/* NoneType(), type(...)() and type(NotImplemented)() give the object there is. */
static Own construct_nothing(const char *name, Ref only, size_t nargs, Ref kwnames) {
    if (nargs || (kwnames && tuple_size(kwnames))) return raise_error(TypeError, "%s takes no arguments", name);
    return own(only);
}

static Own none_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    return (void)cls, (void)args, construct_nothing("NoneType", NONE, nargs, kwnames);
}
static Own none_repr(Ref o) { return (void)o, own(NAME_OF(none_)); }
static int none_truth(Ref o) { return (void)o, 0; }
static Hash none_hash(Ref o) { return (void)o, 0xfca86420; }

static Own ellipsis_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    return (void)cls, (void)args, construct_nothing("EllipsisType", ELLIPSIS_OBJECT, nargs, kwnames);
}
static Own ellipsis_repr(Ref o) { return (void)o, own(NAME_OF(ellipsis)); }
static Own ellipsis_m_reduce(Ref self, Ref const *args) { return (void)args, ellipsis_repr(self); }

static Own not_implemented_construct(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    return (void)cls, (void)args, construct_nothing("NotImplementedType", NOT_IMPLEMENTED, nargs, kwnames);
}
static Own not_implemented_repr(Ref o) { return (void)o, own(NAME_OF(not_implemented)); }
static Own not_implemented_m_reduce(Ref self, Ref const *args) { return (void)args, not_implemented_repr(self); }

static int not_implemented_truth(Ref o) {
    (void)o;
    return number_deprecated("NotImplemented should not be used in a boolean context") ? -1 : 1;
}

static const Method ellipsis_methods[] = {{"__reduce__()", ellipsis_m_reduce, NULL, 0, NULL}, {0}};
static const Method not_implemented_methods[] = {{"__reduce__()", not_implemented_m_reduce, NULL, 0, NULL}, {0}};

Type none_type = {
    .head = {.ob = {1, &type_type}, .name = "NoneType", .basic_size = sizeof(Object), .flags = TYPE_IMMUTABLE},
    .doc = "The type of None.",
    .repr = none_repr,
    .hash = none_hash,
    .truth = none_truth,
    .new = none_construct,
};

Type ellipsis_type = {
    .head = {.ob = {1, &type_type}, .name = "ellipsis", .basic_size = sizeof(Object), .flags = TYPE_IMMUTABLE},
    .doc = "The type of Ellipsis, which is written '...'.",
    .repr = ellipsis_repr,
    .new = ellipsis_construct,
    .methods = ellipsis_methods,
};

Type not_implemented_type = {
    .head = {.ob = {1, &type_type}, .name = "NotImplementedType", .basic_size = sizeof(Object), .flags = TYPE_IMMUTABLE},
    .doc = "The type of NotImplemented, which a special method returns when it does not know the other operand.",
    .repr = not_implemented_repr,
    .truth = not_implemented_truth,
    .new = not_implemented_construct,
    .methods = not_implemented_methods,
};
