# math: the functions scripts use most.
import math
print(math.pi, math.e, math.inf, math.nan, math.tau)
# expect: 3.141592653589793 2.718281828459045 inf nan 6.283185307179586
print(math.sqrt(16), math.sqrt(2), math.floor(2.7), math.ceil(2.1), math.floor(-2.5), math.trunc(-2.7), math.fabs(-3), math.fmod(7, 3), math.fmod(-7, 3))
# expect: 4.0 1.4142135623730951 2 3 -3 -2 3.0 1.0 -1.0
print(math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(10 ** 20), math.prod([1, 2, 3, 4]))
# expect: 6 0 5 12 2432902008176640000 120 20 10000000000 24
print(math.sin(0), math.cos(0), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.exp(0), math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000))
# expect: 0.0 1.0 0.7853981633974483 180.0 3.141592653589793 5.0 1.0 1.0 3.0 10.0 3.0
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4))
# expect: True True True True -1.0 (0.5, 2.0) (0.5, 4) 8.0
print(math.fsum([0.1] * 10), math.pow(2, 3), math.log(10 ** 400), math.sqrt(10 ** 300), math.dist((0, 0), (3, 4)), math.log1p(0), math.expm1(0), math.sumprod([1, 2], [3, 4]))
# expect: 1.0 8.0 921.0340371976182 1e+150 5.0 0.0 0.0 11
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: math.sqrt(-1))  # expect: ValueError: math domain error
err(lambda: math.log(0))  # expect: ValueError: math domain error
err(lambda: math.log(-1))  # expect: ValueError: math domain error
err(lambda: math.exp(1000))  # expect: OverflowError: math range error
err(lambda: math.factorial(-1))  # expect: ValueError: factorial() not defined for negative values
err(lambda: math.factorial(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: math.floor("a"))  # expect: TypeError: must be real number, not str
err(lambda: math.floor(math.inf))  # expect: OverflowError: cannot convert float infinity to integer
err(lambda: math.ceil(math.nan))  # expect: ValueError: cannot convert float NaN to integer
err(lambda: math.sqrt("a"))  # expect: TypeError: must be real number, not str
err(lambda: math.gcd(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: math.comb(-1, 2))  # expect: ValueError: n must be a non-negative integer
err(lambda: math.isqrt(-1))  # expect: ValueError: isqrt() argument must be nonnegative
err(lambda: math.fmod(1, 0))  # expect: ValueError: math domain error
err(lambda: math.sin(math.inf))  # expect: ValueError: math domain error
err(lambda: math.sqrt())  # expect: TypeError: math.sqrt() takes exactly one argument (0 given)
err(lambda: math.nothing)  # expect: AttributeError: module 'math' has no attribute 'nothing'
class F:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __float__(self): return 4.0
print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()), math.floor(10 ** 30), math.ceil(1e20))
# expect: floor ceil trunc 2.0 1000000000000000000000000000000 100000000000000000000
