# Methods and attributes of int.
print((0).bit_length(), (1).bit_length(), (255).bit_length(), (-256).bit_length(), (2 ** 100).bit_length())
# expect: 0 1 8 9 101
print((0).bit_count(), (255).bit_count(), (-7).bit_count(), (2 ** 100 - 1).bit_count())  # expect: 0 8 3 100
print((5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (7).as_integer_ratio(), True.real)
# expect: 5 5 0 5 1 (7, 1) 1
print((5).is_integer(), (-5).is_integer(), (2 ** 70).is_integer(), False.conjugate())  # expect: True True True 0
print((5).__add__(3), (5).__add__("a"), (5).__radd__(3), (5).__neg__(), (5).__bool__(), (7).__floordiv__(2))
# expect: 8 NotImplemented 8 -5 True 3
print((5).__eq__(5), (5).__eq__("5"), (5).__lt__(6), (5).__hash__(), (5).__index__(), (5).__repr__())
# expect: True NotImplemented True 5 5 5
print((-8).__abs__(), (8).__invert__(), (8).__lshift__(2), (2).__pow__(10), (2).__pow__(10, 1000), (7).__divmod__(2))
# expect: 8 -9 32 1024 24 (3, 1)
print((3).__round__(), (3).__ceil__(), (3).__floor__(), (3).__trunc__(), (1234).__round__(-2), (1).__float__())
# expect: 3 3 3 3 1200 1.0
print(int.__name__, int.__mro__, type(5).__add__(1, 2), (5).__class__, int.bit_length(7))
# expect: int (<class 'int'>, <class 'object'>) 3 <class 'int'> 3
print(round(1250, -2), round(1350, -2), round(-1250, -2), round(149, -2), round(5, 3), round(12345678901234567890, -5))
# expect: 1200 1400 -1200 100 5 12345678901234600000
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: (5).bit_length(1))  # expect: TypeError: int.bit_length() takes no arguments (1 given)
err(lambda: int.bit_length("a"))
# expect: TypeError: descriptor 'bit_length' for 'int' objects doesn't apply to a 'str' object
err(lambda: (5).nothing)  # expect: AttributeError: 'int' object has no attribute 'nothing'
