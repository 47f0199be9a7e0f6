# with: enter and exit in pairs, in order, with what as binds.
class M:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
with M("a") as a:
    print("body", a)
# expect: enter a
# expect: body a
# expect: exit a None None
with M("a"), M("b") as b, M("c"):
    print("body", b)
# expect: enter a
# expect: enter b
# expect: enter c
# expect: body b
# expect: exit c None None
# expect: exit b None None
# expect: exit a None None
with (M("p") as p, M("q") as q,):
    print(p + q)
# expect: enter p
# expect: enter q
# expect: pq
# expect: exit q None None
# expect: exit p None None
with M("outer"):
    with M("inner"):
        print("both")
# expect: enter outer
# expect: enter inner
# expect: both
# expect: exit inner None None
# expect: exit outer None None
try:
    with M("x"):
        raise ValueError("oops")
except ValueError as e:
    print("got", e)
# expect: enter x
# expect: exit x ValueError oops
# expect: got oops
class Pair(M):
    def __enter__(self): return 1, [2, 3]
with Pair("t") as (x, [y, z]):
    print(x, y, z)
# expect: 1 2 3
# expect: exit t None None
class Box: pass
box = Box()
with M("attr") as box.value: pass
# expect: enter attr
# expect: exit attr None None
print(box.value)  # expect: attr
l = [0]
with M("item") as l[0]: pass
# expect: enter item
# expect: exit item None None
print(l)  # expect: ['item']
def f():
    with M("f"):
        return "value"
print(f())
# expect: enter f
# expect: exit f None None
# expect: value
with (M("v")) as v: print(v)
# expect: enter v
# expect: v
# expect: exit v None None
