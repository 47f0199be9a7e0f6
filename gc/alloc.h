/* alloc.h: making and freeing objects: the door between types and the pools.
 *
 * object_new gives memory with the header filled (count 1, type set and, for a heap type, held) and everything behind it uninitialised.
 * A collectable object starts untracked: its maker calls gc_track when its fields are valid. Freeing takes the address of the object and
 * finds the start of the block from the type's flags. NULL means no memory; no exception is set here. */
#ifndef GC_ALLOC_H
#define GC_ALLOC_H

#include "gc/audit.h"
#include "gc/collect.h"
#include "gc/events.h"
#include "gc/mem.h"
#include "gc/refcount.h"

/* size: bytes from the object's address on (basic size plus items or inline values). Managed dict and weakref words start NULL. */
MUST Own object_new(struct Type *type, size_t size);
/* For a dealloc: gives the block back, and drops the heap type. The count must be 0 and the object untracked. */
void object_free(Object *self);
/* For a dealloc, at count 0 and before anything is dropped: runs the type's finalize unless it ran before. True: the object was
 * resurrected, the dealloc must return at once and leave it alone. */
MUST bool object_finalize(Object *self);

static ALWAYS_INLINE void object_seen_born(Object *o) {
    audit_born(o);
    if (UNLIKELY(observer.born != NULL)) observer.born(o);
}
static ALWAYS_INLINE void object_seen_died(Object *o) {
    if (UNLIKELY(observer.died != NULL)) observer.died(o);
    audit_died(o);
}

/* The same without touching counts of types: static types only, inlined for the hot ones. */
MUST static ALWAYS_INLINE Own object_new_static(struct Type *type, size_t size, bool has_head) {
    char *block = mem_alloc(size + (has_head ? GC_HEAD_SIZE : 0));
    if (UNLIKELY(!block)) return NULL;
    Object *o = (Object *)(block + (has_head ? GC_HEAD_SIZE : 0));
    if (has_head) gc_born(o);
    o->refcnt = 1;
    o->type = type;
    object_seen_born(o);
    return o;
}
static ALWAYS_INLINE void object_free_static(Object *self, bool has_head) {
    object_seen_died(self);
    if (has_head) gc_died(self);
    mem_free((char *)self - (has_head ? GC_HEAD_SIZE : 0));
}
/* Resizes an untracked object with count 1 (string and tuple building); the address may change. NULL: no memory, the old one stays. */
MUST Own object_resize(Own self, size_t new_size);

#endif
