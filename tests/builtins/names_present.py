# The names every program can use.
import sys
names = ("ArithmeticError AssertionError AttributeError BaseException EOFError Ellipsis Exception False GeneratorExit "
         "ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError None NotImplemented "
         "NotImplementedError OSError OverflowError RecursionError RuntimeError StopIteration SyntaxError SystemError "
         "SystemExit True TypeError UnboundLocalError UnicodeError ValueError Warning ZeroDivisionError __build_class__ "
         "__debug__ __import__ __name__ abs all any ascii bin bool callable chr classmethod compile complex delattr dict "
         "dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash hex id input int "
         "isinstance issubclass iter len list locals map max min next object oct ord pow print property quit range repr "
         "reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip").split()
missing = []
for n in names:
    try: eval(n)
    except NameError: missing.append(n)
print(missing, len(names))  # expect: [] 102
print(__name__, __debug__, type(__builtins__).__name__, __doc__, __builtins__.len is len)
# expect: __main__ True module None True
print(__import__("sys") is sys, type(sys).__name__, sys.__name__, repr(sys))
# expect: True module sys <module 'sys' (built-in)>
for n in ("None", "True", "__debug__"):
    try: exec(n + " = 1")
    except SyntaxError as e: print(e.msg)
    # expect: cannot assign to None
    # expect: cannot assign to True
    # expect: cannot assign to __debug__
