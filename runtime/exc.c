/* exc.c: exception objects: BaseException, the reserve of MemoryErrors, and the types of the whole tree, made from exceptions.def.
 *
 * A kind (exckinds.h) is a C struct that begins as BaseExc does. Its traversal, clearing and deallocation are generated here from its list of
 * fields; what is special about its arguments and its text is in exckinds.c and excgroup.c.
 *
 * MEMORY_RESERVE MemoryErrors exist from the start on: raising one needs no memory. A dying plain MemoryError goes back to the reserve while
 * it has room. */
#include "runtime/exc.h"

#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/exckinds.h"
#include "runtime/intern.h"
#include "runtime/weakref.h"

static inline BaseExc *base_exc(Ref o) { return (BaseExc *)(uintptr_t)o; }

/* --- making --- */

static Own base_alloc(Type *cls) {
    if (type_has(cls, TYPE_HEAP)) return instance_new(cls);
    size_t size = (size_t)cls->head.basic_size;
    Object *self = object_new_static(cls, size, true);
    if (!self) return raise_memory();
    memset((char *)self + sizeof(Object), 0, size - sizeof(Object));
    gc_track(self);
    return self;
}

Own base_exc_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)kwnames;
    Own self = base_alloc(cls);
    if (!self) return NULL;
    base_exc(self)->args = tuple_from_array(args, (ssize_t)nargs);
    if (base_exc(self)->args) return self;
    drop(self);
    return NULL;
}

int base_exc_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (kwnames && tuple_size(kwnames)) return raise_error(TypeError, "%s() takes no keyword arguments", type_name(self)), -1;
    Object *held = base_exc(self)->args;
    bool same = held && tuple_size(held) == (ssize_t)nargs;
    for (size_t i = 0; same && i < nargs; i++) same = tuple_item(held, (ssize_t)i) == args[i];
    if (same) return 0;
    Own tuple = tuple_from_array(args, (ssize_t)nargs);
    if (!tuple) return -1;
    obj_set(&base_exc(self)->args, tuple);
    return 0;
}

Own exc_new(Type *type, Ref const *args, size_t nargs) {
    if (type_has(type, TYPE_HEAP) || type->new != base_exc_new) return object_call((Ref)type, args, nargs, NULL);
    Own self = base_exc_new(type, args, nargs, NULL);
    if (self && type->init != base_exc_init && type->init(self, args, nargs, NULL)) {
        drop(self);
        return NULL;
    }
    return self;
}

/* --- the reserve of MemoryErrors --- */

enum { MEMORY_RESERVE = 16 };
static Object *reserve[MEMORY_RESERVE]; /* count 0, untracked */
static int reserve_size;
static Object *last_resort; /* owned: raised again and again when the reserve is used up */

/* An untracked MemoryError with all fields NULL, or NULL. */
static Own memory_error_new(void) {
    Object *self = object_new_static(MemoryError, sizeof(BaseExc), true);
    if (self) memset((char *)self + sizeof(Object), 0, sizeof(BaseExc) - sizeof(Object));
    return self;
}

Own raise_memory(void) {
    Object *self = reserve_size > 0 ? reserve[--reserve_size] : memory_error_new();
    if (!self) {
        exc_raise_chained_take(own((Ref)last_resort));
        return NULL;
    }
    self->refcnt = 1;
    base_exc(self)->args = tuple_new(0);
    gc_track(self);
    exc_raise_chained_take(self);
    return NULL;
}

/* --- text --- */

Own base_exc_str(Ref self) {
    Ref args = base_exc(self)->args;
    if (!args || tuple_size(args) == 0) return own((Ref)str_empty);
    return object_str(tuple_size(args) == 1 ? tuple_item(args, 0) : args);
}

static Own base_repr(Ref self) {
    Ref args = base_exc(self)->args;
    if (args && tuple_size(args) == 1) return format_text("%s(%R)", type_name(self), tuple_item(args, 0));
    return args ? format_text("%s%R", type_name(self), args) : format_text("%s()", type_name(self));
}

/* --- attributes --- */

static Own get_args(Ref self) {
    Ref args = base_exc(self)->args;
    return args ? own(args) : tuple_new(0);
}

static int set_args(Ref self, Ref value) {
    if (!value) return raise_error(TypeError, "args may not be deleted"), -1;
    Own tuple = tuple_from_iterable(value);
    if (!tuple) return -1;
    obj_set(&base_exc(self)->args, tuple);
    return 0;
}

static Own get_traceback(Ref self) { return own(base_exc(self)->traceback ? base_exc(self)->traceback : NONE); }

static int set_traceback(Ref self, Ref value) {
    if (!value) return raise_error(TypeError, "__traceback__ may not be deleted"), -1;
    if (value != NONE && value->type != &traceback_type) return raise_error(TypeError, "__traceback__ must be a traceback or None"), -1;
    exc_set_traceback(self, value);
    return 0;
}

