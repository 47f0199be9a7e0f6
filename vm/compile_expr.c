/* compile_expr.c: expressions: names, operators, comparisons, displays, conditions. What an expression node does depends on its context:
 * load, store or delete; targets are compiled by the same function as values. */
#include "vm/compiler.h"

/* --- names --- */

AstName *compile_mangle(Compiler *c, AstName *name) { return scope_mangle(c, c->unit->scope, c->unit->class_name, name); }

bool compile_forbidden(Compiler *c, Span at, const AstName *name, AstContext ctx) {
    if (name != known_name(c, KNOWN_DEBUG) || ctx == AST_LOAD) return false;
    compile_error(c, at, ctx == AST_STORE ? "cannot assign to __debug__" : "cannot delete __debug__");
    return true;
}

/* The namespace of the class around an annotation-like scope. */
static void emit_class_dict(Compiler *c, Span at) { emit(c, at, LOAD_DEREF, unit_var(c, known_name(c, KNOWN_CLASSDICT), LOCAL_FREE)); }

static void name_in_cell(Compiler *c, Span at, AstName *name, AstContext ctx, int kind) {
    const Unit *u = c->unit;
    uint32_t var = unit_var(c, name, kind);
    bool class_body = u->scope->kind == SCOPE_CLASS && !u->in_inlined_comp;
    if (ctx == AST_LOAD && (class_body || u->scope->sees_class)) {
        if (class_body) emit_op(c, at, LOAD_LOCALS);
        else emit_class_dict(c, at);
        emit(c, at, LOAD_FROM_DICT_OR_DEREF, var);
        return;
    }
    emit(c, at, ctx == AST_STORE ? STORE_DEREF : ctx == AST_DEL ? DELETE_DEREF : LOAD_DEREF, var);
}

static void name_in_locals(Compiler *c, Span at, AstName *name, AstContext ctx) {
    static const uint16_t ops[] = {[AST_LOAD] = LOAD_FAST, [AST_STORE] = STORE_FAST, [AST_DEL] = DELETE_FAST};
    int hidden = scope_is_function(c->unit->scope) ? 0 : LOCAL_HIDDEN;
    emit(c, at, ops[ctx], unit_var(c, name, LOCAL_PLAIN | hidden));
}

static void name_in_globals(Compiler *c, Span at, AstName *name, AstContext ctx, bool implicit) {
    static const uint16_t ops[] = {[AST_LOAD] = LOAD_GLOBAL, [AST_STORE] = STORE_GLOBAL, [AST_DEL] = DELETE_GLOBAL};
    if (ctx == AST_LOAD && implicit && c->unit->scope->sees_class) {
        emit_class_dict(c, at);
        emit_name(c, at, LOAD_FROM_DICT_OR_GLOBALS, name);
        return;
    }
    emit_name(c, at, ops[ctx], name);
}

static bool is_hidden(const Unit *u, const AstName *name) { return ptrmap_get(&u->hidden, ptr_key(name)) > 0; }

void compile_raw_name(Compiler *c, Span at, AstName *name, AstContext ctx) {
    static const uint16_t ops[] = {[AST_LOAD] = LOAD_NAME, [AST_STORE] = STORE_NAME, [AST_DEL] = DELETE_NAME};
    const Unit *u = c->unit;
    bool function = scope_is_function(u->scope);
    if (c->failed || compile_forbidden(c, at, name, ctx)) return;
    switch (scope_where(u->scope, name)) {
        case WHERE_FREE: name_in_cell(c, at, name, ctx, LOCAL_FREE); return;
        case WHERE_CELL: name_in_cell(c, at, name, ctx, LOCAL_CELL); return;
        case WHERE_LOCAL:
            if (!function && !is_hidden(u, name)) break;
            name_in_locals(c, at, name, ctx);
            return;
        case WHERE_GLOBAL_IMPLICIT:
            if (!function) break;
            name_in_globals(c, at, name, ctx, true);
            return;
        case WHERE_GLOBAL_EXPLICIT: name_in_globals(c, at, name, ctx, false); return;
        case WHERE_UNKNOWN: break;
    }
    /* names of a comprehension in a class body do not see the class */
    bool past_class = ctx == AST_LOAD && u->scope->kind == SCOPE_CLASS && u->in_inlined_comp;
    emit_name(c, at, past_class ? LOAD_GLOBAL : ops[ctx], name);
}

