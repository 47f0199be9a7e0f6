/* slotupdate.c: which function each slot of a class holds.
 *
 * A new class starts with the slots of its base. For every special method that its own dict defines (or, with several bases, for all) the slot is
 * worked out anew from what the MRO says now: if all methods of the slot are found to be wrappers of one and the same built-in slot, that
 * slot is taken as it is, so that a subclass of list is as fast as list; otherwise the function from slots.def, which calls Python.
 * Setting an attribute of a class does the same for that name, in the class and below. */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/slots.h"
#include "runtime/typebuild.h"

enum {
    FIRST_SLOT = offsetof(Type, repr),
    SIGNATURE_SLOT = offsetof(Type, signature), /* among the slots, but not one */
    END_OF_SLOTS = offsetof(Type, release_buffer) + sizeof(SlotFn),
};

/* --- rows by name --- */

/* Rows of a name, chained: names are interned, and a row's number + 1 fits a byte. */
enum { NAME_TABLE = 256 };
static struct {
    const Object *key; /* one of the names: tells whether the table is of this life of the runtime */
    uint8_t first[NAME_TABLE], next[128];
} rows_by_name;

static size_t name_hash(Ref name) { return ((uintptr_t)name >> 4 ^ (uintptr_t)name >> 12) % NAME_TABLE; }

static void index_rows(void) {
    memset(&rows_by_name, 0, sizeof rows_by_name);
    CHECK(slot_rows_count < sizeof rows_by_name.next);
    for (size_t i = slot_rows_count; i-- > 0;) {
        size_t h = name_hash(names[slot_rows[i].name]);
        rows_by_name.next[i] = rows_by_name.first[h];
        rows_by_name.first[h] = (uint8_t)(i + 1);
    }
    rows_by_name.key = names[NAME_dunder_init];
}

/* The first row with this name, or the next one after `i`; slot_rows_count: none. Start with i = slot_rows_count. */
static size_t row_of_name(Ref name, size_t i) {
    if (rows_by_name.key != names[NAME_dunder_init]) index_rows();
    size_t at = i == slot_rows_count ? rows_by_name.first[name_hash(name)] : rows_by_name.next[i];
    while (at && names[slot_rows[at - 1].name] != name) at = rows_by_name.next[at - 1];
    return at ? at - 1 : slot_rows_count;
}

/* --- working out one slot --- */

typedef struct Choice {
    SlotFn builtin; /* the built-in slot found so far */
    SlotFn python;  /* the function that calls Python */
    bool mixed;     /* Python is needed */
} Choice;

static void choose_builtin(Choice *c, SlotFn function) {
    if (c->builtin && c->builtin != function) c->mixed = true;
    else c->builtin = function;
}

/* The slot of the built-in type that owns what was found, if it stands for just that slot. */
static SlotFn builtin_slot(const Type *t, const SlotRow *row, Ref found) {
    if (found->type == &wrapper_descr_type) {
        const WrapperDescr *w = (const WrapperDescr *)found;
        if (w->row == row && type_is_subtype(t, w->owner)) return w->function;
    } else if (found->type == &method_descr_type) { /* list.__getitem__: a method beside the slot */
        const MethodDescr *d = (const MethodDescr *)found;
        if (d->name == names[row->name] && (d->def->flags & METHOD_COEXIST) && type_is_subtype(t, d->owner))
            return *slot_field(d->owner, row->offset);
    } else if (row->name == NAME_dunder_new) {
        const Type *owner = new_wrapper_type(found);
        if (owner && type_is_subtype(t, owner)) return (SlotFn)owner->new;
    } else if (row->name == NAME_dunder_hash && found == NONE) {
        return (SlotFn)hash_not_implemented;
    }
    return NULL;
}

/* A wrapper of the other slot with that name: concat's __add__ says nothing about the number slot. */
static bool of_another_slot(const SlotRow *row, Ref found) {
    return found->type == &wrapper_descr_type && ((const WrapperDescr *)found)->row->name == row->name &&
           ((const WrapperDescr *)found)->row->offset != row->offset;
}

