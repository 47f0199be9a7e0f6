# Subscription, length, membership and iteration through special methods.
class Box:
    def __init__(self): self.log = []
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): self.log.append(("set", k, v))
    def __delitem__(self, k): self.log.append(("del", k))
    def __len__(self): return 5
    def __contains__(self, x): return x == "in"
    def __iter__(self): return iter([1, 2])
    def __reversed__(self): return iter([2, 1])
b = Box()
print(b[1], b["k"], b[1:2], b[::2], b[1, 2], b[...], b[1:2, 3], b[()])
# expect: ('get', 1) ('get', 'k') ('get', slice(1, 2, None)) ('get', slice(None, None, 2)) ('get', (1, 2)) ('get', Ellipsis) ('get', (slice(1, 2, None), 3)) ('get', ())
b[1] = 2
b[1:3] = "s"
b["k"] += (1,)
del b[0], b[1:]
print(b.log)
# expect: [('set', 1, 2), ('set', slice(1, 3, None), 's'), ('set', 'k', ('get', 'k', 1)), ('del', 0), ('del', slice(1, None, None))]
print(len(b), "in" in b, 1 in b, list(b), list(reversed(b)), bool(b), [*b])
# expect: 5 True False [1, 2] [2, 1] True [1, 2]
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), 25 in Seq(), max(Seq()), [x for x in Seq()])
# expect: [0, 10, 20, 30] True False 30 [0, 10, 20, 30]
a, b, c, d = Seq()
print(a, d)  # expect: 0 30
class OnlyIter:
    def __iter__(self): yield from "xyz"
print("y" in OnlyIter(), "q" in OnlyIter(), list(OnlyIter()), dict(zip(OnlyIter(), range(3))))
# expect: True False ['x', 'y', 'z'] {'x': 0, 'y': 1, 'z': 2}
class NotIn:
    __contains__ = None
    def __iter__(self): return iter([1])
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: 1 in NotIn())  # expect: TypeError: 'NotIn' object is not a container
class No: pass
err(lambda: No()[0])  # expect: TypeError: 'No' object is not subscriptable
def setitem(): No()[0] = 1
err(setitem)  # expect: TypeError: 'No' object does not support item assignment
def delitem(): del No()[0]
err(delitem)  # expect: TypeError: 'No' object doesn't support item deletion
err(lambda: len(No()))  # expect: TypeError: object of type 'No' has no len()
err(lambda: list(No()))  # expect: TypeError: 'No' object is not iterable
err(lambda: 1 in No())  # expect: TypeError: argument of type 'No' is not iterable
err(lambda: reversed(No()))  # expect: TypeError: 'No' object is not reversible
class BadLen:
    def __len__(self): return -1
class TextLen:
    def __len__(self): return "5"
err(lambda: len(BadLen()))  # expect: ValueError: __len__() should return >= 0
err(lambda: len(TextLen()))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: bool(BadLen()))  # expect: ValueError: __len__() should return >= 0
class BadBool:
    def __bool__(self): return 1
err(lambda: bool(BadBool()))  # expect: TypeError: __bool__ should return bool, returned int
class D(dict):
    def __missing__(self, k): return "missing " + k
print(D(a=1)["a"], D()["b"], D().get("c"))  # expect: 1 missing b None
