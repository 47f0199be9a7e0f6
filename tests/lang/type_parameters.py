# Classes, functions and aliases with type parameters when they run: class C[T], C[int], type A[T] = ...
def ask(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as e:
            print(type(e).__name__ + ":", e)
class G[T]:
    def __init__(self, x: T): self.x = x
    def get(self) -> T: return self.x
class H[K, V]: pass
class I(G[int]): pass
class J(G[str], dict[str, int]): pass
class Kk[T](G[T]): pass
class L[T](list[T]): pass
class M[A, B = int]: pass
class N[*Ts]: pass
class O[**P]: pass
class Base:
    def __init_subclass__(cls, **kw):
        print("subclass", cls.__name__, kw)
        super().__init_subclass__()
class Q[T](Base, a=1): pass
print(G(3).get(), G[int](4).get(), G[int], G[int].__origin__, G[int].__args__, G[int].__parameters__, G[int](4).__orig_class__, G[list[int]])
# expect: subclass Q {'a': 1}
# expect: 3 4 __main__.G[int] <class '__main__.G'> (<class 'int'>,) () __main__.G[int] __main__.G[list[int]]
print(G.__parameters__, G.__type_params__, G.__orig_bases__, G.__bases__, G.__mro__, type(G))
# expect: (T,) (T,) (typing.Generic[T],) (<class 'typing.Generic'>,) (<class '__main__.G'>, <class 'typing.Generic'>, <class 'object'>) <class 'type'>
print(I.__parameters__, I.__orig_bases__, I.__bases__, I(2).get(), I.__type_params__)
# expect: () (__main__.G[int],) (<class '__main__.G'>,) 2 ()
print(J.__orig_bases__, J.__mro__, J.__parameters__, Kk.__parameters__, Kk.__orig_bases__, Kk[int], L.__orig_bases__, L([1]), Q.__parameters__)
# expect: (__main__.G[str], dict[str, int]) (<class '__main__.J'>, <class '__main__.G'>, <class 'typing.Generic'>, <class 'dict'>, <class 'object'>) () (T,) (__main__.G[T], typing.Generic[T]) __main__.Kk[int] (list[T], typing.Generic[T]) [1] (T,)
ask(lambda: H[int], lambda: H[int, str], lambda: H[int, str, float], lambda: I[int], lambda: G[()], lambda: G[int, str], lambda: M[str], lambda: M[str, str], lambda: H[int, G[str]])
# expect: TypeError: Too few arguments for <class '__main__.H'>; actual 1, expected at least 2
# expect: __main__.H[int, str]
# expect: TypeError: Too many arguments for <class '__main__.H'>; actual 3, expected 2
# expect: TypeError: <class '__main__.I'> is not a generic class
# expect: TypeError: Too few arguments for <class '__main__.G'>; actual 0, expected at least 1
# expect: TypeError: Too many arguments for <class '__main__.G'>; actual 2, expected 1
# expect: __main__.M[str, int]
# expect: __main__.M[str, str]
# expect: __main__.H[int, __main__.G[str]]
ask(lambda: N[int, str], lambda: N.__orig_bases__, lambda: O[int, str], lambda: O[[int, str]], lambda: G[G[int]], lambda: Kk[int](5).get(), lambda: G[int] == G[int], lambda: G[int].get is G.get)
# expect: __main__.N[int, str]
# expect: (typing.Generic[typing.Unpack[Ts]],)
# expect: __main__.O[[int, str]]
# expect: __main__.O[[int, str]]
# expect: __main__.G[__main__.G[int]]
# expect: 5
# expect: True
# expect: True
ask(lambda: G(1, 2), lambda: G(), lambda: H(1), lambda: H[int, str](1), lambda: issubclass(I, G), lambda: isinstance(G(1), G), lambda: G[I](I(1)).get().x)
# expect: TypeError: G.__init__() takes 2 positional arguments but 3 were given
# expect: TypeError: G.__init__() missing 1 required positional argument: 'x'
# expect: TypeError: H() takes no arguments
# expect: TypeError: H() takes no arguments
# expect: True
# expect: True
# expect: 1
def f[T](x: T, y: G[T], z: "T | int" = 3) -> list[T]: return [x]
def g[*Ts](*args: *Ts): return args
def h[**P](*args: P.args, **kwargs: P.kwargs): return args
T, Ts = f.__type_params__[0], g.__type_params__[0]
print(f(1, 2), f.__type_params__, f.__annotations__, g(1, 2), g.__annotations__, h(1), h.__annotations__)
# expect: [1] (T,) {'x': T, 'y': __main__.G[T], 'z': 'T | int', 'return': list[T]} (1, 2) {'args': typing.Unpack[Ts]} (1,) {'args': P.args, 'kwargs': P.kwargs}
print(list[T], list[T][int], dict[T, list[T]].__parameters__, dict[T, list[T]][int], (list[T] | int)[str], G[T][int], dict[str, G[T]][int], tuple[int, *Ts][str, float], tuple[int, *Ts])
# expect: list[T] list[int] (T,) dict[int, list[int]] list[str] | int __main__.G[int] dict[str, __main__.G[int]] tuple[int, str, float] tuple[int, typing.Unpack[Ts]]
print(T.__name__, T.__module__, type(T), T.__bound__, T.__constraints__, T.has_default(), M.__type_params__[1].__default__)
# expect: T typing <class 'typing.TypeVar'> None () False <class 'int'>
ask(lambda: list[T][()], lambda: list[T][int, str], lambda: list[int][str], lambda: isinstance(1, T))
# expect: TypeError: Too few arguments for list[T]; actual 0, expected at least 1
# expect: TypeError: Too many arguments for list[T]; actual 2, expected 1
# expect: TypeError: list[int] is not a generic class
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
try:
    class X(T): pass
except TypeError as e:
    print(e)
# expect: Cannot subclass an instance of TypeVar
type A[T] = list[T] | None
type B = int
type R = list[R]
print(A, A[int], A.__value__, A.__type_params__, A.__name__, A.__module__, type(A), A | int, B | None, B.__value__, R.__value__, B.__type_params__)
# expect: A A[int] list[T] | None (T,) A __main__ <class 'typing.TypeAliasType'> A | int B | None <class 'int'> list[R] ()
ask(lambda: B[int], lambda: A(), lambda: isinstance(1, B))
# expect: TypeError: Only generic type aliases are subscriptable
# expect: TypeError: 'typing.TypeAliasType' object is not callable
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
class Outer[T]:
    def method[U](self, a: T, b: U) -> tuple[T, U]: return a, b
print(Outer().method(1, 2), Outer.method.__type_params__, Outer.method.__annotations__)
# expect: (1, 2) (U,) {'a': T, 'b': U, 'return': tuple[T, U]}
