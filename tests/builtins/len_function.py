# len of everything that has one.
print(len(""), len("héllo"), len([1, 2]), len(()), len({1: 2}), len({1, 2}), len(range(10, 0, -3)), len(frozenset()), len(b"ab"), len({}.keys()), len("😀"))
# expect: 0 5 2 0 1 2 4 0 2 0 1
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(len(L(5)), bool(L(0)), bool(L(1)), len(L(True)), len(L(2 ** 62)))  # expect: 5 False True 1 4611686018427387904
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: len(5))  # expect: TypeError: object of type 'int' has no len()
err(lambda: len(None))  # expect: TypeError: object of type 'NoneType' has no len()
err(lambda: len(x for x in []))  # expect: TypeError: object of type 'generator' has no len()
err(lambda: len())  # expect: TypeError: len() takes exactly one argument (0 given)
err(lambda: len([], []))  # expect: TypeError: len() takes exactly one argument (2 given)
err(lambda: len(obj=[]))  # expect: TypeError: len() takes no keyword arguments
err(lambda: len(L(-1)))  # expect: ValueError: __len__() should return >= 0
err(lambda: len(L("a")))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: len(L(1.0)))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: len(L(2 ** 63)))  # expect: OverflowError: cannot fit 'int' into an index-sized integer
err(lambda: len(L))  # expect: TypeError: object of type 'type' has no len()
err(lambda: len(int))  # expect: TypeError: object of type 'type' has no len()
err(lambda: bool(L(-1)))  # expect: ValueError: __len__() should return >= 0
