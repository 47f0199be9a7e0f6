# An error in a generator has the consumer in its traceback.
def numbers():
    yield 1
    yield 1 + "2"  # expect error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
print(next(numbers()))  # expect: 1
total = sum(numbers())
