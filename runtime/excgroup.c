/* excgroup.c: exception groups: making, and splitting by a condition.
 *
 * A split walks the tree of groups. A group all of whose leaves match (or none) is kept as it is; others are rebuilt by their derive(), with the
 * traceback, cause, context and notes of the original. */
#include "runtime/dict.h"
#include "runtime/exckinds.h"
#include "runtime/generic.h"
#include "runtime/intern.h"

static inline GroupExc *as_group(Ref o) { return (GroupExc *)(uintptr_t)o; }
static inline bool is_group(Ref o) { return object_is_a(o, BaseExceptionGroup); }

/* --- making --- */

/* Only exceptions; *plain: all are Exceptions. */
static int check_members(Ref excs, bool *plain) {
    *plain = true;
    for (ssize_t i = 0; i < tuple_size(excs); i++) {
        if (!is_exception(tuple_item(excs, i)))
            return raise_error(ValueError, "Item %zd of second argument (exceptions) is not an exception", i), -1;
        *plain &= object_is_a(tuple_item(excs, i), Exception);
    }
    return 0;
}

static Type *class_for(Type *cls, bool plain) {
    if (cls == BaseExceptionGroup) return plain ? ExceptionGroup : cls;
    if (plain || !type_is_subtype(cls, Exception)) return cls;
    if (cls == ExceptionGroup) raise_error(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    else raise_error(TypeError, "Cannot nest BaseExceptions in '%s'", cls->head.name);
    return NULL;
}

Own group_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    bool plain;
    if (nargs != 2) return raise_error(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)", nargs);
    if (!is_str(args[0])) return raise_error(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %T", args[0]);
    if (!args[1]->type->item || is_dict(args[1])) return raise_error(TypeError, "second argument (exceptions) must be a sequence");
    Own excs = tuple_from_iterable(args[1]), self = NULL;
    if (!excs) return NULL;
    if (tuple_size(excs) == 0) raise_error(ValueError, "second argument (exceptions) must be a non-empty sequence");
    else if (check_members(excs, &plain) == 0 && (cls = class_for(cls, plain))) self = base_exc_new(cls, args, nargs, kwnames);
    if (!self) {
        drop(excs);
        return NULL;
    }
    as_group(self)->msg = own(args[0]);
    as_group(self)->excs = excs;
    return self;
}

int group_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) { return base_exc_init(self, args, nargs, kwnames); }

Own group_str(Ref self) {
    ssize_t n = tuple_size(as_group(self)->excs);
    return format_text("%S (%zd sub-exception%s)", (Ref)as_group(self)->msg, n, n == 1 ? "" : "s");
}

/* --- splitting --- */

typedef struct Condition {
    Ref value;
    bool callable; /* a function to ask, not types */
} Condition;

static int condition_of(Ref value, Condition *c) {
    *c = (Condition){value, false};
    if (is_exception_class(value)) return 0;
    if (is_tuple(value)) {
        bool types = true;
        for (ssize_t i = 0; i < tuple_size(value); i++) types &= is_exception_class(tuple_item(value, i));
        if (types) return 0;
    } else if (object_is_callable(value) && !is_type(value)) {
        c->callable = true;
        return 0;
    }
    return raise_error(TypeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)"), -1;
}

static int matches(const Condition *c, Ref exc) {
    if (!c->callable) return exc_matches(exc, c->value);
    Own answer = object_call1(c->value, exc);
    int truth = answer ? object_truth(answer) : -1;
    drop_x(answer);
    return truth;
}

static int copy_notes(Ref from, Ref to) {
    Own notes = NULL, copy = NULL;
    int found = attr_find(from, NAME_OF(dunder_notes), &notes), result = found < 0 ? -1 : 0;
    if (found > 0 && is_list(notes)) {
        copy = list_from_iterable(notes);
        result = copy ? attr_set(to, NAME_OF(dunder_notes), copy) : -1;
    }
    drop_x(notes);
    drop_x(copy);
    return result;
}

