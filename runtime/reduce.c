/* reduce.c: how copy and pickle take an object apart: object.__reduce_ex__, __reduce__ and __getstate__.
 *
 * From protocol 2 on the answer is (copyreg.__newobj__, (cls, *args), state, items of a list, items of a dict); __newobj__ is made here, so
 * that copying needs no module. The older protocols are left to copyreg, which is written in Python. */
#include "runtime/builtin.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/typebuild.h"

static Own tuple_with_first(Ref first, Ref rest) {
    ssize_t n = rest ? tuple_size(rest) : 0;
    Own all = tuple_new(n + 1);
    if (!all) return NULL;
    tuple_put_take(all, 0, own(first));
    for (ssize_t i = 0; i < n; i++) tuple_put_take(all, i + 1, own(tuple_item(rest, i)));
    return all;
}

/* --- cls.__new__(cls, *args, **kwargs) --- */

static Own newobj(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    if (nargs == 0 || (kwnames && tuple_size(kwnames))) return raise_error(TypeError, "__newobj__() missing 1 required positional argument: 'cls'");
    return object_call_method(args[0], NAME_OF(dunder_new), nargs, args);
}

static Own newobj_ex(Ref self, Ref const *args) {
    (void)self;
    if (!is_tuple(args[1]) || !is_dict(args[2])) return raise_error(TypeError, "__newobj_ex__() takes a tuple and a dict");
    Own make = attr_get(args[0], NAME_OF(dunder_new)), all = NULL, result = NULL;
    if (make) all = tuple_with_first(args[0], args[1]);
    if (all) result = object_call_tuple(make, all, args[2]);
    drop_x(make);
    drop_x(all);
    return result;
}

static const Method newobj_def = {"__newobj__(cls, *args)", NULL, "cls.__new__(cls, *args)", 0, newobj};
static const Method newobj_ex_def = {"__newobj_ex__(cls, args, kwargs, /)", newobj_ex, "cls.__new__(cls, *args, **kwargs)", 0, NULL};

static Own make_newobj(bool keywords) {
    Own module = str_interned("copyreg"), function = module ? builtin_new(keywords ? &newobj_ex_def : &newobj_def, NULL, module) : NULL;
    drop_x(module);
    return function;
}

/* --- state --- */

/* Adds the values of the __slots__ of one class. */
static int add_slot_values(Ref self, const Type *t, Ref values) {
    for (ssize_t i = 0; i < t->n_slots; i++) {
        Object *value = *(Object **)((char *)(uintptr_t)self + t->slot_members[i].offset);
        if (!value) continue;
        Own held = own(value);
        int bad = dict_set(values, tuple_item(t->slots, i), held);
        drop(held);
        if (bad) return -1;
    }
    return 0;
}

/* Bytes of an instance that are not accounted for by dict, weak references and __slots__ hold something that cannot be seen from here. */
static bool has_hidden_fields(const Type *t) {
    ssize_t size = t->head.basic_size;
    if (t->head.item_size) return true;
    for (; t && type_has(t, TYPE_HEAP); t = t->base) size -= t->n_slots * (ssize_t)sizeof(Object *);
    if (t && t->dict_offset > 0) size -= (ssize_t)sizeof(Object *);
    if (t && t->head.weaklist_offset > 0) size -= (ssize_t)sizeof(Object *);
    return size > (ssize_t)sizeof(Object);
}

static Own default_state(Ref self, bool required) {
    Own state = NULL, values = NULL, both;
    if (required && has_hidden_fields(self->type)) return raise_error(TypeError, "cannot pickle '%T' object", self);
    if (instance_dict_slot(self)) {
        Ref dict = object_get_dict(self);
        if (!dict || !(state = dict_copy(dict))) return NULL;
    } else {
        state = none();
    }
    if (!(values = dict_new())) goto fail;
    for (const Type *t = self->type; t && type_has(t, TYPE_HEAP); t = t->base)
        if (add_slot_values(self, t, values)) goto fail;
    if (is_dict(state) && dict_used(state) == 0) obj_set(&state, none());
    both = dict_used(values) ? tuple_pack(2, (Ref)state, (Ref)values) : own(state);
    drop(values);
    drop(state);
    return both;
fail:
    drop(state);
    drop_x(values);
    return NULL;
}

Own object_m_getstate(Ref self, Ref const *args) {
    (void)args;
    return default_state(self, false);
}

