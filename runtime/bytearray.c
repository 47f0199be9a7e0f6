/* bytearray.c: the mutable array of bytes.
 *
 * Growth is CPython's: a request just beyond the block adds an eighth, a bigger one fits exactly, a shrink below half gives memory back.
 * Bytes deleted at the front only move `start`, so that the array serves as a queue. While a buffer is exported the size is fixed. */
#include "runtime/bytes.h"
#include "runtime/bytesmethods.h"
#include "runtime/codec.h"
#include "runtime/err.h"
#include "runtime/simple.h"

static char no_bytes[1];

static ByteArray *array_of(Ref o) { return (ByteArray *)(uintptr_t)o; }

static void init_empty(ByteArray *a) {
    a->size = a->alloc = a->exports = 0;
    a->block = NULL;
    a->start = no_bytes;
}

static Own array_new(Type *cls) {
    Own o = cls == &bytearray_type ? object_new_static(cls, sizeof(ByteArray), false) : instance_new(cls);
    if (!o) return err_set() ? NULL : raise_memory();
    init_empty(array_of(o));
    return o;
}

static int check_resizable(const ByteArray *a) {
    if (a->exports == 0) return 0;
    return raise_error(BufferError, "Existing exports of data: object cannot be re-sized"), -1;
}

/* A block of alloc bytes that begins with the first bytes in use. */
static int reallocate(ByteArray *a, ssize_t n, ssize_t alloc) {
    char *block;
    if (a->start != a->block && a->block) {
        block = mem_alloc((size_t)alloc);
        if (!block) return raise_memory(), -1;
        memcpy(block, a->start, (size_t)(n < a->size ? n : a->size));
        mem_free(a->block);
    } else {
        block = mem_realloc(a->block, (size_t)alloc);
        if (!block) return raise_memory(), -1;
    }
    a->block = a->start = block;
    a->alloc = alloc;
    return 0;
}

int bytearray_resize(Ref self, ssize_t n) {
    ByteArray *a = array_of(self);
    ssize_t offset = a->block ? a->start - a->block : 0, alloc = a->alloc;
    if (n == a->size) return 0;
    if (check_resizable(a)) return -1;
    if (n > SSIZE_MAX - offset - 16 - (n >> 3)) return raise_memory(), -1;
    bool fits = n + offset + 1 <= alloc;
    if (!fits || n < alloc / 2) {
        bool step = !fits && n <= alloc + alloc / 8;
        if (reallocate(a, n, step ? n + (n >> 3) + (n < 9 ? 3 : 6) : n + 1)) return -1;
    }
    a->size = n;
    a->start[n] = 0;
    return 0;
}

/* data NULL: uninitialised. */
Own bytearray_from(const char *data, ssize_t n) {
    Own o = array_new(&bytearray_type);
    if (!o || n == 0) return o;
    if (bytearray_resize(o, n)) {
        drop(o);
        return NULL;
    }
    if (data) memcpy(bytearray_data(o), data, (size_t)n);
    return o;
}

static void bytearray_dealloc(Object *self) {
    CHECK(array_of(self)->exports == 0);
    mem_free(array_of(self)->block);
    if (self->type == &bytearray_type) object_free_static(self, false);
    else object_free(self);
}

/* ---- filling */

static int append_bytes(Ref self, const char *data, ssize_t n) {
    ByteArray *a = array_of(self);
    ssize_t old = a->size;
    if (n > SSIZE_MAX - old) return raise_memory(), -1;
    if (bytearray_resize(self, old + n)) return -1;
    memcpy(a->start + old, data, (size_t)n);
    return 0;
}

static int append_buffer(Ref self, Ref o, int flags) {
    Buffer b;
    if (buffer_get_with(o, &b, flags)) return -1;
    int failed;
    if (b.owner == self) { /* the buffer forbids the change of size: read a copy */
        Own copy = bytes_from(b.data, b.size);
        buffer_release(&b);
        failed = copy ? append_bytes(self, bytes_data(copy), bytes_size(copy)) : -1;
        drop_x(copy);
        return failed;
    }
    ByteArray *a = array_of(self);
    ssize_t old = a->size;
    failed = b.size > SSIZE_MAX - old ? (raise_memory(), -1) : bytearray_resize(self, old + b.size);
    if (!failed && b.size) buffer_copy_out(&b, a->start + old);
    buffer_release(&b);
    return failed;
}

