/* specialize.c: quickening: which specialised form an instruction takes, decided by what it meets, and what its cache must hold for that.
 *
 * A site that cannot be specialised, or whose guard failed, waits (cache.counter) longer and longer before the next try. Cached pointers
 * are borrowed: each is valid as long as the version beside it is. */
#include "runtime/builtin.h"
#include "runtime/descr.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/evalops.h"

enum { FIRST_WAIT = 7, LONG_WAIT = 1023, WARM = 8 };

static void give_up(Instr *pc) { pc[1].cache.counter = LONG_WAIT; }
static void wait_a_little(Instr *pc) { pc[1].cache.counter = FIRST_WAIT; }

/* --- names --- */

void specialize_load_global(Instr *pc, Frame *f, Ref name) {
    DictKeys *globals = f->func->globals->keys;
    bool load_name = pc->op == LOAD_NAME, store = pc->op == STORE_NAME;
    ssize_t at = dict_keys_index(globals, name);
    if (at == -2 || at > UINT16_MAX || (at == -1 && store)) {
        if (!store) give_up(pc);
        return;
    }
    uint32_t version = dict_keys_version(globals);
    if (!version) return;
    if (at >= 0) {
        pc[1].cache.version = version;
        pc[1].cache.index = (uint16_t)at;
        pc->op = store ? STORE_NAME_MODULE : load_name ? LOAD_NAME_MODULE : LOAD_GLOBAL_MODULE;
        return;
    }
    DictKeys *builtins = f->func->builtins->keys;
    at = dict_keys_index(builtins, name);
    if (at < 0 || at > UINT16_MAX) {
        wait_a_little(pc);
        return;
    }
    uint32_t builtins_version = dict_keys_version(builtins);
    if (!builtins_version) return;
    pc[1].cache.version = version;
    pc[2].cache.version = builtins_version;
    pc[2].cache.index = (uint16_t)at;
    pc->op = load_name ? LOAD_NAME_BUILTIN : LOAD_GLOBAL_BUILTIN;
}

/* --- attributes --- */

/* The families list the form for an owner on the stack first, the one for a local directly behind. */
static void become(Instr *pc, uint16_t stack_form, uint16_t generic_stack) { pc->op = (uint16_t)(stack_form + (pc->op != generic_stack)); }

static bool has_generic_getattr(const Type *t) { return t->getattr == attr_get_generic || t->getattr == NULL; }

/* Index of the name in the shared keys of a type with inline values; -1. */
static ssize_t inline_index(const Type *t, Ref name) {
    if (!type_has(t, TYPE_INLINE_VALUES) || !t->cached_keys) return -1;
    return dict_keys_index(t->cached_keys, name);
}

static void specialize_module(Instr *pc, Ref module, Ref name, uint16_t form, uint16_t generic) {
    DictKeys *keys = ((const Dict *)module_dict(module))->keys;
    ssize_t at = dict_keys_index(keys, name);
    uint32_t version = at >= 0 && at <= UINT16_MAX ? dict_keys_version(keys) : 0;
    if (!version) {
        give_up(pc);
        return;
    }
    pc[1].cache.version = version;
    pc[1].cache.index = (uint16_t)at;
    become(pc, form, generic);
}

/* A value found on a class object itself, not shadowed by its metaclass, that needs no binding. */
static void specialize_class(Instr *pc, Type *cls, Ref name, uint16_t form, uint16_t generic) {
    uint32_t version = cls->head.ob.type == &type_type ? type_version(cls) : 0;
    Ref value = version && !type_lookup(&type_type, name) ? type_lookup(cls, name) : NULL;
    bool plain = value && (!value->type->descr_get || is_function(value));
    if (!plain) {
        give_up(pc);
        return;
    }
    pc[1].cache.version = version;
    pc[2].pointer = (void *)(uintptr_t)value;
    become(pc, form, generic);
}

