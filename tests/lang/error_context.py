# An exception raised while handling another shows both.
try:
    int("x")
except ValueError:
    undefined_function()  # expect error: NameError: name 'undefined_function' is not defined
