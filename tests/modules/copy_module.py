# copy: shallow and deep copies.
import copy
def err(func):
    try:
        print(func())
    except Exception as e:
        print(type(e).__name__ + ":", e)
a = [1, [2, 3], {"k": (4, [5])}]
b, c = copy.copy(a), copy.deepcopy(a)
print(b == a, b is a, b[1] is a[1], c == a, c[1] is a[1], c[2]["k"][1] is a[2]["k"][1])  # expect: True False True True False False
for x in (None, 1, "s", b"b", 1.5, 2j, (1, 2), frozenset([1]), range(3), len, int, ..., NotImplemented, lambda: 0, slice(1), property(len)):
    assert copy.copy(x) is x, x
    assert copy.deepcopy(x) is x or isinstance(x, (frozenset, slice)), x
t = ([1], 2)
d = copy.deepcopy(t)
print(d == t, d is t, d[0] is t[0], copy.deepcopy((1, (2, 3))), copy.copy({1, 2}), copy.copy(bytearray(b"x")), copy.deepcopy({1: {2}}), copy.deepcopy(frozenset([1])))
# expect: True False False (1, (2, 3)) {1, 2} bytearray(b'x') {1: {2}} frozenset({1})
l = [1]
l.append(l)
m = copy.deepcopy(l)
print(m[1] is m, m is l)  # expect: True False
d = {}
d["self"] = d
e = copy.deepcopy(d)
print(e["self"] is e)  # expect: True
shared = []
x = copy.deepcopy([shared, shared])
print(x[0] is x[1])  # expect: True
class P:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return self.v == other.v
p = P([1])
q, r = copy.copy(p), copy.deepcopy(p)
print(q == p, q.v is p.v, r == p, r.v is p.v, type(q) is P)  # expect: True True True False True
p.me = p
r = copy.deepcopy(p)
print(r.me is r)  # expect: True
class Slots:
    __slots__ = ("a", "b")
s = Slots()
s.a = [1]
u, v = copy.copy(s), copy.deepcopy(s)
print(u.a is s.a, v.a == s.a, v.a is s.a, hasattr(u, "b"))  # expect: True True False False
class Both(Slots):
    pass
s = Both()
s.a, s.z = 1, 2
print(copy.copy(s).a, copy.copy(s).z)  # expect: 1 2
class Own:
    def __copy__(self):
        return "copied"
    def __deepcopy__(self, memo):
        return "deep " + type(memo).__name__
print(copy.copy(Own()), copy.deepcopy(Own()), copy.deepcopy([Own()]))  # expect: copied deep dict ['deep dict']
class State:
    def __init__(self):
        self.x = 1
    def __getstate__(self):
        return {"x": self.x + 1}
    def __setstate__(self, state):
        self.x = state["x"] * 10
print(copy.copy(State()).x)  # expect: 20
class Reduce:
    def __reduce__(self):
        return (list, ((1, 2),))
print(copy.copy(Reduce()), copy.deepcopy(Reduce()))  # expect: [1, 2] [1, 2]
class L(list):
    pass
class D(dict):
    pass
l = L([[1], 2])
l.name = "n"
m = copy.deepcopy(l)
print(m, m.name, type(m), m[0] is l[0], copy.copy(l), copy.copy(D(a=1)), type(copy.deepcopy(D(a=[1]))))
# expect: [[1], 2] n <class '__main__.L'> False [[1], 2] {'a': 1} <class '__main__.D'>
class Args(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
    def __getnewargs__(self):
        return tuple(self)
print(copy.copy(Args(1, [2])), copy.deepcopy(Args(1, [2])))  # expect: (1, [2]) (1, [2])
class N(int):
    pass
n = N(5)
n.tag = "t"
print(copy.copy(n), copy.copy(n).tag, copy.deepcopy([n])[0].tag)  # expect: 5 t t
class Method:
    def m(self):
        return self
x = Method()
y = copy.deepcopy(x.m)
print(y() is x, type(y()) is Method, copy.copy(x.m)() is x)  # expect: False True True
err(lambda: copy.copy(iter([1]).__class__) is type(iter([])))  # expect: True
print(list(copy.copy(iter([1, 2]))), copy.copy(ValueError("a", 1)).args, repr(copy.deepcopy(KeyError(["x"]))))
# expect: [1, 2] ('a', 1) KeyError(['x'])
err(lambda: copy.copy(x for x in []))  # expect: TypeError: cannot pickle 'generator' object
class Changed:
    def __replace__(self, /, **changes):
        return changes
print(copy.replace(Changed(), a=1))  # expect: {'a': 1}
err(lambda: copy.replace(5, a=1))  # expect: TypeError: replace() does not support int objects
print(copy.Error is copy.error, issubclass(copy.Error, Exception))  # expect: True True
import copyreg
class R:
    pass
copyreg.pickle(R, lambda r: (str, ("registered",)))
print(copy.copy(R()))  # expect: registered
err(lambda: copyreg.pickle(R, 5))  # expect: TypeError: reduction functions must be callable
print(copyreg.__newobj__(list), copyreg._slotnames(Both))  # expect: [] ['a', 'b']
