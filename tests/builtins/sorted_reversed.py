# sorted and reversed for different kinds of arguments.
print(sorted("banana"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted((2, 1)), sorted([], key=len), sorted(x % 3 for x in range(6)), sorted({3, 1}))
# expect: ['a', 'a', 'a', 'b', 'n', 'n'] [3, 2, 1] ['a', 'b'] [1, 2] [] [0, 0, 1, 1, 2, 2] [1, 3]
print(sorted(["aa", "b"], key=len), sorted([1, -2], key=lambda x: -x), sorted([(2, "a"), (1, "b")], key=lambda t: t[1]), sorted("Ab", key=str.lower), sorted([1, 2], key=None), sorted([2, 1], reverse=0))
# expect: ['b', 'aa'] [1, -2] [(2, 'a'), (1, 'b')] ['A', 'b'] [1, 2] [1, 2]
print("".join(reversed("abc")), list(reversed([1])), list(reversed({1: 2, 3: 4})), list(reversed({}.keys())))
# expect: cba [1] [3, 1] []
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed(S())), list(reversed(S()))[0])  # expect: [20, 10, 0] 20
l = [2, 1]
print(sorted(l) is l, l, sorted(sorted(l)) == sorted(l))  # expect: False [2, 1] True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: sorted(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: sorted([1], key=5))  # expect: TypeError: 'int' object is not callable
err(lambda: sorted([1], wrong=5))  # expect: TypeError: sort() got an unexpected keyword argument 'wrong'
err(lambda: sorted([1], None))  # expect: TypeError: sorted expected 1 argument, got 2
err(lambda: sorted([1, "a"]))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
err(lambda: sorted([1j, 2j]))  # expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
err(lambda: sorted(iterable=[1]))  # expect: TypeError: sorted expected 1 argument, got 0
err(lambda: reversed(S))  # expect: TypeError: 'type' object is not reversible
class NoLen:
    def __getitem__(self, i): return i
err(lambda: reversed(NoLen()))  # expect: TypeError: object of type 'NoLen' has no len()
class NotReversible:
    __reversed__ = None
err(lambda: reversed(NotReversible()))  # expect: TypeError: 'NotReversible' object is not reversible
