# Class bodies: their names are not seen by methods or nested scopes.
x = "global"
class A:
    x = "class"
    y = x
    z = [x for _ in range(1)]
    first = [i for i in x]
    def m(self): return x
    lam = lambda self: x
print(A.y, A.z, A.first, A().m(), A().lam())  # expect: class ['global'] ['c', 'l', 'a', 's', 's'] global global
class B:
    print(x)
    x = "own"
    print(x)
    del x
    print(x)
# expect: global
# expect: own
# expect: global
def f():
    x = "local"
    class C:
        print(x)
        x = x + "+class"
        print(x)
    return C.x
print(f())
# expect: global
# expect: global+class
# expect: global+class
class D:
    locals()["made"] = 1
    print(sorted(k for k in locals() if not k.startswith("__")), __name__, __qualname__, __module__)
# expect: ['made'] __main__ D __main__
class Outer:
    class Inner:
        class Deep: pass
print(Outer.Inner.Deep.__qualname__)  # expect: Outer.Inner.Deep
def g():
    class E:
        def h(self): return __class__
    return E().h() is E
print(g())  # expect: True
class F:
    for i in range(3):
        if i == 1: continue
    if i: found = True
print(F.i, F.found)  # expect: 2 True
