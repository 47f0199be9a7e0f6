# Lists that change under the feet of the operation at work on them.
# skip: not yet as CPython does it
def show(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, e)
class Clears:
    def __init__(self, l, result=False): self.l, self.result = l, result
    def __eq__(self, o):
        self.l.clear()
        return self.result
    __hash__ = None
    def __repr__(self):
        self.l.clear()
        return "cleared"
    def __index__(self):
        self.l.clear()
        return 1
    def __lt__(self, o):
        self.l.clear()
        return True
def make(n=5, **kw):
    l = []
    l.extend([Clears(l, **kw)] + list(range(n)))
    return l
show("index", lambda: make().index(3))  # expect: index ValueError 3 is not in list
show("count", lambda: make().count(3))  # expect: count 0
show("in", lambda: 3 in make())  # expect: in False
l = make(result=True)
show("remove", lambda: l.remove(9))  # expect: remove None
show("after", lambda: l)  # expect: after []
show("repr", lambda: repr(make()))  # expect: repr [cleared]
show("eq", lambda: make() == make())  # expect: eq False
show("lt", lambda: make() < make())  # expect: lt True
l = make()
show("getitem", lambda: l[l[0]])  # expect: getitem IndexError list index out of range
l = make()
show("slice", lambda: l[:l[0]])  # expect: slice []
l = make()
def assign(): l[l[0]] = "x"
show("setitem", assign)  # expect: setitem IndexError list assignment index out of range
l = make()
def slice_assign(): l[0:l[0]] = [1, 2, 3]
show("slice assign", lambda: (slice_assign(), l)[1])  # expect: slice assign [1, 2, 3]
l = make()
show("insert", lambda: (l.insert(l[0], "new"), l)[1])  # expect: insert ['new']
l = make()
show("pop", lambda: l.pop(l[0]))  # expect: pop IndexError pop from empty list
l = make()
show("sort", lambda: l.sort())  # expect: sort TypeError '<' not supported between instances of 'int' and 'Clears'
l = make()
show("multiply", lambda: (l * l[0], l))  # expect: multiply ([], [])
def extend_self():
    l = [1, 2]
    def g():
        for i in range(4):
            l.append("g")
            yield i
    l.extend(g())
    return l
show("extend", extend_self)  # expect: extend [1, 2, 'g', 0, 'g', 1, 'g', 2, 'g', 3]
def slice_from_generator():
    l = [1, 2, 3]
    def g():
        l.clear()
        yield 9
    l[0:2] = g()
    return l
show("slice from generator", slice_from_generator)  # expect: slice from generator [9]
def sort_key_clears():
    l = [3, 1, 2]
    def key(x):
        l.clear()
        return x
    l.sort(key=key)
    return l
show("sort key", sort_key_clears)  # expect: sort key [1, 2, 3]
def reversed_shrinks():
    l = [1, 2, 3]
    r = reversed(l)
    next(r)
    l.clear()
    return list(r)
show("reversed", reversed_shrinks)  # expect: reversed []
def join():
    l = ["a", "b"]
    def g():
        yield "x"
        l.clear()
        yield "y"
    return "".join(l) + "".join(g())
show("join", join)  # expect: join abxy
def zip_shrinks():
    l = [1, 2, 3]
    return [(a, l.pop()) for a, in zip(l)]
show("zip", zip_shrinks)  # expect: zip [(1, 3), (2, 2)]
def max_clears():
    l = make()
    return max(l, key=lambda x: l.clear() or 1) is not None
show("max", max_clears)  # expect: max True
