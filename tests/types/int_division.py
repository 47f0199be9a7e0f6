# Floor division, modulo, divmod and true division with all signs.
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (-6, 3), (0, 5), (1, 100), (-1, 100)]:
    print(a // b, a % b, divmod(a, b), a / b)
    # expect: 3 1 (3, 1) 3.5
    # expect: -4 1 (-4, 1) -3.5
    # expect: -4 -1 (-4, -1) -3.5
    # expect: 3 -1 (3, -1) 3.5
    # expect: 2 0 (2, 0) 2.0
    # expect: -2 0 (-2, 0) -2.0
    # expect: 0 0 (0, 0) 0.0
    # expect: 0 1 (0, 1) 0.01
    # expect: -1 99 (-1, 99) -0.01
big = 10 ** 25
for a, b in [(big, 7), (-big, 7), (big, -7), (-big, -7), (big, big + 1), (-big, big + 1)]:
    print(a // b, a % b)
    # expect: 1428571428571428571428571 3
    # expect: -1428571428571428571428572 4
    # expect: -1428571428571428571428572 -4
    # expect: 1428571428571428571428571 -3
    # expect: 0 10000000000000000000000000
    # expect: -1 1
print(big / 10 ** 24, 10 ** 400 / 10 ** 399, 1 / 3, 2 ** 1000 / 2 ** 999, -1 / 2, 0 / -5)
# expect: 10.0 10.0 0.3333333333333333 2.0 -0.5 -0.0
print(3 / 10 ** 30, (2 ** 53 + 1) / 1, (10 ** 17 + 1) / 10, 123456789012345678 / 1000)
# expect: 3e-30 9007199254740992.0 1e+16 123456789012345.67
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
zero = 0
err(lambda: 1 // zero)  # expect: ZeroDivisionError: integer division or modulo by zero
err(lambda: 1 % zero)  # expect: ZeroDivisionError: integer modulo by zero
err(lambda: 1 / zero)  # expect: ZeroDivisionError: division by zero
err(lambda: divmod(1, zero))  # expect: ZeroDivisionError: integer division or modulo by zero
err(lambda: big // zero)  # expect: ZeroDivisionError: integer division or modulo by zero
err(lambda: big % zero)  # expect: ZeroDivisionError: integer modulo by zero
err(lambda: zero ** -1)  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
err(lambda: 10 ** 400 / 3)  # expect: OverflowError: integer division result too large for a float
err(lambda: pow(2, 5, zero))  # expect: ValueError: pow() 3rd argument cannot be 0
err(lambda: pow(2, -1, 4))  # expect: ValueError: base is not invertible for the given modulus
err(lambda: 2 % "a")  # expect: TypeError: unsupported operand type(s) for %: 'int' and 'str'
print(pow(3, -1, 7), pow(2, -3, 11), pow(-3, 3, 7), pow(3, 3, -7), pow(10, 0, 1), pow(2, 10 ** 10, 1))
# expect: 5 7 1 -1 0 0
print(5 % 5, -5 % 5, 4 % -5, True // 1, True % 2, 7 // True)  # expect: 0 0 -1 1 1 7
