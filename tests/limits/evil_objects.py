# Special methods that return the wrong thing or pull the rug.
# skip: not yet as CPython does it
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class W:
    def __repr__(self): return 1
    def __len__(self): return "x"
    def __iter__(self): return 5
    def __hash__(self): return "x"
    def __bool__(self): return 2
    def __index__(self): return "i"
    def __int__(self): return 1.5
    def __float__(self): return "f"
    def __format__(self, s): return 3
    def __getattribute__(self, n): return super().__getattribute__(n) if n != "__class__" else int
    def __enter__(self): pass
    def __call__(self, *a): return W
    def __contains__(self, x): return [x]
    def __next__(self): return None
    def __getitem__(self, k): raise StopIteration
    def __length_hint__(self): return "many"
w = W()
err(lambda: repr(w))  # expect: TypeError: __repr__ returned non-string (type int)
err(lambda: len(w))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: iter(w))  # expect: TypeError: iter() returned non-iterator of type 'int'
err(lambda: hash(w))  # expect: TypeError: __hash__ method should return an integer
err(lambda: bool(w))  # expect: TypeError: __bool__ should return bool, returned int
err(lambda: [1][w])  # expect: TypeError: __index__ returned non-int (type str)
err(lambda: int(w))  # expect: TypeError: __int__ returned non-int (type float)
err(lambda: float(w))  # expect: TypeError: W.__float__ returned non-float (type str)
err(lambda: format(w))  # expect: TypeError: __format__ must return a str, not int
err(lambda: isinstance(w, int))  # expect: True
err(lambda: 1 in w)  # expect: True
err(lambda: type(w).__name__)  # expect: W
def enter():
    with w: pass
err(enter)  # expect: TypeError: 'W' object does not support the context manager protocol (missed __exit__ method)
class G:
    def __getattr__(self, n): raise KeyError(n)
err(lambda: G().x)  # expect: KeyError: 'x'
err(lambda: hasattr(G(), "x"))  # expect: KeyError: 'x'
err(lambda: getattr(G(), "x", 1))  # expect: KeyError: 'x'
class M(type):
    def mro(cls): return [cls]
class X(metaclass=M): pass
err(lambda: X())  # expect: TypeError: cannot create 'X' instances
err(lambda: X.__mro__ == (X,))  # expect: True
class BadMro(type):
    def mro(cls): return 5
def bad_mro():
    class Y(metaclass=BadMro): pass
err(bad_mro)  # expect: TypeError: 'int' object is not iterable
class N:
    def __new__(cls): return None
    def __init__(self): print("never")
err(lambda: N())  # expect: None
class Sub(str):
    def __hash__(self): return 1
    def __eq__(self, o): return True
err(lambda: {Sub("a"): 1}["b"])  # expect: KeyError: 'b'
err(lambda: {Sub("a"): 1}.get(Sub("zz")))  # expect: 1
err(lambda: getattr(5, Sub("real")))  # expect: AttributeError: 'int' object has no attribute 'real'
class Descr:
    def __get__(self, o, t):
        del t.x
        return "deleted itself"
class H: x = Descr()
err(lambda: H().x)  # expect: deleted itself
err(lambda: H().x)  # expect: AttributeError: 'H' object has no attribute 'x'
class Kill:
    def __getattr__(self, n):
        type(self).__getattr__ = None
        return n
err(lambda: Kill().one)  # expect: one
err(lambda: Kill().two)  # expect: TypeError: 'NoneType' object is not callable
f = lambda: 1
f.__class__.__name__
def change_code():
    def g(): return 1
    def h():
        g.__code__ = h.__code__ if False else (lambda: 2).__code__
        return g()
    return g(), h(), g()
err(change_code)  # expect: (1, 2, 2)
class Iter:
    def __iter__(self):
        del Iter.__next__
        return self
    def __next__(self): return 1
err(lambda: list(Iter()))  # expect: TypeError: iter() returned non-iterator of type 'Iter'
class Add:
    def __add__(self, o):
        Add.__add__ = lambda s, o: "second"
        return "first"
err(lambda: [Add() + 1 for _ in range(3)])  # expect: ['first', 'second', 'second']
