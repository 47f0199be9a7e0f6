# Method resolution order of diamonds, and cooperation through super.
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [k.__name__ for k in D.__mro__], D.mro() == list(D.__mro__))
# expect: ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object'] True
class X: pass
class Y: pass
class M1(X, Y): pass
class M2(X, Y): pass
class Z(M1, M2): pass
print([k.__name__ for k in Z.__mro__])  # expect: ['Z', 'M1', 'M2', 'X', 'Y', 'object']
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def conflict():
    class N(Y, X): pass
    class Bad(M1, N): pass
err(conflict)  # expect: TypeError: Cannot create a consistent method resolution order (MRO) for bases X, Y
def twice():
    class Bad(X, X): pass
err(twice)  # expect: TypeError: duplicate base class X
def order():
    class Bad(A, B): pass
err(order)  # expect: TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B
def from_bool():
    class Bad(bool): pass
err(from_bool)  # expect: TypeError: type 'bool' is not an acceptable base type
def from_none():
    class Bad(type(None)): pass
err(from_none)  # expect: TypeError: type 'NoneType' is not an acceptable base type
def layout():
    class Bad(int, str): pass
err(layout)  # expect: TypeError: multiple bases have instance lay-out conflict
def not_class():
    class Bad(5): pass
err(not_class)  # expect: TypeError: int expected at most 2 arguments, got 3
def function():
    class Bad(len): pass
err(function)  # expect: TypeError: cannot create 'builtin_function_or_method' instances
class E(D): pass
A.g = lambda self: "late"
print(E().g(), E().f())  # expect: late ['D', 'B', 'C', 'A']
E.__bases__ = (C,)
print(E().f(), [k.__name__ for k in E.__mro__])  # expect: ['C', 'A'] ['E', 'C', 'A', 'object']
