/* object.c: the generic protocol: what repr(), str(), hash(), ==, len(), isinstance() and their like do with an object of any type. */
#include "runtime/object.h"

#include <string.h>

#include "runtime/descr.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/generic.h"
#include "runtime/intern.h"
#include "runtime/typebuild.h"

/* Inherited slots are filled when a type is readied; a NULL slot of a type that is not is no answer yet. 0/-1 */
static inline int ensure_ready(Ref o) { return LIKELY(type_has(o->type, TYPE_READY)) ? 0 : type_ready(o->type); }

/* --- text --- */

static Own checked_text(Own text, const char *method) {
    if (!text || is_str(text)) return text;
    raise_error(TypeError, "%s returned non-string (type %T)", method, (Ref)text);
    drop(text);
    return NULL;
}

Own object_repr(Ref o) {
    if (!o->type->repr && ensure_ready(o)) return NULL;
    if (!enter_c(" while getting the repr of an object")) return NULL;
    return checked_text(o->type->repr(o), "__repr__");
}

Own object_str(Ref o) {
    if (is_exact_str(o)) return own(o);
    if (!o->type->str && ensure_ready(o)) return NULL;
    if (!enter_c(" while getting the str of an object")) return NULL;
    return checked_text(o->type->str(o), "__str__");
}

static int write_escaped(StrWriter *w, uint32_t c) {
    static const char digits[] = "0123456789abcdef";
    int n = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
    char text[10] = {'\\', n == 2 ? 'x' : n == 4 ? 'u' : 'U'};
    if (c < 128) return writer_char(w, c);
    for (int i = 0; i < n; i++) text[2 + i] = digits[c >> 4 * (n - 1 - i) & 15];
    return writer_ascii(w, text, n + 2);
}

Own object_ascii(Ref o) {
    Own text = object_repr(o);
    if (!text || str_is_ascii(text)) return text;
    StrWriter w = {.overallocate = true};
    for (ssize_t i = 0, n = str_len(text); i < n; i++) {
        if (write_escaped(&w, str_char(text, i)) == 0) continue;
        drop(text);
        return NULL;
    }
    drop(text);
    return writer_finish(&w);
}

Own object_format(Ref o, Ref spec) {
    bool empty = !spec || (is_str(spec) && str_len(spec) == 0);
    if (empty && (is_exact_str(o) || is_exact_int(o))) return object_str(o);
    Ref arg = spec ? spec : (Ref)str_empty;
    Own text;
    if (!is_str(arg)) return raise_error(TypeError, "Format specifier must be a string, not %T", arg);
    int found = object_call_special(o, NAME_OF(dunder_format), 1, &arg, &text);
    if (found == 0) return raise_error(TypeError, "Type %T doesn't define __format__", o);
    if (found < 0 || is_str(text)) return text;
    raise_error(TypeError, "__format__ must return a str, not %T", (Ref)text);
    drop(text);
    return NULL;
}

/* --- hash, truth --- */

Hash hash_not_implemented(Ref o) { return raise_error(TypeError, "unhashable type: '%T'", o), -1; }

Hash object_hash(Ref o) {
    if (LIKELY(o->type->hash != NULL)) return o->type->hash(o);
    if (ensure_ready(o)) return -1;
    return o->type->hash ? o->type->hash(o) : hash_not_implemented(o);
}

int object_truth_slow(Ref o) {
    const Type *t = o->type;
    if (t->truth) return t->truth(o);
    if (!t->len) return 1;
    ssize_t n = t->len(o);
    return n > 0 ? 1 : (int)n;
}

/* --- comparison --- */

const char *const cmpop_symbols[6] = {"<", "<=", "==", "!=", ">", ">="};

static inline CmpOp mirrored(CmpOp op) {
    static const CmpOp mirror[] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};
    return mirror[op];
}

