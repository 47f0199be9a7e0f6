# Copies share their items: shallow copies add one reference per item.
import sys
rc = sys.getrefcount
inner = ["inner"]
a = [inner, 1]
b, c, d, e = a[:], list(a), a.copy(), [*a]
print(rc(inner), rc(a))  # expect: 7 2
f, g = tuple(a), (*a,)
print(rc(inner))  # expect: 9
h = {0: inner}
i, j = h.copy(), {**h}
print(rc(inner))  # expect: 12
b[0] = None
del c, d, e, f, g, h, i, j
print(rc(inner))  # expect: 3
m = [[inner] * 3] * 2
print(rc(inner), rc(m[0]))  # expect: 6 3
m[0] = None
print(rc(inner), rc(m[1]))  # expect: 6 2
m = None
print(rc(inner))  # expect: 3
t = (inner,) * 4
print(rc(inner))  # expect: 7
t = t[1:]
print(rc(inner))  # expect: 6
t = ()
z = list(zip([inner] * 3, range(3)))
print(rc(inner))  # expect: 6
del z
z = [inner for _ in range(7)]
print(rc(inner))  # expect: 10
z[2:5] = [0]
print(rc(inner))  # expect: 7
del z
print(rc(inner))  # expect: 3
