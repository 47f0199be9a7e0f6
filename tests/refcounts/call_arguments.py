# A call lends its arguments: one reference each for the parameter, none afterwards.
import sys
rc = sys.getrefcount
x = ["object"]
def one(a): return rc(a)
def two(a, b): return rc(a)
def default(a, b=None): return rc(a)
def rebind(a):
    before = rc(a)
    b = a
    return before, rc(a)
def forget(a):
    first = rc(a)
    del a
    return first, rc(x)
print(one(x), two(x, x), two(x, 1), default(x), default(a=x), default(b=x, a=x))  # expect: 3 4 3 3 3 4
print(rebind(x), forget(x))  # expect: (3, 4) (3, 2)
def nested(a): return one(a)
print(nested(x), (lambda a: rc(a))(x))  # expect: 4 3
def args(*a): return rc(a[0]), rc(a)
def kwargs(**k): return rc(k["v"]), rc(k)
def both(p, *a, k=None, **kw): return rc(x)
print(args(x), args(x, x), kwargs(v=x), kwargs(v=x, w=x))  # expect: (3, 2) (4, 2) (3, 2) (4, 2)
print(both(x), both(x, x), both(x, k=x), both(x, z=x), both(x, x, k=x, z=x))  # expect: 3 4 4 4 6
t, d = (x,), {"v": x}
print(args(*t), kwargs(**d), one(*t), one(**{"a": x}))  # expect: (5, 2) (5, 2) 5 5
print(rc(x), rc(t), rc(d))  # expect: 4 2 2
