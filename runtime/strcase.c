/* strcase.c: case mappings of strings, and the questions about all their characters (isalpha ...).
 *
 * ASCII goes eight bytes at a time. Other text is mapped into an array of 4-byte characters, since one character can become three
 * (U+00DF in upper case is SS) and the kind is only known at the end. Lower-case sigma depends on its neighbours. */
#include "runtime/err.h"
#include "runtime/strmethods.h"
#include "runtime/unicode.h"

/* Changes the case of the letters first..first+25; all bytes are ASCII. */
void ascii_flip(char *to, const char *from, size_t n, unsigned char first) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t above = ones * (0x80u - first), beyond = ones * (0x80u - first - 26);
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t w;
        memcpy(&w, from + i, 8);
        w ^= ((w + above) & ~(w + beyond) & (ones * 0x80)) >> 2;
        memcpy(to + i, &w, 8);
    }
    for (; i < n; i++) {
        unsigned char c = (unsigned char)from[i];
        to[i] = (char)((unsigned char)(c - first) < 26 ? c ^ 0x20 : c);
    }
}

static Own flip_ascii(Ref s, char first) {
    ssize_t n = str_len(s);
    if (n < 2) {
        char c;
        if (n) ascii_flip(&c, str_data(s), 1, (unsigned char)first);
        return n ? str_from_char((uint8_t)c) : own((Ref)str_empty);
    }
    Own result = str_new_ascii(n);
    if (result) ascii_flip(str_data(result), str_data(s), (size_t)n, (unsigned char)first);
    return result;
}

/* ---- mappings of any text */

/* Is the sigma at i final: behind a cased letter and not before one, case-ignorable characters apart? */
static bool sigma_is_final(Ref s, ssize_t i) {
    ssize_t j = i - 1;
    while (j >= 0 && unicode_is(str_char(s, j), UNI_CASE_IGNORABLE)) j--;
    if (j < 0 || !unicode_is(str_char(s, j), UNI_CASED)) return false;
    for (j = i + 1; j < str_len(s) && unicode_is(str_char(s, j), UNI_CASE_IGNORABLE);) j++;
    return j == str_len(s) || !unicode_is(str_char(s, j), UNI_CASED);
}

static int lower_at(Ref s, ssize_t i, uint32_t c, uint32_t *out) {
    if (c != 0x3a3) return unicode_map(CASE_LOWER, c, out);
    out[0] = sigma_is_final(s, i) ? 0x3c2 : 0x3c3;
    return 1;
}

typedef enum CaseJob { JOB_UPPER, JOB_LOWER, JOB_FOLD, JOB_TITLE, JOB_CAPITALIZE, JOB_SWAP } CaseJob;

static ssize_t map_title(Ref s, uint32_t *to) {
    ssize_t at = 0;
    bool in_word = false;
    for (ssize_t i = 0; i < str_len(s); i++) {
        uint32_t c = str_char(s, i);
        at += in_word ? lower_at(s, i, c, to + at) : unicode_map(CASE_TITLE, c, to + at);
        in_word = unicode_is(c, UNI_CASED);
    }
    return at;
}

static ssize_t map_swap(Ref s, uint32_t *to) {
    ssize_t at = 0;
    for (ssize_t i = 0; i < str_len(s); i++) {
        uint32_t c = str_char(s, i), flags = unicode_flags(c);
        if (flags & UNI_UPPER) at += lower_at(s, i, c, to + at);
        else if (flags & UNI_LOWER) at += unicode_map(CASE_UPPER, c, to + at);
        else to[at++] = c;
    }
    return at;
}

static ssize_t map_each(Ref s, CaseJob job, uint32_t *to) {
    ssize_t at = 0;
    for (ssize_t i = 0; i < str_len(s); i++) {
        uint32_t c = str_char(s, i);
        if (job == JOB_UPPER) at += unicode_map(CASE_UPPER, c, to + at);
        else if (job == JOB_FOLD) at += unicode_map(CASE_FOLD, c, to + at);
        else if (job == JOB_CAPITALIZE && i == 0) at += unicode_map(CASE_TITLE, c, to + at);
        else at += lower_at(s, i, c, to + at);
    }
    return at;
}

static Own map_wide(Ref s, CaseJob job) {
    ssize_t n = str_len(s);
    if (n > STR_MAX_LENGTH / UNICODE_MAX_MAPPED) return raise_memory();
    uint32_t *to = mem_alloc((size_t)n * UNICODE_MAX_MAPPED * sizeof *to);
    if (!to) return raise_memory();
    ssize_t length = job == JOB_TITLE ? map_title(s, to) : job == JOB_SWAP ? map_swap(s, to) : map_each(s, job, to);
    Own result = str_from_kind(KIND_4, to, length);
    mem_free(to);
    return result;
}

/* ---- methods */

Own str_m_upper(Ref self, Ref const *args) {
    (void)args;
    return str_is_ascii(self) ? flip_ascii(self, 'a') : map_wide(self, JOB_UPPER);
}
Own str_m_lower(Ref self, Ref const *args) {
    (void)args;
    return str_is_ascii(self) ? flip_ascii(self, 'A') : map_wide(self, JOB_LOWER);
}
Own str_m_casefold(Ref self, Ref const *args) {
    (void)args;
    return str_is_ascii(self) ? flip_ascii(self, 'A') : map_wide(self, JOB_FOLD);
}