/* None, or an exception, as __context__ and __cause__ take it. */
static int link_value(Ref value, const char *what, Own *out) {
    if (!value) return raise_error(TypeError, "__%s__ may not be deleted", what), -1;
    if (value != NONE && !is_exception(value))
        return raise_error(TypeError, "exception %s must be None or derive from BaseException", what), -1;
    *out = value == NONE ? NULL : own(value);
    return 0;
}

static Own get_context(Ref self) { return own(base_exc(self)->context ? base_exc(self)->context : NONE); }

static int set_context(Ref self, Ref value) {
    Own context;
    if (link_value(value, "context", &context)) return -1;
    exc_set_context_take(self, context);
    return 0;
}

static Own get_cause(Ref self) { return own(base_exc(self)->cause ? base_exc(self)->cause : NONE); }

static int set_cause(Ref self, Ref value) {
    Own cause;
    if (link_value(value, "cause", &cause)) return -1;
    exc_set_cause_take(self, cause);
    return 0;
}

static Own get_dict(Ref self) { return own_x(object_get_dict(self)); }

static int set_dict(Ref self, Ref value) {
    if (!value) return raise_error(TypeError, "cannot delete __dict__"), -1;
    if (!is_dict(value)) return raise_error(TypeError, "__dict__ must be set to a dictionary, not a '%T'", value), -1;
    obj_set(&base_exc(self)->dict, own(value));
    return 0;
}

Ref exc_get_context(Ref exc) { return base_exc(exc)->context; }
void exc_set_context_take(Ref exc, Own context) { obj_set(&base_exc(exc)->context, context); }
void exc_set_cause_take(Ref exc, Own cause) {
    base_exc(exc)->suppress_context = 1;
    obj_set(&base_exc(exc)->cause, cause);
}
void exc_set_traceback(Ref exc, Ref traceback) {
    obj_set(&base_exc(exc)->traceback, traceback && traceback != NONE ? own(traceback) : NULL);
}

/* --- methods --- */

static Own base_m_with_traceback(Ref self, Ref const *args) { return set_traceback(self, args[0]) ? NULL : own(self); }

static Own base_m_add_note(Ref self, Ref const *args) {
    Own notes = NULL;
    if (!is_str(args[0])) return raise_error(TypeError, "note must be a str, not '%T'", args[0]);
    int found = attr_find(self, NAME_OF(dunder_notes), &notes);
    if (found == 0) {
        notes = list_new(0);
        if (!notes || attr_set(self, NAME_OF(dunder_notes), notes)) goto fail;
    } else if (found < 0) {
        goto fail;
    } else if (!is_list(notes)) {
        raise_error(TypeError, "Cannot add note: __notes__ is not a list");
        goto fail;
    }
    if (list_append(notes, args[0])) goto fail;
    drop(notes);
    return none();
fail:
    drop_x(notes);
    return NULL;
}

static Own base_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Ref held = base_exc(self)->args, dict = base_exc(self)->dict;
    return dict ? tuple_pack(3, (Ref)self->type, held, dict) : tuple_pack(2, (Ref)self->type, held);
}

static Own base_m_setstate(Ref self, Ref const *args) {
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    if (args[0] == NONE) return none();
    if (!is_dict(args[0])) return raise_error(TypeError, "state is not a dictionary");
    while (dict_next(args[0], &pos, &key, &value, &hash)) {
        Own name = own(key), held = own(value);
        int bad = attr_set(self, name, held);
        drop(name);
        drop(held);
        if (bad) return NULL;
    }
    return none();
}

/* --- memory --- */

static int Base_traverse(Object *self, VisitFn visit, void *arg) {
    BaseExc *e = base_exc(self);
    VISIT(e->dict);
    VISIT(e->args);
    VISIT(e->notes);
    VISIT(e->traceback);
    VISIT(e->cause);
    VISIT(e->context);
    return 0;
}

static int Base_clear(Object *self) {
    BaseExc *e = base_exc(self);
    CLEAR(e->dict);
    CLEAR(e->args);
    CLEAR(e->notes);
    CLEAR(e->traceback);
    CLEAR(e->cause);
    CLEAR(e->context);
    return 0;
}

static ALWAYS_INLINE void exc_dealloc(Object *self, ClearFn clear) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    clear(self);
    if (type_has(self->type, TYPE_HEAP)) object_free(self);
    else object_free_static(self, true);
    trash_end();
}

static void Base_dealloc(Object *self) { exc_dealloc(self, Base_clear); }

#define FIELD_VISIT(field) VISIT(e->field);
#define FIELD_CLEAR(field) CLEAR(e->field);
#define MEMORY_OF(K)                                                            \
    static int K##_traverse(Object *self, VisitFn visit, void *arg) {           \
        K##Exc *e = (K##Exc *)self;                                             \
        FIELDS_##K(FIELD_VISIT) return Base_traverse(self, visit, arg);         \
    }                                                                           \
    static int K##_clear(Object *self) {                                        \
        K##Exc *e = (K##Exc *)self;                                             \
        FIELDS_##K(FIELD_CLEAR) return Base_clear(self);                        \
    }                                                                           \
    static void K##_dealloc(Object *self) { exc_dealloc(self, K##_clear); }