/* A group like `original` with these members; NULL and no exception if there are none. */
static int derive(Ref original, Ref members, Own *out) {
    *out = NULL;
    if (list_size(members) == 0) return 0;
    Own group = object_call_method(original, NAME_OF(derive), 1, &members);
    if (!group) return -1;
    if (!is_group(group)) {
        drop(group);
        return raise_error(TypeError, "derive must return an instance of BaseExceptionGroup"), -1;
    }
    const BaseExc *from = (const BaseExc *)original;
    exc_set_traceback(group, from->traceback);
    exc_set_context_take(group, own_x(from->context));
    exc_set_cause_take(group, own_x(from->cause));
    ((BaseExc *)group)->suppress_context = from->suppress_context;
    if (copy_notes(original, group)) {
        drop(group);
        return -1;
    }
    *out = group;
    return 0;
}

static int split(const Condition *c, Ref exc, Own *match, Own *rest);

static int split_members(const Condition *c, Ref excs, Ref matching, Ref others) {
    for (ssize_t i = 0; i < tuple_size(excs); i++) {
        Own match, rest;
        if (split(c, tuple_item(excs, i), &match, &rest)) return -1;
        int bad = match && list_append(matching, match) ? -1 : 0;
        if (!bad && rest && list_append(others, rest)) bad = -1;
        drop_x(match);
        drop_x(rest);
        if (bad) return -1;
    }
    return 0;
}

static int split(const Condition *c, Ref exc, Own *match, Own *rest) {
    *match = *rest = NULL;
    int whole = matches(c, exc);
    if (whole < 0 || !enter_c(" in exceptiongroup_split_recursive")) return -1;
    if (whole || !is_group(exc)) {
        *(whole ? match : rest) = own(exc);
        return 0;
    }
    Own matching = list_new(0), others = list_new(0);
    int result = matching && others ? split_members(c, as_group(exc)->excs, matching, others) : -1;
    if (result == 0 && list_size(matching) == 0) *rest = own(exc);
    else if (result == 0 && (derive(exc, matching, match) || derive(exc, others, rest))) result = -1;
    drop_x(matching);
    drop_x(others);
    if (result == 0) return 0;
    CLEAR(*match);
    CLEAR(*rest);
    return -1;
}

int exc_split(Ref exc, Ref types, Own *match, Own *rest) {
    Condition c = {types, false};
    return split(&c, exc, match, rest);
}

/* --- methods --- */

static Own group_m_split(Ref self, Ref const *args) {
    Condition c;
    Own match, rest, result;
    if (condition_of(args[0], &c) || split(&c, self, &match, &rest)) return NULL;
    result = tuple_pack(2, match ? (Ref)match : NONE, rest ? (Ref)rest : NONE);
    drop_x(match);
    drop_x(rest);
    return result;
}

static Own group_m_subgroup(Ref self, Ref const *args) {
    Condition c;
    Own match, rest;
    if (condition_of(args[0], &c) || split(&c, self, &match, &rest)) return NULL;
    drop_x(rest);
    return match ? match : none();
}

static Own group_m_derive(Ref self, Ref const *args) {
    Ref both[] = {as_group(self)->msg, args[0]};
    return object_call((Ref)BaseExceptionGroup, both, 2, NULL);
}

const Method group_methods[] = {
    {"derive(excs, /)", group_m_derive, "A group of the same message with other exceptions; to be overridden by subclasses."},
    {"split(condition, /)", group_m_split, "Two groups: what matches the condition and the rest; None for an empty one."},
    {"subgroup(condition, /)", group_m_subgroup, "The group of what matches the condition, or None."},
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS},
    {0}};
const Member group_members[] = {
    {"message", MEMBER_OBJECT, offsetof(GroupExc, msg), true, "The message."},
    {"exceptions", MEMBER_OBJECT, offsetof(GroupExc, excs), true, "The exceptions, a tuple."},
    {0}};
