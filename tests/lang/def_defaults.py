# Default values are evaluated once, when the def runs, from left to right.
def note(x):
    print("default", x)
    return x
def f(a, b=note(1), *, c=note(2)): return a, b, c
# expect: default 1
# expect: default 2
print(f(0), f(0, 5), f(0, c=7))  # expect: (0, 1, 2) (0, 5, 2) (0, 1, 7)
def collect(x, into=[]):
    into.append(x)
    return into
print(collect(1), collect(2))  # expect: [1, 2] [1, 2]
print(collect(3, []), collect.__defaults__)  # expect: [3] ([1, 2],)
n = 1
def g(x=n): return x
n = 2
print(g())  # expect: 1
fs = [lambda i=i: i for i in range(3)]
print([h() for h in fs])  # expect: [0, 1, 2]
def late(x=None):
    if x is None: x = []
    x.append(1)
    return x
print(late(), late())  # expect: [1] [1]
g.__defaults__ = (9,)
print(g())  # expect: 9
def kw(*, k=1): return k
kw.__kwdefaults__ = {"k": 5}
print(kw(), kw(k=2))  # expect: 5 2
