# Recursion: mutual, deep, and RecursionError that can be caught again and again.
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(301))  # expect: True True
def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3))  # expect: 9
def hanoi(n, a, b, c): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(10, "a", "b", "c"))  # expect: 1023
def forever(n): return forever(n + 1)
for _ in range(3):
    try:
        forever(0)
    except RecursionError as e:
        print(e)
        # expect: maximum recursion depth exceeded
        # expect: maximum recursion depth exceeded
        # expect: maximum recursion depth exceeded
def depth(n):
    try: return depth(n + 1)
    except RecursionError: return n
print(900 < depth(0) < 1000)  # expect: True
import sys
print(sys.getrecursionlimit())  # expect: 1000
sys.setrecursionlimit(200)
print(100 < depth(0) < 200)  # expect: True
sys.setrecursionlimit(5000)
print(4900 < depth(0) < 5000)  # expect: True
def flatten(x): return [y for item in x for y in flatten(item)] if isinstance(x, list) else [x]
print(flatten([1, [2, [3, [4]], 5]]))  # expect: [1, 2, 3, 4, 5]
