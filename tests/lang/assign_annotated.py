# Annotations are recorded for modules and classes, evaluated, and need no value.
x: int = 5
y: str
print(x)  # expect: 5
print(__annotations__)  # expect: {'x': <class 'int'>, 'y': <class 'str'>}
try:
    y
except NameError as e:
    print(e)  # expect: name 'y' is not defined
class C:
    a: int
    b: list = []
    (c): float = 1.5
print(C.__annotations__)  # expect: {'a': <class 'int'>, 'b': <class 'list'>}
print(C.b, C.c, hasattr(C, "a"))  # expect: [] 1.5 False
def f():
    z: undefined_name = 3
    w: also_undefined
    return z
print(f())  # expect: 3
print(f.__annotations__)  # expect: {}
def g(a: int, *b: "s", c: 1 + 1 = 0, **d: None) -> tuple: pass
print(g.__annotations__)  # expect: {'a': <class 'int'>, 'b': 's', 'c': 2, 'd': None, 'return': <class 'tuple'>}
l = [0]
l[0]: int = 4
print(l)  # expect: [4]
C.a: int = 3
print(C.a)  # expect: 3
def unbound():
    q: int
    return q
try:
    unbound()
except UnboundLocalError as e:
    print(e)  # expect: cannot access local variable 'q' where it is not associated with a value
