/* ptrmap.c: see ptrmap.h. Linear probing; addresses are mixed by a multiplication, since their low bits are alike. */
#include "vm/ptrmap.h"

#include <limits.h>
#include <string.h>

enum { FIRST_SLOTS = 8, FIRST_ITEMS = 8 };

static uint32_t slot_of(const PtrMap *map, uintptr_t key) {
    return (uint32_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & map->mask;
}

static PtrEntry *find(const PtrMap *map, uintptr_t key) {
    uint32_t i = slot_of(map, key);
    while (map->entries[i].key && map->entries[i].key != key) i = (i + 1) & map->mask;
    return &map->entries[i];
}

int ptrmap_get(const PtrMap *map, uintptr_t key) {
    if (!map->entries) return -1;
    const PtrEntry *e = find(map, key);
    return e->key ? e->value : -1;
}

static bool grow(PtrMap *map, Arena *arena) {
    uint32_t slots = map->entries ? (map->mask + 1) * 2 : FIRST_SLOTS;
    PtrEntry *entries = slots ? arena_alloc(arena, slots * sizeof *entries) : NULL;
    if (!entries) return false;
    memset(entries, 0, slots * sizeof *entries);
    PtrMap bigger = {entries, map->used, slots - 1};
    for (uint32_t i = 0; map->entries && i <= map->mask; i++)
        if (map->entries[i].key) *find(&bigger, map->entries[i].key) = map->entries[i];
    *map = bigger;
    return true;
}

bool ptrmap_put(PtrMap *map, Arena *arena, uintptr_t key, int value) {
    if ((!map->entries || (map->used + 1) * 3 > (map->mask + 1) * 2) && !grow(map, arena)) return false;
    PtrEntry *e = find(map, key);
    if (!e->key) map->used++;
    *e = (PtrEntry){key, value};
    return true;
}

bool array_room(Arena *arena, void *array_field, int n, int *capacity, size_t item_size) {
    if (n < *capacity) return true;
    if (n > INT_MAX / 4) return false;
    int wanted = n ? n * 2 : FIRST_ITEMS;
    void *old, *items = arena_alloc(arena, (size_t)wanted * item_size);
    if (!items) return false;
    memcpy(&old, array_field, sizeof old);
    if (n) memcpy(items, old, (size_t)n * item_size);
    memcpy(array_field, &items, sizeof items);
    *capacity = wanted;
    return true;
}
