# One starred target takes what the others leave, always as a list.
a, *b = 1, 2, 3
print(a, b)  # expect: 1 [2, 3]
*a, b = "hello"
print(a, b)  # expect: ['h', 'e', 'l', 'l'] o
a, *b, c = range(6)
print(a, b, c)  # expect: 0 [1, 2, 3, 4] 5
a, *b = [1]
print(a, b)  # expect: 1 []
*a, = (1, 2)
print(a)  # expect: [1, 2]
a, (b, *c), *d = 1, "xyz", 4, 5
print(a, b, c, d)  # expect: 1 x ['y', 'z'] [4, 5]
head, *[x, y] = 1, 2, 3
print(head, x, y)  # expect: 1 2 3
for first, *rest in [(1, 2, 3), (4,)]:
    print(first, rest)
    # expect: 1 [2, 3]
    # expect: 4 []
l = [0, 0]
l[0], *l[1:] = 1, 2, 3, 4
print(l)  # expect: [1, 2, 3, 4]
class Box: pass
*Box.items, Box.last = 1, 2, 3
print(Box.items, Box.last)  # expect: [1, 2] 3
