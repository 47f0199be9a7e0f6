# __getattr__ is asked last, __getattribute__ first; __setattr__ and __delattr__ see all.
class A:
    x = 1
    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError("no such: " + name)
        return "made " + name
a = A()
a.y = 2
print(a.x, a.y, a.z, hasattr(a, "no_way"), hasattr(a, "other"), getattr(a, "none", "default"))
# expect: 1 2 made z False True default
try:
    a.nothing
except AttributeError as e:
    print(e)  # expect: no such: nothing
class B:
    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)
    def m(self): return "m"
b = B()
b.v = 1
print(b.v)
# expect: get v
# expect: 1
print(b.m())
# expect: get m
# expect: m
class C:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
c = C()
c.a = 1  # expect: set a 1
c.a += 1  # expect: set a 2
del c.a  # expect: del a
setattr(c, "b", 5)  # expect: set b 5
print(c.__dict__)  # expect: {'b': 5}
class Both:
    def __getattribute__(self, name):
        raise AttributeError("hidden")
    def __getattr__(self, name):
        return "fallback " + name
print(Both().anything)  # expect: fallback anything
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_t", target)
    def __getattr__(self, name): return getattr(self._t, name)
    def __setattr__(self, name, value): setattr(self._t, name, value)
p = Proxy([3, 1])
p.sort()
p.append(9)
print(p._t)  # expect: [1, 3, 9]
class Prop:
    @property
    def broken(self): return self.nothing_here
    def __getattr__(self, name): return "fallback for " + name
print(Prop().broken)  # expect: fallback for nothing_here
class OnClass(type):
    def __getattr__(cls, name): return cls.__name__ + "." + name
class K(metaclass=OnClass): pass
print(K.anything)  # expect: K.anything
try:
    K().anything
except AttributeError as e:
    print(e)  # expect: 'K' object has no attribute 'anything'
