/* sortradix.h: elements with a word put in order of their words by counting: the other way to sort, for many elements in no order. A template as
 * sortmerge.h is: ELEM and NAMED(x) must be defined; it leaves them defined.
 *
 * Stable, and so the result is timsort's. Time is one pass for each byte in which the words differ, whatever their order; timsort's is
 * log2 of the number of runs, so elements that are in order already, or nearly, are left to it. */

#ifdef ELEM /* by itself this file is empty */

/* Worth it: few passes against many runs. *differing: the bits in which words differ. */
static bool NAMED(prefer_radix)(const ELEM *e, ssize_t n, uint64_t *differing) {
    if (n < LEAST_FOR_RADIX) return false;
    uint64_t bits = 0;
    ssize_t turns = 0;
    bool falling = e[1].word < e[0].word;
    for (ssize_t i = 1; i < n; i++) {
        bool less = e[i].word < e[i - 1].word;
        bits |= (uint64_t)(e[i].word ^ e[0].word);
        turns += less != falling;
        falling = less;
    }
    *differing = bits;
    return radix_passes(bits) + 1 < bit_width((uint64_t)turns);
}

/* One pass: from `e` to `to`, in order of the byte at shift. false: all have the same one, nothing was done. */
static bool NAMED(radix_pass)(const ELEM *e, ELEM *to, ssize_t n, int shift) {
    ssize_t places[RADIX] = {0}, sum = 0;
    for (ssize_t i = 0; i < n; i++) places[radix_digit(e[i].word, shift)]++;
    if (places[radix_digit(e[0].word, shift)] == n) return false;
    for (int k = 0; k < RADIX; k++) {
        ssize_t count = places[k];
        places[k] = sum;
        sum += count;
    }
    for (ssize_t i = 0; i < n; i++) to[places[radix_digit(e[i].word, shift)]++] = e[i];
    return true;
}

/* 0, or -1 without memory (nothing has changed). */
static int NAMED(radix_sort)(ELEM *e, ssize_t n, uint64_t differing) {
    ELEM *other = mem_alloc((size_t)n * sizeof *other), *from = e, *to = other;
    if (!other) return raise_memory(), -1;
    for (int shift = __builtin_ctzll(differing); shift < bit_width(differing); shift += RADIX_BITS) {
        if (!NAMED(radix_pass)(from, to, n, shift)) continue;
        ELEM *filled = to;
        to = from;
        from = filled;
    }
    if (from != e) memcpy(e, from, (size_t)n * sizeof *e);
    mem_free(other);
    return 0;
}
#endif