/* The right side first if its type is a subclass of the left one's; then left, then right; then identity decides == and !=. */
Own object_compare(Ref a, Ref b, CmpOp op) {
    CompareFn left = a->type->compare, right = b->type->compare;
    if (!enter_c(" in comparison")) return NULL;
    bool right_first = right && a->type != b->type && type_is_subtype(b->type, a->type);
    if (right_first) {
        Own result = right(b, a, mirrored(op));
        if (result != NOT_IMPLEMENTED) return result;
        drop(result);
    }
    if (left) {
        Own result = left(a, b, op);
        if (result != NOT_IMPLEMENTED) return result;
        drop(result);
    }
    if (right && !right_first) {
        Own result = right(b, a, mirrored(op));
        if (result != NOT_IMPLEMENTED) return result;
        drop(result);
    }
    if (op == CMP_EQ) return bool_new(a == b);
    if (op == CMP_NE) return bool_new(a != b);
    return raise_error(TypeError, "'%s' not supported between instances of '%T' and '%T'", cmpop_symbols[op], a, b);
}

int object_compare_bool(Ref a, Ref b, CmpOp op) {
    if (a == b && (op == CMP_EQ || op == CMP_NE)) return op == CMP_EQ;
    Own result = object_compare(a, b, op);
    if (!result) return -1;
    int truth = object_truth(result);
    drop(result);
    return truth;
}

/* --- isinstance, issubclass --- */

/* o.__class__, where that could be anything else than type(o); 1, 0, -1. */
static int claimed_class(Ref o, Own *out) {
    *out = NULL;
    bool plain = !o->type->getattr || o->type->getattr == attr_get_generic;
    if (plain && type_lookup(o->type, NAME_OF(dunder_class)) == type_lookup(&object_type, NAME_OF(dunder_class))) return 0;
    int found = attr_find(o, NAME_OF(dunder_class), out);
    if (found > 0 && *out == (Ref)o->type) {
        CLEAR(*out);
        return 0;
    }
    return found;
}

/* __bases__ of what is used as a class without being a type; 1 a tuple, 0 no such thing, -1. */
static int claimed_bases(Ref cls, Own *out) {
    int found = attr_find(cls, NAME_OF(dunder_bases), out);
    if (found > 0 && !is_tuple(*out)) {
        CLEAR(*out);
        return 0;
    }
    return found;
}

static int claimed_subclass(Ref c, Ref cls) {
    Own bases;
    if (c == cls) return 1;
    if (!enter_c(" in __subclasscheck__")) return -1;
    int found = claimed_bases(c, &bases);
    if (found <= 0) return found;
    int answer = 0;
    for (ssize_t i = 0; answer == 0 && i < tuple_size(bases); i++) answer = claimed_subclass(tuple_item(bases, i), cls);
    drop(bases);
    return answer;
}

/* 0 if cls has a tuple of bases; else -1, with TypeError in these words. */
static int check_class(Ref cls, const char *message) {
    Own bases;
    int found = claimed_bases(cls, &bases);
    if (found == 0) raise_error(TypeError, "%s", message);
    if (found <= 0) return -1;
    drop(bases);
    return 0;
}

