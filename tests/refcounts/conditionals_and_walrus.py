# Tests, chains and assignment expressions leave no reference behind.
import sys
rc = sys.getrefcount
x = ["object"]
if x: pass
while not x: pass
x == x, x != [], x in [x], x is x
print(rc(x))  # expect: 2
if (y := x): print(rc(x))  # expect: 3
del y
print(rc(x))  # expect: 2
[z := x for _ in range(3)]
print(rc(x))  # expect: 3
del z
1 < 2 < 3, x < [] < x
print(rc(x))  # expect: 2
a = x or None
b = None or x
c = x and 0
d = x if c else None
print(rc(x))  # expect: 4
del a, b
print(rc(x))  # expect: 2
assert x
print((lambda v: v or 1)(x) is x, rc(x))  # expect: True 2
x[0:0] = []
x += []
print(rc(x))  # expect: 2
for _ in range(100):
    t = [x, (x,), {"k": x}]
    t = None
print(rc(x))  # expect: 2
print(rc(x), x, file=sys.stderr) if False else print(rc(x))  # expect: 2
