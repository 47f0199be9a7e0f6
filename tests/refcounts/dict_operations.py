# How the operations of dict change the counts of keys and values.
import sys
rc = sys.getrefcount
class K: pass
k, v = K(), ["value"]
d = {k: v}
print(rc(k), rc(v))  # expect: 3 3
d[k] = v
print(rc(k), rc(v))  # expect: 3 3
d["other"] = v
print(rc(v))  # expect: 4
print(d.get(k) is v, d.setdefault(k, None) is v, rc(k), rc(v))  # expect: True True 3 4
d.setdefault("new", v)
print(rc(v))  # expect: 5
print(d.pop("new") is v, rc(v))  # expect: True 4
e = dict(d)
f = d.copy()
g = {**d}
h = d | {}
print(rc(k), rc(v))  # expect: 7 12
del e, f, g, h
print(rc(k), rc(v))  # expect: 3 4
d.update({"u": v, k: None})
print(rc(k), rc(v))  # expect: 3 4
i = list(d.items())
print(rc(k), rc(v))  # expect: 4 6
del i
ks, vs = list(d), list(d.values())
print(rc(k), rc(v))  # expect: 4 6
del ks, vs
print(d.popitem()[0], rc(v))  # expect: u 3
del d[k]
print(rc(k), rc(v))  # expect: 2 3
d.clear()
print(rc(v))  # expect: 2
t = dict.fromkeys("abc", v)
print(rc(v))  # expect: 5
t = {n: v for n in range(5)}
print(rc(v))  # expect: 7
for n in range(3): del t[n]
print(rc(v))  # expect: 4
del t
print(rc(v), rc(k))  # expect: 2 2
