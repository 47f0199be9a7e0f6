/* hooks.c: what the floors below may ask of the running program: the current frame, its globals, self and class for super(). */
#include "runtime/err.h"
#include "runtime/simple.h"
#include "runtime/str.h"
#include "vm/frame.h"

static Own current_frame(void) {
    Frame *f = frame_current_python();
    return f ? frame_object(f) : raise_error(RuntimeError, "no current frame");
}

static Ref current_globals(void) {
    const Frame *f = frame_current_python();
    return f ? (Ref)f->func->globals : NULL;
}

/* The first argument of the running method; NULL: deleted, or there is none. */
static Object *first_argument(const Frame *f) {
    Object *o = f->locals[0];
    return o && (f->func->code->slot_kinds[0] & LOCAL_CELL) && o->type == &cell_type ? ((Cell *)o)->value : o;
}

/* super() without arguments: the first argument, and the class from the cell __class__. */
static Own zero_arg_super(Type **cls) {
    const Frame *f = frame_current_python();
    if (!f) return raise_error(RuntimeError, "super(): no current frame");
    const Code *c = f->func->code;
    if (c->n_args == 0) return raise_error(RuntimeError, "super(): no arguments");
    Object *self = first_argument(f);
    if (!self) return raise_error(RuntimeError, "super(): arg[0] deleted");
    for (int i = c->n_slots - c->n_free; i < c->n_slots; i++) {
        if (!str_equals(tuple_item((Ref)c->slot_names, i), "__class__")) continue;
        Object *cell = f->locals[i], *found = cell && cell->type == &cell_type ? ((Cell *)cell)->value : NULL;
        if (!found) return raise_error(RuntimeError, "super(): empty __class__ cell");
        if (!is_type(found)) return raise_error(RuntimeError, "super(): __class__ is not a type (%T)", (Ref)found);
        *cls = (Type *)found;
        return own(self);
    }
    return raise_error(RuntimeError, "super(): __class__ cell not found");
}

void frame_set_hooks(void) {
    rt.current_frame = current_frame;
    rt.current_globals = current_globals;
    rt.zero_arg_super = zero_arg_super;
}
