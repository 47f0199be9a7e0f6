# Frames and their dictionaries as holders.
import sys
rc = sys.getrefcount
x = ["object"]
def f(a):
    frame = sys._getframe()
    n = rc(a)
    names = frame.f_locals
    seen = names["a"] is a
    del frame, names
    return n, seen
print(f(x), rc(x))  # expect: (3, True) 2
def g(a):
    l = locals()
    return rc(a), l["a"] is a
print(g(x), rc(x))  # expect: (4, True) 2
def h():
    global made
    made = x
    return rc(x)
print(h(), rc(x))  # expect: 3 3
del made
exec("y = x")
print(rc(x))  # expect: 3
del y
ns = {"x": x}
exec("z = [x, x]", ns)
print(rc(x))  # expect: 5
ns.clear()
print(rc(x), eval("rc(x)"), eval("[x, rc(x)][1]"))  # expect: 2 2 3
class C:
    held = x
    here = rc(x)
print(C.here, rc(x))  # expect: 3 3
del C.held
print(rc(x))  # expect: 2
v = vars()
print(rc(x), v is globals())  # expect: 2 True
