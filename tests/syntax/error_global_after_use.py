# global after the name has been used.
def f():
    x = 1
    global x  # expect error: SyntaxError: name 'x' is assigned to before global declaration
