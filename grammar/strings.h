/* strings.h: strings side by side, and f-strings. */
#ifndef GRAMMAR_STRINGS_H
#define GRAMMAR_STRINGS_H

#include "grammar/parsing.h"

/* A replacement field as parsed: pointers into the text where an `=` may want what was written. */
typedef struct Field {
    Ast *value, *spec;
    AstName *conversion;
    const char *open_at, *equal_at;
    Span open, equal, mark, colon, close; /* mark and colon: of the whole of `!r` and `:spec`, empty if absent */
} Field;

/* Takes n decoded literals and JoinedStrs: one Constant or JoinedStr. */
Ast *strings_join(Parser *p, int n, Span span);

/* Takes n parts (raw text, FormattedValue, Constant). Problems of the text are put at `end`. */
Ast *fstring_new(Parser *p, int n, Span end, Span span);
Ast *fstring_spec(Parser *p, int n, Span span);

/* Pushes the parts of a field, 1 or, with `=`, 2; returns their number, 0 on failure. */
int field_push(Parser *p, const Field *field, Span span);

bool check_conversion(Parser *p, const AstName *name, Span mark, Span span);
void fstring_empty_field(Parser *p, char before, Span span);

#endif
