# Survivors move up a generation; a young collection does not see old garbage.
# observes: gc-time
import gc
gc.disable()
gc.collect()
def generation(x):
    for g in range(3):
        if any(o is x for o in gc.get_objects(g)): return g
x = ["x"]
print(generation(x))  # expect: 0
gc.collect(0)
print(generation(x))  # expect: 1
gc.collect(0)
print(generation(x))  # expect: 1
gc.collect(1)
print(generation(x))  # expect: 2
gc.collect()
print(generation(x))  # expect: 2
x.append(x)
del x
print(gc.collect(0), gc.collect(1), gc.collect(2))  # expect: 0 0 1
y = []
gc.collect(0)
y.append(y)
del y
print(gc.collect(0), gc.collect(1))  # expect: 0 1
z = []
z.append(z)
w = [z]
gc.collect(1)
w.clear()
del z
print(gc.collect(1), gc.collect(2))  # expect: 0 1
