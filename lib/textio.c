/* textio.c: text streams: characters to UTF-8 and back over a ByteStream.
 *
 * Writing encodes straight into the byte buffer: ASCII is copied, other text written as UTF-8, and what has lone surrogates goes through the
 * codec with the stream's error handler. Reading decodes a buffer at a time into `pending`; a character cut
 * off by the end of the buffer waits there as bytes for its rest. Lines end in "\n" and nothing else, as the standard streams' do. */
#include "lib/textio.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/utf8.h"
#include "runtime/weakref.h"

static inline TextIO *as_textio(Ref o) { return (TextIO *)(uintptr_t)o; }

static int unsupported(const char *what) { return raise_error(&unsupported_operation_type, "%s", what), -1; }

static COLD int raise_closed(void) { return raise_error(ValueError, "I/O operation on closed file."), -1; }

static inline int check_open(const TextIO *t) { return UNLIKELY(t->closed) ? raise_closed() : 0; }

/* --- writing --- */

static inline int check_writable(const TextIO *t) {
    if (check_open(t) < 0) return -1;
    return LIKELY(t->writable) ? 0 : unsupported("not writable");
}

static inline int after_write(TextIO *t, const char *text, size_t n) {
    if (LIKELY(!t->line_buffering)) return 0;
    return memchr(text, '\n', n) || memchr(text, '\r', n) ? stream_flush(&t->bytes) : 0;
}

int textio_write_ascii(TextIO *t, const char *text, size_t n) {
    if (check_writable(t) < 0 || stream_write(&t->bytes, text, n) < 0) return -1;
    return after_write(t, text, n);
}

/* Through the codec: text with lone surrogates. */
static COLD int write_encoded(TextIO *t, Ref s) {
    Own bytes = codec_encode(s, "utf-8", t->errors_text);
    if (!bytes) return -1;
    int result = textio_write_ascii(t, bytes_data(bytes), (size_t)bytes_size(bytes));
    drop(bytes);
    return result;
}

static int write_wide(TextIO *t, Ref s) {
    ssize_t surrogate, n = str_len(s);
    size_t size = utf8_size(str_kind(s), str_data(s), n, &surrogate);
    if (surrogate >= 0) return write_encoded(t, s);
    if (size >= STREAM_BUFFER) {
        ssize_t length;
        const char *text = str_utf8(s, &length);
        return text ? textio_write_ascii(t, text, (size_t)length) : -1;
    }
    char *to = stream_room(&t->bytes);
    if (!to) return -1;
    utf8_write(to, str_kind(s), str_data(s), n);
    return stream_add(&t->bytes, size) < 0 ? -1 : after_write(t, to, size);
}

int textio_write(TextIO *t, Ref s) {
    if (LIKELY(str_is_ascii(s))) return textio_write_ascii(t, str_data(s), (size_t)str_len(s));
    return check_writable(t) < 0 ? -1 : write_wide(t, s);
}

int textio_flush(TextIO *t) { return check_open(t) < 0 ? -1 : stream_flush(&t->bytes); }

static Own textio_m_write(Ref self, Ref const *args) {
    if (!is_str(args[0])) return raise_error(TypeError, "write() argument must be str, not %T", args[0]);
    return textio_write(as_textio(self), args[0]) < 0 ? NULL : int_new(str_len(args[0]));
}

static Own textio_m_writelines(Ref self, Ref const *args) {
    if (check_open(as_textio(self)) < 0) return NULL;
    Own it = object_iter(args[0]), line;
    if (!it) return NULL;
    int more, failed = 0;
    while (!failed && (more = iter_next(it, &line)) > 0) {
        Own wrote = textio_m_write(self, refs(&line));
        failed = !wrote;
        drop_x(wrote);
        drop(line);
    }
    drop(it);
    return failed || more < 0 ? NULL : none();
}

static Own textio_m_flush(Ref self, Ref const *args) {
    (void)args;
    return textio_flush(as_textio(self)) < 0 ? NULL : none();
}

/* --- reading --- */

static inline int check_readable(const TextIO *t) {
    if (check_open(t) < 0) return -1;
    return LIKELY(t->readable) ? 0 : unsupported("not readable");
}

/* Decodes what is in the byte buffer; at the end of the file all of it. */
static Own decode_buffer(TextIO *t) {
    ByteStream *s = &t->bytes;
    const char *start = s->in + s->in_start;
    size_t n = s->in_end - s->in_start, used = n;
    Own text = codec_decode_utf8(start, n, t->errors_text, t->at_end ? NULL : &used);
    if (!text) {
        s->in_start = s->in_end; /* the malformed bytes are not read again */
        return NULL;
    }
    s->in_start += t->at_end ? n : used;
    return text;
}

