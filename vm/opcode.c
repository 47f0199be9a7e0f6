/* opcode.c: opcodes.def as tables and functions. */
#include "vm/code.h"

/* So that a specialised instruction can say the same as the one that it was made from. */
enum {
#define OP(name, format, caches, pops, pushes) CACHES_##name = caches, FORMAT_OF_##name = FORMAT_##format,
#include "vm/opcodes.def"
};

#define OP(name, format, caches, pops, pushes) [name] = {#name, FORMAT_##format, caches, name},
const OpInfo op_info[N_OPCODES] = {
#include "vm/opcodes.def"
#define OP(name, format, caches, pops, pushes)
#define SPECIAL(name, made_from) [name] = {#name, FORMAT_OF_##made_from, CACHES_##made_from, made_from},
#include "vm/opcodes.def"
};

/* flat switch */
static int count_pops(Instr i) {
    const int a = i.a, w = (int)i.w;
    switch (op_info[i.op].family) {
#define OP(name, format, caches, pops, pushes)                                                                                          \
    case name:                                                                                                                             \
        return pops;
#include "vm/opcodes.def"
        default: return 0;
    }
    (void)a, (void)w;
}

/* flat switch */
static int count_pushes(Instr i) {
    const int a = i.a, w = (int)i.w;
    switch (op_info[i.op].family) {
#define OP(name, format, caches, pops, pushes)                                                                                          \
    case name:                                                                                                                             \
        return pushes;
#include "vm/opcodes.def"
        default: return 0;
    }
    (void)a, (void)w;
}

int op_pops(Instr i) { return count_pops(i); }

int op_effect(Instr i, bool jump) {
    switch (op_info[i.op].family) {
        case FOR_ITER: return jump ? 0 : 1;
        case JUMP_IF_FALSE_OR_POP: case JUMP_IF_TRUE_OR_POP: return jump ? 0 : -1;
        default: return count_pushes(i) - count_pops(i);
    }
}

/* Words below the operands that the instruction reaches for are counted too. */
int op_needs(Instr i) {
    switch (op_info[i.op].family) {
        case COPY: case SWAP: return (int)i.w;
        case LIST_APPEND: case SET_ADD: case LIST_EXTEND: case SET_UPDATE: case DICT_UPDATE: return 1 + (int)i.w;
        case DICT_MERGE: return 3 + (int)i.w;
        case MAP_ADD: return 2 + (int)i.w;
        case FOR_ITER: return 3;
        case SEND: return 2;
        case RERAISE: return 1 + (int)i.w;
        case WITH_EXCEPT_START: return 4;
        case GET_ANEXT: case IMPORT_FROM: case MATCH_MAPPING: case MATCH_SEQUENCE: case GET_LEN: return 1;
        case MATCH_KEYS: return 2;
        default: return count_pops(i);
    }
}

bool op_is_jump(int op) { return op_info[op].format == FORMAT_JUMP; }
