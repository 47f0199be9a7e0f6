# A name is bound to an object, not to a copy of it; chains bind left to right.
a = [1, 2]
b = a
b.append(3)
print(a)  # expect: [1, 2, 3]
print(a is b)  # expect: True
c = d = e = []
c.append(1)
print(d, e is c)  # expect: [1] True
i = 0
values = [10, 20, 30]
i = values[i] = 2
print(i, values)  # expect: 2 [10, 20, 2]
x = 1; y = 2; z = x + y
print(z)  # expect: 3
_ = 5
print(_)  # expect: 5
