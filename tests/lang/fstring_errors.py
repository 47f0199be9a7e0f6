# Formatting errors of f-strings at run time.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: f"{1:s}")  # expect: ValueError: Unknown format code 's' for object of type 'int'
err(lambda: f"{'a':d}")  # expect: ValueError: Unknown format code 'd' for object of type 'str'
err(lambda: f"{1.5:d}")  # expect: ValueError: Unknown format code 'd' for object of type 'float'
err(lambda: f"{[]:5}")  # expect: TypeError: unsupported format string passed to list.__format__
err(lambda: f"{None:>5}")  # expect: TypeError: unsupported format string passed to NoneType.__format__
err(lambda: f"{object():x}")  # expect: TypeError: unsupported format string passed to object.__format__
err(lambda: f"{undefined}")  # expect: NameError: name 'undefined' is not defined
err(lambda: f"{1:zz}")  # expect: ValueError: Unknown format code 'z' for object of type 'int'
err(lambda: f"{'a':,}")  # expect: ValueError: Cannot specify ',' with 's'.
err(lambda: f"{'a':+}")  # expect: ValueError: Sign not allowed in string format specifier
err(lambda: f"{'a':=5}")  # expect: ValueError: '=' alignment not allowed in string format specifier
err(lambda: f"{1:.2d}")  # expect: ValueError: Precision not allowed in integer format specifier
err(lambda: f"{1:,x}")  # expect: ValueError: Cannot specify ',' with 'x'.
err(lambda: f"{1:5.5.5}")  # expect: ValueError: Invalid format specifier '5.5.5' for object of type 'int'
err(lambda: f"{1.0:_,}")  # expect: ValueError: Cannot specify both ',' and '_'.
err(lambda: f"{3:c}" + f"{-1:c}")  # expect: OverflowError: %c arg not in range(0x110000)
err(lambda: f"{1 / 0}")  # expect: ZeroDivisionError: division by zero
err(lambda: f"{'a':{-5}}")  # expect: ValueError: Sign not allowed in string format specifier
class Bad:
    def __format__(self, spec): return 5
err(lambda: f"{Bad()}")  # expect: TypeError: __format__ must return a str, not int
class BadStr:
    def __str__(self): return 5
err(lambda: f"{BadStr()}")  # expect: TypeError: __str__ returned non-string (type int)
class BadRepr:
    def __repr__(self): return None
err(lambda: f"{BadRepr()!r}")  # expect: TypeError: __repr__ returned non-string (type NoneType)
