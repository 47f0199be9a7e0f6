/* state.h: rt, the one global of the runtime: the exception in flight, the breaker, limits, interned names, singletons' owners.
 *
 * Invariant: rt.exc != NULL exactly while a function is on its way out with a failure value. */
#ifndef RUNTIME_STATE_H
#define RUNTIME_STATE_H

#include "runtime/type.h"

/* Reasons to leave the loop's fast path; tested at calls and backward jumps. */
enum Break { BREAK_SIGNAL = 1, BREAK_GC = 2, BREAK_OBSERVE = 4, BREAK_ASYNC_EXC = 8 };

/* What except blocks are being run: sys.exception() and implicit chaining look here. Generators have their own, linked while they run. */
typedef struct ExcInfo {
    Object *value;          /* owned; NULL: none */
    struct ExcInfo *prev;
} ExcInfo;

typedef struct Runtime {
    Object *exc;                     /* owned: exception in flight */
    ExcInfo *exc_info;               /* top of the stack of handled exceptions */
    volatile uint32_t breaker;       /* enum Break bits */
    int depth, depth_limit;          /* Python frames; sys.setrecursionlimit */
    char *c_limit;                   /* lowest stack address that C may use */
    struct Frame *frame;             /* running frame, top of the Python stack */
    Dict *modules;                   /* sys.modules; owned */
    Dict *builtins;                  /* builtins' dict; owned */
    Dict *sysdict;
    bool seen_number_id;             /* somebody asked for the id of an int or float: no in-place reuse of named boxes */
    bool observing;
    bool exiting;
    int optimize;
    /* hooks for what lives on upper floors */
    int (*warn)(Type *category, const char *text, int stack_level);       /* -1: the warning became an exception */
    int (*warn_about)(Type *category, const char *text, int stack_level, Ref source); /* the same, about that object: it was not closed, not awaited */
    void (*unraisable)(Ref where, const char *what);                      /* prints and drops rt.exc */
    Own (*current_frame)(void);                                           /* frame object of the running frame */
    Ref (*current_globals)(void);
    int (*add_traceback)(Ref exc, struct Frame *frame);                   /* one more entry */
    Own (*zero_arg_super)(Type **cls);                                    /* self (owned) and class of the running method */
    int (*traceback_line)(Ref frame, int lasti);                          /* line of an instruction, -1: none */
} Runtime;
extern Runtime rt;

/* A C function that may recurse over user data calls this first; false: RecursionError "maximum recursion depth exceeded<where>" is set.
 * No leave: depth is measured by the address of the stack. where: " while calling a Python object", or NULL. */
static ALWAYS_INLINE bool stack_is_low(void) { return (char *)__builtin_frame_address(0) < rt.c_limit; }
bool raise_recursion(const char *where); /* always false */
static inline bool enter_c(const char *where) { return LIKELY(!stack_is_low()) || raise_recursion(where); }

/* repr of a container that contains itself: 1 it is being printed already, 0 entered (leave after), -1 error. */
int repr_enter(Ref o);
void repr_leave(Ref o);

int state_init(void);    /* memory, singletons, interned names, static types; -1: no memory */
void state_fini(void);

#endif
