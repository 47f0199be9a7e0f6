/* arena.c: see arena.h. Chunks are a list, each with a header of 16 bytes in front of its blocks. */
#include "grammar/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "gc/mem.h"

struct ArenaChunk {
    ArenaChunk *next; /* older */
    size_t size;      /* bytes behind the header */
};

enum { FIRST_CHUNK = 4096 - 64, LARGEST_CHUNK = 1 << 20 };

void *arena_refill(Arena *arena, size_t size) {
    size_t room = arena->next_size ? arena->next_size : FIRST_CHUNK;
    if (size > SIZE_MAX / 2) return NULL;
    size_t padded = (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
    bool large = padded > room / 4;
    size_t chunk_size = large ? padded : room;
    ArenaChunk *chunk = mem_alloc(sizeof *chunk + chunk_size);
    if (!chunk) return NULL;
    chunk->size = chunk_size;
    char *block = (char *)(chunk + 1);
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    if (large) return block; /* a chunk of its own: what is left of the current one stays in use */
    if (room < LARGEST_CHUNK) arena->next_size = room * 2;
    arena->at = block + padded;
    arena->end = block + chunk_size;
    return block;
}

void arena_free(Arena *arena) {
    for (ArenaChunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        mem_free(chunk);
    }
    arena_init(arena);
}

char *arena_copy(Arena *arena, const char *text, size_t n) {
    char *copy = arena_alloc(arena, n + 1);
    if (!copy) return NULL;
    if (n) memcpy(copy, text, n);
    copy[n] = '\0';
    return copy;
}

char *arena_printf(Arena *arena, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = n < 0 ? NULL : arena_alloc(arena, (size_t)n + 1);
    if (text) vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}