void compile_name(Compiler *c, Span at, AstName *name, AstContext ctx) {
    if (name == known_name(c, KNOWN_DEBUG) && ctx == AST_LOAD) emit_const(c, at, c->optimize ? FALSE_OBJECT : TRUE_OBJECT);
    else compile_raw_name(c, at, compile_mangle(c, name), ctx);
}

bool name_is_fast(const Compiler *c, AstName *name) {
    return scope_is_function(c->unit->scope) && name != known_name(c, KNOWN_DEBUG) && scope_where(c->unit->scope, name) == WHERE_LOCAL;
}

void emit_null(Compiler *c, Span at) {
    Unit *u = c->unit;
    Ins *last = u->n_ins > u->barrier ? &u->ins[u->n_ins - 1] : NULL;
    if (!c->failed && last && last->code.op == LOAD_GLOBAL) last->code.a = 1;
    else emit_op(c, at, PUSH_NULL);
}

/* --- displays --- */

static bool has_star(const AstSeq *elts) {
    for (int i = 0; i < elts->n; i++)
        if (elts->items[i]->kind == AST_STARRED) return true;
    return false;
}

static bool all_constant(const AstSeq *elts) {
    for (int i = 0; i < elts->n; i++)
        if (!is_constant_expr(elts->items[i])) return false;
    return true;
}

typedef struct DisplayOps { uint16_t build, add, extend; bool tuple; } DisplayOps;

static DisplayOps display_ops(int build) {
    if (build == BUILD_SET) return (DisplayOps){BUILD_SET, SET_ADD, SET_UPDATE, false};
    return (DisplayOps){BUILD_LIST, LIST_APPEND, LIST_EXTEND, build == BUILD_TUPLE};
}

/* Item by item onto a list or set that is begun at the first star, or at once if there are many. */
static void display_in_pieces(Compiler *c, Span at, const AstSeq *elts, int pushed, DisplayOps ops) {
    bool begun = elts->n + pushed > STACK_GUIDELINE;
    if (begun) emit(c, at, ops.build, (uint32_t)pushed);
    for (int i = 0; i < elts->n && !c->failed; i++) {
        Ast *e = elts->items[i];
        if (e->kind == AST_STARRED) {
            if (!begun) emit(c, at, ops.build, (uint32_t)(i + pushed));
            begun = true;
            compile_expr(c, as_Starred(e)->value);
            emit(c, at, ops.extend, 1);
        } else {
            compile_expr(c, e);
            if (begun) emit(c, at, ops.add, 1);
        }
    }
    if (ops.tuple) emit_op(c, at, LIST_TO_TUPLE);
}

void compile_display(Compiler *c, Span at, const AstSeq *elts, int pushed, int build) {
    DisplayOps ops = display_ops(build);
    int n = elts->n;
    if (has_star(elts) || (n + pushed > STACK_GUIDELINE && !all_constant(elts))) {
        display_in_pieces(c, at, elts, pushed, ops);
        return;
    }
    compile_exprs(c, elts);
    Own folded = NULL;
    if (ops.tuple && !pushed) folded = fold_take_tuple(c, n);
    else if (n > 2) folded = build == BUILD_SET ? fold_take_frozenset(c, n) : fold_take_tuple(c, n);
    if (!folded) {
        emit(c, at, build, (uint32_t)(n + pushed));
        return;
    }
    if (!ops.tuple || pushed) emit(c, at, ops.build, (uint32_t)pushed);
    emit_const_take(c, at, folded);
    if (!ops.tuple || pushed) emit(c, at, ops.extend, 1);
    if (ops.tuple && pushed) emit_op(c, at, LIST_TO_TUPLE);
}

