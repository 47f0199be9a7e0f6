/* refcount.c: the trashcan. Deallocs nested beyond TRASHCAN_DEPTH wait in a chain (the last one deferred comes first, as in CPython);
 * the outermost dealloc works it off. While it does, depth stays at 1, so that no dealloc below it starts a second round. */
#include "gc/refcount.h"

#include "gc/collect.h"

Trash trash;

void trash_put(Object *self) {
    GcHead *h = gc_head(self);
    CHECK(self->refcnt == 0 && h->next == 0);
    h->prev = (h->prev & GC_FINALIZED) | (uintptr_t)trash.later;
    trash.later = h;
}

void trash_empty(void) {
    trash.depth++;
    while (trash.later) {
        GcHead *h = trash.later;
        trash.later = (GcHead *)(h->prev & ~(uintptr_t)3);
        h->prev &= GC_FINALIZED;
        object_dealloc(gc_object(h));
        CHECK(trash.depth == 1);
    }
    trash.depth--;
}
