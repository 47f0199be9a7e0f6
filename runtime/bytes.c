/* bytes.c: the immutable array of bytes. The empty one is a shared object; so are 256 of length 1, which most makers of such hand out. */
#include "runtime/bytes.h"

#include "runtime/bytesmethods.h"
#include "runtime/codec.h"
#include "runtime/err.h"
#include "runtime/hash.h"
#include "runtime/intern.h"
#include "runtime/simple.h"

#define BYTES_MAX ((ssize_t)(SSIZE_MAX - 64))

/* Bytes with its data inside: an array member of open size cannot be part of an array. */
typedef struct ShortBytes {
    Object ob;
    ssize_t size;
    Hash hash;
    char data[8];
} ShortBytes;
_Static_assert(offsetof(ShortBytes, data) == offsetof(Bytes, data), "same layout");
static ShortBytes empty, singles[256];

static void short_init(ShortBytes *b, ssize_t n) {
    b->ob = (Object){1, &bytes_type};
    b->size = n;
    b->hash = -1;
    audit_static(&b->ob, "shared bytes");
}

void bytes_init(void) {
    short_init(&empty, 0);
    for (int c = 0; c < 256; c++) {
        short_init(&singles[c], 1);
        singles[c].data[0] = (char)c;
    }
}

Own bytes_new(ssize_t n) {
    if (n == 0) return own(&empty.ob);
    if (n > BYTES_MAX) return raise_memory();
    Own o = object_new_static(&bytes_type, sizeof(Bytes) + (size_t)n + 1, false);
    if (!o) return raise_memory();
    Bytes *b = (Bytes *)o;
    b->size = n;
    b->hash = -1;
    b->data[n] = 0;
    return o;
}

Own bytes_from(const char *data, ssize_t n) {
    if (n == 1) return own(&singles[(uint8_t)*data].ob);
    Own b = bytes_new(n);
    if (b) copy_bytes(bytes_data(b), data, (size_t)n);
    return b;
}

static Own subclass_new(Type *cls, Ref value) {
    ssize_t n = bytes_size(value);
    Own o = object_new(cls, sizeof(Bytes) + (size_t)n + 1);
    if (!o) return raise_memory();
    if (cls->head.flags & (TYPE_MANAGED_DICT | TYPE_MANAGED_WEAKREF)) {
        *managed_dict_slot(o) = NULL;
        *managed_weakref_slot(o) = NULL;
    }
    Bytes *b = (Bytes *)o;
    b->size = n;
    b->hash = -1;
    memcpy(b->data, bytes_data(value), (size_t)n + 1);
    if (object_is_gc(o)) gc_track(o);
    return o;
}

static Own exact(Ref b) { return is_exact_bytes(b) ? own(b) : bytes_from(bytes_data(b), bytes_size(b)); }

static void bytes_dealloc(Object *self) {
    if (LIKELY(self->type == &bytes_type)) object_free_static(self, false);
    else object_free(self);
}

/* ---- making from other objects */

int args_index_size(Ref o, ssize_t *out) {
    Own number = number_index(o);
    if (!number) return -1;
    int64_t v;
    int fits = int_to_int64(number, &v);
    drop(number);
    if (fits != 1) return raise_error(OverflowError, "cannot fit '%.200s' into an index-sized integer", type_head(o)->name), -1;
    *out = v;
    return 0;
}

int byte_from_object(Ref o, const char *what) {
    if (is_exact_int(o) && int_is_compact(o) && int_value(o) >= 0 && int_value(o) < 256) return (int)int_value(o);
    Own number = number_index(o);
    if (!number) return -1;
    int64_t v;
    int fits = int_to_int64(number, &v) == 1 && v >= 0 && v < 256;
    drop(number);
    if (!fits) return raise_error(ValueError, "%s must be in range(0, 256)", what), -1;
    return (int)v;
}

static int source_put(ByteSource *s, char byte) {
    if (s->n == s->alloc) {
        ssize_t more = s->alloc ? s->alloc + (s->alloc >> 1) : 64;
        char *bigger = mem_realloc(s->data, (size_t)more);
        if (!bigger) return raise_memory(), -1;
        s->data = bigger;
        s->alloc = more;
    }
    s->data[s->n++] = byte;
    return 0;
}

static int source_fail(ByteSource *s) {
    mem_free(s->data);
    *s = (ByteSource){0};
    return -1;
}

int byte_source_iterate(ByteSource *s, Ref iterable, const char *what) {
    Own item, it = object_iter(iterable);
    int more;
    if (!it) return source_fail(s);
    while ((more = iter_next(it, &item)) == 1) {
        int byte = byte_from_object(item, what);
        drop(item);
        if (byte < 0 || source_put(s, (char)byte)) {
            more = -1;
            break;
        }
    }
    drop(it);
    return more < 0 ? source_fail(s) : 0;
}