/* Keys and values from..to as one dict. */
static void dict_part(Compiler *c, Span at, const DictNode *d, int from, int to) {
    bool big = (to - from) * 2 > STACK_GUIDELINE;
    if (big) emit(c, at, BUILD_MAP, 0);
    for (int i = from; i < to && !c->failed; i++) {
        compile_expr(c, d->keys->items[i]);
        compile_expr(c, d->values->items[i]);
        if (big) emit(c, at, MAP_ADD, 1);
    }
    if (!big) emit(c, at, BUILD_MAP, (uint32_t)(to - from));
}

static void compile_dict(Compiler *c, Ast *e) {
    const DictNode *d = as_Dict(e);
    Span at = ast_span(e);
    bool have = false;
    int waiting = 0;
    for (int i = 0; i <= d->values->n && !c->failed; i++) {
        bool end = i == d->values->n, unpacking = !end && !d->keys->items[i], full = !end && !unpacking && waiting * 2 > STACK_GUIDELINE;
        if (waiting && (end || unpacking || full)) {
            dict_part(c, at, d, i - waiting, full ? i + 1 : i);
            if (have) emit(c, at, DICT_UPDATE, 1);
            have = true;
            waiting = 0;
        } else if (!end && !unpacking) {
            waiting++;
        }
        if (!unpacking) continue;
        if (!have) emit(c, at, BUILD_MAP, 0);
        have = true;
        compile_expr(c, d->values->items[i]);
        emit(c, at, DICT_UPDATE, 1);
    }
    if (!have) emit(c, at, BUILD_MAP, 0);
}

void compile_iterable(Compiler *c, Ast *e) {
    Span at = ast_span(e);
    if (e->kind == AST_LIST && !has_star(as_List(e)->elts)) {
        compile_display(c, at, as_List(e)->elts, 0, BUILD_TUPLE);
    } else if (e->kind == AST_SET && all_constant(as_Set(e)->elts)) {
        compile_exprs(c, as_Set(e)->elts);
        Own set = fold_take_frozenset(c, as_Set(e)->elts->n);
        if (set) emit_const_take(c, at, set);
        else emit(c, at, BUILD_SET, (uint32_t)as_Set(e)->elts->n);
    } else {
        compile_expr(c, e);
    }
}

/* --- unpacking --- */

static void emit_unpack(Compiler *c, Span at, const AstSeq *targets) {
    int star = -1;
    for (int i = 0; i < targets->n; i++) {
        if (targets->items[i]->kind != AST_STARRED) continue;
        if (star >= 0) {
            compile_error(c, at, "multiple starred expressions in assignment");
            return;
        }
        star = i;
    }
    if (star >= 256 || (star >= 0 && targets->n - star - 1 > INT32_MAX >> 8))
        compile_error(c, at, "too many expressions in star-unpacking assignment");
    else if (star >= 0) emit_ab(c, at, UNPACK_EX, (uint16_t)star, (uint32_t)(targets->n - star - 1));
    else emit(c, at, UNPACK_SEQUENCE, (uint32_t)targets->n);
}

/* Different locals: in which order they are stored does not show. */
static bool distinct_locals(Compiler *c, const AstSeq *targets) {
    for (int i = 0; i < targets->n; i++) {
        if (targets->items[i]->kind != AST_NAME || !name_is_fast(c, compile_mangle(c, as_Name(targets->items[i])->id))) return false;
        for (int k = 0; k < i; k++)
            if (as_Name(targets->items[k])->id == as_Name(targets->items[i])->id) return false;
    }
    return true;
}

