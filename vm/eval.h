/* eval.h: the loop. */
#ifndef VM_EVAL_H
#define VM_EVAL_H

#include "vm/frame.h"
#include "vm/generator.h"

/* Runs the frame on top (rt.frame, kind *_ENTRY) until it is left; NULL: exception. For FRAME_GENERATOR_ENTRY, *yielded tells a yield from
 * a return. throwing: an exception is in flight and to be raised at the frame's pc. */
MUST Own eval_frame(Frame *entry, bool throwing, bool *yielded);

/* Resumes a generator's frame from C, in the plain or the observed loop. */
MUST Own eval_resume(Frame *f, bool throwing, bool *yielded);
/* From the handler of SIGINT: KeyboardInterrupt at the next safe point. */
void eval_interrupt(void);
/* Calls a Python function from C: arguments as for CallFn. The `call` slot of function_type. */
MUST Own eval_call_function(Ref f, Ref const *args, size_t nargs, Ref kwnames);
/* Runs module, class or exec code with a namespace. */
MUST Own eval_code(Code *code, Dict *globals, Ref names, Ref closure_or_null);

extern Dict *eval_builtins(Dict *globals);     /* __builtins__ of globals, or the builtins module's dict; borrowed */

#endif