static bool is_slot_member(Ref descr, const Type *t) {
    if (!descr || descr->type != &member_descr_type) return false;
    const Descr *d = (const Descr *)descr;
    return d->u.member->kind == MEMBER_SLOT && type_is_subtype(t, d->owner) && d->u.member->offset > 0 && d->u.member->offset <= UINT16_MAX;
}

static bool is_simple_property(Ref descr) {
    if (!descr || descr->type != &property_type) return false;
    Ref get = ((const Property *)descr)->get;
    return get && is_function(get) && ((const Function *)get)->code->simple && ((const Function *)get)->code->n_args == 1;
}

void specialize_load_attr(Instr *pc, Ref owner, Ref name) {
    Type *t = owner->type;
    if (t == &module_type) {
        specialize_module(pc, owner, name, LOAD_ATTR_MODULE, LOAD_ATTR);
        return;
    }
    if (is_type(owner)) {
        specialize_class(pc, (Type *)(uintptr_t)owner, name, LOAD_ATTR_TYPE, LOAD_ATTR);
        return;
    }
    uint32_t version = has_generic_getattr(t) ? type_version(t) : 0;
    if (!version) {
        give_up(pc);
        return;
    }
    Ref descr = type_lookup(t, name);
    pc[1].cache.version = version;
    if (is_slot_member(descr, t)) {
        pc[1].cache.index = (uint16_t)((const Descr *)descr)->u.member->offset;
        become(pc, LOAD_ATTR_SLOT, LOAD_ATTR);
        return;
    }
    if (is_simple_property(descr)) {
        if (pc[1].cache.index++ < WARM) return; /* counts seen by the first calls are those of a call from C */
        pc[2].pointer = ((const Property *)descr)->get;
        become(pc, LOAD_ATTR_PROPERTY, LOAD_ATTR);
        return;
    }
    if (descr && descr->type->descr_set) {
        give_up(pc);
        return;
    }
    ssize_t at = inline_index(t, name);
    if (at >= 0 && instance_values(owner)->valid) {
        pc[1].cache.index = (uint16_t)at;
        become(pc, LOAD_ATTR_INLINE, LOAD_ATTR);
        return;
    }
    if (type_has(t, TYPE_MANAGED_DICT)) {
        const Dict *d = (const Dict *)*managed_dict_slot(owner);
        if (d && !d->values && d->keys->kind == DICT_STR) {
            at = dict_keys_index(d->keys, name);
            if (at >= 0 && at <= UINT16_MAX) {
                pc[1].cache.index = (uint16_t)at;
                become(pc, LOAD_ATTR_DICT, LOAD_ATTR);
                return;
            }
        }
    }
    bool no_dict = t->dict_offset == 0, inline_only = at == -1 && type_has(t, TYPE_INLINE_VALUES) && instance_values(owner)->valid;
    if (descr && !descr->type->descr_get && (no_dict || inline_only)) {
        pc[1].cache.index = no_dict ? 0 : (uint16_t)(t->cached_keys->n_entries + 1);
        pc[2].pointer = (void *)(uintptr_t)descr;
        become(pc, LOAD_ATTR_CLASS_VALUE, LOAD_ATTR);
        return;
    }
    wait_a_little(pc);
}

void specialize_load_method(Instr *pc, Ref owner, Ref name) {
    Type *t = owner->type;
    if (t == &module_type) {
        specialize_module(pc, owner, name, LOAD_METHOD_DICT, LOAD_METHOD);
        return;
    }
    if (is_type(owner)) {
        specialize_class(pc, (Type *)(uintptr_t)owner, name, LOAD_METHOD_VALUE, LOAD_METHOD);
        return;
    }
    uint32_t version = has_generic_getattr(t) ? type_version(t) : 0;
    Ref descr = version ? type_lookup(t, name) : NULL;
    if (!descr || !type_has(descr->type, TYPE_METHOD_DESCR)) {
        give_up(pc);
        return;
    }
    pc[1].cache.version = version;
    pc[2].pointer = (void *)(uintptr_t)descr;
    if (t->dict_offset == 0) become(pc, LOAD_METHOD_NO_DICT, LOAD_METHOD);
    else if (type_has(t, TYPE_INLINE_VALUES) && instance_values(owner)->valid && inline_index(t, name) == -1) {
        pc[1].cache.index = (uint16_t)(t->cached_keys->n_entries + 1);
        become(pc, LOAD_METHOD_INLINE, LOAD_METHOD);
    } else wait_a_little(pc);
}

