/* slots.h: the rows of slots.def as data, for the three files that use them: slotcall.c (functions of Python classes), slotwrap.c (wrapper descriptors),
 * slotupdate.c (which function a class gets). */
#ifndef RUNTIME_SLOTS_H
#define RUNTIME_SLOTS_H

#include "runtime/descr.h"

enum SlotKind {
    SLOT_NONE, SLOT_UNARY, SLOT_BINARY, SLOT_REFLECTED, SLOT_POW, SLOT_REFLECTED_POW,
    SLOT_LT, SLOT_LE, SLOT_EQ, SLOT_NE, SLOT_GT, SLOT_GE, /* in the order of CmpOp */
    SLOT_HASH, SLOT_CALL, SLOT_GETATTR, SLOT_SETATTR, SLOT_DELATTR, SLOT_NEXT, SLOT_DESCR_GET, SLOT_DESCR_SET, SLOT_DESCR_DELETE, SLOT_INIT,
    SLOT_FINALIZE, SLOT_TRUTH, SLOT_LEN, SLOT_KEY, SLOT_SET_KEY, SLOT_DELETE_KEY, SLOT_ITEM, SLOT_SET_ITEM, SLOT_DELETE_ITEM, SLOT_REPEAT, SLOT_CONTAINS,
};
typedef void (*SlotFn)(void); /* any of the slot's types; cast back by kind */
typedef struct SlotRow {
    uint16_t name;            /* enum NameIndex */
    uint16_t offset;          /* in Type */
    uint8_t kind;
    SlotFn function;          /* NULL: Python classes leave the field empty */
    const char *doc;
} SlotRow;
extern const SlotRow slot_rows[];
extern const size_t slot_rows_count;

static inline SlotFn *slot_field(const Type *t, size_t offset) { return (SlotFn *)((char *)(uintptr_t)t + offset); }

typedef struct WrapperDescr {
    Object ob;
    Type *owner;              /* owned */
    const SlotRow *row;
    SlotFn function;          /* the owner's */
} WrapperDescr;
MUST Own wrapper_descr_new(Type *owner, const SlotRow *row, SlotFn function);
/* The type whose `new` this is, if o is the __new__ of a built-in type; else NULL. */
Type *new_wrapper_type(Ref o);
MUST Own new_wrapper(Type *t);
Own slot_getattr(Ref self, Ref name);  /* of classes with __getattr__ */
NewFn slot_new_of_classes(void);       /* what a class with a __new__ of its own has as `new` */

#endif
