/* mod_operator.c: the module operator: the operators as functions, and the three makers of functions: itemgetter, attrgetter, methodcaller. */
#include <string.h>

#include "lib/modules.h"
#include "runtime/builtin.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"

/* --- the operators --- */

#define FUNCTION(name, expression)                          \
    static Own operator_##name(Ref self, Ref const *args) { \
        (void)self;                                         \
        return expression;                                  \
    }
#define COMPARISON(name, op) FUNCTION(name, object_compare(args[0], args[1], op))
#define BINARY(name, op)                                      \
    FUNCTION(name, object_binary(op, args[0], args[1]))       \
    FUNCTION(i##name, object_inplace(op, args[0], args[1]))
COMPARISON(lt, CMP_LT)
COMPARISON(le, CMP_LE)
COMPARISON(eq, CMP_EQ)
COMPARISON(ne, CMP_NE)
COMPARISON(ge, CMP_GE)
COMPARISON(gt, CMP_GT)
BINARY(add, OP_ADD)
BINARY(sub, OP_SUB)
BINARY(mul, OP_MUL)
BINARY(matmul, OP_MATMUL)
BINARY(truediv, OP_TRUEDIV)
BINARY(floordiv, OP_FLOORDIV)
BINARY(mod, OP_MOD)
BINARY(lshift, OP_LSHIFT)
BINARY(rshift, OP_RSHIFT)
BINARY(and, OP_AND)
BINARY(or, OP_OR)
BINARY(xor, OP_XOR)
FUNCTION(pow, object_power(args[0], args[1], NULL))
FUNCTION(ipow, object_inplace(OP_POW, args[0], args[1]))
FUNCTION(neg, object_negative(args[0]))
FUNCTION(pos, object_positive(args[0]))
FUNCTION(abs, object_absolute(args[0]))
FUNCTION(invert, object_invert(args[0]))
FUNCTION(is, bool_new(args[0] == args[1]))
FUNCTION(is_not, bool_new(args[0] != args[1]))
FUNCTION(getitem, object_subscript(args[0], args[1]))
FUNCTION(setitem, object_set_subscript(args[0], args[1], args[2]) < 0 ? NULL : none())
FUNCTION(delitem, object_set_subscript(args[0], args[1], NULL) < 0 ? NULL : none())

/* Always exactly an int: not True. */
static Own operator_index(Ref self, Ref const *args) {
    (void)self;
    Own n = number_index(args[0]);
    if (!n || is_exact_int(n)) return n;
    Own exact = int_binary(OP_ADD, n, (Ref)&small_ints[-SMALL_INT_MIN]);
    drop(n);
    return exact;
}

static Own answer(int truth) { return truth < 0 ? NULL : bool_new(truth); }
static Own negated(int truth) { return truth < 0 ? NULL : bool_new(!truth); }
FUNCTION(truth, answer(object_truth(args[0])))
FUNCTION(not, negated(object_truth(args[0])))
FUNCTION(contains, answer(object_contains(args[0], args[1])))

static bool is_sequence(Ref o) { return (o->type->item || o->type->subscript) && !is_dict(o); }

static Own concat(Ref a, Ref b, bool in_place) {
    BinaryFn slot = in_place && a->type->inplace_concat ? a->type->inplace_concat : a->type->concat;
    if (slot) return slot(a, b);
    if (is_sequence(a) && is_sequence(b)) return in_place ? object_inplace(OP_ADD, a, b) : object_binary(OP_ADD, a, b);
    return raise_error(TypeError, "'%T' object can't be concatenated", a);
}
FUNCTION(concat, concat(args[0], args[1], false))
FUNCTION(iconcat, concat(args[0], args[1], true))

/* How many items equal value, or with `first` the place of the first one; -1 there is none, -2 error. */
static ssize_t search(Ref iterable, Ref value, bool first) {
    Own it = object_iter(iterable), item;
    if (!it) {
        if (err_matches(TypeError)) raise_error(TypeError, "argument of type '%T' is not iterable", iterable);
        return -2;
    }
    ssize_t count = 0, place = -1;
    int more;
    for (ssize_t i = 0; place < 0 && (more = iter_next(it, &item)) != 0; i++) {
        int same = more < 0 ? -1 : object_compare_bool(item, value, CMP_EQ);
        if (more > 0) drop(item);
        if (same < 0) {
            drop(it);
            return -2;
        }
        count += same;
        if (first && same) place = i;
    }
    drop(it);
    return first ? place : count;
}

static Own operator_countOf(Ref self, Ref const *args) {
    (void)self;
    ssize_t n = search(args[0], args[1], false);
    return n < 0 ? NULL : int_new(n);
}

static Own operator_indexOf(Ref self, Ref const *args) {
    (void)self;
    ssize_t i = search(args[0], args[1], true);
    if (i >= 0) return int_new(i);
    return i == -1 ? raise_error(ValueError, "sequence.index(x): x not in sequence") : NULL;
}

static Own operator_length_hint(Ref self, Ref const *args) {
    (void)self;
    if (args[1] && !is_int(args[1])) return raise_error(TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    ssize_t otherwise = args[1] ? index_as_ssize(args[1]) : 0;
    if (otherwise == -1 && err_set()) return NULL;
    ssize_t n = object_length_hint(args[0], otherwise);
    return n == -1 && err_set() ? NULL : int_new(n);
}

static Own operator_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    if (nargs == 0) return raise_error(TypeError, "call expected at least 1 argument, got 0");
    return object_call(args[0], args + 1, nargs - 1, kwnames);
}

/* --- itemgetter --- */

typedef struct ItemGetter {
    Object ob;
    Object *items;  /* tuple of what is looked up */
    ssize_t n;
    ssize_t index;  /* the only one, if it is a plain number from 0 on; else -1 */
    void *unused;   /* CPython's struct has a word more, as the two below */
} ItemGetter;
static Type itemgetter_type;

static int refuse_keywords(const char *name, Ref kwnames) {
    return kwnames && tuple_size(kwnames) ? (raise_error(TypeError, "%s() takes no keyword arguments", name), -1) : 0;
}

/* A call of a getter has the object and nothing else. */
static int check_call(const char *name, size_t nargs, Ref kwnames) { return args_range(name, nargs, kwnames, 1, 1); }

static Own itemgetter_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (refuse_keywords("itemgetter", kwnames) < 0) return NULL;
    if (nargs == 0) return raise_error(TypeError, "itemgetter expected 1 argument, got 0");
    Own items = tuple_from_array(args, (ssize_t)nargs), self = items ? instance_new(&itemgetter_type) : NULL;
    if (!self) {
        drop_x(items);
        return NULL;
    }
    ItemGetter *g = (ItemGetter *)self;
    bool plain = nargs == 1 && is_exact_int(args[0]) && int_is_compact(args[0]);
    g->items = items;
    g->n = (ssize_t)nargs;
    g->index = plain && int_value(args[0]) >= 0 ? int_value(args[0]) : -1;
    return self;
}

