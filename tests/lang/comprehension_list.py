# List comprehensions: several loops, conditions, nesting, own scope.
print([i for i in range(4)], [i for i in range(6) if i % 2])  # expect: [0, 1, 2, 3] [1, 3, 5]
print([(i, j) for i in range(3) for j in range(i)])  # expect: [(1, 0), (2, 0), (2, 1)]
print([i for i in range(20) if i % 2 if i % 3])  # expect: [1, 5, 7, 11, 13, 17, 19]
print([[j for j in range(i)] for i in range(3)])  # expect: [[], [0], [0, 1]]
print([x for row in [[1, 2], [3]] for x in row])  # expect: [1, 2, 3]
i = "kept"
print([i for i in range(2)], i)  # expect: [0, 1] kept
print([(lambda: k)() for k in range(3)])  # expect: [0, 1, 2]
print([a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ["ab", "c"]])  # expect: [3, 7] ['a', 'c']
print([c for c in "a b" if c != " "], [y for y in [] for z in 1 / 0])  # expect: ['a', 'b'] []
print([x if x > 1 else -x for x in range(4)])  # expect: [0, -1, 2, 3]
data = [1, 2, 3]
print([data for data in data], data)  # expect: [1, 2, 3] [1, 2, 3]
def f(n): return [n * i for i in range(n)]
print(f(3))  # expect: [0, 3, 6]
def g():
    base = 10
    return [[base + i + j for j in range(2)] for i in range(2)]
print(g())  # expect: [[10, 11], [11, 12]]
print([fn() for fn in [lambda: q for q in range(3)]])  # expect: [2, 2, 2]
print([x for x in range(3) if (y := x)], y)  # expect: [1, 2] 2
print(len([0 for _ in range(1000)]), [*[1 for _ in "ab"], 2])  # expect: 1000 [1, 1, 2]
