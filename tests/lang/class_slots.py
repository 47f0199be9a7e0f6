# __slots__: fixed attributes, no dict, inheritance and its errors.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(p.x)  # expect: 1
err(lambda: p.y)  # expect: AttributeError: 'P' object has no attribute 'y'
p.y = 2
print(p.y, type(P.x).__name__, P.x.__name__)  # expect: 2 member_descriptor x
def new(): p.z = 1
err(new)  # expect: AttributeError: 'P' object has no attribute 'z' and no __dict__ for setting new attributes
err(lambda: p.__dict__)  # expect: AttributeError: 'P' object has no attribute '__dict__'
del p.y
err(lambda: p.y)  # expect: AttributeError: 'P' object has no attribute 'y'
def again(): del p.y
err(again)  # expect: AttributeError: y
class Q(P):
    __slots__ = ("z",)
q = Q(3)
q.z = 4
print(q.x, q.z, hasattr(q, "__dict__"))  # expect: 3 4 False
class R(P): pass
r = R(5)
r.free = 6
print(r.x, r.__dict__)  # expect: 5 {'free': 6}
class S:
    __slots__ = "single"
s = S()
s.single = 1
print(s.single, S.__slots__)  # expect: 1 single
class WithDict:
    __slots__ = ("a", "__dict__")
w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__)  # expect: {'b': 2}
def conflict():
    class Bad:
        __slots__ = ("x",)
        x = 1
err(conflict)  # expect: ValueError: 'x' in __slots__ conflicts with class variable
def not_string():
    class Bad:
        __slots__ = (5,)
err(not_string)  # expect: TypeError: __slots__ items must be strings, not 'int'
def not_identifier():
    class Bad:
        __slots__ = ("a b",)
err(not_identifier)  # expect: TypeError: __slots__ must be identifiers
def two():
    class A1: __slots__ = ("a",)
    class A2: __slots__ = ("b",)
    class Bad(A1, A2): pass
err(two)  # expect: TypeError: multiple bases have instance lay-out conflict
def nonempty():
    class Bad(tuple): __slots__ = ("a",)
err(nonempty)  # expect: TypeError: nonempty __slots__ not supported for subtype of 'tuple'
class Private:
    __slots__ = ("__hidden",)
    def __init__(self): self.__hidden = 1
print(Private()._Private__hidden)  # expect: 1
class Empty: __slots__ = ()
def e(): Empty().x = 1
err(e)  # expect: AttributeError: 'Empty' object has no attribute 'x' and no __dict__ for setting new attributes
err(lambda: P.x.__get__(5))  # expect: TypeError: descriptor 'x' for 'P' objects doesn't apply to a 'int' object
print(P.x.__get__(p), sorted(["slot", "none"])[0])  # expect: 1 none
