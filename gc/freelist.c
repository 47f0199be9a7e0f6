/* freelist.c: the lists themselves and switching them all on, off and empty. */
#include "gc/freelist.h"

#include "gc/config.h"

#define X(list_name, most, before) FreeList freelist_##list_name = {.limit = (most), .offset = (before), .name = #list_name};
FREE_LISTS_LIST(X)
#undef X
FreeList freelist_tuple[TUPLE_FREELISTS + 1];

#define X(list_name, most, before) &freelist_##list_name,
static FreeList *const single[] = {FREE_LISTS_LIST(X)};
#undef X
enum { SINGLE = sizeof single / sizeof *single, TUPLES_PARKED = 2000 };

int freelist_each(int (*f)(FreeList *list, void *arg), void *arg) {
    int stop = 0;
    for (size_t i = 0; i < SINGLE && !stop; i++) stop = f(single[i], arg);
    for (size_t i = 1; i <= TUPLE_FREELISTS && !stop; i++) stop = f(&freelist_tuple[i], arg);
    return stop;
}

static int empty(FreeList *f, void *arg) {
    (void)arg;
    while (f->top) mem_free((char *)freelist_pop(f) - f->offset);
    return 0;
}

static int set_max(FreeList *f, void *arg) {
    f->max = *(bool *)arg ? f->limit : 0;
    return 0;
}

void freelist_init(void) {
    for (size_t i = 1; i <= TUPLE_FREELISTS; i++)
        freelist_tuple[i] = (FreeList){.limit = TUPLES_PARKED, .offset = 16, .name = "tuple"};
    freelist_enable(true);
}

void freelist_clear_all(void) { freelist_each(empty, NULL); }

void freelist_enable(bool on) {
    on = on && FREE_LISTS;
    freelist_each(set_max, &on);
    if (!on) freelist_clear_all();
}
