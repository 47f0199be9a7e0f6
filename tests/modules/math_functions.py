# math: special values and errors of the functions of one and two arguments.
import math
inf, nan = math.inf, math.nan
def ask(*calls):
    for f in calls:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__ + ":", e)
ask(lambda: math.sqrt(-1), lambda: math.log(-(10 ** 400)), lambda: math.log2(0), lambda: math.log10(-1.5), lambda: math.log1p(-1), lambda: math.log(2, 1))
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ZeroDivisionError: float division by zero
ask(lambda: math.exp2(5000), lambda: math.expm1(1000), lambda: math.cosh(1000), lambda: math.sinh(-1000), lambda: math.tanh(1000), lambda: math.exp(-inf))
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: 1.0
# expect: 0.0
ask(lambda: math.acos(2), lambda: math.acosh(0.5), lambda: math.atanh(1), lambda: math.tan(inf), lambda: math.asinh(-inf), lambda: math.cbrt(-27))
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: -inf
# expect: -3.0000000000000004
ask(lambda: math.gamma(-1), lambda: math.gamma(0), lambda: math.gamma(172), lambda: math.gamma(-inf), lambda: math.gamma(1e-310), lambda: math.gamma(-171.5))
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: 1.9316265431712e-310
ask(lambda: math.gamma(5), lambda: math.gamma(23), lambda: math.gamma(0.5), lambda: math.lgamma(0), lambda: math.lgamma(1e308), lambda: math.lgamma(-inf))
# expect: 24.0
# expect: 1.1240007277776077e+21
# expect: 1.7724538509055159
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: inf
ask(lambda: math.pow(0, -1), lambda: math.pow(-1, 0.5), lambda: math.pow(10, 400), lambda: math.pow(-inf, 3), lambda: math.pow(0.0, -inf), lambda: math.pow(-1, inf))
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: -inf
# expect: inf
# expect: 1.0
ask(lambda: math.fmod(inf, 1), lambda: math.fmod(1, inf), lambda: math.remainder(1, 0), lambda: math.remainder(-5, 3), lambda: math.remainder(5, inf))
# expect: ValueError: math domain error
# expect: 1.0
# expect: ValueError: math domain error
# expect: 1.0
# expect: 5.0
ask(lambda: math.ldexp(1, 5000), lambda: math.ldexp(1, 10 ** 30), lambda: math.ldexp(-1, -10 ** 30), lambda: math.ldexp(1, 1.5), lambda: math.ldexp(inf, 10 ** 30))
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: -0.0
# expect: TypeError: Expected an int as second argument to ldexp.
# expect: inf
ask(lambda: math.modf(inf), lambda: math.modf(-1.5), lambda: math.frexp(inf), lambda: math.frexp(0.0), lambda: math.frexp("a"), lambda: math.erfc(30))
# expect: (0.0, inf)
# expect: (-0.5, -1.0)
# expect: (inf, 0)
# expect: (0.0, 0)
# expect: TypeError: must be real number, not str
# expect: 0.0
ask(lambda: math.fma(2, 3, 4), lambda: math.fma(inf, 0, 1), lambda: math.fma(inf, 0, nan), lambda: math.fma(1e308, 10, 0), lambda: math.fma(0.1, 10, -1))
# expect: 10.0
# expect: ValueError: invalid operation in fma
# expect: nan
# expect: OverflowError: overflow in fma
# expect: 5.551115123125783e-17
ask(lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.isclose(inf, inf), lambda: math.isclose(1, 2, abs_tol=1), lambda: math.isclose(1), lambda: math.isclose(1, 1 + 1e-10))
# expect: ValueError: tolerances must be non-negative
# expect: True
# expect: True
# expect: TypeError: isclose() missing required argument 'b' (pos 2)
# expect: True
ask(lambda: math.nextafter(1, 2), lambda: math.nextafter(1, 2, steps=3), lambda: math.nextafter(1, 2, steps=-3), lambda: math.nextafter(-1.0, 1.0, steps=10 ** 30), lambda: math.nextafter(5e-324, -1.0, steps=1), lambda: math.nextafter(0.0, -1.0, steps=2 ** 62), lambda: math.nextafter(1, 2, 3))
# expect: 1.0000000000000002
# expect: 1.0000000000000007
# expect: ValueError: steps must be a non-negative integer
# expect: 1.0
# expect: 0.0
# expect: -1.0
# expect: TypeError: nextafter() takes exactly 2 positional arguments (3 given)
ask(lambda: math.ulp(1), lambda: math.ulp(0), lambda: math.ulp(-inf), lambda: math.ulp(1.7976931348623157e308), lambda: math.ulp(nan))
# expect: 2.220446049250313e-16
# expect: 5e-324
# expect: inf
# expect: 1.99584030953472e+292
# expect: nan
ask(lambda: math.trunc("a"), lambda: math.trunc(-1.5), lambda: math.trunc(inf), lambda: math.floor(-0.5), lambda: math.ceil(10 ** 30), lambda: math.floor(True))
# expect: TypeError: type str doesn't define __trunc__ method
# expect: -1
# expect: OverflowError: cannot convert float infinity to integer
# expect: -1
# expect: 1000000000000000000000000000000
# expect: 1
ask(lambda: math.log(), lambda: math.log(1, 2, 3), lambda: math.log(x=1), lambda: math.sin(1, 2), lambda: math.sin(x=1), lambda: math.atan2(1), lambda: math.fma(1, 2), lambda: math.isinf(10 ** 400))
# expect: TypeError: log expected at least 1 argument, got 0
# expect: TypeError: log expected at most 2 arguments, got 3
# expect: TypeError: math.log() takes no keyword arguments
# expect: TypeError: math.sin() takes exactly one argument (2 given)
# expect: TypeError: math.sin() takes no keyword arguments
# expect: TypeError: atan2 expected 2 arguments, got 1
# expect: TypeError: fma expected 3 arguments, got 2
# expect: OverflowError: int too large to convert to float
ask(lambda: math.atan2(0.0, -0.0), lambda: math.copysign(0, -1), lambda: math.fabs(-0.0), lambda: math.log(10 ** 400), lambda: math.log2(2 ** 3000), lambda: math.log10(10 ** 400), lambda: math.log(10, 10 ** 400))
# expect: 3.141592653589793
# expect: -0.0
# expect: 0.0
# expect: 921.0340371976182
# expect: 3000.0
# expect: 400.0
# expect: 0.0025000000000000005
class Half:
    def __float__(self): return 0.5
    def __ceil__(self): return "ceil"
class Seven:
    def __index__(self): return 7
ask(lambda: math.sin(Half()) == math.sin(0.5), lambda: math.ceil(Half()), lambda: math.floor(Half()), lambda: math.sqrt(Seven()), lambda: math.ldexp(1, True), lambda: math.ldexp(1, Seven()))
# expect: True
# expect: ceil
# expect: 0
# expect: 2.6457513110645907
# expect: 2.0
# expect: TypeError: Expected an int as second argument to ldexp.
