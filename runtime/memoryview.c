/* memoryview.c: looking into other objects' memory without copying.
 *
 * A view holds a buffer of the exporter (which must not move its memory meanwhile) and describes a part of it: first item, shape and
 * strides. A slice or a cast is a new view with a buffer of its own, so that each can be released by itself. */
#include "runtime/memoryview.h"

#include "runtime/bytesmethods.h"
#include "runtime/err.h"
#include "runtime/hash.h"
#include "runtime/simple.h"
#include "runtime/weakref.h"

static Memory *memory_of(Ref o) { return (Memory *)(uintptr_t)o; }
static ssize_t *shape_of(const Memory *m) { return (ssize_t *)(uintptr_t)m->dims; }
static ssize_t *strides_of(const Memory *m) { return (ssize_t *)(uintptr_t)m->dims + m->ndim; }

static ssize_t byte_count(const Memory *m) {
    ssize_t n = m->item_size;
    for (int i = 0; i < m->ndim; i++) n *= m->dims[i];
    return n;
}

static bool is_c_contiguous(const Memory *m) {
    ssize_t step = m->item_size;
    for (int i = m->ndim - 1; i >= 0; i--) {
        if (shape_of(m)[i] > 1 && strides_of(m)[i] != step) return byte_count(m) == 0;
        step *= shape_of(m)[i];
    }
    return true;
}

static bool is_f_contiguous(const Memory *m) {
    ssize_t step = m->item_size;
    for (int i = 0; i < m->ndim; i++) {
        if (shape_of(m)[i] > 1 && strides_of(m)[i] != step) return byte_count(m) == 0;
        step *= shape_of(m)[i];
    }
    return true;
}

static int check_open(const Memory *m) {
    if (!m->released) return 0;
    return raise_error(ValueError, "operation forbidden on released memoryview object"), -1;
}

/* ---- making and releasing */

static Memory *memory_alloc(int ndim) {
    Memory *m = (Memory *)object_new_static(&memoryview_type, sizeof(Memory) + 2 * (size_t)ndim * sizeof(ssize_t), true);
    if (!m) return (Memory *)raise_memory();
    memset((char *)m + sizeof(Object), 0, sizeof(Memory) - sizeof(Object));
    m->hash = -1;
    m->ndim = ndim;
    return m;
}

static void set_row_strides(Memory *m) {
    ssize_t step = m->item_size;
    for (int i = m->ndim - 1; i >= 0; i--) {
        strides_of(m)[i] = step;
        step *= shape_of(m)[i];
    }
}

/* A view of the whole buffer. */
static Own from_buffer(Buffer *b) {
    Memory *m = memory_alloc(b->ndim);
    if (!m) {
        buffer_release(b);
        return NULL;
    }
    m->held = *b;
    m->data = b->data;
    m->item_size = b->item_size;
    m->format = b->format;
    m->readonly = b->readonly;
    for (int i = 0; i < b->ndim; i++) shape_of(m)[i] = b->shape ? b->shape[i] : b->size / b->item_size;
    if (b->strides) memcpy(strides_of(m), b->strides, (size_t)b->ndim * sizeof(ssize_t));
    else set_row_strides(m);
    gc_track(&m->ob);
    return &m->ob;
}

/* Another view of the same exporter, to be described by the caller. */
static Memory *view_again(const Memory *m, int ndim) {
    Buffer b = m->held;
    if (m->held.owner && buffer_get_with(m->held.owner, &b, BUFFER_STRIDED)) return NULL;
    Memory *other = memory_alloc(ndim);
    if (!other) {
        buffer_release(&b);
        return NULL;
    }
    other->held = b;
    other->data = m->data;
    other->item_size = m->item_size;
    other->format = m->format;
    other->readonly = m->readonly;
    if (ndim == m->ndim) memcpy(other->dims, m->dims, 2 * (size_t)ndim * sizeof(ssize_t));
    gc_track(&other->ob);
    return other;
}

