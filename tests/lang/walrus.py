# The assignment expression binds in the enclosing function, also from a comprehension.
if (n := len("abc")) > 2:
    print(n)  # expect: 3
data = iter([3, 2, 0, 9])
while (x := next(data)):
    print("got", x)
    # expect: got 3
    # expect: got 2
print(x)  # expect: 0
print([y := 1, y * 2, y])  # expect: [1, 2, 1]
squares = [last := i * i for i in range(4)]
print(squares, last)  # expect: [0, 1, 4, 9] 9
print(any((hit := w) > 2 for w in [1, 3, 5]), hit)  # expect: True 3
def f():
    print([z for z in range(5) if (seen := z) % 2])
    return seen
print(f())
# expect: [1, 3]
# expect: 4
print((a := 1, b := 2), a + b)  # expect: (1, 2) 3
def g(x): return x
print(g(k := 4), k)  # expect: 4 4
print(f"{(v := 10)} {v:=5}")  # expect: 10    10
l = [1, 2, 3]
print(l[(i := 1)], i)  # expect: 2 1
print((lambda: (m := 3) + m)())  # expect: 6
t = {(q := 1): (r := 2)}
print(t, q, r)  # expect: {1: 2} 1 2
