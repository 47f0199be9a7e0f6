# Free variables that have no value yet, or no longer.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def early():
    def inner(): return x
    inner()
    x = 1
err(early)
# expect: NameError: cannot access free variable 'x' where it is not associated with a value in enclosing scope
def deleted():
    x = 1
    def inner(): return x
    del x
    inner()
err(deleted)
# expect: NameError: cannot access free variable 'x' where it is not associated with a value in enclosing scope
def deleted_own():
    x = 1
    def inner(): return x
    del x
    return x
err(deleted_own)
# expect: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
def nonlocal_deleted():
    x = 1
    def inner():
        nonlocal x
        del x
    inner()
    print(x)
err(nonlocal_deleted)
# expect: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
def never():
    if False: y = 1
    return lambda: y
err(never())
# expect: NameError: cannot access free variable 'y' where it is not associated with a value in enclosing scope
try:
    never().__closure__[0].cell_contents
except ValueError as e:
    print(e)  # expect: Cell is empty