static int append_iterable(Ref self, Ref o) {
    ByteSource s = {0};
    if (byte_source_iterate(&s, o, "byte")) return -1;
    int failed = append_bytes(self, s.data, s.n);
    mem_free(s.data);
    return failed;
}

/* The first argument of the constructor is neither text nor absent. */
static int fill(Ref self, Ref source) {
    if (source->type->index) {
        ssize_t n;
        if (args_index_size(source, &n) == 0) {
            if (n < 0) return raise_error(ValueError, "negative count"), -1;
            if (bytearray_resize(self, n)) return -1;
            memset(bytearray_data(self), 0, (size_t)n);
            return 0;
        }
        if (!err_matches(TypeError)) return -1;
        err_clear();
    }
    if (object_has_buffer(source)) return append_buffer(self, source, BUFFER_STRIDED);
    if (!source->type->iter && !source->type->subscript && !source->type->item)
        return raise_error(TypeError, "cannot convert '%.200s' object to bytearray", type_head(source)->name), -1;
    return append_iterable(self, source);
}

static int fill_text(Ref self, Ref text, const char *encoding, const char *errors) {
    if (!encoding) return raise_error(TypeError, "string argument without an encoding"), -1;
    Own encoded = codec_encode(text, encoding, errors);
    int failed = encoded ? append_bytes(self, bytes_data(encoded), bytes_size(encoded)) : -1;
    drop_x(encoded);
    return failed;
}

static const char bytearray_signature[] = "bytearray(source=b'', encoding='utf-8', errors='strict')";

static int bytearray_init(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref bound[3];
    const char *encoding, *errors;
    if (args_bind(bytearray_signature, args, nargs, kwnames, bound)) return -1;
    if (args_text("bytearray() argument 'encoding'", bound[1], &encoding) || args_text("bytearray() argument 'errors'", bound[2], &errors)) return -1;
    if (array_of(self)->size && bytearray_resize(self, 0)) return -1;
    if (bound[0] && is_str(bound[0])) return fill_text(self, bound[0], encoding, errors);
    if (encoding || errors) return raise_error(TypeError, "%s without a string argument", encoding ? "encoding" : "errors"), -1;
    return bound[0] ? fill(self, bound[0]) : 0;
}

static Own bytearray_slot_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return array_new(cls);
}

/* ---- slices */

/* Bytes start..stop become data[0..n]. */
static int replace_range(Ref self, ssize_t start, ssize_t stop, const char *data, ssize_t n) {
    ByteArray *a = array_of(self);
    ssize_t grow = n - (stop - start), old = a->size;
    if (grow != 0 && check_resizable(a)) return -1;
    if (grow < 0 && start == 0) {
        a->start -= grow;
    } else if (grow < 0) {
        memmove(a->start + stop + grow, a->start + stop, (size_t)(old - stop));
    } else if (grow > SSIZE_MAX - old) {
        return raise_memory(), -1;
    }
    if (bytearray_resize(self, old + grow)) {
        if (grow > 0) return -1;
        err_clear(); /* no memory to make the block smaller: it stays */
        a->size = old + grow;
    }
    if (grow > 0) memmove(a->start + stop + grow, a->start + stop, (size_t)(old - stop));
    if (n) memcpy(a->start + start, data, (size_t)n);
    return 0;
}

static int delete_stepped(Ref self, ssize_t start, ssize_t step, ssize_t count) {
    ByteArray *a = array_of(self);
    if (count == 0) return 0;
    if (check_resizable(a)) return -1;
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    ssize_t to = start, next = start;
    for (ssize_t i = start; i < a->size; i++) {
        if (i == next && count > 0) {
            next += step;
            count--;
        } else {
            a->start[to++] = a->start[i];
        }
    }
    return bytearray_resize(self, to);
}

static int set_slice_bytes(Ref self, Ref slice, const char *data, ssize_t n) {
    ByteArray *a = array_of(self);
    ssize_t start, stop, step, count;
    if (slice_indices(slice, &a->size, &start, &stop, &step, &count)) return -1;
    if (step == 1) return replace_range(self, start, start + count, data, n);
    if (n == 0) return delete_stepped(self, start, step, count);
    if (n != count) return raise_error(ValueError, "attempt to assign bytes of size %zd to extended slice of size %zd", n, count), -1;
    for (ssize_t i = 0; i < count; i++) a->start[start + i * step] = data[i];
    return 0;
}

