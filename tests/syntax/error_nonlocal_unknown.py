# nonlocal without an enclosing variable.
def f():
    nonlocal unknown  # expect error: SyntaxError: no binding for nonlocal 'unknown' found
