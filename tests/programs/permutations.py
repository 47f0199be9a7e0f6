# Combinatorics with generators and recursion.
def permutations(items):
    if len(items) <= 1: yield tuple(items)
    else:
        for i, x in enumerate(items):
            for rest in permutations(items[:i] + items[i + 1:]): yield (x,) + rest
def combinations(items, n):
    if n == 0: yield ()
    for i in range(len(items)):
        for rest in combinations(items[i + 1:], n - 1): yield (items[i], *rest)
def product(*pools):
    if not pools: yield ()
    else:
        for x in pools[0]:
            for rest in product(*pools[1:]): yield (x, *rest)
def subsets(s): return [()] if not s else [t for rest in subsets(s[1:]) for t in (rest, (s[0],) + rest)]
def partitions(n, most=None):
    if n == 0: yield []
    for k in range(min(n, most or n), 0, -1):
        for rest in partitions(n - k, k): yield [k] + rest
def gray(n): return [""] if n == 0 else ["0" + g for g in gray(n - 1)] + ["1" + g for g in reversed(gray(n - 1))]
def pascal():
    row = [1]
    while True:
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]
print(["".join(p) for p in permutations("abc")], len(set(permutations("abcde"))))
# expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'] 120
print(list(combinations("abcd", 2)), len(list(combinations(range(10), 4))), list(combinations("ab", 3)))
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] 210 []
print(list(product("ab", (1, 2))), len(list(product(*[range(3)] * 5))), list(product()))
# expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] 243 [()]
print(sorted(subsets("abc")), len(subsets("abcdefgh")), list(partitions(5)), sum(1 for _ in partitions(20)))
# expect: [(), ('a',), ('a', 'b'), ('a', 'b', 'c'), ('a', 'c'), ('b',), ('b', 'c'), ('c',)] 256 [[5], [4, 1], [3, 2], [3, 1, 1], [2, 2, 1], [2, 1, 1, 1], [1, 1, 1, 1, 1]] 627
print(gray(3), [row for row, _ in zip(pascal(), range(6))])
# expect: ['000', '001', '011', '010', '110', '111', '101', '100'] [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1], [1, 4, 6, 4, 1], [1, 5, 10, 10, 5, 1]]
def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)
print(list(hanoi(3)), sum(1 for _ in hanoi(10)))  # expect: ['AC', 'AB', 'CB', 'AC', 'BA', 'BC', 'AC'] 1023
def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row = row, [i]
        for j, y in enumerate(b, 1): row.append(min(previous[j] + 1, row[-1] + 1, previous[j - 1] + (x != y)))
    return row[-1]
print(edit("kitten", "sitting"), edit("", "abc"), edit("flaw", "lawn"))  # expect: 3 3 2
