/* bytes.h: bytes, bytearray, memoryview, and the buffers through which all three are read.
 *
 *   bytes      refcnt type size hash            32 bytes, then size + 1 bytes (the last is 0)
 *   bytearray  refcnt type size alloc block start exports   56 bytes and a block of `alloc` bytes */
#ifndef RUNTIME_BYTES_H
#define RUNTIME_BYTES_H

#include "runtime/object.h"

typedef struct Bytes {
    Object ob;
    ssize_t size;
    Hash hash;        /* -1: not computed yet */
    char data[];
} Bytes;
typedef struct ByteArray {
    Object ob;
    ssize_t size;
    ssize_t alloc;    /* bytes of block; 0: none */
    char *block;
    char *start;      /* first byte in use: deleting at the front only moves this */
    ssize_t exports;  /* buffers handed out: nonzero forbids a change of size */
} ByteArray;
extern Type bytes_type, bytearray_type, memoryview_type, bytes_iter_type, bytearray_iter_type, memory_iter_type;

static inline bool is_bytes(Ref o) { return type_has(o->type, TYPE_IS_BYTES); }
static inline bool is_exact_bytes(Ref o) { return o->type == &bytes_type; }
static inline bool is_bytearray(Ref o) { return object_is_a(o, &bytearray_type); }
static inline ssize_t bytes_size(Ref b) { return ((const Bytes *)b)->size; }
static inline char *bytes_data(Ref b) { return ((Bytes *)(uintptr_t)b)->data; }
static inline char *bytearray_data(Ref b) { return ((const ByteArray *)b)->start; }

MUST Own bytes_new(ssize_t n);                          /* uninitialised, terminated; n 0: the empty one */
MUST Own bytes_from(const char *data, ssize_t n);       /* n 1: a shared object */
MUST Own bytes_from_object(Ref o);                      /* bytes(o): buffer, iterable of ints, or a count is refused */
MUST Own bytes_concat(Ref a, Ref b);                    /* any two bytes-like objects */
MUST Own bytes_join(Ref separator, Ref iterable);
MUST Own bytes_repr(Ref b);
MUST Own bytes_percent(Ref format, Ref args);           /* bytes % args */
MUST Own bytearray_from(const char *data, ssize_t n);
MUST int bytearray_resize(Ref b, ssize_t n);            /* new bytes uninitialised; BufferError while exported */
void bytes_init(void);                                  /* the shared objects: before any other */

/* A window on somebody's memory, held until buffer_release. strides NULL: `size` bytes in a row. */
typedef struct Buffer {
    Object *owner;            /* owned; NULL: released */
    char *data;
    ssize_t size;             /* bytes, as if all items were in a row */
    ssize_t item_size;
    const char *format;       /* as in the struct module; NULL: "B" */
    int ndim;
    const ssize_t *shape, *strides;
    bool readonly;
} Buffer;
static inline bool object_has_buffer(Ref o) { return o->type->get_buffer != NULL; }
/* What a taker asks of get_buffer slots: to write; to be given items apart from each other, with shape and strides. */
enum { BUFFER_WRITABLE = 1, BUFFER_STRIDED = 2 };
/* 0, or -1 with TypeError "a bytes-like object is required, not '%T'" or BufferError. All bytes in a row. */
MUST int buffer_get(Ref o, Buffer *out, bool writable);
MUST int buffer_get_with(Ref o, Buffer *out, int flags);
void buffer_release(Buffer *b);                         /* twice does no harm */
/* For get_buffer slots: plain bytes. */
int buffer_fill(Buffer *out, Ref owner, char *data, ssize_t size, bool readonly);
MUST Own memoryview_new(Ref o);
MUST Own memoryview_of_memory(char *data, ssize_t n, bool writable);
/* Bytes of a contiguous view in order, to `to`. */
void buffer_copy_out(const Buffer *b, char *to);

#endif
