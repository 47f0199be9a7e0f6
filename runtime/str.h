/* str.h: strings: PEP 393. A string is stored in the narrowest of 1 (ASCII or Latin-1), 2 or 4 bytes per character.
 *
 *   ASCII    refcnt type length hash state            40 bytes, then length + 1 bytes
 *   other    ... utf8_length utf8                     56 bytes, then (length + 1) * kind bytes
 *   subclass ... utf8_length utf8 plain               64 bytes, slots, then the characters
 *
 * Canonical: the kind is always the narrowest possible. Immutable once another holder can see it. All strings of length 0 and 1 below
 * U+0100 are shared objects. Interned strings: the table counts nothing; a dying interned string takes itself out. */
#ifndef RUNTIME_STR_H
#define RUNTIME_STR_H

#include <string.h>

#include "runtime/type.h"

enum StrKind { KIND_1 = 1, KIND_2 = 2, KIND_4 = 4 };
struct Str {
    Object ob;
    ssize_t length;      /* characters */
    Hash hash;           /* -1: not computed yet */
    uint8_t kind;        /* bytes per character */
    uint8_t ascii;       /* all below 128 */
    uint8_t interned;
    uint8_t pad;
    uint32_t offset;     /* bytes from the object to its characters: 40 ASCII, 56 other; an instance of a subclass: its basic size */
};
typedef struct WideStr { /* not ASCII */
    Str str;
    ssize_t utf8_length;
    char *utf8;          /* cached encoding, or NULL */
} WideStr;
typedef struct SubStr {  /* an instance of a class made by Python */
    WideStr wide;
    Object *plain;       /* unused, NULL: the word in which CPython keeps the address of the characters */
} SubStr;
extern Type str_type;

static inline bool is_str(Ref o) { return type_has(o->type, TYPE_IS_STR); }
static inline bool is_exact_str(Ref o) { return o->type == &str_type; }
static inline ssize_t str_len(Ref s) { return ((const Str *)s)->length; }
static inline int str_kind(Ref s) { return ((const Str *)s)->kind; }
static inline bool str_is_ascii(Ref s) { return ((const Str *)s)->ascii; }
static inline void *str_data(Ref s) {
    return (char *)(uintptr_t)s + ((const Str *)s)->offset;
}
static inline uint32_t kind_read(int kind, const void *data, ssize_t i) {
    if (kind == KIND_1) return ((const uint8_t *)data)[i];
    return kind == KIND_2 ? ((const uint16_t *)data)[i] : ((const uint32_t *)data)[i];
}
static inline void kind_write(int kind, void *data, ssize_t i, uint32_t c) {
    if (kind == KIND_1) ((uint8_t *)data)[i] = (uint8_t)c;
    else if (kind == KIND_2) ((uint16_t *)data)[i] = (uint16_t)c;
    else ((uint32_t *)data)[i] = c;
}
static inline uint32_t str_char(Ref s, ssize_t i) { return kind_read(str_kind(s), str_data(s), i); }

/* Room for length characters, the widest of which is max_char (must occur); uninitialised, terminated by 0. length 0 gives the empty str. */
MUST Own str_new(ssize_t length, uint32_t max_char);
MUST Own str_from_ascii(const char *text, ssize_t n);
MUST Own str_from_utf8(const char *text, ssize_t n);     /* strict: UnicodeDecodeError; surrogates (WTF-8) are taken with from_wtf8 */
MUST Own str_from_wtf8(const char *text, ssize_t n);
MUST Own str_from_kind(int kind, const void *data, ssize_t n); /* finds the narrowest kind */
MUST Own str_from_char(uint32_t c);
MUST Own str_from_text(const char *zero_terminated_utf8);
/* UTF-8 of s, cached in s, borrowed; NULL: UnicodeEncodeError (lone surrogate) or no memory. */
const char *str_utf8(Ref s, ssize_t *n);
/* The same for messages: surrogates come out as escapes, never fails but for memory (then ""). */
const char *str_utf8_lossy(Ref s);
MUST Own str_slice(Ref s, ssize_t start, ssize_t stop);  /* start <= stop, within the string */
MUST Own str_concat(Ref a, Ref b);
/* *left += right, in place when *left is only held here; on failure *left is dropped and NULL. */
int str_append_take(Own *left, Ref right);
bool str_equal(Ref a, Ref b);                            /* both str */
bool str_equals(Ref s, const char *ascii);
int str_compare(Ref a, Ref b);
Hash str_hash_slow(Ref s);
static ALWAYS_INLINE Hash str_hash(Ref s) { Hash h = ((const Str *)s)->hash; return LIKELY(h != -1) ? h : str_hash_slow(s); }
ssize_t str_find_char(Ref s, uint32_t c, ssize_t start, ssize_t stop);
ssize_t str_find(Ref s, Ref sub, ssize_t start, ssize_t stop, int direction); /* -1: absent */
MUST Own str_join(Ref separator, Ref iterable);
/* The strings one after the other: f-strings. TypeError unless each is a str. */
MUST Own str_join_array(Ref separator_or_null, Ref const *items, ssize_t n);
MUST Own str_repeat(Ref s, ssize_t times);
MUST Own str_repr(Ref s);
MUST Own str_ascii_repr(Ref s);                          /* repr with escapes for what is not ASCII: ascii() of a str */
MUST Own str_escape_wide(Ref s);                         /* the same for a text without quotes: ascii() of a repr */
int str_contains(Ref s, Ref sub);
/* The one object with this text: takes the place of *s. Interning happens once; later calls are cheap. */
void str_intern(Own *s);
MUST Own str_interned(const char *ascii);
extern Str *str_empty;
extern Object *str_chars[256];                           /* the shared one-character strings, owned by the table */

/* A string that grows at its end: for repr, join, format. Zero-initialise; finish gives the str and empties it; on any failure the writer
 * is empty and an exception is set. */
typedef struct StrWriter {
    Own str;            /* buffer: kind fits what was written */
    ssize_t length, capacity;
    bool overallocate;
} StrWriter;
MUST int writer_reserve(StrWriter *w, ssize_t more, uint32_t max_char);
MUST int writer_char(StrWriter *w, uint32_t c);
MUST int writer_ascii(StrWriter *w, const char *text, ssize_t n);
MUST int writer_str(StrWriter *w, Ref s);
MUST int writer_substr(StrWriter *w, Ref s, ssize_t start, ssize_t stop);
MUST int writer_repr(StrWriter *w, Ref o);
MUST Own writer_finish(StrWriter *w);
void writer_drop(StrWriter *w);

#endif