/* Reads and decodes some more, which becomes `pending`: 1; 0 at the end, -1. What was pending must have been taken. */
static int read_more(TextIO *t) {
    CLEAR(t->pending);
    t->taken = 0;
    t->at_end = false;
    for (;;) {
        int more = stream_fill(&t->bytes);
        if (more < 0) return -1;
        if (more == 0) t->at_end = true;
        Own text = decode_buffer(t);
        if (!text) return -1;
        if (str_len(text) > 0) {
            t->pending = text;
            return 1;
        }
        drop(text);
        if (t->at_end) return 0;
    }
}

/* The next n characters of pending. */
static Own take_pending(TextIO *t, ssize_t n) {
    Own piece = str_slice(t->pending, t->taken, t->taken + n);
    if (!piece) return NULL;
    t->taken += n;
    if (t->taken == str_len(t->pending)) CLEAR(t->pending);
    return piece;
}

/* How many of the pending characters belong to the line, and whether that is its end. */
static ssize_t line_part(const TextIO *t, ssize_t limit, bool *whole) {
    ssize_t stop = str_len(t->pending);
    *whole = limit >= 0 && stop - t->taken >= limit;
    if (*whole) stop = t->taken + limit;
    ssize_t at = str_find_char(t->pending, '\n', t->taken, stop);
    if (at < 0) return stop - t->taken;
    *whole = true;
    return at + 1 - t->taken;
}

Own textio_readline(TextIO *t, ssize_t limit) {
    if (check_readable(t) < 0) return NULL;
    Own line = NULL;
    for (bool whole = limit == 0; !whole;) {
        if (!t->pending) {
            int more = read_more(t);
            if (more < 0) goto fail;
            if (more == 0) break;
        }
        ssize_t n = line_part(t, limit, &whole);
        Own piece = take_pending(t, n);
        if (!piece) goto fail;
        if (limit > 0) limit -= n;
        if (!line) {
            line = piece;
            continue;
        }
        int failed = str_append_take(&line, piece);
        drop(piece);
        if (failed < 0) return NULL;
    }
    return line ? line : own((Ref)&str_empty->ob);
fail:
    drop_x(line);
    return NULL;
}

/* n characters, all that come if n is negative; fewer at the end of the file. */
static Own read_chars(TextIO *t, ssize_t n) {
    StrWriter w = {.overallocate = true};
    while (n != 0) {
        if (!t->pending) {
            int more = read_more(t);
            if (more < 0) {
                writer_drop(&w);
                return NULL;
            }
            if (more == 0) break;
        }
        ssize_t there = str_len(t->pending) - t->taken, part = n < 0 || there < n ? there : n;
        if (writer_substr(&w, t->pending, t->taken, t->taken + part) < 0) return NULL;
        t->taken += part;
        if (part == there) CLEAR(t->pending);
        if (n > 0) n -= part;
    }
    return writer_finish(&w);
}

/* A size argument: absent, None or negative: -1. 0/-1. */
static int size_argument(Ref o, ssize_t *out) {
    *out = -1;
    if (!o || o == NONE) return 0;
    if (!o->type->index) return raise_error(TypeError, "argument should be integer or None, not '%T'", o), -1;
    return index_fit(o, out, OverflowError);
}

static Own textio_m_read(Ref self, Ref const *args) {
    ssize_t n;
    if (size_argument(args[0], &n) < 0 || check_readable(as_textio(self)) < 0) return NULL;
    return read_chars(as_textio(self), n);
}

static Own textio_m_readline(Ref self, Ref const *args) {
    ssize_t limit = -1;
    if (args[0] && index_fit(args[0], &limit, OverflowError) < 0) return NULL;
    return textio_readline(as_textio(self), limit);
}

static int textio_next(Ref self, Own *out) {
    *out = textio_readline(as_textio(self), -1);
    if (!*out) return -1;
    if (str_len(*out) > 0) return 1;
    CLEAR(*out);
    return 0;
}

static Own textio_m_readlines(Ref self, Ref const *args) {
    ssize_t hint, total = 0;
    if (size_argument(args[0], &hint) < 0) return NULL;
    Own lines = list_new(0), line;
    int more = 0;
    while (lines && (more = textio_next(self, &line)) > 0) {
        total += str_len(line);
        if (list_append_take(lines, line) < 0) more = -1;
        if (more < 0 || (hint > 0 && total >= hint)) break;
    }
    if (more < 0) CLEAR(lines);
    return lines;
}

static Own textio_iter(Ref self) { return check_open(as_textio(self)) < 0 ? NULL : own(self); }

