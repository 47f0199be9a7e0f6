/* descr.h: descriptors: property, classmethod, staticmethod, getset and member descriptors, wrapper descriptors, bound methods. */
#ifndef RUNTIME_DESCR_H
#define RUNTIME_DESCR_H

#include "runtime/builtin.h"

typedef struct BoundMethod {
    Object ob;
    Object *func, *self;      /* owned */
    Object *weakrefs;
} BoundMethod;
typedef struct Property {
    Object ob;
    Object *get, *set, *del, *doc, *name;
    bool doc_from_getter;
} Property;
typedef struct Wrapper {      /* classmethod, staticmethod */
    Object ob;
    Object *callable, *dict;
} Wrapper;
typedef struct Descr {        /* getset_descriptor, member_descriptor */
    Object ob;
    Type *owner;
    Object *name, *qualname;
    union { const GetSet *getset; const Member *member; } u;
} Descr;
extern Type bound_method_type, property_type, classmethod_type, staticmethod_type, getset_descr_type, member_descr_type, wrapper_descr_type,
    method_wrapper_type, mappingproxy_type, super_type, instancemethod_type;
MUST Own bound_method_new(Ref func, Ref self);
MUST Own getset_descr_new(Type *owner, const GetSet *def);
MUST Own member_descr_new(Type *owner, const Member *def);
MUST Own member_get(Ref o, const Member *m);
MUST int member_set(Ref o, const Member *m, Ref value_or_null);
MUST Own mappingproxy_new(Ref mapping);
/* Wrapper descriptors for the filled slots of a static type (slots.def); 0/-1. */
MUST int slot_wrappers_add(Type *t);
/* Fills slots of a heap type from the special methods of its MRO: name NULL: all. */
void slot_update(Type *t, Ref name);
/* Copies what a static type does not define from its base. */
void slot_inherit(Type *t, const Type *base);

#endif
