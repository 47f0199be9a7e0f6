/* own.h: ownership written into the types.
 *
 * Own is a reference that its holder must drop or hand on; Ref is a borrowed one. Under -DCHECK_OWNERSHIP (`make own`) they are
 * different types, and returning, storing or dropping a borrowed reference is a compile error; own() in refcount.h is the way across. */
#ifndef GC_OWN_H
#define GC_OWN_H

typedef struct Object Object;
typedef Object *Own;
#ifdef CHECK_OWNERSHIP
typedef const Object *Ref;
#else
typedef Object *Ref;
#endif

/* Lends an array of owned references (C does not add the inner const by itself). */
static inline Ref const *refs(Object *const *array) { return (Ref const *)array; }

#endif
