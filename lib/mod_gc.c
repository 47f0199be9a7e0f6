/* mod_gc.c: the module gc: the collector's face. gc.garbage and gc.callbacks are lists of the module; hooks of gc/collect.h lead here. */
#include <string.h>

#include "gc/collect.h"
#include "gc/freelist.h"
#include "lib/modules.h"
#include "runtime/dict.h"
#include "runtime/err.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/run.h"

static Object *garbage, *callbacks; /* owned by the module's dict as well */

static Own gc_m_enable(Ref self, Ref const *args) {
    (void)self, (void)args;
    gc.enabled = true;
    return none();
}
static Own gc_m_disable(Ref self, Ref const *args) {
    (void)self, (void)args;
    gc.enabled = false;
    return none();
}
static Own gc_m_isenabled(Ref self, Ref const *args) {
    (void)self, (void)args;
    return bool_new(gc.enabled);
}

static int generation_of(Ref o, int otherwise, int *out) {
    if (!o || o == NONE) {
        *out = otherwise;
        return 0;
    }
    ssize_t n = index_as_ssize(o);
    if (n == -1 && err_set()) return -1;
    *out = n < -1 || n > 100 ? 100 : (int)n;
    return 0;
}

static Own gc_m_collect(Ref self, Ref const *args) {
    (void)self;
    int generation;
    if (generation_of(args[0], GC_GENERATIONS - 1, &generation) < 0) return NULL;
    if (generation < 0 || generation >= GC_GENERATIONS) return raise_error(ValueError, "invalid generation");
    return int_new(gc.collecting ? 0 : gc_collect(generation));
}
static Own gc_m_get_count(Ref self, Ref const *args) {
    (void)self, (void)args;
    Own parts[3] = {int_new(gc.gen[0].count), int_new(gc.gen[1].count), int_new(gc.gen[2].count)};
    return tuple_from_array_take(parts, 3);
}
static Own gc_m_get_threshold(Ref self, Ref const *args) {
    (void)self, (void)args;
    Own parts[3] = {int_new(gc.gen[0].threshold), int_new(gc.gen[1].threshold), int_new(gc.gen[2].threshold)};
    return tuple_from_array_take(parts, 3);
}
static Own gc_m_set_threshold(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    int values[GC_GENERATIONS];
    if (kwnames || nargs < 1 || nargs > GC_GENERATIONS) return raise_error(TypeError, "gc.set_threshold requires 1 to 3 arguments");
    for (int i = 0; i < GC_GENERATIONS; i++) {
        values[i] = gc.gen[i].threshold;
        if ((size_t)i >= nargs) continue;
        ssize_t n = index_as_ssize(args[i]);
        if (n == -1 && err_set()) return NULL;
        if (n != (int)n) return raise_error(OverflowError, "Python int too large to convert to C int");
        values[i] = (int)n;
    }
    for (int i = 0; i < GC_GENERATIONS; i++) gc.gen[i].threshold = values[i];
    return none();
}
static Own gc_m_get_debug(Ref self, Ref const *args) {
    (void)self, (void)args;
    return int_new(gc.debug);
}
static Own gc_m_set_debug(Ref self, Ref const *args) {
    (void)self;
    ssize_t n = index_as_ssize(args[0]);
    if (n == -1 && err_set()) return NULL;
    gc.debug = (unsigned)n;
    return none();
}

static int put(Ref dict, const char *key, ssize_t number) {
    Own value = int_new(number);
    int failed = value ? dict_set_text(dict, key, value) : -1;
    drop_x(value);
    return failed;
}
static Own gc_m_get_stats(Ref self, Ref const *args) {
    (void)self, (void)args;
    Own list = list_new(0);
    for (int i = 0; list && i < GC_GENERATIONS; i++) {
        Own d = dict_new();
        if (!d || put(d, "collections", gc.stats[i].collections) < 0 || put(d, "collected", gc.stats[i].collected) < 0 ||
            put(d, "uncollectable", gc.stats[i].uncollectable) < 0) {
            drop_x(d);
            drop(list);
            return NULL;
        }
        if (list_append_take(list, d) < 0) {
            drop(list);
            return NULL;
        }
    }
    return list;
}

