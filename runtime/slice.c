/* slice.c: slice objects and the arithmetic of a[start:stop:step]. One parked slice serves most subscripts. */
#include "runtime/sequence.h"

#include "gc/freelist.h"
#include "runtime/err.h"
#include "runtime/simple.h"

Own slice_new(Ref start, Ref stop, Ref step) {
    Slice *s = freelist_pop(&freelist_slice);
    if (s) {
        GcHead *h = gc_head(&s->ob);
        h->next = h->prev = 0; /* a slice put on or taken from the free list does not count for the collector */
        s->ob.refcnt = 1;
        s->ob.type = &slice_type;
    } else {
        s = (Slice *)object_new_static(&slice_type, sizeof(Slice), true);
        if (!s) return raise_memory();
    }
    s->start = own(start ? start : NONE);
    s->stop = own(stop ? stop : NONE);
    s->step = own(step ? step : NONE);
    gc_track(&s->ob);
    return &s->ob;
}

static int slice_part(Ref o, ssize_t otherwise, ssize_t *out) {
    if (o == NONE) {
        *out = otherwise;
        return 0;
    }
    if (is_exact_int(o) && int_is_compact(o)) {
        *out = int_value(o);
        return 0;
    }
    if (!o->type->index) return raise_error(TypeError, "slice indices must be integers or None or have an __index__ method"), -1;
    return index_clipped(o, out);
}

static ssize_t clip_part(ssize_t i, ssize_t length, ssize_t low, ssize_t high) {
    if (i < 0) {
        i += length;
        return i < 0 ? low : i;
    }
    return i >= length ? high : i;
}

int slice_unpack(Ref slice, ssize_t *start, ssize_t *stop, ssize_t *step) {
    const Slice *s = (const Slice *)slice;
    if (slice_part(s->step, 1, step) < 0) return -1;
    if (*step == 0) return raise_error(ValueError, "slice step cannot be zero"), -1;
    if (*step < -INTPTR_MAX) *step = -INTPTR_MAX;
    bool back = *step < 0;
    return slice_part(s->start, back ? INTPTR_MAX : 0, start) < 0 || slice_part(s->stop, back ? INTPTR_MIN : INTPTR_MAX, stop) < 0 ? -1 : 0;
}

ssize_t slice_adjust(ssize_t length, ssize_t *start, ssize_t *stop, ssize_t step) {
    bool back = step < 0;
    *start = clip_part(*start, length, back ? -1 : 0, back ? length - 1 : length);
    *stop = clip_part(*stop, length, back ? -1 : 0, back ? length - 1 : length);
    if (back) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

int slice_indices(Ref slice, const ssize_t *length, ssize_t *start, ssize_t *stop, ssize_t *step, ssize_t *count) {
    if (slice_unpack(slice, start, stop, step) < 0) return -1;
    *count = slice_adjust(*length, start, stop, *step);
    return 0;
}

static void slice_dealloc(Object *self) {
    Slice *s = (Slice *)self;
    gc_untrack(self);
    if (trash_defer(self)) return;
    drop(s->step);
    drop(s->start);
    drop(s->stop);
    if (!freelist_push(&freelist_slice, self)) object_free_static(self, true);
    trash_end();
}

static int slice_traverse(Object *self, VisitFn visit, void *arg) {
    Slice *s = (Slice *)self;
    VISIT(s->start);
    VISIT(s->stop);
    VISIT(s->step);
    return 0;
}

static Own slice_repr(Ref self) {
    const Slice *s = (const Slice *)self;
    return format_text("slice(%R, %R, %R)", s->start, s->stop, s->step);
}

static Own as_tuple(Ref self) {
    const Slice *s = (const Slice *)self;
    return tuple_pack(3, (Ref)s->start, (Ref)s->stop, (Ref)s->step);
}

static Own slice_compare(Ref a, Ref b, CmpOp op) {
    if (a->type != &slice_type || b->type != &slice_type) return not_implemented();
    if (a == b) return bool_new(op == CMP_EQ || op == CMP_LE || op == CMP_GE);
    Own x = as_tuple(a), y = as_tuple(b), result = x && y ? object_compare(x, y, op) : NULL;
    drop_x(x);
    drop_x(y);
    return result;
}

static Hash slice_hash(Ref self) {
    Own t = as_tuple(self);
    if (!t) return -1;
    Hash h = object_hash(t);
    drop(t);
    return h;
}

static Own slice_type_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (args_range("slice", nargs, kwnames, 1, 3) < 0) return NULL;
    if (nargs == 1) return slice_new(NULL, args[0], NULL);
    return slice_new(args[0], args[1], nargs > 2 ? args[2] : NULL);
}

