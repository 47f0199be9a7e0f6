# A million objects nested into each other are freed without overflowing the C stack.
# skip-mode: stress a collection at every step of something this big takes hours
import sys
N = 1_000_000
x = None
for _ in range(N): x = [x]
del x
print("list")  # expect: list
x = None
for _ in range(N): x = (x,)
del x
print("tuple")  # expect: tuple
x = None
for _ in range(N): x = {"k": x}
x = None
print("dict")  # expect: dict
class Node:
    def __init__(self, next_): self.next = next_
x = None
for _ in range(N): x = Node(x)
del x
print("instances")  # expect: instances
class Slot:
    __slots__ = ("next",)
x = None
for _ in range(N):
    s = Slot()
    s.next = x
    x = s
del x, s
print("slots")  # expect: slots
x = None
for _ in range(200_000): x = frozenset([x])
del x
print("frozenset")  # expect: frozenset
x = lambda: None
for _ in range(200_000): x = (lambda f: lambda: f)(x)
del x
print("closures")  # expect: closures
class L(list): pass
x = None
for _ in range(200_000):
    l = L()
    l.append(x)
    x = l
del x, l
print("subclass")  # expect: subclass
