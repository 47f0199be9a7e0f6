# functools: singledispatch and singledispatchmethod.
from functools import singledispatch, singledispatchmethod
from collections.abc import Sized, Iterable, Mapping, Sequence
def err(func):
    try:
        print(func())
    except Exception as e:
        print(type(e).__name__ + ":", str(e).split(" at 0x")[0])
@singledispatch
def show(x, extra=None):
    "Shows."
    return "object"
@show.register
def _(x: int, extra=None):
    return f"int {extra}"
@show.register(list)
def show_list(x, extra=None):
    return "list of " + ", ".join(map(show, x))
show.register(str, lambda x: "str")
@show.register
def _(x: float | complex):
    return "float or complex"
print(show(1), show(1, extra="e"), show([1, "a", None]), show(True), show(1.5), show(1j), show(b""), show.__name__, show.__doc__)
# expect: int None int e list of int None, str, object int None float or complex float or complex object show Shows.
print(show.dispatch(bool) is show.dispatch(int), sorted(c.__name__ for c in show.registry), show_list([1]))
# expect: True ['complex', 'float', 'int', 'list', 'object', 'str'] list of int None
err(show)  # expect: TypeError: show requires at least 1 positional argument
err(lambda: show.register(5))
# expect: TypeError: Invalid first argument to `register()`: 5. Use either `@register(some_class)` or plain `@register` on an annotated function.
err(lambda: show.register(lambda x: x))  # expect: TypeError: Invalid first argument to `register()`: <function <lambda>.<locals>.<lambda>
@show.register
def _(x: Sized):
    return "sized"
@show.register
def _(x: Mapping):
    return "mapping"
print(show({}), show(()), show(set()), show(range(2)), show(iter("")))  # expect: mapping sized sized sized object
@show.register
def _(x: Sequence):
    return "sequence"
print(show(()), show(range(1)))  # expect: sequence sequence
class A:
    pass
class B(A):
    pass
class C(B):
    pass
show.register(A, lambda x: "A")
print(show(C()))  # expect: A
show.register(B, lambda x: "B")
print(show(C()), show(A()))  # expect: B A
@singledispatch
def ambiguous(x):
    return "object"
ambiguous.register(Sized, lambda x: "sized")
ambiguous.register(Iterable, lambda x: "iterable")
err(lambda: ambiguous(()))  # expect: RuntimeError: Ambiguous dispatch: <class 'collections.abc.Sized'> or <class 'collections.abc.Iterable'>
class M:
    @singledispatchmethod
    def m(self, x):
        return "object"
    @m.register
    def _(self, x: int):
        return "int", type(self).__name__
    @singledispatchmethod
    @classmethod
    def c(cls, x):
        return "object", cls.__name__
    @c.register(int)
    @classmethod
    def _(cls, x):
        return "int", cls.__name__
    @singledispatchmethod
    @staticmethod
    def s(x):
        return "object"
    @s.register(str)
    @staticmethod
    def _(x):
        return "str"
print(M().m(1), M().m("a"), M.c(1), M().c("a"), M.s("x"), M.s(1), M().m.__name__)
# expect: ('int', 'M') object ('int', 'M') ('object', 'M') str object m
err(lambda: M().m())  # expect: TypeError: m requires at least 1 positional argument
