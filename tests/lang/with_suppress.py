# A true result of __exit__ swallows the exception; __exit__ may raise its own.
class Suppress:
    def __init__(self, *kinds): self.kinds = kinds
    def __enter__(self): return self
    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, self.kinds)
with Suppress(ValueError):
    raise ValueError("gone")
print("after")  # expect: after
try:
    with Suppress(ValueError):
        raise KeyError("stays")
except KeyError as e:
    print("got", e)  # expect: got 'stays'
def f():
    with Suppress(ZeroDivisionError):
        return 1 / 0
    return "after with"
print(f())  # expect: after with
class Raises:
    def __enter__(self): pass
    def __exit__(self, *a): raise RuntimeError("from exit")
try:
    with Raises():
        raise ValueError("body")
except RuntimeError as e:
    print(e, repr(e.__context__))  # expect: from exit ValueError('body')
class Log:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): return self
    def __exit__(self, kind, value, trace):
        print(self.n, kind and kind.__name__, trace is not None)
        return self.swallow
with Log(1), Log(2, True), Log(3):
    1 / 0
# expect: 3 ZeroDivisionError True
# expect: 2 ZeroDivisionError True
# expect: 1 None False
class EnterFails:
    def __enter__(self): raise OSError("enter")
    def __exit__(self, *a): print("never")
try:
    with Log(1), EnterFails(): print("never")  # expect: 1 OSError True
except OSError as e:
    print(e)  # expect: enter
for i in range(2):
    with Suppress(ValueError):
        if i: raise ValueError
        print("loop", i)  # expect: loop 0
