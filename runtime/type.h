/* type.h: what a type is: the memory side's TypeHead, then the slots of the protocols, then names and lookups.
 *
 * Slots are CPython's, in adder's conventions. A built-in type fills them in one static initialiser at the end of its file, with a
 * methods table; type_ready (on first use) builds its dict: methods, getsets, members and a wrapper for each filled slot (slots.def).
 * A class made by Python gets its slots from the special methods found in its MRO (slotwrap.c), kept current when they are set.
 *
 * Versions: a nonzero version tag identifies the type's attributes as they are; any change of a type or of one of its bases sets the tag of
 * the type and of its subclasses to 0, and a new number is given at the next cached lookup. Inline caches are guarded by it. */
#ifndef RUNTIME_TYPE_H
#define RUNTIME_TYPE_H

#include "gc/alloc.h"

typedef struct Type Type;
typedef struct Dict Dict;
typedef struct DictKeys DictKeys;
typedef struct Tuple Tuple;
typedef struct Str Str;
typedef int64_t Hash; /* -1: error */
struct Buffer;        /* runtime/bytes.h */

typedef enum BinOp { /* order of the grammar's operators */
    OP_ADD, OP_SUB, OP_MUL, OP_MATMUL, OP_TRUEDIV, OP_FLOORDIV, OP_MOD, OP_POW, OP_LSHIFT, OP_RSHIFT, OP_OR, OP_XOR, OP_AND,
    N_NUMBER_OPS, OP_DIVMOD = N_NUMBER_OPS, N_BINOPS
} BinOp;
typedef enum CmpOp { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE } CmpOp;

typedef Own (*UnaryFn)(Ref);
typedef Own (*BinaryFn)(Ref, Ref);
typedef Own (*TernaryFn)(Ref, Ref, Ref);
typedef int (*TestFn)(Ref);
typedef ssize_t (*LenFn)(Ref);                                   /* -1: error */
typedef Own (*IndexFn)(Ref, ssize_t);
typedef int (*SetIndexFn)(Ref, ssize_t, Ref value);              /* value NULL: delete */
typedef int (*SetItemFn)(Ref, Ref key, Ref value);               /* value NULL: delete; also attributes and descriptors */
typedef int (*ContainsFn)(Ref, Ref);
typedef Hash (*HashFn)(Ref);
typedef Own (*CompareFn)(Ref, Ref, CmpOp);                       /* NotImplemented: ask the other side */
typedef int (*NextFn)(Ref, Own *out);                            /* 1 found, 0 exhausted (no exception), -1 error */
/* args: nargs positional values, then one value per name in kwnames (a tuple of str, or NULL). All borrowed; args[-1] may be
 * overwritten and restored by the callee (a bound method puts self there) if nargs was or'ed with ARGS_OFFSET. */
typedef Own (*CallFn)(Ref callable, Ref const *args, size_t nargs, Ref kwnames);
typedef Own (*NewFn)(Type *cls, Ref const *args, size_t nargs, Ref kwnames);
typedef int (*InitFn)(Ref self, Ref const *args, size_t nargs, Ref kwnames);
typedef Own (*DescrGetFn)(Ref descr, Ref instance, Ref owner);   /* instance NULL: looked up on the class */

/* A method or module function: one row. `signature` is name(parameters) in Python's syntax; docs, arity, defaults' spelling, `/`, `*` and
 * keywords all come from it. fn gets its arguments bound in the order of the signature: absent ones NULL, *args a tuple, **kw a dict
 * (both always there). raw gets them as passed: for functions whose speed or oddity needs it. */
typedef Own (*BoundFn)(Ref self, Ref const *args);
typedef Own (*RawFn)(Ref self, Ref const *args, size_t nargs, Ref kwnames);
typedef struct Method {
    const char *signature;
    BoundFn fn;
    const char *doc;
    unsigned flags; /* METHOD_STATIC, METHOD_CLASS, METHOD_COEXIST (keep beside a slot's wrapper) */
    RawFn raw;      /* instead of fn */
} Method;
enum { METHOD_STATIC = 1, METHOD_CLASS = 2, METHOD_COEXIST = 4 };

typedef struct GetSet {
    const char *name;
    Own (*get)(Ref self);
    int (*set)(Ref self, Ref value); /* NULL: read-only; value NULL: delete */
    const char *doc;
} GetSet;

typedef struct Member { /* a C field shown as an attribute */
    const char *name;
    enum MemberKind { MEMBER_OBJECT, MEMBER_OBJECT_X /* NULL: AttributeError */, MEMBER_INT, MEMBER_SSIZE, MEMBER_BOOL, MEMBER_SLOT } kind;
    ssize_t offset;
    bool readonly;
    const char *doc;
} Member;

struct Type {
    TypeHead head; /* first: gc knows only this */
    const char *doc;

