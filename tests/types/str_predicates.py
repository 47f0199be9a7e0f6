# isalpha and the others, on ASCII and on other scripts.
names = "isalpha isdigit isdecimal isnumeric isalnum isspace isidentifier isprintable isascii".split()
for text in ("abc", "123", "abc1", "", " ", "a b", "é", "日本", "²", "½", "٣", "\t\n", "\u2003", "_x1", "1x", "class", "😀", "\x00", "\u200b", "ⅷ", "a\u0301"):
    print(ascii(text), "".join("1" if getattr(text, n)() else "0" for n in names))
    # expect: 'abc' 100010111
    # expect: '123' 011110011
    # expect: 'abc1' 000010111
    # expect: '' 000000011
    # expect: ' ' 000001011
    # expect: 'a b' 000000011
    # expect: '\xe9' 100010110
    # expect: '\u65e5\u672c' 100010110
    # expect: '\xb2' 010110010
    # expect: '\xbd' 000110010
    # expect: '\u0663' 011110010
    # expect: '\t\n' 000001001
    # expect: '\u2003' 000001000
    # expect: '_x1' 000000111
    # expect: '1x' 000010011
    # expect: 'class' 100010111
    # expect: '\U0001f600' 000000010
    # expect: '\x00' 000000001
    # expect: '\u200b' 000000000
    # expect: '\u2177' 000110110
    # expect: 'a\u0301' 000000110
print([c for c in "aB1 _-é" if c.isalnum()], "x".isalpha(), "".isascii(), "\x7f".isascii(), "\x80".isascii(), "".isprintable(), "\n".isprintable(), "\xad".isprintable())
# expect: ['a', 'B', '1', 'é'] True True True False True False False
try:
    "a".isalpha(1)
except TypeError as e:
    print(e)  # expect: str.isalpha() takes no arguments (1 given)
