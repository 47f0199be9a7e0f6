# send gives the yield expression its value.
def echo():
    got = None
    while True:
        got = yield got
        if got == "stop":
            return "bye"
e = echo()
print(next(e), e.send(1), e.send("x"), next(e))  # expect: None 1 x None
try:
    e.send("stop")
except StopIteration as s:
    print(s.value)  # expect: bye
def average():
    total = n = 0
    mean = None
    while True:
        total += yield mean
        n += 1
        mean = total / n
a = average()
next(a)
print(a.send(10), a.send(20), a.send(30))  # expect: 10.0 15.0 20.0
def err(f):
    try:
        f()
    except Exception as x:
        print(type(x).__name__ + ":", x)
err(lambda: echo().send(1))  # expect: TypeError: can't send non-None value to a just-started generator
print(echo().send(None))  # expect: None
def two():
    x = (yield 1) + (yield 2)
    print("sum", x)
    yield
t = two()
print(next(t), t.send(10), t.send(5))
# expect: sum 15
# expect: 1 2 None
def in_call():
    print("a", (yield), "b", (yield))
c = in_call()
next(c); c.send(1)
try: c.send(2)  # expect: a 1 b 2
except StopIteration: print("done")  # expect: done
err(lambda: iter([]).send(1))  # expect: AttributeError: 'list_iterator' object has no attribute 'send'
