# Inheritance: lookup along the bases, overriding, super in its forms.
class A:
    name = "A"
    def __init__(self, x): self.x = x
    def who(self): return "A.who"
    def hello(self): return "hello from " + self.who()
class B(A):
    def who(self): return "B.who"
class C(B):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
    def who(self): return "C+" + super().who() + "+" + super(B, self).who()
print(B(1).hello(), B(1).x, B.name)  # expect: hello from B.who 1 A
c = C(1, 2)
print(c.x, c.y, c.who(), c.hello())  # expect: 1 2 C+B.who+A.who hello from C+B.who+A.who
print(isinstance(c, A), issubclass(C, A), issubclass(A, C), C.__bases__, A.__subclasses__())
# expect: True True False (<class '__main__.B'>,) [<class '__main__.B'>]
B.name = "B"
print(A.name, B.name, C.name)  # expect: A B B
class D(int):
    def __add__(self, other): return D(int(self) + other * 100)
print(D(5) + 1, D(5) - 1, type(D(5) + 1).__name__, D(7) * 2)  # expect: 105 4 D 14
class L(list):
    def total(self): return sum(self)
l = L([1, 2, 3])
l.append(4)
print(l, l.total(), len(l), type(l[:2]).__name__, l == [1, 2, 3, 4])  # expect: [1, 2, 3, 4] 10 4 list True
class S(str):
    def shout(self): return self.upper() + "!"
print(S("abc").shout(), S("x") + "y", len(S("four")), {S("k"): 1}["k"])  # expect: ABC! xy 4 1
class Err(Exception): pass
class Sub(Err): pass
try: raise Sub("m")
except Err as e: print(type(e).__name__, e)  # expect: Sub m
print(object.__bases__, A.__base__, D.__base__)  # expect: () <class 'object'> <class 'int'>
