# An object that __del__ makes reachable again survives with its neighbours; __del__ does not run twice.
# observes: gc-time
import gc
gc.disable()
saved = []
class R:
    def __init__(self, name): self.name = name
    def __del__(self):
        print("del", self.name)
        saved.append(self)
a, b = R("a"), R("b")
a.other, b.other = b, a
del a, b
print(gc.collect(), len(saved))
# expect: del a
# expect: del b
# expect: 0 2
print(saved[0].other.other is saved[0], [r.name for r in saved])  # expect: True ['a', 'b']
saved.clear()
print(gc.collect(), len(saved))  # expect: 2 0
class Half:
    def __init__(self, keep): self.keep, self.me = keep, self
    def __del__(self):
        if self.keep: saved.append(self)
Half(True); Half(False)
print(gc.collect(), len(saved))  # expect: 1 1
saved.clear()
print(gc.collect())  # expect: 1
r = R("plain")
del r  # expect: del plain
print(len(saved), saved[0].name)  # expect: 1 plain
x = saved.pop()
del x
print("not finalised again", len(saved))  # expect: not finalised again 0
class Swap:
    def __del__(self):
        global kept
        kept = self
kept = None
Swap()
print(type(kept).__name__)  # expect: Swap
kept = None
print("gone")  # expect: gone
