# Everyday combinations of builtins.
words = "the quick brown fox jumps over the lazy dog the end".split()
print(sorted(set(words)), max(words, key=len), sorted(words, key=lambda w: (-len(w), w))[:3])
# expect: ['brown', 'dog', 'end', 'fox', 'jumps', 'lazy', 'over', 'quick', 'the'] quick ['brown', 'jumps', 'quick']
count = {}
for w in words: count[w] = count.get(w, 0) + 1
print(count, max(count, key=count.get), sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))[:2])
# expect: {'the': 3, 'quick': 1, 'brown': 1, 'fox': 1, 'jumps': 1, 'over': 1, 'lazy': 1, 'dog': 1, 'end': 1} the [('the', 3), ('brown', 1)]
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), [list(r) for r in zip(*matrix)], sum(map(sum, matrix)), [x for r in matrix for x in r], list(map(max, matrix)))
# expect: [(1, 4), (2, 5), (3, 6)] [[1, 4], [2, 5], [3, 6]] 21 [1, 2, 3, 4, 5, 6] [3, 6]
print(all(a <= b for a, b in zip([1, 2, 3], [1, 2, 3][1:])), any(map(str.isdigit, "ab1")), list(map(int, "1 2 3".split())), "".join(map(chr, [72, 105])))
# expect: True True [1, 2, 3] Hi
print({k: v for v, k in enumerate("abc")}, dict(sorted({"b": 1, "a": 2}.items())), list(filter(lambda p: all(p % d for d in range(2, p)), range(2, 30))))
# expect: {'a': 0, 'b': 1, 'c': 2} {'a': 2, 'b': 1} [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
print(" ".join(w.capitalize() for w in words[:3]), "-".join(sorted("hello")), [w[::-1] for w in words[:2]], list(enumerate(words, 1))[-1])
# expect: The Quick Brown e-h-l-l-o ['eht', 'kciuq'] (11, 'end')
fib = [0, 1]
while len(fib) < 10: fib.append(sum(fib[-2:]))
print(fib, sum(x for x in fib if x % 2 == 0), fib[::3], fib.index(13))
# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] 44 [0, 2, 8, 34] 7
print(*sorted({1: "x", 0: "y"}.items()), sep="\n")
# expect: (0, 'y')
# expect: (1, 'x')
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (lambda *a, **k: (a, k))(*[1], **{"x": 2}))
# expect: [0, 1, 2, 'a', 'b'] {'a': 1, 'b': 2} ((1,), {'x': 2})
print(round(sum([0.1] * 10), 10), divmod(17, 5), "%.2f" % (2 / 3), f"{1000000:,}", "abc".center(7, "*"), int("ff", 16), bin(5)[2:].zfill(8))
# expect: 1.0 (3, 2) 0.67 1,000,000 **abc** 255 00000101
stack, queue = [1, 2, 3], [1, 2, 3]
print(stack.pop(), queue.pop(0), stack, queue, stack[-1:], queue[:1], not stack[5:])
# expect: 3 1 [1, 2] [2, 3] [2] [2] True
print([[0] * 3 for _ in range(2)], list("abc"[i] for i in (2, 0)), "a,b;c".replace(";", ",").split(","), " x ".strip() or "empty")
# expect: [[0, 0, 0], [0, 0, 0]] ['c', 'a'] ['a', 'b', 'c'] x