static Own state_of(Ref self, bool required) {
    bool plain = type_lookup(self->type, NAME_OF(dunder_getstate)) == type_lookup(&object_type, NAME_OF(dunder_getstate));
    return plain ? default_state(self, required) : object_call_method(self, NAME_OF(dunder_getstate), 0, NULL);
}

/* --- arguments of __new__ --- */

/* *args: tuple or NULL; *kwargs: dict or NULL. 1 if the object said something, 0, -1 */
static int new_arguments(Ref self, Own *args, Own *kwargs) {
    Own pair;
    *args = *kwargs = NULL;
    int found = object_call_special(self, NAME_OF(dunder_getnewargs_ex), 0, NULL, &pair);
    if (found > 0) {
        if (is_tuple(pair) && tuple_size(pair) == 2 && is_tuple(tuple_item(pair, 0)) && is_dict(tuple_item(pair, 1))) {
            *args = own(tuple_item(pair, 0));
            *kwargs = own(tuple_item(pair, 1));
        } else {
            raise_error(TypeError, "__getnewargs_ex__ should return a tuple of length 2, not '%T'", (Ref)pair);
            found = -1;
        }
        drop(pair);
    }
    if (found) return found;
    found = object_call_special(self, NAME_OF(dunder_getnewargs), 0, NULL, args);
    if (found <= 0 || is_tuple(*args)) return found;
    raise_error(TypeError, "__getnewargs__ should return a tuple, not '%T'", (Ref)*args);
    CLEAR(*args);
    return -1;
}

/* (cls, *args), or with keywords (cls, args, kwargs). */
static Own arguments_of_newobj(Ref cls, Ref args, Ref kwargs) {
    if (kwargs && dict_used(kwargs)) return tuple_pack(3, cls, args, kwargs);
    return tuple_with_first(cls, args);
}

static Own dict_items_iter(Ref dict) {
    Own view = object_call_method(dict, NAME_OF(items), 0, NULL);
    Own it = view ? object_iter(view) : NULL;
    drop_x(view);
    return it;
}

static Own reduce_new(Ref self) {
    Own args, kwargs, maker = NULL, all = NULL, state = NULL, list_items = NULL, dict_items = NULL, result = NULL;
    int said = new_arguments(self, &args, &kwargs);
    bool is_l = is_list(self), is_d = is_dict(self);
    if (said < 0) return NULL;
    if (!self->type->new) {
        raise_error(TypeError, "cannot pickle '%T' object", self);
        goto fail;
    }
    maker = make_newobj(kwargs && dict_used(kwargs));
    if (!maker || !(all = arguments_of_newobj((Ref)self->type, args, kwargs))) goto fail;
    if (!(state = state_of(self, !said && !is_l && !is_d))) goto fail;
    if (!(list_items = is_l ? object_iter(self) : none()) || !(dict_items = is_d ? dict_items_iter(self) : none())) goto fail;
    result = tuple_pack(5, (Ref)maker, (Ref)all, (Ref)state, (Ref)list_items, (Ref)dict_items);
fail:
    drop_x(args);
    drop_x(kwargs);
    drop_x(maker);
    drop_x(all);
    drop_x(state);
    drop_x(list_items);
    drop_x(dict_items);
    return result;
}

static Own reduce_old(Ref self, Ref protocol) {
    Own import = NULL, name = str_interned("copyreg"), module = NULL, result = NULL;
    Ref args[] = {self, protocol};
    if (name && rt.builtins && dict_get((Ref)rt.builtins, NAME_OF(dunder_import), &import) > 0) module = object_call1(import, name);
    if (module) result = object_call_method(module, NAME_OF(reduce_ex), 2, args);
    drop_x(import);
    drop_x(name);
    drop_x(module);
    return result;
}

Own object_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Own zero = int_new(0), result = reduce_old(self, zero);
    drop(zero);
    return result;
}

Own object_m_reduce_ex(Ref self, Ref const *args) {
    if (type_lookup(self->type, NAME_OF(dunder_reduce)) != type_lookup(&object_type, NAME_OF(dunder_reduce)))
        return object_call_method(self, NAME_OF(dunder_reduce), 0, NULL);
    ssize_t protocol = index_as_ssize(args[0]);
    if (protocol == -1 && err_set()) return NULL;
    return protocol >= 2 ? reduce_new(self) : reduce_old(self, args[0]);
}
