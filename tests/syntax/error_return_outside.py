# return outside a function.
def f():
    return 1
return 2  # expect error: SyntaxError: 'return' outside function
