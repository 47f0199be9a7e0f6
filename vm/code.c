/* code.c: code objects: making, comparing, attributes. The specialiser rewrites ops and caches in place; everything shown or compared here is
 * the code as it was compiled.
 *
 * replace() gives a changed copy. Instructions rely on much of what is around them (a name is a str, a tuple of names is one, an argument is
 * bound), so only what keeps that true can be changed. */
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/weakref.h"
#include "vm/compiler.h"
#include "vm/frame.h"
#include "vm/location.h"

static Code *code_of(Ref self) { return (Code *)(uintptr_t)self; }

/* --- making --- */

Own code_new(void) {
    Own o = object_new_static(&code_type, sizeof(Code), false);
    if (!o) return raise_memory();
    memset((char *)o + sizeof(Object), 0, sizeof(Code) - sizeof(Object));
    return o;
}

void code_finish(Code *c) {
    const int generators = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
    c->is_generator = (c->flags & generators) != 0;
    c->simple = !c->is_generator && !c->n_kwonly && !(c->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
    c->frame_size = c->n_slots + (int)FRAME_WORDS + c->stack_size;
}

static void code_dealloc(Object *self) {
    Code *c = (Code *)self;
    if (c->weakrefs) weakref_clear(self);
    CLEAR(c->consts);
    CLEAR(c->names);
    CLEAR(c->slot_names);
    CLEAR(c->filename);
    CLEAR(c->name);
    CLEAR(c->qualname);
    mem_free(c->instrs);
    mem_free(c->rows);
    mem_free(c->slot_kinds);
    mem_free(c->locations);
    object_free_static(self, false);
}

/* --- instructions as compiled --- */

static int unit_count(Instr i) { return 1 + op_info[i.op].caches; }

/* Copies them without what the specialiser wrote. */
static void plain_instrs(const Code *c, Instr *out) {
    for (int i = 0; i < c->n_instrs; i += unit_count(c->instrs[i])) {
        out[i] = c->instrs[i];
        out[i].op = op_info[out[i].op].family;
        for (int k = 1; k < unit_count(c->instrs[i]); k++) out[i + k].word = 0;
    }
}

static bool same_instrs(const Code *a, const Code *b) {
    if (a->n_instrs != b->n_instrs) return false;
    for (int i = 0; i < a->n_instrs; i += unit_count(a->instrs[i])) {
        Instr x = a->instrs[i], y = b->instrs[i];
        if (op_info[x.op].family != op_info[y.op].family || x.a != y.a || x.w != y.w) return false;
    }
    return true;
}

static bool same_block(const void *a, const void *b, size_t n) { return n == 0 || !memcmp(a, b, n); }

bool code_equal(Ref x, Ref y) {
    const Code *a = code_of(x), *b = code_of(y);
    if (a == b) return true;
    return a->flags == b->flags && a->n_args == b->n_args && a->n_posonly == b->n_posonly && a->n_kwonly == b->n_kwonly &&
           a->first_line == b->first_line && a->n_slots == b->n_slots && a->n_rows == b->n_rows && a->locations_size == b->locations_size &&
           str_equal((Ref)a->name, (Ref)b->name) && same_instrs(a, b) &&
           same_block(a->rows, b->rows, (size_t)a->n_rows * sizeof *a->rows) && same_block(a->locations, b->locations, a->locations_size) &&
           same_block(a->slot_kinds, b->slot_kinds, (size_t)a->n_slots) && const_equal((Ref)a->slot_names, (Ref)b->slot_names) &&
           const_equal((Ref)a->names, (Ref)b->names) && const_equal((Ref)a->consts, (Ref)b->consts);
}

Hash code_hash(Ref self) {
    const Code *c = code_of(self);
    uint64_t h = (uint64_t)str_hash((Ref)c->name) ^ (uint64_t)const_hash((Ref)c->names);
    h = h * 31 + (uint64_t)c->flags;
    h = h * 31 + (uint64_t)c->first_line;
    h = h * 31 + (uint64_t)c->n_instrs;
    h = h * 31 + (uint64_t)(c->n_args * 64 + c->n_kwonly * 8 + c->n_posonly);
    for (int i = 0; i < c->n_instrs; i += unit_count(c->instrs[i])) h = h * 31 + op_info[c->instrs[i].op].family + c->instrs[i].w;
    return (Hash)(h >> 1);
}

static Own code_compare(Ref a, Ref b, CmpOp op) {
    if (b->type != &code_type || (op != CMP_EQ && op != CMP_NE)) return not_implemented();
    return bool_new(code_equal(a, b) == (op == CMP_EQ));
}

static Own code_repr(Ref self) {
    const Code *c = code_of(self);
    return format_text("<code object %U at %p, file \"%U\", line %d>", (Ref)c->name, (const void *)c, (Ref)c->filename, c->first_line ? c->first_line : -1);
}

/* --- locations --- */

SourceRange code_range(const Code *c, int instr_index) {
    LocationReader r;
    location_start(&r, c);
    while (location_next(&r))
        if (instr_index < r.index + r.units) return instr_index < 0 ? (SourceRange){0, 0, -1, -1} : r.range;
    return (SourceRange){0, 0, -1, -1};
}

int code_line(const Code *c, int instr_index) {
    int line = code_range(c, instr_index).line;
    return line > 0 ? line : -1;
}

static Own number_or_none(int n) { return n < 0 ? none() : int_new(n); }

static Own range_tuple(SourceRange range) {
    bool known = range.line > 0;
    int parts[4] = {known ? range.line : -1, known ? range.end_line : -1, range.col, range.end_col};
    Own t = tuple_new(4);
    for (int i = 0; t && i < 4; i++) {
        Own part = number_or_none(parts[i]);
        if (!part) return drop(t), NULL;
        tuple_put_take(t, i, part);
    }
    return t;
}

static Own iterate_take(Own list) {
    Own it = list ? object_iter(list) : NULL;
    drop_x(list);
    return it;
}

static Own code_m_positions(Ref self, Ref const *args) {
    (void)args;
    LocationReader r;
    Own list = list_new(0);
    location_start(&r, code_of(self));
    while (list && location_next(&r)) {
        Own t = range_tuple(r.range);
        for (int i = 0; t && i < r.units; i++)
            if (list_append(list, t) < 0) CLEAR(t);
        if (!t) CLEAR(list);
        drop_x(t);
    }
    return iterate_take(list);
}

/* Offsets are twice the unit's index, as f_lasti and tb_lasti are. */
static int add_line(Ref list, int start, int end, int line) {
    Own parts[3] = {int_new(2 * start), int_new(2 * end), number_or_none(line)}, t = NULL;
    if (parts[0] && parts[1] && parts[2]) t = tuple_from_array(refs(parts), 3);
    for (int i = 0; i < 3; i++) drop_x(parts[i]);
    int r = t ? list_append(list, t) : -1;
    drop_x(t);
    return r;
}

static Own code_m_lines(Ref self, Ref const *args) {
    (void)args;
    LocationReader r;
    Own list = list_new(0);
    int start = 0, end = 0, line = 0;
    location_start(&r, code_of(self));
    while (list && location_next(&r)) {
        int next = r.range.line > 0 ? r.range.line : -1;
        if (end > start && next != line) {
            if (add_line(list, start, end, line) < 0) CLEAR(list);
            start = end;
        }
        line = next;
        end = r.index + r.units;
    }
    if (list && end > start && add_line(list, start, end, line) < 0) CLEAR(list);
    return iterate_take(list);
}

/* --- attributes --- */

static Own slots_of_kind(const Code *c, int kind) {
    int n = 0;
    for (int i = 0; i < c->n_slots; i++) n += (c->slot_kinds[i] & kind) != 0;
    Own t = tuple_new(n);
    for (int i = 0, k = 0; t && i < c->n_slots; i++)
        if (c->slot_kinds[i] & kind) tuple_put_take(t, k++, own(tuple_item((Ref)c->slot_names, i)));
    return t;
}

static Own get_varnames(Ref self) { return slots_of_kind(code_of(self), LOCAL_PLAIN); }
static Own get_cellvars(Ref self) { return slots_of_kind(code_of(self), LOCAL_CELL); }
static Own get_freevars(Ref self) { return slots_of_kind(code_of(self), LOCAL_FREE); }

static Own get_code(Ref self) {
    const Code *c = code_of(self);
    Own bytes = bytes_new((ssize_t)((size_t)c->n_instrs * sizeof(Instr)));
    if (!bytes || !c->n_instrs) return bytes;
    Instr *plain = mem_alloc((size_t)c->n_instrs * sizeof *plain);
    if (!plain) return drop(bytes), raise_memory();
    plain_instrs(c, plain);
    memcpy(bytes_data(bytes), plain, (size_t)c->n_instrs * sizeof *plain);
    mem_free(plain);
    return bytes;
}

static Own get_linetable(Ref self) { return bytes_from((const char *)code_of(self)->locations, (ssize_t)code_of(self)->locations_size); }

static Own get_exceptiontable(Ref self) {
    const Code *c = code_of(self);
    return bytes_from(c->rows ? (const char *)c->rows : "", (ssize_t)((size_t)c->n_rows * sizeof *c->rows));
}

static Own get_flags(Ref self) { return int_new(code_of(self)->flags & ~CODE_HAS_DOCSTRING); } /* not shown before 3.14 */

static const GetSet code_getsets[] = {
    {"co_flags", get_flags, NULL, "Bits that say what kind of code it is."},
    {"co_varnames", get_varnames, NULL, "Names of the local variables, arguments first."},
    {"co_cellvars", get_cellvars, NULL, "Names of variables that inner functions use."},
    {"co_freevars", get_freevars, NULL, "Names of variables of functions around."},
    {"co_code", get_code, NULL, "The instructions, eight bytes each, as compiled."},
    {"co_linetable", get_linetable, NULL, "Source ranges in compact form."},
    {"co_exceptiontable", get_exceptiontable, NULL, "Which instructions have which handlers."},
    {0}};

static const Member code_members[] = {
    {"co_argcount", MEMBER_INT, offsetof(Code, n_args), true, NULL},
    {"co_posonlyargcount", MEMBER_INT, offsetof(Code, n_posonly), true, NULL},
    {"co_kwonlyargcount", MEMBER_INT, offsetof(Code, n_kwonly), true, NULL},
    {"co_nlocals", MEMBER_INT, offsetof(Code, n_locals), true, NULL},
    {"co_stacksize", MEMBER_INT, offsetof(Code, stack_size), true, NULL},
    {"co_firstlineno", MEMBER_INT, offsetof(Code, first_line), true, NULL},
    {"co_consts", MEMBER_OBJECT, offsetof(Code, consts), true, NULL},
    {"co_names", MEMBER_OBJECT, offsetof(Code, names), true, NULL},
    {"co_filename", MEMBER_OBJECT, offsetof(Code, filename), true, NULL},
    {"co_name", MEMBER_OBJECT, offsetof(Code, name), true, NULL},
    {"co_qualname", MEMBER_OBJECT, offsetof(Code, qualname), true, NULL},
    {0}};

static Own code_m_sizeof(Ref self, Ref const *args) {
    (void)args;
    const Code *c = code_of(self);
    size_t size = sizeof(Code) + (size_t)c->n_instrs * sizeof *c->instrs + (size_t)c->n_rows * sizeof *c->rows + c->locations_size + (size_t)c->n_slots;
    return int_new((int64_t)size);
}

/* --- replace --- */

#define REPLACE_SIGNATURE                                                                                                               \
    "replace(*, co_argcount=None, co_posonlyargcount=None, co_kwonlyargcount=None, co_nlocals=None, co_stacksize=None, co_flags=None, "    \
    "co_firstlineno=None, co_code=None, co_consts=None, co_names=None, co_varnames=None, co_freevars=None, co_cellvars=None, "              \
    "co_filename=None, co_name=None, co_qualname=None, co_linetable=None, co_exceptiontable=None)"
enum Replaced {
    NEW_ARGS, NEW_POSONLY, NEW_KWONLY, NEW_LOCALS, NEW_STACK, NEW_FLAGS, NEW_LINE, NEW_CODE, NEW_CONSTS, NEW_NAMES, NEW_VARNAMES, NEW_FREEVARS,
    NEW_CELLVARS, NEW_FILENAME, NEW_NAME, NEW_QUALNAME, NEW_LINETABLE, NEW_ROWS
};

static int cannot_change(const char *what) { return raise_error(ValueError, "code: %s cannot be changed this way", what), -1; }

static int new_number(Ref value, int *field) {
    if (!value) return 0;
    if (!is_int(value)) return raise_error(TypeError, "'%T' object cannot be interpreted as an integer", value), -1;
    int64_t n;
    if (!int_to_int64(value, &n) || n < 0 || n > INT32_MAX) return raise_error(ValueError, "code: value out of range"), -1;
    *field = (int)n;
    return 0;
}

static int hidden_args(const Code *c) { return ((c->flags & CODE_VARARGS) != 0) + ((c->flags & CODE_VARKEYWORDS) != 0); }

static int replace_numbers(const Code *old, Code *c, Ref const *args) {
    const int fixed = ~(CODE_NESTED | CODE_ITERABLE_COROUTINE | CODE_FUTURE_ANNOTATIONS | CODE_FUTURE_BARRY | CODE_METHOD);
    int locals = old->n_locals, stack = old->stack_size;
    if (new_number(args[NEW_ARGS], &c->n_args) < 0 || new_number(args[NEW_POSONLY], &c->n_posonly) < 0 || new_number(args[NEW_KWONLY], &c->n_kwonly) < 0 ||
        new_number(args[NEW_LOCALS], &locals) < 0 || new_number(args[NEW_STACK], &stack) < 0 || new_number(args[NEW_FLAGS], &c->flags) < 0 ||
        new_number(args[NEW_LINE], &c->first_line) < 0)
        return -1;
    c->flags |= old->flags & CODE_HAS_DOCSTRING;
    if (c->n_posonly > c->n_args || (c->flags & fixed) != (old->flags & fixed)) return cannot_change("flags and argument counts");
    if (c->n_args + c->n_kwonly + hidden_args(c) != old->n_args + old->n_kwonly + hidden_args(old)) return cannot_change("the number of arguments");
    if (locals != old->n_locals || stack < old->stack_size) return cannot_change("the size of the frame");
    c->stack_size = stack;
    return 0;
}

static int new_str(Ref value, Str **field, const char *name) {
    if (!value) return 0;
    if (!is_exact_str(value)) return raise_error(TypeError, "replace() argument '%s' must be str, not %T", name, value), -1;
    obj_set((Object **)field, own(value));
    return 0;
}

static bool all_str(Ref t) {
    for (ssize_t i = 0; i < tuple_size(t); i++)
        if (!is_exact_str(tuple_item(t, i))) return false;
    return true;
}

/* Can b stand where instructions expect a? */
static bool can_replace_const(Ref a, Ref b) {
    if (a->type != &code_type && !is_exact_tuple(a)) return true;
    if (a->type != b->type) return false;
    if (a->type == &code_type) return code_of(a)->n_free == code_of(b)->n_free;
    return !all_str(a) || (all_str(b) && tuple_size(a) == tuple_size(b));
}

static int new_consts(const Code *old, Ref value, Tuple **field) {
    if (!value) return 0;
    if (!is_exact_tuple(value) || tuple_size(value) < old->consts->size) return cannot_change("co_consts");
    for (ssize_t i = 0; i < old->consts->size; i++)
        if (!can_replace_const(old->consts->items[i], tuple_item(value, i))) return cannot_change("co_consts");
    obj_set((Object **)field, own(value));
    return 0;
}

static int new_names(const Code *old, Ref value, Tuple **field) {
    if (!value) return 0;
    if (!is_exact_tuple(value) || tuple_size(value) < old->names->size || !all_str(value)) return cannot_change("co_names");
    Own interned = tuple_new(tuple_size(value));
    for (ssize_t i = 0; interned && i < tuple_size(value); i++) {
        Own name = own(tuple_item(value, i));
        str_intern(&name);
        tuple_put_take(interned, i, name);
    }
    if (!interned) return -1;
    obj_set((Object **)field, interned);
    return 0;
}

static int new_slots(Code *c, Ref value, int kind, const char *what) {
    if (!value) return 0;
    Own old = slots_of_kind(c, kind);
    if (!old) return -1;
    ssize_t n = tuple_size(old);
    drop(old);
    if (!is_exact_tuple(value) || tuple_size(value) != n || !all_str(value)) return cannot_change(what);
    Own names_of = tuple_from_array(refs(c->slot_names->items), c->n_slots);
    if (!names_of) return -1;
    for (ssize_t i = 0, k = 0; i < c->n_slots; i++) {
        if (!(c->slot_kinds[i] & kind)) continue;
        Own name = own(tuple_item(value, k++));
        str_intern(&name);
        obj_set(&tuple_items(names_of)[i], name);
    }
    obj_set((Object **)&c->slot_names, names_of);
    return 0;
}

static int same_bytes(Ref self, Ref value, Own (*get)(Ref), const char *what) {
    if (!value) return 0;
    Own old = get(self);
    if (!old) return -1;
    int same = object_compare_bool(old, value, CMP_EQ);
    drop(old);
    return same < 0 ? -1 : same ? 0 : cannot_change(what);
}

static void *copy_block(const void *block, size_t n) {
    void *copy = mem_alloc(n + 1);
    if (copy && n) memcpy(copy, block, n);
    return copy;
}

static Own code_copy(const Code *old) {
    Own o = code_new();
    if (!o) return NULL;
    Code *c = (Code *)o;
    Object head = c->ob;
    *c = *old;
    c->ob = head;
    c->version = 0;
    c->weakrefs = NULL;
    c->instrs = copy_block(old->instrs, (size_t)old->n_instrs * sizeof *old->instrs);
    if (c->instrs) plain_instrs(old, c->instrs);
    c->rows = old->rows ? copy_block(old->rows, (size_t)old->n_rows * sizeof *old->rows) : NULL;
    c->slot_kinds = copy_block(old->slot_kinds, (size_t)old->n_slots);
    c->locations = copy_block(old->locations, old->locations_size);
    Object *held[] = {(Object *)c->consts, (Object *)c->names, (Object *)c->slot_names, (Object *)c->filename, (Object *)c->name, (Object *)c->qualname};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) own(held[i]);
    if (c->instrs && (c->rows || !old->rows) && c->slot_kinds && c->locations) return o;
    drop(o);
    return raise_memory();
}

