# All kinds of parameters together, and how arguments find them.
def f(a, /, b, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, 2, d=4))  # expect: (1, 2, 3, (), 4, 5, {})
print(f(1, b=2, d=4))  # expect: (1, 2, 3, (), 4, 5, {})
print(f(1, 2, 3, 4, 5, d=6, e=7, x=8, y=9))  # expect: (1, 2, 3, (4, 5), 6, 7, {'x': 8, 'y': 9})
print(f(1, 2, d=4, a=10))  # expect: (1, 2, 3, (), 4, 5, {'a': 10})
def g(*args): return args
print(g(), g(1), g(*[1, 2], 3))  # expect: () (1,) (1, 2, 3)
def h(**kw): return kw
print(h(), h(a=1, self=2, **{"not an identifier": 3}))  # expect: {} {'a': 1, 'self': 2, 'not an identifier': 3}
def k(*, a, b=2): return a, b
print(k(a=1), k(b=1, a=0))  # expect: (1, 2) (0, 1)
def p(a, b=2, /): return a, b
print(p(1), p(1, 5))  # expect: (1, 2) (1, 5)
def order(**kw): return list(kw)
print(order(z=1, a=2, m=3))  # expect: ['z', 'a', 'm']
kw = {"x": 1}
def change(**k):
    k["y"] = 2
    return k
print(change(**kw), kw)  # expect: {'x': 1, 'y': 2} {'x': 1}
args = [1, 2]
def change_args(*a): return a is args, type(a)
print(change_args(*args))  # expect: (False, <class 'tuple'>)
def all_three(a, *b, c=0): return a, b, c
print(all_three(1), all_three(1, 2, 3), all_three(1, c=4))  # expect: (1, (), 0) (1, (2, 3), 0) (1, (), 4)
