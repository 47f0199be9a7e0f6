# property: getter, setter, deleter, documentation, inheritance, errors.
class C:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "The x."
        return self._x
    @x.setter
    def x(self, value):
        if value < 0: raise ValueError("negative")
        self._x = value
    @x.deleter
    def x(self): self._x = None
    @property
    def readonly(self): return 42
    def get_y(self): return "y"
    y = property(get_y, doc="doc of y")
c = C()
c.x = 5
print(c.x, C.x.__doc__, C.y.__doc__, c.y, c.readonly)  # expect: 5 The x. doc of y y 42
c.x += 2
print(c.x)  # expect: 7
del c.x
print(c.x)  # expect: None
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def negative(): c.x = -1
err(negative)  # expect: ValueError: negative
def ro(): c.readonly = 1
err(ro)  # expect: AttributeError: property 'readonly' of 'C' object has no setter
def dele(): del c.readonly
err(dele)  # expect: AttributeError: property 'readonly' of 'C' object has no deleter
def plain():
    class D:
        p = property()
    D().p
err(plain)  # expect: AttributeError: property 'p' of 'plain.<locals>.D' object has no getter
c.__dict__["readonly"] = "shadow"
print(c.readonly)  # expect: 42
class D(C):
    @C.x.getter
    def x(self): return "D:" + str(self._x)
d = D()
d.x = 3
print(d.x, type(C.x).__name__, C.x.fget(c), C.x.fset is not None, C.readonly.fset)
# expect: D:3 property None True None
print(C.x.__get__(d, D), property(lambda s: 1).__get__(None, C).__class__.__name__)  # expect: 3 property
class E:
    @property
    def raises(self): raise AttributeError("inner")
err(lambda: E().raises)  # expect: AttributeError: inner
print(hasattr(E(), "raises"))  # expect: False
