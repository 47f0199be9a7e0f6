# Which objects the collector tracks: containers, and dicts and tuples only as long as needed.
# observes: gc-time
import gc
t = gc.is_tracked
print([t(x) for x in (1, 2 ** 70, 1.5, 1j, "a", None, True, ..., range(3), object(), type(None))])
# expect: [False, False, False, False, False, False, False, False, False, False, False]
print([t(x) for x in ([], [1], set(), frozenset([1]), {1}, slice(1), iter([]), enumerate([]), zip(), map(len, []), reversed([]))])
# expect: [True, True, True, True, True, True, True, True, True, True, True]
class C: pass
class E: __slots__ = ()
class S: __slots__ = ("x",)
def f(): pass
def g(): yield
print([t(x) for x in (C, C(), E(), S(), f, g(), C().__init__, f.__code__, len, [].append, gc, ValueError(), property(), int)])
# expect: [True, True, True, True, True, True, True, False, True, True, True, True, True, False]
print([t(x) for x in ({}, {"a": 1}, {1: "b", 2.5: None}, {"a": []}, {"a": C}, {"a": {}}, {(): ()}, dict(a=1), dict(a=[]))])
# expect: [False, False, False, True, True, True, False, False, True]
d = {}
print(t(d))  # expect: False
d["a"] = 1
print(t(d))  # expect: False
d["b"] = []
print(t(d))  # expect: True
del d["b"]
print(t(d))  # expect: True
n, m = int("5"), "x" + str(5)
a, b, c = tuple([n, m]), tuple([n, [n]]), tuple([])
print(t(b), t(c), t((1, 2)))  # expect: True False True
gc.collect()
print(t(a), t(b))  # expect: False True
class L(list): pass
class I(int): pass
class T(tuple): pass
print(t(L()), t(I()), t(T()), t(f.__dict__), t(C().__dict__), t(lambda: n), t(iter(())), t(iter("a")))
# expect: True True True False False True True True
