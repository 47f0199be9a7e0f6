/* builtin_object.c: the builtins that ask something of any object: attributes, classes, text, identity. */
#include "lib/builtins.h"

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "vm/frame.h"

static int check_attribute_name(Ref name) {
    if (LIKELY(is_str(name))) return 0;
    return raise_error(TypeError, "attribute name must be string, not '%T'", name), -1;
}

static Own object_m_getattr(Ref self, Ref const *args) {
    (void)self;
    if (check_attribute_name(args[1]) < 0) return NULL;
    if (!args[2]) return attr_get(args[0], args[1]);
    Own value;
    int found = attr_find(args[0], args[1], &value);
    return found > 0 ? value : found < 0 ? NULL : own(args[2]);
}

static Own object_m_hasattr(Ref self, Ref const *args) {
    (void)self;
    if (check_attribute_name(args[1]) < 0) return NULL;
    Own value;
    int found = attr_find(args[0], args[1], &value);
    if (found > 0) drop(value);
    return found < 0 ? NULL : bool_new(found);
}

static Own object_m_setattr(Ref self, Ref const *args) {
    (void)self;
    return check_attribute_name(args[1]) < 0 || attr_set(args[0], args[1], args[2]) < 0 ? NULL : none();
}

static Own object_m_delattr(Ref self, Ref const *args) {
    (void)self;
    return check_attribute_name(args[1]) < 0 || attr_set(args[0], args[1], NULL) < 0 ? NULL : none();
}

static Own object_m_isinstance(Ref self, Ref const *args) {
    (void)self;
    int answer = object_isinstance(args[0], args[1]);
    return answer < 0 ? NULL : bool_new(answer);
}

static Own object_m_issubclass(Ref self, Ref const *args) {
    (void)self;
    int answer = object_issubclass(args[0], args[1]);
    return answer < 0 ? NULL : bool_new(answer);
}

static Own object_m_callable(Ref self, Ref const *args) {
    (void)self;
    return bool_new(object_is_callable(args[0]));
}

static Own object_m_hash(Ref self, Ref const *args) {
    (void)self;
    Hash h = object_hash(args[0]);
    return h == -1 ? NULL : int_new(h);
}

static Own object_m_id(Ref self, Ref const *args) {
    (void)self;
    return object_id(args[0]);
}

static Own object_m_len(Ref self, Ref const *args) {
    (void)self;
    ssize_t n = object_len(args[0]);
    return n < 0 ? NULL : int_new(n);
}

static Own object_m_repr(Ref self, Ref const *args) {
    (void)self;
    return object_repr(args[0]);
}

static Own object_m_ascii(Ref self, Ref const *args) {
    (void)self;
    return object_ascii(args[0]);
}

static Own object_m_format(Ref self, Ref const *args) {
    (void)self;
    if (args[1] && !is_str(args[1])) return raise_error(TypeError, "format() argument 2 must be str, not %T", args[1]);
    return object_format(args[0], args[1]);
}

/* The variables of the running scope. */
static Own scope(void) {
    Frame *f = frame_current_python();
    return f ? frame_locals(f) : raise_error(SystemError, "frame does not exist");
}

static Own object_m_dir(Ref self, Ref const *args) {
    (void)self;
    if (args[0]) return object_dir(args[0]);
    Own locals = scope(), keys = locals ? object_call_method(locals, NAME_OF(keys), 0, NULL) : NULL;
    Own list = keys ? list_from_iterable(keys) : NULL;
    drop_x(locals);
    drop_x(keys);
    if (list && list_sort(list, NULL, false) < 0) CLEAR(list);
    return list;
}

static Own object_m_vars(Ref self, Ref const *args) {
    (void)self;
    if (!args[0]) return scope();
    Own dict;
    int found = attr_find(args[0], NAME_OF(dunder_dict), &dict);
    if (found == 0) raise_error(TypeError, "vars() argument must have __dict__ attribute");
    return found > 0 ? dict : NULL;
}

const Method builtin_object_methods[] = {
    {"ascii(obj, /)", object_m_ascii, "repr() with everything that is not ASCII escaped."},
    {"callable(obj, /)", object_m_callable, "Can obj be called?"},
    {"delattr(obj, name, /)", object_m_delattr, "Delete an attribute: del obj.name."},
    {"dir(object=<unrepresentable>, /)", object_m_dir, "Names of the object's attributes, or those of the running scope."},
    {"format(value, format_spec='', /)", object_m_format, "The text of a value laid out as the specification says."},
    {"getattr(object, name, default=<unrepresentable>, /)", object_m_getattr, "An attribute by name; default instead of an AttributeError."},
    {"hasattr(obj, name, /)", object_m_hasattr, "Has the object an attribute of that name?"},
    {"hash(obj, /)", object_m_hash, "The number by which dicts and sets find the object."},
    {"id(obj, /)", object_m_id, "A number that no other living object has: its address."},
    {"isinstance(obj, class_or_tuple, /)", object_m_isinstance, "Is the object an instance of a class, or of one of several?"},
    {"issubclass(cls, class_or_tuple, /)", object_m_issubclass, "Is a class derived from another, or from one of several?"},
    {"len(obj, /)", object_m_len, "How many items a container has."},
    {"repr(obj, /)", object_m_repr, "The text of an object for programmers."},
    {"setattr(obj, name, value, /)", object_m_setattr, "Set an attribute: obj.name = value."},
    {"vars(object=<unrepresentable>, /)", object_m_vars, "The dict of an object's attributes, or of the running scope."},
    {0}};
