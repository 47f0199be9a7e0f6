# __del__ of every object of a dead cycle runs once, before anything is cleared.
# observes: gc-time
import gc
gc.disable()
class N:
    def __init__(self, name): self.name = name
    def __del__(self):
        print("del", self.name, "sees", self.other.name if hasattr(self, "other") else None)
a, b, c = N("a"), N("b"), N("c")
a.other, b.other, c.other = b, c, a
del a, b, c
print("before")  # expect: before
print(gc.collect())
# expect: del a sees b
# expect: del b sees c
# expect: del c sees a
# expect: 3
print(gc.collect(), gc.garbage)  # expect: 0 []
class Cuts:
    def __init__(self): self.me = self
    def __del__(self):
        print("cut")
        del self.me
Cuts()
print(gc.collect())
# expect: cut
# expect: 0
class Fails:
    def __init__(self): self.me = self
    def __del__(self):
        print("about to fail")
        self.me = None
class Makes:
    def __init__(self): self.me = self
    def __del__(self):
        l = []
        l.append(l)
Makes()
print(gc.collect(), gc.collect(), gc.collect())  # expect: 1 1 0
x = N("x")
x.items = [x, N("inner")]
del x
print(gc.collect())
# expect: del x sees None
# expect: del inner sees None
# expect: 3
