# repr, comparison, copying and hashing of very deep structures raise RecursionError.
# skip: not yet as CPython does it
# skip-mode: stress a collection at every step of something this big takes hours
import sys
def nest(n, wrap):
    x = wrap(None)
    for _ in range(n): x = wrap(x)
    return x
def attempt(name, f):
    try:
        f()
    except RecursionError as e:
        print(name, "RecursionError")
    else:
        print(name, "fine")
deep, other = nest(100_000, lambda x: [x]), nest(100_000, lambda x: [x])
attempt("repr list", lambda: repr(deep))  # expect: repr list RecursionError
attempt("str list", lambda: str(deep))  # expect: str list RecursionError
attempt("eq list", lambda: deep == other)  # expect: eq list RecursionError
attempt("lt list", lambda: deep < other)  # expect: lt list RecursionError
attempt("in list", lambda: deep in [other])  # expect: in list RecursionError
attempt("copy list", lambda: deep[:])  # expect: copy list fine
d, e = nest(100_000, lambda x: {"k": x}), nest(100_000, lambda x: {"k": x})
attempt("repr dict", lambda: repr(d))  # expect: repr dict RecursionError
attempt("eq dict", lambda: d == e)  # expect: eq dict RecursionError
t, u = nest(100_000, lambda x: (x,)), nest(100_000, lambda x: (x,))
attempt("repr tuple", lambda: repr(t))  # expect: repr tuple RecursionError
attempt("eq tuple", lambda: t == u)  # expect: eq tuple RecursionError
attempt("format", lambda: f"{deep}")  # expect: format RecursionError
attempt("print", lambda: print(deep))  # expect: print RecursionError
attempt("same object", lambda: deep == deep)  # expect: same object fine
attempt("isinstance", lambda: isinstance(1, nest(100_000, lambda x: (x, str))))  # expect: isinstance RecursionError
attempt("shallow", lambda: repr(nest(100, lambda x: [x])))  # expect: shallow fine
class Chain:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __repr__(self): return "C(" + repr(self.x) + ")"
c, c2 = nest(50_000, Chain), nest(50_000, Chain)
attempt("repr chain", lambda: repr(c))  # expect: repr chain RecursionError
attempt("eq chain", lambda: c == c2)  # expect: eq chain RecursionError
