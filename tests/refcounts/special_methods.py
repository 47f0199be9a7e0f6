# A dunder method called from C sees its object once more than a plain call does.
import sys
rc = sys.getrefcount
class C:
    def __len__(self): return rc(self)
    def __bool__(self): return rc(self) > 0
    def __repr__(self): return str(rc(self))
    def __hash__(self): return rc(self)
    def __add__(self, o): return rc(self)
    def __radd__(self, o): return rc(self)
    def __eq__(self, o): return rc(self)
    def __getitem__(self, i): return rc(self)
    def __contains__(self, o): return rc(self) == 4
    def __call__(self): return rc(self)
    def __neg__(self): return rc(self)
    def __getattr__(self, name): return rc(self)
    def __iter__(self): return iter([rc(self)])
    def __index__(self): return rc(self)
    def plain(self): return rc(self)
    def __iadd__(self, o):
        print(rc(self))
        return self
c = C()
print(c.plain(), C.plain(c))  # expect: 3 3
print(len(c), repr(c), str(c), hash(c))  # expect: 4 4 4 4
print(c + 1, 1 + c, c == 1, c[0])  # expect: 4 4 4 4
print(c(), -c, c.missing, list(c))  # expect: 4 4 4 [4]
print(hex(c), [10, 20, 30, 40, 50, 60][c])  # expect: 0x4 50
c += 1  # expect: 4
print(rc(c))  # expect: 2
