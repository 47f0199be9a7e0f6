/* buffer.c: windows on the memory of objects that export it. */
#include "runtime/bytes.h"

#include <string.h>

#include "runtime/err.h"

int buffer_get_with(Ref o, Buffer *out, int flags) {
    bool writable = flags & BUFFER_WRITABLE;
    *out = (Buffer){0};
    if (is_bytes(o) && !writable) return buffer_fill(out, o, bytes_data(o), bytes_size(o), true);
    if (!object_has_buffer(o)) {
        const char *kind = writable ? "read-write bytes-like object" : "bytes-like object";
        return raise_error(TypeError, "a %s is required, not '%.100s'", kind, type_head(o)->name), -1;
    }
    return o->type->get_buffer(o, out, flags);
}

int buffer_get(Ref o, Buffer *out, bool writable) { return buffer_get_with(o, out, writable ? BUFFER_WRITABLE : 0); }

int buffer_fill(Buffer *out, Ref owner, char *data, ssize_t size, bool readonly) {
    *out = (Buffer){.owner = own_x(owner), .data = data, .size = size, .item_size = 1, .ndim = 1, .readonly = readonly};
    return 0;
}

void buffer_release(Buffer *b) {
    Object *owner = b->owner;
    if (!owner) return;
    if (owner->type->release_buffer) owner->type->release_buffer(owner, b);
    b->owner = NULL;
    drop(owner);
}

/* Items in C order, dimension by dimension. */
static char *copy_dimension(const Buffer *b, int dimension, const char *from, char *to) {
    if (dimension == b->ndim) {
        memcpy(to, from, (size_t)b->item_size);
        return to + b->item_size;
    }
    for (ssize_t i = 0; i < b->shape[dimension]; i++) to = copy_dimension(b, dimension + 1, from + i * b->strides[dimension], to);
    return to;
}

void buffer_copy_out(const Buffer *b, char *to) {
    if (b->strides) copy_dimension(b, 0, b->data, to);
    else memcpy(to, b->data, (size_t)b->size);
}
