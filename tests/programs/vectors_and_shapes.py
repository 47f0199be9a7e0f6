# Abstract shapes, mixins and operator overloading.
class Shape:
    def area(self): raise NotImplementedError(f"{type(self).__name__} has no area")
    def __lt__(self, o): return self.area() < o.area()
    def __str__(self): return f"{type(self).__name__.lower()} of {self.area():.2f}"
class Named:
    def __init__(self, *args, name="unnamed", **kw):
        super().__init__(*args, **kw)
        self.name = name
    def __str__(self): return f"{self.name}: {super().__str__()}"
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159 * self.r ** 2
class Rectangle(Shape):
    def __init__(self, w, h): self.w, self.h = w, h
    def area(self): return self.w * self.h
class Square(Rectangle):
    def __init__(self, side): super().__init__(side, side)
class NamedCircle(Named, Circle): pass
class Blob(Shape): pass
shapes = [Circle(1), Rectangle(2, 3), Square(2), NamedCircle(2, name="big")]
for s in sorted(shapes): print(s)
# expect: circle of 3.14
# expect: square of 4.00
# expect: rectangle of 6.00
# expect: big: namedcircle of 12.57
print(str(max(shapes)), isinstance(Square(1), Rectangle), [c.__name__ for c in NamedCircle.__mro__])
# expect: big: namedcircle of 12.57 True ['NamedCircle', 'Named', 'Circle', 'Shape', 'object']
try: Blob().area()
except NotImplementedError as e: print(e)  # expect: Blob has no area
class Vector:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vector(self.x + o.x, self.y + o.y) if isinstance(o, Vector) else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return Vector(-self.x, -self.y)
    def __mul__(self, k): return Vector(self.x * k, self.y * k) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __abs__(self): return (self @ self) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __iter__(self): return iter((self.x, self.y))
    def __eq__(self, o): return isinstance(o, Vector) and tuple(self) == tuple(o)
    def __hash__(self): return hash(tuple(self))
    def __repr__(self): return f"Vector({self.x}, {self.y})"
    def __getitem__(self, i): return tuple(self)[i]
v, w = Vector(3, 4), Vector(1, -2)
print(v + w, v - w, v * 2, 0.5 * v, v @ w, abs(v), -v, bool(Vector(0, 0)), tuple(v), v[1], v == Vector(3, 4), {v: "key"}[Vector(3, 4)])
# expect: Vector(4, 2) Vector(2, 6) Vector(6, 8) Vector(1.5, 2.0) -5 5.0 Vector(-3, -4) False (3, 4) 4 True key
x, y = v
print(x, y, sum([v, w], Vector(0, 0)), max(v, w, key=abs))  # expect: 3 4 Vector(4, 2) Vector(3, 4)
for bad in (lambda: v + 1, lambda: v * "a", lambda: "a" * v, lambda: v < w):
    try: bad()
    except TypeError as e: print(e)
    # expect: unsupported operand type(s) for +: 'Vector' and 'int'
    # expect: can't multiply sequence by non-int of type 'Vector'
    # expect: can't multiply sequence by non-int of type 'Vector'
    # expect: '<' not supported between instances of 'Vector' and 'Vector'
