/* sort.c: list.sort: what is compared, and the list's state meanwhile; the algorithm is in sortmerge.h.
 *
 * The keys are looked at once, before anything is compared. If they are all ints and floats, each becomes a machine word in the order of the
 * numbers; of strs, and of tuples that begin with such, the word holds the beginning and only equal words lead to a comparison of the rest.
 * Anything else is compared by `<` alone, each time through the object's own method: the order of those calls is CPython's.
 *
 * Words in no order at all are sorted by their bytes (sortradix.h) if they are many, which gives the same result sooner.
 *
 *     what the keys are                 element           LESS
 *     int, float                        word item         word < word
 *     str, tuple of (int float str ...) word key item     word < word, or the rest
 *     other                             key item          key < key
 *
 * While it is being sorted the list is empty and has allocated == -1, so that a change of it by a key function or a comparison is noticed and
 * cannot do harm. Reversed order is that of the reversed list, reversed: equal items keep their order. */
#include <math.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/object.h"
#include "runtime/str.h"

enum { MIN_GALLOP = 7, LONG_RUN = 64, MOST_RUNS = 64, FEW_TEMP = 128, FEW_ITEMS = 64 };
typedef enum MergeState {
    MERGE_GALLOP,  /* one side wins all the time */
    MERGE_DONE,    /* the side that was not copied is used up */
    MERGE_LAST,    /* of the copied side one element is left, which comes last */
    MERGE_FAILED,
} MergeState;

/* Runs shorter than this are extended: n itself below 64, else 32..64 such that n divided by it is a power of two or a little less. */
static ssize_t least_run(ssize_t n) {
    ssize_t rest = 0;
    for (; n >= LONG_RUN; n >>= 1) rest |= n & 1;
    return n + rest;
}

/* Powersort: the depth of the border between neighbouring runs [start, start + n1) and the n2 elements behind in the ideal binary division of n
 * elements: the first bit in which the middles of the two runs, as fractions of n, differ. */
static int border_power(ssize_t start, ssize_t n1, ssize_t n2, ssize_t n) {
    ssize_t left = 2 * start + n1, right = left + n1 + n2; /* twice the middles */
    for (int power = 1;; power++) {
        bool left_bit = left >= n, right_bit = right >= n;
        if (left_bit != right_bit) return power;
        left = 2 * (left_bit ? left - n : left);
        right = 2 * (right_bit ? right - n : right);
    }
}

/* --- keys as words --- */

typedef struct WordItem {
    int64_t word;
    Object *item; /* borrowed, as everywhere here */
} WordItem;
typedef struct TextItem {
    int64_t word;
    Object *key, *item;
} TextItem;
typedef struct KeyItem {
    Object *key, *item;
} KeyItem;

/* Doubles in order as integers in order; not for NaN. Both zeros are equal. */
static inline int64_t word_of_double(double d) {
    int64_t bits;
    if (d == 0) d = 0;
    memcpy(&bits, &d, sizeof bits);
    return bits < 0 ? bits ^ INT64_MAX : bits;
}

enum { EXACT_BITS = 53 };
typedef enum WordKind { WORD_NONE, WORD_INT, WORD_NUMBER, WORD_BYTES, WORD_CHARS } WordKind;

static inline bool is_small(Ref o) { return (is_exact_int(o) || o->type == &bool_type) && int_is_compact(o); }

static inline bool word_of_number(Ref o, int64_t *out) {
    if (is_exact_float(o)) {
        *out = word_of_double(float_value(o));
        return !isnan(float_value(o));
    }
    if (!is_small(o)) return false;
    int64_t value = int_value(o), limit = INT64_C(1) << EXACT_BITS;
    *out = word_of_double((double)value);
    return value >= -limit && value <= limit;
}

/* Eight one-byte characters from `start` on, or the first three of any; zeros behind the end. */
enum { WORD_CHARS_OF_BYTES = 8 };
static inline int64_t word_of_bytes(Ref s, ssize_t start) {
    uint64_t word = 0;
    ssize_t n = str_len(s) - start;
    if (LIKELY(n > 0)) memcpy(&word, (const char *)str_data(s) + start, n < WORD_CHARS_OF_BYTES ? (size_t)n : WORD_CHARS_OF_BYTES);
    return (int64_t)(__builtin_bswap64(word) ^ UINT64_C(1) << 63);
}
static inline int64_t word_of_chars(Ref s) {
    enum { CHARS = 3, CHAR_BITS = 21 };
    int64_t word = 0;
    for (ssize_t i = 0; i < CHARS; i++) word = word << CHAR_BITS | (i < str_len(s) ? str_char(s, i) : 0);
    return word;
}

