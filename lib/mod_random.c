/* mod_random.c: the module _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), with CPython's ways of seeding it and of
 * making floats and integers of its words, so that a seed gives the same numbers. The rest of random is lib/py/random.py. */
#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "lib/modules.h"
#include "lib/sha512.h"
#include "runtime/bigint.h"
#include "runtime/bytes.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/simple.h"
#include "runtime/str.h"

enum { WORDS = 624, MIDDLE = 397 };

typedef struct Random {
    Object ob;
    int index;              /* of the next word; WORDS: make new ones first */
    uint32_t state[WORDS];
} Random;
static Type random_type;

static Random *as_random(Ref o) { return (Random *)(uintptr_t)o; }

/* --- the generator --- */

static uint32_t twisted(uint32_t high, uint32_t low, uint32_t other) {
    uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
    return other ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
}

static NOINLINE void renew(Random *r) {
    uint32_t *s = r->state;
    int i = 0;
    for (; i < WORDS - MIDDLE; i++) s[i] = twisted(s[i], s[i + 1], s[i + MIDDLE]);
    for (; i < WORDS - 1; i++) s[i] = twisted(s[i], s[i + 1], s[i + MIDDLE - WORDS]);
    s[WORDS - 1] = twisted(s[WORDS - 1], s[0], s[MIDDLE - 1]);
    r->index = 0;
}

static inline uint32_t next_word(Random *r) {
    if (UNLIKELY(r->index >= WORDS)) renew(r);
    uint32_t y = r->state[r->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static inline double next_double(Random *r) { /* 53 bits */
    uint32_t high = next_word(r) >> 5, low = next_word(r) >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

/* 1..64 bits: the lower word comes first, of the last one the upper bits are taken. */
static inline uint64_t next_bits(Random *r, int k) {
    if (k <= 32) return next_word(r) >> (32 - k);
    uint64_t low = next_word(r);
    return low | (uint64_t)(next_word(r) >> (64 - k)) << 32;
}

/* --- seeding --- */

static void seed_by_word(Random *r, uint32_t s) {
    r->state[0] = s;
    for (uint32_t i = 1; i < WORDS; i++) r->state[i] = 1812433253u * (r->state[i - 1] ^ r->state[i - 1] >> 30) + i;
    r->index = WORDS;
}

static void seed_by_words(Random *r, const uint32_t *key, size_t n) {
    uint32_t *s = r->state;
    size_t i = 1, j = 0;
    seed_by_word(r, 19650218u);
    for (size_t k = n > WORDS ? n : WORDS; k; k--) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i >= WORDS) {
            s[0] = s[WORDS - 1];
            i = 1;
        }
        if (++j >= n) j = 0;
    }
    for (size_t k = WORDS - 1; k; k--) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i >= WORDS) {
            s[0] = s[WORDS - 1];
            i = 1;
        }
    }
    s[0] = 0x80000000u;
}

