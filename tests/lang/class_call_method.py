# __call__ makes instances callable; special methods are looked up on the type.
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, *args, **kw): return self.n + sum(args) + sum(kw.values())
add = Adder(10)
print(add(), add(1, 2), add(1, x=5), callable(add), list(map(add, [1, 2])))  # expect: 10 13 16 True [11, 12]
class A: pass
a = A()
a.__len__ = lambda: 5
a.__str__ = lambda: "instance"
try:
    len(a)
except TypeError as e:
    print(e)  # expect: object of type 'A' has no len()
print(str(a)[:11])  # expect: <__main__.A
A.__len__ = lambda self: 6
print(len(a), a.__len__())  # expect: 6 5
class Compose:
    def __init__(self, *fs): self.fs = fs
    def __call__(self, x):
        for f in self.fs: x = f(x)
        return x
print(Compose(str, len)(12345), Compose(abs, lambda v: v * 2, str)(-4))  # expect: 5 8
class Chain:
    def __call__(self, n): return self if n else "end"
print(Chain()(1)(1)(0))  # expect: end
class Deco:
    def __init__(self, f): self.f, self.calls = f, 0
    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)
@Deco
def square(x): return x * x
print(square(3), square(4), square.calls)  # expect: 9 16 2
print(A.__call__().__class__.__name__, (lambda: 3).__call__(), len.__call__("ab"))  # expect: A 3 2
