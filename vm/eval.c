/* eval.c: the plain loop: see evalloop.h for the handlers, observe.c for its observed twin. */
#include "vm/eval.h"

#include "runtime/builtin.h"
#include "runtime/descr.h"
#include "runtime/exc.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "runtime/simple.h"
#include "vm/evalfast.h"
#include "vm/evalops.h"

#define OBSERVED 0
#define EVAL_NAME eval_frame
#include "vm/evalloop.h"
