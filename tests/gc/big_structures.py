# Cycles through many objects and deep structures are collected without recursion.
# skip-mode: stress a collection at every step of something this big takes hours
import gc
gc.collect()
class N:
    count = 0
    def __init__(self): N.count += 1
    def __del__(self): N.count -= 1
first = last = N()
for _ in range(20000):
    n = N()
    last.next = n
    n.prev = last
    last = n
last.next = first
print(N.count)  # expect: 20001
del first, last, n
gc.collect()
print(N.count)  # expect: 0
root = []
level = root
for _ in range(20000):
    new = [level]
    level.append(new)
    level = new
del root, level, new
gc.collect()
everything = []
for i in range(3000):
    everything.append({"all": everything, "i": i, "t": (everything, [i])})
print(len(everything))  # expect: 3000
del everything
gc.collect()
print("done")  # expect: done
