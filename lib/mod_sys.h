/* mod_sys.h: sys, made at start. */
#ifndef LIB_MOD_SYS_H
#define LIB_MOD_SYS_H

#include "runtime/object.h"

/* Makes the module, sets rt.sysdict and rt.modules. argv and the streams are set by main. */
MUST Own sys_init(void);

#endif
