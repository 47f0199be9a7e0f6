/* ptrmap.h: maps from addresses (or small numbers) to ints, and growing arrays, in an arena: what the compiler's tables are made of. Neither
 * gives memory back before its arena goes; a table that doubles leaves at most its own size behind. */
#ifndef VM_PTRMAP_H
#define VM_PTRMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "grammar/arena.h"

typedef struct PtrEntry {
    uintptr_t key; /* 0: free */
    int value;
} PtrEntry;

typedef struct PtrMap {
    PtrEntry *entries; /* open addressing, at most 2/3 full */
    uint32_t used, mask;
} PtrMap;

/* The value of the key, or -1. */
int ptrmap_get(const PtrMap *map, uintptr_t key);
/* Sets it; false: no memory. */
bool ptrmap_put(PtrMap *map, Arena *arena, uintptr_t key, int value);

static inline uintptr_t ptr_key(const void *p) { return (uintptr_t)p; }

/* Room for one more item of an array of n with room for *capacity; the array may move. false: no memory. */
bool array_room(Arena *arena, void *array_field, int n, int *capacity, size_t item_size);

#endif
