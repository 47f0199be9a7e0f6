/* cell.c: cells: a variable that a function shares with the functions inside it. */
#include "gc/freelist.h"
#include "runtime/err.h"
#include "runtime/simple.h"

static inline Cell *as_cell(Ref o) { return (Cell *)(uintptr_t)o; }

Own cell_new(Ref value) {
    Cell *c = freelist_pop(&freelist_cell);
    if (LIKELY(c != NULL)) {
        gc_born(&c->ob);
        c->ob.refcnt = 1;
        c->ob.type = &cell_type;
    } else if (!(c = (Cell *)object_new_static(&cell_type, sizeof(Cell), true))) {
        return raise_memory();
    }
    c->value = own_x(value);
    gc_track(&c->ob);
    return &c->ob;
}

static int cell_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(as_cell(self)->value);
    return 0;
}

static int cell_clear(Object *self) {
    CLEAR(as_cell(self)->value);
    return 0;
}

static void cell_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    drop_x(as_cell(self)->value);
    if (freelist_push(&freelist_cell, self)) gc_died(self);
    else object_free_static(self, true);
    trash_end();
}

static Own cell_repr(Ref self) {
    Ref value = as_cell(self)->value;
    void *here = (void *)(uintptr_t)self;
    if (!value) return format_text("<cell at %p: empty>", here);
    return format_text("<cell at %p: %T object at %p>", here, value, (void *)(uintptr_t)value);
}

/* By contents; an empty cell is less than any other. */
static Own cell_compare(Ref a, Ref b, CmpOp op) {
    if (a->type != &cell_type || b->type != &cell_type) return not_implemented();
    Own x = own_x(as_cell(a)->value), y = own_x(as_cell(b)->value), result;
    if (x && y) {
        result = object_compare(x, y, op);
    } else {
        int sign = (x != NULL) - (y != NULL);
        bool answer[] = {sign < 0, sign <= 0, sign == 0, sign != 0, sign > 0, sign >= 0};
        result = bool_new(answer[op]);
    }
    drop_x(x);
    drop_x(y);
    return result;
}

static Own cell_make(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (kwnames && tuple_size(kwnames)) return raise_error(TypeError, "cell() takes no keyword arguments");
    if (args_range("cell", nargs, NULL, 0, 1)) return NULL;
    return cell_new(nargs ? args[0] : NULL);
}

static Own get_contents(Ref self) {
    Ref value = as_cell(self)->value;
    return value ? own(value) : raise_error(ValueError, "Cell is empty");
}

static int set_contents(Ref self, Ref value) {
    obj_set(&as_cell(self)->value, own_x(value));
    return 0;
}

static const GetSet cell_getsets[] = {{"cell_contents", get_contents, set_contents, NULL}, {0}};

Type cell_type = {
    .head = {.ob = {1, &type_type},
             .name = "cell",
             .basic_size = sizeof(Cell),
             .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = cell_traverse,
             .clear = cell_clear,
             .dealloc = cell_dealloc},
    .doc = "A variable shared by functions that are nested.",
    .repr = cell_repr,
    .compare = cell_compare,
    .new = cell_make,
    .getsets = cell_getsets,
};
