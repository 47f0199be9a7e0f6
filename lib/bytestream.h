/* bytestream.h: a file descriptor with a buffer in each direction. What text streams, and later binary ones, stand on. */
#ifndef LIB_BYTESTREAM_H
#define LIB_BYTESTREAM_H

#include "runtime/object.h"

enum { STREAM_BUFFER = 8192 };
typedef struct ByteStream {
    int fd;                   /* -1: closed */
    char *out;                /* block of 2 * STREAM_BUFFER bytes, made at the first write; owned */
    size_t n_out;             /* bytes waiting in it: less than STREAM_BUFFER between calls */
    char *in;                 /* block of STREAM_BUFFER bytes, made at the first read; owned */
    size_t in_start, in_end;  /* bytes read and not yet taken */
} ByteStream;

/* Puts the bytes behind those that wait; all are written once they fill the buffer. 0/-1 with OSError: then what was to be written is lost,
 * since nobody would know what to do with it. */
MUST int stream_write(ByteStream *s, const char *data, size_t n);
/* The same for bytes that the caller writes himself: room for STREAM_BUFFER bytes (NULL: no memory), then how many they are. */
char *stream_room(ByteStream *s);
MUST int stream_add(ByteStream *s, size_t n);
/* Writes what waits; if that fails it goes on waiting. */
MUST int stream_flush(ByteStream *s);
/* Reads what there is, once, behind the bytes not yet taken (moved to the front): 1; 0 at the end of the file, -1. The buffer must not be full. */
MUST int stream_fill(ByteStream *s);
/* Gives the buffers back; what waits is lost. Closes the descriptor if asked; 0/-1. */
MUST int stream_close(ByteStream *s, bool close_fd);

#endif
