/* compile_match.c: match statements.
 *
 * A pattern consumes the subject on top of the stack. What it captures stays on the stack, below everything the rest of the pattern still
 * needs, and is stored into names only when the whole pattern has matched:
 *
 *     captures in order | words kept for the rest of the pattern (on_top) | subject
 *
 * A failure has to pop all of that: it jumps to fail[n], n being the number of words, which stand one after the other and pop one each. */
#include "runtime/set.h"
#include "vm/compiler.h"

typedef struct Pattern {
    AstName **names; /* captured so far */
    int n_names, names_room;
    int on_top;
    int *fail; /* labels */
    int n_fail, fail_room;
    bool irrefutable_allowed;
} Pattern;

static void pattern(Compiler *c, Pattern *m, Ast *p);

/* --- failing --- */

static void need_fail_label(Compiler *c, Pattern *m, int n) {
    while (m->n_fail <= n && !c->failed) {
        if (!array_room(&c->arena, &m->fail, m->n_fail, &m->fail_room, sizeof *m->fail)) {
            compile_no_memory(c);
            return;
        }
        int label = label_new(c);
        m->fail[m->n_fail++] = label;
    }
}

static void jump_to_fail(Compiler *c, Pattern *m, Span at, int op) {
    int pops = m->on_top + m->n_names;
    need_fail_label(c, m, pops);
    if (!c->failed) emit_jump(c, at, op, m->fail[pops]);
}

static void fail_labels_here(Compiler *c, Pattern *m, Span at) {
    while (m->n_fail > 1 && !c->failed) {
        label_here(c, m->fail[--m->n_fail]);
        emit_op(c, at, POP_TOP);
    }
    if (m->n_fail) label_here(c, m->fail[0]);
    m->n_fail = 0;
}

/* --- capturing --- */

/* The top goes below count - 1 words. */
static void sink(Compiler *c, Span at, int count) {
    while (count > 1) emit(c, at, SWAP, (uint32_t)count--);
}

static int index_of_name(const Pattern *m, const AstName *name) {
    for (int i = 0; i < m->n_names; i++)
        if (m->names[i] == name) return i;
    return -1;
}

static void add_name(Compiler *c, Pattern *m, Span at, AstName *name) {
    if (index_of_name(m, name) >= 0) {
        compile_error(c, at, "multiple assignments to name %R in pattern", name_object(c, name));
        return;
    }
    if (!array_room(&c->arena, &m->names, m->n_names, &m->names_room, sizeof *m->names)) compile_no_memory(c);
    else m->names[m->n_names++] = name;
}

static void capture(Compiler *c, Pattern *m, Span at, AstName *name) {
    if (!name) {
        emit_op(c, at, POP_TOP);
        return;
    }
    if (c->failed || compile_forbidden(c, at, name, AST_STORE)) return;
    sink(c, at, m->on_top + m->n_names + 1);
    add_name(c, m, at, name);
}

/* --- kinds of patterns --- */

static bool is_wildcard(Ast *p) { return p->kind == AST_MATCH_AS && !as_MatchAs(p)->name; }
static bool is_star_wildcard(Ast *p) { return p->kind == AST_MATCH_STAR && !as_MatchStar(p)->name; }

/* Inside a pattern anything may match always. */
static void subpattern(Compiler *c, Pattern *m, Ast *p) {
    bool before = m->irrefutable_allowed;
    m->irrefutable_allowed = true;
    pattern(c, m, p);
    m->irrefutable_allowed = before;
}

static void pattern_as(Compiler *c, Pattern *m, Ast *p) {
    const MatchAsNode *n = as_MatchAs(p);
    Span at = ast_span(p);
    if (!n->pattern) {
        if (m->irrefutable_allowed) capture(c, m, at, n->name);
        else if (n->name) compile_error(c, at, "name capture %R makes remaining patterns unreachable", name_object(c, n->name));
        else compile_error(c, at, "wildcard makes remaining patterns unreachable");
        return;
    }
    m->on_top++;
    emit(c, at, COPY, 1);
    pattern(c, m, n->pattern);
    m->on_top--;
    capture(c, m, at, n->name);
}

static void emit_size(Compiler *c, Span at, int size) { emit_const_take(c, at, int_new(size)); }

static void check_length(Compiler *c, Pattern *m, Span at, int size, CmpOp op) {
    emit_op(c, at, GET_LEN);
    emit_size(c, at, size);
    emit_op(c, at, COMPARE_TT)->code.c = (uint16_t)op;
    jump_to_fail(c, m, at, POP_JUMP_IF_FALSE);
}

