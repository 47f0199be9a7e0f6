/* typebases.c: C.__bases__ = (...): a class gets other parents, and it and all classes below it another MRO. If one of these cannot be had,
 * everything goes back to what it was. */
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/typebuild.h"

static int check_bases(Type *t, Ref bases) {
    const char *name = t->head.name;
    if (!is_tuple(bases)) return raise_error(TypeError, "can only assign tuple to %s.__bases__, not %T", name, bases), -1;
    if (tuple_size(bases) == 0) return raise_error(TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", name), -1;
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Ref base = tuple_item(bases, i);
        if (!is_type(base)) return raise_error(TypeError, "%s.__bases__ must be tuple of classes, not '%T'", name, base), -1;
        if (type_is_subtype(as_type(base), t)) return raise_error(TypeError, "a __bases__ item causes an inheritance cycle"), -1;
    }
    return 0;
}

/* New MROs for t and everything below; `undo` gets each class and its old one. */
static int renew_mros(Type *t, Ref undo) {
    ssize_t pos = 0;
    Type *sub;
    if (!enter_c(NULL)) return -1;
    Own before = tuple_pack(2, (Ref)t, (Ref)t->mro);
    if (!before || list_append_take(undo, before) || mro_set(t)) return -1;
    while ((sub = subclass_next(t, &pos))) {
        int bad = renew_mros(sub, undo);
        drop((Own)sub);
        if (bad) return -1;
    }
    return 0;
}

static void restore_mros(Ref undo) {
    for (ssize_t i = list_size(undo); i-- > 0;) {
        Ref before = list_item(undo, i);
        obj_set((Object **)&as_type(tuple_item(before, 0))->mro, own(tuple_item(before, 1)));
    }
}

static void swap_bases(Type *t, Own *bases, Own *base) {
    Own old_bases = (Own)t->bases, old_base = (Own)t->base;
    t->bases = (Tuple *)*bases;
    t->base = as_type(*base);
    *bases = old_bases;
    *base = old_base;
}

static int move_to_new_bases(Type *t, Ref old_bases) {
    for (ssize_t i = 0; i < tuple_size(old_bases); i++) subclass_remove(as_type(tuple_item(old_bases, i)), t);
    for (ssize_t i = 0; i < tuple_size((Ref)t->bases); i++)
        if (subclass_add(as_type(tuple_item((Ref)t->bases, i)), t)) return -1;
    return 0;
}

int type_set_bases(Ref cls, Ref value) {
    Type *t = as_type(cls), *best;
    if (check_bases(t, value) || !(best = type_best_base(value)) || type_check_layout(t->base, best, "__bases__")) return -1;
    Own undo = list_new(0), bases = own(value), base = own((Ref)best);
    if (!undo) goto fail;
    swap_bases(t, &bases, &base);
    if (renew_mros(t, undo)) {
        restore_mros(undo);
        swap_bases(t, &bases, &base);
        goto fail;
    }
    int result = move_to_new_bases(t, bases);
    type_modified(t, NULL);
    drop(undo);
    drop(bases);
    drop(base);
    return result;
fail:
    drop_x(undo);
    drop(bases);
    drop(base);
    return -1;
}