Own memoryview_new(Ref o) {
    if (o->type == &memoryview_type) return check_open(memory_of(o)) ? NULL : (Own)view_again(memory_of(o), memory_of(o)->ndim);
    if (!object_has_buffer(o)) return raise_error(TypeError, "memoryview: a bytes-like object is required, not '%.200s'", type_head(o)->name);
    Buffer b;
    return buffer_get_with(o, &b, BUFFER_STRIDED) ? NULL : from_buffer(&b);
}

Own memoryview_of_memory(char *data, ssize_t n, bool writable) {
    Buffer b;
    buffer_fill(&b, NULL, data, n, !writable);
    return from_buffer(&b);
}

static void let_go(Memory *m) {
    m->released = true;
    m->data = NULL;
    buffer_release(&m->held);
}

static void memory_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    weakref_clear(self);
    let_go(memory_of(self));
    object_free_static(self, true);
    trash_end();
}

static int memory_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(memory_of(self)->held.owner);
    return 0;
}

static int memory_clear(Object *self) {
    if (memory_of(self)->exports == 0) let_go(memory_of(self));
    return 0;
}

static const char memory_signature[] = "memoryview(object)";
static Own memory_slot_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    Ref o;
    return args_bind(memory_signature, args, nargs, kwnames, &o) ? NULL : memoryview_new(o);
}

static int memory_get_buffer(Ref self, Buffer *out, int flags) {
    Memory *m = memory_of(self);
    if (check_open(m)) return -1;
    if ((flags & BUFFER_WRITABLE) && m->readonly) return raise_error(BufferError, "memoryview: underlying buffer is not writable"), -1;
    bool strided = !is_c_contiguous(m);
    if (strided && !(flags & BUFFER_STRIDED)) return raise_error(BufferError, "memoryview: underlying buffer is not C-contiguous"), -1;
    *out = (Buffer){own(self), m->data, byte_count(m), m->item_size, m->format, m->ndim, shape_of(m), strided ? strides_of(m) : NULL, m->readonly};
    m->exports++;
    return 0;
}

static void memory_release_buffer(Ref self, Buffer *b) {
    (void)b;
    memory_of(self)->exports--;
}

/* ---- items */

/* The address of item i of a dimension, or NULL with IndexError. */
static char *step_into(const Memory *m, char *from, int dimension, ssize_t i) {
    ssize_t n = shape_of(m)[dimension];
    if (i < 0) i += n;
    if (i < 0 || i >= n) {
        raise_error(IndexError, "index out of bounds on dimension %d", dimension + 1);
        return NULL;
    }
    return from + i * strides_of(m)[dimension];
}

static char *item_by_tuple(const Memory *m, Ref key) {
    ssize_t n = tuple_size(key);
    char *at = m->data;
    if (n < m->ndim) return raise_error(NotImplementedError, "sub-views are not implemented"), NULL;
    if (n > m->ndim) return raise_error(TypeError, "cannot index %d-dimension view with %zd-element tuple", m->ndim, n), NULL;
    for (int i = 0; at && i < m->ndim; i++) {
        ssize_t index;
        if (args_index_size(tuple_item(key, i), &index)) return NULL;
        if (check_open(m)) return NULL;
        at = step_into(m, at, i, index);
    }
    return at;
}

static bool all_indices(Ref tuple) {
    for (ssize_t i = 0; i < tuple_size(tuple); i++)
        if (!tuple_item(tuple, i)->type->index) return false;
    return true;
}

static bool has_slice(Ref tuple) {
    for (ssize_t i = 0; i < tuple_size(tuple); i++)
        if (tuple_item(tuple, i)->type == &slice_type) return true;
    return false;
}

