# property, classmethod, staticmethod as callable types with attributes.
p = property(lambda s: 1, None, None, "the doc")
print(type(p).__name__, p.__doc__, p.fget(0), p.fset, p.fdel)  # expect: property the doc 1 None None
class C:
    x = p
    @property
    def y(self):
        "doc of y"
        return self._y
    @y.setter
    def y(self, v): self._y = v
    z = property()
print(C().x, C.y.__doc__, C.x is p, C.y.fset.__name__, isinstance(C.y, property), C.y.__name__)
# expect: 1 doc of y True y True y
c = C()
c.y = 5
print(c.y, C.y.__get__(c), C.__dict__["y"].fget(c))  # expect: 5 5 5
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: c.z)  # expect: AttributeError: property 'z' of 'C' object has no getter
def set_x(): c.x = 2
err(set_x)  # expect: AttributeError: property 'x' of 'C' object has no setter
err(lambda: property(1, 2, 3, 4, 5))  # expect: TypeError: property() takes at most 4 arguments (5 given)
err(lambda: C.y.nothing)  # expect: AttributeError: 'property' object has no attribute 'nothing'
def set_fget(): C.y.fget = 1
err(set_fget)  # expect: AttributeError: readonly attribute
s, k = staticmethod(len), classmethod(lambda cls: cls)
print(s("abc"), s.__func__ is len, k.__func__(5), k.__get__(None, int)() is int, s.__get__(5)("ab"), s.__wrapped__ is len)
# expect: 3 True 5 True 2 True
err(lambda: staticmethod())  # expect: TypeError: staticmethod expected 1 argument, got 0
err(lambda: classmethod(1, 2))  # expect: TypeError: classmethod expected 1 argument, got 2
q = p.getter(lambda s: 2)
print(q.fget(0), p.fget(0), q.__doc__)  # expect: 2 1 the doc
