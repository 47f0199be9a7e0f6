/* strfind.c: searching in text.
 *
 * The usual search looks for places where the first and the last character of the wanted text stand at the right distance, 16 bytes at a
 * time where the machine has vectors, and compares only there. It keeps an account of the characters compared in vain; text that makes
 * that dear ("aaa...a" for "baa...a") is searched by the two-way algorithm of Crochemore and Perrin, linear in all cases, without tables.
 * Searching backwards is the same with both texts read from their ends. */
#include "runtime/strkind.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* ---- one character */

static ssize_t find_char_2(const uint16_t *p, ssize_t n, uint16_t c) {
    ssize_t i = 0;
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi16((short)c);
    for (; i + 8 <= n; i += 8) {
        int mask = _mm_movemask_epi8(_mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)(p + i)), wanted));
        if (mask) return i + (__builtin_ctz((unsigned)mask) >> 1);
    }
#endif
    for (; i < n; i++)
        if (p[i] == c) return i;
    return -1;
}

static ssize_t find_char_4(const uint32_t *p, ssize_t n, uint32_t c) {
    for (ssize_t i = 0; i < n; i++)
        if (p[i] == c) return i;
    return -1;
}

ssize_t kind_find_char(int kind, const void *text, ssize_t n, uint32_t c) {
    if (kind == KIND_1) {
        if (c > 0xff) return -1;
        const char *p = memchr(text, (int)c, (size_t)n);
        return p ? p - (const char *)text : -1;
    }
    if (kind == KIND_4) return find_char_4(text, n, c);
    return c > 0xffff ? -1 : find_char_2(text, n, (uint16_t)c);
}

ssize_t kind_rfind_char(int kind, const void *text, ssize_t n, uint32_t c) {
    if (kind == KIND_1) {
        if (c > 0xff) return -1;
        const char *p = memrchr(text, (int)c, (size_t)n);
        return p ? p - (const char *)text : -1;
    }
    while (n > 0)
        if (kind_read(kind, text, --n) == c) return n;
    return -1;
}

ssize_t str_find_char(Ref s, uint32_t c, ssize_t start, ssize_t stop) {
    int kind = str_kind(s);
    ssize_t at = kind_find_char(kind, kind_at(kind, str_data(s), start), stop - start, c);
    return at < 0 ? -1 : at + start;
}

/* ---- two-way */

typedef struct View {
    int kind;
    const void *data;
    ssize_t n;
    bool reverse;
} View;

static inline uint32_t view(const View *v, ssize_t i) { return kind_read(v->kind, v->data, v->reverse ? v->n - 1 - i : i); }

/* Where the largest suffix of x in the one or the other order of characters begins (minus 1), and its period. */
static ssize_t largest_suffix(const View *x, bool upwards, ssize_t *period) {
    ssize_t best = -1, j = 0, k = 1, p = 1;
    while (j + k < x->n) {
        uint32_t a = view(x, j + k), b = view(x, best + k);
        if (a == b) {
            if (k != p) k++;
            else j += p, k = 1;
        } else if (upwards ? a > b : a < b) {
            j += k;
            k = 1;
            p = j - best;
        } else {
            best = j++;
            k = p = 1;
        }
    }
    *period = p;
    return best;
}

static bool has_period(const View *x, ssize_t period, ssize_t upto) {
    for (ssize_t i = 0; i < upto; i++)
        if (view(x, i) != view(x, i + period)) return false;
    return true;
}

/* The first place of x in y, counted from the side where reading begins. The right part of x, from the cut on, is compared first; a
 * mismatch there shifts past it. If x has the period, what a shift leaves in place is remembered and not compared again. */
static ssize_t two_way(const View *x, const View *y) {
    ssize_t p, q, m = x->n, left = largest_suffix(x, false, &p), right = largest_suffix(x, true, &q);
    ssize_t cut = left > right ? left : right, period = left > right ? p : q;
    bool periodic = cut + 1 + period <= m && has_period(x, period, cut + 1);
    if (!periodic) period = (cut + 1 > m - cut - 1 ? cut + 1 : m - cut - 1) + 1;
    ssize_t known = -1;
    for (ssize_t j = 0; j <= y->n - m;) {
        ssize_t i = (cut > known ? cut : known) + 1;
        while (i < m && view(x, i) == view(y, i + j)) i++;
        if (i < m) {
            j += i - cut;
            known = -1;
            continue;
        }
        for (i = cut; i > known && view(x, i) == view(y, i + j);) i--;
        if (i <= known) return j;
        j += period;
        known = periodic ? m - period - 1 : -1;
    }
    return -1;
}

