# float arithmetic, mixed with ints, signed zeros, infinities and nans.
print(1.5 + 2, 2 - 0.5, 1.5 * 2, 7 / 2.0, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 2.0 ** 3, 2 ** 0.5, -1.5)
# expect: 3.5 1.5 3.0 3.5 3.0 -4.0 1.5 0.5 -0.5 8.0 1.4142135623730951 -1.5
print(divmod(7.5, 2), divmod(-7.5, 2), divmod(7.5, -2), abs(-1.5), +1.5, -0.0 + 0.0, 0.0 * -1, -0.0 - 0.0)
# expect: (3.0, 1.5) (-4.0, 0.5) (-4.0, -0.5) 1.5 1.5 0.0 -0.0 -0.0
inf, nan = float("inf"), float("nan")
print(inf + 1, inf - inf, inf * 2, inf * -1, inf / inf, 1 / inf, -1 / inf, inf // 2, inf % 2, 5 % inf, -5 % inf)
# expect: inf nan inf -inf nan 0.0 -0.0 nan nan 5.0 inf
print(inf ** 0, inf ** -1, 0.0 ** 0, nan ** 0, 1 ** nan, 1.0 ** inf, (-2.0) ** 3, (-8) ** (1 / 3), 2 ** -1, 0.5 ** inf)
# expect: 1.0 0.0 1.0 1.0 1.0 1.0 -8.0 (1.0000000000000002+1.7320508075688772j) 0.5 0.0
print(nan == nan, nan != nan, nan < 1, nan > 1, inf == inf, inf > 1e308, -inf < inf, nan is nan, nan in [nan])
# expect: False True False False True True True True True
print(1e308 * 10, -1e308 * 10, 1e-320 / 1e10, 1e308 + 1e308, 2.0 ** 1023 * 2)  # expect: inf -inf 0.0 inf inf
print(0.1 + 0.2 == 0.3, 0.5 + 0.25 == 0.75, 1e16 + 1 == 1e16, 3 * 0.1, 0.1 * 3 == 0.3)
# expect: False True True 0.30000000000000004 False
print(7 // 0.5, 7 % 0.3, 1e20 // 3, 1e20 % 3, -1 // 0.1, 1 % 0.1, 6.0 // 1.5, 5.5 // -1.5)
# expect: 14.0 0.10000000000000026 3.333333333333333e+19 1.0 -10.0 0.09999999999999995 4.0 -4.0
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
zero = 0.0
err(lambda: 1.0 / zero)  # expect: ZeroDivisionError: float division by zero
err(lambda: 1.0 // zero)  # expect: ZeroDivisionError: float floor division by zero
err(lambda: 1.0 % zero)  # expect: ZeroDivisionError: float modulo by zero
err(lambda: divmod(1.0, zero))  # expect: ZeroDivisionError: float divmod()
err(lambda: zero ** -1)  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
err(lambda: 10.0 ** 400)  # expect: OverflowError: (34, 'Numerical result out of range')
err(lambda: 2 ** 2000.0)  # expect: OverflowError: (34, 'Numerical result out of range')
err(lambda: 1.0 + 10 ** 400)  # expect: OverflowError: int too large to convert to float
err(lambda: 1.0 + "a")  # expect: TypeError: unsupported operand type(s) for +: 'float' and 'str'
err(lambda: 1.0 & 1)  # expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
index = 1.0
err(lambda: [1][index])  # expect: TypeError: list indices must be integers or slices, not float
err(lambda: "a" * 2.0)  # expect: TypeError: can't multiply sequence by non-int of type 'float'
err(lambda: pow(2.0, 2, 3))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
err(lambda: range(1.0))  # expect: TypeError: 'float' object cannot be interpreted as an integer
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), max(1.5, 2), min(1, 0.5))  # expect: 1.0 1.0 2 0.5
