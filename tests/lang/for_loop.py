# for over every kind of iterable, with else, break, continue and target forms.
for c in "ab":
    print(c)
    # expect: a
    # expect: b
for k in {"x": 1, "y": 2}:
    print(k)
    # expect: x
    # expect: y
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)
    # expect: 0 1 2
    # expect: 1 3 4
for i in range(3):
    if i == 1:
        continue
    print(i)
    # expect: 0
    # expect: 2
else:
    print("done")  # expect: done
for i in range(3):
    if i == 1:
        break
else:
    print("never")
print(i)  # expect: 1
for i in []:
    print("never")
else:
    print("empty")  # expect: empty
print(i)  # expect: 1
l = [0]
for l[0] in (5, 6):
    pass
print(l)  # expect: [6]
class Box: pass
for Box.n in range(3): pass
print(Box.n)  # expect: 2
for x in 1, 2, 3: print(x, end=",")
print()  # expect: 1,2,3,
for x in *[1, 2], 3: print(x, end=",")
print()  # expect: 1,2,3,
for i in range(2):
    for j in range(3):
        if j == 2: break
        print(i, j)
        # expect: 0 0
        # expect: 0 1
        # expect: 1 0
        # expect: 1 1
    else:
        print("never")
for i in range(5):
    i += 10
print(i)  # expect: 14
