/* functools.h: between the files of the module _functools, the part of functools that is written in C. */
#ifndef LIB_FUNCTOOLS_H
#define LIB_FUNCTOOLS_H

#include "runtime/err.h"
#include "runtime/object.h"

extern Type partial_type;   /* mod_functools.c */
extern Type lru_type;       /* mod_functools_lru.c */

#endif