/* a, b = b, a: the tuple just built is not needed; true: stored. */
static bool unpack_fresh_tuple(Compiler *c, Span at, const AstSeq *targets) {
    Unit *u = c->unit;
    if (c->failed || u->n_ins <= u->barrier || targets->n < 2 || targets->n > 3 || has_star(targets)) return false;
    const Ins *last = &u->ins[u->n_ins - 1];
    if (last->code.op != BUILD_TUPLE || last->code.w != (uint32_t)targets->n) return false;
    tail_drop(c, 1);
    if (distinct_locals(c, targets)) {
        /* stored last to first, but numbered in the order of the source */
        for (int i = 0; i < targets->n; i++) unit_var(c, compile_mangle(c, as_Name(targets->items[i])->id), LOCAL_PLAIN);
        for (int i = targets->n - 1; i >= 0; i--) compile_expr(c, targets->items[i]);
    } else {
        emit(c, at, SWAP, (uint32_t)targets->n);
        compile_exprs(c, targets);
    }
    return true;
}

static void compile_unpack(Compiler *c, Ast *e) {
    const AstSeq *targets = as_List(e)->elts;
    if (unpack_fresh_tuple(c, ast_span(e), targets)) return;
    emit_unpack(c, ast_span(e), targets);
    for (int i = 0; i < targets->n && !c->failed; i++) {
        Ast *t = targets->items[i];
        compile_expr(c, t->kind == AST_STARRED ? as_Starred(t)->value : t);
    }
}

static void compile_sequence(Compiler *c, Ast *e, int build) {
    switch (as_List(e)->ctx) {
        case AST_LOAD: compile_display(c, ast_span(e), as_List(e)->elts, 0, build); break;
        case AST_STORE: compile_unpack(c, e); break;
        case AST_DEL: compile_exprs(c, as_List(e)->elts); break;
    }
}

/* --- operators --- */

static void compile_binary(Compiler *c, Ast *e) {
    const BinOpNode *n = as_BinOp(e);
    if (n->op == AST_OP_MOD && compile_percent(c, e)) return;
    compile_expr(c, n->left);
    compile_expr(c, n->right);
    if (!fold_binary(c, ast_span(e), (BinOp)n->op)) emit_op(c, ast_span(e), BINARY_TT)->code.c = (uint16_t)n->op;
}

static void emit_compare(Compiler *c, Span at, AstCmpOp op) {
    static const uint8_t ops[] = {[AST_OP_EQ] = CMP_EQ, [AST_OP_NOT_EQ] = CMP_NE, [AST_OP_LT] = CMP_LT,
                                  [AST_OP_LT_E] = CMP_LE, [AST_OP_GT] = CMP_GT, [AST_OP_GT_E] = CMP_GE};
    switch (op) {
        case AST_OP_IS: emit(c, at, IS_OP, 0); break;
        case AST_OP_IS_NOT: emit(c, at, IS_OP, 1); break;
        case AST_OP_IN: emit(c, at, CONTAINS_OP, 0); break;
        case AST_OP_NOT_IN: emit(c, at, CONTAINS_OP, 1); break;
        default: emit_op(c, at, COMPARE_TT)->code.c = ops[op];
    }
}

static AstCmpOp opposite(AstCmpOp op) {
    switch (op) {
        case AST_OP_IS: return AST_OP_IS_NOT;
        case AST_OP_IS_NOT: return AST_OP_IS;
        case AST_OP_IN: return AST_OP_NOT_IN;
        case AST_OP_NOT_IN: return AST_OP_IN;
        default: return op;
    }
}

