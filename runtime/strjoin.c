/* strjoin.c: many strings to one: the size and the kind first, then each is copied once. */
#include "runtime/err.h"
#include "runtime/strkind.h"

typedef struct Joint {
    Ref const *items;
    ssize_t n;
    Ref separator; /* NULL or not empty */
    ssize_t length;
    uint32_t max_char;
} Joint;

/* Checks the items and measures the result; 0/-1. */
static int measure(Joint *j) {
    size_t total = 0;
    unsigned wide = 0;
    for (ssize_t i = 0; i < j->n; i++) {
        Ref s = j->items[i];
        if (UNLIKELY(!is_str(s)))
            return raise_error(TypeError, "sequence item %zd: expected str instance, %.80s found", i, type_head(s)->name), -1;
        total += (size_t)str_len(s);
        wide |= str_is_ascii(s) ? 0u : 1u << str_kind(s);
        if (UNLIKELY(total > (size_t)STR_MAX_LENGTH)) goto too_long;
    }
    if (j->separator) {
        size_t each = (size_t)str_len(j->separator), gaps = (size_t)j->n - 1;
        if (gaps > ((size_t)STR_MAX_LENGTH - total) / each) goto too_long;
        total += each * gaps;
        wide |= str_is_ascii(j->separator) ? 0u : 1u << str_kind(j->separator);
    }
    j->length = (ssize_t)total;
    j->max_char = wide >= 1u << KIND_4 ? MAX_CHAR : wide >= 1u << KIND_2 ? MAX_BMP : wide ? MAX_LATIN1 : MAX_ASCII;
    return 0;
too_long:
    return raise_error(OverflowError, "join() result is too long for a Python string"), -1;
}

static void copy_ascii(const Joint *j, char *to) {
    const char *gap = j->separator ? str_data(j->separator) : NULL;
    size_t each = j->separator ? (size_t)str_len(j->separator) : 0;
    for (ssize_t i = 0; i < j->n; i++) {
        if (i && each) {
            copy_bytes(to, gap, each);
            to += each;
        }
        size_t n = (size_t)str_len(j->items[i]);
        copy_bytes(to, str_data(j->items[i]), n);
        to += n;
    }
}

static void copy_wide(const Joint *j, int kind, void *to) {
    ssize_t at = 0;
    for (ssize_t i = 0; i < j->n; i++) {
        if (i && j->separator) {
            str_copy_into(kind, to, at, j->separator);
            at += str_len(j->separator);
        }
        str_copy_into(kind, to, at, j->items[i]);
        at += str_len(j->items[i]);
    }
}

Own str_join_array(Ref separator, Ref const *items, ssize_t n) {
    if (n == 0) return own((Ref)str_empty);
    if (n == 1 && is_exact_str(items[0])) return own(items[0]);
    Joint j = {.items = items, .n = n, .separator = separator && str_len(separator) ? separator : NULL};
    if (measure(&j)) return NULL;
    Own result = str_new(j.length, j.max_char);
    if (!result || j.length == 0) return result;
    if (j.max_char == MAX_ASCII) copy_ascii(&j, str_data(result));
    else copy_wide(&j, str_kind(result), str_data(result));
    return str_canonical_take(result);
}

Own str_join(Ref separator, Ref iterable) {
    Own sequence = sequence_fast(iterable, "can only join an iterable");
    if (!sequence) return NULL;
    Own result = str_join_array(separator, refs(fast_items(sequence)), fast_size(sequence));
    drop(sequence);
    return result;
}