/* --- the rest of a file's methods --- */

static Own textio_m_close(Ref self, Ref const *args) {
    (void)args;
    TextIO *t = as_textio(self);
    if (t->closed) return none();
    int flushed = stream_flush(&t->bytes);
    Own exc = err_take();
    t->closed = true;
    CLEAR(t->pending);
    int closed = stream_close(&t->bytes, t->close_fd);
    if (exc) {
        if (closed < 0) err_chain_take(exc);
        else err_restore_take(exc);
    }
    return flushed < 0 || closed < 0 ? NULL : none();
}

static Own textio_m_fileno(Ref self, Ref const *args) {
    (void)args;
    return check_open(as_textio(self)) < 0 ? NULL : int_new(as_textio(self)->bytes.fd);
}

static Own textio_m_isatty(Ref self, Ref const *args) {
    (void)args;
    return check_open(as_textio(self)) < 0 ? NULL : bool_new(isatty(as_textio(self)->bytes.fd));
}

static Own textio_m_readable(Ref self, Ref const *args) {
    (void)args;
    return check_open(as_textio(self)) < 0 ? NULL : bool_new(as_textio(self)->readable);
}

static Own textio_m_writable(Ref self, Ref const *args) {
    (void)args;
    return check_open(as_textio(self)) < 0 ? NULL : bool_new(as_textio(self)->writable);
}

static Own textio_m_seekable(Ref self, Ref const *args) {
    (void)args;
    return check_open(as_textio(self)) < 0 ? NULL : bool_new(lseek(as_textio(self)->bytes.fd, 0, SEEK_CUR) >= 0);
}

static Own textio_m_enter(Ref self, Ref const *args) {
    (void)args;
    return check_open(as_textio(self)) < 0 ? NULL : own(self);
}

static Own textio_m_exit(Ref self, Ref const *args) {
    (void)args;
    return object_call_method(self, NAME_OF(close), 0, NULL);
}

static const Method textio_methods[] = {
    {"write(text, /)", textio_m_write, "Write a str; gives the number of its characters."},
    {"writelines(lines, /)", textio_m_writelines, "Write each str of an iterable."},
    {"flush()", textio_m_flush, "Write out what is in the buffer."},
    {"read(size=-1, /)", textio_m_read, "Read up to size characters, or all there are."},
    {"readline(size=-1, /)", textio_m_readline, "Read a line; an empty str means the end of the file."},
    {"readlines(hint=-1, /)", textio_m_readlines, "Read lines into a list, up to about hint characters."},
    {"close()", textio_m_close, "Flush and close."},
    {"fileno()", textio_m_fileno, "The file descriptor."},
    {"isatty()", textio_m_isatty, "Is it a terminal?"},
    {"readable()", textio_m_readable, "May it be read?"},
    {"writable()", textio_m_writable, "May it be written?"},
    {"seekable()", textio_m_seekable, "Has it a position that can be moved?"},
    {"__enter__()", textio_m_enter, NULL},
    {"__exit__(*args)", textio_m_exit, NULL},
    {0}};

static Own get_closed(Ref self) { return bool_new(as_textio(self)->closed); }
static Own get_newlines(Ref self) { return (void)self, none(); }

static const GetSet textio_getsets[] = {
    {"closed", get_closed, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL},
    {0}};
static const Member textio_members[] = {
    {"name", MEMBER_OBJECT, offsetof(TextIO, name), true, NULL},
    {"mode", MEMBER_OBJECT, offsetof(TextIO, mode), false, NULL},
    {"encoding", MEMBER_OBJECT, offsetof(TextIO, encoding), true, NULL},
    {"errors", MEMBER_OBJECT, offsetof(TextIO, errors), true, NULL},
    {"line_buffering", MEMBER_BOOL, offsetof(TextIO, line_buffering), true, NULL},
    {0}};

/* --- life --- */

Own textio_new(int fd, const char *name, const char *mode, const char *errors) {
    Own o = object_new_static(&textio_type, sizeof(TextIO), true);
    if (!o) return raise_memory();
    TextIO *t = (TextIO *)o;
    memset((char *)o + sizeof(Object), 0, sizeof(TextIO) - sizeof(Object));
    t->bytes.fd = fd;
    t->readable = mode[0] == 'r';
    t->writable = !t->readable;
    t->close_fd = fd > STDERR_FILENO;
    gc_track(o);
    t->name = str_from_text(name);
    t->mode = str_from_text(mode);
    t->encoding = str_from_text("utf-8");
    t->errors = str_from_text(errors);
    if (!t->name || !t->mode || !t->encoding || !t->errors || !(t->errors_text = str_utf8(t->errors, NULL))) CLEAR(o);
    return o;
}

