# math: sums, products and lengths: fsum, sumprod, prod, dist, hypot.
import math
inf, nan = math.inf, math.nan
def ask(*calls):
    for f in calls:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__ + ":", e)
ask(lambda: math.fsum([0.1] * 10), lambda: math.fsum([]), lambda: math.fsum([1e308, 1e308, -1e308]), lambda: math.fsum([inf, -inf]), lambda: math.fsum([inf, nan]), lambda: math.fsum([-inf, 1]))
# expect: 1.0
# expect: 0.0
# expect: OverflowError: intermediate overflow in fsum
# expect: ValueError: -inf + inf in fsum
# expect: nan
# expect: -inf
ask(lambda: math.fsum(["a"]), lambda: math.fsum(5), lambda: math.fsum([10 ** 400]), lambda: math.fsum([1e16, 1, 1e-16]), lambda: math.fsum([1e100, 1.0, -1e100]), lambda: math.fsum(2.0 ** -k for k in range(2000)))
# expect: TypeError: must be real number, not str
# expect: TypeError: 'int' object is not iterable
# expect: OverflowError: int too large to convert to float
# expect: 1.0000000000000002e+16
# expect: 1.0
# expect: 2.0
ask(lambda: math.sumprod([1], [1, 2]), lambda: math.sumprod([1, 2.5], [3, 4]), lambda: math.sumprod(1, 2), lambda: math.sumprod(["a"], [2]), lambda: math.sumprod([10 ** 400, 1.5], [1.5, 1]))
# expect: ValueError: Inputs are not the same length
# expect: 13.0
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: OverflowError: int too large to convert to float
ask(lambda: math.sumprod([2 ** 62, 2 ** 62, 1], [1, 1, 1]), lambda: math.sumprod([0.1] * 10, [1] * 10), lambda: math.sumprod([True, 2], [0.5, 3]), lambda: math.sumprod([1e200, 1], [1e200, 2]), lambda: math.sumprod([], []))
# expect: 9223372036854775809
# expect: 1.0
# expect: 6.5
# expect: inf
# expect: 0
ask(lambda: math.sumprod([10, 20.5, 3], [1e16, 0.1, 1j]), lambda: math.sumprod(iter([1, 2]), (3, 4)), lambda: math.sumprod([1e16, 1.0, -1e16], [1, 1, 1]))
# expect: (1e+17+3j)
# expect: 11
# expect: 1.0
ask(lambda: math.prod([]), lambda: math.prod([1, 2.5], start=2), lambda: math.prod(["a"], start=2), lambda: math.prod([[1]], start=2), lambda: math.prod(5), lambda: math.prod([1], 2), lambda: math.prod(range(1, 30)))
# expect: 1
# expect: 5.0
# expect: aa
# expect: [1, 1]
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: prod() takes exactly 1 positional argument (2 given)
# expect: 8841761993739701954543616000000
ask(lambda: math.dist([1, 2], [3]), lambda: math.dist((1, 2), (3, 4)), lambda: math.dist([1, 2], "ab"), lambda: math.dist(1, 2), lambda: math.dist(iter([1, 2]), iter([4, 6])), lambda: math.dist([], []))
# expect: ValueError: both points must have the same number of dimensions
# expect: 2.8284271247461903
# expect: TypeError: must be real number, not str
# expect: TypeError: 'int' object is not iterable
# expect: 5.0
# expect: 0.0
ask(lambda: math.hypot(), lambda: math.hypot(-3), lambda: math.hypot(inf, nan), lambda: math.hypot("a"), lambda: math.hypot(1, nan), lambda: math.hypot(x=1), lambda: math.hypot(1e308, 1e308), lambda: math.hypot(5e-324, 5e-324))
# expect: 0.0
# expect: 3.0
# expect: inf
# expect: TypeError: must be real number, not str
# expect: nan
# expect: TypeError: math.hypot() takes no keyword arguments
# expect: 1.4142135623730951e+308
# expect: 5e-324
ask(lambda: math.hypot(*[0.1] * 20), lambda: math.hypot(1e-200, 1e-200), lambda: math.hypot(3e200, 4e200), lambda: math.dist([1e300], [-1e300]), lambda: math.hypot(1.5, 2, 3, True))
# expect: 0.447213595499958
# expect: 1.414213562373095e-200
# expect: 4.9999999999999995e+200
# expect: 2e+300
# expect: 4.031128874149275
