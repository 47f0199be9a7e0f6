# Subclasses of int behave as ints and keep their own methods.
class Money(int):
    def __repr__(self): return "Money(%d)" % int(self)
    def __add__(self, other): return Money(int.__add__(self, other))
m = Money(5)
print(m, str(m), m + 2, 2 + m, m * 3, type(m * 3).__name__, m == 5, hash(m) == hash(5), {5: "x"}[m])
# expect: Money(5) Money(5) Money(7) 7 15 int True True x
m.note = "attributes work"
print(m.note, f"{m}", f"{m:d}", "%d %s" % (m, m), -m, +m, type(+m).__name__, abs(m), bool(Money(0)))
# expect: attributes work Money(5) 5 5 Money(5) -5 5 int 5 False
print([10, 20, 30, 40, 50, 60][m], "ab" * m, range(m), m.bit_length(), m / 2, m ** 2, m & 4, int(m).__class__.__name__)
# expect: 60 ababababab range(0, 5) 3 2.5 25 4 int
class Positive(int):
    def __new__(cls, value):
        if value < 0: raise ValueError("must not be negative")
        return super().__new__(cls, value)
print(Positive(3), isinstance(Positive(3), int))  # expect: 3 True
try:
    Positive(-1)
except ValueError as e:
    print(e)  # expect: must not be negative
class Flag(int):
    def __eq__(self, o): return True
    __hash__ = int.__hash__
print(Flag(1) == 2, 2 == Flag(1), Flag(1) != 1, 1 in [Flag(3)])  # expect: True True False True
print(sum([Money(1), Money(2)]), max(Money(3), Money(9)), sorted([Money(2), Money(1)]), Money("12"), Money(2 ** 70))
# expect: 3 Money(9) [Money(1), Money(2)] Money(12) Money(1180591620717411303424)
