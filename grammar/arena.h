/* arena.h: a bump allocator for everything that lives as long as one compilation (tree, names, literals, messages).
 *
 * Blocks come from chunks that double in size; nothing is freed singly, arena_free() gives all chunks back at once. Memory is not
 * cleared. Every allocation can fail: NULL means no memory, and the arena stays usable. */
#ifndef GRAMMAR_ARENA_H
#define GRAMMAR_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    char *at;           /* next free byte, aligned to 8 */
    char *end;          /* end of the newest chunk */
    ArenaChunk *chunks; /* newest first */
    size_t next_size;   /* size of the next chunk, 0 = first */
} Arena;

enum { ARENA_ALIGN = 8 };

static inline void arena_init(Arena *arena) { *arena = (Arena){0}; }
void arena_free(Arena *arena);

/* Opens a new chunk when the current one is too small; arena_alloc() is the door. */
void *arena_refill(Arena *arena, size_t size);

static inline void *arena_alloc(Arena *arena, size_t size) {
    if (size > (size_t)(arena->end - arena->at)) return arena_refill(arena, size);
    char *block = arena->at;
    size_t padded = (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
    arena->at = padded < (size_t)(arena->end - block) ? block + padded : arena->end;
    return block;
}

/* A copy of n bytes with a NUL behind them. */
char *arena_copy(Arena *arena, const char *text, size_t n);

/* The formatted text, as printf. */
char *arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
