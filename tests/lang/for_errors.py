# Iterating what cannot be iterated, or what changes size meanwhile.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def number():
    for i in 5: pass
def none():
    for i in None: pass
def bad_iter():
    class C:
        def __iter__(self): return 5
    for i in C(): pass
def no_next():
    class C:
        def __iter__(self): return self
    for i in C(): pass
def dict_grows():
    d = {1: 1}
    for k in d:
        d[k + 1] = 0
def dict_shrinks():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
def keys_change():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
        d[k + 5] = 0
def set_grows():
    s = {1}
    for k in s:
        s.add(k + 1)
def unpacking():
    for a, b in [(1, 2), (3,)]: pass
def class_():
    for i in int: pass
err(number)  # expect: TypeError: 'int' object is not iterable
err(none)  # expect: TypeError: 'NoneType' object is not iterable
err(bad_iter)  # expect: TypeError: iter() returned non-iterator of type 'int'
err(no_next)  # expect: TypeError: iter() returned non-iterator of type 'C'
err(dict_grows)  # expect: RuntimeError: dictionary changed size during iteration
err(dict_shrinks)  # expect: RuntimeError: dictionary changed size during iteration
err(keys_change)  # expect: RuntimeError: dictionary keys changed during iteration
err(set_grows)  # expect: RuntimeError: Set changed size during iteration
err(unpacking)  # expect: ValueError: not enough values to unpack (expected 2, got 1)
err(class_)  # expect: TypeError: 'type' object is not iterable
