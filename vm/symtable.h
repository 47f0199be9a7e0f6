/* symtable.h: which scope each name of a program belongs to.
 *
 * One walk over the tree makes a Scope for the module and for each class, function, lambda, comprehension and (PEP 695) set of type
 * parameters, with a Symbol for each name that occurs in it and flags for how. A second walk over the scopes (symtable_resolve) decides
 * where each name lives: outer scopes first, since a use looks for its binding outwards; then free variables are handed from inner scopes to
 * those around them, which makes cells. List, set and dict comprehensions are merged into the scope around them (PEP 709). */
#ifndef VM_SYMTABLE_H
#define VM_SYMTABLE_H

#include "grammar/ast.h"
#include "vm/ptrmap.h"

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,      /* lambdas and comprehensions too */
    SCOPE_ANNOTATION,    /* an annotation that is not evaluated (from __future__ import annotations): checked, then forgotten */
    SCOPE_TYPE_VARIABLE, /* bound, constraints or default of a type parameter */
    SCOPE_TYPE_ALIAS,    /* value of a type statement */
    SCOPE_TYPE_PARAMS,   /* around a generic function, class or alias */
} ScopeKind;

typedef enum CompKind { COMP_NONE, COMP_LIST, COMP_SET, COMP_DICT, COMP_GENERATOR } CompKind;

enum SymbolFlag {
    SYM_GLOBAL = 1,       /* global statement */
    SYM_LOCAL = 2,        /* assigned */
    SYM_PARAM = 4,
    SYM_NONLOCAL = 8,     /* nonlocal statement */
    SYM_USE = 16,
    SYM_FREE_CLASS = 32,  /* bound in a class, and free in one of its methods */
    SYM_IMPORT = 64,
    SYM_ANNOT = 128,
    SYM_COMP_ITER = 256,  /* iteration variable of a comprehension */
    SYM_TYPE_PARAM = 512,
    SYM_COMP_CELL = 1024, /* a cell of a comprehension merged into this scope */
    SYM_BOUND = SYM_LOCAL | SYM_PARAM | SYM_IMPORT | SYM_TYPE_PARAM,
};

typedef enum Where { WHERE_UNKNOWN, WHERE_LOCAL, WHERE_GLOBAL_EXPLICIT, WHERE_GLOBAL_IMPLICIT, WHERE_FREE, WHERE_CELL } Where;

typedef struct Symbol {
    AstName *name;  /* mangled */
    uint16_t flags; /* SymbolFlag */
    uint8_t where;  /* Where */
    Span directive; /* the first global or nonlocal statement for it, line 0: none */
} Symbol;

typedef struct Scope {
    ScopeKind kind;
    CompKind comp;
    struct Scope *parent, *first_child, *last_child, *next;
    AstName *name;
    Span at;
    Symbol *symbols; /* in the order of their first occurrence */
    int n_symbols, symbols_room;
    PtrMap index; /* name -> place in symbols */
    int comp_iter_depth;  /* > 0: inside the iterable of a comprehension */
    const char *what;     /* SCOPE_TYPE_VARIABLE: "a TypeVar bound" */
    bool comp_target;     /* visiting the target of a comprehension's for */
    bool nested, generator, coroutine, varargs, varkeywords, returns_value, method;
    bool comp_inlined, needs_class_cell, needs_class_dict;
    bool sees_class;          /* annotation-like scope in a class: names are looked up in the class first */
    bool mangles_params_only; /* type parameters of a class */
} Scope;

struct Compiler;

/* Builds and resolves the scopes of the tree; false: failed (as c->failed says). */
bool symtable_build(struct Compiler *c, Ast *tree);
/* Second half of it: symtable_resolve.c. */
void symtable_resolve(struct Compiler *c, Scope *top);

/* The scope that belongs to a node (or to part of one: see the scope_key functions). */
Scope *symtable_scope(struct Compiler *c, uintptr_t key);
static inline uintptr_t scope_key_params(const Ast *node) { return (uintptr_t)node + 1; }  /* type parameters of a definition */
static inline uintptr_t scope_key_default(const Ast *node) { return (uintptr_t)node + 2; } /* default of a type parameter */

static inline bool scope_is_function(const Scope *s) {
    return s->kind == SCOPE_FUNCTION || s->kind >= SCOPE_TYPE_VARIABLE;
}
static inline Symbol *scope_find(const Scope *s, const AstName *name) {
    int i = ptrmap_get(&s->index, ptr_key(name));
    return i < 0 ? NULL : &s->symbols[i];
}
Where scope_where(const Scope *s, const AstName *name);
/* The symbol, added without flags if need be; NULL: no memory (c->failed). */
Symbol *scope_add(struct Compiler *c, Scope *s, AstName *name);

/* _Class__name for __name within a class (cls NULL: none). */
AstName *name_mangle(struct Compiler *c, const AstName *cls, AstName *name);
/* The same for a name that occurs in scope s. */
AstName *scope_mangle(struct Compiler *c, const Scope *s, const AstName *cls, AstName *name);
bool arguments_keyword_defaults(const argumentsNode *a); /* any? */

#endif