static int set_slice(Ref self, Ref slice, Ref value) {
    if (!value) return set_slice_bytes(self, slice, NULL, 0);
    if (is_bytes(value)) return set_slice_bytes(self, slice, bytes_data(value), bytes_size(value));
    if (is_str(value) || (!object_has_buffer(value) && !value->type->iter && !value->type->item && !value->type->subscript))
        return raise_error(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)"), -1;
    Own copy = array_new(&bytearray_type);
    if (!copy) return -1;
    int failed = object_has_buffer(value) ? append_buffer(copy, value, BUFFER_STRIDED) : append_iterable(copy, value);
    if (!failed) failed = set_slice_bytes(self, slice, bytearray_data(copy), array_of(copy)->size);
    drop(copy);
    return failed;
}

static int bytearray_set_item(Ref self, ssize_t i, Ref value) {
    ByteArray *a = array_of(self);
    if (i < 0 || i >= a->size) return raise_error(IndexError, "bytearray index out of range"), -1;
    if (!value) return replace_range(self, i, i + 1, NULL, 0);
    int byte = byte_from_object(value, "byte");
    if (byte < 0) return -1;
    if (i >= a->size) return raise_error(IndexError, "bytearray index out of range"), -1; /* __index__ of the value shortened it */
    a->start[i] = (char)byte;
    return 0;
}

static int bytearray_set_subscript(Ref self, Ref key, Ref value) {
    ssize_t i;
    if (key->type == &slice_type) return set_slice(self, key, value);
    if (!key->type->index) return raise_error(TypeError, "bytearray indices must be integers or slices, not %.200s", type_head(key)->name), -1;
    if (sequence_index(key, &array_of(self)->size, &i, "bytearray index out of range")) return -1;
    return bytearray_set_item(self, i, value);
}

static Own bytearray_item(Ref self, ssize_t i) {
    if (i < 0 || i >= array_of(self)->size) return raise_error(IndexError, "bytearray index out of range");
    return int_new((uint8_t)bytearray_data(self)[i]);
}

static Own bytearray_subscript(Ref self, Ref key) {
    ssize_t i, start, stop, step, count;
    if (key->type == &slice_type) {
        if (slice_indices(key, &array_of(self)->size, &start, &stop, &step, &count)) return NULL;
        if (step == 1 || count <= 0) return bytearray_from(bytearray_data(self) + start, count > 0 ? count : 0);
        Own result = bytearray_from(NULL, count);
        for (i = 0; result && i < count; i++) bytearray_data(result)[i] = bytearray_data(self)[start + i * step];
        return result;
    }
    if (!key->type->index) return raise_error(TypeError, "bytearray indices must be integers or slices, not %.200s", type_head(key)->name);
    return sequence_index(key, &array_of(self)->size, &i, "bytearray index out of range") ? NULL : bytearray_item(self, i);
}

/* ---- slots */

static ssize_t bytearray_len(Ref self) { return array_of(self)->size; }
static Own bytearray_iter(Ref self) { return seq_iter_new(&bytearray_iter_type, self); }

static Own bytearray_repr(Ref self) {
    char before[128];
    const char *name = type_name(self);
    memcpy(before, name, strnlen(name, sizeof before - 4));
    strcpy(before + strnlen(name, sizeof before - 4), "(b");
    return bytes_quoted(bytearray_data(self), array_of(self)->size, before, ")", true);
}

static Own bytearray_compare(Ref a, Ref b, CmpOp op) {
    Buffer x, y;
    if (!object_has_buffer(a) || !object_has_buffer(b)) return not_implemented();
    if (buffer_get(a, &x, false)) return NULL;
    if (buffer_get(b, &y, false)) {
        buffer_release(&x);
        if (!err_matches(BufferError)) return NULL;
        err_clear();
        return not_implemented();
    }
    int order = memcmp(x.data, y.data, (size_t)(x.size < y.size ? x.size : y.size));
    if (order == 0) order = x.size < y.size ? -1 : x.size > y.size;
    buffer_release(&x);
    buffer_release(&y);
    return bool_new(op == CMP_EQ ? order == 0 : op == CMP_NE ? order != 0 : op == CMP_LT ? order < 0 : op == CMP_LE ? order <= 0 : op == CMP_GT ? order > 0 : order >= 0);
}

static Own copy_of(Ref self) { return bytearray_from(bytearray_data(self), array_of(self)->size); }

