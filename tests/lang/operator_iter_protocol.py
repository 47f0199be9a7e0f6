# Iterators: __iter__ and __next__ by hand, exhaustion, iter with a sentinel.
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), [*Count(2)], max(Count(5)), sorted(Count(3), reverse=True))
# expect: [1, 2, 3] 10 [1, 2] 5 [3, 2, 1]
c = Count(2)
print(next(c), next(c), next(c, "end"))  # expect: 1 2 end
class Fresh:
    def __iter__(self): return Count(2)
f = Fresh()
print(list(f), list(f), 2 in f, list(zip(f, f)))  # expect: [1, 2] [1, 2] True [(1, 1), (2, 2)]
for a in f:
    for b in f:
        print(a, b)
        # expect: 1 1
        # expect: 1 2
        # expect: 2 1
        # expect: 2 2
n = 0
def step():
    global n
    n += 1
    return n
print(list(iter(step, 4)))  # expect: [1, 2, 3]
class Fails:
    def __iter__(self): return self
    def __next__(self): raise KeyError("inside next")
try:
    for x in Fails(): pass
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'inside next'
try:
    list(Fails())
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'inside next'
class Revives:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 2 == 0: raise StopIteration
        return self.n
r = Revives()
print(list(r), list(r))  # expect: [1] [3]
class BadIter:
    def __iter__(self): raise ValueError("no iteration")
try:
    a, b = BadIter()
except ValueError as e:
    print(e)  # expect: no iteration
