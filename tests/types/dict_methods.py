# The methods of dict.
d = {"a": 1, "b": 2, "c": 3}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 9), d.setdefault("d", 4), d.setdefault("e"), d)
# expect: 1 None 0 1 4 None {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': None}
print(d.pop("a"), d.pop("zz", "default"), d.popitem(), d.popitem(), d)
# expect: 1 default ('e', None) ('d', 4) {'b': 2, 'c': 3}
d.update({"b": 20}); d.update([("x", 1), "yz"]); d.update(k=5, b=6); d.update({}, m=1); d.update()
print(d)  # expect: {'b': 6, 'c': 3, 'x': 1, 'y': 'z', 'k': 5, 'm': 1}
c = d.copy()
c["new"] = 1
print("new" in d, c == d, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict.fromkeys((), 1), {}.fromkeys(range(2), []))
# expect: False False {'a': None, 'b': None} {1: 0, 2: 0} {} {0: [], 1: []}
d.clear()
print(d, {"a": 1} | {"b": 2, "a": 3}, {"x": 1}.__or__({"y": 2}))  # expect: {} {'a': 3, 'b': 2} {'x': 1, 'y': 2}
e = {"p": 1}
f = e
e |= {"q": 2}; e |= [("r", 3)]
print(f, e is f, e.__len__(), e.__contains__("p"), e.__getitem__("q"), list(e.__iter__()), e.__eq__({}), e.__ior__({}) is e)
# expect: {'p': 1, 'q': 2, 'r': 3} True 3 True 2 ['p', 'q', 'r'] False True
class M:
    def keys(self): return ["k1", "k2"]
    def __getitem__(self, k): return k.upper()
print(dict(M()), {**M()}, {}.__class__)  # expect: {'k1': 'K1', 'k2': 'K2'} {'k1': 'K1', 'k2': 'K2'} <class 'dict'>
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared, list(map({"a": 1}.get, "ab")))  # expect: {'a': [1], 'b': [1]} [1, None]
def err(fn):
    try:
        fn()
    except Exception as x:
        print(type(x).__name__ + ":", x)
err(lambda: {}.pop("a"))  # expect: KeyError: 'a'
err(lambda: {}.popitem())  # expect: KeyError: 'popitem(): dictionary is empty'
err(lambda: {}.pop())  # expect: TypeError: pop expected at least 1 argument, got 0
err(lambda: {}.pop(1, 2, 3))  # expect: TypeError: pop expected at most 2 arguments, got 3
err(lambda: {}.get([]))  # expect: TypeError: unhashable type: 'list'
err(lambda: {}.setdefault([], 1))  # expect: TypeError: unhashable type: 'list'
err(lambda: {}.update(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: {}.update([1]))  # expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
err(lambda: {}.update(["abc"]))
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
err(lambda: {}.update([(1, 2, 3)]))
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
err(lambda: {}.update(1, 2))  # expect: TypeError: update expected at most 1 argument, got 2
err(lambda: {} | [1])  # expect: TypeError: unsupported operand type(s) for |: 'dict' and 'list'
err(lambda: {}.fromkeys(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: dict(**{1: 2}))  # expect: TypeError: keywords must be strings
err(lambda: {}.copy(1))  # expect: TypeError: dict.copy() takes no arguments (1 given)
err(lambda: dict.fromkeys([[]]))  # expect: TypeError: unhashable type: 'list'
