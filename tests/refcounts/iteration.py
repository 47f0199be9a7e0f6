# Iterators hold their container, and not the items already given out.
import sys
rc = sys.getrefcount
x = ["object"]
l = [x, x]
it = iter(l)
print(rc(l), rc(x))  # expect: 3 4
v = next(it)
print(rc(x))  # expect: 5
del v
list(it)
print(rc(l))  # expect: 2
for v in l: print(rc(x))
# expect: 5
# expect: 5
print(rc(x))  # expect: 5
del v
for i, v in enumerate(l): print(rc(x))
# expect: 6
# expect: 6
del v
for a, b in zip(l, l): print(rc(x))
# expect: 8
# expect: 8
del a, b
print(rc(x))  # expect: 4
e = enumerate(l)
z = zip(l, l)
m = map(len, l)
r = reversed(l)
f = filter(None, l)
print(rc(l))  # expect: 8
del e, z, m, r, f
print(rc(l))  # expect: 2
d = {"k": x}
i = iter(d)
print(rc(d))  # expect: 3
next(i), next(i, None)
print(rc(d))  # expect: 2
for k, v in d.items(): print(rc(x))  # expect: 7
del v
print([rc(v) for v in l], rc(x))  # expect: [6, 6] 5
print(sum(1 for v in l), rc(x))  # expect: 2 5
t = (x, x)
for v in t: pass
print(rc(x))  # expect: 8
