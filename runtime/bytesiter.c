/* bytesiter.c: iterators over bytes, bytearray and memoryview: SeqIter objects whose items are made on the way. */
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/simple.h"

static SeqIter *iter_of(Ref o) { return (SeqIter *)(uintptr_t)o; }

static void iter_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    drop_x(iter_of(self)->seq);
    object_free_static(self, true);
    trash_end();
}

static int iter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(iter_of(self)->seq);
    return 0;
}

static int finished(SeqIter *it) {
    CLEAR(it->seq);
    return 0;
}

static int bytes_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    if (!it->seq) return 0;
    if (it->index >= bytes_size(it->seq)) return finished(it);
    *out = int_new((uint8_t)bytes_data(it->seq)[it->index++]);
    return 1;
}

static int bytearray_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    if (!it->seq) return 0;
    if (it->index >= ((const ByteArray *)it->seq)->size) return finished(it);
    *out = int_new((uint8_t)bytearray_data(it->seq)[it->index++]);
    return 1;
}

static int memory_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    if (!it->seq) return 0;
    ssize_t n = object_len(it->seq);
    if (n < 0) return -1;
    if (it->index >= n) return finished(it);
    *out = it->seq->type->item(it->seq, it->index++);
    return *out ? 1 : -1;
}

static Own iter_self(Ref self) { return own(self); }

static Own iter_m_length_hint(Ref self, Ref const *args) {
    (void)args;
    SeqIter *it = iter_of(self);
    ssize_t n = it->seq ? object_len(it->seq) : 0;
    if (n < 0) return NULL;
    return int_new(n > it->index && it->seq ? n - it->index : 0);
}

/* How to make the iterator again: (iter, (sequence,), index), or (iter, ((),)) when it is exhausted. */
static Own iter_m_reduce(Ref self, Ref const *args) {
    (void)args;
    SeqIter *it = iter_of(self);
    Own name = str_interned("iter"), function = NULL, result = NULL;
    int found = name ? dict_get((Ref)rt.builtins, name, &function) : -1;
    Own none_left = tuple_new(0), index = int_new(it->index);
    Own inner = none_left ? tuple_pack(1, it->seq ? (Ref)it->seq : (Ref)none_left) : NULL;
    if (found == 1 && inner && index) result = tuple_pack(it->seq ? 3 : 2, (Ref)function, (Ref)inner, (Ref)index);
    else if (found == 0) raise_error(AttributeError, "iter");
    drop_x(name);
    drop_x(function);
    drop_x(none_left);
    drop_x(index);
    drop_x(inner);
    return result;
}

static Own iter_m_setstate(Ref self, Ref const *args) {
    SeqIter *it = iter_of(self);
    ssize_t i = index_as_ssize(args[0]);
    if (i == -1 && err_set()) return NULL;
    ssize_t n = it->seq ? object_len(it->seq) : 0;
    if (n < 0) return NULL;
    if (it->seq) it->index = i < 0 ? 0 : i > n ? n : i;
    return none();
}

static const Method iter_methods[] = {
    {"__length_hint__()", iter_m_length_hint, "Number of items left."},
    {"__reduce__()", iter_m_reduce, "What a copy is made from."},
    {"__setstate__(state, /)", iter_m_setstate, "Goes to an index."},
    {0}};

#define ITER_TYPE(c_name, python_name, next_fn)                                                                                    \
    Type c_name = {                                                                                                                \
        .head = {.ob = {1, &type_type}, .name = python_name, .basic_size = sizeof(SeqIter),                                        \
                 .flags = TYPE_GC | TYPE_IMMUTABLE | TYPE_NO_NEW, .traverse = iter_traverse, .dealloc = iter_dealloc},             \
        .iter = iter_self, .next = next_fn, .methods = iter_methods}
ITER_TYPE(bytes_iter_type, "bytes_iterator", bytes_next);
ITER_TYPE(bytearray_iter_type, "bytearray_iterator", bytearray_next);
ITER_TYPE(memory_iter_type, "memory_iterator", memory_next);
