/* codec.h: str to bytes and back: the encodings adder knows, and the error handlers. */
#ifndef RUNTIME_CODEC_H
#define RUNTIME_CODEC_H

#include "runtime/str.h"

/* encoding NULL: utf-8; errors NULL: strict. LookupError for unknown names; UnicodeEncodeError, UnicodeDecodeError. */
MUST Own codec_encode(Ref s, const char *encoding, const char *errors);             /* bytes */
MUST Own codec_decode(const char *data, size_t n, const char *encoding, const char *errors); /* str */
/* *used != NULL: an unfinished sequence at the end is left for later and not counted. */
MUST Own codec_decode_utf8(const char *data, size_t n, const char *errors, size_t *used);
Own codec_raise_utf8_surrogate(Ref s);                                               /* UnicodeEncodeError for the first one; NULL */
/* The Unicode name of a character, for namereplace; set by whoever has the table of names. NULL, or an answer NULL: escapes are written. */
extern const char *(*codec_char_name)(uint32_t c);
/* The canonical name of an encoding ("utf-8" for "U8", "UTF_8" ...), or NULL if unknown; no exception. */
const char *codec_canonical_name(const char *encoding);

#endif
