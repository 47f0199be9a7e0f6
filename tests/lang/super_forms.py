# super: zero and two arguments, classmethods, attributes, errors.
class A:
    attr = "A.attr"
    def m(self): return "A.m"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    def __getitem__(self, i): return "item %s" % i
class B(A):
    attr = "B.attr"
    def m(self): return super().m() + "<B"
    @classmethod
    def c(cls): return super().c() + "<B"
    @staticmethod
    def s(): return super(B, B).s() + "<B"
    @property
    def p(self): return super().p + "<B"
    def look(self): return super().attr, super(B, self).attr
    def __getitem__(self, i): return super().__getitem__(i) + "<B"
    def nested(self):
        def inner(): return super(B, self).m()
        return inner()
    def lam(self): return (lambda s: super(B, s).m())(self)
b = B()
print(b.m(), B.c(), b.c(), b.s(), b.p)  # expect: A.m<B A.c B<B A.c B<B A.s<B A.p<B
print(b.look(), b[3], b.nested(), b.lam())  # expect: ('A.attr', 'A.attr') item 3<B A.m A.m
print(super(B, b).m(), repr(super(B, b)), repr(super(B, B)))
# expect: A.m <super: <class 'B'>, <B object>> <super: <class 'B'>, <B object>>
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: super(A, 5))
# expect: TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (A).
err(lambda: super(B, A()))
# expect: TypeError: super(type, obj): obj (instance of A) is not an instance or subtype of type (B).
err(lambda: super().m())  # expect: RuntimeError: super(): no arguments
err(lambda: super(5))  # expect: TypeError: super() argument 1 must be a type, not int
err(lambda: super(B, b).nothing)  # expect: AttributeError: 'super' object has no attribute 'nothing'
def outside(): super()
err(outside)  # expect: RuntimeError: super(): no arguments
class C(A):
    def m():
        super()
err(C.m)  # expect: RuntimeError: super(): no arguments
class D(A):
    def m(self):
        del self
        super()
err(D().m)  # expect: RuntimeError: super(): arg[0] deleted
def item(): super(B, b)[0]
err(item)  # expect: TypeError: 'super' object is not subscriptable
class Late(A):
    def m(self):
        self = B()
        return super().m()
err(Late().m)
# expect: TypeError: super(type, obj): obj (instance of B) is not an instance or subtype of type (Late).
print(super(A, b).__init__(), super(B, b).__thisclass__.__name__, super(B, b).__self__ is b)  # expect: None B True
