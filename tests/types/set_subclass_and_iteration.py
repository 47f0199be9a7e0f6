# Subclasses of set; iterating while changing; own elements.
class S(set):
    def __repr__(self): return "S" + str(sorted(self))
s = S([2, 1])
print(s, s | {3}, type(s | {3}).__name__, type(s.copy()).__name__, s == {1, 2}, len(s), S("ab") & set("b"))
# expect: S[1, 2] {1, 2, 3} set set True 2 {'b'}
s.name = "named"
print(s.name, isinstance(s, set), S() == set(), sorted(S([3]).union([4])))  # expect: named True True [3, 4]
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def grow():
    x = {1}
    for i in x: x.add(i + 100)
err(grow)  # expect: RuntimeError: Set changed size during iteration
def shrink():
    x = {1, 2, 3}
    for i in x: x.discard(i)
err(shrink)  # expect: RuntimeError: Set changed size during iteration
it = iter({1, 2})
print(it.__length_hint__(), type(it).__name__, sorted(it), list(it))  # expect: 2 set_iterator [1, 2] []
class E:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, o): return isinstance(o, E) and self.n == o.n
    def __repr__(self): return "E%d" % self.n
print(len({E(1), E(1), E(2)}), E(1) in {E(1)}, {E(1)} == {E(1)}, {E(1)} - {E(1)}, 1 in {E(1)})
# expect: 2 True True set() False
big = set(range(5000))
big -= set(range(0, 5000, 2))
print(len(big), 3 in big, 4 in big, big >= {1, 3}, len(big & set(range(100))), len(big | set(range(10))), len(big ^ {1, 2}))
# expect: 2500 True False True 50 2505 2500
while len(big) > 2: big.pop()
print(len(big))  # expect: 2
