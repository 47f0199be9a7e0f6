/* mod_time.c: the module time: clocks and sleeping. */
#include <errno.h>
#include <math.h>
#include <time.h>

#include "lib/modules.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "vm/evalops.h"

enum { NANOSECONDS = 1000000000 };

static Own seconds(clockid_t clock) {
    struct timespec t;
    if (clock_gettime(clock, &t) < 0) return raise_os(errno, NULL);
    return float_new((double)t.tv_sec + (double)t.tv_nsec * 1e-9);
}
static Own nanoseconds(clockid_t clock) {
    struct timespec t;
    if (clock_gettime(clock, &t) < 0) return raise_os(errno, NULL);
    return int_new((int64_t)t.tv_sec * NANOSECONDS + t.tv_nsec);
}

#define CLOCK(name, id)                                                                        \
    static Own time_##name(Ref self, Ref const *args) {                                        \
        (void)self, (void)args;                                                                \
        return seconds(id);                                                                    \
    }                                                                                          \
    static Own time_##name##_ns(Ref self, Ref const *args) {                                   \
        (void)self, (void)args;                                                                \
        return nanoseconds(id);                                                                \
    }
CLOCK(time, CLOCK_REALTIME)
CLOCK(monotonic, CLOCK_MONOTONIC)
CLOCK(perf_counter, CLOCK_MONOTONIC)
CLOCK(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK(thread_time, CLOCK_THREAD_CPUTIME_ID)

static Own time_sleep(Ref self, Ref const *args) {
    (void)self;
    double s = number_as_double(args[0]);
    if (s == -1.0 && err_set()) {
        if (err_matches(TypeError)) {
            err_clear();
            return raise_error(TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
        }
        return NULL;
    }
    if (isnan(s)) return raise_error(ValueError, "Invalid value NaN (not a number)");
    if (s < 0) return raise_error(ValueError, "sleep length must be non-negative");
    if (s > 9e9) return raise_error(OverflowError, "timestamp too large to convert to C PyTime_t");
    struct timespec end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += (time_t)s;
    end.tv_nsec += (long)((s - floor(s)) * 1e9);
    if (end.tv_nsec >= NANOSECONDS) {
        end.tv_nsec -= NANOSECONDS;
        end.tv_sec++;
    }
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &end, NULL) == EINTR)
        if (rt.breaker && eval_breaker() < 0) return NULL;
    return none();
}

static const Method time_methods[] = {
    {"monotonic()", time_monotonic, "Seconds of a clock that never goes back."},
    {"monotonic_ns()", time_monotonic_ns, "The same in nanoseconds."},
    {"perf_counter()", time_perf_counter, "Seconds of the finest clock, for measuring."},
    {"perf_counter_ns()", time_perf_counter_ns, "The same in nanoseconds."},
    {"process_time()", time_process_time, "Seconds of CPU time that this process has used."},
    {"process_time_ns()", time_process_time_ns, "The same in nanoseconds."},
    {"sleep(object, /)", time_sleep, "Wait that many seconds."},
    {"thread_time()", time_thread_time, "Seconds of CPU time that this thread has used."},
    {"thread_time_ns()", time_thread_time_ns, "The same in nanoseconds."},
    {"time()", time_time, "Seconds since 1970-01-01 00:00 UTC."},
    {"time_ns()", time_time_ns, "The same in nanoseconds."},
    {0}};

Own mod_time_init(void) { return modules_new("time", time_methods); }
