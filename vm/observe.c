/* observe.c: the observed twin of the loop, and the turning of instruction borders into line events. */
#include "vm/observe.h"

#include "runtime/builtin.h"
#include "runtime/descr.h"
#include "runtime/exc.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "runtime/simple.h"
#include "vm/evalfast.h"
#include "vm/evalops.h"

static const LineObserver *listener;
static const Frame *last_frame;     /* where the last line event was */
static const Instr *last_pc;
static int last_line;

void observe_start(const LineObserver *who) {
    listener = who;
    last_frame = NULL;
    rt.observing = true;
}

void observe_stop(void) {
    rt.observing = false;
    listener = NULL;
}

int observe_instruction(Frame *f, const Instr *pc) {
    if (!listener || pc->op == RESUME || pc->op == NOP) return 0;
    int line = code_line(f->func->code, (int)(pc - f->func->code->instrs));
    if (line > 0 && (f != last_frame || line != last_line || pc < last_pc)) {
        last_frame = f;
        last_line = line;
        listener->line(f, line);
    }
    last_pc = pc;
    return 0;
}

#define OBSERVED 1
#define EVAL_NAME eval_frame_observed
#include "vm/evalloop.h"
