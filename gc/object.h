/* object.h: what every object begins with, and what the memory side knows of a type.
 *
 *   address - 32   weak reference list     only with TYPE_MANAGED_WEAKREF  (CPython's order: -4, -3 words)
 *   address - 24   attribute dict          only with TYPE_MANAGED_DICT
 *   address - 16   gc links and flags      only with TYPE_GC
 *   address        refcnt, type            every object
 *
 * An instance of a Python class has all of them (48 bytes without a field), its inline attribute values follow the object. The slots
 * for dict and weak references come as a pair: if either flag is set both words are there.
 * Invariant: refcnt is the true number of holders, at every moment, for every object; nothing is immortal. */
#ifndef GC_OBJECT_H
#define GC_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "gc/config.h"
#include "gc/own.h"

struct Object {
    ssize_t refcnt;
    struct Type *type; /* owned if the type is on the heap: its instances hold it */
};

/* An object with a count of items, whose items follow the fixed part: tuple, bytes. */
typedef struct {
    Object ob;
    ssize_t size;
} VarObject;

typedef struct GcHead {
    uintptr_t next; /* 0: untracked. low bits: GC_UNREACHABLE, GC_LEAF during a collection */
    uintptr_t prev; /* low bits: GC_FINALIZED, GC_COLLECTING; the rest is the link or, while collecting, gc_refs */
} GcHead;

enum { GC_HEAD_SIZE = sizeof(GcHead), PRE_HEADER_SIZE = 2 * sizeof(void *) };

typedef int (*VisitFn)(Object *child, void *arg); /* nonzero stops the walk and is returned */
typedef int (*TraverseFn)(Object *self, VisitFn visit, void *arg);
typedef int (*ClearFn)(Object *self);
typedef void (*DeallocFn)(Object *self);
typedef void (*FinalizeFn)(Object *self); /* PEP 442: may resurrect; exceptions are reported, never left set */

enum TypeFlag {
    TYPE_GC = 1 << 0,              /* instances have a gc head */
    TYPE_MANAGED_DICT = 1 << 1,    /* pre-header word for the attribute dict */
    TYPE_MANAGED_WEAKREF = 1 << 2, /* pre-header word for the weak reference list */
    TYPE_INLINE_VALUES = 1 << 3,   /* attribute values follow the instance */
    TYPE_HEAP = 1 << 4,            /* made at run time: its instances hold a reference to it */
    TYPE_BASE = 1 << 5,            /* may be subclassed */
    TYPE_READY = 1 << 6,           /* dict and mro are filled */
    TYPE_IMMUTABLE = 1 << 7,       /* attributes cannot be set */
    TYPE_NO_NEW = 1 << 8,          /* cannot be instantiated from Python */
    TYPE_METHOD_DESCR = 1 << 9,    /* called with the instance inserted: functions, method descriptors */
    TYPE_ABSTRACT = 1 << 10,
    TYPE_SEQUENCE = 1 << 11, /* matches a sequence pattern */
    TYPE_MAPPING = 1 << 12,  /* matches a mapping pattern */
    TYPE_UNTRACKABLE = 1 << 13, /* the collector may untrack instances (tuple, dict): it calls head.untrack */
    /* fast isinstance for the built-in bases, inherited */
    TYPE_IS_INT = 1 << 24,
    TYPE_IS_LIST = 1 << 25,
    TYPE_IS_TUPLE = 1 << 26,
    TYPE_IS_BYTES = 1 << 27,
    TYPE_IS_STR = 1 << 28,
    TYPE_IS_DICT = 1 << 29,
    TYPE_IS_EXCEPTION = 1 << 30,
};
#define TYPE_IS_TYPE (1u << 31)

/* The part of a type that the memory side uses. struct Type (runtime/type.h) begins with it. */
typedef struct TypeHead {
    Object ob;            /* types are objects */
    const char *name;     /* for built-in types "list" or "collections.deque"; heap types own a copy */
    ssize_t basic_size;   /* bytes of an instance from its address, without items */
    ssize_t item_size;    /* bytes per item of a VarObject */
    uint32_t flags;
    TraverseFn traverse;  /* visits every reference that the instance owns, its heap type included */
    ClearFn clear;        /* drops those that can be part of a cycle */
    DeallocFn dealloc;    /* count reached zero: untrack, drop fields, free */
    FinalizeFn finalize;  /* __del__ and its like, before clear */
    bool (*untrack)(Object *self); /* TYPE_UNTRACKABLE: true if it holds only atoms and was untracked */
    ssize_t weaklist_offset;  /* positive: offset in the instance; -32: managed; 0: no weak references */
} TypeHead;

static inline TypeHead *type_head(const Object *o) { return (TypeHead *)o->type; }
/* Has it a gc head? All instances of a type with TYPE_GC, except that of the types themselves only those made at run time have one. */
static ALWAYS_INLINE bool object_is_gc(const Object *o) {
    uint32_t flags = type_head(o)->flags & (TYPE_GC | TYPE_IS_TYPE);
    return flags == TYPE_GC || (UNLIKELY(flags == (TYPE_GC | TYPE_IS_TYPE)) && (((const TypeHead *)(const void *)o)->flags & TYPE_HEAP));
}
static inline GcHead *gc_head(const Object *o) { return (GcHead *)((char *)(uintptr_t)o - GC_HEAD_SIZE); }
static inline Object *gc_object(GcHead *head) { return (Object *)((char *)head + GC_HEAD_SIZE); }

/* Bytes in front of an instance of a type with these flags. */
static inline size_t pre_header_size(uint32_t flags) {
    return ((flags & TYPE_GC) ? GC_HEAD_SIZE : 0) +
           ((flags & (TYPE_MANAGED_DICT | TYPE_MANAGED_WEAKREF)) ? PRE_HEADER_SIZE : 0);
}
static inline Object **managed_dict_slot(const Object *o) { return (Object **)((char *)(uintptr_t)o - 24); }
static inline Object **managed_weakref_slot(const Object *o) { return (Object **)((char *)(uintptr_t)o - 32); }

#define VISIT(field)                                                        \
    do {                                                                    \
        if (field) {                                                        \
            int stop_ = visit((Object *)(uintptr_t)(field), arg);           \
            if (stop_) return stop_;                                        \
        }                                                                   \
    } while (0)

#endif
