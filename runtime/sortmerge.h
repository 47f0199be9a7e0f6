/* sortmerge.h: timsort as a template, included by sort.c once per kind of element. Before each inclusion:
 *
 *   ELEM          the struct that is sorted
 *   NAMED(x)      the name of function or type x for this kind
 *   LESS(x, y)    with const ELEM *x, *y: 1, 0, or -1 (an error, which ends the sort with the elements permuted)
 *   WORDS         1: LESS is a comparison of machine words and cannot fail, merging is then done without branches on its outcome
 *
 * After Tim Peters' description. The array is cut into runs, each ascending or strictly descending (then reversed); short ones are extended to
 * `minrun` elements by binary insertion. Runs wait on a stack and are merged by the powersort policy (Munro and Wild): each border between two
 * runs has a power, its depth in a nearly optimal merge tree, and a run is merged with its left neighbour before a border of lower power is
 * put on top. A merge copies the shorter run out of the way and goes one element at a time until one side has won min_gallop times in a row;
 * then it looks by exponential search for how far that side goes on winning. All of it is stable: equal elements stay in order. */
#ifdef ELEM /* by itself this file is empty */

typedef struct NAMED(Run) {
    ELEM *start;
    ssize_t n;
    int power;     /* of the border with the run above it on the stack */
} NAMED(Run);

typedef struct NAMED(Sorter) {
    ELEM *all;
    ssize_t n_all;
    ELEM *temp;              /* few, or a block of its own */
    ssize_t temp_room;
    ssize_t min_gallop;
    int n_runs;
    NAMED(Run) runs[MOST_RUNS];
    ELEM few[FEW_TEMP];
} NAMED(Sorter);

/* A merge going on. From the left (low): a is the copy, one of it at least is left to the end. From the right (high): b is. */
typedef struct NAMED(Merge) {
    ELEM *a, *b, *to;
    ssize_t na, nb;
} NAMED(Merge);

/* --- runs --- */

static void NAMED(reverse)(ELEM *start, ssize_t n) {
    for (ELEM *end = start + n - 1; start < end; start++, end--) {
        ELEM e = *start;
        *start = *end;
        *end = e;
    }
}

/* Elements 0..n are ascending already: goes on for as long as that holds. */
static ssize_t NAMED(extend_ascending)(const ELEM *e, ssize_t n, ssize_t most) {
    for (; n < most; n++) {
        int smaller = LESS(&e[n], &e[n - 1]);
        if (smaller < 0) return -1;
        if (smaller) break;
    }
    return n;
}

/* Elements 0..n are the start of a descending run: finds its end. Stretches of equal elements are turned around on the way, so that turning the
 * whole puts them back in order. */
static ssize_t NAMED(extend_descending)(ELEM *e, ssize_t n, ssize_t most) {
    ssize_t equal = 0; /* how many elements at the end equal the one before them */
    for (; n < most; n++) {
        int smaller = LESS(&e[n], &e[n - 1]);
        if (smaller < 0) return -1;
        if (smaller) {
            if (equal) NAMED(reverse)(e + n - equal - 1, equal + 1);
            equal = 0;
            continue;
        }
        int larger = LESS(&e[n - 1], &e[n]);
        if (larger < 0) return -1;
        if (larger) break;
        equal++;
    }
    if (equal) NAMED(reverse)(e + n - equal - 1, equal + 1);
    return n;
}

/* Length of the run at the front, ascending when this returns; -1. */
static ssize_t NAMED(count_run)(ELEM *e, ssize_t most) {
    ssize_t n = NAMED(extend_ascending)(e, 1, most);
    if (n < 0 || n == most) return n;
    if (n > 1) {
        int rising = LESS(&e[0], &e[n - 1]);
        if (rising != 0) return rising < 0 ? -1 : n;
        NAMED(reverse)(e, n); /* all equal */
    }
    n = NAMED(extend_descending)(e, n + 1, most);
    if (n < 0) return -1;
    NAMED(reverse)(e, n);
    return NAMED(extend_ascending)(e, n, most);
}

/* Elements 0..sorted are in order; brings in the others up to n. */
static int NAMED(binary_insertion)(ELEM *e, ssize_t sorted, ssize_t n) {
    for (; sorted < n; sorted++) {
        ELEM pivot = e[sorted];
        ssize_t low = 0, high = sorted;
        while (low < high) {
            ssize_t middle = (low + high) >> 1;
            int less = LESS(&pivot, &e[middle]);
            if (!WORDS && less < 0) return -1;
            high = less ? middle : high;
            low = less ? low : middle + 1;
        }
        memmove(e + low + 1, e + low, (size_t)(sorted - low) * sizeof *e);
        e[low] = pivot;
    }
    return 0;
}

