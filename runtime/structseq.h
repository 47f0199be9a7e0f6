/* structseq.h: tuples with named items: sys.version_info, time.struct_time. A type is a static Type made by STRUCTSEQ from a list of members, each
 * of which shows an item of the tuple. */
#ifndef RUNTIME_STRUCTSEQ_H
#define RUNTIME_STRUCTSEQ_H

#include "runtime/object.h"

#define STRUCTSEQ_FIELD(name, index, doc) {name, MEMBER_OBJECT, (ssize_t)(offsetof(Tuple, items) + (index) * sizeof(Object *)), true, doc}
/* One with `values` stolen, of which there are as many as fields; on failure they are dropped. */
MUST Own structseq_new_take(Type *type, Object **values, ssize_t n);
MUST Own structseq_repr(Ref self);
MUST Own structseq_type_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames);
void structseq_dealloc(Object *self);
int structseq_traverse(Object *self, VisitFn visit, void *arg);
#define STRUCTSEQ(text, fields, about, more)                                                                                \
    {.head = {.ob = {1, &type_type}, .name = text, .basic_size = sizeof(Tuple), .item_size = sizeof(Object *),              \
              .flags = TYPE_GC | TYPE_IS_TUPLE | (more), .traverse = structseq_traverse, .dealloc = structseq_dealloc},     \
     .base = &tuple_type, .doc = about, .repr = structseq_repr, .members = fields, .new = structseq_type_new}

#endif
