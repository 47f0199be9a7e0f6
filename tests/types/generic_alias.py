# list[int] and its like: types.GenericAlias.
A = type(list[int])
class C:
    class D: pass
    def __class_getitem__(cls, key): return A(cls, key)
class S(list): pass
class Sub(A): pass
def f(): pass
def ask(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as e:
            print(type(e).__name__ + ":", e)
print(list[int], dict[str, int], type[int], tuple[int, ...], tuple[()], list[None], list["x"], list[[int, str]], list[1:2], C[int], S[int], list[C.D], list[f], list[list[int]])
# expect: list[int] dict[str, int] type[int] tuple[int, ...] tuple[()] list[None] list['x'] list[[int, str]] list[slice(1, 2, None)] __main__.C[int] __main__.S[int] list[__main__.C.D] list[__main__.f] list[list[int]]
print(set[int], frozenset[int], enumerate[int], type(int.__dict__)[str, int], type(x for x in ())[int, int, int], BaseExceptionGroup[int])
# expect: set[int] frozenset[int] enumerate[int] mappingproxy[str, int] generator[int, int, int] BaseExceptionGroup[int]
t = list[int]
print(A, t.__origin__, t.__args__, t.__parameters__, t.__unpacked__, t.__class__, t.__name__, t.__qualname__, t.__module__, t.append, t.__mro__, dict[str, int].fromkeys("a"))
# expect: <class 'types.GenericAlias'> <class 'list'> (<class 'int'>,) () False <class 'types.GenericAlias'> list list builtins <method 'append' of 'list' objects> (<class 'list'>, <class 'object'>) {'a': None}
print(t == list[int], t == list[str], t == list, t != list[int], hash(t) == hash(list[int]), hash(t) == hash(list) ^ hash((int,)), t is list[int])
# expect: True False False False True True False
print(t("ab"), dict[str, int](a=1), tuple[int]((1, 2)), C[int]().__orig_class__, bool(t))
# expect: ['a', 'b'] {'a': 1} (1, 2) __main__.C[int] True
ask(lambda: hash(list[[]]), lambda: t < t, lambda: t.xyz, lambda: t.__bases__, lambda: t.__copy__, lambda: len(t), lambda: t + 1, lambda: t[str], lambda: setattr(t, "x", 1))
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: '<' not supported between instances of 'types.GenericAlias' and 'types.GenericAlias'
# expect: AttributeError: type object 'list' has no attribute 'xyz'
# expect: AttributeError: 'types.GenericAlias' object has no attribute '__bases__'
# expect: AttributeError: 'types.GenericAlias' object has no attribute '__copy__'
# expect: TypeError: object of type 'types.GenericAlias' has no len()
# expect: TypeError: unsupported operand type(s) for +: 'types.GenericAlias' and 'int'
# expect: TypeError: list[int] is not a generic class
# expect: AttributeError: 'types.GenericAlias' object has no attribute 'x' and no __dict__ for setting new attributes
ask(lambda: isinstance([], t), lambda: issubclass(list, t), lambda: isinstance(t, type), lambda: isinstance(1, (int, t)), lambda: isinstance([], (int, t)), lambda: issubclass(t, list))
# expect: TypeError: isinstance() argument 2 cannot be a parameterized generic
# expect: TypeError: issubclass() argument 2 cannot be a parameterized generic
# expect: False
# expect: True
# expect: TypeError: isinstance() argument 2 cannot be a parameterized generic
# expect: TypeError: issubclass() arg 1 must be a class
ask(lambda: A(list), lambda: A(list, int, 3), lambda: A(origin=list, args=int), lambda: A(1, 2), lambda: A(1, 2).real, lambda: A(1, 2)(), lambda: Sub(list, int), lambda: type(Sub(list, int)), lambda: A[int])
# expect: TypeError: GenericAlias expected 2 arguments, got 1
# expect: TypeError: GenericAlias expected 2 arguments, got 3
# expect: TypeError: GenericAlias() takes no keyword arguments
# expect: 1[2]
# expect: 1
# expect: TypeError: 'int' object is not callable
# expect: list[int]
# expect: <class '__main__.Sub'>
# expect: TypeError: type 'types.GenericAlias' is not subscriptable
ask(lambda: str[int], lambda: int[str], lambda: object[int], lambda: bool[1], lambda: map[int], lambda: type(f)[int], lambda: type(int)[int], lambda: list.__class_getitem__(int), lambda: list.__class_getitem__())
# expect: TypeError: type 'str' is not subscriptable
# expect: TypeError: type 'int' is not subscriptable
# expect: TypeError: type 'object' is not subscriptable
# expect: TypeError: type 'bool' is not subscriptable
# expect: TypeError: type 'map' is not subscriptable
# expect: TypeError: type 'function' is not subscriptable
# expect: type[int]
# expect: list[int]
# expect: TypeError: list.__class_getitem__() takes exactly one argument (0 given)
star = next(iter(tuple[int, str]))
print([*t], star, star.__unpacked__, star == tuple[int, str], star.__typing_unpacked_tuple_args__, t.__typing_unpacked_tuple_args__, tuple[*tuple[int, str]])
# expect: [*list[int]] *tuple[int, str] True False (<class 'int'>, <class 'str'>) None tuple[*tuple[int, str]]
class L(list[int]): pass
class D(dict[str, int], C): pass
print(L.__bases__, L.__orig_bases__, L([1]), D.__orig_bases__, D(a=1), t.__mro_entries__(()))
# expect: (<class 'list'>,) (list[int],) [1] (dict[str, int], <class '__main__.C'>) {'a': 1} (<class 'list'>,)
print(sorted(set(dir(t)) - set(dir(list))), t.__reduce__())
# expect: ['__args__', '__bases__', '__copy__', '__deepcopy__', '__mro_entries__', '__origin__', '__parameters__', '__typing_unpacked_tuple_args__', '__unpacked__'] (<class 'types.GenericAlias'>, (<class 'list'>, (<class 'int'>,)))
class Stubborn:
    def __setattr__(self, name, value): raise ValueError(name)
class Empty: __slots__ = ()
ask(lambda: A(Stubborn, int)(), lambda: type(A(Empty, int)()))
# expect: ValueError: __orig_class__
# expect: <class '__main__.Empty'>
def g(x: list[int], *y: dict[str, C]) -> tuple[int, ...]: pass
print(g.__annotations__)
# expect: {'x': list[int], 'y': dict[str, __main__.C], 'return': tuple[int, ...]}
