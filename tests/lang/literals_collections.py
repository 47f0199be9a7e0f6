# Displays of lists, tuples, sets and dicts, with stars and trailing commas.
print([], (), {}, [1,], (1,), {1,}, {1: 2,})  # expect: [] () {} [1] (1,) {1} {1: 2}
print([1, [2, [3]]], (1, (2,)))  # expect: [1, [2, [3]]] (1, (2,))
print([*"ab", 1, *range(2)], (*"ab",), {*[1], *[1]})  # expect: ['a', 'b', 1, 0, 1] ('a', 'b') {1}
print({**{"a": 1}, "b": 2, **{"a": 3}})  # expect: {'a': 3, 'b': 2}
print({1: "a", 1.0: "b", True: "c"})  # expect: {1: 'c'}
t = 1, 2
print(t, type(t))  # expect: (1, 2) <class 'tuple'>
def f(): return 1, *[2, 3]
print(f())  # expect: (1, 2, 3)
print({"a": 1, "b": 2}["a"], [10, 20][1], (1, 2)[-1])  # expect: 1 20 2
print([
    1,
    2,  # a comment inside
    3,
])  # expect: [1, 2, 3]
print(..., Ellipsis is ...)  # expect: Ellipsis True
print({i: i * i for i in range(3)}, {i % 2 for i in range(5)})  # expect: {0: 0, 1: 1, 2: 4} {0, 1}
x = {"outer": {"inner": [1, {"deep": ()}]}}
print(x["outer"]["inner"][1]["deep"])  # expect: ()
