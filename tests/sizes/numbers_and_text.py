# sys.getsizeof of numbers and strings follows their layout.
# observes: sizes
import sys
size = sys.getsizeof
print([size(n) for n in (0, 1, -1, 2 ** 30 - 1, 2 ** 30, -(2 ** 30), 2 ** 60 - 1, 2 ** 60, 2 ** 90, 10 ** 100, True, False)])
# expect: [28, 28, 28, 28, 32, 32, 32, 36, 40, 72, 28, 28]
print(all(size(2 ** k) == 24 + 4 * (k // 30 + 1) for k in range(500)), size(1.5), size(0.0), size(1j))
# expect: True 24 24 32
print([size("a" * n) - 41 - n for n in range(6)], [size("\xe9" * n) - 57 - n for n in range(2, 6)])
# expect: [0, 0, 0, 0, 0, 0] [0, 0, 0, 0]
print([size("\u20ac" * n) - 58 - 2 * n for n in range(1, 5)], [size("\U0001f600" * n) - 60 - 4 * n for n in range(1, 5)])
# expect: [0, 0, 0, 0] [0, 0, 0, 0]
print(size("a" * 100 + "\xe9"), size("a" * 100 + "\u20ac"), size(("a" * 100 + "\u20ac")[:100]), size("".join(["x"] * 50)), size(str(10 ** 20)))
# expect: 158 260 141 91 62
print(size(None), size(...), size(NotImplemented), size(object()), size(range(10)), size(slice(1)))
# expect: 16 16 16 16 48 56
