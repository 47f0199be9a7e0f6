/* instance.c: the life of instances of Python classes, subclasses of built-in types included.
 *
 *   [weakrefs, dict]  gc head | header | fields of the built-in base | __slots__ of each class, base first | inline values
 *
 * Dealloc takes the layers off from the outside: __del__ (which may bring the instance back), weak references, __slots__ from the class up,
 * attributes, and then hands over to the dealloc of the built-in base, which frees its fields and the block. The trashcan counts the whole of it
 * as one level. */
#include "runtime/instance.h"

#include <string.h>

#include "runtime/err.h"
#include "runtime/object.h"
#include "runtime/typebuild.h"
#include "runtime/weakref.h"

/* --- making --- */

static Own finish_new(Type *cls, Object *self, size_t fixed) {
    if (UNLIKELY(!self)) return raise_memory();
    memset((char *)self + sizeof(Object), 0, fixed - sizeof(Object));
    if (type_has(cls, TYPE_INLINE_VALUES)) dict_inline_init(inline_values(self), cls->cached_keys);
    if (type_has(cls, TYPE_GC)) gc_track(self);
    return self;
}

static inline size_t values_size(const Type *cls) { return type_has(cls, TYPE_INLINE_VALUES) ? dict_inline_size(cls->cached_keys) : 0; }

Own instance_new(Type *cls) {
    size_t fixed = (size_t)cls->head.basic_size;
    return finish_new(cls, object_new(cls, fixed + values_size(cls)), fixed);
}

Own instance_new_tail(Type *cls, size_t tail, size_t *offset) {
    size_t fixed = (size_t)cls->head.basic_size;
    *offset = (fixed + values_size(cls) + 7) & ~(size_t)7;
    if (tail > PTRDIFF_MAX - *offset) return raise_memory();
    return finish_new(cls, object_new(cls, *offset + tail), fixed);
}

Own instance_new_items(Type *cls, ssize_t n) {
    size_t size;
    if (__builtin_mul_overflow((size_t)n, (size_t)cls->head.item_size, &size) ||
        __builtin_add_overflow(size, (size_t)cls->head.basic_size + sizeof(void *), &size) || size > PTRDIFF_MAX)
        return raise_memory();
    return finish_new(cls, object_new(cls, size), size);
}

/* --- attributes --- */

/* First to last in the order of the shared keys. */
static ALWAYS_INLINE void drop_values(DictValues *values) {
    size_t left = values->size;
    values->size = 0;
    for (Object **p = values->values; left; p++) {
        Object *value = *p;
        if (!value) continue;
        *p = NULL;
        left--;
        drop(value);
    }
}

static int detach_dict(Ref o, Object *dict) {
    if (!type_has(o->type, TYPE_INLINE_VALUES) || !is_dict(dict) || ((Dict *)dict)->values != inline_values(o)) return 0;
    return dict_detach_inline((Dict *)dict);
}

/* The values leave the instance before they are dropped: it may get new ones meanwhile. */
static void empty_values(DictValues *values) {
    Object *old[256];
    size_t n = 0, capacity = values->capacity;
    values->valid = 0;
    values->size = 0;
    for (size_t i = 0; i < capacity; i++) {
        if (values->values[i]) old[n++] = values->values[i];
        values->values[i] = NULL;
    }
    for (size_t i = 0; i < n; i++) drop(old[i]);
}

int instance_set_dict(Ref o, Ref dict) {
    Object **slot = instance_dict_slot(o), *old = *slot;
    if (old && detach_dict(o, old)) return -1;
    *slot = own_x(dict);
    if (type_has(o->type, TYPE_INLINE_VALUES) && inline_values(o)->valid) empty_values(inline_values(o));
    drop_x(old);
    return 0;
}

int instance_detach_values(Ref o) {
    if (!type_has(o->type, TYPE_INLINE_VALUES) || !inline_values(o)->valid) return 0;
    Ref dict = object_get_dict(o);
    return dict ? detach_dict(o, (Object *)(uintptr_t)dict) : -1;
}

/* Without memory for values of its own the dict loses them; the dying instance has nobody to tell. */
static NOINLINE void detach_from_dying(Object *self, Object *dict) {
    Object *held = err_take();
    if (detach_dict(self, dict)) err_clear();
    err_restore_take(held);
}

static ALWAYS_INLINE void drop_attributes(Object *self, const Type *t) {
    Object **slot = managed_dict_slot(self), *dict = *slot;
    if (UNLIKELY(dict != NULL)) {
        if (dict->refcnt > 1) detach_from_dying(self, dict);
        *slot = NULL;
        drop(dict);
    }
    if (type_has(t, TYPE_INLINE_VALUES) && inline_values(self)->valid) drop_values(inline_values(self));
}

static void clear_slots(Object *self, const Type *t) {
    for (ssize_t i = 0; i < t->n_slots; i++) obj_clear((Object **)((char *)self + t->slot_members[i].offset));
}

/* --- dying --- */

void instance_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    if (UNLIKELY(type_head(self)->finalize != NULL) && object_finalize(self)) {
        gc_track(self);
        trash_end();
        return;
    }
    const Type *t = self->type, *base = t;
    if (type_has(t, TYPE_MANAGED_WEAKREF) && UNLIKELY(*managed_weakref_slot(self) != NULL)) weakref_clear_slow(self);
    for (; base->head.dealloc == instance_dealloc; base = base->base)
        if (base->n_slots) clear_slots(self, base);
    if (type_has(t, TYPE_MANAGED_DICT)) drop_attributes(self, t);
    if (LIKELY(base == &object_type)) {
        object_free(self);
        trash_end();
        return;
    }
    trash.depth--; /* the base's dealloc may enter the trashcan itself: there is room for it, as there was here */
    base->head.dealloc(self);
    if (UNLIKELY(trash.later != NULL) && trash.depth == 0) trash_empty();
}

int instance_traverse(Object *self, VisitFn visit, void *arg) {
    const Type *t = self->type, *base = t;
    for (; base->head.traverse == instance_traverse; base = base->base)
        for (ssize_t i = 0; i < base->n_slots; i++) VISIT(*(Object **)((char *)self + base->slot_members[i].offset));
    if (type_has(t, TYPE_INLINE_VALUES) && inline_values(self)->valid) {
        const DictValues *values = inline_values(self);
        size_t left = values->size;
        for (Object *const *p = values->values; left; p++) {
            if (!*p) continue;
            left--;
            VISIT(*p);
        }
    }
    if (type_has(t, TYPE_MANAGED_DICT)) VISIT(*managed_dict_slot(self));
    VISIT(t);
    return base->head.traverse ? base->head.traverse(self, visit, arg) : 0;
}

int instance_clear(Object *self) {
    const Type *t = self->type, *base = t;
    for (; base->head.clear == instance_clear; base = base->base) clear_slots(self, base);
    if (type_has(t, TYPE_MANAGED_DICT) && instance_set_dict(self, NULL)) err_clear();
    return base->head.clear ? base->head.clear(self) : 0;
}
