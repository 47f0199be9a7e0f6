/* classbuild.c: type.__new__: from name, bases and namespace to a class.
 *
 *   1  metaclass: the most derived of the given one and those of the bases
 *   2  best base: the base whose C layout the instances get; layouts of the others must be contained in it
 *   3  __slots__: checked, mangled, sorted; each is a pointer behind the fields of the best base, shown by a member descriptor
 *   4  the type object, its dict completed (__module__, __doc__, __new__ a staticmethod ...), MRO, slots, shared keys of the instances
 *   5  __set_name__ of the attributes, then __init_subclass__ of the parent
 *
 * Up to the end of 4 no other code can see the class. */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/slots.h"
#include "runtime/strmethods.h"
#include "runtime/typebuild.h"
#include "runtime/typeattr.h"
#include "runtime/weakref.h"

/* --- metaclass and best base --- */

Type *type_calculate_meta(Type *start, Ref bases) {
    Type *winner = start;
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Type *meta = tuple_item(bases, i)->type;
        if (type_is_subtype(winner, meta)) continue;
        if (!type_is_subtype(meta, winner)) {
            raise_error(TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
            return NULL;
        }
        winner = meta;
    }
    return winner;
}

/* The nearest type up the chain that adds C fields or __slots__. */
const Type *type_solid_base(const Type *t) {
    while (t->base && t->head.basic_size == t->base->head.basic_size && t->head.item_size == t->base->head.item_size) t = t->base;
    return t;
}

Type *type_best_base(Ref bases) {
    Type *best = NULL;
    const Type *winner = NULL;
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Ref item = tuple_item(bases, i);
        if (!is_type(item)) return (Type *)raise_error(TypeError, "bases must be types");
        Type *base = as_type(item);
        if (type_ready(base)) return NULL;
        if (!type_has(base, TYPE_BASE)) return (Type *)raise_error(TypeError, "type '%s' is not an acceptable base type", base->head.name);
        const Type *solid = type_solid_base(base);
        if (winner && type_is_subtype(winner, solid)) continue;
        if (winner && !type_is_subtype(solid, winner)) return (Type *)raise_error(TypeError, "multiple bases have instance lay-out conflict");
        winner = solid;
        best = base;
    }
    return best;
}

/* --- the parts of a class under construction --- */

typedef struct ClassBuild {
    Type *meta, *base;         /* borrowed */
    Ref name, bases;
    Own dict;                  /* a copy of the namespace */
    Own slots;                 /* names for member descriptors, mangled and sorted; NULL: no __slots__ */
    bool has_slots, add_dict, add_weakrefs;
    Type *t;
} ClassBuild;

/* --- __slots__ --- */

static bool may_add_dict(const ClassBuild *b) { return b->base->dict_offset == 0; }
static bool may_add_weakrefs(const ClassBuild *b) { return b->base->head.weaklist_offset == 0 && b->base->head.item_size == 0; }

/* __x in class C is stored as _C__x. */
static Own mangle(Ref class_name, Ref name) {
    ssize_t n = str_len(name), start = 0;
    bool private = n > 2 && str_char(name, 0) == '_' && str_char(name, 1) == '_' && !(str_char(name, n - 1) == '_' && str_char(name, n - 2) == '_');
    while (start < str_len(class_name) && str_char(class_name, start) == '_') start++;
    if (!private || start == str_len(class_name) || str_find_char(name, '.', 0, n) >= 0) return own(name);
    Own tail = str_slice(class_name, start, str_len(class_name));
    Own mangled = tail ? format_text("_%U%U", (Ref)tail, name) : NULL;
    drop_x(tail);
    return mangled;
}

static int refuse_slot(const char *which) { return raise_error(TypeError, "%s slot disallowed: we already got one", which), -1; }

