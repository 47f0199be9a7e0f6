# The file ends where a block should be.
def f():  # expect error: IndentationError: expected an indented block after function definition on line 2