/* --- galloping --- */

/* How many of n elements are less than the key; the search starts at hint. -1 error. */
static ssize_t NAMED(gallop_left)(const ELEM *key, const ELEM *e, ssize_t n, ssize_t hint) {
    ssize_t low, high, step = 1, before = 0;
    int less = LESS(&e[hint], key);
    if (less < 0) return -1;
    if (less) {
        ssize_t most = n - hint;
        while (step < most && (less = LESS(&e[hint + step], key)) > 0) {
            before = step;
            step = 2 * step + 1;
        }
        low = hint + before;
        high = hint + (step < most ? step : most);
    } else {
        ssize_t most = hint + 1;
        while (step < most && (less = LESS(&e[hint - step], key)) == 0) {
            before = step;
            step = 2 * step + 1;
        }
        low = hint - (step < most ? step : most);
        high = hint - before;
    }
    if (less < 0) return -1;
    for (low++; low < high;) {
        ssize_t middle = low + ((high - low) >> 1);
        less = LESS(&e[middle], key);
        if (less < 0) return -1;
        if (less) low = middle + 1;
        else high = middle;
    }
    return high;
}

/* How many of n elements are less than or equal to the key. */
static ssize_t NAMED(gallop_right)(const ELEM *key, const ELEM *e, ssize_t n, ssize_t hint) {
    ssize_t low, high, step = 1, before = 0;
    int less = LESS(key, &e[hint]);
    if (less < 0) return -1;
    if (less) {
        ssize_t most = hint + 1;
        while (step < most && (less = LESS(key, &e[hint - step])) > 0) {
            before = step;
            step = 2 * step + 1;
        }
        low = hint - (step < most ? step : most);
        high = hint - before;
    } else {
        ssize_t most = n - hint;
        while (step < most && (less = LESS(key, &e[hint + step])) == 0) {
            before = step;
            step = 2 * step + 1;
        }
        low = hint + before;
        high = hint + (step < most ? step : most);
    }
    if (less < 0) return -1;
    for (low++; low < high;) {
        ssize_t middle = low + ((high - low) >> 1);
        less = LESS(key, &e[middle]);
        if (less < 0) return -1;
        if (less) high = middle;
        else low = middle + 1;
    }
    return high;
}

/* --- merging from the left: the copy of a and the rest of b go to where a was --- */

static void NAMED(move_to)(NAMED(Merge) *m, const ELEM *from, ssize_t n) {
    memmove(m->to, from, (size_t)n * sizeof *from);
    m->to += n;
}

/* One by one until one side has won `enough` times in a row. */
static MergeState NAMED(low_singly)(NAMED(Merge) *merge, ssize_t enough) {
    NAMED(Merge) m = *merge;
    MergeState state = MERGE_GALLOP;
    ssize_t a_wins = 0, b_wins = 0;
    do {
        int less = LESS(m.b, m.a);
        if (WORDS) {
            *m.to++ = *(less ? m.b : m.a);
            m.b += less;
            m.a += !less;
            m.nb -= less;
            m.na -= !less;
            b_wins = less ? b_wins + 1 : 0;
            a_wins = less ? 0 : a_wins + 1;
            if (m.nb == 0) state = MERGE_DONE;
            else if (m.na == 1) state = MERGE_LAST;
        } else if (less < 0) {
            state = MERGE_FAILED;
        } else if (less) {
            *m.to++ = *m.b++;
            b_wins++;
            a_wins = 0;
            if (--m.nb == 0) state = MERGE_DONE;
        } else {
            *m.to++ = *m.a++;
            a_wins++;
            b_wins = 0;
            if (--m.na == 1) state = MERGE_LAST;
        }
    } while (state == MERGE_GALLOP && a_wins < enough && b_wins < enough);
    *merge = m;
    return state;
}

/* One round of galloping: *wins is the longer of the two stretches found. */
static MergeState NAMED(low_gallop)(NAMED(Merge) *m, ssize_t *wins) {
    ssize_t k = NAMED(gallop_right)(m->b, m->a, m->na, 0);
    if (k < 0) return MERGE_FAILED;
    *wins = k;
    NAMED(move_to)(m, m->a, k);
    m->a += k;
    m->na -= k;
    if (m->na == 1) return MERGE_LAST;
    if (m->na == 0) return MERGE_DONE; /* only if < contradicts itself */
    *m->to++ = *m->b++;
    if (--m->nb == 0) return MERGE_DONE;
    k = NAMED(gallop_left)(m->a, m->b, m->nb, 0);
    if (k < 0) return MERGE_FAILED;
    if (k > *wins) *wins = k;
    NAMED(move_to)(m, m->b, k);
    m->b += k;
    m->nb -= k;
    if (m->nb == 0) return MERGE_DONE;
    *m->to++ = *m->a++;
    return --m->na == 1 ? MERGE_LAST : MERGE_GALLOP;
}

