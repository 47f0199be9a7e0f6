# Subclasses of dict: __missing__, overridden methods, attributes.
# skip: not yet as CPython does it
class Default(dict):
    def __missing__(self, key):
        self[key] = value = [key]
        return value
d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d, dict(d))
# expect: 1 ['b'] {'a': 1, 'b': ['b']} None False {'a': 1, 'b': ['b']}
class Upper(dict):
    def __getitem__(self, k): return super().__getitem__(k.upper())
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = Upper()
u["key"] = 1
print(u["KEY"], u["key"], u, u.get("key"), u.get("KEY"), "key" in u)  # expect: 1 1 {'KEY': 1} None 1 False
u.update(other=2)
print(u, type(u.copy()).__name__, type(u | {}).__name__, u == {"KEY": 1, "other": 2})
# expect: {'KEY': 1, 'other': 2} dict dict True
class Attr(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
a = Attr(x=1)
a.y = 2
print(a.x, a["y"], a, len(a))  # expect: 1 2 {'x': 1, 'y': 2} 2
class Counter(dict):
    def add(self, items):
        for i in items: self[i] = self.get(i, 0) + 1
        return self
print(Counter().add("hello"), isinstance(a, dict), Default.fromkeys("ab", 1), type(Default.fromkeys("a")).__name__)
# expect: {'h': 1, 'e': 1, 'l': 2, 'o': 1} True {'a': 1, 'b': 1} Default
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: a["nothing"])  # expect: KeyError: 'nothing'
err(lambda: Attr().nothing)  # expect: KeyError: 'nothing'
err(lambda: dict.__missing__)  # expect: AttributeError: type object 'dict' has no attribute '__missing__'
class Iter(dict):
    def __iter__(self): return iter(["fake"])
    def keys(self): return ["also fake"]
i = Iter(real=1)
print(list(i), i.keys(), len(i), {**Default(z=1)}, dict(i) == {} if i.keys() == [] else "keys() is believed")
# expect: ['fake'] ['also fake'] 1 {'z': 1} keys() is believed
err(lambda: dict(i))  # expect: KeyError: 'also fake'
