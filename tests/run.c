/* The test runner. usage: tests-run [OPTION...] [FILE|DIR...]     (tests/README.md says how a test is written)
 *
 * A test is a .py file, a .sh file, or a program without suffix (a unit test: exit status 0 is a pass).
 * What it must print stands in its own comments or in files beside it; it runs in its own folder with a
 * fresh scratch folder as $TMPDIR, a fixed hash seed, and limits on time and memory.
 *
 * Life of a test: collect() finds it, parse() reads its comments, start() forks it with stdout and stderr
 * going to unnamed files, finish() reaps it and judges it. Up to -j N children run at once. */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    CPU_SECONDS = 10, WALL_SECONDS = 30, SLOW_FACTOR = 5,
    MAX_JOBS = 64, MAX_WORDS = 64, MAX_ENV = 16, DIFF_LINES = 12,
    AUDIT_STATUS = 97, SANITIZER_STATUS = 99,   /* never right, whatever the test expects */
};
#define MEMORY_LIMIT ((rlim_t)16 << 30)
#define OUTPUT_LIMIT ((rlim_t)64 << 20)

typedef struct Text {
    char *data;   /* NUL-terminated once anything was added, NULL before */
    size_t size;
} Text;

typedef struct Test {
    const char *path;
    char dir[PATH_MAX], name[NAME_MAX + 1];
    Text out, err, in;            /* expected stdout; exact stderr if has_err; stdin */
    bool has_in, has_err, golden; /* golden: stdout comes from a .exp file */
    char *error;                  /* last line of stderr, or NULL */
    int error_line;               /* of the innermost traceback entry */
    int status;
    long expectations;
    char *args[MAX_WORDS], *env[MAX_ENV];
    int argc, envc;
    const char *skip;             /* why it is not run here, or NULL */
} Test;

typedef struct Job {
    pid_t pid;                    /* 0: free */
    Test *test;
    int out, err;
    char scratch[64];
    struct timespec begun;
    bool timed_out;
} Job;

static char *command[MAX_WORDS];  /* the interpreter and its first arguments */
static int command_len;
static char *command_text;        /* the same as one string, for $ADDER */
static const char *mode = "release";
static bool under_python, verbose, goldens;
static int jobs_max = 2;
static Job jobs[MAX_JOBS];
static sigset_t awaited;          /* blocked, and looked for while waiting */
static char **paths;
static size_t path_count, path_room;
static long passed, failed, skipped, expectations;
static FILE *report;              /* what is wrong with the test being judged */

/* ---- small things */

