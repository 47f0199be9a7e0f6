# The methods of set.
s = {1, 2}
print(s.add(3), s.add(3), sorted(s), s.discard(9), s.discard(1), sorted(s), s.remove(2), s)
# expect: None None [1, 2, 3] None None [2, 3] None {3}
print(s.pop(), s, s.clear(), s)  # expect: 3 set() None set()
a = {1, 2, 3}
print(a.union([4], (5,), "x") == {1, 2, 3, 4, 5, "x"}, a.union(), a.intersection([2, 3, 4], {3}), a.intersection(), a.difference([1], [2]), a.symmetric_difference([3, 4]))
# expect: True {1, 2, 3} {3} {1, 2, 3} {3} {1, 2, 4}
print(a.issubset([1, 2, 3, 4]), a.issuperset([1]), a.isdisjoint([9]), a.isdisjoint([1]), a.issubset([]), set().issubset([]), a.issuperset([]))
# expect: True True True False False True True
a.update([4], {5}, "z"); a.update()
print(a == {1, 2, 3, 4, 5, "z"})  # expect: True
a.intersection_update({1, 2, 3, 4}, [1, 2, 3]); print(a)  # expect: {1, 2, 3}
a.difference_update([1], [9]); print(a)  # expect: {2, 3}
a.symmetric_difference_update([2, 7]); print(sorted(a))  # expect: [3, 7]
c = a.copy()
c.add(0)
print(0 in a, c is a, type(c).__name__, a.__contains__(7), a.__len__(), a.__or__({1}) == {1, 3, 7}, a.__or__([1]), a.__and__({3}))
# expect: False False set True 2 True NotImplemented {3}
print(set("ab").union("bc") == set("abc"), set({"k": 1}), {1, 2}.intersection({2: "x"}), {1, 2} & {2: 0}.keys())
# expect: True {'k'} {2} {2}
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: set().remove(1))  # expect: KeyError: 1
err(lambda: set().remove("key"))  # expect: KeyError: 'key'
err(lambda: set().pop())  # expect: KeyError: 'pop from an empty set'
err(lambda: {[]})  # expect: TypeError: unhashable type: 'list'
err(lambda: {1}.add([]))  # expect: TypeError: unhashable type: 'list'
err(lambda: {1}.add({}))  # expect: TypeError: unhashable type: 'dict'
err(lambda: [] in {1})  # expect: TypeError: unhashable type: 'list'
err(lambda: {1} | [2])  # expect: TypeError: unsupported operand type(s) for |: 'set' and 'list'
err(lambda: {1} & "a")  # expect: TypeError: unsupported operand type(s) for &: 'set' and 'str'
err(lambda: {1}.union(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: {1}.update([[]]))  # expect: TypeError: unhashable type: 'list'
numbers = {1}
err(lambda: numbers[0])  # expect: TypeError: 'set' object is not subscriptable
err(lambda: {1} + {2})  # expect: TypeError: unsupported operand type(s) for +: 'set' and 'set'
err(lambda: {1} < [1])  # expect: TypeError: '<' not supported between instances of 'set' and 'list'
err(lambda: hash({1}))  # expect: TypeError: unhashable type: 'set'
err(lambda: {{1}})  # expect: TypeError: unhashable type: 'set'
err(lambda: set(1))  # expect: TypeError: 'int' object is not iterable
err(lambda: set(1, 2))  # expect: TypeError: set expected at most 1 argument, got 2
err(lambda: {1}.add())  # expect: TypeError: set.add() takes exactly one argument (0 given)
err(lambda: {1}.nothing)  # expect: AttributeError: 'set' object has no attribute 'nothing'
print({1, 2}.__sub__([1]), {frozenset([1]): "ok"}[frozenset([1])], {1, 2} in [{2, 1}], {1} in {frozenset([1])})
# expect: NotImplemented ok True True
