# How the operations of list change the counts of their items.
import sys
rc = sys.getrefcount
x = ["object"]
l = []
l.append(x); l.append(x)
print(rc(x))  # expect: 4
l.extend([x, x]); l.insert(0, x)
print(rc(x))  # expect: 7
l.pop(); l.pop(0)
print(rc(x))  # expect: 5
l.remove(x)
print(rc(x))  # expect: 4
l[0] = None
print(rc(x))  # expect: 3
l[:] = [x] * 4
print(rc(x))  # expect: 6
l[1:3] = []
print(rc(x))  # expect: 4
l += [x, x]
print(rc(x))  # expect: 6
m = l * 2
print(rc(x))  # expect: 14
n = l + l
print(rc(x))  # expect: 22
del n, m
l.reverse(); l.sort()
print(rc(x), l.count(x), l.index(x), x in l, rc(x))  # expect: 6 4 0 True 6
c = l.copy()
print(rc(x), rc(l))  # expect: 10 2
del l[::2]
print(rc(x))  # expect: 8
l.clear(); c.clear()
print(rc(x))  # expect: 2
p = [x].pop()
print(rc(x))  # expect: 3
s = sorted([x, x])
print(rc(x))  # expect: 5
s = list(map(lambda v: v, [x, x]))
print(rc(x))  # expect: 5
s = None
print(max([x, x]) is x, min(x, x) is x, rc(x))  # expect: True True 3
