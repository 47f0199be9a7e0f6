# A cycle that something outside holds is not collected, wherever it is held.
# observes: gc-time
import gc
gc.disable()
def ring(n):
    nodes = [[] for _ in range(n)]
    for i in range(n): nodes[i].append(nodes[i - 1])
    return nodes[0]
gc.collect()
held = ring(5)
print(gc.collect())  # expect: 0
held = None
print(gc.collect())  # expect: 5
box = {"k": (ring(3),)}
print(gc.collect())  # expect: 0
box.clear()
print(gc.collect())  # expect: 3
def generator():
    r = ring(4)
    yield 1
g = generator()
next(g)
print(gc.collect())  # expect: 0
del g
print(gc.collect())  # expect: 4
def closure():
    r = ring(2)
    return lambda: r
f = closure()
print(gc.collect())  # expect: 0
f = None
print(gc.collect())  # expect: 2
class C: held = ring(6)
print(gc.collect())  # expect: 0
C.held = None
print(gc.collect())  # expect: 6
def running():
    r = ring(7)
    n = gc.collect()
    return n
print(running(), gc.collect())  # expect: 0 7
def default(r=ring(8)): pass
print(gc.collect())  # expect: 0
default.__defaults__ = None
print(gc.collect())  # expect: 8
it = iter([ring(3)])
print(gc.collect())  # expect: 0
del it
print(gc.collect())  # expect: 3
