# Stars in displays, calls, returns, subscripts and yields.
def f(*a, **k): return a, k
print(f(*[1, 2], 3, *(4,), x=1, **{"y": 2}, z=3))  # expect: ((1, 2, 3, 4), {'x': 1, 'y': 2, 'z': 3})
print(f(*"ab", *{}, *range(2)))  # expect: (('a', 'b', 0, 1), {})
print(f(**{"a": 1}, **{"b": 2}))  # expect: ((), {'a': 1, 'b': 2})
print([*[], *[1]], (*(), 1))  # expect: [1] (1,)
def g():
    yield *range(2), "end"
print(list(g()))  # expect: [(0, 1, 'end')]
class Get:
    def __getitem__(self, key): return key
print(Get()[*range(3)], Get()[1, *"ab"])  # expect: (0, 1, 2) (1, 'a', 'b')
def err(fn):
    try:
        fn()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: [*5])  # expect: TypeError: Value after * must be an iterable, not int
err(lambda: {**[1]})  # expect: TypeError: 'list' object is not a mapping
err(lambda: f(*5))  # expect: TypeError: __main__.f() argument after * must be an iterable, not int
err(lambda: f(**5))  # expect: TypeError: __main__.f() argument after ** must be a mapping, not int
err(lambda: f(**{1: 2}))  # expect: TypeError: keywords must be strings
err(lambda: f(a=1, **{"a": 2}))  # expect: TypeError: __main__.f() got multiple values for keyword argument 'a'
err(lambda: f(**{"a": 1}, **{"a": 2}))  # expect: TypeError: __main__.f() got multiple values for keyword argument 'a'
err(lambda: (*None,))  # expect: TypeError: Value after * must be an iterable, not NoneType
err(lambda: {*1})  # expect: TypeError: 'int' object is not iterable
a = [1, 2, 3]
print({**dict(x=1), **dict(x=2)}, [*a, *a])  # expect: {'x': 2} [1, 2, 3, 1, 2, 3]