static Own itemgetter_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    const ItemGetter *g = (const ItemGetter *)self;
    if (UNLIKELY(nargs != 1 || kwnames) && check_call("itemgetter", nargs, kwnames) < 0) return NULL;
    Ref o = args[0];
    if (g->index >= 0 && is_exact_tuple(o) && g->index < tuple_size(o)) return own(tuple_item(o, g->index));
    if (g->n == 1) return object_subscript(o, tuple_item(g->items, 0));
    Own result = tuple_new(g->n);
    if (result) gc_untrack(result); /* nobody is to find it half filled */
    for (ssize_t i = 0; result && i < g->n; i++) {
        Own item = object_subscript(o, tuple_item(g->items, i));
        if (item) tuple_put_take(result, i, item);
        else CLEAR(result);
    }
    if (result) gc_track(result);
    return result;
}

static Own shown(const char *name, Ref args) {
    StrWriter w = {.overallocate = true};
    if (writer_ascii(&w, name, (ssize_t)strlen(name)) < 0 || writer_char(&w, '(') < 0) return NULL;
    for (ssize_t i = 0; i < tuple_size(args); i++)
        if ((i && writer_ascii(&w, ", ", 2) < 0) || writer_repr(&w, tuple_item(args, i)) < 0) return NULL;
    return writer_char(&w, ')') < 0 ? NULL : writer_finish(&w);
}

/* repr of a getter, which may be among its own items. */
static Own getter_repr(Ref self, Ref args) {
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : format_text("%s(...)", self->type->head.name);
    Own text = shown(self->type->head.name, args);
    repr_leave(self);
    return text;
}

static Own itemgetter_repr(Ref self) { return getter_repr(self, ((const ItemGetter *)self)->items); }

static Own itemgetter_m_reduce(Ref self, Ref const *args) {
    (void)args;
    return tuple_pack(2, (Ref)self->type, (Ref)((const ItemGetter *)self)->items);
}

