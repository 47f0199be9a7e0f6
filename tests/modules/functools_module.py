# functools: partial, reduce, cmp_to_key, lru_cache, wraps, total_ordering, cached_property, partialmethod.
import functools as f
import copy
def err(func):
    try:
        print(func())
    except Exception as e:
        print(type(e).__name__ + ":", e)
p = f.partial(int, base=2)
print(p, p("101"), p("12", base=3), p.func, p.args, p.keywords, f.partial(p, "11")(), f.partial(max, 1, 2)(3, key=lambda x: -x))
# expect: functools.partial(<class 'int'>, base=2) 5 5 <class 'int'> () {'base': 2} 3 1
def show(*args, **kw):
    return args, kw
q = f.partial(show, 1, a=1, b=2)
print(q(2, b=3, c=4), f.partial(q, 5, a=0)(6), f.partial(q, 5).args, f.partial(show, *range(10))(*range(10), z=1)[0][-1])
# expect: ((1, 2), {'a': 1, 'b': 3, 'c': 4}) ((1, 5, 6), {'a': 0, 'b': 2}) (1, 5) 9
q.attribute = "x"
print(q.attribute, q.__dict__, f.partial(q, 2).func is q, copy.copy(q)(7), copy.copy(q).attribute)
# expect: x {'attribute': 'x'} True ((1, 7), {'a': 1, 'b': 2}) x
class Sub(f.partial):
    pass
print(Sub(len, "abc")(), f.partial(p).func)  # expect: 3 <class 'int'>
r = f.partial(len)
r.__setstate__((r, (), {}, {}))
print(r)  # expect: functools.partial(...)
r.__setstate__((len, (), {}, {}))
err(f.partial)  # expect: TypeError: type 'partial' takes at least one argument
err(lambda: f.partial(5))  # expect: TypeError: the first argument must be callable
err(lambda: f.partial(len, 1)())  # expect: TypeError: object of type 'int' has no len()
err(lambda: setattr(p, "func", len))  # expect: AttributeError: readonly attribute
err(lambda: p.__setstate__(5))  # expect: TypeError: invalid partial state
print(f.reduce(lambda a, b: a * b, range(1, 6)), f.reduce(lambda a, b: a + b, [], "start"), f.reduce(max, [5]))  # expect: 120 start 5
err(lambda: f.reduce(max, []))  # expect: TypeError: reduce() of empty iterable with no initial value
err(lambda: f.reduce(max, 5))  # expect: TypeError: reduce() arg 2 must support iteration
err(lambda: f.reduce(lambda a, b: a // b, [1, 0]))  # expect: ZeroDivisionError: integer division or modulo by zero
print(sorted("bCaD", key=f.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))  # expect: ['a', 'b', 'C', 'D']
K = f.cmp_to_key(lambda a, b: a - b)
print(K(1) < K(2), K(1) == K(1), K(3) >= K(4), K(7).obj)  # expect: True True False 7
err(lambda: K(1) < 2)  # expect: TypeError: other argument must be K instance
err(lambda: hash(K(1)))  # expect: TypeError: unhashable type: 'functools.KeyWrapper'
calls = []
@f.lru_cache(maxsize=2)
def square(x, y=0):
    "Squares."
    calls.append(x)
    return x * x
print(square(1), square(2), square(1), square(3), square(1), square(2), calls, square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__)
# expect: 1 4 1 9 1 4 [1, 2, 3, 2] CacheInfo(hits=2, misses=4, maxsize=2, currsize=2) {'maxsize': 2, 'typed': False} square Squares.
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5), square(x=2), square(2, y=0), square.cache_info())
# expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) 25 4 4 CacheInfo(hits=0, misses=2, maxsize=2, currsize=2)
err(lambda: square([]))  # expect: TypeError: unhashable type: 'list'
err(lambda: square())  # expect: TypeError: square() missing 1 required positional argument: 'x'
@f.lru_cache(typed=True)
def typed(*a):
    return a
print([typed(v) for v in (1, 1.0, True, 1)], typed.cache_info())
# expect: [(1,), (1.0,), (True,), (1,)] CacheInfo(hits=1, misses=3, maxsize=128, currsize=3)
@f.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info())  # expect: 2880067194370816120 CacheInfo(hits=88, misses=91, maxsize=None, currsize=91)
@f.lru_cache(maxsize=0)
def none(x):
    return x
print(none(1), none(1), none.cache_info())  # expect: 1 1 CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)
@f.lru_cache
def failing(x):
    raise KeyError(x)
err(lambda: failing(1))  # expect: KeyError: 1
err(lambda: f.lru_cache("a"))  # expect: TypeError: Expected first argument to be an integer, a callable, or None
class C:
    @f.lru_cache(None)
    def m(self, x):
        return [x]
c = C()
print(c.m(1) is c.m(1), C.m(c, 1) is c.m(1), copy.copy(C.m) is C.m)  # expect: True True True
@f.lru_cache(maxsize=3)
def recursive(n):
    return 0 if n == 0 else recursive(n - 1) + 1
print(recursive(50), recursive.cache_info())  # expect: 50 CacheInfo(hits=0, misses=51, maxsize=3, currsize=3)
def decorated(function):
    @f.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper
@decorated
def plain(a: int) -> str:
    "Plain's doc."
plain.x = 1
print(plain.__name__, plain.__doc__, plain.__wrapped__.__name__, plain.__annotations__, plain.__qualname__)
# expect: plain Plain's doc. plain {'a': <class 'int'>, 'return': <class 'str'>} plain
@f.total_ordering
class Version:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return self.v == other.v if isinstance(other, Version) else NotImplemented
    def __gt__(self, other):
        return self.v > other.v if isinstance(other, Version) else NotImplemented
print(Version(1) < Version(2), Version(2) <= Version(2), Version(1) >= Version(2), sorted([Version(3), Version(1)])[0].v)
# expect: True True False 1
err(lambda: Version(1) < 5)  # expect: TypeError: '<' not supported between instances of 'Version' and 'int'
err(lambda: f.total_ordering(type("X", (), {})))  # expect: ValueError: must define at least one ordering operation: < > <= >=
class Lazy:
    made = 0
    @f.cached_property
    def value(self):
        "The doc."
        Lazy.made += 1
        return Lazy.made
    def base(self, *args, **kw):
        return args, kw
    bound = f.partialmethod(base, 1, k=2)
    on_class = f.partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 7)
z = Lazy()
print(z.value, z.value, z.__dict__, Lazy.value.__doc__, Lazy().value)  # expect: 1 1 {'value': 1} The doc. 2
del z.value
print(z.value, z.bound(3, j=4), z.on_class(8), Lazy.bound(z, 9))  # expect: 3 ((1, 3), {'k': 2, 'j': 4}) ('Lazy', (7, 8)) ((1, 9), {'k': 2})
class Slotted:
    __slots__ = ()
    value = f.cached_property(lambda self: 1)
err(lambda: Slotted().value)  # expect: TypeError: No '__dict__' attribute on 'Slotted' instance to cache 'value' property.
err(lambda: f.partialmethod(5))  # expect: TypeError: 5 is not callable or a descriptor
