# Classes: attributes of class and instance, methods, bound and unbound.
class Point:
    "A point."
    count = 0
    def __init__(self, x, y=0):
        self.x, self.y = x, y
        Point.count += 1
    def norm(self): return self.x ** 2 + self.y ** 2
p, q = Point(3, 4), Point(1)
print(p.x, p.y, q.y, Point.count, p.count, p.norm(), Point.norm(p))  # expect: 3 4 0 2 2 25 25
p.count = 10
print(p.count, q.count, Point.count)  # expect: 10 2 2
print(p.__dict__, Point.__name__, Point.__doc__, Point.__module__, p.__class__ is Point)
# expect: {'x': 3, 'y': 4, 'count': 10} Point A point. __main__ True
m = p.norm
print(m(), m.__self__ is p, m.__func__ is Point.norm, m.__name__, type(m).__name__)
# expect: 25 True True norm method
Point.double = lambda self: self.x * 2
print(q.double())  # expect: 2
q.triple = lambda: "no self"
print(q.triple())  # expect: no self
del p.count
print(p.count)  # expect: 2
print(type(p), isinstance(p, Point), type(Point))  # expect: <class '__main__.Point'> True <class 'type'>
print(str(Point), repr(p)[:25])  # expect: <class '__main__.Point'> <__main__.Point object at
class Empty: pass
e = Empty()
e.new = 1
print(vars(e), Empty.__dict__.get("new"), e == e, e == Empty(), e != Empty())
# expect: {'new': 1} None True False True
print(p.norm == p.norm, p.norm is p.norm, p.norm == q.norm)  # expect: True False False
Point.x = "class x"
print(p.x, Point.x)  # expect: 3 class x
print(Point.__qualname__, Point.__bases__, Point.__mro__)
# expect: Point (<class 'object'>,) (<class '__main__.Point'>, <class 'object'>)
