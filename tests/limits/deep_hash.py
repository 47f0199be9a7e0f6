# Hashing a very deep tuple is a RecursionError or works; CPython dies of it.
# skip: not yet as CPython does it
# skip-mode: stress a collection at every step of something this big takes hours
# python: no
x = None
for _ in range(200_000): x = (x,)
try:
    hash(x)
except RecursionError:
    pass
try:
    {x: 1}
except RecursionError:
    pass
try:
    hash(frozenset([x]))
except RecursionError:
    pass
print("alive")
