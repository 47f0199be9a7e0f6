# Long chains of iterators and generators are freed without overflowing the C stack; CPython dies of it.
# skip: not yet as CPython does it
# skip-mode: stress a collection at every step of something this big takes hours
# python: no
x = iter([])
for _ in range(200_000): x = iter([x])
del x
print("iterators")
def g(inner): yield inner
x = None
for _ in range(200_000): x = g(x)
del x
print("generators")
x = "text"
for _ in range(200_000): x = map(len, x)
del x
x = []
for _ in range(200_000): x = zip(x)
del x
x = (i for i in [])
for _ in range(200_000): x = (i for i in x)
del x
x = print
for _ in range(200_000): x = x.__call__
del x
print("alive")