static NOINLINE ssize_t find_two_way(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m, bool reverse) {
    View x = {sub_kind, sub, m, reverse}, y = {kind, text, n, reverse};
    ssize_t at = two_way(&x, &y);
    return at < 0 ? -1 : reverse ? n - m - at : at;
}

/* ---- the usual search */

/* Characters that may be compared in vain before the search changes its method, after i places were passed. */
static inline size_t patience(ssize_t i) { return 256 + 4 * (size_t)i; }

static ALWAYS_INLINE bool equal_counted(const uint8_t *a, const uint8_t *b, size_t n, size_t *compared) {
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t x, y;
        memcpy(&x, a + i, 8);
        memcpy(&y, b + i, 8);
        if (x != y) {
            *compared += i + 8;
            return false;
        }
    }
    for (; i < n; i++)
        if (a[i] != b[i]) break;
    *compared += i + 1;
    return i == n;
}

static ssize_t find_bytes(const uint8_t *text, ssize_t n, const uint8_t *sub, ssize_t m) {
    ssize_t i = 0, last = n - m;
    size_t compared = 0, inner = (size_t)m - 2;
    uint8_t head = sub[0], foot = sub[m - 1];
#ifdef __SSE2__
    const __m128i heads = _mm_set1_epi8((char)head), feet = _mm_set1_epi8((char)foot);
    for (; i + 16 <= last + 1; i += 16) {
        __m128i a = _mm_loadu_si128((const __m128i *)(text + i)), b = _mm_loadu_si128((const __m128i *)(text + i + m - 1));
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(a, heads), _mm_cmpeq_epi8(b, feet)));
        for (; mask; mask &= mask - 1) {
            ssize_t at = i + __builtin_ctz(mask);
            if (equal_counted(text + at + 1, sub + 1, inner, &compared)) return at;
        }
        if (UNLIKELY(compared > patience(i))) break;
    }
#endif
    for (; i <= last && compared <= patience(i); i++)
        if (text[i] == head && text[i + m - 1] == foot && equal_counted(text + i + 1, sub + 1, inner, &compared)) return i;
    if (i > last) return -1;
    ssize_t rest = find_two_way(KIND_1, text + i, n - i, KIND_1, sub, m, false);
    return rest < 0 ? -1 : i + rest;
}

/* Compares sub with the characters at text + i, any kinds; adds what it read. */
static bool matches_at(int kind, const void *text, ssize_t i, int sub_kind, const void *sub, ssize_t m, size_t *compared) {
    ssize_t k = 0;
    while (k < m && kind_read(kind, text, i + k) == kind_read(sub_kind, sub, k)) k++;
    *compared += (size_t)k + 1;
    return k == m;
}

static ssize_t find_wide(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m) {
    ssize_t i = 0, last = n - m;
    size_t compared = 0;
    uint32_t head = kind_read(sub_kind, sub, 0), foot = kind_read(sub_kind, sub, m - 1);
    for (; i <= last && compared <= patience(i); i++) {
        ssize_t step = kind_find_char(kind, kind_at(kind, text, i), last + 1 - i, head);
        if (step < 0) return -1;
        i += step;
        if (kind_read(kind, text, i + m - 1) == foot && matches_at(kind, text, i, sub_kind, sub, m, &compared)) return i;
    }
    if (i > last) return -1;
    ssize_t rest = find_two_way(kind, kind_at(kind, text, i), n - i, sub_kind, sub, m, false);
    return rest < 0 ? -1 : i + rest;
}

ssize_t kind_find(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m) {
    if (m > n || sub_kind > kind) return -1;
    if (m == 0) return 0;
    if (m == 1) return kind_find_char(kind, text, n, kind_read(sub_kind, sub, 0));
    return kind == KIND_1 ? find_bytes(text, n, sub, m) : find_wide(kind, text, n, sub_kind, sub, m);
}

ssize_t kind_rfind(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m) {
    if (m > n || sub_kind > kind) return -1;
    if (m == 0) return n;
    uint32_t head = kind_read(sub_kind, sub, 0), foot = kind_read(sub_kind, sub, m - 1);
    ssize_t last = n - m, i = last;
    for (size_t compared = 0; i >= 0 && compared <= patience(last - i); i--) {
        i = kind_rfind_char(kind, text, i + 1, head);
        if (i < 0) return -1;
        if (kind_read(kind, text, i + m - 1) == foot && matches_at(kind, text, i, sub_kind, sub, m, &compared)) return i;
    }
    return i < 0 ? -1 : find_two_way(kind, text, i + m, sub_kind, sub, m, true);
}