static Own gc_m_is_tracked(Ref self, Ref const *args) {
    (void)self;
    return bool_new(object_is_gc(args[0]) && gc_is_tracked(args[0]));
}
static Own gc_m_is_finalized(Ref self, Ref const *args) {
    (void)self;
    return bool_new(object_is_gc(args[0]) && gc_is_finalized(args[0]));
}
static Own gc_m_freeze(Ref self, Ref const *args) {
    (void)self, (void)args;
    gc_freeze();
    return none();
}
static Own gc_m_unfreeze(Ref self, Ref const *args) {
    (void)self, (void)args;
    gc_unfreeze();
    return none();
}
static Own gc_m_get_freeze_count(Ref self, Ref const *args) {
    (void)self, (void)args;
    return int_new(gc_freeze_count());
}

/* --- objects --- */

/* Objects gathered during a walk, during which nothing may be allocated on the collector's lists. */
typedef struct Gathered {
    Object **items;
    size_t n, room;
    Ref skip;
    Ref const *wanted;    /* get_referrers */
    ssize_t n_wanted;
    bool failed;
} Gathered;

static int gather(Object *o, void *arg) {
    Gathered *g = arg;
    if (o == g->skip) return 0;
    if (g->n == g->room) {
        size_t room = g->room ? g->room * 2 : 256;
        Object **items = mem_realloc(g->items, room * sizeof *items);
        if (!items) {
            g->failed = true;
            return 1;
        }
        g->items = items;
        g->room = room;
    }
    g->items[g->n++] = own(o);
    return 0;
}

static Own gathered_list(Gathered *g) {
    Own list = NULL;
    if (g->failed) {
        raise_memory();
        for (size_t i = 0; i < g->n; i++) drop(g->items[i]);
    } else {
        list = list_from_array_take(g->items, (ssize_t)g->n);
    }
    mem_free(g->items);
    return list;
}

static Own gc_m_get_objects(Ref self, Ref const *args) {
    (void)self;
    int generation;
    if (generation_of(args[0], -1, &generation) < 0) return NULL;
    if (args[0] && args[0] != NONE) {
        if (generation >= GC_GENERATIONS) return raise_error(ValueError, "generation parameter must be less than the number of available generations (3)");
        if (generation < 0) return raise_error(ValueError, "generation parameter cannot be negative");
    }
    Gathered g = {0};
    gc_each(generation, gather, &g);
    return gathered_list(&g);
}

static int is_wanted(Object *child, void *arg) {
    const Gathered *g = arg;
    for (ssize_t i = 0; i < g->n_wanted; i++)
        if (g->wanted[i] == child) return 1;
    return 0;
}
static int gather_referrer(Object *o, void *arg) {
    Gathered *g = arg;
    TypeHead *t = type_head(o);
    return t->traverse && o != g->skip && t->traverse(o, is_wanted, g) ? gather(o, g) : 0;
}
static Own gc_m_get_referrers(Ref self, Ref const *args) {
    (void)self;
    Gathered g = {.wanted = refs(tuple_items(args[0])), .n_wanted = tuple_size(args[0]), .skip = args[0]};
    gc_each(-1, gather_referrer, &g);
    return gathered_list(&g);
}
static Own gc_m_get_referents(Ref self, Ref const *args) {
    (void)self;
    Gathered g = {0};
    for (ssize_t i = 0; i < tuple_size(args[0]); i++) {
        Ref o = tuple_item(args[0], i);
        TypeHead *t = type_head(o);
        if (object_is_gc(o) && t->traverse) t->traverse((Object *)(uintptr_t)o, gather, &g);
    }
    return gathered_list(&g);
}

/* --- hooks --- */

static int keep_garbage(Object *o) { return garbage ? list_append(garbage, o) : 0; }

static void write_debug(const char *text) {
    Own s = str_from_wtf8(text, (ssize_t)strlen(text));
    if (s) report_write(s);
    else err_clear();
    drop_x(s);
}

