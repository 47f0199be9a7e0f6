# itertools: groupby and tee.
from itertools import *
import copy, gc
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print([(k, list(g)) for k, g in groupby("aabccc")], [k for k, g in groupby([])])
# expect: [('a', ['a', 'a']), ('b', ['b']), ('c', ['c', 'c', 'c'])] []
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])  # expect: [(1, [1, 3]), (0, [2, 4]), (1, [5])]
g = groupby("aab")
k1, g1 = next(g)
print(k1, next(g1))  # expect: a a
k2, g2 = next(g)
print(k2, list(g1), list(g2), next(g, "end"))  # expect: b [] ['b'] end
print([k for k, g in groupby("abba")])  # expect: ['a', 'b', 'a']
groups = [g for k, g in groupby("aabb")]
print([list(g) for g in groups])  # expect: [[], []]
err(lambda: list(groupby([1, 2], lambda x: 1 // (2 - x))))  # expect: ZeroDivisionError: integer division or modulo by zero
err(groupby)  # expect: TypeError: groupby() missing required argument 'iterable' (pos 1)
err(lambda: groupby(5))  # expect: TypeError: 'int' object is not iterable
class Odd:
    def __eq__(self, other):
        raise KeyError("eq")
err(lambda: list(groupby([Odd(), Odd()])))  # expect: KeyError: 'eq'
a, b = tee("abc")
print(next(a), next(a), next(b), list(a), list(b), next(a, "end"))  # expect: a b a ['c'] ['b', 'c'] end
print(tee([1], 0), len(tee([1], 5)), [list(t) for t in tee(range(3), 3)])  # expect: () 5 [[0, 1, 2], [0, 1, 2], [0, 1, 2]]
a, b = tee(range(200))
print(sum(a), sum(b))  # expect: 19900 19900
a, = tee("abc", 1)
next(a)
b = copy.copy(a)
c, d = tee(a)
print(c is a, list(b), list(d), list(a))  # expect: True ['b', 'c'] ['b', 'c'] ['b', 'c']
err(lambda: tee(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: tee([1], -1))  # expect: ValueError: n must be >= 0
err(lambda: tee())  # expect: TypeError: tee expected at least 1 argument, got 0
class Again:
    def __iter__(self):
        return self
    def __next__(self):
        return next(other)
one, other = tee(Again())
err(lambda: next(one))  # expect: RuntimeError: cannot re-enter the tee iterator
def fib():
    def gen():
        yield 1
        yield 2
        yield from map(lambda x, y: x + y, t1, islice(t2, 1, None))
    t, t1, t2 = tee(gen(), 3)
    return t
print(list(islice(fib(), 10)))  # expect: [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]
a, b = tee(range(100000))
for x in a:
    pass
print(x, next(b))  # expect: 99999 0
del a, b
gc.collect()
