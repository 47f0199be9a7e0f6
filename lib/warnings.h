/* warnings.h: the warnings machinery, which C code reaches through rt.warn, rt.warn_about and compile_warning. */
#ifndef LIB_WARNINGS_H
#define LIB_WARNINGS_H

#include "runtime/object.h"

/* Sets the hooks. */
void warnings_init(void);
void warnings_fini(void);
/* Takes the options of sys.warnoptions (action:message:category:module:line), later ones stronger; what is wrong with one is said on stderr.
 * Once at start, when modules can be imported. 0/-1 */
MUST int warnings_options(Ref list);

/* Warns about the code of the frame `level` calls up (1: the running one), not counting files with these prefixes (a tuple of str). message: a
 * text, or an instance of Warning, which brings its category. 0/-1: it became an exception */
MUST int warnings_warn(Ref message, Ref category, ssize_t level, Ref source_or_null, Ref prefixes_or_null);
/* The same about a place. registry: a dict where it is noted that this has been said. */
MUST int warnings_explicit(Ref message, Ref category, Ref filename, int64_t line, Ref module_or_null, Ref registry_or_null, Ref source_or_null);

/* --- for the module _warnings --- */
void warnings_changed(void);                           /* the filters have: registries are void */
MUST Own warnings_part(int which);                     /* 0 the filters, 1 the default action, 2 the registry of "once" */
MUST Own warnings_source_line(Ref filename, int64_t line); /* without blanks around; "" if it cannot be had */

#endif
