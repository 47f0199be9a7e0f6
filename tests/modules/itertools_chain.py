# itertools: accumulate, batched, chain, islice, pairwise, zip_longest, compress, dropwhile, takewhile, filterfalse, starmap.
from itertools import *
import operator
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(list(accumulate([1, 2, 3])), list(accumulate([])), list(accumulate([5])), list(accumulate("abc")))
# expect: [1, 3, 6] [] [5] ['a', 'ab', 'abc']
print(list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=1)))
# expect: [1, 2, 6] [10, 11, 13] [1]
print(list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], func=None, initial=None)), list(accumulate([1, 2], lambda a, b: f"{a}{b}")))
# expect: [3, 3, 4] [1, 3] [1, '12']
err(lambda: list(accumulate([1, "a"])))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
err(accumulate)  # expect: TypeError: accumulate() missing required argument 'iterable' (pos 1)
err(lambda: accumulate([1], 2, 3))  # expect: TypeError: accumulate() takes at most 2 positional arguments (3 given)
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched("ab", 2)), list(batched("abc", n=5)), list(batched("abcd", 2, strict=True)))
# expect: [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)] [] [('a', 'b')] [('a', 'b', 'c')] [('a', 'b'), ('c', 'd')]
print(list(batched(range(3), 10**5)), len(next(batched(range(5000), 3000))))  # expect: [(0, 1, 2)] 3000
err(lambda: batched("a", 0))  # expect: ValueError: n must be at least one
err(lambda: batched("a", "b"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: list(batched("abc", 2, strict=True)))  # expect: ValueError: batched(): incomplete batch
print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", "cd"])), list(chain.from_iterable(x for x in [[1], [2, 3]])))
# expect: ['a', 'b', 1] [] ['a', 'b', 'c', 'd'] [1, 2, 3]
err(lambda: list(chain([1], 2)))  # expect: TypeError: 'int' object is not iterable
err(lambda: list(chain.from_iterable(5)))  # expect: TypeError: 'int' object is not iterable
err(lambda: chain(a=1))  # expect: TypeError: chain() takes no keyword arguments
c = chain([1, 2], [3])
print(next(c), list(c), list(c), next(c, "end"))  # expect: 1 [2, 3] [] end
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("abc", None)), list(islice("abc", 5, 10)))
# expect: ['a', 'b'] ['c', 'd'] ['b', 'd', 'f'] ['a', 'b', 'c'] []
it = iter(range(10))
print(list(islice(it, 2, 6, 3)), list(it))  # expect: [2, 5] [6, 7, 8, 9]
it = iter(range(10))
print(list(islice(it, 3, 3)), next(it), list(islice(it, 0)), next(it))  # expect: [] 3 [] 4
err(lambda: islice("a"))  # expect: TypeError: islice expected at least 2 arguments, got 1
err(lambda: islice("a", -1))  # expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
err(lambda: islice("a", "x"))  # expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
err(lambda: islice("a", -1, 5))  # expect: ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
err(lambda: islice("a", 0, 5, 0))  # expect: ValueError: Step for islice() must be a positive integer or None.
err(lambda: islice("a", 1, 2, 3, 4))  # expect: TypeError: islice expected at most 4 arguments, got 5
err(lambda: islice(5, 1))  # expect: TypeError: 'int' object is not iterable
err(lambda: islice("a", 2**70))  # expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])))  # expect: [('a', 'b'), ('b', 'c'), ('c', 'd')] [] []
kept = []
for p in pairwise(range(4)):
    kept.append(p)
print(kept)  # expect: [(0, 1), (1, 2), (2, 3)]
print(list(zip_longest("ab", "wxyz")), list(zip_longest("ab", "wxyz", fillvalue="-")), list(zip_longest()), list(zip_longest([], [])))
# expect: [('a', 'w'), ('b', 'x'), (None, 'y'), (None, 'z')] [('a', 'w'), ('b', 'x'), ('-', 'y'), ('-', 'z')] [] []
print([a + b for a, b in zip_longest([1, 2, 3], [10], fillvalue=0)])  # expect: [11, 2, 3]
err(lambda: zip_longest("a", fill=1))  # expect: TypeError: zip_longest() got an unexpected keyword argument
err(lambda: zip_longest("a", 5))  # expect: TypeError: 'int' object is not iterable
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("abc", [])), list(compress(data="ab", selectors=[0, "x"])))
# expect: ['a', 'c', 'e', 'f'] [] ['b']
print(list(dropwhile(lambda x: x < 3, [1, 4, 2, 5])), list(takewhile(lambda x: x < 3, [1, 2, 4, 2])), list(takewhile(bool, [])))
# expect: [4, 2, 5] [1, 2] []
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(bool, [0, 2])))
# expect: [0, 2, 4] [0, ''] [0]
print(list(starmap(pow, [(2, 5), (3, 2)])), list(starmap(max, ["ab", [1, 2]])), list(starmap(lambda *a: len(a), [(), (1,), (1, 2)])))
# expect: [32, 9] ['b', 2] [0, 1, 2]
err(lambda: list(starmap(pow, [1])))  # expect: TypeError: 'int' object is not iterable
err(lambda: list(takewhile(5, [1])))  # expect: TypeError: 'int' object is not callable
err(lambda: list(filterfalse(lambda x: 1 // x, [0])))  # expect: ZeroDivisionError: integer division or modulo by zero
err(lambda: dropwhile(len))  # expect: TypeError: dropwhile expected 2 arguments, got 1
t = takewhile(lambda x: x < 2, iter([1, 5, 1]))
print(list(t), list(t))  # expect: [1] []
class It:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise ValueError("third")
        return self.n
it = chain(It(), "x")
print(next(it), next(it))  # expect: 1 2
err(lambda: next(it))  # expect: ValueError: third
print(next(it))  # expect: 4
