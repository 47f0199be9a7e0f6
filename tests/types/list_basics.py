# Lists: making, indexing, comparing, adding, repeating.
print([], list(), list("abc"), list(range(3)), list((1, 2)), list({1: 2}), [1, "a", None, [2]], list([1])[0])
# expect: [] [] ['a', 'b', 'c'] [0, 1, 2] [1, 2] [1] [1, 'a', None, [2]] 1
l = [10, 20, 30, 40]
print(l[0], l[-1], l[True], l[1:3], l[::-1], l[5:], l[-2:], l[::2], l[:], l[:] is l, len(l))
# expect: 10 40 20 [20, 30] [40, 30, 20, 10] [] [30, 40] [10, 30] [10, 20, 30, 40] False 4
l[1] = "x"
l[-1] += 2
print(l, l + [1], [1] * 3, 2 * [0, 1], [] * 5, [1] * -1, [[0] * 2] * 2)
# expect: [10, 'x', 30, 42] [10, 'x', 30, 42, 1] [1, 1, 1] [0, 1, 0, 1] [] [] [[0, 0], [0, 0]]
print([1, 2] == [1, 2], [1, 2] == (1, 2), [1, 2] != [1], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, [2]] == [1, [2]])
# expect: True False True True True True True True
print(3 in [1, 3], "a" in ["abc"], [1] in [[1]], None in [None], 1.0 in [1], [].__contains__(1))
# expect: True False True True True False
n = [[0]] * 3
n[0].append(1)
print(n, [1, 2] is [1, 2], bool([]), bool([0]), str([1, "a"]), repr(["é", 'q"']))
# expect: [[0, 1], [0, 1], [0, 1]] False False True [1, 'a'] ['é', 'q"']
a = b = [1]
b += [2]
print(a, a is b)  # expect: [1, 2] True
b = b + [3]
print(a, b)  # expect: [1, 2] [1, 2, 3]
l = [1]
l.append(l)
print(l, l[1] is l, [l])  # expect: [1, [...]] True [[1, [...]]]
x = [3]
x[0:0] = [1, 2]
print(x, max([3, 1]), min([3, 1]), sum([1, 2]), sorted([2, 1]), list(reversed([1, 2])), any([0, 1]), len([[], []]))
# expect: [1, 2, 3] 3 1 3 [1, 2] [2, 1] True 2
