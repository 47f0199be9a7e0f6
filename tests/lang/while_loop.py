# while with break, continue and else.
n = 3
while n:
    print(n)
    # expect: 3
    # expect: 2
    # expect: 1
    n -= 1
else:
    print("ran out")  # expect: ran out
while True:
    n += 1
    if n == 2:
        continue
    if n > 3:
        break
    print("at", n)
    # expect: at 1
    # expect: at 3
else:
    print("never")
while False:
    print("never")
else:
    print("else at once")  # expect: else at once
outer = 0
while outer < 3:
    inner = 0
    while True:
        inner += 1
        if inner > outer:
            break
    outer += 1
    print(outer, inner)
    # expect: 1 1
    # expect: 2 2
    # expect: 3 3
total = i = 0
while i < 1000:
    i += 1
    if i % 2: continue
    total += i
print(total)  # expect: 250500
