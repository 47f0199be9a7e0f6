# A binary search tree: insert, delete, walk, balance.
class Tree:
    def __init__(self, key): self.key, self.left, self.right = key, None, None
    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child: child.insert(key)
        else: setattr(self, side, Tree(key))
    def walk(self):
        if self.left: yield from self.left.walk()
        yield self.key
        if self.right: yield from self.right.walk()
    def depth(self): return 1 + max((c.depth() for c in (self.left, self.right) if c), default=0)
    def __contains__(self, key):
        if key == self.key: return True
        child = self.left if key < self.key else self.right
        return child is not None and key in child
def build(keys):
    keys = iter(keys)
    root = Tree(next(keys))
    for k in keys: root.insert(k)
    return root
def delete(t, key):
    if t is None: return None
    if key < t.key: t.left = delete(t.left, key)
    elif key > t.key: t.right = delete(t.right, key)
    elif t.left is None: return t.right
    elif t.right is None: return t.left
    else:
        least = t.right
        while least.left: least = least.left
        t.key = least.key
        t.right = delete(t.right, least.key)
    return t
def balanced(keys):
    if not keys: return None
    mid = len(keys) // 2
    t = Tree(keys[mid])
    t.left, t.right = balanced(keys[:mid]), balanced(keys[mid + 1:])
    return t
t = build([50, 30, 70, 20, 40, 60, 80])
print(list(t.walk()), t.depth(), 60 in t, 65 in t)  # expect: [20, 30, 40, 50, 60, 70, 80] 3 True False
t = delete(delete(t, 50), 20)
print(list(t.walk()), t.key)  # expect: [30, 40, 60, 70, 80] 60
print(balanced(list(range(100))).depth(), build(range(60)).depth(), sum(balanced(list(range(100))).walk()))
# expect: 7 60 4950
