/* traceback.c: traceback objects: one per frame that an exception passed through, outermost first. */
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/object.h"

static inline Traceback *as_traceback(Ref o) { return (Traceback *)(uintptr_t)o; }

Own traceback_new(Ref next, Ref frame, int lasti, int lineno) {
    Traceback *t = (Traceback *)object_new_static(&traceback_type, sizeof(Traceback), true);
    if (!t) return raise_memory();
    t->next = (Traceback *)own_x(next);
    t->frame = own(frame);
    t->lasti = lasti;
    t->lineno = lineno;
    gc_track(&t->ob);
    return &t->ob;
}

static int traceback_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_traceback(self)->next);
    VISIT(as_traceback(self)->frame);
    return 0;
}

static int traceback_clear(Object *self) {
    CLEAR(as_traceback(self)->next);
    CLEAR(as_traceback(self)->frame);
    return 0;
}

static void traceback_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    traceback_clear(self);
    object_free_static(self, true);
    trash_end();
}

static Own get_next(Ref self) {
    Ref next = (Ref)as_traceback(self)->next;
    return own(next ? next : NONE);
}

static int set_next(Ref self, Ref value) {
    if (!value) return raise_error(TypeError, "can't delete tb_next attribute"), -1;
    if (value != NONE && value->type != &traceback_type) return raise_error(TypeError, "expected traceback object, got '%T'", value), -1;
    const Traceback *t = value == NONE ? NULL : as_traceback(value);
    for (const Traceback *walk = t; walk; walk = walk->next)
        if (&walk->ob == self) return raise_error(ValueError, "traceback loop detected"), -1;
    obj_set((Object **)&as_traceback(self)->next, own_x((Ref)t));
    return 0;
}

static Own get_lineno(Ref self) {
    const Traceback *t = as_traceback(self);
    int line = t->lineno;
    if (line < 0 && rt.traceback_line) line = rt.traceback_line(t->frame, t->lasti);
    return line < 0 ? none() : int_new(line);
}

static Own traceback_make(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref out[4];
    (void)cls;
    if (args_bind("traceback(tb_next, tb_frame, tb_lasti, tb_lineno)", args, nargs, kwnames, out)) return NULL;
    if (out[0] != NONE && out[0]->type != &traceback_type) return raise_error(TypeError, "expected traceback object or None, got '%T'", out[0]);
    if (strcmp(out[1]->type->head.name, "frame") != 0)
        return raise_error(TypeError, "traceback() argument 'tb_frame' must be frame, not %T", out[1]);
    ssize_t lasti = index_as_ssize(out[2]), line = err_set() ? -1 : index_as_ssize(out[3]);
    if (err_set()) return NULL;
    return traceback_new(out[0] == NONE ? NULL : out[0], out[1], (int)lasti, (int)line);
}

static Own traceback_m_dir(Ref self, Ref const *args) {
    static const char *const shown[] = {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"};
    Own list = list_new(0);
    (void)self, (void)args;
    for (int i = 0; list && i < 4; i++) {
        Own name = str_interned(shown[i]);
        if (!name || list_append_take(list, name)) CLEAR(list);
    }
    return list;
}

static const Method traceback_methods[] = {{"__dir__()", traceback_m_dir, NULL}, {0}};
static const GetSet traceback_getsets[] = {
    {"tb_next", get_next, set_next, "The next entry, towards the place of the raise."},
    {"tb_lineno", get_lineno, NULL, "The line."},
    {0}};
static const Member traceback_members[] = {
    {"tb_frame", MEMBER_OBJECT, offsetof(Traceback, frame), true, NULL},
    {"tb_lasti", MEMBER_INT, offsetof(Traceback, lasti), true, NULL},
    {0}};

Type traceback_type = {
    .head = {.ob = {1, &type_type},
             .name = "traceback",
             .basic_size = sizeof(Traceback),
             .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = traceback_traverse,
             .clear = traceback_clear,
             .dealloc = traceback_dealloc},
    .doc = "One frame that an exception passed through.",
    .new = traceback_make,
    .signature = "traceback(tb_next, tb_frame, tb_lasti, tb_lineno)",
    .methods = traceback_methods,
    .getsets = traceback_getsets,
    .members = traceback_members,
};
