# What can be seen of a generator from outside.
def g(a):
    b = yield a
    yield b
x = g(5)
print(x.gi_running, x.gi_frame is not None, x.gi_yieldfrom, x.gi_code is g.__code__)  # expect: False True None True
print(next(x), x.gi_frame.f_lineno, x.gi_frame.f_locals)  # expect: 5 3 {'a': 5}
print(x.gi_suspended, x.send(7), x.gi_frame.f_locals)  # expect: True 7 {'a': 5, 'b': 7}
list(x)
print(x.gi_frame, x.gi_running, x.gi_suspended)  # expect: None False False
print(repr(x)[:20], x.__name__, x.__qualname__)  # expect: <generator object g  g g
def running():
    yield me.gi_running
me = running()
print(next(me))  # expect: True
def outer():
    yield from inner
inner = g(1)
o = outer()
next(o)
print(o.gi_yieldfrom is inner)  # expect: True
x.__name__ = "other"
print(x.__name__, hasattr(x, "__next__"), hasattr(x, "__len__"))  # expect: other True False
