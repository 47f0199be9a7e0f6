/* listmethods.c: the methods of list. */
#include "runtime/listmethods.h"

#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/simple.h"

static Own list_m_append(Ref self, Ref const *args) { return list_append(self, args[0]) < 0 ? NULL : none(); }

static Own list_m_extend(Ref self, Ref const *args) { return list_extend(self, args[0]) < 0 ? NULL : none(); }

static Own list_m_insert(Ref self, Ref const *args) {
    Own number = number_index(args[0]);
    if (!number) return NULL;
    ssize_t i = index_as_ssize(number);
    drop(number);
    if (i == -1 && err_set()) return NULL;
    return list_insert(self, i, args[1]) < 0 ? NULL : none();
}

static Own list_m_pop(Ref self, Ref const *args) {
    List *l = (List *)(uintptr_t)self;
    ssize_t i = -1;
    if (args[0]) {
        Own number = number_index(args[0]);
        if (!number) return NULL;
        i = index_as_ssize(number);
        drop(number);
        if (i == -1 && err_set()) return NULL;
    }
    if (l->size == 0) return raise_error(IndexError, "pop from empty list");
    if (i < 0) i += l->size;
    if ((size_t)i >= (size_t)l->size) return raise_error(IndexError, "pop index out of range");
    Own item = l->items[i];
    for (ssize_t k = i; k + 1 < l->size; k++) l->items[k] = l->items[k + 1];
    if (list_resize(l, l->size - 1) < 0) {
        err_clear(); /* could not shrink: stays as large as it was */
        l->size--;
    }
    return item;
}

static Own list_m_clear(Ref self, Ref const *args) {
    (void)args;
    list_clear((List *)(uintptr_t)self);
    return none();
}

static Own list_m_copy(Ref self, Ref const *args) {
    (void)args;
    return list_slice(self, 0, list_size(self));
}

static Own list_m_remove(Ref self, Ref const *args) {
    ssize_t at = items_find(self, args[0], 0, INTPTR_MAX, list_items_of);
    if (at == -1) return raise_error(ValueError, "list.remove(x): x not in list");
    return at < 0 || list_set_slice(self, at, at + 1, NULL) < 0 ? NULL : none();
}

static Own list_m_index(Ref self, Ref const *args) {
    ssize_t start, stop;
    if (sequence_bounds(args[1], args[2], &start, &stop) < 0) return NULL;
    clip_bounds(list_size(self), &start, &stop);
    ssize_t at = items_find(self, args[0], start, stop, list_items_of);
    if (at == -1) return raise_error(ValueError, "%R is not in list", args[0]);
    return at < 0 ? NULL : int_new(at);
}

static Own list_m_count(Ref self, Ref const *args) {
    ssize_t n = items_count(self, args[0], list_items_of);
    return n < 0 ? NULL : int_new(n);
}

static Own list_m_reverse(Ref self, Ref const *args) {
    (void)args;
    return list_reverse(self) < 0 ? NULL : none();
}

static Own list_m_sort(Ref self, Ref const *args) {
    int reverse = args[1] ? object_truth(args[1]) : 0;
    Ref key = args[0] == NONE ? NULL : args[0];
    return reverse < 0 || list_sort(self, key, reverse) < 0 ? NULL : none();
}

static Own list_m_reversed(Ref self, Ref const *args) {
    (void)args;
    return seq_iter_new(&list_reverse_iter_type, self);
}

static Own list_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    const List *l = (const List *)self;
    return int_new(self->type->head.basic_size + l->allocated * (ssize_t)sizeof(Object *));
}

const Method list_methods[] = {
    {"append(object, /)", list_m_append, "Append object to the end of the list."},
    {"clear()", list_m_clear, "Remove all items."},
    {"copy()", list_m_copy, "A new list with the same items."},
    {"count(value, /)", list_m_count, "How many items equal value."},
    {"extend(iterable, /)", list_m_extend, "Append all items of an iterable."},
    {"index(value, start=0, stop=sys.maxsize, /)", list_m_index, "Position of the first item equal to value; ValueError if there is none."},
    {"insert(index, object, /)", list_m_insert, "Insert object in front of the item at index."},
    {"pop(index=-1, /)", list_m_pop, "Remove and return the item at index."},
    {"remove(value, /)", list_m_remove, "Remove the first item equal to value; ValueError if there is none."},
    {"reverse()", list_m_reverse, "Reverse the order of the items in place."},
    {"sort(*, key=None, reverse=False)", list_m_sort, "Sort the items in place; equal ones keep their order."},
    {"__class_getitem__(object, /)", class_m_getitem, "See PEP 585.", METHOD_CLASS, NULL},
    {"__reversed__()", list_m_reversed, "An iterator from the last item to the first."},
    {"__sizeof__()", list_m_sizeof, "Bytes of the list with its slots."},
    {0}};