void specialize_store_attr(Instr *pc, Ref owner, Ref name) {
    Type *t = owner->type;
    uint32_t version = t->setattr == attr_set_generic || t->setattr == NULL ? type_version(t) : 0;
    if (!version || is_type(owner)) {
        give_up(pc);
        return;
    }
    Ref descr = type_lookup(t, name);
    pc[1].cache.version = version;
    if (is_slot_member(descr, t) && !((const Descr *)descr)->u.member->readonly) {
        pc[1].cache.index = (uint16_t)((const Descr *)descr)->u.member->offset;
        become(pc, STORE_ATTR_SLOT, STORE_ATTR);
        return;
    }
    if (descr && descr->type->descr_set) {
        give_up(pc);
        return;
    }
    ssize_t at = inline_index(t, name);
    if (at >= 0 && instance_values(owner)->valid) {
        pc[1].cache.index = (uint16_t)at;
        become(pc, STORE_ATTR_INLINE, STORE_ATTR);
    } else if (type_has(t, TYPE_MANAGED_DICT) && *managed_dict_slot(owner) && !((const Dict *)*managed_dict_slot(owner))->values) {
        become(pc, STORE_ATTR_DICT, STORE_ATTR);
    } else {
        wait_a_little(pc);
    }
}

/* --- calls --- */

/* Functions are entered with their arguments in place where the code is simple. */
static bool specialize_function(Instr *pc, Function *fn, ssize_t given, uint16_t exact) {
    const Code *code = fn->code;
    if (!code->simple) return false;
    ssize_t n_defaults = fn->defaults ? tuple_size(fn->defaults) : 0;
    bool some_missing = given < code->n_args && given >= code->n_args - n_defaults && exact == CALL_PY;
    if (given != code->n_args && !some_missing) return false;
    uint32_t version = function_version(fn);
    if (!version) return false;
    pc[1].cache.version = version;
    pc->op = some_missing ? CALL_PY_DEFAULTS : exact;
    return true;
}

static bool specialize_class_call(Instr *pc, Type *cls, ssize_t given) {
    if (cls->head.ob.type != &type_type) return false;
    if (cls == &type_type && given == 1) {
        pc->op = CALL_TYPE_1;
        return true;
    }
    if (!type_has(cls, TYPE_HEAP)) {
        if (!cls->construct && (!cls->new || cls->init != object_type.init)) return false;
        pc[2].pointer = cls;
        pc->op = CALL_TYPE_NEW;
        return true;
    }
    uint32_t version = cls->new == object_type.new && !type_has(cls, TYPE_ABSTRACT) ? type_version(cls) : 0;
    if (!version) return false;
    Ref init = type_lookup(cls, NAME_OF(dunder_init));
    pc[1].cache.version = version;
    if (cls->init == object_type.init && given == 0) {
        pc->op = CALL_CLASS_PLAIN;
        return true;
    }
    if (!init || !is_function(init)) return false;
    Function *fn = (Function *)(uintptr_t)init;
    if (!fn->code->simple || fn->code->n_args != given + 1 || !function_version(fn)) return false;
    pc[2].pointer = fn;
    pc->op = CALL_CLASS_INIT;
    return true;
}

static bool is_named(const Method *def, const char *name) {
    size_t n = strlen(name);
    return strncmp(def->signature, name, n) == 0 && def->signature[n] == '(';
}

