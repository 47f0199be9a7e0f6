/* strsplit.c: text and bytes in pieces: split, rsplit, splitlines, partition.
 *
 * One set of loops over an array of characters serves str, bytes and bytearray; what differs is how a piece is made and what is blank.
 * The list gets the slots that CPython gives it (up to 12 at first), so that its size is the same. */
#include "runtime/strsplit.h"

#include "runtime/bytes.h"
#include "runtime/err.h"
#include "runtime/list.h"
#include "runtime/unicode.h"

enum { FIRST_SLOTS = 12 };

static Own piece(const Splitting *x, ssize_t start, ssize_t stop) {
    if (!x->make) return str_slice(x->source, start, stop);
    if (stop - start == x->text.n && is_exact_bytes(x->source)) return own(x->source);
    return x->make((const char *)x->text.data + start, stop - start);
}

static int add(const Splitting *x, Own list, ssize_t start, ssize_t stop) {
    Own part = piece(x, start, stop);
    return part ? list_append_take(list, part) : -1;
}

/* An empty list with slots for what may come. */
static Own list_with_slots(ssize_t most) {
    Own list = list_new(most < FIRST_SLOTS ? most + 1 : FIRST_SLOTS);
    if (list) ((List *)list)->size = 0;
    return list;
}

static inline bool is_blank(const Splitting *x, uint32_t c) {
    if (c < 128) return c == ' ' || (c >= '\t' && c <= '\r') || (!x->make && c >= 0x1c && c <= 0x1f);
    return !x->make && unicode_is_space(c);
}

/* ---- at blanks */

static ALWAYS_INLINE int split_blanks_kind(const Splitting *x, int kind, Own list, ssize_t max) {
    const void *data = x->text.data;
    ssize_t n = x->text.n, i = 0;
    for (;; max--) {
        while (i < n && is_blank(x, kind_read(kind, data, i))) i++;
        if (i == n) return 0;
        ssize_t start = i;
        if (max <= 0) break;
        while (i < n && !is_blank(x, kind_read(kind, data, i))) i++;
        if (add(x, list, start, i)) return -1;
    }
    return add(x, list, i, n); /* the rest keeps the blanks at its far end */
}

static int rsplit_blanks(const Splitting *x, Own list, ssize_t max) {
    const Run *t = &x->text;
    ssize_t i = t->n;
    for (;; max--) {
        while (i > 0 && is_blank(x, kind_read(t->kind, t->data, i - 1))) i--;
        if (i == 0) return 0;
        ssize_t stop = i;
        if (max <= 0) break;
        while (i > 0 && !is_blank(x, kind_read(t->kind, t->data, i - 1))) i--;
        if (add(x, list, i, stop)) return -1;
    }
    return add(x, list, 0, i);
}

/* ---- at a separator */

static int split_at(const Splitting *x, Own list, Run sep, ssize_t max) {
    const Run *t = &x->text;
    ssize_t start = 0, found = PLACES, places[PLACES];
    while (found == PLACES && max > 0) {
        ssize_t from = start;
        found = kind_find_all(t->kind, kind_at(t->kind, t->data, from), t->n - from, sep.kind, sep.data, sep.n, places, max < PLACES ? max : PLACES);
        for (ssize_t k = 0; k < found; k++) {
            if (add(x, list, start, from + places[k])) return -1;
            start = from + places[k] + sep.n;
        }
        max -= found;
    }
    return add(x, list, start, t->n);
}

static int rsplit_at(const Splitting *x, Own list, Run sep, ssize_t max) {
    const Run *t = &x->text;
    ssize_t stop = t->n;
    for (; max > 0; max--) {
        ssize_t at = kind_rfind(t->kind, t->data, stop, sep.kind, sep.data, sep.n);
        if (at < 0) break;
        if (add(x, list, at + sep.n, stop)) return -1;
        stop = at;
    }
    return add(x, list, 0, stop);
}

static Own finish(Own list, int failed, bool reverse) {
    if (!failed && reverse) failed = list_reverse(list);
    if (!failed) return list;
    drop(list);
    return NULL;
}

static int split_blanks(const Splitting *x, Own list, ssize_t max) {
    if (x->text.kind == KIND_1) return split_blanks_kind(x, KIND_1, list, max);
    if (x->text.kind == KIND_2) return split_blanks_kind(x, KIND_2, list, max);
    return split_blanks_kind(x, KIND_4, list, max);
}

Own split_all(const Splitting *x, const Run *sep, ssize_t max, bool reverse) {
    ssize_t n = x->text.n;
    if (sep && sep->n == 0) return raise_error(ValueError, "empty separator");
    if (max < 0) max = sep ? n / sep->n + 1 : (n - 1) / 2 + 1;
    Own list = list_with_slots(max);
    if (!list) return NULL;
    int failed = sep ? (reverse ? rsplit_at : split_at)(x, list, *sep, max) : (reverse ? rsplit_blanks : split_blanks)(x, list, max);
    return finish(list, failed, reverse);
}

/* ---- lines */

static inline bool ends_line(const Splitting *x, uint32_t c) {
    if (x->make) return c == '\n' || c == '\r';
    return c < 128 ? (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) : unicode_is(c, UNI_LINE_BREAK);
}

static ALWAYS_INLINE int split_lines_kind(const Splitting *x, int kind, Own list, bool keep_ends) {
    const void *data = x->text.data;
    ssize_t n = x->text.n, i = 0;
    while (i < n) {
        ssize_t start = i;
        while (i < n && !ends_line(x, kind_read(kind, data, i))) i++;
        ssize_t end = i;
        if (i < n) i += kind_read(kind, data, i) == '\r' && i + 1 < n && kind_read(kind, data, i + 1) == '\n' ? 2 : 1;
        if (add(x, list, start, keep_ends ? i : end)) return -1;
    }
    return 0;
}

Own split_lines(const Splitting *x, bool keep_ends) {
    Own list = list_new(0);
    if (!list) return NULL;
    int failed = x->text.kind == KIND_1   ? split_lines_kind(x, KIND_1, list, keep_ends)
                 : x->text.kind == KIND_2 ? split_lines_kind(x, KIND_2, list, keep_ends)
                                          : split_lines_kind(x, KIND_4, list, keep_ends);
    return finish(list, failed, false);
}

/* ---- in three */

Own split_three(const Splitting *x, Ref sep_object, Run sep, bool reverse) {
    const Run *t = &x->text;
    if (sep.n == 0) return raise_error(ValueError, "empty separator");
    ssize_t at = (reverse ? kind_rfind : kind_find)(t->kind, t->data, t->n, sep.kind, sep.data, sep.n);
    ssize_t a = at >= 0 ? at : reverse ? 0 : t->n, b = at >= 0 ? at + sep.n : a;
    Own parts[3] = {piece(x, 0, a), at >= 0 ? own(sep_object) : piece(x, a, a), piece(x, b, t->n)};
    if (parts[0] && parts[1] && parts[2]) return tuple_from_array_take(parts, 3);
    for (int i = 0; i < 3; i++) drop_x(parts[i]);
    return NULL;
}
