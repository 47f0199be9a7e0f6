# Errors inside handlers, in else and in finally go outwards.
def a():
    try: 1 / 0
    except ZeroDivisionError: [][0]
    except IndexError: print("never: not the same try")
try: a()
except IndexError as e: print(e, "|", e.__context__)  # expect: list index out of range | division by zero
def b():
    try: pass
    except ValueError: print("never")
    else: raise ValueError("in else")
    finally: print("finally")
try: b()  # expect: finally
except ValueError as e: print(e)  # expect: in else
def c():
    for i in range(2):
        try:
            try: raise ValueError(i)
            except ValueError as e: raise KeyError(e.args[0])
        except KeyError as k: print(k, repr(k.__context__))
c()
# expect: 0 ValueError(0)
# expect: 1 ValueError(1)
def d():
    try:
        try: raise ValueError
        finally: print("first finally")
    finally: print("second finally")
try: d()
# expect: first finally
# expect: second finally
except ValueError: print("caught")  # expect: caught
def depth(n):
    try:
        if n == 0: raise ValueError("bottom")
        depth(n - 1)
    finally:
        if n % 3 == 0: print("unwind", n)
try: depth(9)
# expect: unwind 0
# expect: unwind 3
# expect: unwind 6
# expect: unwind 9
except ValueError as e: print(e)  # expect: bottom
import sys
def current():
    print(sys.exception())
    try: 1 / 0
    except ZeroDivisionError:
        print(sys.exception(), sys.exc_info()[0].__name__)
        try: [][0]
        except IndexError: print(sys.exception())
        print(sys.exception())
    print(sys.exception(), sys.exc_info())
current()
# expect: None
# expect: division by zero ZeroDivisionError
# expect: list index out of range
# expect: division by zero
# expect: None (None, None, None)
def gen():
    try: yield 1
    except ValueError: print("in gen", repr(sys.exception()))
    yield 2
g = gen()
next(g)
try: raise KeyError("outside")
except KeyError:
    g.throw(ValueError("thrown"))  # expect: in gen ValueError('thrown')
    print(repr(sys.exception()))  # expect: KeyError('outside')
