# all, any, sum, min, max.
print(all([1, 2]), all([1, 0]), all([]), any([0, 1]), any([]), all("ab"), any({0: 1}), all(x for x in (1, "")), any(iter([None, 3])))
# expect: True False True True False True False False True
print(sum([1, 2, 3]), sum([]), sum([1.5, 2]), sum([[1], [2]], []), sum((1, 2), 10), sum([1, 2], start=5), sum(range(10 ** 4)), sum([True, True]), sum([2 ** 62, 2 ** 62]))
# expect: 6 0 3.5 [1, 2] 13 8 49995000 2 9223372036854775808
print(sum([0.1] * 3), sum([1, 2.5, 3]), sum([(1,), (2,)], ()), sum(x * x for x in range(4)), sum({1: 2, 3: 4}), sum([10 ** 20, -1]))
# expect: 0.30000000000000004 6.5 (1, 2) 14 4 99999999999999999999
print(max(1, 2), max([3, 1]), max("abc"), min(2, 1), min((5, 4)), max([1, -5], key=abs), min("bb", "a", key=len), max([], default=0), min([], default=None))
# expect: 2 3 c 1 4 -5 a 0 None
print(max((1, "a"), (1, "b")), max({1: 9, 2: 0}), min([[2], [1, 2]]), max(1, 1.0), max(1.0, 1), min([1, True]), max(x for x in (1, 3, 2)), max("a", "b", default="c") if False else "ok")
# expect: (1, 'b') 2 [1, 2] 1 1.0 1 3 ok
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: all(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: any(None))  # expect: TypeError: 'NoneType' object is not iterable
err(lambda: all())  # expect: TypeError: all() takes exactly one argument (0 given)
err(lambda: sum(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: sum([1, "a"]))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
err(lambda: sum(["a", "b"]))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
err(lambda: sum(["a"], ""))  # expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
err(lambda: sum([[1]]))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'list'
err(lambda: max())  # expect: TypeError: max expected at least 1 argument, got 0
err(lambda: max([]))  # expect: ValueError: max() iterable argument is empty
err(lambda: min(()))  # expect: ValueError: min() iterable argument is empty
err(lambda: max(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: max(1, "a"))  # expect: TypeError: '>' not supported between instances of 'str' and 'int'
err(lambda: max(1, 2, default=3))
# expect: TypeError: Cannot specify a default for max() with multiple positional arguments
err(lambda: max([1], key=5))  # expect: TypeError: 'int' object is not callable
err(lambda: max([1, 2], wrong=1))  # expect: TypeError: max() got an unexpected keyword argument 'wrong'
calls = []
print(any(calls.append(x) or x > 1 for x in [1, 2, 3]), calls)  # expect: True [1, 2]