static int textio_clear(Object *self) {
    TextIO *t = (TextIO *)self;
    CLEAR(t->name);
    CLEAR(t->mode);
    CLEAR(t->dict);
    return 0;
}

static int textio_traverse(Object *self, VisitFn visit, void *arg) {
    TextIO *t = (TextIO *)self;
    VISIT(t->name);
    VISIT(t->mode);
    VISIT(t->dict);
    return 0;
}

static void textio_dealloc(Object *self) {
    TextIO *t = (TextIO *)self;
    gc_untrack(self);
    weakref_clear(self);
    Own exc = err_take();
    if (!t->closed && stream_flush(&t->bytes) < 0) err_clear(); /* nobody is left to be told */
    if (stream_close(&t->bytes, t->close_fd) < 0) err_clear();
    err_restore_take(exc);
    textio_clear(self);
    CLEAR(t->pending);
    CLEAR(t->encoding);
    CLEAR(t->errors);
    object_free_static(self, true);
}

static Own textio_repr(Ref self) {
    const TextIO *t = as_textio(self);
    return format_text("<_io.TextIOWrapper name=%R mode=%R encoding=%R>", t->name, t->mode, t->encoding);
}

Type textio_type = {
    .head = {.ob = {1, &type_type}, .name = "_io.TextIOWrapper", .basic_size = sizeof(TextIO), .flags = TYPE_GC | TYPE_NO_NEW,
             .traverse = textio_traverse, .clear = textio_clear, .dealloc = textio_dealloc, .weaklist_offset = offsetof(TextIO, weakrefs)},
    .doc = "A stream of text over a file.",
    .repr = textio_repr,
    .iter = textio_iter,
    .next = textio_next,
    .dict_offset = offsetof(TextIO, dict),
    .methods = textio_methods,
    .getsets = textio_getsets,
    .members = textio_members,
};

Type unsupported_operation_type = {
    .head = {.ob = {1, &type_type}, .name = "io.UnsupportedOperation", .basic_size = sizeof(OSErrorExc),
             .flags = TYPE_GC | TYPE_BASE | TYPE_IS_EXCEPTION},
    .doc = "The stream cannot do that.",
    .base = &OSError_type,
    .second_base = &ValueError_type,
    .dict_offset = offsetof(BaseExc, dict),
};

/* --- the three of sys --- */

static int add_stream(int fd, const char *name) {
    char shown[16], dunder[16];
    bool input = fd == STDIN_FILENO, error = fd == STDERR_FILENO;
    snprintf(shown, sizeof shown, "<%s>", name);
    snprintf(dunder, sizeof dunder, "__%s__", name);
    bool open = lseek(fd, 0, SEEK_CUR) >= 0 || errno != EBADF;
    Own o = open ? textio_new(fd, shown, input ? "r" : "w", error ? "backslashreplace" : "surrogateescape") : none();
    if (!o) return -1;
    if (open) ((TextIO *)o)->line_buffering = error || (!input && isatty(fd));
    Ref dict = (Ref)rt.sysdict;
    int result = dict_set_text(dict, name, o) < 0 || dict_set_text(dict, dunder, o) < 0 ? -1 : 0;
    drop(o);
    return result;
}

int textio_init(void) {
    if (add_stream(STDIN_FILENO, "stdin") < 0 || add_stream(STDOUT_FILENO, "stdout") < 0) return -1;
    return add_stream(STDERR_FILENO, "stderr");
}

/* An object without an honest `closed` counts as open. */
static bool is_closed(Ref file) {
    Own name = str_interned("closed"), value = NULL;
    int found = name ? attr_find(file, name, &value) : -1, closed = found > 0 ? object_truth(value) : 0;
    drop_x(name);
    drop_x(value);
    if (found < 0 || closed < 0) err_clear();
    return closed > 0;
}

static int flush_stream(Ref name, const char *report) {
    Own file = NULL;
    if (!rt.sysdict || dict_get((Ref)rt.sysdict, name, &file) <= 0) return 0;
    int result = 0;
    if (file != NONE && !is_closed(file)) {
        Own done = object_call_method(file, NAME_OF(flush), 0, NULL);
        if (!done) {
            result = -1;
            if (report) err_unraisable(NULL, report);
            else err_clear();
        }
        drop_x(done);
    }
    drop(file);
    return result;
}

int textio_fini(void) {
    int out = flush_stream(NAME_OF(stdout_), "Exception ignored on flushing sys.stdout"), error = flush_stream(NAME_OF(stderr_), NULL);
    return out < 0 || error < 0 ? -1 : 0;
}
