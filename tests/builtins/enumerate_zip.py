# enumerate, zip, reversed, map, filter: lazy iterators.
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), dict(enumerate("xy")), next(enumerate("q", 10 ** 20)))
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [] {0: 'x', 1: 'y'} (100000000000000000000, 'q')
print(list(zip("abc", [1, 2])), list(zip()), list(zip([1])), list(zip("ab", "cd", "ef")), dict(zip("ab", range(2))), list(zip(*[(1, 2), (3, 4)])), list(zip("a", strict=True)))
# expect: [('a', 1), ('b', 2)] [] [(1,)] [('a', 'c', 'e'), ('b', 'd', 'f')] {'a': 0, 'b': 1} [(1, 3), (2, 4)] [('a',)]
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [3, 2])), list(map(None, [])) if False else [], list(map(len, ["a", "bb"])))
# expect: ['1', '2'] [11, 22] [8, 9] [] [1, 2]
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, range(4))), list(filter(str.isalpha, "a1b")), list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed((1, 2))))
# expect: [1, 'a'] [2, 3] ['a', 'b'] [2, 1] ['b', 'a'] [2, 1, 0] [2, 1]
m = map(print, ["lazy"])
print("made")  # expect: made
list(m)  # expect: lazy
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), list(zip(iter([]), [1])))  # expect: [(1, 2), (3, 4)] []
a = iter([1, 2, 3])
print(list(zip([1], a)), list(a))  # expect: [(1, 1)] [2, 3]
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: list(zip([1], [1, 2], strict=True)))  # expect: ValueError: zip() argument 2 is longer than argument 1
err(lambda: list(zip([1, 2], [1], strict=True)))  # expect: ValueError: zip() argument 2 is shorter than argument 1
err(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
# expect: ValueError: zip() argument 3 is shorter than arguments 1-2
err(lambda: zip(1))  # expect: TypeError: 'int' object is not iterable
err(lambda: zip([1], 5))  # expect: TypeError: 'int' object is not iterable
err(lambda: enumerate(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: enumerate("a", "b"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: map(str))  # expect: TypeError: map() must have at least two arguments.
err(lambda: map())  # expect: TypeError: map() must have at least two arguments.
err(lambda: map(str, 5))  # expect: TypeError: 'int' object is not iterable
err(lambda: list(map(5, [1])))  # expect: TypeError: 'int' object is not callable
err(lambda: list(map(lambda a: a, [1], [2])))
# expect: TypeError: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
err(lambda: filter(None))  # expect: TypeError: filter expected 2 arguments, got 1
err(lambda: filter(None, 5))  # expect: TypeError: 'int' object is not iterable
err(lambda: reversed({}.items) if False else reversed(iter([])))
# expect: TypeError: 'list_iterator' object is not reversible
err(lambda: list(map(lambda x: 1 // x, [1, 0])))  # expect: ZeroDivisionError: integer division or modulo by zero
e = enumerate("abc")
print(next(e), next(e), iter(e) is e, type(e).__name__, repr(e)[:20], list(e))
# expect: (0, 'a') (1, 'b') True enumerate <enumerate object at [(2, 'c')]
