# Calling what cannot be called.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
x = 5
err(lambda: x())  # expect: TypeError: 'int' object is not callable
nothing = None
err(lambda: nothing())  # expect: TypeError: 'NoneType' object is not callable
name = "text"
err(lambda: name(1))  # expect: TypeError: 'str' object is not callable
l = [1]
err(lambda: l(0))  # expect: TypeError: 'list' object is not callable
class C: pass
err(lambda: C()())  # expect: TypeError: 'C' object is not callable
err(lambda: l[0](2))  # expect: TypeError: 'int' object is not callable
class D:
    __call__ = 5
err(lambda: D()())  # expect: TypeError: 'int' object is not callable
c = C()
c.__call__ = lambda: 1
err(lambda: c())  # expect: TypeError: 'C' object is not callable
print(callable(c), callable(D()), callable(C), callable(len), callable(5))  # expect: False True True True False
