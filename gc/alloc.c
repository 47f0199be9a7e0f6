/* alloc.c: objects of any type: the words in front of them, heap types, finalizers. */
#include "gc/alloc.h"

Observer observer;

Own object_new(struct Type *type, size_t size) {
    TypeHead *head = (TypeHead *)type;
    uint32_t flags = head->flags;
    size_t before = pre_header_size(flags);
    char *block = mem_alloc(before + size);
    if (UNLIKELY(!block)) return NULL;
    Object *o = (Object *)(block + before);
    if (before > GC_HEAD_SIZE) *managed_dict_slot(o) = *managed_weakref_slot(o) = NULL;
    if (flags & TYPE_GC) gc_born(o);
    o->refcnt = 1;
    o->type = type;
    if (flags & TYPE_HEAP) head->ob.refcnt++;
    object_seen_born(o);
    return o;
}

void object_free(Object *self) {
    TypeHead *head = type_head(self);
    uint32_t flags = head->flags;
    CHECK(self->refcnt == 0);
    object_seen_died(self);
    if (flags & TYPE_GC) {
        CHECK(!gc_is_tracked(self));
        gc_died(self);
    }
    mem_free((char *)self - pre_header_size(flags));
    if (flags & TYPE_HEAP) drop(&head->ob);
}

bool object_finalize(Object *self) {
    TypeHead *head = type_head(self);
    bool once = (head->flags & TYPE_GC) != 0;
    if (!head->finalize || (once && gc_is_finalized(self))) return false;
    self->refcnt = 1;
    head->finalize(self);
    if (once) gc_set_finalized(self);
    return --self->refcnt > 0;
}

Own object_resize(Own self, size_t new_size) {
    size_t before = pre_header_size(type_head(self)->flags);
    char *old = (char *)self - before;
    CHECK(self->refcnt == 1 && !(object_is_gc(self) && gc_is_tracked(self)));
    char *block = mem_realloc(old, before + new_size);
    if (UNLIKELY(!block)) return NULL;
    Object *moved = (Object *)(block + before);
    if (moved != self) audit_moved(self, moved);
    return moved;
}