/* ---- all places */

/* One byte or several, in one sweep: a block with several of them is loaded once. *stopped: where to go on by single searches. */
static ssize_t find_all_bytes(const uint8_t *text, ssize_t n, const uint8_t *sub, ssize_t m, ssize_t *places, ssize_t max, ssize_t *stopped) {
    ssize_t count = 0, next = 0, i = 0, last = n - m;
#ifdef __SSE2__
    size_t compared = 0;
    const __m128i heads = _mm_set1_epi8((char)sub[0]), feet = _mm_set1_epi8((char)sub[m - 1]);
    for (; i + 16 <= last + 1 && compared <= patience(i); i += 16) {
        __m128i a = _mm_loadu_si128((const __m128i *)(text + i)), b = _mm_loadu_si128((const __m128i *)(text + i + m - 1));
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(a, heads), _mm_cmpeq_epi8(b, feet)));
        for (; mask; mask &= mask - 1) {
            ssize_t at = i + __builtin_ctz(mask);
            if (at < next || (m > 2 && !equal_counted(text + at + 1, sub + 1, (size_t)m - 2, &compared))) continue;
            places[count++] = at;
            next = at + m;
            if (count == max) return count;
        }
    }
#else
    (void)text, (void)sub, (void)places, (void)max, (void)last;
#endif
    *stopped = i > next ? i : next;
    return count;
}

ssize_t kind_find_all(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m, ssize_t *places, ssize_t max) {
    ssize_t count = 0, i = 0;
    if (m > n || sub_kind > kind || max <= 0) return 0;
    if (kind == KIND_1) count = find_all_bytes(text, n, sub, m, places, max, &i);
    for (; count < max; count++) {
        ssize_t at = kind_find(kind, kind_at(kind, text, i), n - i, sub_kind, sub, m);
        if (at < 0) break;
        places[count] = i + at;
        i += at + m;
    }
    return count;
}

/* ---- counting */

static ssize_t count_byte(const uint8_t *p, size_t n, uint8_t c) {
    size_t count = 0, i = 0;
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi8((char)c), zero = _mm_setzero_si128();
    while (i + 16 <= n) {
        __m128i sums = zero; /* each byte counts up to 255 */
        for (int round = 0; round < 255 && i + 16 <= n; round++, i += 16)
            sums = _mm_sub_epi8(sums, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(p + i)), wanted));
        sums = _mm_sad_epu8(sums, zero);
        count += (size_t)_mm_cvtsi128_si64(sums) + (size_t)_mm_cvtsi128_si64(_mm_srli_si128(sums, 8));
    }
#endif
    for (; i < n; i++) count += p[i] == c;
    return (ssize_t)count;
}

ssize_t kind_count(int kind, const void *text, ssize_t n, int sub_kind, const void *sub, ssize_t m, ssize_t max) {
    if (m == 0) return n < max ? n + 1 : max;
    if (kind == KIND_1 && m == 1 && sub_kind == KIND_1 && max >= n) return count_byte(text, (size_t)n, *(const uint8_t *)sub);
    ssize_t count = 0, i = 0, found = PLACES, places[PLACES];
    while (found == PLACES && count < max) {
        found = kind_find_all(kind, kind_at(kind, text, i), n - i, sub_kind, sub, m, places, max - count < PLACES ? max - count : PLACES);
        count += found;
        if (found) i += places[found - 1] + m;
    }
    return count;
}

/* ---- strings */

ssize_t str_find(Ref s, Ref sub, ssize_t start, ssize_t stop, int direction) {
    int kind = str_kind(s);
    if (start > stop) return -1;
    const char *from = kind_at(kind, str_data(s), start);
    ssize_t at = direction > 0 ? kind_find(kind, from, stop - start, str_kind(sub), str_data(sub), str_len(sub))
                               : kind_rfind(kind, from, stop - start, str_kind(sub), str_data(sub), str_len(sub));
    return at < 0 ? -1 : at + start;
}

ssize_t str_count(Ref s, Ref sub, ssize_t start, ssize_t stop) {
    int kind = str_kind(s);
    if (start > stop) return 0;
    return kind_count(kind, kind_at(kind, str_data(s), start), stop - start, str_kind(sub), str_data(sub), str_len(sub), SSIZE_MAX);
}

int str_contains(Ref s, Ref sub) {
    if (str_len(sub) == 1) return kind_find_char(str_kind(s), str_data(s), str_len(s), str_char(sub, 0)) >= 0;
    return kind_find(str_kind(s), str_data(s), str_len(s), str_kind(sub), str_data(sub), str_len(sub)) >= 0;
}
