# throw raises at the yield; the generator may handle it and go on.
def g():
    while True:
        try:
            x = yield "ready"
        except ValueError as e:
            print("caught", repr(e))
            yield "handled"
x = g()
print(next(x))  # expect: ready
print(x.throw(ValueError("one")))
# expect: caught ValueError('one')
# expect: handled
print(next(x))  # expect: ready
print(x.throw(ValueError))
# expect: caught ValueError()
# expect: handled
try:
    x.throw(KeyError("k"))
except KeyError as e:
    print("out", e)  # expect: out 'k'
print(next(x, "finished"))  # expect: finished
def unstarted():
    print("never")
    yield
u = unstarted()
try:
    u.throw(RuntimeError("early"))
except RuntimeError as e:
    print(e)  # expect: early
print(list(u))  # expect: []
def converts():
    try:
        yield
    except ValueError as e:
        raise TypeError("new") from e
c = converts()
next(c)
try:
    c.throw(ValueError("old"))
except TypeError as e:
    print(e, repr(e.__cause__))  # expect: new ValueError('old')
def fin():
    try:
        yield 1
    finally:
        print("cleanup")
f = fin()
next(f)
try:
    f.throw(IndexError("i"))  # expect: cleanup
except IndexError as e:
    print(e)  # expect: i
def err(fn):
    try:
        fn()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: g().throw(5))
# expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
err(lambda: g().throw())  # expect: TypeError: throw expected at least 1 argument, got 0
finished = fin()
list(finished)  # expect: cleanup
err(lambda: finished.throw(ValueError("after end")))  # expect: ValueError: after end
