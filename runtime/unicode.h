/* unicode.h: properties and case mappings of code points, Unicode 15.1 as CPython 3.13 has it.
 *
 * Every code point has a record; most share a few hundred of them. A mapping is a delta to the code point, or, where it has several
 * characters (UNI_LONG_*), a place in unicode_long_maps: their number, then they. */
#ifndef RUNTIME_UNICODE_H
#define RUNTIME_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UNICODE_LIMIT = 0x32400, UNICODE_SHIFT = 4 };
enum UnicodeFlag { /* in the order of the generator */
    UNI_ALPHA = 1 << 0,
    UNI_DECIMAL = 1 << 1,
    UNI_DIGIT = 1 << 2,
    UNI_NUMERIC = 1 << 3,
    UNI_SPACE = 1 << 4,
    UNI_PRINTABLE = 1 << 5,
    UNI_ID_START = 1 << 6,
    UNI_ID_CONTINUE = 1 << 7,
    UNI_UPPER = 1 << 8,
    UNI_LOWER = 1 << 9,
    UNI_TITLE = 1 << 10,
    UNI_CASE_IGNORABLE = 1 << 11,
    UNI_LINE_BREAK = 1 << 12,
    UNI_LONG_UPPER = 1 << 13,
    UNI_LONG_LOWER = 1 << 14,
    UNI_LONG_TITLE = 1 << 15,
    UNI_LONG_FOLD = 1 << 16,
    UNI_ALNUM = UNI_ALPHA | UNI_DECIMAL | UNI_DIGIT | UNI_NUMERIC,
    UNI_CASED = UNI_UPPER | UNI_LOWER | UNI_TITLE,
};

typedef enum CaseMap { CASE_UPPER, CASE_LOWER, CASE_TITLE, CASE_FOLD } CaseMap;
typedef struct UnicodeRecord {
    int32_t maps[4];                   /* full mappings, by CaseMap */
    int32_t simple_lower;
    uint32_t flags;
    uint8_t category;                  /* index into unicode_category_names */
    int8_t decimal, digit;             /* values, or -1 */
} UnicodeRecord;
typedef struct UnicodeRange {
    uint32_t first, last;
    uint16_t record;
} UnicodeRange;

extern const UnicodeRecord unicode_records[];
extern const uint16_t unicode_index[], unicode_blocks[], unicode_long_maps[];
extern const UnicodeRange unicode_ranges[]; /* assigned code points from UNICODE_LIMIT on */
extern const size_t unicode_n_ranges;
extern const uint16_t unicode_unassigned;
extern const uint32_t unicode_latin_flags[256];
extern const char unicode_category_names[][3];

const UnicodeRecord *unicode_record_beyond(uint32_t c);
static inline const UnicodeRecord *unicode_record(uint32_t c) {
    if (c >= UNICODE_LIMIT) return unicode_record_beyond(c);
    enum { MASK = (1 << UNICODE_SHIFT) - 1 };
    return &unicode_records[unicode_blocks[((uint32_t)unicode_index[c >> UNICODE_SHIFT] << UNICODE_SHIFT) + (c & MASK)]];
}
static inline uint32_t unicode_flags(uint32_t c) { return c < 256 ? unicode_latin_flags[c] : unicode_record(c)->flags; }
static inline bool unicode_is(uint32_t c, uint32_t any_of) { return (unicode_flags(c) & any_of) != 0; }
static inline bool unicode_is_space(uint32_t c) { return unicode_is(c, UNI_SPACE); }
static inline bool unicode_is_printable(uint32_t c) { return unicode_is(c, UNI_PRINTABLE); }
/* Decimal digit value, or -1. */
static inline int unicode_decimal(uint32_t c) { return c < 128 ? (c - '0' < 10 ? (int)(c - '0') : -1) : unicode_record(c)->decimal; }

enum { UNICODE_MAX_MAPPED = 3 };
int unicode_map_long(const UnicodeRecord *r, CaseMap map, uint32_t *out);
/* Full mapping of one character: 1 to 3 characters to out; returns their number. */
static inline int unicode_map(CaseMap map, uint32_t c, uint32_t *out) {
    const UnicodeRecord *r = unicode_record(c);
    if (r->flags & (uint32_t)UNI_LONG_UPPER << map) return unicode_map_long(r, map, out);
    out[0] = c + (uint32_t)r->maps[map];
    return 1;
}
static inline uint32_t unicode_simple_lower(uint32_t c) { return c + (uint32_t)unicode_record(c)->simple_lower; }

#endif
