# A metaclass makes the class: order of its hooks, keywords, inheritance.
class Meta(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": True}
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if k[0] != "_"), kw)
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
    def of_class(cls): return "on " + cls.__name__
    @property
    def shown(cls): return "property of " + cls.__name__
    def __len__(cls): return 7
    def __repr__(cls): return "<" + cls.__name__ + ">"
class A(metaclass=Meta, option=5):
    x = 1
    def __init__(self, *a): pass
# expect: prepare A () {'option': 5}
# expect: new A ['prepared', 'x'] {'option': 5}
# expect: init A {'option': 5}
class B(A): y = 2
# expect: prepare B (<A>,) {}
# expect: new B ['prepared', 'y'] {}
# expect: init B {}
a = A(1)  # expect: call A (1,)
print(type(A).__name__, type(B).__name__, A.prepared, A.of_class(), A.shown, len(A), A)
# expect: Meta Meta True on A property of A 7 <A>
try:
    a.of_class
except AttributeError as e:
    print(e)  # expect: 'A' object has no attribute 'of_class'
class Other(type): pass
try:
    class Bad(A, metaclass=Other): pass
except TypeError as e:
    print(e)
    # expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
class Derived(Meta): pass
class C(A, metaclass=Derived): pass
# expect: prepare C (<A>,) {}
# expect: new C ['prepared'] {}
# expect: init C {}
print(type(C).__name__)  # expect: Derived
def as_function(name, bases, ns, **kw):
    return name, bases, sorted(k for k in ns if k[0] != "_"), kw
class F(metaclass=as_function, k=1):
    v = 1
print(F)  # expect: ('F', (), ['v'], {'k': 1})
class I(type):
    def __instancecheck__(cls, obj): return obj == 5
    def __subclasscheck__(cls, sub): return sub is int
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == "in"
    def __getitem__(cls, k): return k
class Five(metaclass=I): pass
print(isinstance(5, Five), isinstance(6, Five), issubclass(int, Five), issubclass(str, Five))
# expect: True False True False
print(list(Five), "in" in Five, Five["k"])  # expect: ['a', 'b', 'c'] True k