static bool specialize_builtin(Instr *pc, Builtin *b, ssize_t given) {
    if (!b->def->raw && !b->signature && !(b->signature = signature_parse(b->def->signature))) return err_clear(), false;
    bool builtins = b->module && is_str(b->module) && str_equals(b->module, "builtins");
    if (builtins && given == 1 && is_named(b->def, "len")) {
        pc[2].pointer = (void *)(uintptr_t)b;
        pc->op = CALL_LEN;
    } else if (builtins && given == 2 && is_named(b->def, "isinstance")) {
        pc[2].pointer = (void *)(uintptr_t)b;
        pc->op = CALL_ISINSTANCE;
    } else if (b->def->fn && b->signature->simple && b->signature->n == 1 && given == 1) {
        pc[2].pointer = (void *)(uintptr_t)b->def;
        pc->op = CALL_BUILTIN_1;
    } else {
        pc->op = CALL_BUILTIN;
    }
    return true;
}

static bool specialize_method_descr(Instr *pc, MethodDescr *d, Ref self, ssize_t given) {
    if (!self || self->type != d->owner) return false;
    if (!d->def->raw && !d->signature && !(d->signature = signature_parse(d->def->signature))) return err_clear(), false;
    bool direct = d->def->fn && d->signature->simple && d->signature->n == given;
    if (direct && given == 1 && d->owner == &list_type && is_named(d->def, "append")) {
        pc[2].pointer = (void *)(uintptr_t)d;
        pc->op = CALL_LIST_APPEND;
    } else if (direct && given <= 1) {
        pc[2].pointer = (void *)(uintptr_t)d->def;
        pc->op = given ? CALL_METHOD_DESCR_1 : CALL_METHOD_DESCR_0;
    } else {
        pc->op = CALL_METHOD_DESCR;
    }
    return true;
}

void specialize_call(Instr *pc, Object **base, size_t nargs) {
    Object *callable = base[0], *self = base[1];
    ssize_t given = (ssize_t)nargs + (self != NULL);
    bool done = false;
    if (is_function(callable)) {
        done = specialize_function(pc, (Function *)callable, given, CALL_PY);
    } else if (callable->type == &bound_method_type && !self) {
        Object *func = ((BoundMethod *)callable)->func;
        done = is_function(func) && specialize_function(pc, (Function *)func, given + 1, CALL_BOUND_PY);
    } else if (is_type(callable) && !self) {
        done = specialize_class_call(pc, (Type *)callable, given);
    } else if (callable->type == &builtin_type && !self) {
        done = specialize_builtin(pc, (Builtin *)callable, (ssize_t)nargs);
    } else if (callable->type == &method_descr_type) {
        done = specialize_method_descr(pc, (MethodDescr *)callable, self, (ssize_t)nargs);
    }
    if (!done) wait_a_little(pc);
}

/* --- subscripts --- */

void specialize_subscript(Instr *pc, Ref container, Ref key) {
    uint16_t kind = pc->op - SUBSCRIPT_TT, form = 0;
    Type *t = container->type;
    bool compact = key->type == &int_type && ((const Int *)key)->size == 0;
    if (compact && t == &list_type) form = SUBSCRIPT_LIST_TT;
    else if (compact && t == &tuple_type) form = SUBSCRIPT_TUPLE_TT;
    else if (compact && t == &str_type) form = SUBSCRIPT_STR_TT;
    else if (t == &dict_type) form = SUBSCRIPT_DICT_TT;
    else if (type_has(t, TYPE_HEAP)) {
        Ref getter = type_lookup(t, NAME_OF(dunder_getitem));
        if (!getter || !is_function(getter)) return;
        const Code *code = ((const Function *)getter)->code;
        uint32_t version = code->simple && code->n_args == 2 ? type_version(t) : 0;
        if (!version || pc[1].cache.counter++ < WARM) return;
        pc[1].cache.version = version;
        form = SUBSCRIPT_USER_TT;
    }
    if (form) pc->op = (uint16_t)(form + kind);
}
