# The % operator of strings.
print("%s %d %r" % ("a", 5, "b"), "%s" % 5, "%s" % (5,), "%s" % [1, 2], "%(a)s %(b)d" % {"a": 1, "b": 2}, "100%%" % (), "%%%s" % 1)
# expect: a 5 'b' 5 5 [1, 2] 1 2 100% %1
print("%5s|%-5s|%05d|%.2s|%5.1f|%x|%o|%e|%c|%c" % ("a", "b", 42, "abc", 3.14159, 255, 8, 12345.678, "z", 65))
# expect:     a|b    |00042|ab|  3.1|ff|10|1.234568e+04|z|A
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%+d % d" % (5, 5), "%#x %#o" % (255, 8), "%i %u" % (3, 4), "%ld" % 5, "%a" % "é")
# expect:    42|42   |3.14 +5  5 0xff 0o10 3 4 5 '\xe9'
print("%s %s" % ("é", "日"), "é%s" % 1, "%(k)s" % {"k": (1, 2)}, "%(a)s%%" % {"a": 1}, "%s" % None, "%s" % ((1, 2),), "%d" % True, "%s" % {})
# expect: é 日 é1 (1, 2) 1% None (1, 2) 1 {}
print("%.3d|%8.3d|%+.2e|%G" % (5, 5, 1234.5, 1e-10), "%-10s|%10s" % ("left", "right"), "%.0f" % 0.5, "%d" % 3.99, "%s" % 1.0, "%%|" % ())
# expect: 005|     005|+1.23e+03|1E-10 left      |     right 0 3 1.0 %|
class M:
    def __getitem__(self, k): return k * 2
print("%(ab)s" % M(), "%(a)5s|%(b)-5s|" % {"a": 1, "b": 2})  # expect: abab     1|2    |
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "%d" % "a")  # expect: TypeError: %d format: a real number is required, not str
err(lambda: "%s %s" % "a")  # expect: TypeError: not enough arguments for format string
err(lambda: "%s" % (1, 2))  # expect: TypeError: not all arguments converted during string formatting
err(lambda: "%s" % ())  # expect: TypeError: not enough arguments for format string
err(lambda: "plain" % 1)  # expect: TypeError: not all arguments converted during string formatting
err(lambda: "%d" % None)  # expect: TypeError: %d format: a real number is required, not NoneType
err(lambda: "%x" % 1.5)  # expect: TypeError: %x format: an integer is required, not float
err(lambda: "%f" % "a")  # expect: TypeError: must be real number, not str
err(lambda: "%c" % "ab")  # expect: TypeError: %c requires int or char
err(lambda: "%c" % 0x110000)  # expect: OverflowError: %c arg not in range(0x110000)
err(lambda: "%c" % 1.5)  # expect: TypeError: %c requires int or char
err(lambda: "%z" % 1)  # expect: ValueError: unsupported format character 'z' (0x7a) at index 1
err(lambda: "%" % 1)  # expect: ValueError: incomplete format
err(lambda: "%(a)s" % 5)  # expect: TypeError: format requires a mapping
err(lambda: "%(a)s" % {"b": 1})  # expect: KeyError: 'a'
err(lambda: "%(a" % {"a": 1})  # expect: ValueError: incomplete format key
err(lambda: "%*d" % ("a", 1))  # expect: TypeError: * wants int
err(lambda: "%d" % 1j)  # expect: TypeError: %d format: a real number is required, not complex
print("plain" % {}, "plain" % (), "%s" % {"a": 1})  # expect: plain plain {'a': 1}
