/* objecttype.c: object itself: what every object has, and making, initialising and reducing plain instances. */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/typebuild.h"

/* --- making --- */

static Own quoted_names(Ref sorted) {
    StrWriter w = {.overallocate = true};
    for (ssize_t i = 0; i < list_size(sorted); i++) {
        Ref name = list_item(sorted, i);
        if (!is_str(name)) {
            writer_drop(&w);
            return raise_error(TypeError, "sequence item %zd: expected str instance, %T found", i, name);
        }
        if (writer_ascii(&w, i ? ", '" : "'", i ? 3 : 1) || writer_str(&w, name) || writer_char(&w, '\'')) return NULL;
    }
    return writer_finish(&w);
}

static Own refuse_abstract(Type *cls) {
    Own methods = attr_get((Ref)cls, NAME_OF(dunder_abstractmethods));
    Own sorted = methods ? list_from_iterable(methods) : NULL, text = NULL;
    drop_x(methods);
    if (sorted && list_sort(sorted, NULL, false) == 0) text = quoted_names(sorted);
    if (text)
        raise_error(TypeError, "Can't instantiate abstract class %s without an implementation for abstract method%s %U", cls->head.name,
                    list_size(sorted) > 1 ? "s" : "", (Ref)text);
    drop_x(sorted);
    drop_x(text);
    return NULL;
}

static int plain_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);

/* Arguments are an error here only if nobody else can have wanted them. */
Own object_plain_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args;
    if (UNLIKELY(nargs || (kwnames && tuple_size(kwnames)))) {
        if (cls->new != object_plain_new) return raise_error(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (cls->init == plain_init) return raise_error(TypeError, "%s() takes no arguments", cls->head.name);
    }
    if (UNLIKELY(type_has(cls, TYPE_ABSTRACT))) return refuse_abstract(cls);
    return instance_new(cls);
}

static int plain_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    const Type *t = self->type;
    (void)args;
    if (LIKELY(nargs == 0 && !(kwnames && tuple_size(kwnames)))) return 0;
    if (t->init != plain_init) return raise_error(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)"), -1;
    if (t->new == object_plain_new)
        return raise_error(TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)", t->head.name), -1;
    return 0;
}

static void plain_dealloc(Object *self) { object_free(self); }

/* --- slots --- */

static Own plain_repr(Ref self) {
    Own module = NULL, name = attr_get((Ref)self->type, NAME_OF(dunder_qualname)), text = NULL;
    if (is_exact_int(self) || is_exact_float(self)) rt.seen_number_id = true;
    if (!name) return NULL;
    if (attr_find((Ref)self->type, NAME_OF(dunder_module), &module) >= 0) {
        void *address = (void *)(uintptr_t)self;
        if (module && is_str(module) && !str_equals(module, "builtins")) text = format_text("<%U.%S object at %p>", (Ref)module, (Ref)name, address);
        else text = format_text("<%s object at %p>", type_name(self), address);
    }
    drop_x(module);
    drop(name);
    return text;
}

static Own plain_str(Ref self) { return self->type->repr(self); }

static Hash plain_hash(Ref self) {
    uintptr_t address = (uintptr_t)self;
    Hash hash = (Hash)(address >> 4 | address << 60);
    return hash == -1 ? -2 : hash;
}

static Own plain_compare(Ref self, Ref other, CmpOp op) {
    if (op == CMP_EQ) return self == other ? bool_new(1) : not_implemented();
    if (op != CMP_NE || !self->type->compare) return not_implemented();
    Own equal = self->type->compare(self, other, CMP_EQ);
    if (!equal || equal == NOT_IMPLEMENTED) return equal;
    int truth = object_truth(equal);
    drop(equal);
    return truth < 0 ? NULL : bool_new(!truth);
}

/* --- __class__ --- */

static Own get_class(Ref self) { return own((Ref)self->type); }

static bool same_names(Ref a, Ref b) {
    return a == b || (a && b && object_compare_bool(a, b, CMP_EQ) == 1);
}

/* Both add the same to the same base: instances of one could be instances of the other. */
static bool same_layout(const Type *a, const Type *b) {
    const uint32_t layout = TYPE_GC | TYPE_MANAGED_DICT | TYPE_MANAGED_WEAKREF | TYPE_INLINE_VALUES;
    if ((a->head.flags & layout) != (b->head.flags & layout)) return false;
    if (a->head.basic_size != b->head.basic_size || a->head.item_size != b->head.item_size) return false;
    if (a->head.weaklist_offset != b->head.weaklist_offset || a->dict_offset != b->dict_offset) return false;
    while (a->n_slots == 0 && a->base && a->base->head.basic_size == a->head.basic_size && type_has(a, TYPE_HEAP)) a = a->base;
    while (b->n_slots == 0 && b->base && b->base->head.basic_size == b->head.basic_size && type_has(b, TYPE_HEAP)) b = b->base;
    if (a == b) return true;
    return type_has(a, TYPE_HEAP) && type_has(b, TYPE_HEAP) && same_names(a->slots, b->slots) && same_layout(a->base, b->base);
}

