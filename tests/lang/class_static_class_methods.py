# staticmethod and classmethod, called on class, instance and subclass.
class A:
    @staticmethod
    def s(*a): return a
    @classmethod
    def c(cls, *a): return cls.__name__, a
    def plain(*a): return len(a)
    @classmethod
    def make(cls, x):
        self = cls()
        self.x = x
        return self
class B(A): pass
print(A.s(1), A().s(1), B.s(), B().s(2, 3))  # expect: (1,) (1,) () (2, 3)
print(A.c(1), A().c(), B.c(), B().c(2))  # expect: ('A', (1,)) ('A', ()) ('B', ()) ('B', (2,))
print(A.plain(), A().plain(), B().plain(1))  # expect: 0 1 2
print(type(B.make(5)).__name__, B.make(5).x)  # expect: B 5
print(A.c.__self__ is A, B.c.__self__ is B, A.c.__func__ is B.c.__func__, A.s.__name__)  # expect: True True True s
print(type(A.__dict__["s"]).__name__, type(A.__dict__["c"]).__name__, type(A.s).__name__, type(A.c).__name__)
# expect: staticmethod classmethod function method
class C:
    @staticmethod
    def helper(): return "helper"
    value = helper()
print(C.value)  # expect: helper
print(staticmethod(len)("abc"), classmethod(len).__func__ is len)  # expect: 3 True
class D:
    cm = classmethod(lambda cls: cls)
    sm = staticmethod(max)
print(D.cm() is D, D().sm(3, 4))  # expect: True 4
try:
    classmethod(len)()
except TypeError as e:
    print(e)  # expect: 'classmethod' object is not callable
