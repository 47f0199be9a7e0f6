# collections.abc and abc: who counts as what, what the classes give, what they ask for.
from collections import abc, deque, defaultdict, OrderedDict, Counter
from abc import ABC, ABCMeta, abstractmethod, update_abstractmethods, get_cache_token
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
def gen():
    yield
class Empty:
    pass
things = [1, "s", b"b", [], (), {}, set(), frozenset(), range(3), iter([]), gen(), len, {}.keys(), {}.values(), {}.items(), deque(), OrderedDict(), Counter(), memoryview(b""), bytearray(), Empty()]
for name in ("Hashable", "Sized", "Container", "Iterable", "Iterator", "Reversible", "Collection", "Callable", "Generator", "Set", "MutableSet", "Mapping", "MutableMapping", "Sequence", "MutableSequence", "KeysView", "ValuesView", "ItemsView", "Buffer"):
    cls = getattr(abc, name)
    print(name, "".join("01"[isinstance(t, cls)] for t in things))
# expect: Hashable 111010011111010000101
# expect: Sized 011111111000111111110
# expect: Container 011111111000111111110
# expect: Iterable 011111111110111111110
# expect: Iterator 000000000110000000000
# expect: Reversible 011111001000111111110
# expect: Collection 011111111000111111110
# expect: Callable 000000000001000000000
# expect: Generator 000000000010000000000
# expect: Set 000000110000101000000
# expect: MutableSet 000000100000000000000
# expect: Mapping 000001000000000011000
# expect: MutableMapping 000001000000000011000
# expect: Sequence 011110001000000100110
# expect: MutableSequence 000100000000000100010
# expect: KeysView 000000000000100000000
# expect: ValuesView 000000000000010000000
# expect: ItemsView 000000000000001000000
# expect: Buffer 001000000000000000110
err(abc.Mapping)
# expect: TypeError: Can't instantiate abstract class Mapping without an implementation for abstract methods '__getitem__', '__iter__', '__len__'
err(abc.Sequence)
# expect: TypeError: Can't instantiate abstract class Sequence without an implementation for abstract methods '__getitem__', '__len__'
err(abc.Iterable)  # expect: TypeError: Can't instantiate abstract class Iterable without an implementation for abstract method '__iter__'
class Range(abc.Sequence):
    def __init__(self, *items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __getitem__(self, i):
        return self.items[i]
r = Range("a", "b", "a")
print(list(r), list(reversed(r)), "b" in r, r.index("b"), r.count("a"), isinstance(r, abc.Reversible))
# expect: ['a', 'b', 'a'] ['a', 'b', 'a'] True 1 2 True
err(lambda: r.index("z"))  # expect: ValueError: 
match r:
    case [first, *_]:
        print("matched", first)
# expect: matched a
class Map(abc.MutableMapping):
    def __init__(self, **kw):
        self.d = dict(kw)
    def __getitem__(self, k):
        return self.d[k]
    def __setitem__(self, k, v):
        self.d[k] = v
    def __delitem__(self, k):
        del self.d[k]
    def __iter__(self):
        return iter(self.d)
    def __len__(self):
        return len(self.d)
    def __repr__(self):
        return "Map"
m = Map(a=1, b=2)
m.update(c=3)
m.update([("d", 4)])
print(m.get("a"), m.get("z"), "b" in m, list(m.items()), list(m.keys()), list(m.values()), m.pop("a"), m.pop("z", 0), m.setdefault("n", 5), m.popitem(), m == {"c": 3, "d": 4, "n": 5}, m.keys())
# expect: 1 None True [('a', 1), ('b', 2), ('c', 3), ('d', 4)] ['a', 'b', 'c', 'd'] [1, 2, 3, 4] 1 0 5 ('b', 2) True KeysView(Map)
print(m.keys() & {"c", "x"}, m.items() | {("q", 1)} >= {("q", 1)}, 3 in m.values(), ("c", 3) in m.items(), len(m.keys()))
# expect: {'c'} True True True 3
err(lambda: m.pop("zz"))  # expect: KeyError: 'zz'
m.clear()
err(m.popitem)  # expect: KeyError: 
match Map(k=7):
    case {"k": v}:
        print("matched", v)
# expect: matched 7
class S(abc.MutableSet):
    def __init__(self, it=()):
        self.l = list(dict.fromkeys(it))
    def __contains__(self, x):
        return x in self.l
    def __iter__(self):
        return iter(self.l)
    def __len__(self):
        return len(self.l)
    def add(self, x):
        if x not in self.l:
            self.l.append(x)
    def discard(self, x):
        if x in self.l:
            self.l.remove(x)
    def __repr__(self):
        return f"S({self.l})"
s = S("abc")
print(s & {"a", "z"}, s | "cd", s - {"a"}, s ^ {"a", "x"}, s <= {"a", "b", "c"}, s < set("abc"), s == set("abc"), s.isdisjoint("xyz"), {"a", "q"} - s, s.pop())
# expect: S(['a']) S(['a', 'b', 'c', 'd']) S(['b', 'c']) S(['b', 'c', 'x']) True False True True S(['q']) a
s |= {"n"}
s -= {"b"}
s.remove("n")
print(s, s._hash() == hash(frozenset(s)))  # expect: S(['c']) True
err(lambda: s.remove("n"))  # expect: KeyError: 'n'
class L(abc.MutableSequence):
    def __init__(self):
        self.l = []
    def __getitem__(self, i):
        return self.l[i]
    def __setitem__(self, i, v):
        self.l[i] = v
    def __delitem__(self, i):
        del self.l[i]
    def __len__(self):
        return len(self.l)
    def insert(self, i, v):
        self.l.insert(i, v)
l = L()
l.append(1)
l.extend([2, 3])
l += [4]
l.reverse()
l.remove(2)
print(l.l, l.pop(), l.pop(0), l.l)  # expect: [3] 1 4 [3]
class I(abc.Iterator):
    def __next__(self):
        raise StopIteration
print(list(I()), isinstance(I(), abc.Iterable))  # expect: [] True
class HasLen:
    def __len__(self):
        return 0
class NoHash:
    __hash__ = None
print(issubclass(HasLen, abc.Sized), issubclass(Empty, abc.Sized), issubclass(NoHash, abc.Hashable), issubclass(int, abc.Hashable))
# expect: True False False True
class Base(ABC):
    @abstractmethod
    def f(self):
        "doc"
    @property
    @abstractmethod
    def p(self):
        pass
class Half(Base):
    def f(self):
        return "f"
class Full(Half):
    p = 5
err(Base)  # expect: TypeError: Can't instantiate abstract class Base without an implementation for abstract methods 'f', 'p'
err(Half)  # expect: TypeError: Can't instantiate abstract class Half without an implementation for abstract method 'p'
print(Full().f(), Base.__abstractmethods__ == {"f", "p"}, Full.__abstractmethods__, Base.f.__isabstractmethod__)
# expect: f True frozenset() True
@Base.register
class Virtual:
    pass
class VirtualSub(Virtual):
    pass
print(isinstance(Virtual(), Base), issubclass(VirtualSub, Base), issubclass(Empty, Base), Base in Virtual.__mro__)
# expect: True True False False
err(lambda: Base.register(5))  # expect: TypeError: Can only register classes
err(lambda: Full.register(Base))  # expect: RuntimeError: Refusing to create an inheritance cycle
err(lambda: issubclass(5, Base))  # expect: TypeError: issubclass() arg 1 must be a class
Half.p = 1
update_abstractmethods(Half)
print(Half().f())  # expect: f
class Hooked(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hooked:
            return any("quack" in B.__dict__ for B in C.__mro__)
        return NotImplemented
class Duck:
    quack = 1
print(isinstance(Duck(), Hooked), isinstance(5, Hooked), type(get_cache_token()))  # expect: True False <class 'int'>
class Bad(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        return 5
err(lambda: issubclass(int, Bad))  # expect: AssertionError: __subclasshook__ must return either False, True, or NotImplemented
print(abc.Callable[[int, str], bool], abc.Callable[..., int], abc.Iterable[int], abc.Mapping[str, int], abc.Callable[[int], str].__args__)
# expect: collections.abc.Callable[[int, str], bool] collections.abc.Callable[..., int] collections.abc.Iterable[int] collections.abc.Mapping[str, int] (<class 'int'>, <class 'str'>)
print(abc.Mapping.__module__, abc.Mapping, ABC, ABCMeta, type(ABC))
# expect: collections.abc <class 'collections.abc.Mapping'> <class 'abc.ABC'> <class 'abc.ABCMeta'> <class 'abc.ABCMeta'>
