# Functions: results, names, documentation, attributes.
def nothing(): pass
def one(): return 1
def early(x):
    if x: return
    return "late"
print(nothing(), one(), early(1), early(0))  # expect: None 1 None late
def documented(a, b=2):
    "What it does."
    return a + b
print(documented.__name__, documented.__doc__, documented.__qualname__, documented.__module__)
# expect: documented What it does. documented __main__
print(documented.__defaults__, documented.__kwdefaults__, one.__defaults__, one.__doc__)
# expect: (2,) None None None
documented.note = "attribute"
print(documented.note, documented.__dict__)  # expect: attribute {'note': 'attribute'}
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, outer().__name__)  # expect: outer.<locals>.inner inner
print(repr(one)[:18], type(one))  # expect: <function one at 0 <class 'function'>
def factorial(n): return 1 if n < 2 else n * factorial(n - 1)
print(factorial(20), factorial(30))  # expect: 2432902008176640000 265252859812191058636308480000000
def many(): return 1, 2
print(many())  # expect: (1, 2)
f = one
one = None
print(f(), f.__name__)  # expect: 1 one
f.__name__ = "renamed"
print(f.__name__, repr(f)[:13])  # expect: renamed <function one
f.__defaults__ = (1,)
print(f.__code__.co_argcount, f.__code__.co_name, callable(f))  # expect: 0 one True
def swap(a, b, /): return b, a
print(swap(*swap(1, 2)))  # expect: (1, 2)
