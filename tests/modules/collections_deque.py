# collections.deque.
from collections import deque
import copy, sys
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d[2], 3 in d, 9 in d, list(reversed(d)), bool(deque()), d.maxlen)
# expect: deque([0, 1, 2, 3, 4]) 5 0 4 2 True False [4, 3, 2, 1, 0] False None
print(d.pop(), d.popleft(), d)  # expect: 4 0 deque([1, 2, 3])
d.extend("ab")
d.extendleft("xy")
print(d)  # expect: deque(['y', 'x', 1, 2, 3, 'a', 'b'])
d.rotate()
print(d)  # expect: deque(['b', 'y', 'x', 1, 2, 3, 'a'])
d.rotate(-3)
print(d, d.index("a"), d.count(1))  # expect: deque([1, 2, 3, 'a', 'b', 'y', 'x']) 3 1
d.rotate(100)
d.remove("a")
d.insert(1, "new")
d.insert(-1, "last but one")
print(d)  # expect: deque(['y', 'new', 'x', 1, 2, 3, 'last but one', 'b'])
del d[0]
d[0] = "zero"
print(d)  # expect: deque(['zero', 'x', 1, 2, 3, 'last but one', 'b'])
d.reverse()
print(d)  # expect: deque(['b', 'last but one', 3, 2, 1, 'x', 'zero'])
d.clear()
print(d, deque("ab", 5), deque(maxlen=0), deque("abc", maxlen=2))
# expect: deque([]) deque(['a', 'b'], maxlen=5) deque([], maxlen=0) deque(['b', 'c'], maxlen=2)
d = deque(maxlen=3)
for i in range(6):
    d.append(i)
print(d, d.maxlen)  # expect: deque([3, 4, 5], maxlen=3) 3
d.appendleft("left")
d.extendleft([7, 8])
print(d)  # expect: deque([8, 7, 'left'], maxlen=3)
d += [1, 2]
print(d, d + deque([3]), d * 2, 2 * deque([1, 2]), deque([1]) * 3, deque([1, 2]) * 0)
# expect: deque(['left', 1, 2], maxlen=3) deque([1, 2, 3], maxlen=3) deque(['left', 1, 2], maxlen=3) deque([1, 2, 1, 2]) deque([1, 1, 1]) deque([])
x = deque([1, 2])
x *= 2
x.extend(x)
x.extendleft(x)
print(x)  # expect: deque([2, 1, 2, 1, 2, 1, 2, 1, 1, 2, 1, 2, 1, 2, 1, 2])
x *= -1
print(x)  # expect: deque([])
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) != deque([1]), deque([1, 2]) < deque([1, 3]), deque([1]) < deque([1, 0]), deque() >= deque(), deque([1]) == [1])
# expect: True True True True True False
err(lambda: deque([1]) < [1])  # expect: TypeError: '<' not supported between instances of 'collections.deque' and 'list'
err(lambda: hash(deque()))  # expect: TypeError: unhashable type: 'collections.deque'
err(lambda: deque(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: deque([1], -1))  # expect: ValueError: maxlen must be non-negative
err(lambda: deque([1], "a"))  # expect: TypeError: an integer is required
err(lambda: deque([1], 2, 3))  # expect: TypeError: deque() takes at most 2 arguments (3 given)
err(lambda: deque(foo=1))  # expect: TypeError: deque() got an unexpected keyword argument 'foo'
err(deque().pop)  # expect: IndexError: pop from an empty deque
err(deque().popleft)  # expect: IndexError: pop from an empty deque
err(lambda: deque([1]).remove(2))  # expect: ValueError: 2 is not in deque
err(lambda: deque([1]).index(2))  # expect: ValueError: 2 is not in deque
err(lambda: deque([1, 2]).index(1, 1))  # expect: ValueError: 1 is not in deque
err(lambda: deque([1, 2]).index(1, "a"))  # expect: TypeError: slice indices must be integers or have an __index__ method
print(deque("abcabc").index("b", 2), deque("abcabc").index("b", -3, 100))  # expect: 4 4
err(lambda: deque([1], 1).insert(0, 1))  # expect: IndexError: deque already at its maximum size
err(lambda: deque([1])[1])  # expect: IndexError: deque index out of range
err(lambda: deque([1])[-2])  # expect: IndexError: deque index out of range
err(lambda: deque([1])["a"])  # expect: TypeError: sequence index must be integer, not 'str'
err(lambda: deque([1])[0:1])  # expect: TypeError: sequence index must be integer, not 'slice'
err(lambda: deque([1]) + [1])  # expect: TypeError: can only concatenate deque (not "list") to deque
err(lambda: deque([1]) * "a")  # expect: TypeError: can't multiply sequence by non-int of type 'str'
err(lambda: deque([1]).rotate("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: deque([1]).append())  # expect: TypeError: deque.append() takes exactly one argument (0 given)
err(lambda: setattr(deque(), "maxlen", 3))  # expect: AttributeError: attribute 'maxlen' of 'collections.deque' objects is not writable
d = deque([1, 2])
d.append(d)
print(d, copy.copy(deque("ab", 3)), copy.deepcopy(deque([[1]])), d.copy()[2] is d)
# expect: deque([1, 2, [...]]) deque(['a', 'b'], maxlen=3) deque([[1]]) True
class D(deque):
    pass
s = D("ab", 3)
s.name = "x"
print(s, s.copy(), s + D("c"), type(copy.copy(s)).__name__, s.__reduce__()[:3], deque("a").__reduce__()[:3])
# expect: D(['a', 'b'], maxlen=3) D(['a', 'b'], maxlen=3) D(['a', 'b', 'c'], maxlen=3) D (<class '__main__.D'>, ((), 3), {'name': 'x'}) (<class 'collections.deque'>, (), None)
def change():
    for x in d:
        d.append(x)
d = deque([1])
err(change)  # expect: RuntimeError: deque mutated during iteration
it = iter(d)
print(it.__length_hint__(), next(it), list(it), it.__length_hint__())  # expect: 2 1 [1] 0
class Mean:
    def __eq__(self, other):
        d.clear()
        return False
d = deque([Mean(), 1])
err(lambda: d.remove(5))  # expect: IndexError: deque mutated during iteration
d = deque([Mean(), 1])
err(lambda: d.index(5))  # expect: RuntimeError: deque mutated during iteration
d = deque([Mean(), 1])
err(lambda: d.count(5))  # expect: RuntimeError: deque mutated during iteration
d = deque([Mean(), 1])
err(lambda: 5 in d)  # expect: RuntimeError: deque mutated during iteration
match deque([1, 2, 3]):
    case [first, *rest]:
        print(first, rest)
# expect: 1 [2, 3]
