/* builtin.h: functions written in C, as objects: builtin functions (and bound C methods), method descriptors, and their parsed signatures. */
#ifndef RUNTIME_BUILTIN_H
#define RUNTIME_BUILTIN_H

#include "runtime/object.h"

enum { SIGNATURE_MAX = 24 };
struct Signature {
    const char *text;
    uint8_t n;                 /* parameters, *args and **kw included */
    uint8_t n_positional_only;
    uint8_t n_positional;      /* positional-only and plain ones */
    uint8_t n_required;        /* of the positional ones */
    int8_t varargs, varkw;     /* slot numbers, or -1 */
    uint8_t name_length;
    bool simple;               /* positional-only parameters and nothing else */
    bool self_shown;           /* starts with $self: shown in __text_signature__ */
    uint32_t required;         /* bit i: parameter i has no default */
    Object *names[SIGNATURE_MAX]; /* interned, owned; NULL for *args, **kw slots and positional-only */
};

typedef struct Builtin {       /* len, print; also [].append: a C function with its self */
    Object ob;                 /* 16 + gc 16 */
    const Method *def;
    const Signature *signature;
    Object *self;              /* owned or NULL */
    Object *module;            /* name, owned or NULL */
    Object *weakrefs;
} Builtin;
typedef struct MethodDescr {   /* list.append: method_descriptor, classmethod_descriptor, wrapper_descriptor, getset, member */
    Object ob;
    Type *owner;               /* owned */
    Object *name;              /* owned str */
    Object *qualname;
    const Method *def;         /* method descriptors */
    const Signature *signature;
} MethodDescr;
extern Type builtin_type, method_descr_type, classmethod_descr_type;

const Signature *signature_parse(const char *text);  /* cached by address; NULL: no memory (no exception) */
void signatures_fini(void);
/* What args_bind does, for a signature at hand. Slots of *args and **kw are new objects. */
MUST int signature_bind(const Signature *s, Ref const *args, size_t nargs, Ref kwnames, Ref *out);
void signature_unbind(const Signature *s, Ref *out);
/* TypeError for a call that the parameters of s do not allow; def NULL: a constructor. -1 */
int signature_refuse(const Signature *s, const Method *def, Ref self_or_null, size_t nargs, Ref kwnames);
MUST Own signature_text(const char *text, const char *first); /* __text_signature__ */
/* Calls def with self and the args as passed. Inlined by the VM's specialised calls for simple signatures. */
MUST Own builtin_invoke(const Method *def, const Signature *s, Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own method_descr_new(Type *owner, const Method *def);
/* "list.append", as messages name a function written in C. */
MUST Own builtin_full_name(const Method *def, Ref self_or_null);
/* The signature of a method row's object, parsed at its first call. */
static inline const Signature *signature_of(const Method *def, const Signature **cached) {
    if (UNLIKELY(!*cached)) *cached = signature_parse(def->signature);
    return *cached;
}
/* name of a Method row, as an interned str */
MUST Own method_name(const Method *def);

#endif
