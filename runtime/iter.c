/* iter.c: the iteration protocol, and the iterators over sequences: list, tuple, str, reversed list, anything with __getitem__, and
 * iter(callable, sentinel). An exhausted iterator lets go of its sequence and stays exhausted; that over a reversed list keeps it. */
#include "gc/freelist.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/sequence.h"
#include "runtime/simple.h"
#include "runtime/str.h"

Own object_iter(Ref o) {
    Type *t = o->type;
    if (LIKELY(t->iter != NULL)) {
        Own it = t->iter(o);
        if (it && UNLIKELY(!it->type->next)) {
            raise_error(TypeError, "iter() returned non-iterator of type '%T'", it);
            drop(it);
            return NULL;
        }
        return it;
    }
    if (t->item || (t->subscript && !is_dict(o))) return seq_iter_new(&seq_iter_type, o);
    return raise_error(TypeError, "'%T' object is not iterable", o);
}

ssize_t object_length_hint(Ref o, ssize_t otherwise) {
    if (o->type->len) {
        ssize_t n = o->type->len(o);
        if (n >= 0) return n;
        if (!err_matches(TypeError)) return -1;
        err_clear();
    }
    Own value = NULL;
    int found = object_call_special(o, NAME_OF(dunder_length_hint), 0, NULL, &value);
    if (found < 0) {
        if (!err_matches(TypeError)) return -1;
        err_clear();
        return otherwise;
    }
    if (!found) return otherwise;
    if (value == NOT_IMPLEMENTED) {
        drop(value);
        return otherwise;
    }
    ssize_t n = -1;
    if (!is_int(value)) raise_error(TypeError, "__length_hint__ must be an integer, not %T", value);
    else if ((n = index_as_ssize(value)) < 0 && !err_set()) raise_error(ValueError, "__length_hint__() should return >= 0");
    drop(value);
    return n < 0 ? -1 : n;
}

/* --- iterators with an index --- */

static FreeList *parking(const Type *kind) {
    return kind == &list_iter_type ? &freelist_list_iter : kind == &tuple_iter_type ? &freelist_tuple_iter : NULL;
}

Own seq_iter_new(Type *kind, Ref seq) {
    FreeList *free_list = parking(kind);
    SeqIter *it = free_list ? freelist_pop(free_list) : NULL;
    if (it) {
        it->ob.refcnt = 1;
        it->ob.type = kind;
        gc_born(&it->ob);
    } else {
        it = (SeqIter *)object_new_static(kind, sizeof(SeqIter), true);
        if (!it) return raise_memory();
    }
    it->index = kind == &list_reverse_iter_type ? list_size(seq) - 1 : 0;
    it->seq = own(seq);
    gc_track(&it->ob);
    return &it->ob;
}

static void seq_iter_dealloc(Object *self) {
    SeqIter *it = (SeqIter *)self;
    gc_untrack(self);
    if (trash_defer(self)) return;
    drop_x(it->seq);
    FreeList *free_list = parking(self->type);
    if (free_list && freelist_push(free_list, self)) gc_died(self);
    else object_free_static(self, true);
    trash_end();
}

static int seq_iter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((SeqIter *)self)->seq);
    return 0;
}

static SeqIter *iter_of(Ref self) { return (SeqIter *)(uintptr_t)self; }

static int exhausted(SeqIter *it) {
    CLEAR(it->seq);
    return 0;
}

static int list_iter_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    const List *l = (const List *)it->seq;
    if (!l || UNLIKELY(it->index < 0)) return 0; /* __setstate__(-1) */
    if (it->index >= l->size) return exhausted(it);
    *out = own(l->items[it->index++]);
    return 1;
}

static int tuple_iter_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    if (!it->seq) return 0;
    if (it->index >= tuple_size(it->seq)) return exhausted(it);
    *out = own(tuple_item(it->seq, it->index++));
    return 1;
}

static int str_ascii_iter_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    if (!it->seq) return 0;
    if (it->index >= str_len(it->seq)) return exhausted(it);
    *out = own(str_chars[((const uint8_t *)str_data(it->seq))[it->index++]]);
    return 1;
}

static int str_iter_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    if (!it->seq) return 0;
    if (it->index >= str_len(it->seq)) return exhausted(it);
    uint32_t c = str_char(it->seq, it->index++);
    *out = c < 256 ? own(str_chars[c]) : str_from_char(c);
    return *out ? 1 : -1;
}

static int list_reverse_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    const List *l = (const List *)it->seq;
    if (it->index < 0) return 0; /* keeps the list: __setstate__ may go back */
    if (it->index >= l->size) {
        it->index = -1;
        return 0;
    }
    *out = own(l->items[it->index--]);
    return 1;
}

/* o[0], o[1], ... until IndexError. */
static int generic_next(Ref self, Own *out) {
    SeqIter *it = iter_of(self);
    if (!it->seq) return 0;
    if (it->index == INTPTR_MAX) return raise_error(OverflowError, "iter index too large"), -1;
    Own seq = own(it->seq), item = NULL;
    if (seq->type->item) {
        item = seq->type->item(seq, it->index);
    } else {
        Own i = int_new(it->index);
        item = i ? object_subscript(seq, i) : NULL;
        drop_x(i);
    }
    drop(seq);
    if (item) {
        it->index++;
        *out = item;
        return 1;
    }
    if (!err_matches(IndexError) && !err_matches(StopIteration)) return -1;
    err_clear();
    return exhausted(it);
}

static Own self_iter(Ref self) { return own(self); }

