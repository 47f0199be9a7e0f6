/* structseq.c: see structseq.h. Layout, comparison, hashing and the rest are tuple's. */
#include "runtime/structseq.h"

#include <string.h>

#include "runtime/err.h"
#include "runtime/str.h"

enum { MAX_FIELDS = 32 };

static ssize_t field_count(const Type *t) {
    ssize_t n = 0;
    while (t->members[n].name) n++;
    return n;
}

Own structseq_new_take(Type *type, Object **values, ssize_t n) {
    bool whole = type_ready(type) == 0;
    for (ssize_t i = 0; i < n; i++) whole = whole && values[i];
    Own o = whole ? object_new(type, sizeof(Tuple) + (size_t)n * sizeof(Object *)) : NULL;
    if (!o) {
        for (ssize_t i = 0; i < n; i++) drop_x(values[i]);
        return err_set() ? NULL : raise_memory();
    }
    ((Tuple *)o)->size = n;
    memcpy(tuple_items(o), values, (size_t)n * sizeof *values);
    gc_track(o);
    return o;
}

Own structseq_type_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    if (type_has(cls, TYPE_NO_NEW)) return raise_error(TypeError, "cannot create '%s' instances", cls->head.name);
    if (args_range(type_name((Ref)cls), nargs, kwnames, 1, 1) < 0) return NULL;
    Own given = tuple_from_iterable(args[0]);
    if (!given) return NULL;
    ssize_t n = tuple_size(given), want = field_count(cls);
    Own result = NULL;
    if (n != want) {
        raise_error(TypeError, "%s() takes a %zd-sequence (%zd-sequence given)", cls->head.name, want, n);
    } else {
        Object *values[MAX_FIELDS];
        for (ssize_t i = 0; i < n; i++) values[i] = own(tuple_item(given, i));
        result = structseq_new_take(cls, values, n);
    }
    drop(given);
    return result;
}

void structseq_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    for (ssize_t i = tuple_size(self); --i >= 0;) drop_x(tuple_items(self)[i]);
    object_free(self);
    trash_end();
}

int structseq_traverse(Object *self, VisitFn visit, void *arg) {
    for (ssize_t i = tuple_size(self); --i >= 0;) VISIT(tuple_items(self)[i]);
    return 0;
}

Own structseq_repr(Ref self) {
    const Type *t = self->type;
    StrWriter w = {.overallocate = true};
    if (writer_ascii(&w, t->head.name, (ssize_t)strlen(t->head.name)) < 0 || writer_char(&w, '(') < 0) return NULL;
    for (ssize_t i = 0; i < tuple_size(self); i++) {
        const char *name = t->members[i].name;
        if (i && writer_ascii(&w, ", ", 2) < 0) return NULL;
        if (writer_ascii(&w, name, (ssize_t)strlen(name)) < 0 || writer_char(&w, '=') < 0 || writer_repr(&w, tuple_item(self, i)) < 0) return NULL;
    }
    return writer_char(&w, ')') < 0 ? NULL : writer_finish(&w);
}