EXC_KINDS(MEMORY_OF)

static void MemoryError_dealloc(Object *self) {
    if (self->type != MemoryError) {
        Base_dealloc(self);
        return;
    }
    gc_untrack(self);
    if (trash_defer(self)) return;
    Base_clear(self); /* its context may go back to the reserve here */
    if (reserve_size < MEMORY_RESERVE) {
        memset((char *)self + sizeof(Object), 0, sizeof(BaseExc) - sizeof(Object));
        reserve[reserve_size++] = self;
    } else {
        object_free_static(self, true);
    }
    trash_end();
}

int exc_init(void) {
    while (reserve_size < MEMORY_RESERVE) {
        Object *self = memory_error_new();
        if (!self) return -1;
        self->refcnt = 0;
        reserve[reserve_size++] = self;
    }
    last_resort = memory_error_new();
    return last_resort ? 0 : -1;
}

void exc_fini(void) {
    if (last_resort) Base_dealloc(last_resort);
    last_resort = NULL;
    while (reserve_size > 0) object_free_static(reserve[--reserve_size], true);
}

/* --- the types --- */

static const Method base_methods[] = {
    {"with_traceback(object, /)", base_m_with_traceback, "Set self.__traceback__ and return self."},
    {"add_note(object, /)", base_m_add_note, "Add a line that is shown below the exception's message."},
    {"__reduce__()", base_m_reduce, NULL},
    {"__setstate__(object, /)", base_m_setstate, NULL},
    {0}};
static const GetSet base_getsets[] = {
    {"__dict__", get_dict, set_dict, NULL},
    {"args", get_args, set_args, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL},
    {"__context__", get_context, set_context, "The exception that was being handled."},
    {"__cause__", get_cause, set_cause, "The exception given by `raise ... from`."},
    {0}};
static const Member base_members[] = {
    {"__suppress_context__", MEMBER_BOOL, offsetof(BaseExc, suppress_context), false, NULL},
    {0}};

#define SLOTS_Base .new = base_exc_new, .init = base_exc_init, .str = base_exc_str
#define SLOTS_Root SLOTS_Base, .repr = base_repr, .getattr = attr_get_generic, .methods = base_methods, .getsets = base_getsets, .members = base_members
#define SLOTS_KeyError .new = base_exc_new, .init = base_exc_init, .str = key_error_str
#define SLOTS_MemoryError SLOTS_Base
#define SLOTS_StopIteration .new = base_exc_new, .init = stop_iteration_init, .str = base_exc_str, .members = stop_iteration_members
#define SLOTS_SystemExit .new = base_exc_new, .init = system_exit_init, .str = base_exc_str, .members = system_exit_members
#define SLOTS_OSError .new = oserror_new, .init = oserror_init, .str = oserror_str, .members = oserror_members, .getsets = oserror_getsets
#define SLOTS_ImportError .new = base_exc_new, .init = import_error_init, .str = import_error_str, .members = import_error_members
#define SLOTS_SyntaxError .new = base_exc_new, .init = syntax_error_init, .str = syntax_error_str, .members = syntax_error_members
#define SLOTS_UnicodeError .new = base_exc_new, .init = unicode_error_init, .str = unicode_error_str, .members = unicode_error_members
#define SLOTS_AttributeError .new = base_exc_new, .init = attribute_error_init, .str = base_exc_str, .members = attribute_error_members
#define SLOTS_NameError .new = base_exc_new, .init = name_error_init, .str = base_exc_str, .members = name_error_members
#define SLOTS_Group .new = group_new, .init = group_init, .str = group_str, .methods = group_methods, .members = group_members
#define SLOTS_PlainGroup .second_base = &Exception_type, .new = group_new, .init = group_init, .str = group_str
#define PlainGroup_traverse Group_traverse
#define PlainGroup_clear Group_clear
#define PlainGroup_dealloc Group_dealloc
#define Root_traverse Base_traverse
#define Root_clear Base_clear
#define Root_dealloc Base_dealloc
#define KeyError_traverse Base_traverse
#define KeyError_clear Base_clear
#define KeyError_dealloc Base_dealloc
#define MemoryError_traverse Base_traverse
#define MemoryError_clear Base_clear

/* repr and the attribute protocol come from BaseException (type_ready), as every slot that a kind leaves NULL. */
#define EXC(NAME, BASE, KIND, DOC)                                                                                                 \
    Type NAME##_type = {                                                                                                           \
        .head = {.ob = {1, &type_type},                                                                                            \
                 .name = #NAME,                                                                                                    \
                 .basic_size = sizeof(KIND##Exc),                                                                                  \
                 .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE | TYPE_IS_EXCEPTION,                                                \
                 .traverse = KIND##_traverse,                                                                                      \
                 .clear = KIND##_clear,                                                                                            \
                 .dealloc = KIND##_dealloc},                                                                                       \
        .doc = DOC,                                                                                                                \
        .base = &BASE##_type,                                                                                                      \
        .dict_offset = offsetof(BaseExc, dict),                                                                                    \
        SLOTS_##KIND};
#include "runtime/exceptions.def"
