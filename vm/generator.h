/* generator.h: generators, coroutines and async generators: one struct, three types. The frame lies in the object: locals | Frame | operands. */
#ifndef VM_GENERATOR_H
#define VM_GENERATOR_H

#include "vm/frame.h"

enum GenState { GEN_CREATED, GEN_SUSPENDED, GEN_SUSPENDED_YIELD_FROM, GEN_RUNNING, GEN_DONE };
typedef struct Generator {
    Object ob;
    Frame *frame;          /* in words; its func and names are NULL once done */
    ExcInfo exc_info;      /* handled exceptions of the generator, linked in while it runs */
    Object *name, *qualname, *code;
    Object *weakrefs;
    Object *origin, *finalizer;   /* coroutines, async generators */
    int8_t state;
    bool hooks_called, closed, running_async;
    Object *words[];
} Generator;
extern Type generator_type, coroutine_type, async_generator_type;
static inline bool is_generator(Ref o) { return o->type == &generator_type || o->type == &coroutine_type; }
static inline Generator *frame_generator(const Frame *f) { /* of a generator's frame */
    return (Generator *)((char *)f->locals - offsetof(Generator, words));
}

/* RETURN_GENERATOR: moves the frame on top into a new generator, which owns it then. The caller pops the frame. */
MUST Own generator_from_frame(Frame *f);
/* Resumes from C: 1 yielded *out, 0 returned *out, -1 raised. value NULL with an exception in flight: throws it in. */
int generator_resume(Generator *g, Own value_take, Own *out);
/* Throw with delegation to the sub-iterator; same results. */
int generator_throw(Generator *g, Ref type, Ref value_or_null, Ref traceback_or_null, Own *out);
MUST int generator_close(Generator *g);
/* The iterator that a suspended generator delegates to (yield from, await); borrowed or NULL. */
Ref generator_yield_from(const Generator *g);

/* --- shared by the three types --- */
int generator_traverse(Object *self, VisitFn visit, void *arg);
int generator_clear(Object *self);
void generator_dealloc(Object *self);
void generator_finalize(Object *self);
MUST Own generator_repr(Ref self);
MUST Own generator_m_sizeof(Ref self, Ref const *args);
extern const GetSet async_generator_getsets[];
#define GENERATOR_HEAD(text)                                                                                                \
    {.ob = {1, &type_type}, .name = text, .basic_size = offsetof(Generator, words),                                         \
     .flags = TYPE_GC | TYPE_NO_NEW, .traverse = generator_traverse, .clear = generator_clear, .dealloc = generator_dealloc, \
     .finalize = generator_finalize, .weaklist_offset = offsetof(Generator, weakrefs)}

#endif