/* The word of o if it is of that kind. */
static inline bool word_of(WordKind kind, Ref o, int64_t *out) {
    switch (kind) {
    case WORD_INT: return is_small(o) && (*out = int_value(o), true);
    case WORD_NUMBER: return word_of_number(o, out);
    case WORD_BYTES: return is_exact_str(o) && str_kind(o) == KIND_1 && (*out = word_of_bytes(o, 0), true);
    case WORD_CHARS: return is_exact_str(o) && (*out = word_of_chars(o), true);
    default: return false;
    }
}

/* The kind to try first, and next when one key was not of it. */
static WordKind word_kind(Ref first) {
    if (is_small(first)) return WORD_INT;
    if (is_exact_float(first)) return WORD_NUMBER;
    if (!is_exact_str(first)) return WORD_NONE;
    return str_kind(first) == KIND_1 ? WORD_BYTES : WORD_CHARS;
}
static WordKind next_kind(WordKind kind) { return kind == WORD_INT ? WORD_NUMBER : kind == WORD_BYTES ? WORD_CHARS : WORD_NONE; }

/* --- comparisons that words cannot decide --- */

/* Two items of plain types: 1 less, 0 greater or not to be ordered, 2 equal; 3: not plain. */
static int order_plain(Ref a, Ref b) {
    if (a == b) return 2;
    if (is_small(a) && is_small(b)) return int_value(a) == int_value(b) ? 2 : int_value(a) < int_value(b);
    if (is_exact_float(a) && is_exact_float(b)) return float_value(a) == float_value(b) ? 2 : float_value(a) < float_value(b);
    if (!is_exact_str(a) || !is_exact_str(b)) return 3;
    int order = str_compare(a, b);
    return order == 0 ? 2 : order < 0;
}

/* Tuples are compared by the first items that differ. */
static int less_tuples(Ref a, Ref b) {
    ssize_t n = tuple_size(a) < tuple_size(b) ? tuple_size(a) : tuple_size(b);
    for (ssize_t i = 0; i < n; i++) {
        Ref x = tuple_item(a, i), y = tuple_item(b, i);
        int order = order_plain(x, y);
        if (order == 2) continue;
        if (order < 2) return order;
        int equal = object_compare_bool(x, y, CMP_EQ);
        if (equal == 0) return object_compare_bool(x, y, CMP_LT);
        if (equal < 0) return -1;
    }
    return tuple_size(a) < tuple_size(b);
}

/* The same of lists, as long as that runs nobody's code, which could change them. */
static int less_lists(Ref a, Ref b) {
    ssize_t n = list_size(a) < list_size(b) ? list_size(a) : list_size(b);
    for (ssize_t i = 0; i < n; i++) {
        int order = order_plain(list_item(a, i), list_item(b, i));
        if (order < 2) return order;
        if (order == 3) return object_compare_bool(a, b, CMP_LT);
    }
    return list_size(a) < list_size(b);
}

static inline int less_objects(Ref a, Ref b) {
    if (a->type == b->type) {
        if (is_exact_int(a)) return int_compare(a, b) < 0;
        if (is_exact_float(a)) return float_value(a) < float_value(b);
        if (is_exact_str(a)) return str_compare(a, b) < 0;
        if (is_exact_tuple(a)) return less_tuples(a, b);
        if (is_exact_list(a)) return less_lists(a, b);
    }
    return object_compare_bool(a, b, CMP_LT);
}

static inline int less_texts(const TextItem *a, const TextItem *b) {
    if (LIKELY(a->word != b->word)) return a->word < b->word;
    return is_exact_tuple(a->key) ? less_tuples(a->key, b->key) : str_compare(a->key, b->key) < 0;
}

/* --- the sorts --- */

enum { RADIX_BITS = 8, RADIX = 1 << RADIX_BITS, LEAST_FOR_RADIX = 160, LEAST_FOR_NEXT = 8, MOST_LEVELS = 32 };

static inline int bit_width(uint64_t x) { return x ? 64 - __builtin_clzll(x) : 0; }
static inline int radix_passes(uint64_t differing) {
    return differing ? (bit_width(differing) - __builtin_ctzll(differing) + RADIX_BITS - 1) / RADIX_BITS : 0;
}
/* The sign bit is turned around: negative words come first. */
static inline unsigned radix_digit(int64_t word, int shift) {
    return (unsigned)(((uint64_t)word ^ UINT64_C(1) << 63) >> shift) & (RADIX - 1);
}

#define ELEM WordItem
#define NAMED(x) words_##x
#include "runtime/sortradix.h"
#define LESS(x, y) ((x)->word < (y)->word)
#define WORDS 1
#include "runtime/sortmerge.h"