/* One entry of __slots__: a request for dict or weak references, or the name of a member, which goes to `members`. */
static int read_slot(ClassBuild *b, Ref slot, Ref members) {
    if (!is_str(slot)) return raise_error(TypeError, "__slots__ items must be strings, not '%T'", slot), -1;
    if (!str_is_identifier(slot)) return raise_error(TypeError, "__slots__ must be identifiers"), -1;
    if (str_equals(slot, "__dict__")) {
        if (!may_add_dict(b) || b->add_dict) return refuse_slot("__dict__");
        b->add_dict = true;
        return 0;
    }
    if (str_equals(slot, "__weakref__")) {
        if (!may_add_weakrefs(b) || b->add_weakrefs) return refuse_slot("__weakref__");
        b->add_weakrefs = true;
        return 0;
    }
    Own name = mangle(b->name, slot);
    if (!name) return -1;
    str_intern(&name);
    bool special = str_equals(name, "__qualname__") || str_equals(name, "__classcell__") || str_equals(name, "__classdictcell__");
    int result = special ? 0 : dict_contains(b->dict, name);
    if (result > 0) {
        raise_error(ValueError, "%R in __slots__ conflicts with class variable", (Ref)name);
        result = -1;
    }
    if (result == 0) result = list_append(members, name);
    drop(name);
    return result;
}

/* A second base may have a dict or weak references that the best base lacks. */
static void take_from_other_bases(ClassBuild *b) {
    for (ssize_t i = 0; i < tuple_size(b->bases); i++) {
        const Type *other = as_type(tuple_item(b->bases, i));
        if (other == b->base) continue;
        b->add_dict |= may_add_dict(b) && other->dict_offset != 0;
        b->add_weakrefs |= may_add_weakrefs(b) && other->head.weaklist_offset != 0;
    }
}

static int read_slots_of(ClassBuild *b, Ref given) {
    Own members = NULL, all = is_str(given) ? tuple_pack(1, given) : tuple_from_iterable(given);
    if (!all) return -1;
    if (tuple_size(all) && b->base->head.item_size) {
        raise_error(TypeError, "nonempty __slots__ not supported for subtype of '%s'", b->base->head.name);
        goto fail;
    }
    if (!(members = list_new(0))) goto fail;
    for (ssize_t i = 0; i < tuple_size(all); i++)
        if (read_slot(b, tuple_item(all, i), members)) goto fail;
    if (list_sort(members, NULL, false) || !(b->slots = list_as_tuple(members))) goto fail;
    take_from_other_bases(b);
    drop(all);
    drop(members);
    return 0;
fail:
    drop(all);
    drop_x(members);
    return -1;
}

static int read_slots(ClassBuild *b) {
    Own given;
    int found = dict_get(b->dict, NAME_OF(dunder_slots), &given);
    if (found < 0) return -1;
    if (found == 0) {
        b->add_dict = may_add_dict(b);
        b->add_weakrefs = may_add_weakrefs(b);
        return 0;
    }
    int result = read_slots_of(b, given);
    drop(given);
    return result;
}

/* --- getsets of instances --- */

static Own get_dict(Ref o) { return own_x(object_get_dict(o)); }
static int set_dict(Ref o, Ref value) {
    if (!instance_dict_slot(o)) return raise_error(AttributeError, "This object has no __dict__"), -1;
    if (value && !is_dict(value)) return raise_error(TypeError, "__dict__ must be set to a dictionary, not a '%T'", value), -1;
    return instance_set_dict(o, value);
}
static Own get_weakrefs(Ref o) {
    WeakRef **list = weakref_slot(o);
    if (!list) return raise_error(AttributeError, "This object has no __weakref__");
    return own(*list ? &(*list)->ob : NONE);
}
static const GetSet dict_getset = {"__dict__", get_dict, set_dict, "The attributes of the instance."};
static const GetSet weakref_getset = {"__weakref__", get_weakrefs, NULL, "The first weak reference to the instance."};

/* --- the type object --- */

