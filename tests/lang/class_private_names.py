# Names with two leading underscores are mangled inside a class.
class A:
    __x = 1
    _y = 2
    __z__ = 3
    def __init__(self): self.__own = 4
    def get(self): return self.__x, self.__own
    def __hidden(self): return "hidden"
    def call(self): return self.__hidden()
    def param(self, __p=5): return __p
class B(A):
    __x = 10
    def get_b(self): return self.__x
b = B()
print(b.get(), b.get_b(), b.call(), b.param(), b.param(_A__p=6))  # expect: (1, 4) 10 hidden 5 6
print(b._A__x, b._B__x, b._y, b.__z__, sorted(b.__dict__))  # expect: 1 10 2 3 ['_A__own']
try:
    b.__x
except AttributeError as e:
    print(e)  # expect: 'B' object has no attribute '__x'
class _Under:
    __v = "v"
    def get(self): return self.__v
print(_Under().get(), _Under._Under__v)  # expect: v v
class C:
    def m(self):
        __local = 1
        return sorted(locals()), __local
print(C().m()[0])  # expect: ['_C__local', 'self']
_D__outside = "global"
class D:
    def m(self): return __outside
print(D().m())  # expect: global
class E:
    class __Inner: pass
    def kind(self): return self.__Inner.__name__
print(E().kind())  # expect: __Inner