#define ELEM TextItem
#define NAMED(x) texts_##x
#include "runtime/sortradix.h"
#define LESS(x, y) less_texts(x, y)
#define WORDS 0
#include "runtime/sortmerge.h"

#define ELEM KeyItem
#define NAMED(x) keys_##x
#define LESS(x, y) less_objects((x)->key, (y)->key)
#define WORDS 0
#include "runtime/sortmerge.h"

/* A list in the making: items and keys (the same array if there is no key function), both permuted in place. */
typedef struct Job {
    Object **items, **keys;
    ssize_t n;
    bool reverse;
} Job;

static inline ssize_t place(const Job *j, ssize_t i) { return j->reverse ? j->n - 1 - i : i; }

static void *need_elements(const Job *j, void *few, size_t size) {
    if (j->n <= FEW_ITEMS) return few;
    void *p = mem_alloc((size_t)j->n * size);
    return p ? p : raise_memory();
}

/* Each of these: 1 sorted, 0 the keys are of another kind (nothing has changed), -1 error. */

static bool fill_words(const Job *j, WordItem *e, WordKind kind) {
    for (ssize_t i = 0; i < j->n; i++) {
        if (!word_of(kind, j->keys[place(j, i)], &e[i].word)) return false;
        e[i].item = j->items[place(j, i)];
    }
    return true;
}

static int order_words(WordItem *e, ssize_t n) {
    uint64_t differing;
    return words_prefer_radix(e, n, &differing) ? words_radix_sort(e, n, differing) : words_sort(e, n);
}

static int sort_words(const Job *j, WordKind kind) {
    WordItem few[FEW_ITEMS], *e = need_elements(j, few, sizeof *e);
    if (!e) return -1;
    bool filled = fill_words(j, e, kind);
    int result = filled ? order_words(e, j->n) : 0;
    if (filled)
        for (ssize_t i = 0; i < j->n; i++) j->items[place(j, i)] = e[i].item;
    if (e != few) mem_free(e);
    return result < 0 ? -1 : filled;
}

/* What of the key becomes its word: itself, or the first item of a tuple; NULL: nothing. */
static inline Ref word_part(Ref key, bool tuples) {
    if (!tuples) return key;
    return is_exact_tuple(key) && tuple_size(key) ? tuple_item(key, 0) : NULL;
}

static bool fill_texts(const Job *j, TextItem *e, WordKind kind, bool tuples) {
    for (ssize_t i = 0; i < j->n; i++) {
        ssize_t at = place(j, i);
        Ref part = word_part(j->keys[at], tuples);
        if (!part || !word_of(kind, part, &e[i].word)) return false;
        e[i].key = j->keys[at];
        e[i].item = j->items[at];
    }
    return true;
}

/* What equal words say of two keys. */
typedef struct Equal {
    enum { EQUAL_WORDS, EQUAL_COLUMNS, EQUAL_CHARS } what; /* nothing else; tuple items before `n` are equal; characters before `n` are */
    ssize_t n;
    int level;
} Equal;

static int order_texts(TextItem *e, ssize_t n, Equal equal);

/* Tuples that are equal before a column: the items there become the words, if they are numbers. */
static int order_by_column(TextItem *e, ssize_t n, Equal equal) {
    ssize_t column = equal.n;
    bool filled = true;
    for (ssize_t i = 0; filled && i < n; i++) filled = tuple_size(e[i].key) > column && word_of_number(tuple_item(e[i].key, column), &e[i].word);
    if (filled) return order_texts(e, n, (Equal){EQUAL_COLUMNS, column + 1, equal.level + 1});
    for (ssize_t i = 0; i < n; i++) e[i].word = 0;
    return texts_sort(e, n);
}

/* How many characters from `start` on all strings have in common. */
static ssize_t common_chars(const TextItem *e, ssize_t n, ssize_t start) {
    const char *first = (const char *)str_data(e[0].key) + start;
    ssize_t common = str_len(e[0].key) - start;
    for (ssize_t i = 1; i < n && common > 0; i++) {
        const char *other = (const char *)str_data(e[i].key) + start;
        ssize_t k = 0, most = str_len(e[i].key) - start;
        if (most > common) most = common;
        while (k < most && other[k] == first[k]) k++;
        common = k;
    }
    return common > 0 ? common : 0;
}

/* One-byte strings that are equal before a character: the next ones that differ become the words. */
static int order_by_chars(TextItem *e, ssize_t n, Equal equal) {
    ssize_t start = equal.n + common_chars(e, n, equal.n);
    for (ssize_t i = 0; i < n; i++) e[i].word = word_of_bytes(e[i].key, start);
    return order_texts(e, n, (Equal){EQUAL_CHARS, start + WORD_CHARS_OF_BYTES, equal.level + 1});
}

