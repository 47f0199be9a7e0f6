# int from strings in every base, from floats and objects; errors name the literal.
print(int(), int(5), int("42"), int("-7"), int("+8"), int("  12\n"), int("1_000"), int(3.99), int(-3.99), int(True))
# expect: 0 5 42 -7 8 12 1000 3 -3 1
print(int("ff", 16), int("0xFF", 16), int("0b101", 2), int("0o17", 8), int("z", 36), int("zz", 36), int("777", 8))
# expect: 255 255 5 15 35 1295 511
print(int("0x1f", 0), int("0b11", 0), int("0o7", 0), int("10", 0), int("1_0", 0), int("-0x10", 0), int("00", 0))
# expect: 31 3 7 10 10 -16 0
print(int("123456789012345678901234567890"), int("-" + "9" * 40), int("1" * 30, 2), int("f" * 20, 16), int("12", base=3))
# expect: 123456789012345678901234567890 -9999999999999999999999999999999999999999 1073741823 1208925819614629174706175 5
print(int(1e20), int(-1e20), int(1e16 + 2.0), int(2.0 ** 70), int("٣"), int("１２"))
# expect: 100000000000000000000 -100000000000000000000 10000000000000002 1180591620717411303424 3 12
class I:
    def __int__(self): return 6
class X:
    def __index__(self): return 7
print(int(I()), int(X()), int("101", X()))  # expect: 6 7 50
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: int("abc"))  # expect: ValueError: invalid literal for int() with base 10: 'abc'
err(lambda: int(""))  # expect: ValueError: invalid literal for int() with base 10: ''
err(lambda: int(" "))  # expect: ValueError: invalid literal for int() with base 10: ' '
err(lambda: int("1.5"))  # expect: ValueError: invalid literal for int() with base 10: '1.5'
err(lambda: int("12a"))  # expect: ValueError: invalid literal for int() with base 10: '12a'
err(lambda: int("1__0"))  # expect: ValueError: invalid literal for int() with base 10: '1__0'
err(lambda: int("_1"))  # expect: ValueError: invalid literal for int() with base 10: '_1'
err(lambda: int("--1"))  # expect: ValueError: invalid literal for int() with base 10: '--1'
err(lambda: int("9", 8))  # expect: ValueError: invalid literal for int() with base 8: '9'
err(lambda: int("0x1f"))  # expect: ValueError: invalid literal for int() with base 10: '0x1f'
err(lambda: int("1", 1))  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
err(lambda: int("1", 37))  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
err(lambda: int("012", 0))  # expect: ValueError: invalid literal for int() with base 0: '012'
err(lambda: int(5, 10))  # expect: TypeError: int() can't convert non-string with explicit base
err(lambda: int(None))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
err(lambda: int([]))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
err(lambda: int(1j))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
err(lambda: int(float("inf")))  # expect: OverflowError: cannot convert float infinity to integer
err(lambda: int(float("nan")))  # expect: ValueError: cannot convert float NaN to integer
err(lambda: int(base=10))  # expect: TypeError: int() missing string argument
err(lambda: int("1", "2"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: int("x" * 300))
# expect: ValueError: invalid literal for int() with base 10: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
err(lambda: int("1\0"))  # expect: ValueError: invalid literal for int() with base 10: '1\x00'