/* --- merging from the right: a and the copy of b go to where b was, last elements first --- */

static void NAMED(move_back_to)(NAMED(Merge) *m, const ELEM *last, ssize_t n) {
    m->to -= n;
    memmove(m->to + 1, last - n + 1, (size_t)n * sizeof *last);
}

static MergeState NAMED(high_singly)(NAMED(Merge) *merge, ssize_t enough) {
    NAMED(Merge) m = *merge;
    MergeState state = MERGE_GALLOP;
    ssize_t a_wins = 0, b_wins = 0;
    do {
        int less = LESS(m.b, m.a);
        if (WORDS) {
            *m.to-- = *(less ? m.a : m.b);
            m.a -= less;
            m.b -= !less;
            m.na -= less;
            m.nb -= !less;
            a_wins = less ? a_wins + 1 : 0;
            b_wins = less ? 0 : b_wins + 1;
            if (m.na == 0) state = MERGE_DONE;
            else if (m.nb == 1) state = MERGE_LAST;
        } else if (less < 0) {
            state = MERGE_FAILED;
        } else if (less) {
            *m.to-- = *m.a--;
            a_wins++;
            b_wins = 0;
            if (--m.na == 0) state = MERGE_DONE;
        } else {
            *m.to-- = *m.b--;
            b_wins++;
            a_wins = 0;
            if (--m.nb == 1) state = MERGE_LAST;
        }
    } while (state == MERGE_GALLOP && a_wins < enough && b_wins < enough);
    *merge = m;
    return state;
}

static MergeState NAMED(high_gallop)(NAMED(Merge) *m, ssize_t *wins) {
    ssize_t k = NAMED(gallop_right)(m->b, m->a - m->na + 1, m->na, m->na - 1);
    if (k < 0) return MERGE_FAILED;
    *wins = k = m->na - k;
    NAMED(move_back_to)(m, m->a, k);
    m->a -= k;
    m->na -= k;
    if (m->na == 0) return MERGE_DONE;
    *m->to-- = *m->b--;
    if (--m->nb == 1) return MERGE_LAST;
    k = NAMED(gallop_left)(m->a, m->b - m->nb + 1, m->nb, m->nb - 1);
    if (k < 0) return MERGE_FAILED;
    k = m->nb - k;
    if (k > *wins) *wins = k;
    NAMED(move_back_to)(m, m->b, k);
    m->b -= k;
    m->nb -= k;
    if (m->nb == 1) return MERGE_LAST;
    if (m->nb == 0) return MERGE_DONE; /* only if < contradicts itself */
    *m->to-- = *m->a--;
    return --m->na == 0 ? MERGE_DONE : MERGE_GALLOP;
}

/* --- both --- */

/* Singly and galloping in turn until one side is used up. Galloping that pays becomes easier to enter, galloping that does not, harder. */
static MergeState NAMED(alternate)(NAMED(Sorter) *s, NAMED(Merge) *m, bool low) {
    for (ssize_t enough = s->min_gallop;;) {
        MergeState state = low ? NAMED(low_singly)(m, enough) : NAMED(high_singly)(m, enough);
        if (state != MERGE_GALLOP) return state;
        ssize_t wins;
        enough++;
        do {
            enough -= enough > 1;
            s->min_gallop = enough;
            state = low ? NAMED(low_gallop)(m, &wins) : NAMED(high_gallop)(m, &wins);
            if (state != MERGE_GALLOP) return state;
        } while (wins >= MIN_GALLOP);
        s->min_gallop = ++enough;
    }
}

static int NAMED(need_temp)(NAMED(Sorter) *s, ssize_t n) {
    if (n <= s->temp_room) return 0;
    if (s->temp != s->few) mem_free(s->temp);
    s->temp = mem_alloc((size_t)n * sizeof *s->temp);
    s->temp_room = s->temp ? n : 0;
    return s->temp ? 0 : (raise_memory(), -1);
}

static int NAMED(merge_low)(NAMED(Sorter) *s, ELEM *a, ssize_t na, ELEM *b, ssize_t nb) {
    if (NAMED(need_temp)(s, na) < 0) return -1;
    memcpy(s->temp, a, (size_t)na * sizeof *a);
    NAMED(Merge) m = {.a = s->temp, .b = b, .to = a, .na = na, .nb = nb};
    *m.to++ = *m.b++;
    MergeState state = --m.nb == 0 ? MERGE_DONE : na == 1 ? MERGE_LAST : NAMED(alternate)(s, &m, true);
    if (state == MERGE_LAST) { /* it belongs behind the rest of b */
        NAMED(move_to)(&m, m.b, m.nb);
        *m.to = *m.a;
        return 0;
    }
    NAMED(move_to)(&m, m.a, m.na);
    return state == MERGE_FAILED ? -1 : 0;
}

