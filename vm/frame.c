/* frame.c: the range of memory that running functions use, and leaving a frame: see frame.h for the picture.
 *
 * The range is reserved once (address space, committed by the kernel page by page as it is touched) and never moves, so that frames can be
 * pointed at. How much is reserved follows from what the process may have; running out is a RecursionError like too many frames. */
#include "vm/frame.h"

#include <sys/mman.h>

#include "gc/collect.h"
#include "runtime/err.h"
#include "runtime/exc.h"

Object **frame_range_end;
static Object **range_start;
static size_t range_bytes;
static ExcInfo bottom_exc_info;

enum { RANGE_SLACK = 4096 };      /* words behind frame_range_end that a call may write before it is refused */

int frames_init(void) {
    static const size_t sizes[] = {(size_t)1 << 30, (size_t)128 << 20, (size_t)16 << 20, (size_t)4 << 20};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        void *p = mmap(NULL, sizes[i], PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (p == MAP_FAILED) continue;
        range_start = p;
        range_bytes = sizes[i];
        frame_range_end = range_start + range_bytes / sizeof(Object *) - RANGE_SLACK;
        rt.frame = NULL;
        rt.exc_info = &bottom_exc_info;
        frame_set_hooks();
        return 0;
    }
    return -1;
}

void frames_fini(void) {
    CLEAR(bottom_exc_info.value);
    if (range_start) munmap(range_start, range_bytes);
    range_start = NULL;
}

Object **frame_shared_top(void) {
    Frame *f = rt.frame;
    if (!f) return range_start;
    if (f->shared_top) return f->shared_top;
    return frame_limit(f);
}

Frame *frame_current_python(void) {
    Frame *f = rt.frame;
    while (f && f->kind == FRAME_CLEARED) f = f->prev;
    return f;
}

Own frame_object(Frame *f) {
    if (f->object) return own((Ref)f->object);
    const Code *code = f->func->code;
    Object *o = object_new_static(&frame_type, sizeof(FrameObject) + (size_t)code->n_slots * sizeof(Object *), true);
    if (!o) return raise_memory();
    FrameObject *fo = (FrameObject *)o;
    fo->frame = f;
    fo->back = fo->trace = fo->extra_locals = NULL;
    fo->line_set = 0;
    fo->trace_lines = true;
    fo->trace_opcodes = false;
    for (int i = 0; i < code->n_slots; i++) fo->words[i] = NULL;
    f->object = fo;
    gc_track(o);
    return own(o);
}

/* The frame's words move into its object, which lives on without the range. */
static void move_to_object(Frame *f) {
    FrameObject *fo = f->object;
    int n = f->func->code->n_slots;
    fo->own = *f;
    fo->own.locals = fo->words;
    fo->own.sp = fo->words + n;
    fo->own.prev = NULL;
    fo->own.object = NULL;
    fo->own.shared_top = NULL;
    fo->own.kind = FRAME_CLEARED;
    for (int i = 0; i < n; i++) {
        fo->words[i] = f->locals[i];
        f->locals[i] = NULL;
    }
    fo->frame = &fo->own;
    Frame *back = f->prev;
    while (back && back->kind == FRAME_CLEARED) back = back->prev;
    if (back && !fo->back) {
        Own exc = err_take();
        fo->back = frame_object(back);
        if (!fo->back) err_clear();
        err_restore_take(exc);
    }
    f->func = NULL;
    f->names = NULL;
    f->object = NULL;
}

void frame_leave(Frame *f) {
    if (!frame_is_generator(f)) f->shared_top = frame_stack(f); /* finalizers run from here, even when func is gone */
    f->kind = FRAME_CLEARED;
    FrameObject *fo = f->object;
    if (fo && fo->ob.refcnt > 1) {
        Function *keep = f->func; /* code of frames in the range is looked at until it is popped */
        move_to_object(f);
        f->func = keep;
        drop((Own)fo);
        return;
    }
    if (fo) {
        f->object = NULL;
        fo->frame = NULL;
        drop((Own)fo);
    }
    int n = f->func->code->n_slots;
    for (int i = 0; i < n; i++) {
        Object *o = f->locals[i];
        f->locals[i] = NULL;
        drop_x(o);
    }
    CLEAR(f->names);
    drop((Own)f->func);
}