static Own bytearray_concat(Ref a, Ref b) {
    if (!is_bytearray(a)) return not_implemented();
    if (!object_has_buffer(b)) return raise_error(TypeError, "can't concat %.100s to %.100s", type_head(b)->name, type_head(a)->name);
    Buffer y;
    if (buffer_get(b, &y, false)) return NULL;
    ssize_t n = array_of(a)->size;
    Own result = y.size > SSIZE_MAX - n ? raise_memory() : bytearray_from(NULL, n + y.size);
    if (result && array_of(result)->size) {
        memcpy(bytearray_data(result), bytearray_data(a), (size_t)n);
        buffer_copy_out(&y, bytearray_data(result) + n);
    }
    buffer_release(&y);
    return result;
}

static Own bytearray_inplace_concat(Ref a, Ref b) {
    if (!object_has_buffer(b)) return raise_error(TypeError, "can't concat %.100s to %.100s", type_head(b)->name, type_head(a)->name);
    return append_buffer(a, b, 0) ? NULL : own(a);
}

static Own bytearray_repeat(Ref self, ssize_t times) {
    ssize_t n = array_of(self)->size;
    if (times < 0) times = 0;
    if (n && times > SSIZE_MAX / n) return raise_memory();
    Own result = bytearray_from(NULL, n * times);
    if (result && array_of(result)->size) bytes_fill_pattern(bytearray_data(result), bytearray_data(self), n, times);
    return result;
}

static Own bytearray_inplace_repeat(Ref self, ssize_t times) {
    ByteArray *a = array_of(self);
    ssize_t n = a->size;
    if (times < 0) times = 0;
    if (n && times > SSIZE_MAX / n) return raise_memory();
    if (bytearray_resize(self, n * times)) return NULL;
    for (ssize_t done = n; done < n * times; done += n) memcpy(a->start + done, a->start, (size_t)n);
    return own(self);
}

static Own bytearray_mod(Ref a, Ref b) { return is_bytearray(a) ? bytes_percent(a, b) : not_implemented(); }

static int bytearray_get_buffer(Ref self, Buffer *out, int flags) {
    (void)flags;
    array_of(self)->exports++;
    return buffer_fill(out, self, bytearray_data(self), array_of(self)->size, false);
}

static void bytearray_release_buffer(Ref self, Buffer *b) {
    (void)b;
    array_of(self)->exports--;
}

/* ---- methods */

static Own done(int failed) { return failed ? NULL : none(); }

static Own bytearray_m_append(Ref self, Ref const *args) {
    int byte = byte_from_object(args[0], "byte");
    ssize_t n = array_of(self)->size;
    if (byte < 0 || bytearray_resize(self, n + 1)) return NULL;
    bytearray_data(self)[n] = (char)byte;
    return none();
}

static Own bytearray_m_extend(Ref self, Ref const *args) {
    Ref o = args[0];
    if (object_has_buffer(o)) return done(append_buffer(self, o, 0));
    if (is_str(o)) return raise_error(TypeError, "expected iterable of integers; got: 'str'");
    if (!o->type->iter && !o->type->item && !o->type->subscript) return raise_error(TypeError, "can't extend bytearray with %.100s", type_head(o)->name);
    return done(append_iterable(self, o));
}

static Own bytearray_m_insert(Ref self, Ref const *args) {
    ssize_t i;
    int byte;
    if (args_ssize(args[0], 0, &i) || (byte = byte_from_object(args[1], "byte")) < 0) return NULL;
    ssize_t n = array_of(self)->size;
    if (i < 0) i = i + n < 0 ? 0 : i + n;
    if (i > n) i = n;
    char c = (char)byte;
    return done(replace_range(self, i, i, &c, 1));
}

static Own bytearray_m_pop(Ref self, Ref const *args) {
    ssize_t i;
    if (args_ssize(args[0], -1, &i)) return NULL;
    ssize_t n = array_of(self)->size;
    if (n == 0) return raise_error(IndexError, "pop from empty bytearray");
    if (i < 0) i += n;
    if (i < 0 || i >= n) return raise_error(IndexError, "pop index out of range");
    uint8_t byte = (uint8_t)bytearray_data(self)[i];
    return replace_range(self, i, i + 1, NULL, 0) ? NULL : int_new(byte);
}

static Own bytearray_m_remove(Ref self, Ref const *args) {
    int byte = byte_from_object(args[0], "byte");
    if (byte < 0) return NULL;
    const char *start = bytearray_data(self), *at = memchr(start, byte, (size_t)array_of(self)->size);
    if (!at) return raise_error(ValueError, "value not found in bytearray");
    return done(replace_range(self, at - start, at - start + 1, NULL, 0));
}