static int itemgetter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((ItemGetter *)self)->items);
    return 0;
}

static void itemgetter_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(((ItemGetter *)self)->items);
    object_free(self);
    trash_end();
}

static const Method itemgetter_methods[] = {{"__reduce__()", itemgetter_m_reduce, "How to make a copy."}, {0}};

static Type itemgetter_type = {
    .head = {.ob = {1, &type_type}, .name = "operator.itemgetter", .basic_size = sizeof(ItemGetter), .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = itemgetter_traverse, .dealloc = itemgetter_dealloc},
    .doc = "itemgetter(2) is a function that gives the item 2 of its argument; itemgetter(2, 5) one that gives a tuple of two.",
    .signature = "itemgetter(item, /, *items)",
    .repr = itemgetter_repr,
    .call = itemgetter_call,
    .new = itemgetter_new,
    .methods = itemgetter_methods,
};

/* --- attrgetter --- */

typedef struct AttrGetter {
    Object ob;
    Object *names;  /* tuple of the names as given: they may have dots */
    Object *paths;  /* tuple: a str, or a tuple of str for one with dots */
    void *unused;
} AttrGetter;
static Type attrgetter_type;

/* A name, interned, or the names between its dots. */
static Own path_of(Ref name) {
    if (!is_str(name)) return raise_error(TypeError, "attribute name must be a string");
    ssize_t from = 0, dot = str_find_char(name, '.', 0, str_len(name));
    Own parts = dot < 0 ? NULL : list_new(0), result = NULL;
    if (dot < 0) {
        result = is_exact_str(name) ? own(name) : object_str(name);
        if (result && is_exact_str(result)) str_intern(&result);
        return result;
    }
    for (bool last = false; parts && !last; from = dot + 1) {
        dot = str_find_char(name, '.', from, str_len(name));
        last = dot < 0;
        Own part = str_slice(name, from, last ? str_len(name) : dot);
        if (part) str_intern(&part);
        if (!part || list_append_take(parts, part) < 0) CLEAR(parts);
    }
    if (parts) result = list_as_tuple(parts);
    drop_x(parts);
    return result;
}

static Own attrgetter_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (refuse_keywords("attrgetter", kwnames) < 0) return NULL;
    if (nargs == 0) return raise_error(TypeError, "attrgetter expected 1 argument, got 0");
    Own names_given = tuple_from_array(args, (ssize_t)nargs), paths = names_given ? list_new(0) : NULL, tuple = NULL, self = NULL;
    for (size_t i = 0; paths && i < nargs; i++) {
        Own path = path_of(args[i]);
        if (!path || list_append_take(paths, path) < 0) CLEAR(paths);
    }
    if (paths) tuple = list_as_tuple(paths);
    if (tuple) self = instance_new(&attrgetter_type);
    if (self) {
        ((AttrGetter *)self)->names = own(names_given);
        ((AttrGetter *)self)->paths = own(tuple);
    }
    drop_x(names_given);
    drop_x(paths);
    drop_x(tuple);
    return self;
}

static Own follow(Ref o, Ref path) {
    if (is_str(path)) return attr_get(o, path);
    Own at = own(o);
    for (ssize_t i = 0; at && i < tuple_size(path); i++) {
        Own next = attr_get(at, tuple_item(path, i));
        drop(at);
        at = next;
    }
    return at;
}

static Own attrgetter_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    Ref paths = ((const AttrGetter *)self)->paths;
    if (UNLIKELY(nargs != 1 || kwnames) && check_call("attrgetter", nargs, kwnames) < 0) return NULL;
    ssize_t n = tuple_size(paths);
    if (n == 1) return follow(args[0], tuple_item(paths, 0));
    Own result = tuple_new(n);
    if (result) gc_untrack(result);
    for (ssize_t i = 0; result && i < n; i++) {
        Own value = follow(args[0], tuple_item(paths, i));
        if (value) tuple_put_take(result, i, value);
        else CLEAR(result);
    }
    if (result) gc_track(result);
    return result;
}

static Own attrgetter_repr(Ref self) { return getter_repr(self, ((const AttrGetter *)self)->names); }

static Own attrgetter_m_reduce(Ref self, Ref const *args) {
    (void)args;
    return tuple_pack(2, (Ref)self->type, (Ref)((const AttrGetter *)self)->names);
}

static int attrgetter_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((AttrGetter *)self)->names);
    VISIT(((AttrGetter *)self)->paths);
    return 0;
}

