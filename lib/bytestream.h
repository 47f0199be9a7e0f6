/* bytestream.h: a file descriptor with a buffer in each direction. What text streams, and later binary ones, stand on. */
#ifndef LIB_BYTESTREAM_H
#define LIB_BYTESTREAM_H

#include "runtime/object.h"

enum { STREAM_BUFFER = 8192 };
typedef struct ByteStream {
    int fd;                   /* -1: closed */
    char *out;                /* block of STREAM_BUFFER bytes, made at the first write; owned */
    size_t n_out;             /* bytes waiting in it */
    char *in;                 /* block of STREAM_BUFFER bytes, made at the first read; owned */
    size_t in_start, in_end;  /* bytes read and not yet taken */
} ByteStream;

/* Puts the bytes behind those that wait; writes when the buffer is full. 0/-1 with OSError: what waited still waits, what was to come is lost. */
MUST int stream_write(ByteStream *s, const char *data, size_t n);
/* Room for n <= STREAM_BUFFER bytes at the end of the buffer, to be filled by the caller, who adds to n_out; NULL: error. */
char *stream_reserve(ByteStream *s, size_t n);
MUST int stream_flush(ByteStream *s);
/* Reads what there is, once, behind the bytes not yet taken (moved to the front): 1; 0 at the end of the file, -1. The buffer must not be full. */
MUST int stream_fill(ByteStream *s);
/* Gives the buffers back; what waits is lost. Closes the descriptor if asked; 0/-1. */
MUST int stream_close(ByteStream *s, bool close_fd);

#endif
