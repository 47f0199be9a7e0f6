# Temporaries hold a reference only while their expression is evaluated.
import sys
rc = sys.getrefcount
x = ["object"]
print(rc([x][0]), rc((x, x)[1]), rc({"k": x}["k"]), rc((lambda: x)()))  # expect: 2 2 2 2
print([rc(x), rc(x)], (x, rc(x))[1], [x, x, rc(x)][2])  # expect: [2, 2] 3 4
print(rc(x) + rc(x), rc(x) == 2 or x)  # expect: 4 True
print(rc(list(x)), rc(x[:]), rc(x + x), rc(str(x) + "!"))  # expect: 1 1 1 1
print(rc(x if x else None), rc(x and x), rc(not x or x), rc(x or 0))  # expect: 2 2 2 2
print(f"{rc(x)} {[x, rc(x)][1]}", "%d" % rc(x))  # expect: 2 3 2
def f(*args): return rc(x)
print(f(), f(x), f(x, x), f([x]), f(*[x, x]))  # expect: 2 3 4 3 4
print(rc(x))  # expect: 2
