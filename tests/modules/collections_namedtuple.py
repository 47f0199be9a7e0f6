# collections.namedtuple.
from collections import namedtuple
import copy, sys
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), tuple(p), hash(p) == hash((1, 2)), p._fields, Point._fields, Point.__doc__, Point.x.__doc__)
# expect: Point(x=1, y=2) 1 2 True 2 (1, 2) True ('x', 'y') ('x', 'y') Point(x, y) Alias for field number 0
x, y = p
print(x, y, p._asdict(), p._replace(x=10), Point._make([3, 4]), Point(*[5, 6]), Point(**{"x": 1, "y": 0}), copy.copy(p), copy.deepcopy(p), copy.replace(p, y=5))
# expect: 1 2 {'x': 1, 'y': 2} Point(x=10, y=2) Point(x=3, y=4) Point(x=5, y=6) Point(x=1, y=0) Point(x=1, y=2) Point(x=1, y=2) Point(x=1, y=5)
err(lambda: Point(1))  # expect: TypeError: Point.__new__() missing 1 required positional argument: 'y'
err(lambda: Point(1, 2, 3))  # expect: TypeError: Point.__new__() takes 3 positional arguments but 4 were given
err(lambda: Point(1, z=2))  # expect: TypeError: Point.__new__() got an unexpected keyword argument 'z'
err(lambda: Point._make([1]))  # expect: TypeError: Expected 2 arguments, got 1
err(lambda: p._replace(z=1))  # expect: TypeError: Got unexpected field names: ['z']
err(lambda: setattr(p, "x", 5))  # expect: AttributeError: can't set attribute
err(lambda: setattr(p, "new", 5))  # expect: AttributeError: 'Point' object has no attribute 'new' and no __dict__ for setting new attributes
err(lambda: p.z)  # expect: AttributeError: 'Point' object has no attribute 'z'
err(lambda: Point.x.__get__([], list))  # expect: TypeError: descriptor for index '0' for tuple subclasses doesn't apply to 'list' object
D = namedtuple("D", ["a", "b", "c"], defaults=(2, 3))
print(D(1), D(1, 5), D._field_defaults, D.__new__.__defaults__)  # expect: D(a=1, b=2, c=3) D(a=1, b=5, c=3) {'b': 2, 'c': 3} (2, 3)
print(namedtuple("E", "")(), namedtuple("One", "a,")(5), namedtuple("F", "a, b  c")._fields, namedtuple("R", "a class a _x 1b", rename=True)._fields)
# expect: E() One(a=5) ('a', 'b', 'c') ('a', '_1', '_2', '_3', '_4')
err(lambda: namedtuple("X", "a a"))  # expect: ValueError: Encountered duplicate field name: 'a'
err(lambda: namedtuple("X", "class"))  # expect: ValueError: Type names and field names cannot be a keyword: 'class'
err(lambda: namedtuple("X", "_a"))  # expect: ValueError: Field names cannot start with an underscore: '_a'
err(lambda: namedtuple("X", "1a"))  # expect: ValueError: Type names and field names must be valid identifiers: '1a'
err(lambda: namedtuple("a b", "x"))  # expect: ValueError: Type names and field names must be valid identifiers: 'a b'
err(lambda: namedtuple("def", "x"))  # expect: ValueError: Type names and field names cannot be a keyword: 'def'
err(lambda: namedtuple("X", "a", defaults=(1, 2)))  # expect: TypeError: Got more default values than field names
err(lambda: namedtuple("X", 5))  # expect: TypeError: 'int' object is not iterable
print(Point.__module__, Point.__name__, Point.__qualname__, Point.__slots__, Point.__match_args__, Point.__mro__, namedtuple("M", "a", module="mod").__module__)
# expect: __main__ Point Point () ('x', 'y') (<class '__main__.Point'>, <class 'tuple'>, <class 'object'>) mod
print(Point.__new__.__qualname__, Point._make.__qualname__, Point.__repr__.__qualname__, p.__getnewargs__())
# expect: Point.__new__ Point._make Point.__repr__ (1, 2)
class Sub(namedtuple("Base", "a b")):
    __slots__ = ()
    @property
    def total(self):
        return self.a + self.b
    def __new__(cls, a, b=7):
        return super().__new__(cls, a, b)
s = Sub(1)
print(s, s.total, s._replace(a=5), type(s._replace(a=5)), Sub._make((1, 2)), Sub.__bases__[0].__name__)
# expect: Sub(a=1, b=7) 8 Sub(a=5, b=7) <class '__main__.Sub'> Sub(a=1, b=2) Base
match p:
    case Point(x=0, y=0):
        print("origin")
    case Point(a, b):
        print("at", a, b)
# expect: at 1 2
print(sorted([Point(2, 1), Point(1, 5)]), max(Point(1, 2), Point(1, 3)), p + (3,), Point(1, [2]))
# expect: [Point(x=1, y=5), Point(x=2, y=1)] Point(x=1, y=3) (1, 2, 3) Point(x=1, y=[2])
print(sys.getsizeof(p) == sys.getsizeof((1, 2)), "%s-%s" % p, isinstance(p, tuple))  # expect: True 1-2 True
big = namedtuple("Big", [f"f{i}" for i in range(300)])
print(big(*range(300)).f299, "Point(x=%r, y=%r)" % p == repr(p))  # expect: 299 True
