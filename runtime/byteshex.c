/* byteshex.c: bytes as hexadecimal digits and back. */
#include "runtime/bytesmethods.h"
#include "runtime/err.h"

static const char digits[] = "0123456789abcdef";

static int separator_char(Ref sep, char *out) {
    *out = 0;
    if (!sep || sep == NONE) return 0;
    ssize_t n = object_len(sep);
    if (n < 0) return -1;
    if (n != 1) return raise_error(ValueError, "sep must be length 1."), -1;
    if (is_str(sep)) {
        if (!str_is_ascii(sep)) return raise_error(ValueError, "sep must be ASCII."), -1;
        *out = (char)str_char(sep, 0);
        return 0;
    }
    if (!is_bytes(sep)) return raise_error(TypeError, "sep must be str or bytes."), -1;
    *out = *bytes_data(sep);
    return (uint8_t)*out < 128 ? 0 : (raise_error(ValueError, "sep must be ASCII."), -1);
}

/* group > 0: groups are counted from the right, < 0 from the left. */
Own bytes_hex(const char *p, ssize_t n, Ref sep, int group) {
    char gap;
    if (separator_char(sep, &gap)) return NULL;
    ssize_t size = group < 0 ? -(ssize_t)group : group;
    ssize_t gaps = gap && size && n ? (n - 1) / size : 0;
    if (n > (SSIZE_MAX - gaps) / 2) return raise_memory();
    Own result = str_new(2 * n + gaps, 0x7f);
    if (!result || n == 0) return result;
    char *to = str_data(result);
    for (ssize_t i = 0; i < n; i++) {
        if (i && gaps && (group > 0 ? n - i : i) % size == 0) *to++ = gap;
        *to++ = digits[(uint8_t)p[i] >> 4];
        *to++ = digits[p[i] & 15];
    }
    return result;
}

Own bytes_m_hex(Ref self, Ref const *args) {
    int group;
    if (args_int(args[1], 1, &group)) return NULL;
    Buffer b;
    if (buffer_get(self, &b, false)) return NULL;
    Own text = bytes_hex(b.data, b.size, args[0], group);
    buffer_release(&b);
    return text;
}

static int digit(uint32_t c) {
    if (c - '0' < 10) return (int)(c - '0');
    c |= 0x20;
    return c - 'a' < 6 ? (int)(c - 'a') + 10 : -1;
}

static ssize_t parse(Ref text, char *to) {
    ssize_t n = str_len(text), made = 0, i = 0;
    for (;;) {
        uint32_t c;
        while (i < n && ((c = str_char(text, i)) == ' ' || (c >= '\t' && c <= '\r'))) i++;
        if (i == n) return made;
        int high = digit(str_char(text, i)), low = i + 1 < n ? digit(str_char(text, i + 1)) : -1;
        if (high < 0 || low < 0) {
            if (high >= 0) i++;
            return raise_error(ValueError, "non-hexadecimal number found in fromhex() arg at position %zd", i), -1;
        }
        to[made++] = (char)(high << 4 | low);
        i += 2;
    }
}

Own bytes_from_hex(Ref text, bool array) {
    if (args_want_str("fromhex() argument", text)) return NULL;
    char *data = mem_alloc((size_t)str_len(text) / 2 + 1);
    if (!data) return raise_memory();
    ssize_t n = parse(text, data);
    Own result = n < 0 ? NULL : array ? bytearray_from(data, n) : bytes_from(data, n);
    mem_free(data);
    return result;
}
