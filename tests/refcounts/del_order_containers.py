# The order in which a dropped container lets go of its items.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
l = [D("l0"), D("l1"), D("l2")]
del l
# expect: del l2
# expect: del l1
# expect: del l0
t = (D("t0"), D("t1"))
del t
# expect: del t1
# expect: del t0
d = {D("key"): D("value"), "k2": D("v2")}
del d
# expect: del key
# expect: del value
# expect: del v2
n = [D("outer"), [D("inner0"), D("inner1")], D("last")]
del n
# expect: del last
# expect: del inner1
# expect: del inner0
# expect: del outer
l = [D("a"), D("b"), D("c")]
l[1] = None  # expect: del b
del l[0]  # expect: del a
l[:] = []  # expect: del c
l = [D(1), D(2), D(3), D(4)]
del l[1:3]
# expect: del 3
# expect: del 2
print("slice deleted")  # expect: slice deleted
l.clear()
# expect: del 4
# expect: del 1
def f():
    a, b, c = D("first local"), D("second local"), D("third local")
f()
# expect: del first local
# expect: del second local
# expect: del third local
class Node:
    def __init__(self, name, next_): self.name, self.next = name, next_
    def __del__(self): print("node", self.name)
chain = Node("1", Node("2", Node("3", None)))
del chain
# expect: node 1
# expect: node 2
# expect: node 3
class Two: pass
o = Two()
o.x, o.y = D("attr x"), D("attr y")
del o
# expect: del attr x
# expect: del attr y
D("unbound")  # expect: del unbound
print([D("in list")] and "printed after?")
# expect: del in list
# expect: printed after?
x = D("rebound")
x = 5  # expect: del rebound
print("end")  # expect: end
