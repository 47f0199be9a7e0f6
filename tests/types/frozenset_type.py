# frozenset: hashable, immutable, mixes with set.
f = frozenset([3, 1, 2])
print(len(f), 1 in f, f == {1, 2, 3}, f | {4} == {1, 2, 3, 4}, type(f | {4}).__name__, type({4} | f).__name__, f & [1] if False else f & {1})
# expect: 3 True True True frozenset set frozenset({1})
print(hash(f) == hash(frozenset([1, 2, 3])), {f: "key"}[frozenset([2, 3, 1])], {f, frozenset([1, 2, 3])} == {f}, frozenset() == set())
# expect: True key True True
print(frozenset(f) is f, f.copy() is f, f.union([9]) == {1, 2, 3, 9}, f - {1} == {2, 3}, f ^ {1} == {2, 3}, f.isdisjoint({9}), f <= {1, 2, 3}, f < {1, 2, 3})
# expect: True True True True True True True False
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])})
# expect: 133146708735736 -558064481276695278 -272375401224217160 True True
def err(fn):
    try:
        fn()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: f.add(1))  # expect: AttributeError: 'frozenset' object has no attribute 'add'
err(lambda: f.remove(1))  # expect: AttributeError: 'frozenset' object has no attribute 'remove'
err(lambda: frozenset([[]]))  # expect: TypeError: unhashable type: 'list'
err(lambda: frozenset(1))  # expect: TypeError: 'int' object is not iterable
err(lambda: f[0])  # expect: TypeError: 'frozenset' object is not subscriptable
err(lambda: f.update([1]))  # expect: AttributeError: 'frozenset' object has no attribute 'update'
g = f
g |= {5}
print(f == {1, 2, 3}, g == {1, 2, 3, 5}, g is f, frozenset("aab") == {"a", "b"}, sorted(frozenset("cab")), frozenset([1, 2]))
# expect: True True False True ['a', 'b', 'c'] frozenset({1, 2})
class F(frozenset): pass
print(F([1]), type(F([1]) | {2}).__name__, F([1]) == {1}, hash(F([1])) == hash(frozenset([1])))
# expect: F({1}) frozenset True True
