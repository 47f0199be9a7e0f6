# itertools: product, permutations, combinations, combinations_with_replacement.
from itertools import *
import sys
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def join(it):
    return " ".join("".join(map(str, t)) for t in it)
print(join(product("ab", range(3))), "|", join(product("ab", repeat=2)), "|", join(product("ab", "c", repeat=2)))
# expect: a0 a1 a2 b0 b1 b2 | aa ab ba bb | acac acbc bcac bcbc
print(list(product()), list(product("ab", [])), list(product([], repeat=0)), list(product(repeat=3)), len(list(product(range(4), repeat=5))))
# expect: [()] [] [()] [()] 1024
err(lambda: product(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: product("a", repeat=-1))  # expect: ValueError: repeat argument cannot be negative
err(lambda: product("a", repeat="b"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: product("a", rep=1))  # expect: TypeError: product() got an unexpected keyword argument 'rep'
err(lambda: product("ab", repeat=2**62))  # expect: OverflowError: repeat argument too large
print(join(permutations("abc")), "|", join(permutations("abc", 2)), "|", list(permutations([])), list(permutations("ab", 3)), list(permutations("a", 0)))
# expect: abc acb bac bca cab cba | ab ac ba bc ca cb | [()] [] [()]
print(len(list(permutations(range(7)))), list(permutations(range(5), 4))[-1], list(permutations(iterable="ab", r=None)))
# expect: 5040 (4, 3, 2, 1) [('a', 'b'), ('b', 'a')]
err(lambda: permutations("a", "b"))  # expect: TypeError: Expected int as r
err(lambda: permutations("a", -1))  # expect: ValueError: r must be non-negative
err(lambda: permutations(5))  # expect: TypeError: 'int' object is not iterable
print(join(combinations("abcd", 2)), "|", join(combinations(range(4), 3)), "|", list(combinations("abc", 0)), list(combinations("ab", 3)), list(combinations("ab", 2)))
# expect: ab ac ad bc bd cd | 012 013 023 123 | [()] [] [('a', 'b')]
err(lambda: combinations("a"))  # expect: TypeError: combinations() missing required argument 'r' (pos 2)
err(lambda: combinations("a", -1))  # expect: ValueError: r must be non-negative
err(lambda: combinations("a", None))  # expect: TypeError: 'NoneType' object cannot be interpreted as an integer
print(join(combinations_with_replacement("abc", 2)), "|", list(combinations_with_replacement([], 2)), list(combinations_with_replacement("ab", 0)), len(list(combinations_with_replacement(range(5), 4))))
# expect: aa ab ac bb bc cc | [] [()] 70
err(lambda: combinations_with_replacement("a", -2))  # expect: ValueError: r must be non-negative
c = combinations("abc", 2)
kept = [next(c)]
kept.append(next(c))
print(kept, list(c), list(c))  # expect: [('a', 'b'), ('a', 'c')] [('b', 'c')] []
print([x is y for x, y in pairwise(product("ab", "cd"))])  # expect: [False, False, False]
class D:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        if p:
            later.append([d.n for d in next(p, ())])
later = []
p = product([D(1), D(2)], [D(3), D(4)])
first = [d.n for d in next(p)]
print(first, [d.n for d in next(p)], [d.n for d in next(p)])  # expect: [1, 3] [1, 4] [2, 3]
p = None
print(len(later))  # expect: 0
