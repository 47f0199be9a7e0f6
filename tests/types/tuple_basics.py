# Tuples: making, indexing, methods, immutability.
print((), (1,), (1, 2), tuple(), tuple("ab"), tuple([1]), tuple((1, 2)) is not None, 1, (2), ((),), tuple(x for x in range(3)))
# expect: () (1,) (1, 2) () ('a', 'b') (1,) True 1 2 ((),) (0, 1, 2)
t = (10, 20, 30, 20)
print(t[0], t[-1], t[1:3], t[::-1], t[5:], t.index(20), t.index(20, 2), t.count(20), t.count(9), len(t), 30 in t)
# expect: 10 20 (20, 30) (20, 30, 20, 10) () 1 3 2 0 4 True
print(t + (1,), t * 2, 0 * t, () + (), (1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 9), () < (0,), (1, 2) == [1, 2])
# expect: (10, 20, 30, 20, 1) (10, 20, 30, 20, 10, 20, 30, 20) () () True True True True True False
print(hash((1, 2)) == hash((1, 2)), hash(()) == hash(()), {(1, 2): "k"}[(1, 2)], (1, (2, 3))[1][0], max((3, 1)), sum((1, 2)))
# expect: True True k 2 3 3
print(hash((1, 2, 3)), hash(()), hash((1,)), hash((0, -1)), hash((1, (2, 3))))
# expect: 529344067295497451 5740354900026072187 -6644214454873602895 8374038142897728572 7267574591690527098
a = (1, [2])
a[1].append(3)
print(a, tuple(a) is a, a[:] is a, (a + ()) is a, (a * 1) is a)  # expect: (1, [2, 3]) True True True True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
key = "k"
def assign(): t[0] = 1
err(assign)  # expect: TypeError: 'tuple' object does not support item assignment
def delete(): del t[0]
err(delete)  # expect: TypeError: 'tuple' object doesn't support item deletion
err(lambda: t[9])  # expect: IndexError: tuple index out of range
err(lambda: t[key])  # expect: TypeError: tuple indices must be integers or slices, not str
err(lambda: t.index(5))  # expect: ValueError: tuple.index(x): x not in tuple
err(lambda: t.index(20, 4))  # expect: ValueError: tuple.index(x): x not in tuple
err(lambda: t.append(1))  # expect: AttributeError: 'tuple' object has no attribute 'append'
err(lambda: hash(a))  # expect: TypeError: unhashable type: 'list'
err(lambda: t + [1])  # expect: TypeError: can only concatenate tuple (not "list") to tuple
err(lambda: t < 5)  # expect: TypeError: '<' not supported between instances of 'tuple' and 'int'
err(lambda: tuple(1, 2))  # expect: TypeError: tuple expected at most 1 argument, got 2
err(lambda: t * "a")  # expect: TypeError: can't multiply sequence by non-int of type 'str'
class P(tuple):
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    x = property(lambda self: self[0])
p = P(1, 2)
print(p, p.x, p == (1, 2), type(p + (3,)).__name__, len(p), hash(p) == hash((1, 2)), type(p[:]).__name__)
# expect: (1, 2) 1 True tuple 2 True tuple