/* The item that the key names; NULL: error. */
static char *item_address(const Memory *m, Ref key) {
    if (is_tuple(key) && all_indices(key)) return item_by_tuple(m, key);
    if (is_tuple(key) && has_slice(key)) return raise_error(NotImplementedError, "multi-dimensional slicing is not implemented"), NULL;
    if (!key->type->index) return raise_error(TypeError, "memoryview: invalid slice key"), NULL;
    ssize_t i;
    if (args_index_size(key, &i)) {
        if (err_matches(OverflowError)) {
            err_clear();
            raise_error(IndexError, "cannot fit '%.200s' into an index-sized integer", type_head(key)->name);
        }
        return NULL;
    }
    if (check_open(m)) return NULL;
    if (m->ndim == 0) return raise_error(TypeError, "invalid indexing of 0-dim memory"), NULL;
    if (m->ndim > 1) return raise_error(NotImplementedError, "multi-dimensional sub-views are not implemented"), NULL;
    return step_into(m, m->data, 0, i);
}

static Own slice_of(const Memory *m, Ref slice) {
    ssize_t start, stop, step, count;
    if (m->ndim == 0) return raise_error(TypeError, "invalid indexing of 0-dim memory");
    if (slice_indices(slice, &m->dims[0], &start, &stop, &step, &count) || check_open(m)) return NULL;
    Memory *part = view_again(m, m->ndim);
    if (!part) return NULL;
    part->data += start * strides_of(part)[0];
    shape_of(part)[0] = count > 0 ? count : 0;
    strides_of(part)[0] *= step;
    return &part->ob;
}

static Own memory_subscript(Ref self, Ref key) {
    Memory *m = memory_of(self);
    if (check_open(m)) return NULL;
    if (m->ndim == 0 && key == ELLIPSIS_OBJECT) return own(self);
    if (key->type == &slice_type) return slice_of(m, key);
    char *at = item_address(m, key);
    return at ? memory_unpack(at, m->format) : NULL;
}

static Own memory_item(Ref self, ssize_t i) {
    Memory *m = memory_of(self);
    if (check_open(m)) return NULL;
    if (m->ndim == 0) return raise_error(TypeError, "invalid indexing of 0-dim memory");
    if (m->ndim > 1) return raise_error(NotImplementedError, "multi-dimensional sub-views are not implemented");
    char *at = step_into(m, m->data, 0, i);
    return at ? memory_unpack(at, m->format) : NULL;
}

static bool same_format(const char *a, const char *b) {
    char x = 0, y = 0;
    return memory_format(a, &x, NULL) && memory_format(b, &y, NULL) && x == y;
}

