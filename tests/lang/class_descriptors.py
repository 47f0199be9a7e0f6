# Data descriptors beat the instance, non-data descriptors lose to it.
class Data:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner):
        if obj is None: return "class access"
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
    def __delete__(self, obj): del obj.__dict__[self.name]
class NonData:
    def __get__(self, obj, owner): return "nondata", obj is None, owner.__name__
class C:
    d = Data()
    n = NonData()  # expect: named C d
c = C()
print(c.d, C.d, c.n, C.n)  # expect: unset class access ('nondata', False, 'C') ('nondata', True, 'C')
c.d = 5
print(c.d, c.__dict__)  # expect: 10 {'d': 10}
c.__dict__["d"] = "direct"
print(c.d)  # expect: direct
c.n = "instance wins"
print(c.n)  # expect: instance wins
del c.d
print(c.d)  # expect: unset
class SetOnly:
    def __set__(self, obj, value): print("set only", value)
class E:
    s = SetOnly()
e = E()
e.s = 1  # expect: set only 1
print(type(e.s).__name__)  # expect: SetOnly
e.__dict__["s"] = "found"
print(e.s)  # expect: found
def err(f):
    try:
        f()
    except Exception as x:
        print(type(x).__name__ + ":", x)
def no_delete(): del e.s
err(no_delete)  # expect: AttributeError: __delete__
class GetSet:
    def __get__(self, o, t): raise AttributeError("no value")
    def __set__(self, o, v): raise AttributeError("cannot set")
class F:
    g = GetSet()
    def __getattr__(self, name): return "fallback"
print(F().g)  # expect: fallback
def cannot(): F().g = 1
err(cannot)  # expect: AttributeError: cannot set
def fn(self): return self
print(fn.__get__(5)(), fn.__get__(5, int)(), type(fn.__get__(None, int)).__name__)  # expect: 5 5 function
C.late = Data
C.d = "replaced"
print(C.d, c.d)  # expect: replaced replaced
class NameFails:
    def __set_name__(self, owner, name): raise ValueError("bad name")
def bad_class():
    class G:
        x = NameFails()
err(bad_class)  # expect: ValueError: bad name
