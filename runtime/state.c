/* state.c: rt and the life of the runtime: start, end, the limits of the C stack, and who is being printed. */
#include "runtime/state.h"

#include <sys/resource.h>

#include "gc/freelist.h"
#include "runtime/builtin.h"
#include "runtime/descr.h"
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/object.h"
#include "runtime/weakref.h"

Runtime rt;
static ExcInfo outermost; /* no except block runs */

/* --- C stack --- */

enum { STACK_RESERVE = 256 << 10, STACK_DEFAULT = 8 << 20, STACK_MOST = 64 << 20 };

static void measure_stack(void) {
    struct rlimit limit;
    size_t size = STACK_DEFAULT;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) size = limit.rlim_cur;
    if (size > STACK_MOST) size = STACK_MOST;
    size_t reserve = size / 4 < STACK_RESERVE ? size / 4 : STACK_RESERVE;
    rt.c_limit = (char *)__builtin_frame_address(0) - (size - reserve);
}

/* The reserve below the limit is what this message is made in. */
bool raise_recursion(const char *where) {
    raise_error(RecursionError, "maximum recursion depth exceeded%s", where ? where : "");
    return false;
}

/* --- repr of what contains itself --- */

static struct {
    const Object **items; /* borrowed: being printed further up the C stack */
    size_t n, capacity;
} printing;

int repr_enter(Ref o) {
    for (size_t i = printing.n; i-- > 0;)
        if (printing.items[i] == o) return 1;
    if (printing.n == printing.capacity) {
        size_t capacity = printing.capacity ? 2 * printing.capacity : 16;
        const Object **items = raw_realloc(printing.items, capacity * sizeof *items);
        if (!items) return raise_memory(), -1;
        printing.items = items;
        printing.capacity = capacity;
    }
    printing.items[printing.n++] = o;
    return 0;
}

void repr_leave(Ref o) {
    for (size_t i = printing.n; i-- > 0;) {
        if (printing.items[i] != o) continue;
        printing.n--;
        for (; i < printing.n; i++) printing.items[i] = printing.items[i + 1];
        return;
    }
}

/* --- start and end --- */

static void gc_is_due(void) { rt.breaker |= BREAK_GC; }

/* The static objects that need no making; types, shared strings and bytes are watched where they are made ready. */
static void watch_statics(void) {
    for (size_t i = 0; i < sizeof small_ints / sizeof *small_ints; i++) audit_static(&small_ints[i].ob, "small int");
    audit_static(&bool_false.ob, "False");
    audit_static(&bool_true.ob, "True");
    audit_static(&none_object, "None");
    audit_static(&ellipsis_object, "Ellipsis");
    audit_static(&not_implemented_object, "NotImplemented");
    Own empty_tuple = tuple_new(0); /* never fails */
    audit_static(empty_tuple, "()");
    drop(empty_tuple);
}

int state_init(void) {
    rt.exc_info = &outermost;
    rt.depth_limit = 1000;
    measure_stack();
    gc_init();
    freelist_init();
    gc.hooks.due = gc_is_due;
    gc.hooks.weakrefs = weakref_clear_trash;
    if (AUDIT) watch_statics();
    if (intern_init() || exc_init()) return -1;
    slot_inherit(&bool_type, &int_type);
    return 0;
}

void state_fini(void) {
    err_clear();
    CLEAR(outermost.value);
    CLEAR(rt.modules);
    CLEAR(rt.sysdict);
    CLEAR(rt.builtins);
    gc_collect(GC_GENERATIONS - 1);
    exc_fini();
    types_fini();
    signatures_fini();
    intern_fini();
    freelist_clear_all();
    raw_free(printing.items);
    printing.items = NULL;
    printing.n = printing.capacity = 0;
}