static void compile_unary(Compiler *c, Ast *e) {
    static const uint16_t ops[] = {[AST_OP_INVERT] = UNARY_INVERT, [AST_OP_NOT] = UNARY_NOT, [AST_OP_UADD] = UNARY_POSITIVE,
                                   [AST_OP_USUB] = UNARY_NEGATIVE};
    const UnaryOpNode *n = as_UnaryOp(e);
    compile_expr(c, n->operand);
    if (c->failed) return;
    Unit *u = c->unit;
    if (n->op == AST_OP_NOT && n->operand->kind == AST_COMPARE && as_Compare(n->operand)->ops->n == 1) {
        AstCmpOp op = as_Compare(n->operand)->ops->items[0];
        if (opposite(op) != op) { /* not (a in b): the last instruction is that test */
            u->ins[u->n_ins - 1].code.w ^= 1;
            return;
        }
    }
    if (!fold_unary(c, ast_span(e), ops[n->op])) emit_op(c, ast_span(e), ops[n->op]);
}

static void compile_bool_op(Compiler *c, Ast *e) {
    const BoolOpNode *n = as_BoolOp(e);
    int end = label_new(c), op = n->op == AST_OP_AND ? JUMP_IF_FALSE_OR_POP : JUMP_IF_TRUE_OR_POP;
    for (int i = 0; i < n->values->n - 1 && !c->failed; i++) {
        compile_expr(c, n->values->items[i]);
        emit_jump(c, ast_span(e), op, end);
    }
    compile_expr(c, n->values->items[n->values->n - 1]);
    label_here(c, end);
}

/* The middle of a < x < b is needed twice; a local or constant is simply loaded again. */
static bool can_reload(Compiler *c, Ast *e) {
    return e->kind == AST_CONSTANT || (e->kind == AST_NAME && name_is_fast(c, compile_mangle(c, as_Name(e)->id)));
}

static void compile_comparator(Compiler *c, const CompareNode *n, int i) {
    bool membership = n->ops->items[i] == AST_OP_IN || n->ops->items[i] == AST_OP_NOT_IN;
    if (membership && i == n->ops->n - 1) compile_iterable(c, n->comparators->items[i]);
    else compile_expr(c, n->comparators->items[i]);
}

/* All links of a chain but the last: leaves the last link's left side on the stack, or jumps: to `fails` with the comparison's result
 * (value) or nothing (condition) on top of what has to be popped, to `fails_bare` with nothing below it. */
static void chain_links(Compiler *c, Ast *e, bool value, int fails, int fails_bare) {
    const CompareNode *n = as_Compare(e);
    Span at = ast_span(e);
    compile_expr(c, n->left);
    for (int i = 0; i < n->ops->n - 1 && !c->failed; i++) {
        bool reload = can_reload(c, n->comparators->items[i]);
        compile_comparator(c, n, i);
        if (!reload) {
            emit(c, at, SWAP, 2);
            emit(c, at, COPY, 2);
        }
        emit_compare(c, at, n->ops->items[i]);
        emit_jump(c, at, value ? JUMP_IF_FALSE_OR_POP : POP_JUMP_IF_FALSE, reload ? fails_bare : fails);
        if (reload) compile_comparator(c, n, i);
    }
    compile_comparator(c, n, n->ops->n - 1);
    emit_compare(c, at, n->ops->items[n->ops->n - 1]);
}

static void compile_compare(Compiler *c, Ast *e) {
    const CompareNode *n = as_Compare(e);
    check_compare(c, e);
    if (n->ops->n == 1) {
        compile_expr(c, n->left);
        compile_comparator(c, n, 0);
        emit_compare(c, ast_span(e), n->ops->items[0]);
        return;
    }
    int fails = label_new(c), end = label_new(c);
    chain_links(c, e, true, fails, end);
    emit_jump(c, ast_span(e), JUMP, end);
    label_here(c, fails);
    emit(c, ast_span(e), SWAP, 2);
    emit_op(c, ast_span(e), POP_TOP);
    label_here(c, end);
}

static void compile_if_expr(Compiler *c, Ast *e) {
    const IfExpNode *n = as_IfExp(e);
    int orelse = label_new(c), end = label_new(c);
    compile_jump_if(c, n->test, orelse, false);
    compile_expr(c, n->body);
    emit_jump(c, NOWHERE, JUMP, end);
    label_here(c, orelse);
    compile_expr(c, n->orelse);
    label_here(c, end);
}

