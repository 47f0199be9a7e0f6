# Exceptions, tracebacks and frames hold the locals of the functions they passed through.
import sys
rc = sys.getrefcount
x = ["object"]
def fails(a):
    b = a
    raise ValueError(a)
try: fails(x)
except ValueError: print(rc(x))  # expect: 5
print(rc(x))  # expect: 2
try: fails(x)
except ValueError as e:
    print(rc(x), rc(e))  # expect: 5 3
    kept = e
print(rc(x), rc(kept))  # expect: 5 2
kept.__traceback__ = None
print(rc(x))  # expect: 3
kept.args = ()
print(rc(x))  # expect: 2
def deep(n, a):
    if n == 0: raise KeyError
    deep(n - 1, a)
try: deep(5, x)
except KeyError: print(rc(x))  # expect: 8
print(rc(x))  # expect: 2
def handled(a):
    try: raise ValueError
    except ValueError: pass
    return rc(a)
print(handled(x), rc(x))  # expect: 3 2
def in_finally(a):
    try: return rc(a)
    finally: a = None
print(in_finally(x), rc(x))  # expect: 3 2
try:
    try: fails(x)
    except ValueError as e: raise KeyError("second")
except KeyError as k:
    print(rc(x))  # expect: 5
print(rc(x))  # expect: 2
class Manager:
    def __init__(self, v): self.v = v
    def __enter__(self): return self.v
    def __exit__(self, *a): return True
with Manager(x) as y:
    print(rc(x))  # expect: 4
    fails(x)
print(rc(x))  # expect: 3
del y
print(rc(x))  # expect: 2
