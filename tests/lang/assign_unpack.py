# Sequences, iterators and strings unpack into targets of the same shape.
a, b = 1, 2
print(a, b)  # expect: 1 2
a, b = b, a
print(a, b)  # expect: 2 1
(a, b), c = [1, 2], 3
print(a, b, c)  # expect: 1 2 3
[x, y, z] = "xyz"
print(x, y, z)  # expect: x y z
(only,) = [7]
print(only)  # expect: 7
p, (q, (r, s)) = 1, (2, (3, 4))
print(p, q, r, s)  # expect: 1 2 3 4
k, v = {"k": 1, "l": 2}
print(k, v)  # expect: k l
m, n = (i * i for i in (3, 4))
print(m, n)  # expect: 9 16
() = []
[] = ()
u, v = w = (8, 9)
print(u, v, w)  # expect: 8 9 (8, 9)
i, l = 0, [0, 0]
i, l[i] = 1, "item"
print(i, l)  # expect: 1 [0, 'item']
