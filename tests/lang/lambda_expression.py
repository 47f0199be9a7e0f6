# lambda: all parameter kinds, closures, immediate calls.
print((lambda: 5)(), (lambda x: x * 2)(4), (lambda x, y=3, *a, k=1, **kw: (x, y, a, k, kw))(1, 2, 3, k=4, z=5))
# expect: 5 8 (1, 2, (3,), 4, {'z': 5})
add = lambda a, b: a + b
print(add(1, 2), add.__name__, add.__qualname__)  # expect: 3 <lambda> <lambda>
print(list(map(lambda x: x ** 2, [1, 2, 3])))  # expect: [1, 4, 9]
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))  # expect: ['ccc', 'bb', 'a']
make = lambda n: lambda x: x + n
print(make(3)(4))  # expect: 7
print((lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda *, k: k)(k=3), (lambda a, /: a)(2))
# expect: (1, 2) {'a': 1} 3 2
print((lambda: (yield))().__class__.__name__)  # expect: generator
fact = lambda n: 1 if n == 0 else n * fact(n - 1)
print(fact(10))  # expect: 3628800
print([f() for f in [lambda: i for i in range(3)]])  # expect: [2, 2, 2]
print((lambda x: lambda: x)(7)())  # expect: 7
print((lambda: [x for x in range(3)])(), (lambda x: (x := x + 1))(1))  # expect: [0, 1, 2] 2
t = lambda: (1, 2), 3
print(t[0](), t[1])  # expect: (1, 2) 3
