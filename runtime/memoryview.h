/* memoryview.h: the memoryview object, and its items by format code. */
#ifndef RUNTIME_MEMORYVIEW_H
#define RUNTIME_MEMORYVIEW_H

#include "runtime/bytes.h"

enum { MEMORY_MAX_DIMENSIONS = 64 };
typedef struct Memory {
    Object ob;
    Buffer held;          /* as the exporter gave it; owner NULL and released false: plain memory that nobody owns */
    Object *weakrefs;
    Hash hash;            /* -1: not computed yet */
    ssize_t exports;      /* buffers handed out by this view */
    char *data;           /* first item */
    ssize_t item_size;
    const char *format;   /* static, or the exporter's */
    int ndim;
    bool readonly, released;
    ssize_t dims[];       /* shape, then strides */
} Memory;

/* The size of an item of a native format ("B", "@B"), or 0 if it is not one; *code its letter; *name a static text of it. */
ssize_t memory_format(const char *format, char *code, const char **name);
MUST Own memory_unpack(const char *item, const char *format);
MUST int memory_pack(char *item, const char *format, Ref value);

#endif
