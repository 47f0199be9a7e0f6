# slice objects.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2), slice("a", [], None))
# expect: slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, None) slice(1, 2, None) slice('a', [], None)
print(s.indices(5), slice(None).indices(4), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(10, 0, -3).indices(6), slice(-100, 100).indices(3), slice(3, 1).indices(5))
# expect: (1, 5, 2) (0, 4, 1) (3, -1, -1) (7, 10, 1) (5, 0, -3) (0, 3, 1) (3, 1, 1)
print([0, 1, 2, 3, 4][slice(1, 3)], "abcdef"[slice(None, None, -2)], (1, 2, 3)[slice(-2, None)], range(10)[slice(2, 8, 3)])
# expect: [1, 2] fdb (2, 3) range(2, 8, 3)
print(s == slice(1, 10, 2), s == slice(1, 10), slice(1) != slice(2), slice(1, 2) < slice(1, 3), hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): "k"}[slice(1)])
# expect: True False True True True k
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1:2], g[:], g[::3], g[1:], g[:2, 3], g["a":"b"], g[1:2, ::4], g[()], g[...], g[None:None])
# expect: slice(1, 2, None) slice(None, None, None) slice(None, None, 3) slice(1, None, None) (slice(None, 2, None), 3) slice('a', 'b', None) (slice(1, 2, None), slice(None, None, 4)) () Ellipsis slice(None, None, None)
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print([0, 1, 2, 3, 4][I(1):I(4):I(2)], slice(I(1), I(3)).indices(10), slice(10 ** 30).indices(5), "abc"[-10 ** 30:10 ** 30])
# expect: [1, 3] (1, 3, 1) (0, 5, 1) abc
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: slice())  # expect: TypeError: slice expected at least 1 argument, got 0
err(lambda: slice(1, 2, 3, 4))  # expect: TypeError: slice expected at most 3 arguments, got 4
err(lambda: slice("a").indices(5))
# expect: TypeError: slice indices must be integers or None or have an __index__ method
err(lambda: slice(1).indices(-1))  # expect: ValueError: length should not be negative
err(lambda: slice(1, 2, 0).indices(5))  # expect: ValueError: slice step cannot be zero
err(lambda: slice(1).indices("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: [1][1.0:])  # expect: TypeError: slice indices must be integers or None or have an __index__ method
err(lambda: hash(slice([], 1)))  # expect: TypeError: unhashable type: 'list'
def attr(): s.start = 5
err(attr)  # expect: AttributeError: readonly attribute
class Sub(list): pass
try:
    class Bad(slice): pass
except TypeError as e:
    print(e)  # expect: type 'slice' is not an acceptable base type