static Own from_buffer(Ref o) {
    Buffer b;
    if (buffer_get_with(o, &b, BUFFER_STRIDED)) return NULL;
    Own result = bytes_new(b.size);
    if (result && b.size) buffer_copy_out(&b, bytes_data(result));
    buffer_release(&b);
    return result;
}

Own bytes_from_object(Ref o) {
    if (is_exact_bytes(o)) return own(o);
    if (object_has_buffer(o)) return from_buffer(o);
    if (is_str(o) || (!o->type->iter && !o->type->subscript && !o->type->item))
        return raise_error(TypeError, "cannot convert '%.200s' object to bytes", type_head(o)->name);
    ByteSource s = {0};
    if (byte_source_iterate(&s, o, "bytes")) return NULL;
    Own result = bytes_from(s.data, s.n);
    mem_free(s.data);
    return result;
}

static Own zeros(Ref count) {
    ssize_t n;
    if (args_index_size(count, &n)) return NULL;
    if (n < 0) return raise_error(ValueError, "negative count");
    Own b = bytes_new(n);
    if (b && n) memset(bytes_data(b), 0, (size_t)n);
    return b;
}

/* bytes(source) of one argument. */
static Own from_one(Ref x) {
    Own result;
    int found = is_exact_bytes(x) ? 0 : object_call_special(x, NAME_OF(dunder_bytes), 0, NULL, &result);
    if (found < 0) return NULL;
    if (found) {
        if (is_bytes(result)) return result;
        raise_error(TypeError, "__bytes__ returned non-bytes (type %.200s)", type_head(result)->name);
        drop(result);
        return NULL;
    }
    if (is_str(x)) return raise_error(TypeError, "string argument without an encoding");
    if (!x->type->index) return bytes_from_object(x);
    result = zeros(x);
    if (result || !err_matches(TypeError)) return result;
    err_clear();
    return bytes_from_object(x);
}

static Own from_args(Ref const *args) {
    const char *encoding, *errors;
    if (args_text("bytes() argument 'encoding'", args[1], &encoding) || args_text("bytes() argument 'errors'", args[2], &errors)) return NULL;
    if (encoding) {
        if (!args[0] || !is_str(args[0])) return raise_error(TypeError, "encoding without a string argument");
        return codec_encode(args[0], encoding, errors);
    }
    if (errors)
        return raise_error(TypeError, args[0] && is_str(args[0]) ? "string argument without an encoding" : "errors without a string argument");
    return args[0] ? from_one(args[0]) : bytes_new(0);
}

static const char bytes_signature[] = "bytes(source=b'', encoding='utf-8', errors='strict')";

static Own bytes_slot_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    Ref bound[3];
    if (args_bind(bytes_signature, args, nargs, kwnames, bound)) return NULL;
    Own value = from_args(bound);
    if (!value || cls == &bytes_type) return value;
    Own result = subclass_new(cls, value);
    drop(value);
    return result;
}

/* ---- slots */

static ssize_t bytes_slot_len(Ref self) { return bytes_size(self); }

static Hash bytes_slot_hash(Ref self) {
    Bytes *b = (Bytes *)(uintptr_t)self;
    if (b->hash == -1) b->hash = hash_bytes(b->data, (size_t)b->size);
    return b->hash;
}

static Own bytes_slot_compare(Ref a, Ref b, CmpOp op) {
    if (!is_bytes(a) || !is_bytes(b)) return not_implemented();
    ssize_t n = bytes_size(a), m = bytes_size(b);
    if (op == CMP_EQ || op == CMP_NE) return bool_new((a == b || (n == m && memcmp(bytes_data(a), bytes_data(b), (size_t)n) == 0)) == (op == CMP_EQ));
    int order = memcmp(bytes_data(a), bytes_data(b), (size_t)(n < m ? n : m));
    if (order == 0) order = n < m ? -1 : n > m;
    return bool_new(op == CMP_LT ? order < 0 : op == CMP_LE ? order <= 0 : op == CMP_GT ? order > 0 : order >= 0);
}

Own bytes_concat(Ref a, Ref b) {
    Buffer x, y;
    if (!object_has_buffer(a) || !object_has_buffer(b))
        return raise_error(TypeError, "can't concat %.100s to %.100s", type_head(b)->name, type_head(a)->name);
    if (is_exact_bytes(a) && is_exact_bytes(b) && (bytes_size(a) == 0 || bytes_size(b) == 0)) return own(bytes_size(a) ? a : b);
    if (buffer_get(a, &x, false)) return NULL;
    Own result = NULL;
    if (buffer_get(b, &y, false) == 0) {
        if (x.size > BYTES_MAX - y.size) raise_memory();
        else if ((result = bytes_new(x.size + y.size)) && bytes_size(result)) {
            buffer_copy_out(&x, bytes_data(result));
            buffer_copy_out(&y, bytes_data(result) + x.size);
        }
        buffer_release(&y);
    }
    buffer_release(&x);
    return result;
}

