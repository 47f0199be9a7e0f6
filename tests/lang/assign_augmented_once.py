# The target of an augmented assignment is evaluated once, before the right side.
def note(name, value):
    print(name)
    return value
data = [[1, 2]]
note("container", data)[note("index", 0)] += note("value", [3])
# expect: container
# expect: index
# expect: value
print(data)  # expect: [[1, 2, 3]]
class Box:
    def __init__(self):
        self.n = 1
box = Box()
note("object", box).n *= note("factor", 6)
# expect: object
# expect: factor
print(box.n)  # expect: 6
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e)  # expect: 'tuple' object does not support item assignment
print(t)  # expect: ([1],)
