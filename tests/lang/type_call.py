# type with one argument tells, with three it makes a class.
print(type(1), type("a") is str, type(type), type(None).__name__, type(...).__name__)
# expect: <class 'int'> True <class 'type'> NoneType ellipsis
C = type("C", (), {"x": 1, "m": lambda self: self.x + 1})
print(C.__name__, C().m(), C.__bases__, C.__module__)  # expect: C 2 (<class 'object'>,) __main__
D = type("D", (C, dict), {})
print([k.__name__ for k in D.__mro__], D(a=1), D().x)  # expect: ['D', 'C', 'dict', 'object'] {'a': 1} 1
class Meta(type): pass
E = Meta("E", (C,), dict(y=2))
print(type(E).__name__, E.y, E.x)  # expect: Meta 2 1
F = type("F", (E,), {})
print(type(F).__name__)  # expect: Meta
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: type())  # expect: TypeError: type() takes 1 or 3 arguments
err(lambda: type(1, 2))  # expect: TypeError: type() takes 1 or 3 arguments
err(lambda: type("a", 5, {}))  # expect: TypeError: type.__new__() argument 2 must be tuple, not int
err(lambda: type("a", (), 5))  # expect: TypeError: type.__new__() argument 3 must be dict, not int
err(lambda: type(5, (), {}))  # expect: TypeError: type.__new__() argument 1 must be str, not int
err(lambda: type("a", (5,), {}))
# expect: TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
err(lambda: type("a\0b", (), {}))  # expect: ValueError: type name must not contain null characters
G = type("not an identifier", (), {})
print(G.__name__, G)  # expect: not an identifier <class '__main__.not an identifier'>
C.__name__ = "Renamed"
print(C, C.__qualname__)  # expect: <class '__main__.C'> C
print(isinstance(int, type), isinstance(type, object), issubclass(type, object), type.__mro__)
# expect: True True True (<class 'type'>, <class 'object'>)
print(type.__call__(int, "5"), type.__name__, int.__class__)  # expect: 5 type <class 'type'>
