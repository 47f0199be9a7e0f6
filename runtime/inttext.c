/* inttext.c: ints to text and back, in bases 2 to 36.
 *
 * One word goes two decimal digits at a time, a few words by dividing and multiplying by 10^18. A base that is a power of two cuts each pair of 60 bits into whole
 * digits (1 to 5 bits all divide 60). Everything else is GMP's conversion, which divides and conquers: quasi-linear in the length. The
 * limit int_max_str_digits guards programs against being made to do quadratic work; it applies to the other bases alike, as in CPython. */
#include <gmp.h>
#include <string.h>

#include "runtime/err.h"
#include "runtime/limbs.h"
#include "runtime/object.h"
#include "runtime/str.h"

int int_max_str_digits = INT_STR_DIGITS_DEFAULT;

#define CHUNK UINT64_C(1000000000000000000) /* 10^18 */
enum { SHORT_PAIRS = 18, SHORT_TEXT = SHORT_PAIRS * 19, WORD_TEXT = 24, DECIMALS_PER_WORD = 18, DIGITS_ON_STACK = 512, NOT_A_DIGIT = 37 };

static const char digit_chars[] = "0123456789abcdefghijklmnopqrstuvwxyz";
static const char two_digits[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566"
    "676869707172737475767778798081828384858687888990919293949596979899";

/* --- to text --- */

/* Writes the decimal digits of v so that they end before `end`; returns where they begin. */
static char *put_decimal(char *end, uint64_t v) {
    while (v >= 100) {
        end -= 2;
        memcpy(end, two_digits + 2 * (v % 100), 2);
        v /= 100;
    }
    if (v >= 10) {
        end -= 2;
        memcpy(end, two_digits + 2 * v, 2);
    } else {
        *--end = (char)('0' + v);
    }
    return end;
}

static int bits_of_base(int base) { return (base & (base - 1)) == 0 ? __builtin_ctz((unsigned)base) : 0; }

/* Digits of a power-of-two base, most significant first; `length` of them. */
static void put_power_of_two(char *out, size_t length, const BigView *v, int bits) {
    uint64_t mask = (UINT64_C(1) << bits) - 1;
    for (size_t i = 0; i < v->pairs; i++) {
        uint64_t pair = pair_get(v->digits, i);
        for (int k = 0; k < PAIR_BITS && length > 0; k += bits, pair >>= bits) out[--length] = digit_chars[pair & mask];
    }
}

typedef struct TextJob {
    Limb *limbs;
    size_t n;
    int base;
    unsigned char *text;
    size_t length;
} TextJob;

static void text_body(void *arg) {
    TextJob *j = arg;
    j->length = mpn_get_str(j->text, j->base, j->limbs, (mp_size_t)j->n);
}

static void *raise_digits_limit(void) {
    return raise_error(ValueError, "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
                       int_max_str_digits);
}

/* log2(base) from below, in 1/1024. */
static size_t base_log2_floor(int base) {
    static const uint16_t log2_1024[] = {0,    0,    1024, 1623, 2048, 2377, 2647, 2874, 3072, 3246, 3401, 3542, 3671, 3789, 3898, 4000, 4096, 4185,
                                         4270, 4349, 4425, 4497, 4566, 4632, 4695, 4755, 4813, 4869, 4922, 4974, 5024, 5073, 5120, 5165, 5209, 5252,
                                         5294};
    return log2_1024[base];
}

/* Decimal digits of a short number, so that they end before `end`; the quotient of each step takes the place of the number. */
static char *put_chunks(char *end, const BigView *v) {
    uint32_t rest[2 * SHORT_PAIRS];
    memcpy(rest, v->digits, 8 * v->pairs);
    for (size_t n = v->pairs;;) {
        if (n == 1 && pair_get(rest, 0) < CHUNK) return put_decimal(end, pair_get(rest, 0));
        char *at = put_decimal(end, pairs_divide(rest, rest, n, CHUNK));
        end -= DECIMALS_PER_WORD;
        memset(end, '0', (size_t)(at - end));
        if (pair_get(rest, n - 1) == 0) n--;
    }
}

/* Text with leading zeros stripped, which moves it: the block begins at the result. */
static char *convert_limbs(const BigView *v, int base, size_t *length) {
    size_t n = limbs_for_pairs(v->pairs), room = n * LIMB_BITS * 1024 / base_log2_floor(base) + 3;
    char *text = mem_alloc(room);
    if (!text) return (char *)raise_memory();
    Scratch s;
    Limb *limbs = scratch_get(&s, n);
    bool done = false;
    if (limbs) {
        TextJob job = {limbs, limbs_pack(limbs, v), base, (unsigned char *)text, 0};
        done = limbs_run(text_body, &job);
        if (done) {
            size_t zeros = 0;
            while (zeros + 1 < job.length && job.text[zeros] == 0) zeros++;
            *length = job.length - zeros;
            for (size_t i = 0; i < *length; i++) text[i] = digit_chars[job.text[zeros + i]];
        }
        scratch_drop(&s);
    }
    if (done) return text;
    mem_free(text);
    return NULL;
}

char *int_magnitude_text(Ref o, int base, size_t *length) {
    BigView v;
    big_view(&v, o);
    int bits = bits_of_base(base);
    size_t n_bits = view_bit_length(&v);
    if (bits) {
        *length = n_bits ? (n_bits + (size_t)bits - 1) / (size_t)bits : 1;
        char *text = mem_alloc(*length);
        if (!text) return (char *)raise_memory();
        put_power_of_two(text, *length, &v, bits);
        return text;
    }
    if (v.pairs <= SHORT_PAIRS && base == 10) {
        char buffer[SHORT_TEXT], *at = put_chunks(buffer + SHORT_TEXT, &v);
        *length = (size_t)(buffer + SHORT_TEXT - at);
        char *text = mem_alloc(*length);
        return text ? memcpy(text, at, *length) : (char *)raise_memory();
    }
    /* 3402 / 1024 > log2(10): certainly more digits than the limit; else they are counted when they are there */
    size_t limit = int_max_str_digits > 0 ? (size_t)int_max_str_digits : SIZE_MAX;
    if (base == 10 && limit != SIZE_MAX && n_bits / 3402 * 1024 > limit) return raise_digits_limit();
    char *text = convert_limbs(&v, base, length);
    if (text && base == 10 && *length > limit && *length > INT_STR_DIGITS_LEAST) {
        mem_free(text);
        return raise_digits_limit();
    }
    return text;
}

static Own short_text(const BigView *v) {
    char buffer[SHORT_TEXT + 1], *at = put_chunks(buffer + SHORT_TEXT + 1, v);
    if (v->negative) *--at = '-';
    return str_from_ascii(at, buffer + SHORT_TEXT + 1 - at);
}

static Own word_text(int64_t value) {
    char buffer[WORD_TEXT], *at = put_decimal(buffer + WORD_TEXT, word_abs(value));
    if (value < 0) *--at = '-';
    return str_from_ascii(at, buffer + WORD_TEXT - at);
}

Own int_format_base(Ref o, int base, bool prefix) {
    if (base == 10 && int_is_compact(o)) return word_text(int_value(o));
    if (base == 10 && word_abs(((const Int *)o)->size) <= 2 * SHORT_PAIRS) {
        BigView v;
        big_view(&v, o);
        return short_text(&v);
    }
    size_t length;
    char *digits = int_magnitude_text(o, base, &length);
    if (!digits) return NULL;
    char head[3];
    size_t n = 0;
    if (int_sign(o) < 0) head[n++] = '-';
    if (prefix && base != 10) {
        head[n++] = '0';
        head[n++] = base == 2 ? 'b' : base == 8 ? 'o' : 'x';
    }
    Own s = str_new((ssize_t)(n + length), '0');
    if (s) {
        char *out = str_data(s);
        memcpy(out, head, n);
        memcpy(out + n, digits, length);
    }
    mem_free(digits);
    return s;
}

Own int_repr(Ref o) { return int_format_base(o, 10, false); }

/* --- from text --- */

static unsigned digit_value(char c) {
    unsigned d = (unsigned char)c - '0';
    if (d < 10) return d;
    d = ((unsigned char)c | 0x20) - 'a';
    return d < 26 ? d + 10 : NOT_A_DIGIT;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

typedef struct SetJob {
    Limb *limbs;
    size_t n;
    int base;
    const unsigned char *digits;
    size_t n_digits;
} SetJob;

static void set_body(void *arg) {
    SetJob *j = arg;
    j->n = (size_t)mpn_set_str(j->limbs, j->digits, j->n_digits, j->base);
}

/* n digit values, the first nonzero. */
static Own from_digit_values(const unsigned char *digits, size_t n, int base, bool negative) {
    size_t room = n * (base_log2_floor(base) + 1) / 1024 / LIMB_BITS + 3;
    Scratch s;
    Limb *limbs = scratch_get(&s, room);
    if (!limbs) return NULL;
    SetJob job = {limbs, 0, base, digits, n};
    Own r = limbs_run(set_body, &job) ? limbs_to_int(limbs, job.n, negative) : NULL;
    scratch_drop(&s);
    return r;
}

/* n decimal digit values, of a number that is not 0: 18 at a time. */
static Own from_chunks(const unsigned char *digits, size_t n, bool negative) {
    uint32_t number[2 * SHORT_PAIRS];
    size_t pairs = 0;
    for (size_t i = 0; i < n;) {
        size_t chunk = pairs == 0 && n % DECIMALS_PER_WORD ? n % DECIMALS_PER_WORD : DECIMALS_PER_WORD;
        uint64_t word = 0;
        for (size_t k = 0; k < chunk; k++) word = word * 10 + digits[i + k];
        i += chunk;
        uint64_t carry = pairs_multiply(number, number, pairs, CHUNK, word);
        if (carry) pair_put(number, pairs++, carry);
    }
    Int *r = bigint_new(pairs);
    if (!r) return NULL;
    memcpy(int_digits(&r->ob), number, 8 * pairs);
    return bigint_finish(r, pairs, negative);
}

/* Digits of a base, single underscores between them skipped; the text is known to be well formed. */
static Own from_digits(const char *text, size_t n, int base, bool negative) {
    while (n > 1 && (*text == '0' || *text == '_')) text++, n--;
    if (base == 10 && n <= DECIMALS_PER_WORD) {
        int64_t v = 0;
        for (size_t i = 0; i < n; i++)
            if (text[i] != '_') v = v * 10 + (text[i] - '0');
        return int_new(negative ? -v : v);
    }
    unsigned char local[DIGITS_ON_STACK], *digits = n <= sizeof local ? local : mem_alloc(n);
    if (!digits) return raise_memory();
    size_t count = 0;
    digits[0] = 0;
    for (size_t i = 0; i < n; i++)
        if (text[i] != '_') digits[count++] = (unsigned char)digit_value(text[i]);
    bool is_short = base == 10 && count <= SHORT_PAIRS * DECIMALS_PER_WORD;
    Own r = digits[0] == 0 ? int_new(0) : is_short ? from_chunks(digits, count, negative) : from_digit_values(digits, count, base, negative);
    if (digits != local) mem_free(digits);
    return r;
}

/* The length of a run of digits with single underscores between them, *digits of them digits; 0: malformed. */
static size_t scan_digits(const char *p, const char *end, int base, size_t *digits) {
    const char *start = p;
    size_t count = 0;
    bool underscore = true; /* none may be first */
    for (; p < end; p++) {
        if (*p == '_') {
            if (underscore) return 0;
            underscore = true;
            continue;
        }
        if (digit_value(*p) >= (unsigned)base) break;
        underscore = false;
        count++;
    }
    *digits = count;
    return underscore ? 0 : (size_t)(p - start);
}

static int prefix_base(char c) {
    c |= 0x20;
    return c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
}

int int_parse(const char *text, size_t n, int base, Own *out) {
    const char *p = text, *end = text + n;
    while (p < end && is_blank(*p)) p++;
    while (p < end && is_blank(end[-1])) end--;
    bool negative = p < end && *p == '-', only_zero = false;
    if (p < end && (*p == '-' || *p == '+')) p++;
    int shown = end - p >= 2 && *p == '0' ? prefix_base(p[1]) : 0;
    if (shown && (base == 0 || base == shown)) {
        base = shown;
        p += 2;
        if (p < end && *p == '_') p++;
    } else if (base == 0) {
        only_zero = p < end && *p == '0';
        base = 10;
    }
    size_t digits, length = scan_digits(p, end, base, &digits);
    if (length == 0) return 0;
    if (!bits_of_base(base) && digits > INT_STR_DIGITS_LEAST && int_max_str_digits > 0 && digits > (size_t)int_max_str_digits) {
        raise_error(ValueError,
                    "Exceeds the limit (%d digits) for integer string conversion: value has %zd digits; use sys.set_int_max_str_digits() to increase the limit",
                    int_max_str_digits, (ssize_t)digits);
        return -1;
    }
    if (p + length != end) return 0;
    if (only_zero)
        for (const char *z = p; z < end; z++)
            if (*z != '0' && *z != '_') return 0;
    *out = from_digits(p, length, base, negative);
    return *out ? 1 : -1;
}

Own int_from_text(const char *text, size_t n, int base) {
    Own r;
    int found = int_parse(text, n, base, &r);
    if (found > 0) return r;
    if (found == 0) {
        Own shown = str_from_utf8(text, (ssize_t)n);
        if (shown) {
            raise_error(ValueError, "invalid literal for int() with base %d: %.200R", base, shown);
            drop(shown);
        }
    }
    return NULL;
}

Own int_from_literal(const char *digits, size_t n, int base) {
    Own r;
    int found = int_parse(digits, n, base, &r);
    return found > 0 ? r : found < 0 ? NULL : raise_error(ValueError, "invalid int literal");
}
