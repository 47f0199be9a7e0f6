# The name of an except clause is unbound when the clause ends.
e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print(e)  # expect: x
try:
    e
except NameError as n:
    print(n)  # expect: name 'e' is not defined
def f():
    try: 1 / 0
    except ZeroDivisionError as e:
        saved = e
        e = "rebound"
        print(e)
    try: return e
    except UnboundLocalError as u: print(u)
    return saved
print(repr(f()))
# expect: rebound
# expect: cannot access local variable 'e' where it is not associated with a value
# expect: ZeroDivisionError('division by zero')
def deleted():
    try: 1 / 0
    except ZeroDivisionError as e:
        del e
    return "fine"
print(deleted())  # expect: fine
class C:
    try: 1 / 0
    except ZeroDivisionError as err: text = str(err)
print(C.text, hasattr(C, "err"))  # expect: division by zero False
def inner_return():
    try: 1 / 0
    except ZeroDivisionError as e: return str(e)
print(inner_return())  # expect: division by zero