static void update_slot(Type *t, uint16_t offset, size_t row) {
    Choice c = {0};
    while (row > 0 && slot_rows[row - 1].offset == offset) row--;
    for (; row < slot_rows_count && slot_rows[row].offset == offset; row++) {
        const SlotRow *r = &slot_rows[row];
        Ref found = type_lookup(t, names[r->name]);
        if (!found || of_another_slot(r, found)) continue;
        SlotFn function = builtin_slot(t, r, found);
        if (function) choose_builtin(&c, function);
        else c.mixed = true;
        if (r->function && (!function || !c.python)) c.python = r->function;
    }
    *slot_field(t, offset) = c.mixed ? c.python : c.builtin;
}

static void update_name(Type *t, Ref name) {
    for (size_t i = row_of_name(name, slot_rows_count); i < slot_rows_count; i = row_of_name(name, i)) update_slot(t, slot_rows[i].offset, i);
}

static void update_all(Type *t) {
    for (size_t i = 0; i < slot_rows_count; i++)
        if (i == 0 || slot_rows[i].offset != slot_rows[i - 1].offset) update_slot(t, slot_rows[i].offset, i);
}

void slot_update(Type *t, Ref name) {
    if (!name) update_all(t);
    else update_name(t, name);
}

/* --- new classes --- */

/* Only the class itself comes before the MRO of its base. */
static bool extends_mro(const Type *t) {
    Ref mine = (Ref)t->mro, theirs = (Ref)t->base->mro;
    return tuple_size((Ref)t->bases) == 1 && tuple_size(mine) == tuple_size(theirs) + 1 && tuple_item(mine, 0) == (Ref)t &&
           memcmp(tuple_items(mine) + 1, tuple_items(theirs), (size_t)tuple_size(theirs) * sizeof(Object *)) == 0;
}

void slot_fill(Type *t) {
    ssize_t pos = 0;
    Ref key, value;
    Hash hash;
    memcpy((char *)t + FIRST_SLOT, (const char *)t->base + FIRST_SLOT, END_OF_SLOTS - FIRST_SLOT);
    t->signature = NULL;
    t->head.finalize = t->base->head.finalize;
    if (!extends_mro(t)) {
        update_all(t);
        return;
    }
    while (dict_next((Ref)t->dict, &pos, &key, &value, &hash))
        if (is_exact_str(key)) update_name(t, key);
}

/* --- built-in types --- */

static void inherit_head(Type *t, const Type *base) {
    TypeHead *mine = &t->head;
    const TypeHead *theirs = &base->head;
    const uint32_t kinds = TYPE_IS_INT | TYPE_IS_LIST | TYPE_IS_TUPLE | TYPE_IS_BYTES | TYPE_IS_STR | TYPE_IS_DICT | TYPE_IS_EXCEPTION | TYPE_IS_TYPE;
    mine->flags |= theirs->flags & (kinds | TYPE_SEQUENCE | TYPE_MAPPING);
    if (!mine->basic_size) mine->basic_size = theirs->basic_size;
    if (!mine->item_size) mine->item_size = theirs->item_size;
    if ((theirs->flags & TYPE_GC) && !(mine->flags & TYPE_GC) && !mine->traverse) {
        mine->flags |= TYPE_GC;
        mine->traverse = theirs->traverse;
        mine->clear = theirs->clear;
    }
    if (!mine->dealloc) mine->dealloc = theirs->dealloc;
    if (!mine->finalize) mine->finalize = theirs->finalize;
    if (!mine->weaklist_offset) mine->weaklist_offset = theirs->weaklist_offset;
    if (!t->dict_offset) t->dict_offset = base->dict_offset;
}

void slot_inherit(Type *t, const Type *base) {
    bool comparable = t->compare != NULL, hashable = t->hash != NULL, make = t->new == NULL && base == &object_type;
    inherit_head(t, base);
    for (size_t offset = FIRST_SLOT; offset < END_OF_SLOTS; offset += sizeof(SlotFn))
        if (offset != SIGNATURE_SLOT && !*slot_field(t, offset)) *slot_field(t, offset) = *slot_field(base, offset);
    if (comparable && !hashable) t->hash = hash_not_implemented;
    if (make || type_has(t, TYPE_NO_NEW)) t->new = NULL; /* not everything can be made by calling its type */
}
