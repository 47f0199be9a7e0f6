# The first iterable is evaluated outside, the rest inside the comprehension.
class C:
    n = 3
    a = [i for i in range(n)]
    try:
        b = [n for i in range(2)]
    except NameError as e:
        print(e)  # expect: name 'n' is not defined
print(C.a)  # expect: [0, 1, 2]
def f():
    x = [1, 2]
    return [x for x in x], x
print(f())  # expect: ([1, 2], [1, 2])
def order():
    print("made")
    return iter([1])
g = (print("item") for _ in order())  # expect: made
print("before")  # expect: before
next(g)  # expect: item
try:
    (i for i in 5)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
gen = (j for i in [1] for j in 5)
try:
    next(gen)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
def locals_in():
    a = 1
    return [sorted(locals()) for b in [0]]
print(locals_in())  # expect: [['a', 'b']]
fs = [lambda: v for v in range(2)]
print([f() for f in fs])  # expect: [1, 1]
def total(n):
    s = 0
    [s := s + i for i in range(n)]
    return s
print(total(5))  # expect: 10
def error():
    [1 // i for i in (1, 0)]
try:
    error()
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_frame.f_code.co_name)  # expect: error
