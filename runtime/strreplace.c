/* strreplace.c: replacing parts of text: find the places, allocate the exact result, copy once.
 *
 * The first REPLACE_KEPT places are remembered, so that text with few of them is searched only once; further ones are counted (which is
 * quick for single characters) and found again while writing. An empty `from` stands before each character and at the end. */
#include "runtime/err.h"
#include "runtime/strkind.h"

static ssize_t find_next(const Replace *r, ssize_t i) {
    ssize_t at = kind_find(r->text.kind, kind_at(r->text.kind, r->text.data, i), r->text.n - i, r->from.kind, r->from.data, r->from.n);
    return at < 0 ? -1 : at + i;
}

static void find_places(Replace *r, ssize_t max) {
    ssize_t i = 0;
    while (r->kept < REPLACE_KEPT && r->kept < max) {
        ssize_t at = find_next(r, i);
        if (at < 0) {
            r->count = r->kept;
            return;
        }
        r->places[r->kept++] = at;
        i = at + r->from.n;
    }
    r->count = r->kept + kind_count(r->text.kind, kind_at(r->text.kind, r->text.data, i), r->text.n - i, r->from.kind, r->from.data,
                                    r->from.n, max - r->kept);
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
    kind_copy(o->kind, o->at, kind, data, n);
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

static void replace_byte(const uint8_t *from, uint8_t *to, ssize_t n, uint8_t old, uint8_t new) {
    for (ssize_t i = 0; i < n; i++) to[i] = from[i] == old ? new : from[i];
}

void replace_write(const Replace *r, int kind, void *result) {
    Output o = {kind, result};
    if (r->from.n == 0) {
        interleave(r, &o);
        return;
    }
    const Run *t = &r->text;
    ssize_t done = 0;
    for (ssize_t k = 0; k < r->count; k++) {
        if (k == r->kept && kind == KIND_1 && r->from.n == 1 && r->to.n == 1 && r->count > 2 * r->kept &&
            kind_count(KIND_1, (const char *)t->data + done, t->n - done, KIND_1, r->from.data, 1, SSIZE_MAX) == r->count - k) {
            replace_byte((const uint8_t *)t->data + done, (uint8_t *)o.at, t->n - done, *(const uint8_t *)r->from.data, *(const uint8_t *)r->to.data);
            return;
        }
        ssize_t at = k < r->kept ? r->places[k] : find_next(r, done);
        put(&o, t->kind, kind_at(t->kind, t->data, done), at - done);
        put(&o, r->to.kind, r->to.data, r->to.n);
        done = at + r->from.n;
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
