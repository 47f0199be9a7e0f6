# nonlocal reaches the nearest function that has the name, however far.
def a():
    x = 0
    def b():
        def c():
            nonlocal x
            x += 1
            return x
        return c
    c = b()
    c(), c()
    return x
print(a())  # expect: 2
def multi():
    p = q = 0
    def f():
        nonlocal p, q
        p, q = 1, 2
    f()
    return p, q
print(multi())  # expect: (1, 2)
def shadow():
    x = "outer"
    def mid():
        x = "mid"
        def inner():
            nonlocal x
            x = "changed"
        inner()
        return x
    return mid(), x
print(shadow())  # expect: ('changed', 'outer')
def in_class():
    n = 1
    class C:
        nonlocal n
        n = 2
        k = n
    return n, C.k, hasattr(C, "n")
print(in_class())  # expect: (2, 2, False)
def in_loop():
    total = 0
    def add(v):
        nonlocal total
        total += v
        return total
    return [add(v) for v in range(5)]
print(in_loop())  # expect: [0, 1, 3, 6, 10]
