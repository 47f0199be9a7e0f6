# Garbage cycles go away by themselves while a program runs.
# skip-mode: stress a collection at every step of something this big takes hours
import gc
class C:
    alive = 0
    def __init__(self):
        self.me = self
        C.alive += 1
    def __del__(self): C.alive -= 1
for _ in range(20000): C()
print(C.alive < 5000)  # expect: True
gc.collect()
print(C.alive)  # expect: 0
gc.disable()
for _ in range(5000): C()
print(C.alive <= 5000)  # expect: True
gc.enable()
gc.collect()
print(C.alive)  # expect: 0
peak = 0
for _ in range(10000):
    C()
    peak = max(peak, C.alive)
print(peak < 5000)  # expect: True
def generator():
    while True:
        c = C()
        yield c.alive
g = generator()
print(max(next(g) for _ in range(10000)) < 5000)  # expect: True