static Own bytearray_m_reverse(Ref self, Ref const *args) {
    (void)args;
    char *p = bytearray_data(self);
    for (ssize_t i = 0, j = array_of(self)->size - 1; i < j; i++, j--) {
        char c = p[i];
        p[i] = p[j];
        p[j] = c;
    }
    return none();
}

static Own bytearray_m_clear(Ref self, Ref const *args) {
    (void)args;
    return done(bytearray_resize(self, 0));
}
static Own bytearray_m_copy(Ref self, Ref const *args) {
    (void)args;
    return copy_of(self);
}
static Own bytearray_m_alloc(Ref self, Ref const *args) {
    (void)args;
    return int_new(array_of(self)->alloc);
}
static Own bytearray_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    return int_new(self->type->head.basic_size + array_of(self)->alloc);
}

static Own bytearray_m_fromhex(Ref cls, Ref const *args) {
    Own value = bytes_from_hex(args[0], true);
    if (!value || cls == (Ref)&bytearray_type) return value;
    Own result = object_call1(cls, value);
    drop(value);
    return result;
}

/* (type, (text as Latin-1, "latin-1"), attributes) */
static Own bytearray_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Ref dict = object_get_dict_if_made(self);
    Own text = str_from_kind(KIND_1, bytearray_data(self), array_of(self)->size), name = str_from_text("latin-1");
    Own inner = !text || !name ? NULL : array_of(self)->size ? tuple_pack(2, (Ref)text, (Ref)name) : tuple_new(0);
    Own result = inner ? tuple_pack(3, (Ref)self->type, (Ref)inner, dict ? dict : NONE) : NULL;
    drop_x(text);
    drop_x(name);
    drop_x(inner);
    return result;
}

static const Method bytearray_methods[] = {
    BYTES_COMMON_METHODS(BYTES_ROW)
    {"append(item, /)", bytearray_m_append, "Adds one byte at the end."},
    {"extend(iterable_of_ints, /)", bytearray_m_extend, "Adds all bytes at the end."},
    {"insert(index, item, /)", bytearray_m_insert, "Puts one byte before the index."},
    {"pop(index=-1, /)", bytearray_m_pop, "Takes the byte at the index out and returns it."},
    {"remove(value, /)", bytearray_m_remove, "Takes the first byte of that value out."},
    {"reverse()", bytearray_m_reverse, "Turns the order of the bytes round."},
    {"clear()", bytearray_m_clear, "Takes all bytes out."},
    {"copy()", bytearray_m_copy, "Another bytearray with the same bytes."},
    {"fromhex(string, /)", bytearray_m_fromhex, "Bytes from pairs of hexadecimal digits, blanks between pairs allowed.", METHOD_CLASS, NULL},
    {"maketrans(frm, to, /)", bytes_m_maketrans, "A table for translate that replaces each byte of the one by that of the other.", METHOD_STATIC, NULL},
    {"__alloc__()", bytearray_m_alloc, "Bytes of the block."},
    {"__sizeof__()", bytearray_m_sizeof, "Bytes of memory, those of the block included."},
    {"__reduce__()", bytearray_m_reduce, "What a copy is made from."},
    {0}};

Type bytearray_type = {
    .head = {.ob = {1, &type_type},
             .name = "bytearray",
             .basic_size = sizeof(ByteArray),
             .flags = TYPE_BASE | TYPE_IMMUTABLE,
             .dealloc = bytearray_dealloc},
    .doc = "Mutable sequence of integers from 0 to 255.",
    .signature = bytearray_signature,
    .repr = bytearray_repr,
    .str = bytearray_repr,
    .compare = bytearray_compare,
    .iter = bytearray_iter,
    .new = bytearray_slot_new,
    .init = bytearray_init,
    .binary = {[OP_MOD] = bytearray_mod},
    .len = bytearray_len,
    .subscript = bytearray_subscript,
    .set_subscript = bytearray_set_subscript,
    .item = bytearray_item,
    .set_item = bytearray_set_item,
    .contains = bytes_contains,
    .concat = bytearray_concat,
    .inplace_concat = bytearray_inplace_concat,
    .repeat = bytearray_repeat,
    .inplace_repeat = bytearray_inplace_repeat,
    .get_buffer = bytearray_get_buffer,
    .release_buffer = bytearray_release_buffer,
    .methods = bytearray_methods,
};
