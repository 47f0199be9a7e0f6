# itertools: count, cycle, repeat.
from itertools import count, cycle, repeat, islice
import copy
def take(n, it):
    return list(islice(it, n))
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(take(3, count()), take(3, count(10)), take(3, count(5, -2)), take(3, count(0.5, 0.25)), take(3, count(step=3)))
# expect: [0, 1, 2] [10, 11, 12] [5, 3, 1] [0.5, 0.75, 1.0] [0, 3, 6]
print(take(3, count(2**60 - 2)), take(3, count(-2**62, -1)), take(2, count(2**70, 2**70)))
# expect: [1152921504606846974, 1152921504606846975, 1152921504606846976] [-4611686018427387904, -4611686018427387905, -4611686018427387906] [1180591620717411303424, 2361183241434822606848]
print(take(3, count(2**59, 2**59)), take(2, count(True)), take(2, count(1j)))
# expect: [576460752303423488, 1152921504606846976, 1729382256910270464] [1, 2] [1j, (1+1j)]
c = count(7)
print(next(c), c, count(1, 2), count(1.5), count(0, 1.0), copy.copy(c), copy.deepcopy(count(2, 3)))
# expect: 7 count(8) count(1, 2) count(1.5) count(0, 1.0) count(8) count(2, 3)
err(lambda: count("a"))  # expect: TypeError: a number is required
err(lambda: count(1, "a"))  # expect: TypeError: a number is required
err(lambda: count(1, 2, 3))  # expect: TypeError: count() takes at most 2 arguments (3 given)
class N(int):
    def __add__(self, other):
        return N(int(self) * 2)
    __radd__ = __add__
print(take(3, count(N(3), 5)))  # expect: [3, 6, 12]
print(take(7, cycle("abc")), list(cycle([])), take(4, cycle(x for x in (1, 2))))
# expect: ['a', 'b', 'c', 'a', 'b', 'c', 'a'] [] [1, 2, 1, 2]
err(cycle)  # expect: TypeError: cycle expected 1 argument, got 0
err(lambda: cycle(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: cycle(iterable="a"))  # expect: TypeError: cycle() takes no keyword arguments
def broken():
    yield 1
    raise KeyError("broken")
c = cycle(broken())
print(next(c))  # expect: 1
err(lambda: next(c))  # expect: KeyError: 'broken'
print(next(c), next(c))  # expect: 1 1
print(list(repeat(5, 3)), take(2, repeat("x")), list(repeat(1, 0)), list(repeat(1, -5)), list(repeat(object=1, times=2)))
# expect: [5, 5, 5] ['x', 'x'] [] [] [1, 1]
r = repeat("a", 3)
next(r)
print(r, repeat(1), r.__length_hint__(), copy.copy(repeat(2)), list(copy.copy(r)), list(r), r)
# expect: repeat('a', 0) repeat(1) 2 repeat(2) ['a', 'a'] ['a', 'a'] repeat('a', 0)
err(lambda: repeat(1).__length_hint__())  # expect: TypeError: len() of unsized object
err(repeat)  # expect: TypeError: repeat() missing required argument 'object' (pos 1)
err(lambda: repeat(1, "a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: repeat(1, 2, 3))  # expect: TypeError: repeat() takes at most 2 arguments (3 given)
print(list(map(pow, range(4), repeat(2))), list(zip(count(1), "ab")))  # expect: [0, 1, 4, 9] [(1, 'a'), (2, 'b')]
class C(cycle):
    def __init__(self, *args, name):
        self.name = name
c = C("ab", name="ring")
print(next(c), next(c), next(c), c.name)  # expect: a b a ring
