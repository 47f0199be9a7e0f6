/* exc.h: exception objects: C structs as in CPython 3.13 (sizes are facts), chaining, tracebacks as a lazily made list.
 *
 * A traceback is kept as plain entries (frame object, instruction, line) in C order of unwinding; the Python-visible traceback objects are made from
 * them on first demand (exc_get_traceback). */
#ifndef RUNTIME_EXC_H
#define RUNTIME_EXC_H

#include "runtime/err.h"

#define EXC_HEAD              \
    Object ob;                \
    Object *dict;             \
    Object *args;  /* tuple */\
    Object *notes;            \
    Object *traceback;        \
    Object *context;          \
    Object *cause;            \
    char suppress_context;
typedef struct BaseExc { EXC_HEAD } BaseExc;
typedef BaseExc RootExc, KeyErrorExc, MemoryErrorExc;
typedef struct StopIterationExc { EXC_HEAD Object *value; } StopIterationExc;
typedef struct SystemExitExc { EXC_HEAD Object *code; } SystemExitExc;
typedef struct OSErrorExc { EXC_HEAD Object *err_number, *text, *filename, *filename2; ssize_t written; } OSErrorExc;
typedef struct ImportErrorExc { EXC_HEAD Object *msg, *name, *path, *name_from; } ImportErrorExc;
typedef struct SyntaxErrorExc { EXC_HEAD Object *msg, *filename, *lineno, *offset, *end_lineno, *end_offset, *text, *print_file_and_line; } SyntaxErrorExc;
typedef struct UnicodeErrorExc { EXC_HEAD Object *encoding, *object; ssize_t start, end; Object *reason; } UnicodeErrorExc;
typedef struct AttributeErrorExc { EXC_HEAD Object *obj, *name; } AttributeErrorExc;
typedef struct NameErrorExc { EXC_HEAD Object *name; } NameErrorExc;
typedef struct GroupExc { EXC_HEAD Object *msg, *excs; } GroupExc, PlainGroupExc;

/* One entry; the object that Python sees as e.__traceback__, linked by next. */
typedef struct Traceback {
    Object ob;
    struct Traceback *next;   /* towards the place of the raise; owned */
    Object *frame;            /* frame object; owned */
    int lasti;                /* instruction index */
    int lineno;               /* -1: computed from lasti on demand */
} Traceback;
extern Type traceback_type;
MUST Own traceback_new(Ref next_or_null, Ref frame, int lasti, int lineno);

static inline bool is_exception(Ref o) { return type_has(o->type, TYPE_IS_EXCEPTION); }
static inline bool is_exception_class(Ref o) { return is_type(o) && type_has((const Type *)o, TYPE_IS_EXCEPTION); }
MUST Own exc_new(Type *type, Ref const *args, size_t nargs);
Ref exc_get_context(Ref exc);                                  /* borrowed or NULL */
void exc_set_context_take(Ref exc, Own context_or_null);
void exc_set_cause_take(Ref exc, Own cause_or_null);
void exc_set_traceback(Ref exc, Ref traceback_or_null);
/* Makes `exc` the exception in flight with the handled one as its context (cycles in the chain are cut): `raise`. */
void exc_raise_chained_take(Own exc);
/* An exception group (or any exception, which counts as a group of itself), split by `except*`'s types: what matches and the rest, each a group like
 * it, or NULL where there is none. 0/-1 */
MUST int exc_split(Ref exc, Ref type_or_tuple, Own *match, Own *rest);
int exc_init(void);
void exc_fini(void);

#endif
