# Numbers: abs, divmod, pow, round.
print(abs(-3), abs(3.5), abs(-0.0), abs(True), abs(-10 ** 30), abs(3 + 4j))
# expect: 3 3.5 0.0 1 1000000000000000000000000000000 5.0
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(10 ** 20, 7), divmod(True, 1))
# expect: (2, 1) (-3, 2) (3.0, 1.5) (14285714285714285714, 2) (1, 0)
print(pow(2, 10), pow(2, -1), pow(2, 0.5), pow(-8, 3), pow(3, 4, 5), pow(2, 100, 1000007), pow(base=2, exp=5), pow(2, 5, mod=7), pow(0, 0))
# expect: 1024 0.5 1.4142135623730951 -512 1 698635 32 4 1
print(round(2.5), round(3.5), round(-2.567, 2), round(1234, -2), round(5), round(2.5, None), round(number=1.15, ndigits=1), type(round(1.0)), type(round(1.0, 0)))
# expect: 2 4 -2.57 1200 5 2 1.1 <class 'int'> <class 'float'>
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: abs("a"))  # expect: TypeError: bad operand type for abs(): 'str'
err(lambda: abs(None))  # expect: TypeError: bad operand type for abs(): 'NoneType'
err(lambda: abs())  # expect: TypeError: abs() takes exactly one argument (0 given)
err(lambda: divmod(1))  # expect: TypeError: divmod expected 2 arguments, got 1
err(lambda: divmod(1, "a"))  # expect: TypeError: unsupported operand type(s) for divmod(): 'int' and 'str'
err(lambda: divmod(1, 0))  # expect: ZeroDivisionError: integer division or modulo by zero
err(lambda: pow(1))  # expect: TypeError: pow() missing required argument 'exp' (pos 2)
err(lambda: pow("a", 2))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
err(lambda: pow(2, 2, 0))  # expect: ValueError: pow() 3rd argument cannot be 0
err(lambda: pow(2.5, 2, 3))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
err(lambda: pow(2, 3, "x"))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'
err(lambda: pow(0, -1))  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
err(lambda: round("a"))  # expect: TypeError: type str doesn't define __round__ method
err(lambda: round(1.5, "a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: round())  # expect: TypeError: round() missing required argument 'number' (pos 1)
class N:
    def __round__(self, n=0): return "rounded", n
    def __abs__(self): return "abs"
    def __pow__(self, o, m=None): return "pow", o, m
print(round(N()), round(N(), 3), abs(N()), pow(N(), 2), pow(N(), 2, 5))
# expect: ('rounded', 0) ('rounded', 3) abs ('pow', 2, None) ('pow', 2, 5)