static int fill_random(void *to, size_t n) {
    char *p = to;
    while (n) {
        ssize_t got = getrandom(p, n, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return raise_os(errno, NULL), -1;
        p += got;
        n -= (size_t)got;
    }
    return 0;
}

static int seed_by_system(Random *r) {
    uint32_t key[WORDS];
    if (fill_random(key, sizeof key) < 0) return -1;
    seed_by_words(r, key, WORDS);
    return 0;
}

/* The magnitude of an int, in words of 32 bits, the lowest first. */
static int seed_by_int(Random *r, Ref n) {
    BigView view;
    big_view(&view, n);
    size_t bits = view_bit_length(&view), words = bits ? (bits - 1) / 32 + 1 : 1;
    uint32_t *key = mem_alloc(words * sizeof *key);
    if (!key) return raise_memory(), -1;
    for (size_t i = 0; i < words; i++) key[i] = (uint32_t)view_bits(&view, 32 * i);
    seed_by_words(r, key, words);
    mem_free(key);
    return 0;
}

/* The bytes and then their hash, as one big number, the first byte the highest. */
static int seed_by_bytes(Random *r, const char *data, size_t n) {
    uint8_t *all = mem_alloc(n + SHA512_DIGEST);
    if (!all) return raise_memory(), -1;
    if (n) memcpy(all, data, n);
    sha512(data, n, all + n);
    n += SHA512_DIGEST;
    size_t zeros = 0;
    while (zeros < n && !all[zeros]) zeros++;
    size_t bytes = n - zeros, words = bytes ? (bytes + 3) / 4 : 1;
    uint32_t *key = mem_calloc(words * sizeof *key);
    if (key) {
        for (size_t i = 0; i < bytes; i++) key[i / 4] |= (uint32_t)all[n - 1 - i] << 8 * (i % 4);
        seed_by_words(r, key, words);
        mem_free(key);
    }
    mem_free(all);
    return key ? 0 : (raise_memory(), -1);
}

static int seed_by_object(Random *r, Ref o) {
    if (!o || o == NONE) return seed_by_system(r);
    if (is_int(o)) return seed_by_int(r, o);
    Hash h = object_hash(o);
    Own n = h == -1 ? NULL : int_from_unsigned((uint64_t)h);
    int result = n ? seed_by_int(r, n) : -1;
    drop_x(n);
    return result;
}

static Own random_m_seed(Ref self, Ref const *args) { return seed_by_object(as_random(self), args[0]) < 0 ? NULL : none(); }

static Own random_m_seed_text(Ref self, Ref const *args) {
    if (is_str(args[0])) {
        ssize_t n;
        const char *text = str_utf8(args[0], &n);
        return !text || seed_by_bytes(as_random(self), text, (size_t)n) < 0 ? NULL : none();
    }
    Buffer b;
    if (buffer_get(args[0], &b, false) < 0) return NULL;
    int result = seed_by_bytes(as_random(self), b.data, (size_t)b.size);
    buffer_release(&b);
    return result < 0 ? NULL : none();
}

/* --- methods --- */

static Own random_m_random(Ref self, Ref const *args) {
    (void)args;
    return float_new(next_double(as_random(self)));
}

/* More than 64 bits: words of 32 bits become digits of 30. */
static Own many_bits(Random *r, uint64_t k) {
    if (k > (uint64_t)INT_DIGITS_MAX * INT_DIGIT_BITS) return raise_error(OverflowError, "Python int too large to convert to C int");
    size_t words = (k - 1) / 32 + 1, pairs = (k + PAIR_BITS - 1) / PAIR_BITS;
    uint32_t *w = mem_calloc((words + 2) * sizeof *w);
    Int *n = w ? bigint_new(pairs) : NULL;
    if (!n) {
        if (!w) raise_memory();
        mem_free(w);
        return NULL;
    }
    for (size_t i = 0; i < words; i++) w[i] = next_word(r);
    if (k % 32) w[words - 1] >>= 32 - k % 32;
    uint32_t *digits = int_digits((Ref)n);
    for (size_t i = 0; i < 2 * pairs; i++) {
        size_t bit = i * INT_DIGIT_BITS, at = bit / 32;
        uint64_t two = at < words ? w[at] | (uint64_t)w[at + 1] << 32 : 0;
        digits[i] = (uint32_t)(two >> bit % 32) & DIGIT_MASK;
    }
    mem_free(w);
    return bigint_finish(n, pairs, false);
}

static Own random_m_getrandbits(Ref self, Ref const *args) {
    if (is_int(args[0]) && int_sign(args[0]) < 0) return raise_error(ValueError, "number of bits must be non-negative");
    ssize_t k = index_as_ssize(args[0]);
    if (k == -1 && err_set()) return NULL;
    if (k < 0) return raise_error(ValueError, "number of bits must be non-negative");
    if (k == 0) return int_new(0);
    return k <= 64 ? int_from_unsigned(next_bits(as_random(self), (int)k)) : many_bits(as_random(self), (uint64_t)k);
}

/* An int in [0, n): draws as many bits as n has until they are below it. */
static Own random_m_randbelow(Ref self, Ref const *args) {
    Random *r = as_random(self);
    if (!is_int(args[0])) return raise_error(TypeError, "an integer is required, not %T", args[0]);
    if (int_sign(args[0]) <= 0) return raise_error(ValueError, "the bound must be positive");
    if (int_is_compact(args[0])) {
        uint64_t n = (uint64_t)int_value(args[0]), value;
        int bits = 64 - __builtin_clzl(n);
        do {
            value = next_bits(r, bits);
        } while (value >= n);
        return int_new((int64_t)value);
    }
    for (uint64_t bits = int_bit_length(args[0]);;) {
        Own value = bits <= 64 ? int_from_unsigned(next_bits(r, (int)bits)) : many_bits(r, bits);
        if (!value || int_compare(value, args[0]) < 0) return value;
        drop(value);
    }
}

static Own random_m_getstate(Ref self, Ref const *args) {
    (void)args;
    const Random *r = as_random(self);
    Own state = tuple_new(WORDS + 1);
    for (int i = 0; state && i <= WORDS; i++) {
        Own word = int_new(i < WORDS ? (int64_t)r->state[i] : r->index);
        if (word) tuple_put_take(state, i, word);
        else CLEAR(state);
    }
    return state;
}

static Own random_m_setstate(Ref self, Ref const *args) {
    Random new = *as_random(self);
    if (!is_tuple(args[0])) return raise_error(TypeError, "state vector must be a tuple");
    if (tuple_size(args[0]) != WORDS + 1) return raise_error(ValueError, "state vector is the wrong size");
    for (int i = 0; i <= WORDS; i++) {
        Ref item = tuple_item(args[0], i);
        int64_t word;
        if (!is_int(item)) return raise_error(TypeError, "'%T' object cannot be interpreted as an integer", item);
        if (int_to_int64(item, &word) == 0 || word > UINT32_MAX) return raise_error(OverflowError, "Python int too large to convert to C unsigned long");
        if (word < 0 && i < WORDS) return raise_error(OverflowError, "can't convert negative value to unsigned int");
        if (i < WORDS) new.state[i] = (uint32_t)word;
        else if (word < 0 || word > WORDS) return raise_error(ValueError, "invalid state");
        else new.index = (int)word;
    }
    memcpy(as_random(self)->state, new.state, sizeof new.state);
    as_random(self)->index = new.index;
    return none();
}

static Own random_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return instance_new(cls);
}

