# How lists, dicts and sets grow and shrink, one item at a time.
# observes: sizes
import sys
size = sys.getsizeof
def steps(make, change, n):
    x, out = make(), []
    for i in range(n):
        change(x, i)
        if not out or out[-1][1] != size(x): out.append((i, size(x)))
    return out
print(steps(list, list.append, 60))
# expect: [(0, 88), (4, 120), (8, 184), (16, 248), (24, 312), (32, 376), (40, 472), (52, 568)]
print(steps(list, lambda l, i: l.insert(0, i), 30))  # expect: [(0, 88), (4, 120), (8, 184), (16, 248), (24, 312)]
print(steps(list, lambda l, i: l.extend([i, i]), 30))
# expect: [(0, 72), (1, 120), (4, 184), (8, 248), (12, 312), (16, 408), (22, 504), (28, 600)]
print(steps(lambda: [0] * 50, lambda l, i: l.pop(), 50))
# expect: [(0, 456), (25, 312), (34, 216), (40, 184), (42, 152), (44, 120), (48, 88), (49, 56)]
print(steps(dict, lambda d, i: d.setdefault(i), 100))
# expect: [(0, 224), (5, 352), (10, 632), (21, 1168), (42, 2264), (85, 4688)]
print(steps(dict, lambda d, i: d.update({"k" + str(i): 0}), 40))  # expect: [(0, 184), (5, 272), (10, 464), (21, 832)]
print(steps(set, set.add, 100))  # expect: [(0, 216), (4, 728), (18, 2264), (76, 8408)]
l = [1, 2, 3]
l += [4]
print(size(l), size(l + [5]), size(l * 2), size(l[:2]), size(sorted(l)), size(l.copy()))  # expect: 88 96 120 72 88 88
l.clear()
print(size(l))  # expect: 56
d = {i: i for i in range(50)}
big = size(d)
for i in range(49): del d[i]
print(size(d) == big, size(dict(d)) < big, size(d.copy()) <= big)  # expect: True True True
d.clear()
print(size(d))  # expect: 64
