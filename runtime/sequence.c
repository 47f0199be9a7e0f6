/* sequence.c: generic access to containers (subscripts, membership, fast sequences), and what list and tuple share.
 *
 * An item compared or printed may change the container: every loop here reads size and items anew at each step. */
#include "runtime/sequence.h"

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/set.h"
#include "runtime/simple.h"

/* --- subscripts --- */

Own object_subscript(Ref o, Ref key) {
    Type *t = o->type;
    if (LIKELY(t->subscript != NULL)) return t->subscript(o, key);
    if (t->item) {
        if (!key->type->index) return raise_error(TypeError, "sequence index must be integer, not '%T'", key);
        ssize_t i;
        if (index_fit(key, &i, IndexError) < 0) return NULL;
        if (i < 0 && t->len) {
            ssize_t n = t->len(o);
            if (n < 0) return NULL;
            i += n;
        }
        return t->item(o, i);
    }
    if (is_type(o)) {
        Own method = NULL;
        if (o == (Ref)&type_type) return generic_alias_new(o, key);
        int found = attr_find(o, NAME_OF(dunder_class_getitem), &method);
        if (found < 0) return NULL;
        if (found > 0) {
            Own result = object_call1(method, key);
            drop(method);
            return result;
        }
        return raise_error(TypeError, "type '%s' is not subscriptable", ((const Type *)o)->head.name);
    }
    return raise_error(TypeError, "'%T' object is not subscriptable", o);
}

int object_set_subscript(Ref o, Ref key, Ref value_or_null) {
    Type *t = o->type;
    if (LIKELY(t->set_subscript != NULL)) return t->set_subscript(o, key, value_or_null);
    if (t->set_item) {
        if (!key->type->index) return raise_error(TypeError, "sequence index must be integer, not '%T'", key), -1;
        ssize_t i;
        if (index_fit(key, &i, IndexError) < 0) return -1;
        if (i < 0 && t->len) {
            ssize_t n = t->len(o);
            if (n < 0) return -1;
            i += n;
        }
        return t->set_item(o, i, value_or_null);
    }
    raise_error(TypeError, value_or_null ? "'%T' object does not support item assignment" : "'%T' object doesn't support item deletion", o);
    return -1;
}

int sequence_index(Ref key, const ssize_t *length, ssize_t *out, const char *message) {
    ssize_t i;
    if (is_exact_int(key) && int_is_compact(key)) {
        i = int_value(key);
    } else if (index_fit(key, &i, IndexError) < 0) {
        return -1;
    }
    if (i < 0) i += *length;
    if ((size_t)i >= (size_t)*length) return raise_error(IndexError, "%s", message), -1;
    *out = i;
    return 0;
}

int sequence_bounds(Ref start_or_null, Ref stop_or_null, ssize_t *start, ssize_t *stop) {
    *start = 0;
    *stop = INTPTR_MAX;
    if (start_or_null && start_or_null != NONE && index_clipped(start_or_null, start) < 0) return -1;
    return stop_or_null && stop_or_null != NONE ? index_clipped(stop_or_null, stop) : 0;
}

/* --- membership --- */

static int contains_by_iteration(Ref container, Ref item) {
    Own it = object_iter(container);
    if (!it) {
        if (err_matches(TypeError)) {
            err_clear();
            raise_error(TypeError, "argument of type '%T' is not iterable", container);
        }
        return -1;
    }
    Own found;
    int more, result = 0;
    while ((more = iter_next(it, &found)) > 0) {
        result = object_compare_bool(found, item, CMP_EQ);
        drop(found);
        if (result != 0) break;
    }
    drop(it);
    return more < 0 ? -1 : result;
}

int object_contains(Ref container, Ref item) {
    ContainsFn contains = container->type->contains;
    return contains ? contains(container, item) : contains_by_iteration(container, item);
}

/* --- fast sequences --- */

Own sequence_fast(Ref o, const char *message) {
    if (is_exact_list(o) || is_exact_tuple(o)) return own(o);
    Own it = object_iter(o);
    if (!it) {
        if (message && err_matches(TypeError)) {
            err_clear();
            raise_error(TypeError, "%s", message);
        }
        return NULL;
    }
    Own list = list_from_iterable(it);
    drop(it);
    return list;
}

/* --- shared by list and tuple --- */

Own items_compare(Ref a, Ref b, CmpOp op, Items (*items_of)(Ref)) {
    Items x = items_of(a), y = items_of(b);
    if (x.n != y.n && (op == CMP_EQ || op == CMP_NE)) return bool_new(op == CMP_NE);
    ssize_t i = 0;
    for (; x = items_of(a), y = items_of(b), i < x.n && i < y.n; i++) {
        Object *p = x.items[i], *q = y.items[i];
        if (p == q) continue;
        own(p);
        own(q);
        int equal = object_compare_bool(p, q, CMP_EQ);
        Own result = NULL;
        bool decided = equal <= 0;
        if (equal == 0) result = op == CMP_EQ ? bool_new(false) : op == CMP_NE ? bool_new(true) : object_compare(p, q, op);
        drop(p);
        drop(q);
        if (decided) return result;
    }
    switch (op) {
    case CMP_LT: return bool_new(x.n < y.n);
    case CMP_LE: return bool_new(x.n <= y.n);
    case CMP_EQ: return bool_new(x.n == y.n);
    case CMP_NE: return bool_new(x.n != y.n);
    case CMP_GT: return bool_new(x.n > y.n);
    default: return bool_new(x.n >= y.n);
    }
}

ssize_t items_find(Ref s, Ref value, ssize_t start, ssize_t stop, Items (*items_of)(Ref)) {
    for (ssize_t i = start; i < stop; i++) {
        Items all = items_of(s);
        if (i >= all.n) break;
        if (all.items[i] == value) return i;
        Own item = own(all.items[i]);
        int equal = object_compare_bool(item, value, CMP_EQ);
        drop(item);
        if (equal != 0) return equal < 0 ? -2 : i;
    }
    return -1;
}

ssize_t items_count(Ref s, Ref value, Items (*items_of)(Ref)) {
    ssize_t count = 0;
    for (ssize_t i = 0; i < items_of(s).n; i++) {
        Own item = own(items_of(s).items[i]);
        int equal = item == value ? 1 : object_compare_bool(item, value, CMP_EQ);
        drop(item);
        if (equal < 0) return -1;
        count += equal;
    }
    return count;
}

Own items_repr(Ref s, Items (*items_of)(Ref), char open, char close, bool comma_for_one) {
    if (items_of(s).n == 0) return format_text("%c%c", open, close);
    int inside = repr_enter(s);
    if (inside < 0) return NULL;
    if (inside > 0) return format_text("%c...%c", open, close);
    StrWriter w = {.overallocate = true};
    Own result = NULL;
    if (writer_char(&w, (uint32_t)open) < 0) goto done;
    ssize_t i = 0;
    for (; i < items_of(s).n; i++) {
        if (i && writer_ascii(&w, ", ", 2) < 0) goto done;
        Own item = own(items_of(s).items[i]);
        int failed = writer_repr(&w, item);
        drop(item);
        if (failed < 0) goto done;
    }
    if (comma_for_one && i == 1 && writer_char(&w, ',') < 0) goto done;
    if (writer_char(&w, (uint32_t)close) < 0) goto done;
    result = writer_finish(&w);
done:
    repr_leave(s);
    return result;
}