int type_check_layout(const Type *old, const Type *new, const char *attribute) {
    const char *what = "object layout";
    if (old->head.dealloc != new->head.dealloc) what = "deallocator";
    else if (same_layout(old, new)) return 0;
    raise_error(TypeError, "%s assignment: '%s' %s differs from '%s'", attribute, new->head.name, what, old->head.name);
    return -1;
}

static int set_class(Ref self, Ref value) {
    Type *old = self->type;
    if (!value) return raise_error(TypeError, "can't delete __class__ attribute"), -1;
    if (!is_type(value)) return raise_error(TypeError, "__class__ must be set to a class, not '%T' object", value), -1;
    Type *new = as_type(value);
    bool modules = type_is_subtype(new, &module_type) && type_is_subtype(old, &module_type);
    if (!modules && !(type_has(new, TYPE_HEAP) && type_has(old, TYPE_HEAP)))
        return raise_error(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses"), -1;
    if (new == old) return 0;
    bool same_size = new->head.basic_size == old->head.basic_size && pre_header_size(new->head.flags) == pre_header_size(old->head.flags);
    if (!(modules && same_size) && type_check_layout(old, new, "__class__")) return -1;
    if (instance_detach_values(self)) return -1;
    ((Object *)(uintptr_t)self)->type = type_has(new, TYPE_HEAP) ? as_type(own(value)) : new;
    if (type_has(old, TYPE_HEAP)) drop((Own)old);
    return 0;
}

/* --- methods --- */

static Own object_m_format(Ref self, Ref const *args) {
    if (!is_str(args[0])) return raise_error(TypeError, "__format__() argument must be str, not %T", args[0]);
    if (str_len(args[0])) return raise_error(TypeError, "unsupported format string passed to %s.__format__", self->type->head.name);
    return object_str(self);
}

static Own object_m_sizeof(Ref self, Ref const *args) {
    const TypeHead *head = &self->type->head;
    (void)args;
    ssize_t items = head->item_size ? ((const VarObject *)self)->size : 0;
    return int_new(head->basic_size + (items < 0 ? -items : items) * head->item_size);
}

/* The instance's attributes, then those of its class. */
static Own object_m_dir(Ref self, Ref const *args) {
    Own all = NULL, cls = NULL, own_dict = NULL, list = NULL, of_class = NULL;
    (void)args;
    if (!(all = dict_new()) || attr_find(self, NAME_OF(dunder_dict), &own_dict) < 0) goto fail;
    if (own_dict && is_dict(own_dict) && dict_update(all, own_dict)) goto fail;
    if (attr_find(self, NAME_OF(dunder_class), &cls) < 0) goto fail;
    if (cls && is_type(cls)) {
        if (!(of_class = object_call_method((Ref)&type_type, NAME_OF(dunder_dir), 1, refs(&cls)))) goto fail;
        for (ssize_t i = 0; i < list_size(of_class); i++)
            if (dict_set(all, list_item(of_class, i), NONE)) goto fail;
    }
    list = dict_keys_list(all);
fail:
    drop_x(all);
    drop_x(cls);
    drop_x(own_dict);
    drop_x(of_class);
    return list;
}

static Own object_m_init_subclass(Ref self, Ref const *args) {
    (void)self, (void)args;
    return none();
}

static Own object_m_subclasshook(Ref self, Ref const *args) {
    (void)self, (void)args;
    return not_implemented();
}

static const Method object_methods[] = {
    {"__format__(format_spec, /)", object_m_format, "str(self), if format_spec is empty."},
    {"__sizeof__()", object_m_sizeof, "Size of the object in memory, in bytes."},
    {"__dir__()", object_m_dir, "Names of the attributes."},
    {"__init_subclass__()", object_m_init_subclass, "Called when a class is derived from this one; does nothing here.", METHOD_CLASS},
    {"__subclasshook__(subclass, /)", object_m_subclasshook, "For abstract base classes: whether this is a subclass; NotImplemented here.", METHOD_CLASS},
    {"__reduce_ex__(protocol, /)", object_m_reduce_ex, "What copy and pickle need to make the object anew."},
    {"__reduce__()", object_m_reduce, "What copy and pickle need to make the object anew."},
    {"__getstate__()", object_m_getstate, "The attributes, for copy and pickle."},
    {0}};
static const GetSet object_getsets[] = {{"__class__", get_class, set_class, "The type of the object."}, {0}};

Type object_type = {
    .head = {.ob = {1, &type_type},
             .name = "object",
             .basic_size = sizeof(Object),
             .flags = TYPE_BASE | TYPE_IMMUTABLE,
             .dealloc = plain_dealloc},
    .doc = "The base of all classes: an object without attributes.",
    .repr = plain_repr,
    .str = plain_str,
    .hash = plain_hash,
    .compare = plain_compare,
    .getattr = attr_get_generic,
    .setattr = attr_set_generic,
    .new = object_plain_new,
    .init = plain_init,
    .signature = "object()",
    .methods = object_methods,
    .getsets = object_getsets,
};
