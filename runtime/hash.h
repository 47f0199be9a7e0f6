/* hash.h: the hash of text and bytes: SipHash-1-3 under a per-process key, so that nobody can choose colliding keys. */
#ifndef RUNTIME_HASH_H
#define RUNTIME_HASH_H

#include "runtime/type.h"

/* Sets the key: seed text NULL or "random": from the system; a number 0..4294967295: from that, as CPython does; -1: not such text. */
int hash_init(const char *seed);
/* Sets it from the environment's ADDERHASHSEED unless hash_init has been called; at the first string. */
void hash_init_default(void);
/* Never -1; the hash of no bytes is 0. */
Hash hash_bytes(const void *data, size_t n);

#endif
