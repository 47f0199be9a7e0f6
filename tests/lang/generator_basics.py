# Generator functions: they stop at each yield and go on from there.
def count(n):
    print("begin")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")
g = count(2)
print("made", type(g).__name__)  # expect: made generator
print(next(g))
# expect: begin
# expect: 0
print(next(g))  # expect: 1
print(next(g, "default"))
# expect: end
# expect: default
print(next(g, "again"))  # expect: again
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)  # expect: stop None
def ret():
    yield 1
    return "result"
r = ret()
next(r)
try:
    next(r)
except StopIteration as e:
    print(e.value, e.args)  # expect: result ('result',)
print(list(count(3)))
# expect: begin
# expect: end
# expect: [0, 1, 2]
def empty():
    return
    yield
print(list(empty()), iter(g) is g)  # expect: [] True
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])  # expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])
print(list(tree(((None, 1, None), 2, (None, 3, None)))))  # expect: [1, 2, 3]
def args(a, *b, c=3): yield a, b, c
print(next(args(1, 2)))  # expect: (1, (2,), 3)
a, b = (yield_ for yield_ in (1, 2))
print(a, b)  # expect: 1 2
