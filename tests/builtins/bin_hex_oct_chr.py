# bin, hex, oct, chr, ord, ascii, repr, format as functions.
print(bin(10), bin(-10), hex(255), hex(-255), oct(8), oct(-8), bin(True), hex(10 ** 20), bin(0))
# expect: 0b1010 -0b1010 0xff -0xff 0o10 -0o10 0b1 0x56bc75e2d63100000 0b0
print(chr(97), ord("a"), ascii("é日😀'"), repr("é'"), ascii([1, "é"]), ascii(None), format(5, "03d"), format("a", ">3"), format(1.5), format([1]))
# expect: a 97 "\xe9\u65e5\U0001f600'" "é'" [1, '\xe9'] None 005   a 1.5 [1]
class I:
    def __index__(self): return 10
    def __repr__(self): return "é"
    def __format__(self, s): return "fmt:" + s
print(bin(I()), hex(I()), oct(I()), ascii(I()), repr(I()), format(I()), format(I(), "spec"), chr(I()) == "\n")
# expect: 0b1010 0xa 0o12 \xe9 é fmt: fmt:spec True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: bin(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: hex("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: oct(None))  # expect: TypeError: 'NoneType' object cannot be interpreted as an integer
err(lambda: format(5, 5))  # expect: TypeError: format() argument 2 must be str, not int
err(lambda: format([1], "x"))  # expect: TypeError: unsupported format string passed to list.__format__
err(lambda: repr())  # expect: TypeError: repr() takes exactly one argument (0 given)
err(lambda: ascii(1, 2))  # expect: TypeError: ascii() takes exactly one argument (2 given)
