# The methods of list.
l = [3, 1, 2]
print(l.append(4), l)  # expect: None [3, 1, 2, 4]
l.extend([5, 6]); l.extend("ab"); l.extend(x for x in (7,))
print(l)  # expect: [3, 1, 2, 4, 5, 6, 'a', 'b', 7]
l.insert(0, "first"); l.insert(-1, "before last"); l.insert(100, "end"); l.insert(-100, "start")
print(l)  # expect: ['start', 'first', 3, 1, 2, 4, 5, 6, 'a', 'b', 'before last', 7, 'end']
print(l.pop(), l.pop(0), l.pop(-2), l)  # expect: end start before last ['first', 3, 1, 2, 4, 5, 6, 'a', 'b', 7]
l.remove("a"); l.remove("first")
print(l, l.index(1), l.index(5, 2), l.index(5, -4, 100), l.count(1), l.count("z"))
# expect: [3, 1, 2, 4, 5, 6, 'b', 7] 1 4 4 1 0
l.reverse()
print(l)  # expect: [7, 'b', 6, 5, 4, 2, 1, 3]
c = l.copy()
print(c == l, c is l)  # expect: True False
l.clear()
print(l, c[:2])  # expect: [] [7, 'b']
m = [5, 3, 9, 1]
print(m.sort(), m, [].sort(), m.__len__(), m.__getitem__(1), m.__contains__(9), m.__add__([1]), m.__iadd__([2]), m.__mul__(1))
# expect: None [1, 3, 5, 9, 2] None 4 3 True [1, 3, 5, 9, 1] [1, 3, 5, 9, 2] [1, 3, 5, 9, 2]
m.__setitem__(0, "set"); m.__delitem__(-1)
print(m, list.append(m, 1), m, [1, 2, 1].index(1, 1), [1, 1.0, True].count(1))
# expect: ['set', 3, 5, 9, 1] None ['set', 3, 5, 9, 1] 2 3
m.extend(m)
print(len(m), m.__reversed__().__next__(), m.__eq__(m), m.__eq__(5), [1].__lt__([2]), m.__imul__(0), m)
# expect: 10 1 True NotImplemented True [] []
