# __new__ makes the object, __init__ fills it; what each may return.
class A:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, *args, **kw):
        print("init", args, kw)
a = A(1, k=2)
# expect: new A (1,) {'k': 2}
# expect: init (1,) {'k': 2}
class B(A):
    def __new__(cls): return 5
    def __init__(self): print("never")
print(B())  # expect: 5
class Single:
    only = None
    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only
print(Single() is Single())  # expect: True
class Celsius(float):
    def __new__(cls, text): return super().__new__(cls, text.rstrip("C"))
print(Celsius("21.5C") + 1)  # expect: 22.5
class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
print(T(1, 2), len(T(1, 2, 3)))  # expect: (1, 2) 3
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Bad:
    def __init__(self): return 5
err(Bad)  # expect: TypeError: __init__() should return None, not 'int'
class NoArgs: pass
err(lambda: NoArgs(1))  # expect: TypeError: NoArgs() takes no arguments
err(lambda: NoArgs(x=1))  # expect: TypeError: NoArgs() takes no arguments
err(lambda: object(1))  # expect: TypeError: object() takes no arguments
class OnlyInit:
    def __init__(self, a): self.a = a
err(lambda: OnlyInit())  # expect: TypeError: OnlyInit.__init__() missing 1 required positional argument: 'a'
err(lambda: OnlyInit(1, 2))  # expect: TypeError: OnlyInit.__init__() takes 2 positional arguments but 3 were given
class OnlyNew:
    def __new__(cls, a): return object.__new__(cls)
print(type(OnlyNew(1)).__name__)  # expect: OnlyNew
class Passes:
    def __new__(cls, a): return object.__new__(cls, a)
err(lambda: Passes(1))  # expect: TypeError: object.__new__() takes exactly one argument (the type to instantiate)
err(lambda: object.__new__())  # expect: TypeError: object.__new__(): not enough arguments
err(lambda: object.__new__(5))  # expect: TypeError: object.__new__(X): X is not a type object (int)
err(lambda: object.__new__(int))  # expect: TypeError: object.__new__(int) is not safe, use int.__new__()
err(lambda: int.__new__(str))  # expect: TypeError: int.__new__(str): str is not a subtype of int
class Sub(OnlyInit):
    def __init__(self): pass
err(lambda: Sub().a)  # expect: AttributeError: 'Sub' object has no attribute 'a'
