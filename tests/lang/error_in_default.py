# An error in a default value happens at the def.
def f(a, b=1 // 0):  # expect error: ZeroDivisionError: integer division or modulo by zero
    return a
