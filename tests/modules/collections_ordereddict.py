# collections.OrderedDict.
from collections import OrderedDict
import copy
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", repr(e.args))
o = OrderedDict([("a", 1), ("b", 2)], c=3)
print(o, OrderedDict(), OrderedDict({1: 2}), OrderedDict.fromkeys("xy"), OrderedDict.fromkeys(iterable="xy", value=0))
# expect: OrderedDict({'a': 1, 'b': 2, 'c': 3}) OrderedDict() OrderedDict({1: 2}) OrderedDict({'x': None, 'y': None}) OrderedDict({'x': 0, 'y': 0})
o.move_to_end("a")
print(o)  # expect: OrderedDict({'b': 2, 'c': 3, 'a': 1})
o.move_to_end("c", last=False)
print(o, list(o), list(reversed(o)), o.keys(), o.values(), o.items(), list(reversed(o.items())))
# expect: OrderedDict({'c': 3, 'b': 2, 'a': 1}) ['c', 'b', 'a'] ['a', 'b', 'c'] odict_keys(['c', 'b', 'a']) odict_values([3, 2, 1]) odict_items([('c', 3), ('b', 2), ('a', 1)]) [('a', 1), ('b', 2), ('c', 3)]
print(o.popitem(), o.popitem(last=False), o, o.pop("b"), o.pop("b", None), o.pop(key="q", default=5), o)
# expect: ('a', 1) ('c', 3) OrderedDict() 2 None 5 OrderedDict()
err(o.popitem)  # expect: KeyError: ('dictionary is empty',)
err(lambda: o.popitem(last=False))  # expect: KeyError: ('dictionary is empty',)
err(lambda: o.pop("x"))  # expect: KeyError: ('x',)
err(lambda: o.move_to_end("x"))  # expect: KeyError: ('x',)
err(lambda: OrderedDict(1))  # expect: TypeError: ("'int' object is not iterable",)
err(lambda: OrderedDict(1, 2))  # expect: TypeError: ('expected at most 1 arguments, got 2',)
err(lambda: OrderedDict([(1,)]))  # expect: ValueError: ('need more than 1 value to unpack',)
err(lambda: OrderedDict([(1, 2, 3)]))  # expect: ValueError: ('too many values to unpack (expected 2)',)
err(lambda: o.update(1, 2))  # expect: TypeError: ('update() takes at most 1 positional argument (2 given)',)
a, b = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(a == b, a != b, a == dict(b), dict(a) == b, a == OrderedDict(a=1, b=2), a.keys() == b.keys(), a.keys() & {"a", "z"}, {"a"} | b.keys())
# expect: False True True True True True {'a'} {'a', 'b'}
err(lambda: hash(a))  # expect: TypeError: ("unhashable type: 'collections.OrderedDict'",)
print(a | {"z": 0}, {"z": 0} | a, a.setdefault("b", 9), a.setdefault(key="n", default=9), a)
# expect: OrderedDict({'a': 1, 'b': 2, 'z': 0}) OrderedDict({'z': 0, 'a': 1, 'b': 2}) 2 9 OrderedDict({'a': 1, 'b': 2, 'n': 9})
a |= [("q", 7)]
a.update(r=8)
a["b"] = "kept its place"
del a["a"]
print(a, a.copy(), copy.copy(a), copy.deepcopy(a) == a)
# expect: OrderedDict({'b': 'kept its place', 'n': 9, 'q': 7, 'r': 8}) OrderedDict({'b': 'kept its place', 'n': 9, 'q': 7, 'r': 8}) OrderedDict({'b': 'kept its place', 'n': 9, 'q': 7, 'r': 8}) True
a.attribute = 5
print(a.__dict__, a.__reduce__()[:4], vars(a))
# expect: {'attribute': 5} (<class 'collections.OrderedDict'>, (), {'attribute': 5}, None) {'attribute': 5}
o = OrderedDict(a=1)
o["self"] = o
print(o)  # expect: OrderedDict({'a': 1, 'self': ...})
def during(f):
    o = OrderedDict.fromkeys("abc")
    for k in o:
        f(o)
err(lambda: during(lambda o: o.move_to_end("a")))  # expect: RuntimeError: ('OrderedDict mutated during iteration',)
err(lambda: during(lambda o: o.pop("c")))  # expect: RuntimeError: ('OrderedDict mutated during iteration',)
err(lambda: during(lambda o: o.clear()))  # expect: RuntimeError: ('OrderedDict mutated during iteration',)
err(lambda: during(lambda o: o.setdefault("n")))  # expect: RuntimeError: ('OrderedDict mutated during iteration',)
during(lambda o: o.update(b=5))
class Last(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
l = Last(a=1, b=2)
l["a"] = 3
l.update([("b", 4), ("c", 5)])
print(l, l.copy(), Last(l) == l, l | {"a": 0})
# expect: Last({'a': 3, 'b': 4, 'c': 5}) Last({'a': 3, 'b': 4, 'c': 5}) True Last({'b': 4, 'c': 5, 'a': 0})
class Lru(OrderedDict):
    def __init__(self, size):
        self.size = size
    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            self.popitem(last=False)
c = Lru(3)
for i in range(50):
    c[i] = str(i)
    if i > 2:
        c[i - 1]
print(list(c), list(c.values()))  # expect: [47, 49, 48] ['47', '49', '48']