static void compile_named(Compiler *c, Ast *e) {
    compile_expr(c, as_NamedExpr(e)->value);
    emit(c, ast_span(e), COPY, 1);
    compile_expr(c, as_NamedExpr(e)->target);
}

/* --- subscripts --- */

static void compile_bound(Compiler *c, Span at, Ast *e) {
    if (e) compile_expr(c, e);
    else emit_const(c, at, NONE);
}

static void compile_slice(Compiler *c, Ast *e) {
    const SliceNode *n = as_Slice(e);
    compile_bound(c, ast_span(e), n->lower);
    compile_bound(c, ast_span(e), n->upper);
    if (n->step) compile_expr(c, n->step);
    emit(c, ast_span(e), BUILD_SLICE, n->step ? 3 : 2);
}

static void compile_subscript(Compiler *c, Ast *e) {
    const SubscriptNode *n = as_Subscript(e);
    Span at = ast_span(e);
    if (n->ctx == AST_LOAD) check_subscript(c, n->value, n->slice);
    compile_expr(c, n->value);
    if (n->slice->kind == AST_SLICE && !as_Slice(n->slice)->step && n->ctx != AST_DEL) {
        compile_bound(c, ast_span(n->slice), as_Slice(n->slice)->lower);
        compile_bound(c, ast_span(n->slice), as_Slice(n->slice)->upper);
        emit_op(c, at, n->ctx == AST_LOAD ? LOAD_SLICE : STORE_SLICE);
        return;
    }
    compile_expr(c, n->slice);
    switch (n->ctx) {
        case AST_LOAD:
            if (!fold_subscript(c, at)) emit_op(c, at, SUBSCRIPT_TT);
            break;
        case AST_STORE: emit_op(c, at, STORE_SUBSCRIPT_TT); break;
        case AST_DEL: emit_op(c, at, DELETE_SUBSCRIPT); break;
    }
}

/* --- generators --- */

static void compile_yield(Compiler *c, Ast *e) {
    Span at = ast_span(e);
    if (!scope_is_function(c->unit->scope)) {
        compile_error(c, at, "'yield' outside function");
        return;
    }
    compile_bound(c, at, as_Yield(e)->value);
    if (c->unit->scope->generator && c->unit->scope->coroutine) emit_op(c, at, ASYNC_GEN_WRAP);
    emit(c, at, YIELD_VALUE, 0);
    emit(c, at, RESUME, 1);
}

static void compile_yield_from_expr(Compiler *c, Ast *e) {
    Span at = ast_span(e);
    if (!scope_is_function(c->unit->scope)) {
        compile_error(c, at, "'yield from' outside function");
        return;
    }
    if (c->unit->kind == UNIT_ASYNC_FUNCTION) {
        compile_error(c, at, "'yield from' inside async function");
        return;
    }
    compile_expr(c, as_YieldFrom(e)->value);
    emit_op(c, at, GET_YIELD_FROM_ITER);
    emit_const(c, at, NONE);
    compile_yield_from(c, at, false);
}

/* Sends until the receiver is done; an exception that a throw() brings in goes through CLEANUP_THROW. */
void compile_yield_from(Compiler *c, Span at, bool await) {
    int send = label_new(c), fail = label_new(c), done = label_new(c);
    label_here(c, send);
    emit_jump(c, at, SEND, done);
    int outer = handler_open(c, fail, false);
    emit(c, at, YIELD_VALUE, 1);
    handler_close(c, outer);
    emit(c, NOWHERE, RESUME, await ? 3 : 2);
    emit_jump(c, at, JUMP_QUIET, send);
    label_here(c, fail);
    emit_op(c, at, CLEANUP_THROW);
    label_here(c, done);
    emit_op(c, at, END_SEND);
}

