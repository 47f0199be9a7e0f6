/* typeattr.h: the attribute slots of classes, and what attr.c and the class builder share with them. */
#ifndef RUNTIME_TYPEATTR_H
#define RUNTIME_TYPEATTR_H

#include "runtime/object.h"

Own type_getattr(Ref cls, Ref name);
int type_find_attr(Ref cls, Ref name, Own *out); /* 1, 0, -1 */
int type_setattr(Ref cls, Ref name, Ref value_or_null);
/* AttributeError with this text, about o.name; NULL. */
Own raise_attribute_text_take(Ref o, Ref name, Own text);
/* What type_lookup found for a special method of o, called: object_call_special without the lookup. */
MUST Own special_call(Ref found, Ref o, size_t nargs, Ref const *args);
/* f(first, *args, **kw) */
MUST Own call_with_first(Ref f, Ref first, Ref const *args, size_t nargs, Ref kwnames);

#endif
