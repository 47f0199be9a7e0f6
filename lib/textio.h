/* textio.h: text streams over a file descriptor: sys.stdin, sys.stdout, sys.stderr. */
#ifndef LIB_TEXTIO_H
#define LIB_TEXTIO_H

#include "lib/bytestream.h"
#include "runtime/str.h"

typedef struct TextIO {
    Object ob;
    ByteStream bytes;
    bool readable, writable, closed;
    bool line_buffering;          /* a newline written flushes */
    bool close_fd;                /* close() closes the descriptor */
    bool at_end;                  /* the descriptor has said so; reading on asks again */
    Object *pending;              /* str decoded and not yet given to anybody, or NULL; owned */
    ssize_t taken;                /* characters of it that were */
    Object *name, *mode, *encoding, *errors; /* owned */
    const char *errors_text;      /* UTF-8 of errors */
    Object *dict, *weakrefs;
} TextIO;
extern Type textio_type, unsupported_operation_type;
static inline bool is_textio(Ref o) { return o->type == &textio_type; }

/* mode "r" or "w"; errors: name of an error handler. UTF-8. */
MUST Own textio_new(int fd, const char *name, const char *mode, const char *errors);
/* 0, or -1 with ValueError (closed), UnsupportedOperation, UnicodeEncodeError, OSError. */
MUST int textio_write(TextIO *t, Ref str);
MUST int textio_write_ascii(TextIO *t, const char *text, size_t n);
MUST int textio_flush(TextIO *t);
/* A line with its "\n"; the empty str at the end of the file; at most limit characters if that is >= 0. */
MUST Own textio_readline(TextIO *t, ssize_t limit);

/* Makes sys.stdin, stdout and stderr (and __stdin__ ...) in rt.sysdict. 0/-1. */
MUST int textio_init(void);
/* At exit: flushes sys.stdout and sys.stderr, whatever they are by now. -1 (status 120): one could not be; of stdout
 * that has been reported. */
int textio_fini(void);

#endif
