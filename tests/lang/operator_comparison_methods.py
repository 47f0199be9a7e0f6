# Rich comparison: which side is asked, reflection, defaults, NotImplemented.
class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        print("eq", self.n, getattr(o, "n", o))
        return self.n == getattr(o, "n", o)
    def __lt__(self, o):
        print("lt", self.n, o.n)
        return self.n < o.n
    def __le__(self, o): return NotImplemented
print(A(1) == A(1))
# expect: eq 1 1
# expect: True
print(A(1) != A(2))
# expect: eq 1 2
# expect: True
print(5 == A(5))
# expect: eq 5 5
# expect: True
print(A(1) < A(2))
# expect: lt 1 2
# expect: True
print(A(1) > A(2))
# expect: lt 2 1
# expect: False
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: A(1) <= A(2))  # expect: TypeError: '<=' not supported between instances of 'A' and 'A'
err(lambda: A(1) >= A(2))  # expect: TypeError: '>=' not supported between instances of 'A' and 'A'
err(lambda: hash(A(1)))  # expect: TypeError: unhashable type: 'A'
class B: pass
b = B()
print(b == b, b == B(), b != b, b == 5, hash(b) == hash(b))  # expect: True False False False True
err(lambda: b < b)  # expect: TypeError: '<' not supported between instances of 'B' and 'B'
class C:
    def __eq__(self, o): return "truthy text"
    def __lt__(self, o): return []
    def __hash__(self): return 7
print(C() == 1, C() != 1, C() < 1, 1 > C(), hash(C()))  # expect: truthy text False [] [] 7
print(C() in [1], not (C() < 2), 1 if C() < 1 else 2, 1 < C() < 3)  # expect error: TypeError: '<' not supported between instances of 'int' and 'C'
class Base:
    def __lt__(self, o): return "Base.lt"
    def __gt__(self, o): return "Base.gt"
class Sub(Base):
    def __gt__(self, o): return "Sub.gt"
print(Base() < Sub(), Sub() < Base(), Base() > Sub())
class NE:
    def __ne__(self, o): return "ne called"
print(NE() != 1, NE() == 1)
n = float("nan")
print(n == n, n in [n], [n] == [n], n is n)
class NoEq:
    __eq__ = None
err(lambda: NoEq() == 1)
