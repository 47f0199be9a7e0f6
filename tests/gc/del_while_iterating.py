# __del__ that changes the container its object was dropped from.
class D:
    def __init__(self, act): self.act = act
    def __del__(self): self.act()
l = []
l.append(D(lambda: l.append("from del")))
l[0] = None
print(l)  # expect: [None, 'from del']
l.clear()
l.extend([D(lambda: l.append(1)), D(lambda: l.append(2))])
l.clear()
print(l)  # expect: [2, 1]
d = {}
d["k"] = D(lambda: d.update(k="set again", other=1))
del d["k"]
print(d)  # expect: {'k': 'set again', 'other': 1}
d.clear()
d["a"] = D(lambda: d.clear())
d["a"] = "replaced"
print(d)  # expect: {}
s = set()
class E:
    def __del__(self): s.add("from del")
s.add(E())
s.clear()
print(s)  # expect: {'from del'}
l = [D(lambda: l.extend(range(100))) for _ in range(3)]
del l[0:3]
print(len(l))  # expect: 300
l = [D(lambda: l.clear()), 1, 2, 3]
l[0:2] = ["x"]
print(l)  # expect: []
class Attr: pass
a = Attr()
a.x = D(lambda: setattr(a, "x", "set in del"))
a.x = "new"
print(a.x)  # expect: set in del
a.y = D(lambda: setattr(a, "y", "back"))
del a.y
print(a.__dict__)  # expect: {'x': 'set in del', 'y': 'back'}
t = [D(lambda: t.pop() if t else None) for _ in range(5)]
while t: t.pop()
print(t)  # expect: []
