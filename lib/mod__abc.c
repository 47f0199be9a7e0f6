/* mod__abc.c: ABCMeta, the class of abstract base classes: what must be implemented, and who counts as a subclass without being one.
 *
 * An ABC keeps in `_abc_impl` weak references to the classes registered with it, and the answers that it gave: the classes known to be
 * subclasses and those known not to be. A class is remembered by its version number, which is given to one state of one class only: whatever
 * changes a class makes the answers about it unfindable, and nothing has to be told when a class dies. A negative answer is also void as soon
 * as anything is registered anywhere. */
#include "lib/modules.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "runtime/simple.h"
#include "runtime/typebuild.h"
#include "runtime/weakref.h"

enum { ANSWERS_KEPT = 1000 };

typedef struct AbcImpl {
    Object ob;
    Object *registry;   /* list of weak references, owned, as the next two; NULL: empty */
    Object *yes, *no;   /* sets of version numbers */
    uint64_t no_epoch;  /* `epoch` when `no` was begun */
} AbcImpl;
static Type abc_impl_type, abc_meta_type;
static uint64_t epoch;  /* registrations so far */

static int impl_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((AbcImpl *)self)->registry);
    VISIT(((AbcImpl *)self)->yes);
    VISIT(((AbcImpl *)self)->no);
    return 0;
}

static int impl_clear(Object *self) {
    CLEAR(((AbcImpl *)self)->registry);
    CLEAR(((AbcImpl *)self)->yes);
    CLEAR(((AbcImpl *)self)->no);
    return 0;
}

static void impl_dealloc(Object *self) {
    gc_untrack(self);
    impl_clear(self);
    object_free(self);
}

static Type abc_impl_type = {
    .head = {.ob = {1, &type_type}, .name = "_abc._abc_data", .basic_size = sizeof(AbcImpl), .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW,
             .traverse = impl_traverse, .clear = impl_clear, .dealloc = impl_dealloc},
    .doc = "What an abstract base class knows about its virtual subclasses.",
};

/* A new reference; NULL: TypeError. */
static AbcImpl *impl_of(Ref cls) {
    Own impl = NULL;
    if (is_type(cls) && dict_get((Ref)as_type(cls)->dict, NAME_OF(abc_impl), &impl) < 0) return NULL;
    if (impl && impl->type == &abc_impl_type) return (AbcImpl *)impl;
    drop_x(impl);
    raise_error(TypeError, "_abc_impl is set to a wrong type");
    return NULL;
}

/* --- abstract methods --- */

static int is_abstract(Ref value) {
    Own flag;
    int found = attr_find(value, NAME_OF(dunder_isabstractmethod), &flag);
    if (found <= 0) return found;
    int truth = object_truth(flag);
    drop(flag);
    return truth;
}

static int add_own(Ref cls, Ref abstract_names) {
    Own items = dict_items_list((Ref)as_type(cls)->dict);
    int result = items ? 0 : -1;
    for (ssize_t i = 0; result == 0 && i < list_size(items); i++) {
        Ref item = list_item(items, i);
        int abstract = is_abstract(tuple_item(item, 1));
        result = abstract > 0 ? set_add(abstract_names, tuple_item(item, 0)) : abstract;
    }
    drop_x(items);
    return result;
}

/* Those of a base that the class has not implemented. */
static int add_inherited(Ref cls, Ref base, Ref abstract_names) {
    Own theirs, it, name;
    int found = attr_find(base, NAME_OF(dunder_abstractmethods), &theirs), more = 1;
    if (found <= 0) return found;
    it = object_iter(theirs);
    drop(theirs);
    if (!it) return -1;
    while (more > 0 && (more = iter_next(it, &name)) > 0) {
        Own value;
        int abstract = attr_find(cls, name, &value);
        if (abstract > 0) {
            abstract = is_abstract(value);
            drop(value);
        }
        if (abstract < 0 || (abstract > 0 && set_add(abstract_names, name) < 0)) more = -1;
        drop(name);
    }
    drop(it);
    return more;
}

static int settle_abstract(Ref cls) {
    Ref bases = (Ref)as_type(cls)->bases;
    Own abstract = set_new(NULL), frozen = NULL;
    int result = abstract ? add_own(cls, abstract) : -1;
    for (ssize_t i = 0; result == 0 && i < tuple_size(bases); i++) result = add_inherited(cls, tuple_item(bases, i), abstract);
    if (result == 0) frozen = frozenset_new(abstract);
    if (frozen) result = attr_set(cls, NAME_OF(dunder_abstractmethods), frozen);
    else result = -1;
    drop_x(abstract);
    drop_x(frozen);
    return result;
}

/* --- making --- */

enum { KINDS = TYPE_SEQUENCE | TYPE_MAPPING };

