# Strings and numbers made at run time are counted like everything else.
import sys
rc = sys.getrefcount
s = "".join(["made", " at ", "run time"])
print(rc(s))  # expect: 2
t = s
print(rc(s), rc(t[:]), rc(str(s)), rc(s.upper()), rc(s + "x"))  # expect: 3 3 3 1 1
d = {s: s}
print(rc(s))  # expect: 5
del d, t
print(rc(s))  # expect: 2
n = int("123456789")
print(rc(n))  # expect: 2
m = n
print(rc(n), rc(n + 1), rc(-n), rc(int(n)), rc(abs(n)), rc(+n))  # expect: 3 1 1 3 3 3
l = [n, n]
print(rc(n), sum(l) == 2 * n, max(l) is n, rc(n))  # expect: 5 True True 5
f = float("1.5e10")
print(rc(f), rc(float(f)), rc(f * 2), rc(f), [f, rc(f)][1])  # expect: 2 2 1 2 3
b = int("9" * 40)
print(rc(b), rc(b + 1), rc(b))  # expect: 2 1 2
p = tuple([n, f])
print(rc(n), rc(f), rc(p), rc(p[:]), rc(tuple(p)), rc(p + ()))  # expect: 6 3 2 2 2 2
r = range(n)
print(rc(n), rc(r))  # expect: 7 2
z = slice(n, n)
print(rc(n))  # expect: 9
del r, z, l, m, p
print(rc(n), rc(f), rc(s))  # expect: 2 2 2
