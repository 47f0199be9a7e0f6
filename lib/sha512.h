/* sha512.h: the hash function SHA-512 (FIPS 180-4). */
#ifndef LIB_SHA512_H
#define LIB_SHA512_H

#include <stddef.h>
#include <stdint.h>

enum { SHA512_DIGEST = 64, SHA512_BLOCK = 128 };
void sha512(const void *data, size_t n, uint8_t digest[SHA512_DIGEST]);

#endif