static int order_group(TextItem *e, ssize_t n, Equal equal) {
    if (n < LEAST_FOR_NEXT || equal.what == EQUAL_WORDS || equal.level == MOST_LEVELS) return texts_sort(e, n);
    return equal.what == EQUAL_COLUMNS ? order_by_column(e, n, equal) : order_by_chars(e, n, equal);
}

static int order_texts(TextItem *e, ssize_t n, Equal equal) {
    uint64_t differing;
    if (!texts_prefer_radix(e, n, &differing)) return texts_sort(e, n);
    if (texts_radix_sort(e, n, differing) < 0) return -1;
    for (ssize_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && e[end].word == e[i].word;) end++;
        if (end - i > 1 && order_group(e + i, end - i, equal) < 0) return -1;
    }
    return 0;
}

static int order_filled(TextItem *e, ssize_t n, WordKind kind, bool tuples) {
    if (tuples) return order_texts(e, n, (Equal){kind == WORD_INT || kind == WORD_NUMBER ? EQUAL_COLUMNS : EQUAL_WORDS, 1, 0});
    return kind == WORD_BYTES ? order_by_chars(e, n, (Equal){EQUAL_CHARS, 0, 0}) : order_texts(e, n, (Equal){EQUAL_WORDS, 0, 0});
}

static int sort_texts(const Job *j, WordKind kind, bool tuples) {
    TextItem few[FEW_ITEMS], *e = need_elements(j, few, sizeof *e);
    if (!e) return -1;
    bool filled = fill_texts(j, e, kind, tuples);
    int result = filled ? order_filled(e, j->n, kind, tuples) : 0;
    for (ssize_t i = 0; filled && i < j->n; i++) {
        j->keys[place(j, i)] = e[i].key;
        j->items[place(j, i)] = e[i].item;
    }
    if (e != few) mem_free(e);
    return result < 0 ? -1 : filled;
}

static int sort_keys(const Job *j) {
    KeyItem few[FEW_ITEMS], *e = need_elements(j, few, sizeof *e);
    if (!e) return -1;
    for (ssize_t i = 0; i < j->n; i++) e[i] = (KeyItem){j->keys[place(j, i)], j->items[place(j, i)]};
    int result = keys_sort(e, j->n);
    for (ssize_t i = 0; i < j->n; i++) {
        j->keys[place(j, i)] = e[i].key;
        j->items[place(j, i)] = e[i].item;
    }
    if (e != few) mem_free(e);
    return result < 0 ? -1 : 1;
}

static int sort_job(const Job *j) {
    if (j->n < 2) return 0;
    bool tuples = is_exact_tuple(j->keys[0]);
    Ref first = word_part(j->keys[0], tuples);
    for (WordKind kind = first ? word_kind(first) : WORD_NONE; kind != WORD_NONE; kind = next_kind(kind)) {
        bool numbers = kind == WORD_INT || kind == WORD_NUMBER;
        int result = numbers && !tuples ? sort_words(j, kind) : sort_texts(j, kind, tuples);
        if (result) return result < 0 ? -1 : 0;
    }
    return sort_keys(j) < 0 ? -1 : 0;
}

/* --- the list --- */

static int compute_keys(Job *j, Ref function) {
    for (ssize_t i = 0; i < j->n; i++) {
        j->keys[i] = object_call1(function, j->items[i]);
        if (j->keys[i]) continue;
        while (--i >= 0) drop(j->keys[i]);
        return -1;
    }
    return 0;
}

static int sort_by_key(Job *j, Ref function) {
    Object *few[FEW_ITEMS];
    j->keys = need_elements(j, few, sizeof *few);
    if (!j->keys) return -1;
    int result = compute_keys(j, function);
    if (result == 0) {
        result = sort_job(j);
        for (ssize_t i = 0; i < j->n; i++) drop(j->keys[place(j, i)]);
    }
    if (j->keys != few) mem_free(j->keys);
    return result;
}

int list_sort(Ref list, Ref key, bool reverse) {
    List *l = (List *)(uintptr_t)list;
    ssize_t allocated = l->allocated;
    Job j = {.items = l->items, .keys = l->items, .n = l->size, .reverse = reverse};
    l->items = NULL;
    l->size = 0;
    l->allocated = -1;
    int result = key ? sort_by_key(&j, key) : sort_job(&j);
    if (l->allocated != -1 && result == 0) {
        raise_error(ValueError, "list modified during sort");
        result = -1;
    }
    Object **added = l->items;
    ssize_t n_added = l->size;
    l->items = j.items;
    l->size = j.n;
    l->allocated = allocated;
    while (--n_added >= 0) drop(added[n_added]);
    mem_free(added);
    return result;
}
