# sys.getsizeof of tuples, lists, dicts and sets.
# observes: sizes
import sys
size = sys.getsizeof
print([size(tuple(range(n))) for n in range(8)], [size([None] * n) for n in range(8)], [size(list(range(n))) for n in range(8)])
# expect: [40, 48, 56, 64, 72, 80, 88, 96] [56, 64, 72, 80, 88, 96, 104, 112] [56, 72, 72, 88, 88, 104, 104, 120]
print(size([]), size([1]), size([1, 2, 3]), size(list("abc")), size([x for x in range(3)]), size([1, 2, 3][:]), size([*"abcd"]))
# expect: 56 64 88 88 88 80 88
print(size({}), size({1: 1}), size(dict(a=1)), size({i: i for i in range(5)}), size({i: i for i in range(6)}), size({str(i): i for i in range(6)}), size({i: i for i in range(11)}))
# expect: 64 224 184 224 352 272 632
print(size(set()), size({1}), size(set(range(4))), size(set(range(5))), size(set(range(100))), size(frozenset()), size(frozenset(range(10))))
# expect: 216 216 216 728 8408 216 728
nested = [[0] * 1000]
print(size(nested), size(nested[0]), size((nested,)), size({"k": nested}))  # expect: 64 8056 48 184
class C:
    def __sizeof__(self): return 1000
class Bad:
    def __sizeof__(self): return -1
print(size(C()) - 1000 in (0, 16), (5).__sizeof__(), [].__sizeof__(), "".__sizeof__(), {}.__sizeof__())
# expect: False 28 40 41 48
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: size(Bad()))  # expect: ValueError: __sizeof__() should return >= 0
err(lambda: size())  # expect: TypeError: getsizeof() missing required argument 'object' (pos 1)
err(lambda: size(1, 2, 3))  # expect: TypeError: getsizeof() takes at most 2 arguments (3 given)
