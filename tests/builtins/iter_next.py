# iter and next, with one and two arguments.
it = iter([1, 2])
print(next(it), next(it), next(it, "default"), next(it, None))  # expect: 1 2 default None
values = [3, 2, 1, 0, 9]
print(list(iter(values.pop, 3)), values)  # expect: [9, 0, 1, 2] []
class Countdown:
    def __init__(self): self.n = 3
    def __call__(self):
        self.n -= 1
        return self.n
print(list(iter(Countdown(), 0)), list(iter(lambda: 1, 1)))  # expect: [2, 1] []
class G:
    def __getitem__(self, i):
        if i == 2: raise IndexError
        return i
g = iter(G())
print(list(g), list(g), type(g).__name__)  # expect: [0, 1] [] iterator
class Stop:
    def __getitem__(self, i):
        if i == 2: raise StopIteration("ends too")
        return i
print(list(Stop()))  # expect: [0, 1]
class Bad:
    def __getitem__(self, i): raise KeyError("k")
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: list(Bad()))  # expect: KeyError: 'k'
err(lambda: next(5))  # expect: TypeError: 'int' object is not an iterator
err(lambda: next([]))  # expect: TypeError: 'list' object is not an iterator
err(lambda: iter(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: iter())  # expect: TypeError: iter expected at least 1 argument, got 0
err(lambda: iter([], 1))  # expect: TypeError: iter(v, w): v must be callable
err(lambda: iter(1, 2, 3))  # expect: TypeError: iter expected at most 2 arguments, got 3
def raising():
    raise StopIteration
print(list(iter(raising, None)))  # expect: []