void compile_await(Compiler *c, Span at, int where) {
    emit(c, at, GET_AWAITABLE, (uint32_t)where);
    emit_const(c, at, NONE);
    compile_yield_from(c, at, true);
}

/* --- dispatch --- */

static void compile_starred(Compiler *c, Ast *e) {
    bool store = as_Starred(e)->ctx == AST_STORE;
    compile_error(c, ast_span(e), store ? "starred assignment target must be in a list or tuple" : "can't use starred expression here");
}

void compile_exprs(Compiler *c, const AstSeq *seq) {
    for (int i = 0; i < seq->n && !c->failed; i++) compile_expr(c, seq->items[i]);
}

/* flat switch */
void compile_expr(Compiler *c, Ast *e) {
    if (!compile_enter(c)) return;
    switch ((AstKind)e->kind) {
        case AST_CONSTANT: emit_const_take(c, ast_span(e), const_object(c, &as_Constant(e)->value, ast_span(e))); break;
        case AST_NAME: compile_name(c, ast_span(e), as_Name(e)->id, as_Name(e)->ctx); break;
        case AST_ATTRIBUTE: compile_attribute(c, e); break;
        case AST_SUBSCRIPT: compile_subscript(c, e); break;
        case AST_CALL: compile_call(c, e); break;
        case AST_BIN_OP: compile_binary(c, e); break;
        case AST_UNARY_OP: compile_unary(c, e); break;
        case AST_BOOL_OP: compile_bool_op(c, e); break;
        case AST_COMPARE: compile_compare(c, e); break;
        case AST_NAMED_EXPR: compile_named(c, e); break;
        case AST_LAMBDA: compile_lambda(c, e); break;
        case AST_IF_EXP: compile_if_expr(c, e); break;
        case AST_DICT: compile_dict(c, e); break;
        case AST_SET: compile_display(c, ast_span(e), as_Set(e)->elts, 0, BUILD_SET); break;
        case AST_LIST: compile_sequence(c, e, BUILD_LIST); break;
        case AST_TUPLE: compile_sequence(c, e, BUILD_TUPLE); break;
        case AST_LIST_COMP: case AST_SET_COMP: case AST_DICT_COMP: case AST_GENERATOR_EXP: compile_comprehension(c, e); break;
        case AST_AWAIT:
            compile_expr(c, as_Await(e)->value);
            compile_await(c, ast_span(e), 0);
            break;
        case AST_YIELD: compile_yield(c, e); break;
        case AST_YIELD_FROM: compile_yield_from_expr(c, e); break;
        case AST_JOINED_STR: compile_joined(c, e); break;
        case AST_FORMATTED_VALUE: compile_formatted(c, e); break;
        case AST_STARRED: compile_starred(c, e); break;
        case AST_SLICE: compile_slice(c, e); break;
        default: compile_bug(c, "not an expression");
    }
}

/* --- conditions --- */

static void jump_if_bool_op(Compiler *c, const BoolOpNode *n, int label, bool when) {
    bool stops_at = n->op == AST_OP_OR; /* the value of an operand that decides alone */
    int inner = stops_at == when ? label : label_new(c);
    for (int i = 0; i < n->values->n - 1 && !c->failed; i++) compile_jump_if(c, n->values->items[i], inner, stops_at);
    compile_jump_if(c, n->values->items[n->values->n - 1], label, when);
    if (inner != label) label_here(c, inner);
}

static void jump_if_if_expr(Compiler *c, const IfExpNode *n, int label, bool when) {
    int orelse = label_new(c), end = label_new(c);
    compile_jump_if(c, n->test, orelse, false);
    compile_jump_if(c, n->body, label, when);
    emit_jump(c, NOWHERE, JUMP, end);
    label_here(c, orelse);
    compile_jump_if(c, n->orelse, label, when);
    label_here(c, end);
}

