/* mod_time.c: the module time: clocks and sleeping. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "lib/modules.h"
#include "runtime/err.h"
#include "runtime/float.h"
#include "runtime/intern.h"
#include "runtime/simple.h"
#include "runtime/str.h"
#include "runtime/structseq.h"
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

/* --- calendar --- */

static const Member struct_time_fields[] = {
    STRUCTSEQ_FIELD("tm_year", 0, "year, for example 1993"), STRUCTSEQ_FIELD("tm_mon", 1, "month, 1 to 12"),
    STRUCTSEQ_FIELD("tm_mday", 2, "day of the month, 1 to 31"), STRUCTSEQ_FIELD("tm_hour", 3, "hours, 0 to 23"),
    STRUCTSEQ_FIELD("tm_min", 4, "minutes, 0 to 59"), STRUCTSEQ_FIELD("tm_sec", 5, "seconds, 0 to 61"),
    STRUCTSEQ_FIELD("tm_wday", 6, "day of the week, Monday is 0"), STRUCTSEQ_FIELD("tm_yday", 7, "day of the year, 1 to 366"),
    STRUCTSEQ_FIELD("tm_isdst", 8, "1 if summer time is in effect, 0 if not, -1 if unknown"), {0}};
static Type struct_time_type = STRUCTSEQ("time.struct_time", struct_time_fields, "A point of time in parts.", 0);

enum { YEAR_ZERO = 1900, TIME_PARTS = 9, SUNDAY = 6, WEEK = 7 };

static Own time_parts(const struct tm *t) {
    Object *values[TIME_PARTS] = {int_new((int64_t)t->tm_year + YEAR_ZERO), int_new(t->tm_mon + 1), int_new(t->tm_mday), int_new(t->tm_hour),
                                  int_new(t->tm_min), int_new(t->tm_sec), int_new((t->tm_wday + SUNDAY) % WEEK), int_new(t->tm_yday + 1),
                                  int_new(t->tm_isdst)};
    return structseq_new_take(&struct_time_type, values, TIME_PARTS);
}

/* Seconds since the epoch, rounded down; None or nothing: now. */
static int whole_seconds(Ref o, time_t *out) {
    if (!o || o == NONE) {
        *out = time(NULL);
        return 0;
    }
    if (is_int(o)) {
        int64_t n;
        if (!int_to_int64(o, &n)) return raise_error(OverflowError, "timestamp out of range for platform time_t"), -1;
        *out = n;
        return 0;
    }
    double s = number_as_double(o);
    if (s == -1.0 && err_set()) return -1;
    if (isnan(s)) return raise_error(ValueError, "Invalid value NaN (not a number)"), -1;
    if (fabs(s) > 9.2e18) return raise_error(OverflowError, "timestamp out of range for platform time_t"), -1;
    *out = (time_t)floor(s);
    return 0;
}

static Own broken_down(Ref o, struct tm *(*convert)(const time_t *, struct tm *)) {
    time_t seconds_;
    struct tm t;
    if (whole_seconds(o, &seconds_) < 0) return NULL;
    if (!convert(&seconds_, &t)) return raise_os(errno, NULL);
    return time_parts(&t);
}
static Own time_gmtime(Ref self, Ref const *args) {
    (void)self;
    return broken_down(args[0], gmtime_r);
}
static Own time_localtime(Ref self, Ref const *args) {
    (void)self;
    return broken_down(args[0], localtime_r);
}

/* struct_time or tuple of nine numbers -> C; absent: now. */
static int take_parts(Ref o, struct tm *out) {
    *out = (struct tm){0};
    if (!o) {
        time_t now = time(NULL);
        localtime_r(&now, out);
        return 0;
    }
    if (!is_tuple(o)) return raise_error(TypeError, "Tuple or struct_time argument required"), -1;
    if (tuple_size(o) != TIME_PARTS) return raise_error(TypeError, "function takes exactly 9 arguments (%zd given)", tuple_size(o)), -1;
    int n[TIME_PARTS];
    for (int i = 0; i < TIME_PARTS; i++) {
        ssize_t v = index_as_ssize(tuple_item(o, i));
        if (v == -1 && err_set()) return -1;
        n[i] = (int)v;
    }
    *out = (struct tm){.tm_year = n[0] - YEAR_ZERO, .tm_mon = n[1] - 1, .tm_mday = n[2], .tm_hour = n[3], .tm_min = n[4], .tm_sec = n[5],
                       .tm_wday = (n[6] + 1) % WEEK, .tm_yday = n[7] - 1, .tm_isdst = n[8]};
    return 0;
}