/* All items at once; star -1: none. */
static void sequence_by_unpacking(Compiler *c, Pattern *m, Span at, const AstSeq *patterns, int star) {
    int after = patterns->n - star - 1;
    if (star >= 256) compile_error(c, at, "too many expressions in star-unpacking sequence pattern");
    else if (star >= 0) emit_ab(c, at, UNPACK_EX, (uint16_t)star, (uint32_t)after);
    else emit(c, at, UNPACK_SEQUENCE, (uint32_t)patterns->n);
    m->on_top += patterns->n;
    for (int i = 0; i < patterns->n && !c->failed; i++) {
        m->on_top--;
        subpattern(c, m, patterns->items[i]);
    }
}

/* [a, *_, b]: item by item, leaving the middle alone. */
static void sequence_by_index(Compiler *c, Pattern *m, Span at, const AstSeq *patterns, int star) {
    m->on_top++;
    for (int i = 0; i < patterns->n && !c->failed; i++) {
        Ast *p = patterns->items[i];
        if (i == star || is_wildcard(p)) continue;
        emit(c, at, COPY, 1);
        if (i < star) {
            emit_size(c, at, i);
        } else {
            emit_op(c, at, GET_LEN);
            emit_size(c, at, patterns->n - i);
            emit_op(c, at, BINARY_TT)->code.c = OP_SUB;
        }
        emit_op(c, at, SUBSCRIPT_TT);
        subpattern(c, m, p);
    }
    m->on_top--;
    emit_op(c, at, POP_TOP);
}

static void pattern_sequence(Compiler *c, Pattern *m, Ast *p) {
    const AstSeq *patterns = as_MatchSequence(p)->patterns;
    Span at = ast_span(p);
    int star = -1;
    bool only_wildcards = true, star_wildcard = false;
    for (int i = 0; i < patterns->n; i++) {
        Ast *item = patterns->items[i];
        if (item->kind != AST_MATCH_STAR) {
            only_wildcards &= is_wildcard(item);
            continue;
        }
        if (star >= 0) {
            compile_error(c, at, "multiple starred names in sequence pattern");
            return;
        }
        star = i;
        star_wildcard = is_star_wildcard(item);
        only_wildcards &= star_wildcard;
    }
    m->on_top++;
    emit_op(c, at, MATCH_SEQUENCE);
    jump_to_fail(c, m, at, POP_JUMP_IF_FALSE);
    if (star < 0) check_length(c, m, at, patterns->n, CMP_EQ);
    else if (patterns->n > 1) check_length(c, m, at, patterns->n - 1, CMP_GE);
    m->on_top--;
    if (only_wildcards) emit_op(c, at, POP_TOP);
    else if (star_wildcard) sequence_by_index(c, m, at, patterns, star);
    else sequence_by_unpacking(c, m, at, patterns, star);
}

static void check_attributes(Compiler *c, const MatchClassNode *n) {
    for (int i = 0; i < n->kwd_attrs->n && !c->failed; i++) {
        const AstName *name = n->kwd_attrs->items[i];
        if (compile_forbidden(c, ast_span(n->kwd_patterns->items[i]), name, AST_STORE)) return;
        for (int j = i + 1; j < n->kwd_attrs->n; j++) {
            if (n->kwd_attrs->items[j] != name) continue;
            compile_error(c, ast_span(n->kwd_patterns->items[j]), "attribute name repeated in class pattern: %s", name->text);
            return;
        }
    }
}

static Own attribute_names(Compiler *c, const AstNameSeq *attrs) {
    Own t = c->failed ? NULL : tuple_new(attrs->n);
    for (int i = 0; t && i < attrs->n; i++) tuple_put_take(t, i, own(name_object(c, attrs->items[i])));
    return t;
}

/* A tuple, or None if there is no match, on top of what is kept. */
static void fail_if_none(Compiler *c, Pattern *m, Span at) {
    emit(c, at, COPY, 1);
    emit_const(c, at, NONE);
    emit(c, at, IS_OP, 1);
    jump_to_fail(c, m, at, POP_JUMP_IF_FALSE);
}

static void pattern_class(Compiler *c, Pattern *m, Ast *p) {
    const MatchClassNode *n = as_MatchClass(p);
    Span at = ast_span(p);
    int total = n->patterns->n + n->kwd_attrs->n;
    check_attributes(c, n);
    compile_expr(c, n->cls);
    emit_const_take(c, at, attribute_names(c, n->kwd_attrs));
    emit(c, at, MATCH_CLASS, (uint32_t)n->patterns->n);
    m->on_top++;
    fail_if_none(c, m, at);
    emit(c, at, UNPACK_SEQUENCE, (uint32_t)total);
    m->on_top += total - 1;
    for (int i = 0; i < total && !c->failed; i++) {
        Ast *item = i < n->patterns->n ? n->patterns->items[i] : n->kwd_patterns->items[i - n->patterns->n];
        m->on_top--;
        if (is_wildcard(item)) emit_op(c, at, POP_TOP);
        else subpattern(c, m, item);
    }
}

