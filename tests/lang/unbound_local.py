# A name assigned anywhere in a function is local everywhere in it.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
x = 1
def f():
    print(x)
    x = 2
err(f)  # expect: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
def g():
    x += 1
err(g)  # expect: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
def h(flag):
    if flag: y = 1
    return y
print(h(True))  # expect: 1
err(lambda: h(False))
# expect: UnboundLocalError: cannot access local variable 'y' where it is not associated with a value
def loop():
    for z in []: pass
    return z
err(loop)  # expect: UnboundLocalError: cannot access local variable 'z' where it is not associated with a value
def handler():
    try: 1 / 0
    except ZeroDivisionError as e: pass
    return e
err(handler)  # expect: UnboundLocalError: cannot access local variable 'e' where it is not associated with a value
def comp():
    [w for w in range(3)]
    return w
err(comp)  # expect: NameError: name 'w' is not defined
def imported():
    print(sys)
    import sys
err(imported)  # expect: UnboundLocalError: cannot access local variable 'sys' where it is not associated with a value
err(lambda: undefined_name)  # expect: NameError: name 'undefined_name' is not defined
err(lambda: prnt)  # expect: NameError: name 'prnt' is not defined
class C:
    y = 1
    try:
        undefined
    except NameError as e:
        print(e)
    def m(self): return y  # expect: name 'undefined' is not defined
err(C().m)  # expect: NameError: name 'y' is not defined
