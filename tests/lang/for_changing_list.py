# A for loop over a list looks at the list afresh at every step.
l = [1, 2, 3]
for x in l:
    if len(l) < 6:
        l.append(x * 10)
    print(x, end=",")
print()  # expect: 1,2,3,10,20,30,
l = [1, 2, 3, 4]
for x in l:
    l.remove(x)
print(l)  # expect: [2, 4]
l = [1, 2, 3]
for x in l:
    print(x, end=",")
    l.clear()
print(l)  # expect: 1,[]
l = [1, 2, 3]
it = iter(l)
for x in it:
    print(x, next(it, "end"))
    # expect: 1 2
    # expect: 3 end
l.append(4)
print(list(it))  # expect: []
l = [3, 1, 2]
for x in l:
    l = [9]
    print(x, end=",")
print()  # expect: 3,1,2,
