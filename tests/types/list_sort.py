# sort: stable, by key, reversed, on sorted and equal runs, with broken comparisons.
l = [5, 2, 8, 1, 9, 3]
l.sort(); print(l)  # expect: [1, 2, 3, 5, 8, 9]
l.sort(reverse=True); print(l)  # expect: [9, 8, 5, 3, 2, 1]
print(sorted(["bb", "a", "ccc", "dd"], key=len), sorted(["bb", "a", "ccc", "dd"], key=len, reverse=True))
# expect: ['a', 'bb', 'dd', 'ccc'] ['ccc', 'bb', 'dd', 'a']
pairs = [(1, "b"), (0, "x"), (1, "a"), (0, "y")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs), sorted(pairs, key=lambda p: -p[0]))
# expect: [(0, 'x'), (0, 'y'), (1, 'b'), (1, 'a')] [(0, 'x'), (0, 'y'), (1, 'a'), (1, 'b')] [(1, 'b'), (1, 'a'), (0, 'x'), (0, 'y')]
print(sorted("hello"), sorted({3: "a", 1: "b"}), sorted([True, 0, 2, False]), sorted([]), sorted([1]), sorted([2.5, 1, 3]))
# expect: ['e', 'h', 'l', 'l', 'o'] [1, 3] [0, False, True, 2] [] [1] [1, 2.5, 3]
print(sorted(["b", "B", "a", "A"], key=str.lower), sorted([-3, 2, -1], key=abs), sorted([[2], [1, 5], []]))
# expect: ['a', 'A', 'b', 'B'] [-1, 2, -3] [[], [1, 5], [2]]
import sys
seed = 12345
def rnd():
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed
big = [rnd() % 1000 for _ in range(2000)]
s = sorted(big)
print(all(s[i] <= s[i + 1] for i in range(1999)), len(s), s[0] == min(big), s[-1] == max(big), sorted(s, reverse=True) == s[::-1])
# expect: True 2000 True True True
tagged = sorted(((v % 10, i) for i, v in enumerate(big)), key=lambda t: t[0])
print(all(tagged[i][1] < tagged[i + 1][1] for i in range(1999) if tagged[i][0] == tagged[i + 1][0]))  # expect: True
runs = list(range(100)) + list(range(100, 0, -1)) + [50] * 100
print(sorted(runs)[:3], sorted(runs)[-3:], sorted(runs) == sorted(runs[::-1]))  # expect: [0, 1, 1] [99, 99, 100] True
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return "V%d" % self.n
print(sorted([V(3), V(1), V(2)]))  # expect: [V1, V2, V3]
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: [1, "a"].sort())  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
err(lambda: sorted([1, None, 2]))  # expect: TypeError: '<' not supported between instances of 'NoneType' and 'int'
err(lambda: sorted([1, 2], key=lambda x: 1 / (x - 1)))  # expect: ZeroDivisionError: division by zero
err(lambda: sorted([object(), object()]))
# expect: TypeError: '<' not supported between instances of 'object' and 'object'
m = [3, 1, 2]
def modify(x):
    m.append(x)
    return x
err(lambda: m.sort(key=modify))  # expect: ValueError: list modified during sort
print(m)  # expect: [1, 2, 3]
seen = []
m = [2, 1]
m.sort(key=lambda x: seen.append(list(m)) or x)
print(seen, m)  # expect: [[], []] [1, 2]
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)  # expect: [3, 1, 2]
n = [1, "x", 2]
try: n.sort()
except TypeError: print(sorted(map(str, n)))  # expect: ['1', '2', 'x']