static uint32_t flags_of(const ClassBuild *b) {
    const uint32_t inherited = TYPE_MANAGED_DICT | TYPE_MANAGED_WEAKREF | TYPE_SEQUENCE | TYPE_MAPPING | TYPE_IS_INT | TYPE_IS_LIST | TYPE_IS_TUPLE |
                               TYPE_IS_BYTES | TYPE_IS_STR | TYPE_IS_DICT | TYPE_IS_EXCEPTION | TYPE_IS_TYPE;
    uint32_t flags = TYPE_HEAP | TYPE_BASE | TYPE_GC | TYPE_READY | (b->base->head.flags & inherited);
    if (b->add_dict) flags |= TYPE_MANAGED_DICT;
    if (b->add_weakrefs) flags |= TYPE_MANAGED_WEAKREF;
    if ((flags & TYPE_MANAGED_DICT) && b->base->head.item_size == 0) flags |= TYPE_INLINE_VALUES;
    for (ssize_t i = 0; i < tuple_size(b->bases); i++)
        if (!(flags & (TYPE_SEQUENCE | TYPE_MAPPING))) flags |= as_type(tuple_item(b->bases, i))->head.flags & (TYPE_SEQUENCE | TYPE_MAPPING);
    return flags;
}

static int make_members(Type *t, Ref slots) {
    ssize_t n = slots ? tuple_size(slots) : 0;
    t->head.basic_size = t->base->head.basic_size + n * (ssize_t)sizeof(Object *);
    if (n == 0) return 0;
    Member *members = mem_calloc((size_t)n * sizeof *members);
    if (!members) return raise_memory(), -1;
    t->slot_members = members;
    for (ssize_t i = 0; i < n; i++) {
        const char *name = str_utf8(tuple_item(slots, i), NULL);
        if (!name) return -1;
        members[i] = (Member){name, MEMBER_SLOT, t->base->head.basic_size + i * (ssize_t)sizeof(Object *), false, NULL};
        t->n_slots++;
    }
    return 0;
}

int type_set_name(Type *t, Ref name) {
    ssize_t n;
    const char *text = str_utf8(name, &n);
    if (!text) return -1;
    if (strlen(text) != (size_t)n) return raise_error(ValueError, "type name must not contain null characters"), -1;
    Object *old = (Object *)t->name;
    t->name = (Str *)own(name);
    t->head.name = text;
    drop_x(old);
    return 0;
}

static int make_type(ClassBuild *b) {
    Type *t = (Type *)instance_new(b->meta);
    if (!t) return -1;
    b->t = t;
    t->head.name = "";
    t->head.flags = flags_of(b);
    t->head.item_size = b->base->head.item_size;
    t->head.basic_size = b->base->head.basic_size;
    t->head.traverse = instance_traverse;
    t->head.clear = instance_clear;
    t->head.dealloc = instance_dealloc;
    t->head.weaklist_offset = b->add_weakrefs ? -2 * (ssize_t)sizeof(void *) - GC_HEAD_SIZE : b->base->head.weaklist_offset;
    t->dict_offset = b->add_dict ? -1 : b->base->dict_offset;
    t->base = as_type(own((Ref)b->base));
    t->bases = (Tuple *)own(b->bases);
    t->dict = (Dict *)own(b->dict);
    t->slots = own_x(b->slots);
    return type_set_name(t, b->name) || make_members(t, b->slots) ? -1 : 0;
}

/* --- the namespace --- */

static int set_module(Ref dict) {
    Own name = NULL;
    Ref globals = rt.current_globals ? rt.current_globals() : NULL;
    int found = dict_contains(dict, NAME_OF(dunder_module));
    if (found || !globals) return found < 0 ? -1 : 0;
    found = dict_get(globals, NAME_OF(dunder_name), &name);
    if (found > 0) found = dict_set(dict, NAME_OF(dunder_module), name);
    drop_x(name);
    return found < 0 ? -1 : 0;
}

static int set_qualname(Type *t, Ref dict) {
    Own name = NULL;
    int found = dict_pop(dict, NAME_OF(dunder_qualname), &name);
    if (found < 0) return -1;
    if (found == 0) name = own((Ref)t->name);
    t->qualname = (Str *)name;
    if (is_str(name)) return 0;
    return raise_error(TypeError, "type __qualname__ must be a str, not %T", (Ref)name), -1;
}

