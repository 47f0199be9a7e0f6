# Sorting by hand, compared with sorted().
def bubble(l):
    l = l[:]
    for i in range(len(l)):
        for j in range(len(l) - 1 - i):
            if l[j] > l[j + 1]: l[j], l[j + 1] = l[j + 1], l[j]
    return l
def insertion(l):
    l = l[:]
    for i in range(1, len(l)):
        x, j = l[i], i
        while j and l[j - 1] > x:
            l[j] = l[j - 1]
            j -= 1
        l[j] = x
    return l
def quick(l):
    if len(l) < 2: return l
    p, *rest = l
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
def merge(l):
    if len(l) < 2: return l
    a, b = merge(l[:len(l) // 2]), merge(l[len(l) // 2:])
    out = []
    while a and b: out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
def heap(l):
    l = l[:]
    def sink(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and l[c] < l[c + 1]: c += 1
            if l[i] >= l[c]: return
            l[i], l[c], i = l[c], l[i], c
    for i in range(len(l) // 2, -1, -1): sink(i, len(l))
    for n in range(len(l) - 1, 0, -1):
        l[0], l[n] = l[n], l[0]
        sink(0, n)
    return l
def counting(l):
    counts = {}
    for x in l: counts[x] = counts.get(x, 0) + 1
    return [x for x in range(min(l, default=0), max(l, default=-1) + 1) for _ in range(counts.get(x, 0))]
x, data = 7, []
for _ in range(120):
    x = x * 1103515245 + 12345 & 0x7fffffff
    data.append(x % 100)
for f in (bubble, insertion, quick, merge, heap, counting):
    print(f.__name__, [f(t) == sorted(t) for t in (data, [], [1], [2, 1], [5] * 10, list(range(30)), list(range(30, 0, -1)))])
    # expect: bubble [True, True, True, True, True, True, True]
    # expect: insertion [True, True, True, True, True, True, True]
    # expect: quick [True, True, True, True, True, True, True]
    # expect: merge [True, True, True, True, True, True, True]
    # expect: heap [True, True, True, True, True, True, True]
    # expect: counting [True, True, True, True, True, True, True]
words = "pear fig apple kiwi date".split()
print([f(words) for f in (bubble, quick, merge)], heap([(2, "b"), (1, "z"), (2, "a")]))
# expect: [['apple', 'date', 'fig', 'kiwi', 'pear'], ['apple', 'date', 'fig', 'kiwi', 'pear'], ['apple', 'date', 'fig', 'kiwi', 'pear']] [(1, 'z'), (2, 'a'), (2, 'b')]
