/* constants.c: literals become objects, and equal constants of a compilation become one object, across all its code objects (so `is` shows
 * what it shows in CPython). Equal means: of the same type and value, 0.0 and -0.0 apart, item by item in tuples. The table is open
 * addressing over (object, hash) and owns what is in it until the compilation ends. */
#include "runtime/bytes.h"
#include "runtime/complex.h"
#include "runtime/float.h"
#include "runtime/set.h"
#include "vm/compiler.h"

enum { FIRST_TABLE = 64 };

/* Strings that look like names are interned, so that comparing them is comparing addresses. */
static bool looks_like_name(const AstConst *k) {
    if (!k->ascii) return false;
    for (size_t i = 0; i < k->len; i++) {
        char ch = k->text[i];
        if (!((ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_')) return false;
    }
    return true;
}

static Own str_object(const AstConst *k) {
    Own s = k->ascii ? str_from_ascii(k->text, (ssize_t)k->len) : str_from_wtf8(k->text, (ssize_t)k->len);
    if (s && looks_like_name(k)) str_intern(&s);
    return s;
}

static Own int_object(Compiler *c, const AstConst *k, Span at) {
    Own i = int_from_literal(k->text, k->len, k->base);
    if (i || !err_matches(ValueError)) return i;
    Own exc = err_take(), text = object_str(exc);
    drop(exc);
    if (text) compile_error(c, at, "%S - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", text);
    drop_x(text);
    return NULL;
}

Own const_object(Compiler *c, const AstConst *k, Span at) {
    Own o = NULL;
    switch ((ConstKind)k->kind) {
        case CONST_NONE: return none();
        case CONST_TRUE: return own(TRUE_OBJECT);
        case CONST_FALSE: return own(FALSE_OBJECT);
        case CONST_ELLIPSIS: return own(ELLIPSIS_OBJECT);
        case CONST_INT: o = int_object(c, k, at); break;
        case CONST_FLOAT: o = float_new(k->number); break;
        case CONST_IMAGINARY: o = complex_new(0.0, k->number); break;
        case CONST_STR: o = str_object(k); break;
        case CONST_BYTES: o = bytes_from(k->text, (ssize_t)k->len); break;
    }
    if (!o && !c->failed) compile_fail(c);
    return o;
}

static uint64_t double_bits(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

static uint64_t mix(uint64_t h, uint64_t more) { return (h ^ more) * UINT64_C(0x9E3779B97F4A7C15) + (h >> 29); }

/* Unordered: the hash of a set must not depend on where its items lie. */
static uint64_t frozenset_sum(Ref set) {
    uint64_t sum = 0;
    ssize_t pos = 0;
    Ref item;
    Hash h;
    while (set_next(set, &pos, &item, &h)) sum += mix(0, (uint64_t)const_hash(item));
    return sum;
}

Hash const_hash(Ref o) {
    const Type *t = o->type;
    uint64_t h = (uintptr_t)t >> 4;
    if (t == &str_type) h = mix(h, (uint64_t)str_hash(o));
    else if (t == &int_type) h = mix(h, (uint64_t)int_hash(o));
    else if (t == &float_type) h = mix(h, double_bits(float_value(o)));
    else if (t == &complex_type) h = mix(mix(h, double_bits(complex_real(o))), double_bits(complex_imag(o)));
    else if (t == &bytes_type) h = mix(h, (uint64_t)bytes_size(o) ^ (bytes_size(o) ? (uint64_t)(unsigned char)bytes_data(o)[0] << 32 : 0));
    else if (t == &tuple_type)
        for (ssize_t i = 0; i < tuple_size(o); i++) h = mix(h, (uint64_t)const_hash(tuple_item(o, i)));
    else if (t == &frozenset_type) h = mix(h, frozenset_sum(o));
    else if (t == &code_type) h = mix(h, (uint64_t)code_hash(o));
    else h = mix(h, (uintptr_t)o >> 4);
    return (Hash)(h >> 1);
}

static bool tuples_equal(Ref a, Ref b) {
    if (tuple_size(a) != tuple_size(b)) return false;
    for (ssize_t i = 0; i < tuple_size(a); i++)
        if (!const_equal(tuple_item(a, i), tuple_item(b, i))) return false;
    return true;
}

/* Items of constant sets are merged constants themselves; 1 and True in different sets are told apart by looking for the equal one. */
static bool frozensets_equal(Ref a, Ref b) {
    if (set_size(a) != set_size(b)) return false;
    ssize_t pos = 0;
    Ref item, other;
    Hash h;
    while (set_next(a, &pos, &item, &h)) {
        ssize_t at = 0;
        Hash other_hash;
        bool found = false;
        while (!found && set_next(b, &at, &other, &other_hash)) found = h == other_hash && const_equal(item, other);
        if (!found) return false;
    }
    return true;
}

bool const_equal(Ref a, Ref b) {
    if (a == b) return true;
    const Type *t = a->type;
    if (b->type != t) return false;
    if (t == &str_type) return str_equal(a, b);
    if (t == &int_type) return int_compare(a, b) == 0;
    if (t == &float_type) return double_bits(float_value(a)) == double_bits(float_value(b)) && float_value(a) == float_value(b);
    if (t == &complex_type)
        return double_bits(complex_real(a)) == double_bits(complex_real(b)) && double_bits(complex_imag(a)) == double_bits(complex_imag(b));
    if (t == &bytes_type) return bytes_size(a) == bytes_size(b) && !memcmp(bytes_data(a), bytes_data(b), (size_t)bytes_size(a));
    if (t == &tuple_type) return tuples_equal(a, b);
    if (t == &frozenset_type) return frozensets_equal(a, b);
    return t == &code_type && code_equal(a, b);
}

static ConstEntry *find(const Compiler *c, Ref value, Hash hash) {
    for (size_t i = (size_t)hash;; i++) {
        ConstEntry *e = &c->consts[i & (size_t)c->consts_mask];
        if (!e->value || (e->hash == hash && const_equal(e->value, value))) return e;
    }
}

static bool grow(Compiler *c) {
    int slots = c->consts ? (c->consts_mask + 1) * 2 : FIRST_TABLE;
    ConstEntry *old = c->consts, *table = arena_alloc(&c->arena, (size_t)slots * sizeof *table);
    int old_slots = old ? c->consts_mask + 1 : 0;
    if (!table) return false;
    memset(table, 0, (size_t)slots * sizeof *table);
    c->consts = table;
    c->consts_mask = slots - 1;
    for (int i = 0; i < old_slots; i++) {
        if (!old[i].value) continue;
        size_t at = (size_t)old[i].hash;
        while (table[at & (size_t)c->consts_mask].value) at++;
        table[at & (size_t)c->consts_mask] = old[i];
    }
    return true;
}

Ref const_merge_take(Compiler *c, Own value) {
    if ((!c->consts || c->n_consts * 2 > c->consts_mask) && !grow(c)) {
        drop(value);
        compile_no_memory(c);
        return NULL;
    }
    Hash hash = const_hash(value);
    ConstEntry *e = find(c, value, hash);
    if (e->value) {
        drop(value);
    } else {
        *e = (ConstEntry){value, hash};
        c->n_consts++;
    }
    return e->value;
}

void consts_free(Compiler *c) {
    for (int i = 0; c->consts && i <= c->consts_mask; i++) drop_x(c->consts[i].value);
    c->consts = NULL;
}
