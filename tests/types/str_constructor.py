# str() of everything; str subclasses.
print(str(), str(5), str(1.5), str(None), str([1, "a"]), str("s"), str(True), str((1,)), str({1: 2}), str({1}), str(...), str(int), str(range(3)))
# expect:  5 1.5 None [1, 'a'] s True (1,) {1: 2} {1} Ellipsis <class 'int'> range(0, 3)
print(str(b"abc", "utf-8"), str(b"caf\xc3\xa9", encoding="utf-8"), str(object="x"), str(str), str(len), str(ValueError("v")))
# expect: abc café x <class 'str'> <built-in function len> v
class R:
    def __repr__(self): return "R!"
class S(str):
    def __str__(self): return "S:" + str.__str__(self)
s = S("abc")
print(str(R()), str(s), s, s.upper(), len(s), s == "abc", f"{s}", "%s" % s, repr(s), type(str(s)).__name__, s + "d", "-".join([s, s]))
# expect: R! S:abc S:abc ABC 3 True S:abc S:abc 'abc' str abcd abc-abc
s.extra = 1
print(s.extra, S(5) == "5", isinstance(s, str), S("é").encode(), type(s.strip()).__name__, {s: 1}["abc"], s[0], s * 2)
# expect: 1 True True b'\xc3\xa9' str 1 a abcabc
class N(str):
    def __new__(cls, a, b): return super().__new__(cls, a + b)
print(N("x", "y"), len(N("ab", "cd")))  # expect: xy 4
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: str(1, 2))  # expect: TypeError: str() argument 'encoding' must be str, not int
err(lambda: str("a", "utf-8"))  # expect: TypeError: decoding str is not supported
err(lambda: str(1, 2, 3, 4))  # expect: TypeError: str expected at most 3 arguments, got 4
err(lambda: str(b"\xff", "utf-8"))
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
err(lambda: str(b"a", "no-such-codec"))  # expect: LookupError: unknown encoding: no-such-codec
err(lambda: "abc".nothing)  # expect: AttributeError: 'str' object has no attribute 'nothing'
err(lambda: str.upper)
print(str.upper("x"), str.join("-", ["a", "b"]), "abc".__len__(), "abc".__contains__("b"), "a".__add__("b"), "abc".__getitem__(1), "a".__mul__(3))
# expect: X a-b 3 True ab b aaa
