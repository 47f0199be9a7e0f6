"""Writes runtime/unicodedata.c from the Unicode database of the Python that runs it (3.13: Unicode 15.1).

    python3.13 tests/tools/gen_unicode.py > runtime/unicodedata.c

Each code point has a record number, found through two tables: blocks of 16 code points, each distinct block stored once. Beyond LIMIT only a
few ranges are assigned; they are listed.
"""
import _sre
import sys
import unicodedata

LIMIT = 0x32400
SHIFT = 4
FLAGS = "ALPHA DECIMAL DIGIT NUMERIC SPACE PRINTABLE ID_START ID_CONTINUE UPPER LOWER TITLE CASE_IGNORABLE LINE_BREAK".split()
LONG = "LONG_UPPER LONG_LOWER LONG_TITLE LONG_FOLD".split()
CATEGORIES = "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split()


def ignorable(ch):
    """Final sigma's rule skips case-ignorable characters: with one between a letter and the sigma it is final, with one behind a blank not."""
    return ("A" + ch + "\u03a3").lower()[-1] == "\u03c2" and (" " + ch + "\u03a3").lower()[-1] != "\u03c2"


def flags(ch):
    category = unicodedata.category(ch)
    truths = [ch.isalpha(), ch.isdecimal(), ch.isdigit(), ch.isnumeric(), ch.isspace(), ch.isprintable(), ch.isidentifier(),
              ("a" + ch).isidentifier(), ch.isupper(), ch.islower(), category == "Lt", ignorable(ch), len(("a" + ch + "b").splitlines()) == 2]
    return sum(1 << i for i, truth in enumerate(truths) if truth)


def main():
    long_maps, records, numbers = [], {}, []

    def mapping(ch, to, bit):
        """A delta, or the place of a longer mapping: its length, then its characters."""
        if len(to) == 1:
            return ord(to) - ord(ch), 0
        place = len(long_maps)
        long_maps.extend([len(to), *map(ord, to)])
        return place, 1 << bit + len(FLAGS)

    for code in range(0x110000):
        ch = chr(code)
        bits, maps = flags(ch), []
        for i, to in enumerate((ch.upper(), ch.lower(), ch.title(), ch.casefold())):
            value, bit = mapping(ch, to, i)
            maps.append(value)
            bits |= bit
        record = (*maps, _sre.unicode_tolower(code) - code, bits, CATEGORIES.index(unicodedata.category(ch)),
                  unicodedata.decimal(ch, -1), unicodedata.digit(ch, -1))
        numbers.append(records.setdefault(record, len(records)))

    blocks, index = {}, []
    for start in range(0, LIMIT, 1 << SHIFT):
        index.append(blocks.setdefault(tuple(numbers[start:start + (1 << SHIFT)]), len(blocks)))
    ranges, start = [], LIMIT
    for code in range(LIMIT, 0x110001):
        if code == 0x110000 or numbers[code] != numbers[start]:
            if numbers[start] != numbers[LIMIT]:
                ranges.append((start, code - 1, numbers[start]))
            start = code

    print(f"/* unicodedata.c: made by tests/tools/gen_unicode.py from Unicode {unicodedata.unidata_version}; not to be edited. See unicode.h. */")
    print('#include "runtime/unicode.h"\n')
    print("const UnicodeRecord unicode_records[] = {")
    wrap(["{{%d,%d,%d,%d},%s}" % (*r[:4], ",".join(map(str, r[4:]))) for r in records], ", ")
    print("};\nconst uint16_t unicode_index[] = {")
    wrap(map(str, index), ",")
    print("};\nconst uint16_t unicode_blocks[] = {")
    wrap([str(n) for block in blocks for n in block], ",")
    print("};\nconst uint16_t unicode_long_maps[] = {")
    wrap(map(str, long_maps), ",")
    print("};\nconst UnicodeRange unicode_ranges[] = {")
    wrap(["{%#x,%#x,%d}" % r for r in ranges], ", ")
    print("};\nconst size_t unicode_n_ranges = %d;" % len(ranges))
    print("const uint16_t unicode_unassigned = %d;" % numbers[LIMIT])
    print("const uint32_t unicode_latin_flags[256] = {")
    by_number = list(records)
    wrap([str(by_number[numbers[c]][5]) for c in range(256)], ",")
    print("};")
    print(f"_Static_assert({LIMIT} == UNICODE_LIMIT && {SHIFT} == UNICODE_SHIFT && {1 << len(FLAGS)} == UNI_LONG_UPPER, \"unicode.h\");")
    print(len(records), "records", len(index) * 2 + len(blocks) * (2 << SHIFT) + len(records) * 24, "bytes", file=sys.stderr)


def wrap(items, comma):
    line = ""
    for item in items:
        if len(line) + len(item) > 138:
            print(line)
            line = ""
        line += item + comma
    print(line)


main()
