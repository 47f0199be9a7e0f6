# Inner functions share variables, not values, with the function around them.
def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    return up
a, b = counter(), counter()
print(a(), a(), b(), a())  # expect: 1 2 1 3
def pair():
    x = 0
    def get(): return x
    def set_(v):
        nonlocal x
        x = v
    return get, set_
get, set_ = pair()
set_(5)
print(get(), pair()[0]())  # expect: 5 0
def late():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    i = 10
    return [f() for f in fs]
print(late())  # expect: [10, 10, 10]
def three():
    a = 1
    def two():
        b = 2
        def one():
            return a, b
        return one
    return two
print(three()()())  # expect: (1, 2)
def parameter(x):
    def g(): return x
    x += 1
    return g
print(parameter(1)())  # expect: 2
print(parameter(1).__closure__[0].cell_contents, parameter(1).__code__.co_freevars)  # expect: 2 ('x',)
print(counter.__closure__, a.__closure__[0].cell_contents)  # expect: None 3
def recursive(n):
    def inner(k): return 0 if k == 0 else n + inner(k - 1)
    return inner(n)
print(recursive(4))  # expect: 16
def through_class():
    v = "outer"
    class C:
        v = "class"
        w = v
        def m(self): return v
    return C.w, C().m()
print(through_class())  # expect: ('class', 'outer')
