/* The Python files inside the binary (lib/py, lib/demos), written into C by lib/embed.awk. */
#ifndef LIB_EMBEDDED_H
#define LIB_EMBEDDED_H

#include <stddef.h>

typedef struct Embedded {
    const char *name;   /* path below lib/, as "py/functools.py" */
    const char *text;   /* UTF-8, NUL-terminated */
    size_t size;        /* without the NUL */
} Embedded;

extern const Embedded embedded_files[];   /* by name, ended by a NULL name */

#endif
