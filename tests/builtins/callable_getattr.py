# callable, getattr, setattr, delattr, hasattr, dir, vars.
class C:
    x = 1
    def m(self): return "m"
    @property
    def p(self): raise ValueError("in property")
    @property
    def q(self): raise AttributeError("hidden")
c = C()
print(getattr(c, "x"), getattr(c, "m")(), getattr(c, "none", 5), getattr(C, "x"), getattr("abc", "upper")(), getattr(c, "q", "default"))
# expect: 1 m 5 1 ABC default
setattr(c, "y", 2); setattr(c, "not an identifier", 3)
print(c.y, vars(c), getattr(c, "not an identifier"), hasattr(c, "y"), hasattr(c, "z"), hasattr(c, "q"))
# expect: 2 {'y': 2, 'not an identifier': 3} 3 True False False
delattr(c, "y")
print(hasattr(c, "y"), callable(c.m), callable(c), callable(C), callable(print), callable(lambda: 0), callable(5), callable("s"))
# expect: False True False True True True False False
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: getattr(c, "zz"))  # expect: AttributeError: 'C' object has no attribute 'zz'
err(lambda: getattr(c))  # expect: TypeError: getattr expected at least 2 arguments, got 1
err(lambda: getattr(c, 5))  # expect: TypeError: attribute name must be string, not 'int'
err(lambda: hasattr(c, 5))  # expect: TypeError: attribute name must be string, not 'int'
err(lambda: hasattr(c, "p"))  # expect: ValueError: in property
err(lambda: getattr(c, "p", "default"))  # expect: ValueError: in property
err(lambda: setattr(c, "x"))  # expect: TypeError: setattr expected 3 arguments, got 2
err(lambda: setattr(c, "p", 1))  # expect: AttributeError: property 'p' of 'C' object has no setter
err(lambda: setattr(5, "x", 1))
# expect: AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
err(lambda: delattr(c, "x"))  # expect: AttributeError: 'C' object has no attribute 'x'
err(lambda: delattr(c))  # expect: TypeError: delattr expected 2 arguments, got 1
err(lambda: vars(5))  # expect: TypeError: vars() argument must have __dict__ attribute
err(lambda: vars(1, 2))  # expect: TypeError: vars expected at most 1 argument, got 2
print([n for n in dir(c) if not n.startswith("__")], [n for n in dir(C) if n[0] != "_"], "append" in dir([]), "__add__" in dir(5))
# expect: ['m', 'not an identifier', 'p', 'q', 'x'] ['m', 'p', 'q', 'x'] True True
def local_dir():
    b = a = 1
    return dir()
print(local_dir(), "c" in dir(), dir() == sorted(dir()), vars(C)["x"], type(vars(C)).__name__)
# expect: ['a', 'b'] True True 1 mappingproxy
class D:
    def __dir__(self): return ["z", "a"]
print(dir(D()))  # expect: ['a', 'z']
class E:
    def __dir__(self): return 5
err(lambda: dir(E()))  # expect: TypeError: 'int' object is not iterable