static void attrgetter_dealloc(Object *self) {
    gc_untrack(self);
    CLEAR(((AttrGetter *)self)->names);
    CLEAR(((AttrGetter *)self)->paths);
    object_free(self);
}

static const Method attrgetter_methods[] = {{"__reduce__()", attrgetter_m_reduce, "How to make a copy."}, {0}};

static Type attrgetter_type = {
    .head = {.ob = {1, &type_type}, .name = "operator.attrgetter", .basic_size = sizeof(AttrGetter), .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = attrgetter_traverse, .dealloc = attrgetter_dealloc},
    .doc = "attrgetter('name') is a function that gives the attribute of its argument; 'a.b' follows two of them; several names give a tuple.",
    .signature = "attrgetter(attr, /, *attrs)",
    .repr = attrgetter_repr,
    .call = attrgetter_call,
    .new = attrgetter_new,
    .methods = attrgetter_methods,
};

/* --- methodcaller --- */

typedef struct MethodCaller {
    Object ob;
    Object *name;     /* interned */
    Object *args;     /* tuple: positional arguments, then values of keywords */
    Object *kwnames;  /* tuple or NULL */
    void *unused[3];
} MethodCaller;
static Type methodcaller_type;

static Own methodcaller_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames) {
    (void)cls;
    if (nargs == 0) return raise_error(TypeError, "methodcaller needs at least one argument, the method name");
    if (!is_str(args[0])) return raise_error(TypeError, "method name must be a string");
    ssize_t n_named = kwnames ? tuple_size(kwnames) : 0;
    Own name = object_str(args[0]), given = name ? tuple_from_array(args + 1, (ssize_t)nargs - 1 + n_named) : NULL;
    Own self = given ? instance_new(&methodcaller_type) : NULL;
    if (!self) {
        drop_x(name);
        drop_x(given);
        return NULL;
    }
    if (is_exact_str(name)) str_intern(&name);
    MethodCaller *m = (MethodCaller *)self;
    m->name = name;
    m->args = given;
    m->kwnames = n_named ? own(kwnames) : NULL;
    return self;
}

enum { FEW_ARGUMENTS = 8 };

static Own methodcaller_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    const MethodCaller *m = (const MethodCaller *)self;
    if (UNLIKELY(nargs != 1 || kwnames) && check_call("methodcaller", nargs, kwnames) < 0) return NULL;
    size_t total = (size_t)tuple_size(m->args), positional = total - (m->kwnames ? (size_t)tuple_size(m->kwnames) : 0);
    Ref few[FEW_ARGUMENTS + 1], *all = few;
    Own method, result = NULL;
    int unbound = attr_get_method(args[0], m->name, &method);
    if (unbound < 0) return NULL;
    if (total > FEW_ARGUMENTS && !(all = mem_alloc((total + 1) * sizeof *all))) {
        drop(method);
        return raise_memory();
    }
    all[0] = args[0];
    memcpy(all + 1, tuple_items(m->args), total * sizeof *all);
    result = unbound ? object_call(method, all, positional + 1, m->kwnames) : object_call(method, all + 1, positional, m->kwnames);
    if (all != few) mem_free(all);
    drop(method);
    return result;
}

static Own methodcaller_repr(Ref self) {
    const MethodCaller *m = (const MethodCaller *)self;
    int entered = repr_enter(self);
    if (entered) return entered < 0 ? NULL : format_text("%s(...)", self->type->head.name);
    ssize_t total = tuple_size(m->args), positional = total - (m->kwnames ? tuple_size(m->kwnames) : 0);
    StrWriter w = {.overallocate = true};
    Own text = NULL;
    if (writer_ascii(&w, self->type->head.name, (ssize_t)strlen(self->type->head.name)) < 0 || writer_char(&w, '(') < 0 ||
        writer_repr(&w, m->name) < 0)
        goto done;
    for (ssize_t i = 0; i < total; i++) {
        if (writer_ascii(&w, ", ", 2) < 0) goto done;
        if (i >= positional && (writer_str(&w, tuple_item(m->kwnames, i - positional)) < 0 || writer_char(&w, '=') < 0)) goto done;
        if (writer_repr(&w, tuple_item(m->args, i)) < 0) goto done;
    }
    if (writer_char(&w, ')') == 0) text = writer_finish(&w);
done:
    repr_leave(self);
    return text;
}

