# repr of lists, dicts and tuples that contain themselves.
l = [1]
l.append(l)
l.append([l])
print(l)  # expect: [1, [...], [[...]]]
d = {"k": 1}
d["self"] = d
d["list"] = [d]
print(d)  # expect: {'k': 1, 'self': {...}, 'list': [{...}]}
t = ([],)
t[0].append(t)
print(t)  # expect: ([(...)],)
a, b = [], []
a.append(b); b.append(a)
print(a, b)  # expect: [[[...]]] [[[...]]]
print([[]], [()], {(): []}, [{}], ({},), [set()], [[[[[1]]]]])
# expect: [[]] [()] {(): []} [{}] ({},) [set()] [[[[[1]]]]]
try:
    a == b
except RecursionError as e:
    print("RecursionError")  # expect: RecursionError
print(a == a, l in l, len(l))  # expect: True True 3
class Box:
    def __init__(self): self.items = [self]
    def __repr__(self): return "Box(%r)" % len(self.items)
print(Box().items)  # expect: [Box(1)]