/* A plain function of that name becomes a static or class method. */
static int wrap_function(Ref dict, Ref name, Own (*wrap)(Ref)) {
    Own function = NULL, wrapped = NULL;
    int found = dict_get(dict, name, &function);
    if (found > 0 && type_has(function->type, TYPE_METHOD_DESCR) && function->type->descr_get && !function->type->descr_set &&
        function->type != &method_descr_type && function->type != &wrapper_descr_type) {
        wrapped = wrap(function);
        found = wrapped ? dict_set(dict, name, wrapped) : -1;
    }
    drop_x(function);
    drop_x(wrapped);
    return found < 0 ? -1 : 0;
}

static int fill_cell(Type *t, Ref dict, Ref name, const char *text, Ref value) {
    Own cell = NULL;
    int found = dict_pop(dict, name, &cell);
    (void)t;
    if (found <= 0) return found;
    if (cell->type == &cell_type) {
        obj_set(&((Cell *)cell)->value, own(value));
    } else {
        raise_error(TypeError, "%s must be a nonlocal cell, not %R", text, (Ref)cell->type);
        found = -1;
    }
    drop(cell);
    return found < 0 ? -1 : 0;
}

static int add_take(Ref dict, Ref name, Own value) {
    Own present = NULL;
    int result = value ? dict_setdefault(dict, name, value, &present) : -1;
    drop_x(value);
    drop_x(present);
    return result < 0 ? -1 : 0;
}

static int add_descriptors(ClassBuild *b) {
    Type *t = b->t;
    for (ssize_t i = 0; i < t->n_slots; i++)
        if (add_take(b->dict, tuple_item(b->slots, i), member_descr_new(t, &t->slot_members[i]))) return -1;
    if (b->add_dict && add_take(b->dict, NAME_OF(dunder_dict), getset_descr_new(t, &dict_getset))) return -1;
    if (b->add_weakrefs && add_take(b->dict, NAME_OF(dunder_weakref), getset_descr_new(t, &weakref_getset))) return -1;
    return 0;
}

/* What can be compared by value and says nothing about its hash has none. */
static int settle_hash(Ref dict) {
    int compares = dict_contains(dict, NAME_OF(dunder_eq)), hashes = dict_contains(dict, NAME_OF(dunder_hash));
    if (compares < 0 || hashes < 0) return -1;
    return compares && !hashes ? dict_set(dict, NAME_OF(dunder_hash), NONE) : 0;
}

static int complete_dict(ClassBuild *b) {
    Ref dict = b->dict;
    Type *t = b->t;
    if (set_module(dict) || set_qualname(t, dict) || wrap_function(dict, NAME_OF(dunder_new), staticmethod_new) ||
        wrap_function(dict, NAME_OF(dunder_init_subclass), classmethod_new) || wrap_function(dict, NAME_OF(dunder_class_getitem), classmethod_new) ||
        add_descriptors(b) || fill_cell(t, dict, NAME_OF(dunder_classcell), "__classcell__", (Ref)t) ||
        fill_cell(t, dict, NAME_OF(dunder_classdictcell), "__classdictcell__", dict) || add_take(dict, NAME_OF(dunder_doc), none()))
        return -1;
    return settle_hash(dict);
}

static int make_shared_keys(Type *t) {
    Own attributes = NULL;
    if (!type_has(t, TYPE_MANAGED_DICT)) return 0;
    if (dict_get((Ref)t->dict, NAME_OF(dunder_static_attributes), &attributes) < 0) return -1;
    t->cached_keys = dict_keys_shared_new(attributes && is_tuple(attributes) ? attributes : NULL);
    drop_x(attributes);
    return t->cached_keys ? 0 : -1;
}

static int make_ready(ClassBuild *b) {
    Type *t = b->t;
    if (complete_dict(b) || mro_set(t) || make_shared_keys(t)) return -1;
    slot_fill(t);
    for (ssize_t i = 0; i < tuple_size(b->bases); i++)
        if (subclass_add(as_type(tuple_item(b->bases, i)), t)) return -1;
    return 0;
}

/* --- hooks that see the class --- */

static void note_set_name(Type *t, Ref name, Ref value) {
    Own exc = err_take(), note = format_text("Error calling __set_name__ on '%T' instance %R in '%s'", value, name, t->head.name);
    Own result = note ? object_call_method(exc, NAME_OF(add_note), 1, refs(&note)) : NULL;
    drop_x(note);
    drop_x(result);
    err_restore_take(exc);
}

