# Every augmented assignment works on names, items, slices and attributes.
x = 7
x += 3
print(x)  # expect: 10
x -= 4
print(x)  # expect: 6
x *= 5
print(x)  # expect: 30
x //= 4
print(x)  # expect: 7
x **= 2
print(x)  # expect: 49
x %= 30
print(x)  # expect: 19
x <<= 3
print(x)  # expect: 152
x >>= 1
print(x)  # expect: 76
x |= 3
print(x)  # expect: 79
x &= 0b1010
print(x)  # expect: 10
x ^= 0xFF
print(x)  # expect: 245
x /= 4
print(x)  # expect: 61.25
l = [1, 2, 3]
alias = l
l += (4,)
print(alias)  # expect: [1, 2, 3, 4]
l *= 2
print(alias is l, l)  # expect: True [1, 2, 3, 4, 1, 2, 3, 4]
l[0] += 100
print(l)  # expect: [101, 2, 3, 4, 1, 2, 3, 4]
l[1:3] += [0]
print(l)  # expect: [101, 2, 3, 0, 4, 1, 2, 3, 4]
t = (1,)
old = t
t += (2,)
print(t, old)  # expect: (1, 2) (1,)
s = "a"
s += "b"
s *= 3
print(s)  # expect: ababab
d = {"n": 1}
d["n"] += 1
print(d)  # expect: {'n': 2}
d |= {"m": 0}
print(d)  # expect: {'n': 2, 'm': 0}
class Box:
    n = 1
box = Box()
box.n += 1
print(box.n, Box.n, box.__dict__)  # expect: 2 1 {'n': 2}