static Own code_m_replace(Ref self, Ref const *args) {
    const Code *old = code_of(self);
    if (same_bytes(self, args[NEW_CODE], get_code, "co_code") < 0 || same_bytes(self, args[NEW_LINETABLE], get_linetable, "co_linetable") < 0 ||
        same_bytes(self, args[NEW_ROWS], get_exceptiontable, "co_exceptiontable") < 0)
        return NULL;
    Own o = code_copy(old);
    Code *c = (Code *)o;
    if (!o) return NULL;
    if (replace_numbers(old, c, args) < 0 || new_consts(old, args[NEW_CONSTS], &c->consts) < 0 || new_names(old, args[NEW_NAMES], &c->names) < 0 ||
        new_slots(c, args[NEW_VARNAMES], LOCAL_PLAIN, "co_varnames") < 0 || new_slots(c, args[NEW_CELLVARS], LOCAL_CELL, "co_cellvars") < 0 ||
        new_slots(c, args[NEW_FREEVARS], LOCAL_FREE, "co_freevars") < 0 || new_str(args[NEW_FILENAME], &c->filename, "co_filename") < 0 ||
        new_str(args[NEW_NAME], &c->name, "co_name") < 0 || new_str(args[NEW_QUALNAME], &c->qualname, "co_qualname") < 0) {
        drop(o);
        return NULL;
    }
    c->constants = c->consts->items;
    c->name_items = c->names->items;
    code_finish(c);
    return o;
}

static const Method code_methods[] = {
    {"co_lines()", code_m_lines, "Iterator over (start, end, line) for stretches of instructions.", 0, NULL},
    {"co_positions()", code_m_positions, "Iterator over (line, end line, column, end column), one per unit.", 0, NULL},
    {REPLACE_SIGNATURE, code_m_replace, "A copy with some attributes changed.", 0, NULL},
    {"__sizeof__()", code_m_sizeof, "Bytes of the code with its tables.", 0, NULL},
    {0}};

Type code_type = {
    .head = {.ob = {1, &type_type}, .name = "code", .basic_size = sizeof(Code), .flags = TYPE_NO_NEW, .dealloc = code_dealloc,
             .weaklist_offset = offsetof(Code, weakrefs)},
    .doc = "Compiled Python: instructions and what they need.",
    .repr = code_repr,
    .hash = code_hash,
    .compare = code_compare,
    .methods = code_methods,
    .getsets = code_getsets,
    .members = code_members,
};
