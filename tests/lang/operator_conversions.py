# str, repr, int, float, bool, hash, index, format: the methods behind conversions.
class A:
    def __repr__(self): return "repr"
print(A(), str(A()), [A()], f"{A()}", "%s %r" % (A(), A()), {1: A()}, (A(),))
# expect: repr repr [repr] repr repr repr {1: repr} (repr,)
class B(A):
    def __str__(self): return "str"
    def __format__(self, spec): return "fmt<" + spec + ">"
print(B(), [B()], f"{B()} {B():>5} {B()!r} {B()!s}", format(B(), "x"), "{:a}".format(B()))
# expect: str [repr] fmt<> fmt<>5> repr str fmt<x> fmt<a>
class C:
    def __str__(self): return "only str"
print(str(C()), repr(C())[:11])  # expect: only str <__main__.C
class N:
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __index__(self): return 4
    def __bool__(self): return False
    def __hash__(self): return 12345
    def __complex__(self): return 1j
print(int(N()), float(N()), bool(N()), hash(N()), bin(N()), "abcdef"[N()], 1 << 2)
# expect: 3 2.5 False 12345 0b100 e 4
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
    def __hash__(self): return "h"
    def __str__(self): return 5
    def __repr__(self): return ["list"]
err(lambda: int(Bad()))  # expect: TypeError: __int__ returned non-int (type str)
err(lambda: float(Bad()))  # expect: TypeError: Bad.__float__ returned non-float (type int)
err(lambda: [1][Bad()])  # expect: TypeError: __index__ returned non-int (type float)
err(lambda: hash(Bad()))  # expect: TypeError: __hash__ method should return an integer
err(lambda: str(Bad()))  # expect: TypeError: __str__ returned non-string (type int)
err(lambda: repr(Bad()))  # expect: TypeError: __repr__ returned non-string (type list)
err(lambda: print(Bad()))  # expect: TypeError: __str__ returned non-string (type int)
class OnlyIndex:
    def __index__(self): return 9
print(int(OnlyIndex()), float(OnlyIndex()), hex(OnlyIndex()), [0] * OnlyIndex() == [0] * 9)  # expect: 9 9.0 0x9 True
class Big:
    def __hash__(self): return 2 ** 70
print(hash(Big()) == hash(2 ** 70))  # expect: True
err(lambda: int(object()))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'object'
err(lambda: float(object()))  # expect: TypeError: float() argument must be a string or a real number, not 'object'
key = "0"
err(lambda: [1][key])  # expect: TypeError: list indices must be integers or slices, not str
