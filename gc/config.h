/* config.h: every switch and size of the engine, each explained, in one place.
 *
 * Build modes (see the Makefile) define ADDER_DEBUG, ADDER_AUDIT, ADDER_STRESS or ADDER_ASAN; everything below derives from those, so
 * that no source file tests a mode by itself. */
#ifndef GC_CONFIG_H
#define GC_CONFIG_H

/* Asserts of invariants; new memory is filled with CD, freed with DD. */
#ifdef ADDER_DEBUG
#define DEBUG_CHECKS 1
#else
#define DEBUG_CHECKS 0
#endif

/* Every live object is on a list with an allocation number; at exit all must be gone. */
#ifdef ADDER_AUDIT
#define AUDIT 1
#else
#define AUDIT 0
#endif

/* Collect at every safe point, no free lists, shrunken internal tables. */
#ifdef ADDER_STRESS
#define STRESS 1
#else
#define STRESS 0
#endif

/* Pools bypassed to malloc, so that AddressSanitizer sees every block. */
#ifdef ADDER_ASAN
#define POOLS 0
#else
#define POOLS 1
#endif

/* Every block passes the checking layer of mem.c (fills, quarantine) instead of the inlined paths. */
#define MEM_CHECKS (DEBUG_CHECKS || STRESS)

/* Freed blocks of a stress build wait here, filled with DD, and are looked at again before they are reused. */
#define QUARANTINE_BLOCKS 4096
#define QUARANTINE_BYTES (512 * 1024)

/* Free lists hide frees from the sanitizer, from the quarantine and from the audit's count of live objects. */
#define FREE_LISTS (!STRESS && POOLS && !AUDIT)

/* Deep-destruction guard: nested deallocations beyond this depth are deferred (CPython's trashcan uses 50). */
#define TRASHCAN_DEPTH 50

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define COLD __attribute__((cold, noinline))
#define NOINLINE __attribute__((noinline))
#define ALWAYS_INLINE inline __attribute__((always_inline))
#define MUST __attribute__((warn_unused_result))

#if DEBUG_CHECKS
#include <assert.h>
#define CHECK(x) assert(x)
#else
#define CHECK(x) ((void)0)
#endif

#endif