static void call_callbacks(const char *phase, int generation, ssize_t collected, ssize_t uncollectable) {
    if (!callbacks || list_size(callbacks) == 0) return;
    Own exc = err_take(), info = dict_new(), name = str_from_text(phase);
    if (info && name && put(info, "generation", generation) >= 0 && put(info, "collected", collected) >= 0 &&
        put(info, "uncollectable", uncollectable) >= 0) {
        for (ssize_t i = 0; i < list_size(callbacks); i++) {
            Own callback = own(list_item(callbacks, i)), result = object_call2(callback, name, info);
            if (!result) err_unraisable(callback, NULL);
            drop_x(result);
            drop(callback);
        }
    }
    err_clear();
    drop_x(info);
    drop_x(name);
    err_restore_take(exc);
}
static void on_start(int generation) { call_callbacks("start", generation, 0, 0); }
static void on_stop(int generation, ssize_t collected, ssize_t uncollectable) { call_callbacks("stop", generation, collected, uncollectable); }

static const Method gc_methods[] = {
    {"collect(generation=2)", gc_m_collect, "Collect this generation and the younger ones; gives the number of unreachable objects found."},
    {"disable()", gc_m_disable, "Switch automatic collection off."},
    {"enable()", gc_m_enable, "Switch automatic collection on."},
    {"freeze()", gc_m_freeze, "Move all tracked objects to a generation that is never collected."},
    {"get_count()", gc_m_get_count, "The counters of the three generations."},
    {"get_debug()", gc_m_get_debug, "The debugging flags."},
    {"get_freeze_count()", gc_m_get_freeze_count, "How many objects are frozen."},
    {"get_objects(generation=None)", gc_m_get_objects, "A list of the tracked objects, all or of one generation."},
    {"get_referents(*objs)", gc_m_get_referents, "The objects that these refer to directly."},
    {"get_referrers(*objs)", gc_m_get_referrers, "The tracked objects that refer directly to one of these."},
    {"get_stats()", gc_m_get_stats, "A dict of totals for each generation."},
    {"get_threshold()", gc_m_get_threshold, "The thresholds of the three generations."},
    {"is_finalized(obj, /)", gc_m_is_finalized, "Did the collector run the finalizer of this object already?"},
    {"is_tracked(obj, /)", gc_m_is_tracked, "Does the collector know this object?"},
    {"isenabled()", gc_m_isenabled, "Is automatic collection on?"},
    {"set_debug(flags, /)", gc_m_set_debug, "Set the debugging flags."},
    {"set_threshold(threshold0, threshold1=10, threshold2=0, /)", NULL, "Set when collections are due; 0 switches them off.", 0, gc_m_set_threshold},
    {"unfreeze()", gc_m_unfreeze, "Move the frozen objects to the oldest generation."},
    {0}};

Own mod_gc_init(void) {
    static const struct { const char *name; int value; } constants[] = {
        {"DEBUG_STATS", 1}, {"DEBUG_COLLECTABLE", 2}, {"DEBUG_UNCOLLECTABLE", 4}, {"DEBUG_SAVEALL", 32}, {"DEBUG_LEAK", 38}, {NULL, 0}};
    Own module = modules_new("gc", gc_methods);
    if (!module) return NULL;
    for (int i = 0; constants[i].name; i++)
        if (module_add(module, constants[i].name, int_new(constants[i].value)) < 0) goto fail;
    Own list = list_new(0);
    garbage = list;
    if (module_add(module, "garbage", list) < 0) goto fail;
    callbacks = list = list_new(0);
    if (module_add(module, "callbacks", list) < 0) goto fail;
    own(garbage);
    own(callbacks);
    gc.hooks.garbage = keep_garbage;
    gc.hooks.debug = write_debug;
    gc.hooks.start = on_start;
    gc.hooks.stop = on_stop;
    return module;
fail:
    garbage = callbacks = NULL;
    drop_x(module);
    return NULL;
}

void mod_gc_fini(void) {
    gc.hooks.garbage = NULL;
    gc.hooks.debug = NULL;
    gc.hooks.start = NULL;
    gc.hooks.stop = NULL;
    CLEAR(garbage);
    CLEAR(callbacks);
}
