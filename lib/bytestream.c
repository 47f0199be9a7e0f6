/* bytestream.c: buffered reading and writing of a file descriptor. A call that a signal interrupts is made again once its handler has run
 * (and raises what the handler raises). */
#include "lib/bytestream.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "runtime/err.h"
#include "runtime/exc.h"
#include "runtime/str.h"
#include "vm/evalops.h"

static int raise_would_block(void) {
    Own number = int_new(EAGAIN), text = str_from_text("write could not complete without blocking"), exc = NULL;
    if (number && text) {
        Ref args[] = {number, text};
        exc = exc_new(BlockingIOError, args, 2);
    }
    drop_x(number);
    drop_x(text);
    return raise_exc_take(exc), -1;
}

/* After a failed call: 0 if it is to be made again. */
static int interrupted(void) {
    if (errno != EINTR) return raise_os(errno, NULL), -1;
    return rt.breaker & BREAK_SIGNAL ? eval_breaker() : 0;
}

/* *done counts what was written, on failure too. */
static int write_all(int fd, const char *data, size_t n, size_t *done) {
    *done = 0;
    while (*done < n) {
        ssize_t wrote = write(fd, data + *done, n - *done);
        if (wrote >= 0) *done += (size_t)wrote;
        else if (errno == EAGAIN) return raise_would_block();
        else if (interrupted() < 0) return -1;
    }
    return 0;
}

int stream_flush(ByteStream *s) {
    if (s->n_out == 0) return 0;
    size_t done;
    int result = write_all(s->fd, s->out, s->n_out, &done);
    s->n_out -= done;
    memmove(s->out, s->out + done, s->n_out);
    return result;
}

char *stream_room(ByteStream *s) {
    if (UNLIKELY(!s->out) && !(s->out = mem_alloc(2 * STREAM_BUFFER))) return (char *)raise_memory();
    return s->out + s->n_out;
}

int stream_add(ByteStream *s, size_t n) {
    size_t done, all = s->n_out + n;
    s->n_out = all < STREAM_BUFFER ? all : 0;
    return LIKELY(all < STREAM_BUFFER) ? 0 : write_all(s->fd, s->out, all, &done);
}

int stream_write(ByteStream *s, const char *data, size_t n) {
    if (UNLIKELY(n >= STREAM_BUFFER)) {
        size_t done;
        return stream_flush(s) < 0 ? -1 : write_all(s->fd, data, n, &done);
    }
    char *to = stream_room(s);
    if (!to) return -1;
    memcpy(to, data, n);
    return stream_add(s, n);
}

int stream_fill(ByteStream *s) {
    if (!s->in && !(s->in = mem_alloc(STREAM_BUFFER))) return raise_memory(), -1;
    s->in_end -= s->in_start;
    memmove(s->in, s->in + s->in_start, s->in_end);
    s->in_start = 0;
    CHECK(s->in_end < STREAM_BUFFER);
    for (;;) {
        ssize_t n = read(s->fd, s->in + s->in_end, STREAM_BUFFER - s->in_end);
        if (n >= 0) {
            s->in_end += (size_t)n;
            return n > 0;
        }
        if (interrupted() < 0) return -1;
    }
}

int stream_close(ByteStream *s, bool close_fd) {
    int fd = s->fd;
    s->fd = -1;
    mem_free(s->out);
    mem_free(s->in);
    s->out = s->in = NULL;
    s->n_out = s->in_start = s->in_end = 0;
    if (close_fd && fd >= 0 && close(fd) < 0) return raise_os(errno, NULL), -1;
    return 0;
}
