/* exckinds.h: between exc.c, which makes the types, and exckinds.c and excgroup.c, which say how the kinds differ from BaseException. */
#ifndef RUNTIME_EXCKINDS_H
#define RUNTIME_EXCKINDS_H

#include "runtime/exc.h"
#include "runtime/object.h"

/* The object fields that a kind adds. */
#define FIELDS_StopIteration(X) X(value)
#define FIELDS_SystemExit(X) X(code)
#define FIELDS_OSError(X) X(err_number) X(text) X(filename) X(filename2)
#define FIELDS_ImportError(X) X(msg) X(name) X(path) X(name_from)
#define FIELDS_SyntaxError(X) \
    X(msg) X(filename) X(lineno) X(offset) X(end_lineno) X(end_offset) X(text) X(print_file_and_line)
#define FIELDS_UnicodeError(X) X(encoding) X(object) X(reason)
#define FIELDS_AttributeError(X) X(obj) X(name)
#define FIELDS_NameError(X) X(name)
#define FIELDS_Group(X) X(msg) X(excs)
#define EXC_KINDS(X) \
    X(StopIteration) X(SystemExit) X(OSError) X(ImportError) X(SyntaxError) X(UnicodeError) X(AttributeError) X(NameError) X(Group)

/* BaseException's own. */
MUST Own base_exc_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames);
MUST int base_exc_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own base_exc_str(Ref self);

/* Type.init and Type.str of the kinds. */
MUST int stop_iteration_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST int system_exit_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own oserror_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames);
MUST int oserror_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own oserror_str(Ref self);
MUST int import_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own import_error_str(Ref self);
MUST int syntax_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own syntax_error_str(Ref self);
MUST int unicode_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own unicode_error_str(Ref self);
MUST int attribute_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST int name_error_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own key_error_str(Ref self);
MUST Own group_new(Type *cls, Ref const *args, size_t nargs, Ref kwnames);
MUST int group_init(Ref self, Ref const *args, size_t nargs, Ref kwnames);
MUST Own group_str(Ref self);
extern const Method group_methods[];
extern const GetSet oserror_getsets[];
extern const Member stop_iteration_members[], system_exit_members[], oserror_members[], import_error_members[], syntax_error_members[],
    unicode_error_members[], attribute_error_members[], name_error_members[], group_members[];

#endif
