# __del__ runs when the last reference goes, once, even when it resurrects.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
d = D("a")
d = D("b")  # expect: del a
del d  # expect: del b
x = y = D("c")
del x
print("one left")  # expect: one left
y = None  # expect: del c
def f():
    local = D("local")
    print("in f")
f()
# expect: in f
# expect: del local
l = [D(1), D(2), D(3)]
l.pop()  # expect: del 3
del l[0]  # expect: del 1
l.clear()  # expect: del 2
D("temporary")  # expect: del temporary
saved = []
class R:
    def __del__(self):
        print("resurrect")
        saved.append(self)
r = R()
del r  # expect: resurrect
print(len(saved))  # expect: 1
saved.clear()
print("end of resurrect")  # expect: end of resurrect
class Holder:
    def __init__(self): self.inner = D("inner")
    def __del__(self): print("holder")
h = Holder()
del h
# expect: holder
# expect: del inner
t = (D("t1"), D("t2"))
del t
# expect: del t2
# expect: del t1
d = {"k": D("value")}
d["k"] = 1  # expect: del value
def args(p): return None
args(D("argument"))  # expect: del argument
print("last line")  # expect: last line
