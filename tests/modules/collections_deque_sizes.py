# sys.getsizeof of what is in collections and itertools.
# observes: sizes
import sys, collections, itertools
print([sys.getsizeof(collections.deque(range(n))) for n in (0, 1, 63, 64, 65, 200)])  # expect: [760, 760, 760, 1288, 1288, 2344]
d = collections.deque()
for i in range(40):
    d.append(i)
for i in range(40):
    d.appendleft(i)
print(sys.getsizeof(d), sys.getsizeof(iter(d)))  # expect: 1816 72
d.clear()
print(sys.getsizeof(d))  # expect: 760
print(sys.getsizeof(collections.OrderedDict()), sys.getsizeof(collections.defaultdict(list)))  # expect: 128 72
print(sys.getsizeof(itertools.count()), sys.getsizeof(itertools.cycle([1])), sys.getsizeof(itertools.repeat(1)))  # expect: 56 64 48
print(sys.getsizeof(itertools.chain()), sys.getsizeof(itertools.islice([], 1)), sys.getsizeof(itertools.product("ab", repeat=3)), sys.getsizeof(itertools.permutations("abc", 2)))
# expect: 48 72 88 120
