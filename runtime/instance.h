/* instance.h: where an instance keeps its attributes: inline values behind the fixed part, a dict in the pre-header or in a field, or none.
 *
 * While the inline values are valid they are the attributes, whether or not a dict over them was asked for. They become invalid when that
 * dict outgrows them or is replaced; then the dict alone counts. */
#ifndef RUNTIME_INSTANCE_H
#define RUNTIME_INSTANCE_H

#include "runtime/dict.h"

static ALWAYS_INLINE DictValues *inline_values(Ref o) {
    return (DictValues *)((char *)(uintptr_t)o + type_head((const Object *)o)->basic_size);
}
/* The word with the attribute dict (which may still be NULL); NULL: no such word. */
static ALWAYS_INLINE Object **instance_dict_slot(Ref o) {
    ssize_t offset = o->type->dict_offset;
    if (offset == 0) return NULL;
    return offset < 0 ? managed_dict_slot(o) : (Object **)((char *)(uintptr_t)o + offset);
}
/* Replaces the dict (NULL: an empty one when next needed); the attributes so far go with the old one. 0/-1. */
MUST int instance_set_dict(Ref o, Ref dict_or_null);
/* Makes the attributes independent of the instance's class: a dict of its own, inline values invalid. */
MUST int instance_detach_values(Ref o);

#endif
