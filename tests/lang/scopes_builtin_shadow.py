# Names are looked up in function, module, builtins; any may shadow the next.
print(len("abc"))  # expect: 3
len = lambda x: "mine"
print(len("abc"))  # expect: mine
del len
print(len("abc"))  # expect: 3
def f():
    len = 5
    return len
print(f())  # expect: 5
import sys
def g():
    list = [1]
    def h(): return list
    return h()
print(g(), list("a"))  # expect: [1] ['a']
print(__name__, __builtins__ is not None)  # expect: __main__ True
str_, str = str, None
try:
    str(5)
except TypeError as e:
    print(e)  # expect: 'NoneType' object is not callable
str = str_
print(str(5))  # expect: 5
def True_(): return True
print(True_(), max(1, 2))  # expect: True 2
max = min
print(max(1, 2))  # expect: 1
