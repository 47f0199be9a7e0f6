# get_referents goes down, get_referrers goes up, get_objects lists what is tracked.
import gc
class C: pass
x = ["target"]
c = C()
c.a = x
l, d, t = [x], {"k": x}, (x, 1)
print(gc.get_referents(l) == [x], gc.get_referents(d), gc.get_referents(t), gc.get_referents(1, "a", None), gc.get_referents(), gc.get_referents({1: 2}))
# expect: True [['target']] [1, ['target']] [] [] [2, 1]
print(sorted(type(o).__name__ for o in gc.get_referents(c)), [type(o).__name__ for o in gc.get_referents(iter(l))], [type(o).__name__ for o in gc.get_referents(slice(1, x))])
# expect: ['list', 'type'] ['list'] ['int', 'list', 'NoneType']
refs = gc.get_referrers(x)
def has(o): return any(r is o for r in refs)
print(has(l), has(d), has(t), has(globals()), has([]), len(gc.get_referrers(object())))
# expect: True True True True False 0
print(any(o is l for o in gc.get_objects()), any(o is x for o in gc.get_objects(0)) or any(o is x for o in gc.get_objects(1)) or any(o is x for o in gc.get_objects(2)))
# expect: True True
def f():
    y = ["inner"]
    z = [y]
    r = gc.get_referrers(y)
    return len(r), r[0] is z
print(f())  # expect: (1, True)
def g(a=x):
    def h(): return a
    return h
print(any(r is g.__defaults__ for r in gc.get_referrers(x)), gc.get_referents(g().__closure__)[0] is g().__closure__[0], type(gc.get_referents(g().__closure__)[0]).__name__)
# expect: True False cell
a, b = [], []
a.append(b)
b.append(a)
print(gc.get_referents(a)[0] is b, len(gc.get_referrers(a)), sum(r is b for r in gc.get_referrers(a)))
# expect: True 2 1
