# A generator that re-enters itself, leaks StopIteration or is used after an error.
def err(f):
    try:
        return f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def again():
    next(me)
    yield
me = again()
err(lambda: next(me))  # expect: ValueError: generator already executing
print(list(me))  # expect: []
def leak():
    yield 1
    raise StopIteration("x")
l = leak()
next(l)
err(lambda: next(l))  # expect: RuntimeError: generator raised StopIteration
def leak_next():
    yield next(iter([]))
err(lambda: next(leak_next()))  # expect: RuntimeError: generator raised StopIteration
try:
    next(leak_next())
except RuntimeError as e:
    print(repr(e.__cause__), e.__suppress_context__)  # expect: StopIteration() True
def fails():
    yield 1
    1 / 0
    yield 2
f = fails()
print(next(f))  # expect: 1
err(lambda: next(f))  # expect: ZeroDivisionError: division by zero
print(list(f))  # expect: []
err(lambda: [x for x in fails()])  # expect: ZeroDivisionError: division by zero
err(lambda: len(fails()))  # expect: TypeError: object of type 'generator' has no len()
err(lambda: fails()[0])  # expect: TypeError: 'generator' object is not subscriptable
err(lambda: fails().nothing)  # expect: AttributeError: 'generator' object has no attribute 'nothing'
err(lambda: list(next(iter([])) for _ in [1]))  # expect: RuntimeError: generator raised StopIteration
