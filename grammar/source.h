/* source.h: the bytes of a file become text: encoding, line ends, checks. */
#ifndef GRAMMAR_SOURCE_H
#define GRAMMAR_SOURCE_H

#include "grammar/parse.h"

/* Decodes into the arena. false: *problem tells why. The text ends in a newline and has a NUL behind it and none in it. */
bool source_decode(const char *bytes, size_t n, const char *filename, int flags, Arena *arena, SourceText *out, SyntaxProblem *problem);

/* The given line (from 1) with its newline; *len is 0 if there is no such line. */
const char *source_line(const SourceText *source, int line, size_t *len);

#endif
