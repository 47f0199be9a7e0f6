# Cells, closures and defaults hold what they refer to.
import sys
rc = sys.getrefcount
x = ["object"]
def make(v):
    def inner(): return v
    return inner
f = make(x)
print(rc(x), rc(f.__closure__[0].cell_contents))  # expect: 3 3
g = make(x)
print(rc(x))  # expect: 4
del f, g
print(rc(x))  # expect: 2
def with_default(a=x): return a
print(rc(x))  # expect: 3
with_default.__defaults__ = None
print(rc(x))  # expect: 2
lam = lambda a=x, *, k=x: a
print(rc(x))  # expect: 4
del lam
def setter():
    v = x
    def change():
        nonlocal v
        v = None
    before = rc(x)
    change()
    return before, rc(x)
print(setter(), rc(x))  # expect: (3, 2) 2
def shared():
    v = x
    def a(): return v
    def b(): return v
    return a, b
a, b = shared()
print(rc(x), rc(a.__closure__[0]), a.__closure__[0] is b.__closure__[0])  # expect: 3 3 True
del a
print(rc(x))  # expect: 3
del b
print(rc(x))  # expect: 2
def deleted():
    v = x
    def a(): return v
    del v
    return rc(x)
print(deleted())  # expect: 2
fs = [lambda i=x: i for _ in range(3)]
print(rc(x))  # expect: 5
fs.clear()
print(rc(x))  # expect: 2
