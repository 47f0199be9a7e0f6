/* itertools.h: between the files of the module itertools.
 *
 * The struct of an iterator begins, behind the header, with the references that it owns; any of them may be NULL. How many they are is all
 * that traverse, clear and dealloc have to know, so these exist once (mod_itertools.c), and each type says its number. */
#ifndef LIB_ITERTOOLS_H
#define LIB_ITERTOOLS_H

#include "runtime/err.h"
#include "runtime/object.h"

int fields_traverse(Object *self, int n, VisitFn visit, void *arg);
void fields_clear(Object *self, int n);
/* block: of the iterator's own, or NULL */
void fields_dealloc(Object *self, int n, void *block);

#define ITERATOR_HOOKS(name, n)                                                                                         \
    static int name##_traverse(Object *self, VisitFn visit, void *arg) { return fields_traverse(self, n, visit, arg); } \
    static int name##_clear(Object *self) { return fields_clear(self, n), 0; }
#define ITERATOR_LIFE(name, n) \
    ITERATOR_HOOKS(name, n)    \
    static void name##_dealloc(Object *self) { fields_dealloc(self, n, NULL); }
#define ITERATOR_TYPE(kind, life, Struct)                                                                           \
    .head = {.ob = {1, &type_type}, .name = "itertools." #kind, .basic_size = sizeof(Struct),                       \
             .flags = TYPE_GC | TYPE_BASE | TYPE_IMMUTABLE, .traverse = life##_traverse, .clear = life##_clear,     \
             .dealloc = life##_dealloc},                                                                            \
    .iter = iterator_self, .next = kind##_next, .new = kind##_new

Own iterator_self(Ref self);
/* args_bind for a constructor. Where that takes no keywords, a class derived from `base` that has an __init__ of its own may. */
MUST int iterator_bind(const Type *cls, const Type *base, const char *signature, Ref const *args, size_t nargs, Ref kwnames, Ref *out);

/* The next item of a source, which may be an iterator on an iterator on ..., and may do anything meanwhile. */
static ALWAYS_INLINE int source_next(Ref it, Own *out) {
    if (UNLIKELY(stack_is_low())) return raise_recursion(NULL), -1;
    return iter_next(it, out);
}
/* The same for a source that the iterator lets go of when it is exhausted: that could happen inside. */
static ALWAYS_INLINE int source_next_held(Ref it, Own *out) {
    Own held = own(it);
    int more = source_next(it, out);
    drop(held);
    return more;
}
/* The tuple to be changed into the next result: the last one if nobody but the iterator holds it any more, otherwise a copy. *kept is that,
 * too; a new reference. */
MUST Own tuple_again(Object **kept);
static inline void tuple_replace(Ref t, ssize_t i, Ref value) {
    Object **place = &tuple_items(t)[i];
    if (*place != value) obj_set(place, own(value));
}

/* --- the types, by file --- */
extern Type count_type, cycle_type, repeat_type;                                                  /* mod_itertools.c */
extern Type accumulate_type, batched_type, chain_type, islice_type, pairwise_type, zip_longest_type; /* itertools_chain.c */
extern Type compress_type, dropwhile_type, filterfalse_type, starmap_type, takewhile_type;        /* itertools_filter.c */
extern Type product_type, combinations_type, combinations_with_replacement_type, permutations_type; /* itertools_choose.c */
extern Type groupby_type, grouper_type, tee_type, tee_data_type;                                  /* itertools_group.c */
Own itertools_m_tee(Ref self, Ref const *args);

#endif
