# __init_subclass__, __set_name__, __class_getitem__, __subclasses__.
# skip: not yet as CPython does it
class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))
class A(Base): pass
class B(Base, tag="b"): pass
class C(A, tag=3): pass
print(Base.registry)  # expect: [('A', None), ('B', 'b'), ('C', 3)]
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def wrong():
    class D(Base, unknown=1): pass
err(wrong)  # expect: TypeError: wrong.<locals>.D.__init_subclass__() takes no keyword arguments
def plain():
    class E(x=1): pass
err(plain)  # expect: TypeError: plain.<locals>.E.__init_subclass__() takes no keyword arguments
class G:
    def __class_getitem__(cls, item): return cls.__name__, item
print(G[int], G[1, 2])  # expect: ('G', <class 'int'>) ('G', (1, 2))
err(lambda: A[int])  # expect: TypeError: type 'A' is not subscriptable
print([k.__name__ for k in Base.__subclasses__()][:2])  # expect: ['A', 'B']
class Field:
    def __set_name__(self, owner, name): owner.fields = getattr(owner, "fields", ()) + (name,)
class Model:
    a = Field()
    b = Field()
print(Model.fields)  # expect: ('a', 'b')
bases = (A,)
class Star(*bases, **{"tag": "star"}): pass
print(Base.registry[-1])  # expect: ('Star', 'star')
class Entries:
    def __mro_entries__(self, bases): return (A,)
class H(Entries()): pass
print(H.__bases__, type(H.__orig_bases__[0]).__name__)  # expect: (<class '__main__.A'>,) Entries