static void jump_if_chain(Compiler *c, Ast *e, int label, bool when) {
    int fails = label_new(c), end = label_new(c);
    check_compare(c, e);
    chain_links(c, e, false, fails, when ? end : label);
    emit_jump(c, ast_span(e), when ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, label);
    emit_jump(c, NOWHERE, JUMP, end);
    label_here(c, fails);
    emit_op(c, ast_span(e), POP_TOP);
    if (!when) emit_jump(c, NOWHERE, JUMP, label);
    label_here(c, end);
}

static bool is_none_test(Ast *e) {
    if (e->kind != AST_COMPARE || as_Compare(e)->ops->n != 1) return false;
    const Ast *right = as_Compare(e)->comparators->items[0];
    int op = as_Compare(e)->ops->items[0];
    return (op == AST_OP_IS || op == AST_OP_IS_NOT) && right->kind == AST_CONSTANT && ((const ConstantNode *)right)->value.kind == CONST_NONE;
}

static void jump_if_value(Compiler *c, Ast *e, int label, bool when) {
    compile_expr(c, e);
    Ref constant = tail_const(c, 0);
    if (!constant) {
        emit_jump(c, ast_span(e), when ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, label);
        return;
    }
    int truth = object_truth(constant);
    if (truth < 0) {
        compile_fail(c);
        return;
    }
    tail_drop(c, 1);
    emit_op(c, ast_span(e), NOP);
    if ((truth != 0) == when) emit_jump(c, ast_span(e), JUMP, label);
}

void compile_jump_if(Compiler *c, Ast *e, int label, bool when) {
    if (!compile_enter(c)) return;
    if (e->kind == AST_UNARY_OP && as_UnaryOp(e)->op == AST_OP_NOT) {
        compile_jump_if(c, as_UnaryOp(e)->operand, label, !when);
    } else if (e->kind == AST_BOOL_OP) {
        jump_if_bool_op(c, as_BoolOp(e), label, when);
    } else if (e->kind == AST_IF_EXP) {
        jump_if_if_expr(c, as_IfExp(e), label, when);
    } else if (is_none_test(e)) {
        check_compare(c, e);
        compile_expr(c, as_Compare(e)->left);
        bool none_jumps = (as_Compare(e)->ops->items[0] == AST_OP_IS) == when;
        emit_jump(c, ast_span(e), none_jumps ? POP_JUMP_IF_NONE : POP_JUMP_IF_NOT_NONE, label);
    } else if (e->kind == AST_COMPARE && as_Compare(e)->ops->n > 1) {
        jump_if_chain(c, e, label, when);
    } else {
        jump_if_value(c, e, label, when);
    }
}

bool expr_is_simple(Ast *e, int *budget) {
    if (--*budget < 0) return false;
    switch ((AstKind)e->kind) {
        case AST_NAME: case AST_CONSTANT: return true;
        case AST_ATTRIBUTE: return expr_is_simple(as_Attribute(e)->value, budget);
        case AST_SUBSCRIPT: return expr_is_simple(as_Subscript(e)->value, budget) && expr_is_simple(as_Subscript(e)->slice, budget);
        case AST_BIN_OP: return expr_is_simple(as_BinOp(e)->left, budget) && expr_is_simple(as_BinOp(e)->right, budget);
        case AST_UNARY_OP: return expr_is_simple(as_UnaryOp(e)->operand, budget);
        case AST_BOOL_OP:
            for (int i = 0; i < as_BoolOp(e)->values->n; i++)
                if (!expr_is_simple(as_BoolOp(e)->values->items[i], budget)) return false;
            return true;
        case AST_COMPARE:
            for (int i = 0; i < as_Compare(e)->comparators->n; i++)
                if (!expr_is_simple(as_Compare(e)->comparators->items[i], budget)) return false;
            return expr_is_simple(as_Compare(e)->left, budget);
        default: return false;
    }
}
