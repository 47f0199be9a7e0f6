/* ast.c: what ast.h promises about ast.def: constructors, the table of fields, names of operators; and the table of identifiers
 * (open addressing, at most half full, inside the arena). */
#include "grammar/ast.h"

#include <string.h>

AstSeq ast_no_items;
AstNameSeq ast_no_names;

AstSeq *ast_seq(Arena *arena, int n) {
    if (n == 0) return &ast_no_items;
    AstSeq *seq = arena_alloc(arena, sizeof *seq + sizeof seq->items[0] * (size_t)n);
    if (seq) seq->n = n;
    return seq;
}

AstSeq *ast_seq_one(Arena *arena, Ast *item) {
    AstSeq *seq = ast_seq(arena, 1);
    if (seq) seq->items[0] = item;
    return seq;
}

/* ALIKE kinds use the fields of the struct they share; `This` is how a field's macro learns its struct. */
#define NODE(Name, NAME, ...)                                                                                                           \
    static const AstFieldInfo *Name##_fields(void) {                                                                                    \
        typedef Name##Node This;                                                                                                        \
        static const AstFieldInfo fields[] = {__VA_ARGS__{NULL, 0, sizeof(This)}};                                                      \
        return fields;                                                                                                                  \
    }
#define ALIKE(Name, NAME, Other, OTHER, ...)
#define F(tag, field) {#field, AST_TAG_##tag, offsetof(This, field)},
#include "grammar/ast.def"

const AstFieldInfo *ast_fields(AstKind kind) {
    switch ((int)ast_shapes[kind]) {
#define NODE(Name, NAME, ...) case AST_##NAME: return Name##_fields();
#define ALIKE(Name, NAME, Other, OTHER, ...)
#include "grammar/ast.def"
    }
    return NULL;
}

const uint8_t ast_shapes[AST_KIND_COUNT] = {
#define NODE(Name, NAME, ...) [AST_##NAME] = AST_##NAME,
#define ALIKE(Name, NAME, Other, OTHER, ...) [AST_##NAME] = AST_##OTHER,
#include "grammar/ast.def"
};

_Static_assert(AST_KIND_COUNT <= UINT8_MAX, "a shape is a byte");

const char *ast_kind_name(AstKind kind) {
    static const char *const names[AST_KIND_COUNT] = {
#define NODE(Name, NAME, ...) [AST_##NAME] = #Name,
#include "grammar/ast.def"
    };
    return names[kind];
}

const char *ast_binop_name(AstBinOp op) {
    static const char *const names[] = {"Add", "Sub", "Mult", "MatMult", "Div", "FloorDiv", "Mod", "Pow", "LShift", "RShift", "BitOr",
                                        "BitXor", "BitAnd"};
    return names[op];
}

const char *ast_binop_sign(AstBinOp op) {
    static const char *const signs[] = {"+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "|", "^", "&"};
    return signs[op];
}

const char *ast_unop_name(AstUnaryOp op) {
    static const char *const names[] = {"Invert", "Not", "UAdd", "USub"};
    return names[op];
}

const char *ast_boolop_name(AstBoolOp op) { return op == AST_OP_AND ? "And" : "Or"; }

const char *ast_cmpop_name(AstCmpOp op) {
    static const char *const names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
    return names[op];
}

const char *ast_ctx_name(AstContext ctx) {
    static const char *const names[] = {"Load", "Store", "Del"};
    return names[ctx];
}

struct NameTable {
    Arena *arena;
    AstName **slots;
    uint32_t mask, used;
};

static bool grow_names(NameTable *table, uint32_t size) {
    AstName **slots = arena_alloc(table->arena, size * sizeof *slots);
    if (!slots) return false;
    memset(slots, 0, size * sizeof *slots);
    for (uint32_t i = 0; table->slots && i <= table->mask; i++) {
        AstName *name = table->slots[i];
        if (!name) continue;
        uint32_t at = name->hash & (size - 1);
        while (slots[at]) at = (at + 1) & (size - 1);
        slots[at] = name;
    }
    table->slots = slots;
    table->mask = size - 1;
    return true;
}

NameTable *name_table_new(Arena *arena) {
    NameTable *table = arena_alloc(arena, sizeof *table);
    if (!table) return NULL;
    *table = (NameTable){.arena = arena};
    return grow_names(table, 64) ? table : NULL;
}

static AstName *add_name(NameTable *table, const char *text, size_t n, uint32_t hash) {
    AstName *name = arena_alloc(table->arena, sizeof *name + n + 1);
    if (!name) return NULL;
    char *copy = (char *)(name + 1);
    memcpy(copy, text, n);
    copy[n] = '\0';
    *name = (AstName){.text = copy, .len = (int)n, .hash = hash};
    return name;
}

AstName *name_intern(NameTable *table, const char *text, size_t n) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < n; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    hash ^= hash >> 15;
    uint32_t at = hash & table->mask;
    for (AstName *name; (name = table->slots[at]); at = (at + 1) & table->mask) {
        if (name->hash == hash && (size_t)name->len == n && memcmp(name->text, text, n) == 0) return name;
    }
    if (n > INT32_MAX) return NULL;
    AstName *name = add_name(table, text, n, hash);
    if (!name) return NULL;
    table->slots[at] = name;
    if (++table->used > table->mask / 2 && !grow_names(table, (table->mask + 1) * 2)) return NULL;
    return name;
}
