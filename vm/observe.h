/* observe.h: the observed loop and who listens to it. While rt.observing is set, code entered from C runs in eval_frame_observed, which reports
 * each instruction border; the first observer turns that into line events. */
#ifndef VM_OBSERVE_H
#define VM_OBSERVE_H

#include "vm/eval.h"

typedef struct LineObserver {
    void (*line)(Frame *f, int line);            /* a new line begins, or the same one again after a backward jump */
    void (*leave)(Frame *f);
} LineObserver;
void observe_start(const LineObserver *who);
void observe_stop(void);
MUST Own eval_frame_observed(Frame *entry, bool throwing, bool *yielded);
/* In front of the instruction at pc; -1: an exception is to be raised there. */
int observe_instruction(Frame *f, const Instr *pc);

#endif
