# Methods of float; rounding; hex.
print((1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio())
# expect: False True (1, 2) (3602879701896397, 36028797018963968) (-2, 1)
print((1.5).hex(), (0.1).hex(), (-0.0).hex(), float("inf").hex(), float.fromhex("0x1.8p3"), float.fromhex("-0x1p-2"))
# expect: 0x1.8000000000000p+0 0x1.999999999999ap-4 -0x0.0p+0 inf 12.0 -0.25
print((2.5).real, (2.5).imag, (2.5).conjugate(), (2.7).__trunc__(), (2.7).__int__(), (2.2).__ceil__(), (2.7).__floor__())
# expect: 2.5 0.0 2.5 2 2 3 2
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.4), round(2.6), round(1e20), type(round(2.5)))
# expect: 2 4 -2 0 2 2 3 100000000000000000000 <class 'int'>
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(1234.5678, -2), round(1e300, -299), round(2.5, None), round(-0.4))
# expect: 2.67 1.0 0.12 1200.0 1e+300 2 0
print(round(2.5, 0), round(-1.5, 0), round(5e-324, 400), round(1.5, 400), round(123.456, -5), round(0.15, 1), round(0.25, 1))
# expect: 2.0 -2.0 5e-324 1.5 0.0 0.1 0.2
print((1.5).__add__(2), (1.5).__radd__(2), (1.5).__add__("a"), (1.5).__eq__(1.5), (1.5).__hash__() == hash(1.5), (1.5).__bool__())
# expect: 3.5 3.5 NotImplemented True True True
print(float.__name__, (5.0).__int__(), int(5.9), int(-5.9), 5.0 == 5, hash(5.0), hash(0.5), hash(-1.0), hash(1e300), hash(0.1))
# expect: float 5 5 -5 True 5 1152921504606846976 -2 1224995262755759164 230584300921369408
print(hash(float("inf")), hash(float("-inf")), hash(2.0 ** 61), hash(1.5), hash(-0.0))
# expect: 314159 -314159 1 1152921504606846977 0
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
inf, nan = float("inf"), float("nan")
err(lambda: round(inf))  # expect: OverflowError: cannot convert float infinity to integer
err(lambda: round(nan))  # expect: ValueError: cannot convert float NaN to integer
err(lambda: inf.as_integer_ratio())  # expect: OverflowError: cannot convert Infinity to integer ratio
err(lambda: nan.as_integer_ratio())  # expect: ValueError: cannot convert NaN to integer ratio
err(lambda: int(inf))  # expect: OverflowError: cannot convert float infinity to integer
err(lambda: float.fromhex("xyz"))  # expect: ValueError: invalid hexadecimal floating-point string
err(lambda: round(1.5, 1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: round("a"))  # expect: TypeError: type str doesn't define __round__ method
print(round(inf, 2), round(nan, 2), -0.0 == 0.0, str(-0.0))  # expect: inf nan True -0.0
