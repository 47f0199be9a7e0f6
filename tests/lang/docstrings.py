"""The module's own text."""
# Docstrings of modules, classes and functions; what is none.
print(__doc__)  # expect: The module's own text.
def f():
    """First line.

    Indented text.
    """
def g():
    "single" " joined"
def h():
    x = 1
    "not a docstring"
def i(): f"not one"
def j(): b"not one"
def k():
    "only" + "expression"
class C:
    'class doc'
    def m(self): r"raw \d doc"
print(repr(f.__doc__), g.__doc__, h.__doc__, i.__doc__, j.__doc__, k.__doc__, C.__doc__, C.m.__doc__, C().__doc__)
# expect: 'First line.\n\nIndented text.\n' single joined None None None None class doc raw \d doc class doc
class D(C): pass
print(D.__doc__, D.m.__doc__, (lambda: "x").__doc__)  # expect: None raw \d doc None
class E: __doc__ = "by assignment"
print(E.__doc__, E().__doc__)  # expect: by assignment by assignment
f.__doc__ = 5
print(f.__doc__)  # expect: 5
C.__doc__ = "changed"
print(C.__doc__)  # expect: changed
