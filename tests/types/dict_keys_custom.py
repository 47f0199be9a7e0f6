# Keys of one's own: hash and equality decide; identity short-cuts equality.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o):
        print("compare", self.n, o.n)
        return self.n == o.n
    def __repr__(self): return "K%d" % self.n
a, b, c = K(1), K(4), K(7)
d = {a: "a"}
print(d[a])  # expect: a
d[b] = "b"  # expect: compare 1 4
print(d)  # expect: {K1: 'a', K4: 'b'}
print(d[K(4)])
# expect: compare 1 4
# expect: compare 4 4
# expect: b
print(c in d)
# expect: compare 1 7
# expect: compare 4 7
# expect: False
del d[a]
print(d[b])  # expect: b
class Always:
    def __eq__(self, o): return True
    def __hash__(self): return hash("k")
print({"k": 1}.get(Always()), {Always(): 2}.get("k"), {"k": 1, Always(): 2})  # expect: 1 2 {'k': 2}
class NoHash:
    def __eq__(self, o): return True
class RaisesHash:
    def __hash__(self): raise ValueError("no hash")
class RaisesEq:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("no eq")
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: {NoHash(): 1})  # expect: TypeError: unhashable type: 'NoHash'
err(lambda: {RaisesHash(): 1})  # expect: ValueError: no hash
err(lambda: {RaisesEq(): 1, RaisesEq(): 2})  # expect: ValueError: no eq
err(lambda: {1: 1}[RaisesEq()])  # expect: ValueError: no eq
x = RaisesEq()
print({x: "identity"}[x])  # expect: identity
n = float("nan")
e = {n: 1}
print(e[n], float("nan") in e, len({n: 1, n: 2}))  # expect: 1 False 1
class Changing:
    h = 1
    def __hash__(self): return Changing.h
y = Changing()
f = {y: "found"}
print(f.get(y))  # expect: found
Changing.h = 2
print(f.get(y), list(f) == [y], len(f))  # expect: None True 1
class Mutator:
    def __hash__(self): return 5
    def __eq__(self, o):
        g.clear()
        return False
g = {}
g[Mutator()] = 1
g[Mutator()] = 2
print(len(g))  # expect: 1