    /* generic protocol */
    UnaryFn repr, str;
    HashFn hash;
    CompareFn compare;
    CallFn call;
    BinaryFn getattr;      /* NULL inherits attr_get_generic */
    SetItemFn setattr;
    UnaryFn iter;
    NextFn next;
    DescrGetFn descr_get;
    SetItemFn descr_set;
    NewFn new;
    InitFn init;
    NewFn construct;       /* a call of exactly this class in one step, instead of new and init; not inherited */
    const char *signature; /* of the constructor: "list(iterable=(), /)" */

    /* numbers */
    BinaryFn binary[N_BINOPS];
    BinaryFn inplace[N_NUMBER_OPS];
    TernaryFn pow3; /* three-argument pow */
    UnaryFn negative, positive, absolute, invert, to_int, to_float, index;
    TestFn truth;

    /* sequences and mappings */
    LenFn len;
    BinaryFn subscript;        /* o[key] */
    SetItemFn set_subscript;   /* o[key] = v, del o[key] */
    IndexFn item;              /* o[i], i already counted from the start: sequences */
    SetIndexFn set_item;
    ContainsFn contains;
    BinaryFn concat, inplace_concat;
    IndexFn repeat, inplace_repeat;

    /* coroutines and buffers */
    UnaryFn await, aiter, anext;
    int (*get_buffer)(Ref self, struct Buffer *out, int writable);
    void (*release_buffer)(Ref self, struct Buffer *buffer);

    /* tables of a built-in type */
    const Method *methods;
    const GetSet *getsets;
    const Member *members;

    /* inheritance and attributes; owned */
    Type *base;              /* NULL: object (type_ready fills it) */
    Tuple *bases, *mro;
    Dict *dict;
    Type *second_base;       /* of a static type with two bases (ExceptionGroup); adds no slots */
    Object *subclasses;      /* dict: address -> weak reference, or NULL */
    Object *weakrefs;        /* to the type itself */
    ssize_t dict_offset;     /* positive: offset of the dict pointer; -1: managed (pre-header); 0: no dict */
    uint32_t version;        /* version tag, 0: none valid */
    uint32_t init_version;   /* version for which `init_func` below was looked up */

    /* heap types only; owned */
    Str *name, *qualname;
    Object *slots;           /* tuple of __slots__ names or NULL */
    Object *module;
    DictKeys *cached_keys;   /* shared keys of the instances */
    const Member *slot_members; /* own array of MEMBER_SLOT members of this class, `n_slots` of them */
    ssize_t n_slots;
    /* caches of the specialiser; borrowed, valid while version == init_version */
    Object *init_func;
};

extern Type type_type, object_type;

/* Bit tests for built-in bases. */
static inline bool type_has(const Type *t, uint32_t flag) { return (t->head.flags & flag) != 0; }
static inline bool is_type(Ref o) { return type_has(o->type, TYPE_IS_TYPE); }
static inline Type *as_type(Ref o) { return (Type *)(uintptr_t)o; }

static inline bool type_is_subtype(const Type *a, const Type *b);
bool type_is_subtype_slow(const Type *a, const Type *b);
static inline bool type_is_subtype(const Type *a, const Type *b) { return a == b || type_is_subtype_slow(a, b); }
static inline bool object_is_a(Ref o, const Type *t) { return type_is_subtype(o->type, t); }

/* Completes a static type: base, mro, dict, inherited slots. Idempotent and cheap when done; 0 or -1. Every lookup calls it. */
int type_ready(Type *t);
/* The attribute of that name along the MRO, without binding; borrowed; NULL and no exception if absent. Uses the method cache. */
Ref type_lookup(Type *t, Ref name);
/* The nonzero version tag of the type, assigned now if need be; 0: none left. */
uint32_t type_version(Type *t);
/* The type's attributes changed: forget versions, its own and its subclasses', and refresh slots for `name` (NULL: all). */
void type_modified(Type *t, Ref name);
/* class statement and type(name, bases, dict): the whole of type.__new__. */
Own type_new_class(Type *meta, Ref name, Ref bases, Ref dict, Ref const *kwvalues, Ref kwnames);
/* The most derived metaclass of start and of the bases; borrowed; NULL: conflict raised. */
Type *type_calculate_meta(Type *start, Ref bases);
/* Sets a slot-wrapper-free attribute of a static type's dict while it is being readied. */
int type_dict_add(Type *t, const char *name, Own value_take);
const char *type_name(Ref o); /* of the object's type, last dotted part, for messages */

/* An instance with everything behind the header zeroed, inline values set up, tracked if collectable. The `alloc` of heap types. */
MUST Own instance_new(Type *cls);
/* The same with room for n items behind the fixed part: subclasses of tuple, int, bytes. `size` fields are the caller's. */
MUST Own instance_new_items(Type *cls, ssize_t n);
/* The same with `tail` bytes of the caller's behind everything else, at *offset: subclasses of str. */
MUST Own instance_new_tail(Type *cls, size_t tail, size_t *offset);
/* For state_fini: undoes the readying of all static types. */
void types_fini(void);
/* The dealloc, traverse and clear of heap types. */
void instance_dealloc(Object *self);
int instance_traverse(Object *self, VisitFn visit, void *arg);
int instance_clear(Object *self);

#endif
