# A returned object is owned by whoever takes it.
import sys
rc = sys.getrefcount
def fresh(): return ["new"]
def local():
    v = ["new"]
    return v
def through(a): return a
def in_tuple():
    v = ["new"]
    return v, v
def finally_():
    v = ["new"]
    try: return v
    finally: len(v)
print(rc(fresh()), rc(local()), rc(finally_()), rc(in_tuple()[0]))  # expect: 1 1 1 1
a = local()
print(rc(a), rc(through(a)), rc(through(through(a))))  # expect: 2 2 2
b, c = in_tuple()
print(rc(b), b is c)  # expect: 3 True
def keep(v, store=[]):
    store.append(v)
    return v
print(rc(keep(a)), rc(a), len(keep.__defaults__[0]))  # expect: 3 3 1
keep.__defaults__[0].clear()
print(rc(a))  # expect: 2
def gen():
    yield a
    yield a
print([rc(v) for v in gen()], rc(a))  # expect: [3, 3] 2
def unused(): return a
unused()
print(rc(a))  # expect: 2
