/* audit.c: the table of live objects (open addressing, linear probing, rows moved up on deletion) and the leak report.
 *
 * It lives in plain malloc memory, outside all counted domains, and never touches an object but to read it. */
#include "gc/audit.h"

#if AUDIT

#include <signal.h>
#include <stdlib.h>

#include "gc/mem.h"

typedef struct Row {
    Object *o; /* NULL: empty */
    uint64_t serial;
    ssize_t outside; /* while reporting: references not explained by live objects */
} Row;

static struct {
    Row *row;
    size_t size, used; /* size: a power of two */
    uint64_t born, stop_at;
    bool off; /* there was no memory for it */
} table;

enum { FIRST_SIZE = 1 << 12, ROOTS_SHOWN = 40 };

static void *must(void *p) {
    if (!p) fputs("audit: no memory\n", stderr), abort();
    return p;
}

static size_t home(const Object *o) { return (size_t)(((uintptr_t)o >> 4) * 0x9E3779B97F4A7C15u >> 20) & (table.size - 1); }

/* The row of o, or the empty one where it belongs. */
static Row *find(const Object *o) {
    size_t i = home(o);
    while (table.row[i].o && table.row[i].o != o) i = (i + 1) & (table.size - 1);
    return &table.row[i];
}

static void grow(void) {
    Row *old = table.row;
    size_t n = table.size, bigger = n ? 2 * n : FIRST_SIZE;
    Row *row = calloc(bigger, sizeof(Row));
    if (!row) {
        if (table.used + 1 < n) return; /* fuller than it should be, for the time being */
        free(old);
        table.row = NULL;
        table.size = table.used = 0;
        table.off = true;
        return;
    }
    table.row = row;
    table.size = bigger;
    for (size_t i = 0; i < n; i++)
        if (old[i].o) *find(old[i].o) = old[i];
    free(old);
}

static COLD void broken(const char *what, uint64_t serial) {
    fprintf(stderr, "audit: %s (#%llu)\n", what, (unsigned long long)serial);
    abort();
}

static void insert(Object *o, uint64_t serial) {
    if (2 * table.used >= table.size) grow();
    if (table.off) return;
    Row *row = find(o);
    if (row->o) broken("an object is born where one lives", row->serial);
    *row = (Row){.o = o, .serial = serial};
    table.used++;
}

static uint64_t take(const Object *o) {
    if (table.off) return 0;
    Row *row = table.size ? find(o) : NULL;
    if (!row || !row->o) broken("an object dies that was not alive; born so far", table.born);
    uint64_t serial = row->serial;
    table.used--;
    size_t hole = (size_t)(row - table.row), mask = table.size - 1;
    for (size_t i = hole; table.row[i = (i + 1) & mask].o;) {
        if (((i - home(table.row[i].o)) & mask) < ((i - hole) & mask)) continue; /* the hole is before its home */
        table.row[hole] = table.row[i];
        hole = i;
    }
    table.row[hole].o = NULL;
    return serial;
}

void audit_born(Object *o) {
    if (table.born == 0) {
        const char *stop_at = getenv("ADDER_BREAK_ALLOC");
        table.stop_at = stop_at ? strtoull(stop_at, NULL, 10) : 0;
    }
    insert(o, ++table.born);
    if (table.born == table.stop_at) raise(SIGTRAP);
}
void audit_died(Object *o) { take(o); }
void audit_moved(const Object *from, Object *to) { insert(to, take(from)); }

size_t audit_live(void) { return table.used; }
uint64_t audit_serial(const Object *o) {
    Row *row = table.size ? find(o) : NULL;
    return row && row->o ? row->serial : 0;
}

static int by_serial(const void *a, const void *b) {
    uint64_t x = (*(Row *const *)a)->serial, y = (*(Row *const *)b)->serial;
    return (x > y) - (x < y);
}

/* All rows in order of birth; the caller frees the array. */
static Row **rows_in_order(void) {
    Row **rows = must(malloc((table.used + 1) * sizeof *rows));
    size_t n = 0;
    for (size_t i = 0; i < table.size; i++)
        if (table.row[i].o) rows[n++] = &table.row[i];
    qsort(rows, n, sizeof *rows, by_serial);
    return rows;
}

int audit_each(int (*f)(Object *o, uint64_t serial, void *arg), void *arg) {
    Row **rows = rows_in_order();
    int stop = 0;
    for (size_t i = 0, n = table.used; i < n && !stop; i++) stop = f(rows[i]->o, rows[i]->serial, arg);
    free(rows);
    return stop;
}

static int explain(Object *child, void *arg) {
    (void)arg;
    Row *row = find(child);
    if (row->o) row->outside--;
    return 0;
}

static void print_row(FILE *out, const Row *row) {
    fprintf(out, "  #%llu %s, count %zd, %zd from outside\n", (unsigned long long)row->serial, type_head(row->o)->name, row->o->refcnt,
            row->outside);
}

int audit_report(FILE *out) {
    size_t n = table.used, shown = 0, roots = 0;
    if (n == 0) return 0;
    Row **rows = rows_in_order();
    for (size_t i = 0; i < n; i++) rows[i]->outside = rows[i]->o->refcnt;
    for (size_t i = 0; i < n; i++) {
        TraverseFn traverse = type_head(rows[i]->o)->traverse;
        if (traverse) traverse(rows[i]->o, explain, NULL);
    }
    for (size_t i = 0; i < n; i++) roots += rows[i]->outside != 0;
    fprintf(out, "leaked: %zu objects, %zu held from outside, %zu secondary\n", n, roots, n - roots);
    for (size_t i = 0; i < n && shown < ROOTS_SHOWN; i++) {
        if (roots && rows[i]->outside == 0) continue; /* without roots, only cycles are left: show those */
        print_row(out, rows[i]);
        shown++;
    }
    if (shown < (roots ? roots : n)) fprintf(out, "  ... and %zu more\n", (roots ? roots : n) - shown);
    free(rows);
    return n > INT32_MAX ? INT32_MAX : (int)n;
}

static struct {
    struct Static {
        Object *o;
        const char *name;
    } *row;
    size_t n, room;
} statics;

void audit_static(Object *o, const char *name) {
    if (statics.n == statics.room) {
        statics.room = statics.room ? 2 * statics.room : 64;
        statics.row = must(realloc(statics.row, statics.room * sizeof *statics.row));
    }
    statics.row[statics.n++] = (struct Static){o, name};
}

int audit_static_report(FILE *out) {
    int wrong = 0;
    for (size_t i = 0; i < statics.n; i++) {
        const struct Static *s = &statics.row[i];
        if (s->o->refcnt == 1 || table.off) continue;
        fprintf(out, "static object %s: count %zd at the end\n", s->name, s->o->refcnt);
        wrong++;
    }
    return wrong;
}

int audit_blocks_report(FILE *out) {
    const MemStats *m = mem_stats_now();
    size_t n = m->blocks + m->large_blocks + m->raw_blocks;
    if (n == 0 || table.off) return 0;
    fprintf(out, "leaked: %zu blocks of the pools, %zu large, %zu raw\n", m->blocks, m->large_blocks, m->raw_blocks);
    return (int)n;
}
#else
typedef int audit_is_off; /* ISO C wants a declaration in every file */
#endif
