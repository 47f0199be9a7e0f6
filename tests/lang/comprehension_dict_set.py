# Dict and set comprehensions: order, repeated keys, evaluation of key before value.
print({i: i * i for i in range(4)}, {k: v for k, v in zip("ab", [1, 2])})
# expect: {0: 0, 1: 1, 2: 4, 3: 9} {'a': 1, 'b': 2}
print({i % 3: i for i in range(7)})  # expect: {0: 6, 1: 4, 2: 5}
print(sorted({c for c in "hello"}), {i // 2 for i in range(4)})  # expect: ['e', 'h', 'l', 'o'] {0, 1}
def note(x):
    print(x, end=",")
    return x
print({note("k" + str(i)): note(i) for i in range(2)})  # expect: k0,0,k1,1,{'k0': 0, 'k1': 1}
print({v: k for k, v in {"a": 1, "b": 2}.items()})  # expect: {1: 'a', 2: 'b'}
print({(i, j): i * j for i in range(2) for j in range(2) if i or j})  # expect: {(0, 1): 0, (1, 0): 0, (1, 1): 1}
print({x: [y for y in range(x)] for x in range(3)})  # expect: {0: [], 1: [0], 2: [0, 1]}
print(type({x for x in ()}), {x for x in ()}, {x: 1 for x in ()})  # expect: <class 'set'> set() {}
try:
    {[]: 1 for _ in range(1)}
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
try:
    {{} for _ in range(1)}
except TypeError as e:
    print(e)  # expect: unhashable type: 'dict'
d = {"x": 1}
print({**d, **{k * 2: v for k, v in d.items()}})  # expect: {'x': 1, 'xx': 1}