static _Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
static _Noreturn void die(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("tests-run: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(2);
}

static void *need(void *block) {
    if (!block)
        die("out of memory");
    return block;
}

static void text_add(Text *text, const char *data, size_t size) {
    text->data = need(realloc(text->data, text->size + size + 1));
    memcpy(text->data + text->size, data, size);
    text->size += size;
    text->data[text->size] = 0;
}

static void text_add_line(Text *text, const char *line) {
    text_add(text, line, strlen(line));
    text_add(text, "\n", 1);
}

static void text_free(Text *text) {
    free(text->data);
    *text = (Text){0};
}

static bool text_equal(const Text *a, const Text *b) {
    return a->size == b->size && (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

static void text_read(Text *text, int fd) {
    char buffer[65536];
    ssize_t n;
    while ((n = read(fd, buffer, sizeof buffer)) > 0)
        text_add(text, buffer, (size_t)n);
    if (text->size == 0)
        text_add(text, "", 0);
}

/* Reads the file beside the test that differs in its suffix; false if there is none. */
static bool read_sibling(const Test *test, const char *suffix, Text *text) {
    char path[PATH_MAX + 16];
    int stem = (int)(strrchr(test->path, '.') - test->path);
    snprintf(path, sizeof path, "%.*s%s", stem, test->path, suffix);
    int fd = open(path, O_RDONLY);
    if (fd < 0)
        return false;
    text_read(text, fd);
    close(fd);
    return true;
}

static bool ends_with(const char *s, const char *suffix) {
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

/* Splits in place at blanks. */
static int split(char *s, char **words, int room) {
    int n = 0;
    for (char *word = strtok(s, " \t"); word; word = strtok(NULL, " \t")) {
        if (n == room - 1)
            die("too many words");
        words[n++] = word;
    }
    words[n] = NULL;
    return n;
}

static double seconds_since(const struct timespec *begun) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begun->tv_sec) + (double)(now.tv_nsec - begun->tv_nsec) / 1e9;
}

static bool slow_mode(void) {
    return strcmp(mode, "stress") == 0 || strcmp(mode, "asan") == 0 || strcmp(mode, "audit") == 0;
}

/* ---- finding tests */

static void add_path(const char *path) {
    if (path_count == path_room) {
        path_room = path_room ? 2 * path_room : 256;
        paths = need(realloc(paths, path_room * sizeof *paths));
    }
    paths[path_count++] = need(strdup(path));
}

static bool looks_like_test(const char *path, const char *name, mode_t bits) {
    if (name[0] == '_' || name[0] == '.')
        return false;
    if (ends_with(name, ".py"))
        return true;
    if (ends_with(name, ".sh"))   /* the scripts of the suite itself lie in tests/ */
        return strstr(path, "/") && !ends_with(path, "tests/all.sh") && !ends_with(path, "tests/deps.sh");
    return !strchr(name, '.') && (bits & S_IXUSR);
}

static void collect(const char *path) {
    struct stat st;
    if (stat(path, &st) < 0)
        die("%s: %s", path, strerror(errno));
    if (!S_ISDIR(st.st_mode)) {
        add_path(path);
        return;
    }
    DIR *dir = opendir(path);
    if (!dir)
        die("%s: %s", path, strerror(errno));
    for (struct dirent *entry; (entry = readdir(dir));) {
        const char *name = entry->d_name;
        char below[PATH_MAX];
        if (name[0] == '.' || name[0] == '_' || strcmp(name, "bench") == 0 || strcmp(name, "tools") == 0)
            continue;
        snprintf(below, sizeof below, "%.*s/%s", (int)(sizeof below - 258), path, name);
        if (stat(below, &st) == 0 && (S_ISDIR(st.st_mode) || looks_like_test(below, name, st.st_mode)))
            collect(below);
    }
    closedir(dir);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* ---- reading a test */

static char *after(char *line, const char *prefix) {
    size_t n = strlen(prefix);
    if (strncmp(line, prefix, n) != 0)
        return NULL;
    return line[n] == ' ' ? line + n + 1 : line + n;
}

static bool has_word(const char *text, const char *word) {
    const char *at = strstr(text, word);
    return at && !isalpha((unsigned char)at[strlen(word)]);
}

static void observes(Test *test, const char *what) {
    bool stress = strcmp(mode, "stress") == 0, asan = strcmp(mode, "asan") == 0;
    if (stress || (asan && (has_word(what, "sizes") || has_word(what, "ids"))))
        test->skip = "observes what this build changes";
}

/* A comment line at column 0 that gives an order to the runner. */
static void parse_order(Test *test, char *line) {
    char *value;
    if ((value = after(line, "# stdin:"))) {
        text_add_line(&test->in, value);
        test->has_in = true;
    } else if ((value = after(line, "# args:"))) {
        test->argc = split(need(strdup(value)), test->args, MAX_WORDS);
    } else if ((value = after(line, "# env:"))) {
        if (test->envc == MAX_ENV)
            die("%s: too many environment variables", test->path);
        test->env[test->envc++] = need(strdup(value));
    } else if ((value = after(line, "# status:"))) {
        test->status = atoi(value);
        test->expectations++;
    } else if ((value = after(line, "# needs:"))) {
        if (strcmp(value, mode) != 0)
            test->skip = "needs another mode";
    } else if ((value = after(line, "# skip-mode:"))) {
        size_t n = strlen(mode);
        if (strncmp(value, mode, n) == 0 && (value[n] == ' ' || !value[n]))
            test->skip = need(strdup(value));
    } else if ((value = after(line, "# skip:"))) {
        test->skip = need(strdup(value));
    } else if ((value = after(line, "# python: no"))) {
        if (under_python)
            test->skip = "adder only";
    } else if ((value = after(line, "# observes:"))) {
        observes(test, value);
    }
}

static void parse_line(Test *test, char *line, int number) {
    char *error = strstr(line, "# expect error:"), *expect = strstr(line, "# expect:");
    if (error) {
        free(test->error);
        test->error = need(strdup(after(error, "# expect error:")));
        test->error_line = number;
        test->status = 1;
        test->expectations++;
    } else if (expect && !test->golden) {
        text_add_line(&test->out, after(expect, "# expect:"));
        test->expectations++;
    } else if (line[0] == '#') {
        parse_order(test, line);
    }
}

static Test *parse(const char *path) {
    Test *test = need(calloc(1, sizeof *test));
    test->path = path;
    const char *slash = strrchr(path, '/');
    char above[PATH_MAX];
    snprintf(above, sizeof above, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
    if (!realpath(above, test->dir))
        die("%s: %s", above, strerror(errno));
    snprintf(test->name, sizeof test->name, "%s", slash ? slash + 1 : path);
    if (!strchr(test->name, '.'))   /* a unit test says it all by its exit status */
        return test->expectations = 1, test;

    test->golden = read_sibling(test, ".exp", &test->out);
    for (size_t i = 0; i < test->out.size; i++)
        test->expectations += test->out.data[i] == '\n';
    test->has_in = read_sibling(test, ".in", &test->in);
    Text code = {0};
    if (read_sibling(test, ".code", &code))
        test->status = atoi(code.data);
    text_free(&code);
    FILE *file = fopen(path, "r");
    if (!file)
        die("%s: %s", path, strerror(errno));
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    for (int number = 1; (n = getline(&line, &room, file)) >= 0; number++) {
        if (n && line[n - 1] == '\n')
            line[n - 1] = 0;
        parse_line(test, line, number);
    }
    free(line);
    fclose(file);
    test->has_err = read_sibling(test, ".err", &test->err);
    test->expectations += test->has_err;
    return test;
}

/* ---- running one */

static void limit(int what, rlim_t most) {
    struct rlimit r;
    getrlimit(what, &r);
    r.rlim_cur = r.rlim_max != RLIM_INFINITY && most > r.rlim_max ? r.rlim_max : most;
    setrlimit(what, &r);
}

static _Noreturn void run_child(const Job *job, int in) {
    const Test *test = job->test;
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setpgid(0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, (rlim_t)CPU_SECONDS * (slow_mode() ? SLOW_FACTOR : 1));
    limit(RLIMIT_FSIZE, OUTPUT_LIMIT);
    if (strcmp(mode, "asan") != 0)
        limit(RLIMIT_AS, MEMORY_LIMIT);
    setenv("ADDER", command_text, 1);
    setenv("ADDER_MODE", mode, 1);
    setenv("TMPDIR", job->scratch, 1);
    setenv("ADDERHASHSEED", "0", 1);
    setenv("PYTHONHASHSEED", "0", 1);
    setenv("PYTHONDONTWRITEBYTECODE", "1", 1);
    setenv("ASAN_OPTIONS", "exitcode=99:allocator_may_return_null=1", 0);
    setenv("UBSAN_OPTIONS", "exitcode=99:print_stacktrace=1", 0);
    for (int i = 0; i < test->envc; i++)
        putenv(test->env[i]);

    const char *argv[3 * MAX_WORDS];
    int n = 0;
    char own[NAME_MAX + 3];
    snprintf(own, sizeof own, "./%s", test->name);
    if (ends_with(test->name, ".sh")) {
        argv[n++] = "sh";
        argv[n++] = own;
    } else if (ends_with(test->name, ".py")) {
        for (int i = 0; i < command_len; i++)
            argv[n++] = command[i];
        argv[n++] = own + 2;
    } else {
        argv[n++] = own;
    }
    for (int i = 0; i < test->argc; i++)
        argv[n++] = test->args[i];
    argv[n] = NULL;
    if (chdir(test->dir) < 0 || dup2(in, 0) < 0 || dup2(job->out, 1) < 0 || dup2(job->err, 2) < 0)
        _exit(126);
    execvp(argv[0], (char *const *)argv);
    dprintf(2, "tests-run: %s: %s\n", argv[0], strerror(errno));
    _exit(127);
}

static int unnamed_file(void) {
    int fd = memfd_create("test", MFD_CLOEXEC);
    if (fd < 0)
        die("memfd_create: %s", strerror(errno));
    return fd;
}

static void start(Job *job, Test *test) {
    static int started;
    *job = (Job){.test = test, .out = unnamed_file(), .err = unnamed_file()};
    snprintf(job->scratch, sizeof job->scratch, "/tmp/adder-test-%d-%d", (int)getpid(), started++);
    if (mkdir(job->scratch, 0700) < 0)
        die("%s: %s", job->scratch, strerror(errno));
    int in = test->has_in ? unnamed_file() : open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (test->has_in && pwrite(in, test->in.data, test->in.size, 0) != (ssize_t)test->in.size)
        die("cannot keep the input of %s", test->path);
    clock_gettime(CLOCK_MONOTONIC, &job->begun);
    fflush(NULL);
    job->pid = fork();
    if (job->pid < 0)
        die("fork: %s", strerror(errno));
    if (job->pid == 0)
        run_child(job, in);
    close(in);
}

/* ---- judging one */

/* Cuts the test's own folder and replaces addresses, in which two right runs may differ. */
static void normalise(Text *text, const char *dir) {
    size_t n = strlen(dir), to = 0;
    for (size_t at = 0; at < text->size;) {
        char *s = text->data + at;
        if (strncmp(s, dir, n) == 0 && s[n] == '/') {
            at += n + 1;
            continue;
        }
        size_t digits = s[0] == '0' && s[1] == 'x' ? strspn(s + 2, "0123456789abcdefABCDEF") : 0;
        if (digits >= 6) {
            memmove(text->data + to, "0xADDR", 6);
            to += 6;
            at += 2 + digits;
        } else {
            text->data[to++] = text->data[at++];
        }
    }
    text->size = to;
    text->data[to] = 0;
}

static const char *last_line(const Text *text, size_t *size) {
    size_t end = text->size;
    while (end && text->data[end - 1] == '\n')
        end--;
    size_t begin = end;
    while (begin && text->data[begin - 1] != '\n')
        begin--;
    *size = end - begin;
    return text->data + begin;
}

/* Line number of the last traceback entry in the test's own file, or 0. */
static int innermost_line(const Test *test, const Text *err) {
    char entry[NAME_MAX + 32];
    snprintf(entry, sizeof entry, "  File \"%s\", line ", test->name);
    int line = 0;
    for (const char *at = err->data; (at = strstr(at, entry)); at++)
        line = atoi(at + strlen(entry));
    return line;
}

/* The first lines that differ, `-` wanted and `+` got. */
static void show_difference(const char *what, const Text *want, const Text *got) {
    const char *a = want->data ? want->data : "", *b = got->data;
    int number = 1;
    for (; *a && *b; number++) {
        size_t n = strcspn(a, "\n"), m = strcspn(b, "\n");
        if (n != m || memcmp(a, b, n) != 0)
            break;
        a += n + (a[n] == '\n');
        b += m + (b[m] == '\n');
    }
    fprintf(report, "    %s differs at line %d\n", what, number);
    for (int i = 0; i < DIFF_LINES / 2 && *a; i++) {
        int n = (int)strcspn(a, "\n");
        fprintf(report, "    - %.*s\n", n > 300 ? 300 : n, a);
        a += n + (a[n] == '\n');
    }
    for (int i = 0; i < DIFF_LINES / 2 && *b; i++) {
        int n = (int)strcspn(b, "\n");
        fprintf(report, "    + %.*s\n", n > 300 ? 300 : n, b);
        b += n + (b[n] == '\n');
    }
}

static void show_end(const Text *err) {
    const char *at = err->data + err->size;
    int lines = 0;
    while (at > err->data && lines <= DIFF_LINES)
        if (*--at == '\n')
            lines++;
    for (at += *at == '\n'; *at;) {
        int n = (int)strcspn(at, "\n");
        fprintf(report, "    | %.*s\n", n > 300 ? 300 : n, at);
        at += n + (at[n] == '\n');
    }
}

static bool right_error(const Test *test, const Text *err) {
    size_t size;
    const char *last = last_line(err, &size);
    if (size != strlen(test->error) || memcmp(last, test->error, size) != 0) {
        fprintf(report, "    last line of stderr is not the error expected\n    - %s\n", test->error);
        return false;
    }
    int line = innermost_line(test, err);
    if (line == test->error_line)
        return true;
    fprintf(report, "    error in line %d, traceback says line %d\n", test->error_line, line);
    return false;
}

/* Writes what is wrong to the report; true if nothing is. */
static bool judge(const Job *job, int raw, const Text *out, const Text *err) {
    const Test *test = job->test;
    bool unit = !strchr(test->name, '.'), right = true;
    int status = WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
    bool silent = !unit && !test->has_err && !test->error && test->status == 0 && ends_with(test->name, ".py");

    if (job->timed_out || (WIFSIGNALED(raw) && WTERMSIG(raw) == SIGXCPU))
        right = !fprintf(report, "    timed out\n");
    else if (WIFSIGNALED(raw))
        right = !fprintf(report, "    died of signal %d (%s)\n", WTERMSIG(raw), strsignal(WTERMSIG(raw)));
    else if (status == AUDIT_STATUS)
        right = !fprintf(report, "    exit audit failed\n");
    else if (status == SANITIZER_STATUS)
        right = !fprintf(report, "    sanitizer\n");
    else if (status != test->status)
        right = !fprintf(report, "    exit status %d, expected %d\n", status, test->status);
    if (!unit && !text_equal(&test->out, out)) {
        show_difference("stdout", &test->out, out);
        right = false;
    }
    if (test->has_err && !text_equal(&test->err, err)) {
        show_difference("stderr", &test->err, err);
        right = false;
    }
    if (test->error && !right_error(test, err))
        right = false;
    if (silent && err->size && right)
        right = !fprintf(report, "    stderr is not empty\n");
    if (!right && !test->has_err)
        show_end(err);
    return right;
}

static void write_golden(const Test *test, const Text *out) {
    char path[PATH_MAX + 16];
    snprintf(path, sizeof path, "%.*s.exp", (int)(strrchr(test->path, '.') - test->path), test->path);
    FILE *file = fopen(path, "w");
    if (!file || fwrite(out->data, 1, out->size, file) != out->size || fclose(file) != 0)
        die("%s: %s", path, strerror(errno));
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw) {
    (void)st, (void)type, (void)ftw;
    return remove(path);
}

static void test_free(Test *test) {
    text_free(&test->out);
    text_free(&test->err);
    text_free(&test->in);
    free(test->error);
    free(test);
}

static void finish(Job *job, int raw) {
    Test *test = job->test;
    Text out = {0}, err = {0};
    double took = seconds_since(&job->begun);
    kill(-job->pid, SIGKILL);   /* what the test may have left behind */
    lseek(job->out, 0, SEEK_SET);
    lseek(job->err, 0, SEEK_SET);
    text_read(&out, job->out);
    text_read(&err, job->err);
    normalise(&err, test->dir);
    if (test->golden || ends_with(test->name, ".sh"))
        normalise(&out, test->dir);
    if (goldens && test->golden) {
        write_golden(test, &out);
        text_free(&test->out);
        text_add(&test->out, out.data, out.size);
    }
    char *wrong = NULL;
    size_t size;
    report = need(open_memstream(&wrong, &size));
    bool right = judge(job, raw, &out, &err);
    fclose(report);
    if (!right)
        printf("FAIL %s\n%s", test->path, wrong);
    else if (verbose)
        printf("ok   %s (%ld, %.2f s)\n", test->path, test->expectations, took);
    free(wrong);
    if (right)
        passed++;
    else
        failed++;
    expectations += test->expectations;
    close(job->out);
    close(job->err);
    nftw(job->scratch, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    text_free(&out);
    text_free(&err);
    test_free(test);
    job->pid = 0;
}

/* ---- running all */

static Job *free_job(void) {
    for (int i = 0; i < jobs_max; i++)
        if (jobs[i].pid == 0)
            return &jobs[i];
    return NULL;
}

/* The runner is told to stop: nothing it began may go on. */
static _Noreturn void stop(int why) {
    for (int i = 0; i < jobs_max; i++) {
        if (jobs[i].pid == 0)
            continue;
        kill(-jobs[i].pid, SIGKILL);
        nftw(jobs[i].scratch, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    }
    exit(128 + why);
}

/* Reaps what has ended and kills what takes too long; false when nothing is running. */
static bool wait_for_jobs(void) {
    bool running = false, reaped = false;
    for (int i = 0; i < jobs_max; i++) {
        Job *job = &jobs[i];
        int raw;
        if (job->pid == 0)
            continue;
        if (waitpid(job->pid, &raw, WNOHANG) == job->pid) {
            finish(job, raw);
            reaped = true;
            continue;
        }
        running = true;
        if (!job->timed_out && seconds_since(&job->begun) > WALL_SECONDS * (slow_mode() ? SLOW_FACTOR : 1)) {
            job->timed_out = true;
            kill(-job->pid, SIGKILL);
        }
    }
    if (running && !reaped) {
        int got = sigtimedwait(&awaited, NULL, &(struct timespec){.tv_nsec = 200 * 1000 * 1000});
        if (got == SIGINT || got == SIGTERM)
            stop(got);
    }
    return running;
}

static void run_all(void) {
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGCHLD);
    sigaddset(&awaited, SIGINT);
    sigaddset(&awaited, SIGTERM);
    sigprocmask(SIG_BLOCK, &awaited, NULL);
    for (size_t i = 0; i < path_count; i++) {
        Test *test = parse(paths[i]);
        bool unwanted = goldens && !test->golden;
        if (test->skip || unwanted || (under_python && !strchr(test->name, '.'))) {
            if (verbose)
                printf("skip %s: %s\n", test->path, test->skip ? test->skip : "not for this run");
            skipped += !unwanted;
            test_free(test);
            continue;
        }
        Job *job;
        while (!(job = free_job()))
            wait_for_jobs();
        start(job, test);
    }
    while (wait_for_jobs())
        ;
}

static const char *option_value(char ***argv) {
    if (!*++*argv)
        die("%s needs a value", (*argv)[-1]);
    return **argv;
}

/* Makes the interpreter's own path absolute, since tests run in their folders. */
static void set_command(const char *text) {
    char first[PATH_MAX];
    command_len = split(need(strdup(text)), command, MAX_WORDS);
    if (command_len == 0)
        die("no interpreter");
    if (strchr(command[0], '/')) {
        if (!realpath(command[0], first))
            die("%s: %s", command[0], strerror(errno));
        command[0] = need(strdup(first));
    }
    Text whole = {0};
    for (int i = 0; i < command_len; i++) {
        text_add(&whole, command[i], strlen(command[i]));
        if (i + 1 < command_len)
            text_add(&whole, " ", 1);
    }
    command_text = whole.data;
}

static void usage(void) {
    puts("usage: tests-run [--adder CMD | --python CMD] [--mode MODE] [-j N] [-v] [--goldens] [--tally FILE] [FILE|DIR...]");
    exit(0);
}

int main(int argc, char **argv) {
    const char *interpreter = NULL, *tally = NULL;
    (void)argc;
    while (*++argv && **argv == '-') {
        if (strcmp(*argv, "--adder") == 0)
            interpreter = option_value(&argv);
        else if (strcmp(*argv, "--python") == 0)
            interpreter = option_value(&argv), under_python = true, mode = "python";
        else if (strcmp(*argv, "--mode") == 0)
            mode = option_value(&argv);
        else if (strcmp(*argv, "--tally") == 0)
            tally = option_value(&argv);
        else if (strcmp(*argv, "--goldens") == 0)
            goldens = true;
        else if (strcmp(*argv, "-v") == 0)
            verbose = true;
        else if (strncmp(*argv, "-j", 2) == 0)
            jobs_max = atoi((*argv)[2] ? *argv + 2 : option_value(&argv));
        else
            usage();
    }
    if (jobs_max < 1 || jobs_max > MAX_JOBS)
        die("-j takes 1 to %d", MAX_JOBS);
    char built[64];
    snprintf(built, sizeof built, strcmp(mode, "release") == 0 ? "build/adder" : "build/%.20s/adder", mode);
    set_command(interpreter ? interpreter : built);
    if (!*argv)
        collect("tests");
    for (; *argv; argv++)
        collect(*argv);
    qsort(paths, path_count, sizeof *paths, by_name);

    struct timespec begun;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    run_all();
    printf("%s: %zu files, %ld expectations, %ld skipped, %.1f s\n", mode, path_count, expectations, skipped,
           seconds_since(&begun));
    printf("%ld passed, %ld failed\n", passed, failed);
    if (tally) {
        FILE *file = fopen(tally, "a");
        if (!file || fprintf(file, "%s %ld %ld\n", mode, passed, failed) < 0 || fclose(file) != 0)
            die("%s: %s", tally, strerror(errno));
    }
    return failed != 0;
}