static inline bool is_ascii_letter(char c) { return (unsigned char)((c | 0x20) - 'a') < 26; }

void ascii_title(char *to, const char *from, size_t n) {
    bool in_word = false;
    for (size_t i = 0; i < n; i++) {
        char c = from[i];
        if (!is_ascii_letter(c)) to[i] = c;
        else to[i] = (char)(in_word ? c | 0x20 : c & ~0x20);
        in_word = is_ascii_letter(c);
    }
}

static void ascii_capitalize(char *to, const char *from, size_t n) {
    ascii_flip(to, from, n, 'A');
    if (n) ascii_flip(to, to, 1, 'a');
}

void ascii_swap(char *to, const char *from, size_t n) {
    for (size_t i = 0; i < n; i++) to[i] = (char)(is_ascii_letter(from[i]) ? from[i] ^ 0x20 : from[i]);
}

static Own map_ascii(Ref s, void (*map)(char *, const char *, size_t)) {
    ssize_t n = str_len(s);
    if (n == 0) return own((Ref)str_empty);
    Own result = str_new(n, MAX_ASCII);
    if (!result) return NULL;
    map(str_data(result), str_data(s), (size_t)n);
    return str_canonical_take(result);
}

Own str_m_title(Ref self, Ref const *args) {
    (void)args;
    return str_is_ascii(self) ? map_ascii(self, ascii_title) : map_wide(self, JOB_TITLE);
}
Own str_m_capitalize(Ref self, Ref const *args) {
    (void)args;
    return str_is_ascii(self) ? map_ascii(self, ascii_capitalize) : map_wide(self, JOB_CAPITALIZE);
}
Own str_m_swapcase(Ref self, Ref const *args) {
    (void)args;
    return str_is_ascii(self) ? map_ascii(self, ascii_swap) : map_wide(self, JOB_SWAP);
}

/* ---- questions */

/* At least one character, and all have one of these properties? */
static bool all_are(Ref s, uint32_t any_of) {
    ssize_t n = str_len(s);
    if (str_kind(s) == KIND_1) {
        const uint8_t *p = str_data(s);
        for (ssize_t i = 0; i < n; i++)
            if (!(unicode_latin_flags[p[i]] & any_of)) return false;
        return n > 0;
    }
    for (ssize_t i = 0; i < n; i++)
        if (!unicode_is(str_char(s, i), any_of)) return false;
    return n > 0;
}

Own str_m_isalpha(Ref self, Ref const *args) {
    (void)args;
    return bool_new(all_are(self, UNI_ALPHA));
}
Own str_m_isalnum(Ref self, Ref const *args) {
    (void)args;
    return bool_new(all_are(self, UNI_ALNUM));
}
Own str_m_isdecimal(Ref self, Ref const *args) {
    (void)args;
    return bool_new(all_are(self, UNI_DECIMAL));
}
Own str_m_isdigit(Ref self, Ref const *args) {
    (void)args;
    return bool_new(all_are(self, UNI_DIGIT));
}
Own str_m_isnumeric(Ref self, Ref const *args) {
    (void)args;
    return bool_new(all_are(self, UNI_NUMERIC));
}
Own str_m_isspace(Ref self, Ref const *args) {
    (void)args;
    return bool_new(all_are(self, UNI_SPACE));
}
Own str_m_isprintable(Ref self, Ref const *args) {
    (void)args;
    return bool_new(str_len(self) == 0 || all_are(self, UNI_PRINTABLE));
}
Own str_m_isascii(Ref self, Ref const *args) {
    (void)args;
    return bool_new(str_is_ascii(self));
}

bool str_is_identifier(Ref s) {
    ssize_t n = str_len(s);
    if (n == 0 || !unicode_is(str_char(s, 0), UNI_ID_START)) return false;
    for (ssize_t i = 1; i < n; i++)
        if (!unicode_is(str_char(s, i), UNI_ID_CONTINUE)) return false;
    return true;
}

Own str_m_isidentifier(Ref self, Ref const *args) {
    (void)args;
    return bool_new(str_is_identifier(self));
}

/* Some characters with the wanted property and none with an unwanted one? */
static bool some_but_no(Ref s, uint32_t wanted, uint32_t unwanted) {
    bool some = false;
    for (ssize_t i = 0; i < str_len(s); i++) {
        uint32_t flags = unicode_flags(str_char(s, i));
        if (flags & unwanted) return false;
        if (flags & wanted) some = true;
    }
    return some;
}

Own str_m_isupper(Ref self, Ref const *args) {
    (void)args;
    return bool_new(some_but_no(self, UNI_UPPER, UNI_LOWER | UNI_TITLE));
}
Own str_m_islower(Ref self, Ref const *args) {
    (void)args;
    return bool_new(some_but_no(self, UNI_LOWER, UNI_UPPER | UNI_TITLE));
}

Own str_m_istitle(Ref self, Ref const *args) {
    (void)args;
    bool some = false, in_word = false;
    for (ssize_t i = 0; i < str_len(self); i++) {
        uint32_t flags = unicode_flags(str_char(self, i));
        bool begins = (flags & (UNI_UPPER | UNI_TITLE)) != 0, goes_on = (flags & UNI_LOWER) != 0;
        if (begins ? in_word : goes_on && !in_word) return bool_new(false);
        in_word = begins || goes_on;
        some = some || in_word;
    }
    return bool_new(some);
}
