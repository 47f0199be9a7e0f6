/* typebuild.h: between the files that make and change types: type.c, mro.c, classbuild.c, typemethods.c, the slot files. */
#ifndef RUNTIME_TYPEBUILD_H
#define RUNTIME_TYPEBUILD_H

#include "runtime/object.h"

/* --- mro.c --- */
MUST Own mro_compute(Type *t);                            /* C3, a tuple; bases must have theirs */
MUST int mro_set(Type *t);                                /* asks mro() of the metaclass if that is overridden */

/* --- subclasses (subclass.c): weak references in a dict --- */
MUST int subclass_add(Type *base, Type *t);
void subclass_remove(Type *base, Type *t);
/* Owned; *pos starts at 0; NULL at the end. */
Type *subclass_next(const Type *base, ssize_t *pos);

/* --- type.c --- */
Ref type_lookup_uncached(const Type *t, Ref name);
const char *type_short_name(const Type *t);

/* Readies the built-in subclasses of a type that nobody has asked for yet. */
MUST int types_ready_all(const Type *base);

/* --- objecttype.c: may instances of one become instances of the other? TypeError "attribute assignment: ..." if not. 0/-1 --- */
MUST int type_check_layout(const Type *old, const Type *new, const char *attribute);

/* --- object.c: isinstance and issubclass without __instancecheck__ and __subclasscheck__ --- */
MUST int object_real_isinstance(Ref o, Ref cls);
MUST int object_real_issubclass(Ref c, Ref cls);

/* object.__new__ as a slot: for a static base class whose instances are plain ones. */
Own object_plain_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames);

/* --- reduce.c: methods of object --- */
Own object_m_reduce(Ref self, Ref const *args);
Own object_m_reduce_ex(Ref self, Ref const *args);
Own object_m_getstate(Ref self, Ref const *args);

/* --- classbuild.c, typemethods.c --- */
MUST int type_set_name(Type *t, Ref name);                /* a str */
Type *type_best_base(Ref bases);                          /* borrowed; NULL: layout conflict raised */
const Type *type_solid_base(const Type *t);
MUST int type_set_bases(Ref cls, Ref value_or_null);      /* __bases__ = */
Own type_new(Type *meta, Ref const *args, size_t nargs, Ref kwnames);

/* --- slots --- */
Hash hash_not_implemented(Ref o);                         /* TypeError "unhashable type" */
/* The slots of a class that has just been built: those of its base, changed by what its dict and its other bases define. */
void slot_fill(Type *t);

MUST Own staticmethod_new(Ref callable);
MUST Own classmethod_new(Ref callable);

#endif
