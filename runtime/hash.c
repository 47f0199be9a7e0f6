/* hash.c: SipHash-1-3 (Aumasson, Bernstein: one round per word, three at the end), keyed by 16 bytes.
 *
 * The key comes from the system, or from a number: 0 is the key of all zeros, any other seed is expanded by the linear congruential
 * generator that CPython uses, so that a hash under ADDERHASHSEED=n is the one under PYTHONHASHSEED=n. */
#include "runtime/hash.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

static uint64_t key[2];
static bool ready;

static void key_from_number(uint32_t x) {
    unsigned char bytes[sizeof key];
    for (size_t i = 0; i < sizeof bytes; i++) {
        x = x * 214013 + 2531011;
        bytes[i] = (x >> 16) & 0xff;
    }
    memcpy(key, bytes, sizeof key);
}

static void key_from_system(void) {
    if (getrandom(key, sizeof key, GRND_NONBLOCK) == (ssize_t)sizeof key) return;
    struct timespec now; /* early boot: better a guessable key than to wait */
    clock_gettime(CLOCK_REALTIME, &now);
    key_from_number((uint32_t)(now.tv_nsec ^ now.tv_sec ^ getpid()));
}

int hash_init(const char *seed) {
    ready = true;
    if (!seed || !*seed || strcmp(seed, "random") == 0) {
        key_from_system();
        return 0;
    }
    char *end;
    errno = 0;
    unsigned long n = strtoul(seed, &end, 10);
    if (*end || *seed < '0' || *seed > '9' || n > UINT32_MAX || errno) return -1;
    if (n == 0) memset(key, 0, sizeof key);
    else key_from_number((uint32_t)n);
    return 0;
}

void hash_init_default(void) {
    if (!ready && hash_init(getenv("ADDERHASHSEED"))) key_from_system();
}

static ALWAYS_INLINE uint64_t rotate(uint64_t x, int by) { return x << by | x >> (64 - by); }

typedef struct { uint64_t a, b, c, d; } Sip;

static ALWAYS_INLINE void sip_round(Sip *v) {
    v->a += v->b;
    v->c += v->d;
    v->b = rotate(v->b, 13) ^ v->a;
    v->d = rotate(v->d, 16) ^ v->c;
    v->a = rotate(v->a, 32);
    v->a += v->d;
    v->c += v->b;
    v->d = rotate(v->d, 21) ^ v->a;
    v->b = rotate(v->b, 17) ^ v->c;
    v->c = rotate(v->c, 32);
}

/* The last n < 8 bytes as a word, little end first. */
static ALWAYS_INLINE uint64_t tail_word(const unsigned char *p, size_t n) {
    uint32_t low, high;
    if (n >= 4) {
        memcpy(&low, p, 4);
        memcpy(&high, p + n - 4, 4);
        return low | (uint64_t)high << (8 * (n - 4));
    }
    if (n == 0) return 0;
    return p[0] | (uint64_t)p[n >> 1] << (8 * (n >> 1)) | (uint64_t)p[n - 1] << (8 * (n - 1));
}

Hash hash_bytes(const void *data, size_t n) {
    if (n == 0) return 0;
    const unsigned char *p = data;
    Sip v = {key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du, key[0] ^ 0x6c7967656e657261u, key[1] ^ 0x7465646279746573u};
    uint64_t last = (uint64_t)n << 56;
    for (; n >= 8; n -= 8, p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        v.d ^= word;
        sip_round(&v);
        v.a ^= word;
    }
    last |= tail_word(p, n);
    v.d ^= last;
    sip_round(&v);
    v.a ^= last;
    v.c ^= 0xff;
    sip_round(&v);
    sip_round(&v);
    sip_round(&v);
    Hash h = (Hash)(v.a ^ v.b ^ v.c ^ v.d);
    return h == -1 ? -2 : h;
}
