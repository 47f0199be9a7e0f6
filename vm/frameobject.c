/* frameobject.c: what Python sees of a frame. While the function runs, the object points at the running record; afterwards at its own copy. */
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "vm/generator.h"

static FrameObject *object_of(Ref self) { return (FrameObject *)(uintptr_t)self; }

static void frame_object_dealloc(Object *self) {
    FrameObject *fo = (FrameObject *)self;
    gc_untrack(self);
    if (trash_defer(self)) return;
    Frame *f = fo->frame;
    if (f == &fo->own) {
        int n = f->func ? f->func->code->n_slots : 0;
        for (int i = 0; i < n; i++) drop_x(fo->words[i]);
        drop_x(f->names);
        drop_x((Own)f->func);
    } else if (f && f->object == fo) {
        f->object = NULL;
    }
    drop_x(fo->back);
    drop_x(fo->trace);
    drop_x(fo->extra_locals);
    object_free_static(self, true);
    trash_end();
}

static int frame_object_traverse(Object *self, VisitFn visit, void *arg) {
    FrameObject *fo = (FrameObject *)self;
    VISIT(fo->back);
    VISIT(fo->trace);
    VISIT(fo->extra_locals);
    Frame *f = fo->frame;
    if (f != &fo->own || !f->func) return 0; /* a running frame's words are nobody's garbage */
    VISIT(f->func);
    VISIT(f->names);
    int n = f->func->code->n_slots;
    for (int i = 0; i < n; i++) VISIT(fo->words[i]);
    return 0;
}

static int frame_object_clear(Object *self) {
    FrameObject *fo = (FrameObject *)self;
    CLEAR(fo->trace);
    CLEAR(fo->extra_locals);
    Frame *f = fo->frame;
    if (f != &fo->own || !f->func) return 0;
    int n = f->func->code->n_slots;
    for (int i = 0; i < n; i++) CLEAR(fo->words[i]);
    return 0;
}

static Own frame_object_repr(Ref self) {
    const Frame *f = object_of(self)->frame;
    if (!f || !f->func) return format_text("<frame at %p>", (const void *)self);
    const Code *c = f->func->code;
    return format_text("<frame at %p, file %R, line %d, code %S>", (const void *)self, (Ref)c->filename, frame_line(f), (Ref)c->name);
}

/* --- attributes --- */

static Own get_code(Ref self) { return own((Ref)object_of(self)->frame->func->code); }
static Own get_globals(Ref self) { return own((Ref)object_of(self)->frame->func->globals); }
static Own get_builtins(Ref self) { return own((Ref)object_of(self)->frame->func->builtins); }
static Own get_locals(Ref self) { return frame_locals_view(self); }
static Own get_lasti(Ref self) { return int_new(2 * frame_index(object_of(self)->frame)); }
static Own get_lineno(Ref self) {
    const FrameObject *fo = object_of(self);
    int line = fo->line_set ? fo->line_set : frame_line(fo->frame);
    return line > 0 ? int_new(line) : none();
}
static Own get_back(Ref self) {
    const FrameObject *fo = object_of(self);
    if (fo->frame == &fo->own) return own(fo->back ? fo->back : NONE);
    Frame *back = fo->frame->prev;
    if (frame_is_generator(fo->frame) && frame_generator(fo->frame)->state != GEN_RUNNING) back = NULL;
    while (back && back->kind == FRAME_CLEARED) back = back->prev;
    return back ? frame_object(back) : none();
}
static Own get_trace(Ref self) { return own(object_of(self)->trace ? object_of(self)->trace : NONE); }
static int set_trace(Ref self, Ref value) {
    obj_set(&object_of(self)->trace, !value || value == NONE ? NULL : own(value));
    return 0;
}
static const GetSet frame_getsets[] = {
    {"f_back", get_back, NULL, "The calling frame, or None."},
    {"f_code", get_code, NULL, "The code that it runs."},
    {"f_globals", get_globals, NULL, "The dict of its global names."},
    {"f_builtins", get_builtins, NULL, "The dict of its built-in names."},
    {"f_locals", get_locals, NULL, "Its variables as a mapping."},
    {"f_lasti", get_lasti, NULL, "Index of the instruction in progress."},
    {"f_lineno", get_lineno, NULL, "Line in progress."},
    {"f_trace", get_trace, set_trace, "The trace function, or None."},
    {0}};
static const Member frame_members[] = {
    {"f_trace_lines", MEMBER_BOOL, offsetof(FrameObject, trace_lines), false, NULL},
    {"f_trace_opcodes", MEMBER_BOOL, offsetof(FrameObject, trace_opcodes), false, NULL},
    {0}};

static Own frame_m_clear(Ref self, Ref const *args) {
    (void)args;
    FrameObject *fo = object_of(self);
    Frame *f = fo->frame;
    if (f == &fo->own) {
        frame_object_clear((Object *)fo);
        return none();
    }
    if (frame_is_generator(f)) {
        Generator *g = frame_generator(f);
        if (g->state == GEN_RUNNING) return raise_error(RuntimeError, "cannot clear an executing frame");
        return generator_close(g) < 0 ? NULL : none();
    }
    return raise_error(RuntimeError, "cannot clear an executing frame");
}
static const Method frame_methods[] = {{"clear()", frame_m_clear, "Drops all references that the frame holds.", 0, NULL}, {0}};

Type frame_type = {
    .head = {.ob = {1, &type_type}, .name = "frame", .basic_size = offsetof(FrameObject, words),
             .flags = TYPE_GC | TYPE_NO_NEW, .traverse = frame_object_traverse, .clear = frame_object_clear, .dealloc = frame_object_dealloc},
    .repr = frame_object_repr,
    .methods = frame_methods,
    .getsets = frame_getsets,
    .members = frame_members,
};