static Own seq_iter_m_hint(Ref self, Ref const *args) {
    (void)args;
    const SeqIter *it = (const SeqIter *)self;
    if (!it->seq || it->index < 0) return int_new(0);
    if (self->type == &list_reverse_iter_type) return int_new(it->index + 1 <= list_size(it->seq) ? it->index + 1 : 0);
    if (self->type == &seq_iter_type && !it->seq->type->len) return not_implemented();
    ssize_t n = object_len(it->seq);
    if (n < 0) return NULL;
    return int_new(n > it->index ? n - it->index : 0);
}

/* What an exhausted iterator of that kind could be over. */
static Own empty_like(const Type *kind) {
    if (kind == &list_iter_type || kind == &list_reverse_iter_type) return list_new(0);
    return kind == &str_iter_type || kind == &str_ascii_iter_type ? own((Ref)str_empty) : tuple_new(0);
}

/* How to make the iterator again: (iter, (sequence,), index). */
static Own seq_iter_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const SeqIter *it = (const SeqIter *)self;
    bool back = self->type == &list_reverse_iter_type;
    Own name = str_interned(back ? "reversed" : "iter"), function = NULL, result = NULL;
    if (!name || dict_get((Ref)rt.builtins, name, &function) <= 0) goto done;
    bool over = !it->seq || it->index < 0;
    Own empty = over ? empty_like(self->type) : NULL;
    if (over && !empty) goto done;
    Own inner = tuple_pack(1, over ? (Ref)empty : (Ref)it->seq), index = over ? NULL : int_new(it->index);
    if (inner && index) result = tuple_pack(3, (Ref)function, (Ref)inner, (Ref)index);
    else if (inner && over) result = tuple_pack(2, (Ref)function, (Ref)inner);
    drop_x(empty);
    drop_x(inner);
    drop_x(index);
done:
    drop_x(name);
    drop_x(function);
    return result;
}

static Own seq_iter_m_setstate(Ref self, Ref const *args) {
    SeqIter *it = iter_of(self);
    ssize_t i = index_as_ssize(args[0]);
    if (i == -1 && err_set()) return NULL;
    ssize_t n = it->seq && self->type != &seq_iter_type ? object_len(it->seq) : INTPTR_MAX;
    bool back = self->type == &list_reverse_iter_type;
    ssize_t least = back || self->type == &list_iter_type ? -1 : 0;
    it->index = i < least ? least : i > n - back ? n - back : i;
    return none();
}

static const Method seq_iter_methods[] = {
    {"__length_hint__()", seq_iter_m_hint, "How many items are left."},
    {"__reduce__()", seq_iter_m_reduce, "How to make a copy."},
    {"__setstate__(state, /)", seq_iter_m_setstate, "Go to a position."},
    {0}};

#define SEQ_ITER(c_name, text, next_fn)                                                                                              \
    Type c_name = {                                                                                                                  \
        .head = {.ob = {1, &type_type}, .name = text, .basic_size = sizeof(SeqIter), .flags = TYPE_GC | TYPE_NO_NEW,                 \
                 .traverse = seq_iter_traverse, .dealloc = seq_iter_dealloc},                                                        \
        .iter = self_iter, .next = next_fn, .methods = seq_iter_methods,                                                             \
    }
SEQ_ITER(list_iter_type, "list_iterator", list_iter_next);
SEQ_ITER(tuple_iter_type, "tuple_iterator", tuple_iter_next);
SEQ_ITER(str_iter_type, "str_iterator", str_iter_next);
SEQ_ITER(str_ascii_iter_type, "str_ascii_iterator", str_ascii_iter_next);
SEQ_ITER(list_reverse_iter_type, "list_reverseiterator", list_reverse_next);
SEQ_ITER(seq_iter_type, "iterator", generic_next);

/* --- iter(callable, sentinel) --- */

typedef struct CallableIter {
    Object ob;
    Object *callable, *sentinel; /* NULL: exhausted */
} CallableIter;

Own callable_iter_new(Ref callable, Ref sentinel) {
    Own o = object_new_static(&callable_iter_type, sizeof(CallableIter), true);
    if (!o) return raise_memory();
    ((CallableIter *)o)->callable = own(callable);
    ((CallableIter *)o)->sentinel = own(sentinel);
    gc_track(o);
    return o;
}

static int callable_iter_clear(Object *self) {
    CLEAR(((CallableIter *)self)->callable);
    CLEAR(((CallableIter *)self)->sentinel);
    return 0;
}

static void callable_iter_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    callable_iter_clear(self);
    object_free_static(self, true);
    trash_end();
}

static int callable_iter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((CallableIter *)self)->callable);
    VISIT(((CallableIter *)self)->sentinel);
    return 0;
}

static int callable_iter_next(Ref self, Own *out) {
    CallableIter *it = (CallableIter *)(uintptr_t)self;
    if (!it->callable) return 0;
    Own callable = own(it->callable), value = object_call0(callable);
    drop(callable);
    if (!value) {
        if (!err_matches(StopIteration)) return -1;
        err_clear();
        callable_iter_clear((Object *)it);
        return 0;
    }
    int done = it->sentinel ? object_compare_bool(it->sentinel, value, CMP_EQ) : 1;
    if (done == 0) {
        *out = value;
        return 1;
    }
    drop(value);
    if (done > 0) callable_iter_clear((Object *)it);
    return done < 0 ? -1 : 0;
}

Type callable_iter_type = {
    .head = {.ob = {1, &type_type}, .name = "callable_iterator", .basic_size = sizeof(CallableIter), .flags = TYPE_GC | TYPE_NO_NEW,
             .traverse = callable_iter_traverse, .clear = callable_iter_clear, .dealloc = callable_iter_dealloc},
    .iter = self_iter,
    .next = callable_iter_next,
};
