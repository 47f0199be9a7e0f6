/* location.h: the compact table of source ranges in a code object, written by the assembler, read by code.c.
 *
 * A sequence of runs; a run covers 1..32 units (instructions and their caches) with one range. Its first byte is (units - 1) << 3 | form:
 *   0         no location
 *   1         line, end line, columns: signed difference of line to the last run's line, end_line - line, col + 1, end_col + 1, as varints
 *   2, 3, 4   on one line, 0, 1 or 2 below the last run's: a byte col, a byte end_col - col
 * A varint has 7 bits to a byte, low ones first, the high bit meaning "more"; signed ones keep the sign in bit 0. */
#ifndef VM_LOCATION_H
#define VM_LOCATION_H

#include "vm/code.h"

enum LocationForm { LOCATION_NONE, LOCATION_LONG, LOCATION_SHORT /* + 0, 1, 2 lines */ };
enum { MAX_RUN = 32, LOCATION_MAX_BYTES = 21 };

typedef struct LocationReader {
    const uint8_t *at, *end;
    int line;           /* of the last run with one */
    int index;          /* first unit of the run just read */
    int units;
    SourceRange range;  /* line 0: none */
} LocationReader;
void location_start(LocationReader *r, const Code *c);
bool location_next(LocationReader *r); /* false: no more */

/* Writes one run, at most MAX_RUN units, to a place with LOCATION_MAX_BYTES; returns the end. *line: of the last run. */
uint8_t *location_write(uint8_t *to, int *line, SourceRange range, int units);

#endif
