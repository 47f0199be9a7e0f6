# yield from passes values, sent values and exceptions through, and takes the result.
def inner():
    got = yield "a"
    print("got", got)
    try:
        yield "b"
    except ValueError as e:
        print("caught", repr(e))
        yield "c"
    return "result"
def outer():
    r = yield from inner()
    print("r", r)
    yield from [1, 2]
    yield from "xy"
    return (yield from ())
o = outer()
print(next(o))  # expect: a
print(o.send(5))
# expect: got 5
# expect: b
print(o.throw(ValueError("v")))
# expect: caught ValueError('v')
# expect: c
print(list(o))
# expect: r result
# expect: [1, 2, 'x', 'y']
def deep(n):
    if n == 0:
        yield "bottom"
        return 0
    return (yield from deep(n - 1)) + 1
def wrap():
    print((yield from deep(50)))
print(list(wrap()))
# expect: 50
# expect: ['bottom']
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def bad(): yield from 5
err(lambda: next(bad()))  # expect: TypeError: 'int' object is not iterable
def closing():
    try: yield 1
    finally: print("inner closed")
def holder(): yield from closing()
h = holder()
next(h)
h.close()  # expect: inner closed
class It:
    def __iter__(self): return self
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("value")
        return self.n
def over():
    print("value:", (yield from It()))
print(list(over()))
# expect: value: value
# expect: [1, 2]
def send_to_list(): yield from iter([1, 2])
s = send_to_list()
next(s)
err(lambda: s.send(3))  # expect: AttributeError: 'list_iterator' object has no attribute 'send'
