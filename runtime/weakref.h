/* weakref.h: weak references and proxies. An object's weak references form a list whose head is in the object (pre-header word, or a field
 * at the type's weaklist_offset); the list owns nothing, and each reference takes itself out when it dies.
 * Order of the list: the plain reference without callback first, the plain proxy next, then those with callbacks, newest first. */
#ifndef RUNTIME_WEAKREF_H
#define RUNTIME_WEAKREF_H

#include "runtime/object.h"

typedef struct WeakRef {
    Object ob;
    Object *referent;          /* borrowed; NULL: dead */
    Object *callback;          /* owned or NULL */
    Hash hash;                 /* of the referent, once asked; -1 */
    struct WeakRef *prev, *next;
} WeakRef;
extern Type weakref_type, weakproxy_type, weakcallable_proxy_type;

/* A reference to o: the shared one where there is no callback. TypeError "cannot create weak reference to '%T' object". */
MUST Own weakref_new(Ref o, Ref callback_or_null);
MUST Own weakproxy_new(Ref o, Ref callback_or_null);
/* The referent as a new reference, or NULL (no exception) if it is gone. */
Own weakref_get(Ref weakref);
static inline bool is_weakref(Ref o) { return type_is_subtype(o->type, &weakref_type); }
bool is_weakproxy(Ref o);
size_t weakref_count(Ref o);
MUST Own weakref_list(Ref o);                 /* list of the references and proxies to o */
/* For the dealloc of an object that may have weak references: they die, their callbacks run. Keeps the exception in flight. */
void weakref_clear_slow(Object *self);
static ALWAYS_INLINE WeakRef **weakref_slot(const Object *o) {
    ssize_t offset = type_head(o)->weaklist_offset;
    return offset == 0 ? NULL : (WeakRef **)((char *)(uintptr_t)o + offset); /* managed: -32 */
}
static ALWAYS_INLINE void weakref_clear(Object *self) {
    WeakRef **list = weakref_slot(self);
    if (UNLIKELY(list && *list)) weakref_clear_slow(self);
}
/* The collector's hook: references to trash die; callbacks of references outside of it run. */
void weakref_clear_trash(GcHead *unreachable);

#endif
