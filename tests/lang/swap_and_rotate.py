# Idioms with several targets at once.
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)  # expect: 3 1 2
l = [1, 2, 3, 4]
l[0], l[-1] = l[-1], l[0]
print(l)  # expect: [4, 2, 3, 1]
i, l[i] = 1, "x"
print(l)  # expect: [4, 'x', 3, 1]
d = {"x": 1, "y": 2}
d["x"], d["y"] = d["y"], d["x"]
print(d)  # expect: {'x': 2, 'y': 1}
x = [0, 1]
x[x[0]], x[0] = 5, 6
print(x)  # expect: [6, 1]
f, s = 0, 1
for _ in range(10): f, s = s, f + s
print(f)  # expect: 55
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)  # expect: 1 2 x ['y', 'z']
for (k, v), n in zip({"a": 1}.items(), [9]): print(k, v, n)  # expect: a 1 9
m = [[1, 2], [3, 4]]
m[0], m[1] = m[1], m[0]
m[0][0], m[1][1] = m[1][1], m[0][0]
print(m)  # expect: [[2, 4], [1, 3]]
p = q = [1]
p, q = q + [2], p
print(p, q)  # expect: [1, 2] [1]