/* What strftime and its like need to be within bounds; a month or day of 0 counts as 1. */
static int check_parts(struct tm *t) {
    if (t->tm_mon == -1) t->tm_mon = 0;
    if (t->tm_mday == 0) t->tm_mday = 1;
    if (t->tm_yday == -1) t->tm_yday = 0;
    const char *what = t->tm_mon < 0 || t->tm_mon > 11      ? "month out of range"
                       : t->tm_mday < 0 || t->tm_mday > 31  ? "day of month out of range"
                       : t->tm_hour < 0 || t->tm_hour > 23  ? "hour out of range"
                       : t->tm_min < 0 || t->tm_min > 59    ? "minute out of range"
                       : t->tm_sec < 0 || t->tm_sec > 61    ? "seconds out of range"
                       : t->tm_wday < 0                     ? "day of week out of range"
                       : t->tm_yday < 0 || t->tm_yday > 365 ? "day of year out of range"
                                                            : NULL;
    return what ? (raise_error(ValueError, "%s", what), -1) : 0;
}

static Own time_mktime(Ref self, Ref const *args) {
    (void)self;
    struct tm t;
    if (take_parts(args[0], &t) < 0) return NULL;
    t.tm_wday = -1;
    time_t made = mktime(&t);
    if (made == -1 && t.tm_wday == -1) return raise_error(OverflowError, "mktime argument out of range");
    return float_new((double)made);
}

static Own time_strftime(Ref self, Ref const *args) {
    (void)self;
    struct tm t;
    if (!is_str(args[0])) return raise_error(TypeError, "strftime() argument 1 must be str, not %T", args[0]);
    if (take_parts(args[1], &t) < 0 || check_parts(&t) < 0) return NULL;
    const char *format = str_utf8(args[0], NULL);
    if (!format) return NULL;
    if (!*format) return own((Ref)str_empty);
    for (size_t room = 1024;; room *= 2) {
        char *buffer = mem_alloc(room);
        if (!buffer) return raise_memory();
        size_t n = strftime(buffer, room, format, &t);
        Own text = n || room > 256 * strlen(format) ? str_from_utf8(buffer, (ssize_t)n) : NULL;
        mem_free(buffer);
        if (text || err_set()) return text;
    }
}

static Own as_text(const struct tm *t) {
    static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char day[64];
    snprintf(day, sizeof day, "%.3s %.3s %2d %02d:%02d:%02d ", days + 3 * t->tm_wday, months + 3 * t->tm_mon, t->tm_mday, t->tm_hour, t->tm_min,
             t->tm_sec);
    return format_text("%s%lld", day, (long long)t->tm_year + YEAR_ZERO);
}
static Own time_asctime(Ref self, Ref const *args) {
    (void)self;
    struct tm t;
    return take_parts(args[0], &t) < 0 || check_parts(&t) < 0 ? NULL : as_text(&t);
}
static Own time_ctime(Ref self, Ref const *args) {
    (void)self;
    time_t seconds_;
    struct tm t;
    if (whole_seconds(args[0], &seconds_) < 0) return NULL;
    localtime_r(&seconds_, &t);
    return as_text(&t);
}

static const Method time_methods[] = {
    {"asctime(tuple=None, /)", time_asctime, "A time tuple as text like 'Sat Jun 06 16:26:11 1998'."},
    {"ctime(seconds=None, /)", time_ctime, "Seconds since the epoch as text, in local time."},
    {"gmtime(seconds=None, /)", time_gmtime, "Seconds since the epoch as parts, in UTC."},
    {"localtime(seconds=None, /)", time_localtime, "Seconds since the epoch as parts, in local time."},
    {"mktime(tuple, /)", time_mktime, "Parts in local time as seconds since the epoch."},
    {"monotonic()", time_monotonic, "Seconds of a clock that never goes back."},
    {"monotonic_ns()", time_monotonic_ns, "The same in nanoseconds."},
    {"perf_counter()", time_perf_counter, "Seconds of the finest clock, for measuring."},
    {"perf_counter_ns()", time_perf_counter_ns, "The same in nanoseconds."},
    {"process_time()", time_process_time, "Seconds of CPU time that this process has used."},
    {"process_time_ns()", time_process_time_ns, "The same in nanoseconds."},
    {"sleep(object, /)", time_sleep, "Wait that many seconds."},
    {"strftime(format, tuple=None, /)", time_strftime, "Parts as text, by a format as C's strftime has it."},
    {"thread_time()", time_thread_time, "Seconds of CPU time that this thread has used."},
    {"thread_time_ns()", time_thread_time_ns, "The same in nanoseconds."},
    {"time()", time_time, "Seconds since 1970-01-01 00:00 UTC."},
    {"time_ns()", time_time_ns, "The same in nanoseconds."},
    {0}};

Own mod_time_init(void) {
    Own module = modules_new("time", time_methods);
    tzset();
    if (module && (module_add(module, "struct_time", own((Ref)&struct_time_type)) < 0 || module_add(module, "timezone", int_new(timezone)) < 0 ||
                   module_add(module, "daylight", int_new(daylight)) < 0)) {
        drop(module);
        return NULL;
    }
    return module;
}
