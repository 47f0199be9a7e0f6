# Which equal objects are one object.
# observes: ids
def same(a, b): return a is b
a, b = int("256"), int("256")
print(a is b, int("-5") is int("-5"), int("257") is int("257"), int("-6") is int("-6"), a + 0 is a, len("x" * 100) is len("y" * 100))
# expect: True True False False True True
s = "".join(["na", "me"])
import sys
print(same(s, "".join(["na", "me"])), sys.intern(s) is sys.intern("na" + "me"), same("a"[0], "ba"[1]), same("", "x"[1:]), same(chr(97), "ba"[1]), same(chr(233), "é"[0]))
# expect: False True True True True True
t = tuple([1, 2])
e = tuple([])
print(same(e, ()), t is tuple(t), t is t[:], t is tuple([1, 2]), t + () is t, t * 1 is t, frozenset(e) is frozenset([]), frozenset(f := frozenset([1])) is f)
# expect: True True True False True True False True
n, st, fl = int("1000"), "x" + str(1), float("1.5")
print(int(n) is n, +n is n, str(st) is st, st[:] is st, st + "" is st, float(fl) is fl, st * 1 is st, st.strip() is st, abs(n) is n, n.__int__() is n)
# expect: True True True True True True True True True True
print(bool(5) is True, (1 == 1) is True, type(5) is int, type(type) is type, ... is Ellipsis)
# expect: True True True True True
def f(): return 1000, "constant string", (1, 2)
print(all(x is y for x, y in zip(f(), f())), same([], []), same({}, {}), same(lambda: 0, lambda: 0))
# expect: True False False False
def same_code(): return 12345.5, 12345.5
x, y = same_code()
print(x is y)  # expect: True
i = id(object())
print(id(object()) == i, id([]) == id([]))  # expect: True True
l = []
where = id(l)
del l
m = []
print(id(m) == where)  # expect: True
