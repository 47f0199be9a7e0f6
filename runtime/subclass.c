/* subclass.c: the direct subclasses of a type: a dict from their addresses to weak references, in the order of their making. */
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/typebuild.h"
#include "runtime/weakref.h"

int subclass_add(Type *base, Type *t) {
    if (!base->subclasses && !(base->subclasses = dict_new())) return -1;
    Own key = int_from_unsigned((uintptr_t)t), ref = key ? weakref_new((Ref)t, NULL) : NULL;
    int result = ref ? dict_set(base->subclasses, key, ref) : -1;
    if (result == 0 && !type_has(t, TYPE_HEAP)) gc_untrack(ref); /* static types are no trash: see type.c */
    drop_x(key);
    drop_x(ref);
    return result;
}

/* From the dealloc of a class too: without memory the dead reference stays, and is skipped by subclass_next. */
void subclass_remove(Type *base, Type *t) {
    if (!base->subclasses) return;
    Object *held = err_take();
    Own key = int_from_unsigned((uintptr_t)t);
    if (!key || dict_del(base->subclasses, key) < 0) err_clear();
    drop_x(key);
    if (dict_used(base->subclasses) == 0) CLEAR(base->subclasses);
    err_restore_take(held);
}

Type *subclass_next(const Type *base, ssize_t *pos) {
    Ref key, value;
    Hash hash;
    while (base->subclasses && dict_next(base->subclasses, pos, &key, &value, &hash)) {
        Own t = weakref_get(value);
        if (t) return as_type(t);
    }
    return NULL;
}
