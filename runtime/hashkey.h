/* hashkey.h: what dicts and sets share: hashing a key and telling two keys apart without calling Python for the common types. */
#ifndef RUNTIME_HASHKEY_H
#define RUNTIME_HASHKEY_H

#include "runtime/int.h"
#include "runtime/object.h"
#include "runtime/str.h"

/* Its hash is its value, and no other such int has it, but for -1 and -2, which share -2. */
static ALWAYS_INLINE bool is_plain_int(Ref o) { return is_exact_int(o) && int_is_compact(o); }
#define SHARED_INT_HASH (-2)

/* -1: error. */
static ALWAYS_INLINE Hash key_hash(Ref key) {
    if (is_exact_str(key)) return str_hash(key);
    if (is_plain_int(key)) return UNLIKELY(int_value(key) == -1) ? SHARED_INT_HASH : int_value(key);
    return object_hash(key);
}

static ALWAYS_INLINE bool bytes_equal(const char *a, const char *b, size_t n) {
    if (n > 16) return memcmp(a, b, n) == 0;
    if (n >= 8) {
        uint64_t head_a, head_b, tail_a, tail_b;
        memcpy(&head_a, a, 8);
        memcpy(&head_b, b, 8);
        memcpy(&tail_a, a + n - 8, 8);
        memcpy(&tail_b, b + n - 8, 8);
        return ((head_a ^ head_b) | (tail_a ^ tail_b)) == 0;
    }
    if (n >= 4) {
        uint32_t head_a, head_b, tail_a, tail_b;
        memcpy(&head_a, a, 4);
        memcpy(&head_b, b, 4);
        memcpy(&tail_a, a + n - 4, 4);
        memcpy(&tail_b, b + n - 4, 4);
        return ((head_a ^ head_b) | (tail_a ^ tail_b)) == 0;
    }
    return n == 0 || (a[0] == b[0] && a[n >> 1] == b[n >> 1] && a[n - 1] == b[n - 1]);
}

/* Both exact str: a kind is canonical, so equal text has equal bytes. */
static ALWAYS_INLINE bool key_text_equal(Ref a, Ref b) {
    if (str_len(a) != str_len(b) || str_kind(a) != str_kind(b)) return false;
    return bytes_equal(str_data(a), str_data(b), (size_t)str_len(a) * (size_t)str_kind(a));
}

/* Two different objects with the same hash: 1 equal, 0 not, KEY_ASK: only their type can tell. */
enum { KEY_ASK = 2 };
static inline int key_equal_quick(Ref a, Ref b) {
    if (a->type == b->type) {
        if (is_exact_str(a)) return key_text_equal(a, b);
        if (is_plain_int(a) && int_is_compact(b)) return int_value(a) == int_value(b);
    }
    return KEY_ASK;
}

#endif
