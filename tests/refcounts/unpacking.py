# Unpacking moves items: only the names and the container hold them afterwards.
import sys
rc = sys.getrefcount
x = ["object"]
a, b, c = x, x, x
print(rc(x))  # expect: 5
a, b = b, a
print(rc(x))  # expect: 5
a = b = c = None
print(rc(x))  # expect: 2
[a, *b] = [x, x, x]
print(rc(x))  # expect: 5
b.clear()
print(rc(x))  # expect: 3
(a, b), c = (x, x), x
print(rc(x))  # expect: 5
del a, b, c
first, *middle, last = [x] * 5
print(rc(x), len(middle))  # expect: 7 3
del first, middle, last
def f():
    p, q = x, x
    return rc(x)
print(f(), rc(x))  # expect: 4 2
try:
    a, b = [x, x, x]
except ValueError: pass
print(rc(x))  # expect: 2
try:
    a, b = x, x, x
except ValueError: pass
print(rc(x))  # expect: 2
print([*[x, x], x].count(x), rc(x))  # expect: 3 2
d = {**{"a": x}, "b": x}
print(rc(x))  # expect: 4
