/* frame.h: activation records. One address range holds all running functions, each frame overlapping its caller's operand stack:
 *
 *     ... caller's operands | callable  self-or-NULL  a  b | other locals, cells | Frame | operands ...
 *                                       ^ L of the callee (or here, at a)                 ^ first operand, sp grows to the right
 *
 * so a call copies nothing: the pushed arguments are the callee's first locals. A generator's words L | Frame | operands lie in the
 * generator object; calls that it makes continue on the shared range, at the top that it was resumed with.
 * When somebody keeps a frame (traceback, sys._getframe), leaving it moves its locals into the FrameObject.
 *
 * pc of a frame that is not on top, or that has called out to C, points behind the first unit of the instruction in progress. */
#ifndef VM_FRAME_H
#define VM_FRAME_H

#include "vm/function.h"

enum FrameKind {
    FRAME_CALL,      /* entered from the loop; the result goes to caller->sp[0] */
    FRAME_INIT,      /* __init__ entered from the loop: its None is checked, the instance lies at caller->sp[0] already */
    FRAME_ENTRY,     /* entered from C: eval returns to C when it ends */
    FRAME_VALUE,     /* property or __getitem__ entered from the loop: like CALL */
    FRAME_GENERATOR, /* resumed from the loop: yields to caller->sp */
    FRAME_GENERATOR_ENTRY, /* resumed from C */
    FRAME_CLEARED,
};

typedef struct Frame {
    Instr *pc;
    Object **locals;
    Object **sp;           /* while not on top: the first word that does not belong to it */
    Function *func;        /* owned */
    Object *names;         /* namespace of module, class and exec code; owned; NULL in functions */
    struct Frame *prev;
    struct FrameObject *object;   /* who keeps it, or NULL; owned */
    Object **shared_top;   /* generators, and frames being left: where calls go on; others NULL */
    uint8_t kind;
} Frame;
enum { FRAME_WORDS = sizeof(Frame) / sizeof(Object *) };

typedef struct FrameObject {
    Object ob;
    Frame *frame;          /* the running frame, or &own */
    Object *back;          /* owned, once the frame is left */
    Object *trace, *extra_locals;
    int line_set;
    bool trace_lines, trace_opcodes;
    Frame own;             /* after the move: locals lie in words */
    Object *words[];       /* n_slots of them */
} FrameObject;
extern Type frame_type;

static inline Object **frame_stack(const Frame *f) { return (Object **)(uintptr_t)(f + 1); }
static inline Code *frame_code(const Frame *f) { return f->func->code; }
static inline Object **frame_limit(const Frame *f) { return frame_stack(f) + f->func->code->stack_size; }
static inline int frame_index(const Frame *f) { return (int)(f->pc - f->func->code->instrs) - 1; }
static inline int frame_line(const Frame *f) { return code_line(f->func->code, frame_index(f)); }
static inline bool is_raw_word(const Object *o) { return ((uintptr_t)o & 1) != 0; }
static inline bool frame_is_generator(const Frame *f) { return f->kind == FRAME_GENERATOR || f->kind == FRAME_GENERATOR_ENTRY; }

/* Where a frame entered from C goes: above everything in use. */
Object **frame_shared_top(void);
int frames_init(void);                       /* reserves the range; -1: no memory */
void frames_fini(void);
void frame_set_hooks(void);                   /* rt.current_frame and its like; frames_init calls it */
extern Object **frame_range_end;

/* The frame object of a running frame, made if need be; a new reference. */
MUST Own frame_object(Frame *f);
/* The frame is being left: if it has an object, locals move there; else they are dropped. Drops names and func too. The operand stack must be empty. */
void frame_leave(Frame *f);
/* A word of the stack or a local that may be raw or NULL. */
static inline void drop_word(Object *o) {
    if (o && !is_raw_word(o)) drop(o);
}
/* framelocals.c: Python-visible locals: dict of a function's variables (a fresh snapshot), or the namespace itself. */
MUST Own frame_locals(Frame *f);
/* What f_locals of a frame object gives: a mapping that writes through to a function's variables, or the namespace itself. */
MUST Own frame_locals_view(Ref frame_object);
extern Type frame_locals_type;
Frame *frame_current_python(void);           /* running frame, or NULL */

#endif
