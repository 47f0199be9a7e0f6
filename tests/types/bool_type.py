# bool is an int with two values.
print(True, False, bool(), bool(0), bool("False"), bool([]), bool([[]]))
# expect: True False False False True False True
print(True + True, True * 5, -True, +False, True / 2, 2 ** True, True << 3, sum([True, False, True]))
# expect: 2 5 -1 0 0.5 2 8 2
print(True and False, True or False, not True, True & False, True | False, True ^ True, type(True & 1).__name__)
# expect: False True False False True False int
print(True == 1, False == 0, True is True, isinstance(True, int), bool.__mro__, type(True))
# expect: True True True True (<class 'bool'>, <class 'int'>, <class 'object'>) <class 'bool'>
print(str(True), repr(False), f"{True}", f"{True:d}", f"{True:>6}", "%s %d" % (True, True), int("1") == True)
# expect: True False True 1      1 True 1 True
print(["no", "yes"][True], {True: "t"}[1], hash(True), True < 2, sorted([True, False, 0, 1]))
# expect: yes t 1 True [False, 0, True, 1]
print(bool(None), bool(0.0), bool(-0.0), bool(0j), bool(1e-300), bool(float("nan")), bool(...), bool(NotImplemented if 0 else 1))
# expect: False False False False True True True True
class T:
    def __bool__(self): return False
class L:
    def __len__(self): return 0
class Both:
    def __bool__(self): return True
    def __len__(self): return 0
print(bool(T()), bool(L()), bool(Both()), bool(object()), bool(type), bool(print))
# expect: False False True True True True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: bool(1, 2))  # expect: TypeError: bool expected at most 1 argument, got 2
err(lambda: bool(x=1))  # expect: TypeError: bool() takes no keyword arguments
class Bad:
    def __bool__(self): return "yes"
err(lambda: bool(Bad()))  # expect: TypeError: __bool__ should return bool, returned str
err(lambda: not Bad())  # expect: TypeError: __bool__ should return bool, returned str
err(lambda: True.x)  # expect: AttributeError: 'bool' object has no attribute 'x'
print(any([0, "", None]), all([]), any([]), all([1, "a", [0]]), any(x > 3 for x in range(5)))
# expect: False True False True True
