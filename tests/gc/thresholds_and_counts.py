# get_threshold, set_threshold, get_count, enable, disable, isenabled.
# observes: gc-time
import gc
print(gc.isenabled(), gc.get_threshold())  # expect: True (2000, 10, 10)
gc.disable()
print(gc.isenabled())  # expect: False
gc.enable()
print(gc.isenabled())  # expect: True
gc.disable()
gc.collect()
print(gc.get_count())  # expect: (0, 0, 0)
keep = [[] for _ in range(100)]
n = gc.get_count()[0]
print(90 < n < 110)  # expect: True
gc.collect(0)
print(gc.get_count())  # expect: (0, 1, 0)
gc.collect(0)
print(gc.get_count()[1:])  # expect: (2, 0)
gc.collect(1)
print(gc.get_count()[1:])  # expect: (0, 1)
gc.set_threshold(500, 5, 3)
print(gc.get_threshold())  # expect: (500, 5, 3)
gc.set_threshold(100)
print(gc.get_threshold())  # expect: (100, 5, 3)
gc.set_threshold(0)
print(gc.get_threshold())  # expect: (0, 5, 3)
gc.set_threshold(2000, 10, 10)
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: gc.collect(3))  # expect: ValueError: invalid generation
err(lambda: gc.collect(-1))  # expect: ValueError: invalid generation
err(lambda: gc.collect("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: gc.set_threshold())  # expect: TypeError: gc.set_threshold requires 1 to 3 arguments
err(lambda: gc.set_threshold("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: gc.set_threshold(1, 2, 3, 4))  # expect: TypeError: gc.set_threshold requires 1 to 3 arguments
err(lambda: gc.set_debug("x"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: gc.get_objects(5))
# expect: ValueError: generation parameter must be less than the number of available generations (3)
err(lambda: gc.is_tracked())  # expect: TypeError: gc.is_tracked() takes exactly one argument (0 given)
print(gc.collect(generation=0), gc.collect(generation=2))  # expect: 0 0
