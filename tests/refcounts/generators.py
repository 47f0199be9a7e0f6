# A suspended generator holds its locals and what it works on; a finished one does not.
import sys
rc = sys.getrefcount
x = ["object"]
def g(a):
    b = a
    yield a
    yield b
i = g(x)
print(rc(x))  # expect: 3
next(i)
print(rc(x))  # expect: 4
v = next(i)
print(rc(x))  # expect: 5
del v
print(next(i, "end"), rc(x))  # expect: end 2
i = g(x)
next(i)
i.close()
print(rc(x))  # expect: 2
i = g(x)
del i
print(rc(x))  # expect: 2
def send():
    got = None
    while True: got = yield got
s = send()
next(s)
s.send(x)
print(rc(x))  # expect: 3
s.send(None)
print(rc(x))  # expect: 2
e = (v for v in [x, x])
print(rc(x))  # expect: 4
next(e)
print(rc(x))  # expect: 5
del e
print(rc(x))  # expect: 2
def outer(a): yield from inner(a)
def inner(a): yield a
o = outer(x)
next(o)
print(rc(x))  # expect: 4
list(o)
print(rc(x))  # expect: 2
t = g(x)
next(t)
try: t.throw(ValueError)
except ValueError: pass
print(rc(x))  # expect: 2
print([rc(v) for v in g(x)], rc(x), rc(g(x)))  # expect: [5, 5] 2 1
