/* symtable_resolve.c: the second walk: where each name lives.
 *
 * Going in, every symbol of a scope gets its place: declared, bound here, or found by asking the scopes around it (resolve_symbol). Coming
 * back out, a scope takes over the free variables of the scopes in it: one that it binds itself becomes a cell, another is free here too.
 * A comprehension other than a generator expression is then merged: its names become names of this scope (merge_comprehension). */
#include "vm/compiler.h"
#include "vm/symtable.h"

/* The scope outside of `from` that binds the name as a free variable would see it; NULL: the name is global. */
static const Scope *binding_scope(const Compiler *c, const Scope *from, const AstName *name) {
    for (const Scope *s = from->parent; s && s->parent; s = s->parent) {
        if (s->kind == SCOPE_CLASS) {
            if (name == known_name(c, KNOWN_CLASS) || name == known_name(c, KNOWN_CLASSDICT)) return s;
            continue;
        }
        const Symbol *symbol = scope_find(s, name);
        if (!symbol) continue;
        if (symbol->flags & SYM_GLOBAL) return NULL;
        if (symbol->flags & SYM_NONLOCAL) continue;
        if ((symbol->flags & SYM_BOUND) && scope_is_function(s)) return s;
    }
    return NULL;
}

/* The class that an annotation-like scope looks names up in before all others. */
static const Scope *visible_class(const Scope *s) {
    for (; s->sees_class; s = s->parent)
        if (s->parent->kind == SCOPE_CLASS) return s->parent;
    return NULL;
}

static Where resolve_nonlocal(Compiler *c, const Scope *s, const Symbol *symbol) {
    const Scope *owner;
    if (!s->parent) {
        compile_error(c, symbol->directive, "nonlocal declaration not allowed at module level");
    } else if (!(owner = binding_scope(c, s, symbol->name))) {
        compile_error(c, symbol->directive, "no binding for nonlocal '%s' found", symbol->name->text);
    } else {
        const Symbol *outer = scope_find(owner, symbol->name);
        if (outer && (outer->flags & SYM_TYPE_PARAM))
            compile_error(c, symbol->directive, "nonlocal binding not allowed for type parameter '%s'", symbol->name->text);
    }
    return WHERE_FREE;
}

static Where resolve_symbol(Compiler *c, const Scope *s, const Symbol *symbol) {
    if (symbol->flags & SYM_GLOBAL) {
        if (symbol->flags & SYM_NONLOCAL) compile_error(c, symbol->directive, "name '%s' is nonlocal and global", symbol->name->text);
        return WHERE_GLOBAL_EXPLICIT;
    }
    if (symbol->flags & SYM_NONLOCAL) return resolve_nonlocal(c, s, symbol);
    if (symbol->flags & SYM_BOUND) return WHERE_LOCAL;
    const Scope *cls = visible_class(s);
    const Symbol *in_class = cls ? scope_find(cls, symbol->name) : NULL;
    if (in_class && (in_class->flags & SYM_GLOBAL)) return WHERE_GLOBAL_EXPLICIT;
    if (in_class && (in_class->flags & SYM_BOUND) && !(in_class->flags & SYM_NONLOCAL)) return WHERE_GLOBAL_IMPLICIT;
    return binding_scope(c, s, symbol->name) ? WHERE_FREE : WHERE_GLOBAL_IMPLICIT;
}

/* A name that is free in a scope inside s. */
static void take_free(Compiler *c, Scope *s, AstName *name) {
    if (s->kind == SCOPE_CLASS) {
        if (name == known_name(c, KNOWN_CLASS)) {
            s->needs_class_cell = true;
            return;
        }
        if (name == known_name(c, KNOWN_CLASSDICT)) {
            s->needs_class_dict = true;
            return;
        }
    }
    Symbol *symbol = scope_find(s, name);
    if (!symbol) {
        if (!s->parent || !(symbol = scope_add(c, s, name))) return;
        symbol->where = WHERE_FREE;
    } else if (symbol->where == WHERE_UNKNOWN && s->parent) {
        symbol->where = WHERE_FREE;
    } else if (symbol->where == WHERE_LOCAL && scope_is_function(s)) {
        symbol->where = WHERE_CELL;
    } else if (s->kind == SCOPE_CLASS && (symbol->flags & (SYM_BOUND | SYM_GLOBAL))) {
        symbol->flags |= SYM_FREE_CLASS;
    }
}

static bool free_in_a_child(const Scope *s, const AstName *name) {
    for (const Scope *child = s->first_child; child; child = child->next)
        if (child->comp_inlined ? free_in_a_child(child, name) : scope_where(child, name) == WHERE_FREE) return true;
    return false;
}

/* How a name of a comprehension that the scope around it does not mention stands there. One that the comprehension binds means nothing
 * outside of it: the compiler shows it to the comprehension alone. */
static Symbol *merge_new_symbol(Compiler *c, Scope *s, const Symbol *inner) {
    Symbol *outer = scope_add(c, s, inner->name);
    if (!outer || ((inner->flags & SYM_BOUND) && !(inner->flags & SYM_NONLOCAL))) return outer;
    outer->flags = inner->flags;
    outer->where = inner->where;
    return outer;
}

/* The names of an inlined comprehension become names of s; those that are free in it are passed on unless s has them as plain locals. */
static void merge_comprehension(Compiler *c, Scope *s, Scope *comp) {
    comp->comp_inlined = true;
    for (int i = 0; i < comp->n_symbols && !c->failed; i++) {
        Symbol *inner = &comp->symbols[i];
        if (inner->name == known_name(c, KNOWN_DOT_ZERO)) continue;
        bool passes_on = inner->where == WHERE_FREE, makes_cell = inner->where == WHERE_CELL || (inner->flags & SYM_COMP_CELL);
        Symbol *outer = scope_find(s, inner->name);
        if (!outer) {
            if (passes_on && s->kind == SCOPE_CLASS && inner->name == known_name(c, KNOWN_CLASS)) {
                inner->where = WHERE_GLOBAL_IMPLICIT; /* __class__ in the body itself: there is none yet */
                passes_on = free_in_a_child(comp, inner->name);
            }
            outer = merge_new_symbol(c, s, inner);
            if (!outer) return;
        } else if ((outer->flags & SYM_BOUND) && s->kind != SCOPE_CLASS && !free_in_a_child(comp, inner->name)) {
            passes_on = false;
        }
        if (makes_cell) {
            outer->flags |= SYM_COMP_CELL;
            if (outer->where == WHERE_LOCAL && scope_is_function(s)) outer->where = WHERE_CELL;
        }
        if (passes_on) take_free(c, s, inner->name);
    }
}

static void resolve_scope(Compiler *c, Scope *s) {
    if (!compile_enter(c)) return;
    for (int i = 0; i < s->n_symbols && !c->failed; i++) s->symbols[i].where = (uint8_t)resolve_symbol(c, s, &s->symbols[i]);
    for (Scope *child = s->first_child; child && !c->failed; child = child->next) {
        resolve_scope(c, child);
        if (child->comp && child->comp != COMP_GENERATOR && !s->sees_class) {
            merge_comprehension(c, s, child);
            continue;
        }
        if (child->kind == SCOPE_ANNOTATION) continue;
        for (int i = 0; i < child->n_symbols && !c->failed; i++)
            if (child->symbols[i].where == WHERE_FREE || (child->symbols[i].flags & SYM_FREE_CLASS)) take_free(c, s, child->symbols[i].name);
    }
}

void symtable_resolve(Compiler *c, Scope *top) { resolve_scope(c, top); }
