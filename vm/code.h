/* code.h: instructions and code objects: what the compiler makes and the loop runs. A code object never changes, but for the specialiser, which
 * rewrites ops and caches in `instrs`. */
#ifndef VM_CODE_H
#define VM_CODE_H

#include "runtime/object.h"
#include "runtime/str.h"

enum Opcode {
#define OP(name, ...) name,
#include "vm/opcodes.def"
    N_BASE_OPCODES,
    LAST_BASE_OPCODE_ = N_BASE_OPCODES - 1,
#define OP(name, ...)
#define SPECIAL(name, family) name,
#include "vm/opcodes.def"
    N_OPCODES
};

typedef union Instr {
    struct {
        uint16_t op, a;
        union {
            struct { uint16_t b, c; };
            uint32_t w;
            int32_t jump;
        };
    };
    struct { uint32_t version; uint16_t index, counter; } cache; /* first cache unit of an instruction */
    void *pointer;                                                /* second: borrowed, guarded by the first's version */
    uint64_t word;
} Instr;

/* One row of the exception table: instructions [start, end) continue at target with the stack cut to depth (words above the locals and cells),
 * then, if lasti, the raw index (2 * i + 1) of the raising instruction, then the exception. Rows are sorted; inner ranges come first. */
typedef struct ExcRow { uint32_t start, end, target; uint16_t depth; uint16_t lasti; } ExcRow;

typedef struct SourceRange { int line, end_line, col, end_col; } SourceRange; /* columns in bytes from 0; -1: unknown */

enum CodeFlag { /* values of CPython's inspect.CO_* */
    CODE_OPTIMIZED = 1, CODE_NEWLOCALS = 2, CODE_VARARGS = 4, CODE_VARKEYWORDS = 8, CODE_NESTED = 16, CODE_GENERATOR = 32,
    CODE_COROUTINE = 128, CODE_ITERABLE_COROUTINE = 256, CODE_ASYNC_GENERATOR = 512, CODE_FUTURE_BARRY = 0x400000, CODE_FUTURE_ANNOTATIONS = 0x1000000,
    CODE_HAS_DOCSTRING = 0x4000000, CODE_METHOD = 0x8000000,
};
enum LocalKind { LOCAL_HIDDEN = 0x10, LOCAL_PLAIN = 0x20, LOCAL_CELL = 0x40, LOCAL_FREE = 0x80 }; /* bits; an argument that is a cell: both */

typedef struct Code {
    Object ob;
    int flags;
    int n_args, n_posonly, n_kwonly;      /* n_args includes positional-only, not *args */
    int n_locals;                         /* plain variables, arguments first: args, kwonly, *args, **kw */
    int n_slots;                          /* locals, cells, free variables: words of L */
    int n_cells, n_free;
    int stack_size;                       /* greatest depth above the frame record */
    int frame_size;                       /* words: n_slots + FRAME_WORDS + stack_size */
    int n_instrs, n_rows;
    int first_line;
    uint32_t version;                     /* given on demand to guard calls */
    Instr *instrs;                        /* mem block, owned */
    ExcRow *rows;                         /* mem block, owned or NULL */
    Object **constants;                   /* items of consts */
    Object **name_items;                  /* items of names */
    Tuple *consts, *names, *slot_names;   /* owned; slot_names: n_slots str */
    uint8_t *slot_kinds;                  /* n_slots of LocalKind */
    Str *filename, *name, *qualname;
    uint8_t *locations;                   /* compact source ranges (code.c says how), mem block */
    size_t locations_size;
    Object *weakrefs;
    /* for calls: no *args, **kw, keyword-only, and not a generator: locals are exactly the pushed arguments, then NULLs */
    bool simple;
    bool is_generator;                    /* generator, coroutine or async generator */
} Code;
extern Type code_type;

typedef struct OpInfo { const char *name; uint8_t format, caches; uint16_t family; } OpInfo;
extern const OpInfo op_info[N_OPCODES];   /* opcode.c */
enum OpFormat { FORMAT_NONE, FORMAT_W, FORMAT_LOCAL, FORMAT_CONST, FORMAT_NAME, FORMAT_CELL, FORMAT_JUMP, FORMAT_LOCAL_NAME, FORMAT_TT, FORMAT_TL,
                FORMAT_TK, FORMAT_LL, FORMAT_LK };
/* Depth change of the instruction; for jumps when not taken, or taken. */
int op_effect(Instr i, bool jump);
int op_pops(Instr i);
int op_needs(Instr i);                    /* words that must be on the stack: operands and what lies between them and what it reaches for */
bool op_is_jump(int op);

Own code_new(void);                       /* empty: to be filled in, then finished; NULL: no memory (raised) */
void code_finish(Code *c);                /* what follows from the rest: frame_size, simple, is_generator */

/* The instruction's source range; line 0: none (artificial). */
SourceRange code_range(const Code *c, int instr_index);
int code_line(const Code *c, int instr_index);   /* -1: none */

#endif