static int random_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    if (args_range("Random", nargs, kwnames, 0, 1) < 0) return -1;
    return seed_by_object(as_random(self), nargs ? args[0] : NULL);
}

static const Method random_methods[] = {
    {"random()", random_m_random, "A float in [0, 1)."},
    {"seed(n=None, /)", random_m_seed, "Start anew from a number: the magnitude of an int, or the hash of anything else; None: from the system."},
    {"_seed_text(text, /)", random_m_seed_text, "Start anew from a str or bytes and their SHA-512."},
    {"getrandbits(k, /)", random_m_getrandbits, "An int of k random bits."},
    {"_randbelow(n, /)", random_m_randbelow, "An int in [0, n)."},
    {"getstate()", random_m_getstate, "The state as a tuple, for setstate."},
    {"setstate(state, /)", random_m_setstate, "Go on from a state that getstate gave."},
    {0}};

static void random_dealloc(Object *self) { object_free(self); }

static Type random_type = {
    .head = {.ob = {1, &type_type}, .name = "_random.Random", .basic_size = sizeof(Random), .flags = TYPE_BASE | TYPE_IMMUTABLE,
             .dealloc = random_dealloc},
    .doc = "A generator of random numbers: the Mersenne Twister.",
    .signature = "Random(seed=None, /)",
    .new = random_new,
    .init = random_init,
    .methods = random_methods,
};

/* --- the module --- */

static Own random_m_urandom(Ref self, Ref const *args) {
    (void)self;
    ssize_t n = index_as_ssize(args[0]);
    if (n == -1 && err_set()) return NULL;
    if (n < 0) return raise_error(ValueError, "negative argument not allowed");
    Own bytes = bytes_new(n);
    if (bytes && fill_random(bytes_data(bytes), (size_t)n) < 0) CLEAR(bytes);
    return bytes;
}

static const Method module_methods[] = {{"_urandom(n, /)", random_m_urandom, "n random bytes from the system."}, {0}};

Own mod__random_init(void) {
    Own module = modules_new("_random", module_methods);
    if (module && module_add(module, "Random", own((Ref)&random_type)) < 0) CLEAR(module);
    return module;
}
