/* refcount.h: taking and dropping references, inlined everywhere.
 *
 * A drop to zero calls the type's dealloc at once. Deallocs of containers wrap themselves in trash_begin/trash_end so that a structure
 * nested a million deep does not use a million C frames. */
#ifndef GC_REFCOUNT_H
#define GC_REFCOUNT_H

#include "gc/object.h"

static ALWAYS_INLINE Own own(Ref o) {
    Object *mine = (Object *)(uintptr_t)o;
    mine->refcnt++;
    return mine;
}
static ALWAYS_INLINE Own own_x(Ref o) { return o ? own(o) : NULL; }

/* The count is zero: run the type's dealloc. */
static ALWAYS_INLINE void object_dealloc(Own o) { type_head(o)->dealloc(o); }

static ALWAYS_INLINE void drop(Own o) {
    CHECK(o->refcnt > 0);
    if (--o->refcnt == 0) object_dealloc(o);
}
static ALWAYS_INLINE void drop_x(Own o) {
    if (o) drop(o);
}

/* Replaces a field: stores first and drops the old value after, because a drop can run Python code that looks at the field. */
static inline void obj_set(Object **field, Own value) {
    Object *old = *field;
    *field = value;
    drop_x(old);
}
static inline void obj_clear(Object **field) { obj_set(field, NULL); }
#define CLEAR(field) obj_clear((Object **)&(field))

/* Deep-destruction guard. In a container's dealloc, right after untracking:
 *     if (trash_defer(self)) return;      deferred: it will be deallocated later, from the outermost trash_end
 *     ... drop the fields, free ...
 *     trash_end();
 * A deferred object has count 0 and is linked through its gc head. */
typedef struct {
    int depth;          /* nested container deallocs on the C stack */
    GcHead *later;      /* deferred objects, linked by prev */
} Trash;
extern Trash trash;
void trash_put(Object *self);
void trash_empty(void);
static inline bool trash_defer(Object *self) {
    if (UNLIKELY(trash.depth >= TRASHCAN_DEPTH)) {
        trash_put(self);
        return true;
    }
    trash.depth++;
    return false;
}
static inline void trash_end(void) {
    trash.depth--;
    if (UNLIKELY(trash.later != NULL) && trash.depth == 0) trash_empty();
}

#endif
