# import, as, from, star; what they bind and what fails.
# skip: not yet as CPython does it
import sys, math
import math as m, time as t
from math import pi, sqrt as root, floor
from sys import (maxsize,
                 version_info as v,)
print(m is math, pi == math.pi, root(16.0), floor(2.5), maxsize == sys.maxsize, v is sys.version_info, t.__name__)
# expect: True True 4.0 2 True True time
def inside():
    import gc
    from math import tau
    return gc.__name__, tau > 6
print(inside(), "gc" in globals(), "tau" in globals())  # expect: ('gc', True) False False
ns = {}
exec("from math import *", ns)
print("cos" in ns, "pi" in ns, "__doc__" in ns, any(k.startswith("_") for k in ns if k != "__builtins__"))
# expect: True True False False
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e, getattr(e, "name", None))
def missing(): import no_such_module
def missing_sub(): import math.nothing
def missing_from(): from no_such import x
def missing_name(): from time import no_such_name
def typo(): from time import tiem
err(missing)  # expect: ModuleNotFoundError: No module named 'no_such_module' no_such_module
err(missing_sub)  # expect: ModuleNotFoundError: No module named 'math.nothing'; 'math' is not a package math.nothing
err(missing_from)  # expect: ModuleNotFoundError: No module named 'no_such' no_such
err(missing_name)  # expect: ImportError: cannot import name 'no_such_name' from 'time' (unknown location) time
err(typo)  # expect: ImportError: cannot import name 'tiem' from 'time' (unknown location) time
try: import no_such_module as n
except ImportError as e: print(type(e).__mro__[1].__name__)  # expect: ImportError
print(__import__("math") is math, sys.modules["math"] is math, repr(math)[:14], type(math), math.__name__)
# expect: True True <module 'math' <class 'module'> math
sys.modules["fake"] = math
import fake
print(fake is math)  # expect: True
sys.modules["gone"] = None
def gone(): import gone
err(gone)  # expect: ModuleNotFoundError: import of gone halted; None in sys.modules gone
class C:
    import math as inner
    from math import e
print(C.inner is math, C.e == math.e)  # expect: True True
print(math.__dict__["pi"] == pi, "pi" in dir(math), hasattr(math, "pi"))  # expect: True True True
math.added = 5
from math import added
print(added, math.added)  # expect: 5 5
del math.added
err(lambda: math.added)  # expect: AttributeError: module 'math' has no attribute 'added' added
