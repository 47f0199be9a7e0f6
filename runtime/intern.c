/* intern.c: the table of interned strings: open addressing with linear probes over Str*, at most half full.
 *
 * The table counts nothing. A string that dies takes itself out (intern_forget), and the gap is closed by moving back those behind it
 * that had been pushed on by it, so that no tombstones are needed. Strings of length 0 and 1 below U+0100 are shared anyway: never in it. */
#include "runtime/intern.h"

#include "runtime/bytes.h"
#include "runtime/hash.h"
#include "runtime/strkind.h"

Object *names[N_NAMES];

static const char *const name_texts[N_NAMES] = {
#define NAME(c, text) text,
#include "runtime/names.def"
};

static Str **table;
static size_t size, used; /* size: a power of 2 */

enum { FIRST_SIZE = STRESS ? 8 : 1024 };

static size_t home(const Str *s) { return (size_t)s->hash & (size - 1); }

/* The place of a string with this text, or the empty one where it would go. */
static size_t find_place(Ref s) {
    size_t i = home((const Str *)s);
    while (table[i] && (table[i]->hash != ((const Str *)s)->hash || !str_equal((Ref)table[i], s))) i = (i + 1) & (size - 1);
    return i;
}

static bool grow(void) {
    size_t old_size = size;
    Str **old = table, **bigger = raw_calloc((size ? 2 * size : FIRST_SIZE) * sizeof *table);
    if (!bigger) return false;
    table = bigger;
    size = size ? 2 * size : FIRST_SIZE;
    for (size_t i = 0; i < old_size; i++) {
        if (!old[i]) continue;
        size_t at = home(old[i]);
        while (table[at]) at = (at + 1) & (size - 1);
        table[at] = old[i];
    }
    raw_free(old);
    return true;
}

void str_intern(Own *s) {
    Str *mine = (Str *)*s;
    if (mine->interned || !is_exact_str(*s)) return;
    if (mine->length <= 1 && mine->kind == KIND_1) {
        *s = str_canonical_take(*s);
        return;
    }
    str_hash(*s);
    if (2 * (used + 1) > size && !grow()) return; /* without the memory it stays as it is: nobody may rely on identity */
    size_t i = find_place(*s);
    if (table[i]) {
        Own there = own((Ref)table[i]);
        drop(*s);
        *s = there;
        return;
    }
    table[i] = mine;
    mine->interned = 1;
    used++;
}

Own str_interned(const char *ascii) {
    Own s = str_from_ascii(ascii, (ssize_t)strlen(ascii));
    if (s) str_intern(&s);
    return s;
}

void intern_forget(Str *dying) {
    size_t hole = home(dying), i;
    while (table[hole] != dying) hole = (hole + 1) & (size - 1);
    for (i = (hole + 1) & (size - 1); table[i]; i = (i + 1) & (size - 1)) {
        size_t wanted = (i - home(table[i])) & (size - 1); /* how far from home it lies */
        if (wanted < ((i - hole) & (size - 1))) continue;
        table[hole] = table[i];
        hole = i;
    }
    table[hole] = NULL;
    dying->interned = 0;
    used--;
}

size_t intern_count(void) { return used; }

int intern_init(void) {
    hash_init_default();
    str_chars_init();
    bytes_init();
    for (size_t i = 0; i < N_NAMES; i++) {
        names[i] = str_interned(name_texts[i]);
        if (!names[i]) return -1;
    }
    return 0;
}

void intern_fini(void) {
    for (size_t i = 0; i < N_NAMES; i++) CLEAR(names[i]);
    str_fini();
    if (used) return; /* leaked strings will still look for themselves */
    raw_free(table);
    table = NULL;
    size = 0;
}