static int tell_names(Type *t) {
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    Own items = dict_copy((Ref)t->dict); /* the hooks may change the class */
    if (!items) return -1;
    while (dict_next(items, &pos, &key, &value, &hash)) {
        Ref args[] = {(Ref)t, key};
        Own result = NULL;
        if (!type_lookup(value->type, NAME_OF(dunder_set_name))) continue;
        if (object_call_special(value, NAME_OF(dunder_set_name), 2, args, &result) < 0) {
            note_set_name(t, key, value);
            drop(items);
            return -1;
        }
        drop_x(result);
    }
    drop(items);
    return 0;
}

/* super(t, t).__init_subclass__(**keywords) */
static int tell_parent(Type *t, Ref const *kwvalues, Ref kwnames) {
    Ref found = NULL;
    for (ssize_t i = 1; !found && i < tuple_size((Ref)t->mro); i++) {
        Type *above = as_type(tuple_item((Ref)t->mro, i));
        found = dict_get_str((Ref)above->dict, NAME_OF(dunder_init_subclass));
        if (found && above == &object_type && !(kwnames && tuple_size(kwnames))) return 0;
    }
    if (!found) return 0;
    Own hook = own(found);
    DescrGetFn get = hook->type->descr_get;
    if (get) obj_set(&hook, get(hook, NULL, (Ref)t));
    Own result = hook ? object_call(hook, kwvalues, 0, kwnames) : NULL;
    drop_x(hook);
    drop_x(result);
    return result ? 0 : -1;
}

/* --- all of it --- */

static Own build(ClassBuild *b, Ref namespace, Ref const *kwvalues, Ref kwnames) {
    if (!(b->base = type_best_base(b->bases)) || !(b->dict = dict_copy(namespace)) || read_slots(b)) goto fail;
    if (make_type(b) || make_ready(b) || tell_names(b->t) || tell_parent(b->t, kwvalues, kwnames)) goto fail;
    drop(b->dict);
    drop_x(b->slots);
    return (Own)b->t;
fail:
    drop_x(b->dict);
    drop_x(b->slots);
    drop_x((Own)b->t);
    return NULL;
}

Own type_new_class(Type *meta, Ref name, Ref bases, Ref dict, Ref const *kwvalues, Ref kwnames) {
    ClassBuild b = {.meta = meta, .name = name};
    Own mine = tuple_size(bases) ? own(bases) : tuple_pack(1, (Ref)&object_type);
    if (!mine) return NULL;
    b.bases = mine;
    Own t = build(&b, dict, kwvalues, kwnames);
    drop(mine);
    return t;
}

static int check_bases(Ref bases) {
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Own hook;
        if (is_type(tuple_item(bases, i))) continue;
        int found = attr_find(tuple_item(bases, i), NAME_OF(dunder_mro_entries), &hook);
        if (found < 0) return -1;
        if (found == 0) continue;
        drop(hook);
        return raise_error(TypeError, "type() doesn't support MRO entry resolution; use types.new_class()"), -1;
    }
    return 0;
}

Own type_new(Type *meta, Ref const *args, size_t nargs, Ref kwnames) {
    static const struct {
        Type *type;
        const char *name;
    } wanted[] = {{&str_type, "str"}, {&tuple_type, "tuple"}, {&dict_type, "dict"}};
    if (nargs != 3) return raise_error(TypeError, "type.__new__() takes exactly 3 arguments (%zu given)", nargs);
    for (size_t i = 0; i < 3; i++)
        if (!object_is_a(args[i], wanted[i].type))
            return raise_error(TypeError, "type.__new__() argument %zu must be %s, not %T", i + 1, wanted[i].name, args[i]);
    if (check_bases(args[1])) return NULL;
    Type *winner = type_calculate_meta(meta, args[1]);
    if (!winner) return NULL;
    if (winner != meta && winner->new != type_new) return winner->new(winner, args, nargs, kwnames);
    return type_new_class(winner, args[0], args[1], args[2], args + 3, kwnames);
}
