/* unicode.c: the rare parts of unicode.h: code points beyond the tables, mappings to several characters. */
#include "runtime/unicode.h"

const char unicode_category_names[][3] = {"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps",
                                          "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co"};

const UnicodeRecord *unicode_record_beyond(uint32_t c) {
    for (size_t i = 0; i < unicode_n_ranges; i++)
        if (c >= unicode_ranges[i].first && c <= unicode_ranges[i].last) return &unicode_records[unicode_ranges[i].record];
    return &unicode_records[unicode_unassigned];
}

int unicode_map_long(const UnicodeRecord *r, CaseMap map, uint32_t *out) {
    const uint16_t *to = &unicode_long_maps[r->maps[map]];
    for (int i = 0; i < to[0]; i++) out[i] = to[1 + i];
    return to[0];
}
