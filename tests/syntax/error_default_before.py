# A parameter without default behind one with default.
def f(a=1, b):  # expect error: SyntaxError: parameter without a default follows parameter with a default
    pass
