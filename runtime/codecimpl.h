/* codecimpl.h: between codec.c (names, errors, encoding) and codecdecode.c. */
#ifndef RUNTIME_CODECIMPL_H
#define RUNTIME_CODECIMPL_H

#include "runtime/codec.h"

typedef enum Encoding {
    ENC_UNKNOWN, ENC_UTF8, ENC_UTF8_SIG, ENC_ASCII, ENC_LATIN1,
    ENC_UTF16, ENC_UTF16_LE, ENC_UTF16_BE, ENC_UTF32, ENC_UTF32_LE, ENC_UTF32_BE, ENC_ESCAPE, ENC_RAW_ESCAPE
} Encoding;
typedef enum Handler {
    ON_ERROR_STRICT, ON_ERROR_IGNORE, ON_ERROR_REPLACE, ON_ERROR_XML, ON_ERROR_BACKSLASH, ON_ERROR_NAME, ON_ERROR_ESCAPE, ON_ERROR_PASS,
    ON_ERROR_UNKNOWN
} Handler;

Encoding encoding_find(const char *name);          /* NULL: UTF-8 */
extern const char *const encoding_names[];         /* as error messages have them */
Handler handler_find(const char *errors);          /* NULL: strict */
Own raise_handler(const char *errors);             /* LookupError; NULL */
Own codec_decode_with(const char *data, size_t n, Encoding encoding, const char *errors);
Own codec_decode_escape(const char *data, size_t n, bool raw, const char *errors); /* codecescape.c */
/* UnicodeEncodeError, UnicodeDecodeError; NULL */
Own raise_encode(const char *encoding, Ref s, ssize_t start, ssize_t end, const char *reason);
Own raise_decode(const char *encoding, const char *data, size_t n, size_t start, size_t end, const char *reason);
/* How \x, \u and \U write c; returns the length, at most 10. */
int escape_put(char *to, uint32_t c);

#endif
