# Iterators of sequences: their types, sizes, hints, copies, and what is left of them when they are done.
import sys
def show(it):
    print(type(it).__name__, sys.getsizeof(it), it.__length_hint__(), it.__reduce__()[1:], list(it), it.__length_hint__(), it.__reduce__()[1:], list(it))
for s in ["abc", "aé", "a€", "a😀", "", [1, 2], (1, 2)]: show(iter(s))
show(reversed([1, 2]))
# expect: str_ascii_iterator 48 3 (('abc',), 0) ['a', 'b', 'c'] 0 (('',),) []
# expect: str_iterator 48 2 (('aé',), 0) ['a', 'é'] 0 (('',),) []
# expect: str_iterator 48 2 (('a€',), 0) ['a', '€'] 0 (('',),) []
# expect: str_iterator 48 2 (('a😀',), 0) ['a', '😀'] 0 (('',),) []
# expect: str_ascii_iterator 48 0 (('',), 0) [] 0 (('',),) []
# expect: list_iterator 48 2 (([1, 2],), 0) [1, 2] 0 (([],),) []
# expect: tuple_iterator 48 2 (((1, 2),), 0) [1, 2] 0 (((),),) []
# expect: list_reverseiterator 48 2 (([1, 2],), 1) [2, 1] 0 (([],),) []
class S(str): pass
print(type(iter(S("a"))).__name__, type(iter(S("é"))).__name__, list(iter(S("aé"))))
# expect: str_iterator str_iterator ['a', 'é']
for make in (lambda: iter("abc"), lambda: iter("aé€"), lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: reversed([1, 2, 3])):
    for state in (2, -5, 50):
        it = make()
        it.__setstate__(state)
        print(list(it), end=" ")
        it.__setstate__(0)
        print(list(it), end=" ")
    print()
# expect: ['c'] [] ['a', 'b', 'c'] [] [] [] 
# expect: ['€'] [] ['a', 'é', '€'] [] [] [] 
# expect: [3] [] [] [1, 2, 3] [] [] 
# expect: [3] [] [1, 2, 3] [] [] [] 
# expect: [3, 2, 1] [1] [] [1] [3, 2, 1] [1] 
class Q:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return i * i
it = iter(Q(3))
print(type(it).__name__, sys.getsizeof(it), next(it), list(it), list(it), it.__reduce__())
# expect: iterator 48 0 [1, 4] [] (<built-in function iter>, ((),))
