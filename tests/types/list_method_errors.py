# Methods and subscripts of list used wrongly.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
l = [1, 2, 3]
key = "a"
half = 1.5
err(lambda: l[3])  # expect: IndexError: list index out of range
err(lambda: l[-4])  # expect: IndexError: list index out of range
err(lambda: [][0])  # expect: IndexError: list index out of range
err(lambda: l[key])  # expect: TypeError: list indices must be integers or slices, not str
err(lambda: l[half])  # expect: TypeError: list indices must be integers or slices, not float
err(lambda: l[None])  # expect: TypeError: list indices must be integers or slices, not NoneType
err(lambda: l[1, 2])  # expect: TypeError: list indices must be integers or slices, not tuple
err(lambda: l[10 ** 30])  # expect: IndexError: cannot fit 'int' into an index-sized integer
err(lambda: l[::0])  # expect: ValueError: slice step cannot be zero
err(lambda: l["a":])  # expect: TypeError: slice indices must be integers or None or have an __index__ method
def assign(): l[5] = 1
err(assign)  # expect: IndexError: list assignment index out of range
def delete(): del l[5]
err(delete)  # expect: IndexError: list assignment index out of range
def assign_key(): l[key] = 1
err(assign_key)  # expect: TypeError: list indices must be integers or slices, not str
def delete_key(): del l[key]
err(delete_key)  # expect: TypeError: list indices must be integers or slices, not str
err(lambda: l.pop(10))  # expect: IndexError: pop index out of range
err(lambda: [].pop())  # expect: IndexError: pop from empty list
err(lambda: l.pop("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: l.remove(9))  # expect: ValueError: list.remove(x): x not in list
err(lambda: l.index(9))  # expect: ValueError: 9 is not in list
err(lambda: l.index(1, 1))  # expect: ValueError: 1 is not in list
err(lambda: l.insert("a", 1))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: l.extend(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: l.extend())  # expect: TypeError: list.extend() takes exactly one argument (0 given)
err(lambda: l.sort(3))  # expect: TypeError: sort() takes no positional arguments
err(lambda: l.sort(key=5))  # expect: TypeError: 'int' object is not callable
err(lambda: l.sort(reverse="x"))
err(lambda: l.count())  # expect: TypeError: list.count() takes exactly one argument (0 given)
err(lambda: l.copy(1))  # expect: TypeError: list.copy() takes no arguments (1 given)
err(lambda: l + (1,))  # expect: TypeError: can only concatenate list (not "tuple") to list
err(lambda: l * "a")  # expect: TypeError: can't multiply sequence by non-int of type 'str'
err(lambda: l * l)  # expect: TypeError: can't multiply sequence by non-int of type 'list'
err(lambda: l < 5)  # expect: TypeError: '<' not supported between instances of 'list' and 'int'
err(lambda: hash(l))  # expect: TypeError: unhashable type: 'list'
err(lambda: {l: 1})  # expect: TypeError: unhashable type: 'list'
err(lambda: list(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: list(None))  # expect: TypeError: 'NoneType' object is not iterable
err(lambda: list(x=1))  # expect: TypeError: list() takes no keyword arguments
try: [0] * (1 << 62)
except MemoryError as e: print(repr(e))  # expect: MemoryError()
err(lambda: [0] * (1 << 70))  # expect: OverflowError: cannot fit 'int' into an index-sized integer
err(lambda: l.nothing)  # expect: AttributeError: 'list' object has no attribute 'nothing'
def iadd():
    global l
    l += 5
err(iadd)  # expect: TypeError: 'int' object is not iterable
print(l)  # expect: [3, 2, 1]
