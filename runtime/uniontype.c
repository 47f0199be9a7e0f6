/* uniontype.c: int | None: an unordered set of classes, for annotations and isinstance. */
#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/set.h"

typedef struct Union {
    Object ob;
    Object *args, *parameters; /* owned tuples; parameters NULL until somebody asks */
} Union;

static inline Union *as_union(Ref o) { return (Union *)(uintptr_t)o; }

/* --- making --- */

static Own make(Ref args) {
    Union *u = (Union *)object_new_static(&union_type, sizeof(Union), true);
    if (!u) return raise_memory();
    u->args = own(args);
    u->parameters = NULL;
    gc_track(&u->ob);
    return &u->ob;
}

/* Whatever has this | can be a member: type parameters and aliases too. */
static bool may_be_member(Ref o) {
    return o == NONE || is_type(o) || o->type->binary[OP_OR] == union_or;
}

static int add_member(Ref list, Ref member) {
    if (member == NONE) member = (Ref)&none_type;
    for (ssize_t i = 0; i < list_size(list); i++) {
        int equal = object_compare_bool(list_item(list, i), member, CMP_EQ);
        if (equal) return equal < 0 ? -1 : 0;
    }
    return list_append(list, member);
}

static int add_members(Ref list, Ref o) {
    if (o->type != &union_type) return add_member(list, o);
    Ref args = as_union(o)->args;
    for (ssize_t i = 0; i < tuple_size(args); i++)
        if (add_member(list, tuple_item(args, i))) return -1;
    return 0;
}

/* A single member is itself. */
static Own union_of(Ref list) {
    if (list_size(list) == 1) return own(list_item(list, 0));
    Own args = list_as_tuple(list), result = args ? make(args) : NULL;
    drop_x(args);
    return result;
}

Own union_or(Ref a, Ref b) {
    if (!may_be_member(a) || !may_be_member(b)) return not_implemented();
    Own list = list_new(0), result = NULL;
    if (list && add_members(list, a) == 0 && add_members(list, b) == 0) result = union_of(list);
    drop_x(list);
    return result;
}

static Ref parameters_of(Ref self) {
    Union *u = as_union(self);
    if (!u->parameters) u->parameters = generic_parameters(u->args);
    return u->parameters;
}

static Own union_subscript(Ref self, Ref values) {
    Ref parameters = parameters_of(self);
    Own args = parameters ? generic_substitute(self, as_union(self)->args, parameters, values) : NULL;
    Own list = args ? list_new(0) : NULL, result = NULL;
    ssize_t i = 0;
    while (list && i < tuple_size(args) && add_members(list, tuple_item(args, i)) == 0) i++;
    if (list && i == tuple_size(args)) result = union_of(list);
    drop_x(args);
    drop_x(list);
    return result;
}

/* --- slots --- */

static Own union_repr(Ref self) {
    StrWriter w = {.overallocate = true};
    Ref args = as_union(self)->args;
    for (ssize_t i = 0; i < tuple_size(args); i++) {
        Ref arg = tuple_item(args, i);
        bool none_class = arg == (Ref)&none_type;
        if ((i && writer_ascii(&w, " | ", 3)) || (none_class ? writer_ascii(&w, "None", 4) : generic_write_argument(&w, arg))) {
            writer_drop(&w);
            return NULL;
        }
    }
    return writer_finish(&w);
}

static Own union_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || b->type != &union_type) return not_implemented();
    Own x = set_new(as_union(a)->args), y = x ? set_new(as_union(b)->args) : NULL, result = y ? object_compare(x, y, op) : NULL;
    drop_x(x);
    drop_x(y);
    return result;
}

static Hash union_hash(Ref self) {
    Own set = frozenset_new(as_union(self)->args);
    Hash hash = set ? object_hash(set) : -1;
    drop_x(set);
    return hash;
}

/* --- attributes --- */

Ref union_args(Ref u) { return as_union(u)->args; }

static Own get_parameters(Ref self) { return own_x(parameters_of(self)); }

/* The class's __module__ is not the instances', here it is. */
static Own union_getattr(Ref self, Ref name) {
    return is_str(name) && str_equal(name, NAME_OF(dunder_module)) ? str_interned("types") : attr_get_generic(self, name);
}

static const GetSet union_getsets[] = {{"__parameters__", get_parameters, NULL, "Type variables among the members."}, {0}};
static const Member union_members[] = {{"__args__", MEMBER_OBJECT, offsetof(Union, args), true, NULL}, {0}};

static int union_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_union(self)->args);
    VISIT(as_union(self)->parameters);
    return 0;
}

static void union_dealloc(Object *self) {
    gc_untrack(self);
    CLEAR(as_union(self)->args);
    CLEAR(as_union(self)->parameters);
    object_free_static(self, true);
}

Type union_type = {
    .head = {.ob = {1, &type_type},
             .name = "types.UnionType",
             .basic_size = sizeof(Union),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = union_traverse,
             .dealloc = union_dealloc},
    .doc = "A union of classes: int | None.",
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .getattr = union_getattr,
    .binary = {[OP_OR] = union_or},
    .subscript = union_subscript,
    .getsets = union_getsets,
    .members = union_members,
};
