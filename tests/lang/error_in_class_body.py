# An error in a class body.
class C:
    x = 1
    y = x + unknown  # expect error: NameError: name 'unknown' is not defined
