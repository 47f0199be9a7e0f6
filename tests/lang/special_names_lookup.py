# Implicit calls of special methods look at the type only, explicit ones at the instance first.
class C:
    def __len__(self): return 1
    def __repr__(self): return "type repr"
    def __eq__(self, o): return "type eq"
    __hash__ = None
c = C()
c.__len__ = lambda: 99
c.__repr__ = lambda: "instance repr"
c.__eq__ = lambda o: "instance eq"
c.__hash__ = lambda: 5
print(len(c), c.__len__(), repr(c), c.__repr__(), c == 1, c.__eq__(1))
# expect: 1 99 type repr instance repr type eq instance eq
try: hash(c)
except TypeError as e: print(e)  # expect: unhashable type: 'C'
print(c.__hash__())  # expect: 5
c.__class__ = C
C.__len__ = lambda self: 7
print(len(c))  # expect: 7
del C.__len__
try: len(c)
except TypeError as e: print(e)  # expect: object of type 'C' has no len()
class Meta(type):
    def __len__(cls): return 42
    def __call__(cls): return "called the class"
    def __getattribute__(cls, name):
        if name == "hidden": return "from meta"
        return super().__getattribute__(name)
class D(metaclass=Meta):
    def __len__(self): return 3
print(len(D), D(), D.hidden, type.__call__(D).__len__())  # expect: 42 called the class from meta 3
class E:
    def __getattribute__(self, name):
        print("asked", name)
        return super().__getattribute__(name)
    def __len__(self): return 2
    def __add__(self, o): return "added"
e = E()
print(len(e), e + 1)  # expect: 2 added
print(e.__len__())
# expect: asked __len__
# expect: 2
class F:
    def __getattr__(self, name): return lambda *a: "made"
try: len(F())
except TypeError as e: print(e)  # expect: object of type 'F' has no len()
print(F().__len__(), bool(F()))  # expect: made True
class Counter:
    def __call__(self): return "call"
    @staticmethod
    def __init_subclass__(): print("subclassed")
class Sub(Counter): pass  # expect: subclassed
class Prop:
    @property
    def __len__(self): return lambda: 8
    @classmethod
    def __contains__(cls, x): return x is cls
    @staticmethod
    def __getitem__(i): return i * 2
print(len(Prop()), Prop in Prop(), Prop()[4])  # expect: 8 True 8
