# gc.collect() inside __del__, inside callbacks and inside a collection is harmless.
import gc
class C:
    def __init__(self, n): self.n, self.me = n, self
    def __del__(self):
        gc.collect()
        seen.append(self.n)
seen = []
for i in range(5): C(i)
gc.collect()
print(sorted(seen))  # expect: [0, 1, 2, 3, 4]
class Plain:
    def __del__(self): gc.collect()
for _ in range(3): Plain()
def callback(phase, info): gc.collect()
gc.callbacks.append(callback)
l = []
l.append(l)
del l
gc.collect()
gc.callbacks.clear()
class Toggles:
    def __init__(self): self.me = self
    def __del__(self):
        gc.disable()
        gc.enable()
        gc.set_threshold(2000, 10, 10)
Toggles()
gc.collect()
print("fine", gc.isenabled())  # expect: fine True