/* Pushes the keys; two equal constants among them are an error. */
static void mapping_keys(Compiler *c, Span at, const AstSeq *keys) {
    Own seen = set_new(NULL);
    if (!seen) compile_fail(c);
    for (int i = 0; i < keys->n && !c->failed; i++) {
        Ast *key = keys->items[i];
        if (!is_constant_expr(key) && key->kind != AST_ATTRIBUTE) {
            compile_error(c, at, "mapping pattern keys may only match literals and attribute lookups");
            break;
        }
        compile_expr(c, key);
        Ref constant = tail_const(c, 0);
        if (!constant) continue;
        int found = set_contains(seen, constant);
        if (found > 0) compile_error(c, at, "mapping pattern checks duplicate key (%R)", constant);
        else if (found < 0 || set_add(seen, constant) < 0) compile_fail(c);
    }
    drop_x(seen);
    if (!fold_tuple(c, at, keys->n)) emit(c, at, BUILD_TUPLE, (uint32_t)keys->n);
}

/* subject keys -> a dict with what is left of the subject. */
static void mapping_rest(Compiler *c, Span at, int size) {
    emit(c, at, BUILD_MAP, 0);
    emit(c, at, SWAP, 3);
    emit(c, at, DICT_UPDATE, 2);
    emit(c, at, UNPACK_SEQUENCE, (uint32_t)size);
    for (; size; size--) {
        emit(c, at, COPY, (uint32_t)size + 1);
        emit(c, at, SWAP, 2);
        emit_op(c, at, DELETE_SUBSCRIPT);
    }
}

static void pattern_mapping(Compiler *c, Pattern *m, Ast *p) {
    const MatchMappingNode *n = as_MatchMapping(p);
    Span at = ast_span(p);
    int size = n->keys->n;
    m->on_top++;
    emit_op(c, at, MATCH_MAPPING);
    jump_to_fail(c, m, at, POP_JUMP_IF_FALSE);
    if (!size && !n->rest) {
        m->on_top--;
        emit_op(c, at, POP_TOP);
        return;
    }
    if (size) check_length(c, m, at, size, CMP_GE);
    mapping_keys(c, at, n->keys);
    emit_op(c, at, MATCH_KEYS);
    m->on_top += 2;
    fail_if_none(c, m, at);
    emit(c, at, UNPACK_SEQUENCE, (uint32_t)size);
    m->on_top += size - 1;
    for (int i = 0; i < size && !c->failed; i++) {
        m->on_top--;
        subpattern(c, m, n->patterns->items[i]);
    }
    m->on_top -= 2;
    if (n->rest) {
        mapping_rest(c, at, size);
        capture(c, m, at, n->rest);
    } else {
        emit_op(c, at, POP_TOP);
        emit_op(c, at, POP_TOP);
    }
}

/* --- alternatives --- */

/* Brings the captures of an alternative (the top of the stack, the subject's copy apart) into the order of the first one. */
static void reorder_captures(Compiler *c, Pattern *m, Span at, const Pattern *first) {
    for (int i = first->n_names - 1; i >= 0 && !c->failed; i--) {
        int found = index_of_name(m, first->names[i]);
        if (found < 0) {
            compile_error(c, at, "alternative patterns bind different names");
            return;
        }
        if (found == i) continue;
        int rotations = found + 1;
        AstName **order = arena_alloc(&c->arena, (size_t)m->n_names * sizeof *order);
        if (!order) {
            compile_no_memory(c);
            return;
        }
        /* names[:rotations] move up so that the last of them comes to place i */
        int n = 0;
        for (int k = rotations; k <= i; k++) order[n++] = m->names[k];
        for (int k = 0; k < rotations; k++) order[n++] = m->names[k];
        for (int k = i + 1; k < m->n_names; k++) order[n++] = m->names[k];
        memcpy(m->names, order, (size_t)n * sizeof *order);
        while (rotations--) sink(c, at, i + 1);
    }
}

