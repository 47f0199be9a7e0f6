# Unpacking the wrong number of values, or something that is no iterable, says so.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def few():
    a, b, c = 1, 2
def many():
    a, b = 1, 2, 3
def none():
    a, b = None
def number():
    [a] = 5
def star():
    a, b, *c, d = [1, 2]
def iterator():
    a, b = iter([1, 2, 3])
def empty():
    (a,) = ()
def nested():
    a, (b, c) = 1, (2,)
def string():
    a, b = "abc"
def dict_():
    a, b = {1: 2}
err(few)  # expect: ValueError: not enough values to unpack (expected 3, got 2)
err(many)  # expect: ValueError: too many values to unpack (expected 2)
err(none)  # expect: TypeError: cannot unpack non-iterable NoneType object
err(number)  # expect: TypeError: cannot unpack non-iterable int object
err(star)  # expect: ValueError: not enough values to unpack (expected at least 3, got 2)
err(iterator)  # expect: ValueError: too many values to unpack (expected 2)
err(empty)  # expect: ValueError: not enough values to unpack (expected 1, got 0)
err(nested)  # expect: ValueError: not enough values to unpack (expected 2, got 1)
err(string)  # expect: ValueError: too many values to unpack (expected 2)
err(dict_)  # expect: ValueError: not enough values to unpack (expected 2, got 1)
