/* call.c: how C enters the loop (function calls, running code), the breaker, and the builtins that code sees. */
#include <signal.h>

#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/evalops.h"
#include "vm/observe.h"

Dict *eval_builtins(Dict *globals) {
    Ref found = dict_get_str((Ref)globals, NAME_OF(dunder_builtins));
    if (found && found->type == &module_type) found = module_dict(found);
    if (found && is_dict(found)) return (Dict *)(uintptr_t)found;
    return rt.builtins;
}

/* Runs the frame that lies ready at f, with the loop that fits: observed or plain. */
static Own run(Frame *f, bool throwing, bool *yielded) {
    if (UNLIKELY(rt.observing)) return eval_frame_observed(f, throwing, yielded);
    return eval_frame(f, throwing, yielded);
}

/* A frame record behind the words at `locals`, which are bound already. func is stolen; names too. */
static Own run_function_take(Function *func, Object **locals, Own names_or_null) {
    Code *code = func->code;
    Frame *f = (Frame *)(locals + code->n_slots);
    *f = (Frame){.pc = code->instrs, .locals = locals, .sp = frame_stack(f), .func = func, .names = names_or_null, .prev = rt.frame,
                 .kind = FRAME_ENTRY};
    rt.depth++;
    rt.frame = f;
    return run(f, false, NULL);
}

static bool has_room(Object **at, const Code *code, size_t more) {
    if (LIKELY(at + code->frame_size + more <= frame_range_end) && LIKELY(rt.depth < rt.depth_limit)) return enter_c("");
    return raise_recursion("");
}

Own eval_call_function(Ref callable, Ref const *args, size_t nargs, Ref kwnames) {
    Function *func = (Function *)(uintptr_t)callable;
    Code *code = func->code;
    Object **locals = frame_shared_top();
    size_t given = nargs + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    if (UNLIKELY(!has_room(locals, code, given))) return NULL;
    for (size_t i = 0; i < given; i++) locals[i] = own(args[i]);
    if (LIKELY(code->simple) && !kwnames && nargs == (size_t)code->n_args) {
        for (int i = code->n_args; i < code->n_slots; i++) locals[i] = NULL;
    } else {
        /* binding may run Python code (hashing a keyword is harmless, growing a dict may not be): it must not use these words */
        if (function_bind(func, locals, nargs, kwnames) < 0) return NULL;
    }
    func->ob.refcnt++;
    return run_function_take(func, locals, NULL);
}

Own eval_code(Code *code, Dict *globals, Ref names_, Ref closure_or_null) {
    Object **locals = frame_shared_top();
    if (UNLIKELY(!has_room(locals, code, 0))) return NULL;
    Own func = function_new(code, globals, NULL);
    if (!func) return NULL;
    ((Function *)func)->closure = own_x(closure_or_null);
    for (int i = 0; i < code->n_slots; i++) locals[i] = NULL;
    return run_function_take((Function *)func, locals, own_x(names_));
}

/* generator.c's way into the loop */
Own eval_resume(Frame *f, bool throwing, bool *yielded) { return run(f, throwing, yielded); }

static volatile sig_atomic_t interrupted;

void eval_interrupt(void) {
    interrupted = 1;
    rt.breaker |= BREAK_SIGNAL;
}

int eval_breaker(void) {
    if (rt.breaker & BREAK_GC) {
        if (!STRESS) rt.breaker &= ~(uint32_t)BREAK_GC;
        gc_collect_due();
    }
    if (rt.breaker & BREAK_SIGNAL) {
        rt.breaker &= ~(uint32_t)BREAK_SIGNAL;
        if (interrupted) {
            interrupted = 0;
            raise_object(KeyboardInterrupt, NULL);
            return -1;
        }
    }
    return 0;
}