/* __abc_tpflags__, in CPython's bits: instances match sequence or mapping patterns. */
static int take_kind(Ref cls) {
    Own flags;
    enum { CPYTHON_SEQUENCE = 1 << 5, CPYTHON_MAPPING = 1 << 6 };
    int found = dict_get((Ref)as_type(cls)->dict, NAME_OF(dunder_abc_tpflags), &flags);
    if (found <= 0) return found;
    if (is_exact_int(flags) && int_is_compact(flags)) {
        int64_t bits = int_value(flags);
        as_type(cls)->head.flags |= (bits & CPYTHON_SEQUENCE ? TYPE_SEQUENCE : 0u) | (bits & CPYTHON_MAPPING ? TYPE_MAPPING : 0u);
    }
    drop(flags);
    return attr_set(cls, NAME_OF(dunder_abc_tpflags), NULL);
}

static Own meta_new(Type *meta, Ref const *args, size_t nargs, Ref kwnames) {
    Own cls = type_type.new(meta, args, nargs, kwnames);
    if (!cls || !is_type(cls)) return cls;
    Own impl = instance_new(&abc_impl_type);
    if (!impl || attr_set(cls, NAME_OF(abc_impl), impl) < 0 || settle_abstract(cls) < 0 || take_kind(cls) < 0) CLEAR(cls);
    drop_x(impl);
    return cls;
}

/* --- registering --- */

static void inherit_kind(Type *t, uint32_t kind) {
    ssize_t pos = 0;
    Type *sub;
    if ((t->head.flags & KINDS) == kind || !type_has(t, TYPE_HEAP) || !enter_c(NULL)) return;
    t->head.flags = (t->head.flags & ~(uint32_t)KINDS) | kind;
    while ((sub = subclass_next(t, &pos))) {
        inherit_kind(sub, kind);
        drop((Own)sub);
    }
}

/* Those that died make room first. */
static int add_to_registry(AbcImpl *impl, Ref subclass) {
    if (!impl->registry && !(impl->registry = list_new(0))) return -1;
    Own kept = list_new(0), ref = kept ? weakref_new(subclass, NULL) : NULL;
    int result = ref ? 0 : -1;
    for (ssize_t i = 0; result == 0 && i < list_size(impl->registry); i++) {
        Own live = weakref_get(list_item(impl->registry, i));
        if (live) result = list_append(kept, list_item(impl->registry, i));
        drop_x(live);
    }
    if (result == 0) result = list_append(kept, ref);
    if (result == 0) obj_set(&impl->registry, own(kept));
    drop_x(kept);
    drop_x(ref);
    return result;
}

static Own meta_m_register(Ref cls, Ref const *args) {
    Ref subclass = args[0];
    if (!is_type(subclass)) return raise_error(TypeError, "Can only register classes");
    int is = object_issubclass(subclass, cls);
    if (is) return is < 0 ? NULL : own(subclass);
    is = object_issubclass(cls, subclass);
    if (is < 0) return NULL;
    if (is) return raise_error(RuntimeError, "Refusing to create an inheritance cycle");
    AbcImpl *impl = impl_of(cls);
    if (!impl) return NULL;
    int result = add_to_registry(impl, subclass);
    drop(&impl->ob);
    if (result < 0) return NULL;
    epoch++;
    uint32_t kind = as_type(cls)->head.flags & KINDS;
    if (kind) inherit_kind(as_type(subclass), kind);
    return own(subclass);
}

/* --- asking --- */

/* 1 or 0: so it was answered before; -1: nothing is known. */
static int remembered(AbcImpl *impl, uint32_t version) {
    Own key = version ? int_new(version) : NULL;
    int answer = -1;
    if (impl->no && impl->no_epoch != epoch) CLEAR(impl->no);
    if (key && impl->yes && set_contains(impl->yes, key) > 0) answer = 1;
    else if (key && impl->no && set_contains(impl->no, key) > 0) answer = 0;
    drop_x(key);
    return answer;
}

static void remember(AbcImpl *impl, Ref subclass, uint32_t version, bool answer) {
    if (!version || type_version(as_type(subclass)) != version) return;
    Object **set = answer ? &impl->yes : &impl->no;
    if (!answer && impl->no_epoch != epoch) {
        CLEAR(impl->no);
        impl->no_epoch = epoch;
    }
    if (*set && set_size(*set) >= ANSWERS_KEPT) CLEAR(*set);
    Own key = int_new(version);
    if (!*set) *set = set_new(NULL);
    if (!key || !*set || set_add(*set, key) < 0) err_clear(); /* then it will be asked again */
    drop_x(key);
}

