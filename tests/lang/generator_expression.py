# Generator expressions are lazy and run once.
g = (i * i for i in range(4))
print(next(g), list(g), list(g))  # expect: 0 [1, 4, 9] []
print(sum(i for i in range(10)), max(len(w) for w in ["a", "bbb"]))  # expect: 45 3
print(type(g).__name__, g.__name__, g.__qualname__)  # expect: generator <genexpr> <genexpr>
def note(x):
    print("note", x)
    return x
lazy = (note(i) for i in range(3))
print("made")  # expect: made
print(next(lazy))
# expect: note 0
# expect: 0
print(any(note(i) for i in range(5)))
# expect: note 0
# expect: note 1
# expect: True
print(list((i, j) for i in range(2) for j in range(2) if i != j))  # expect: [(0, 1), (1, 0)]
n = 2
late = (n * i for i in range(3))
n = 10
print(list(late))  # expect: [0, 10, 20]
print(", ".join(str(i) for i in range(3)), dict((i, i) for i in range(2)), tuple(c for c in "ab"))
# expect: 0, 1, 2 {0: 0, 1: 1} ('a', 'b')
print(sorted((x for x in [3, 1]), reverse=True))  # expect: [3, 1]
nested = ((j for j in range(i)) for i in range(3))
print([list(x) for x in nested])  # expect: [[], [0], [0, 1]]
