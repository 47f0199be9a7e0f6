/* dis.c: see dis.h. No addresses, so that the text of a program is always the same. */
#include "vm/dis.h"

#include <stdio.h>

#include "runtime/object.h"
#include "vm/location.h"

static int put_text(StrWriter *w, const char *text) { return writer_ascii(w, text, (ssize_t)strlen(text)); }

static int put_number(StrWriter *w, long n) {
    char buffer[24];
    snprintf(buffer, sizeof buffer, "%ld", n);
    return put_text(w, buffer);
}

/* Text, then blanks up to the width. */
static int put_padded(StrWriter *w, const char *text, int width) {
    char buffer[64];
    snprintf(buffer, sizeof buffer, "%-*s", width, text);
    return put_text(w, buffer);
}

static int put_const(StrWriter *w, Ref value) {
    if (value->type != &code_type) return writer_repr(w, value);
    return put_text(w, "<code ") < 0 || writer_str(w, (Ref)((const Code *)value)->qualname) < 0 ? -1 : put_text(w, ">");
}

static int put_operand(StrWriter *w, const Code *c, char kind, int n) {
    switch (kind) {
        case 'L': return writer_str(w, tuple_item((Ref)c->slot_names, n));
        case 'K': return put_const(w, c->constants[n]);
        default: return writer_char(w, '.');
    }
}

/* left operator right: . stands for what is on the stack. */
static int put_folded(StrWriter *w, const Code *c, Instr i, const char *kinds, const char *sign, const char *behind) {
    if (put_operand(w, c, kinds[0], i.a) < 0 || put_text(w, sign) < 0 || put_operand(w, c, kinds[1], i.b) < 0) return -1;
    return put_text(w, behind);
}

static const char *sign_of(Instr i, int family, char *buffer, size_t size) {
    if (family >= BINARY_TT && family <= BINARY_LK) snprintf(buffer, size, " %s%s ", binop_symbols[i.c & 15], i.c & 16 ? "=" : "");
    else if (family >= COMPARE_TT && family <= COMPARE_LK) snprintf(buffer, size, " %s ", cmpop_symbols[i.c]);
    else snprintf(buffer, size, "[");
    return buffer;
}

static bool has_second_operand(int family) {
    switch (family) {
        case UNPACK_EX: case LOAD_GLOBAL: case LOAD_SUPER_ATTR: case LOAD_SUPER_METHOD: case MAKE_TYPE_PARAM: return true;
        default: return false;
    }
}

int dis_operands(StrWriter *w, const Code *c, int index) {
    static const char *const kinds[] = {[FORMAT_TT] = "TT", [FORMAT_TL] = "TL", [FORMAT_TK] = "TK", [FORMAT_LL] = "LL", [FORMAT_LK] = "LK"};
    Instr i = c->instrs[index];
    int family = op_info[i.op].family, format = op_info[family].format;
    char sign[16];
    if (has_second_operand(family) && i.a && (put_number(w, i.a) < 0 || put_text(w, ", ") < 0)) return -1;
    switch (format) {
        case FORMAT_NONE: return 0;
        case FORMAT_W: return put_number(w, (long)i.w);
        case FORMAT_LOCAL: case FORMAT_CELL: return put_operand(w, c, 'L', (int)i.w);
        case FORMAT_CONST: return put_operand(w, c, 'K', (int)i.w);
        case FORMAT_NAME: return writer_str(w, c->name_items[i.w]);
        case FORMAT_LOCAL_NAME:
            return put_operand(w, c, 'L', i.a) < 0 || writer_char(w, '.') < 0 ? -1 : writer_str(w, c->name_items[i.w]);
        case FORMAT_JUMP: return put_text(w, "to ") < 0 ? -1 : put_number(w, index + 1 + op_info[family].caches + i.jump);
        default: sign_of(i, family, sign, sizeof sign); return put_folded(w, c, i, kinds[format], sign, sign[0] == '[' ? "]" : "");
    }
}

static int put_instruction(StrWriter *w, const Code *c, int index, int here, int *line) {
    char buffer[32];
    if (here > 0 && here != *line) snprintf(buffer, sizeof buffer, "%5d  %4d  ", here, index);
    else snprintf(buffer, sizeof buffer, "       %4d  ", index);
    if (here > 0) *line = here;
    if (put_text(w, buffer) < 0 || put_padded(w, op_info[op_info[c->instrs[index].op].family].name, 24) < 0) return -1;
    return dis_operands(w, c, index) < 0 ? -1 : writer_char(w, '\n');
}

static int put_instructions(StrWriter *w, const Code *c) {
    LocationReader r;
    int line = 0, i = 0;
    location_start(&r, c);
    while (location_next(&r))
        for (; i < r.index + r.units; i += 1 + op_info[c->instrs[i].op].caches)
            if (put_instruction(w, c, i, r.range.line, &line) < 0) return -1;
    return 0;
}

static int put_rows(StrWriter *w, const Code *c) {
    for (int i = 0; i < c->n_rows; i++) {
        const ExcRow *row = &c->rows[i];
        char buffer[96];
        snprintf(buffer, sizeof buffer, "%s       %4u..%u -> %u depth %d%s\n", i ? "" : "  exceptions\n", row->start, row->end, row->target, row->depth,
                 row->lasti ? " lasti" : "");
        if (put_text(w, buffer) < 0) return -1;
    }
    return 0;
}

static int put_code(StrWriter *w, const Code *c, bool nested) {
    if (!enter_c(NULL)) return -1;
    if (writer_str(w, (Ref)c->qualname) < 0 || put_text(w, ", line ") < 0 || put_number(w, c->first_line) < 0 || put_text(w, ", stack ") < 0 ||
        put_number(w, c->stack_size) < 0 || writer_char(w, '\n') < 0)
        return -1;
    if (put_instructions(w, c) < 0 || put_rows(w, c) < 0) return -1;
    for (ssize_t i = 0; nested && i < c->consts->size; i++) {
        Ref k = c->consts->items[i];
        if (k->type == &code_type && (writer_char(w, '\n') < 0 || put_code(w, (const Code *)k, true) < 0)) return -1;
    }
    return 0;
}

Own dis_code(const Code *code, bool nested) {
    StrWriter w = {0};
    if (put_code(&w, code, nested) < 0) {
        writer_drop(&w);
        return NULL;
    }
    return writer_finish(&w);
}