static int hook_answer(Ref cls, Ref subclass) {
    Own answer = object_call_method(cls, NAME_OF(dunder_subclasshook), 1, &subclass);
    int result = !answer ? -1 : answer == TRUE_OBJECT ? 1 : answer == FALSE_OBJECT ? 0 : 2;
    if (result == 2 && answer != NOT_IMPLEMENTED) {
        raise_error(AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
        result = -1;
    }
    drop_x(answer);
    return result;
}

static int in_registry(AbcImpl *impl, Ref subclass) {
    Own registry = own_x(impl->registry);
    int is = 0;
    for (ssize_t i = 0; registry && is == 0 && i < list_size(registry); i++) {
        Own registered = weakref_get(list_item(registry, i));
        if (registered) is = object_issubclass(subclass, registered);
        drop_x(registered);
    }
    drop_x(registry);
    return is;
}

/* Is it a subclass of a subclass? */
static int below_subclass(Ref cls, Ref subclass) {
    Own list = object_call_method(cls, NAME_OF(dunder_subclasses), 0, NULL);
    if (!list) return -1;
    if (!is_list(list)) {
        drop(list);
        return raise_error(TypeError, "__subclasses__() must return a list"), -1;
    }
    int is = 0;
    for (ssize_t i = 0; is == 0 && i < list_size(list); i++) {
        Own sub = own(list_item(list, i));
        is = object_issubclass(subclass, sub);
        drop(sub);
    }
    drop(list);
    return is;
}

static int work_out(Ref cls, AbcImpl *impl, Ref subclass) {
    int is = hook_answer(cls, subclass);
    if (is != 2) return is;
    if (type_is_subtype(as_type(subclass), as_type(cls))) return 1;
    is = in_registry(impl, subclass);
    return is ? is : below_subclass(cls, subclass);
}

static int check_subclass(Ref cls, Ref subclass) {
    if (!is_type(subclass)) return raise_error(TypeError, "issubclass() arg 1 must be a class"), -1;
    AbcImpl *impl = impl_of(cls);
    if (!impl || !enter_c(" in __subclasscheck__")) {
        if (impl) drop(&impl->ob);
        return -1;
    }
    uint32_t version = type_version(as_type(subclass));
    uint64_t before = epoch;
    int is = remembered(impl, version);
    if (is < 0) {
        is = work_out(cls, impl, subclass);
        if (is > 0 || (is == 0 && before == epoch)) remember(impl, subclass, version, is);
    }
    drop(&impl->ob);
    return is;
}

static Own meta_m_subclasscheck(Ref cls, Ref const *args) {
    int is = check_subclass(cls, args[0]);
    return is < 0 ? NULL : bool_new(is);
}

/* The class's own __subclasscheck__, if a metaclass has overridden it, counts. */
static int ask_subclasscheck(Ref cls, Ref subclass) {
    bool plain = type_lookup(cls->type, NAME_OF(dunder_subclasscheck)) == type_lookup(&abc_meta_type, NAME_OF(dunder_subclasscheck));
    return plain ? check_subclass(cls, subclass) : object_issubclass(subclass, cls);
}

static Own meta_m_instancecheck(Ref cls, Ref const *args) {
    Ref instance = args[0];
    Own claimed = attr_get(instance, NAME_OF(dunder_class));
    if (!claimed) return NULL;
    int is = ask_subclasscheck(cls, claimed);
    if (is == 0 && claimed != (Ref)instance->type) is = ask_subclasscheck(cls, (Ref)instance->type);
    drop(claimed);
    return is < 0 ? NULL : bool_new(is);
}

static const Method meta_methods[] = {
    {"register(subclass, /)", meta_m_register, "Make a class count as a subclass of this one; gives the class, so that it can be used as a decorator."},
    {"__instancecheck__(instance, /)", meta_m_instancecheck, "isinstance(instance, cls)", METHOD_COEXIST},
    {"__subclasscheck__(subclass, /)", meta_m_subclasscheck, "issubclass(subclass, cls)", METHOD_COEXIST},
    {0}};

static Type abc_meta_type = {
    .head = {.ob = {1, &type_type}, .name = "abc.ABCMeta", .flags = TYPE_BASE | TYPE_IS_TYPE},
    .doc = "The class of abstract base classes: they cannot be instantiated while methods are abstract, and other classes can be registered with them.",
    .base = &type_type,
    .new = meta_new,
    .methods = meta_methods,
};

/* --- the module --- */

static Own abc_m_get_cache_token(Ref self, Ref const *args) {
    (void)self, (void)args;
    return int_from_unsigned(epoch);
}

static Own abc_m_compute(Ref self, Ref const *args) {
    (void)self;
    if (!is_type(args[0])) return raise_error(TypeError, "a class is required, not %T", args[0]);
    return settle_abstract(args[0]) < 0 ? NULL : none();
}

static const Method abc_methods[] = {
    {"get_cache_token()", abc_m_get_cache_token, "A number that changes whenever a class is registered with an abstract base class."},
    {"_settle_abstract(cls, /)", abc_m_compute, "Find out anew which methods of a class are abstract."},
    {0}};

Own mod__abc_init(void) {
    if (type_ready(&abc_meta_type) < 0) return NULL;
    Own module = modules_new("_abc", abc_methods);
    if (module && module_add(module, "ABCMeta", own((Ref)&abc_meta_type)) < 0) CLEAR(module);
    return module;
}
