# int | str: types.UnionType.
U = type(int | str)
class C: pass
def ask(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as e:
            print(type(e).__name__ + ":", e)
print(int | str, int | None, None | int, int | int, int | str | int, (int | str) | (str | float), int | list[int], list[int] | None, None | list[int], C | int, type | int, int | U, list[int | str], [int | str])
# expect: int | str int | None None | int <class 'int'> int | str int | str | float int | list[int] list[int] | None None | list[int] __main__.C | int type | int int | types.UnionType list[int | str] [int | str]
print(U, (int | None).__args__, (int | str).__parameters__, (int | list[int] | list[int]).__args__, (int | str).__module__, bool(int | str))
# expect: <class 'types.UnionType'> (<class 'int'>, <class 'NoneType'>) () (<class 'int'>, list[int]) types True
print((int | str) == (str | int), (int | str) == int, (int | str) != (str | int), (int | str) == (int | float), hash(int | str) == hash(str | int), hash(int | str) == hash(frozenset((int, str))))
# expect: True False False False True True
print(isinstance(1, int | str), isinstance(1.0, int | str), isinstance(None, int | None), isinstance(True, str | int), issubclass(bool, int | str), issubclass(float, int | str), issubclass(type(None), int | None), isinstance(1.5, (int | str, float)), isinstance(int | str, U))
# expect: True False True True True False True True True
ask(lambda: issubclass(1, int | str), lambda: isinstance(1, int | list[int]), lambda: isinstance([], int | list[int]), lambda: issubclass(list, int | list[int]), lambda: issubclass(int, int | list[int]))
# expect: TypeError: issubclass() arg 1 must be a class
# expect: True
# expect: TypeError: isinstance() argument 2 cannot be a parameterized generic
# expect: TypeError: issubclass() argument 2 cannot be a parameterized generic
# expect: True
ask(lambda: int | "x", lambda: "x" | int, lambda: int | 1, lambda: 1 | int, lambda: None | None, lambda: int | ..., lambda: list[int] | 1, lambda: int & str)
# expect: TypeError: unsupported operand type(s) for |: 'type' and 'str'
# expect: TypeError: unsupported operand type(s) for |: 'str' and 'type'
# expect: TypeError: unsupported operand type(s) for |: 'type' and 'int'
# expect: TypeError: unsupported operand type(s) for |: 'int' and 'type'
# expect: TypeError: unsupported operand type(s) for |: 'NoneType' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for |: 'type' and 'ellipsis'
# expect: TypeError: unsupported operand type(s) for |: 'types.GenericAlias' and 'int'
# expect: TypeError: unsupported operand type(s) for &: 'type' and 'type'
ask(lambda: (int | str)(), lambda: (int | str).__origin__, lambda: (int | str).__name__, lambda: U(), lambda: (int | str) < 1, lambda: (int | str)[str], lambda: hash(int | list[[]]))
# expect: TypeError: 'types.UnionType' object is not callable
# expect: AttributeError: 'types.UnionType' object has no attribute '__origin__'
# expect: AttributeError: 'types.UnionType' object has no attribute '__name__'
# expect: TypeError: cannot create 'types.UnionType' instances
# expect: TypeError: '<' not supported between instances of 'types.UnionType' and 'int'
# expect: TypeError: int | str is not a generic class
# expect: TypeError: unhashable type: 'list'
ask(lambda: type.__or__(int, str), lambda: type.__ror__(int, str), lambda: type.__or__(int, 1), lambda: int.__or__)
# expect: int | str
# expect: str | int
# expect: NotImplemented
# expect: <slot wrapper '__or__' of 'int' objects>
class M(type):
    def __or__(self, other): return "meta"
class K(metaclass=M): pass
print(K | int, int | K)
# expect: meta int | __main__.K
class Yes(type):
    def __instancecheck__(cls, o): return True
class Any(metaclass=Yes): pass
print(isinstance(1, str | Any), isinstance(1, str | C))
# expect: True False
def f(x: int | None = None, *y: str | C) -> list[int] | None: pass
print(f.__annotations__)
# expect: {'x': int | None, 'y': str | __main__.C, 'return': list[int] | None}
ask(lambda: type("X", (int | str,), {}), lambda: type("X", (U,), {}))
# expect: TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: TypeError: type 'types.UnionType' is not an acceptable base type