static Own bytes_slot_concat(Ref a, Ref b) { return is_bytes(a) ? bytes_concat(a, b) : not_implemented(); }

static Own bytes_slot_repeat(Ref self, ssize_t times) {
    ssize_t n = bytes_size(self);
    if (times < 0) times = 0;
    if (times == 1) return exact(self);
    if (n && times > SSIZE_MAX / n) return raise_error(OverflowError, "repeated bytes are too long");
    if (n == 0 || times == 0) return bytes_new(0);
    Own result = bytes_new(n * times);
    if (result) bytes_fill_pattern(bytes_data(result), bytes_data(self), n, times);
    return result;
}

static Own bytes_slot_item(Ref self, ssize_t i) {
    if (i < 0 || i >= bytes_size(self)) return raise_error(IndexError, "index out of range");
    return int_new((uint8_t)bytes_data(self)[i]);
}

static Own bytes_slot_subscript(Ref self, Ref key) {
    ssize_t i, start, stop, step, count;
    if (key->type == &slice_type) {
        if (slice_indices(key, &((const Bytes *)self)->size, &start, &stop, &step, &count)) return NULL;
        if (count <= 0) return bytes_new(0);
        if (count == bytes_size(self) && step == 1) return exact(self);
        if (step == 1 || count == 1) return bytes_from(bytes_data(self) + start, count);
        Own result = bytes_new(count);
        for (i = 0; result && i < count; i++) bytes_data(result)[i] = bytes_data(self)[start + i * step];
        return result;
    }
    if (!key->type->index) return raise_error(TypeError, "byte indices must be integers or slices, not %.200s", type_head(key)->name);
    return sequence_index(key, &((const Bytes *)self)->size, &i, "index out of range") ? NULL : bytes_slot_item(self, i);
}

Own bytes_repr(Ref self) { return bytes_quoted(bytes_data(self), bytes_size(self), "b", "", false); }

static Own bytes_slot_iter(Ref self) { return seq_iter_new(&bytes_iter_type, self); }
static Own bytes_slot_mod(Ref a, Ref b) { return is_bytes(a) ? bytes_percent(a, b) : not_implemented(); }

static int bytes_slot_get_buffer(Ref self, Buffer *out, int flags) {
    if (flags & BUFFER_WRITABLE) return raise_error(BufferError, "Object is not writable."), -1;
    return buffer_fill(out, self, bytes_data(self), bytes_size(self), true);
}

/* ---- methods of bytes only */

static Own bytes_m_fromhex(Ref cls, Ref const *args) {
    Own value = bytes_from_hex(args[0], false);
    if (!value || cls == (Ref)&bytes_type) return value;
    Own result = object_call1(cls, value);
    drop(value);
    return result;
}

static Own bytes_m_dunder_bytes(Ref self, Ref const *args) {
    (void)args;
    return exact(self);
}

static Own bytes_m_getnewargs(Ref self, Ref const *args) {
    (void)args;
    Own plain = exact(self);
    return plain ? tuple_from_array_take(&plain, 1) : NULL;
}

static Own bytes_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    return int_new((ssize_t)sizeof(Bytes) + 1 + bytes_size(self));
}

static const Method bytes_methods[] = {
    BYTES_COMMON_METHODS(BYTES_ROW)
    {"fromhex(string, /)", bytes_m_fromhex, "Bytes from pairs of hexadecimal digits, blanks between pairs allowed.", METHOD_CLASS, NULL},
    {"maketrans(frm, to, /)", bytes_m_maketrans, "A table for translate that replaces each byte of the one by that of the other.", METHOD_STATIC, NULL},
    {"__bytes__()", bytes_m_dunder_bytes, "The same as plain bytes."},
    {"__getnewargs__()", bytes_m_getnewargs, "What a copy is made from."},
    {"__sizeof__()", bytes_m_sizeof, "Bytes of memory."},
    {0}};

Type bytes_type = {
    .head = {.ob = {1, &type_type},
             .name = "bytes",
             .basic_size = sizeof(Bytes) + 1,
             .item_size = 1,
             .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_IS_BYTES,
             .dealloc = bytes_dealloc},
    .doc = "Immutable sequence of integers from 0 to 255.",
    .signature = bytes_signature,
    .repr = bytes_repr,
    .str = bytes_repr,
    .hash = bytes_slot_hash,
    .compare = bytes_slot_compare,
    .iter = bytes_slot_iter,
    .new = bytes_slot_new,
    .binary = {[OP_MOD] = bytes_slot_mod},
    .len = bytes_slot_len,
    .subscript = bytes_slot_subscript,
    .item = bytes_slot_item,
    .contains = bytes_contains,
    .concat = bytes_slot_concat,
    .repeat = bytes_slot_repeat,
    .get_buffer = bytes_slot_get_buffer,
    .methods = bytes_methods,
};
