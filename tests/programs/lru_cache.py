# An LRU cache as a doubly linked ring, checked against a slow model.
class Link:
    __slots__ = ("key", "value", "before", "after")
class LRU:
    def __init__(self, size):
        self.size, self.links = size, {}
        self.root = r = Link()
        r.before = r.after = r
    def _unlink(self, l): l.before.after, l.after.before = l.after, l.before
    def _front(self, l):
        r = self.root
        l.before, l.after = r, r.after
        r.after.before = l
        r.after = l
    def __getitem__(self, key):
        l = self.links[key]
        self._unlink(l)
        self._front(l)
        return l.value
    def __setitem__(self, key, value):
        if key in self.links:
            l = self.links[key]
            self._unlink(l)
        else:
            if len(self.links) == self.size:
                old = self.root.before
                self._unlink(old)
                del self.links[old.key]
            l = self.links[key] = Link()
            l.key = key
        l.value = value
        self._front(l)
    def __iter__(self):
        l = self.root.after
        while l is not self.root:
            yield l.key
            l = l.after
    def __contains__(self, key): return key in self.links
    def __len__(self): return len(self.links)
c = LRU(3)
for k in "abc": c[k] = k.upper()
print(list(c), c["a"], list(c))  # expect: ['c', 'b', 'a'] A ['a', 'c', 'b']
c["d"] = "D"
print(list(c), "b" in c, len(c))  # expect: ['d', 'a', 'c'] False 3
c["c"] = "new"
print(list(c), c["c"])  # expect: ['c', 'd', 'a'] new
try: c["zz"]
except KeyError as e: print(e)  # expect: 'zz'
model, cache, x = [], LRU(10), 1
for _ in range(2000):
    x = x * 75 % 65537
    k = x % 25
    if k in cache:
        assert cache[k] == k * 2 and k in model
        model.remove(k)
    else:
        cache[k] = k * 2
        if len(model) == 10: model.pop()
    model.insert(0, k)
print(list(cache) == model, len(cache), model[:5])  # expect: True 10 [2, 4, 6, 0, 15]
