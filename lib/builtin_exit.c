/* builtin_exit.c: exit and quit: objects that, called, end the program, and whose repr tells how to leave the prompt. */
#include "lib/builtins.h"

#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"

typedef struct Quitter {
    Object ob;
    Object *name; /* str, owned */
} Quitter;

static void quitter_dealloc(Object *self) {
    CLEAR(((Quitter *)self)->name);
    object_free_static(self, false);
}

static Own quitter_repr(Ref self) { return format_text("Use %S() or Ctrl-D (i.e. EOF) to exit", ((const Quitter *)self)->name); }

/* A prompt asks whether stdin is closed when it sees SystemExit. */
static void close_stdin(void) {
    Own file = NULL, done = NULL;
    if (rt.sysdict && dict_get((Ref)rt.sysdict, NAME_OF(stdin_), &file) > 0) done = object_call_method(file, NAME_OF(close), 0, NULL);
    if (!done) err_clear();
    drop_x(done);
    drop_x(file);
}

static Own quitter_call(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    Ref code = NULL;
    if (nargs > 1) return raise_error(TypeError, "Quitter.__call__() takes from 1 to 2 positional arguments but %zu were given", nargs + 1);
    if (args_bind("__call__(code=None)", args, nargs, kwnames, &code) < 0) return NULL;
    close_stdin();
    return raise_object(SystemExit, code ? code : NONE);
}

static Own quitter_get_eof(Ref self) { return (void)self, str_from_text("Ctrl-D (i.e. EOF)"); }

static const GetSet quitter_getsets[] = {{"eof", quitter_get_eof, NULL, NULL}, {0}};
static const Member quitter_members[] = {{"name", MEMBER_OBJECT, offsetof(Quitter, name), true, NULL}, {0}};

static Type quitter_type = {
    .head = {.ob = {1, &type_type}, .name = "_sitebuiltins.Quitter", .basic_size = sizeof(Quitter), .flags = TYPE_NO_NEW,
             .dealloc = quitter_dealloc},
    .repr = quitter_repr,
    .call = quitter_call,
    .getsets = quitter_getsets,
    .members = quitter_members,
};

Own quitter_new(const char *name) {
    Own text = str_interned(name), o = text ? object_new_static(&quitter_type, sizeof(Quitter), false) : NULL;
    if (!o) {
        drop_x(text);
        return err_set() ? NULL : raise_memory();
    }
    ((Quitter *)o)->name = text;
    return o;
}
