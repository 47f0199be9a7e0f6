/* simple.h: small types that need no header of their own: range, slice, cell, module, and the iterators' constructors. */
#ifndef RUNTIME_SIMPLE_H
#define RUNTIME_SIMPLE_H

#include "runtime/object.h"

typedef struct Range { Object ob; Object *start, *stop, *step, *length; } Range;       /* ints, owned; 48 bytes */
typedef struct Slice { Object ob; Object *start, *stop, *step; } Slice;                /* 40 + gc 16 */
typedef struct Cell { Object ob; Object *value; } Cell;                                /* 24 + gc 16; value NULL: unbound */
typedef struct Module { Object ob; Object *dict; Object *name; Object *weakrefs; const void *def; void *state; } Module;
extern Type range_type, slice_type, cell_type, module_type, range_iter_type, list_iter_type, tuple_iter_type, seq_iter_type, callable_iter_type,
    enumerate_type, zip_type, map_type, filter_type, reversed_type, list_reverse_iter_type, str_iter_type, str_ascii_iter_type,
    simple_namespace_type;

/* Iterators whose inside the VM's loops know. index < 0 or seq NULL: exhausted. */
typedef struct SeqIter { Object ob; ssize_t index; Object *seq; } SeqIter;             /* list, tuple, str: 32 + gc 16 */
typedef struct RangeIter { Object ob; int64_t start, step, left; } RangeIter;         /* 40 */

MUST Own range_new(Ref start, Ref stop, Ref step);             /* exact ints */
/* Start, step and count of a range whose values all fit 60 bits; false: use the iterator protocol. */
bool range_as_words(Ref range, int64_t *start, int64_t *step, int64_t *count);
MUST Own range_iter_new(int64_t start, int64_t step, int64_t count);
MUST Own slice_new(Ref start, Ref stop, Ref step);             /* NULL: None */
/* Start, stop, step and number of items for a sequence of that length, which is read after the parts' __index__ ran; 0/-1. */
MUST int slice_indices(Ref slice, const ssize_t *length, ssize_t *start, ssize_t *stop, ssize_t *step, ssize_t *count);
/* The two halves of that, for who runs Python code in between: the parts as numbers, then fitted to the length (the number of items). */
MUST int slice_unpack(Ref slice, ssize_t *start, ssize_t *stop, ssize_t *step);
ssize_t slice_adjust(ssize_t length, ssize_t *start, ssize_t *stop, ssize_t step);
MUST Own cell_new(Ref value_or_null);
MUST Own module_new(Ref name);
static inline Ref module_dict(Ref m) { return ((const Module *)m)->dict; }
MUST int module_add(Ref module, const char *name, Own value_take);
MUST int module_add_methods(Ref module, const Method *methods);
MUST Own callable_iter_new(Ref callable, Ref sentinel);
MUST Own seq_iter_new(Type *kind, Ref seq);

#endif
