# del removes a binding, an item, a slice or an attribute; not the object.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
x = y = [1, 2, 3, 4, 5]
del x
print(y)  # expect: [1, 2, 3, 4, 5]
err(lambda: x)  # expect: NameError: name 'x' is not defined
del y[0]
print(y)  # expect: [2, 3, 4, 5]
del y[1:3]
print(y)  # expect: [2, 5]
a, b, c = 1, 2, 3
del a, (b, [c])
err(lambda: c)  # expect: NameError: name 'c' is not defined
class Box: pass
box = Box()
box.n = 1
del box.n
err(lambda: box.n)  # expect: AttributeError: 'Box' object has no attribute 'n'
d = {1: 2, 3: 4}
del d[1]
print(d)  # expect: {3: 4}
def twice():
    z = 1
    del z
    del z
err(twice)  # expect: UnboundLocalError: cannot access local variable 'z' where it is not associated with a value
def never():
    del global_name
    global_name = 1
err(never)
# expect: UnboundLocalError: cannot access local variable 'global_name' where it is not associated with a value
def gone():
    global missing
    del missing
err(gone)  # expect: NameError: name 'missing' is not defined
def missing_key(): del d["no"]
err(missing_key)  # expect: KeyError: 'no'
def bad_index(): del y[9]
err(bad_index)  # expect: IndexError: list assignment index out of range
def bad_attribute(): del box.nothing
err(bad_attribute)  # expect: AttributeError: 'Box' object has no attribute 'nothing'
def no_item(): del (1, 2)[0]
err(no_item)  # expect: TypeError: 'tuple' object doesn't support item deletion