/* functools.partial(cls, name, **keywords), where a tuple of arguments cannot say it */
static Own maker_with_keywords(const MethodCaller *m) {
    ssize_t positional = tuple_size(m->args) - tuple_size(m->kwnames);
    Own functools = import_module_text("functools"), key = functools ? str_interned("partial") : NULL;
    Own partial = key ? attr_get(functools, key) : NULL, result = NULL;
    Own all = partial ? tuple_pack(2, (Ref)m->ob.type, (Ref)m->name) : NULL, kwargs = all ? dict_new() : NULL;
    int failed = kwargs ? 0 : -1;
    for (ssize_t i = 0; failed == 0 && i < tuple_size(m->kwnames); i++)
        failed = dict_set(kwargs, tuple_item(m->kwnames, i), tuple_item(m->args, positional + i));
    if (failed == 0) result = object_call_tuple(partial, all, kwargs);
    drop_x(functools);
    drop_x(key);
    drop_x(partial);
    drop_x(all);
    drop_x(kwargs);
    return result;
}

static Own methodcaller_m_reduce(Ref self, Ref const *args) {
    (void)args;
    const MethodCaller *m = (const MethodCaller *)self;
    ssize_t positional = tuple_size(m->args) - (m->kwnames ? tuple_size(m->kwnames) : 0);
    Own maker = m->kwnames ? maker_with_keywords(m) : own((Ref)self->type), list = maker ? list_new(0) : NULL, given = NULL, result = NULL;
    if (list && !m->kwnames && list_append(list, m->name) < 0) CLEAR(list);
    for (ssize_t i = 0; list && i < positional; i++)
        if (list_append(list, tuple_item(m->args, i)) < 0) CLEAR(list);
    if (list) given = list_as_tuple(list);
    if (given) result = tuple_pack(2, (Ref)maker, (Ref)given);
    drop_x(maker);
    drop_x(list);
    drop_x(given);
    return result;
}

static int methodcaller_traverse(Object *self, VisitFn visit, void *arg) {
    VISIT(((MethodCaller *)self)->args);
    VISIT(((MethodCaller *)self)->kwnames);
    return 0;
}

static int methodcaller_clear(Object *self) {
    CLEAR(((MethodCaller *)self)->kwnames);
    return 0;
}

static void methodcaller_dealloc(Object *self) {
    gc_untrack(self);
    if (trash_defer(self)) return;
    CLEAR(((MethodCaller *)self)->name);
    CLEAR(((MethodCaller *)self)->args);
    methodcaller_clear(self);
    object_free(self);
    trash_end();
}

static const Method methodcaller_methods[] = {{"__reduce__()", methodcaller_m_reduce, "How to make a copy."}, {0}};

static Type methodcaller_type = {
    .head = {.ob = {1, &type_type}, .name = "operator.methodcaller", .basic_size = sizeof(MethodCaller), .flags = TYPE_GC | TYPE_IMMUTABLE,
             .traverse = methodcaller_traverse, .dealloc = methodcaller_dealloc},
    .doc = "methodcaller('name', 1, key=2) is a function that gives o.name(1, key=2) for its argument o.",
    .signature = "methodcaller(name, /, *args, **kwargs)",
    .repr = methodcaller_repr,
    .call = methodcaller_call,
    .new = methodcaller_new,
    .methods = methodcaller_methods,
};

/* --- the module --- */

