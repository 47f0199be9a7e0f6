/* err.h: raising, asking about and clearing the exception in flight.
 *
 * Raise helpers return NULL (`return raise_error(TypeError, "...")`, `return raise_error(...), -1`). Formats are printf's with
 * additions: %S str(object), %R repr(object), %T name of the object's type (all take Ref); %.200s cuts. */
#ifndef RUNTIME_ERR_H
#define RUNTIME_ERR_H

#include "runtime/state.h"

/* The tree of exception types: extern Type *const? no: plain static types, named as in Python. */
#define EXC(name, base, ...) extern Type name##_type;
#include "runtime/exceptions.def"
#define EXC(name, base, ...) static Type *const name __attribute__((unused)) = &name##_type;
#include "runtime/exceptions.def"

Own raise_error(Type *type, const char *format, ...);            /* NULL */
Own raise_object(Type *type, Ref arg_or_null);                   /* no or one argument, e.g. KeyError(key); NULL */
Own raise_exc_take(Own exc);                                     /* NULL */
Own raise_memory(void);                                          /* the preallocated MemoryError; NULL */
Own raise_os(int errnum, Ref path);                              /* OSError subclass by errno; NULL */
Own raise_stop_iteration(Ref value);                             /* NULL */
Own raise_key(Ref key);                                          /* NULL */

static inline bool err_set(void) { return rt.exc != NULL; }
bool err_matches(const Type *type);                              /* the exception in flight is of that type */
void err_clear(void);
Own err_take(void);                                              /* out of flight; NULL if none */
void err_restore_take(Own exc);                                  /* back into flight; NULL clears */
/* Is this what an iterator says when done? Clears it and returns true, or leaves the exception. */
bool err_clear_stop_iteration(void);
/* The exception in flight becomes the context of a new one raised by the call after. Used by: `raise_error` itself (with the exception
 * that is being handled), chain_from. */
void err_chain_take(Own cause_context);                          /* sets __context__ of the exception in flight */
void err_unraisable(Ref where, const char *what);                /* reports and clears: __del__, callbacks */
bool exc_matches(Ref exc, Ref type_or_tuple);                    /* isinstance as `except` does it; no errors */

/* Builds text as raise_error does. */
Own format_text(const char *format, ...);
Own format_text_v(const char *format, __builtin_va_list ap);

#endif
