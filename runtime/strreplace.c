/* strreplace.c: replacing parts of text: find the places, allocate the exact result, copy once.
 *
 * The first PLACES places are remembered, so that text with few of them is searched only once; further ones are counted (which is
 * quick for single characters) and found again while writing. An empty `from` stands before each character and at the end. */
#include "runtime/err.h"
#include "runtime/strkind.h"

/* Places from i on, relative to the start of the text. */
static ssize_t find_more(const Replace *r, ssize_t i, ssize_t *places, ssize_t max) {
    const Run *t = &r->text;
    ssize_t n = kind_find_all(t->kind, kind_at(t->kind, t->data, i), t->n - i, r->from.kind, r->from.data, r->from.n, places, max < PLACES ? max : PLACES);
    for (ssize_t k = 0; k < n && i; k++) places[k] += i;
    return n;
}

static void find_places(Replace *r, ssize_t max) {
    const Run *t = &r->text;
    r->count = r->kept = find_more(r, 0, r->places, max);
    if (r->kept < PLACES || r->kept == max) return;
    ssize_t i = r->places[PLACES - 1] + r->from.n;
    r->count += kind_count(t->kind, kind_at(t->kind, t->data, i), t->n - i, r->from.kind, r->from.data, r->from.n, max - PLACES);
}

void replace_plan(Replace *r, Run text, Run from, Run to, ssize_t max) {
    r->text = text;
    r->from = from;
    r->to = to;
    r->kept = r->count = 0;
    if (max < 0) max = SSIZE_MAX;
    if (from.n == 0) r->count = text.n < max ? text.n + 1 : max;
    else find_places(r, max);
    ssize_t grow = to.n - from.n;
    if (grow > 0 && r->count > (SSIZE_MAX - text.n) / grow) r->length = -1;
    else r->length = text.n + r->count * grow;
}

typedef struct Output {
    int kind;
    char *at;
} Output;

static inline void put(Output *o, int kind, const void *data, ssize_t n) {
    if (LIKELY(kind == o->kind)) copy_bytes(o->at, data, (size_t)(n * kind));
    else kind_copy(o->kind, o->at, kind, data, n);
    o->at += n * o->kind;
}

static void interleave(const Replace *r, Output *o) {
    ssize_t i = 0;
    for (; i < r->count; i++) {
        put(o, r->to.kind, r->to.data, r->to.n);
        if (i < r->text.n) put(o, r->text.kind, kind_at(r->text.kind, r->text.data, i), 1);
    }
    if (i < r->text.n) put(o, r->text.kind, kind_at(r->text.kind, r->text.data, i), r->text.n - i);
}

/* Byte by byte of equal length: nothing moves. */
static void replace_bytes(const Replace *r, uint8_t *to, ssize_t start) {
    const uint8_t *from = r->text.data, old = *(const uint8_t *)r->from.data, new = *(const uint8_t *)r->to.data;
    for (ssize_t i = start; i < r->text.n; i++) to[i] = from[i] == old ? new : from[i];
}

static bool is_byte_for_byte(const Replace *r, int kind, ssize_t start, ssize_t left) {
    if (kind != KIND_1 || r->from.n != 1 || r->to.n != 1) return false;
    return kind_count(KIND_1, (const char *)r->text.data + start, r->text.n - start, KIND_1, r->from.data, 1, SSIZE_MAX) == left;
}

void replace_write(const Replace *r, int kind, void *result) {
    const Run *t = &r->text;
    Output o = {kind, result};
    ssize_t done = 0, found = r->kept, more[PLACES];
    const ssize_t *places = r->places;
    if (r->from.n == 0) {
        interleave(r, &o);
        return;
    }
    for (ssize_t left = r->count; left > 0; left -= found) {
        if (left < r->count) {
            if (left == r->count - r->kept && is_byte_for_byte(r, kind, done, left)) {
                replace_bytes(r, result, done);
                return;
            }
            found = find_more(r, done, more, left);
            places = more;
        }
        for (ssize_t k = 0; k < found; k++) {
            put(&o, t->kind, kind_at(t->kind, t->data, done), places[k] - done);
            put(&o, r->to.kind, r->to.data, r->to.n);
            done = places[k] + r->from.n;
        }
    }
    put(&o, t->kind, kind_at(t->kind, t->data, done), t->n - done);
}

/* The widest characters may all have been replaced. */
static Own narrowed_take(Own s) {
    int kind = str_kind(s);
    uint32_t class = kind_widest(kind, str_data(s), str_len(s));
    if (class == str_max_char(s)) return str_canonical_take(s);
    Own narrow = str_from_kind(kind, str_data(s), str_len(s));
    drop(s);
    return narrow;
}

Own str_replace(Ref s, Ref from, Ref to, ssize_t max) {
    Replace r;
    if (max == 0 || str_len(from) > str_len(s)) return str_exact(s);
    replace_plan(&r, str_run(s), str_run(from), str_run(to), max);
    if (r.count == 0) return str_exact(s);
    if (r.length < 0) return raise_error(OverflowError, "replace string is too long");
    Own result = str_new(r.length, widest(str_max_char(s), str_max_char(to)));
    if (!result || r.length == 0) return result;
    replace_write(&r, str_kind(result), str_data(result));
    bool may_narrow = str_max_char(from) == str_max_char(s) && str_max_char(to) < str_max_char(s);
    return may_narrow ? narrowed_take(result) : str_canonical_take(result);
}