static int NAMED(merge_high)(NAMED(Sorter) *s, ELEM *a, ssize_t na, ELEM *b, ssize_t nb) {
    if (NAMED(need_temp)(s, nb) < 0) return -1;
    memcpy(s->temp, b, (size_t)nb * sizeof *b);
    NAMED(Merge) m = {.a = a + na - 1, .b = s->temp + nb - 1, .to = b + nb - 1, .na = na, .nb = nb};
    *m.to-- = *m.a--;
    MergeState state = --m.na == 0 ? MERGE_DONE : nb == 1 ? MERGE_LAST : NAMED(alternate)(s, &m, false);
    if (state == MERGE_LAST) { /* it belongs in front of the rest of a */
        NAMED(move_back_to)(&m, m.a, m.na);
        *m.to = *m.b;
        return 0;
    }
    NAMED(move_back_to)(&m, m.b, m.nb);
    return state == MERGE_FAILED ? -1 : 0;
}

/* --- the stack of runs --- */

/* Merges runs i and i + 1, which may be the last or the last but one on the stack. */
static int NAMED(merge_at)(NAMED(Sorter) *s, int i) {
    ELEM *a = s->runs[i].start, *b = s->runs[i + 1].start;
    ssize_t na = s->runs[i].n, nb = s->runs[i + 1].n;
    s->runs[i].n = na + nb;
    s->n_runs--;
    for (int k = i + 1; k < s->n_runs; k++) s->runs[k] = s->runs[k + 1];
    ssize_t k = NAMED(gallop_right)(b, a, na, 0); /* what is in place already */
    if (k < 0) return -1;
    a += k;
    na -= k;
    if (na == 0) return 0;
    nb = NAMED(gallop_left)(&a[na - 1], b, nb, nb - 1);
    if (nb <= 0) return (int)nb;
    return na <= nb ? NAMED(merge_low)(s, a, na, b, nb) : NAMED(merge_high)(s, a, na, b, nb);
}

/* Puts a run on the stack, after merging what its border's power calls for. */
static int NAMED(push_run)(NAMED(Sorter) *s, ELEM *start, ssize_t n) {
    if (s->n_runs) {
        const NAMED(Run) *last = &s->runs[s->n_runs - 1];
        int power = border_power(last->start - s->all, last->n, n, s->n_all);
        while (s->n_runs > 1 && s->runs[s->n_runs - 2].power > power)
            if (NAMED(merge_at)(s, s->n_runs - 2) < 0) return -1;
        s->runs[s->n_runs - 1].power = power;
    }
    CHECK(s->n_runs < MOST_RUNS);
    s->runs[s->n_runs++] = (NAMED(Run)){start, n, 0};
    return 0;
}

static int NAMED(merge_all)(NAMED(Sorter) *s) {
    while (s->n_runs > 1) {
        int i = s->n_runs - 2;
        if (i > 0 && s->runs[i - 1].n < s->runs[i + 1].n) i--;
        if (NAMED(merge_at)(s, i) < 0) return -1;
    }
    return 0;
}

static int NAMED(sort_runs)(NAMED(Sorter) *s) {
    ELEM *e = s->all;
    ssize_t left = s->n_all, minrun = least_run(left);
    while (left) {
        ssize_t n = NAMED(count_run)(e, left);
        if (n < 0) return -1;
        if (n < minrun) {
            ssize_t forced = left < minrun ? left : minrun;
            if (NAMED(binary_insertion)(e, n, forced) < 0) return -1;
            n = forced;
        }
        if (NAMED(push_run)(s, e, n) < 0) return -1;
        e += n;
        left -= n;
    }
    return NAMED(merge_all)(s);
}

/* Sorts n >= 2 elements; 0, or -1 with an exception. */
static int NAMED(sort)(ELEM *e, ssize_t n) {
    NAMED(Sorter) s;
    s.all = e;
    s.n_all = n;
    s.temp = s.few;
    s.temp_room = FEW_TEMP;
    s.min_gallop = MIN_GALLOP;
    s.n_runs = 0;
    int result = NAMED(sort_runs)(&s);
    if (s.temp != s.few) mem_free(s.temp);
    return result;
}

#undef ELEM
#undef NAMED
#undef LESS
#undef WORDS
#endif
