# isinstance and issubclass: classes, tuples, unions, hooks.
class A: pass
class B(A): pass
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance("a", (int, (float, str))), isinstance(B(), A), isinstance(A(), B), isinstance(A, type), isinstance(1, object))
# expect: True True True True True False True True
print(issubclass(bool, int), issubclass(int, bool), issubclass(B, (str, A)), issubclass(A, A), issubclass(int, object), issubclass(type, object), issubclass(B, ()), isinstance(1, ()))
# expect: True False True True True True False False
print(isinstance(1, int | str), issubclass(int, int | str), isinstance(None, int | None), int | str, isinstance([], list | dict))
# expect: True True True int | str True
class Duck(type):
    def __instancecheck__(cls, x): return hasattr(x, "quack")
class Quacker(metaclass=Duck): pass
class D: quack = 1
print(isinstance(D(), Quacker), isinstance(5, Quacker), isinstance(D(), (int, Quacker)), type(D()) is Quacker)
# expect: True False True False
class Fake:
    __class__ = int
print(isinstance(Fake(), int), type(Fake()).__name__, isinstance(Fake(), Fake))  # expect: True Fake True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: isinstance(1, 1))  # expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
err(lambda: isinstance(1, "int"))
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
err(lambda: isinstance(1, (str, 5)))
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
err(lambda: isinstance(1, [int]))
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
err(lambda: isinstance(1, list[int]))  # expect: TypeError: isinstance() argument 2 cannot be a parameterized generic
err(lambda: issubclass(1, int))  # expect: TypeError: issubclass() arg 1 must be a class
err(lambda: issubclass(int, 1))
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
err(lambda: issubclass(int, (str, "a")))
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
err(lambda: isinstance())  # expect: TypeError: isinstance expected 2 arguments, got 0
err(lambda: issubclass(int))  # expect: TypeError: issubclass expected 2 arguments, got 1