int object_real_isinstance(Ref o, Ref cls) {
    Own claimed;
    int answer = 0;
    if (!is_type(cls)) {
        if (check_class(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union")) return -1;
        int found = attr_find(o, NAME_OF(dunder_class), &claimed);
        if (found <= 0) return found;
        answer = claimed_subclass(claimed, cls);
        drop(claimed);
        return answer;
    }
    if (object_is_a(o, as_type(cls))) return 1;
    int found = claimed_class(o, &claimed);
    if (found <= 0) return found;
    if (is_type(claimed)) answer = type_is_subtype(as_type(claimed), as_type(cls));
    drop(claimed);
    return answer;
}

int object_real_issubclass(Ref c, Ref cls) {
    if (is_type(c) && is_type(cls)) return type_is_subtype(as_type(c), as_type(cls));
    if (check_class(c, "issubclass() arg 1 must be a class")) return -1;
    if (!is_type(cls) && check_class(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union")) return -1;
    return claimed_subclass(c, cls);
}

typedef int (*ClassTest)(Ref o, Ref cls);

static int any_of(Ref o, Ref classes, ClassTest test, const char *where) {
    int answer = 0;
    if (!enter_c(where)) return -1;
    for (ssize_t i = 0; answer == 0 && i < tuple_size(classes); i++) answer = test(o, tuple_item(classes, i));
    return answer;
}

/* The class's own opinion, if it has one: 1 and the answer, 0, -1. */
static int ask_class(Ref o, Ref cls, Ref method, int *answer) {
    Own result;
    int found = object_call_special(cls, method, 1, &o, &result);
    if (found <= 0) return found;
    *answer = object_truth(result);
    drop(result);
    return *answer < 0 ? -1 : 1;
}

int object_isinstance(Ref o, Ref cls) {
    int answer = -1;
    if ((Ref)o->type == cls) return 1;
    if (cls->type == &type_type) return object_real_isinstance(o, cls);
    if (is_tuple(cls) || is_union(cls)) return any_of(o, is_tuple(cls) ? cls : union_args(cls), object_isinstance, " in __instancecheck__");
    int asked = ask_class(o, cls, NAME_OF(dunder_instancecheck), &answer);
    return asked ? answer : object_real_isinstance(o, cls);
}

int object_issubclass(Ref c, Ref cls) {
    int answer = -1;
    if (cls->type == &type_type) return c == cls ? 1 : object_real_issubclass(c, cls);
    if (is_tuple(cls) || is_union(cls)) return any_of(c, is_tuple(cls) ? cls : union_args(cls), object_issubclass, " in __subclasscheck__");
    int asked = ask_class(c, cls, NAME_OF(dunder_subclasscheck), &answer);
    return asked ? answer : object_real_issubclass(c, cls);
}

/* --- dir, len, size, id --- */

/* Names of the running frame's locals. */
static Own local_names(void) {
    Own frame = rt.current_frame ? rt.current_frame() : NULL, names_list = NULL;
    if (!frame) return err_set() ? NULL : raise_error(SystemError, "frame does not exist");
    Own locals = attr_get(frame, NAME_OF(f_locals));
    Own keys = locals ? object_call_method(locals, NAME_OF(keys), 0, NULL) : NULL;
    if (keys) names_list = list_from_iterable(keys);
    drop(frame);
    drop_x(locals);
    drop_x(keys);
    return names_list;
}

Own object_dir(Ref o) {
    Own given = NULL, list = NULL;
    if (o) {
        int found = object_call_special(o, NAME_OF(dunder_dir), 0, NULL, &given);
        if (found == 0) raise_error(TypeError, "object does not provide __dir__");
        if (found <= 0) return NULL;
        list = list_from_iterable(given);
        drop(given);
    } else {
        list = local_names();
    }
    if (list && list_sort(list, NULL, false)) CLEAR(list);
    return list;
}

ssize_t object_len(Ref o) {
    if (LIKELY(o->type->len != NULL)) return o->type->len(o);
    return raise_error(TypeError, "object of type '%T' has no len()", o), -1;
}

ssize_t object_sizeof(Ref o) {
    Own size;
    int found = object_call_special(o, NAME_OF(dunder_sizeof), 0, NULL, &size);
    if (found == 0) raise_error(TypeError, "Type %T doesn't define __sizeof__", o);
    if (found <= 0) return -1;
    ssize_t n = is_int(size) ? index_as_ssize(size) : -1;
    if (!is_int(size)) raise_error(TypeError, "an integer is required");
    drop(size);
    if (n < 0) {
        if (!err_set()) raise_error(ValueError, "__sizeof__() should return >= 0");
        return -1;
    }
    return object_is_gc((const Object *)o) ? n + (ssize_t)pre_header_size(o->type->head.flags) : n;
}

Own object_id(Ref o) {
    if (is_exact_int(o) || is_exact_float(o)) rt.seen_number_id = true;
    return int_from_unsigned((uintptr_t)o);
}
