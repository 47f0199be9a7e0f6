/* audit.h: proof that nothing leaks, for builds with AUDIT.
 *
 * Every live object has a row in a table beside the heap: its address and the number of its birth. At exit the table must be empty;
 * what is left is reported by roots: references that live objects hold to each other are subtracted, so that only objects with a
 * reference from outside (the leaked count) are printed, the rest is "secondary". ADDER_BREAK_ALLOC=n in the environment stops a
 * debugger (SIGTRAP) at the birth of #n. A program that uses up the memory takes the table's too: then the audit gives up and says nothing. */
#ifndef GC_AUDIT_H
#define GC_AUDIT_H

#include <stdio.h>

#include "gc/object.h"

#if AUDIT
void audit_born(Object *o);
void audit_died(Object *o);
void audit_moved(const Object *from, Object *to); /* object_resize */
size_t audit_live(void);                          /* number of live objects */
uint64_t audit_serial(const Object *o);           /* 0: not a live object of the heap */
int audit_each(int (*f)(Object *o, uint64_t serial, void *arg), void *arg); /* in order of birth; stops on nonzero */
int audit_report(FILE *out);                      /* number of leaked objects; prints nothing if 0 */

/* A static object (type, singleton): at exit the program itself must be its only holder. */
void audit_static(Object *o, const char *name);
int audit_static_report(FILE *out);               /* prints those with another count than 1; their number */
int audit_blocks_report(FILE *out);               /* blocks of memory that nobody gave back; 0: none, and nothing printed */
#else
static inline void audit_born(Object *o) { (void)o; }
static inline void audit_died(Object *o) { (void)o; }
static inline void audit_moved(const Object *from, Object *to) { (void)from, (void)to; }
static inline void audit_static(Object *o, const char *name) { (void)o, (void)name; }
#endif

#endif
