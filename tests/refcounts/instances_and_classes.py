# Attributes of instances, classes, slots; bound methods hold their object.
import sys
rc = sys.getrefcount
x = ["object"]
class C:
    shared = x
    def m(self): return rc(self)
    def again(self): return self.m()
print(rc(x))  # expect: 3
c = C()
c.a = c.b = x
print(rc(x), rc(c))  # expect: 5 2
del c.a
c.b = 1
C.shared = None
print(rc(x))  # expect: 2
print(c.m(), c.again(), C.m(c), rc(c))  # expect: 3 4 3 2
m = c.m
print(rc(c), rc(m))  # expect: 3 2
n = c.m
print(rc(c), m is n)  # expect: 4 False
del m, n
print(rc(c))  # expect: 2
class S:
    __slots__ = ("a", "b")
s = S()
s.a = s.b = x
print(rc(x), rc(s))  # expect: 4 2
s.a = None
del s.b
print(rc(x))  # expect: 2
s.a = x
del s
print(rc(x))  # expect: 2
c.self = c
print(rc(c))  # expect: 3
del c.self
print(rc(c))  # expect: 2
d = c.__dict__
d["via dict"] = x
print(rc(x), rc(d))  # expect: 3 3
c.__dict__ = {}
print(rc(x))  # expect: 3
del d
print(rc(x))  # expect: 2
base = rc(C)
l = [C(), C()]
print(rc(C) - base)  # expect: 2
l.clear()
print(rc(C) - base)  # expect: 0
class P:
    def __init__(self, v): self._v = v
    @property
    def v(self): return self._v
p = P(x)
print(rc(p.v), rc(x))  # expect: 3 3
