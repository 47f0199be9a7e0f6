# heapq and bisect.
import heapq, bisect
from collections import deque
def err(func):
    try:
        print(func())
    except Exception as e:
        print(type(e).__name__ + ":", e)
seed = 1
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
for make in (lambda: rnd(50), lambda: rnd(1000) / 7, lambda: (rnd(5), rnd(5)), lambda: "k%d" % rnd(30)):
    l = [make() for i in range(200)]
    h = []
    for x in l:
        heapq.heappush(h, x)
    out = [heapq.heappop(h) for i in range(200)]
    h = l[:]
    heapq.heapify(h)
    first = h[:5]
    print(out == sorted(l), [heapq.heappop(h) for i in range(200)] == sorted(l), first[0] == min(l))
# expect: True True True
# expect: True True True
# expect: True True True
# expect: True True True
h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 4), h, heapq.heapreplace(h, 7), h)
# expect: [3, 5, 4, 7, 9, 8] 0 1 [3, 5, 4, 7, 9, 8] 2 [3, 5, 4, 7, 9, 8]
heapq._heapify_max(h)
print(h, heapq._heappop_max(h), heapq._heapreplace_max(h, 1), h)  # expect: [7, 5, 4, 3, 1] 9 8 [7, 5, 4, 3, 1]
err(lambda: heapq.heappop([]))  # expect: IndexError: index out of range
err(lambda: heapq.heapreplace([], 1))  # expect: IndexError: index out of range
err(lambda: heapq.heappush((), 1))  # expect: TypeError: heappush() argument 1 must be list, not tuple
err(lambda: heapq.heapify(()))  # expect: TypeError: heapify() argument must be list, not tuple
err(lambda: heapq.heappush([1], "a"))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
class Grow:
    def __lt__(self, other):
        h.append(1)
        return True
h = [Grow(), Grow()]
err(lambda: heapq.heapify(h))  # expect: RuntimeError: list changed size during iteration
class Clear:
    def __lt__(self, other):
        h.clear()
        return True
h = [Clear(), Clear(), Clear()]
err(lambda: heapq.heappop(h))  # expect: RuntimeError: list changed size during iteration
print(heapq.nlargest(3, [5, 1, 9, 3, 9]), heapq.nsmallest(2, "hello"), heapq.nlargest(2, ["a", "bbb", "cc"], key=len), heapq.nsmallest(0, [1]), heapq.nlargest(10, [1, 2]), heapq.nsmallest(1, [3, 1]), heapq.nlargest(1, []))
# expect: [9, 9, 5] ['e', 'h'] ['bbb', 'cc'] [] [2, 1] [1] []
print(heapq.nlargest(4, iter([(1, "b"), (3, "a"), (1, "c"), (3, "z"), (2, "q")]), key=lambda t: t[0]), heapq.nsmallest(3, iter([(2, 1), (1, 1), (2, 0), (1, 0)]), key=lambda t: t[0]))
# expect: [(3, 'a'), (3, 'z'), (2, 'q'), (1, 'b')] [(1, 1), (1, 0), (2, 1)]
print(list(heapq.merge([1, 4, 7], [2, 5], [], [3])), list(heapq.merge([7, 1], [5, 3], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb", "dd"], key=len)), list(heapq.merge()))
# expect: [1, 2, 3, 4, 5, 7] [7, 5, 3, 1] ['a', 'bb', 'dd', 'ccc'] []
l = [1, 2, 2, 2, 5, 8]
print(bisect.bisect(l, 2), bisect.bisect_left(l, 2), bisect.bisect_right(l, 0), bisect.bisect_left(l, 9), bisect.bisect(l, 2, 0, 2), bisect.bisect_left(l, 2, lo=3), bisect.bisect_left(l, 2, 0, None))
# expect: 4 1 0 6 2 3 1
print(bisect.bisect([8, 5, 1], -5, key=lambda x: -x), bisect.bisect_left("aceg", "d"), bisect.bisect(range(0, 100, 10), 35), bisect.bisect((1.5, 2.5), 2))
# expect: 2 2 4 1
bisect.insort(l, 3)
bisect.insort_left(l, 2)
bisect.insort(l, -9, key=abs)
d = deque([1, 5])
bisect.insort(d, 3)
print(l, d, bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right)
# expect: [1, 2, 2, 2, 2, 3, 5, 8, -9] deque([1, 3, 5]) True True
err(lambda: bisect.bisect([1], 1, -1))  # expect: ValueError: lo must be non-negative
err(lambda: bisect.bisect([1], "a"))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
err(lambda: bisect.bisect([1], 1, 0, 9))  # expect: IndexError: list index out of range
err(lambda: bisect.bisect([1], 1, 0, "a"))  # expect: TypeError: argument should be integer or None, not 'str'
err(lambda: bisect.bisect(5, 1))  # expect: TypeError: object of type 'int' has no len()
err(lambda: bisect.insort((1,), 1))  # expect: AttributeError: 'tuple' object has no attribute 'insert'
err(lambda: bisect.bisect({}, 1))  # expect: TypeError: dict is not a sequence
