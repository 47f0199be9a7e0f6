# A keyword as a name.
def f():
    class = 5  # expect error: SyntaxError: invalid syntax
