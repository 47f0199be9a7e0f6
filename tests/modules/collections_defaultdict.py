# collections.defaultdict.
from collections import defaultdict
import copy
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
d["b"]
print(d, d.default_factory, d.get("x"), "x" in d, len(d), d == {"a": [1, 2], "b": []})
# expect: defaultdict(<class 'list'>, {'a': [1, 2], 'b': []}) <class 'list'> None False 2 True
n = defaultdict(int)
for c in "mississippi":
    n[c] += 1
print(n, dict(n), sorted(n.items()))
# expect: defaultdict(<class 'int'>, {'m': 1, 'i': 4, 's': 4, 'p': 2}) {'m': 1, 'i': 4, 's': 4, 'p': 2} [('i', 4), ('m', 1), ('p', 2), ('s', 4)]
print(defaultdict(None, {1: 2}), defaultdict(), defaultdict(int, [(1, 2)], a=3))
# expect: defaultdict(None, {1: 2}) defaultdict(None, {}) defaultdict(<class 'int'>, {1: 2, 'a': 3})
err(lambda: defaultdict()[1])  # expect: KeyError: 1
err(lambda: defaultdict(5))  # expect: TypeError: first argument must be callable or None
err(lambda: defaultdict(list, 1, 2))  # expect: TypeError: dict expected at most 1 argument, got 2
err(lambda: defaultdict(list)[[]])  # expect: TypeError: unhashable type: 'list'
err(lambda: defaultdict(lambda: 1 // 0)["x"])  # expect: ZeroDivisionError: integer division or modulo by zero
err(lambda: d | [1])  # expect: TypeError: unsupported operand type(s) for |: 'collections.defaultdict' and 'list'
print(d | {"z": 1}, {"z": 1} | d, d.copy(), copy.copy(d), copy.deepcopy(d))
# expect: defaultdict(<class 'list'>, {'a': [1, 2], 'b': [], 'z': 1}) defaultdict(<class 'list'>, {'z': 1, 'a': [1, 2], 'b': []}) defaultdict(<class 'list'>, {'a': [1, 2], 'b': []}) defaultdict(<class 'list'>, {'a': [1, 2], 'b': []}) defaultdict(<class 'list'>, {'a': [1, 2], 'b': []})
d |= {"c": 0}
print(d, d.__reduce__()[:4])
# expect: defaultdict(<class 'list'>, {'a': [1, 2], 'b': [], 'c': 0}) (<class 'collections.defaultdict'>, (<class 'list'>,), None, None)
d.default_factory = None
err(lambda: d["nope"])  # expect: KeyError: 'nope'
d.default_factory = str
print(repr(d["nope"]), repr(d.__missing__("again")), d)
# expect: '' '' defaultdict(<class 'str'>, {'a': [1, 2], 'b': [], 'c': 0, 'nope': '', 'again': ''})
class D(defaultdict):
    def __missing__(self, key):
        return "missing " + key
x = D(int)
print(x["q"], x, x.copy(), type(x.copy()))  # expect: missing q D(<class 'int'>, {}) D(<class 'int'>, {}) <class '__main__.D'>
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(dict(t["a"]["b"]), list(t))  # expect: {'c': 1} ['a']
r = defaultdict(None)
r.default_factory = r
print(r)  # expect: defaultdict(defaultdict(..., {...}), {})
match n:
    case {"m": m}:
        print(m)
# expect: 1