static void pattern_or(Compiler *c, Pattern *m, Ast *p) {
    const AstSeq *patterns = as_MatchOr(p)->patterns;
    Span at = ast_span(p);
    int end = label_new(c);
    Pattern first = {0};
    for (int i = 0; i < patterns->n && !c->failed; i++) {
        Span alternative = ast_span(patterns->items[i]);
        Pattern own_pattern = {.irrefutable_allowed = i == patterns->n - 1 && m->irrefutable_allowed};
        emit(c, alternative, COPY, 1);
        pattern(c, &own_pattern, patterns->items[i]);
        if (c->failed) return;
        if (i == 0) {
            first = own_pattern;
        } else if (own_pattern.n_names != first.n_names) {
            compile_error(c, at, "alternative patterns bind different names");
            return;
        } else {
            reorder_captures(c, &own_pattern, at, &first);
        }
        emit_jump(c, alternative, JUMP, end);
        fail_labels_here(c, &own_pattern, alternative);
    }
    emit_op(c, at, POP_TOP);
    jump_to_fail(c, m, at, JUMP);
    label_here(c, end);
    int depth = first.n_names + 1 + m->on_top + m->n_names;
    for (int i = 0; i < first.n_names && !c->failed; i++) {
        sink(c, at, depth);
        add_name(c, m, at, first.names[i]);
    }
    emit_op(c, at, POP_TOP); /* the subject */
}

static bool is_value_expr(Ast *e) { return is_constant_expr(e) || e->kind == AST_ATTRIBUTE; }

static void pattern_value(Compiler *c, Pattern *m, Ast *p) {
    Ast *value = as_MatchValue(p)->value;
    if (!is_value_expr(value)) {
        compile_error(c, ast_span(p), "patterns may only match literals and attribute lookups");
        return;
    }
    compile_expr(c, value);
    emit_op(c, ast_span(p), COMPARE_TT)->code.c = CMP_EQ;
    jump_to_fail(c, m, ast_span(p), POP_JUMP_IF_FALSE);
}

static void pattern(Compiler *c, Pattern *m, Ast *p) {
    if (!compile_enter(c)) return;
    switch ((AstKind)p->kind) {
        case AST_MATCH_VALUE: pattern_value(c, m, p); break;
        case AST_MATCH_SINGLETON:
            emit_const_take(c, ast_span(p), const_object(c, &as_MatchSingleton(p)->value, ast_span(p)));
            emit(c, ast_span(p), IS_OP, 0);
            jump_to_fail(c, m, ast_span(p), POP_JUMP_IF_FALSE);
            break;
        case AST_MATCH_SEQUENCE: pattern_sequence(c, m, p); break;
        case AST_MATCH_MAPPING: pattern_mapping(c, m, p); break;
        case AST_MATCH_CLASS: pattern_class(c, m, p); break;
        case AST_MATCH_STAR: capture(c, m, ast_span(p), as_MatchStar(p)->name); break;
        case AST_MATCH_AS: pattern_as(c, m, p); break;
        case AST_MATCH_OR: pattern_or(c, m, p); break;
        default: compile_bug(c, "not a pattern");
    }
}

/* --- the statement --- */

/* last: nobody needs the subject after this case. */
static void compile_case(Compiler *c, const match_caseNode *one, bool last, bool irrefutable_allowed, int end) {
    Span at = ast_span(one->pattern);
    Pattern m = {.irrefutable_allowed = irrefutable_allowed};
    if (!last) emit(c, at, COPY, 1);
    pattern(c, &m, one->pattern);
    for (int i = 0; i < m.n_names && !c->failed; i++) compile_name(c, at, m.names[i], AST_STORE);
    m.n_names = 0;
    if (one->guard) {
        need_fail_label(c, &m, 0);
        if (!c->failed) compile_jump_if(c, one->guard, m.fail[0], false);
    }
    if (!last) emit_op(c, at, POP_TOP);
    compile_stmts(c, one->body);
    emit_jump(c, NOWHERE, JUMP, end);
    fail_labels_here(c, &m, at);
}

void compile_match(Compiler *c, Ast *s) {
    const MatchNode *n = as_Match(s);
    int count = n->cases->n, end = label_new(c);
    const match_caseNode *final = as_match_case(n->cases->items[count - 1]);
    bool has_default = count > 1 && is_wildcard(final->pattern);
    compile_expr(c, n->subject);
    for (int i = 0; i < count - has_default && !c->failed; i++) {
        const match_caseNode *one = as_match_case(n->cases->items[i]);
        compile_case(c, one, i == count - has_default - 1, one->guard != NULL || i == count - 1, end);
    }
    if (has_default && !c->failed) { /* case _: no subject is needed */
        emit_op(c, ast_span(final->pattern), NOP);
        if (final->guard) compile_jump_if(c, final->guard, end, false);
        compile_stmts(c, final->body);
    }
    label_here(c, end);
}
