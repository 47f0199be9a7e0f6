# Each name, item and attribute that refers to an object is one reference.
import sys
rc = sys.getrefcount
x = ["object"]
print(rc(x))  # expect: 2
y = x
print(rc(x))  # expect: 3
z = [x, x, [x]]
print(rc(x))  # expect: 6
z[2] = None
print(rc(x))  # expect: 5
d = {"a": x, "b": (x,)}
print(rc(x))  # expect: 7
del z, d["b"]
print(rc(x))  # expect: 4
y = d = None
print(rc(x))  # expect: 2
globals()["w"] = x
print(rc(x))  # expect: 3
del w
x2 = x3 = x4 = x
print(rc(x))  # expect: 5
x2, x3, x4 = 1, 2, 3
print(rc(x))  # expect: 2
