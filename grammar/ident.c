/* ident.c: see ident.h. Which characters may stand in a name is XID_Start and XID_Continue of Unicode 15.1: general categories, the
 * characters listed there as exceptions, minus those that normalisation would turn into something else. The tables below are the
 * differences between that and utf8proc's categories. */
#include "grammar/ident.h"

#include <utf8proc.h>

#include "grammar/syntaxerr.h"
#include "grammar/utf8.h"

typedef struct Range {
    uint32_t first, last;
} Range;

#define IN(ranges, c) in_ranges(ranges, sizeof(ranges) / sizeof *(ranges), c)

static bool in_ranges(const Range *ranges, size_t n, uint32_t c) {
    for (size_t i = 0; i < n; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last) return true;
    }
    return false;
}

static bool loses_by_normalising(uint32_t c) {
    static const Range losers[] = {{0x37a, 0x37a}, {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63}, {0xfdfa, 0xfdfb}, {0xfe70, 0xfe70},
                                   {0xfe72, 0xfe72}, {0xfe74, 0xfe74}, {0xfe76, 0xfe76}, {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a},
                                   {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e}};
    return IN(losers, c);
}

bool ident_can_start(uint32_t c) {
    static const Range extra[] = {{'_', '_'}, {0x1885, 0x1886}, {0x2118, 0x2118}, {0x212e, 0x212e}, {0x2ebf0, 0x2ee5d}};
    static const Range only_later[] = {{0xe33, 0xe33}, {0xeb3, 0xeb3}, {0xff9e, 0xff9f}};
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_NL:
        return !IN(only_later, c) && !loses_by_normalising(c);
    default:
        return IN(extra, c);
    }
}

bool ident_can_continue(uint32_t c) {
    static const Range extra[] = {{0xb7, 0xb7}, {0x387, 0x387}, {0xe33, 0xe33}, {0xeb3, 0xeb3}, {0x1369, 0x1371}, {0x19da, 0x19da},
                                  {0x200c, 0x200d}, {0x30fb, 0x30fb}, {0xff65, 0xff65}, {0xff9e, 0xff9f}};
    if (ident_can_start(c)) return true;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return IN(extra, c);
    }
}

bool ident_printable(uint32_t c) {
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_CC: case UTF8PROC_CATEGORY_CF: case UTF8PROC_CATEGORY_CS: case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP:
        return c >= 0x2ebf0 && c <= 0x2ee5d;
    case UTF8PROC_CATEGORY_ZS:
        return c == ' ';
    default:
        return true;
    }
}

/* Letters that no neighbour from the same set and no ASCII can combine with, and that have no compatibility form: texts of these are
 * in NFKC already. */
static bool stands_alone(uint32_t c) {
    return c < 0x80 || (c >= 0xc0 && c <= 0xff) || (c >= 0x388 && c <= 0x3ce) || (c >= 0x400 && c <= 0x52f && (c < 0x483 || c > 0x489)) ||
           (c >= 0x3041 && c <= 0x3096) || (c >= 0x4e00 && c <= 0x9fff);
}

static AstName *normalised(Parser *p, const char *text, size_t n) {
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, (utf8proc_ssize_t)n, NULL, 0, options);
    if (count < 0) return NULL;
    utf8proc_int32_t *points = arena_alloc(p->arena, ((size_t)count + 1) * sizeof *points);
    if (!points) return NULL;
    count = utf8proc_decompose(bytes, (utf8proc_ssize_t)n, points, count, options);
    utf8proc_ssize_t len = utf8proc_reencode(points, count, options); /* in place, with a NUL */
    return len < 0 ? NULL : name_intern(p->names, (const char *)points, (size_t)len);
}

static bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

AstName *ident_read(Parser *p, const char **at) {
    const char *start = *at, *end = start;
    bool plain = true;
    while (is_ascii_letter(*end) || (*end & 0x80)) {
        const char *here = end;
        uint32_t c = utf8_next(&end);
        if (c < 0x80) continue;
        if (here == start ? !ident_can_start(c) : !ident_can_continue(c)) {
            lexer_problem_character(p, here);
            return NULL;
        }
        plain &= stands_alone(c);
    }
    *at = end;
    AstName *name = plain ? name_intern(p->names, start, (size_t)(end - start)) : normalised(p, start, (size_t)(end - start));
    if (!name) lexer_no_memory(p);
    return name;
}
