# Instances: inline attributes, __dict__, __slots__, subclasses of builtins.
# observes: sizes
import sys
size = sys.getsizeof
class Empty: pass
class Two:
    def __init__(self): self.a, self.b = 1, 2
class Slots:
    __slots__ = ("a", "b")
class None_:
    __slots__ = ()
class OneMore(Slots):
    __slots__ = ("c",)
class WithDict(Slots): pass
print(size(Empty()), size(Two()), size(Slots()), size(None_()), size(OneMore()), size(WithDict()))
# expect: 48 48 48 32 56 64
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
print(size(L()) - size([]), size(D()) - size({}), size(I(5)) >= size(5), size(T((1,))) >= size((1,)))
# expect: 16 16 True True
two = Two()
before = size(two)
for i in range(20): setattr(two, "x" + str(i), i)
print(size(two) == before, size(two.__dict__) > 100)  # expect: True True
print(size(ValueError()) > 50, size(Empty) > 500, size(lambda: 0) > 50, size(x for x in []) > 100)
# expect: True True True True