static int assign_slice(Memory *m, Ref slice, Ref value) {
    Buffer b;
    if (m->ndim != 1) return raise_error(NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1"), -1;
    if (buffer_get_with(value, &b, BUFFER_STRIDED)) return -1;
    ssize_t start, stop, step, count, n = b.item_size ? b.size / b.item_size : 0;
    int failed = slice_indices(slice, &m->dims[0], &start, &stop, &step, &count) || check_open(m) ? -1 : 0;
    if (!failed && (b.ndim != 1 || n != count || !same_format(m->format, b.format)))
        failed = (raise_error(ValueError, "memoryview assignment: lvalue and rvalue have different structures"), -1);
    char *copy = failed ? NULL : mem_alloc((size_t)b.size + 1); /* the two may overlap */
    if (!failed && !copy) failed = (raise_memory(), -1);
    if (!failed) {
        buffer_copy_out(&b, copy);
        char *to = m->data + start * strides_of(m)[0];
        for (ssize_t i = 0; i < count; i++) memcpy(to + i * step * strides_of(m)[0], copy + i * m->item_size, (size_t)m->item_size);
    }
    mem_free(copy);
    buffer_release(&b);
    return failed;
}

static int memory_set_subscript(Ref self, Ref key, Ref value) {
    Memory *m = memory_of(self);
    if (check_open(m)) return -1;
    if (m->readonly) return raise_error(TypeError, "cannot modify read-only memory"), -1;
    if (!value) return raise_error(TypeError, "cannot delete memory"), -1;
    if (key->type == &slice_type) return assign_slice(m, key, value);
    char *at = m->ndim == 0 && key == ELLIPSIS_OBJECT ? m->data : item_address(m, key);
    if (!at) return -1;
    char item[8]; /* packing may run Python code that releases the view */
    if (memory_pack(item, m->format, value) || check_open(m)) return -1;
    memcpy(at, item, (size_t)m->item_size);
    return 0;
}

static ssize_t memory_len(Ref self) {
    Memory *m = memory_of(self);
    if (check_open(m)) return -1;
    if (m->ndim == 0) return raise_error(TypeError, "0-dim memory has no length"), -1;
    return m->dims[0];
}

static Own memory_iter(Ref self) {
    Memory *m = memory_of(self);
    if (check_open(m)) return NULL;
    if (m->ndim == 0) return raise_error(TypeError, "invalid indexing of 0-dim memory");
    if (m->ndim > 1) return raise_error(NotImplementedError, "multi-dimensional sub-views are not implemented");
    return seq_iter_new(&memory_iter_type, self);
}

/* ---- all items */

static Own items_list(const Memory *m, int dimension, char *from) {
    if (dimension == m->ndim) return memory_unpack(from, m->format);
    Own list = list_new(0);
    for (ssize_t i = 0; list && i < m->dims[dimension]; i++) {
        Own item = items_list(m, dimension + 1, from + i * strides_of(m)[dimension]);
        if (!item || list_append_take(list, item)) {
            drop(list);
            return NULL;
        }
    }
    return list;
}

static Own memory_m_tolist(Ref self, Ref const *args) {
    (void)args;
    return check_open(memory_of(self)) ? NULL : items_list(memory_of(self), 0, memory_of(self)->data);
}

static void copy_rows(const Memory *m, char *to) {
    Buffer b = {.data = m->data, .size = byte_count(m), .item_size = m->item_size, .ndim = m->ndim, .shape = shape_of(m), .strides = strides_of(m)};
    if (is_c_contiguous(m)) b.strides = NULL;
    if (b.size) buffer_copy_out(&b, to);
}

/* First index fastest. */
static char *copy_columns(const Memory *m, int dimension, const char *from, char *to) {
    if (dimension < 0) {
        memcpy(to, from, (size_t)m->item_size);
        return to + m->item_size;
    }
    for (ssize_t i = 0; i < m->dims[dimension]; i++) to = copy_columns(m, dimension - 1, from + i * strides_of(m)[dimension], to);
    return to;
}

static Own memory_m_tobytes(Ref self, Ref const *args) {
    Memory *m = memory_of(self);
    char order = 'C';
    if (args[0] && args[0] != NONE) {
        if (args_want_str("tobytes() argument 'order'", args[0])) return NULL;
        order = str_len(args[0]) == 1 ? (char)str_char(args[0], 0) : 0;
        if (order != 'C' && order != 'F' && order != 'A') return raise_error(ValueError, "order must be 'C', 'F' or 'A'");
    }
    if (check_open(m)) return NULL;
    Own result = bytes_new(byte_count(m));
    if (!result) return NULL;
    if (order == 'F' || (order == 'A' && !is_c_contiguous(m) && is_f_contiguous(m))) copy_columns(m, m->ndim - 1, m->data, bytes_data(result));
    else copy_rows(m, bytes_data(result));
    return result;
}

static Own memory_m_hex(Ref self, Ref const *args) {
    int group;
    Ref none_given[1] = {NULL};
    if (args_int(args[1], 1, &group)) return NULL;
    Own bytes = memory_m_tobytes(self, none_given);
    Own text = bytes ? bytes_hex(bytes_data(bytes), bytes_size(bytes), args[0], group) : NULL;
    drop_x(bytes);
    return text;
}

static Hash memory_hash(Ref self) {
    Memory *m = memory_of(self);
    char code = 0;
    if (m->hash != -1) return m->hash;
    if (check_open(m)) return -1;
    if (!m->readonly) return raise_error(ValueError, "cannot hash writable memoryview object"), -1;
    memory_format(m->format, &code, NULL);
    if (code != 'B' && code != 'b' && code != 'c') return raise_error(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"), -1;
    if (m->held.owner && object_hash(m->held.owner) == -1) return -1;
    Ref none_given[1] = {NULL};
    Own bytes = memory_m_tobytes(self, none_given);
    if (!bytes) return -1;
    m->hash = hash_bytes(bytes_data(bytes), (size_t)bytes_size(bytes));
    drop(bytes);
    return m->hash;
}

/* Same shape and equal items: 1, 0, -1. */
static int equal_items(const Memory *a, const Memory *b, int dimension, char *x, char *y, bool plain) {
    if (dimension == a->ndim) {
        if (plain) return memcmp(x, y, (size_t)a->item_size) == 0;
        Own v = memory_unpack(x, a->format), w = v ? memory_unpack(y, b->format) : NULL;
        int equal = w ? object_compare_bool(v, w, CMP_EQ) : -1;
        drop_x(v);
        drop_x(w);
        return equal;
    }
    int equal = 1;
    for (ssize_t i = 0; equal == 1 && i < a->dims[dimension]; i++)
        equal = equal_items(a, b, dimension + 1, x + i * strides_of(a)[dimension], y + i * strides_of(b)[dimension], plain);
    return equal;
}

static int equal_views(const Memory *a, const Memory *b) {
    char x = 0, y = 0;
    if (a->released || b->released) return a == b;
    if (a->ndim != b->ndim || memcmp(a->dims, b->dims, (size_t)a->ndim * sizeof(ssize_t)) != 0) return 0;
    if (!memory_format(a->format, &x, NULL) || !memory_format(b->format, &y, NULL)) return 0;
    return equal_items(a, b, 0, a->data, b->data, x == y && !strchr("efd?", x));
}

static Own memory_compare(Ref a, Ref b, CmpOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || !object_has_buffer(b)) return not_implemented();
    Own other = b->type == &memoryview_type ? own(b) : memoryview_new(b);
    if (!other) {
        err_clear();
        return not_implemented();
    }
    int equal = a == b ? 1 : equal_views(memory_of(a), memory_of(other));
    drop(other);
    return equal < 0 ? NULL : bool_new(equal == (op == CMP_EQ));
}

static Own memory_repr(Ref self) { return format_text(memory_of(self)->released ? "<released memory at %p>" : "<memory at %p>", (const void *)self); }

/* ---- methods */

static Own memory_m_release(Ref self, Ref const *args) {
    (void)args;
    Memory *m = memory_of(self);
    if (m->released) return none();
    if (m->exports) return raise_error(BufferError, "memoryview has %zd exported buffer%s", m->exports, m->exports == 1 ? "" : "s");
    let_go(m);
    return none();
}

static Own memory_m_enter(Ref self, Ref const *args) {
    (void)args;
    return check_open(memory_of(self)) ? NULL : own(self);
}

static Own memory_m_toreadonly(Ref self, Ref const *args) {
    (void)args;
    if (check_open(memory_of(self))) return NULL;
    Memory *m = view_again(memory_of(self), memory_of(self)->ndim);
    if (m) m->readonly = true;
    return (Own)m;
}

/* The shape argument of cast: the number of dimensions, or -1. */
static int read_shape(Ref shape, ssize_t *dims) {
    if (!is_list(shape) && !is_tuple(shape)) return raise_error(TypeError, "shape must be a list or a tuple"), -1;
    ssize_t n = fast_size(shape);
    if (n > MEMORY_MAX_DIMENSIONS) return raise_error(ValueError, "memoryview: number of dimensions must not exceed %d", MEMORY_MAX_DIMENSIONS), -1;
    for (ssize_t i = 0; i < n; i++) {
        Ref item = fast_items(shape)[i];
        int64_t v;
        if (!is_int(item)) return raise_error(TypeError, "memoryview.cast(): elements of shape must be integers"), -1;
        if (int_to_int64(item, &v) != 1 || v <= 0) return raise_error(ValueError, "memoryview.cast(): elements of shape must be integers > 0"), -1;
        dims[i] = v;
    }
    return (int)n;
}

static int check_cast(const Memory *m, ssize_t item_size, char code) {
    char old = 0;
    if (!memory_format(m->format, &old, NULL))
        return raise_error(ValueError, "memoryview: source format must be a native single character format prefixed with an optional '@'"), -1;
    if (item_size == 0)
        return raise_error(ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'"), -1;
    if (!strchr("Bbc", old) && !strchr("Bbc", code)) return raise_error(TypeError, "memoryview: cannot cast between two non-byte formats"), -1;
    if (byte_count(m) % item_size) return raise_error(TypeError, "memoryview: length is not a multiple of itemsize"), -1;
    return 0;
}

static int check_product(const ssize_t *dims, int n, ssize_t item_size, ssize_t bytes) {
    ssize_t product = item_size;
    bool fits = true;
    for (int i = 0; i < n && fits; i++) fits = !__builtin_mul_overflow(product, dims[i], &product);
    if (fits && product == bytes) return 0;
    return raise_error(TypeError, "memoryview: product(shape) * itemsize != buffer size"), -1;
}

static Own memory_m_cast(Ref self, Ref const *args) {
    Memory *m = memory_of(self);
    ssize_t dims[MEMORY_MAX_DIMENSIONS];
    int n = 1;
    char code = 0;
    const char *format = NULL, *text;
    if (args_want_str("cast() argument 'format'", args[0]) || args_text("cast() argument 'format'", args[0], &text) || check_open(m)) return NULL;
    if (!is_c_contiguous(m)) return raise_error(TypeError, "memoryview: casts are restricted to C-contiguous views");
    if (args[1] || m->ndim != 1) {
        for (int i = 0; i < m->ndim; i++)
            if (m->dims[i] == 0) return raise_error(TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    }
    bool shaped = args[1] && args[1] != NONE;
    if (shaped && (n = read_shape(args[1], dims)) < 0) return NULL;
    if (shaped && n != 1 && m->ndim != 1) return raise_error(TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    ssize_t item_size = memory_format(text, &code, &format);
    if (check_cast(m, item_size, code)) return NULL;
    if (!shaped) dims[0] = byte_count(m) / item_size;
    if (check_product(dims, n, item_size, byte_count(m))) return NULL;
    Memory *cast = view_again(m, n);
    if (!cast) return NULL;
    cast->format = format;
    cast->item_size = item_size;
    memcpy(shape_of(cast), dims, (size_t)n * sizeof *dims);
    set_row_strides(cast);
    return &cast->ob;
}

static Own memory_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    return int_new((ssize_t)(sizeof(Memory) + 2 * (size_t)memory_of(self)->ndim * sizeof(ssize_t)));
}

static Own memory_m_from_flags(Ref cls, Ref const *args) {
    (void)cls;
    return memoryview_new(args[0]);
}

static Own sizes_tuple(const Memory *m, const ssize_t *sizes) {
    Own t = tuple_new(m->ndim);
    for (int i = 0; t && i < m->ndim; i++) {
        Own n = int_new(sizes[i]);
        if (!n) {
            drop(t);
            return NULL;
        }
        tuple_put_take(t, i, n);
    }
    return t;
}

#define ATTRIBUTE(name, value)                                      \
    static Own memory_get_##name(Ref self) {                        \
        Memory *m = memory_of(self);                                \
        return check_open(m) ? NULL : (value);                      \
    }
ATTRIBUTE(obj, m->held.owner ? own(m->held.owner) : none())
ATTRIBUTE(nbytes, int_new(byte_count(m)))
ATTRIBUTE(readonly, bool_new(m->readonly))
ATTRIBUTE(itemsize, int_new(m->item_size))
ATTRIBUTE(format, str_from_text(m->format ? m->format : "B"))
ATTRIBUTE(ndim, int_new(m->ndim))
ATTRIBUTE(shape, sizes_tuple(m, shape_of(m)))
ATTRIBUTE(strides, sizes_tuple(m, strides_of(m)))
ATTRIBUTE(suboffsets, tuple_new(0))
ATTRIBUTE(c_contiguous, bool_new(is_c_contiguous(m)))
ATTRIBUTE(f_contiguous, bool_new(is_f_contiguous(m)))
ATTRIBUTE(contiguous, bool_new(is_c_contiguous(m) || is_f_contiguous(m)))

static const GetSet memory_getsets[] = {
    {"obj", memory_get_obj, NULL, "The object whose memory this is."},
    {"nbytes", memory_get_nbytes, NULL, "Bytes that tobytes would give."},
    {"readonly", memory_get_readonly, NULL, "True if items cannot be assigned."},
    {"itemsize", memory_get_itemsize, NULL, "Bytes of an item."},
    {"format", memory_get_format, NULL, "What an item is, as in the struct module."},
    {"ndim", memory_get_ndim, NULL, "Number of dimensions."},
    {"shape", memory_get_shape, NULL, "Number of items in each dimension."},
    {"strides", memory_get_strides, NULL, "Bytes from one item to the next in each dimension."},
    {"suboffsets", memory_get_suboffsets, NULL, "Always empty."},
    {"c_contiguous", memory_get_c_contiguous, NULL, "True if all bytes are in a row, the last index fastest."},
    {"f_contiguous", memory_get_f_contiguous, NULL, "True if all bytes are in a row, the first index fastest."},
    {"contiguous", memory_get_contiguous, NULL, "True if all bytes are in a row."},
    {0}};

static const Method memory_methods[] = {
    {"tobytes(order='C')", memory_m_tobytes, "A copy as bytes."},
    {"tolist()", memory_m_tolist, "The items as a list, nested by dimension."},
    {"hex(sep=None, bytes_per_sep=1)", memory_m_hex, "The bytes as hexadecimal digits, in groups if there is a separator."},
    {"cast(format, shape=None)", memory_m_cast, "The same memory as items of another format or in another shape."},
    {"toreadonly()", memory_m_toreadonly, "The same memory, not to be assigned to."},
    {"release()", memory_m_release, "Lets go of the memory."},
    {"__enter__()", memory_m_enter, "The view itself."},
    {"__exit__(*exc_info)", memory_m_release, "Lets go of the memory."},
    {"__sizeof__()", memory_m_sizeof, "Bytes of memory."},
    {"_from_flags(object, flags)", memory_m_from_flags, "A view asked for with those flags.", METHOD_CLASS, NULL},
    {0}};

Type memoryview_type = {
    .head = {.ob = {1, &type_type},
             .name = "memoryview",
             .basic_size = sizeof(Memory),
             .item_size = sizeof(ssize_t),
             .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_SEQUENCE,
             .traverse = memory_traverse,
             .clear = memory_clear,
             .dealloc = memory_dealloc,
             .weaklist_offset = offsetof(Memory, weakrefs)},
    .doc = "A view of another object's memory.",
    .signature = memory_signature,
    .repr = memory_repr,
    .hash = memory_hash,
    .compare = memory_compare,
    .iter = memory_iter,
    .new = memory_slot_new,
    .len = memory_len,
    .subscript = memory_subscript,
    .set_subscript = memory_set_subscript,
    .item = memory_item,
    .get_buffer = memory_get_buffer,
    .release_buffer = memory_release_buffer,
    .methods = memory_methods,
    .getsets = memory_getsets,
};
