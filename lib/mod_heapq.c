/* mod_heapq.c: the module _heapq: lists as binary heaps: an item is not greater than the two at 2 * i + 1 and 2 * i + 2, so that the first is the
 * least; in the functions of `_max` the other way round.
 *
 * To put an item in place of the first, the smaller child goes up at each level, down to a leaf, and from there the item climbs to where it
 * belongs: it mostly is a large one, which saves comparisons. A comparison may do anything to the list; a change of its size is an error. */
#include "lib/modules.h"
#include "lib/ordering.h"
#include "runtime/err.h"
#include "runtime/listmethods.h"

static inline List *as_list(Ref o) { return (List *)(uintptr_t)o; }

/* Does a belong above b? */
static inline int above(Ref a, Ref b, bool max) { return max ? less_than(b, a) : less_than(a, b); }

static int size_changed(void) { return raise_error(RuntimeError, "list changed size during iteration"), -1; }

static inline void swap(List *l, ssize_t i, ssize_t j) {
    Object *o = l->items[i];
    l->items[i] = l->items[j];
    l->items[j] = o;
}

/* The item at pos climbs, at most to `top`. */
static int climb(List *l, ssize_t top, ssize_t pos, bool max) {
    ssize_t n = l->size;
    if (pos >= n) return raise_error(IndexError, "index out of range"), -1;
    while (pos > top) {
        ssize_t parent = (pos - 1) >> 1;
        int up = above(l->items[pos], l->items[parent], max);
        if (up < 0) return -1;
        if (n != l->size) return size_changed();
        if (!up) break;
        swap(l, pos, parent);
        pos = parent;
    }
    return 0;
}

/* The item at pos goes down to where it belongs. */
static int settle(List *l, ssize_t pos, bool max) {
    ssize_t n = l->size, start = pos;
    if (pos >= n) return raise_error(IndexError, "index out of range"), -1;
    while (pos < n >> 1) {
        ssize_t child = 2 * pos + 1;
        if (child + 1 < n) {
            int first = above(l->items[child], l->items[child + 1], max);
            if (first < 0) return -1;
            if (n != l->size) return size_changed();
            child += !first;
        }
        swap(l, pos, child);
        pos = child;
    }
    return climb(l, start, pos, max);
}

static int check_list(const char *name, Ref o, const char *which) {
    return is_list(o) ? 0 : (raise_error(TypeError, "%s() argument%s must be list, not %T", name, which, o), -1);
}

static Own pop(const char *name, Ref heap, bool max) {
    if (check_list(name, heap, "") < 0) return NULL;
    List *l = as_list(heap);
    ssize_t n = l->size;
    if (n == 0) return raise_error(IndexError, "index out of range");
    Own last = own(l->items[n - 1]);
    if (list_set_slice(heap, n - 1, n, NULL) < 0) {
        drop(last);
        return NULL;
    }
    if (l->size == 0) return last;
    Own first = l->items[0];
    l->items[0] = last;
    if (settle(l, 0, max) < 0) {
        drop(first);
        return NULL;
    }
    return first;
}

static Own replace(const char *name, Ref heap, Ref item, bool max) {
    if (check_list(name, heap, " 1") < 0) return NULL;
    List *l = as_list(heap);
    if (l->size == 0) return raise_error(IndexError, "index out of range");
    Own first = l->items[0];
    l->items[0] = own(item);
    if (settle(l, 0, max) == 0) return first;
    drop(first);
    return NULL;
}

static Own heapify(const char *name, Ref heap, bool max) {
    if (check_list(name, heap, "") < 0) return NULL;
    List *l = as_list(heap);
    for (ssize_t i = (l->size >> 1) - 1; i >= 0; i--)
        if (settle(l, i, max) < 0) return NULL;
    return none();
}

static Own heapq_m_push(Ref self, Ref const *args) {
    (void)self;
    if (check_list("heappush", args[0], " 1") < 0 || list_append(args[0], args[1]) < 0) return NULL;
    return climb(as_list(args[0]), 0, list_size(args[0]) - 1, false) < 0 ? NULL : none();
}
static Own heapq_m_pushpop(Ref self, Ref const *args) {
    (void)self;
    if (check_list("heappushpop", args[0], " 1") < 0) return NULL;
    if (list_size(args[0]) == 0) return own(args[1]);
    int less = less_than(list_item(args[0], 0), args[1]);
    if (less <= 0) return less < 0 ? NULL : own(args[1]);
    return replace("heappushpop", args[0], args[1], false);
}
static Own heapq_m_pop(Ref self, Ref const *args) { return (void)self, pop("heappop", args[0], false); }
static Own heapq_m_pop_max(Ref self, Ref const *args) { return (void)self, pop("_heappop_max", args[0], true); }
static Own heapq_m_replace(Ref self, Ref const *args) { return (void)self, replace("heapreplace", args[0], args[1], false); }
static Own heapq_m_replace_max(Ref self, Ref const *args) { return (void)self, replace("_heapreplace_max", args[0], args[1], true); }
static Own heapq_m_heapify(Ref self, Ref const *args) { return (void)self, heapify("heapify", args[0], false); }
static Own heapq_m_heapify_max(Ref self, Ref const *args) { return (void)self, heapify("_heapify_max", args[0], true); }

static const Method heapq_methods[] = {
    {"heappush(heap, item, /)", heapq_m_push, "Put an item in."},
    {"heappushpop(heap, item, /)", heapq_m_pushpop, "Put an item in, then take the least out."},
    {"heappop(heap, /)", heapq_m_pop, "Take the least item out."},
    {"heapreplace(heap, item, /)", heapq_m_replace, "Take the least item out, then put this one in."},
    {"heapify(heap, /)", heapq_m_heapify, "Make a list a heap."},
    {"_heappop_max(heap, /)", heapq_m_pop_max, "heappop for a heap with the greatest item first."},
    {"_heapreplace_max(heap, item, /)", heapq_m_replace_max, "heapreplace for a heap with the greatest item first."},
    {"_heapify_max(heap, /)", heapq_m_heapify_max, "Make a list a heap with the greatest item first."},
    {0}};

Own mod__heapq_init(void) { return modules_new("_heapq", heapq_methods); }