/* Each has a second name: __add__ and so on. */
static const Method operator_methods[] = {
    {"abs(a, /)", operator_abs, "abs(a)"},
    {"add(a, b, /)", operator_add, "a + b"},
    {"and_(a, b, /)", operator_and, "a & b"},
    {"call(obj, /, *args, **kwargs)", NULL, "obj(*args, **kwargs)", 0, operator_call},
    {"concat(a, b, /)", operator_concat, "a + b, for sequences."},
    {"contains(a, b, /)", operator_contains, "b in a"},
    {"delitem(a, b, /)", operator_delitem, "del a[b]"},
    {"eq(a, b, /)", operator_eq, "a == b"},
    {"floordiv(a, b, /)", operator_floordiv, "a // b"},
    {"ge(a, b, /)", operator_ge, "a >= b"},
    {"getitem(a, b, /)", operator_getitem, "a[b]"},
    {"gt(a, b, /)", operator_gt, "a > b"},
    {"iadd(a, b, /)", operator_iadd, "a += b; gives the new a, as all of this kind."},
    {"iand(a, b, /)", operator_iand, "a &= b"},
    {"iconcat(a, b, /)", operator_iconcat, "a += b, for sequences."},
    {"ifloordiv(a, b, /)", operator_ifloordiv, "a //= b"},
    {"ilshift(a, b, /)", operator_ilshift, "a <<= b"},
    {"imatmul(a, b, /)", operator_imatmul, "a @= b"},
    {"imod(a, b, /)", operator_imod, "a %= b"},
    {"imul(a, b, /)", operator_imul, "a *= b"},
    {"index(a, /)", operator_index, "a as an integer, where an index is wanted."},
    {"inv(a, /)", operator_invert, "~a"},
    {"invert(a, /)", operator_invert, "~a"},
    {"ior(a, b, /)", operator_ior, "a |= b"},
    {"ipow(a, b, /)", operator_ipow, "a **= b"},
    {"irshift(a, b, /)", operator_irshift, "a >>= b"},
    {"isub(a, b, /)", operator_isub, "a -= b"},
    {"itruediv(a, b, /)", operator_itruediv, "a /= b"},
    {"ixor(a, b, /)", operator_ixor, "a ^= b"},
    {"le(a, b, /)", operator_le, "a <= b"},
    {"lshift(a, b, /)", operator_lshift, "a << b"},
    {"lt(a, b, /)", operator_lt, "a < b"},
    {"matmul(a, b, /)", operator_matmul, "a @ b"},
    {"mod(a, b, /)", operator_mod, "a % b"},
    {"mul(a, b, /)", operator_mul, "a * b"},
    {"ne(a, b, /)", operator_ne, "a != b"},
    {"neg(a, /)", operator_neg, "-a"},
    {"not_(a, /)", operator_not, "not a"},
    {"or_(a, b, /)", operator_or, "a | b"},
    {"pos(a, /)", operator_pos, "+a"},
    {"pow(a, b, /)", operator_pow, "a ** b"},
    {"rshift(a, b, /)", operator_rshift, "a >> b"},
    {"setitem(a, b, c, /)", operator_setitem, "a[b] = c"},
    {"sub(a, b, /)", operator_sub, "a - b"},
    {"truediv(a, b, /)", operator_truediv, "a / b"},
    {"xor(a, b, /)", operator_xor, "a ^ b"},
    {0}};
static const Method plain_methods[] = {
    {"countOf(a, b, /)", operator_countOf, "How many items of a equal b."},
    {"indexOf(a, b, /)", operator_indexOf, "Place of the first item of a that equals b."},
    {"is_(a, b, /)", operator_is, "a is b"},
    {"is_not(a, b, /)", operator_is_not, "a is not b"},
    {"length_hint(obj, default=0, /)", operator_length_hint, "How many items obj is likely to have; default if it does not say."},
    {"truth(a, /)", operator_truth, "Whether a counts as true."},
    {0}};

/* "and_" also is "__and__" */
static int add_second_names(Ref module) {
    for (const Method *m = operator_methods; m->signature; m++) {
        Own name = method_name(m), function = NULL;
        if (!name || dict_get(module_dict(module), name, &function) <= 0) goto fail;
        ssize_t n = str_len(name);
        Own bare = str_slice(name, 0, str_char(name, n - 1) == '_' ? n - 1 : n), second = bare ? format_text("__%S__", (Ref)bare) : NULL;
        if (second) str_intern(&second);
        int failed = second ? dict_set(module_dict(module), second, function) : -1;
        drop_x(bare);
        drop_x(second);
        if (failed < 0) goto fail;
        drop(name);
        drop(function);
        continue;
    fail:
        drop_x(name);
        drop_x(function);
        return -1;
    }
    return 0;
}

static Own public_names(Ref module) {
    Own list = list_new(0);
    Ref name;
    for (ssize_t pos = 0; list && dict_next(module_dict(module), &pos, &name, NULL, NULL);)
        if (str_char(name, 0) != '_' && list_append(list, name) < 0) CLEAR(list);
    if (list && list_sort(list, NULL, false) < 0) CLEAR(list);
    return list;
}

Own mod_operator_init(void) {
    Own module = modules_new("operator", operator_methods);
    if (module && module_add_methods(module, plain_methods) == 0 && module_add(module, "itemgetter", own((Ref)&itemgetter_type)) == 0 &&
        module_add(module, "attrgetter", own((Ref)&attrgetter_type)) == 0 &&
        module_add(module, "methodcaller", own((Ref)&methodcaller_type)) == 0 && module_add(module, "__all__", public_names(module)) == 0 &&
        add_second_names(module) == 0)
        return module;
    drop_x(module);
    return NULL;
}
