# str.format and format_map: fields, nesting, attributes, items, conversions.
print("{} {}".format(1, "a"), "{0}{1}{0}".format("x", "y"), "{a} {b}".format(a=1, b=2), "{} {k}".format(0, k="v"), "{{}} {{{}}}".format(5))
# expect: 1 a xyx 1 2 0 v {} {5}
print("{0[k]} {0[k][0]}".format({"k": "value"}), "{0[1]} {l[0]}".format([1, 2], l=[3]), "{0.real} {x.imag}".format(5, x=2j), "{0[a b]}".format({"a b": 1}))
# expect: value v 2 3 5 2.0 1
print("{:>5}|{:<5}|{:^5}|{:*^7}|{:05d}|{:+}".format("a", "b", "c", "d", 42, 7), "{:{}}|{:{w}.{p}f}".format("x", 4, 3.14159, w=8, p=2))
# expect:     a|b    |  c  |***d***|00042|+7 x   |    3.14
print("{!r} {!s} {!a} {0!r:>6}".format("é", "x", "é") if False else "{0!r} {0!s} {0!a} {0!r:>6}".format("é"), "{:,} {:.2%} {:x}".format(1234567, 0.5, 255))
# expect: 'é' é '\xe9'    'é' 1,234,567 50.00% ff
print("{}".format(None), "{}".format([1, "a"]), "{:}".format(5), "{0}".format("{1}"), "".format(1), "{:s}".format("s"), "{0:}{0!s:}".format(1))
# expect: None [1, 'a'] 5 {1}  s 11
class D(dict):
    def __missing__(self, k): return "<" + k + ">"
print("{a} {b}".format_map({"a": 1, "b": 2}), "{x} {y}".format_map(D(x=1)))  # expect: 1 2 1 <y>
class F:
    attr = {"k": [1, 2]}
    def __format__(self, spec): return "F(" + spec + ")"
print("{0:abc} {0.attr[k][1]} {0:}".format(F()), "{:{fill}{align}{width}}".format("m", fill="-", align="^", width=5))
# expect: F(abc) 2 F() --m--
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "{}".format())  # expect: IndexError: Replacement index 0 out of range for positional args tuple
err(lambda: "{1}".format(0))  # expect: IndexError: Replacement index 1 out of range for positional args tuple
err(lambda: "{a}".format(b=1))  # expect: KeyError: 'a'
err(lambda: "{".format(1))  # expect: ValueError: Single '{' encountered in format string
err(lambda: "}".format(1))  # expect: ValueError: Single '}' encountered in format string
err(lambda: "{0} {}".format(1, 2))
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
err(lambda: "{} {0}".format(1, 2))
# expect: ValueError: cannot switch from automatic field numbering to manual field specification
err(lambda: "{!x}".format(1))  # expect: ValueError: Unknown conversion specifier x
err(lambda: "{!}".format(1))  # expect: ValueError: unmatched '{' in format spec
err(lambda: "{0.nothing}".format(1))  # expect: AttributeError: 'int' object has no attribute 'nothing'
err(lambda: "{0[9]}".format([1]))  # expect: IndexError: list index out of range
err(lambda: "{0[x]}".format([1]))  # expect: TypeError: list indices must be integers or slices, not str
err(lambda: "{0[}".format([1]))  # expect: ValueError: expected '}' before end of string
err(lambda: "{:d}".format("a"))  # expect: ValueError: Unknown format code 'd' for object of type 'str'
err(lambda: "{:{:{}}}".format(1, 2, 3))  # expect: ValueError: Max string recursion exceeded
err(lambda: "{0.}".format(1))  # expect: ValueError: Empty attribute in format string
err(lambda: "{0[]}".format([1]))  # expect: ValueError: Empty attribute in format string
err(lambda: "{:99999999999999999999}".format(1))  # expect: ValueError: Too many decimal digits in format string
