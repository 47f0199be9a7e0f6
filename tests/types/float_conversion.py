# float from strings, ints and objects.
print(float(), float(3), float("1.5"), float("-1e3"), float("  2.5\n"), float(".5"), float("5."), float("1_0.5"), float(True))
# expect: 0.0 3.0 1.5 -1000.0 2.5 0.5 5.0 10.5 1.0
print(float("inf"), float("-Infinity"), float("+INF"), float("nan"), float("NaN"), float("1e400"), float("-1e400"), float("1e-400"))
# expect: inf -inf inf nan nan inf -inf 0.0
print(float("1e5"), float("1E+5"), float("00012"), float("123456789012345678901234567890"), float("0.1e1"), float(10 ** 20))
# expect: 100000.0 100000.0 12.0 1.2345678901234568e+29 1.0 1e+20
print(float("9007199254740993"), float(2 ** 53 + 1), float(2 ** 53 + 3), float(2 ** 1023), float("1." + "0" * 400 + "1"))
# expect: 9007199254740992.0 9007199254740992.0 9007199254740996.0 8.98846567431158e+307 1.0
print(float("2.2250738585072011e-308"), float("4.9e-324"), float("2.4e-324"), float("1.7976931348623158e308"), float("٣.٥"))
# expect: 2.225073858507201e-308 5e-324 0.0 1.7976931348623157e+308 3.5
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 4
print(float(F()), float(I()))  # expect: 2.5 4.0
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: float("abc"))  # expect: ValueError: could not convert string to float: 'abc'
err(lambda: float(""))  # expect: ValueError: could not convert string to float: ''
err(lambda: float("1.5.2"))  # expect: ValueError: could not convert string to float: '1.5.2'
err(lambda: float("1__0"))  # expect: ValueError: could not convert string to float: '1__0'
err(lambda: float("0x10"))  # expect: ValueError: could not convert string to float: '0x10'
err(lambda: float("1e"))  # expect: ValueError: could not convert string to float: '1e'
err(lambda: float("1 2"))  # expect: ValueError: could not convert string to float: '1 2'
err(lambda: float("infi"))  # expect: ValueError: could not convert string to float: 'infi'
err(lambda: float(None))  # expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
err(lambda: float([]))  # expect: TypeError: float() argument must be a string or a real number, not 'list'
err(lambda: float(1, 2))  # expect: TypeError: float expected at most 1 argument, got 2
err(lambda: float(1j))  # expect: TypeError: float() argument must be a string or a real number, not 'complex'
err(lambda: float(2 ** 1024))  # expect: OverflowError: int too large to convert to float
err(lambda: float("1" * 50 + "x"))
# expect: ValueError: could not convert string to float: '11111111111111111111111111111111111111111111111111x'
class Sub(float): pass
print(Sub("1.5"), type(Sub(1) + 1).__name__, Sub(2.5) == 2.5, isinstance(Sub(), float))  # expect: 1.5 float True True