/* One bound of slice.indices(), on integers of any size: clipped between low and high. */
static Own big_part(Ref o, Ref length, Ref low, Ref high, Ref otherwise) {
    if (o == NONE) return own(otherwise);
    if (!o->type->index) return raise_error(TypeError, "slice indices must be integers or None or have an __index__ method");
    Own i = number_index(o);
    if (!i) return NULL;
    if (int_sign(i) < 0) {
        Own moved = int_binary(OP_ADD, i, length);
        drop(i);
        if (!moved) return NULL;
        i = moved;
    }
    Ref limit = int_compare(i, low) < 0 ? low : int_compare(i, high) > 0 ? high : NULL;
    if (limit) {
        drop(i);
        return own(limit);
    }
    return i;
}

static Own slice_m_indices(Ref self, Ref const *args) {
    const Slice *s = (const Slice *)self;
    Own length = number_index(args[0]), step = NULL, start = NULL, stop = NULL, low = NULL, high = NULL, result = NULL;
    if (!length) return NULL;
    if (int_sign(length) < 0) {
        raise_error(ValueError, "length should not be negative");
        goto done;
    }
    if (s->step != NONE && !s->step->type->index) {
        raise_error(TypeError, "slice indices must be integers or None or have an __index__ method");
        goto done;
    }
    step = s->step == NONE ? int_new(1) : number_index(s->step);
    if (!step) goto done;
    if (int_is_zero(step)) {
        raise_error(ValueError, "slice step cannot be zero");
        goto done;
    }
    bool back = int_sign(step) < 0;
    Own minus = int_new(-1);
    low = int_new(back ? -1 : 0);
    high = back && minus ? int_binary(OP_ADD, length, minus) : own(length);
    drop_x(minus);
    if (!low || !high) goto done;
    start = big_part(s->start, length, low, high, back ? high : low);
    stop = start ? big_part(s->stop, length, low, high, back ? low : high) : NULL;
    if (stop) result = tuple_pack(3, (Ref)start, (Ref)stop, (Ref)step);
done:
    drop(length);
    drop_x(step);
    drop_x(start);
    drop_x(stop);
    drop_x(low);
    drop_x(high);
    return result;
}

static Own slice_m_reduce(Ref self, Ref const *args) {
    (void)args;
    Own parts = as_tuple(self);
    if (!parts) return NULL;
    Own result = tuple_pack(2, (Ref)&slice_type, (Ref)parts);
    drop(parts);
    return result;
}

static const Method slice_methods[] = {
    {"indices(len, /)", slice_m_indices, "(start, stop, step) as they apply to a sequence of that length."},
    {"__reduce__()", slice_m_reduce, "How to make a copy."},
    {0}};
static const Member slice_members[] = {
    {"start", MEMBER_OBJECT, offsetof(Slice, start), true, NULL},
    {"stop", MEMBER_OBJECT, offsetof(Slice, stop), true, NULL},
    {"step", MEMBER_OBJECT, offsetof(Slice, step), true, NULL},
    {0}};

Type slice_type = {
    .head = {.ob = {1, &type_type}, .name = "slice", .basic_size = sizeof(Slice), .flags = TYPE_GC, .traverse = slice_traverse,
             .dealloc = slice_dealloc},
    .doc = "slice(stop) or slice(start, stop[, step]): what stands between the brackets of a[start:stop:step].",
    .repr = slice_repr,
    .hash = slice_hash,
    .compare = slice_compare,
    .new = slice_type_new,
    .methods = slice_methods,
    .members = slice_members,
};
