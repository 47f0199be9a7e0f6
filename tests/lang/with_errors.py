# Objects that are no context managers.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
class No: pass
class OnlyEnter:
    def __enter__(self): pass
class OnlyExit:
    def __exit__(self, *a): pass
def a():
    with No(): pass
def b():
    with OnlyEnter(): pass
def c():
    with OnlyExit(): pass
def d():
    with 5 as x: pass
def e():
    n = No()
    n.__enter__ = n.__exit__ = lambda *a: None
    with n: pass
class WrongExit:
    def __enter__(self): pass
    def __exit__(self): pass
def f():
    with WrongExit(): pass
err(a)  # expect: TypeError: 'No' object does not support the context manager protocol
err(b)  # expect: TypeError: 'OnlyEnter' object does not support the context manager protocol (missed __exit__ method)
err(c)  # expect: TypeError: 'OnlyExit' object does not support the context manager protocol
err(d)  # expect: TypeError: 'int' object does not support the context manager protocol
err(e)  # expect: TypeError: 'No' object does not support the context manager protocol
err(f)  # expect: TypeError: WrongExit.__exit__() takes 1 positional argument but 4 were given
